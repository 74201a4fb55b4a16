"""Windows, and the moments at which they open and close."""

import datetime as dt

from hypothesis import strategies as st

from asc_mandate.calendar import ENGLAND, Calendar, require_calendar
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice.index import EDITIONS
from asc_mandate.plain import is_a
from asc_mandate.windows import ReportingWindow, reporting_windows, upcoming_window
from asc_mandate.words import type_name

_DAY = dt.timedelta(days=1)
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
    held = upcoming_window(EDITIONS[0].applies_from).opens
    found = reporting_windows(first or held, last or calendar.campaigns_known_through, calendar=calendar)
    return st.sampled_from(found)


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
        raise InvalidArgument(f"window is {type_name(window)}; pass an asc_mandate.ReportingWindow.")
    named = window.opens.replace(day=14)
    days = [window.opens - _DAY, window.opens, named, named + _DAY, window.closes, window.closes + _DAY]
    moments = [
        moment
        for edge in (window.opens_at, window.ends_at)
        for moment in (edge.astimezone(dt.UTC) - _INSTANT, edge.astimezone(dt.UTC))
    ]
    in_london = [moment.astimezone(window.opens_at.tzinfo) for moment in moments]
    return st.sampled_from([*days, *moments, *in_london])
