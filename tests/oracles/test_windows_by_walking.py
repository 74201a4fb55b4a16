"""Reporting windows against a walk from day to day over the official list of bank holidays."""

import datetime as dt

import pytest

import asc_mandate as am
from tests.oracles.walk import (
    BANK_HOLIDAYS,
    FIRST_DAY,
    LAST_DAY,
    ONE_DAY,
    WEEKEND,
    WINDOWS,
    days,
    first_moment,
    last_moment,
    window_of_month,
)

DAYS = list(days(FIRST_DAY, LAST_DAY))
NAMES = {"good_friday": "Good Friday", "easter_monday": "Easter Monday"}
ZONES = [dt.timezone(dt.timedelta(minutes=minutes)) for minutes in (0, 60, 345, 840, -480, -660)]


def why_not_a_working_day(day):
    return NAMES[BANK_HOLIDAYS[day]] if day in BANK_HOLIDAYS else WEEKEND[day.isoweekday()]


def next_to_close(day):
    return next(window for window in WINDOWS if window[-1] >= day)


def ends(window):
    return window.opens, window.closes


def test_the_walk_is_long_enough_to_mean_something():
    assert len(WINDOWS) == 77
    assert {len(window) for window in WINDOWS} == {7, 8, 9, 11}
    assert len(next(window for window in WINDOWS if window[0] == dt.date(2028, 4, 8))) == 11


def test_the_month_of_every_day_has_the_window_of_the_walk():
    for day in DAYS:
        window, expected = am.reporting_window(day), window_of_month(day)
        assert (window.year, window.month) == (day.year, day.month)
        assert ends(window) == (expected[0], expected[-1]), day
        assert window.days == len(expected), day
        assert [(entry.day, entry.why) for entry in window.rolled] == [
            (rolled, why_not_a_working_day(rolled)) for rolled in expected if 14 <= rolled.day < expected[-1].day
        ], day
        assert window.confirmed, day


def test_every_day_is_a_reporting_day_of_the_windows_that_the_walk_found_it_in():
    windows = am.reporting_windows(FIRST_DAY, LAST_DAY)
    for day in DAYS:
        assert [day in window for window in windows] == [day in expected for expected in WINDOWS], day


def test_on_every_day_the_next_window_to_close_is_the_one_ahead_in_the_walk():
    for day in days(dt.date(2022, 7, 31), WINDOWS[-1][-1]):
        expected = next_to_close(day)
        assert ends(am.upcoming_window(day)) == (expected[0], expected[-1]), day


def test_between_any_two_months_lie_the_windows_of_the_walk():
    for start, first in enumerate(WINDOWS):
        for length, last in enumerate(WINDOWS[start:], start=1):
            found = am.reporting_windows(first[0].replace(day=1), last[0].replace(day=28))
            assert [ends(window) for window in found] == [
                (window[0], window[-1]) for window in WINDOWS[start : start + length]
            ]


@pytest.mark.parametrize("zone", ZONES, ids=str)
def test_both_sides_of_every_midnight_in_london_belong_to_their_own_day(zone):
    for day in days(FIRST_DAY, WINDOWS[-1][-1]):
        month, upcoming = window_of_month(day), next_to_close(day)
        for moment in (first_moment(day).astimezone(zone), last_moment(day).astimezone(zone)):
            window = am.reporting_window(moment)
            assert ends(window) == (month[0], month[-1]), moment
            assert (moment in window) == (day in month), moment
            assert ends(am.upcoming_window(moment)) == (upcoming[0], upcoming[-1]), moment


def test_windows_open_and_end_at_midnight_by_the_clock_in_london():
    for window, expected in zip(am.reporting_windows(FIRST_DAY, LAST_DAY), WINDOWS, strict=True):
        assert window.opens_at.astimezone(dt.UTC) == first_moment(expected[0])
        assert window.ends_at.astimezone(dt.UTC) == first_moment(expected[-1] + ONE_DAY)
        for moment in (window.opens_at, window.ends_at):
            assert (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0)


@pytest.mark.parametrize("service", am.ServiceType)
def test_a_duty_is_open_to_the_last_moment_of_its_window_and_unmet_from_the_next(service):
    nothing = am.Return(service, {})
    for window in WINDOWS:
        if window[0] < dt.date(2023, 8, 8):
            continue
        opens, last = first_moment(window[0]), last_moment(window[-1])
        for moment, outcome, is_open in [
            (window[0] - ONE_DAY, "open", False),
            (opens - dt.timedelta(microseconds=1), "open", False),
            (opens, "open", True),
            (window[0], "open", True),
            (window[-1], "open", True),
            (last, "open", True),
            (last + dt.timedelta(microseconds=1), "not_met", True),
            (window[-1] + ONE_DAY, "not_met", True),
        ]:
            report = am.validate(nothing, moment)
            assert report.outcome.value == outcome, moment
            assert ("window-not-open" not in {finding.code for finding in report.findings}) == is_open, moment
