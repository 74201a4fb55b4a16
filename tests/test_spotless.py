"""What is seen at a glance is what is seen with care."""

import datetime as dt
from decimal import Decimal

import pytest
from attrs import evolve, frozen
from hypothesis import example, given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate import testing
from asc_mandate.calendar import ENGLAND
from asc_mandate.moments import as_moment
from asc_mandate.predicates import MoreThanLimit, MoreThanWhole, OptionsDespiteNo, SameNumbers, SomeWithoutAny
from asc_mandate.rules import RULES
from asc_mandate.validation import saving, spotless
from asc_mandate.validation import validate as validating
from asc_mandate.validation.fields import _matched, read_values
from asc_mandate.validation.saving import saves_of
from tests.helpers import CARE_HOME, CARE_HOME_BOOSTERS, CARE_HOME_FLU, QUIET_DAY, care_home, domiciliary
from tests.test_records import returns, values
from tests.test_rules import CASES, agency, agency_2023, home, home_2023

pytestmark = pytest.mark.slow


def with_care(return_, on):
    """The report of a return of which nothing was taken at a glance."""

    def careful(return_, on, calendar):
        saves = saves_of(return_, on, calendar)
        look = saves.look
        rules = [rule for rule in RULES if look.fields.issuperset(rule.fields)]
        return evolve(
            saves,
            all_count=False,
            look=evolve(
                look,
                is_spotless=lambda values: False,
                unusual=lambda values: look.fields,
                candidates=lambda answers: rules,
            ),
        )

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(validating, "saves_of", careful)
        return am.validate(return_, on)


def alike(return_, on):
    quick, careful = am.validate(return_, on), with_care(return_, on)
    assert quick == careful
    assert [repr(finding) for finding in quick.findings] == [repr(finding) for finding in careful.findings]
    assert str(quick) == str(careful)


@given(testing.met_returns())
def test_met_returns(judged):
    alike(*judged)


@pytest.mark.parametrize("code", testing.DEFECTS)
def test_returns_with_a_defect(code):
    @given(testing.returns_with_defect(code))
    def check(judged):
        alike(*judged)

    check()


@given(returns, st.dates(dt.date(2023, 8, 1), dt.date(2026, 12, 31)))
def test_hostile_returns(return_, on):
    alike(return_, on)


odd = st.dictionaries(st.sampled_from(sorted(CARE_HOME)), values, max_size=3)
amounts = st.one_of(
    st.integers(-2, 2),
    st.floats(-1, 10),
    st.sampled_from([0.1, 0.3, 1e6, 1_000_000, 1_000_001, 1e6 + 0.1]),
    st.decimals("0.0999999999999999999999", "0.1000000000000000000001", places=22),
    st.sampled_from([Decimal("0.1"), Decimal("1E+6"), Decimal("1000000.01")]),
)


@given(odd, st.sampled_from([QUIET_DAY, dt.date(2025, 12, 8), dt.date(2026, 11, 10)]))
def test_values_of_every_make(changes, on):
    alike(care_home(**changes), on)


@given(amounts, amounts, amounts)
@example(Decimal("0.1000000000000000000001"), 0.1, 0)
@example(0.1, Decimal("0.1"), 0)
@example(Decimal("0.1"), 0.1, 0)
def test_amounts_at_every_edge(overtime, paid, agency):
    alike(domiciliary(hours_overtime=overtime, hours_paid=paid, hours_agency=agency), QUIET_DAY)
    alike(care_home(hours_overtime=overtime, hours_paid=paid, absence=am.Absence(days=agency)), QUIET_DAY)


@given(
    st.dictionaries(
        st.sampled_from([field for rule in RULES for field in rule.fields if field in CARE_HOME]),
        st.sampled_from([None, 0, 1, 2, 1000, 1001]),
        min_size=6,
    )
)
def test_rules_with_and_without_blanks(changes):
    alike(care_home(**changes), QUIET_DAY)


def test_options_may_be_a_tuple():
    alike(care_home(visiting_options=("outings",), residents_able_to_visit=False), QUIET_DAY)
    assert am.validate(care_home(visiting_options=("outings",)), QUIET_DAY).outcome is am.Outcome.MET


