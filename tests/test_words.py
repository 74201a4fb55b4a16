"""How messages write numbers, days, lists and what came from outside."""

import datetime as dt
from decimal import Decimal

import pytest

from asc_mandate.words import (
    _parsed,
    date,
    day_and_month,
    listed,
    month,
    nearest,
    number,
    quoted,
    render,
    short_date,
    shown,
    type_name,
    weekday,
    when,
)

LONDON_SUMMER = dt.timezone(dt.timedelta(hours=1))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (1, "1"),
        (999, "999"),
        (1_000, "1,000"),
        (-1_234_567, "-1,234,567"),
        (2**66 - 1, "73,786,976,294,838,206,463"),
        (10**20, "about 10 to the power of 20"),
        (-(10**20), "minus about 10 to the power of 20"),
        (10**40, "about 10 to the power of 40"),
        (10**4_000, "about 10 to the power of 4000"),
        (Decimal("0E+30"), "0"),
        (Decimal("-0.00"), "0"),
        (Decimal(12), "12"),
        (Decimal("12.00"), "12"),
        (Decimal("12.50"), "12.5"),
        (Decimal(100), "100"),
        (Decimal("-1234.5"), "-1,234.5"),
        (Decimal("1E+19"), "10,000,000,000,000,000,000"),
        (Decimal("1E+20"), "about 10 to the power of 20"),
        (Decimal("-2E+20"), "minus about 10 to the power of 20"),
        (Decimal("1E-20"), "0.00000000000000000001"),
        (Decimal("9E-21"), "0.000000…"),
        (Decimal("-9E-21"), "-0.000000…"),
        (Decimal("0.99999999999999999999"), "0.99999999999999999999"),
        (Decimal("0.999999999999999999999"), "0.999999…"),
    ],
)
def test_a_number_is_written_to_be_read(value, written):
    assert number(value) == written


def test_days_are_written_in_english():
    days = [dt.date(2026, 7, 13) + dt.timedelta(days=ahead) for ahead in range(7)]
    assert [weekday(day) for day in days] == [
        *("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    ]
    assert [month(dt.date(2026, number, 1)) for number in range(1, 13)] == [
        *("January 2026", "February 2026", "March 2026", "April 2026", "May 2026", "June 2026"),
        *("July 2026", "August 2026", "September 2026", "October 2026", "November 2026", "December 2026"),
    ]
    assert [day_and_month((number, 9)) for number in (1, 12)] == ["9 January", "9 December"]
    assert [short_date(dt.date(2026, number, 9)) for number in (1, 12)] == ["9 January 2026", "9 December 2026"]
    assert date(dt.date(2026, 7, 14)) == "Tuesday 14 July 2026"


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        (dt.date(2026, 7, 14), "on Tuesday 14 July 2026"),
        (dt.datetime(2026, 7, 14, 23, 30, tzinfo=LONDON_SUMMER), "at 23:30 on Tuesday 14 July 2026"),
        (dt.datetime(2026, 7, 14, 0, 0, tzinfo=LONDON_SUMMER), "at 00:00 on Tuesday 14 July 2026"),
        (dt.datetime(2026, 7, 14, 23, 30, 5, tzinfo=LONDON_SUMMER), "at 23:30:05 on Tuesday 14 July 2026"),
        (dt.datetime(2026, 7, 14, 23, 30, 0, 7, tzinfo=LONDON_SUMMER), "at 23:30:00.000007 on Tuesday 14 July 2026"),
    ],
)
def test_a_moment_is_written_with_its_preposition(moment, written):
    assert when(moment) == written


def test_words_are_joined_as_in_a_sentence():
    assert [listed("abcd"[:size]) for size in range(5)] == ["", "a", "a and b", "a, b and c", "a, b, c and d"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("", "“”"),
        ("beds", "“beds”"),
        ("x" * 60, f"“{'x' * 60}”"),
        ("x" * 61, f"“{'x' * 60}…”"),
        ("a\nb\x1b[31m", "“a\ufffdb\ufffd[31m”"),
        ("\n" + "x" * 60, f"“\ufffd{'x' * 59}…”"),
    ],
)
def test_text_from_outside_is_shortened_and_printable(text, written):
    assert quoted(text) == written
    assert shown(text) == written


