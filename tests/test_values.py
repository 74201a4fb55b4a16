"""What counts as an answer, and what becomes of values that nobody should send."""

import datetime as dt
import decimal
import enum
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am

from .helpers import CARE_HOME, CARE_HOME_BOOSTERS, QUIET_DAY, care_home, codes, domiciliary, only

NAN, INFINITY = float("nan"), float("inf")


class Text(str):
    """A text that lies about itself whenever it is asked."""

    __slots__ = ()

    def _raise(self, *_):
        raise RuntimeError

    __eq__ = __str__ = __repr__ = __len__ = __getitem__ = __iter__ = strip = isprintable = _raise
    __hash__ = str.__hash__


class Number(int):
    def _raise(self, *_):
        raise RuntimeError

    __lt__ = __gt__ = __le__ = __ge__ = __eq__ = __str__ = __repr__ = __int__ = __index__ = __format__ = _raise
    __add__ = __radd__ = __bool__ = bit_length = _raise
    __hash__ = int.__hash__


class Fraction(float):
    def _raise(self, *_):
        raise RuntimeError

    __lt__ = __gt__ = __le__ = __ge__ = __eq__ = __str__ = __repr__ = __float__ = _raise
    __hash__ = float.__hash__


class Exact(Decimal):
    def _raise(self, *_):
        raise RuntimeError

    __lt__ = __gt__ = __le__ = __ge__ = __eq__ = __str__ = __repr__ = is_finite = as_tuple = _raise
    __hash__ = Decimal.__hash__


class Unspeakable:
    def _raise(self, *_):
        raise RuntimeError

    __repr__ = __str__ = __eq__ = __bool__ = __len__ = __iter__ = __hash__ = __format__ = _raise


class Pretender:
    """Claims to be a whole number."""

    @property
    def __class__(self):
        return int


class HiddenName(type):
    @property
    def __name__(cls):
        raise RuntimeError


class Nameless(metaclass=HiddenName):
    pass


class Options(list):
    def _raise(self, *_):
        raise RuntimeError

    __iter__ = __len__ = __getitem__ = _raise


class Visit(enum.StrEnum):
    INDOORS = "in the care home"


class MoreAbsence(am.Absence):
    pass


CYCLE: list[object] = []
CYCLE.append(CYCLE)

ANSWERS = [
    ("beds_occupied", 0),
    ("beds_occupied", 30),
    ("beds_occupied", Number(30)),
    ("hours_paid", 300),
    ("hours_paid", 300.5),
    ("hours_paid", Decimal("300.25")),
    ("hours_paid", Fraction(300.5)),
    ("hours_paid", Exact("300.25")),
    ("hours_paid", Number(300)),
    ("hours_agency", Decimal("0E+200")),
    ("hours_overtime", -0.0),
    ("hours_overtime", Decimal("-0")),
    ("absence", am.Absence(hours=0)),
    ("absence", am.Absence(days=Decimal("2.5"))),
    ("absence", am.Absence(hours=7.5, days=1)),
    ("residents_able_to_visit", True),
    ("residents_able_to_visit", False),
    ("visiting_options", []),
    ("visiting_options", ()),
    ("visiting_options", {"in the care home"}),
    ("visiting_options", frozenset({"in the care home"})),
    ("visiting_options", ["in the care home", "out of it"]),
    ("visiting_options", [Visit.INDOORS]),
    ("visiting_options", [Text("window")]),
    ("visiting_options", Options(["window"])),
]


@pytest.mark.parametrize(("field", "value"), ANSWERS, ids=range(len(ANSWERS)))
def test_answers(field, value):
    changes = {"visiting_options": [], field: value, "hours_overtime": 0} | {field: value}
    assert am.validate(care_home(**changes), on=QUIET_DAY).outcome is am.Outcome.MET


