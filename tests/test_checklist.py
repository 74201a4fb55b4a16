import datetime as dt
import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.conditions import decide

REQUIRED, NOT_REQUIRED, UNDETERMINED = am.Status.REQUIRED, am.Status.NOT_REQUIRED, am.Status.UNDETERMINED
CARE_HOME, DOMICILIARY = am.ServiceType.CARE_HOME, am.ServiceType.DOMICILIARY_CARE
BOOSTER = {CARE_HOME: "residents_seasonal_booster", DOMICILIARY: "staff_seasonal_booster"}
FLU = {CARE_HOME: "residents_flu_vaccination", DOMICILIARY: "staff_flu_vaccination"}
HELD = st.dates(dt.date(2023, 7, 15), dt.date(2100, 12, 31))


def booster(service, day, calendar=am.ENGLAND):
    return am.checklist(service, day, calendar=calendar)[BOOSTER[service]]


@given(HELD, st.sampled_from(am.ServiceType))
def test_every_field_of_the_edition_has_one_requirement_in_the_notices_order(day, service):
    checklist = am.checklist(service, day)
    assert [requirement.field for requirement in checklist] == list(am.edition_on(day).fields(service))
    assert checklist.day == day
    assert checklist.edition is am.edition_on(day)
    assert checklist.window == am.reporting_window(day)
    assert checklist.required == tuple(r for r in checklist if r.status is REQUIRED)
    for requirement in checklist:
        assert requirement.reason.endswith(".")
        if requirement.field.condition is None:
            assert requirement.status is REQUIRED
            assert requirement.citation is requirement.field.citation
        else:
            assert requirement.citation is requirement.field.condition.citation


@given(HELD, st.sampled_from(am.ServiceType))
def test_flu_follows_the_month_alone(day, service):
    expected = NOT_REQUIRED if 4 <= day.month <= 8 else REQUIRED
    assert am.checklist(service, day)[FLU[service]].status is expected


@pytest.mark.parametrize(
    ("day", "status", "reason"),
    [
        (
            dt.date(2025, 8, 31),
            NOT_REQUIRED,
            "Flu vaccination is asked for from 1 September to 31 March, so not again until 1 September 2025.",
        ),
        (dt.date(2025, 9, 1), REQUIRED, "Flu vaccination is asked for from 1 September to 31 March."),
        (dt.date(2026, 3, 31), REQUIRED, "Flu vaccination is asked for from 1 September to 31 March."),
        (
            dt.date(2026, 4, 1),
            NOT_REQUIRED,
            "Flu vaccination is asked for from 1 September to 31 March, so not again until 1 September 2026.",
        ),
    ],
)
def test_flu_on_both_sides_of_its_season(day, status, reason):
    requirement = am.checklist("care_home", day)["agency_staff_flu_vaccination"]
    assert (requirement.status, requirement.reason) == (status, reason)


# First and last day on which boosters are asked for: the campaign with the window that follows it.
SPELLS = {
    CARE_HOME: [
        (dt.date(2023, 9, 11), dt.date(2024, 2, 14)),
        (dt.date(2024, 4, 15), dt.date(2024, 7, 15)),
        (dt.date(2024, 10, 3), dt.date(2025, 2, 14)),
        (dt.date(2025, 4, 1), dt.date(2025, 7, 14)),
        (dt.date(2025, 10, 1), dt.date(2026, 2, 16)),
        (dt.date(2026, 4, 13), dt.date(2026, 7, 14)),
    ],
    DOMICILIARY: [
        (dt.date(2023, 9, 18), dt.date(2024, 2, 14)),
        (dt.date(2024, 4, 22), dt.date(2024, 7, 15)),
        (dt.date(2024, 10, 3), dt.date(2025, 2, 14)),
        (dt.date(2025, 4, 1), dt.date(2025, 7, 14)),
        (dt.date(2025, 10, 1), dt.date(2026, 2, 16)),
        (dt.date(2026, 4, 13), dt.date(2026, 7, 14)),
    ],
}


@pytest.mark.parametrize("service", am.ServiceType)
def test_boosters_on_every_known_day(service):
    day = dt.date(2023, 7, 15)
    while day <= dt.date(2026, 8, 31):
        asked = any(first <= day <= last for first, last in SPELLS[service])
        assert booster(service, day).status is (REQUIRED if asked else NOT_REQUIRED), day
        day += dt.timedelta(days=1)


