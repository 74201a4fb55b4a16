"""Which windows were met and missed: by hand, by reports, and by the days of the registration."""

import datetime as dt
from itertools import permutations

import pytest
from attrs import evolve

import asc_mandate as am
from tests.helpers import CARE_HOME_BOOSTERS, CARE_HOME_FLU, QUIET_DAY, care_home, domiciliary
from tests.penalties.marks import (
    MET,
    NOT_DUE,
    NOT_MET,
    ON,
    OPEN,
    TRIGGERED,
    UNDETERMINED,
    assess,
    ledger,
    months,
    refusal,
)

NO_MONTH = "A month of a ledger is a year up to 2100 and a number from 1 to 12, such as (2026, 8)."
WORDS = "pass 'met', 'not_met', 'open', 'undetermined' or 'not_due'."
LATER = dt.date(2025, 8, 20)
ONE, OTHER = "1-1000210669", "1-1000210670"
COUNTED = (
    "By the caller's decision the window of August 2025 was counted as met, though not everything asked for is known."
)


def test_a_ledger_by_hand_takes_outcomes_and_their_words():
    made = am.Ledger(
        {(2026, 9): "not_met", (2026, 8): MET, (2026, 7): UNDETERMINED, (2026, 6): OPEN, (2026, 5): NOT_DUE}
    )
    assert list(made.outcomes) == [(2026, 5), (2026, 6), (2026, 7), (2026, 8), (2026, 9)]
    assert [made.outcome(2026, month) for month in range(4, 10)] == [None, NOT_DUE, None, None, MET, NOT_MET]
    ends = {(2022, 8): MET, (2100, 12): MET}
    assert dict(am.Ledger(ends).outcomes) == ends


@pytest.mark.parametrize("month", ["2026-08", (2026, 13), (2026, 0), (2026, True), (2026,), (2101, 1), (0, 1)])
def test_what_is_no_month_is_refused(month):
    assert refusal(lambda: am.Ledger({month: MET})) == (am.InvalidArgument, NO_MONTH)


def test_months_of_numpy_are_months():
    numpy = pytest.importorskip("numpy")
    assert am.Ledger({(numpy.int64(2026), numpy.int64(8)): MET}) == am.Ledger({(2026, 8): MET})


def test_spaces_around_an_id_are_no_id():
    assert am.Ledger({}, location_id=f" {ONE} ") == am.Ledger({}, location_id=ONE)
    assert str(assess(am.Ledger({}, location_id="  "))).startswith("One location, as it stands on")


def test_a_ledger_shows_what_matters_in_a_line():
    held = ledger("++x+++xxx-u+", location_id=ONE)
    assert repr(held) == f"Ledger({ONE}, 12 months: 6 met, 4 not met, 1 not due, 1 unknown)"
    assert repr(am.Ledger({})) == "Ledger(0 months)"
    assert len(repr(ledger("x+-u" * 200, last=(2100, 1), location_id="9" * 500))) <= 120


# The registration


@pytest.mark.parametrize(
    ("given", "august"),
    [
        ({"duty_from": dt.date(2026, 8, 15)}, NOT_DUE),
        ({"duty_from": dt.date(2026, 8, 14)}, None),
        ({"duty_from": dt.date(2026, 8, 8)}, None),
        ({"duty_until": dt.date(2026, 8, 7)}, NOT_DUE),
        ({"duty_until": dt.date(2026, 8, 8)}, None),
        ({"duty_from": dt.date(2026, 8, 8), "duty_until": dt.date(2026, 8, 8)}, None),
        ({"duty_until": dt.datetime(2026, 8, 7, 23, 30, tzinfo=dt.UTC)}, None),
    ],
)
def test_a_window_wholly_outside_the_registration_is_not_due_and_one_cut_by_it_is_unknown_unless_given(given, august):
    assert am.Ledger({}, **given).outcome(2026, 8) is august
    assert am.Ledger({(2026, 8): NOT_MET}, **given).outcome(2026, 8) is (august or NOT_MET)