def test_predicate_of_a_new_kind_is_always_looked_at(monkeypatch):
    @frozen
    class Always:
        fields = ("service_users",)

        def __call__(self, answers):
            return {"number": answers["service_users"]}

    rule = evolve(RULES[0], predicate=Always(), basis="service_users", sentence="{number} seen.")
    monkeypatch.setattr(spotless, "RULES", (rule,))
    for cached in (spotless.look_at, saving._saved_at_once, saving._plan_of_day):
        cached.cache_clear()
    try:
        report = am.validate(domiciliary(service_users=7), QUIET_DAY)
        assert [finding.message for finding in report.findings] == ["7 seen."]
    finally:
        for cached in (spotless.look_at, saving._saved_at_once, saving._plan_of_day):
            cached.cache_clear()


def test_rules_are_written_out_for_every_kind_of_predicate():
    for rule in RULES:
        condition = spotless._condition(rule.predicate, lambda field, blank: field)
        assert condition not in {"", "True"}, rule.id
        single = isinstance(rule.predicate, MoreThanWhole) and len(rule.fields) == 2
        assert ("Decimal" in condition) is single


def test_saves_that_are_alike_are_looked_at_once():
    first, second = care_home(), care_home(beds_occupied=1)
    moment = dt.datetime(2025, 8, 12, 9, 30, tzinfo=dt.UTC)
    for on in (QUIET_DAY, as_moment(moment)):
        assert saves_of(first, on, ENGLAND) is saves_of(second, on, ENGLAND)
    first, second = (care_home(saved=moment, beds_occupied=number) for number in (1, 2))
    assert saves_of(first, QUIET_DAY, ENGLAND) is saves_of(second, QUIET_DAY, ENGLAND)


def test_what_follows_from_a_day_is_worked_out_once_for_all_its_moments():
    morning, evening = (
        saves_of(care_home(), as_moment(dt.datetime(2025, 8, 12, hour, tzinfo=dt.UTC)), ENGLAND) for hour in (8, 20)
    )
    assert morning is not evening
    for early, late in zip(morning.groups, evening.groups, strict=True):
        assert early.requirements is late.requirements


def test_spotless_return_is_not_read(monkeypatch):
    monkeypatch.setattr(validating, "read_values", None)
    assert am.validate(care_home(), QUIET_DAY).outcome is am.Outcome.MET
    with pytest.raises(TypeError):
        am.validate(care_home(beds_occupied=None), QUIET_DAY)


def test_values_are_taken_as_they_are_where_every_key_is_plain():
    return_ = care_home()
    look = look_of(return_)
    unknown = []
    assert _matched(return_.values, look, unknown) is return_.values
    assert _matched({**CARE_HOME, "zzz": 1, 7: 7}, look, unknown) == CARE_HOME
    assert unknown == ["zzz", 7]


def test_only_answers_that_are_worth_a_look_are_read():
    return_ = care_home(beds_occupied=None, hours_agency=Decimal(-1), residents_flu_vaccination=None)
    read = read_values(return_, saves_of(return_, QUIET_DAY, ENGLAND))
    assert [finding.code for finding in read.findings] == ["missing", "negative"]
    assert read.answers == {
        field: value for field, value in CARE_HOME.items() if field not in {"beds_occupied", "hours_agency"}
    }
    assert read.answers["hours_paid"] is return_.values["hours_paid"]
    late = read_values(return_, saves_of(return_, dt.date(2025, 8, 20), ENGLAND))
    assert late.answers == {**read.answers, "visiting_options": ("in the care home",)}
    assert type(late.answers["hours_paid"]) is Decimal
    assert (read.unsaved, read.unknown) == ({}, [])
    assert (list(late.unsaved), late.unknown) == (["beds", "workforce", "visiting"], [])


def test_hour_that_comes_twice_is_told_apart():
    """On the night when clocks go back, moments an hour apart compare as equal where they share a zone."""
    first, second = (dt.datetime(2025, 10, 26, hour, 30, tzinfo=dt.UTC) for hour in (0, 1))
    codes_of = {
        (saved, on): [
            finding.code for finding in am.validate(domiciliary(saved=saved, staff_flu_vaccination=1), on).findings
        ]
        for saved, on in ((first, second), (second, first), (first, first), (second, second))
    }
    assert "saved-after-check" in codes_of[second, first]
    for case in ((first, second), (first, first), (second, second)):
        assert "saved-after-check" not in codes_of[case]
        assert "late" in codes_of[case]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_on_fields_that_are_blank_for_certain_is_not_asked(rule):
    assert spotless._condition(rule.predicate, lambda field, blank: None) == ""


