"""Dates, numbers and texts in plain English."""

import datetime as dt
from decimal import Decimal

import pytest

from asc_mandate._format import (
    closest,
    describe,
    did_you_mean,
    format_date,
    format_day_of_year,
    format_long_date,
    format_month,
    format_number,
    format_weekday,
    format_when,
    join_words,
    name_type,
    plural,
    quote,
)

from .helpers import LONDON_SUMMER


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1_000, "1,000"),
        (-1_234_567, "-1,234,567"),
        (1234.5, "1,234.5"),
        (0.1, "0.1"),
        (1e300, "about 10 to the power of 300"),
        (10**20, "about 10 to the power of 20"),
        (-(10**20), "minus about 10 to the power of 20"),
        (10**10_000, "about 10 to the power of 10000"),
        (Decimal("0E+30"), "0"),
        (Decimal("12.50"), "12.5"),
        (Decimal(100), "100"),
        (Decimal("1E+19"), "10,000,000,000,000,000,000"),
        (Decimal("-2E+20"), "minus about 10 to the power of 20"),
        (Decimal("1E-20"), "0.00000000000000000001"),
        (Decimal("-9E-21"), "-0.000000…"),
        (Decimal("0.999999999999999999999"), "0.999999…"),
    ],
    ids=range(18),
)
def test_a_number_is_written_to_be_read(value, written):
    assert format_number(value) == written


def test_days_are_written_in_english():
    days = [dt.date(2026, 7, 13) + dt.timedelta(days=ahead) for ahead in range(7)]
    assert [format_weekday(day) for day in days] == [
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    ]
    assert [format_month(dt.date(2026, number, 1)) for number in (1, 6, 12)] == [
        *("January 2026", "June 2026", "December 2026")
    ]
    assert format_day_of_year((12, 9)) == "9 December"
    assert format_date(dt.date(2026, 1, 9)) == "9 January 2026"
    assert format_long_date(dt.date(2026, 7, 14)) == "Tuesday 14 July 2026"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (dt.date(2026, 7, 14), "on Tuesday 14 July 2026"),
        (dt.datetime(2026, 7, 14, 23, 30, tzinfo=LONDON_SUMMER), "at 23:30 on Tuesday 14 July 2026"),
        (dt.datetime(2026, 7, 14, 0, 0, tzinfo=LONDON_SUMMER), "at 00:00 on Tuesday 14 July 2026"),
        (dt.datetime(2026, 7, 14, 23, 30, 5, tzinfo=LONDON_SUMMER), "at 23:30:05 on Tuesday 14 July 2026"),
    ],
)
def test_a_moment_is_written_with_its_preposition(moment, written):
    assert format_when(moment) == written


def test_words_are_joined_as_in_a_sentence():
    assert [join_words("abcd"[:size]) for size in range(5)] == ["", "a", "a and b", "a, b and c", "a, b, c and d"]
    assert join_words("ab", "or") == "a or b"
    assert [plural(count, "hour") for count in (0, 1, 2)] == ["0 hours", "1 hour", "2 hours"]
    assert plural(2, "query", "queries") == "2 queries"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", "“”"),
        ("beds", "“beds”"),
        ("x" * 60, f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 60}…”"),
        ("a\nb\x1b[31m", "“a\ufffdb\ufffd[31m”"),
    ],
)
def test_text_from_outside_is_shortened_and_printable(text, written):
    assert quote(text) == written


def test_values_are_described_without_asking_them():
    assert name_type(5) == "a value of type int"
    assert name_type(type("x" * 61, (), {})()) == f"a value of type {'x' * 60}…"
    assert [describe(value) for value in (None, True, False, 5, 0.5, Decimal("NaN"), "x", " ", b"x")] == [
        *("blank", "“True”", "“False”", "5", "“0.5”", "“NaN”", "the text “x”", "empty text", "a value of type bytes")
    ]


def test_the_closest_name_is_the_likeliest():
    known = ["beds_occupied", "beds_vacant_reserved", "hours_paid"]
    assert closest("bed_occupied", known) == "beds_occupied"
    assert closest("hourspaid", iter(known)) == "hours_paid"
    assert closest("zzz", known) is None
    assert did_you_mean("beds_occupied") == " Did you mean beds_occupied?"
    assert did_you_mean(None) == ""
