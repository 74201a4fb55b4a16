"""Reading cells, which may all be text. What cannot be read is handed on as it is, for ``validate`` to find."""

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from math import isnan
from typing import Any, cast

from asc_mandate._coerce import iterate, to_python
from asc_mandate.notice.index import ever_asked
from asc_mandate.notice.shapes import Kind, ServiceType
from asc_mandate.returns import Absence

Reader = Callable[..., object]

BLANKS = ("", "-", "NULL", "None", "NaN", "NaT", "NA", "N/A", "#N/A", "<NA>")
"""The texts that stand for nothing, in capital or small letters, with or without spaces around them."""

# At most 30 digits: longer ones count nothing, and take long to read.
_GROUPED = r"(?:\d{1,30}|\d{1,3}(?:,\d{3}){1,9})"
_AMOUNT = re.compile(rf"-?(?:{_GROUPED}(?:\.\d{{0,30}})?|\.\d{{1,30}})", re.ASCII)
# What is white to the eye: Python's own white space, the byte order mark and the marks of no width.
_WHITE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\ufeff\u200b\u200c\u200d\u2060"
)
_ANSWERS = {**dict.fromkeys(("yes", "y", "true", "1"), True), **dict.fromkeys(("no", "n", "false", "0"), False)}
_LONGEST = 18
_TOO_LARGE = 10**_LONGEST


def to_blanks(blanks: Iterable[str]) -> frozenset[str]:
    """Return the texts that stand for nothing as ``content`` compares them; empty text and numpy's NaT always do."""
    if blanks is BLANKS:
        return NOTHING
    return frozenset({"", "nat", *(text.strip(_WHITE).casefold() for text in iterate(blanks, str, "blanks"))})


NOTHING = to_blanks([*BLANKS])


def content(cell: object, blanks: frozenset[str] = NOTHING) -> object:
    """Return what a cell holds, as Python's own where it is of numpy or pandas; None for a blank."""
    value = cell
    if type(cell) is not str:
        value = to_python(cell)
        value = str(value) if type(value).__name__ == "datetime64" else value
    if isinstance(value, str):
        text = value.strip(_WHITE)
        return None if text.casefold() in blanks else text
    nothing = value.is_nan() if isinstance(value, Decimal) else isinstance(value, float) and isnan(value)
    return None if nothing else value


def amount(given: object) -> object:
    """Read a number that may have a fraction."""
    return Decimal(given.replace(",", "")) if isinstance(given, str) and _AMOUNT.fullmatch(given) else given


def yes_no(given: object) -> object:
    """Read an answer, in the spellings in use."""
    if isinstance(given, str):
        return _ANSWERS.get(given.casefold(), given)
    return bool(given) if isinstance(given, (int, float)) and given in {0, 1} else given


def to_location_id(given: object) -> str | None:
    """Read a location id, which is text; a number stands for its digits."""
    if type(given) is int and 0 <= given < _TOO_LARGE:
        return str(given)
    return given if isinstance(given, str) else None


def _whole(given: object) -> object:
    """Read a whole number: "12", "12.0" and "1,623" are, "12.5" is not."""
    if type(given) is str and given.isdecimal() and given.isascii() and len(given) < _LONGEST:
        return int(given)
    number = amount(given)
    # Compared and not rounded, because the caller may have set how decimals are.
    if isinstance(number, (float, Decimal)) and -_TOO_LARGE < number < _TOO_LARGE and number == int(number):
        return int(number)
    return given


def _total(*given: object) -> object:
    """Add up the parts of a count. What is no count is handed on, not added away."""
    numbers = [_whole(part) for part in given]
    for number in numbers:
        if number is not None and (type(number) is not int or number < 0):
            return number
    return None if None in numbers else sum(cast("list[int]", numbers))


def _either(*given: object) -> object:
    """Return one answer to several questions: yes to any is yes, no to all is no."""
    read = [yes_no(answer) for answer in given]
    for answer in read:
        if not (answer is None or isinstance(answer, bool)):
            return answer
    return True if True in read else None if None in read else False


def _absence(*given: object) -> Absence | None:
    """Read an absence in hours and in days, of which one is often 0."""
    hours, days = (cast("Any", amount(part)) for part in given)
    return None if hours is None and days is None else Absence(hours=hours, days=days)


_READERS: Mapping[Kind, Reader] = {
    Kind.COUNT: _total,
    Kind.HOURS: amount,
    Kind.ABSENCE: _absence,
    Kind.YES_NO: _either,
}


def reader_of(service: ServiceType, field: str, cells: int) -> Reader:
    """Return how to read a field from so many cells."""
    kind = ever_asked(service)[field].kind
    return _whole if kind is Kind.COUNT and cells == 1 else _READERS[kind]
