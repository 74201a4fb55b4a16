"""The converter between this package's classes and records: strict both ways, and nothing is lost on the way."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin

from attrs import fields, has
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from asc_mandate.calendar import Calendar
from asc_mandate.errors import InvalidRecord, Problem
from asc_mandate.interchange.parts import SPECIAL, exactly, read_day, read_member, read_object, read_pounds, read_text
from asc_mandate.interchange.problems import Refused, each, key_of, problems_of, refusal, seen, under
from asc_mandate.interchange.values import Json, written_text
from asc_mandate.notice.model import Condition, DuringCampaign, Season
from asc_mandate.notice.provenance import NotFound
from asc_mandate.plain import is_mapping, text_of
from asc_mandate.validation.findings import Finding
from asc_mandate.validation.report import Report
from asc_mandate.words import listed, quoted

T = TypeVar("T")
Hook = Callable[..., Any]

# Of these nothing may be left out, because what would stand for it is another release's own.
_WHOLE = frozenset({Calendar})
_CONDITIONS: Mapping[str, type[Condition]] = {"season": Season, "during_campaign": DuringCampaign}
# What a record has beside the attributes, for its readers.
_BESIDE: Mapping[type, str] = {Finding: "message", Season: "type", DuringCampaign: "type"}


def to_record(given: object) -> Json:
    """Return the record of an object, or raise InvalidRecord for values that JSON cannot hold."""
    try:
        return cast("Json", _converter.unstructure(given))
    except Refused as refused:
        raise InvalidRecord(refused.problems) from None


def from_record(kind: type[T], record: object) -> T:
    """Return the object that a record holds, or raise InvalidRecord with everything that is wrong with it."""
    try:
        return _converter.structure(record, kind)
    except Exception as error:
        raise InvalidRecord(tuple(problems_of(error))) from error


def _of_class(kind: Any, converter: Converter) -> Hook:
    structure = make_dict_structure_fn(kind, converter, **_overrides(kind))
    keys = [key_of(name) for name in _names(kind)]
    needed = keys if kind in _WHOLE else []

    def read(given: object, _: object) -> Any:
        record = {key: value for key, value in read_object(given).items() if key != _BESIDE.get(kind)}
        extra = sorted(seen(key) for key in record if key not in keys)
        problems = {Problem(key, "is missing"): None for key in needed if key not in record}
        made = None
        try:
            made = structure(cast("Json", record), kind)
        except Exception as error:  # noqa: BLE001
            problems.update(dict.fromkeys(problems_of(error)))
        problems.update({Problem("", f"has a key that is {key}, which has no place here"): None for key in extra})
        if problems:
            raise Refused(*problems)
        if kind is Finding:
            _require_sentence(cast("Finding", made))
        return made

    return read


def _require_sentence(finding: Finding) -> None:
    try:
        _ = finding.message
    except Exception:  # noqa: BLE001
        raise Refused(Problem("sentence", "has places for what the context does not hold")) from None


def _of_union(kind: Any, converter: Converter) -> Hook:
    members = get_args(kind)

    def read(given: object, _: object) -> Any:
        if given is None and NoneType in members:
            return None
        if Season in members:
            return converter.structure(given, _condition(given))
        if NotFound in members and is_mapping(given) and "not_found" in given:
            return NotFound(read_text(given["not_found"]))
        return converter.structure(given, members[0])

    return read


def _of_tuple(kind: Any, converter: Converter) -> Hook:
    inner = get_args(kind)

    def read(given: object, _: object) -> tuple[object, ...]:
        if type(given) is not list:
            raise refusal(f"is {seen(given)}; write a list")
        items = cast("list[object]", given)
        kinds = inner[:1] * len(items) if ... in inner else inner
        if len(items) != len(kinds):
            raise refusal(f"is a list of {len(items)}; write one of {len(kinds)}")
        return tuple(each(enumerate(items), lambda place, item: converter.structure(item, kinds[place]), "[{}]".format))

    return read


def _condition(given: object) -> type[Condition]:
    name = text_of(read_object(given).get("type"))
    if name is None or name not in _CONDITIONS:
        raise Refused(
            Problem("type", f"is no condition; write one of {listed([quoted(name) for name in _CONDITIONS])}")
        )
    return _CONDITIONS[name]


def _overrides(cls: type) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for name in _names(cls):
        read, write = SPECIAL.get((cls, name), (None, None))
        changes[name] = override(rename=key_of(name), struct_hook=read and _ignoring_kind(read), unstruct_hook=write)
    return changes


def _names(cls: type) -> list[str]:
    return [field.name for field in fields(cls) if field.init]


def _ignoring_kind(read: Callable[[object], object]) -> Hook:
    def hook(given: object, _: object) -> object:
        return read(given)

    return hook


def _writing(cls: type, converter: Converter) -> Callable[[Any], Json]:
    write: Callable[[Any], Json] = make_dict_unstructure_fn(cls, converter, **_overrides(cls))
    names = {kind: {"type": name} for name, kind in _CONDITIONS.items()}
    if cls in names:
        return lambda condition: {**names[cls], **write(condition)}
    if cls is Finding:
        return lambda finding: {**write(finding), "message": finding.message}
    if cls is Report:
        # Of all its parts only the return can be refused.
        return lambda report: under("return", write, report)
    return write


def _write_missing(missing: NotFound) -> Json:
    return {"not_found": missing.known}


def _write_pounds(pounds: Decimal) -> str:
    return f"{pounds:f}"


def _make() -> Converter:
    converter = Converter(unstruct_collection_overrides={tuple: list})

    def making(make: Callable[[Any, Converter], Hook]) -> Callable[[Any], Hook]:
        return lambda kind: make(kind, converter)

    converter.register_unstructure_hook_factory(has, making(_writing))
    writers: list[tuple[type, Hook]] = [
        (NotFound, _write_missing),
        (str, written_text),
        (StrEnum, StrEnum.__str__),
        (dt.date, dt.date.isoformat),
        (Decimal, _write_pounds),
    ]
    for kind, write in writers:
        converter.register_unstructure_hook(kind, write)
    converter.register_structure_hook_factory(has, making(_of_class))
    converter.register_structure_hook_factory(_is_union, making(_of_union))
    converter.register_structure_hook_factory(_is_tuple, making(_of_tuple))
    converter.register_structure_hook(StrEnum, read_member)
    readers = {
        int: exactly(int, "a whole number"),
        bool: exactly(bool, "true or false"),
        str: read_text,
        dt.date: read_day,
        Decimal: read_pounds,
    }
    for kind, reader in readers.items():
        converter.register_structure_hook(kind, _ignoring_kind(reader))
    return converter


def _is_union(kind: Any) -> bool:
    return get_origin(kind) in {Union, UnionType}


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


_converter = _make()
