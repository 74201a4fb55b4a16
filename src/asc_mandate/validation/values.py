"""Reading one value as the kind of answer that its field takes. A value may be anything at all."""

from decimal import Decimal
from math import isfinite
from typing import NamedTuple, cast

from asc_mandate import sentences
from asc_mandate.notice.readings import TOO_LARGE
from asc_mandate.notice.shapes import Kind
from asc_mandate.returns import Absence

Amount = int | float | Decimal
Answer = Amount | Absence | bool | tuple[str, ...]
"""A value that was read: a count is an int, options are a tuple."""

_TOO_LARGE = TOO_LARGE.value
# By name, because asking an enumeration takes as long as reading a number.
_COUNT, _HOURS, _ABSENCE, _OPTIONS = Kind.COUNT, Kind.HOURS, Kind.ABSENCE, Kind.OPTIONS


class Fault(NamedTuple):
    """What keeps a value from being an answer."""

    code: str
    """The code of the finding."""
    problem: str
    """What the value is, as the end of a sentence with a place for it; the check fills it in."""
    value: object
    unit: str | None = None
    """Where it is part of an absence: "hours" or "days"."""


def read(value: object, kind: Kind) -> Answer | Fault | None:
    """Return the answer that a value gives to a field of a kind, what is wrong with it, or None for a blank."""
    if value is None:
        return None
    if kind is _COUNT:
        return _count(value)
    if kind is _HOURS:
        return _amount(value)
    if kind is _ABSENCE:
        return _absence(value)
    if kind is _OPTIONS:
        return _options(value)
    return value if isinstance(value, bool) else _wrong(value)


def _count(value: object) -> Amount | Fault:
    if isinstance(value, int) and not isinstance(value, bool):
        return _in_bounds(int(value))
    return _wrong(value)


def _amount(value: object) -> Amount | Fault:
    if not isinstance(value, (float, Decimal)):
        return _count(value)
    is_finite = isfinite(value) if isinstance(value, float) else value.is_finite()
    if is_finite:
        return _in_bounds(value)
    return Fault("not-finite", sentences.NOT_A_NUMBER, value)


def _in_bounds(amount: Amount) -> Amount | Fault:
    if 0 <= amount < _TOO_LARGE:
        return amount
    if amount < 0:
        return Fault("negative", sentences.AS_IT_IS, amount)
    return Fault("wrong-type", sentences.TOO_LARGE, amount)


def _absence(value: object) -> Absence | Fault | None:
    if not isinstance(value, Absence):
        return _wrong(value)
    for unit, given in (("hours", value.hours), ("days", value.days)):
        amount = None if given is None else _amount(given)
        if isinstance(amount, Fault):
            return amount._replace(unit=unit)
    return None if value.hours is None and value.days is None else value


def _options(value: object) -> tuple[str, ...] | Fault:
    if not isinstance(value, tuple):
        return _wrong(value)
    options = cast("tuple[object, ...]", value)
    for option in options:
        if not (isinstance(option, str) and option.strip()):
            return Fault("wrong-type", sentences.WITH_ITEM, option)
    return cast("tuple[str, ...]", options)


def _wrong(value: object) -> Fault:
    match value:
        case str():
            problem = sentences.AS_TEXT if value.strip() else sentences.AS_EMPTY_TEXT
        case float() | Decimal():
            problem = sentences.AS_DECIMAL
        case _:
            problem = sentences.AS_IT_IS
    return Fault("wrong-type", problem, value)
