"""Reading one value as the kind of answer that its field takes.

A value may be anything at all. It is looked at only through the methods of the built-in types themselves, never
through its own, so that no subclass can lie or raise.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import cast

from attrs import evolve, frozen

from asc_mandate.notice.model import Kind
from asc_mandate.plain import is_a, items_of, text_of
from asc_mandate.predicates import Answer
from asc_mandate.returns import Absence
from asc_mandate.words import number, quoted, type_name

# No provider counts as far, and every reader of JSON holds smaller numbers exactly.
_MOST_DIGITS = 9
TOO_LARGE = 10**_MOST_DIGITS


class Fault(StrEnum):
    """What keeps a value from being an answer."""

    WRONG_TYPE = "wrong-type"
    NOT_FINITE = "not-finite"
    NEGATIVE = "negative"


@frozen
class Unreadable:
    """A value that is no answer.

    Attributes:
        fault: What is wrong with it.
        given: What it is: a negative number as it is, anything else in words.
        unit: "hours" or "days" where it is part of an absence.
    """

    fault: Fault
    given: str | int | Decimal
    unit: str | None = None


def read(kind: Kind, value: object) -> Answer | Unreadable | None:
    """Return the answer that a value gives, what is wrong with it, or None for a blank."""
    return None if value is None else _READERS[kind](value)


def exact(answer: object) -> Answer:
    """Return a plain and usual answer as ``read`` returns it."""
    if type(answer) is float:
        return _of_float(answer)
    return cast("Answer", tuple(cast("list[str]", answer)) if type(answer) is list else answer)


def _of_float(value: float) -> Decimal:
    # The shortest decimal that stands for the float is what was typed: 0.1, not 0.1000000000000000055.
    return Decimal(float.__repr__(value))


def _count(value: object) -> int | Unreadable:
    if is_a(value, int) and not is_a(value, bool):
        count = int.__int__(value)
        if abs(count) >= TOO_LARGE:
            return _wrong(count)
        return count if count >= 0 else Unreadable(Fault.NEGATIVE, count)
    return _wrong(value)


def _amount(value: object) -> int | Decimal | Unreadable:
    if is_a(value, float):
        amount = _of_float(value)
    elif is_a(value, Decimal):
        amount = Decimal(value)
    else:
        return _count(value)
    if not amount.is_finite():
        return Unreadable(Fault.NOT_FINITE, str(amount))
    if amount and amount.adjusted() >= _MOST_DIGITS:
        return Unreadable(Fault.WRONG_TYPE, number(amount))
    return amount if amount >= 0 else Unreadable(Fault.NEGATIVE, amount)


def _absence(value: object) -> Absence | Unreadable | None:
    if type(value) is not Absence:
        return _wrong(value)
    parts: dict[str, int | Decimal] = {}
    for unit in ("hours", "days"):
        # One that was made without its constructor has neither.
        given = getattr(value, unit, None)
        if given is None:
            continue
        amount = _amount(given)
        if isinstance(amount, Unreadable):
            return evolve(amount, unit=unit)
        parts[unit] = amount
    return Absence(**parts) if parts else None


def _yes_no(value: object) -> bool | Unreadable:
    return value if is_a(value, bool) else _wrong(value)


def _options(value: object) -> tuple[str, ...] | Unreadable:
    items = items_of(value)
    if items is None:
        return _wrong(value)
    options: list[str] = []
    for item in items:
        option = text_of(item)
        if not (option and option.strip()):
            return Unreadable(Fault.WRONG_TYPE, f"a list that holds {_described(item)}")
        options.append(option)
    return tuple(options)


def _wrong(value: object) -> Unreadable:
    return Unreadable(Fault.WRONG_TYPE, _described(value))


def _described(value: object) -> str:
    if is_a(value, bool):
        return "“True”" if value else "“False”"
    if is_a(value, int):
        return number(int.__int__(value))
    if is_a(value, float):
        return quoted(float.__repr__(value))
    text = text_of(value)
    if text is None:
        return type_name(value)
    return f"the text {quoted(text)}" if text.strip() else "empty text"


_READERS: Mapping[Kind, Callable[[object], Answer | Unreadable | None]] = {
    Kind.COUNT: _count,
    Kind.HOURS: _amount,
    Kind.ABSENCE: _absence,
    Kind.YES_NO: _yes_no,
    Kind.OPTIONS: _options,
}
