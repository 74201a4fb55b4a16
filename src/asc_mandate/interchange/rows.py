"""Findings as rows of a table: every cell is text, or None."""

from collections.abc import Iterable, Iterator

from asc_mandate.errors import InvalidArgument
from asc_mandate.plain import is_a, iterator_of
from asc_mandate.validation.report import Report
from asc_mandate.words import type_name

Row = dict[str, str | None]

FINDING_COLUMNS = (
    "location_id",
    "service",
    "window",
    "outcome",
    "code",
    "severity",
    "fields",
    "message",
    "clause",
    "dataset",
)
"""The columns of ``finding_rows``, in order."""


def finding_rows(reports: Iterable[Report]) -> Iterator[Row]:
    """Which findings some reports have, as rows for a table.

    One row for each finding, with the columns of ``FINDING_COLUMNS``; a report without findings makes one row whose
    finding's cells are None, so that no location goes missing from the table. ``window`` is its month, ``"2025-08"``;
    ``fields`` are ids with commas between them. Raises InvalidArgument for anything but reports; a BatchReport can be
    passed as it is.

    >>> import datetime as dt
    >>> from asc_mandate import Return, validate_all
    >>> batch = validate_all([Return("domiciliary_care", {"service_users": -1})], on=dt.date(2025, 8, 12))
    >>> row = next(finding_rows(batch))
    >>> row["window"], row["outcome"], row["code"], row["fields"]
    ('2025-08', 'open', 'negative', 'service_users')
    """
    items = iterator_of(reports)
    if items is None:
        raise InvalidArgument(f"reports is {type_name(reports)}; pass a list of Report objects, or a BatchReport.")
    return _rows(items)


def _rows(reports: Iterable[object]) -> Iterator[Row]:
    for report in reports:
        if not is_a(report, Report):
            raise InvalidArgument(f"reports include {type_name(report)}; pass asc_mandate.Report objects.")
        judged = (
            report.return_.location_id,
            report.return_.service.value,
            f"{report.window.year:04}-{report.window.month:02}",
            report.outcome.value,
        )
        found: list[tuple[str | None, ...]] = [
            (finding.code, finding.severity.value, ", ".join(finding.fields), finding.message, str(finding.citation))
            for finding in report.findings
        ]
        for cells in found or [(None,) * 5]:
            yield dict(zip(FINDING_COLUMNS, (*judged, *cells, str(report.dataset)), strict=True))
