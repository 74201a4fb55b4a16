"""The schema and ``validate`` agree on every return, by a validator that knows nothing of this library."""

import datetime as dt
import json
import math
from decimal import Decimal

import jsonschema_rs
import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate import interchange, testing
from asc_mandate.conditions import Status
from asc_mandate.interchange.schema import _property
from tests.helpers import CARE_HOME, DATA, DOMICILIARY, QUIET_DAY, care_home
from tests.test_records import values

OF_THE_SCHEMA = {"missing", "wrong-type", "negative", "not-finite", "unknown-field"}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


def accepted(return_, on, calendar=am.ENGLAND):
    record = json.loads(json.dumps(interchange.return_to_record(return_), allow_nan=False))
    schema = json.loads(json.dumps(interchange.json_schema(return_.service, on, calendar=calendar)))
    return jsonschema_rs.Draft202012Validator(schema).is_valid(record)


def agreed(return_, on, calendar=am.ENGLAND):
    """Whether both find nothing of what a schema can say; fails where they differ."""
    found = {finding.code for finding in am.validate(return_, on, calendar=calendar).findings} & OF_THE_SCHEMA
    assert accepted(return_, on, calendar) is not bool(found), found
    return not found


@st.composite
def judged(draw):
    """Returns without saves, judged on any day, of which some have one defect, and some a few odd values."""
    window = draw(testing.windows(last=dt.date(2026, 12, 1)))
    code = draw(st.sampled_from([None, *sorted(OF_THE_SCHEMA), "unusually-large"]))
    drawn = testing.met_returns(window=window) if code is None else testing.returns_with_defect(code, window=window)
    return_ = draw(drawn).return_
    on = window.opens.replace(day=draw(st.integers(1, 28)))
    ids = [field.id for field in am.edition_on(window.opens).fields(return_.service)]
    odd = draw(st.dictionaries(st.sampled_from(ids), values, max_size=2))
    return evolve(return_, values={**return_.values, **odd}, saved=None), on


@given(judged())
def test_schema_and_validate_agree(case):
    agreed(*case)


@given(testing.met_returns())
def test_met_returns_are_accepted(judged):
    day = max(judged.return_.saved.values()) if isinstance(judged.return_.saved, dict) else judged.return_.saved
    assert accepted(judged.return_, day or judged.on)


@pytest.mark.parametrize("code", sorted(OF_THE_SCHEMA))
def test_each_defect_that_a_schema_can_see_is_refused(code):
    @settings(max_examples=40)
    @given(testing.returns_with_defect(code, window=am.reporting_window(QUIET_DAY)))
    def check(judged):
        assert not agreed(evolve(judged.return_, saved=None), QUIET_DAY)

    check()


AMOUNTS = [
    (0, True),
    (-0.0, True),
    (-1, False),
    (-1e-300, False),
    (1e-300, True),
    (10**9 - 1, True),
    (10**9, False),
    (999_999_999.9999999, True),
    (1e9, False),
    (1e300, False),
    (math.inf, False),
    (math.nan, False),
    (True, False),
    ("12", False),
    (Decimal("37.50"), True),
    (Decimal("-37.50"), False),
    (Decimal("-0.00"), True),
    (Decimal("-0E+7"), True),
    (Decimal("0E+200"), True),
    (Decimal("0E-200"), True),
    (Decimal("1E+8"), True),
    (Decimal("9.99E+8"), True),
    (Decimal("1E+9"), False),
    (Decimal("1E+10"), False),
    (Decimal("9" * 9), True),
    (Decimal("9" * 9 + ".5"), True),
    (Decimal("9" * 10), False),
    (Decimal("1E-99999"), True),
    (Decimal("-1E-99999"), False),
    (Decimal("NaN"), False),
    (Decimal("sNaN"), False),
    (Decimal("Infinity"), False),
]


@pytest.mark.parametrize(("amount", "good"), AMOUNTS, ids=lambda value: str(value)[:20])
def test_edges_of_amounts(amount, good):
    assert agreed(care_home(hours_agency=amount), QUIET_DAY) is good
    assert agreed(care_home(absence=am.Absence(days=amount)), QUIET_DAY) is good


@given(st.decimals() | st.floats() | st.integers(-(10**10), 10**10))
@example(Decimal("1.50E+3"))
@example(Decimal("1E-7"))
def test_every_amount_is_judged_alike(amount):
    agreed(care_home(hours_agency=amount), QUIET_DAY)
    agreed(care_home(beds_vacant_reserved=amount), QUIET_DAY)