@pytest.mark.parametrize(
    ("predicate", "blank", "condition"),
    [
        (MoreThanWhole(("a", "b"), ("c", "d")), "", "a + b > c + d"),
        (MoreThanWhole(("a", "b"), ("c", "d")), "a", "b > c + d"),
        (MoreThanWhole(("a", "b"), ("c", "d")), "ab", ""),
        (MoreThanWhole(("a", "b"), ("c", "d")), "d", ""),
        (MoreThanWhole(("a", "b"), ("c",)), "a", "(type(b) is Decimal) is not (type(c) is Decimal) or b > c"),
        (MoreThanLimit("a", 5), "", "a > 5"),
        (MoreThanLimit("a", 5), "a", ""),
        (SomeWithoutAny(("a", "b"), ("c", "d")), "", "(a or b) and not (c or d)"),
        (SomeWithoutAny(("a", "b"), ("c", "d")), "a", "(b) and not (c or d)"),
        (SomeWithoutAny(("a", "b"), ("c", "d")), "ab", ""),
        (SomeWithoutAny(("a", "b"), ("c", "d")), "c", ""),
        (SameNumbers(("a", "b"), ("c", "d")), "", "a == c and b == d"),
        (SameNumbers(("a", "b"), ("c", "d")), "a", ""),
        (SameNumbers(("a", "b"), ("c", "d")), "d", ""),
        (OptionsDespiteNo("a", "b"), "", "a is False and b"),
        (OptionsDespiteNo("a", "b"), "a", ""),
        (OptionsDespiteNo("a", "b"), "b", ""),
    ],
)
def test_rule_is_written_out_without_what_is_blank_for_certain(predicate, blank, condition):
    assert spotless._condition(predicate, lambda field, _: None if field in blank else field) == condition


class Liar(type):
    """Makes types that equal any other."""

    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return hash(float)


class Unhashable(type):
    def __eq__(cls, other):
        return cls is other

    __hash__ = None


class Hours(float, metaclass=Liar):
    __le__ = __ge__ = lambda self, other: True


class Key(str, metaclass=Unhashable):
    __slots__ = ()


class Null:
    """Equals a blank, and is none."""

    def __eq__(self, other):
        return other is None

    def __hash__(self):
        return hash(None)


class Lacking(am.NotCarried):
    def __eq__(self, other):
        return True

    __hash__ = None


@pytest.mark.parametrize(
    ("return_", "codes"),
    [
        (care_home(hours_overtime=Hours(99999)), ["overtime-exceeds-hours-paid"]),
        (care_home(hours_agency=Hours(-5)), ["negative"]),
        (am.Return("care_home", {**CARE_HOME, Key("zz"): 1}), ["unknown-field"]),
        (care_home(residents_flu_vaccination=Null()), ["wrong-type"]),
        (evolve(care_home(), not_carried=Lacking()), []),
        (evolve(care_home(), not_carried=Lacking(saves=["beds"])), ["save-not-known"]),
    ],
)
def test_types_that_lie_are_seen_through(return_, codes):
    report = am.validate(return_, QUIET_DAY)
    assert [finding.code for finding in report.findings] == codes
    alike(return_, QUIET_DAY)


def test_keys_of_the_cache_stay_small_whatever_a_caller_says_twice():
    lacking = am.NotCarried(fields=["hours_paid"] * 5000, saves=["beds"] * 5000)
    hidden = saves_of(evolve(care_home(), not_carried=lacking), QUIET_DAY, ENGLAND)
    assert hidden is saves_of(evolve(care_home(), not_carried=am.NotCarried(saves=["beds"])), QUIET_DAY, ENGLAND)


# What is seen at a glance, without looking at the answer that comes of it.

WINTER = {**CARE_HOME, **CARE_HOME_BOOSTERS, **CARE_HOME_FLU}
MILLION = 1_000_000


def look_of(return_, on=QUIET_DAY):
    return saves_of(return_, on, ENGLAND).look


def glance(changes, without=()):
    """What is seen of a care home's values."""
    values = {field: value for field, value in {**CARE_HOME, **changes}.items() if field not in without}
    look = look_of(care_home())
    return look.is_spotless(values), look.unusual(values)