@given(st.dates(dt.date(2026, 9, 1), dt.date(2100, 12, 31)), st.sampled_from(am.ServiceType))
def test_boosters_cannot_be_known_once_knowledge_ends(day, service):
    requirement = booster(service, day)
    assert requirement.status is UNDETERMINED
    assert requirement.reason == (
        "COVID-19 vaccination is asked for while a campaign runs. Campaigns are known only through 31 August 2026. A "
        "campaign for autumn 2026 was announced; the days on which it runs were not found. If Capacity Tracker shows the "
        "question, answer it."
    )


@pytest.mark.parametrize(
    ("day", "reason", "readings"),
    [
        (
            dt.date(2026, 2, 17),
            "The last campaign ended on 31 January 2026, and the reporting window that followed closed on 16 February 2026. "
            "The next, spring 2026, starts on 13 April 2026.",
            (),
        ),
        (
            dt.date(2026, 2, 16),
            "COVID-19 vaccination is still asked for after a campaign, to the end of the next reporting window: autumn 2025 "
            "ended on 31 January 2026, and that window closes on 16 February 2026.",
            ("no-ongoing-campaign",),
        ),
        (
            dt.date(2026, 2, 7),
            "COVID-19 vaccination is still asked for after a campaign, to the end of the next reporting window: autumn 2025 "
            "ended on 31 January 2026, and that window closes on 16 February 2026.",
            ("no-ongoing-campaign", "between-campaign-and-window"),
        ),
        (
            dt.date(2026, 1, 31),
            "COVID-19 vaccination is asked for while a campaign runs: autumn 2025 runs from 1 October 2025 to "
            "31 January 2026.",
            (),
        ),
        (
            dt.date(2025, 7, 15),
            "The last campaign ended on 17 June 2025, and the reporting window that followed closed on 14 July 2025. The next, "
            "autumn 2025, starts on 1 October 2025.",
            (),
        ),
    ],
)
def test_reasons_name_the_date_that_decides(day, reason, readings):
    requirement = booster(CARE_HOME, day)
    assert (requirement.reason, requirement.readings) == (reason, readings)


def test_a_campaign_that_starts_on_the_last_day_of_a_window():
    before, first = booster(CARE_HOME, dt.date(2024, 4, 14)), booster(CARE_HOME, dt.date(2024, 4, 15))
    assert before.status is NOT_REQUIRED
    assert before.readings == ("campaign-starts-in-window",)
    assert first.status is REQUIRED
    assert first.readings == ("campaign-start-by-setting",)
    assert booster(CARE_HOME, dt.date(2024, 4, 7)).readings == ()
    assert booster(CARE_HOME, dt.date(2024, 4, 22)).readings == ()


@pytest.mark.parametrize(
    ("day", "status", "reason"),
    [
        (dt.date(2027, 3, 31), NOT_REQUIRED, "so not again until 1 April 2027."),
        (dt.date(2027, 4, 1), REQUIRED, "It is asked for from 1 April to 30 June."),
        (dt.date(2027, 6, 30), REQUIRED, "It is asked for from 1 April to 30 June."),
        (dt.date(2027, 7, 1), NOT_REQUIRED, "so not again until 1 April 2028."),
    ],
)
def test_a_season_may_lie_inside_a_year(day, status, reason):
    flu = am.checklist("care_home", day)["residents_flu_vaccination"].field.condition
    summer = evolve(flu, subject="It", first=(4, 1), last=(6, 30))
    decision = decide(summer, CARE_HOME, day, am.ENGLAND)
    assert decision.status is status
    assert decision.reason.endswith(reason)


@pytest.mark.parametrize(("day", "named"), [(7, False), (8, True), (9, True)])
def test_the_reading_on_a_start_inside_a_window_is_named_from_its_opening(day, named):
    calendar = with_only(am.Campaign("made up", dt.date(2027, 6, 10), dt.date(2027, 8, 1)))
    requirement = booster(CARE_HOME, dt.date(2027, 6, day), calendar)
    assert requirement.status is NOT_REQUIRED
    assert ("campaign-starts-in-window" in requirement.readings) is named


