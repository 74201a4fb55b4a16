"""The strategies draw every kind of case, its edges among them, and nothing else."""

import datetime as dt
import math
from decimal import Decimal

import pytest
from hypothesis import Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import asc_mandate as am
from asc_mandate import testing
from asc_mandate.rules import RULES
from asc_mandate.testing import defects
from asc_mandate.testing.returns import _ANSWERS, _amount
from tests.helpers import (
    CARE_HOME,
    CARE_HOME_BOOSTERS,
    CARE_HOME_FLU,
    CARE_HOME_PRIMARY_COURSE,
    DOMICILIARY,
    QUIET_DAY,
)

pytestmark = pytest.mark.slow
EVERYTHING = am.reporting_window(dt.date(2023, 12, 1))
"""A window in which every item of the edition of 2023 is asked for."""
# The same cases in every run, and no search for smaller ones, because the first that is of a kind will do.
EACH = settings(max_examples=2000, derandomize=True, database=None, phases=[Phase.generate])
QUIET = am.reporting_window(QUIET_DAY)
DAY = dt.timedelta(days=1)
STAFF = ("nurses", "care_workers", "non_care_workers")
VACCINATIONS = ("seasonal_booster", "flu_vaccination", "covid_primary_course")
HOURS = ("hours_paid", "hours_overtime", "hours_agency")


def draws(strategy, kinds, never=lambda drawn: False):
    """Fail unless each of the named kinds is drawn before 2,000 others are, or if what never should be is."""
    missing = dict(kinds)

    def look(drawn):
        assert not never(drawn), drawn
        for name in [name for name, is_one in missing.items() if is_one(drawn)]:
            del missing[name]
        return not missing

    try:
        find(strategy, look, settings=EACH)
    except NoSuchExample:
        assert not list(missing)


def never_drawn(strategy, is_one):
    """Fail if what never should be is among the first hundred that are drawn."""
    with pytest.raises(NoSuchExample):
        find(strategy, is_one, settings=settings(EACH, max_examples=100))


def given_for(judged, field):
    return judged.return_.values.get(field)


def answers(service):
    """Returns of all that is ever asked for, which is quicker than to draw windows and saves as well."""
    return _ANSWERS[am.ServiceType(service)].map(lambda values: testing.Judged(am.Return(service, values), QUIET_DAY))


HOME = {**CARE_HOME, **CARE_HOME_BOOSTERS, **CARE_HOME_FLU, **CARE_HOME_PRIMARY_COURSE}
AGENCY = {
    **DOMICILIARY,
    **dict.fromkeys(("staff_seasonal_booster", "staff_flu_vaccination", "staff_covid_primary_course"), 3),
}


@pytest.fixture
def flawed(monkeypatch):
    """Draws defects of one met return, of which there are few enough to be drawn all."""

    def drawing(code, service="domiciliary_care", window=QUIET):
        asked = {requirement.field.id for requirement in am.checklist(service, window.opens).required}
        every = HOME if service == "care_home" else AGENCY
        return_ = am.Return(service, {field: value for field, value in every.items() if field in asked})
        judged = testing.Judged(return_, window.opens)
        assert am.validate(*judged).findings == ()
        monkeypatch.setattr(defects, "met_returns", lambda *_, **__: st.just(judged))
        return testing.returns_with_defect(code, service, window=window)

    return drawing


def equals(field, number):
    return lambda judged: given_for(judged, field) == number


def as_many(field, *of):
    """Whether a count is as high as it can be, and not nought."""
    return lambda judged: 0 < given_for(judged, field) == sum(given_for(judged, whole) for whole in of)


def any_of(kinds):
    several = list(kinds)
    return lambda judged: any(is_one(judged) for is_one in several)


def without(field, part, whole):
    """Whether a count is all that another one leaves of a whole, and not nought."""
    return lambda judged: 0 < given_for(judged, field) == given_for(judged, whole) - given_for(judged, part)


