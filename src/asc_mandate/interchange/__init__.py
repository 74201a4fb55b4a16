"""In and out: records for JSON, a JSON Schema for forms, rows for tables, and what Capacity Tracker hands out."""

from asc_mandate.interchange import capacity_tracker
from asc_mandate.interchange.records import from_record, to_record

__all__ = ["capacity_tracker", "from_record", "to_record"]
