"""The contract, written out: what is stored, shown or cited may not change unnoticed."""

import datetime as dt
import pickle
import re
from pathlib import Path

import pytest

import asc_mandate as am
from asc_mandate.dataset import shipped
from asc_mandate.rules import RULES

COUNT, HOURS, ABSENCE, YES_NO, OPTIONS = am.Kind
OFFICIAL, SECONDARY, INFERRED = am.Grade.OFFICIAL, am.Grade.SECONDARY, am.Grade.INFERRED

ENUMS = {
    am.Answer: ["met", "not_met", "needs_judgement", "unknown"],
    am.Conclusion: ["not_eligible", "not_yet", "unknown", "needs_judgement", "eligible"],
    am.Method: ["delivered", "posted", "electronic"],
    am.NoticeKind: ["notice_of_intent", "final_notice", "withdrawal"],
    am.Stage: ["no_notice", "intent_sent", "representations", "decision", "final_sent", "final_notice", "withdrawn"],
    am.Grade: ["statute", "official", "secondary", "inferred"],
    am.Kind: ["count", "hours", "absence", "yes_no", "options"],
    am.Outcome: ["met", "not_met", "open", "undetermined", "not_due"],
    am.ServiceType: ["care_home", "domiciliary_care"],
    am.Severity: ["breach", "contradiction", "query", "note"],
    am.Status: ["required", "not_required", "undetermined"],
}

KINDS = {
    "beds_maximum_capacity": COUNT,
    "beds_occupied": COUNT,
    "beds_vacant_reserved": COUNT,
    "beds_vacant_accepting_admissions": COUNT,
    "nurses_employed": COUNT,
    "care_workers_employed": COUNT,
    "non_care_workers_employed": COUNT,
    "agency_nurses_employed": COUNT,
    "agency_care_workers_employed": COUNT,
    "agency_non_care_workers_employed": COUNT,
    "nurses_absent_covid": COUNT,
    "care_workers_absent_covid": COUNT,
    "non_care_workers_absent_covid": COUNT,
    "nurses_absent_other": COUNT,
    "care_workers_absent_other": COUNT,
    "non_care_workers_absent_other": COUNT,
    "hours_paid": HOURS,
    "hours_overtime": HOURS,
    "hours_agency": HOURS,
    "absence": ABSENCE,
    "employed_staff_covid_primary_course": COUNT,
    "agency_staff_covid_primary_course": COUNT,
    "residents_covid_primary_course": COUNT,
    "employed_staff_seasonal_booster": COUNT,
    "agency_staff_seasonal_booster": COUNT,
    "residents_seasonal_booster": COUNT,
    "employed_staff_flu_vaccination": COUNT,
    "agency_staff_flu_vaccination": COUNT,
    "residents_flu_vaccination": COUNT,
    "residents_able_to_visit": YES_NO,
    "visiting_options": OPTIONS,
    "service_users": COUNT,
    "staff_face_to_face": COUNT,
    "staff_absent_covid": COUNT,
    "staff_covid_primary_course": COUNT,
    "staff_seasonal_booster": COUNT,
    "staff_flu_vaccination": COUNT,
    "nhs_la_packages_returned": COUNT,
    "self_funded_packages_ended": COUNT,
}

