"""Which windows one location met and missed."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import cast

from attrs import field, frozen

from asc_mandate.errors import InvalidArgument
from asc_mandate.moments import day_of
from asc_mandate.notice.duty import FIRST_WINDOW
from asc_mandate.notice.public_holidays import LAST_YEAR
from asc_mandate.plain import FrozenDict, is_a, is_mapping, items_of, iterator_of, member_of
from asc_mandate.validation.findings import Outcome
from asc_mandate.validation.report import Report
from asc_mandate.words import month, type_name

Month = tuple[int, int]
"""A year and a month from 1 to 12."""


def _outcomes(given: Mapping[Month, Outcome | str]) -> Mapping[Month, Outcome]:
    if not is_mapping(given):
        raise InvalidArgument(f"outcomes is {type_name(given)}; pass a mapping such as {{(2026, 8): Outcome.MET}}.")
    # A mapping of the caller's own making can raise anything while it is read.
    try:
        entries = list(dict(given).items())
    except Exception:  # noqa: BLE001
        raise InvalidArgument("outcomes could not be read; pass a plain dict.") from None
    outcomes = {_month(key): _outcome(value) for key, value in entries}
    return FrozenDict(sorted(outcomes.items()))


def _month(given: object) -> Month:
    parts = tuple(items_of(cast("object", given)) or ()) if is_a(given, tuple) else ()
    if len(parts) == 2 and all(type(part) is int for part in parts):
        year, number = cast("Month", parts)
        if dt.MINYEAR <= year <= LAST_YEAR.value and 1 <= number <= 12:
            first = FIRST_WINDOW.value
            asked = first.replace(year=year, month=number)
            if asked < first:
                raise InvalidArgument(f"{month(asked)} has no reporting window; the first was that of {month(first)}.")
            return year, number
    raise InvalidArgument(
        f"A month of a ledger is a year up to {LAST_YEAR.value} and a number from 1 to 12, such as (2026, 8)."
    )


def _outcome(given: object) -> Outcome:
    outcome = member_of(Outcome, given)
    if outcome is not None:
        return outcome
    raise InvalidArgument(
        f"outcomes has {type_name(given)} that is no outcome; pass one such as Outcome.MET or Outcome.NOT_MET."
    )


@frozen(unsafe_hash=False)
class Ledger:
    """Which windows one location met and missed.

    A month that is absent, or UNDETERMINED, or was OPEN when it was last judged, is unknown: it never counts as
    missed, and never as met. NOT_DUE is a month without the duty. Raises InvalidArgument for anything that is not a
    month with a reporting window or not an outcome.

    >>> ledger = Ledger({(2026, 8): Outcome.MET, (2026, 9): "not_met"})
    >>> ledger.outcome(2026, 9).value, ledger.outcome(2026, 10)
    ('not_met', None)

    Attributes:
        outcomes: Year and month to outcome, in order.
    """

    outcomes: Mapping[Month, Outcome] = field(converter=_outcomes)

    @classmethod
    def from_reports(cls, reports: Iterable[Report]) -> "Ledger":
        """Which windows were met and missed, by the reports of one location.

        Of two reports for one window the later judgement holds. Raises InvalidArgument for reports of different
        locations or services, for reports of one window that were judged at the same time and differ, and for
        anything but reports.

        >>> from asc_mandate import Return, validate
        >>> missed = validate(Return("care_home", {}), on=dt.date(2025, 8, 20))
        >>> Ledger.from_reports([missed]).outcome(2025, 8).value
        'not_met'
        """
        items = iterator_of(reports)
        if items is None:
            raise InvalidArgument(f"reports is {type_name(reports)}; pass a list of Report objects.")
        by_month: dict[Month, list[Report]] = {}
        whose: set[tuple[str, str | None]] = set()
        for report in items:
            if not is_a(report, Report):
                raise InvalidArgument(f"reports include {type_name(report)}; pass asc_mandate.Report objects.")
            whose.add((report.return_.service, report.return_.location_id))
            by_month.setdefault((report.window.year, report.window.month), []).append(report)
        if len(whose) > 1:
            raise InvalidArgument("The reports are of more than one location; make a ledger for each.")
        return cls({key: _latest(judged) for key, judged in by_month.items()})

    def outcome(self, year: int, month: int) -> Outcome | None:
        """What came of a month's window: MET, NOT_MET or NOT_DUE; None where it is not known.

        Raises InvalidArgument for anything that is not a month with a reporting window.

        >>> Ledger({(2026, 8): Outcome.UNDETERMINED}).outcome(2026, 8) is None
        True
        """
        found = self.outcomes.get(_month((year, month)))
        return None if found in {Outcome.UNDETERMINED, Outcome.OPEN} else found


def _latest(reports: list[Report]) -> Outcome:
    """Return the outcome of the latest judgement of one window."""
    # In one walk, because there may be a judgement for every keystroke. A day is as late as any of its moments.
    day = max(day_of(report.on) for report in reports)
    of_day = [(_instant(report.on), report.outcome) for report in reports if day_of(report.on) == day]
    last = max((instant for instant, _ in of_day if instant is not None), default=None)
    outcomes = {outcome for instant, outcome in of_day if instant is None or instant == last}
    first, *_ = reports
    if len(outcomes) > 1:
        raise InvalidArgument(
            f"Two reports for {month(first.window.opens)} were judged at the same time and differ; pass the one "
            "that holds."
        )
    return outcomes.pop()


def _instant(on: dt.date) -> dt.datetime | None:
    # In UTC, because two moments of one zone are compared by the clock on the wall, which goes back in October.
    return on.astimezone(dt.UTC) if isinstance(on, dt.datetime) else None