WRONG_COUNT = "It must be a whole number, such as 12."
WRONG_HOURS = "It must be a number of hours, such as 12 or 37.5."
WRONG_ABSENCE = "It must say hours or days, such as 12 hours or 2 days."
WRONG_OPTIONS = "It must be a list of named options; none at all is an answer."
FAULTS = [
    ("beds_occupied", "12", "wrong-type", f"is the text “12”. {WRONG_COUNT}"),
    ("beds_occupied", "", "wrong-type", f"is empty text. {WRONG_COUNT}"),
    ("beds_occupied", "x" * 60, "wrong-type", f"is the text “{'x' * 60}”. {WRONG_COUNT}"),
    ("beds_occupied", "x" * 70, "wrong-type", f"is the text “{'x' * 60}…”. {WRONG_COUNT}"),
    ("beds_occupied", "a\nb\x1b[31m\ud800", "wrong-type", f"is the text “a�b�[31m�”. {WRONG_COUNT}"),
    ("beds_occupied", Text("12"), "wrong-type", f"is the text “12”. {WRONG_COUNT}"),
    ("beds_occupied", True, "wrong-type", f"is “True”. {WRONG_COUNT}"),
    ("beds_occupied", False, "wrong-type", f"is “False”. {WRONG_COUNT}"),
    ("beds_occupied", 12.0, "wrong-type", f"is “12.0”. {WRONG_COUNT}"),
    ("beds_occupied", NAN, "wrong-type", f"is “nan”. {WRONG_COUNT}"),
    ("beds_occupied", Decimal(12), "wrong-type", f"is a value of type Decimal. {WRONG_COUNT}"),
    ("beds_occupied", 12j, "wrong-type", f"is a value of type complex. {WRONG_COUNT}"),
    ("beds_occupied", Unspeakable(), "wrong-type", f"is a value of type Unspeakable. {WRONG_COUNT}"),
    ("beds_occupied", Pretender(), "wrong-type", f"is a value of type Pretender. {WRONG_COUNT}"),
    ("beds_occupied", Nameless(), "wrong-type", f"is a value of type Nameless. {WRONG_COUNT}"),
    ("beds_occupied", CYCLE, "wrong-type", f"is a value of type list. {WRONG_COUNT}"),
    ("beds_occupied", -1, "negative", "is -1. It cannot be less than 0."),
    ("beds_occupied", Number(-1), "negative", "is -1. It cannot be less than 0."),
    ("beds_occupied", -(10**9) + 1, "negative", "is -999,999,999. It cannot be less than 0."),
    ("beds_occupied", -(10**9), "wrong-type", f"is -1,000,000,000. {WRONG_COUNT}"),
    ("beds_occupied", 10**9, "wrong-type", f"is 1,000,000,000. {WRONG_COUNT}"),
    ("beds_occupied", 10**100, "wrong-type", f"is about 10 to the power of 100. {WRONG_COUNT}"),
    ("beds_occupied", 10**10_000, "wrong-type", f"is about 10 to the power of 10000. {WRONG_COUNT}"),
    ("beds_occupied", -(10**10_000), "wrong-type", f"is minus about 10 to the power of 10000. {WRONG_COUNT}"),
    ("hours_paid", 10**100, "wrong-type", f"is about 10 to the power of 100. {WRONG_HOURS}"),
    ("hours_paid", Decimal("1E+9"), "wrong-type", f"is 1,000,000,000. {WRONG_HOURS}"),
    ("hours_paid", 1e9, "wrong-type", f"is 1,000,000,000. {WRONG_HOURS}"),
    ("hours_paid", 1e100, "wrong-type", f"is about 10 to the power of 100. {WRONG_HOURS}"),
    ("hours_paid", "300", "wrong-type", f"is the text “300”. {WRONG_HOURS}"),
    ("hours_paid", True, "wrong-type", f"is “True”. {WRONG_HOURS}"),
    ("hours_paid", NAN, "not-finite", "is “NaN”, which is no amount. Enter the number, or 0."),
    ("hours_paid", -INFINITY, "not-finite", "is “-Infinity”, which is no amount. Enter the number, or 0."),
    ("hours_paid", Decimal("sNaN"), "not-finite", "is “sNaN”, which is no amount. Enter the number, or 0."),
    ("hours_paid", Exact("Infinity"), "not-finite", "is “Infinity”, which is no amount. Enter the number, or 0."),
    ("hours_paid", -0.5, "negative", "is -0.5. It cannot be less than 0."),
    ("hours_paid", Decimal("-1E+999999"), "wrong-type", f"is minus about 10 to the power of 999999. {WRONG_HOURS}"),
    ("hours_paid", Decimal("-1E-99"), "negative", "is -0.000000…. It cannot be less than 0."),
    ("absence", 12, "wrong-type", f"is 12. {WRONG_ABSENCE}"),
    ("absence", {"hours": 12}, "wrong-type", f"is a value of type dict. {WRONG_ABSENCE}"),
    ("absence", MoreAbsence(hours=1), "wrong-type", f"is a value of type MoreAbsence. {WRONG_ABSENCE}"),
    ("absence", am.Absence(hours="7"), "wrong-type", f"is the text “7” in hours. {WRONG_ABSENCE}"),
    ("absence", am.Absence(hours=1, days=-2), "negative", "is -2 in days. It cannot be less than 0."),
    ("absence", am.Absence(days=NAN), "not-finite", "is “NaN” in days, which is no amount. Enter the number, or 0."),
    ("residents_able_to_visit", "yes", "wrong-type", "is the text “yes”. It must be yes or no."),
    ("residents_able_to_visit", 1, "wrong-type", "is 1. It must be yes or no."),
    ("visiting_options", "window", "wrong-type", f"is the text “window”. {WRONG_OPTIONS}"),
    ("visiting_options", {"window": True}, "wrong-type", f"is a value of type dict. {WRONG_OPTIONS}"),
    ("visiting_options", iter(["window"]), "wrong-type", f"is a value of type list_iterator. {WRONG_OPTIONS}"),
    ("visiting_options", ["window", " "], "wrong-type", f"is a list that holds empty text. {WRONG_OPTIONS}"),
    ("visiting_options", [None], "wrong-type", f"is a list that holds a value of type NoneType. {WRONG_OPTIONS}"),
    ("visiting_options", CYCLE, "wrong-type", f"is a list that holds a value of type list. {WRONG_OPTIONS}"),
]