@pytest.mark.parametrize(
    ("on", "last", "label", "said"),
    [
        (dt.date(2026, 9, 12), dt.date(2026, 10, 7), None, "No further return is due, with 7 October 2026 as the last"),
        (dt.date(2026, 9, 12), dt.date(2026, 10, 8), "October 2026", "8 October 2026 to the end of Thursday 8 October"),
        (dt.date(2026, 10, 10), dt.date(2026, 10, 10), "October 2026", "to the end of Saturday 10 October 2026."),
        (dt.date(2026, 10, 11), dt.date(2026, 10, 10), None, "No further return is due"),
    ],
)
def test_a_service_that_closes_is_told_of_no_return_after_its_last_day(on, last, label, said):
    assessment = assess(ledger("++++++x+x+x+", duty_until=last), on=on)
    assert (assessment.at_risk and assessment.at_risk.label) == label
    assert said in assessment.next_step
    assert ("Complete the return" in assessment.next_step) is bool(label)


def test_misses_after_the_registration_are_none():
    assert assess(ledger(TRIGGERED, duty_until=dt.date(2026, 6, 30))).conclusion.value == "not_eligible"


def test_a_service_that_is_still_to_open_is_told_of_its_first_window():
    coming = am.Ledger({}, duty_from=dt.date(2027, 1, 1))
    assert assess(coming).conclusion.value == "not_eligible"
    assert "Complete the return for January 2027 in its window" in assess(coming).next_step
    cut = am.Ledger({}, duty_from=dt.date(2026, 9, 14))
    assert "from Monday 14 September 2026 to the end of Monday 14" in assess(cut, on=dt.date(2026, 9, 1)).next_step


# From reports


def met(on=LATER, **given):
    return am.validate(care_home(saved=QUIET_DAY, **given), on=on)


def missed(on=LATER, **given):
    return am.validate(care_home(**given), on=on)


def undetermined(on=LATER, **given):
    """A report on a source that has no place for the visiting options."""
    return_ = care_home(**{"saved": QUIET_DAY, "visiting_options": None, **given})
    return am.validate(evolve(return_, not_carried=am.NotCarried(fields=["visiting_options"])), on=on)


def test_a_ledger_from_reports():
    made = am.Ledger.from_reports([met(location_id=ONE), missed(dt.date(2025, 6, 20), location_id=ONE)])
    assert made == am.Ledger({(2025, 6): NOT_MET, (2025, 8): MET}, location_id=ONE)
    assert assess(made, on=dt.date(2025, 9, 1)).location_id == ONE
    assert am.Ledger.from_reports(am.validate_all([care_home(saved=QUIET_DAY)], on=LATER)).outcome(2025, 8) is MET
    assert am.Ledger.from_reports([]) == am.Ledger({})


def test_a_window_that_was_met_once_is_met_whatever_was_saved_afterwards():
    saved_in_time = am.validate(care_home(saved=QUIET_DAY), on=QUIET_DAY)
    saved_again = am.validate(care_home(saved=LATER), on=LATER)
    assert (saved_in_time.outcome, saved_again.outcome) == (MET, NOT_MET)
    for reports in permutations([saved_in_time, saved_again]):
        assert am.Ledger.from_reports(reports).outcome(2025, 8) is MET


def test_among_other_reports_the_latest_judgement_holds():
    still_open = am.validate(care_home(beds_occupied=None), on=dt.date(2025, 8, 9))
    assert am.Ledger.from_reports([still_open]).outcome(2025, 8) is None
    for reports in permutations([still_open, missed()]):
        assert am.Ledger.from_reports(reports).outcome(2025, 8) is NOT_MET


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (dt.datetime(2025, 10, 20, 9, tzinfo=dt.UTC), dt.datetime(2025, 10, 20, 9, 1, tzinfo=dt.UTC)),
        # The clock in London shows 01:30 and then 01:10, because it goes back in between.
        (dt.datetime(2025, 10, 26, 0, 30, tzinfo=dt.UTC), dt.datetime(2025, 10, 26, 1, 10, tzinfo=dt.UTC)),
    ],
)
def test_the_later_judgement_of_one_day_holds(earlier, later):
    late = am.validate(care_home(), on=earlier)
    whole = undetermined(later, **CARE_HOME_FLU, **CARE_HOME_BOOSTERS, saved=dt.date(2025, 10, 9))
    assert (late.outcome, whole.outcome) == (NOT_MET, UNDETERMINED)
    for reports in permutations([late, whole]):
        assert dict(am.Ledger.from_reports(reports).outcomes) == {(2025, 10): UNDETERMINED}


