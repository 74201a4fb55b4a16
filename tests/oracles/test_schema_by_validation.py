"""JSON Schema, as a validator in Rust reads it, against ``validate``, and both against a table of good answers."""

import datetime as dt

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.interchange import from_record, json_schema
from tests.oracles.requirements import NOT_LISTED, REQUIRED, SERVICES, TABLE, with_answer

pytestmark = pytest.mark.slow

OF_THE_SCHEMA = {"missing", "wrong-type", "negative", "not-finite", "unknown-field"}
FIELDS = {
    "hours_paid": "hours",
    "hours_overtime": "hours",
    "hours_agency": "hours",
    "absence": "absence",
    "residents_able_to_visit": "yes or no",
    "visiting_options": "options",
}
"""What kind of answer each field takes; every other one takes a count."""
USUAL = {"count": 0, "hours": 7.5, "absence": {"days": 2}, "yes or no": False, "options": []}
BLANK = "blank"
NUMBER = {"count", "hours"}
# What JSON can hold, and the kinds of field that it answers.
ANSWERS = [
    (None, {BLANK}),
    (0, NUMBER),
    (-0.0, NUMBER),
    (38, NUMBER),
    (38.0, NUMBER),
    (37.5, {"hours"}),
    (1e-300, {"hours"}),
    (999_999_999, NUMBER),
    (999_999_999.0, NUMBER),
    (999_999_999.5, {"hours"}),
    (1_000_000_000, set()),
    (1_000_000_000.0, set()),
    (10**100, set()),
    (1e100, set()),
    (-1, set()),
    (-1.0, set()),
    (-1e-300, set()),
    (True, {"yes or no"}),
    (False, {"yes or no"}),
    ("", set()),
    ("12", set()),
    ("yes", set()),
    ("in the care home", set()),
    ([], {"options"}),
    (["in the care home"], {"options"}),
    (["outings", "outings", " in the garden "], {"options"}),
    ([""], set()),
    (["outings", " \t"], set()),
    (["outings", None], set()),
    (["outings", 3], set()),
    ([True], set()),
    ([["outings"]], set()),
    ([{"hours": 1}], set()),
    ({}, {BLANK, "absence"}),
    ({"hours": None}, {BLANK, "absence"}),
    ({"hours": None, "days": None}, {BLANK, "absence"}),
    ({"hours": 0}, {"absence"}),
    ({"days": 2.5}, {"absence"}),
    ({"hours": 12, "days": None}, {"absence"}),
    ({"hours": 12, "days": 2}, {"absence"}),
    ({"hours": -1}, set()),
    ({"hours": 12, "days": -0.5}, set()),
    ({"hours": 1e100}, set()),
    ({"hours": "12"}, set()),
    ({"hours": True}, set()),
    ({"hours": [12]}, set()),
    ({"hours": {"hours": 12}}, set()),
    ({"hours": 1_000_000_000}, set()),
    ({"hours": None, "days": "2"}, set()),
    ({"weeks": 1}, set()),
    ({"hours": 12, "weeks": 1}, set()),
    ({"decimal": "37.50"}, set()),
    ({"not_recorded": "a value of type set"}, set()),
    ("2025-08-12", set()),
]
# Days on which vaccinations are asked for by the first edition and by the second, are not, and cannot be known.
DAYS = [dt.date(2023, 10, 9), dt.date(2024, 10, 9), dt.date(2025, 8, 12), dt.date(2026, 11, 10)]


def kind(field):
    return FIELDS.get(field, "count")


def usual(service, day):
    """The values of a record with all that is required on a day."""
    return {field: USUAL[kind(field)] for field in with_answer(service, day, REQUIRED)}


def is_found_good(record, on):
    """Whether the record can be read and ``validate`` finds nothing in it of what a schema can say."""
    try:
        return_ = from_record(am.Return, record)
    except am.InvalidRecord:
        return False
    return OF_THE_SCHEMA.isdisjoint(finding.code for finding in am.validate(return_, on).findings)


def schema_of(service, on):
    return jsonschema_rs.Draft202012Validator(json_schema(service, on))


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_every_field_takes_the_answers_of_its_kind_and_no_others(service, on):
    schema = schema_of(service, on)
    for field, (_, answer) in TABLE[service][on].items():
        for value, kinds in ANSWERS:
            may_be_blank = answer != REQUIRED and BLANK in kinds and (value is None or kind(field) == "absence")
            is_answer = BLANK not in kinds and kind(field) in kinds
            good = answer != NOT_LISTED and (is_answer or may_be_blank)
            record = {"service": service, "values": {**usual(service, on), field: value}}
            assert schema.is_valid(record) is good, (field, value)
            assert is_found_good(record, on) is good, (field, value)


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("on", DAYS, ids=str)
def test_every_field_may_be_left_out_unless_it_is_required(service, on):
    schema = schema_of(service, on)
    for field, (_, answer) in TABLE[service][on].items():
        values = {other: value for other, value in usual(service, on).items() if other != field}
        record = {"service": service, "values": values}
        assert schema.is_valid(record) is is_found_good(record, on) is (answer != REQUIRED), field


@pytest.mark.parametrize("service", SERVICES)
@given(st.dates(dt.date(2023, 8, 1), dt.date(2026, 11, 22)), st.data())
def test_every_defect_is_judged_alike_whatever_the_day(service, on, data):
    window = am.reporting_window(on)
    values = usual(service, min(max(on, window.opens), window.closes))
    field = data.draw(st.sampled_from([*values]))
    defect = data.draw(st.sampled_from([None, -1, "12", 0.5, 10**9, [3], {}]))
    for changed in (values, {**values, field: defect}, {**values, "nothing_like_it": 1}):
        record = {"service": service, "values": changed}
        assert schema_of(service, on).is_valid(record) is is_found_good(record, on)


@pytest.mark.parametrize("name", ["nhs_number", "jane@example.org"])
def test_a_name_like_a_persons_details_is_no_field_for_the_schema_either(name):
    record = {"service": "care_home", "values": {**usual("care_home", DAYS[2]), name: 1}}
    assert not schema_of("care_home", DAYS[2]).is_valid(record)
    found = am.validate(from_record(am.Return, record), DAYS[2]).findings
    assert "personal-data" in [finding.code for finding in found]


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
json = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["hours", "days", "weeks"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@st.composite
def records(draw):
    """Records that would be good but for a few fields that hold anything at all, and a day on which they are judged."""
    service = draw(st.sampled_from(SERVICES))
    on = draw(st.dates(dt.date(2023, 8, 8), dt.date(2026, 11, 22)).filter(lambda day: 8 <= day.day <= 14))
    fields = st.sampled_from([*TABLE[service][on]]) | texts
    odd = draw(st.dictionaries(fields, json, max_size=3))
    location_id = draw(st.none() | texts)
    return {"service": service, "values": {**usual(service, on), **odd}, "location_id": location_id}, on


@given(records())
@settings(max_examples=200)
def test_any_record_is_judged_alike(drawn):
    record, on = drawn
    assert schema_of(record["service"], on).is_valid(record) is is_found_good(record, on)
