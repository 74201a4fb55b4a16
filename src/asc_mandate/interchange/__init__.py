"""In and out: records for JSON, a JSON Schema for forms, rows for tables, and what Capacity Tracker hands out."""

from asc_mandate.interchange import capacity_tracker
from asc_mandate.interchange.records import from_record, to_record
from asc_mandate.interchange.schema import json_schema

__all__ = ["capacity_tracker", "from_record", "json_schema", "to_record"]
