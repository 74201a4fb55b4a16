"""Reading one value as the kind of answer that its field takes. A value may be anything at all."""

from decimal import Decimal
from math import isfinite
from typing import NamedTuple, cast

from asc_mandate import sentences
from asc_mandate._format import clean, describe, format_number, name_type, quote
from asc_mandate.notice.readings import TOO_LARGE
from asc_mandate.notice.shapes import Kind
from asc_mandate.returns import Absence
from asc_mandate.validation.personal import identifies

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
    """What the value is, as the end of a sentence."""
    given: Amount | str
    """The value as a message shows it; a negative amount as a number, unless it is too long."""
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
    return _fault("not-finite", sentences.NOT_A_NUMBER, str(value))


def _in_bounds(amount: Amount) -> Amount | Fault:
    if 0 <= amount < _TOO_LARGE:
        return amount
    shown = format_number(amount)
    if amount < 0:
        fault = _fault("negative", sentences.AS_IT_IS, shown)
        return fault._replace(given=amount) if amount > -_TOO_LARGE else fault
    return _fault("wrong-type", sentences.TOO_LARGE, shown)


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
            shown = describe(option) if option is None or isinstance(option, str) else name_type(option)
            return _fault("wrong-type", sentences.WITH_ITEM, shown)
    return cast("tuple[str, ...]", options)


def _wrong(value: object) -> Fault:
    match value:
        case str() if value.strip():
            return _fault("wrong-type", sentences.AS_TEXT, "(withheld)" if identifies(value) else quote(value))
        case str():
            return _fault("wrong-type", sentences.AS_EMPTY_TEXT, "")
        case float() | Decimal():
            return _fault("wrong-type", sentences.AS_DECIMAL, clean(str(value)))
        case tuple():
            return _fault("wrong-type", sentences.AS_IT_IS, "a list")
        case _:
            return _fault("wrong-type", sentences.AS_IT_IS, describe(value))


def _fault(code: str, sentence: str, given: str) -> Fault:
    return Fault(code, sentence.format(given=given), given)
