"""Days and moments as callers give them, brought to Europe/London."""

import datetime as dt
from functools import lru_cache

from asc_mandate.errors import InvalidArgument, MandateError
from asc_mandate.plain import is_a
from asc_mandate.words import type_name

_HOW = "pass a datetime.date, or a datetime.datetime with a time zone"


@lru_cache(maxsize=1)
def london() -> dt.tzinfo:
    """Load the time zone of the notice on first use, because loading it reads a file."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        raise MandateError(
            "This machine has no time zone database; install the tzdata package to use asc_mandate."
        ) from None


def as_moment(given: object, name: str = "on") -> dt.date | dt.datetime:
    """Return a plain date, or an aware datetime in London; raise InvalidArgument otherwise."""
    if type(given) is dt.date:
        return given
    if not is_a(given, dt.date):
        raise InvalidArgument(f"{name} is {type_name(given)}; {_HOW}.")
    if is_a(given, dt.datetime):
        # Loaded out here, because what is wrong with it is not wrong with what was given.
        london()
    # Subclasses (pandas, test doubles) and time zones can raise anything from their own arithmetic.
    try:
        moment = _in_london(given) if is_a(given, dt.datetime) else dt.date(given.year, given.month, given.day)
    except Exception:  # noqa: BLE001
        raise InvalidArgument(f"{name} cannot be placed on London's calendar; {_HOW}.") from None
    if moment is None:
        raise InvalidArgument(f"{name} is a datetime without a time zone; {_HOW}.")
    return moment


def _in_london(given: dt.datetime) -> dt.datetime | None:
    if given.utcoffset() is None:
        return None
    # By way of UTC, because the clock in London can show no moment of the hour that it skips in March.
    moved = given.astimezone(dt.UTC).astimezone(london())
    return dt.datetime(
        moved.year,
        moved.month,
        moved.day,
        moved.hour,
        moved.minute,
        moved.second,
        moved.microsecond,
        tzinfo=london(),
        fold=moved.fold,
    )


def as_day(given: object, name: str = "on") -> dt.date:
    """Return the day in London that a date or a moment falls on."""
    return day_of(as_moment(given, name))


def day_of(moment: dt.date | dt.datetime) -> dt.date:
    """Return the day of a moment that is in London already."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


def is_after(moment: dt.date, other: dt.date) -> bool:
    """Return whether one day or moment in London is later than another; a day is no later than its own moments."""
    if isinstance(moment, dt.datetime) and isinstance(other, dt.datetime):
        # In UTC, because two moments of one zone are compared by the clock on the wall, which goes back in October.
        return moment.astimezone(dt.UTC) > other.astimezone(dt.UTC)
    return day_of(moment) > day_of(other)


def start_of(day: dt.date) -> dt.datetime:
    """Return the first moment of a day in London."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=london())
