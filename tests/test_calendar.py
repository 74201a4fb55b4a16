import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.calendar import _official

from .helpers import bank_holidays

ENGLAND = am.ENGLAND
DAYS = st.dates(dt.date(2019, 1, 1), dt.date(2100, 12, 31))


def test_calendar_agrees_with_the_official_list_day_by_day():
    official = bank_holidays()
    day = dt.date(2019, 1, 1)
    while day <= dt.date(2028, 12, 31):
        public = day in official or (day.month, day.day) == (12, 25)
        assert (ENGLAND.public_holiday(day) is not None) == public, day
        assert ENGLAND.is_working_day(day) == (day.weekday() < 5 and not public), day
        day += dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (dt.date(2020, 5, 8), "May Day"),
        (dt.date(2022, 6, 3), "Platinum Jubilee of Elizabeth II"),
        (dt.date(2022, 9, 19), "State Funeral of Queen Elizabeth II"),
        (dt.date(2023, 5, 8), "Coronation of Charles III"),
        (dt.date(2028, 4, 14), "Good Friday"),
        (dt.date(2031, 4, 14), "Easter Monday"),
        (dt.date(2036, 4, 14), "Easter Monday"),
        (dt.date(2027, 12, 25), "Christmas Day"),
        (dt.date(2019, 1, 1), "New Year's Day"),
        (dt.date(2100, 12, 25), "Christmas Day"),
        (dt.date(2020, 12, 26), None),
        (dt.date(2027, 12, 26), None),
        (dt.date(2020, 5, 4), None),
        (dt.date(2022, 1, 1), None),
    ],
)
def test_public_holidays_by_name(day, name):
    assert ENGLAND.public_holiday(day) == name


def test_moments_are_placed_in_london():
    late = dt.datetime(2028, 4, 13, 23, 30, tzinfo=dt.UTC)
    assert ENGLAND.public_holiday(late) == "Good Friday"
    assert not ENGLAND.is_working_day(late)
    assert ENGLAND.why_not_working(late) == "Good Friday"
    assert ENGLAND.working_day_on_or_after(late) == dt.date(2028, 4, 18)


@given(DAYS)
def test_next_working_day_is_the_nearest_one(day):
    found = ENGLAND.working_day_on_or_after(day)
    assert found >= day
    assert ENGLAND.is_working_day(found)
    between = [day + dt.timedelta(days=ahead) for ahead in range((found - day).days)]
    assert not any(ENGLAND.is_working_day(other) for other in between)
    assert (found == day) == ENGLAND.is_working_day(day)


@pytest.mark.parametrize("year", range(2019, 2101))
def test_every_year_has_its_eight_holidays_at_least(year):
    days = (dt.date(year, 1, 1) + dt.timedelta(days=ahead) for ahead in range(366))
    assert sum(ENGLAND.public_holiday(day) is not None for day in days if day.year == year) >= 8


@pytest.mark.parametrize("day", [dt.date(2018, 12, 31), dt.date(2101, 1, 1), dt.date.max])
@pytest.mark.parametrize(
    "ask",
    [
        ENGLAND.public_holiday,
        ENGLAND.is_working_day,
        ENGLAND.working_day_on_or_after,
        ENGLAND.without_public_holiday,
        ENGLAND.why_not_working,
        lambda day: ENGLAND.with_public_holiday(day, "Jubilee"),
    ],
)
def test_years_without_knowledge_are_refused_rather_than_taken_for_working_days(day, ask):
    with pytest.raises(am.InvalidArgument, match="public holidays are not known for .*; pass a day from 2019 to 2100"):
        ask(day)


def test_a_proclaimed_holiday_can_be_added_and_taken_away_again():
    day = dt.date(2027, 7, 14)
    amended = ENGLAND.with_public_holiday(day, "Jubilee")
    assert amended.public_holiday(day) == "Jubilee"
    assert ENGLAND.public_holiday(day) is None
    assert amended.without_public_holiday(day).public_holiday(day) is None
    assert amended.with_public_holiday(day, "Coronation").holidays_added == ((day, "Coronation"),)


def test_a_moved_holiday_can_be_removed_and_put_back():
    day = dt.date(2027, 5, 3)
    amended = ENGLAND.without_public_holiday(day)
    assert amended.is_working_day(day)
    assert not ENGLAND.is_working_day(day)
    assert not amended.with_public_holiday(day, "Early May").is_working_day(day)
    assert amended.holidays_removed == (day,)
    assert amended.with_public_holiday(day, "Early May").holidays_removed == ()


def test_names_do_not_follow_the_language_of_the_machine(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "th")
    _official.cache_clear()
    try:
        assert ENGLAND.public_holiday(dt.date(2027, 12, 25)) == "Christmas Day"
    finally:
        _official.cache_clear()


def test_amendments_in_either_order_make_equal_calendars():
    first, second = dt.date(2027, 7, 14), dt.date(2027, 8, 13)
    one = ENGLAND.with_public_holiday(first, "A").with_public_holiday(second, "B")
    other = ENGLAND.with_public_holiday(second, "B").with_public_holiday(first, "A")
    assert one == other
    assert hash(one) == hash(other)
    assert one != ENGLAND


AUTUMN = am.Campaign("autumn 2026", starts=dt.date(2026, 10, 1), ends=dt.date(2027, 1, 31))


def test_campaigns_can_be_supplied():
    amended = ENGLAND.with_campaigns(AUTUMN, known_through=dt.date(2027, 3, 31))
    assert amended.campaigns == (*ENGLAND.campaigns, AUTUMN)
    assert amended.campaigns_known_through == dt.date(2027, 3, 31)
    assert AUTUMN.starts_for(am.ServiceType.CARE_HOME) == AUTUMN.starts
    assert amended.announced == ()
    assert [campaign.name for campaign in ENGLAND.announced] == ["autumn 2026"]


def test_a_campaign_of_the_same_name_replaces_the_one_held():
    longer = am.Campaign("spring 2026", starts=dt.date(2026, 4, 13), ends=dt.date(2026, 7, 31))
    amended = ENGLAND.with_campaigns(longer, known_through=dt.date(2026, 8, 31))
    assert amended.campaigns == (*ENGLAND.campaigns[:-1], longer)


def test_campaigns_are_kept_in_order():
    early = am.Campaign("early", starts=dt.date(2021, 1, 1), ends=dt.date(2021, 2, 1))
    assert ENGLAND.with_campaigns(early, known_through=dt.date(2026, 3, 31)).campaigns[0] is early


def test_a_campaign_keeps_its_own_copy_of_its_citations():
    citations = list(ENGLAND.campaigns[0].citations)
    campaign = am.Campaign("x", dt.date(2027, 1, 1), dt.date(2027, 1, 2), citations=citations)
    assert campaign.citations == tuple(citations)
    calendar = ENGLAND.with_campaigns(campaign, known_through=dt.date(2027, 3, 31))
    assert am.reporting_window(dt.date(2027, 1, 1), calendar=calendar).month == 1


def test_a_campaign_of_one_day_is_one():
    day = dt.date(2026, 1, 1)
    assert am.Campaign("x", day, day).ends == day
