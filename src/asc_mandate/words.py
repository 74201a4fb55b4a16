"""Dates, numbers and lists in plain English, and sentences made from templates."""

import datetime as dt
import string
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import islice
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
_PLACES = 6
_LONGEST_SENTENCE = 1_000
_MOST_PLACES = 50


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


def when(moment: dt.date) -> str:
    """Write when something happened: "on Tuesday 14 July 2026", "at 23:30 on Tuesday 14 July 2026"."""
    if isinstance(moment, dt.datetime):
        time = moment.time().isoformat()
        return f"at {time.removesuffix(':00')} on {date(moment)}"
    return f"on {date(moment)}"


def number(value: int | Decimal) -> str:
    """Write a number with thousands commas, shortened where it is too long to read."""
    if value == 0:
        return "0"
    if isinstance(value, int):
        # Counted in bits, because writing a very long number out takes long.
        size = int(abs(value).bit_length() * 0.30103)
        return f"{value:,}" if size < _MOST_DIGITS else f"{_sign(value)}about 10 to the power of {size}"
    if value.adjusted() >= _MOST_DIGITS:
        return f"{_sign(value)}about 10 to the power of {value.adjusted()}"
    if value.adjusted() < -_MOST_DIGITS:
        # Not written out, because the zeros may be a thousand million.
        return f"{'-' if value < 0 else ''}0.{'0' * _PLACES}…"
    whole, _, places = f"{value:,f}".partition(".")
    places = places.rstrip("0")
    # Cut and not rounded, so that a number never shows as more than it is.
    shown = places if len(places) <= _MOST_DIGITS else f"{places[:_PLACES]}…"
    return f"{whole}.{shown}" if shown else whole


def _sign(value: int | Decimal) -> str:
    return "minus " if value < 0 else ""


def listed(items: Sequence[str]) -> str:
    """Join words as in a sentence: "a, b and c"."""
    if len(items) < 2:
        return items[0] if items else ""
    return f"{', '.join(items[:-1])} and {items[-1]}"


def quoted(text: str) -> str:
    """Quote text that came from outside: shortened, and with nothing that will not print."""
    return f"“{legible(text)}”"


def legible(text: str) -> str:
    """Write text that came from outside: shortened, and with nothing that will not print."""
    shown = text[:_LONGEST_TEXT]
    clean = (
        shown
        if shown.isprintable()
        else "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in shown)
    )
    return f"{clean}{'…' if len(text) > _LONGEST_TEXT else ''}"


def shown(value: object) -> str:
    """Quote a text, or name the type of anything else."""
    text = text_of(value)
    return type_name(value) if text is None else quoted(text)


def nearest(given: str, known: Iterable[str]) -> str | None:
    """Find the known name that a mistyped one most likely stands for."""
    # Imported on first use, because few callers mistype; and only tried on what a person could have typed.
    from difflib import get_close_matches

    return next(iter(get_close_matches(given[:_LONGEST_TEXT], known)), None)


def type_name(value: object) -> str:
    """Name the type of any object: "a value of type list"."""
    return f"a value of type {legible(type_of(value))}"


def render(template: str, context: Mapping[str, object]) -> str:
    """Fill a template's places from what the context holds.

    `{name}` writes a value, `{name:quoted}` quotes a text, `{name:hour|hours}` adds the unit that fits the number,
    `{name:when}` writes a day or a moment with its preposition, and `{name:in}` writes " in days", or nothing for None.
    """
    # What comes from records may be of any length, and is not kept.
    parts = _parsed(template) if len(template) < _LONGEST_SENTENCE else _parsed.__wrapped__(template)
    # A place names a value and nothing inside of it, because sentences may come from records.
    return "".join([text if name is None else text + _placed(context[name], how) for text, name, how in parts])


# A cache because there are few sentences, and taking one apart takes longer than filling it.
@lru_cache(maxsize=256)
def _parsed(template: str) -> tuple[tuple[str, str | None, str], ...]:
    parts = tuple(islice(string.Formatter().parse(template), _MOST_PLACES + 1))
    if any(conversion or (how and "{" in how) for _, _, how, conversion in parts):
        raise ValueError("A sentence's places take a name and how to write it, and nothing else.")
    if len(parts) > _MOST_PLACES:
        # Many places for one long text would make a message of any length.
        raise ValueError("A sentence has a few places.")
    return tuple((text, name, how or "") for text, name, how, _ in parts)


def _placed(value: object, how: str) -> str:
    text = _written(value)
    if not how:
        return text
    if how == "quoted":
        return quoted(text)
    if how == "when" and isinstance(value, dt.date):
        return when(value)
    if how == "in":
        return "" if value is None else f" in {text}"
    one, _, many = how.partition("|")
    unit = one if value == 1 else many
    return f"{text} {unit}" if unit else text


def _written(value: object) -> str:
    if isinstance(value, str):
        return value
    match value:
        case None:
            return "blank"
        case int() | Decimal():
            return number(value)
        case dt.date():
            return date(value)
        case _:
            return listed([_written(item) for item in cast("tuple[object, ...]", value)])
