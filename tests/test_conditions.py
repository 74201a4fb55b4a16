"""On which days vaccinations are asked for, why, and by which readings. Every known day is in `tests/oracles`."""

import datetime as dt

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.conditions import decide

REQUIRED, NOT_REQUIRED, UNDETERMINED = am.Status
CARE_HOME, DOMICILIARY = am.ServiceType
BOOSTER = {CARE_HOME: "residents_seasonal_booster", DOMICILIARY: "staff_seasonal_booster"}
FLU = {CARE_HOME: "residents_flu_vaccination", DOMICILIARY: "staff_flu_vaccination"}
BY_SETTING, STARTS_IN_WINDOW = "campaign-start-by-setting", "campaign-starts-in-window"
NO_ONGOING, BETWEEN, ENDS_IN_WINDOW = "no-ongoing-campaign", "between-campaign-and-window", "campaign-ends-in-window"


def booster(service, day, calendar=am.ENGLAND):
    return am.checklist(service, day, calendar=calendar)[BOOSTER[service]]


def with_only(*campaigns, known_through=dt.date(2030, 12, 31)):
    return am.Calendar(campaigns=campaigns, campaigns_known_through=known_through)


@given(st.dates(dt.date(2023, 7, 15), dt.date(2100, 12, 31)), st.sampled_from(am.ServiceType))
def test_flu_follows_the_month_alone(day, service):
    expected = NOT_REQUIRED if 4 <= day.month <= 8 else REQUIRED
    assert am.checklist(service, day)[FLU[service]].status is expected


@pytest.mark.parametrize(
    ("first", "last", "day", "again"),
    [
        ((9, 1), (3, 31), dt.date(2025, 8, 31), "1 September 2025"),
        ((9, 1), (3, 31), dt.date(2025, 9, 1), None),
        ((9, 1), (3, 31), dt.date(2026, 3, 31), None),
        ((9, 1), (3, 31), dt.date(2026, 4, 1), "1 September 2026"),
        ((4, 1), (6, 30), dt.date(2027, 3, 31), "1 April 2027"),
        ((4, 1), (6, 30), dt.date(2027, 4, 1), None),
        ((4, 1), (6, 30), dt.date(2027, 6, 30), None),
        ((4, 1), (6, 30), dt.date(2027, 7, 1), "1 April 2028"),
        ((5, 1), (5, 1), dt.date(2027, 4, 30), "1 May 2027"),
        ((5, 1), (5, 1), dt.date(2027, 5, 1), None),
        ((5, 1), (5, 1), dt.date(2027, 5, 2), "1 May 2028"),
    ],
)
def test_a_season_lies_over_the_turn_of_the_year_or_inside_one_or_is_a_day(first, last, day, again):
    flu = am.checklist("care_home", day)["residents_flu_vaccination"].field.condition
    decision = decide(evolve(flu, first=first, last=last), CARE_HOME, day, am.ENGLAND)
    assert decision.status is (NOT_REQUIRED if again else REQUIRED)
    assert decision.reason.startswith(f"Flu vaccination is asked for from {first[1]} ")
    assert (f", so not again until {again}." in decision.reason) is bool(again)


@given(st.dates(dt.date(2026, 9, 1), dt.date(2100, 12, 31)), st.sampled_from(am.ServiceType))
def test_boosters_cannot_be_known_once_knowledge_ends(day, service):
    requirement = booster(service, day)
    assert requirement.status is UNDETERMINED
    assert requirement.reason == (
        "COVID-19 vaccination is asked for while a campaign runs. Campaigns are known only through 31 August 2026. A "
        "campaign for autumn 2026 was announced; the days on which it runs were not found. If Capacity Tracker shows the "
        "question, answer it."
    )


AFTER_A_CAMPAIGN = (
    "COVID-19 vaccination is still asked for after a campaign, to the end of the next reporting window: autumn 2025 ended "
    "on 31 January 2026, and that window closes on 16 February 2026."
)