def test_judgements_of_one_time_that_differ_are_refused_unless_one_is_met():
    other = am.validate(care_home(), on=dt.datetime(2025, 8, 20, 9, tzinfo=dt.UTC))
    for second in (missed(), other):
        with pytest.raises(am.InvalidArgument) as caught:
            am.Ledger.from_reports([undetermined(), second])
        assert str(caught.value) == (
            "Two reports for August 2025 were judged at the same time and differ; pass the one that holds."
        )
        assert am.Ledger.from_reports([undetermined(), second, met()]).outcome(2025, 8) is MET
    assert am.Ledger.from_reports([missed(), missed()]).outcome(2025, 8) is NOT_MET


def test_the_caller_can_count_as_met_what_shows_no_breach_and_an_assessment_says_so():
    assert am.Ledger.from_reports([undetermined()]).outcome(2025, 8) is None
    for reports in ([undetermined()], [undetermined(), am.validate(care_home(), on=dt.date(2025, 8, 21))]):
        counted = am.Ledger.from_reports(reports, undetermined=MET)
        assert counted.outcome(2025, 8) is MET
        assert counted.counted_as_met == ((2025, 8),)
        assessment = assess(counted, on=dt.date(2025, 9, 1))
        assert months(assessment.trigger.counted_as_met) == [8]
        assert COUNTED in str(assessment).splitlines()
        assert COUNTED in str(assess(counted, on=dt.date(2025, 9, 1), false_or_misleading="material")).splitlines()
        # A month without the duty was not counted as anything.
        ended = evolve(counted, duty_until=dt.date(2025, 8, 1))
        assert "counted as met" not in str(assess(ended, on=dt.date(2025, 9, 1)))
    assert am.Ledger.from_reports([undetermined(), met()], undetermined=MET).counted_as_met == ()
    assert am.Ledger.from_reports([missed()], undetermined=MET).outcome(2025, 8) is NOT_MET


@pytest.mark.parametrize("faulty", [{}, {"visiting_options": None}, {"residents_able_to_visit": "?"}, {"x": 1}])
def test_what_a_section_holds_after_the_window_proves_no_miss(faulty):
    source = am.NotCarried(fields=["hours_overtime"])
    given = {"hours_overtime": None}
    first = am.validate(evolve(care_home(**given), not_carried=source), on=QUIET_DAY)
    saves = {**dict.fromkeys(("beds", "workforce"), QUIET_DAY), "visiting": dt.date(2025, 8, 20)}
    last = am.validate(evolve(care_home(saved=saves, **given, **faulty), not_carried=source), on=LATER)
    assert (first.outcome, last.outcome) == (am.Outcome.UNDETERMINED, NOT_MET)
    assert am.Ledger.from_reports([first, last], undetermined=MET).outcome(2025, 8) is MET
    saves["workforce"] = dt.date(2025, 8, 2)
    before = am.validate(evolve(care_home(saved=saves, **given, **faulty), not_carried=source), on=LATER)
    assert am.Ledger.from_reports([first, before], undetermined=MET).outcome(2025, 8) is NOT_MET


