"""In and out: records for JSON, a JSON Schema for the browser, rows for tables, and what Capacity Tracker hands out."""

from asc_mandate.interchange import capacity_tracker
from asc_mandate.interchange.records import (
    assessment_from_record,
    assessment_to_record,
    calendar_from_record,
    calendar_to_record,
    checklist_from_record,
    checklist_to_record,
    dataset_version_from_record,
    dataset_version_to_record,
    edition_from_record,
    edition_to_record,
    ledger_from_record,
    ledger_to_record,
    report_from_record,
    report_to_record,
    return_from_record,
    return_to_record,
)
from asc_mandate.interchange.rows import FINDING_COLUMNS, finding_rows
from asc_mandate.interchange.schema import json_schema

__all__ = [
    "FINDING_COLUMNS",
    "assessment_from_record",
    "assessment_to_record",
    "calendar_from_record",
    "calendar_to_record",
    "capacity_tracker",
    "checklist_from_record",
    "checklist_to_record",
    "dataset_version_from_record",
    "dataset_version_to_record",
    "edition_from_record",
    "edition_to_record",
    "finding_rows",
    "json_schema",
    "ledger_from_record",
    "ledger_to_record",
    "report_from_record",
    "report_to_record",
    "return_from_record",
    "return_to_record",
]
