"""How records are read: by cattrs, strictly, and with everything that is wrong told at once."""

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, NewType, cast, get_args, get_origin

from attrs import fields, frozen, has
from cattrs import (
    AttributeValidationNote,
    BaseConverter,
    BaseValidationError,
    Converter,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from asc_mandate._coerce import to_moment
from asc_mandate._format import clean, describe, join_words, quote
from asc_mandate.calendar import Calendar
from asc_mandate.errors import Problem
from asc_mandate.notice.index import ever_asked
from asc_mandate.notice.provenance import Citation, Grade, Source
from asc_mandate.notice.shapes import Kind, ServiceType
from asc_mandate.returns import Absence, Saved

Hook = Callable[[Any, Any], Any]
_Note = AttributeValidationNote | IterableValidationNote
Scalar = NewType("Scalar", object)
Value = NewType("Value", object)
"""What a return may say of a field: a scalar, a list of them, or an absence."""

LARGEST = 2**53
"""Up to here every reader of JSON holds whole numbers exactly."""
MOMENT = "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9:]+))?"
"""A day, or a moment with its offset, as a regular expression."""
HALF_A_CHARACTER = "text with half of a character"

_COUNTS = frozenset(
    id for service in ServiceType for id, field in ever_asked(service).items() if field.kind is Kind.COUNT
)


class Refused(Exception):
    """A part of a record cannot be read; the message is the end of a sentence that begins with its path."""


def problems_of(error: Exception, path: str = "") -> Iterator[Problem]:
    """Yield what an error says is wrong, and where."""
    if isinstance(error, ExceptionGroup):
        for cause in cast("ExceptionGroup[Exception]", error).exceptions:
            yield from problems_of(cause, join_path(path, _place_of(cause)))
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield Problem(path, f"has a key that is {quote(key)}, which has no place here")
    elif isinstance(error, KeyError):
        yield Problem(path, "is missing")
    else:
        yield Problem(path, str(error) if isinstance(error, Refused) else f"is not allowed: {error}")


def _place_of(cause: Exception) -> str | int | None:
    notes = (note for note in getattr(cause, "__notes__", ()) if isinstance(note, _Note))
    note = next(notes, None)
    return note.name if isinstance(note, AttributeValidationNote) else note and note.index


def join_path(path: str, place: str | int | None) -> str:
    """Return the path of a part: of an attribute or a key by its name, of an item of a list by its number."""
    if isinstance(place, str):
        name = clean(place) or "“”"
        return f"{path}.{name}" if path else name
    return path if place is None else f"{path}[{place}]"


def can_be_encoded(text: str) -> bool:
    """Return whether text has whole characters only; half of one is text in Python and nowhere else."""
    try:
        str.encode(text)
    except UnicodeEncodeError:
        return False
    return True


def key_problem(key: object) -> str | None:
    """Return what is wrong with a key of an object; None where nothing is."""
    if not isinstance(key, str):
        return f"has a key that is {_seen(key)}; write keys as text"
    return None if can_be_encoded(key) else f"has a key that is {HALF_A_CHARACTER}, which a record cannot hold"


def _expected(given: object, what: str) -> Refused:
    return Refused(f"is {_seen(given)}; write {what}")


def _seen(given: object) -> str:
    """Return what stands in a record, in the words of JSON."""
    if isinstance(given, str):
        return quote(given)
    if given is None or isinstance(given, bool):
        return "null" if given is None else str(given).lower()
    if isinstance(given, (list, dict)):
        return "a list" if isinstance(given, list) else "an object"
    return describe(given)


# What JSON has


def _read_text(given: object, _: object) -> str:
    if not isinstance(given, str):
        raise _expected(given, "text")
    if not can_be_encoded(given):
        raise Refused(f"is {HALF_A_CHARACTER}, which a record cannot hold")
    return given


def _read_bool(given: object, _: object) -> bool:
    if isinstance(given, bool):
        return given
    raise _expected(given, "true or false")


def _read_list(given: object) -> list[Any]:
    if isinstance(given, (list, tuple)):
        return list(cast("list[object]", given))
    raise _expected(given, "a list")


def _read_object(structure: Hook, needed: tuple[str, ...] = ()) -> Hook:
    """Return a hook that looks at the keys of an object before another reads the rest."""

    def read(given: object, kind: object) -> object:
        if not isinstance(given, Mapping):
            raise _expected(given, "an object")
        record = cast("Mapping[object, object]", given)
        errors: list[Exception] = [_missing(name) for name in needed if name not in record]
        errors += [Refused(problem) for problem in map(key_problem, record) if problem]
        try:
            made = structure({key: part for key, part in record.items() if not key_problem(key)}, kind)
        except BaseValidationError as error:
            raise error.derive([*errors, *error.exceptions]) from None
        if errors:
            raise ExceptionGroup("This cannot be read", errors)
        return made

    return read


def _missing(name: str) -> KeyError:
    error = KeyError(name)
    error.add_note(AttributeValidationNote("", name, object))
    return error


# What it has no type for


def _read_member(given: object, kind: type[StrEnum]) -> StrEnum:
    for member in kind:
        if given == member.value:
            return member
    raise _expected(given, f"one of {join_words([quote(member.value) for member in kind])}")


def _read_moment(given: object, _: object = None) -> dt.date:
    try:
        if isinstance(given, str) and re.fullmatch(MOMENT, given):
            return to_moment((dt.datetime if "T" in given else dt.date).fromisoformat(given))
        if isinstance(given, dt.date):
            return to_moment(given)
    except ValueError:
        pass
    raise _expected(
        given, "a day that exists, like “2026-11-14”, or a moment with its offset, like “2026-11-14T16:30:00+00:00”"
    )


def _read_saved(given: object, _: object) -> object:
    if isinstance(given, Mapping):
        return _structure(cast("object", given), Mapping[str, dt.date | None])
    return None if given is None else _read_moment(given)


def write_month(month: tuple[int, int]) -> str:
    """Return a month as a record has it: “2026-08”."""
    return f"{month[0]:04}-{month[1]:02}"


def _read_month(given: object, _: object) -> tuple[int, int]:
    if isinstance(given, str) and (found := re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])", given)):
        return int(found[1]), int(found[2])
    raise _expected(given, "a month like “2026-08”")


