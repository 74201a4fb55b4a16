"""Inputs go to JSON and back without loss; a broken record is refused with all that is wrong."""

import copy
import datetime as dt
import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.interchange import from_record, to_record
from tests.helpers import CARE_HOME, QUIET_DAY, care_home, codes
from tests.interchange.drawn import DAY, problems, returns, through_json


@given(returns())
def test_a_return_comes_back_as_it_was(return_):
    record = to_record(return_)
    again = from_record(am.Return, through_json(record))
    assert again == return_
    assert to_record(again) == through_json(record)
    for field, value in return_.values.items():
        # Of a count alone JSON does not tell whether it was 12 or 12.0.
        assert type(again.values[field]) is type(value) or (field in CARE_HOME and again.values[field] == value)


@given(st.decimals(0, 10**9, places=2) | st.decimals(-1, 100, places=6))
def test_a_decimal_comes_back_as_the_number_that_is_written_alike(amount):
    return_ = care_home(hours_paid=amount, absence=am.Absence(days=amount))
    again = from_record(am.Return, through_json(to_record(return_)))
    assert Decimal(repr(again.values["hours_paid"])) == Decimal(repr(again.values["absence"].days)) == amount
    assert codes(am.validate(again, QUIET_DAY)) == codes(am.validate(return_, QUIET_DAY))


def test_the_record_of_a_return_holds_what_it_says_in_plain_json():
    saved = {"beds": dt.date(2025, 8, 8), "workforce": dt.datetime(2025, 8, 14, 22, 30, tzinfo=dt.UTC)}
    return_ = am.Return(
        am.ServiceType.CARE_HOME,
        {
            "beds_occupied": 38,
            "beds_vacant_reserved": None,
            "hours_paid": Decimal("37.40"),
            "absence": am.Absence(days=6),
            "visiting_options": {"outings", "in the care home"},
        },
        location_id="1-1000210669",
        saved=saved,
        not_carried=am.NotCarried(fields=["hours_agency"], earlier_saves=True),
    )
    record = to_record(return_)
    assert record == {
        "service": "care_home",
        "values": {
            "beds_occupied": 38,
            "beds_vacant_reserved": None,
            "hours_paid": 37.4,
            "absence": {"hours": None, "days": 6},
            "visiting_options": ["in the care home", "outings"],
        },
        "location_id": "1-1000210669",
        "saved": {"beds": "2025-08-08", "workforce": "2025-08-14T23:30:00+01:00"},
        "not_carried": {"fields": ["hours_agency"], "saves": [], "unreadable_saves": {}, "earlier_saves": True},
    }


@pytest.mark.parametrize("value", [2.7, "3", True, "no", -3, "", []])
def test_a_value_is_read_as_it_comes_and_never_made_a_count(value):
    record = to_record(care_home())
    return_ = from_record(am.Return, {**record, "values": {**record["values"], "beds_occupied": value}})
    assert codes(am.validate(return_, QUIET_DAY)) == ["negative" if value == -3 else "wrong-type"]


def test_a_record_may_leave_out_what_has_a_default_and_twelve_point_nought_is_a_count_of_twelve():
    assert from_record(am.Return, {"service": "care_home", "values": {}}) == am.Return("care_home", {})
    record = {"service": "care_home", "values": {"beds_occupied": 12.0, "hours_paid": 12.0, "nurses_employed": 1e300}}
    assert [type(value) for value in from_record(am.Return, record).values.values()] == [int, float, float]


def test_the_second_of_two_like_hours_stays_the_second():
    second = dt.datetime(2025, 10, 26, 1, 30, tzinfo=dt.UTC)
    record = through_json(to_record(am.Return("care_home", {}, saved=second)))
    assert from_record(am.Return, record).saved.astimezone(dt.UTC) == second


def test_days_decimals_and_tuples_are_taken_where_a_reader_makes_them():
    saved = {"beds": dt.date(2025, 8, 12), "workforce": dt.datetime(2025, 8, 14, 22, 30, tzinfo=dt.UTC)}
    given = {"hours_paid": Decimal("2900.50"), "visiting_options": ("outings",), "absence": {"days": Decimal("1.5")}}
    return_ = from_record(am.Return, {"service": "care_home", "values": given, "saved": saved})
    assert return_.values == {**given, "absence": am.Absence(days=Decimal("1.5"))}
    assert return_.saved == saved