@pytest.mark.parametrize(("return_", "on"), [home(), home_2023(), agency(), agency_2023()])
def test_met_return_is_passed_at_a_glance(return_, on):
    look = look_of(return_, on)
    assert look.is_spotless(return_.values)
    assert look.unusual(return_.values) == set()
    assert look.candidates(return_.values) == []


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"residents_flu_vaccination": None},
        dict.fromkeys((*CARE_HOME_FLU, *CARE_HOME_BOOSTERS)),
        {"hours_paid": 8610, "hours_overtime": 0.0, "hours_agency": Decimal("0.5")},
        {"hours_paid": MILLION, "hours_overtime": 0, "hours_agency": float(MILLION)},
        {"beds_occupied": 0, "beds_vacant_reserved": 0},
        {"absence": am.Absence(hours=0)},
        {"absence": am.Absence(days=MILLION)},
        {"absence": am.Absence(hours=Decimal("7.5"), days=1.5)},
        {"residents_able_to_visit": False, "visiting_options": []},
        {"residents_able_to_visit": False, "visiting_options": ()},
        {"visiting_options": ("in the care home", "outings")},
    ],
    ids=range(12),
)
def test_plain_and_usual_answers_are_passed_at_a_glance(changes):
    assert glance(changes) == (True, set())


@pytest.mark.parametrize(
    "changes",
    [
        {"beds_occupied": None},
        {"beds_occupied": -1},
        {"beds_vacant_reserved": MILLION + 1},
        {"beds_occupied": 38.0},
        {"beds_occupied": True},
        {"beds_occupied": "38"},
        {"hours_paid": None},
        {"hours_agency": -0.5},
        {"hours_agency": MILLION + 0.5},
        {"hours_agency": Decimal(-1)},
        {"hours_agency": float("nan")},
        {"hours_agency": Decimal("sNaN")},
        {"hours_agency": float("inf")},
        {"hours_agency": "0"},
        {"hours_agency": False},
        {"absence": None},
        {"absence": 4},
        {"absence": am.Absence()},
        {"absence": am.Absence(hours=-1)},
        {"absence": am.Absence(days=-1)},
        {"absence": am.Absence(hours=1, days=MILLION + 1)},
        {"absence": am.Absence(hours=MILLION + 1, days=1)},
        {"absence": am.Absence(hours="1", days=1)},
        {"absence": am.Absence(hours=1, days=True)},
        {"residents_able_to_visit": None},
        {"residents_able_to_visit": 1},
        {"visiting_options": None},
        {"visiting_options": {"in the care home"}},
        {"visiting_options": "in the care home"},
        {"visiting_options": ["in the care home", " "]},
        {"visiting_options": ["in the care home", 5]},
        {"residents_flu_vaccination": 3},
        {"residents_flu_vaccination": "x"},
    ],
    ids=range(33),
)
def test_answer_that_is_worth_a_look_is_the_only_one_that_gets_it(changes):
    assert glance(changes) == (False, set(changes))


def test_blank_is_seen_whether_it_is_given_or_left_out():
    assert glance({}, without=["beds_occupied"]) == (False, {"beds_occupied"})
    assert glance({"residents_flu_vaccination": None}, without=["beds_occupied"]) == (False, {"beds_occupied"})


@pytest.mark.parametrize("key", ["zzz", 7, None])
def test_key_of_no_field_is_seen(key):
    look = look_of(care_home())
    assert not look.is_spotless({**CARE_HOME, key: None})
    assert not look.is_spotless({**CARE_HOME, **dict.fromkeys(CARE_HOME_FLU), key: None})
    swapped = {key if field == "beds_occupied" else field: value for field, value in CARE_HOME.items()}
    assert not look.is_spotless(swapped)


def test_number_that_would_raise_is_the_only_one_that_gets_a_look():
    assert glance({"hours_agency": Decimal("sNaN")}) == (False, {"hours_agency"})


def test_absence_without_its_parts_has_every_value_read_with_care():
    look = look_of(care_home())
    values = {**CARE_HOME, "absence": am.Absence.__new__(am.Absence)}
    assert not look.is_spotless(values)
    assert look.unusual(values) == look.fields


