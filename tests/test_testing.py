"""The strategies draw what they promise, and everything that they promise."""

import datetime as dt
import importlib
import subprocess
import sys

import pytest
from hypothesis import find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import NoSuchExample

import asc_mandate as am
from asc_mandate import testing
from tests.helpers import QUIET_DAY, codes

WINDOW = am.reporting_window(QUIET_DAY)


@given(testing.met_returns())
def test_met_returns_are_met_and_nothing_is_found(judged):
    report = am.validate(judged.return_, judged.on)
    assert report.outcome is am.Outcome.MET
    assert report.findings == ()


@pytest.mark.parametrize("service", am.ServiceType)
def test_met_returns_are_of_the_service_and_window_asked_for(service):
    @given(testing.met_returns(service.value, window=WINDOW))
    def check(judged):
        assert judged.return_.service is service
        assert am.reporting_window(judged.on) == WINDOW

    check()


def test_met_returns_past_what_is_known_are_met_all_the_same():
    @given(testing.met_returns(window=am.reporting_window(dt.date(2026, 11, 1))))
    def check(judged):
        assert am.validate(judged.return_, judged.on).outcome is am.Outcome.MET

    check()


def test_met_returns_follow_the_calendar():
    autumn = am.Campaign("autumn 2026", starts=dt.date(2026, 10, 1), ends=dt.date(2027, 1, 31))
    calendar = am.ENGLAND.with_campaigns(autumn, known_through=dt.date(2027, 3, 31))
    window = am.reporting_window(dt.date(2026, 11, 1), calendar=calendar)

    @given(testing.met_returns("care_home", window=window, calendar=calendar))
    def check(judged):
        assert "residents_seasonal_booster" in judged.return_.values
        assert am.validate(judged.return_, judged.on, calendar=calendar).findings == ()

    check()


@pytest.mark.slow
@pytest.mark.parametrize(
    "like",
    [
        lambda judged: judged.return_.service == "care_home",
        lambda judged: judged.return_.service == "domiciliary_care",
        lambda judged: isinstance(judged.return_.saved, dict),
        lambda judged: isinstance(judged.return_.saved, dt.datetime),
        lambda judged: judged.return_.saved is None,
        lambda judged: judged.return_.location_id,
        lambda judged: judged.return_.values["hours_paid"] != int(judged.return_.values["hours_paid"]),
        lambda judged: judged.return_.values.get("staff_covid_primary_course"),
        lambda judged: judged.return_.values.get("residents_flu_vaccination"),
    ],
)
def test_met_returns_are_of_many_kinds(like):
    assert find(testing.met_returns(), like)


@pytest.mark.parametrize("code", testing.DEFECTS)
def test_returns_with_defect_have_the_flaw(code):
    @settings(max_examples=15)
    @given(testing.returns_with_defect(code))
    def check(judged):
        assert code in codes(am.validate(*judged))

    check()


def test_defects_are_all_codes_that_a_single_return_can_have_in_known_time():
    others = {"undetermined", "not-carried", "save-not-known", "location-duplicated", "unknown-section"}
    assert set(testing.DEFECTS) == FINDING_CODES - others
    assert len(testing.DEFECTS) == len(set(testing.DEFECTS))


FINDING_CODES = {
    "missing", "late", "not-saved-in-window", "window-not-open", "saved-after-check", "wrong-type", "negative",
    "not-finite", "unknown-field", "unknown-section", "not-required", "undetermined", "not-carried", "save-not-known",
    "location-duplicated", "location-id-unrecognised", "unusually-large", "overtime-exceeds-hours-paid",
    "absences-exceed-headcount", "vaccinated-exceed-headcount", "occupied-exceeds-capacity", "beds-exceed-capacity",
    "vaccinated-exceed-residents", "absences-exceed-staff", "vaccinated-exceed-staff", "packages-exceed-service-users",
    "headcounts-copied", "headcount-unusually-large", "beds-occupied-without-staff", "hours-paid-without-staff",
    "staff-without-hours-paid", "visiting-options-without-visits",
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("nothing",), "code is “nothing”; pass one of missing, wrong-type"),
        ((3,), "code is a value of type int; pass one of"),
        (("missing", "hotel"), "service is “hotel”"),
        (
            ("beds-exceed-capacity", "domiciliary_care"),
            "No such return has what beds-exceed-capacity could be about;",
        ),
    ],
)
def test_arguments_are_checked(arguments, sentence):
    with pytest.raises(am.InvalidArgument) as refusal:
        testing.returns_with_defect(*arguments)
    assert str(refusal.value).startswith(sentence)


@given(testing.windows())
def test_windows_are_those_for_which_all_is_known(window):
    assert window == am.reporting_window(window.opens)
    assert dt.date(2023, 8, 8) <= window.opens <= dt.date(2026, 3, 8)


