"""Each rule: one return that trips it, one that only just does not."""

import datetime as dt
from decimal import Decimal

import pytest

import asc_mandate as am
from asc_mandate.rules import RULES

from .helpers import CARE_HOME_BOOSTERS, CARE_HOME_FLU, CARE_HOME_PRIMARY_COURSE, care_home, codes, domiciliary, only

EDITION_4_DAY = dt.date(2023, 10, 10)
DAY = dt.date(2025, 10, 10)
VACCINATED = {**CARE_HOME_FLU, **CARE_HOME_BOOSTERS}
ALL_VACCINATED = {**VACCINATED, **CARE_HOME_PRIMARY_COURSE}
NO_EMPLOYED = dict.fromkeys(("nurses_employed", "care_workers_employed", "non_care_workers_employed"), 0)
NO_AGENCY = {f"agency_{field}": 0 for field in NO_EMPLOYED}
NO_ABSENT = {
    f"{group}_absent_{why}": 0 for group in ("nurses", "care_workers", "non_care_workers") for why in ("covid", "other")
}
NO_STAFF = {
    **NO_EMPLOYED,
    **NO_AGENCY,
    **NO_ABSENT,
    **dict.fromkeys((f for f in VACCINATED if "staff" in f), 0),
}
DOMICILIARY_VACCINATED = {"staff_flu_vaccination": 5, "staff_seasonal_booster": 5}
CONTRADICTION, QUERY = am.Severity.CONTRADICTION, am.Severity.QUERY


def home(**changes):
    return care_home(**{**VACCINATED, **changes}), DAY


def home_2023(**changes):
    return care_home(**{**ALL_VACCINATED, **changes}), EDITION_4_DAY


def agency(**changes):
    return domiciliary(**{**DOMICILIARY_VACCINATED, **changes}), DAY


def agency_2023(**changes):
    return domiciliary(**{**DOMICILIARY_VACCINATED, "staff_covid_primary_course": 5, **changes}), EDITION_4_DAY