# Rule: code, severity, and the field whose wording it rests on or the grade of what else it rests on.
RULE_CONTRACT = {
    "overtime-exceeds-hours-paid": ("overtime-exceeds-hours-paid", "contradiction", "hours_paid"),
    "absences-exceed-headcount-nurses": ("absences-exceed-headcount", "contradiction", "nurses_absent_covid"),
    "absences-exceed-headcount-care-workers": (
        "absences-exceed-headcount",
        "contradiction",
        "care_workers_absent_covid",
    ),
    "absences-exceed-headcount-non-care-workers": (
        "absences-exceed-headcount",
        "contradiction",
        "non_care_workers_absent_covid",
    ),
    "vaccinated-exceed-headcount-employed-staff-flu-vaccination": (
        "vaccinated-exceed-headcount",
        "contradiction",
        "employed_staff_flu_vaccination",
    ),
    "vaccinated-exceed-headcount-agency-staff-flu-vaccination": (
        "vaccinated-exceed-headcount",
        "contradiction",
        "agency_staff_flu_vaccination",
    ),
    "vaccinated-exceed-headcount-employed-staff-seasonal-booster": (
        "vaccinated-exceed-headcount",
        "contradiction",
        "employed_staff_seasonal_booster",
    ),
    "vaccinated-exceed-headcount-agency-staff-seasonal-booster": (
        "vaccinated-exceed-headcount",
        "contradiction",
        "agency_staff_seasonal_booster",
    ),
    "vaccinated-exceed-headcount-employed-staff-covid-primary-course": (
        "vaccinated-exceed-headcount",
        "contradiction",
        "employed_staff_covid_primary_course",
    ),
    "vaccinated-exceed-headcount-agency-staff-covid-primary-course": (
        "vaccinated-exceed-headcount",
        "contradiction",
        "agency_staff_covid_primary_course",
    ),
    "occupied-exceeds-capacity": ("occupied-exceeds-capacity", "query", INFERRED),
    "beds-exceed-capacity": ("beds-exceed-capacity", "query", INFERRED),
    "vaccinated-exceed-residents-flu-vaccination": ("vaccinated-exceed-residents", "query", INFERRED),
    "vaccinated-exceed-residents-seasonal-booster": ("vaccinated-exceed-residents", "query", INFERRED),
    "vaccinated-exceed-residents-covid-primary-course": ("vaccinated-exceed-residents", "query", INFERRED),
    "absences-exceed-staff-staff-absent-covid": ("absences-exceed-staff", "query", INFERRED),
    "vaccinated-exceed-staff-staff-flu-vaccination": ("vaccinated-exceed-staff", "query", INFERRED),
    "vaccinated-exceed-staff-staff-seasonal-booster": ("vaccinated-exceed-staff", "query", INFERRED),
    "vaccinated-exceed-staff-staff-covid-primary-course": ("vaccinated-exceed-staff", "query", INFERRED),
    "packages-exceed-service-users": ("packages-exceed-service-users", "query", INFERRED),
    "headcounts-copied": ("headcounts-copied", "query", SECONDARY),
    "headcount-unusually-large-nurses-employed": ("headcount-unusually-large", "query", SECONDARY),
    "headcount-unusually-large-care-workers-employed": ("headcount-unusually-large", "query", SECONDARY),
    "headcount-unusually-large-non-care-workers-employed": ("headcount-unusually-large", "query", SECONDARY),
    "headcount-unusually-large-agency-nurses-employed": ("headcount-unusually-large", "query", SECONDARY),
    "headcount-unusually-large-agency-care-workers-employed": ("headcount-unusually-large", "query", SECONDARY),
    "headcount-unusually-large-agency-non-care-workers-employed": ("headcount-unusually-large", "query", SECONDARY),
    "headcount-unusually-large-staff-face-to-face": ("headcount-unusually-large", "query", SECONDARY),
    "headcount-unusually-large-service-users": ("headcount-unusually-large", "query", SECONDARY),
    "beds-occupied-without-staff": ("beds-occupied-without-staff", "query", INFERRED),
    "hours-paid-without-staff": ("hours-paid-without-staff", "query", INFERRED),
    "staff-without-hours-paid": ("staff-without-hours-paid", "query", INFERRED),
    "visiting-options-without-visits": ("visiting-options-without-visits", "query", INFERRED),
}

CAMPAIGN_SOURCES = {
    "autumn 2022": [
        (
            OFFICIAL,
            "https://www.wired-gov.net/wg/news.nsf/articles/nhs+covid19+vaccine+bookings+to+open+to+millions+of+people+as+autumn+booster+campaign+kicks+off+06092022131500?open",
        ),
        (
            SECONDARY,
            "https://thepharmacist.co.uk/news/pharmacies-asked-to-begin-spring-covid-booster-campaign-in-april",
        ),
    ],
    "spring 2023": [
        (
            OFFICIAL,
            "https://www.wired-gov.net/wg/news.nsf/articles/final+four+weeks+to+get+spring+booster+with+more+than+half+protected+05062023141500?open",
        ),
    ],
    "autumn 2023": [
        (
            SECONDARY,
            "https://www.pmlive.com/pharma_news/nhs_winter_flu_and_covid-19_vaccine_programmes_start_early_1499501",
        ),
        (
            SECONDARY,
            "https://worcsalliance.org/news/free-seasonal-covid-19-vaccination-the-last-date-you-will-be-able-to-get-your-vaccine-is-31-january-2024/",
        ),
    ],
    "spring 2024": [
        (
            SECONDARY,
            "https://cpe.org.uk/our-news/c-19-vacs-preparing-for-a-successful-spring-2024-vaccination-campaign/",
        ),
    ],
    "autumn 2024": [
        (SECONDARY, "https://careprovideralliance.org.uk/flu-and-winter-2024-25"),
    ],
    "spring 2025": [
        (OFFICIAL, "https://primarycare.northeastlondon.icb.nhs.uk/news/spring-covid-19-vaccination-programme"),
    ],
    "autumn 2025": [
        (SECONDARY, "https://www.forumfamilypractice.co.uk/news/flu-and-covid-season-2025-to-2026"),
    ],
}

