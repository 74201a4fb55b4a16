"""When a return must be made."""

import datetime as dt
from functools import lru_cache

from attrs import frozen

from asc_mandate.calendar import ENGLAND, Calendar, require_calendar
from asc_mandate.errors import InvalidArgument, NotInForce
from asc_mandate.moments import as_day, start_of
from asc_mandate.notice.duty import FIRST_WINDOW, IN_FORCE_FROM, WINDOW_CLOSES_ON, WINDOW_OPENS_ON
from asc_mandate.notice.index import require_in_force
from asc_mandate.notice.provenance import Citation
from asc_mandate.notice.public_holidays import BY_COMMON_LAW
from asc_mandate.words import month, short_date

_DAY = dt.timedelta(days=1)


@frozen
class NonWorkingDay:
    """A day over which a window's close was rolled.

    Attributes:
        day: The day.
        why: Its weekday or its holiday.
    """

    day: dt.date
    why: str


@frozen
class ReportingWindow:
    """The days in which one month's return must be saved.

    It opens at the start of the 8th and runs to the end of the 14th or, where that is a weekend or a public holiday, of
    the next working day. All times are in Europe/London. Source: the notice, “designated 7-day reporting window”.

    >>> window = reporting_window(dt.date(2026, 2, 1))
    >>> window.days, window.confirmed
    (9, True)
    >>> dt.datetime(2026, 2, 16, 23, 59, tzinfo=dt.UTC) in window
    True

    Attributes:
        opens: The first day, included.
        closes: The last day, included.
        rolled: The non-working days that moved the close, in order; empty where it closes on the 14th.
        confirmed: False where the close lies past the announced public holidays, so that it is projected. (A
            holiday can still be proclaimed at short notice: see ``Calendar.with_public_holiday``.)
    """

    opens: dt.date
    closes: dt.date
    rolled: tuple[NonWorkingDay, ...]
    confirmed: bool

    @property
    def citation(self) -> Citation:
        """Where the notice sets the window."""
        return WINDOW_CLOSES_ON.citation

    @property
    def readings(self) -> tuple[str, ...]:
        """The ids of the readings that the close rests on."""
        by_common_law = any(entry.why in BY_COMMON_LAW.value for entry in self.rolled)
        return BY_COMMON_LAW.readings if by_common_law else ()

    @property
    def year(self) -> int:
        """The year of the window's month."""
        return self.opens.year

    @property
    def month(self) -> int:
        """The window's month, from 1 to 12."""
        return self.opens.month

    @property
    def days(self) -> int:
        """How many days the window has: 7, or more where the close was rolled."""
        return (self.closes - self.opens).days + 1

    @property
    def opens_at(self) -> dt.datetime:
        """The first moment inside the window, in London."""
        return start_of(self.opens)

    @property
    def ends_at(self) -> dt.datetime:
        """The first moment after the window, in London."""
        return start_of(self.closes + _DAY)

    def __contains__(self, moment: dt.date) -> bool:
        """Whether a day, or an aware moment in any zone, lies inside the window.

        Raises InvalidArgument for a datetime without a time zone, and for anything else.
        """
        return self.opens <= as_day(moment, "moment") <= self.closes

    def __str__(self) -> str:
        return f"{month(self.opens)}: {short_date(self.opens)} to {short_date(self.closes)}"


def reporting_window(on: dt.date, *, calendar: Calendar = ENGLAND) -> ReportingWindow:
    """When the return for the month of this day in London is due.

    Raises NotInForce before August 2022, and InvalidArgument for anything but a date or an aware datetime, or past
    2100. Source: the notice, “designated 7-day reporting window”.

    >>> window = reporting_window(dt.date(2026, 2, 1))
    >>> window.closes
    datetime.date(2026, 2, 16)
    >>> [day.why for day in window.rolled]
    ['Saturday', 'Sunday']
    """
    # The usual question, which a form asks at every keystroke: six times as fast as what follows.
    if type(on) is dt.date and calendar is ENGLAND:
        return _in_england(on)
    return _window_on(on, calendar)


