"""The amount of a penalty against CQC's fees, written out by hand, and against whole-number arithmetic."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from tests.oracles.walk import days

ON = dt.date(2026, 9, 20)
# Service users on the registration of a care home, from and to, and the fee in pounds.
BANDS = [
    (1, 3, 313),
    (4, 10, 816),
    (11, 15, 1_643),
    (16, 20, 2_388),
    (21, 25, 3_268),
    (26, 30, 4_270),
    (31, 35, 5_023),
    (36, 40, 5_779),
    (41, 45, 6_533),
    (46, 50, 7_289),
    (51, 55, 8_037),
    (56, 60, 8_792),
    (61, 65, 10_048),
    (66, 70, 11_050),
    (71, 75, 12_058),
    (76, 80, 13_062),
    (81, 90, 14_069),
    (91, 999_999_999, 15_710),
]


def fee(service, size, on=ON):
    return am.penalty_amount([am.Location(service, size)], on).amount


def care_home_pounds(places):
    (pounds,) = (pounds for first, last, pounds in BANDS if first <= places <= last)
    return pounds


def community_pounds(users):
    """239 pounds and 54.305 for each, in tenths of a penny; half a pound is rounded up."""
    if users >= 1_700:
        return 92_558
    return min((239_000 + 54_305 * users + 500) // 1_000, 92_558)


def pounds(service, size):
    return care_home_pounds(size) if service == "care_home" else community_pounds(size)


def test_the_bands_leave_no_place_out():
    assert [first for first, _, _ in BANDS[1:]] == [last + 1 for _, last, _ in BANDS[:-1]]


@pytest.mark.parametrize(("first", "last", "expected"), BANDS)
def test_both_ends_of_every_band(first, last, expected):
    assert fee("care_home", first) == expected
    assert fee("care_home", last) == expected


def test_care_homes_of_every_size():
    assert [size for size in range(1, 501) if fee("care_home", size) != care_home_pounds(size)] == []


def test_agencies_of_every_size():
    sizes = [*range(2_001), 10_000, 999_999_999]
    assert [size for size in sizes if fee("domiciliary_care", size) != community_pounds(size)] == []


@given(st.lists(st.tuples(st.sampled_from(["care_home", "domiciliary_care"]), st.integers(1, 2_000)), min_size=1))
def test_any_locations_together_cost_the_sum_of_their_fees(drawn):
    found = am.penalty_amount([am.Location(*location) for location in drawn], ON)
    assert [part.amount for part in found.breakdown] == [pounds(*location) for location in drawn]
    assert found.amount == sum(pounds(*location) for location in drawn)
    assert isinstance(found.amount, Decimal)
    assert found.amount.as_tuple().exponent == 0


def test_fees_by_the_day_on_which_the_penalty_is_imposed():
    home, agency = [am.Location("care_home", 42)], [am.Location("domiciliary_care", 63)]
    for on in days(dt.date(2022, 11, 1), dt.date(2024, 6, 30)):
        if on < dt.date(2022, 12, 1):
            for locations in (home, agency):
                with pytest.raises(am.NotInForce):
                    am.penalty_amount(locations, on)
            continue
        assert am.penalty_amount(home, on).amount == 6_533
        if on < dt.date(2024, 4, 1):
            for locations in (agency, home + agency):
                with pytest.raises(am.NotEstablished):
                    am.penalty_amount(locations, on)
        else:
            assert am.penalty_amount(agency, on).amount == 3_660
            assert am.penalty_amount(home + agency, on).amount == 10_193