def test_what_is_no_text_is_named_by_its_type():
    assert shown(5) == type_name(5) == "a value of type int"
    assert shown(None) == "a value of type NoneType"
    assert type_name(type("x" * 61, (), {})()) == f"a value of type {'x' * 60}…"


def test_the_nearest_name_is_the_likeliest():
    known = ["beds_occupied", "beds_vacant_reserved", "hours_paid"]
    assert nearest("bed_occupied", known) == "beds_occupied"
    assert nearest("hourspaid", iter(known)) == "hours_paid"
    assert nearest("zzz", known) is None
    assert nearest("x" * 60 + "y" * 600, ["x" * 60]) == "x" * 60


@pytest.mark.parametrize(
    ("template", "value", "written"),
    [
        ("No place.", None, "No place."),
        ("{x} and {{x}}", "it", "it and {x}"),
        ("{x}", None, "blank"),
        ("{x}", "{x}", "{x}"),
        ("{x}", 1_234, "1,234"),
        ("{x}", Decimal("1.50"), "1.5"),
        ("{x}", dt.date(2026, 7, 14), "Tuesday 14 July 2026"),
        ("{x}", (1, 2, "c"), "1, 2 and c"),
        ("{x}", [], ""),
        ("{x:quoted}", "a\n", "“a\ufffd”"),
        ("{x:quoted}", 5, "“5”"),
        ("{x:when}", dt.date(2026, 7, 14), "on Tuesday 14 July 2026"),
        ("{x:when}", dt.datetime(2026, 7, 14, 9, tzinfo=LONDON_SUMMER), "at 09:00 on Tuesday 14 July 2026"),
        ("{x:when}", "once", "once"),
        ("2{x:in}.", "days", "2 in days."),
        ("2{x:in}.", dt.date(2026, 7, 14), "2 in Tuesday 14 July 2026."),
        ("2{x:in}.", None, "2."),
        ("{x:hour|hours}", 0, "0 hours"),
        ("{x:hour|hours}", 1, "1 hour"),
        ("{x:hour|hours}", Decimal("1.0"), "1 hour"),
        ("{x:hour|hours}", Decimal("1.5"), "1.5 hours"),
        ("{x:hour|hours}", 2, "2 hours"),
        ("{x:a|b|c}", 2, "2 b|c"),
        ("{x:unit}", 1, "1 unit"),
        ("{x:unit}", 2, "2"),
    ],
)
def test_a_template_is_filled(template, value, written):
    assert render(template, {"x": value}) == written


def test_a_template_takes_several_places():
    assert render("From {first} to {last}: {first}.", {"first": "a", "last": "b"}) == "From a to b: a."


def test_a_long_template_is_filled_and_not_kept():
    kept = _parsed.cache_info().currsize
    assert render("x" * 1_000 + "{x}", {"x": 5}) == "x" * 1_000 + "5"
    assert _parsed.cache_info().currsize == kept


def test_a_template_has_a_few_places():
    assert render("{x}" * 50, {"x": 5}) == "5" * 50
    for many in (51, 5_000):
        with pytest.raises(ValueError, match=r"^A sentence has a few places\.$"):
            render("{x}" * many, {"x": 5})


@pytest.mark.parametrize("template", ["{x!r}", "{x:{y}}", "{y} {x!s:hour|hours}"])
def test_a_template_reaches_into_nothing(template):
    with pytest.raises(ValueError, match=r"^A sentence's places take a name and how to write it, and nothing else\.$"):
        render(template, {"x": 1, "y": "quoted"})
    with pytest.raises(KeyError):
        render("{x.real}", {"x": 1})
