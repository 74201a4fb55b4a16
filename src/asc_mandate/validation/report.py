"""What validating returns: one report for a return, one for a batch."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import frozen

from asc_mandate._format import OneLine, one_line, plural
from asc_mandate.calendar import Calendar
from asc_mandate.checklists import Checklist
from asc_mandate.errors import DutyNotMet
from asc_mandate.notice.shapes import Edition, ServiceType
from asc_mandate.returns import Return
from asc_mandate.validation import printed
from asc_mandate.validation.case import Case
from asc_mandate.validation.checks import CHECKS
from asc_mandate.validation.dataset import DatasetVersion, version_of
from asc_mandate.validation.findings import Finding, Outcome, Severity
from asc_mandate.windows import ReportingWindow

UNKNOWN_BY = {
    "undetermined": "campaign",
    "not-carried": "source",
    "save-not-known": "source",
    "save-unreadable": "source",
}
"""The codes of what keeps an outcome from being known, with what it turns on."""


def unknown_by(finding: Finding) -> str | None:
    """Return what a finding leaves the outcome to turn on: "campaign", "source", or None for nothing."""
    return UNKNOWN_BY.get(finding.code) if finding.severity is Severity.QUERY else None


@frozen(unsafe_hash=False, repr=False)
class Report:
    """Whether a return meets the duty, and what was found in it.

    ``str(report)`` is a plain-text report for the person who made the return.

    >>> from asc_mandate import validate
    >>> report = validate(Return("care_home", {}), on=dt.date(2025, 8, 20))
    >>> report
    Report(care_home, August 2025: NOT MET, 22 breaches)
    >>> report.outcome.value, report.compliant, len(report.breaches)
    ('not_met', False, 22)

    Attributes:
        return_: The return that was judged.
        on: The day or the moment in London that it was judged on.
        checklist: What the return was judged by: that of the deciding day (the day of the return's last save in the
            window, or else of the check, moved into it), each section as it was asked for on the day it was saved.
        findings: Everything that was found: the saves, then fields in the notice's order, then names and rules.
        calendar: The calendar that was used.
    """

    return_: Return
    on: dt.date
    checklist: Checklist
    findings: tuple[Finding, ...]
    calendar: Calendar

    @property
    def outcome(self) -> Outcome:
        """MET, NOT_MET, OPEN or UNDETERMINED."""
        if self.breaches:
            return Outcome.NOT_MET if self.window.has_closed(self.on) else Outcome.OPEN
        return Outcome.UNDETERMINED if any(map(unknown_by, self.findings)) else Outcome.MET

    @property
    def window(self) -> ReportingWindow:
        """The reporting window that was judged."""
        return self.checklist.window

    @property
    def edition(self) -> Edition:
        """The edition of the notice that applied on the deciding day."""
        return self.checklist.edition

    @property
    def service(self) -> ServiceType:
        """The type of service of the return."""
        return self.return_.service

    @property
    def location_id(self) -> str | None:
        """The CQC location id of the return, if given."""
        return self.return_.location_id

    @property
    def compliant(self) -> bool:
        """Whether the outcome is MET."""
        return self.outcome is Outcome.MET

    @property
    def undetermined_by(self) -> tuple[str, ...]:
        """What an UNDETERMINED outcome turns on: "campaign", "source" or both; empty for any other outcome."""
        if self.outcome is not Outcome.UNDETERMINED:
            return ()
        return tuple(sorted({what for finding in self.findings if (what := unknown_by(finding))}))

    @property
    def dataset(self) -> DatasetVersion:
        """The release and the data that judged."""
        return version_of(self.edition.id, self.calendar)

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
        return printed.print_report(self)

    def _repr_html_(self) -> str:
        return printed.show_report(self)

    def __repr__(self) -> str:
        return one_line(self, printed.summarise(self))

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity is severity)


def report_on(case: Case) -> Report:
    """Return the report on a case: what each check finds, in the order of the checks."""
    findings = tuple([finding for check in CHECKS for finding in check(case)])
    return Report(case.return_, case.on, case.checklist, findings, case.calendar)


@frozen(repr=False)
class Gap(OneLine):
    """What no return of a batch could be judged on.

    Attributes:
        service: The type of service.
        code: The code of the finding.
        fields: The ids of the fields it concerns.
        message: Why, in plain English.
        count: How many returns have it.
    """

    service: ServiceType
    code: str
    fields: tuple[str, ...]
    message: str
    count: int


@frozen(unsafe_hash=False, repr=False)
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
    def gaps(self) -> tuple[Gap, ...]:
        """What no return of a type of service could be judged on, told once instead of in each report.

        Each has a finding on it, or none carries it: of that, a return that was not saved in time has no finding.
        """
        services = Counter(report.service for report in self.reports)
        blank = Counter(
            (report.service, id)
            for report in self.reports
            for id in report.return_.not_carried.fields
            if report.return_.values.get(id) is None
        )
        found = Counter(
            (report.service, finding.code, finding.fields, finding.message)
            for report, finding in self.findings
            if unknown_by(finding)
        )
        return tuple(
            Gap(service, code, fields, message, count)
            for (service, code, fields, message), count in found.items()
            if count == services[service]
            or (code == "not-carried" and all(blank[service, id] == services[service] for id in fields))
        )

    @property
    def compliant(self) -> bool:
        """Whether every outcome is MET."""
        return all(report.compliant for report in self.reports)

    def __iter__(self) -> Iterator[Report]:
        return iter(self.reports)

    def __len__(self) -> int:
        return len(self.reports)

    def __str__(self) -> str:
        return printed.print_batch(self)

    def _repr_html_(self) -> str:
        return printed.show_batch(self)

    def __repr__(self) -> str:
        return one_line(self, plural(len(self), "return"), printed.count_outcomes(self))
