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
    assert type(record["service"]) is str


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
    assert record["saved"] == "2025-10-26T01:30:00+00:00"
    assert from_record(am.Return, record).saved.astimezone(dt.UTC) == second


def test_days_decimals_and_tuples_are_taken_where_a_reader_makes_them():
    saved = {"beds": dt.date(2025, 8, 12), "workforce": dt.datetime(2025, 8, 14, 22, 30, tzinfo=dt.UTC)}
    given = {"hours_paid": Decimal("2900.50"), "visiting_options": ("outings",), "absence": {"days": Decimal("1.5")}}
    return_ = from_record(am.Return, {"service": "care_home", "values": given, "saved": saved})
    assert return_.values == {**given, "absence": am.Absence(days=Decimal("1.5"))}
    assert return_.saved == saved
    assert problems(am.Return, {"service": "care_home", "values": {}, "saved": dt.datetime(2025, 8, 12)})


class Text(str):
    """As some libraries mark what is safe to show."""


def test_what_a_subclass_of_text_holds_is_written_as_text():
    record = to_record(am.Return("care_home", {Text("beds_occupied"): Text("38")}, location_id=Text("1-1")))
    assert {type(text) for text in (*record["values"], record["values"]["beds_occupied"], record["location_id"])} == {
        str
    }


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (
            {
                "hours_paid": math.nan,
                "hours_agency": -math.inf,
                "nurses_employed": Decimal("sNaN"),
                "x": Decimal("1E400"),
            },
            [
                "values.hours_paid is “nan”, which a record cannot hold",
                "values.hours_agency is “-inf”, which a record cannot hold",
                "values.nurses_employed is “sNaN”, which a record cannot hold",
                "values.x is “1E+400”, which a record cannot hold",
            ],
        ),
        (
            {"absence": am.Absence(hours=Decimal("0.12345678901234567890"), days=2**53 + 1)},
            [
                "values.absence.hours is “0.12345678901234567890”, which a record cannot hold",
                "values.absence.days is 9,007,199,254,740,993, which a record cannot hold",
            ],
        ),
        (
            {
                "beds_occupied": dt.date(2025, 8, 12),
                3: 4,
                "visiting_options": [[], "a"],
                "absence": {},
                "": Fraction(1),
            },
            [
                "values.beds_occupied is a value of type date, which a record cannot hold",
                "values has a key that is 3; write keys as text",
                "values.visiting_options[0] is a value of type list, which a record cannot hold",
                "values.absence is a value of type dict, which a record cannot hold",
                "values.“” is a value of type Fraction, which a record cannot hold",
            ],
        ),
        (
            {"\ud800": 1, "visiting_options": ["\ud800"], "a\nb" + "x" * 99: object()},
            [
                "values has a key that is text with half of a character, which a record cannot hold",
                "values.visiting_options[0] is text with half of a character, which a record cannot hold",
                f"values.a\ufffdb{'x' * 57}… is a value of type object, which a record cannot hold",
            ],
        ),
    ],
)
def test_what_a_record_cannot_hold_is_refused_with_its_path(values, expected):
    with pytest.raises(am.InvalidRecord) as refusal:
        to_record(am.Return("care_home", values))
    assert list(map(str, refusal.value.problems)) == expected


GALLERY = [
    ("x", ["The record is “x”; write an object"]),
    ([], ["The record is a list; write an object"]),
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
            "values is a list; write an object",
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
            "values": {"absence": {"hours": [3], "minutes": 4}, "visiting_options": ["a", ["b"]], "beds_occupied": {3}},
            "saved": {"beds": "2025-02-30", "workforce": "2025-08-14T10:00:00", "visiting": True, "x": "٢٠٢٥-٠٨-١٢"},
            "not_carried": {"fields": ["bed_occupied"]},
        },
        [
            "service is null; write one of “care_home” and “domiciliary_care”",
            "values.absence.hours is a list; write null, true, false, a number or text",
            "values.absence has a key that is “minutes”, which has no place here",
            "values.visiting_options[1] is a list; write null, true, false, a number or text",
            "values.beds_occupied is a value of type set; write null, true, false, a number or text",
            f"saved.beds is “2025-02-30”; {DAY}",
            f"saved.workforce is “2025-08-14T10:00:00”; {DAY}",
            f"saved.visiting is true; {DAY}",
            f"saved.x is “٢٠٢٥-٠٨-١٢”; {DAY}",
            "not_carried is not allowed: No list has a field “bed_occupied”, so no source can lack it. Did you mean "
            "beds_occupied?",
        ],
    ),
    (
        {
            "service": "care_home",
            "values": {3: 4, "\ud800": 1, "hours_paid": "\udfff"},
            "saved": {None: 1},
            10**5000: 6,
        },
        [
            "The record has a key that is about 10 to the power of 5000; write keys as text",
            "values has a key that is 3; write keys as text",
            "values has a key that is text with half of a character, which a record cannot hold",
            "values.hours_paid is text with half of a character, which a record cannot hold",
            "saved has a key that is null; write keys as text",
        ],
    ),
]


@pytest.mark.parametrize(("record", "expected"), GALLERY)
def test_a_broken_record_is_refused_with_every_problem(record, expected):
    before = copy.deepcopy(record)
    assert problems(am.Return, record) == expected
    assert record == before
