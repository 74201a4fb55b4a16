"""What counts as an answer, and what becomes of values that nobody should send."""

import datetime as dt
import decimal
import enum
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am

from .helpers import CARE_HOME, CARE_HOME_BOOSTERS, QUIET_DAY, care_home, codes, domiciliary, only

NAN, INFINITY = float("nan"), float("inf")
WORDINGS = {field.id: field.wording for field in am.edition("2024-04-26").fields("care_home")}


class Text(str):
    __slots__ = ()


class Visit(enum.StrEnum):
    INDOORS = "in the care home"


class Unspeakable:
    def _raise(self, *_):
        raise RuntimeError

    __repr__ = __str__ = _raise


CYCLE: list[object] = []
CYCLE.append(CYCLE)

ANSWERS = [
    ("beds_occupied", 0),
    ("beds_occupied", 30),
    ("hours_paid", 300),
    ("hours_paid", 300.5),
    ("hours_paid", Decimal("300.25")),
    ("hours_paid", 999_999_999),
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
    ("visiting_options", [Visit.INDOORS, Text("window")]),
]


@pytest.mark.parametrize(("field", "value"), ANSWERS, ids=range(len(ANSWERS)))
def test_answers(field, value):
    changes = {"visiting_options": [], "hours_overtime": 0} | {field: value}
    assert am.validate(care_home(**changes), on=QUIET_DAY).outcome is am.Outcome.MET


WRONG_COUNT = "It must be a whole number, such as 12."
WRONG_HOURS = "It must be a number of hours, such as 12 or 37.5."
WRONG_ABSENCE = "It must say hours or days, such as 12 hours or 2 days."
WRONG_OPTIONS = "It must be a list of named options; none at all is an answer."
FIND_OUT = "Find out the number and enter it; 0 only where it is 0."
AT_MOST = "nothing here can be 1,000,000,000 or more"
FAULTS = [
    ("beds_occupied", "12", "wrong-type", f" is the text “12”. {WRONG_COUNT}"),
    ("beds_occupied", " ", "wrong-type", f" is empty text. {WRONG_COUNT}"),
    ("beds_occupied", "x" * 70, "wrong-type", f" is the text “{'x' * 60}…”. {WRONG_COUNT}"),
    ("beds_occupied", "a\nb\x1b[31m\ud800", "wrong-type", f" is the text “a�b�[31m�”. {WRONG_COUNT}"),
    ("beds_occupied", Text("12"), "wrong-type", f" is the text “12”. {WRONG_COUNT}"),
    ("beds_occupied", "Jo, 07700 900123", "wrong-type", f" is the text (withheld). {WRONG_COUNT}"),
    ("beds_occupied", True, "wrong-type", f" is “True”. {WRONG_COUNT}"),
    ("beds_occupied", 38.0, "wrong-type", f" is the decimal 38.0. {WRONG_COUNT}"),
    ("beds_occupied", Decimal(12), "wrong-type", f" is the decimal 12. {WRONG_COUNT}"),
    ("beds_occupied", NAN, "wrong-type", f" is the decimal nan. {WRONG_COUNT}"),
    ("beds_occupied", 12j, "wrong-type", f" is a value of type complex. {WRONG_COUNT}"),
    ("beds_occupied", Unspeakable(), "wrong-type", f" is a value of type Unspeakable. {WRONG_COUNT}"),
    ("beds_occupied", CYCLE, "wrong-type", f" is a list. {WRONG_COUNT}"),
    ("beds_occupied", 10**9, "wrong-type", f" is 1,000,000,000; {AT_MOST}. {WRONG_COUNT}"),
    ("beds_occupied", 10**10_000, "wrong-type", f" is about 10 to the power of 10000; {AT_MOST}. {WRONG_COUNT}"),
    ("beds_occupied", -1, "negative", " is -1. It cannot be less than 0."),
    ("beds_occupied", -(10**10_000), "negative", " is minus about 10 to the power of 10000. It cannot be less than 0."),
    ("hours_paid", "300", "wrong-type", f" is the text “300”. {WRONG_HOURS}"),
    ("hours_paid", True, "wrong-type", f" is “True”. {WRONG_HOURS}"),
    ("hours_paid", 1e9, "wrong-type", f" is 1,000,000,000; {AT_MOST}. {WRONG_HOURS}"),
    (
        "hours_paid",
        Decimal("1E+999999"),
        "wrong-type",
        f" is about 10 to the power of 999999; {AT_MOST}. {WRONG_HOURS}",
    ),
    ("hours_paid", NAN, "not-finite", f" is “nan”, which is not a number. {FIND_OUT}"),
    ("hours_paid", -INFINITY, "not-finite", f" is “-inf”, which is not a number. {FIND_OUT}"),
    ("hours_paid", Decimal("sNaN"), "not-finite", f" is “sNaN”, which is not a number. {FIND_OUT}"),
    ("hours_paid", -0.5, "negative", " is -0.5. It cannot be less than 0."),
    ("hours_paid", Decimal("-1E-99"), "negative", " is -0.000000…. It cannot be less than 0."),
    ("absence", 12, "wrong-type", f" is 12. {WRONG_ABSENCE}"),
    ("absence", {"hours": 12}, "wrong-type", f" is a value of type dict. {WRONG_ABSENCE}"),
    ("absence", am.Absence(hours="7"), "wrong-type", f" (hours) is the text “7”. {WRONG_ABSENCE}"),
    ("absence", am.Absence(hours=1, days=-2), "negative", " (days) is -2. It cannot be less than 0."),
    ("absence", am.Absence(days=NAN), "not-finite", f" (days) is “nan”, which is not a number. {FIND_OUT}"),
    ("residents_able_to_visit", "yes", "wrong-type", " is the text “yes”. It must be yes or no."),
    ("residents_able_to_visit", 1, "wrong-type", " is 1. It must be yes or no."),
    ("visiting_options", "window", "wrong-type", f" is the text “window”. {WRONG_OPTIONS}"),
    ("visiting_options", {"window": True}, "wrong-type", f" is a value of type dict. {WRONG_OPTIONS}"),
    (
        "visiting_options",
        ["window", " "],
        "wrong-type",
        f" is a list that holds empty text. {WRONG_OPTIONS}",
    ),
    (
        "visiting_options",
        [10**10_000],
        "wrong-type",
        f" is a list that holds a value of type int. {WRONG_OPTIONS}",
    ),
    ("visiting_options", [None], "wrong-type", f" is a list that holds blank. {WRONG_OPTIONS}"),
    (
        "visiting_options",
        CYCLE,
        "wrong-type",
        f" is a list that holds a value of type list. {WRONG_OPTIONS}",
    ),
]