def test_a_miss_that_was_proved_later_is_never_counted_as_met():
    saved_before = am.validate(care_home(saved=dt.date(2025, 8, 2)), on=LATER)
    left_blank = am.validate(care_home(saved=QUIET_DAY, beds_occupied=None), on=LATER)
    saved_late = am.validate(care_home(), on=dt.date(2025, 8, 22))
    still_open = am.validate(care_home(beds_occupied=None), on=dt.date(2025, 8, 14))
    earlier, later = undetermined(dt.date(2025, 8, 12)), undetermined(dt.date(2025, 8, 21))
    for proved in (saved_before, left_blank):
        for reports in permutations([earlier, proved, saved_late]):
            assert am.Ledger.from_reports(reports, undetermined=MET).outcome(2025, 8) is NOT_MET
        assert am.Ledger.from_reports([later, proved], undetermined=MET).outcome(2025, 8) is MET
    # Neither a save after the window nor a blank while it is open proves a miss.
    for reports in permutations([earlier, still_open, saved_late]):
        assert am.Ledger.from_reports(reports, undetermined=MET).outcome(2025, 8) is MET


def test_reports_of_many_locations_make_a_ledger_each():
    reports = [
        met(location_id=ONE),
        am.validate(domiciliary(location_id=OTHER), on=LATER),
        missed(dt.date(2025, 6, 20), location_id=f" {ONE} "),
        met(),
    ]
    made = am.Ledger.by_location(reports)
    assert made == {
        ONE: am.Ledger({(2025, 6): NOT_MET, (2025, 8): MET}, location_id=ONE),
        OTHER: am.Ledger({(2025, 8): NOT_MET}, location_id=OTHER),
        None: am.Ledger({(2025, 8): MET}),
    }
    assert list(made) == [ONE, OTHER, None]
    assert am.Ledger.by_location([undetermined(location_id=ONE)], undetermined="met")[ONE].outcome(2025, 8) is MET


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: am.Ledger.from_reports([met(location_id=ONE), met(location_id=OTHER)]),
            "reports are of more than one location; use Ledger.by_location to make a ledger for each.",
        ),
        (
            lambda: am.Ledger.by_location(
                am.validate_all([care_home(location_id=ONE), domiciliary(location_id=ONE)], ON)
            ),
            f"reports of location {ONE} are for both types of service; make ledgers for one type at a time.",
        ),
        (
            lambda: am.Ledger.from_reports(am.validate_all([care_home(), domiciliary()], ON)),
            "reports of no location id are for both types of service; make ledgers for one type at a time.",
        ),
        (lambda: am.Ledger(5), "outcomes is a value of type int; pass a mapping such as {(2026, 8): 'met'}."),
        (
            lambda: am.Ledger({(2022, 7): MET}),
            "July 2022 has no reporting window; the first was that of August 2022.",
        ),
        (lambda: am.Ledger({(2026, 5): "missed"}), f"The outcome of May 2026 is “missed”; {WORDS}"),
        (
            lambda: am.Ledger({}, duty_from=dt.date(2026, 8, 2), duty_until=dt.date(2026, 8, 1)),
            "duty_until (1 August 2026) is before duty_from (2 August 2026).",
        ),
        (
            lambda: am.Ledger({(2026, 8): NOT_MET}, counted_as_met=[(2026, 8)]),
            "counted_as_met has August 2026, which is not met in outcomes.",
        ),
        (lambda: am.Ledger({}, counted_as_met=[(2026, 13)]), NO_MONTH),
        (lambda: am.Ledger.from_reports([5]), "reports[0] is a value of type int; pass an asc_mandate.Report."),
        (lambda: am.Ledger({}).outcome(2026, 13), NO_MONTH),
        (
            lambda: am.Ledger({}).outcome(2026, 8, calendar=5),
            "calendar is a value of type int; pass an asc_mandate.Calendar.",
        ),
        (lambda: am.Ledger({}).outcome_in(8), "window is a value of type int; pass an asc_mandate.ReportingWindow."),
        (
            lambda: am.Ledger.from_reports([], undetermined=NOT_MET),
            "undetermined is “not_met”; pass None or 'met'.",
        ),
    ],
)
def test_what_makes_no_ledger_and_what_it_cannot_answer_is_refused(make, message):
    assert refusal(make) == (am.InvalidArgument, message)
