"""Returns, and what is found in them."""

import asc_mandate as am
from asc_mandate import interchange
from tests.helpers import DOMICILIARY, QUIET_DAY, care_home, domiciliary
from tests.hostile.recipes import list_of, put, ready, tuple_of
from tests.hostile.targets.shapes import Argument, anything, target, told
from tests.hostile.targets.sound import (
    answer,
    calendar,
    day,
    field_id,
    ids,
    location_id,
    saved,
    service,
    values,
    yes_no,
)

a_return = (service, values, location_id, saved)


def make(service, values, location_id, saved):
    return am.Return(service, values, location_id=location_id, saved=saved)


@target("Return", *a_return, anything(am.NotCarried))
def returns(service, values, location_id, saved, not_carried):
    return am.Return(service, values, location_id=location_id, saved=saved, not_carried=not_carried)


@target("NotCarried", ids, ids, yes_no)
def not_carried(fields, saves, earlier_saves):
    lacking = am.NotCarried(fields=fields, saves=saves, earlier_saves=earlier_saves)
    return lacking, am.validate(am.Return("care_home", {}, not_carried=lacking), QUIET_DAY)


@target("validate", *a_return, day, calendar)
def validate(*given):
    *parts, on, calendar = given
    return am.validate(make(*parts), on, calendar=calendar)


@target("validate", anything(care_home), day, calendar)
def validate_anything(return_, on, calendar):
    return am.validate(return_, on, calendar=calendar)


@target("validate Absence", answer, answer, answer, answer, answer, answer)
def answers(count, hours, yes_no, options, *of_absence):
    absence = am.Absence(**dict(zip(("hours", "days"), of_absence, strict=True)))
    changes = {"beds_occupied": count, "hours_paid": hours, "residents_able_to_visit": yes_no, "absence": absence}
    report = am.validate(care_home(**changes, visiting_options=options), QUIET_DAY)
    return told(report.raise_for_breaches), report


@target("validate", answer, answer)
def answers_of_another_kind(absence, option):
    return am.validate(care_home(absence=absence, visiting_options=["outings", option]), QUIET_DAY)


@target("validate", answer, answer)
def answers_to_what_is_not_asked(covid, flu):
    return am.validate(domiciliary(staff_seasonal_booster=covid, staff_flu_vaccination=flu), QUIET_DAY)


@target("validate", field_id, answer, field_id, day)
def single_keys(key, value, section, moment):
    values, saved = put(dict(DOMICILIARY), key, value), put({"workforce": QUIET_DAY}, section, moment)
    return am.validate(am.Return("domiciliary_care", values, saved=saved), QUIET_DAY)


_returns_given = list_of(tuple_of(*(part.drawn for part in a_return)))


@target("validate_all", Argument(_returns_given, ready([])[0], anything=False), day, calendar)
def validate_all(returns, on, calendar):
    return am.validate_all((make(*parts) for parts in returns), on, calendar=calendar)


@target("validate_all finding_rows", anything(lambda: [care_home()]), day, calendar, may_break_off=True)
def validate_all_of_anything(returns, on, calendar):
    return am.validate_all(returns, on, calendar=calendar)


@target("validate_all", anything(care_home))
def validate_all_with_one_odd(return_):
    return am.validate_all([care_home(), return_], QUIET_DAY)


@target("finding_rows", anything(list), may_break_off=True)
def finding_rows(reports):
    return tuple(interchange.finding_rows(reports))
