"""Reporting windows against the list that the Ministry of Justice keeps, and past its end against Easter alone."""

import datetime as dt

import pytest
from govuk_bank_holidays.bank_holidays import BankHolidays

import asc_mandate as am
from tests.helpers import bank_holidays
from tests.oracles.walk import days

ENGLAND = BankHolidays.ENGLAND_AND_WALES
# The copy that the package brings along, so that no test needs a network.
OTHER = BankHolidays(use_cached_holidays=True)
LISTED = list(days(dt.date(2019, 1, 1), dt.date(2028, 12, 31)))


def test_working_days_agree_day_by_day():
    wrong = [day for day in LISTED if am.ENGLAND.is_working_day(day) != OTHER.is_work_day(day, division=ENGLAND)]
    assert wrong == []


def test_public_holidays_differ_only_where_christmas_day_falls_on_a_weekend():
    wrong = [
        day for day in LISTED if (am.ENGLAND.public_holiday(day) is not None) != OTHER.is_holiday(day, division=ENGLAND)
    ]
    # A public holiday by common law; the bank holiday, which is what the other list holds, is the substitute.
    assert wrong == [dt.date(2021, 12, 25), dt.date(2022, 12, 25), dt.date(2027, 12, 25)]


def test_every_window_closes_on_the_first_work_day_after_the_13th():
    for window in am.reporting_windows(dt.date(2022, 8, 1), dt.date(2028, 12, 1)):
        the_13th = dt.date(window.year, window.month, 13)
        assert window.closes == OTHER.get_next_work_day(division=ENGLAND, date=the_13th), window
        assert window.opens == dt.date(window.year, window.month, 8)


def easter_sunday(year):
    """Easter by the rule of Meeus, Jones and Butcher, which has no exceptions."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap_centuries, century_left = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap_centuries - correction + 15) % 30
    leaps, year_left = divmod(of_century, 4)
    weekday = (32 + 2 * century_left + 2 * leaps - moon - year_left) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return dt.date(year, month, day + 1)


def test_the_rule_for_easter_finds_every_easter_of_the_official_list():
    listed = {day for day, name in bank_holidays().items() if name in {"good_friday", "easter_monday"}}
    assert len(listed) == 20
    for year in range(2019, 2029):
        assert {easter_sunday(year) - dt.timedelta(days=2), easter_sunday(year) + dt.timedelta(days=1)} <= listed


@pytest.mark.parametrize("year", range(2029, 2101))
def test_projected_windows_are_moved_by_weekends_and_easter_alone(year):
    # No other bank holiday can fall from the 14th to the 18th of its month.
    moved_by = {easter_sunday(year) - dt.timedelta(days=2), easter_sunday(year) + dt.timedelta(days=1)}
    for window in am.reporting_windows(dt.date(year, 1, 1), dt.date(year, 12, 1)):
        close = dt.date(year, window.month, 14)
        while close.isoweekday() > 5 or close in moved_by:
            close += dt.timedelta(days=1)
        assert (window.opens.day, window.closes, window.confirmed) == (8, close, False)
