"""Windows, and the moments at which they open and close."""

import datetime as dt

from hypothesis import strategies as st

from asc_mandate.calendar import ENGLAND, Calendar, require_calendar
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice.index import EDITIONS
from asc_mandate.notice.public_holidays import LAST_YEAR
from asc_mandate.plain import is_a
from asc_mandate.windows import ReportingWindow, reporting_window, reporting_windows, window_opening_after
from asc_mandate.words import type_name

_DAY = dt.timedelta(days=1)
_NO_WINDOW = "window is {}; pass an asc_mandate.ReportingWindow."
_INSTANT = dt.timedelta(microseconds=1)


def windows(
    first: dt.date | None = None, last: dt.date | None = None, *, calendar: Calendar = ENGLAND
) -> st.SearchStrategy[ReportingWindow]:
    """Which windows there are, from the month of ``first`` to that of ``last``.

    Unless told otherwise, from the first one for which an edition is held to the last one that closes while every
    campaign is known. Raises as ``reporting_windows`` does.

    >>> from hypothesis import given
    >>> @given(windows())
    ... def test_days(window):
    ...     assert 7 <= window.days <= 12
    >>> test_days()
    """
    require_calendar(calendar)
    # A window that an edition comes into has days for which no edition is held.
    held = EDITIONS[0].applies_from - _DAY
    start = window_opening_after(held, calendar).opens if first is None else first
    known = min(calendar.campaigns_known_through, dt.date(LAST_YEAR.value, 12, 31))
    found = reporting_windows(start, known if last is None else last, calendar=calendar)
    if last is None:
        found = tuple(window for window in found if window.closes <= known)
    return st.sampled_from(found)


def require_window(window: object, calendar: Calendar) -> None:
    """Raise InvalidArgument for anything but a window of this calendar."""
    if not is_a(window, ReportingWindow):
        raise InvalidArgument(_NO_WINDOW.format(type_name(window)))
    if window != reporting_window(window.opens, calendar=calendar):
        raise InvalidArgument(f"window is that of {window}, which this calendar does not have; pass its own.")


def moments_at_edges(window: ReportingWindow) -> st.SearchStrategy[dt.date]:
    """Which days and moments lie on either side of a window's two edges, and of the 14th.

    Moments are in London, or the same ones in UTC. Raises InvalidArgument for anything but a window.

    >>> from hypothesis import given
    >>> @given(windows().flatmap(moments_at_edges))
    ... def test_edges(moment):
    ...     assert moment.day >= 7
    >>> test_edges()
    """
    if not is_a(window, ReportingWindow):
        raise InvalidArgument(_NO_WINDOW.format(type_name(window)))
    named = window.opens.replace(day=14)
    days = [window.opens - _DAY, window.opens, named, named + _DAY, window.closes, window.closes + _DAY]
    moments = [
        moment
        for edge in (window.opens_at, window.ends_at)
        for moment in (edge.astimezone(dt.UTC) - _INSTANT, edge.astimezone(dt.UTC))
    ]
    in_london = [moment.astimezone(window.opens_at.tzinfo) for moment in moments]
    return st.sampled_from([*days, *moments, *in_london])
