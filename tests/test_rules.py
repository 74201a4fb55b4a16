"""The rules: each is broken by one of its examples and holds for the other, and says so in a sentence."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.validation.dataset import digest_of
from asc_mandate.validation.expressions import comparisons_of, units_of
from asc_mandate.validation.rules import RULES

from .helpers import CARE_HOME, QUIET_DAY, care_home, codes, domiciliary, only

EDITION_4_DAY = dt.date(2023, 10, 10)
DAY = dt.date(2025, 10, 10)
CONTRADICTION, QUERY = am.Severity.CONTRADICTION, am.Severity.QUERY
MESSAGES = {
    "overtime-exceeds-hours-paid": "Overtime (100.01 hours) is more than all hours paid (100 hours), which include it.",
    "absences-exceed-headcount-nurses": "Registered nurses absent (10: 4 for COVID-19, 6 for other reasons) are more "
    "than all those directly employed (9), who include them.",
    "vaccinated-exceed-headcount-agency-staff-flu-vaccination": "Agency or bank staff known to have had a flu "
    "vaccination (68) are more than all agency or bank staff (67: registered nurses 9, care staff 41, other staff 17).",
    "occupied-exceeds-capacity": "Beds occupied (43) are more than the maximum capacity (42).",
    "beds-exceed-capacity": "Beds occupied (40), reserved (2) and accepting admissions (1) make 43, more than the "
    "maximum capacity (42).",
    "vaccinated-exceed-residents-seasonal-booster": "Residents known to have had a seasonal booster (39) are more than "
    "the beds occupied (38).",
    "absences-exceed-staff-staff-absent-covid": "Staff absent because of COVID-19 (29) are more than the staff with "
    "face-to-face contact (28).",
    "vaccinated-exceed-staff-staff-covid-primary-course": "Staff known to have had a full primary course (29) are more "
    "than the staff with face-to-face contact (28).",
    "packages-exceed-service-users": "Packages returned (60) and ended (4) make 64, more than the service users (63).",
    "headcounts-copied": "The headcounts of directly employed staff and of agency or bank staff are the same (9, 9 and "
    "9). Check that one was not copied from the other.",
    "headcount-unusually-large-agency-care-workers-employed": "The number of agency or bank care staff (2,501) is more "
    "than 2,500, which is rare for one location.",
    "beds-occupied-without-staff": "Beds are occupied (1), but every headcount of staff is 0.",
    "hours-paid-without-staff": "Hours were paid (0.01 hours), but every headcount of directly employed staff is 0.",
    "staff-without-hours-paid": "Staff are directly employed (1), but 0 hours were paid to them.",
    "visiting-options-without-visits": "Residents could not take part in visits, but visiting options are listed (1).",
}
rules = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def judged(rule, example):
    """The findings of a rule's code in a return that holds nothing but the example."""
    service = "care_home" if set(rule.fields) <= set(ids("care_home")) else "domiciliary_care"
    report = am.validate(am.Return(service, example), on=EDITION_4_DAY)
    return [finding for finding in report.findings if finding.fields == rule.fields and finding.code == rule.code]


def ids(service):
    return [field.id for field in am.edition("2023-07-15").fields(service)]


@rules
def test_a_rule_is_broken_by_one_example_and_holds_for_the_other(rule):
    assert (rule.is_broken(rule.breaks), rule.is_broken(rule.holds)) == (True, False)
    (finding,) = judged(rule, rule.breaks)
    assert finding.severity is rule.severity
    assert finding.message.endswith(".")
    assert "{" not in finding.message
    assert judged(rule, rule.holds) == []


@rules
def test_a_contradiction_cites_the_wording_of_all_its_fields_and_a_query_its_grade(rule):
    (finding,) = judged(rule, rule.breaks)
    if rule.severity is CONTRADICTION:
        assert finding.citation.source is am.edition("2023-07-15").source
        assert "bullet" in finding.citation.where
    else:
        assert finding.citation == rule.basis
        assert finding.citation.source.grade in {am.Grade.SECONDARY, am.Grade.INFERRED}


@pytest.mark.parametrize(("id", "message"), MESSAGES.items(), ids=list(MESSAGES))
def test_what_a_broken_rule_says(id, message):
    (rule,) = (rule for rule in RULES if rule.id == id)
    (finding,) = judged(rule, rule.breaks)
    assert finding.message == message