def _read_scalar(given: object, kind: object) -> object:
    if given is None or isinstance(given, (bool, int, float, Decimal)):
        return given
    if isinstance(given, str):
        return _read_text(given, kind)
    raise _expected(given, "null, true, false, a number or text")


def _read_value(given: object, kind: object) -> object:
    if isinstance(given, (Mapping, list, tuple)):
        return _structure(cast("object", given), Absence if isinstance(given, Mapping) else tuple[Scalar, ...])
    return _read_scalar(given, kind)


def _read_count(id: str, value: object) -> object:
    # JSON does not tell 12 from 12.0.
    is_whole = isinstance(value, float) and value.is_integer() and abs(value) <= LARGEST
    return int(cast("float", value)) if id in _COUNTS and is_whole else value


@frozen
class _Place:
    """A citation as a record has it."""

    title: str
    address: str | None
    grade: Grade
    where: str


def _read_citation(given: object, _: object) -> Citation:
    place = _structure(given, _Place)
    return Citation(Source(place.title, place.address, place.grade), place.where)


# The converter


def _of_class(kind: Any, made: BaseConverter) -> Hook:
    # Of a calendar nothing may be left out, because what would stand for it is another release's own.
    needed = tuple(part.name for part in fields(kind)) if kind is Calendar else ()
    return _read_object(make_dict_structure_fn(kind, made, _cattrs_forbid_extra_keys=True), needed)


def _of_tuple(kind: Any, made: BaseConverter) -> Hook:
    inner: Any = get_args(kind)

    def read(given: object, _: object) -> tuple[object, ...]:
        items = _read_list(given)
        if ... in inner:
            return tuple(made.structure(items, list[inner[0]]))
        if len(items) != len(inner):
            raise Refused(f"is a list of {len(items)}; write one of {len(inner)}")
        return tuple(map(made.structure, items, inner))

    return read


def _of_mapping(kind: Any, made: BaseConverter) -> Hook:
    inner: Any = get_args(kind)
    if inner[1] is not object:
        return _read_object(made.get_structure_hook(dict[inner[0], inner[1]]))
    read = _read_object(made.get_structure_hook(dict[str, Value]))
    return lambda given, kind: {id: _read_count(id, value) for id, value in read(given, kind).items()}


def _of(origin: object) -> Callable[[Any], bool]:
    return lambda kind: get_origin(kind) is origin


def _make() -> Converter:
    made = Converter(detailed_validation=True)
    made.register_structure_hook_factory(has, _of_class)
    made.register_structure_hook_factory(_of(tuple), _of_tuple)
    made.register_structure_hook_factory(_of(Mapping), _of_mapping)
    # A month of a ledger.
    made.register_structure_hook_func(lambda kind: kind == tuple[int, int], _read_month)
    hooks: dict[Any, Hook] = {
        str: _read_text,
        bool: _read_bool,
        StrEnum: _read_member,
        dt.date: _read_moment,
        Saved: _read_saved,
        float | Decimal | None: _read_scalar,
        Scalar: _read_scalar,
        Value: _read_value,
        Citation: _read_citation,
    }
    for kind, hook in hooks.items():
        made.register_structure_hook(kind, hook)
    return made


converter = _make()
# Of any type: that of a hook is not always a class.
_structure = cast("Callable[[object, Any], Any]", converter.structure)
