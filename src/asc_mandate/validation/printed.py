"""Reports in words: as text for the person who made the return, as a table for a notebook, and as one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from asc_mandate._format import clean, format_date, format_long_date, format_when, plural
from asc_mandate._html import table
from asc_mandate._moments import day_of
from asc_mandate.notice.history import SURVEYED_ON
from asc_mandate.notice.index import editions
from asc_mandate.notice.shapes import ServiceType
from asc_mandate.sentences import SERVICES
from asc_mandate.validation.findings import Finding, Outcome, Severity

if TYPE_CHECKING:
    from asc_mandate.validation.report import BatchReport, Report

_WIDTH = 96
_MOST_REPORTS = 20
_HEADINGS = {
    Severity.BREACH: "To put right, because the duty is not met without it",
    Severity.CONTRADICTION: "Cannot be true as it stands, and could be called false or misleading",
    Severity.QUERY: "Worth a second look",
    Severity.NOTE: "For information",
}
_TOO_LATE = "Why the duty was not met"
_TOO_EARLY = "To do once the reporting window opens"
_UNKNOWN: Mapping[tuple[str, ...], str] = {
    ("campaign",): "All that is known to be asked for is given, but it cannot be known whether more is.",
    ("source",): (
        "Nothing given here breaks the duty, but where it was read from does not hold everything that decides."
    ),
    ("campaign", "source"): (
        "Nothing given here breaks the duty, but it cannot be known whether more is asked for, and where it was read "
        "from does not hold everything that decides."
    ),
}
_MANY = {Severity.BREACH: "breaches", Severity.QUERY: "queries"}


def print_report(report: Report, told: Collection[str] = ()) -> str:
    """Return a report as text, without the findings whose messages were told before."""
    lines = [_title(report), *_wrapped(_state(report))]
    for severity, heading in _HEADINGS.items():
        found = [entry for entry in report.findings if entry.severity is severity and entry.message not in told]
        if found:
            lines += ["", f"{_heading(report) if severity is Severity.BREACH else heading}:"]
        for number, finding in enumerate(found, 1):
            mark = f"{number:>3}. "
            lines += _wrapped(finding.message, mark) + _wrapped(f"Basis: {_basis(finding, report)}", " " * len(mark))
    return "\n".join((*lines, "", *_wrapped(_footer(report))))


def show_report(report: Report) -> str:
    """Return a report as a table for a notebook."""
    rows = [(finding.severity, finding.message, _basis(finding, report)) for finding in report.findings]
    return table((_title(report), _state(report)), ("Finding", "What was found", "Basis"), rows, _footer(report))


def show_batch(batch: BatchReport) -> str:
    """Return the first reports of a batch that have findings as a table for a notebook, after what all came to."""
    found = [report for report in batch if report.findings]
    rows = [
        (_named(report), report.window.label, outcome_words(report.outcome), _counted(report))
        for report in found[:_MOST_REPORTS]
    ]
    return table([_counts(batch)], ("Service", "Month", "Outcome", "Findings"), rows, _more(len(found)))


def print_batch(batch: BatchReport) -> str:
    """Return the reports of a batch that have findings, after what they came to and what none was judged on."""
    gaps = [gap for gap in batch.gaps if gap.count > 1]
    told = {service: [gap.message for gap in gaps if gap.service is service] for service in ServiceType}
    once = [f"{SERVICES[gap.service]}, {plural(gap.count, 'return')}: {gap.message}" for gap in gaps]
    found = [report for report in batch if any(entry.message not in told[report.service] for entry in report.findings)]
    parts = (
        _counts(batch),
        *("\n".join(_wrapped(line)) for line in once),
        *(print_report(report, told[report.service]) for report in found[:_MOST_REPORTS]),
        _more(len(found)),
    )
    return "\n\n".join(filter(None, parts))


def count_outcomes(batch: BatchReport) -> str:
    """Return how many returns came to each outcome, in words."""
    return ", ".join(f"{outcome_words(outcome)} {count:,}" for outcome, count in batch.outcomes.items())


def outcome_words(outcome: Outcome) -> str:
    """Return an outcome as it is written in a sentence."""
    return outcome.value.replace("_", " ")


def summarise(report: Report) -> str:
    """Return what a report comes to, in one short line."""
    location = f" {clean(report.location_id)}" if report.location_id else ""
    found = ", ".join(filter(None, (outcome_words(report.outcome).upper(), _counted(report))))
    return f"{report.service}{location}, {report.window.label}: {found}"


def _counted(report: Report) -> str:
    counts = Counter(finding.severity for finding in report.findings)
    return ", ".join(plural(counts[part], part, _MANY.get(part, "")) for part in Severity if counts[part])


def _counts(batch: BatchReport) -> str:
    counts = count_outcomes(batch)
    return f"{plural(len(batch), 'return')} checked {format_when(batch.on)}{': ' if counts else ''}{counts}."


def _more(number: int) -> str:
    left = number - _MOST_REPORTS
    return f"And {plural(left, 'more return')} with findings." if left > 0 else ""


def _title(report: Report) -> str:
    return f"{_named(report)}: return for {report.window.label}"


def _state(report: Report) -> str:
    return f"{outcome_words(report.outcome).upper()}. {_explained(report)} Checked {format_when(report.on)}."


def _heading(report: Report) -> str:
    if report.outcome is Outcome.NOT_MET:
        return _TOO_LATE
    return _TOO_EARLY if day_of(report.on) < report.window.opens else _HEADINGS[Severity.BREACH]


def _named(report: Report) -> str:
    location = report.location_id
    service = SERVICES[report.service]
    return f"{service} {clean(location.strip())}" if location and location.strip() else service


def _explained(report: Report) -> str:
    opens, closes = format_long_date(report.window.opens), format_long_date(report.window.closes)
    if report.outcome is Outcome.MET:
        given = "All that was asked for is given"
        if report.return_.saved is None:
            return f"{given}. No day of saving was given, so it counts as saved on the day of this check."
        return f"{given}, and was saved in the reporting window."
    if report.outcome is Outcome.UNDETERMINED:
        known = _UNKNOWN[report.undetermined_by]
        closed = report.window.has_closed(report.on)
        return f"{known} The reporting window {'closed' if closed else 'closes'} at the end of {closes}."
    if report.outcome is Outcome.NOT_MET:
        return f"The reporting window closed at the end of {closes}."
    if day_of(report.on) < report.window.opens:
        return f"The reporting window opens on {opens} and closes at the end of {closes}."
    return f"There is still time: the reporting window closes at the end of {closes}."


def _basis(finding: Finding, report: Report) -> str:
    # The footer names the notice once.
    cited = finding.citation
    return f"the notice, {cited.where}" if cited.source == report.edition.source else str(cited)


def _footer(report: Report) -> str:
    later = [edition.applies_from for edition in editions() if edition.applies_from > report.edition.applies_from]
    edition = f"No later edition known as of {format_date(SURVEYED_ON.value)}."
    if later:
        edition = f"The next edition applies from {format_date(min(later))}."
    if not report.window.confirmed:
        edition += (
            f" Public holidays are announced only through {format_date(report.calendar.holidays_confirmed_through)}, "
            "so the close of this window may still move."
        )
    known_through = format_date(report.calendar.campaigns_known_through)
    return (
        f"Judged by: {report.edition.source}. {edition} Campaigns known through {known_through}. "
        f"{report.dataset}. Not legal advice."
    )


def _wrapped(text: str, mark: str = "") -> list[str]:
    # Imported on first use: most reports are never printed.
    import textwrap

    return textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)