def test_windows_reach_both_ends():
    assert find(testing.windows(), lambda window: window.opens == dt.date(2026, 3, 8))
    assert find(testing.windows(), lambda window: window.opens == dt.date(2023, 8, 8))
    chosen = testing.windows(dt.date(2028, 4, 1), dt.date(2028, 4, 30))
    assert find(chosen, lambda window: window.days == 11)


def test_moments_lie_on_either_side_of_both_edges():
    window = am.reporting_window(dt.date(2025, 6, 1))
    edges = testing.moments_at_edges(window)
    for moment in (window.opens_at, window.ends_at):
        before = moment.astimezone(dt.UTC) - dt.timedelta(microseconds=1)
        for exact in (moment.astimezone(dt.UTC), before):
            found = find(edges, lambda drawn, exact=exact: isinstance(drawn, dt.datetime) and drawn == exact)
            assert (found in window) is (
                exact in {window.opens_at, before} and exact != window.opens_at - (dt.timedelta(microseconds=1))
            )
    for day in (7, 8, 14, 15, 16, 17):
        assert find(edges, lambda drawn, day=day: drawn == dt.date(2025, 6, day) and type(drawn) is dt.date)
    with pytest.raises(am.InvalidArgument, match="window is a value of type int"):
        testing.moments_at_edges(6)


@given(testing.windows().flatmap(lambda window: st.tuples(st.just(window), testing.moments_at_edges(window))))
def test_moment_is_in_the_window_where_its_day_in_london_is(case):
    window, moment = case
    day = moment.astimezone(window.opens_at.tzinfo).date() if isinstance(moment, dt.datetime) else moment
    assert (moment in window) is (window.opens <= day <= window.closes)
    assert day != window.closes + dt.timedelta(days=2)


def test_ledgers_have_every_outcome_and_absent_months():
    assert find(testing.ledgers(QUIET_DAY, QUIET_DAY), lambda ledger: not ledger.outcomes) == am.Ledger({})
    ledgers = testing.ledgers(dt.date(2025, 9, 1), dt.date(2026, 8, 1))
    for outcome in ("met", "not_met", "not_due", "undetermined"):
        assert find(
            ledgers,
            lambda ledger, outcome=outcome: (2025, 9) in ledger.outcomes and outcome in (ledger.outcomes.values()),
        )

    @given(ledgers)
    def check(ledger):
        assert all((2025, 9) <= month <= (2026, 8) for month in ledger.outcomes)

    check()


def test_without_hypothesis_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ImportError, match=r"needs Hypothesis, .* install asc-mandate\[testing\]\.$"):
        importlib.reload(testing)


def test_importing_the_front_door_loads_nothing_heavy():
    heavy = ("cattrs", "holidays", "hypothesis", "pandas", "asc_mandate.interchange", "asc_mandate.testing")
    program = f"import sys, asc_mandate; print([name for name in {heavy} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("code", "service", "day"),
    [
        ("vaccinated-exceed-staff", "domiciliary_care", QUIET_DAY),
        ("not-required", None, dt.date(2025, 12, 1)),
        ("not-required", "domiciliary_care", dt.date(2023, 11, 1)),
    ],
)
def test_defect_that_a_window_cannot_have_is_refused(code, service, day):
    with pytest.raises(am.InvalidArgument, match="^No such return has what"):
        testing.returns_with_defect(code, service, window=am.reporting_window(day))


def returns_with_a_blank(window):
    return testing.returns_with_defect("missing", window=window)


@pytest.mark.parametrize("draw", [testing.met_returns, returns_with_a_blank])
def test_window_must_be_one_of_the_calendar(draw):
    with pytest.raises(
        am.InvalidArgument, match=r"window is a value of type str; pass an asc_mandate\.ReportingWindow"
    ):
        draw(window="x")
    longer = am.ENGLAND.with_public_holiday(dt.date(2025, 8, 14), "A day")
    with pytest.raises(am.InvalidArgument, match="which this calendar does not have"):
        draw(window=am.reporting_window(QUIET_DAY, calendar=longer))
    with pytest.raises(am.EditionNotHeld):
        draw(window=am.reporting_window(dt.date(2022, 9, 1)))


@pytest.mark.parametrize(
    ("known_through", "last"),
    [
        (dt.date(2026, 8, 5), dt.date(2026, 7, 8)),
        (dt.date(2026, 8, 13), dt.date(2026, 7, 8)),
        (dt.date(2026, 8, 14), dt.date(2026, 8, 8)),
        (dt.date(2200, 1, 1), dt.date(2100, 12, 8)),
    ],
)
def test_windows_end_with_the_last_that_closes_while_campaigns_are_known(known_through, last):
    calendar = am.ENGLAND.with_campaigns(known_through=known_through)
    windows = testing.windows(last - dt.timedelta(days=60), calendar=calendar)
    assert find(windows, lambda window: window.opens == last)
    with pytest.raises(NoSuchExample):
        find(windows, lambda window: window.opens > last)