def test_a_season_may_be_a_single_day():
    flu = am.checklist("care_home", dt.date(2027, 3, 31))["residents_flu_vaccination"].field.condition
    may_day = evolve(flu, subject="It", first=(5, 1), last=(5, 1))
    decisions = [decide(may_day, CARE_HOME, dt.date(2027, month, 1), am.ENGLAND) for month in (4, 5, 6)]
    assert [(decision.status, decision.reason) for decision in decisions] == [
        (NOT_REQUIRED, "It is asked for from 1 May to 1 May, so not again until 1 May 2027."),
        (REQUIRED, "It is asked for from 1 May to 1 May."),
        (NOT_REQUIRED, "It is asked for from 1 May to 1 May, so not again until 1 May 2028."),
    ]


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
    assert requirement.readings == ("campaign-start-by-setting",)
    assert booster(DOMICILIARY, dt.date(2027, 9, 15), calendar).readings == ("campaign-start-by-setting",)
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


def test_a_setting_that_starts_later_waits_for_its_own_day():
    day = dt.date(2024, 4, 15)
    requirement = booster(DOMICILIARY, day)
    assert requirement.status is NOT_REQUIRED
    assert requirement.readings == ("campaign-start-by-setting",)
    assert "The next, spring 2024, starts on 22 April 2024." in requirement.reason
    assert booster(DOMICILIARY, dt.date(2024, 4, 14)).readings == ()


def with_only(*campaigns, known_through=dt.date(2030, 12, 31)):
    return am.Calendar(campaigns=campaigns, campaigns_known_through=known_through)


def test_a_campaign_that_ends_inside_a_window_asks_through_the_next():
    calendar = with_only(am.Campaign("winter", dt.date(2026, 11, 1), dt.date(2027, 2, 12)))
    statuses = {
        day: booster(CARE_HOME, day, calendar)
        for day in (
            dt.date(2027, 2, 12),
            dt.date(2027, 2, 15),
            dt.date(2027, 2, 16),
            dt.date(2027, 3, 8),
            dt.date(2027, 3, 15),
            dt.date(2027, 3, 16),
        )
    }
    assert [requirement.status for requirement in statuses.values()] == [REQUIRED] * 5 + [NOT_REQUIRED]
    assert [requirement.readings for requirement in statuses.values()] == [
        (),
        ("no-ongoing-campaign", "between-campaign-and-window"),
        ("no-ongoing-campaign", "between-campaign-and-window", "campaign-ends-in-window"),
        ("no-ongoing-campaign", "campaign-ends-in-window"),
        ("no-ongoing-campaign", "campaign-ends-in-window"),
        (),
    ]


@pytest.mark.parametrize(
    ("ends", "last_asked"),
    [
        (dt.date(2027, 6, 7), dt.date(2027, 6, 14)),
        (dt.date(2027, 6, 8), dt.date(2027, 7, 14)),
        (dt.date(2027, 12, 31), dt.date(2028, 1, 14)),
        (dt.date(2027, 12, 8), dt.date(2028, 1, 14)),
    ],
)
def test_the_following_window_is_the_first_that_opens_after_the_end(ends, last_asked):
    calendar = with_only(am.Campaign("made up", dt.date(2027, 5, 1), ends))
    assert booster(DOMICILIARY, last_asked, calendar).status is REQUIRED
    assert booster(DOMICILIARY, last_asked + dt.timedelta(days=1), calendar).status is NOT_REQUIRED


@pytest.mark.parametrize(
    ("ends", "in_window"),
    [
        (dt.date(2027, 6, 7), False),
        (dt.date(2027, 6, 8), True),
        (dt.date(2027, 6, 14), True),
        (dt.date(2027, 6, 15), False),
    ],
)
def test_the_reading_on_an_end_inside_a_window_is_named_only_then(ends, in_window):
    calendar = with_only(am.Campaign("made up", dt.date(2027, 5, 1), ends))
    following = dt.date(2027, 6, 10) if ends.day < 8 else dt.date(2027, 7, 10)
    readings = booster(DOMICILIARY, following, calendar).readings
    assert ("campaign-ends-in-window" in readings) is in_window
    assert "no-ongoing-campaign" in readings