@pytest.mark.parametrize(("field", "value", "code", "message"), FAULTS, ids=range(len(FAULTS)))
def test_faults_are_breaches_that_say_what_was_given_and_what_is_expected(field, value, code, message):
    report = am.validate(care_home(**{field: value}), on=QUIET_DAY)
    assert report.outcome is am.Outcome.OPEN
    finding = only(report, code)
    assert finding.severity is am.Severity.BREACH
    assert finding.fields == (field,)
    assert finding.message.endswith(f"” {message}")
    assert finding.citation == report.checklist[field].field.citation


def test_an_absence_without_hours_or_days_is_blank():
    assert codes(am.validate(care_home(absence=am.Absence()), on=QUIET_DAY)) == ["missing"]


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("beds_occupied", 1_000_001, "1,000,001"),
        ("beds_occupied", 10**9 - 1, "999,999,999"),
        ("hours_agency", 1_000_000.5, "1,000,000.5"),
        ("hours_agency", Decimal("9E+8"), "900,000,000"),
        ("hours_agency", Decimal("1234567." + "1" * 30), "1,234,567.111111…"),
        ("absence", am.Absence(days=2_000_000), "2,000,000"),
    ],
)
def test_amounts_beyond_all_reason_are_queried(field, value, shown):
    report = am.validate(care_home(**{field: value}), on=QUIET_DAY)
    finding = only(report, "unusually-large")
    assert report.outcome is am.Outcome.MET
    assert finding.severity is am.Severity.QUERY
    assert finding.fields == (field,)
    assert finding.message.endswith(f"is {shown}. Check that nothing was typed twice.")
    assert finding.citation.source.grade is am.Grade.INFERRED
    assert str(report)