def test_care_homes_are_small_and_full_and_empty():
    at_least_one = {"beds_maximum_capacity", *(f"{group}_employed" for group in STAFF)}
    counts = [field.id for field in am.edition("2023-07-15").fields("care_home") if field.kind == "count"]
    employed = [f"{group}_employed" for group in STAFF]
    agency = [f"agency_{group}_employed" for group in STAFF]
    kinds = {
        **{f"fewest of {field}": equals(field, int(field in at_least_one)) for field in counts},
        "full": as_many("beds_occupied", "beds_maximum_capacity"),
        "all vacant beds reserved": without("beds_vacant_reserved", "beds_occupied", "beds_maximum_capacity"),
        "all vacant beds open": without("beds_vacant_accepting_admissions", "beds_occupied", "beds_maximum_capacity"),
        "one fewer agency staff": any_of(
            lambda judged, group=group: (
                0 < given_for(judged, f"agency_{group}_employed") == given_for(judged, f"{group}_employed") - 1
            )
            for group in STAFF
        ),
        "all have COVID-19": any_of(as_many(f"{group}_absent_covid", f"{group}_employed") for group in STAFF),
        "all absent": any_of(
            without(f"{group}_absent_other", f"{group}_absent_covid", f"{group}_employed") for group in STAFF
        ),
        "all employed": any_of(as_many(f"employed_staff_{what}", *employed) for what in VACCINATIONS),
        "all agency": any_of(as_many(f"agency_staff_{what}", *agency) for what in VACCINATIONS),
        "all residents": any_of(as_many(f"residents_{what}", "beds_occupied") for what in VACCINATIONS),
    }
    draws(
        answers("care_home"),
        kinds,
        never=lambda judged: any(
            given_for(judged, f"agency_{group}_employed") >= given_for(judged, f"{group}_employed") for group in STAFF
        ),
    )


BOTH = ["in the care home", "outings"]


def test_care_homes_have_visits_of_every_kind():
    def options(can_visit, *given):
        return lambda judged: (
            given_for(judged, "residents_able_to_visit") is can_visit
            and sorted(given_for(judged, "visiting_options")) == [*given]
        )

    draws(
        answers("care_home"),
        {
            "no visits": options(False),
            "visits without options": options(True),
            "in": options(True, "in the care home"),
            "out": options(True, "outings"),
            "in and out": options(True, *BOTH),
        },
        never=lambda judged: (
            sorted(given_for(judged, "visiting_options")) not in ([], ["in the care home"], ["outings"], BOTH)
        ),
    )


def test_domiciliary_agencies_are_small_and_lose_all_or_none():
    counts = [field.id for field in am.edition("2023-07-15").fields("domiciliary_care") if field.kind == "count"]
    kinds = {
        **{f"no {field}": equals(field, 0) for field in counts},
        "all absent": as_many("staff_absent_covid", "staff_face_to_face"),
        **{f"all {what}": as_many(f"staff_{what}", "staff_face_to_face") for what in VACCINATIONS},
        "all packages returned": as_many("nhs_la_packages_returned", "service_users"),
        "all packages ended": without("self_funded_packages_ended", "nhs_la_packages_returned", "service_users"),
    }
    draws(answers("domiciliary_care"), kinds)


def test_hours_are_of_every_type_and_absences_of_every_shape():
    def absence(hours, days):
        return lambda judged: (
            type(given_for(judged, "absence").hours) is hours and type(given_for(judged, "absence").days) is days
        )

    def fractions(judged):
        given = [given_for(judged, "absence").hours, given_for(judged, "absence").days]
        return any(type(part) is Decimal and part.as_tuple().exponent != -2 for part in given)

    nothing = type(None)
    draws(
        answers("domiciliary_care"),
        {
            **{
                f"{field} as {kind.__name__}": lambda judged, field=field, kind=kind: (
                    type(given_for(judged, field)) is kind
                )
                for field in HOURS
                for kind in (int, float, Decimal)
            },
            **{
                f"{field} with a quarter": lambda judged, field=field: float(given_for(judged, field)) % 1 == 0.25
                for field in HOURS
            },
            "one hour paid": equals("hours_paid", 1),
            "no overtime": equals("hours_overtime", 0),
            "all overtime": lambda judged: 1 < given_for(judged, "hours_overtime") == given_for(judged, "hours_paid"),
            "no agency hours": equals("hours_agency", 0),
            **{
                f"absence of {hours.__name__} and {days.__name__}": absence(hours, days)
                for hours in (nothing, int, Decimal)
                for days in (nothing, int, Decimal)
                if (hours, days) != (nothing, nothing)
            },
            **{
                f"no absence, {kind.__name__} {unit}": lambda judged, kind=kind, unit=unit: (
                    getattr(given_for(judged, "absence"), unit) == 0
                    and type(getattr(given_for(judged, "absence"), unit)) is kind
                )
                for kind in (int, Decimal)
                for unit in ("hours", "days")
            },
        },
        never=fractions,
    )


