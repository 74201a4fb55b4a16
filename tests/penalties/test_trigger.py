"""Whether missed windows meet the policy: 3 in a row, or any 4 of the latest 12 that have closed."""

import datetime as dt

import pytest

import asc_mandate as am
from tests.penalties.marks import EARLY, MET, NO, NOT_MET, PRIVATE, UNKNOWN, YES, answer, assess, ledger, months


@pytest.mark.parametrize(
    ("marks", "expected", "decisive"),
    [
        ("++++++++++++", NO, []),
        ("+++++++++xxx", YES, [7, 8, 9]),
        ("xxx+++++++++", YES, [10, 11, 12]),
        ("++++++++++xx", NO, []),
        ("x+x+x+++++++", NO, []),
        ("x+x+x+++++x+", YES, [10, 12, 2, 8]),
        # A month without the duty neither counts nor bridges a run.
        ("++++++++xx-x", NO, []),
        ("+++++++xx-xx", YES, [5, 6, 8, 9]),
        ("------------", NO, []),
        ("+++++++++xx?", UNKNOWN, [9]),
        ("+++++++++xxu", UNKNOWN, [9]),
        ("+++++++++xxo", UNKNOWN, [9]),
        ("++++++++x?x+", UNKNOWN, [7]),
        ("x+x+++++++?+", NO, []),
        ("x+x+++++?+?+", UNKNOWN, [6, 8]),
        ("++++?+++xxx?", YES, [6, 7, 8]),
        ("????????????", UNKNOWN, [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
    ],
)
def test_three_in_a_row_or_any_four_of_twelve(marks, expected, decisive):
    trigger = assess(marks).trigger
    assert trigger.answer is expected
    assert months(trigger.met_by) == (decisive if expected is YES else [])
    assert months(trigger.unknown) == (decisive if expected is UNKNOWN else [])
    assert len(trigger.windows) == 12


def test_the_oldest_miss_falls_out_of_the_twelve():
    held = ledger("x++x++x++++x")
    assert assess(held).trigger.answer is YES
    assert assess(held, on=dt.date(2026, 10, 14)).trigger.answer is YES
    october_met = am.Ledger({**held.outcomes, (2026, 10): MET})
    assert assess(october_met, on=dt.date(2026, 10, 15)).trigger.answer is NO


def test_a_window_counts_from_the_moment_it_closes():
    summer = dt.timezone(dt.timedelta(hours=1))
    for before, after in [
        (dt.date(2026, 9, 14), dt.date(2026, 9, 15)),
        (dt.datetime(2026, 9, 14, 23, 59, 59, tzinfo=summer), dt.datetime(2026, 9, 15, tzinfo=summer)),
    ]:
        assert assess("+++++++++xxx", on=before).trigger.answer is not YES
        assert assess("+++++++++xxx", on=after).trigger.answer is YES


def test_the_first_window_is_looked_at():
    assert months(assess("", on=dt.date(2022, 11, 1)).trigger.windows) == [8, 9, 10]
    assert assess("", on=dt.date(2022, 7, 31)).trigger.windows == ()


def test_misses_before_the_regulations_are_named_as_missed_and_as_not_counting():
    for outcomes, expected in ((EARLY, UNKNOWN), ({**EARLY, (2022, 12): MET}, NO)):
        assessment = assess(am.Ledger(outcomes), on=dt.date(2023, 1, 5))
        assert months(assessment.trigger.missed_not_counting) == [8, 9, 10, 11]
        assert assessment.trigger.missed == ()
        assert months(assessment.trigger.not_known) == ([12] if expected is UNKNOWN else [])
        missed = answer(assessment, "missed")
        assert missed.answer is expected
        assert "The windows of August 2022 to November 2022 were missed, but cannot found a penalty" in missed.why
        assert "none that can found a penalty is known to be missed" in answer(assessment, "trigger").why
    # Unknown ones do not count either.
    assert months(assess("", on=dt.date(2023, 1, 5)).trigger.not_known) == [12]


def test_misses_before_the_regulations_found_no_penalty_with_later_ones_either():
    run = dict.fromkeys([(2022, 10), (2022, 11), (2022, 12), (2023, 1)], NOT_MET)
    assessment = assess(am.Ledger(run), on=dt.date(2023, 2, 1))
    assert assessment.trigger.answer is NO
    assert (months(assessment.trigger.missed), months(assessment.trigger.missed_not_counting)) == ([12, 1], [10, 11])
    assert answer(assessment, "missed").why.startswith(
        "The windows of December 2022 and January 2023 were missed. The "
    )
    assert assess(am.Ledger({**run, (2023, 2): NOT_MET}), on=dt.date(2023, 2, 20)).trigger.answer is YES
    # However long ago they were.
    years_later = assess(am.Ledger({**ledger("+" * 12).outcomes, (2022, 11): NOT_MET}))
    assert years_later.trigger.missed_not_counting == ()
    assert answer(years_later, "missed").why.startswith("The window of November 2022 was missed, but cannot found")


# At risk


@pytest.mark.parametrize(
    ("marks", "month"),
    [
        ("++++++++++xx", 10),
        ("+++++++++xx+", None),
        ("+x+x+++++++x", 10),
        ("x+x+x+++++++", None),
        ("+++++++++xxx", None),
        ("+++++++++?xx", 10),
        ("++++++++++?x", None),
    ],
)
def test_the_window_at_risk_is_the_one_whose_loss_would_meet_the_trigger(marks, month):
    assessment = assess(marks)
    assert (assessment.at_risk and assessment.at_risk.month) == month


@pytest.mark.parametrize(
    ("on", "december", "at_risk"),
    [
        (dt.date(2100, 12, 14), None, True),
        (dt.date(2100, 12, 14), MET, False),
        (dt.date(2100, 12, 15), None, False),
        (dt.date(2100, 12, 31), NOT_MET, False),
    ],
)
def test_no_window_past_the_last_year_is_at_risk(on, december, at_risk):
    outcomes = {(2100, 10): NOT_MET, (2100, 11): NOT_MET, **({(2100, 12): december} if december else {})}
    outcomes |= {(2100, month): MET for month in range(1, 10)}
    assessment = am.assess_penalty(am.Ledger(outcomes), PRIVATE, on)
    assert (assessment.at_risk == am.reporting_window(dt.date(2100, 12, 1))) is at_risk
    assert at_risk or assessment.at_risk is None
    assert ("Complete the return" in assessment.next_step) is at_risk


def test_a_window_that_is_met_already_is_not_at_risk():
    outcomes, on = ledger("++++++++++xx").outcomes, dt.date(2026, 10, 9)
    assert assess(am.Ledger(outcomes), on=on).at_risk.month == 10
    assert assess(am.Ledger({**outcomes, (2026, 10): MET}), on=on).at_risk is None
    without_duty = am.Ledger({**ledger("++x+x++++++x").outcomes, (2026, 10): am.Outcome.NOT_DUE})
    assert assess(without_duty, on=on).at_risk.month == 11


def test_the_window_at_risk_is_that_of_the_calendar_given():
    held, on = ledger("++x+x++++++x"), dt.date(2026, 10, 15)
    rolled = am.ENGLAND.with_public_holiday(dt.date(2026, 10, 14), "Made-up holiday")
    assert assess(held, on=on).at_risk == am.reporting_window(dt.date(2026, 11, 1))
    longer = assess(held, on=on, calendar=rolled).at_risk
    assert longer == am.reporting_window(on, calendar=rolled)
    assert longer.closes == on