CLAUSE_PLACES = {
    "duty": "opening paragraphs, “From 31 July 2022”",
    "saving": "opening paragraphs, “Information is to be provided via the CT platform”",
    "reporting-window": "opening paragraphs, “designated 7-day reporting window”",
    "care-home-list": "“Information required under section 277A from 15 July 2023”, “For care home provider locations”",
    "domiciliary-care-list": (
        "“Information required under section 277A from 15 July 2023”, “For domiciliary care settings”"
    ),
    "seasonal-booster": "“COVID-19 vaccination question definitions”",
    "notice-period": "“Future changes to the data set”",
    "failure": "“Failure to comply”",
}

READINGS = {
    "campaign-starts-in-window": (
        "Its items are asked for from the starting day on; a save before that day needs none of them."
    ),
    "campaign-ends-in-window": "The mandation week that follows is the first window that opens after the end.",
    "between-campaign-and-window": "Yes: “up to” covers the days between.",
    "no-ongoing-campaign": "The window after the campaign still asks.",
    "campaign-start-by-setting": "For care homes their own day, for domiciliary care the general one.",
    "public-holiday": "A day on which England does not work: its bank holidays, Christmas Day and Good Friday.",
    "twelve-months": "The latest twelve windows that have closed.",
    "run-within-twelve-months": (
        "As far as the latest twelve windows that have closed; the whole run must lie within them."
    ),
    "earlier-failures": (
        "However far back, where it is known. Months before the latest twelve windows that have closed are not asked "
        "about."
    ),
    "extra-care-and-supported-living": "The list for domiciliary care settings.",
    "edition-5-effective": "From 26 April 2024, the day on which the edition without them was published.",
}


FIGURES = {
    "in force from": (dt.date(2022, 7, 31), OFFICIAL),
    "first window": (dt.date(2022, 8, 1), INFERRED),
    "window opens on": (8, OFFICIAL),
    "window closes on": (14, OFFICIAL),
    "aim of notice": (3, OFFICIAL),
    "campaigns known through": (dt.date(2026, 3, 31), INFERRED),
    "holidays confirmed through": (dt.date(2028, 12, 31), OFFICIAL),
    "first year of holidays": (2019, OFFICIAL),
    "last year of holidays": (2100, INFERRED),
    "holidays by common law": (("Good Friday", "Christmas Day"), INFERRED),
    "surveyed on": (dt.date(2026, 11, 22), INFERRED),
    "regulations in force from": (dt.date(2022, 12, 1), OFFICIAL),
    "first close that counts": (dt.date(2022, 12, 1), INFERRED),
    "missed in a row": (3, OFFICIAL),
    "missed in all": (4, OFFICIAL),
    "months looked back": (12, OFFICIAL),
    "working days by post": (3, OFFICIAL),
    "working days electronically": (1, OFFICIAL),
    "working days by delivery": (0, OFFICIAL),
    "days for representations": (14, SECONDARY),
    "days for decision": (28, SECONDARY),
    "unusually large": (1000000, INFERRED),
    "location id pattern": ("[0-9]-[0-9]{8,12}", OFFICIAL),
}


def test_values_of_enums_are_stored_by_others():
    assert {enum: [member.value for member in enum] for enum in ENUMS} == ENUMS


@pytest.mark.parametrize("edition", am.editions(), ids=lambda edition: edition.id)
def test_kinds_of_fields(edition):
    for service in am.ServiceType:
        for field in edition.fields(service):
            assert field.kind is KINDS[field.id], field.id
    held = {field.id for edition in am.editions() for service in am.ServiceType for field in edition.fields(service)}
    assert held == set(KINDS)


def test_rules_have_their_codes_severities_and_grounds():
    assert {
        rule.id: (
            rule.code,
            rule.severity.value,
            rule.basis if isinstance(rule.basis, str) else rule.basis.source.grade,
        )
        for rule in RULES
    } == RULE_CONTRACT


def test_campaigns_have_their_sources():
    assert {
        campaign.name: [(citation.source.grade, citation.source.address) for citation in campaign.citations]
        for campaign in am.ENGLAND.campaigns
    } == CAMPAIGN_SOURCES