# id, what trips it, what only just does not, the message.
CASES = {
    "overtime-exceeds-hours-paid": (
        home(hours_paid=100, hours_overtime=120),
        home(hours_paid=100, hours_overtime=100),
        "Overtime (120 hours) is more than all hours paid (100 hours), which include it.",
    ),
    "absences-exceed-headcount-nurses": (
        home(nurses_employed=4, nurses_absent_covid=2, nurses_absent_other=3),
        home(nurses_employed=5, nurses_absent_covid=2, nurses_absent_other=3),
        "Registered nurses absent (5: 2 for COVID-19, 3 for other reasons) are more than all those directly employed "
        "(4), who include them.",
    ),
    "absences-exceed-headcount-care-workers": (
        home(care_workers_employed=40, care_workers_absent_covid=41, care_workers_absent_other=0),
        home(care_workers_employed=40, care_workers_absent_covid=20, care_workers_absent_other=20),
        "Care staff absent (41: 41 for COVID-19, 0 for other reasons) are more than all those directly employed (40), "
        "who include them.",
    ),
    "absences-exceed-headcount-non-care-workers": (
        home(non_care_workers_employed=3, non_care_workers_absent_covid=0, non_care_workers_absent_other=4),
        home(non_care_workers_employed=3, non_care_workers_absent_covid=0, non_care_workers_absent_other=3),
        "Non-care staff absent (4: 0 for COVID-19, 4 for other reasons) are more than all those directly employed (3), "
        "who include them.",
    ),
    "vaccinated-exceed-headcount-employed-staff-flu-vaccination": (
        home(employed_staff_flu_vaccination=68),
        home(employed_staff_flu_vaccination=67),
        "Directly employed staff known to have had a flu vaccination (68) are more than all directly employed staff "
        "(67: registered nurses 9, care staff 41, other staff 17).",
    ),
    "vaccinated-exceed-headcount-agency-staff-flu-vaccination": (
        home(agency_staff_flu_vaccination=8),
        home(agency_staff_flu_vaccination=7),
        "Agency or bank staff known to have had a flu vaccination (8) are more than all agency or bank staff (7: "
        "registered nurses 2, care staff 5, other staff 0).",
    ),
    "vaccinated-exceed-headcount-employed-staff-seasonal-booster": (
        home(employed_staff_seasonal_booster=68),
        home(employed_staff_seasonal_booster=67),
        "Directly employed staff known to have had a seasonal booster (68) are more than all directly employed staff "
        "(67: registered nurses 9, care staff 41, other staff 17).",
    ),
    "vaccinated-exceed-headcount-agency-staff-seasonal-booster": (
        home(agency_staff_seasonal_booster=8),
        home(agency_staff_seasonal_booster=7),
        "Agency or bank staff known to have had a seasonal booster (8) are more than all agency or bank staff (7: "
        "registered nurses 2, care staff 5, other staff 0).",
    ),
    "vaccinated-exceed-headcount-employed-staff-covid-primary-course": (
        home_2023(employed_staff_covid_primary_course=68),
        home_2023(employed_staff_covid_primary_course=67),
        "Directly employed staff known to have had a full primary course (68) are more than all directly employed "
        "staff (67: registered nurses 9, care staff 41, other staff 17).",
    ),
    "vaccinated-exceed-headcount-agency-staff-covid-primary-course": (
        home_2023(agency_staff_covid_primary_course=8),
        home_2023(agency_staff_covid_primary_course=7),
        "Agency or bank staff known to have had a full primary course (8) are more than all agency or bank staff (7: "
        "registered nurses 2, care staff 5, other staff 0).",
    ),
    "occupied-exceeds-capacity": (
        home(beds_occupied=43, beds_vacant_reserved=0, beds_vacant_accepting_admissions=0),
        home(beds_occupied=42, beds_vacant_reserved=0, beds_vacant_accepting_admissions=0),
        "Beds occupied (43) are more than the maximum capacity (42).",
    ),
    "beds-exceed-capacity": (
        home(beds_occupied=40, beds_vacant_reserved=1, beds_vacant_accepting_admissions=2),
        home(beds_occupied=40, beds_vacant_reserved=1, beds_vacant_accepting_admissions=1),
        "Beds occupied (40), reserved (1) and accepting admissions (2) make 43, more than the maximum capacity (42).",
    ),
    "vaccinated-exceed-residents-flu-vaccination": (
        home(residents_flu_vaccination=39),
        home(residents_flu_vaccination=38),
        "Residents known to have had a flu vaccination (39) are more than the beds occupied (38).",
    ),
    "vaccinated-exceed-residents-seasonal-booster": (
        home(residents_seasonal_booster=39),
        home(residents_seasonal_booster=38),
        "Residents known to have had a seasonal booster (39) are more than the beds occupied (38).",
    ),
    "vaccinated-exceed-residents-covid-primary-course": (
        home_2023(residents_covid_primary_course=39),
        home_2023(residents_covid_primary_course=38),
        "Residents known to have had a full primary course (39) are more than the beds occupied (38).",
    ),
    "absences-exceed-staff-staff-absent-covid": (
        agency(staff_absent_covid=29),
        agency(staff_absent_covid=28),
        "Staff absent because of COVID-19 (29) are more than the staff with face-to-face contact (28).",
    ),
    "vaccinated-exceed-staff-staff-flu-vaccination": (
        agency(staff_flu_vaccination=29),
        agency(staff_flu_vaccination=28),
        "Staff known to have had a flu vaccination (29) are more than the staff with face-to-face contact (28).",
    ),
    "vaccinated-exceed-staff-staff-seasonal-booster": (
        agency(staff_seasonal_booster=29),
        agency(staff_seasonal_booster=28),
        "Staff known to have had a seasonal booster (29) are more than the staff with face-to-face contact (28).",
    ),
    "vaccinated-exceed-staff-staff-covid-primary-course": (
        agency_2023(staff_covid_primary_course=29),
        agency_2023(staff_covid_primary_course=28),
        "Staff known to have had a full primary course (29) are more than the staff with face-to-face contact (28).",
    ),
    "packages-exceed-service-users": (
        agency(service_users=3, nhs_la_packages_returned=2, self_funded_packages_ended=2),
        agency(service_users=4, nhs_la_packages_returned=2, self_funded_packages_ended=2),
        "Packages returned (2) and ended (2) make 4, more than the service users (3).",
    ),
    "headcounts-copied": (
        home(agency_nurses_employed=9, agency_care_workers_employed=41, agency_non_care_workers_employed=17),
        home(agency_nurses_employed=9, agency_care_workers_employed=41, agency_non_care_workers_employed=16),
        "The headcounts of directly employed staff and of agency or bank staff are the same (9, 41 and 17). Check that "
        "one was not copied from the other.",
    ),
    "headcount-unusually-large-nurses-employed": (
        home(nurses_employed=1_001),
        home(nurses_employed=1_000),
        "The number of directly employed registered nurses (1,001) is more than 1,000, which is rare for one location.",
    ),
    "headcount-unusually-large-care-workers-employed": (
        home(care_workers_employed=1_001),
        home(care_workers_employed=1_000),
        "The number of directly employed care staff (1,001) is more than 1,000, which is rare for one location.",
    ),
    "headcount-unusually-large-non-care-workers-employed": (
        home(non_care_workers_employed=1_001),
        home(non_care_workers_employed=1_000),
        "The number of directly employed non-care staff (1,001) is more than 1,000, which is rare for one location.",
    ),
    "headcount-unusually-large-agency-nurses-employed": (
        home(agency_nurses_employed=1_001),
        home(agency_nurses_employed=1_000),
        "The number of agency or bank registered nurses (1,001) is more than 1,000, which is rare for one location.",
    ),
    "headcount-unusually-large-agency-care-workers-employed": (
        home(agency_care_workers_employed=1_001),
        home(agency_care_workers_employed=1_000),
        "The number of agency or bank care staff (1,001) is more than 1,000, which is rare for one location.",
    ),
    "headcount-unusually-large-agency-non-care-workers-employed": (
        home(agency_non_care_workers_employed=1_001),
        home(agency_non_care_workers_employed=1_000),
        "The number of agency or bank non-care staff (1,001) is more than 1,000, which is rare for one location.",
    ),
    "headcount-unusually-large-staff-face-to-face": (
        agency(staff_face_to_face=3_001),
        agency(staff_face_to_face=3_000),
        "The number of staff with face-to-face contact (3,001) is more than 3,000, which is rare for one location.",
    ),
    "headcount-unusually-large-service-users": (
        agency(service_users=3_001),
        agency(service_users=3_000),
        "The number of service users (3,001) is more than 3,000, which is rare for one location.",
    ),
    "beds-occupied-without-staff": (
        home(**NO_STAFF, hours_paid=0, hours_overtime=0),
        home(**{**NO_STAFF, "agency_non_care_workers_employed": 1}, hours_paid=0, hours_overtime=0),
        "Beds are occupied (38), but every headcount of staff is 0.",
    ),
    "hours-paid-without-staff": (
        home(**{**NO_STAFF, "agency_nurses_employed": 5}, hours_paid=1, hours_overtime=0),
        home(**{**NO_STAFF, "agency_nurses_employed": 5}, hours_paid=0, hours_overtime=0),
        "Hours were paid (1 hour), but every headcount of directly employed staff is 0.",
    ),
    "staff-without-hours-paid": (
        home(hours_paid=0, hours_overtime=0),
        home(hours_paid=1, hours_overtime=0),
        "Staff are directly employed (67), but no hours were paid to them.",
    ),
    "visiting-options-without-visits": (
        home(residents_able_to_visit=False),
        home(residents_able_to_visit=False, visiting_options=[]),
        "Residents could not take part in visits, but visiting options are listed (1).",
    ),
}