def test_one_number_of_hours_is_drawn_in_all_types_that_hold_it():
    for quarters, shown in ((8, ["2", "2.0", "Decimal('2')"]), (10, ["2.5", "Decimal('2.5')"]), (0, ["0"])):
        draws(
            _amount(quarters),
            {one: lambda amount, one=one: repr(amount) == one for one in shown},
            never=lambda amount, quarters=quarters: amount * 4 != quarters,
        )


def test_met_returns_are_saved_and_judged_at_every_time():
    def noon(moment):
        return isinstance(moment, dt.datetime) and moment.astimezone(dt.UTC).hour == 12

    def saved_on(day):
        return lambda judged: judged.on == day and judged.return_.saved is None

    def saved(kind, on):
        return lambda judged: type(judged.return_.saved) is kind and judged.on == on

    sections = {"beds", "workforce", "covid_vaccination", "flu_vaccination", "visiting"}
    after = QUIET.closes + DAY
    draws(
        testing.met_returns("care_home", window=QUIET),
        {
            "on the first day": saved_on(QUIET.opens),
            "on the last day": saved_on(QUIET.closes),
            "judged on the last day": saved(dt.date, QUIET.closes),
            "judged after the window": saved(dt.date, after),
            "saved at a moment": lambda judged: noon(judged.return_.saved) and judged.on == after,
            "judged at a moment": lambda judged: noon(judged.on) and judged.on == judged.return_.saved,
            "saved by section": lambda judged: (
                isinstance(judged.return_.saved, dict)
                and set(judged.return_.saved) == sections
                and all(noon(moment) for moment in judged.return_.saved.values())
                and judged.on == after
            ),
            "without a location id": lambda judged: judged.return_.location_id is None,
            "with a location id": lambda judged: judged.return_.location_id is not None,
        },
    )


def test_met_returns_lie_in_any_window_of_the_calendar():
    calendar = am.ENGLAND.with_campaigns(known_through=dt.date(2027, 12, 31))
    draws(
        testing.met_returns(calendar=calendar),
        {
            "a care home's": lambda judged: judged.return_.service == "care_home",
            "an agency's": lambda judged: judged.return_.service == "domiciliary_care",
            "a window that only this calendar knows": lambda judged: judged.on > dt.date(2026, 4, 1),
        },
    )


def test_moments_at_edges_are_these_and_no_others():
    window = am.reporting_window(dt.date(2025, 6, 1))
    moments = [
        f"2025-06-{moment}"
        for moment in (
            "07", "08", "14", "15", "16", "17",
            "07T22:59:59.999999+00:00", "07T23:00:00+00:00", "16T22:59:59.999999+00:00", "16T23:00:00+00:00",
            "07T23:59:59.999999+01:00", "08T00:00:00+01:00", "16T23:59:59.999999+01:00", "17T00:00:00+01:00",
        )
    ]  # fmt: skip
    draws(
        testing.moments_at_edges(window),
        {moment: lambda drawn, moment=moment: drawn.isoformat() == moment for moment in moments},
        never=lambda drawn: (
            drawn.isoformat() not in moments or (drawn.isoformat().endswith("+00:00") and drawn.tzinfo is not dt.UTC)
        ),
    )
    with pytest.raises(am.InvalidArgument) as refusal:
        testing.moments_at_edges("x")
    assert str(refusal.value) == "window is a value of type str; pass an asc_mandate.ReportingWindow."


def test_windows_are_all_of_the_months_asked_for():
    opens = {window.opens for window in am.reporting_windows(dt.date(2025, 11, 20), dt.date(2026, 2, 3))}
    assert len(opens) == 4
    draws(
        testing.windows(dt.date(2025, 11, 20), dt.date(2026, 2, 3)),
        {f"{day}": lambda window, day=day: window.opens == day for day in opens},
        never=lambda window: window.opens not in opens,
    )


def test_windows_and_ledgers_are_those_of_the_calendar():
    calendar = am.ENGLAND.with_public_holiday(dt.date(2025, 8, 14), "A day")
    draws(
        testing.windows(QUIET_DAY, QUIET_DAY, calendar=calendar),
        {"moved": lambda window: window.closes == dt.date(2025, 8, 15)},
        never=lambda window: window != am.reporting_window(QUIET_DAY, calendar=calendar),
    )
    with pytest.raises(am.InvalidArgument, match="calendar is a value of type str"):
        testing.ledgers(QUIET_DAY, QUIET_DAY, calendar="x")


