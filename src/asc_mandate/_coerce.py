"""The gate: what callers pass, brought to one shape or refused, each refusal of a shape worded here once.

Arguments are taken by what ``isinstance`` says of them. An object that lies about its class, or raises where no data
would, raises what it raises.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, cast

from attrs import Attribute

from asc_mandate._format import describe, join_words, name_type, quote
from asc_mandate._moments import day_of, to_london
from asc_mandate.errors import InvalidArgument

E = TypeVar("E", bound=StrEnum)
K = TypeVar("K")
T = TypeVar("T")

_DATE = "a datetime.date, or a datetime.datetime with a time zone"


def refusal(name: str, given: object, expected: str) -> InvalidArgument:
    """Return the refusal of an argument: what was passed, and what to pass."""
    what = quote(str.__str__(given)) if isinstance(given, str) else name_type(given)
    return InvalidArgument(f"{name} is {what}; pass {expected}.")


# Days and moments


def to_moment(given: object, name: str = "on") -> dt.date:
    """Return a date as it is, or an aware datetime in London."""
    if type(given) is dt.date:
        return given
    if not isinstance(given, dt.date) or is_blank(given):
        raise refusal(name, given, _DATE)
    if not isinstance(given, dt.datetime):
        return dt.date(given.year, given.month, given.day)
    if given.utcoffset() is None:
        raise InvalidArgument(f"{name} is a datetime without a time zone; pass {_DATE}.")
    try:
        return to_london(given)
    except OverflowError:
        raise InvalidArgument(f"{name} lies beyond London's calendar; pass {_DATE}.") from None


def to_date(given: object, name: str = "on") -> dt.date:
    """Return the day in London that a date or an aware datetime falls on."""
    return day_of(to_moment(given, name))


def as_date(given: dt.date) -> dt.date:
    """Return the day in London where there is one; what is none is left for ``is_date`` to refuse by its name."""
    try:
        return to_date(given)
    except InvalidArgument:
        return given


def as_date_or_none(given: dt.date | None) -> dt.date | None:
    """Return the day in London where there is one, as ``as_date`` does, or None."""
    return given and as_date(given)


def is_date(_instance: object, attribute: "Attribute[Any]", value: object) -> None:
    """Refuse what is neither a date nor an aware datetime."""
    if value is not None or attribute.default is not None:
        to_date(value, attribute.name)


# Everything else


def to_instance(given: object, kind: type[T], name: str, home: str = "asc_mandate") -> T:
    """Return an object where it is of the class that is asked for, which callers import from ``home``."""
    if isinstance(given, kind):
        return given
    expected = _BUILT_IN.get(kind, f"an {home}.{kind.__name__}")
    from_record = hasattr(given, "items") and kind.__name__ in _READ_FROM_RECORDS
    raise refusal(
        name, given, f"{expected}, or read a record with interchange.from_record" if from_record else expected
    )


_BUILT_IN: Mapping[type, str] = {str: "text", dt.date: "a datetime.date"}
_READ_FROM_RECORDS = ("Return", "Ledger", "Calendar")


def iterate(given: object, kind: type[T], name: str, home: str = "asc_mandate") -> Iterator[T]:
    """Yield objects of one class; exceptions raised by an iterator that a caller passes propagate."""
    if hasattr(given, "items") or isinstance(given, str) or not hasattr(given, "__iter__"):
        raise refusal(name, given, f"{kind.__name__} objects")
    items = enumerate(cast("Iterable[object]", given))
    return (to_instance(item, kind, f"{name}[{place}]", home) for place, item in items)


def to_member(given: object, kind: type[E], name: str) -> E:
    """Return the member of an enumeration that a value is, or spells."""
    if type(given) is kind:
        return given
    text = str.__str__(given) if isinstance(given, str) else None
    for member in kind:
        if member.value == text:
            return member
    raise refusal(name, given, join_words([repr(member.value) for member in kind], "or"))


def to_choice(given: T, choices: tuple[T, ...], name: str) -> T:
    """Return one of a few values; True is not 1, nor "material" anything else."""
    for choice in choices:
        if given is choice or (isinstance(choice, str) and isinstance(given, str) and given == choice):
            return choice
    raise refusal(name, given, join_words([repr(choice) for choice in choices], "or"))


def to_text(given: object, name: str, expected: str) -> str:
    """Return text that is more than spaces."""
    if isinstance(given, str) and str.__str__(given).strip():
        return str.__str__(given)
    raise InvalidArgument(f"{name} is {describe(given)}; pass {expected}.")


def to_location_id(given: str | None) -> str | None:
    """Return a location id as text, or None where there is none."""
    if given is None:
        return None
    if isinstance(given, str):
        return str.__str__(given)
    raise refusal("location_id", given, "text such as '1-1000210669', or None")


def to_mapping(given: object, name: str, expected: str = "a mapping") -> dict[Any, Any]:
    """Return a copy of a mapping."""
    if isinstance(given, Mapping):
        return {**given}
    raise refusal(name, given, expected)


def to_count(given: object, name: str, allowed: range, expected: str) -> int:
    """Return a whole number of a range."""
    if isinstance(given, int) and not isinstance(given, bool) and int(given) in allowed:
        return int(given)
    raise InvalidArgument(f"{name} is {describe(given)}; pass {expected}.")


# Values, which are data: nothing here is refused


def is_blank(value: object) -> bool:
    """Return whether a value stands for nothing: None, and what pandas and numpy have in its place."""
    if value is None or type(value).__name__ in {"NAType", "NaTType", "MaskedConstant"}:
        return True
    return type(value).__name__ in {"datetime64", "timedelta64"} and value != value  # noqa: PLR0124 - as only NaT is


def to_python(value: object) -> object:
    """Return the Python value that a scalar of numpy or pandas holds; collections as tuples; all else as it is."""
    if type(value) in _PYTHON:
        return value
    if is_blank(value):
        return None
    # Floats and decimals of the base class, because a subclass can write itself in its own way.
    match value:
        case float() | Decimal():
            return float.__float__(value) if isinstance(value, float) else Decimal(value)
        case list() | tuple():
            return tuple(cast("list[object]", value))
        case set() | frozenset():
            # In one order, because that of a set is another in every process.
            items = cast("set[object]", value)
            return tuple(sorted(items, key=lambda item: item if isinstance(item, str) else describe(item)))
        case _:
            return _of_numpy(value) if type(value).__module__ == "numpy" else value


def _of_numpy(value: Any) -> object:
    if getattr(value, "shape", None) != () or type(value).__name__ in {"datetime64", "timedelta64"}:
        return value
    held = value.item()
    return float(held) if type(held).__name__ == "longdouble" else held


_PYTHON = frozenset({type(None), bool, int, float, Decimal, str})


# Takes and returns anything, to stand in for methods of every signature.
def _refuse(*_: Any, **__: Any) -> Any:
    raise TypeError("This is part of a result, which does not change; make a dict of it first.")


class FrozenDict(dict[K, T]):
    """A dict that refuses to change, so that a result cannot be edited after the fact. It can be pickled and copied."""

    __setitem__: Any = _refuse
    __delitem__: Any = _refuse
    __ior__: Any = _refuse
    clear: Any = _refuse
    pop: Any = _refuse
    popitem: Any = _refuse
    setdefault: Any = _refuse
    update: Any = _refuse

    def __reduce__(self) -> tuple[type["FrozenDict[K, T]"], tuple[dict[K, T]]]:
        return FrozenDict, (dict(self),)
