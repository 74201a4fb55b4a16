"""In and out: records for JSON, a JSON Schema for the browser, rows for tables, and what Capacity Tracker hands out."""

from asc_mandate.interchange import capacity_tracker

__all__ = ["capacity_tracker"]