@pytest.mark.parametrize(
    ("day", "reason", "readings"),
    [
        (
            dt.date(2025, 7, 15),
            "The last campaign ended on 17 June 2025, and the reporting window that followed closed on 14 July 2025. The next, "
            "autumn 2025, starts on 1 October 2025.",
            (),
        ),
        (
            dt.date(2026, 1, 31),
            "COVID-19 vaccination is asked for while a campaign runs: autumn 2025 runs from 1 October 2025 to "
            "31 January 2026.",
            (),
        ),
        (dt.date(2026, 2, 7), AFTER_A_CAMPAIGN, (NO_ONGOING, BETWEEN)),
        (dt.date(2026, 2, 16), AFTER_A_CAMPAIGN, (NO_ONGOING,)),
        (
            dt.date(2026, 2, 17),
            "The last campaign ended on 31 January 2026, and the reporting window that followed closed on 16 February 2026. "
            "The next, spring 2026, starts on 13 April 2026.",
            (),
        ),
    ],
)
def test_reasons_name_the_date_that_decides(day, reason, readings):
    requirement = booster(CARE_HOME, day)
    assert (requirement.reason, requirement.readings) == (reason, readings)


@pytest.mark.parametrize(
    ("service", "day", "status", "readings"),
    [
        (CARE_HOME, 7, NOT_REQUIRED, ()),
        (CARE_HOME, 8, NOT_REQUIRED, (STARTS_IN_WINDOW,)),
        (CARE_HOME, 14, NOT_REQUIRED, (STARTS_IN_WINDOW,)),
        (CARE_HOME, 15, REQUIRED, (BY_SETTING,)),
        (CARE_HOME, 21, REQUIRED, (BY_SETTING,)),
        (CARE_HOME, 22, REQUIRED, ()),
        (DOMICILIARY, 14, NOT_REQUIRED, ()),
        (DOMICILIARY, 15, NOT_REQUIRED, (BY_SETTING,)),
        (DOMICILIARY, 22, REQUIRED, ()),
    ],
)
def test_the_campaign_of_spring_2024_began_on_the_last_day_of_a_window_and_in_care_homes_first(
    service, day, status, readings
):
    requirement = booster(service, dt.date(2024, 4, day))
    assert (requirement.status, requirement.readings) == (status, readings)


@pytest.mark.parametrize(("service", "starts"), [(CARE_HOME, "15 April 2024"), (DOMICILIARY, "22 April 2024")])
def test_a_campaign_runs_from_the_start_of_the_setting(service, starts):
    assert booster(service, dt.date(2024, 5, 8)).reason == (
        f"COVID-19 vaccination is asked for while a campaign runs: spring 2024 runs from {starts} to 30 June 2024."
    )


def test_care_homes_may_start_after_everyone_else():
    calendar = with_only(
        am.Campaign("made up", dt.date(2027, 9, 1), dt.date(2027, 12, 1), care_homes_start=dt.date(2027, 10, 1))
    )
    requirement = booster(CARE_HOME, dt.date(2027, 9, 15), calendar)
    assert requirement.status is NOT_REQUIRED
    assert requirement.reason == (
        "No campaign is known to have run before 15 September 2027. The next, made up, starts on 1 October 2027."
    )
    assert requirement.readings == (BY_SETTING,)
    assert booster(DOMICILIARY, dt.date(2027, 9, 15), calendar).readings == (BY_SETTING,)
    assert booster(DOMICILIARY, dt.date(2027, 10, 1), calendar).readings == ()


def test_the_next_campaign_is_the_first_to_start_in_the_setting():
    calendar = with_only(
        am.Campaign("one", dt.date(2027, 10, 1), dt.date(2027, 12, 1), care_homes_start=dt.date(2027, 9, 20)),
        am.Campaign("other", dt.date(2027, 9, 25), dt.date(2027, 12, 1)),
    )
    reasons = [booster(service, dt.date(2027, 8, 1), calendar).reason for service in (CARE_HOME, DOMICILIARY)]
    assert reasons == [
        "No campaign is known to have run before 1 August 2027. The next, one, starts on 20 September 2027.",
        "No campaign is known to have run before 1 August 2027. The next, other, starts on 25 September 2027.",
    ]


