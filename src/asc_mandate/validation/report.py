"""What validating returns: one report for a return, one for a batch."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from asc_mandate.calendar import Calendar
from asc_mandate.checklist import Checklist
from asc_mandate.dataset import DatasetVersion
from asc_mandate.errors import DutyNotMet
from asc_mandate.notice.model import Edition
from asc_mandate.returns import Return
from asc_mandate.rules import Severity
from asc_mandate.validation.findings import Finding, Outcome
from asc_mandate.windows import ReportingWindow


@frozen(unsafe_hash=False)
class Report:
    """Whether a return meets the duty, and what was found in it.

    ``str(report)`` is a plain-text report for the person who made the return.

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
        """Raise DutyNotMet, whose message names every breach, if there is one."""
        if self.breaches:
            raise DutyNotMet(" ".join(finding.message for finding in self.breaches))

    def __str__(self) -> str:
        from asc_mandate.validation.report_text import write

        return write(self)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


@frozen(unsafe_hash=False)
class BatchReport:
    """The reports of many returns judged on the same day, in the order in which the returns were given.

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
        from asc_mandate.validation.report_text import write_batch

        return write_batch(self)
