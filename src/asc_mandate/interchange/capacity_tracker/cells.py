"""Reading cells, which may all be text. What cannot be read is handed on as it is, for ``validate`` to find."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from math import isnan
from typing import Any, cast

from asc_mandate._coerce import iterate, to_python
from asc_mandate._format import describe
from asc_mandate.interchange.capacity_tracker.headings import SPACE
from asc_mandate.notice.index import ever_asked
from asc_mandate.notice.shapes import Kind, ServiceType
from asc_mandate.returns import Absence

BLANKS = ("", "-", "NULL", "None", "NaN", "NaT", "NA", "N/A", "#N/A", "<NA>")
"""The texts that stand for nothing, in capital or small letters, with or without spaces around them."""

# At most 30 digits: longer ones count nothing, and take long to read.
_GROUPED = r"-?(?:\d{1,30}|\d{1,3}(?:,\d{3}){1,9})"
_WHOLE = re.compile(rf"({_GROUPED})(?:\.0{{0,30}})?", re.ASCII)
_AMOUNT = re.compile(rf"{_GROUPED}(?:\.\d{{0,30}})?|-?\.\d{{1,30}}", re.ASCII)
_AROUND = re.compile(rf"^{SPACE}+|{SPACE}+$")
_ANSWERS = {"yes": True, "y": True, "true": True, "1": True, "no": False, "n": False, "false": False, "0": False}


def to_blanks(blanks: Iterable[str]) -> frozenset[str]:
    """Return the texts that stand for nothing as ``content`` compares them; empty text always does."""
    return frozenset({"", *(_AROUND.sub("", text).casefold() for text in iterate(blanks, str, "blanks"))})


DEFAULT = to_blanks(BLANKS)


def content(cell: object, blanks: frozenset[str] = DEFAULT) -> object:
    """Return what a cell holds, as Python's own where it is of numpy or pandas; None for a blank."""
    value = to_python(cell)
    if type(value).__name__ == "datetime64":
        value = str(value)
        return None if value == "NaT" else value
    if isinstance(value, str):
        text = _AROUND.sub("", value)
        return None if text.casefold() in blanks else text
    if isinstance(value, Decimal):
        return None if value.is_nan() else value
    return None if isinstance(value, float) and isnan(value) else value


def show(given: object) -> str:
    """Return what a cell holds as text, for a message to quote."""
    short = isinstance(given, int) and -(10**30) < given < 10**30
    return str(given) if short or isinstance(given, (str, float, Decimal, dt.date)) else describe(given)


def count(given: object) -> object:
    """Read a whole number: "12", "12.0" and "1,623" are, "12.5" is not."""
    if isinstance(given, str):
        found = _WHOLE.fullmatch(given)
        return int(found[1].replace(",", "")) if found else given
    # Compared and not added, because the caller may have set how decimals are added.
    if isinstance(given, (float, Decimal)) and -(10**30) < given < 10**30 and given == int(given):
        return int(given)
    return given


def is_count(answer: object) -> bool:
    """Return whether what was read is a count."""
    return type(answer) is int and answer >= 0


def amount(given: object) -> object:
    """Read a number that may have a fraction."""
    return Decimal(given.replace(",", "")) if isinstance(given, str) and _AMOUNT.fullmatch(given) else given


def absence(hours: object, days: object) -> Absence | None:
    """Read an absence in hours and in days, of which one is often 0."""
    if hours is None and days is None:
        return None
    return Absence(hours=cast("Any", amount(hours)), days=cast("Any", amount(days)))


def yes_no(given: object) -> object:
    """Read an answer, in the spellings in use."""
    if isinstance(given, str):
        return _ANSWERS.get(given.casefold(), given)
    return bool(given) if isinstance(given, (int, float)) and given in {0, 1} else given


def either(*given: object) -> object:
    """Return one answer to several questions: yes to any is yes, no to all is no."""
    read = [yes_no(answer) for answer in given]
    for answer in read:
        if not (answer is None or isinstance(answer, bool)):
            return answer
    return True if True in read else None if None in read else False


def total(parts: Iterable[object]) -> object:
    """Add up the parts of a count: blank if one is blank, and unreadable if one is."""
    numbers = [count(part) for part in parts]
    for number in numbers:
        # Handed on alone, so that what is wrong with it is found and not added away.
        if not (number is None or is_count(number)):
            return number
    return None if None in numbers else sum(cast("list[int]", numbers))


_LARGEST_ID = 10**18


def location_id(given: object) -> str | None:
    """Read a location id, which is text; a number stands for its digits."""
    if isinstance(given, int) and not isinstance(given, bool) and 0 <= given < _LARGEST_ID:
        return str(given)
    return given if isinstance(given, str) else None


_KINDS = {id: field.kind for service in ServiceType for id, field in ever_asked(service).items()}
_READERS: Mapping[Kind, Callable[..., object]] = {
    Kind.COUNT: count,
    Kind.HOURS: amount,
    Kind.ABSENCE: absence,
    Kind.YES_NO: either,
}


def answers(given: Mapping[str, object], names: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    """Read the fields for which there is a cell, blank or not; the others are not carried.

    Of two columns with one lacking, the other alone answers only where it would whatever the one held: a blank or a
    no says nothing.
    """
    read: dict[str, object] = {}
    for field, of_field in names.items():
        lacking = [name for name in of_field if name not in given]
        if len(lacking) == len(of_field):
            continue
        answer = _READERS[_KINDS[field]](*(given.get(name) for name in of_field))
        if not lacking or not (answer is None or answer is False):
            read[field] = answer
    return read
