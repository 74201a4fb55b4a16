"""The same checks in other libraries, each validator built beforehand: from JSON text to the names of what is wrong.

The checks between fields and of the saves are one Python function for all of them, called where every field is good.
"""

import datetime as dt
import json
from functools import partial
from typing import Annotated, Literal, NewType

import attrs
import cattrs
import jsonschema_rs
import marshmallow
import msgspec
import pydantic
from marshmallow import fields
from marshmallow.validate import Equal, Range

import asc_mandate as am
from asc_mandate import interchange
from tests.benchmarks.corpus import ON, between

LIST = am.checklist("care_home", ON)
KINDS = {entry.field.id: entry.field.kind for entry in LIST.required}
OPTIONAL = [entry.field.id for entry in LIST if entry.field.id not in KINDS]
MOST = 10**9


def with_asc_mandate(text):
    report = am.validate(interchange.from_record(am.Return, json.loads(text)), ON)
    of_field = {"missing", "wrong-type", "negative"}
    return [finding.fields[0] if finding.code in of_field else finding.code for finding in report.findings]


def record_of(
    build, count, hours, saved, *, maybe=lambda kind: kind | None, service=Literal["care_home"], text=str,
    yes_no=bool, options=list[str],
):  # fmt: skip
    """Make a library's own class for the whole record, by what builds one of parts, required and optional."""
    absence = build({}, dict.fromkeys(("hours", "days"), maybe(hours)))
    kinds = dict(zip(am.Kind, (count, hours, absence, yes_no, options), strict=True))
    values = build({id: kinds[kind] for id, kind in KINDS.items()}, dict.fromkeys(OPTIONAL, maybe(count)))
    return build({"service": service, "values": values, "saved": saved}, {"location_id": maybe(text)})


# pydantic


def _model(required, optional):
    parts = {name: (kind, ...) for name, kind in required.items()} | {id: (kind, None) for id, kind in optional.items()}
    return pydantic.create_model("Model", __config__={"extra": "forbid", "strict": True}, **parts)


_MODEL = record_of(
    _model,
    Annotated[int, pydantic.Field(ge=0, lt=MOST)],
    Annotated[float, pydantic.Field(ge=0, lt=MOST, allow_inf_nan=False)],
    dict[str, pydantic.AwareDatetime],
).__pydantic_validator__


def with_pydantic(text):
    try:
        record = _MODEL.validate_json(text)
    except pydantic.ValidationError as refusal:
        return [error["msg"] and error["loc"][1] for error in refusal.errors(include_url=False)]
    return between(record.values.__dict__, record.saved)


# msgspec


def _struct(required, optional):
    parts = [*required.items(), *((name, kind, None) for name, kind in optional.items())]
    return msgspec.defstruct("Struct", parts, forbid_unknown_fields=True)


_DECODER = msgspec.json.Decoder(
    record_of(
        _struct,
        Annotated[int, msgspec.Meta(ge=0, lt=MOST)],
        Annotated[float, msgspec.Meta(ge=0, lt=MOST)],
        dict[str, Annotated[dt.datetime, msgspec.Meta(tz=True)]],
    )
)


def with_msgspec(text):
    try:
        record = _DECODER.decode(text)
    except msgspec.ValidationError as refusal:
        return [str(refusal).rpartition("$.values.")[2].rstrip("`")]
    return between(msgspec.structs.asdict(record.values), record.saved)


# jsonschema-rs

_SCHEMA = jsonschema_rs.validator_for(interchange.json_schema("care_home", ON))


def with_jsonschema_rs(text):
    record = json.loads(text)
    if not _SCHEMA.is_valid(record):
        return [error.message and error.instance_path[1] for error in _SCHEMA.iter_errors(record)]
    return between(record["values"], {id: dt.datetime.fromisoformat(moment) for id, moment in record["saved"].items()})


# cattrs

_CONVERTER = cattrs.Converter(forbid_extra_keys=True)


def _kind(name, is_good):
    def read(given, _):
        if is_good(given):
            return given
        raise ValueError(f"is not {name}")

    kind = NewType(name, object)
    _CONVERTER.register_structure_hook(kind, read)
    return kind


def _class(required, optional):
    parts = {name: attrs.field(type=kind) for name, kind in required.items()}
    return attrs.make_class(
        "Class", parts | {id: attrs.field(type=kind, default=None) for id, kind in optional.items()}
    )


_CONVERTER.register_structure_hook(dt.datetime, lambda given, _: dt.datetime.fromisoformat(given))
_CLASS = record_of(
    _class,
    _kind("a count", lambda given: type(given) is int and 0 <= given < MOST),
    _kind("hours", lambda given: type(given) in {int, float} and 0 <= given < MOST),
    dict[str, dt.datetime],
    yes_no=_kind("yes or no", lambda given: type(given) is bool),
    options=_kind("texts", lambda given: type(given) is list and all(type(item) is str for item in given)),
)


def with_cattrs(text):
    try:
        record = _CONVERTER.structure(json.loads(text), _CLASS)
    except cattrs.ClassValidationError as refusal:
        return [problem.rpartition("$.values.")[2] for problem in cattrs.transform_error(refusal)]
    return between(record.values.__dict__, record.saved)


# marshmallow


def _schema(required, optional):
    parts = {name: kind(required=True) for name, kind in required.items()}
    schema = marshmallow.Schema.from_dict(parts | {id: kind(allow_none=True) for id, kind in optional.items()})
    return partial(fields.Nested, schema)


_IN_BOUNDS = Range(min=0, max=MOST, max_inclusive=False)
_RECORD = record_of(
    _schema,
    partial(fields.Integer, strict=True, validate=_IN_BOUNDS),
    partial(fields.Float, validate=_IN_BOUNDS),
    partial(fields.Dict, fields.String(), fields.AwareDateTime(format="iso")),
    maybe=lambda kind: kind,
    service=partial(fields.String, validate=Equal("care_home")),
    text=fields.String,
    yes_no=fields.Boolean,
    options=partial(fields.List, fields.String()),
)().schema


def with_marshmallow(text):
    try:
        record = _RECORD.loads(text)
    except marshmallow.ValidationError as refusal:
        return list(refusal.messages["values"])
    return between(record["values"], record["saved"])


PEERS = {
    "asc_mandate": with_asc_mandate,
    "pydantic": with_pydantic,
    "msgspec": with_msgspec,
    "jsonschema-rs": with_jsonschema_rs,
    "cattrs": with_cattrs,
    "marshmallow": with_marshmallow,
}
