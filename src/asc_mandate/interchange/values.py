"""Single values in JSON, which has no decimals, dates, infinite numbers or absences.

What JSON has is written as it is. For the rest there is an object that says what it holds: ``{"decimal": "37.50"}``,
``{"hours": 12, "days": null}``. Reading takes every value as it comes: whether it answers a question is for
``validate`` to say.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from itertools import islice
from math import isfinite
from typing import Any, cast

from asc_mandate.interchange.problems import each, refusal, seen
from asc_mandate.notice.index import ever_asked
from asc_mandate.notice.model import Kind, ServiceType
from asc_mandate.plain import is_a, is_mapping, items_of, text_of
from asc_mandate.returns import Absence
from asc_mandate.validation.answers import TOO_LARGE
from asc_mandate.words import listed, quoted, type_name

Json = dict[str, Any]

_MOST_KEYS = 3

COUNTS = frozenset(
    id for service in ServiceType for id, field in ever_asked(service).items() if field.kind is Kind.COUNT
)
"""The ids of the fields that are counted. JSON does not tell 12 from 12.0, so there a 12.0 is read as 12."""

_EXPONENT = r"(0|[1-9]\d{0,16})"
_DECIMAL = re.compile(rf"-?(\d+(\.\d+)?|[1-9](\.\d+)?E[+-]{_EXPONENT}|0E[+-]{_EXPONENT}|Infinity|s?NaN\d*)", re.ASCII)
"""How a decimal may be spelt: every way in which one writes itself is among them."""

AMOUNT = (
    r"^(0*[0-9]{1,9}(\.[0-9]+)?|-0+(\.0+)?|[1-9](\.[0-9]+)?E(-(0|[1-9][0-9]{0,16})|\+[0-8])"
    r"|-?0E[+-](0|[1-9][0-9]{0,16}))$"
)
"""In JSON Schema: the spellings of amounts from 0 up to ``TOO_LARGE``."""


def written_value(value: object, field: str | None = None) -> object:
    """Return the JSON of a value that is given for a field."""
    if type(value) is Absence:
        parts = [(unit, getattr(value, unit, None)) for unit in ("hours", "days")]
        return dict(each(parts, lambda unit, part: (unit, _written(part)), str))
    items = items_of(value)
    if items is None:
        return _written(value, field)
    written = each(enumerate(items), lambda _, item: _written(item), _place)
    # In one order, because that of a set is another in every process.
    return sorted(written, key=repr) if type(value) in {set, frozenset} else written


def _written(value: object, field: str | None = None) -> object:
    if value is None or is_a(value, bool):
        return value
    if is_a(value, int):
        whole = int.__int__(value)
        # In hexadecimal, because the longest are refused, or take minutes, in decimal.
        return whole if abs(whole) < TOO_LARGE else {"integer": hex(whole)}
    if is_a(value, float):
        number = float.__float__(value)
        return number if isfinite(number) and not _reads_as_count(number, field) else {"float": repr(number)}
    text = text_of(value)
    return _written_in_words(value) if text is None else written_text(text)


def written_text(text: str) -> str:
    """Return text as it is, or refuse half of a character, which only Python holds: no other reader takes it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        raise refusal("is text with half of a character, which a record cannot hold") from None
    return text


def _written_in_words(value: object) -> object:
    if is_a(value, Decimal):
        return {"decimal": str(Decimal(value))}
    # Of these exact types, because pandas' and others' hold more than is written, or nothing at all.
    if type(value) is dt.datetime:
        return {"datetime": value.isoformat()}
    if type(value) is dt.date:
        return {"date": value.isoformat()}
    raise refusal(f"is {type_name(value)}, which a record cannot hold")


def _reads_as_count(number: float, field: str | None) -> bool:
    return field in COUNTS and number.is_integer()


def read_value(value: object, field: str | None = None) -> object:
    """Return the value that JSON stands for in a field."""
    items = items_of(value)
    if items is not None:
        return each(enumerate(items), lambda _, item: _read(item), _place)
    if is_mapping(value) and value.keys() <= {"hours", "days"}:
        units = cast("Mapping[str, object]", value)
        parts = dict(each(units.items(), lambda unit, part: (unit, _read(part)), str))
        return Absence(**cast("Json", parts))
    return _read(value, field)


def _read(value: object, field: str | None = None) -> object:
    if is_mapping(value):
        return _read_words(value, field)
    if type(value) is float and _reads_as_count(value, field):
        return int(value)
    if value is None or type(value) in {bool, int, float, Decimal}:
        return value
    if type(value) is str:
        return written_text(value)
    raise refusal(f"is {seen(value)}; write null, true, false, a number, text, a list or an object")


def _read_words(value: Mapping[object, object], field: str | None) -> object:
    if len(value) == 1:
        [(key, given)] = value.items()
        kind, text = text_of(key), text_of(given)
        if kind is not None and text is not None and kind in _MAKERS:
            return _made(kind, text, field)
    keys = [seen(key) for key in islice(value, _MOST_KEYS + 1)]
    named = listed([*keys[:_MOST_KEYS], *["others" for _ in keys[_MOST_KEYS:]]])
    raise refusal(f"is an object with {named}; an object here holds “hours” and “days”, or a “decimal” as text")


def _made(kind: str, text: str, field: str | None) -> object:
    # One spelling for each, so that none is read that could not have been written. Of a decimal it is looked at first,
    # because one that cannot be made leaves its mark in the caller's decimal context.
    is_decimal = kind == "decimal"
    if not is_decimal or _DECIMAL.fullmatch(text):
        # A text can look right and name no number, or no day.
        try:
            made = _MAKERS[kind](text)
            if is_decimal or _written(made, field) == {kind: text}:
                return made
        except (ValueError, ArithmeticError):
            pass
    hint = ", such as “37.50”" if is_decimal else ""
    raise refusal(f"is no {kind} as a record spells it{hint}: {quoted(text)}")


_MAKERS: Mapping[str, Callable[[str], object]] = {
    "decimal": Decimal,
    "float": float,
    "integer": lambda text: int(text, 16),
    "date": dt.date.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
}


def _place(number: int) -> str:
    return f"[{number}]"
