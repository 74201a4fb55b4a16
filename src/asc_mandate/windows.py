"""When a return must be made."""

import datetime as dt
from functools import lru_cache

from attrs import field, frozen

from asc_mandate._coerce import to_count, to_date, to_instance
from asc_mandate._format import OneLine, format_date, format_month, one_line
from asc_mandate._moments import day_of, start_of
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.errors import InvalidArgument, NotInForce
from asc_mandate.notice.campaigns import HOLIDAYS_BY_COMMON_LAW
from asc_mandate.notice.history import FIRST_WINDOW, IN_FORCE_FROM
from asc_mandate.notice.index import require_in_force, window_days
from asc_mandate.notice.provenance import Citation

_DAY = dt.timedelta(days=1)
_MOST_WINDOWS = 1_200
_HOW_MANY = f"a whole number from 1 to {_MOST_WINDOWS:,}"


@frozen(repr=False)
class NonWorkingDay(OneLine):
    """A day over which a window's close was rolled.

    Attributes:
        day: The day.
        why: Its weekday or its holiday.
    """

    day: dt.date
    why: str


@frozen(order=True, repr=False)
class ReportingWindow:
    """The days in which one month's return must be saved.

    It opens at the start of one day of the month and runs to the end of another or, where that is a weekend or a public
    holiday, of the next working day: by every text in force so far the 8th and the 14th. All times are in
    Europe/London. Windows sort by their days, and ``moment in window`` takes a date or an aware datetime. Source: the
    notice, “designated 7-day reporting window”.

    >>> window = reporting_window(dt.date(2026, 2, 1))
    >>> window.label, window.days, window.confirmed
    ('February 2026', 9, True)
    >>> dt.datetime(2026, 2, 16, 23, 59, tzinfo=dt.UTC) in window
    True

    Attributes:
        opens: The first day, included.
        closes: The last day, included.
        rolled: The non-working days that moved the close, in order; empty where it did not move.
        confirmed: False where the close lies past the announced public holidays, so that it is projected. (A
            holiday can still be proclaimed at short notice: see ``Calendar.with_public_holiday``.)
        citation: The words that set the window, in the text in force for it.
        readings: The ids of the readings that the close rests on.
    """

    opens: dt.date
    closes: dt.date
    rolled: tuple[NonWorkingDay, ...] = field(order=False)
    confirmed: bool = field(order=False)
    citation: Citation = field(order=False)
    readings: tuple[str, ...] = field(order=False)

    @property
    def year(self) -> int:
        """The year of the window's month."""
        return self.opens.year

    @property
    def month(self) -> int:
        """The window's month, from 1 to 12."""
        return self.opens.month

    @property
    def label(self) -> str:
        """The window's month in words, such as "November 2026"."""
        return format_month(self.opens)

    @property
    def days(self) -> int:
        """How many days the window has."""
        return (self.closes - self.opens).days + 1

    @property
    def opens_at(self) -> dt.datetime:
        """The first moment inside the window, in London."""
        return start_of(self.opens)

    @property
    def ends_at(self) -> dt.datetime:
        """The first moment after the window, in London."""
        return start_of(self.closes + _DAY)

    def has_closed(self, on: dt.date) -> bool:
        """Return whether it has closed by a day or moment in London: it closes at the end of its last day."""
        return day_of(on) > self.closes

    def day_nearest(self, on: dt.date) -> dt.date:
        """Return its day that lies nearest to a day or moment in London."""
        return min(max(day_of(on), self.opens), self.closes)

    def __contains__(self, moment: dt.date) -> bool:
        return self.opens <= to_date(moment, "moment") <= self.closes

    def __str__(self) -> str:
        return f"{self.label}: {format_date(self.opens)} to {format_date(self.closes)}"

    def __repr__(self) -> str:
        return one_line(self, str(self))


def reporting_window(on: dt.date, *, calendar: Calendar = ENGLAND) -> ReportingWindow:
    """Return the window in which the return for the month of a day in London is due.

    Raises NotInForce before August 2022, and InvalidArgument for anything but a date or an aware datetime, or past
    2100. Source: the notice, “designated 7-day reporting window”.

    >>> window = reporting_window(dt.date(2026, 2, 1))
    >>> window.closes
    datetime.date(2026, 2, 16)
    >>> [day.why for day in window.rolled]
    ['Saturday', 'Sunday']
    """
    day = to_date(on)
    require_in_force(day)
    if day < FIRST_WINDOW.value:
        raise NotInForce(
            f"{format_month(day)} has no reporting window: the mandate began on {format_date(IN_FORCE_FROM.value)}, "
            f"and its first window is that of {format_month(FIRST_WINDOW.value)}."
        )
    return window_of(day.year, day.month, to_instance(calendar, Calendar, "calendar"))


