"""JSON Schema, as a validator in Rust reads it, against ``validate``, and both against a table of good answers."""

import datetime as dt

import jsonschema_rs
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate import interchange, testing
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
    (10**9 - 1, NUMBER),
    (999_999_999.5, {"hours"}),
    (10**9, set()),
    (1e9, set()),
    (2**53, set()),
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
    ({"hours": {"decimal": "37.50"}}, {"absence"}),
    ({"hours": -1}, set()),
    ({"hours": 12, "days": -0.5}, set()),
    ({"hours": 1e9}, set()),
    ({"hours": "12"}, set()),
    ({"hours": True}, set()),
    ({"hours": [12]}, set()),
    ({"hours": {"hours": 12}}, set()),
    ({"hours": {"decimal": "NaN"}}, set()),
    ({"hours": {"float": "inf"}}, set()),
    ({"weeks": 1}, set()),
    ({"hours": 12, "weeks": 1}, set()),
    ({"decimal": "37.50"}, {"hours"}),
    ({"decimal": "12"}, {"hours"}),
    ({"decimal": "-12"}, set()),
    ({"decimal": "NaN"}, set()),
    ({"decimal": "Infinity"}, set()),
    ({"decimal": "twelve"}, set()),
    ({"decimal": 12}, set()),
    ({"decimal": "12", "days": 1}, set()),
    ({"float": "nan"}, set()),
    ({"float": "12.5"}, set()),
    ({"integer": hex(10**9)}, set()),
    ({"integer": "0xc"}, set()),
    ({"date": "2025-08-12"}, set()),
    ({"datetime": "2025-08-12T09:30:00"}, set()),
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
        return_ = interchange.return_from_record(record)
    except am.InvalidRecord:
        return False
    return OF_THE_SCHEMA.isdisjoint(finding.code for finding in am.validate(return_, on).findings)


def schema_of(service, on):
    return jsonschema_rs.Draft202012Validator(interchange.json_schema(service, on))


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


@pytest.mark.parametrize("code", testing.DEFECTS)
def test_every_defect_is_judged_alike_whatever_the_day(code):
    @settings(max_examples=10)
    @given(testing.returns_with_defect(code), st.integers(-13, 16))
    def check(judged, ahead):
        on = am.reporting_window(judged.on).opens.replace(day=14) + dt.timedelta(days=ahead)
        record = interchange.return_to_record(evolve(judged.return_, saved=None))
        assert schema_of(record["service"], on).is_valid(record) is is_found_good(record, on)

    check()


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
spelt = st.decimals().map(str) | st.integers(10**9).map(hex) | st.from_regex(r"[0-9.E+-]{1,6}", fullmatch=True)
json = st.recursive(
    st.none() | st.booleans() | numbers | texts | spelt,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["hours", "days", "decimal", "float", "integer", "date"]), inner, max_size=2)
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