@pytest.mark.parametrize(("field", "value", "code", "message"), FAULTS, ids=range(len(FAULTS)))
def test_faults_are_breaches_that_say_what_was_given_and_what_is_expected(field, value, code, message):
    report = am.validate(care_home(**{field: value}), on=QUIET_DAY)
    assert report.outcome is am.Outcome.OPEN
    finding = only(report, code)
    assert finding.severity is am.Severity.BREACH
    assert finding.fields == (field,)
    assert finding.message.endswith(f": “{WORDINGS[field]}”{message}")
    assert finding.citation == report.checklist[field].field.citation


def test_an_absence_without_hours_or_days_is_blank():
    assert codes(am.validate(care_home(absence=am.Absence()), on=QUIET_DAY)) == ["missing"]


@pytest.mark.parametrize(
    ("field", "value", "shown"),
    [
        ("beds_occupied", 1_000_001, "1,000,001"),
        ("hours_agency", 1_000_000.5, "1,000,000.5"),
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


def test_hours_and_days_beyond_all_reason_are_told_apart():
    absence = am.Absence(hours=2_000_000, days=3_000_000)
    report = am.validate(care_home(absence=absence), on=QUIET_DAY)
    first, second = (finding.message for finding in report.queries)
    assert "(hours) is 2,000,000." in first
    assert "(days) is 3,000,000." in second


def test_a_million_is_not_yet_beyond_all_reason():
    changes = {"hours_paid": 1_000_000, "absence": am.Absence(hours=1_000_000)}
    assert am.validate(care_home(**changes), on=QUIET_DAY).findings == ()


def test_a_field_with_a_limit_of_its_own_is_queried_once():
    report = am.validate(care_home(care_workers_employed=2_000_000), on=QUIET_DAY)
    assert codes(report) == ["headcount-unusually-large"]


class Hours(float):
    def __repr__(self):
        return f"{float(self)} h"


@pytest.mark.parametrize("amount", [Hours(100.5), type("D", (Decimal,), {})("100.5")])
def test_amounts_of_other_makes_are_read_as_the_numbers_that_they_are(amount):
    message = only(
        am.validate(domiciliary(hours_paid=100, hours_overtime=amount), on=QUIET_DAY), "overtime-exceeds-hours-paid"
    ).message
    assert message.startswith("Overtime (100.5 hours)")


def test_numbers_are_shown_without_the_noise_of_binary_fractions():
    report = am.validate(domiciliary(hours_paid=100, hours_overtime=37.4 * 3), on=QUIET_DAY)
    assert only(report, "overtime-exceeds-hours-paid").message.startswith("Overtime (112.2 hours)")


def test_an_absence_prints_shortly_whatever_it_holds():
    assert repr(am.Absence(hours=37.5)) == "Absence(hours=37.5, days=None)"
    assert len(repr(am.Absence(hours=10**10_000, days="x" * 10_000))) <= 120


# Nothing escapes

HOSTILE = [
    *(10**10_000, -(10**10_000), NAN, INFINITY, Decimal("sNaN"), Decimal("1E+999999"), Decimal("-1E-999999")),
    *(Text("x"), Unspeakable(), CYCLE, {1: {2: CYCLE}}, b"x", 1j),
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
    assert len(repr(report)) <= 120
    assert report.outcome is not am.Outcome.NOT_DUE
    assert bool(report.breaches) == (report.outcome in {am.Outcome.OPEN, am.Outcome.NOT_MET})
    assert all(finding.message and str(finding.citation) for finding in report.findings)
    if all(value is None for value in values.values()):
        assert not report.compliant


def test_the_decimal_context_of_the_caller_does_not_matter():
    with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.FloatOperation])):
        report = am.validate(
            domiciliary(hours_paid=Decimal("1234.5678"), hours_overtime=1234.5879, hours_agency=0.1), on=QUIET_DAY
        )
        assert codes(report) == ["overtime-exceeds-hours-paid"]
        assert report.findings[0].message == (
            "Overtime (1,234.59 hours) is more than all hours paid (1,234.57 hours), which include it."
        )
