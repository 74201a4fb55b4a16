"""Days and moments in London."""

import datetime as dt
from functools import lru_cache

from asc_mandate.errors import MandateError


@lru_cache(maxsize=1)
def london() -> dt.tzinfo:
    """Return the time zone of the notice; loaded on first use, because loading it reads a file."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        raise MandateError(
            "This machine has no time zone database; install the tzdata package to use asc_mandate."
        ) from None


def to_london(given: dt.datetime) -> dt.datetime:
    """Return an aware datetime in London, of Python's own class."""
    zone = london()
    # Convert via UTC to normalise times in the spring gap; from another zone, all go via UTC.
    moved = (given.astimezone(dt.UTC) if given.tzinfo is zone else given).astimezone(zone)
    if type(moved) is dt.datetime:
        return moved
    return dt.datetime.combine(
        dt.date(moved.year, moved.month, moved.day),
        dt.time(moved.hour, moved.minute, moved.second, moved.microsecond, london(), fold=moved.fold),
    )


def day_of(moment: dt.date) -> dt.date:
    """Return the day of a moment that is in London already."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def is_after(moment: dt.date, other: dt.date) -> bool:
    """Return whether one day or moment in London is later than another; a day is no later than its own moments."""
    day, other_day = day_of(moment), day_of(other)
    if day == other_day and isinstance(moment, dt.datetime) and isinstance(other, dt.datetime):
        # Compared in UTC: two times of one zone are compared by the clock on the wall, which goes back in October.
        return moment.astimezone(dt.UTC) > other.astimezone(dt.UTC)
    return day > other_day


def start_of(day: dt.date) -> dt.datetime:
    """Return the first moment of a day in London."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=london())
