"""Reading the cells of an extract, which may all be text. What cannot be read is handed on as it is."""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from fractions import Fraction
from math import isnan
from numbers import Integral, Real
from typing import Any, cast

from asc_mandate.moments import as_moment
from asc_mandate.plain import is_a, items_of, text_of, type_of
from asc_mandate.returns import Absence

_GROUPED = r"-?(\d+|\d{1,3}(,\d{3})+)"
_WHOLE = re.compile(rf"{_GROUPED}(\.0*)?", re.ASCII)
_AMOUNT = re.compile(rf"({_GROUPED}(\.\d*)?|-?\.\d+)", re.ASCII)
_SERIAL = re.compile(r"(\d{1,7}|\d{1,3}(,\d{3}){1,2})(\.\d{1,30})?", re.ASCII)
# Longer ones are no counts and no moments, and take long to read.
_LONGEST = 200

# A spreadsheet counts the days from here; its last day is the last one of the year 9999.
_SERIAL_START = dt.datetime(1899, 12, 30)  # noqa: DTZ001
_SERIAL_END = 2_958_466
_SECONDS = 24 * 60 * 60

# By their own methods, because those of a subclass can lie or raise.
_OWN: tuple[tuple[type[object], Callable[[Any], object]], ...] = (
    (bool, bool),
    (int, int.__int__),
    (float, float.__float__),
    (Decimal, Decimal),
)


def filled(cell: object) -> object:
    """Return a cell's content, with numbers and texts of every make as Python's own; None for a blank.

    Blank are None, empty text, and not-a-number in whichever shape a table has it.
    """
    text = text_of(cell)
    if text is not None:
        return text.strip() or None
    # By name, because the libraries whose values these are may not be installed.
    if cell is None or type_of(cell) in {"NAType", "NaTType"}:
        return None
    number = _number(cell)
    if is_a(number, Decimal):
        return None if number.is_nan() else number
    return None if is_a(number, float) and isnan(number) else number


def _number(cell: object) -> object:
    for kind, read in _OWN:
        if is_a(cell, kind):
            return read(cell)
    # Answers and numbers of other makes, such as NumPy's; a hostile one can raise.
    try:
        if type_of(cell) in {"bool", "bool_"}:
            return bool(cell)
        if issubclass(type(cell), Integral):
            return int(cast("int", cell))
        if issubclass(type(cell), Real):
            return float(cast("float", cell))
    except Exception:  # noqa: BLE001, S110
        pass
    return cell


def count(cell: object) -> object:
    """Read a whole number: "12", "12.0" and "1,623" are, "12.5" is not."""
    given = filled(cell)
    if is_a(given, str) and len(given) < _LONGEST and _WHOLE.fullmatch(given):
        return int(given.replace(",", "").partition(".")[0])
    if is_a(given, float) and given.is_integer():
        return int(given)
    if is_a(given, Decimal) and given.is_finite() and given.adjusted() < _LONGEST and given == int(given):
        return int(given)
    return given


def amount(cell: object) -> object:
    """Read a number that may have a fraction."""
    given = filled(cell)
    if is_a(given, str) and len(given) < _LONGEST and _AMOUNT.fullmatch(given):
        return Decimal(given.replace(",", ""))
    return given


def absence(cells: list[object]) -> object:
    """Read an absence from its cells in hours and in days, of which one is often 0."""
    hours, days = (cast("Any", amount(cell)) for cell in cells)
    return None if hours is None and days is None else Absence(hours=hours, days=days)


def total(cells: list[object]) -> object:
    """Add up the parts of a count: blank if one is blank, and unreadable if one is."""
    parts = [count(cell) for cell in cells]
    for part in parts:
        # Handed on alone, so that what is wrong with it is found and not added away.
        if part is not None and not (type(part) is int and part >= 0):
            return part
    numbers = [part for part in parts if type(part) is int]
    return sum(numbers) if numbers and len(numbers) == len(parts) else None


def listed(cell: object) -> list[object] | None:
    """Return the items of a list, of Python's make or of another; None for anything else."""
    items = items_of(cell)
    if items is not None:
        return list(items)
    # An array of no dimension has no items, and a hostile one can raise anything.
    try:
        return list(cast("Iterable[object]", cell)) if type_of(cell) == "ndarray" else None
    except Exception:  # noqa: BLE001
        return None


def either(cells: list[object]) -> object:
    """Read one answer from two questions: yes to either is yes, no to both is no."""
    answers = [filled(cell) for cell in cells]
    for answer in answers:
        if answer is not None and type(answer) is not bool:
            return answer
    if True in answers:
        return True
    return None if None in answers else False


def moment(cell: object, zone: Callable[[], dt.tzinfo] | None = None) -> dt.date | None:
    """Read when something was saved, or None where that cannot be read.

    Texts may be a spreadsheet's serial day number or written like "2024-02-08 12:00:00". The zone is that of moments
    which do not tell theirs; without one they are not read.
    """
    given = filled(cell)
    # What is no date, lies beyond the calendar or lacks its zone raises, and dates of other makes can raise anything.
    try:
        found = _serial(given) or _written(given)
        if zone and is_a(found, dt.datetime) and found.tzinfo is None:
            found = found.replace(tzinfo=zone())
        return as_moment(found)
    except Exception:  # noqa: BLE001
        return None


def _serial(given: object) -> dt.datetime | None:
    # Not written out, because the longest numbers take minutes.
    if type(given) is int and not 1 <= given < _SERIAL_END:
        return None
    if type(given) not in {str, int, float, Decimal}:
        return None
    text = str(given)
    if not _SERIAL.fullmatch(text):
        return None
    days, _, digits = text.replace(",", "").partition(".")
    if int(days) < 1:
        return None
    # Not as a decimal, whose arithmetic follows the precision that the caller's process has set.
    seconds = Fraction(f"0.{digits}0") * _SECONDS
    # A fraction of a day that was cut stands for the full second that its digits do not tell it from. One of nines
    # alone is told from the next day by its last digit.
    nearest = round(seconds)
    told_apart = abs(seconds - nearest) >= Fraction(_SECONDS, 10 ** len(digits))
    return _SERIAL_START + dt.timedelta(days=int(days), microseconds=int((seconds if told_apart else nearest) * 10**6))


def _written(given: object) -> object:
    if is_a(given, str):
        if len(given) >= _LONGEST:
            return None
        return dt.date.fromisoformat(given) if len(given) == 10 else dt.datetime.fromisoformat(given)
    return given
