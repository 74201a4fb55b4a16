"""England's monthly data mandate for adult social care providers.

When a return is due, what it must hold on a day and why, whether it meets the duty, and the clause behind every answer.
"""

from typing import TYPE_CHECKING

from asc_mandate._version import __version__
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.checklists import Checklist, Requirement, checklist
from asc_mandate.conditions import Status
from asc_mandate.differences import EditionDiff, diff
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
from asc_mandate.notice.index import contacts, edition, edition_on, editions, history, readings
from asc_mandate.notice.provenance import Citation, Contact, Grade, NotFound, Publication, Reading, Source
from asc_mandate.notice.shapes import Campaign, Edition, Field, Kind, Section, ServiceType
from asc_mandate.returns import Absence, NotCarried, Return
from asc_mandate.validation.dataset import DatasetVersion, dataset_version
from asc_mandate.validation.expressions import Rule
from asc_mandate.validation.findings import Finding, Outcome, Severity
from asc_mandate.validation.report import BatchReport, Report
from asc_mandate.validation.rules import rules
from asc_mandate.validation.validate import validate, validate_all
from asc_mandate.windows import (
    ReportingWindow,
    reporting_window,
    reporting_windows,
    upcoming_window,
    upcoming_windows,
)

if TYPE_CHECKING:
    from asc_mandate.penalties import Fee, Ledger, Location, PenaltyAssessment, Provider, assess_penalty, penalty_amount
else:
    # Opened on first use, because many users never ask what follows.
    def __getattr__(name: str) -> object:
        from importlib import import_module

        from asc_mandate._format import closest, did_you_mean

        if name in __all__:
            return getattr(import_module("asc_mandate.penalties"), name)
        if name in {"interchange", "penalties", "testing"}:
            return import_module(f"asc_mandate.{name}")
        raise AttributeError(f"module 'asc_mandate' has no attribute {name!r}.{did_you_mean(closest(name, __all__))}")


__all__ = [
    "ENGLAND", "Absence", "BatchReport", "Calendar", "Campaign", "Checklist", "Citation", "Contact", "DatasetVersion",
    "DutyNotMet", "Edition", "EditionDiff", "EditionNotHeld", "Fee", "Field", "Finding", "Grade", "InvalidArgument",
    "InvalidRecord", "Kind", "Ledger", "Location", "MandateError", "NotCarried", "NotEstablished", "NotFound",
    "NotInForce", "Outcome", "PenaltyAssessment", "Problem", "Provider", "Publication", "Reading", "Report",
    "ReportingWindow", "Requirement", "Return", "Rule", "Section", "ServiceType", "Severity", "Source", "Status",
    "UnknownEdition", "UnknownField", "__version__", "assess_penalty", "checklist", "contacts", "dataset_version",
    "diff", "edition", "edition_on", "editions", "history", "penalty_amount", "readings", "reporting_window",
    "reporting_windows", "rules", "upcoming_window", "upcoming_windows", "validate", "validate_all",
]  # fmt: skip
