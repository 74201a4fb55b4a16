"""Rows for tables: every cell is text, a number or None, and every row of a kind has the same columns."""

from collections import Counter
from collections.abc import Iterable, Iterator

from asc_mandate._coerce import iterate
from asc_mandate.interchange.hooks import write_month
from asc_mandate.notice.provenance import NotFound
from asc_mandate.penalties.assessment import PenaltyAssessment
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.validation.findings import Severity
from asc_mandate.validation.report import BatchReport, Report
from asc_mandate.windows import ReportingWindow

Cell = str | float | None
Row = dict[str, Cell]
Told = tuple[str, str, tuple[str, ...], str]

FINDING_COLUMNS = (
    "location_id", "service", "window", "on", "outcome", "code", "severity", "fields", "message", "citation", "dataset",
)  # fmt: skip
"""The columns of ``finding_rows``: ``window`` is a month such as "2025-08", ``fields`` are ids with commas between."""
OUTCOME_COLUMNS = (
    "location_id", "service", "window", "on", "outcome", "undetermined_by",
    "breaches", "contradictions", "queries", "notes", "dataset",
)  # fmt: skip
"""The columns of ``outcome_rows``: how many findings there are of each severity, and the rest as in findings."""
LEDGER_COLUMNS = ("location_id", "window", "outcome")
"""The columns of ``ledger_rows``."""
ASSESSMENT_COLUMNS = (
    "location_id", "on", "conclusion", "stage", "trigger", "at_risk", "next_step", "amount",
    "amount_not_found", "dataset",
)  # fmt: skip
"""The columns of ``assessment_rows``: ``trigger`` is the policy's, answered; ``at_risk`` is a month, ``amount`` in
pounds, and where it is not known ``amount_not_found`` says why."""


def finding_rows(reports: Iterable[Report], *, gaps: bool = False) -> Iterator[Row]:
    """Yield a row for each finding of some reports, with the columns of ``FINDING_COLUMNS``.

    A report without findings makes one row in which what belongs to a finding is None, so that no location goes missing
    from the table. Of a BatchReport of several returns, what its ``gaps`` tell once is left out unless ``gaps`` is
    true. Raises InvalidArgument for anything but reports.

    >>> import datetime as dt
    >>> from asc_mandate import Return, validate_all
    >>> batch = validate_all([Return("domiciliary_care", {"service_users": -1})], on=dt.date(2025, 8, 12))
    >>> row = next(finding_rows(batch))
    >>> row["window"], row["outcome"], row["code"], row["fields"]
    ('2025-08', 'open', 'negative', 'service_users')
    """
    told = reports.gaps if isinstance(reports, BatchReport) and not gaps else ()
    left_out: set[Told] = {(gap.service, gap.code, gap.fields, gap.message) for gap in told if gap.count > 1}
    return (row for report in iterate(reports, Report, "reports") for row in _of_report(report, left_out))


def _of_report(report: Report, left_out: set[Told]) -> Iterator[Row]:
    found: list[tuple[Cell, ...]] = [
        (finding.code, finding.severity.value, _text(", ".join(finding.fields)), finding.message, str(finding.citation))
        for finding in report.findings
        if (report.service, finding.code, finding.fields, finding.message) not in left_out
    ]
    for cells in found or [(None,) * 5]:
        yield _row(FINDING_COLUMNS, *_judged(report), *cells, str(report.dataset))


def outcome_rows(reports: Iterable[Report]) -> Iterator[Row]:
    """Yield a row for each report, with the columns of ``OUTCOME_COLUMNS``. Raises as ``finding_rows`` does."""
    return map(_of_outcome, iterate(reports, Report, "reports"))


def _of_outcome(report: Report) -> Row:
    counts = Counter(finding.severity for finding in report.findings)
    undetermined_by = ", ".join(report.undetermined_by) or None
    counted = (counts[severity] for severity in Severity)
    return _row(OUTCOME_COLUMNS, *_judged(report), undetermined_by, *counted, str(report.dataset))


def ledger_rows(ledgers: Iterable[Ledger]) -> Iterator[Row]:
    """Yield a row for each month of some ledgers, with the columns of ``LEDGER_COLUMNS``.

    Raises InvalidArgument for anything but ledgers.
    """
    return (
        _row(LEDGER_COLUMNS, _text(ledger.location_id), write_month(month), outcome.value)
        for ledger in iterate(ledgers, Ledger, "ledgers")
        for month, outcome in ledger.outcomes.items()
    )


def assessment_rows(assessments: Iterable[PenaltyAssessment]) -> Iterator[Row]:
    """Yield a row for each assessment, with the columns of ``ASSESSMENT_COLUMNS``.

    Raises InvalidArgument for anything but assessments.
    """
    return map(_of_assessment, iterate(assessments, PenaltyAssessment, "assessments"))


def _of_assessment(given: PenaltyAssessment) -> Row:
    about = (_text(given.location_id), given.on.isoformat(), given.conclusion.value, given.stage.value)
    at_risk = _month(given.at_risk) if given.at_risk else None
    amount = (None, given.amount.known) if isinstance(given.amount, NotFound) else (float(given.amount.amount), None)
    steps = (given.trigger.answer.value, at_risk, given.next_step)
    return _row(ASSESSMENT_COLUMNS, *about, *steps, *amount, str(given.dataset))


def _row(columns: tuple[str, ...], *cells: Cell) -> Row:
    return dict(zip(columns, cells, strict=True))


def _judged(report: Report) -> tuple[Cell, ...]:
    location, window = _text(report.location_id), _month(report.window)
    return location, report.service.value, window, report.on.isoformat(), report.outcome.value


def _month(window: ReportingWindow) -> str:
    return write_month((window.year, window.month))


def _text(given: str | None) -> str | None:
    """Return text that every writer of files takes; None where there is none."""
    return given.encode(errors="replace").decode() if given else None