def test_ledgers_have_every_outcome_in_every_month():
    months = [(2025, 12), (2026, 1)]
    draws(
        testing.ledgers(dt.date(2025, 12, 1), dt.date(2026, 1, 31)),
        {
            f"{month} {outcome}": lambda ledger, month=month, outcome=outcome: ledger.outcomes.get(month) == outcome
            for month in months
            for outcome in ("met", "not_met", "not_due", "undetermined", None)
        },
        never=lambda ledger: not set(ledger.outcomes) <= set(months) or "open" in ledger.outcomes.values(),
    )


MOVED = am.ENGLAND.with_public_holiday(dt.date(2025, 8, 14), "A day")
WITHOUT_CAMPAIGN = am.ENGLAND.with_campaigns(known_through=dt.date(2027, 3, 31))
WITH_CAMPAIGN = am.ENGLAND.with_campaigns(
    am.Campaign("autumn 2026", dt.date(2026, 10, 1), dt.date(2027, 1, 31)), known_through=dt.date(2027, 3, 31)
)
NOVEMBER = am.reporting_window(dt.date(2026, 11, 1))


@pytest.mark.parametrize("service", am.ServiceType)
@pytest.mark.parametrize("code", ["missing", "late", "saved-after-check", "overtime-exceeds-hours-paid"])
def test_defects_are_of_the_service_the_window_and_the_calendar_asked_for(code, service):
    window = am.reporting_window(QUIET_DAY, calendar=MOVED)
    assert window.closes == dt.date(2025, 8, 15)

    def astray(judged):
        report = am.validate(*judged, calendar=MOVED)
        return (
            judged.return_.service is not service
            or report.window != window
            or code not in [finding.code for finding in report.findings]
        )

    never_drawn(testing.returns_with_defect(code, service, window=window, calendar=MOVED), astray)


def test_what_a_calendar_leaves_out_is_not_given_and_can_be_given_for_a_defect():
    boosters = set(CARE_HOME_BOOSTERS)
    never_drawn(
        testing.met_returns("care_home", window=NOVEMBER, calendar=WITHOUT_CAMPAIGN),
        lambda judged: boosters & set(judged.return_.values),
    )
    draws(
        testing.returns_with_defect("not-required", "care_home", window=NOVEMBER, calendar=WITHOUT_CAMPAIGN),
        {"a booster": lambda judged: boosters & set(judged.return_.values)},
    )
    with pytest.raises(am.InvalidArgument, match="No such return has what not-required could be about"):
        testing.returns_with_defect("not-required", "care_home", window=NOVEMBER)


def test_what_a_calendar_asks_for_can_be_blank():
    draws(
        testing.returns_with_defect("missing", "domiciliary_care", window=NOVEMBER, calendar=WITH_CAMPAIGN),
        {"the booster": lambda judged: judged.return_.values.get("staff_seasonal_booster") is None},
    )


def test_windows_begin_with_the_first_whose_days_all_have_an_edition():
    longer = am.ENGLAND.with_public_holiday(dt.date(2023, 7, 14), "A day")
    assert am.reporting_window(dt.date(2023, 7, 1), calendar=longer).closes > am.editions()[0].applies_from
    draws(
        testing.windows(last=dt.date(2023, 9, 1), calendar=longer),
        {"August 2023": lambda window: window.opens == dt.date(2023, 8, 8)},
        never=lambda window: window.opens < dt.date(2023, 8, 8),
    )


WRONG = {
    "count": ("12", 2.5, True, "no", [3], 10**9),
    "hours": ("12", True, [3], 1e9),
    "absence": (3, "3", am.Absence(hours="3")),
    "yes_no": ("yes", 1, 0),
    "options": ("outings", [""], [3], 7),
}


@pytest.mark.parametrize("kind", WRONG)
def test_wrong_types_are_of_every_sort(kind, flawed):
    ids = {field.id for field in am.edition("2024-04-26").fields("care_home") if field.kind == kind}
    draws(
        flawed("wrong-type", "care_home"),
        {
            repr(wrong): lambda judged, wrong=wrong: any(
                repr(value) == repr(wrong) for field, value in judged.return_.values.items() if field in ids
            )
            for wrong in WRONG[kind]
        },
    )


def test_blanks_are_left_out_or_empty(flawed):
    draws(
        flawed("missing"),
        {
            "count left out": lambda judged: "service_users" not in judged.return_.values,
            "absence left out": lambda judged: "absence" not in judged.return_.values,
            "count empty": lambda judged: judged.return_.values.get("service_users", 0) is None,
            "hours empty": lambda judged: judged.return_.values.get("hours_paid", 0) is None,
            "absence empty": equals("absence", am.Absence()),
        },
        never=lambda judged: len(judged.return_.values) < len(am.checklist("domiciliary_care", QUIET_DAY).required) - 1,
    )


