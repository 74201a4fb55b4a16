"""Which windows one location met and missed."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import cast

from attrs import field, frozen

from asc_mandate._coerce import (
    FrozenDict,
    as_date_or_none,
    is_date,
    iterate,
    to_choice,
    to_instance,
    to_location_id,
    to_mapping,
    to_member,
    to_python,
)
from asc_mandate._format import clean, format_date, format_month, one_line, plural
from asc_mandate._html import table
from asc_mandate._moments import day_of
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice.campaigns import HOLIDAYS_LAST_YEAR
from asc_mandate.notice.history import FIRST_WINDOW
from asc_mandate.validation.findings import Outcome
from asc_mandate.validation.report import Report
from asc_mandate.validation.saves import Timing, saves_of
from asc_mandate.windows import ReportingWindow, window_of

Month = tuple[int, int]
"""A year and a month from 1 to 12."""

_MONTHS = range(1, 13)
_MOST_MONTHS = 24
_NOT_KNOWN = frozenset({Outcome.UNDETERMINED, Outcome.OPEN})
_WORDS = {Outcome.MET: "met", Outcome.NOT_MET: "not met", Outcome.NOT_DUE: "not due", None: "unknown"}


def to_month(given: Month) -> Month:
    """Return a month that a ledger can hold."""
    first, last = FIRST_WINDOW.value, HOLIDAYS_LAST_YEAR.value
    match [to_python(part) for part in given] if isinstance(given, tuple) else []:
        case [int(year), int(month)] if 0 < year <= last and 0 < month <= 12 and month is not True:
            if (year, month) < (first.year, first.month):
                raise InvalidArgument(
                    f"{_name((year, month))} has no reporting window; the first was that of {format_month(first)}."
                )
            return year, month
        case _:
            raise InvalidArgument(
                f"A month of a ledger is a year up to {last} and a number from 1 to 12, such as (2026, 8)."
            )


def _to_outcomes(given: Mapping[Month, Outcome | str]) -> Mapping[Month, Outcome]:
    entries = to_mapping(given, "outcomes", "a mapping such as {(2026, 8): 'met'}")
    outcomes = {to_month(key): value for key, value in entries.items()}
    return FrozenDict(
        (month, to_member(outcomes[month], Outcome, f"The outcome of {_name(month)}")) for month in sorted(outcomes)
    )


def _to_id(given: str | None) -> str | None:
    return (to_location_id(given) or "").strip() or None


def _to_months(given: Iterable[Month]) -> tuple[Month, ...]:
    months = cast("Iterable[Month]", iterate(given, tuple, "counted_as_met"))
    return tuple(sorted({to_month(month) for month in months}))


@frozen(unsafe_hash=False, repr=False)
class Ledger:
    """Which windows one location met and missed.

    A month that is absent, UNDETERMINED or OPEN is unknown: it counts neither as missed nor as met. NOT_DUE is a month
    without the duty; so is one whose window lies wholly before ``duty_from`` or after ``duty_until``, whatever was
    given. A month whose window is cut by such a day is unknown unless given.

    >>> ledger = Ledger({(2026, 8): Outcome.MET, (2026, 9): "not_met"}, duty_until=dt.date(2026, 9, 30))
    >>> ledger
    Ledger(2 months: 1 met, 1 not met)
    >>> ledger.outcome(2026, 9).value, ledger.outcome(2026, 10).value, ledger.outcome(2026, 7)
    ('not_met', 'not_due', None)

    Attributes:
        outcomes: Year and month to outcome, in order, as given.
        location_id: The CQC location id, if given, without spaces around it.
        duty_from: The first day of the registration in London; None where no month is ruled out by it.
        duty_until: The last day of the registration in London; None while it runs.
        counted_as_met: The months that are MET only because the caller decided so (see ``from_reports``).
    """

    outcomes: Mapping[Month, Outcome] = field(converter=_to_outcomes)
    location_id: str | None = field(default=None, kw_only=True, converter=_to_id)
    duty_from: dt.date | None = field(default=None, kw_only=True, converter=as_date_or_none, validator=is_date)
    duty_until: dt.date | None = field(default=None, kw_only=True, converter=as_date_or_none, validator=is_date)
    counted_as_met: tuple[Month, ...] = field(default=(), kw_only=True, converter=_to_months)

    def __attrs_post_init__(self) -> None:
        if self.duty_from and self.duty_until and self.duty_until < self.duty_from:
            raise InvalidArgument(
                f"duty_until ({format_date(self.duty_until)}) is before duty_from ({format_date(self.duty_from)})."
            )
        for month in self.counted_as_met:
            if self.outcomes.get(month) is not Outcome.MET:
                raise InvalidArgument(f"counted_as_met has {_name(month)}, which is not met in outcomes.")

    @classmethod
    def from_reports(cls, reports: Iterable[Report], *, undetermined: Outcome | None = None) -> "Ledger":
        """Return which windows were met and missed, by the reports of one location.

        Of several reports on one window a MET one holds, whatever was saved afterwards; among others the latest
        judgement. Pass ``undetermined=Outcome.MET`` to count UNDETERMINED, which shows no breach, as met: that is your
        decision, and an assessment says so. A later report that shows only late saves does not undo it. Raises
        InvalidArgument for reports of more than one location, and as ``by_location`` does. Source: the reading
        ``met-once``.
        """
        ledgers = cls.by_location(reports, undetermined=undetermined)
        if len(ledgers) > 1:
            raise InvalidArgument(
                "reports are of more than one location; use Ledger.by_location to make a ledger for each."
            )
        return next(iter(ledgers.values()), cls({}))

    @classmethod
    def by_location(
        cls, reports: Iterable[Report], *, undetermined: Outcome | None = None
    ) -> "dict[str | None, Ledger]":
        """Return a ledger for each location, by its id; None holds the reports without one, taken as one location.

        Spaces around an id are ignored. Raises InvalidArgument where one id has reports for both types of service
        (whether these are one duty or two was not found, so make ledgers for each type), and where reports on one
        window were judged at the same time and differ, none of them MET.
        """
        count = to_choice(undetermined, (None, Outcome.MET.value), "undetermined") is not None
        grouped: dict[str | None, dict[Month, list[Report]]] = {}
        for report in iterate(reports, Report, "reports"):
            months = grouped.setdefault(_to_id(report.location_id), {})
            months.setdefault((report.window.year, report.window.month), []).append(report)
        ledgers: dict[str | None, Ledger] = {}
        for id, months in grouped.items():
            if len({report.service for judged in months.values() for report in judged}) > 1:
                raise InvalidArgument(
                    f"reports of {f'location {clean(id)}' if id else 'no location id'} are for both types of service; "
                    "make ledgers for one type at a time."
                )
            outcomes = {month: _judgement(judged, count) for month, judged in months.items()}
            counted = [month for month, outcome in outcomes.items() if count and outcome is Outcome.UNDETERMINED]
            met = dict.fromkeys(counted, Outcome.MET)
            ledgers[id] = cls({**outcomes, **met}, location_id=id, counted_as_met=counted)
        return ledgers

    def outcome(self, year: int, month: int, *, calendar: Calendar = ENGLAND) -> Outcome | None:
        """Return what came of a month's window: MET, NOT_MET or NOT_DUE; None where it is not known."""
        return self.outcome_in(window_of(*to_month((year, month)), to_instance(calendar, Calendar, "calendar")))

    def outcome_in(self, window: ReportingWindow) -> Outcome | None:
        """Return what came of a window, as ``outcome`` does."""
        to_instance(window, ReportingWindow, "window")
        not_yet = self.duty_from is not None and self.duty_from > window.closes
        if not_yet or (self.duty_until is not None and self.duty_until < window.opens):
            return Outcome.NOT_DUE
        found = self.outcomes.get((window.year, window.month))
        return None if found in _NOT_KNOWN else found

    def __str__(self) -> str:
        lines = [f"- {_name(month)}: {self._word(month)}" for month in self.outcomes]
        more = [f"and {len(lines) - _MOST_MONTHS} earlier"] if len(lines) > _MOST_MONTHS else []
        return "\n".join((f"{self._title()}:", *lines[-_MOST_MONTHS:], *more) if lines else (f"{self._title()}.",))

    def _word(self, month: Month) -> str:
        return _WORDS[self.outcome(*month)] if month in self.outcomes else ""

    def _title(self) -> str:
        return f"{clean(self.location_id or 'One location')}, {plural(len(self.outcomes), 'month')}"

    def _repr_html_(self) -> str:
        rows = [
            (str(year), *(self._word((year, month)) for month in _MONTHS))
            for year in sorted({year for year, _ in self.outcomes})
        ]
        return table([self._title()], ("Year", *(format_month(dt.date(2000, month, 1))[:3] for month in _MONTHS)), rows)

    def __repr__(self) -> str:
        found = Counter(self.outcome(*month) for month in self.outcomes)
        counts = ", ".join(f"{found[outcome]} {word}" for outcome, word in _WORDS.items() if outcome in found)
        number = plural(len(self.outcomes), "month")
        return one_line(self, clean(self.location_id or ""), f"{number}: {counts}" if counts else number)