@pytest.mark.parametrize(
    ("values", "good"),
    [
        ({"absence": None}, False),
        ({"absence": am.Absence()}, False),
        ({"absence": am.Absence(hours=0)}, True),
        ({"absence": 3}, False),
        ({"absence": {}}, None),
        ({"beds_occupied": 38.0}, None),
        ({"beds_occupied": 38.5}, False),
        ({"residents_flu_vaccination": None}, True),
        ({"residents_flu_vaccination": -1}, False),
        ({"visiting_options": []}, True),
        ({"visiting_options": ["a", " "]}, False),
        ({"visiting_options": ["\x1c"]}, False),
        ({"visiting_options": ["\ufeff"]}, True),
        ({"visiting_options": ["\u200b"]}, True),
        ({"visiting_options": ["\x85\u3000"]}, False),
        ({"visiting_options": "outings"}, False),
        ({"residents_able_to_visit": False}, True),
        ({"residents_able_to_visit": "yes"}, False),
        ({"employed_staff_covid_primary_course": 3}, False),
        ({"service_users": None}, False),
    ],
)
def test_edges_of_the_other_kinds(values, good):
    record = {"service": "care_home", "values": {**interchange.return_to_record(care_home())["values"]}}
    record["values"].update(
        {
            field: {"hours": value.hours, "days": value.days} if isinstance(value, am.Absence) else value
            for field, value in values.items()
        }
    )
    schema = interchange.json_schema("care_home", QUIET_DAY)
    report = am.validate(interchange.return_from_record(record), QUIET_DAY)
    found = {finding.code for finding in report.findings} & OF_THE_SCHEMA
    assert jsonschema_rs.is_valid(schema, record) is not bool(found)
    if good is not None:
        assert bool(found) is not good


@pytest.mark.parametrize("text", ["1e5", "1.50E+1", "12,5", " 12", "１２", "1_000", "+3", "", "0x5", "12."])
def test_decimals_that_are_spelt_otherwise_are_refused_by_both_or_read_by_both(text):
    record = {"service": "domiciliary_care", "values": {**DOMICILIARY, "absence": {"days": 6}}}
    record["values"]["hours_agency"] = {"decimal": text}
    is_valid = jsonschema_rs.is_valid(interchange.json_schema("domiciliary_care", QUIET_DAY), record)
    try:
        interchange.return_from_record(record)
    except am.InvalidRecord:
        assert not is_valid
    else:
        assert is_valid


@pytest.mark.parametrize("service", list(am.ServiceType))
@pytest.mark.parametrize("on", [dt.date(2023, 8, 8), QUIET_DAY, dt.date(2025, 12, 8), dt.date(2026, 11, 10)])
def test_schema_says_what_the_checklist_says(service, on):
    schema = interchange.json_schema(service, on)
    checklist = am.checklist(service, on)
    fields = schema["properties"]["values"]
    assert schema["$schema"] == DIALECT
    assert list(fields["properties"]) == [requirement.field.id for requirement in checklist]
    assert fields["required"] == [requirement.field.id for requirement in checklist.required]
    for requirement in checklist:
        about = fields["properties"][requirement.field.id]
        assert about["title"] == requirement.field.wording
        assert about["description"] == f"{STATUSES[requirement.status]} {requirement.reason}"
    jsonschema_rs.meta.validate(schema)


STATUSES = {
    "required": "Required.",
    "not_required": "Not required.",
    "undetermined": "Whether it is required cannot be known.",
}


def test_schema_of_a_day_says_what_it_said_before():
    schema = interchange.json_schema("care_home", QUIET_DAY)
    expected = json.loads((DATA / "schema-care-home-2025-08-12.json").read_text(encoding="utf-8"))
    shown = {**schema, "properties": {**schema["properties"]}}
    every = shown["properties"]["values"]["properties"]
    # One field of each kind, because those of one kind have the same shape.
    some = expected["properties"]["values"]["properties"]
    shown["properties"]["values"]["properties"] = {id: about for id, about in every.items() if id in some}
    # What it was made from is another in each release.
    expected["$id"], expected["description"] = schema["$id"], schema["description"]
    assert shown == expected
    assert {field.id: field.kind for field in am.edition("2024-04-26").fields("care_home") if field.id in some} == {
        "beds_occupied": "count",
        "hours_paid": "hours",
        "absence": "absence",
        "residents_flu_vaccination": "count",
        "residents_able_to_visit": "yes_no",
        "visiting_options": "options",
    }


def test_schema_names_the_notice_and_the_data_for_its_reader():
    assert interchange.json_schema("domiciliary_care", QUIET_DAY)["title"] == (
        "Return on the list for domiciliary care on 12 August 2025"
    )
    assert interchange.json_schema("domiciliary_care", QUIET_DAY)["description"] == (
        "Formal notice of a mandate for all adult social care providers, updated 26 April 2024. "
        f"{am.dataset_version(QUIET_DAY)}."
    )


