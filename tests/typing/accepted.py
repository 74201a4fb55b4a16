"""What users write: every line is accepted by mypy and pyright in strict mode, and runs.

Each result is of the type that the line says, no wider and no narrower.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Literal, assert_type
from zoneinfo import ZoneInfo

from hypothesis.strategies import SearchStrategy

import asc_mandate as am
from asc_mandate import interchange, testing
from asc_mandate.interchange import capacity_tracker

DAY = dt.date(2025, 8, 12)
MOMENT = dt.datetime(2025, 8, 12, 9, 30, tzinfo=ZoneInfo("Europe/London"))

# The notice.
assert_type(am.__version__, str)
assert_type(am.editions(), tuple[am.Edition, ...])
assert_type(am.edition("2024-04-26"), am.Edition)
assert_type(am.edition_on(MOMENT), am.Edition)
assert_type(am.edition_on(DAY).id, str)
assert_type(am.edition_on(DAY).applies_from, dt.date)
assert_type(am.edition_on(DAY).reconstruction, str | None)
assert_type(am.edition_on(DAY).source.grade, am.Grade)
assert_type(am.edition_on(DAY).source.address, str | None)
assert_type(am.edition_on(DAY).fields("care_home"), tuple[am.Field, ...])
assert_type(am.edition_on(DAY).sections(am.ServiceType.CARE_HOME), tuple[am.Section, ...])
assert_type(am.edition_on(DAY).clause("duty"), am.Clause)
assert_type(am.edition_on(DAY).list_clause("care_home").citation, am.Citation)
assert_type(am.history(), tuple[am.Publication, ...])
for publication in am.history():
    assert_type(publication.published, am.Datum[dt.date] | am.NotFound)
    if not isinstance(publication.published, am.NotFound):
        assert_type(publication.published.value, dt.date)
    assert_type(publication.changes, tuple[am.Datum[str], ...])
    assert_type(publication.notice_period, am.NoticePeriod | am.NotFound)
assert_type(am.diff("2023-07-15", "2024-04-26"), am.EditionDiff)
assert_type(am.diff("2023-07-15", "2024-04-26").care_home.removed, tuple[am.PlacedField, ...])
assert_type(am.dataset_version(), am.DatasetVersion)
assert_type(am.dataset_version(None).edition, str | None)
assert_type(am.dataset_version(DAY).surveyed_on, dt.date)
assert_type(am.readings()[0].alternatives, tuple[str, ...])
assert_type(am.contacts()[0].telephone, str | None)
assert_type(am.check_dataset(), tuple[am.Defect, ...])

# When.
assert_type(am.ENGLAND, am.Calendar)
assert_type(am.ENGLAND.is_working_day(MOMENT), bool)
assert_type(am.ENGLAND.working_day_on_or_after(DAY), dt.date)
assert_type(am.ENGLAND.public_holiday(DAY), str | None)
assert_type(am.ENGLAND.campaigns, tuple[am.Campaign, ...])
assert_type(am.ENGLAND.holidays_added, tuple[tuple[dt.date, str], ...])
campaign = am.Campaign("autumn 2026", starts=dt.date(2026, 10, 1), ends=dt.date(2027, 1, 31))
campaigns = [campaign, am.Campaign("spring 2027", starts=MOMENT, ends=dt.date(2027, 6, 30), care_homes_start=DAY)]
assert_type(campaign.care_homes_start, dt.date)
calendar = am.ENGLAND.with_campaigns(*campaigns, known_through=dt.date(2027, 6, 30))
assert_type(calendar, am.Calendar)
assert_type(calendar.with_public_holiday(dt.date(2027, 6, 14), "A day of celebration"), am.Calendar)
assert_type(calendar.without_public_holiday(dt.date(2027, 5, 3)), am.Calendar)
assert_type(am.Calendar(campaigns=[campaign], campaigns_known_through=DAY), am.Calendar)
window = am.reporting_window(DAY, calendar=calendar)
assert_type(window, am.ReportingWindow)
assert_type(am.upcoming_window(MOMENT), am.ReportingWindow)
assert_type(am.reporting_windows(DAY, MOMENT), tuple[am.ReportingWindow, ...])
assert_type(window.opens, dt.date)
assert_type(window.ends_at, dt.datetime)
assert_type(window.year, int)
assert_type(window.confirmed, bool)
assert_type([day.why for day in window.rolled], list[str])
assert_type(DAY in window, bool)
assert_type(window.readings, tuple[str, ...])

# What.
checklist = am.checklist("care_home", DAY, calendar=calendar)
assert_type(checklist, am.Checklist)
assert_type(checklist["beds_occupied"], am.Requirement)
assert_type(checklist["beds_occupied"].status, am.Status)
assert_type(checklist["beds_occupied"].field.kind, am.Kind)
assert_type(checklist["beds_occupied"].field.condition, am.Season | am.DuringCampaign | None)
assert_type(checklist["beds_occupied"].field.footnote, am.Footnote | None)
assert_type({requirement.field.id: requirement.reason for requirement in checklist}, dict[str, str])
assert_type(checklist.required, tuple[am.Requirement, ...])
assert_type("beds_occupied" in checklist, bool)
assert_type(len(checklist), int)
assert_type(checklist.service, am.ServiceType)

# Does it.
absence = am.Absence(hours=Decimal("37.50"), days=2)
counts = {"service_users": 63, "staff_face_to_face": 28}
hours = {"hours_paid": 2900.5, "hours_agency": Decimal(3)}
answers = am.Return("domiciliary_care", counts)
assert_type(am.Return(am.ServiceType.DOMICILIARY_CARE, hours), am.Return)
assert_type(
    am.Return("care_home", {"absence": absence, "visiting_options": ["outings"], "beds_occupied": None}), am.Return
)
assert_type(am.Return("care_home", {}, saved=DAY).service, am.ServiceType)
assert_type(am.Return("care_home", {}, saved=MOMENT, location_id="1-1000210669").location_id, str | None)
assert_type(am.Return("care_home", {}, saved={"beds": DAY, "workforce": MOMENT}), am.Return)
assert_type(am.Return("care_home", {}, saved={"beds": DAY, "workforce": None}), am.Return)
assert_type(am.Return("care_home", {}, saved=None).values, Mapping[str, object])
assert_type(am.Return("care_home", {}, not_carried=am.NotCarried(fields=["absence"], earlier_saves=True)), am.Return)
report = am.validate(answers, DAY)
assert_type(report, am.Report)
assert_type(am.validate(answers, on=MOMENT, calendar=calendar), am.Report)
assert_type(report.outcome, am.Outcome)
assert_type(report.compliant, bool)
assert_type(report.findings, tuple[am.Finding, ...])
assert_type(report.breaches + report.contradictions + report.queries + report.notes, tuple[am.Finding, ...])
assert_type(report.dataset, am.DatasetVersion)
assert_type(report.return_.location_id, str | None)
assert_type(str(report), str)
for finding in report.findings:
    assert_type(finding.code, str)
    assert_type(finding.severity, am.Severity)
    assert_type(finding.fields, tuple[str, ...])
    assert_type(finding.context, Mapping[str, object])
    assert_type(finding.message, str)
    assert_type(finding.citation.where, str)
batch = am.validate_all([answers, answers], DAY)
assert_type(batch, am.BatchReport)
assert_type(am.validate_all((return_ for return_ in (answers,)), on=DAY, calendar=calendar), am.BatchReport)
assert_type([each.outcome for each in batch], list[am.Outcome])
assert_type(batch.outcomes, Mapping[am.Outcome, int])
assert_type(batch.findings, tuple[tuple[am.Report, am.Finding], ...])


def in_words(outcome: am.Outcome) -> str:
    """Every outcome, so that a type checker sees that none is left out."""
    match outcome:
        case am.Outcome.MET:
            return "met"
        case am.Outcome.NOT_MET | am.Outcome.OPEN:
            return "not yet met"
        case am.Outcome.UNDETERMINED | am.Outcome.NOT_DUE:
            return "cannot be said"


def refused(id: str) -> str | None:
    """What the field that was misspelt is most likely meant to be."""
    try:
        return checklist[id].field.id
    except am.UnknownField as unknown:
        return assert_type(unknown.nearest, str | None)


try:
    report.raise_for_breaches()
except am.DutyNotMet as breaches:
    assert_type(str(breaches), str)
except (am.InvalidArgument, am.NotInForce, am.EditionNotHeld, am.UnknownEdition, am.MandateError):
    raise

# What follows.
ledger = am.Ledger({(2026, 5): "met", (2026, 6): "not_met"})
assert_type(am.Ledger({(2026, 5): am.Outcome.MET}), am.Ledger)
assert_type(am.Ledger.from_reports(batch), am.Ledger)
assert_type(am.Ledger.from_reports([report]).outcome(2025, 8), am.Outcome | None)
assert_type(ledger.outcomes, Mapping[tuple[int, int], am.Outcome])
locations = [am.Location("care_home", 42), am.Location(am.ServiceType.DOMICILIARY_CARE, 63, location_id="1-1000210669")]
assert_type(am.Provider().public_body, Literal["partly"] | bool | None)
provider = am.Provider(public_body="partly", locations=locations)
notice = am.Notice("notice_of_intent", DAY, am.Method.POSTED)
assert_type(notice.given_on(am.ENGLAND), dt.date)
assessment = am.assess_penalty(ledger, provider, dt.date(2026, 9, 1), notices=[notice], calendar=calendar)
assert_type(assessment, am.PenaltyAssessment)
assert_type(
    am.assess_penalty(
        ledger,
        am.Provider(public_body=False),
        MOMENT.replace(year=2026),
        support_offered=DAY,
        reasonable_excuse=False,
        false_or_misleading="material",
    ).conclusion,
    am.Conclusion,
)
assert_type(assessment.stage, am.Stage)
assert_type(assessment.tests, tuple[am.EligibilityTest, ...])
assert_type(assessment.tests[0].answer, am.Answer)
assert_type(assessment.trigger, am.Trigger)
assert_type(assessment.at_risk, am.ReportingWindow | None)
assert_type(assessment.amount, am.Fee | am.NotFound)
assert_type(assessment.deadlines, tuple[am.Deadline, ...])
for deadline in assessment.deadlines:
    assert_type(deadline.by, dt.date | am.NotFound)
fee = am.penalty_amount(locations, dt.date(2026, 9, 1))
assert_type(fee.amount, Decimal)
assert_type([part.location.size for part in fee.breakdown], list[int])

# In and out.
record = interchange.return_to_record(answers)
assert_type(record, dict[str, Any])
assert_type(interchange.return_from_record(record), am.Return)
assert_type(interchange.report_from_record(interchange.report_to_record(report)), am.Report)
assert_type(interchange.checklist_from_record(interchange.checklist_to_record(checklist)), am.Checklist)
assert_type(interchange.edition_from_record(interchange.edition_to_record(report.edition)), am.Edition)
assert_type(interchange.ledger_from_record(interchange.ledger_to_record(ledger)), am.Ledger)
assert_type(interchange.assessment_from_record(interchange.assessment_to_record(assessment)), am.PenaltyAssessment)
assert_type(
    interchange.dataset_version_from_record(interchange.dataset_version_to_record(report.dataset)), am.DatasetVersion
)
assert_type(interchange.calendar_from_record(interchange.calendar_to_record(calendar)), am.Calendar)
assert_type(interchange.json_schema("care_home", DAY, calendar=calendar), dict[str, Any])
columns: tuple[str, ...] = interchange.FINDING_COLUMNS
assert_type(interchange.finding_rows(batch), Iterator[dict[str, str | None]])
row: dict[str, str] = {"cqcid": "1-1000210669", "serviceusercount": "63"}
assert_type(capacity_tracker.return_from_extract(row), am.Return)
assert_type(capacity_tracker.return_from_extract({"cqcid": None}, service="care_home"), am.Return)
assert_type(capacity_tracker.return_from_api({"cqcId": "1-1000210669", "vacancies": [{"total": 30}]}), am.Return)
try:
    interchange.return_from_record({"service": "hotel"})
except am.InvalidRecord as refusal:
    assert_type(refusal.problems, tuple[am.Problem, ...])
    assert_type(refusal.problems[0].path, str)

# Tests of their own.
assert_type(testing.met_returns("care_home", window=window), SearchStrategy[testing.Judged])
assert_type(testing.returns_with_defect("missing"), SearchStrategy[testing.Judged])
assert_type(testing.windows(), SearchStrategy[am.ReportingWindow])
assert_type(testing.moments_at_edges(window), SearchStrategy[dt.date])
assert_type(testing.ledgers(DAY, MOMENT), SearchStrategy[am.Ledger])
