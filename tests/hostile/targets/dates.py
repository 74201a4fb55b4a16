"""When a return is due, what it must hold, and the calendars that both rest on."""

import datetime as dt

import asc_mandate as am
from asc_mandate import interchange
from tests.helpers import QUIET_DAY
from tests.hostile.everything import everything, texts
from tests.hostile.recipes import list_of, tuple_of
from tests.hostile.targets.shapes import Argument, anything, target, told
from tests.hostile.targets.sound import amended, calendar, day, field_id, location_id, service


@target("reporting_windows", day, day, calendar)
def reporting_windows(first, last, calendar):
    return am.reporting_windows(first, last, calendar=calendar)[:3]


@target("upcoming_window reporting_window", day, calendar, day)
def windows_of_a_day(on, calendar, moment):
    window = am.reporting_window(on, calendar=calendar)
    return window, am.upcoming_window(on, calendar=calendar), moment in window


@target("edition_on dataset_version", day)
def edition_of_a_day(on):
    return am.dataset_version(on), am.edition_on(on)


@target("checklist", service, day, calendar)
def checklist(service, on, calendar):
    return am.checklist(service, on, calendar=calendar)


@target("checklist", field_id)
def requirement(field_id):
    checklist = am.checklist("care_home", QUIET_DAY)
    return field_id in checklist, checklist[field_id]


@target("json_schema", service, day, calendar)
def json_schema(service, on, calendar):
    return interchange.json_schema(service, on, calendar=calendar)


edition_id = Argument.of(["2023-07-15", "2024-04-26"])


@target("diff", edition_id, edition_id)
def diff(before, after):
    return am.diff(before, after)


@target(
    "edition Edition.sections Edition.fields Edition.clause Edition.list_clause",
    edition_id,
    service,
    Argument.of(["duty"], texts()),
)
def edition(id, service, clause):
    edition = am.edition(id)
    return edition.sections(service), edition.fields(service), edition.list_clause(service), edition.clause(clause)


@target("check_dataset", anything(lambda: None))
def check_dataset(dataset):
    return am.check_dataset(dataset)


name = Argument.of(["spring 2026"], texts())
grade = Argument.of([*am.Grade])


@target("Source Citation", name, location_id, grade, name)
def citation(title, address, grade, where):
    citation = am.Citation(am.Source(title, address, grade), where)
    campaign = am.Campaign("spring 2026", dt.date(2026, 4, 13), dt.date(2026, 6, 30), citations=[citation])
    return told(
        judged_by, am.ENGLAND.with_campaigns(campaign, known_through=dt.date(2026, 8, 31)), "care_home", QUIET_DAY
    )


def judged_by(calendar, service, on):
    report = am.validate(am.Return(service, {"staff_seasonal_booster": 1}), on, calendar=calendar)
    return report, interchange.calendar_to_record(calendar)


_citations = Argument.of([()], list_of(everything()))
_campaign = (name, Argument.of([dt.date(2026, 4, 13)], day.drawn), Argument.of([dt.date(2026, 6, 30)], day.drawn), day)


@target("Campaign", *_campaign, _citations, may_break_off=True)
def campaigns(*parts):
    return am.Campaign(*parts)


@target("Campaign Calendar.with_campaigns", *_campaign, day, service, day)
def calendar_with_a_campaign(*given):
    *campaign, known_through, service, on = given
    calendar = am.ENGLAND.with_campaigns(am.Campaign(*campaign), known_through=known_through)
    return judged_by(calendar, service, on)


@target("Calendar.with_campaigns", anything(lambda: amended().campaigns[-1]), day)
def calendar_with_anything(campaign, known_through):
    return am.ENGLAND.with_campaigns(campaign, known_through=known_through)


_holidays = Argument.of([()], list_of(tuple_of(day.drawn, name.drawn) | everything()))
_days = Argument.of([()], list_of(day.drawn))


@target("Calendar", Argument.of([()], list_of(everything())), day, day, _holidays, _days, may_break_off=True)
def whole_calendar(*parts):
    calendar = am.Calendar(*parts)
    return calendar, told(judged_by, calendar, "domiciliary_care", QUIET_DAY)


@target("Calendar", day, name, anything(lambda: (QUIET_DAY, "Jubilee")), may_break_off=True)
def holidays_added(day, name, pair):
    return am.Calendar(holidays_added=[(day, name), pair])


@target("Calendar.with_public_holiday", day, name)
def calendar_with_a_holiday(day, name):
    calendar = am.ENGLAND.with_public_holiday(day, name)
    return calendar, calendar.public_holiday(day), told(judged_by, calendar, "care_home", day)


@target(
    "Calendar.is_working_day Calendar.working_day_on_or_after Calendar.public_holiday Calendar.why_not_working "
    "Calendar.without_public_holiday",
    day,
)
def working_days(day):
    england = am.ENGLAND
    asked = england.is_working_day, england.working_day_on_or_after, england.public_holiday, england.why_not_working
    return [told(ask, day) for ask in asked], told(england.without_public_holiday, day)