def test_window_of_the_schema_is_that_of_the_calendar():
    amended = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "A day")
    schema = interchange.json_schema("care_home", dt.date(2027, 7, 31), calendar=amended)
    assert schema["title"] == "Return on the list for care homes on 15 July 2027"


def test_absence_that_is_not_asked_for_may_be_blank_in_every_way():
    # Every edition to date asks for it always.
    asked_for = am.checklist("care_home", QUIET_DAY)["absence"]
    left_out = evolve(asked_for, status=Status.NOT_REQUIRED)
    for written, when_asked, when_not in (
        ({"days": 6}, True, True),
        ({"hours": None, "days": None}, False, True),
        ({}, False, True),
        (None, False, True),
        ({"days": -1}, False, False),
        (3, False, False),
    ):
        assert jsonschema_rs.is_valid(_property(asked_for), written) is when_asked
        assert jsonschema_rs.is_valid(_property(left_out), written) is when_not


def test_name_of_the_schema_tells_the_data_it_was_made_from():
    version = am.dataset_version(QUIET_DAY)
    name = interchange.json_schema("care_home", QUIET_DAY)["$id"]
    assert name == f"urn:asc-mandate:return:care_home:2025-08-12:0.1.0:2024-04-26:{version.digest}"
    amended = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "A day")
    assert interchange.json_schema("care_home", QUIET_DAY, calendar=amended)["$id"].startswith(f"{name}:")


def test_campaign_that_a_caller_supplies_is_asked_for():
    on = dt.date(2026, 11, 10)
    autumn = am.Campaign("autumn 2026", starts=dt.date(2026, 10, 1), ends=dt.date(2027, 1, 31))
    calendar = am.ENGLAND.with_campaigns(autumn, known_through=dt.date(2027, 3, 31))
    field = "residents_seasonal_booster"
    assert field not in interchange.json_schema("care_home", on)["properties"]["values"]["required"]
    assert field in interchange.json_schema("care_home", on, calendar=calendar)["properties"]["values"]["required"]


def test_schema_accepts_every_shape_of_save():
    schema = interchange.json_schema("care_home", QUIET_DAY)
    record = interchange.return_to_record(care_home())
    for saved in (None, "2025-08-12", "2025-08-12T10:00:00Z", {"beds": "2025-08-12", "visiting": None}):
        assert jsonschema_rs.is_valid(schema, {**record, "saved": saved}), saved
    for change in (
        {"saved": 3},
        {"saved": "yesterday"},
        {"saved": "2025-08-12T10:00:00"},
        {"saved": {"beds": "soon"}},
        {"saved": {"beds": 3}},
        {"beds": 1},
        {"service": "domiciliary_care"},
        {"location_id": 3},
        {"not_carried": {"fields": "beds"}},
        {"not_carried": {"saves": [3]}},
        {"not_carried": {"earlier_saves": 1}},
        {"not_carried": {"beds": True}},
    ):
        assert not jsonschema_rs.is_valid(schema, {**record, **change}), change
        if "service" not in change:
            with pytest.raises(am.InvalidRecord):
                interchange.return_from_record({**record, **change})


@pytest.mark.parametrize("service", list(am.ServiceType))
@given(st.dates(dt.date(2023, 8, 1), dt.date(2026, 12, 31)))
def test_day_outside_the_window_stands_for_the_nearest_inside(service, on):
    required = interchange.json_schema(service, on)["properties"]["values"]["required"]
    findings = am.validate(am.Return(service, {}), on).findings
    assert required == [finding.fields[0] for finding in findings if finding.code == "missing"]


def test_schemas_are_made_anew():
    first = interchange.json_schema("care_home", QUIET_DAY)
    first["properties"]["values"]["properties"]["hours_paid"].clear()
    assert (
        "anyOf" in interchange.json_schema("care_home", QUIET_DAY)["properties"]["values"]["properties"]["hours_paid"]
    )


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (("hotel", QUIET_DAY), am.InvalidArgument),
        (("care_home", "2025-08-12"), am.InvalidArgument),
        (("care_home", dt.date(2022, 8, 8)), am.EditionNotHeld),
        (("care_home", dt.date(2021, 8, 8)), am.NotInForce),
    ],
)
def test_arguments_are_checked(arguments, error):
    with pytest.raises(error):
        interchange.json_schema(*arguments)


def test_example_returns_are_accepted():
    assert set(CARE_HOME) >= set(interchange.json_schema("care_home", QUIET_DAY)["properties"]["values"]["required"])
    assert accepted(care_home(), QUIET_DAY)