@lru_cache(maxsize=1024)
def _in_england(day: dt.date) -> ReportingWindow:
    return _window_on(day, ENGLAND)


def _window_on(on: dt.date, calendar: Calendar) -> ReportingWindow:
    require_calendar(calendar)
    day = as_day(on)
    require_in_force(day)
    if day < FIRST_WINDOW.value:
        raise NotInForce(
            f"{month(day)} has no reporting window: the mandate began on {short_date(IN_FORCE_FROM.value)}, and its "
            f"first window is that of {month(FIRST_WINDOW.value)}."
        )
    return window_of(day.year, day.month, calendar)


def upcoming_window(on: dt.date, *, calendar: Calendar = ENGLAND) -> ReportingWindow:
    """Which window is open on this day in London, or opens next.

    Raises NotInForce before 31 July 2022, and InvalidArgument as ``reporting_window`` does. Source: as there.

    >>> print(upcoming_window(dt.date(2026, 2, 17)))
    March 2026: 8 March 2026 to 16 March 2026
    """
    require_calendar(calendar)
    day = as_day(on)
    require_in_force(day)
    if day >= FIRST_WINDOW.value:
        window = window_of(day.year, day.month, calendar)
        if day <= window.closes:
            return window
    return window_of(*_next_month(day), calendar)


def reporting_windows(first: dt.date, last: dt.date, *, calendar: Calendar = ENGLAND) -> tuple[ReportingWindow, ...]:
    """Which windows lie in the months from that of ``first`` to that of ``last``, both included.

    The months are those of the days in London. Raises NotInForce and InvalidArgument as ``reporting_window`` does, and
    InvalidArgument where ``last`` lies in a month before ``first``. Source: as there.

    >>> [window.closes.day for window in reporting_windows(dt.date(2026, 1, 1), dt.date(2026, 3, 1))]
    [14, 16, 16]
    """
    start, end = as_day(first, "first"), as_day(last, "last")
    if (end.year, end.month) < (start.year, start.month):
        raise InvalidArgument(f"last ({month(end)}) is before first ({month(start)}).")
    reporting_window(start, calendar=calendar)
    months = range(start.year * 12 + start.month - 1, end.year * 12 + end.month)
    return tuple(window_of(number // 12, number % 12 + 1, calendar) for number in months)


# A cache because every answer asks for a window, and rolling one walks days and holidays.
@lru_cache(maxsize=1024)
def window_of(year: int, month: int, calendar: Calendar) -> ReportingWindow:
    """Return the window of a month, also of one before the mandate."""
    due = dt.date(year, month, WINDOW_CLOSES_ON.value)
    closes = calendar.working_day_on_or_after(due)
    if closes.month != month:
        raise InvalidArgument(f"This calendar has no working day from {short_date(due)} to the end of that month.")
    passed_over = (due + dt.timedelta(days=ahead) for ahead in range((closes - due).days))
    return ReportingWindow(
        opens=dt.date(year, month, WINDOW_OPENS_ON.value),
        closes=closes,
        rolled=tuple(NonWorkingDay(day, why) for day in passed_over if (why := calendar.why_not_working(day))),
        confirmed=closes <= calendar.holidays_confirmed_through,
    )


def has_closed(window: ReportingWindow, on: dt.date) -> bool:
    """Return whether a window has closed by a day, which it does at its end, or by a moment."""
    return on >= window.ends_at if isinstance(on, dt.datetime) else on > window.closes


def window_opening_after(day: dt.date, calendar: Calendar) -> ReportingWindow:
    """Return the first window that opens after a day."""
    if day.day < WINDOW_OPENS_ON.value:
        return window_of(day.year, day.month, calendar)
    return window_of(*_next_month(day), calendar)


def _next_month(day: dt.date) -> tuple[int, int]:
    return (day.year, day.month + 1) if day.month < 12 else (day.year + 1, 1)