def test_a_million_is_not_yet_beyond_all_reason():
    changes = {"hours_paid": 1_000_000, "absence": am.Absence(hours=1_000_000)}
    assert am.validate(care_home(**changes), on=QUIET_DAY).findings == ()
    assert codes(am.validate(care_home(**changes), on=dt.date(2025, 8, 20))) == ["late"]


def test_a_field_with_a_limit_of_its_own_is_queried_once():
    report = am.validate(care_home(care_workers_employed=2_000_000), on=QUIET_DAY)
    assert codes(report) == ["headcount-unusually-large"]


def test_zero_is_written_as_zero_however_it_is_held():
    for zero in (Decimal("0E+30"), Decimal("-0"), -0.0, Decimal("0E-40")):
        finding = only(
            am.validate(care_home(hours_paid=zero, hours_overtime=1), on=QUIET_DAY), "overtime-exceeds-hours-paid"
        )
        assert finding.message.startswith("Overtime (1 hour) is more than all hours paid (0 hours)")


def test_a_number_of_many_digits_costs_no_more_than_its_length():
    # Comparing a million digits with a Decimal would take minutes.
    report = am.validate(care_home(hours_overtime=1 << 10_000_000, hours_paid=2.5), on=QUIET_DAY)
    assert codes(report) == ["wrong-type"]


class Raises:
    """Raises as soon as anybody asks for its class."""

    @property
    def __class__(self):
        raise RuntimeError


class Claims:
    def __init__(self, claimed):
        self.claimed = claimed

    @property
    def __class__(self):
        return self.claimed


# Made inside the test, because the test runner asks for the class of what it is given.
EVIL = [
    Raises,
    lambda: Claims(am.Return),
    lambda: Claims(am.Calendar),
    lambda: Claims(dict),
    lambda: Claims(dt.date),
]


@pytest.mark.parametrize("make", EVIL, ids=range(5))
@pytest.mark.parametrize(
    "ask",
    [
        lambda evil: am.validate(evil, on=QUIET_DAY),
        lambda evil: am.validate(care_home(), on=evil),
        lambda evil: am.validate(care_home(), on=QUIET_DAY, calendar=evil),
        lambda evil: am.validate_all(evil, on=QUIET_DAY),
        lambda evil: am.validate_all([evil], on=QUIET_DAY),
        lambda evil: am.Return("care_home", evil),
        lambda evil: am.Return(evil, {}),
        lambda evil: am.Return("care_home", {}, saved=evil),
        lambda evil: am.Return("care_home", {}, saved={"beds": evil}),
        lambda evil: am.Return("care_home", {}, location_id=evil),
        lambda evil: am.checklist(evil, QUIET_DAY),
        am.reporting_window,
    ],
    ids=range(12),
)
def test_an_object_that_lies_about_its_class_is_a_bad_argument(ask, make):
    with pytest.raises(am.InvalidArgument):
        ask(make())


def test_an_absence_made_without_its_constructor_is_blank():
    assert codes(am.validate(care_home(absence=am.Absence.__new__(am.Absence)), on=QUIET_DAY)) == ["missing"]


# Keys


def test_a_key_that_only_pretends_to_be_text_is_not_believed():
    report = am.validate(am.Return("care_home", {**CARE_HOME, Pretender(): 1}), on=QUIET_DAY)
    assert report.outcome is am.Outcome.MET
    assert only(report, "unknown-field").fields == ()


def test_a_key_of_a_subclass_of_text_is_read_by_its_letters():
    values = {Text(field) if field == "beds_occupied" else field: value for field, value in CARE_HOME.items()}
    assert am.validate(am.Return("care_home", values), on=QUIET_DAY).outcome is am.Outcome.MET


