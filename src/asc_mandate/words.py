"""Dates, numbers and lists in plain English, and sentences made from templates."""

import datetime as dt
import string
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import cast

from asc_mandate.plain import text_of, type_of

# Written out because the names in `calendar` and `strftime` follow the machine's locale.
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_LONGEST_TEXT = 60
_MOST_DIGITS = 20


def weekday(day: dt.date) -> str:
    """Name the day of the week: "Saturday"."""
    return _DAYS[day.weekday()]


def date(day: dt.date) -> str:
    """Write a day in full: "Tuesday 14 July 2026"."""
    return f"{weekday(day)} {short_date(day)}"


def short_date(day: dt.date) -> str:
    """Write a day without its weekday: "14 July 2026"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day_and_month(month_and_day: tuple[int, int]) -> str:
    """Write a day of every year: "1 September"."""
    return f"{month_and_day[1]} {_MONTHS[month_and_day[0] - 1]}"


def month(day: dt.date) -> str:
    """Write the month of a day: "July 2026"."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def moment(when: dt.date) -> str:
    """Write a day, or a moment with its time: "23:30 on Tuesday 14 July 2026"."""
    if isinstance(when, dt.datetime):
        return f"{when:%H:%M} on {date(when)}"
    return date(when)


def number(value: int | Decimal) -> str:
    """Write a number with thousands commas, or its size where it is too long to read."""
    if isinstance(value, int):
        if value.bit_length() <= 64:
            return f"{value:,}"
        return f"a number of about {int(value.bit_length() * 0.30103) + 1:,} digits"
    digits, exponent = cast("tuple[tuple[int, ...], int]", value.as_tuple()[1:])
    if len(digits) + exponent > _MOST_DIGITS:
        return f"a number of {len(digits) + exponent:,} digits"
    if -exponent > _MOST_DIGITS:
        return f"a number with {-exponent:,} decimal places"
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(items: Sequence[str]) -> str:
    """Join words as in a sentence: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def quoted(text: str) -> str:
    """Quote text that came from outside: shortened, and with nothing that will not print."""
    shown = text[:_LONGEST_TEXT]
    clean = "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in shown)
    return f"“{clean}{'…' if len(text) > _LONGEST_TEXT else ''}”"


def shown(value: object) -> str:
    """Quote a text, or name the type of anything else."""
    text = text_of(value)
    return type_name(value) if text is None else quoted(text)


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Find the known name that a mistyped one most likely stands for."""
    # Imported on first use, because few callers mistype; and only tried on what a person could have typed.
    from difflib import get_close_matches

    return next(iter(get_close_matches(given[:_LONGEST_TEXT], list(known), n=1)), None)


def type_name(value: object) -> str:
    """Name the type of any object: "a value of type list"."""
    return f"a value of type {quoted(type_of(value))[1:-1]}"


def render(template: str, context: Mapping[str, object]) -> str:
    """Fill a template's `{name}` and `{name:one|many}` from what the context holds."""
    return _Sentence().vformat(template, (), context)


class _Sentence(string.Formatter):
    """Writes each value as a person would, and "1 hour" or "2 hours" where a unit is given."""

    def format_field(self, value: object, format_spec: str) -> str:
        text = _written(value)
        if not format_spec or value is None:
            return text
        one, _, many = format_spec.partition("|")
        return f"{text} {one if value == 1 else many}"


def _written(value: object) -> str:
    match value:
        case None:
            return "blank"
        case str():
            return value
        case int() | Decimal():
            return number(value)
        case dt.date():
            return moment(value)
        case _:
            return listed([_written(item) for item in cast("tuple[object, ...]", value)])