def test_every_rule_has_a_case_and_a_name_of_its_own():
    assert list(CASES) == [rule.id for rule in RULES]
    assert len(CASES) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule(rule):
    (tripping, day), (just_not, day_not), message = CASES[rule.id]
    finding = next(f for f in am.validate(tripping, on=day).findings if f.fields == rule.fields)
    assert finding.code == rule.code
    assert finding.severity is rule.severity
    assert finding.message == message
    assert all(f.message != message and f.fields != rule.fields for f in am.validate(just_not, on=day_not).findings)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_contradiction_cites_the_notice_and_a_query_its_grade(rule):
    (tripping, day), _, _ = CASES[rule.id]
    report = am.validate(tripping, on=day)
    finding = next(f for f in report.findings if f.fields == rule.fields)
    if rule.severity is CONTRADICTION:
        assert finding.citation.source == report.edition.source
        assert finding.citation == report.checklist[rule.basis].field.citation
    else:
        assert finding.citation.source.grade in {am.Grade.SECONDARY, am.Grade.INFERRED}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_no_rule_is_tripped_by_blanks_alone(rule):
    (tripping, day), _, _ = CASES[rule.id]
    blank = am.Return(tripping.service, {**tripping.values, **dict.fromkeys(rule.fields)})
    assert all((f.code, f.fields) != (rule.code, rule.fields) for f in am.validate(blank, on=day).findings)


