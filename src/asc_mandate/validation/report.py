"""What validating returns: one report for a return, one for a batch."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from asc_mandate.calendar import Calendar
from asc_mandate.checklists import Checklist
from asc_mandate.dataset import DatasetVersion
from asc_mandate.errors import DutyNotMet
from asc_mandate.moments import day_of
from asc_mandate.notice.model import Edition
from asc_mandate.returns import Return
from asc_mandate.rules import Severity
from asc_mandate.sentences import SERVICES
from asc_mandate.validation.findings import HEADINGS, OUTCOMES, Finding, Outcome
from asc_mandate.windows import ReportingWindow
from asc_mandate.words import date, legible, month, short_date, when

_WIDTH = 96
_OF_SOURCE = ("not-carried", "save-not-known")
_SAVE_GIVEN = ", and was saved in the reporting window."
_SAVE_TAKEN = ". No day of saving was given, so it counts as saved on the day of this check."


@frozen(unsafe_hash=False)
class Report:
    """Whether a return meets the duty, and what was found in it.

    ``str(report)`` is a plain-text report for the person who made the return.

    >>> from asc_mandate import validate
    >>> report = validate(Return("care_home", {}), on=dt.date(2025, 8, 20))
    >>> report.outcome.value, report.compliant, len(report.breaches)
    ('not_met', False, 22)

    Attributes:
        return_: The return that was judged.
        on: The day or the moment in London that it was judged on.
        outcome: MET, NOT_MET, OPEN or UNDETERMINED.
        findings: Everything that was found: timing, then fields in the notice's order, then rules.
        window: The reporting window of that day's month.
        checklist: What the return was judged by; each requirement names its deciding day.
        calendar: The calendar that was used.
        dataset: The release and the edition that judged.
    """

    return_: Return
    on: dt.date
    outcome: Outcome
    findings: tuple[Finding, ...]
    window: ReportingWindow
    checklist: Checklist
    calendar: Calendar
    dataset: DatasetVersion

    @property
    def compliant(self) -> bool:
        """Whether the outcome is MET."""
        return self.outcome is Outcome.MET

    @property
    def edition(self) -> Edition:
        """The edition of the notice that applied on the deciding day."""
        return self.checklist.edition

    @property
    def not_carried(self) -> tuple[str, ...]:
        """The ids of the fields that are asked for and that the source of the return has no place for."""
        return tuple(id for finding in self.findings if finding.code == "not-carried" for id in finding.fields)

    @property
    def breaches(self) -> tuple[Finding, ...]:
        """The findings that leave the duty unmet."""
        return self._of(Severity.BREACH)

    @property
    def contradictions(self) -> tuple[Finding, ...]:
        """The findings that cannot be true by the notice's own words."""
        return self._of(Severity.CONTRADICTION)

    @property
    def queries(self) -> tuple[Finding, ...]:
        """The findings that are worth a second look."""
        return self._of(Severity.QUERY)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The findings that are for information."""
        return self._of(Severity.NOTE)

    def raise_for_breaches(self) -> None:
        """Raise DutyNotMet, whose message names every breach, if there is one.

        >>> from asc_mandate import DutyNotMet, validate
        >>> try:
        ...     validate(Return("domiciliary_care", {}), on=dt.date(2025, 8, 12)).raise_for_breaches()
        ... except DutyNotMet as refusal:
        ...     print(str(refusal)[:58])
        Service users: “how many service users are currently regis
        """
        if self.breaches:
            raise DutyNotMet(" ".join(finding.message for finding in self.breaches))

    def __str__(self) -> str:
        return "\n".join(_lines(self))

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


@frozen(unsafe_hash=False)
class BatchReport:
    """The reports of many returns judged on the same day, in the order in which the returns were given.

    >>> from asc_mandate import validate_all
    >>> batch = validate_all([Return("care_home", {}), Return("domiciliary_care", {})], on=dt.date(2025, 8, 20))
    >>> print(str(batch).splitlines()[0])
    2 returns checked on Wednesday 20 August 2025: not met 2.

    Attributes:
        on: The day or the moment in London that they were judged on.
        reports: One for each return.
    """

    on: dt.date
    reports: tuple[Report, ...]

    @property
    def outcomes(self) -> Mapping[Outcome, int]:
        """How many returns came to each outcome that any came to."""
        counts = Counter(report.outcome for report in self.reports)
        return {outcome: counts[outcome] for outcome in Outcome if counts[outcome]}

    @property
    def findings(self) -> tuple[tuple[Report, Finding], ...]:
        """The findings of all returns, in order, each with the report it is from."""
        return tuple((report, finding) for report in self.reports for finding in report.findings)

    @property
    def compliant(self) -> bool:
        """Whether every outcome is MET."""
        return all(report.compliant for report in self.reports)

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    def __str__(self) -> str:
        counts = ", ".join(f"{OUTCOMES[outcome]} {count}" for outcome, count in self.outcomes.items())
        total = f"{len(self)} {'return' if len(self) == 1 else 'returns'}"
        head = f"{total} checked {when(self.on)}{': ' if counts else ''}{counts}."
        return "\n\n".join((head, *(str(report) for report in self if report.findings)))


def _lines(report: Report) -> Iterator[str]:
    yield f"{_named(report)}: return for {month(report.window.opens)}"
    yield from _wrapped(f"{OUTCOMES[report.outcome].upper()}. {_explained(report)} Checked {when(report.on)}.")
    for severity, heading in HEADINGS.items():
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
    return f"{service} {legible(location)}" if location and location.strip() else service


def _explained(report: Report) -> str:
    window = report.window
    match report.outcome:
        case Outcome.MET:
            return "All that was asked for is given" + (_SAVE_TAKEN if report.return_.saved is None else _SAVE_GIVEN)
        case Outcome.UNDETERMINED if any(finding.code in _OF_SOURCE for finding in report.findings):
            return (
                "Nothing given here breaks the duty, but where it was read from does not hold everything that decides."
            )
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
    # Imported on first use: most reports are never printed.
    import textwrap

    return textwrap.wrap(text, _WIDTH, initial_indent=mark, subsequent_indent=" " * len(mark), break_on_hyphens=False)
