"""What users write: mypy and pyright accept every line in strict mode, and it runs.

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
from asc_mandate.notice import Clause, Datum, DuringCampaign, Season
from asc_mandate.penalties import EligibilityAnswer, Method, PenaltyNotice

DAY = dt.date(2025, 8, 12)
MOMENT = dt.datetime(2025, 8, 12, 9, 30, tzinfo=ZoneInfo("Europe/London"))

# The notice.
assert_type(am.editions(), tuple[am.Edition, ...])
assert_type(am.edition("2024-04-26").reconstruction, str | None)
assert_type(am.edition_on(MOMENT).fields("care_home"), tuple[am.Field, ...])
assert_type(am.edition_on(DAY).sections(am.ServiceType.CARE_HOME), tuple[am.Section, ...])
assert_type(am.edition_on(DAY).clause("duty"), Clause)
for publication in am.history():
    assert_type(publication.published, Datum[dt.date] | am.NotFound)
    if not isinstance(publication.published, am.NotFound):
        assert_type(publication.published.value, dt.date)
assert_type(am.diff("2023-07-15", "2024-04-26").care_home.removed, tuple[am.Field, ...])
assert_type(am.dataset_version(DAY).edition, str | None)
assert_type(am.readings()[0].alternatives, tuple[str, ...])
assert_type(am.contacts()[0].telephone, str | None)

# When.
campaign = am.Campaign("a made-up campaign", starts=dt.date(2026, 10, 1), ends=dt.date(2027, 1, 31))
campaigns = [campaign, am.Campaign("another", MOMENT, care_homes_start=DAY)]
calendar = am.ENGLAND.with_campaigns(*campaigns, known_through=dt.date(2027, 6, 30))
assert_type(calendar.with_public_holiday(dt.date(2027, 6, 14), "A day of celebration"), am.Calendar)
assert_type(am.ENGLAND.public_holiday(DAY), str | None)
window = am.reporting_window(DAY, calendar=calendar)
assert_type(window, am.ReportingWindow)
assert_type(am.upcoming_window(MOMENT).opens, dt.date)
assert_type(am.reporting_windows(DAY, MOMENT), tuple[am.ReportingWindow, ...])
assert_type(window.ends_at, dt.datetime)
assert_type(am.upcoming_windows(DAY, 12), tuple[am.ReportingWindow, ...])
assert_type(window.label, str)
assert_type([day.why for day in window.rolled], list[str])
assert_type(MOMENT in window, bool)

# What.
checklist = am.checklist("care_home", DAY, calendar=calendar)
assert_type(checklist["beds_occupied"].status, am.Status)
assert_type(checklist["beds_occupied"].field.condition, Season | DuringCampaign | None)
assert_type({requirement.field.id: requirement.reason for requirement in checklist}, dict[str, str])
assert_type(checklist.required, tuple[am.Requirement, ...])
assert_type(checklist.by_section, tuple[tuple[am.Section, tuple[am.Requirement, ...]], ...])
assert_type(am.rules("care_home", DAY)[0].expression, str)

# Does it.
counts = {"service_users": 63, "staff_face_to_face": 28}
absence = am.Absence(hours=Decimal("37.50"), days=2)
answers = am.Return("domiciliary_care", counts, location_id="1-1000210669", saved=MOMENT)
assert_type(answers.values, Mapping[str, object])
am.Return("care_home", {"absence": absence, "visiting_options": ["outings"], "beds_occupied": None}, saved=DAY)
am.Return(am.ServiceType.CARE_HOME, {}, saved={"beds": DAY, "workforce": None})
am.Return("care_home", {}, not_carried=am.NotCarried(fields=["absence"], earlier_saves=True))
report = am.validate(answers, on=MOMENT, window=window, calendar=calendar)
assert_type(report.compliant, bool)
assert_type(report.undetermined_by, tuple[str, ...])
assert_type(report.breaches + report.contradictions + report.queries + report.notes, tuple[am.Finding, ...])
for finding in report.findings:
    assert_type(finding.severity, am.Severity)
    assert_type(finding.fields, tuple[str, ...])
    assert_type(finding.context, Mapping[str, object])
batch = am.validate_all((return_ for return_ in (answers,)), on=DAY)
assert_type([each.outcome for each in batch], list[am.Outcome])
assert_type(batch.outcomes, Mapping[am.Outcome, int])


def in_words(outcome: am.Outcome) -> str:
    """Every outcome, so that a type checker sees that none is left out."""
    match outcome:
        case am.Outcome.MET:
            return "met"
        case am.Outcome.NOT_MET | am.Outcome.OPEN:
            return "not yet met"
        case am.Outcome.UNDETERMINED | am.Outcome.NOT_DUE:
            return "cannot be said"


try:
    assert_type(checklist["bed_occupied"], am.Requirement)
except am.UnknownField as unknown:
    assert_type(unknown.nearest, str | None)

# What follows.
ledger = am.Ledger({(2026, 5): "met", (2026, 6): am.Outcome.NOT_MET})
assert_type(am.Ledger.from_reports(batch).outcome(2025, 8), am.Outcome | None)
locations = [am.Location("care_home", 42), am.Location(am.ServiceType.DOMICILIARY_CARE, 63, location_id="1-1000210669")]
assert_type(am.Provider().public_body, Literal["partly"] | bool | None)
provider = am.Provider(public_body="partly", locations=locations)
notice = PenaltyNotice("notice_of_intent", DAY, Method.POSTED)
assessment = am.assess_penalty(ledger, provider, dt.date(2026, 9, 1), support_offered=DAY, notices=[notice])
assert_type(assessment.tests[0].answer, EligibilityAnswer)
assert_type(assessment.at_risk, am.ReportingWindow | None)
assert_type(assessment.amount, am.Fee | am.NotFound)
assert_type(am.penalty_amount(locations, dt.date(2026, 9, 1)).amount, Decimal)

# In and out, and tests of their own.
record = interchange.to_record(answers)
assert_type(record, dict[str, Any])
assert_type(interchange.from_record(am.Return, record), am.Return)
assert_type(interchange.to_record(report), dict[str, Any])
assert_type(interchange.json_schema("care_home", DAY, calendar=calendar), dict[str, Any])
assert_type(interchange.finding_rows(batch), Iterator[dict[str, str | float | None]])
row: dict[str, str] = {"cqcid": "1-1000210669", "serviceusercount": "63"}
assert_type(capacity_tracker.return_from_extract(row), am.Return)
assert_type(capacity_tracker.returns_from_extract([row]).returns, tuple[am.Return, ...])
assert_type(testing.met_returns("care_home", window=window), SearchStrategy[testing.Judged])
assert_type(testing.ledgers(DAY, MOMENT), SearchStrategy[am.Ledger])