def test_rules_alone_leave_the_duty_met():
    for (tripping, day), _, _ in CASES.values():
        assert am.validate(tripping, on=day).compliant


def test_a_part_that_proves_the_point_alone_is_enough():
    finding = only(
        am.validate(care_home(nurses_employed=2, nurses_absent_covid=3, nurses_absent_other=None), on=DAY),
        "absences-exceed-headcount",
    )
    assert finding.message.startswith("Registered nurses absent (3: 3 for COVID-19, blank for other reasons) are more")
    assert finding.context["nurses_absent_other"] is None


def test_a_whole_with_a_blank_in_it_proves_nothing():
    return_ = care_home(**{**VACCINATED, "employed_staff_flu_vaccination": 500, "nurses_employed": None})
    assert "vaccinated-exceed-headcount" not in codes(am.validate(return_, on=DAY))


@pytest.mark.parametrize(
    ("overtime", "paid", "trips"),
    [
        (0.1, Decimal("0.1"), False),
        (Decimal("0.1"), 0.1, False),
        (Decimal("100.01"), 100, True),
        (100, Decimal("99.99"), True),
        (Decimal("9E+8"), 900_000_000, False),
        (999_999_999, 999_999_998.5, True),
        (Decimal("1." + "0" * 40 + "1"), 1, True),
    ],
)
def test_hours_of_different_types_are_compared_as_they_were_written(overtime, paid, trips):
    report = am.validate(care_home(hours_overtime=overtime, hours_paid=paid), on=DAY)
    assert ("overtime-exceeds-hours-paid" in codes(report)) is trips


def test_equal_headcounts_of_zero_are_no_copying_error():
    report = am.validate(home(**NO_STAFF, hours_paid=0, hours_overtime=0)[0], on=DAY)
    assert "headcounts-copied" not in codes(report)


def test_headcounts_with_a_blank_are_no_copying_error():
    copied = {"agency_nurses_employed": 9, "agency_care_workers_employed": 41}
    for blank in (
        {"non_care_workers_employed": None, "agency_non_care_workers_employed": None},
        {"agency_non_care_workers_employed": None},
    ):
        assert "headcounts-copied" not in codes(am.validate(home(**copied, **blank)[0], on=DAY))


def test_one_absent_hour_is_one_hour():
    finding = only(am.validate(care_home(hours_overtime=2, hours_paid=1), on=DAY), "overtime-exceeds-hours-paid")
    assert "(2 hours) is more than all hours paid (1 hour)" in finding.message
    assert finding.context["part"] == 2
    assert finding.context["whole"] == 1


def test_rules_judge_what_was_given_even_where_it_was_not_required():
    return_ = care_home(employed_staff_flu_vaccination=500)
    report = am.validate(return_, on=dt.date(2025, 8, 12))
    assert codes(report) == ["not-required", "vaccinated-exceed-headcount"]
    assert report.compliant
