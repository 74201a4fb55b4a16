"""What can follow from missed windows."""

import datetime as dt

from hypothesis import strategies as st

import asc_mandate as am
from tests.helpers import care_home
from tests.hostile.everything import keys, numbers
from tests.hostile.recipes import dict_of, list_of, named, put, ready, recipes, tuple_of
from tests.hostile.targets.shapes import Argument, anything, target, told
from tests.hostile.targets.sound import calendar, day, in_force, location_id, perhaps, saved

year, month = Argument.of([2026, 2022], numbers()), Argument.of([8, 12], numbers())
outcome = Argument.of([*am.Outcome, "met", "not_met"])
_months = tuple_of(recipes(st.integers(2022, 2026)), recipes(st.integers(1, 12)))
_met = named(one=lambda: {(2026, 8): "met"}, missed=lambda: dict.fromkeys([(2026, 5), (2026, 6), (2026, 7)], "not_met"))
outcomes = Argument.of(_met, dict_of(_months | keys(), outcome.drawn))


@target("Ledger", outcomes)
def ledger(outcomes):
    return am.Ledger(outcomes)


@target("Ledger Ledger.outcome", year, month, outcome, anything(lambda: (2026, 9)))
def ledger_outcome(year, month, outcome, key):
    ledger = am.Ledger(put(put({}, (year, month), outcome), key, "met"))
    return ledger, ledger.outcome(year, month)


@target("Ledger.from_reports", anything(list), may_break_off=True)
def ledger_of_anything(reports):
    return am.Ledger.from_reports(reports)


@target("Ledger.from_reports", saved, day, saved, day)
def ledger_of_reports(saved, on, saved_again, on_again):
    reports = am.validate(care_home(saved=saved), on), am.validate(care_home(saved=saved_again), on_again)
    return am.Ledger.from_reports(reports)


size = Argument.of([42, 1700], recipes(st.integers(0, 3000)), numbers())
location_service = Argument.of(["care_home", "domiciliary_care", "hospice"])
_one_location = (location_service, size, location_id)
_locations = Argument(
    list_of(tuple_of(*(part.drawn for part in _one_location))), ready([("care_home", 42, None)])[0], anything=False
)
kind, method = Argument.of([*am.NoticeKind]), Argument.of([*am.Method])
sent = Argument.of([dt.date(2026, 8, 20)], recipes(st.dates(dt.date(2025, 1, 1), dt.date(2026, 9, 1))), day.drawn)
_notices = Argument(list_of(tuple_of(kind.drawn, sent.drawn, method.drawn)), ready([])[0], anything=False)
public_body = Argument.of([False, True, None, "partly"])
support = Argument.of([None, False, dt.date(2026, 8, 20)], day.drawn)
misleading = Argument.of([None, True, False, "material"])
assessed_on = Argument.of([dt.date(2026, 9, 1)], in_force, day.drawn)


@target("Location", *_one_location)
def location(service, size, location_id):
    location = am.Location(service, size, location_id=location_id)
    return location, told(am.penalty_amount, [location], dt.date(2026, 9, 1))


@target(
    "assess_penalty Provider", outcomes, _locations, _notices, assessed_on, public_body, support, perhaps, misleading,
    calendar,
)  # fmt: skip
def assess_penalty(outcomes, locations, notices, on, *given):
    public_body, support, excuse, misleading, calendar = given
    return am.assess_penalty(
        am.Ledger(outcomes),
        am.Provider(public_body=public_body, locations=[am.Location(*two, location_id=id) for *two, id in locations]),
        on,
        support_offered=support,
        reasonable_excuse=excuse,
        false_or_misleading=misleading,
        notices=[am.Notice(*parts) for parts in notices],
        calendar=calendar,
    )


@target(
    "assess_penalty", anything(lambda: am.Ledger({})), anything(am.Provider), assessed_on, anything(list), calendar,
    may_break_off=True,
)  # fmt: skip
def assess_penalty_with_anything(ledger, provider, on, notices, calendar):
    return am.assess_penalty(ledger, provider, on, notices=notices, calendar=calendar)


@target("Provider", public_body, anything(tuple), may_break_off=True)
def provider(public_body, locations):
    return am.Provider(public_body=public_body, locations=locations)


@target("penalty_amount", anything(lambda: [am.Location("care_home", 42)]), assessed_on, may_break_off=True)
def penalty_amount(locations, on):
    return am.penalty_amount(locations, on)


@target("Notice Notice.given_on", kind, sent, method, calendar)
def notice(kind, sent, method, calendar):
    notice = am.Notice(kind, sent, method)
    return notice, notice.given_on(calendar)