def test_fields_are_those_asked_for_and_those_left_out():
    look = look_of(care_home())
    assert look.left_out == {*CARE_HOME_FLU, *CARE_HOME_BOOSTERS}
    assert look.fields == {*WINTER}
    winter = look_of(care_home(), dt.date(2025, 12, 8))
    assert (winter.left_out, winter.fields) == (set(), look.fields)
    assert winter.is_spotless(WINTER)
    assert not winter.is_spotless(CARE_HOME)
    assert winter.unusual(CARE_HOME) == {*CARE_HOME_FLU, *CARE_HOME_BOOSTERS}


@given(
    st.fixed_dictionaries(
        {},
        optional={
            field: st.sampled_from([0, 1, 2, 1_000, 1_001])
            for rule in RULES
            for field in rule.fields
            if type(WINTER.get(field)) in {int, float}
        },
    )
)
@example({})
@example({"hours_paid": 1, **dict.fromkeys(("nurses_employed", "care_workers_employed"), 0)})
@example(dict.fromkeys(("nurses_employed", "care_workers_employed", "non_care_workers_employed"), 0))
def test_candidates_are_the_rules_that_whole_numbers_trip(answers):
    look = look_of(care_home(), dt.date(2025, 12, 8))
    asked = [rule for rule in RULES if look.fields.issuperset(rule.fields)]
    found = look.candidates(answers)
    tripped = [rule for rule in asked if rule.predicate(answers) is not None]
    # Two rows that are the same because all is zero are looked at, and told apart by the rule itself.
    assert [rule for rule in found if not isinstance(rule.predicate, SameNumbers)] == [
        rule for rule in tripped if not isinstance(rule.predicate, SameNumbers)
    ]
    assert set(tripped) <= set(found)


@pytest.mark.parametrize("rule", [rule for rule in RULES if "primary-course" not in rule.id], ids=lambda rule: rule.id)
def test_rule_is_a_candidate_where_it_trips_and_not_where_it_only_just_does_not(rule):
    (broken, on), (holds, _), _ = CASES[rule.id]
    for return_, expected in ((broken, True), (holds, False)):
        look = look_of(return_, on)
        assert (rule in look.candidates(return_.values)) is expected
        assert look.unusual(return_.values) == set()
        assert look.is_spotless(return_.values) is not bool(look.candidates(return_.values))


def test_rules_of_mixed_makes_are_looked_at_and_those_of_one_make_are_not():
    def candidates(paid, overtime):
        return [rule.id for rule in look_of(domiciliary()).candidates({"hours_paid": paid, "hours_overtime": overtime})]

    for paid, overtime in ((2.5, 2.5), (3, 2.5), (Decimal(3), Decimal("2.5")), (2, 2)):
        assert candidates(paid, overtime) == []
    for paid, overtime in ((2.5, Decimal("2.5")), (Decimal("2.5"), 2), (2, 3), (2.5, 2.75), (Decimal(2), Decimal(3))):
        assert candidates(paid, overtime) == ["overtime-exceeds-hours-paid"]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"hours_paid": 1, "nurses_employed": 0, "care_workers_employed": 0}, []),
        (
            {"hours_paid": 1, "nurses_employed": 0, "care_workers_employed": 0, "non_care_workers_employed": 0},
            ["hours-paid-without-staff"],
        ),
        ({"nurses_employed": 1}, []),
        ({"nurses_employed": 1, "hours_paid": 0}, ["staff-without-hours-paid"]),
        ({"hours_overtime": 1}, []),
        ({"hours_paid": 1}, []),
        ({"nurses_absent_covid": 2, "nurses_employed": 1}, ["absences-exceed-headcount-nurses"]),
        ({"nurses_employed": 1, "agency_nurses_employed": 1}, []),
        ({}, []),
    ],
)
def test_blank_is_no_zero_at_a_glance(answers, expected):
    assert [rule.id for rule in look_of(care_home()).candidates(answers)] == expected


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"residents_able_to_visit": False, "visiting_options": ["outings"]}, ["visiting-options-without-visits"]),
        ({"residents_able_to_visit": False, "visiting_options": []}, []),
        ({"residents_able_to_visit": True, "visiting_options": ["outings"]}, []),
        ({"visiting_options": ["outings"]}, []),
        ({"residents_able_to_visit": False}, []),
    ],
)
def test_options_are_held_against_the_answer_to_their_question(answers, expected):
    assert [rule.id for rule in look_of(care_home()).candidates(answers)] == expected