def test_clauses_and_footnotes_say_where_they_stand():
    edition = am.edition("2024-04-26")
    assert {clause.id: clause.citation.where for clause in edition.clauses} == CLAUSE_PLACES
    for clause in edition.clauses:
        assert edition.clause(clause.id) is clause
        assert clause.citation.source == edition.source
    footnotes = {field.footnote for service in am.ServiceType for field in edition.fields(service) if field.footnote}
    assert {footnote.number: footnote.citation.where for footnote in footnotes} == {1: "footnote 1", 2: "footnote 2"}


def test_readings_are_the_decisions_written_down():
    assert {reading.id: reading.taken for reading in am.readings()} == READINGS


def test_what_is_written_down_rests_on_no_reading_unless_it_says_so():
    citation = am.readings()[0].citation
    for written in (
        am.Clause("id", "wording", citation),
        am.DuringCampaign("id", "subject", "wording", citation),
        am.Field("id", "wording", COUNT, "section", None, None, citation),
        am.Datum(1, citation),
    ):
        assert written.readings == ()


def test_figures_have_their_values_and_grades():
    assert {name: (figure.value, figure.citation.source.grade) for name, figure in shipped().figures.items()} == FIGURES


def test_errors_are_of_the_kinds_that_callers_catch():
    kinds = {
        am.InvalidArgument: ValueError,
        am.NotInForce: am.MandateError,
        am.EditionNotHeld: am.MandateError,
        am.UnknownEdition: LookupError,
        am.UnknownField: LookupError,
        am.DutyNotMet: am.MandateError,
    }
    for error, kind in kinds.items():
        assert issubclass(error, am.MandateError)
        assert issubclass(error, kind)
        assert issubclass(error, ValueError) == (error is am.InvalidArgument)
    refusal = am.InvalidRecord((am.Problem("values.absence", "is a list."), am.Problem("", "has no service.")))
    assert str(refusal) == "values.absence is a list.\nThe record has no service."
    assert refusal.args == (refusal.problems,)
    assert pickle.loads(pickle.dumps(refusal)).problems == refusal.problems
    assert am.UnknownField("x").nearest is None
    with pytest.raises(am.UnknownField) as caught:
        am.checklist("care_home", am.ENGLAND.campaigns_known_through)["bed_occupied"]
    assert caught.value.nearest == "beds_occupied"


@pytest.mark.parametrize("id", ["", "x", 5, None])
def test_unknown_clauses_are_named(id):
    with pytest.raises(am.InvalidArgument, match="has no clause .*; its clauses are duty, saving"):
        am.edition("2024-04-26").clause(id)


def test_editions_take_services_by_their_value():
    edition = am.edition("2024-04-26")
    assert edition.fields("care_home")[0].id == "beds_maximum_capacity"
    assert edition.sections("domiciliary_care") == edition.domiciliary_care
    for service in am.ServiceType:
        assert edition.list_clause(service).id == f"{service.value.replace('_', '-')}-list"
    for ask in (edition.fields, edition.sections, edition.list_clause):
        with pytest.raises(am.InvalidArgument, match="service is “hotel”"):
            ask("hotel")


def test_front_door_hands_on_every_name_and_no_other(monkeypatch):
    # As if nobody had opened these rooms yet.
    monkeypatch.delattr(am, "errors")
    monkeypatch.delattr(am, "notice")
    assert set(am._ROOM_OF) == set(am.__all__) - {"__version__"}
    for name in am.__all__:
        assert getattr(am, name) is not None
        assert name in dir(am)
    assert not hasattr(am, "nothing_like_it")
    assert am.errors.InvalidArgument is am.InvalidArgument
    assert am.notice.index.edition is am.edition
    with pytest.raises(AttributeError, match="^module 'asc_mandate' has no attribute 'nothing_like_it'$"):
        _ = am.nothing_like_it


def test_a_release_has_three_numbers():
    assert re.fullmatch(r"[0-9]+\.[0-9]+\.[0-9]+", am.__version__)


def test_no_room_hides_a_name_that_the_front_door_hands_on():
    package = Path(am.__file__).parent
    rooms = {path.relative_to(package).parts[0].removesuffix(".py") for path in package.rglob("*.py")}
    assert not rooms & (set(am.__all__) - {"__version__"})


def test_star_hands_on_everything():
    names = {}
    exec("from asc_mandate import *", names)
    assert set(am.__all__) <= set(names)
