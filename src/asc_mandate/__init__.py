"""England's monthly data mandate for adult social care providers.

When a return is due, what it must hold on a day and why, whether it meets the duty, and the clause behind every answer.
"""

from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.checklist import Checklist, Requirement, checklist
from asc_mandate.conditions import Status
from asc_mandate.dataset import DatasetVersion, dataset_version
from asc_mandate.errors import (
    DutyNotMet,
    EditionNotHeld,
    InvalidArgument,
    MandateError,
    NotInForce,
    UnknownEdition,
    UnknownField,
)
from asc_mandate.notice.campaign import Campaign
from asc_mandate.notice.index import edition, edition_on, editions, readings
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
from asc_mandate.notice.provenance import Citation, Grade, Reading, Source
from asc_mandate.release import __version__
from asc_mandate.returns import Absence, Return
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
    "BatchReport",
    "Calendar",
    "Campaign",
    "Checklist",
    "Citation",
    "Clause",
    "DatasetVersion",
    "DuringCampaign",
    "DutyNotMet",
    "Edition",
    "EditionNotHeld",
    "Field",
    "Finding",
    "Footnote",
    "Grade",
    "InvalidArgument",
    "Kind",
    "MandateError",
    "NonWorkingDay",
    "NotInForce",
    "Outcome",
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
    "Status",
    "UnknownEdition",
    "UnknownField",
    "__version__",
    "checklist",
    "dataset_version",
    "edition",
    "edition_on",
    "editions",
    "readings",
    "reporting_window",
    "reporting_windows",
    "upcoming_window",
    "validate",
    "validate_all",
]
