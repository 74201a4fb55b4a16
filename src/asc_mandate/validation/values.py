"""Reading one value as the kind of answer that its field takes. A value may be anything at all."""

from decimal import Decimal
from math import isfinite
from typing import cast

from attrs import evolve, frozen

from asc_mandate import sentences
from asc_mandate._format import clean, describe, format_number, name_type, quote
from asc_mandate.notice.bounds import TOO_LARGE
from asc_mandate.notice.shapes import Kind
from asc_mandate.returns import Absence
from asc_mandate.validation.personal import identifies

Amount = int | float | Decimal
Answer = Amount | Absence | bool | tuple[str, ...]
"""A value that was read: a count is an int, options are a tuple."""

_TOO_LARGE = TOO_LARGE.value


@frozen
class Fault:
    """What keeps a value from being an answer.

    Attributes:
        code: The code of the finding.
        problem: What the value is, as the end of a sentence.
        given: The value where it is a number or text that may be shown, or else what it is.
        unit: "hours" or "days" where it is part of an absence.
    """

    code: str
    problem: str
    given: str | Amount
    unit: str | None = None


def read(value: object, kind: Kind) -> Answer | Fault | None:
    """Return the answer that a value gives to a field of a kind, what is wrong with it, or None for a blank."""
    match kind:
        case Kind.COUNT:
            return _count(value)
        case Kind.HOURS:
            return _amount(value)
        case Kind.ABSENCE:
            return _absence(value)
        case Kind.YES_NO:
            return value if isinstance(value, bool) else _wrong(value)
        case Kind.OPTIONS:
            return _options(value)


def _count(value: object) -> Amount | Fault:
    if isinstance(value, int) and not isinstance(value, bool):
        return _in_bounds(int(value))
    return _wrong(value)


def _amount(value: object) -> Amount | Fault:
    if not isinstance(value, (float, Decimal)):
        return _count(value)
    if isfinite(value) if isinstance(value, float) else value.is_finite():
        return _in_bounds(value)
    return Fault("not-finite", sentences.NOT_A_NUMBER.format(given=describe(value)), str(value))


def _in_bounds(amount: Amount) -> Amount | Fault:
    if 0 <= amount < _TOO_LARGE:
        return amount
    shown = format_number(amount)
    if amount < 0:
        return Fault("negative", sentences.BELOW_ZERO.format(given=shown), amount if amount > -_TOO_LARGE else shown)
    return Fault("wrong-type", sentences.TOO_LARGE.format(given=shown), shown)


def _absence(value: object) -> Absence | Fault | None:
    if not isinstance(value, Absence):
        return _wrong(value)
    for unit, given in (("hours", value.hours), ("days", value.days)):
        amount = None if given is None else _amount(given)
        if isinstance(amount, Fault):
            return evolve(amount, unit=unit)
    return None if value.hours is None and value.days is None else value


def _options(value: object) -> tuple[str, ...] | Fault:
    if not isinstance(value, tuple):
        return _wrong(value)
    options = cast("tuple[object, ...]", value)
    for option in options:
        if not (isinstance(option, str) and option.strip()):
            given = "blank" if option is None else "empty text" if isinstance(option, str) else name_type(option)
            return Fault("wrong-type", sentences.WITH_ITEM.format(given=given), given)
    return cast("tuple[str, ...]", options)


def _wrong(value: object) -> Fault:
    if isinstance(value, str):
        if not value.strip():
            return Fault("wrong-type", sentences.AS_EMPTY_TEXT, "")
        given = "(withheld)" if identifies(value) else quote(value)
        return Fault("wrong-type", sentences.AS_TEXT.format(given=given), given)
    if isinstance(value, (float, Decimal)):
        given = clean(str(value))
        return Fault("wrong-type", sentences.AS_DECIMAL.format(given=given), given)
    given = "a list" if isinstance(value, tuple) else describe(value)
    return Fault("wrong-type", sentences.AS_OTHER.format(given=given), given)