def to_window(given: object, calendar: Calendar) -> ReportingWindow:
    """Return a window that a caller passed, where it is one of a calendar."""
    window = to_instance(given, ReportingWindow, "window")
    if window != reporting_window(window.opens, calendar=calendar):
        raise InvalidArgument("window is not one of this calendar; pass what reporting_window gives with it.")
    return window


def upcoming_window(on: dt.date, *, calendar: Calendar = ENGLAND) -> ReportingWindow:
    """Return the window that is open on a day in London, or the next to open.

    Raises NotInForce before 31 July 2022, and InvalidArgument as ``reporting_window`` does. Source: as there.

    >>> print(upcoming_window(dt.date(2026, 2, 17)))
    March 2026: 8 March 2026 to 16 March 2026
    """
    return upcoming_windows(on, 1, calendar=calendar)[0]


def upcoming_windows(on: dt.date, count: int, *, calendar: Calendar = ENGLAND) -> tuple[ReportingWindow, ...]:
    """Return the window that is open on a day in London, or the next to open, and those after it: ``count`` in all.

    Raises InvalidArgument for a count that is not a whole number from 1, and as ``upcoming_window`` does. Source: as
    there.

    >>> [window.label for window in upcoming_windows(dt.date(2026, 11, 26), 3)]
    ['December 2026', 'January 2027', 'February 2027']
    """
    day = to_date(on)
    require_in_force(day)
    number = to_count(count, "count", range(1, _MOST_WINDOWS + 1), _HOW_MANY)
    known = to_instance(calendar, Calendar, "calendar")
    first = _month_number(max(day, FIRST_WINDOW.value))
    if day > _window_of_number(first, known).closes:
        first += 1
    return tuple(_window_of_number(month, known) for month in range(first, first + number))


def reporting_windows(first: dt.date, last: dt.date, *, calendar: Calendar = ENGLAND) -> tuple[ReportingWindow, ...]:
    """Return the windows of the months from that of ``first`` to that of ``last``, both included.

    The months are those of the days in London. Raises InvalidArgument where ``last`` lies in a month before ``first``,
    and as ``reporting_window`` does. Source: as there.

    >>> [window.closes.day for window in reporting_windows(dt.date(2026, 1, 1), dt.date(2026, 3, 1))]
    [14, 16, 16]
    """
    start, end = to_date(first, "first"), to_date(last, "last")
    if _month_number(end) < _month_number(start):
        raise InvalidArgument(f"last ({format_month(end)}) is before first ({format_month(start)}).")
    reporting_window(start, calendar=calendar)
    return tuple(_window_of_number(month, calendar) for month in range(_month_number(start), _month_number(end) + 1))


# Cached because every answer asks for a window, and rolling one walks days and holidays.
@lru_cache(maxsize=1024)
def window_of(year: int, month: int, calendar: Calendar) -> ReportingWindow:
    """Return the window of a month, also of one before the mandate."""
    rule = window_days(year, month)
    due = dt.date(year, month, rule.closes)
    closes = calendar.working_day_on_or_after(due)
    if closes.month != month:
        raise InvalidArgument(f"This calendar has no working day from {format_date(due)} to the end of that month.")
    passed_over = (due + ahead * _DAY for ahead in range((closes - due).days))
    rolled = tuple(NonWorkingDay(day, why) for day in passed_over if (why := calendar.why_not_working(day)))
    by_common_law = any(entry.why in HOLIDAYS_BY_COMMON_LAW.value for entry in rolled)
    return ReportingWindow(
        opens=dt.date(year, month, rule.opens),
        closes=closes,
        rolled=rolled,
        confirmed=closes <= calendar.holidays_confirmed_through,
        citation=rule.citation,
        readings=rule.readings if by_common_law else (),
    )


def window_opening_after(day: dt.date, calendar: Calendar) -> ReportingWindow:
    """Return the first window that opens after a day."""
    window = window_of(day.year, day.month, calendar)
    return window if day < window.opens else _window_of_number(_month_number(day) + 1, calendar)


def _month_number(day: dt.date) -> int:
    return day.year * 12 + day.month - 1


def _window_of_number(number: int, calendar: Calendar) -> ReportingWindow:
    return window_of(number // 12, number % 12 + 1, calendar)