def test_negative_and_infinite_numbers_are_of_every_kind(flawed):
    draws(
        flawed("negative"),
        {
            "count": equals("service_users", -1),
            "hours": equals("hours_paid", -1),
            "absence": equals("absence", am.Absence(days=-1)),
        },
    )
    draws(
        flawed("not-finite"),
        {
            f"{number} in {field}": lambda judged, number=number, field=field: (
                repr(getattr(given_for(judged, field), "hours", given_for(judged, field))) == repr(number)
            )
            for number in (math.nan, math.inf, -math.inf)
            for field in ("hours_paid", "absence")
        },
    )


def test_fields_and_locations_are_misspelt_in_every_way(flawed):
    draws(
        flawed("unknown-field"),
        {
            f"“{end}”": lambda judged, end=end: judged.return_.values.get(f"hours_paid{end}") == 0
            for end in ("s", "_x", " ")
        },
    )
    ids = ("1-12", "VNH4P", "1-1000210669 ", "12-100021066")
    draws(
        flawed("location-id-unrecognised"),
        {one: lambda judged, one=one: judged.return_.location_id == one for one in ids},
        never=lambda judged: judged.return_.location_id not in ids,
    )


def test_numbers_are_just_too_large_or_not_asked_for(flawed):
    draws(
        flawed("unusually-large"),
        {"the first": equals("hours_agency", 1_000_001)},
        never=lambda judged: given_for(judged, "hours_agency") <= 1_000_000,
    )
    fields = ("staff_flu_vaccination", "staff_seasonal_booster")
    draws(
        flawed("not-required"),
        {field: equals(field, 0) for field in fields},
    )


def test_saves_lie_on_either_side_of_the_window_and_of_the_check(flawed):
    opens, closes = QUIET.opens, QUIET.closes

    def times(saved, on):
        return lambda judged: judged.return_.saved == saved and judged.on == on

    draws(
        flawed("late"),
        {"on the day": times(closes + DAY, closes + DAY), "two days on": times(closes + DAY, closes + 3 * DAY)},
    )
    draws(
        flawed("not-saved-in-window"),
        {
            "on the first day": times(opens - DAY, opens),
            "after the last": lambda judged: judged.return_.saved == opens - DAY and judged.on > closes,
        },
    )
    draws(
        flawed("window-not-open"),
        {"the day before": times(opens - DAY, opens - DAY), "a week before": times(opens - 7 * DAY, opens - 7 * DAY)},
    )
    draws(
        flawed("saved-after-check"),
        {"on the first day": times(opens + DAY, opens), "on the last day": times(closes + DAY, closes)},
    )
    never_drawn(flawed("saved-after-check"), lambda judged: not opens <= judged.on <= closes)


@pytest.mark.parametrize("service", am.ServiceType)
@pytest.mark.parametrize("code", sorted({rule.code for rule in RULES}))
def test_each_rule_of_a_code_is_broken(code, service, flawed):
    ids = {field.id for field in am.edition("2023-07-15").fields(service)}
    about = [set(rule.fields) for rule in RULES if rule.code == code and ids.issuperset(rule.fields)]
    if not about:
        with pytest.raises(am.InvalidArgument, match="No such return has what"):
            flawed(code, service, EVERYTHING)
        return

    def found(judged):
        return [set(finding.fields) for finding in am.validate(*judged).findings if finding.code == code]

    draws(
        flawed(code, service, EVERYTHING),
        {f"{fields}": lambda judged, fields=fields: fields in found(judged) for fields in about},
    )


def test_a_limit_is_broken_by_one(flawed):
    def by_one(field, limit):
        return lambda judged: given_for(judged, field) == limit + 1

    draws(
        flawed("overtime-exceeds-hours-paid"),
        {"by one": lambda judged: given_for(judged, "hours_overtime") == int(given_for(judged, "hours_paid")) + 1},
    )
    draws(
        flawed("headcount-unusually-large"),
        {"staff": by_one("staff_face_to_face", 3000), "service users": by_one("service_users", 3000)},
    )
    draws(
        flawed("visiting-options-without-visits", "care_home"),
        {"outings": equals("visiting_options", ["outings"])},
        never=lambda judged: given_for(judged, "residents_able_to_visit") is not False,
    )
