"""What forms and validators are told: the questions of the day, in shapes that all of them understand."""

import datetime as dt
import json
import re

import jsonschema_rs
import pytest
from attrs import evolve

import asc_mandate as am
from asc_mandate.interchange import from_record, json_schema, to_record
from asc_mandate.interchange.schema import _property
from tests.helpers import QUIET_DAY, care_home

DAYS = [dt.date(2023, 8, 8), QUIET_DAY, dt.date(2025, 12, 8), dt.date(2026, 11, 10)]
COUNT = {"minimum": 0, "maximum": 999_999_999}
# One field of each kind, and one that may be blank.
FORM = {
    "beds_occupied": {
        "title": "Beds: occupied or used", "type": "integer", **COUNT,
    },
    "residents_flu_vaccination": {
        "title": "Flu vaccination: number of residents known to have received this season’s flu vaccination",
        "description": "Not required. Flu vaccination is asked for from 1 September to 31 March, so not again until 1 "
        "September 2025.",
        "type": ["integer", "null"], **COUNT,
    },
    "residents_able_to_visit": {
        "title": "Visiting: if residents have been able to take part in visits in and/or out of the care home",
        "type": "boolean",
    },
}  # fmt: skip
AMOUNT = {"type": ["number", "null"], "minimum": 0, "exclusiveMaximum": 1_000_000_000}
UNITS = {
    "hours": {"title": "Hours", **AMOUNT},
    "days": {"title": "Days", "description": "Enter hours, days or both.", **AMOUNT},
}


def parts_of(schema):
    """Every schema within a schema, and itself."""
    yield schema
    for key, inner in schema.items():
        named = inner.values() if key == "properties" else inner if isinstance(inner, list) else [inner]
        for part in named:
            if isinstance(part, dict):
                yield from parts_of(part)


@pytest.mark.parametrize("service", list(am.ServiceType))
@pytest.mark.parametrize("on", DAYS, ids=str)
@pytest.mark.parametrize("of", ["record", "values"])
def test_every_schema_keeps_to_what_all_readers_understand(service, on, of):
    schema = json_schema(service, on, of=of)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema_rs.meta.validate(schema)
    for part in parts_of(schema):
        assert not part.keys() & {"not", "oneOf", "allOf", "format", *(["anyOf"] if of == "values" else [])}
        assert "const" not in part or part["type"] == "string"
        if isinstance(kinds := part.get("type"), list):
            assert len(kinds) == 2
            assert kinds[1] == "null"
        assert all(type(part[limit]) is int for limit in part.keys() & {"minimum", "maximum", "exclusiveMaximum"})
        assert "\\u" not in part.get("pattern", "")


@pytest.mark.parametrize("service", list(am.ServiceType))
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_a_form_asks_what_the_checklist_asks_in_its_order(service, on):
    form, checklist = json_schema(service, on, of="values"), am.checklist(service, on)
    assert form["required"] == [entry.field.id for entry in checklist.required]
    sections = {entry.field.id: section.name for section, entries in checklist.by_section for entry in entries}
    asked = [(id, about["title"]) for id, about in form["properties"].items()]
    assert asked == [(e.field.id, f"{sections[e.field.id]}: {e.field.wording}") for e in checklist]
    for e in checklist:
        described = form["properties"][e.field.id].get("description", "")
        assert (f". {e.reason}" in described) is bool(e.field.condition)
        assert described.endswith(e.field.footnote.wording if e.field.footnote else e.reason if described else "")


def test_each_kind_of_question_has_a_plain_type():
    properties = json_schema("care_home", QUIET_DAY, of="values")["properties"]
    assert {field: properties[field] for field in FORM} == FORM
    hours, options = properties["hours_overtime"], properties["visiting_options"]
    assert hours["description"].startswith("Time period optional to suit working practice")
    assert (hours["type"], hours["minimum"], hours["exclusiveMaximum"]) == ("number", 0, 1_000_000_000)
    assert options["type"] == "array"
    assert options["items"].keys() == {"title", "type", "pattern"}
    assert properties["absence"]["properties"] == UNITS


def test_a_question_whose_need_cannot_be_known_says_so():
    on = dt.date(2026, 11, 10)
    form = json_schema("care_home", on, of="values")
    booster = form["properties"]["residents_seasonal_booster"]
    assert booster["description"].startswith(
        "Whether it is required cannot be known. COVID-19 vaccination is asked for"
    )
    assert booster["type"] == ["integer", "null"]
    autumn = am.Campaign("autumn 2026", starts=dt.date(2026, 10, 1), ends=dt.date(2027, 1, 31))
    calendar = am.ENGLAND.with_campaigns(autumn, known_through=dt.date(2027, 3, 31))
    assert "residents_seasonal_booster" not in form["required"]
    assert "residents_seasonal_booster" in json_schema("care_home", on, of="values", calendar=calendar)["required"]


