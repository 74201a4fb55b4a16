"""England's monthly data mandate for adult social care providers.

When a return is due, what it must hold on a day and why, whether it meets the duty, and the clause behind every answer.
"""

from typing import TYPE_CHECKING

from asc_mandate.release import __version__

if TYPE_CHECKING:
    from asc_mandate.calendar import ENGLAND, Calendar
    from asc_mandate.check import Defect, check_dataset
    from asc_mandate.checklists import Checklist, Requirement, checklist
    from asc_mandate.conditions import Status
    from asc_mandate.dataset import Dataset, DatasetVersion, dataset_version
    from asc_mandate.differences import Change, EditionDiff, ListDiff, PlacedField, diff
    from asc_mandate.errors import (
        DutyNotMet,
        EditionNotHeld,
        InvalidArgument,
        InvalidRecord,
        MandateError,
        NotEstablished,
        NotInForce,
        Problem,
        UnknownEdition,
        UnknownField,
    )
    from asc_mandate.notice.campaign import Campaign
    from asc_mandate.notice.contacts import Contact
    from asc_mandate.notice.index import contacts, edition, edition_on, editions, history, readings
    from asc_mandate.notice.model import (
        Clause,
        DuringCampaign,
        Edition,
        Field,
        Footnote,
        Kind,
        Season,
        Section,
        ServiceType,
    )
    from asc_mandate.notice.provenance import Citation, Datum, Grade, NotFound, Reading, Source
    from asc_mandate.notice.publication import NoticePeriod, Publication
    from asc_mandate.penalties.amount import Fee, Location, LocationFee, penalty_amount
    from asc_mandate.penalties.assessment import Conclusion, PenaltyAssessment, Provider, assess_penalty
    from asc_mandate.penalties.eligibility import EligibilityTest
    from asc_mandate.penalties.ledger import Ledger
    from asc_mandate.penalties.notices import Deadline, Method, Notice, NoticeKind, Stage
    from asc_mandate.penalties.trigger import Answer, Trigger
    from asc_mandate.returns import Absence, NotCarried, Return
    from asc_mandate.rules import Severity
    from asc_mandate.validation.findings import Finding, Outcome
    from asc_mandate.validation.report import BatchReport, Report
    from asc_mandate.validation.validate import validate, validate_all
    from asc_mandate.windows import (
        NonWorkingDay,
        ReportingWindow,
        reporting_window,
        reporting_windows,
        upcoming_window,
    )

__all__ = [
    "ENGLAND",
    "Absence",
    "Answer",
    "BatchReport",
    "Calendar",
    "Campaign",
    "Change",
    "Checklist",
    "Citation",
    "Clause",
    "Conclusion",
    "Contact",
    "Dataset",
    "DatasetVersion",
    "Datum",
    "Deadline",
    "Defect",
    "DuringCampaign",
    "DutyNotMet",
    "Edition",
    "EditionDiff",
    "EditionNotHeld",
    "EligibilityTest",
    "Fee",
    "Field",
    "Finding",
    "Footnote",
    "Grade",
    "InvalidArgument",
    "InvalidRecord",
    "Kind",
    "Ledger",
    "ListDiff",
    "Location",
    "LocationFee",
    "MandateError",
    "Method",
    "NonWorkingDay",
    "NotCarried",
    "NotEstablished",
    "NotFound",
    "NotInForce",
    "Notice",
    "NoticeKind",
    "NoticePeriod",
    "Outcome",
    "PenaltyAssessment",
    "PlacedField",
    "Problem",
    "Provider",
    "Publication",
    "Reading",
    "Report",
    "ReportingWindow",
    "Requirement",
    "Return",
    "Season",
    "Section",
    "ServiceType",
    "Severity",
    "Source",
    "Stage",
    "Status",
    "Trigger",
    "UnknownEdition",
    "UnknownField",
    "__version__",
    "assess_penalty",
    "check_dataset",
    "checklist",
    "contacts",
    "dataset_version",
    "diff",
    "edition",
    "edition_on",
    "editions",
    "history",
    "penalty_amount",
    "readings",
    "reporting_window",
    "reporting_windows",
    "upcoming_window",
    "validate",
    "validate_all",
]

_ROOMS = {
    "calendar": "Calendar ENGLAND",
    "check": "Defect check_dataset",
    "checklists": "Checklist Requirement checklist",
    "conditions": "Status",
    "dataset": "Dataset DatasetVersion dataset_version",
    "differences": "Change EditionDiff ListDiff PlacedField diff",
    "errors": "DutyNotMet EditionNotHeld InvalidArgument InvalidRecord MandateError NotEstablished "
    "NotInForce Problem UnknownEdition UnknownField",
    "notice.campaign": "Campaign",
    "notice.contacts": "Contact",
    "notice.index": "contacts edition edition_on editions history readings",
    "notice.model": "Clause DuringCampaign Edition Field Footnote Kind Season Section ServiceType",
    "notice.provenance": "Citation Datum Grade NotFound Reading Source",
    "notice.publication": "NoticePeriod Publication",
    "penalties.amount": "Fee Location LocationFee penalty_amount",
    "penalties.assessment": "Conclusion PenaltyAssessment Provider assess_penalty",
    "penalties.eligibility": "EligibilityTest",
    "penalties.ledger": "Ledger",
    "penalties.notices": "Deadline Method Notice NoticeKind Stage",
    "penalties.trigger": "Answer Trigger",
    "returns": "Absence NotCarried Return",
    "rules": "Severity",
    "validation.findings": "Finding Outcome",
    "validation.report": "BatchReport Report",
    "validation.validate": "validate validate_all",
    "windows": "NonWorkingDay ReportingWindow reporting_window reporting_windows upcoming_window",
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names.split()}


def _open(name: str) -> object:
    from importlib import import_module

    if name in _ROOM_OF:
        found = getattr(import_module(f"asc_mandate.{_ROOM_OF[name]}"), name)
    elif name in {room.partition(".")[0] for room in _ROOMS}:
        found = import_module(f"asc_mandate.{name}")
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = found
    return found


# Each room is opened when something in it is first asked for: opening all of them takes some 70 ms, which no
# application should pay for when it starts. Not by def, so that type checkers still find misspelt names.
globals()["__getattr__"] = _open


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
