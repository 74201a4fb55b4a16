"""When a return is due: every month's window, its edges in every time zone, and what it rests on."""

import datetime as dt
import itertools
import sys
import zoneinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate._moments import london

LONDON = ZoneInfo("Europe/London")
DAY = dt.timedelta(days=1)
INSTANT = dt.timedelta(microseconds=1)
IN_FORCE = st.dates(dt.date(2022, 8, 1), dt.date(2100, 12, 31))
ALL = am.reporting_windows(dt.date(2022, 8, 1), dt.date(2100, 12, 1))
ZONES = st.sampled_from(["UTC", "Europe/London", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu"])


def test_there_is_a_window_for_every_month():
    assert [(window.year, window.month) for window in ALL] == [
        (year, month) for year in range(2022, 2101) for month in range(1, 13) if (year, month) >= (2022, 8)
    ]


@pytest.mark.parametrize("window", ALL, ids=str)
def test_window_of_every_month(window):
    due = window.opens.replace(day=14)
    assert window.opens.day == 8
    assert window.closes >= due
    assert am.ENGLAND.is_working_day(window.closes)
    assert window.closes.month == window.opens.month
    rolled = [due + n * DAY for n in range((window.closes - due).days)]
    assert [entry.day for entry in window.rolled] == rolled
    assert not any(am.ENGLAND.is_working_day(day) for day in rolled)
    assert all(entry.why == am.ENGLAND.why_not_working(entry.day) for entry in window.rolled)
    assert window.days == 7 + len(window.rolled) <= 11
    assert window.confirmed == (window.closes.year <= 2028)
    assert window.opens_at == dt.datetime.combine(window.opens, dt.time(), LONDON)
    assert window.ends_at == dt.datetime.combine(window.closes + DAY, dt.time(), LONDON)


def test_windows_neither_touch_nor_overlap():
    assert all(one.ends_at < next_.opens_at for one, next_ in itertools.pairwise(ALL))


@pytest.mark.parametrize(
    ("month", "day", "why", "readings"),
    [
        (dt.date(2026, 2, 1), 16, ["Saturday", "Sunday"], ()),
        (dt.date(2024, 4, 1), 15, ["Sunday"], ()),
        (dt.date(2025, 7, 1), 14, [], ()),
        (dt.date(2028, 4, 1), 18, ["Good Friday", "Saturday", "Sunday", "Easter Monday"], ("public-holiday",)),
        (dt.date(2031, 4, 1), 15, ["Easter Monday"], ()),
        (dt.date(2036, 4, 1), 15, ["Easter Monday"], ()),
    ],
)
def test_close_rolls_to_the_next_working_day_which_over_good_friday_rests_on_a_reading(month, day, why, readings):
    window = am.reporting_window(month)
    assert window.closes == month.replace(day=day)
    assert [entry.why for entry in window.rolled] == why
    assert window.readings == readings


def test_windows_are_confirmed_through_the_last_announced_day():
    for day, confirmed in ((dt.date(2025, 8, 14), True), (dt.date(2025, 8, 13), False)):
        calendar = am.Calendar(holidays_confirmed_through=day)
        assert am.reporting_window(dt.date(2025, 8, 1), calendar=calendar).confirmed is confirmed


@given(
    st.sampled_from(ALL),
    ZONES,
    st.sampled_from(["opens_at", "ends_at"]),
    st.sampled_from([-DAY, -INSTANT, 0 * INSTANT, INSTANT, DAY]),
)
def test_a_moment_is_inside_exactly_when_london_says_so(window, zone, edge, ahead):
    moment = (getattr(window, edge) + ahead).astimezone(ZoneInfo(zone))
    assert (moment in window) == (window.opens_at <= moment < window.ends_at)


@given(st.sampled_from(ALL), st.integers(-40, 40))
def test_a_day_is_inside_when_it_lies_between_both_ends(window, ahead):
    day = window.opens + ahead * DAY
    assert (day in window) == (window.opens <= day <= window.closes)


def test_half_past_eleven_utc_on_a_summer_14th_is_the_15th():
    window = am.reporting_window(dt.date(2025, 7, 1))
    assert dt.datetime(2025, 7, 14, 22, 59, 59, tzinfo=dt.UTC) in window
    assert dt.datetime(2025, 7, 14, 23, 30, tzinfo=dt.UTC) not in window


def test_the_month_is_that_of_the_day_in_london():
    assert am.reporting_window(dt.datetime(2025, 7, 31, 23, 30, tzinfo=dt.UTC)).month == 8


@given(IN_FORCE)
def test_reporting_window_is_that_of_the_month(day):
    window = am.reporting_window(day)
    assert (window.year, window.month) == (day.year, day.month)


@given(st.dates(dt.date(2022, 7, 31), dt.date(2100, 11, 30)))
def test_upcoming_window_is_the_first_not_yet_closed(day):
    window = am.upcoming_window(day)
    assert window.closes >= day
    assert window == next(other for other in ALL if other.closes >= day)


def test_upcoming_window_on_both_sides_of_a_close():
    assert am.upcoming_window(dt.date(2026, 2, 16)).month == 2
    assert am.upcoming_window(dt.date(2026, 2, 17)).month == 3
    assert am.upcoming_window(dt.date(2026, 12, 31)).year == 2027
    assert am.upcoming_window(dt.date(2022, 7, 31)).month == 8
    assert am.upcoming_window(dt.date(2022, 8, 1)).month == 8


def test_a_window_has_closed_once_its_last_day_is_over():
    window = am.reporting_window(dt.date(2026, 7, 1))
    assert [window.has_closed(dt.date(2026, 7, day)) for day in (13, 14, 15)] == [False, False, True]
    assert [window.has_closed(window.ends_at + ahead) for ahead in (-INSTANT, 0 * INSTANT, INSTANT)] == [
        False,
        True,
        True,
    ]


def test_reporting_windows_include_both_ends():
    windows = am.reporting_windows(dt.date(2025, 11, 30), dt.date(2026, 1, 1))
    assert [(window.year, window.month) for window in windows] == [(2025, 11), (2025, 12), (2026, 1)]
    assert len(am.reporting_windows(dt.date(2026, 1, 31), dt.date(2026, 1, 1))) == 1


def test_a_proclaimed_holiday_moves_the_close():
    calendar = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    window = am.reporting_window(dt.date(2027, 7, 1), calendar=calendar)
    assert window.closes == dt.date(2027, 7, 15)
    assert [(entry.day, entry.why) for entry in window.rolled] == [(dt.date(2027, 7, 14), "Jubilee")]
    assert am.upcoming_window(dt.date(2027, 7, 15), calendar=calendar) == window
    assert am.reporting_windows(dt.date(2027, 7, 1), dt.date(2027, 7, 1), calendar=calendar) == (window,)


def test_a_moved_holiday_lets_the_window_close_on_the_14th():
    calendar = am.ENGLAND.without_public_holiday(dt.date(2028, 4, 14))
    assert am.reporting_window(dt.date(2028, 4, 1), calendar=calendar).closes == dt.date(2028, 4, 14)


def test_a_window_never_leaves_its_month():
    calendar = am.ENGLAND
    for day in range(14, 31):
        calendar = calendar.with_public_holiday(dt.date(2027, 6, day), "Revels")
    with pytest.raises(am.InvalidArgument, match="no working day from 14 June 2027 to the end of that month"):
        am.reporting_window(dt.date(2027, 6, 1), calendar=calendar)


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (dt.date(2022, 7, 31), "July 2022 has no reporting window: .* its first window is that of August 2022"),
        (dt.date(2022, 7, 30), "before the mandate, which began on 31 July 2022"),
        (dt.date(1999, 1, 1), "before the mandate"),
    ],
)
def test_months_before_the_first_window_are_refused(day, message):
    with pytest.raises(am.NotInForce, match=message):
        am.reporting_window(day)
    with pytest.raises(am.NotInForce):
        am.reporting_windows(day, dt.date(2023, 1, 1))


