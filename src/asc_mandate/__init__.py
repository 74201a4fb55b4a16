"""England's monthly data mandate for adult social care providers.

When a return is due, what it must hold on a day and why, whether it meets the duty, and the clause behind every answer.
"""

from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.check import Defect, check_dataset
from asc_mandate.checklist import Checklist, Requirement, checklist
from asc_mandate.conditions import Status
from asc_mandate.dataset import Dataset, DatasetVersion, dataset_version
from asc_mandate.diff import Change, EditionDiff, ListDiff, PlacedField, diff
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
from asc_mandate.notice.index import edition, edition_on, editions, history, readings
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
    "Change",
    "Checklist",
    "Citation",
    "Clause",
    "Dataset",
    "DatasetVersion",
    "Datum",
    "Defect",
    "DuringCampaign",
    "DutyNotMet",
    "Edition",
    "EditionDiff",
    "EditionNotHeld",
    "Field",
    "Finding",
    "Footnote",
    "Grade",
    "InvalidArgument",
    "Kind",
    "ListDiff",
    "MandateError",
    "NonWorkingDay",
    "NotFound",
    "NotInForce",
    "NoticePeriod",
    "Outcome",
    "PlacedField",
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
    "Status",
    "UnknownEdition",
    "UnknownField",
    "__version__",
    "check_dataset",
    "checklist",
    "dataset_version",
    "diff",
    "edition",
    "edition_on",
    "editions",
    "history",
    "readings",
    "reporting_window",
    "reporting_windows",
    "upcoming_window",
    "validate",
    "validate_all",
]