@pytest.mark.parametrize(
    ("absence", "when_asked", "when_not"),
    [
        ({"hours": 35, "days": None}, True, True),
        ({"days": 6}, True, True),
        ({"hours": None, "days": None}, False, True),
        ({}, False, True),
        (None, False, True),
        ({"hours": 35, "days": -1}, False, False),
        ({"minutes": 35}, False, False),
    ],
)
def test_absence_is_givenin_hours_or_in_days(absence, when_asked, when_not):
    asked = am.checklist("care_home", QUIET_DAY)["absence"]
    assert jsonschema_rs.is_valid(_property(asked, "Workforce"), absence) is when_asked
    # Every edition to date asks for it always.
    not_asked = evolve(asked, status=am.Status.NOT_REQUIRED)
    assert jsonschema_rs.is_valid(_property(not_asked, "Workforce"), absence) is when_not


def test_an_option_is_blank_where_python_says_so():
    options = json_schema("care_home", QUIET_DAY, of="values")["properties"]["visiting_options"]
    pattern = re.compile(options["items"]["pattern"])
    assert all(bool(pattern.search(mark)) is bool(mark.strip()) for mark in map(chr, range(0x11000)))
    assert pattern.search("  in the garden ")


def test_the_schema_of_a_record_embeds_the_form():
    record, form = (json_schema("domiciliary_care", QUIET_DAY, of=of) for of in ("record", "values"))
    values = record["properties"]["values"]
    assert values.items() >= {key: form[key] for key in form.keys() & {"type", "properties", "required"}}.items()
    assert record["properties"]["service"]["const"] == "domiciliary_care"


def test_a_schema_names_the_list_the_day_and_the_data_that_it_was_made_from():
    schema = json_schema("care_home", QUIET_DAY)
    version = am.dataset_version(QUIET_DAY)
    assert schema["title"] == "Monthly return for care homes, 12 August 2025"
    assert schema["description"] == f"{am.edition('2024-04-26').source.title}. {version}."
    name = f"care_home:2025-08-12:{am.__version__}:2024-04-26:{version.digest}"
    assert schema["$id"] == f"urn:asc-mandate:record:{name}"
    amended = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "A day")
    form = json_schema("care_home", QUIET_DAY, of="values", calendar=amended)
    assert form["$id"].startswith(f"urn:asc-mandate:values:{name}:")
    last = json_schema("care_home", dt.date(2027, 7, 31), calendar=amended)
    assert last["title"] == "Monthly return for care homes, 15 July 2027"


@pytest.mark.parametrize(
    ("key", "accepted", "refused"),
    [
        (
            "saved",
            [None, "2025-08-12", "2025-08-12T10:00:00Z", "2025-08-12T10:00:00.5+01:00", {"beds": "2025-08-12"}, {}],
            [3, "yesterday", "2025-08-12T10:00:00", "20250812", {"beds": "soon"}, {"beds": 3}],
        ),
        (
            "not_carried",
            [{}, {"fields": ["hours_agency"], "earlier_saves": True}, {"unreadable_saves": {"beds": "never"}}],
            [{"fields": "beds"}, {"saves": [3]}, {"earlier_saves": 1}, {"x": True}, {"unreadable_saves": {"beds": 3}}],
        ),
        ("location_id", ["1-1000210669", None], [3]),
        ("service", ["care_home"], ["hotel"]),
        ("beds", [], [1]),
    ],
)
def test_schema_and_reader_agree_on_what_stands_beside_the_values(key, accepted, refused):
    schema, record = json_schema("care_home", QUIET_DAY), to_record(care_home())
    for given in accepted:
        assert jsonschema_rs.is_valid(schema, {**record, key: given})
        assert from_record(am.Return, {**record, key: given})
    for given in refused:
        assert not jsonschema_rs.is_valid(schema, {**record, key: given}), given
        with pytest.raises(am.InvalidRecord):
            from_record(am.Return, {**record, key: given})


def test_a_schema_can_be_changed_without_changing_the_next():
    first, before = json_schema("care_home", QUIET_DAY), json.dumps(json_schema("care_home", QUIET_DAY))
    for part in list(parts_of(first)):
        part.clear()
    assert json.dumps(json_schema("care_home", QUIET_DAY)) == before


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        ({"service": "hotel"}, am.InvalidArgument),
        ({"on": "2025-08-12"}, am.InvalidArgument),
        ({"of": "form"}, am.InvalidArgument),
        ({"calendar": None}, am.InvalidArgument),
        ({"on": dt.date(2022, 8, 8)}, am.EditionNotHeld),
        ({"on": dt.date(2021, 8, 8)}, am.NotInForce),
    ],
    ids=str,
)
def test_arguments_are_checked(arguments, error):
    with pytest.raises(error):
        json_schema(**{"service": "care_home", "on": QUIET_DAY, **arguments})