def _name(month: Month) -> str:
    return format_month(dt.date(*month, 1))


def _judgement(reports: list[Report], count_undetermined: bool) -> Outcome:
    """Return the outcome that holds for one window."""
    found = {report.outcome for report in reports}
    if Outcome.MET in found:
        return Outcome.MET
    if count_undetermined and Outcome.UNDETERMINED in found:
        # A save after the window does not prove that nobody saved in it, and one in an open window proves no miss.
        reports = [report for report in reports if report.outcome is Outcome.UNDETERMINED or _proves_a_miss(report)]
    # A report judged on a day, without an hour, is as late as any other of that day.
    day, time = max(_when(report.on) for report in reports)
    latest = {report.outcome for report in reports if _when(report.on) in {(day, time), (day, 0)}}
    if len(latest) > 1:
        raise InvalidArgument(
            f"Two reports for {reports[0].window.label} were judged at the same time and differ; pass the one that "
            "holds."
        )
    return latest.pop()


def _proves_a_miss(report: Report) -> bool:
    """Return whether a breach concerns a section that was not saved after the window, when it may have changed."""
    sections = {report.checklist[id].field.section for breach in report.breaches for id in breach.fields}
    saves = saves_of(report.return_, report.on, report.window, sections)
    return report.outcome is Outcome.NOT_MET and any(
        save.timing in {Timing.COUNTS, Timing.EARLY, Timing.NONE} for save in saves.values()
    )


def _when(on: dt.date) -> tuple[dt.date, float]:
    # As a timestamp, because two moments of one zone are compared by the clock on the wall, which goes back in October.
    return day_of(on), on.timestamp() if isinstance(on, dt.datetime) else 0