def test_a_supplied_campaign_decides_even_past_the_day_of_knowledge():
    calendar = with_only(
        am.Campaign("autumn 2026", dt.date(2026, 10, 1), dt.date(2027, 1, 31)), known_through=dt.date(2026, 11, 1)
    )
    assert booster(CARE_HOME, dt.date(2026, 11, 20), calendar).status is REQUIRED
    assert booster(CARE_HOME, dt.date(2027, 2, 15), calendar).status is REQUIRED
    assert booster(CARE_HOME, dt.date(2027, 2, 16), calendar).status is UNDETERMINED
    assert booster(CARE_HOME, dt.date(2026, 9, 30), calendar).status is NOT_REQUIRED


def test_two_campaigns_at_once_ask_until_the_later_one_is_over():
    calendar = with_only(
        am.Campaign("long", dt.date(2027, 1, 1), dt.date(2027, 9, 30)),
        am.Campaign("short", dt.date(2027, 2, 1), dt.date(2027, 2, 28)),
    )
    assert booster(CARE_HOME, dt.date(2027, 8, 1), calendar).status is REQUIRED
    assert "long runs from" in booster(CARE_HOME, dt.date(2027, 2, 10), calendar).reason


def test_without_any_campaign_nothing_is_asked():
    reason = booster(CARE_HOME, dt.date(2027, 8, 1), with_only()).reason
    assert reason == "No campaign is known to have run before 1 August 2027."
    coming = with_only(am.Campaign("first", dt.date(2027, 9, 1), dt.date(2027, 9, 2)))
    assert booster(CARE_HOME, dt.date(2027, 8, 1), coming).reason.endswith(
        " The next, first, starts on 1 September 2027."
    )


def test_primary_course_was_asked_for_until_the_edition_of_2024():
    last = am.checklist("domiciliary_care", dt.date(2024, 4, 25))
    assert last["staff_covid_primary_course"].status is REQUIRED
    assert last["staff_covid_primary_course"].readings == ("edition-5-effective",)
    assert "staff_covid_primary_course" not in am.checklist("domiciliary_care", dt.date(2024, 4, 26))


def test_the_day_is_that_in_london():
    late = dt.datetime(2025, 8, 31, 23, 30, tzinfo=dt.UTC)
    assert am.checklist("care_home", late).day == dt.date(2025, 9, 1)


def test_the_window_follows_the_calendar():
    calendar = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    assert am.checklist("care_home", dt.date(2027, 7, 1), calendar=calendar).window.closes == dt.date(2027, 7, 15)


def test_services_may_be_named_by_their_value():
    day = dt.date(2025, 7, 8)
    assert am.checklist("care_home", day) == am.checklist(CARE_HOME, day)
    assert am.checklist("domiciliary_care", day) == am.checklist(DOMICILIARY, day)
    assert am.checklist("care_home", day) != am.checklist("domiciliary_care", day)


def test_a_field_is_looked_up_by_its_id():
    checklist = am.checklist("care_home", dt.date(2025, 7, 8))
    assert checklist["absence"].field.kind is am.Kind.ABSENCE
    assert "absence" in checklist
    assert "absences" not in checklist
    assert 5 not in checklist
    assert None not in checklist
    assert len(checklist) == 28


def test_a_shorter_list_looks_up_what_it_has():
    checklist = am.checklist("care_home", dt.date(2025, 7, 8))
    shorter = evolve(checklist, requirements=checklist.requirements[:2])
    assert [id for id in ("beds_occupied", "absence") if id in shorter] == ["beds_occupied"]
    assert shorter != checklist
    assert len({shorter, checklist, evolve(checklist)}) == 2


@pytest.mark.parametrize(
    ("id", "message", "nearest"),
    [
        (
            "bed_occupied",
            "The care_home list has no field “bed_occupied”. Did you mean beds_occupied?",
            "beds_occupied",
        ),
        ("zzz", "The care_home list has no field “zzz”.", None),
        ("service_users", "has no field “service_users”", None),
        (5, "A field id is text, not a value of type int.", None),
    ],
)
def test_unknown_fields_are_named_with_the_nearest(id, message, nearest):
    checklist = am.checklist("care_home", dt.date(2025, 7, 8))
    with pytest.raises(am.UnknownField, match=re.escape(message)) as caught:
        checklist[id]
    assert isinstance(caught.value, LookupError)
    assert caught.value.nearest == nearest


