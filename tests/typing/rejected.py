"""What users write by mistake: each line is rejected by mypy and by pyright, for the reason that it names.

Where one of them accepts a line, or rejects it for another reason, its comment is reported as not needed. It is
never run.
"""

# What follows from a name that does not exist is not reported once more.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnusedExpression=false, reportUnusedImport=false

import datetime as dt

import asc_mandate as am
from asc_mandate import interchange
from asc_mandate.interchange import capacity_tracker
from asc_mandate.penalties import PenaltyNotice

DAY = dt.date(2025, 8, 12)
WINDOW = am.reporting_window(DAY)
CHECKLIST = am.checklist("care_home", DAY)
RETURN = am.Return("care_home", {})
REPORT = am.validate(RETURN, DAY)
LEDGER = am.Ledger({})
PROVIDER = am.Provider()

# Names that do not exist.
am.valdate(RETURN, DAY)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
am.Outcome.MISSED  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
am.ServiceType.CAREHOME  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
REPORT.complaint  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
REPORT.findings[0].text  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
WINDOW.closed  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
CHECKLIST.fields  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
am.ENGLAND.is_workday(DAY)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
interchange.return_from_json({})  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
from asc_mandate import Validator  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]

# Days and moments.
am.validate(RETURN, "2025-08-12")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.validate(RETURN, None)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.validate(RETURN)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.reporting_window(2025, 8)  # type: ignore[arg-type, call-arg]  # pyright: ignore[reportCallIssue]
am.reporting_window("August 2025")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.reporting_windows(DAY)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.upcoming_window()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.edition_on("2024-04-26")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.ENGLAND.is_working_day("2025-12-25")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
"2025-08-12" in WINDOW  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]

# Calendars.
am.checklist("care_home", DAY, am.ENGLAND)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.validate(RETURN, DAY, am.ENGLAND)  # type: ignore[call-arg, arg-type]  # pyright: ignore[reportCallIssue]
am.reporting_window(DAY, calendar="England")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.ENGLAND.with_campaigns(am.Campaign("x", starts=DAY, ends=DAY))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.ENGLAND.with_campaigns("autumn 2026", known_through=DAY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Campaign("x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.Campaign("x", starts="2026-10-01", ends=DAY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.ENGLAND.with_public_holiday(DAY)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

# Returns.
am.Return("care_home")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.Return({}, "care_home")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Return("care_home", [("beds_occupied", 38)])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Return("care_home", {}, "1-1000210669")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.Return("care_home", {}, location_id=1000210669)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Return("care_home", {}, saved="2025-08-12")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Return("care_home", {}, saved={"beds": "2025-08-12"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
am.Return("care_home", {}, not_carried=["absence"])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Return(3, {})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Absence(37.5)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.Absence(hours="37.5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.NotCarried(["absence"])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.NotCarried(fields="absence", saves=3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.validate({"service": "care_home"}, DAY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.validate_all(RETURN, DAY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.validate_all([{}], DAY)  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
CHECKLIST[0]  # type: ignore[index]  # pyright: ignore[reportArgumentType]

# What is given back does not change, and is not what it is not.
REPORT.outcome = am.Outcome.MET  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
REPORT.findings[0].severity = am.Severity.NOTE  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
REPORT.compliant = True  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
WINDOW.closes = DAY  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
RETURN.values["beds_occupied"] = 3  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
REPORT.findings.append(REPORT.findings[0])  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
LEDGER.outcomes[(2026, 8)] = am.Outcome.MET  # type: ignore[index]  # pyright: ignore[reportIndexIssue]
text: str = REPORT.outcome.MET.value + 1  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue]
number: int = REPORT.findings[0].code  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
opens: dt.datetime = WINDOW.opens  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
held: am.Edition = am.history()[0].edition  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
telephone: str = am.contacts()[0].telephone  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
nearest: str = am.UnknownField().nearest  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]
day: dt.date = am.history()[0].published  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

# What follows.
am.Ledger({"2026-08": "met"})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
am.Ledger([((2026, 8), "met")])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Ledger({(2026, 8): True})  # type: ignore[dict-item]  # pyright: ignore[reportArgumentType]
am.Provider(False)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.Provider(public_body="no")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.Provider(locations=[42])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
am.Location("care_home")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
am.Location("care_home", "42")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
PenaltyNotice("notice_of_intent", DAY)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
PenaltyNotice("notice_of_intent", "2026-09-01", "posted")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.assess_penalty(LEDGER, DAY)  # type: ignore[arg-type, call-arg]  # pyright: ignore[reportCallIssue]
am.assess_penalty(LEDGER, PROVIDER, DAY, True)  # type: ignore[arg-type, call-arg]  # pyright: ignore[reportCallIssue]
am.assess_penalty(LEDGER, PROVIDER, DAY, support_offered=True)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.assess_penalty(LEDGER, PROVIDER, DAY, reasonable_excuse="none")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.assess_penalty(LEDGER, PROVIDER, DAY, false_or_misleading="slightly")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.penalty_amount(am.Location("care_home", 42), DAY)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.penalty_amount([am.Location("care_home", 42)])  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
amount: float = am.penalty_amount([], DAY).amount  # type: ignore[assignment]  # pyright: ignore[reportAssignmentType]

# In and out.
interchange.from_record(am.Return)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
interchange.from_record(am.Return, '{"service": "care_home"}')  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
interchange.json_schema("care_home")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
interchange.finding_rows(REPORT)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
capacity_tracker.return_from_extract({}, "care_home")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
capacity_tracker.return_from_api([{}])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
