"""Reading when something was saved: ISO, day first, with the name of the month, or as a spreadsheet's day number."""

import datetime as dt
import re
from decimal import Decimal
from fractions import Fraction

from asc_mandate._coerce import to_moment
from asc_mandate.errors import InvalidArgument

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s)?"
_DAY = r"(?P<day>\d{1,2})"
_TIME = (
    r"(?:(?:,|\s|t|at)+(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d)(?:\.(?P<fraction>\d{1,9}))?)?"
    r"\s?(?P<half>[ap]m)?)?\s?(?P<zone>z|utc|gmt|bst|[+-]\d\d(?::?\d\d)?)?"
)
_WRITTEN = tuple(
    re.compile(_WEEKDAY + date + _TIME, re.ASCII | re.IGNORECASE)
    for date in (
        rf"(?P<year>\d{{4}})(?P<mark>[/-])(?P<month>\d{{1,2}})(?P=mark){_DAY}",
        # With two digits the year is one of the 2020s; "25/08/11" is no day.
        rf"{_DAY}(?P<mark>[/.-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}|2\d)",
        rf"{_DAY}(?:st|nd|rd|th)?[\s-]?(?P<month>[a-z]{{3,9}})[.,]?[\s-]?(?P<year>\d{{4}}|2\d)",
        rf"(?P<month>[a-z]{{3,9}})\.?\s{_DAY}(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})",
    )
)
_LONGEST = 100

_SERIAL = re.compile(r"(?:\d{5,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.\d{1,30})?", re.ASCII)
# A spreadsheet counts the days from here.
_SERIAL_START = dt.datetime(1899, 12, 30)  # noqa: DTZ001
# From the first of January 2000 to the end of the calendar.
_SERIALS = (36_526, 2_958_466)
# Nothing can have been saved in Capacity Tracker before; programs write 1 January of 1 or 1900 for "never".
_FIRST_YEAR = 2000
_MILLISECOND = 1_000


def moment(given: object, zone: dt.tzinfo | None = None) -> dt.date | None:
    """Return a day as it is, and a moment in London; None for what cannot be read.

    The zone is that of moments which do not tell theirs; without one they are not read. Day numbers are read to the
    nearest second, and what a spreadsheet's arithmetic left within a millisecond of a second is that second.

    >>> print(moment("11/08/2025 16:00", dt.UTC), moment("45880.666666667", dt.UTC), moment("11 Aug 2025"))
    2025-08-11 17:00:00+01:00 2025-08-11 17:00:00+01:00 2025-08-11
    """
    # What is no date, or lies beyond the calendar, raises.
    try:
        found = _serial(given) or _written(given)
        if found is None or found.year < _FIRST_YEAR:
            return None
        if not isinstance(found, dt.datetime):
            return found
        # Of Python's own class, because that of pandas has arithmetic of its own.
        plain = dt.datetime.combine(
            dt.date(found.year, found.month, found.day),
            dt.time(found.hour, found.minute, found.second, found.microsecond, found.tzinfo or zone, fold=found.fold),
        )
        return None if plain.utcoffset() is None else to_moment(_snapped(plain.astimezone(dt.UTC)))
    except (InvalidArgument, OverflowError, ValueError):
        return None


def _snapped(found: dt.datetime) -> dt.datetime:
    over = found.microsecond
    if over < _MILLISECOND:
        return found.replace(microsecond=0)
    return found if over <= 10**6 - _MILLISECOND else found + dt.timedelta(microseconds=10**6 - over)


def _serial(given: object) -> dt.datetime | None:
    if isinstance(given, str):
        days: float | Decimal | Fraction = Fraction(given.replace(",", "")) if _SERIAL.fullmatch(given) else 0
    else:
        days = given if isinstance(given, (int, float, Decimal)) else 0
    first, end = _SERIALS
    if not first <= days < end:
        return None
    return _SERIAL_START + dt.timedelta(seconds=round(Fraction(days) * 24 * 60 * 60))


def _written(given: object) -> dt.date | None:
    if isinstance(given, dt.date):
        return given
    if not isinstance(given, str) or len(given) > _LONGEST:
        return None
    text = " ".join(given.split())
    found = next(filter(None, (pattern.fullmatch(text) for pattern in _WRITTEN)), None)
    if found:
        return _composed(found)
    return dt.date.fromisoformat(text) if len(text) == 8 else dt.datetime.fromisoformat(text)


def _composed(found: re.Match[str]) -> dt.date:
    year, month = found["year"], found["month"].lower()
    number = int(month) if month.isdigit() else [name.startswith(month) for name in _MONTHS].index(True) + 1
    day = dt.date(int(year) + (2000 if len(year) == 2 else 0), number, int(found["day"]))
    if found["hour"] is None:
        return day
    # A moment with "am" or "pm" goes by the clock of twelve hours.
    hour, half = int(found["hour"]), found["half"]
    if half:
        hour = range(1, 13).index(hour) + 1
        hour = hour % 12 + (12 if half.lower() == "pm" else 0)
    microsecond = int((found["fraction"] or "").ljust(6, "0")[:6])
    time = dt.time(hour, int(found["minute"]), int(found["second"] or 0), microsecond, _zone(found["zone"]))
    return dt.datetime.combine(day, time)


def _zone(text: str | None) -> dt.tzinfo | None:
    if text is None:
        return None
    if text[0] not in "+-":
        return dt.timezone(dt.timedelta(hours=1)) if text.lower() == "bst" else dt.UTC
    minutes = int(text[1:3]) * 60 + int(text[-2:] if len(text) > 3 else 0)
    return dt.timezone(dt.timedelta(minutes=-minutes if text[0] == "-" else minutes))