class Text(str):
    """As some libraries mark what is safe to show."""


def test_what_a_subclass_of_text_holds_is_written_as_text():
    record = to_record(am.Return("care_home", {Text("beds_occupied"): Text("38")}, location_id=Text("1-1")))
    texts = (record["service"], record["location_id"], *record["values"], *record["values"].values())
    assert {type(text) for text in texts} == {str}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (math.nan, ".x is “nan”"),
        (-math.inf, ".x is “-inf”"),
        (Decimal("sNaN"), ".x is “sNaN”"),
        (Decimal("1E400"), ".x is “1E+400”"),
        (dt.date(2025, 8, 12), ".x is a value of type date"),
        ({}, ".x is a value of type dict"),
        (object(), ".x is a value of type object"),
        (["a", []], ".x[1] is a value of type list"),
        (["\ud800"], ".x[0] is text with half of a character"),
        (am.Absence(hours=Decimal("0.12345678901234567890")), ".x.hours is “0.12345678901234567890”"),
        (am.Absence(days=2**53 + 1), ".x.days is 9,007,199,254,740,993"),
    ],
)
def test_what_a_record_cannot_hold_is_refused_with_its_path(value, problem):
    with pytest.raises(am.InvalidRecord) as refusal:
        to_record(am.Return("care_home", {"x": value}))
    assert str(refusal.value) == f"values{problem}, which a record cannot hold"


def test_all_that_a_record_cannot_hold_is_told_at_once():
    with pytest.raises(am.InvalidRecord) as refusal:
        to_record(am.Return("care_home", {3: 4, "": Fraction(1), "\ud800": 1, "a\nb" + "x" * 99: object()}))
    assert str(refusal.value).splitlines() == [
        "values has a key that is 3, which a record cannot hold",
        "values.“” is a value of type Fraction, which a record cannot hold",
        "values has a key that is text with half of a character, which a record cannot hold",
        f"values.a\ufffdb{'x' * 57}… is a value of type object, which a record cannot hold",
    ]


GALLERY = [
    ("x", ["The record is “x”; write an object"]),
    ([], ["The record is a value of type list; write an object"]),
    ({}, ["service is missing", "values is missing"]),
    (
        {
            "service": "hotel",
            "values": ["beds_occupied"],
            "location_id": 7,
            "saved": "14/08/2025",
            "not_carried": {"fields": "beds", "saves": [3], "earlier_saves": 1, "x": None},
            "beds": 3,
            "Notes": "",
        },
        [
            "service is “hotel”; write one of “care_home” and “domiciliary_care”",
            "values is a value of type list; write an object",
            "location_id is 7; write text",
            f"saved is “14/08/2025”; {DAY}",
            "not_carried.fields is “beds”; write a list",
            "not_carried.saves[0] is 3; write text",
            "not_carried.earlier_saves is 1; write true or false",
            "not_carried has a key that is “x”, which has no place here",
            "The record has a key that is “Notes”, which has no place here",
            "The record has a key that is “beds”, which has no place here",
        ],
    ),
    (
        {
            "service": None,
            "values": {"absence": {"minutes": 4}, 3: 4},
            "saved": {"beds": "2025-02-30", "workforce": "2025-08-14T10:00:00", "visiting": 7, "x": "٢٠٢٥-٠٨-١٢"},
            "not_carried": {"fields": ["bed_occupied"]},
            10**5000: 6,
        },
        [
            "service is blank; write one of “care_home” and “domiciliary_care”",
            "values.absence has a key that is “minutes”, which has no place here",
            "values[3] is 3; write text",
            f"saved.beds is “2025-02-30”; {DAY}",
            f"saved.workforce is “2025-08-14T10:00:00”; {DAY}",
            f"saved.visiting is 7; {DAY}",
            f"saved.x is “٢٠٢٥-٠٨-١٢”; {DAY}",
            "not_carried is not allowed: No list has a field “bed_occupied”, so no source can lack it. Did you mean "
            "beds_occupied?",
            "The record has a key that is about 10 to the power of 5000, which has no place here",
        ],
    ),
]


@pytest.mark.parametrize(("record", "expected"), GALLERY)
def test_a_broken_record_is_refused_with_every_problem(record, expected):
    before = copy.deepcopy(record)
    assert problems(am.Return, record) == expected
    assert record == before