def test_every_kind_of_rule_has_its_sentence_above():
    said = {rule.code for rule in RULES if rule.id in MESSAGES}
    assert said == {rule.code for rule in RULES}
    assert len({rule.id for rule in RULES}) == len(RULES) == 33


def test_no_rule_changes_unnoticed():
    """Whoever changes a rule on purpose writes the new digest down here."""
    assert digest_of(RULES) == "01ca1f0a758fdfa7a67c18a1a17196fd6871e926be8705db342eb523ca5c1214"


@pytest.mark.parametrize(
    ("service", "on", "count"),
    [
        ("care_home", DAY, 23),
        ("care_home", EDITION_4_DAY, 26),
        ("domiciliary_care", DAY, 7),
        ("domiciliary_care", EDITION_4_DAY, 8),
    ],
)
def test_the_rules_that_apply_are_those_whose_fields_are_on_the_list(service, on, count):
    found = am.rules(service, on)
    on_list = {field.id for field in am.edition_on(on).fields(service)}
    assert len(found) == count
    assert all(set(rule.fields) <= on_list for rule in found)
    assert all(rule.basis is not None for rule in found)


def test_absences_cite_the_headcount_and_both_absences():
    rule = am.rules("care_home", DAY)[1]
    assert rule.fields == ("nurses_absent_covid", "nurses_absent_other", "nurses_employed")
    assert rule.basis.where == (
        "“For care home provider locations”, “workforce resourcing including absences”, bullets 1, 7 and 10"
    )


def test_vaccinated_staff_cite_both_sections():
    rule = next(rule for rule in am.rules("care_home", DAY) if rule.fields[0] == "employed_staff_flu_vaccination")
    assert rule.basis.where == (
        "“For care home provider locations”, “flu vaccination”, bullet 1; “For care home provider locations”, "
        "“workforce resourcing including absences”, bullets 1, 2 and 3"
    )


@pytest.mark.parametrize(
    ("answers", "broken"),
    [
        ({"a": 5, "b": 4}, True),
        ({"a": 4, "b": 4}, False),
        ({"a": 5}, False),
        ({"b": 4}, False),
        ({}, False),
    ],
)
def test_a_blank_stands_for_any_amount(answers, broken):
    (comparison,) = comparisons_of("a <= b")
    assert comparison.is_broken(units_of(answers)) is broken


def test_amounts_with_fractions_are_added_exactly():
    (comparison,) = comparisons_of("a + b <= c")
    assert not comparison.is_broken(units_of({"a": 37.4, "b": Decimal("74.8"), "c": 112.2}))
    assert comparison.is_broken(units_of({"a": 37.4, "b": Decimal("74.81"), "c": 112.2}))


@given(
    st.dictionaries(st.sampled_from("abcd"), st.integers(0, 3)),
    st.sampled_from(["a + b <= c", "a == 0 or b > 0", "a != b or c != d or a + c == 0", "a <= 2", "a + b + c > 0"]),
)
def test_a_rule_is_broken_exactly_where_it_is_broken_whatever_the_blanks_hold(answers, expression):
    blanks = [name for name in "abcd" if name not in answers]
    tries = [{**answers}]
    for name in blanks:
        # Beyond 9 nothing changes: the sums that are compared come to no more.
        tries = [{**tried, name: number} for tried in tries for number in (0, 1, 2, 3, 6, 9, 12)]
    always = all(not eval(expression, {}, tried) for tried in tries)
    assert all(comparison.is_broken(units_of(answers)) for comparison in comparisons_of(expression)) is always


@pytest.mark.parametrize("expression", ["a < b", "a", "a <= b <= c", "a - b <= c", "a <= 1.5", "f(a) <= b"])
def test_an_expression_that_means_nothing_here_is_refused(expression):
    with pytest.raises((ValueError, KeyError)):
        comparisons_of(expression)


def test_the_same_headcounts_of_zero_are_no_copies():
    zeros = {field: 0 for field in CARE_HOME if field.endswith("employed")}
    assert "headcounts-copied" not in codes(am.validate(care_home(**zeros), on=QUIET_DAY))