@pytest.mark.parametrize("service", ["care home", "", None, 3, ["care_home"]])
def test_unknown_services_are_refused_in_a_sentence(service):
    with pytest.raises(am.InvalidArgument, match="pass 'care_home' or 'domiciliary_care'"):
        am.checklist(service, dt.date(2025, 7, 8))


def test_other_bad_arguments_are_refused_in_a_sentence():
    with pytest.raises(am.InvalidArgument, match="on is “today”"):
        am.checklist("care_home", "today")
    with pytest.raises(am.InvalidArgument, match="calendar is a value of type NoneType"):
        am.checklist("care_home", dt.date(2025, 7, 8), calendar=None)
    with pytest.raises(am.EditionNotHeld):
        am.checklist("care_home", dt.date(2023, 7, 14))
    with pytest.raises(am.NotInForce):
        am.checklist("care_home", dt.date(2022, 7, 30))


def made_up(ends=None, known_through=dt.date(2026, 9, 14)):
    campaign = am.Campaign("a made-up campaign", dt.date(2026, 9, 7), ends)
    return am.ENGLAND.with_campaigns(campaign, known_through=known_through)


def test_a_campaign_without_a_last_day_is_asked_for_as_far_as_it_is_known():
    before, last, after = (booster(CARE_HOME, dt.date(2026, 9, day), made_up()) for day in (6, 14, 15))
    assert (before.status, last.status, after.status) == (NOT_REQUIRED, REQUIRED, UNDETERMINED)
    assert last.reason.endswith("a made-up campaign has run since 7 September 2026, and its last day is not known.")
    assert "The last day of a made-up campaign, which has begun, is not known." in after.reason


def test_without_an_announced_campaign_the_last_known_day_is_named():
    calendar = evolve(am.ENGLAND, announced=())
    assert (
        "only through 31 August 2026. If Capacity Tracker shows"
        in booster(CARE_HOME, dt.date(2026, 9, 8), calendar).reason
    )


def test_a_checklist_is_grouped_by_section():
    sections = am.checklist("domiciliary_care", dt.date(2026, 11, 26)).by_section
    assert [(section.id, len(requirements)) for section, requirements in sections] == [
        ("service_users", 1),
        ("workforce", 6),
        ("covid_vaccination", 1),
        ("flu_vaccination", 1),
        ("packages_of_care", 2),
    ]


def test_a_checklist_prints_as_a_list_that_a_person_can_read():
    assert str(am.checklist("domiciliary_care", dt.date(2026, 11, 26))) == (
        "Domiciliary care on 26 November 2026: 10 of 11 items are required.\n"
        "\n"
        "Service users:\n"
        "  required: how many service users are currently registered and receiving care from your agency\n"
        "\n"
        "Workforce:\n"
        "  required: number of staff in the organisation that have face-to-face contact with the people being supported\n"
        "  required: number of staff delivering care that are not working because of COVID-19\n"
        "  required: how many hours you have paid direct employees to work in the last month or 4 weeks, including any "
        "overtime\n"
        "  required: how many hours of overtime you have paid for in the last month or 4 weeks\n"
        "  required: how many hours of agency staff time you have paid for in the last month or 4 weeks\n"
        "  required: how many days or hours of absence you have recorded in the last month or 4 weeks\n"
        "\n"
        "COVID-19 vaccination:\n"
        "  undetermined: number of staff known to have received a seasonal booster\n"
        "  (COVID-19 vaccination is asked for while a campaign runs. Campaigns are known only through 31 August 2026. A "
        "campaign for autumn 2026 was announced; the days on which it runs were not found. If Capacity Tracker shows the "
        "question, answer it.)\n"
        "\n"
        "Flu vaccination:\n"
        "  required: number of staff known to have received this season’s flu vaccination\n"
        "  (Flu vaccination is asked for from 1 September to 31 March.)\n"
        "\n"
        "Packages of care:\n"
        "  required: in the last 28 days, how many current NHS and local authority funded service users’ care packages "
        "you have had to return\n"
        "  required: in the last 28 days, how many current self-funded service users’ care packages you have had to end"
    )


def test_what_is_no_text_is_in_no_checklist():
    checklist = am.checklist("care_home", dt.date(2025, 8, 8))
    assert [] not in checklist
    assert "beds_occupied" in checklist
