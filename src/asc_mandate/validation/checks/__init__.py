"""What is looked for in a return: functions that take a case and yield findings, and the tuple of all of them.

To add a check, write a function in one of these files and give it its place in ``CHECKS``.
"""

from collections.abc import Callable, Iterable

from asc_mandate.validation.case import Case
from asc_mandate.validation.checks.names import location, personal_data, unknown_fields, unknown_sections
from asc_mandate.validation.checks.rules import broken_rules
from asc_mandate.validation.checks.saves import not_saved, saved_after_check, unreadable_saves
from asc_mandate.validation.checks.values import (
    missing_or_wrong,
    not_carried,
    not_required,
    undetermined,
    unusually_large,
)
from asc_mandate.validation.findings import Finding

Check = Callable[[Case], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    saved_after_check,
    not_saved,
    unreadable_saves,
    missing_or_wrong,
    unusually_large,
    not_carried,
    not_required,
    undetermined,
    unknown_fields,
    unknown_sections,
    personal_data,
    broken_rules,
    location,
)
"""Every check, in the order of the findings."""
