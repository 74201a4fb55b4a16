"""Dates, numbers, lists and values from outside in plain English, and objects in one line."""

import datetime as dt
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import cast

from attrs import AttrsInstance, fields

# Written out because the names in `calendar` and `strftime` follow the machine's locale.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_LONGEST_TEXT = 60
_LONGEST_LINE = 120
_MOST_DIGITS = 20


def format_weekday(day: dt.date) -> str:
    """Return the name of a day of the week: "Saturday"."""
    return _DAYS[day.weekday()]


def format_long_date(day: dt.date) -> str:
    """Return a day with its weekday: "Tuesday 14 July 2026"."""
    return f"{format_weekday(day)} {format_date(day)}"


def format_date(day: dt.date) -> str:
    """Return a day: "14 July 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def format_day_of_year(month_and_day: tuple[int, int]) -> str:
    """Return a day of every year: "1 September"."""
    return f"{month_and_day[1]} {_MONTHS[month_and_day[0] - 1]}"


def format_month(day: dt.date) -> str:
    """Return the month of a day: "July 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def format_when(moment: dt.date) -> str:
    """Return when something happened: "on Tuesday 14 July 2026", "at 23:30 on Tuesday 14 July 2026"."""
    if isinstance(moment, dt.datetime):
        time = moment.time().isoformat()
        again = " (after the clocks went back)" if moment.fold else ""
        return f"at {time.removesuffix(':00')}{again} on {format_long_date(moment)}"
    return f"on {format_long_date(moment)}"


def format_number(value: float | Decimal) -> str:
    """Return a number with thousands commas, shortened where it is too long to read."""
    if isinstance(value, int):
        # Counted in bits, because writing out a very long number takes long.
        size = int(abs(value).bit_length() * 0.30103)
    else:
        value = value if isinstance(value, Decimal) else Decimal(repr(value))
        size = value.adjusted()
    if not value:
        return "0"
    if size >= _MOST_DIGITS:
        return f"{'minus ' if value < 0 else ''}about 10 to the power of {size}"
    if isinstance(value, int):
        return f"{value:,}"
    if size < -_MOST_DIGITS:
        # Not written out, because there may be a thousand million zeros.
        return f"{'-' if value < 0 else ''}0.000000…"
    whole, _, places = f"{value:,f}".partition(".")
    places = places.rstrip("0")
    # Cut and not rounded, so that a number never shows as more than it is.
    shown = places if len(places) <= _MOST_DIGITS else f"{places[:6]}…"
    return f"{whole}.{shown}" if shown else whole


def one_line(thing: object, *parts: str) -> str:
    """Return what represents an object at a prompt: one line of at most 120 characters, with what matters."""
    line = f"{type(thing).__name__}({', '.join(part for part in parts if part)})"
    return line if len(line) <= _LONGEST_LINE else f"{line[: _LONGEST_LINE - 2]}…)"


class OneLine:
    """An attrs class that shows its first two attributes at a prompt."""

    __slots__ = ()

    def __repr__(self) -> str:
        names = [part.name for part in fields(type(cast("AttrsInstance", self)))[:2]]
        return one_line(self, *(clean(str(getattr(self, name))) for name in names))


def plural(count: float | Decimal, one: str, many: str = "") -> str:
    """Return a number with its unit: "1 hour", "2 hours"."""
    return f"{format_number(count)} {one if count == 1 else many or f'{one}s'}"


def join_words(items: Sequence[str], last: str = "and") -> str:
    """Return words joined as in a sentence: "a, b and c"."""
    if len(items) < 2:
        return items[0] if items else ""
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def clean(text: str) -> str:
    """Return text that came from outside: shortened, and with nothing that will not print."""
    shown = text[:_LONGEST_TEXT]
    if not shown.isprintable():
        shown = "".join(mark if mark.isprintable() else "\N{REPLACEMENT CHARACTER}" for mark in shown)
    return f"{shown}{'…' if len(text) > _LONGEST_TEXT else ''}"


def quote(text: str) -> str:
    """Return text that came from outside in quotation marks, cleaned."""
    return f"“{clean(text)}”"


def name_type(value: object) -> str:
    """Return what type an object is of: "a value of type list"."""
    return f"a value of type {clean(type(value).__name__)}"


def describe(value: object) -> str:
    """Return a short description of any value, without asking the value itself."""
    match value:
        case None:
            return "blank"
        case bool() | float() | Decimal():
            return quote(str(value))
        case int():
            return format_number(value)
        case str():
            return f"the text {quote(value)}" if value.strip() else "empty text"
        case _:
            return name_type(value)


def closest(given: str, known: Iterable[str]) -> str | None:
    """Return the known name that a mistyped one most likely stands for; None where none is near."""
    # Imported on first use, because few callers mistype; and only tried on what a person could have typed.
    from difflib import get_close_matches

    return next(iter(get_close_matches(given[:_LONGEST_TEXT], list(known))), None)


def did_you_mean(near: str | None) -> str:
    """Return a question to end a message with; empty where no known name is near."""
    return f" Did you mean {near}?" if near else ""
