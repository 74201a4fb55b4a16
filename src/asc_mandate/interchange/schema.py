"""What a form has to ask on a day, and what a record of a return must look like, as JSON Schema."""

import datetime as dt
from copy import deepcopy
from typing import Any, Literal

from asc_mandate._coerce import to_choice, to_date
from asc_mandate._format import format_date
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.checklists import Requirement, checklist_of
from asc_mandate.conditions import Status
from asc_mandate.interchange.hooks import MOMENT
from asc_mandate.notice.readings import TOO_LARGE
from asc_mandate.notice.shapes import Kind, ServiceType, to_service
from asc_mandate.sentences import LISTS
from asc_mandate.validation.dataset import version_of
from asc_mandate.windows import reporting_window

Json = dict[str, Any]

# Python's own white space, because other languages have other white space. Characters beyond Latin-1 stand for
# themselves: no escape for them is the same in every language.
_FILLED = "[^\\t-\\r\\x1c-\\x20\\x85\\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"

_AMOUNT: Json = {"type": "number", "minimum": 0, "exclusiveMaximum": TOO_LARGE.value}
_AMOUNT_OR_NULL: Json = {**_AMOUNT, "type": ["number", "null"]}
_TYPES: dict[Kind, Json] = {
    Kind.COUNT: {"type": "integer", "minimum": 0, "maximum": TOO_LARGE.value - 1},
    Kind.HOURS: _AMOUNT,
    Kind.ABSENCE: {
        "type": "object",
        "properties": {
            "hours": {"title": "Hours", **_AMOUNT_OR_NULL},
            # Forms mark it as required until there are hours.
            "days": {"title": "Days", "description": "Enter hours, days or both.", **_AMOUNT_OR_NULL},
        },
        "additionalProperties": False,
    },
    Kind.YES_NO: {"type": "boolean"},
    Kind.OPTIONS: {"type": "array", "items": {"title": "Option", "type": "string", "pattern": _FILLED}},
}
_ONE_OF_THE_TWO: Json = {
    # Where there are no hours, there must be days: said so because forms show two alternatives as a choice.
    "if": {"properties": {"hours": {"type": "null"}}},
    "then": {"required": ["days"], "properties": {"days": {"type": "number"}}},
}
_MOMENT: Json = {"type": ["string", "null"], "pattern": f"^{MOMENT}$"}
_IDS: Json = {"type": "array", "items": {"type": "string"}}
RECORD: Json = {
    "title": "Return",
    "type": "object",
    "properties": {
        "service": {"title": "Type of service", "type": "string", "enum": [service.value for service in ServiceType]},
        "values": {
            "title": "What is given, field by field",
            "description": "The value of each field, by the field's id; null if it is blank.",
            "type": "object",
        },
        "location_id": {"title": "CQC location id", "type": ["string", "null"]},
        "saved": {
            "title": "When it was saved",
            "description": "Null for the day of the check; one day or moment; or one for each section, null if not.",
            "anyOf": [
                {"title": "All at once", **_MOMENT},
                {"title": "Section by section", "type": "object", "additionalProperties": _MOMENT},
            ],
        },
        "not_carried": {
            "title": "What the source of the return has no place for",
            "type": "object",
            "properties": {
                "fields": _IDS,
                "saves": _IDS,
                "unreadable_saves": {"type": "object", "additionalProperties": {"type": "string"}},
                "earlier_saves": {"type": "boolean"},
            },
            "additionalProperties": False,
        },
    },
    "required": ["service", "values"],
    "additionalProperties": False,
}
"""The schema of a record of any return, whatever the day."""
_STATUSES = {
    Status.REQUIRED: "Required.",
    Status.NOT_REQUIRED: "Not required.",
    Status.UNDETERMINED: "Whether it is required cannot be known.",
}


def json_schema(
    service: ServiceType | str, on: dt.date, *, of: Literal["record", "values"] = "record", calendar: Calendar = ENGLAND
) -> Json:
    """Return the JSON Schema 2020-12 of a return that is judged on a day in London.

    Args:
        service: The type of service.
        on: The day or the aware moment of the check; one outside the window stands for the nearest day inside.
        of: "record" for that of ``to_record``; "values" for the values alone, as the schema of a form.
        calendar: The working days and campaigns to judge by.

    A record without ``saved`` and ``not_carried`` is accepted exactly where ``validate`` finds nothing missing,
    wrong-type, negative, not-finite or unknown-field, and no name like a person's details; what holds between fields, a
    schema does not say. Raises as ``validate`` does. Source: the notice, “Information required under section 277A”.

    >>> form = json_schema("care_home", dt.date(2025, 12, 8), of="values")
    >>> form["properties"]["beds_occupied"]["title"]
    'Beds: occupied or used'
    >>> form["properties"]["residents_flu_vaccination"]["description"]
    'Required. Flu vaccination is asked for from 1 September to 31 March.'
    """
    window = reporting_window(on, calendar=calendar)
    day = window.day_nearest(to_date(on))
    asked = checklist_of(to_service(service), day, calendar)
    version = version_of(asked.edition.id, calendar)
    chosen = to_choice(of, ("record", "values"), "of")
    names = (chosen, asked.service, day, version.release, version.edition, version.digest, version.calendar)
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": ":".join(("urn:asc-mandate", *(str(name) for name in names if name))),
        "title": f"Monthly return for {LISTS[asked.service]}, {format_date(day)}",
        "description": f"{asked.edition.source.title}. {version}.",
    }
    values: Json = {
        "type": "object",
        "properties": {
            entry.field.id: _property(entry, section.name) for section, entries in asked.by_section for entry in entries
        },
        "required": [entry.field.id for entry in asked.required],
        "additionalProperties": False,
    }
    kind = {"title": "Type of service", "type": "string", "const": asked.service.value}
    parts = {**RECORD["properties"], "service": kind, "values": {"title": "What is given", **values}}
    # Copied, because callers fit schemas to their forms, and parts of this one stand in it many times.
    return deepcopy({**(values if chosen == "values" else {**RECORD, "properties": parts}), **head})


def _property(entry: Requirement, section: str) -> Json:
    kind, footnote = entry.field.kind, entry.field.footnote
    # What is always asked for needs no reason: twenty times the same sentence would only make a form longer.
    described = [_STATUSES[entry.status], entry.reason] if entry.field.condition else []
    described += [footnote.wording] if footnote else []
    description = {"description": " ".join(described)} if described else {}
    about = {"title": f"{section}: {entry.field.wording}", **description, **_TYPES[kind]}
    if entry.status is not Status.REQUIRED:
        return {**about, "type": [about["type"], "null"]}
    return {**about, **_ONE_OF_THE_TWO} if kind is Kind.ABSENCE else about
