"""What a record of a return must look like on a day, as JSON Schema."""

import datetime as dt
import json
from typing import cast

from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.checklists import Requirement, checklist
from asc_mandate.conditions import Status
from asc_mandate.dataset import version_of
from asc_mandate.interchange.values import AMOUNT, Json
from asc_mandate.moments import as_day
from asc_mandate.notice.model import Kind, ServiceType
from asc_mandate.sentences import LISTS
from asc_mandate.validation.answers import TOO_LARGE
from asc_mandate.validation.saving import deciding_day
from asc_mandate.windows import reporting_window
from asc_mandate.words import short_date

# Python's own white space, spelt out because other languages have other white space.
_FILLED = r"[^\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"

_HOURS: Json = {
    "anyOf": [
        {"type": "number", "minimum": 0, "exclusiveMaximum": TOO_LARGE},
        {
            "description": "A number whose digits matter, as text.",
            "type": "object",
            "properties": {"decimal": {"type": "string", "pattern": AMOUNT}},
            "required": ["decimal"],
            "additionalProperties": False,
        },
    ]
}
_ABSENCE: Json = {
    "type": "object",
    "properties": {unit: {"anyOf": [{"type": "null"}, *_HOURS["anyOf"]]} for unit in ("hours", "days")},
    "additionalProperties": False,
}
_GIVEN_ABSENCE: Json = {
    **_ABSENCE,
    "anyOf": [{"properties": {unit: {"not": {"type": "null"}}}, "required": [unit]} for unit in ("hours", "days")],
}
_TYPES: dict[Kind, Json] = {
    Kind.COUNT: {"type": "integer", "minimum": 0, "maximum": TOO_LARGE - 1},
    Kind.HOURS: _HOURS,
    Kind.ABSENCE: _GIVEN_ABSENCE,
    Kind.YES_NO: {"type": "boolean"},
    Kind.OPTIONS: {"type": "array", "items": {"type": "string", "pattern": _FILLED}},
}
_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}"
_MOMENT: Json = {
    "anyOf": [
        {"type": "string", "format": "date", "pattern": f"{_DAY}$"},
        {"type": "string", "format": "date-time", "pattern": f"{_DAY}T[0-9:.]+(Z|[+-][0-9:]+)$"},
    ]
}
_SAVED: Json = {
    "title": "When it was saved",
    "description": "Null for the day of the check; one day or moment; or one for each section, null where not saved.",
    "anyOf": [
        {"type": "null"},
        *_MOMENT["anyOf"],
        {"type": "object", "additionalProperties": {"anyOf": [{"type": "null"}, *_MOMENT["anyOf"]]}},
    ],
}
_IDS: Json = {"type": "array", "items": {"type": "string"}}
_NOT_CARRIED: Json = {
    "title": "What the source of the return has no place for",
    "type": "object",
    "properties": {"fields": _IDS, "saves": _IDS, "earlier_saves": {"type": "boolean"}},
    "additionalProperties": False,
}


def json_schema(service: ServiceType | str, on: dt.date, *, calendar: Calendar = ENGLAND) -> Json:
    """What the record of a return that is judged on this day in London must look like, in JSON Schema 2020-12.

    Each field has the notice's wording as its title and the reason as its description. As in ``validate``, a day
    outside the window stands for the nearest one inside. A record of a return without ``saved`` and ``not_carried`` is
    accepted exactly where ``validate`` finds nothing missing, wrong-type, negative, not-finite or unknown-field; what
    holds between fields, and between saves and window, a schema does not say. ``$id`` names the release, the edition
    and the data. Raises as ``validate`` does, and InvalidArgument for an unknown service. Source: the notice,
    “Information required under section 277A”.

    >>> schema = json_schema("care_home", dt.date(2025, 12, 8))
    >>> flu = schema["properties"]["values"]["properties"]["residents_flu_vaccination"]
    >>> flu["description"]
    'Required. Flu vaccination is asked for from 1 September to 31 March.'
    >>> flu["type"], flu["minimum"]
    ('integer', 0)
    >>> print(schema["$id"][:58])
    urn:asc-mandate:return:care_home:2025-12-08:0.1.0:2024-04-
    """
    window = reporting_window(on, calendar=calendar)
    required = checklist(service, deciding_day(as_day(on), window), calendar=calendar)
    version = version_of(required.edition, calendar)
    parts = (required.service, required.day, version.release, version.edition, version.digest, version.calendar)
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ":".join(("urn:asc-mandate:return", *(str(part) for part in parts if part))),
        "title": f"Return on the list for {LISTS[required.service]} on {short_date(required.day)}",
        "description": f"{required.edition.source.title}. {version}.",
        "type": "object",
        "properties": {
            "service": {"title": "Type of service", "const": required.service.value},
            "values": {
                "title": "What is given",
                "type": "object",
                "properties": {requirement.field.id: _property(requirement) for requirement in required},
                "required": [requirement.field.id for requirement in required.required],
                "additionalProperties": False,
            },
            "location_id": {"title": "CQC location id", "type": ["string", "null"]},
            "saved": _SAVED,
            "not_carried": _NOT_CARRIED,
        },
        "required": ["service", "values"],
        "additionalProperties": False,
    }
    # Made anew, because callers fit schemas to their forms, and parts of this one stand in it many times.
    return cast("Json", json.loads(json.dumps(schema)))


def _property(requirement: Requirement) -> Json:
    kind = requirement.field.kind
    about = {
        "title": requirement.field.wording,
        "description": f"{_STATUSES[requirement.status]} {requirement.reason}",
    }
    if requirement.status is Status.REQUIRED:
        return {**about, **_TYPES[kind]}
    blank = _ABSENCE if kind is Kind.ABSENCE else _TYPES[kind]
    return {**about, "anyOf": [{"type": "null"}, blank]}


_STATUSES = {
    Status.REQUIRED: "Required.",
    Status.NOT_REQUIRED: "Not required.",
    Status.UNDETERMINED: "Whether it is required cannot be known.",
}
