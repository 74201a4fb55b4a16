"""In and out: records for JSON, a JSON Schema for forms, rows for tables, and what Capacity Tracker hands out."""

from asc_mandate.interchange import capacity_tracker
from asc_mandate.interchange.records import from_record, to_record
from asc_mandate.interchange.rows import (
    ASSESSMENT_COLUMNS,
    FINDING_COLUMNS,
    LEDGER_COLUMNS,
    OUTCOME_COLUMNS,
    assessment_rows,
    finding_rows,
    ledger_rows,
    outcome_rows,
)
from asc_mandate.interchange.schema import json_schema

__all__ = [
    "ASSESSMENT_COLUMNS", "FINDING_COLUMNS", "LEDGER_COLUMNS", "OUTCOME_COLUMNS", "assessment_rows",
    "capacity_tracker", "finding_rows", "from_record", "json_schema", "ledger_rows", "outcome_rows", "to_record",
]  # fmt: skip
