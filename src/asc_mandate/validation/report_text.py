"""Reports as plain text, for the person who made the return."""

import textwrap
from collections.abc import Iterator

from asc_mandate.moments import day_of
from asc_mandate.rules import Severity
from asc_mandate.sentences import SERVICES
from asc_mandate.validation.findings import Finding, Outcome
from asc_mandate.validation.report import BatchReport, Report
from asc_mandate.words import date, month, quoted, short_date, when

_WIDTH = 96

_OUTCOMES = {
    Outcome.MET: "Met",
    Outcome.NOT_MET: "Not met",
    Outcome.OPEN: "Open",
    Outcome.UNDETERMINED: "Undetermined",
}
_HEADINGS = {
    Severity.BREACH: "To put right, because the duty is not met without it",
    Severity.CONTRADICTION: "Cannot be true as it stands, and could be called false or misleading",
    Severity.QUERY: "Worth a second look",
    Severity.NOTE: "For information",
}


def write(report: Report) -> str:
    """Write one report: what came of it, what was found by how much it matters, and what it rests on."""
    return "\n".join(_lines(report))


def write_batch(batch: BatchReport) -> str:
    """Write how many returns came to what, and the whole report of each that has findings."""
    counts = ", ".join(f"{_OUTCOMES[outcome].lower()} {count}" for outcome, count in batch.outcomes.items())
    total = f"{len(batch)} {'return' if len(batch) == 1 else 'returns'}"
    head = f"{total} checked {when(batch.on)}{': ' if counts else ''}{counts}."
    return "\n\n".join((head, *(write(report) for report in batch if report.findings)))


def _lines(report: Report) -> Iterator[str]:
    yield f"{_named(report)}: return for {month(report.window.opens)}"
    yield from _wrapped(f"{_OUTCOMES[report.outcome].upper()}. {_explained(report)} Checked {when(report.on)}.")
    for severity, heading in _HEADINGS.items():
        found = [finding for finding in report.findings if finding.severity is severity]
        if found:
            yield ""
            yield f"{heading}:"
            for number, finding in enumerate(found, 1):
                yield from _numbered(number, finding)
    yield ""
    yield from _wrapped(_footer(report))


def _named(report: Report) -> str:
    location = report.return_.location_id
    service = SERVICES[report.return_.service]
    return f"{service} {quoted(location)[1:-1]}" if location and location.strip() else service


def _explained(report: Report) -> str:
    window = report.window
    match report.outcome:
        case Outcome.MET:
            return "All that was asked for is given, and was saved in the reporting window."
        case Outcome.UNDETERMINED:
            return "All that is known to be asked for is given, but it cannot be known whether more was."
        case Outcome.OPEN if day_of(report.on) < window.opens:
            return f"The reporting window opens on {date(window.opens)} and closes at the end of {date(window.closes)}."
        case Outcome.OPEN:
            return f"There is still time: the reporting window closes at the end of {date(window.closes)}."
        case _:
            return f"The reporting window closed at the end of {date(window.closes)}."


def _numbered(number: int, finding: Finding) -> Iterator[str]:
    mark = f"{number:>3}. "
    yield from _wrapped(finding.message, mark)
    yield from _wrapped(f"Basis: {finding.citation}", " " * len(mark))


def _footer(report: Report) -> str:
    calendar = report.calendar
    projected = (
        ""
        if report.window.confirmed
        else f"Public holidays are announced only through {short_date(calendar.holidays_confirmed_through)}, so the "
        "close of this window may still move. "
    )
    return (
        f"Judged by: {report.edition.source.title}. No later edition known as of "
        f"{short_date(report.dataset.surveyed_on)}. {projected}Campaigns known through "
        f"{short_date(calendar.campaigns_known_through)}. {report.dataset}. Not legal advice."
    )


def _wrapped(text: str, mark: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)
