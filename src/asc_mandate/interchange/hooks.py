"""How records are read: by cattrs, strictly, and with everything that is wrong told at once."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from functools import partial
from operator import eq
from typing import Any, NewType, get_args, get_origin

from attrs import NOTHING, fields, has
from cattrs import (
    AttributeValidationNote,
    ClassValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationError,
)
from cattrs.gen import make_dict_structure_fn_from_attrs  # pyright: ignore[reportUnknownVariableType]

from asc_mandate._coerce import to_moment
from asc_mandate._format import clean, describe, join_words, quote
from asc_mandate.calendar import Calendar
from asc_mandate.errors import MandateError, Problem
from asc_mandate.notice.index import ever_asked
from asc_mandate.notice.shapes import Kind, ServiceType
from asc_mandate.penalties.ledger import Month, to_month
from asc_mandate.returns import Absence, Saved

Hook = Callable[[Any, Any], Any]
Value = NewType("Value", object)
"""What a return says of a field."""

LARGEST = 2**53
"""Up to here every reader of JSON holds whole numbers exactly."""
MOMENT = "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+))?"
"""A day, or a moment with its offset, as a regular expression."""
_MOMENT = re.compile(MOMENT)
# The types of JSON's values that have no parts to be read.
_WHOLE = frozenset({int, float, bool, str, type(None), list})

converter: Converter = Converter(forbid_extra_keys=True)

_COUNTS = frozenset(
    id for service in ServiceType for id, field in ever_asked(service).items() if field.kind is Kind.COUNT
)


def problems_of(error: Exception, path: str = "") -> Iterator[Problem]:
    """Yield what an error says is wrong, and where."""
    if isinstance(error, (ClassValidationError, IterableValidationError)):
        placed, others = error.group_exceptions()
        for cause, note in placed:
            place = note.name if isinstance(note, AttributeValidationNote) else note.index
            yield from problems_of(cause, join_path(path, place))
        for cause in others:
            yield from problems_of(cause, path)
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(map(_seen, error.extra_fields)):
            yield Problem(path, f"has a key that is {key}, which has no place here")
    elif isinstance(error, KeyError):
        yield Problem(path, "is missing")
    else:
        yield Problem(path, f"is not allowed: {error}" if isinstance(error, MandateError) else str(error))


def join_path(path: str, place: object) -> str:
    """Return the path of a part: of an attribute or a key by its name, of an item of a list by its number."""
    if not isinstance(place, str):
        return f"{path}[{describe(place)}]"
    name = clean(place) or "“”"
    return f"{path}.{name}" if path else name


def write_month(month: Month) -> str:
    """Return a month as a record has it: “2026-08”."""
    return f"{month[0]:04}-{month[1]:02}"


def _refusal(given: object, what: str) -> ValueError:
    return ValueError(f"is {_seen(given)}; write {what}")


def _seen(given: object) -> str:
    return quote(given) if isinstance(given, str) else describe(given)


# What has no parts


@converter.register_structure_hook
def _read_member(given: Any, kind: type[StrEnum]) -> StrEnum:
    try:
        return kind(given)
    except ValueError:
        raise _refusal(given, f"one of {join_words([quote(member.value) for member in kind])}") from None


@converter.register_structure_hook
def _read_moment_or_none(given: object, _: object = None) -> dt.date | None:
    return None if given is None else _read_moment(given)


@converter.register_structure_hook
def _read_moment(given: object, _: object = None) -> dt.date:
    try:
        if not isinstance(given, str):
            return to_moment(given)
        if found := _MOMENT.fullmatch(given):
            moment = (dt.datetime if found[1] else dt.date).fromisoformat(given)
            # The class that holds it brings it to London, which is only in doubt at the ends of the calendar.
            return moment if dt.MINYEAR < moment.year < dt.MAXYEAR else to_moment(moment)
    except ValueError:
        pass
    raise _refusal(
        given, "a day that exists, like “2026-11-14”, or a moment with its offset, like “2026-11-14T16:30:00+00:00”"
    )


def _read_month(given: object, _: object) -> Month:
    if isinstance(given, str) and (found := re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", given)):
        return to_month((int(found[1]), int(found[2])))
    raise _refusal(given, "a month like “2026-08”")


def _read_holiday(given: Any, _: object) -> tuple[dt.date, str]:
    match given:
        case [day, str(name)]:
            return _read_moment(day), name
        case _:
            raise _refusal(given, "a day and a name, like [“2027-07-14”, “A day of celebration”]")


# What has parts


def _guarded(shape: type | tuple[type, ...], what: str, read: Hook = lambda given, _: given) -> Hook:
    """Return a hook that looks at the shape first, because cattrs takes whatever has the right methods."""

    def guarded(given: object, kind: object) -> object:
        if isinstance(given, shape):
            return read(given, kind)
        raise _refusal(given, what)

    return guarded


def _has_parts(kind: Any) -> bool:
    return has(kind) or get_origin(kind) in {Mapping, tuple}


def _of_parts(kind: Any) -> Hook:
    inner: Any = get_args(kind)
    if get_origin(kind) is tuple:
        listed = converter.get_structure_hook(list[inner[0]])
        return _guarded((list, tuple), "a list", lambda given, kind: tuple(listed(given, kind)))
    if kind == Mapping[str, object]:
        read: Hook = _read_values
    elif get_origin(kind) is Mapping:
        read = converter.get_structure_hook(dict[inner[0], inner[1]])
    elif kind is Calendar:
        # Nothing may be left out, because what would stand for it is another release's own.
        required = [part.evolve(default=NOTHING) for part in fields(kind)]
        read = make_dict_structure_fn_from_attrs(required, kind, converter)
    else:
        read = converter.gen_structure_attrs_fromdict(kind)
    return _guarded(Mapping, "an object", read)


def _read_values(given: Mapping[Any, Any], _: object) -> dict[str, object]:
    """Read an absence, and refuse what has no name; all else is taken as it comes, for ``validate`` to judge."""
    parts = {id: value for id, value in given.items() if type(id) is not str or type(value) not in _WHOLE}
    values = {**given, **_read_parts(parts, None)}
    for id, value in values.items():
        # JSON does not tell 12 from 12.0.
        if isinstance(value, float) and id in _COUNTS and value.is_integer() and abs(value) <= LARGEST:
            values[id] = int(value)
    return values


@converter.register_structure_hook
def _read_value(given: Any, _: object) -> Value:
    return Value(converter.structure(given, Absence) if isinstance(given, Mapping) else given)


@converter.register_structure_hook
def _read_saved(given: Any, kind: object) -> Saved:
    return _read_saves(given, kind) if isinstance(given, Mapping) else _read_moment_or_none(given)


converter.register_structure_hook(str, _guarded(str, "text"))
converter.register_structure_hook(bool, _guarded(bool, "true or false"))
converter.register_structure_hook(float | Decimal | None, lambda given, _: given)
converter.register_structure_hook_factory(_has_parts, _of_parts)
# After the hooks for all tuples, because the latest that fits is taken.
for _kind, _hook in ((Month, _read_month), (tuple[dt.date, str], _read_holiday)):
    converter.register_structure_hook_func(partial(eq, _kind), _hook)
_read_parts: Hook = converter.get_structure_hook(dict[str, Value])
_read_saves: Hook = converter.get_structure_hook(Mapping[str, dt.date | None])
