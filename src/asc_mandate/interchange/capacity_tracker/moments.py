"""Reading when something was saved: ISO, day first, with the name of the month, or as a spreadsheet's day number."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from decimal import ROUND_HALF_EVEN, Context, Decimal

from asc_mandate._format import describe
from asc_mandate._moments import day_of, to_london
from asc_mandate.interchange.capacity_tracker.cells import amount

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(rf"(?<![a-z])({'|'.join(_MONTHS)})[a-z]*")
_DROPPED = re.compile(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?<=\d)(?:st|nd|rd|th)\b|[-/. ]+|,(?= |$)")
# The number of a month that was a name follows an "m", because the names that strptime knows are of some locale.
_LAYOUTS = ("%Y %m %d", "%d %m %Y", "%d m%m %Y", "%d m%m %y", "m%m %d %Y")
_CLOCK = re.compile(
    r"(?P<day>.*?\d)(?:[t, ]|at)+(?P<hour>\d{1,2})(?P<rest>:\d\d(?::\d\d(?:\.\d+)?)?)"
    r" ?(?P<half>[ap]m)? ?(?P<zone>z|utc|gmt|bst|[+-]\d\d(?::?\d\d)?)?"
)
_ZONES = {"z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "bst": "+01:00"}
_LONGEST = 100

# A spreadsheet counts the days from here; read are those from the first of January 2000 to the end of the calendar.
_SERIAL_START = dt.datetime(1899, 12, 30)  # noqa: DTZ001
_SERIALS = (36_526, 2_958_466)
# Its own, so that the caller's precision and traps change nothing.
_EXACT = Context(prec=100, rounding=ROUND_HALF_EVEN)
# Nothing can have been saved in Capacity Tracker before; programs write 1 January of 1 or 1900 for "never".
_FIRST_YEAR = 2000


def moment(given: object, zone: dt.tzinfo | None = None) -> dt.date | None:
    """Return a day as it is, and a moment in London; None for what cannot be read.

    The zone is that of moments which do not tell theirs; without one they are not read. Day numbers are read to the
    nearest second, and what a spreadsheet's arithmetic left within a millisecond of a second is that second.

    >>> print(moment("11/08/2025 16:00", dt.UTC), moment("45880.666666667", dt.UTC), moment("11 Aug 2025"))
    2025-08-11 17:00:00+01:00 2025-08-11 17:00:00+01:00 2025-08-11
    """
    # What is no date, or lies beyond the calendar, raises.
    try:
        found = given if isinstance(given, dt.date) else _serial(given) or _written(given)
        if found is None or found.year < _FIRST_YEAR:
            return None
        return _in_london(found, zone) if isinstance(found, dt.datetime) else found
    except (OverflowError, ValueError):
        return None


def last_save(given: Mapping[str, object], zones: Iterable[tuple[str, dt.tzinfo | None]]) -> tuple[dt.date | None, str]:
    """Return the last save, by the first cell that tells one, and those that tell none or another day."""
    told = [(cell, moment(cell, zone)) for name, zone in zones if (cell := given.get(name)) is not None]
    saved = next((found for _, found in told if found), None)
    unused = [_show(cell) for cell, found in told if not (found and saved and day_of(found) == day_of(saved))]
    return saved, "; ".join(dict.fromkeys(unused))


def _show(given: object) -> str:
    # Long whole numbers have no text.
    short = isinstance(given, int) and abs(given) < 10**18
    return str(given) if short or isinstance(given, (str, float, Decimal, dt.date)) else describe(given)


def _in_london(found: dt.datetime, zone: dt.tzinfo | None) -> dt.datetime | None:
    # Of Python's own class, because that of pandas has arithmetic of its own.
    at = found if type(found) is dt.datetime else dt.datetime.fromisoformat(found.isoformat())
    if at.tzinfo is None and zone is None:
        return None
    at = at.replace(tzinfo=at.tzinfo or zone).astimezone(dt.UTC)
    if at.microsecond:
        second = (at + dt.timedelta(milliseconds=500)).replace(microsecond=0)
        at = second if abs(second - at) < dt.timedelta(milliseconds=1) else at
    return to_london(at)


def _serial(given: object) -> dt.datetime | None:
    days, (first, end) = amount(given), _SERIALS
    if isinstance(days, (int, float, Decimal)) and first <= days < end:
        seconds = _EXACT.multiply(Decimal(days), Decimal(86_400))
        return _SERIAL_START + dt.timedelta(seconds=int(_EXACT.to_integral_value(seconds)))
    return None


def _written(given: object) -> dt.date | None:
    if not isinstance(given, str) or len(given) > _LONGEST:
        return None
    text = " ".join(given.lower().split())
    for read in (dt.date.fromisoformat, dt.datetime.fromisoformat):
        with suppress(ValueError):
            return read(text.upper())
    found = _CLOCK.fullmatch(text)
    if found is None:
        return _day(text)
    hour, zone = int(found["hour"]), found["zone"] or ""
    if found["half"]:
        hour = hour % 12 + (12 if found["half"] == "pm" else 0)
    return dt.datetime.fromisoformat(f"{_day(found['day'])}T{hour:02}{found['rest']}{_ZONES.get(zone, zone)}")


def _day(text: str) -> dt.date:
    text = _MONTH.sub(lambda name: f" m{_MONTHS.index(name[1]) + 1} ", text)
    text = " ".join(_DROPPED.sub(" ", text).split())
    for layout in _LAYOUTS:
        with suppress(ValueError):
            return dt.datetime.strptime(text, layout).date()  # noqa: DTZ007
    raise ValueError(text)