@pytest.mark.parametrize(
    ("month", "day", "status", "readings"),
    [
        (2, 12, REQUIRED, ()),
        (2, 15, REQUIRED, (NO_ONGOING, BETWEEN)),
        (2, 16, REQUIRED, (NO_ONGOING, BETWEEN, ENDS_IN_WINDOW)),
        (3, 8, REQUIRED, (NO_ONGOING, ENDS_IN_WINDOW)),
        (3, 15, REQUIRED, (NO_ONGOING, ENDS_IN_WINDOW)),
        (3, 16, NOT_REQUIRED, ()),
    ],
)
def test_a_campaign_that_ends_inside_a_window_asks_through_the_next(month, day, status, readings):
    calendar = with_only(am.Campaign("winter", dt.date(2026, 11, 1), dt.date(2027, 2, 12)))
    requirement = booster(CARE_HOME, dt.date(2027, month, day), calendar)
    assert (requirement.status, requirement.readings) == (status, readings)


@pytest.mark.parametrize(
    ("ends", "last_asked", "in_window"),
    [
        (dt.date(2027, 6, 7), dt.date(2027, 6, 14), False),
        (dt.date(2027, 6, 8), dt.date(2027, 7, 14), True),
        (dt.date(2027, 6, 14), dt.date(2027, 7, 14), True),
        (dt.date(2027, 6, 15), dt.date(2027, 7, 14), False),
        (dt.date(2027, 12, 8), dt.date(2028, 1, 14), True),
        (dt.date(2027, 12, 31), dt.date(2028, 1, 14), False),
    ],
)
def test_the_following_window_is_the_first_that_opens_after_the_end(ends, last_asked, in_window):
    calendar = with_only(am.Campaign("made up", dt.date(2027, 5, 1), ends))
    requirement = booster(DOMICILIARY, last_asked, calendar)
    assert requirement.status is REQUIRED
    assert requirement.readings == ((NO_ONGOING, ENDS_IN_WINDOW) if in_window else (NO_ONGOING,))
    assert booster(DOMICILIARY, last_asked + dt.timedelta(days=1), calendar).status is NOT_REQUIRED


def test_a_supplied_campaign_decides_even_past_the_day_of_knowledge():
    calendar = with_only(
        am.Campaign("autumn 2026", dt.date(2026, 10, 1), dt.date(2027, 1, 31)), known_through=dt.date(2026, 11, 1)
    )
    assert booster(CARE_HOME, dt.date(2026, 9, 30), calendar).status is NOT_REQUIRED
    assert booster(CARE_HOME, dt.date(2026, 11, 20), calendar).status is REQUIRED
    assert booster(CARE_HOME, dt.date(2027, 2, 15), calendar).status is REQUIRED
    assert booster(CARE_HOME, dt.date(2027, 2, 16), calendar).status is UNDETERMINED


def test_two_campaigns_at_once_ask_until_the_later_one_is_over():
    calendar = with_only(
        am.Campaign("short", dt.date(2027, 1, 1), dt.date(2027, 2, 28)),
        am.Campaign("long", dt.date(2027, 2, 1), dt.date(2027, 9, 30)),
    )
    assert booster(CARE_HOME, dt.date(2027, 8, 1), calendar).status is REQUIRED
    assert "long runs from" in booster(CARE_HOME, dt.date(2027, 2, 10), calendar).reason


def test_without_any_campaign_nothing_is_asked():
    reason = booster(CARE_HOME, dt.date(2027, 8, 1), with_only()).reason
    assert reason == "No campaign is known to have run before 1 August 2027."


def test_a_campaign_without_a_last_day_is_asked_for_as_far_as_it_is_known():
    endless = am.Campaign("a made-up campaign", dt.date(2026, 9, 7))
    calendar = am.ENGLAND.with_campaigns(endless, known_through=dt.date(2026, 9, 14))
    before, last, after = (booster(CARE_HOME, dt.date(2026, 9, day), calendar) for day in (6, 14, 15))
    assert (before.status, last.status, after.status) == (NOT_REQUIRED, REQUIRED, UNDETERMINED)
    assert last.reason.endswith("a made-up campaign has run since 7 September 2026, and its last day is not known.")
    assert "The last day of a made-up campaign, which has begun, is not known." in after.reason


def test_without_an_announced_campaign_the_last_known_day_is_named():
    reason = booster(CARE_HOME, dt.date(2026, 9, 8), evolve(am.ENGLAND, announced=())).reason
    assert "only through 31 August 2026. If Capacity Tracker shows" in reason