def test_a_part_that_proves_the_point_alone_is_enough():
    report = am.validate(care_home(nurses_employed=2, nurses_absent_covid=3, nurses_absent_other=None), on=QUIET_DAY)
    finding = only(report, "absences-exceed-headcount")
    assert finding.message.startswith("Registered nurses absent (3: 3 for COVID-19, not given for other reasons)")
    assert finding.context == {
        "nurses_absent_covid": 3,
        "nurses_absent_other": None,
        "nurses_employed": 2,
        "left": 3,
        "right": 2,
    }


@pytest.mark.parametrize(
    ("overtime", "paid", "broken"),
    [
        (112.2, 37.4 + 37.4 + 37.4, False),
        (112.21, 37.4 + 37.4 + 37.4, True),
        (112.21, 112.2, True),
        (112.209, 112.2, False),
        (0.1, Decimal("0.1"), False),
        (Decimal("100.01"), 100, True),
        (100, Decimal("99.991"), False),
        (100, 99, True),
        (999_999_999.01, 999_999_999, True),
        (Decimal("1." + "0" * 40 + "1"), 1, False),
        (Decimal("1.01" + "0" * 40 + "1"), 1, True),
    ],
)
def test_hours_less_than_a_hundredth_apart_are_the_same(overtime, paid, broken):
    report = am.validate(domiciliary(hours_overtime=overtime, hours_paid=paid), on=QUIET_DAY)
    assert ("overtime-exceeds-hours-paid" in codes(report)) is broken


def test_a_contradiction_between_sections_saved_on_different_days_is_a_query():
    values = {**CARE_HOME, "employed_staff_flu_vaccination": 68, "agency_staff_flu_vaccination": 0}
    values |= {"residents_flu_vaccination": 0}
    saved = dict.fromkeys(("beds", "workforce", "flu_vaccination", "visiting"), dt.date(2024, 3, 14))
    for day, severity in ((dt.date(2024, 3, 14), CONTRADICTION), (dt.date(2024, 3, 8), QUERY)):
        return_ = am.Return("care_home", values, saved={**saved, "flu_vaccination": day})
        report = am.validate(return_, on=dt.date(2024, 3, 14))
        finding = only(report, "vaccinated-exceed-headcount")
        assert finding.severity is severity
        assert ("saved on different days" in finding.message) is (severity is QUERY)
        assert report.compliant


def test_a_contradiction_with_a_section_that_was_never_saved_stays_one_and_with_an_unknown_save_does_not():
    values = {**CARE_HOME, **dict.fromkeys(("agency_staff_flu_vaccination", "residents_flu_vaccination"), 0)}
    values["employed_staff_flu_vaccination"] = 68
    saved = dict.fromkeys(("beds", "flu_vaccination", "visiting"), dt.date(2024, 3, 14))
    for lacking, severity in ((am.NotCarried(), CONTRADICTION), (am.NotCarried(saves=["workforce"]), QUERY)):
        return_ = am.Return("care_home", values, saved=saved, not_carried=lacking)
        finding = only(am.validate(return_, on=dt.date(2024, 3, 14)), "vaccinated-exceed-headcount")
        assert finding.severity is severity
        assert ("Not all of the days of saving are known" in finding.message) is (severity is QUERY)


def test_rules_judge_what_was_given_even_where_it_was_not_required():
    report = am.validate(care_home(employed_staff_flu_vaccination=500), on=QUIET_DAY)
    assert codes(report) == ["not-required", "vaccinated-exceed-headcount"]
    assert report.compliant


def test_the_context_of_a_rule_has_the_amounts_as_they_were_given():
    values = {"hours_paid": 7.0, "hours_overtime": Decimal("9.10")}
    (finding,) = judged(next(rule for rule in RULES if rule.fields == ("hours_overtime", "hours_paid")), values)
    given = {name: repr(amount) for name, amount in finding.context.items()}
    assert given == {
        "hours_overtime": "Decimal('9.10')", "hours_paid": "7.0", "left": "Decimal('9.10')", "right": "7.0"
    }  # fmt: skip


def test_an_example_of_a_rule_cannot_be_changed():
    with pytest.raises(TypeError, match="does not change"):
        RULES[0].breaks["hours_paid"] = 1