def test_no_window_is_upcoming_before_the_mandate():
    with pytest.raises(am.NotInForce):
        am.upcoming_window(dt.date(2022, 7, 30))


@pytest.mark.parametrize(
    ("on", "message"),
    [
        (
            dt.datetime.max.replace(tzinfo=dt.timezone(-dt.timedelta(hours=14))),
            "on lies beyond London's calendar; pass",
        ),
        (dt.date(2101, 1, 1), "not known for 14 January 2101"),
    ],
)
@pytest.mark.parametrize("ask", [am.reporting_window, am.upcoming_window])
def test_days_past_all_knowledge_are_refused(ask, on, message):
    with pytest.raises(am.InvalidArgument, match=message):
        ask(on)


@pytest.mark.parametrize(
    ("month", "source", "grade"),
    [
        (dt.date(2022, 8, 1), "Digital Care Hub", "secondary"),
        (dt.date(2022, 10, 1), "Digital Care Hub", "secondary"),
        (dt.date(2022, 11, 1), "Ridouts", "secondary"),
        (dt.date(2023, 7, 1), "Ridouts", "secondary"),
        (dt.date(2023, 8, 1), "15 July 2023", "inferred"),
        (dt.date(2023, 10, 1), "15 July 2023", "inferred"),
        (dt.date(2024, 4, 30), "15 July 2023", "inferred"),
        (dt.date(2024, 5, 1), "updated 26 April 2024", "official"),
    ],
)
def test_a_window_cites_the_text_that_was_in_force_for_it(month, source, grade):
    citation = am.reporting_window(month).citation
    assert source in citation.source.title
    assert citation.source.grade == grade


def test_windows_have_a_label_and_sort_by_their_days():
    windows = am.reporting_windows(dt.date(2025, 11, 1), dt.date(2026, 2, 1))
    assert sorted([windows[2], windows[0], windows[3], windows[1]]) == list(windows)
    assert [window.label for window in windows][:2] == ["November 2025", "December 2025"]


def test_upcoming_windows_are_the_next_to_close_and_those_after_it():
    day = dt.date(2026, 11, 26)
    assert [window.label for window in am.upcoming_windows(day, 2)] == ["December 2026", "January 2027"]
    assert am.upcoming_windows(day, 1) == (am.upcoming_window(day),)
    assert am.upcoming_windows(dt.date(2026, 11, 16), 12)[0].label == "November 2026"


def test_a_machine_without_time_zones_is_told_what_to_install(monkeypatch):
    zoneinfo.reset_tzpath(to=[])
    zoneinfo.ZoneInfo.clear_cache()
    london.cache_clear()
    for name in {"tzdata", *(name for name in sys.modules if name.startswith("tzdata."))}:
        monkeypatch.setitem(sys.modules, name, None)
    try:
        with pytest.raises(am.MandateError) as caught:
            am.reporting_window(dt.datetime(2026, 7, 10, tzinfo=dt.UTC))
        assert str(caught.value) == (
            "This machine has no time zone database; install the tzdata package to use asc_mandate."
        )
    finally:
        zoneinfo.reset_tzpath()