def test_of_two_keys_with_the_same_letters_the_second_is_found():
    class Other(str):
        __slots__ = ()

        def __eq__(self, other):
            return self is other

        __hash__ = str.__hash__

    report = am.validate(am.Return("care_home", {**CARE_HOME, Other("beds_occupied"): 1}), on=QUIET_DAY)
    assert only(report, "unknown-field").fields == ("beds_occupied",)


class Unreadable(Mapping):
    def __getitem__(self, key):
        raise RuntimeError

    def __iter__(self):
        return iter(["beds_occupied"])

    def __len__(self):
        return 1


@pytest.mark.parametrize("name", ["values", "saved"])
def test_a_mapping_that_raises_is_a_bad_argument(name):
    arguments = {"values": {}, name: Unreadable()}
    with pytest.raises(am.InvalidArgument, match=f"{name} could not be read; pass a plain dict"):
        am.Return("care_home", arguments.pop("values"), **arguments)


# Nothing escapes

HOSTILE = [
    *(10**10_000, -(10**10_000), NAN, INFINITY, Decimal("sNaN"), Decimal("1E+999999"), Decimal("-1E-999999")),
    *(Text("x"), Number(3), Number(-3), Fraction(1.5), Exact(2), Unspeakable(), Pretender(), Nameless, CYCLE),
]
ANYTHING = st.one_of(
    st.integers(0, len(HOSTILE) - 1).map(lambda place: HOSTILE[place]),
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.decimals(),
    st.text(),
    st.binary(),
    st.dates(),
    st.lists(st.text() | st.none(), max_size=3),
    st.builds(am.Absence, hours=st.none() | st.floats() | st.text(), days=st.none() | st.decimals()),
)
KEYS = st.one_of(st.sampled_from([*CARE_HOME, *CARE_HOME_BOOSTERS]), st.text(), st.integers(), st.none())
ON = st.one_of(
    st.dates(dt.date(2023, 8, 1), dt.date(2100, 11, 30)),
    st.datetimes(dt.datetime(2023, 8, 2), dt.datetime(2100, 11, 30), timezones=st.timezones()),
)


@given(
    st.sampled_from(am.ServiceType),
    st.dictionaries(KEYS, ANYTHING, max_size=40),
    ON,
    st.none() | ON | st.dictionaries(st.text() | st.sampled_from(["beds", "workforce", "visiting"]), ON, max_size=5),
    st.none() | st.text(),
)
def test_no_value_makes_validate_raise(service, values, on, saved, location_id):
    return_ = am.Return(service, values, saved=saved, location_id=location_id)
    report = am.validate(return_, on=on)
    assert str(report)
    assert report.outcome is not am.Outcome.NOT_DUE
    assert bool(report.breaches) == (report.outcome in {am.Outcome.OPEN, am.Outcome.NOT_MET})
    assert all(finding.message and str(finding.citation) for finding in report.findings)
    given = [value for value in values.values() if value is not None]
    if not given:
        assert not report.compliant


def test_the_decimal_context_of_the_caller_does_not_matter():
    with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.FloatOperation])):
        report = am.validate(
            domiciliary(hours_paid=Decimal("1234.5678"), hours_overtime=1234.5679, hours_agency=0.1), on=QUIET_DAY
        )
        assert codes(report) == ["overtime-exceeds-hours-paid"]
        assert report.findings[0].message == (
            "Overtime (1,234.5679 hours) is more than all hours paid (1,234.5678 hours), which include it."
        )


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")])
@pytest.mark.parametrize("field", ["hours_paid", "absence"])
def test_an_amount_that_is_no_number_leaves_no_flag_in_the_decimal_context_of_the_caller(field, amount):
    value = am.Absence(hours=amount) if field == "absence" else amount
    with decimal.localcontext(decimal.Context()) as context:
        report = am.validate(domiciliary(**{field: value}), on=QUIET_DAY)
        assert codes(report) == ["not-finite"]
        assert str(report)
        assert not any(context.flags.values())
