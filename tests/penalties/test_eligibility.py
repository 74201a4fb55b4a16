"""The tests of law and policy, and what they come to."""

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.penalties import Conclusion
from tests.penalties.marks import (
    EARLY,
    JUDGEMENT,
    MET,
    NO,
    NOT_DUE,
    NOT_MET,
    NOT_SAID,
    ON,
    PARTLY,
    PRIVATE,
    PUBLIC,
    SUPPORT,
    TRIGGERED,
    UNKNOWN,
    YES,
    answer,
    assess,
    ledger,
    refusal,
)

PASS_A_DAY = "pass a datetime.date, or a datetime.datetime with a time zone."
MATERIAL = {"false_or_misleading": "material"}


@pytest.mark.parametrize(
    ("marks", "given", "conclusion", "failing"),
    [
        (TRIGGERED, {}, "eligible", {}),
        (TRIGGERED, {"reasonable_excuse": None}, "needs_judgement", {"no-reasonable-excuse": JUDGEMENT}),
        (TRIGGERED, {"reasonable_excuse": True}, "not_eligible", {"no-reasonable-excuse": NO}),
        (TRIGGERED, {"provider": PUBLIC}, "not_eligible", {"not-public-body": NO}),
        (TRIGGERED, {"provider": PARTLY}, "needs_judgement", {"not-public-body": JUDGEMENT}),
        (TRIGGERED, {"provider": NOT_SAID}, "unknown", {"not-public-body": UNKNOWN}),
        (TRIGGERED, {"support_offered": False}, "not_yet", {"support-offered": NO}),
        (TRIGGERED, {"support_offered": dt.date(2026, 9, 21)}, "not_yet", {"support-offered": NO}),
        (TRIGGERED, {"support_offered": ON}, "eligible", {}),
        (TRIGGERED, {"support_offered": None}, "unknown", {"support-offered": UNKNOWN}),
        # Support is offered after a miss: the first window that was missed, July, closed on the 14th.
        (TRIGGERED, {"support_offered": dt.date(2026, 7, 15)}, "eligible", {}),
        (TRIGGERED, {"support_offered": dt.date(2026, 7, 14)}, "needs_judgement", {"support-offered": JUDGEMENT}),
        (TRIGGERED, {"support_offered": dt.date(2019, 1, 1)}, "needs_judgement", {"support-offered": JUDGEMENT}),
        # An offer after an older miss, which the trigger does not look at, was not made after these.
        (
            "x++" + TRIGGERED,
            {"support_offered": dt.date(2026, 7, 14)},
            "needs_judgement",
            {"support-offered": JUDGEMENT},
        ),
        ("x" + "+" * 12, {"support_offered": dt.date(2019, 1, 1)}, "not_yet", {"trigger": NO}),
        ("++++++++++xx", {}, "not_yet", {"trigger": NO}),
        ("++++++++++xx", {"provider": NOT_SAID}, "unknown", {"trigger": NO, "not-public-body": UNKNOWN}),
        ("+++++++++xx?", {}, "unknown", {"trigger": UNKNOWN}),
        ("++++++++++++", {}, "not_eligible", {"missed": NO, "trigger": NO}),
        ("x" + "-" * 12, {}, "not_yet", {"trigger": NO}),
        ("-" * 24 + "+" * 12, {}, "not_eligible", {"missed": NO, "trigger": NO}),
        ("+++++++++++?", {}, "unknown", {"missed": UNKNOWN, "trigger": NO}),
        ("------------", {}, "not_eligible", {"duty": NO, "missed": NO, "trigger": NO}),
        ("", {}, "unknown", {"duty": UNKNOWN, "missed": UNKNOWN, "trigger": UNKNOWN}),
        ("++++++++++++", MATERIAL, "eligible", {}),
        ("+++++++++++x", {"false_or_misleading": True}, "needs_judgement", {"misleading": JUDGEMENT}),
        (
            TRIGGERED,
            {"false_or_misleading": True, "support_offered": False},
            "needs_judgement",
            {"misleading": JUDGEMENT},
        ),
        (TRIGGERED, {"false_or_misleading": True}, "eligible", {}),
        ("++++++++++++", {"false_or_misleading": False}, "not_eligible", {"missed": NO, "trigger": NO}),
        # Of two routes that fail, that with fewer failures comes nearer to a penalty.
        ("++++++++++++", {**MATERIAL, "provider": PUBLIC}, "not_eligible", {"not-public-body": NO}),
    ],
)
def test_conclusion(marks, given, conclusion, failing):
    assessment = assess(marks, **given)
    assert assessment.conclusion.value == conclusion
    assert {test.id: test.answer for test in assessment.tests if test.answer is not YES} == failing


def test_misleading_information_needs_a_duty_too():
    without = ledger("------------")
    assert assess(without, **MATERIAL).conclusion is Conclusion.NOT_ELIGIBLE
    assert answer(assess(without, **MATERIAL), "duty").answer is NO
    # Of windows that may have been missed, only those that have closed tell.
    assert answer(assess(without, on=dt.date(2026, 10, 9)), "duty").answer is NO
    # Where no month is known, the information itself is a sign of the duty; not against months without it.
    assert assess("-----------?", **MATERIAL).conclusion is Conclusion.UNKNOWN
    assert assess("-----------?+", **MATERIAL).conclusion is Conclusion.ELIGIBLE
    in_the_next_window = assess(without, on=dt.date(2026, 10, 9), **MATERIAL)
    assert in_the_next_window.conclusion is Conclusion.UNKNOWN
    assert str(answer(in_the_next_window, "duty")) == (
        "Did the duty apply? Not known: no window is known in which the duty applied."
    )
    assert in_the_next_window.next_step.startswith(
        "Find out whether the duty applied when the information was given. Complete the return for October 2026"
    )
    assert assess("", **MATERIAL).conclusion is Conclusion.ELIGIBLE


@pytest.mark.parametrize(
    ("month", "outcome", "on", "expected"),
    [
        # Of the month before the latest twelve, and of a window that is open or is still to open.
        ((2025, 9), MET, ON, YES),
        ((2025, 9), NOT_DUE, ON, NO),
        ((2026, 10), MET, dt.date(2026, 10, 8), YES),
        ((2026, 10), MET, dt.date(2026, 10, 7), NO),
        ((2026, 10), NOT_DUE, dt.date(2026, 10, 8), NO),
        ((2022, 10), NOT_MET, ON, YES),
    ],
)
def test_misleading_information_may_have_been_given_long_ago_or_in_an_open_window(month, outcome, on, expected):
    held = am.Ledger({**ledger("-" * 12).outcomes, month: outcome})
    assert answer(assess(held, on=on, **MATERIAL), "duty").answer is expected


def test_before_the_regulations_nothing_is_eligible():
    for on in (dt.date(2022, 11, 30), dt.date(2022, 12, 1), dt.date(2022, 8, 1)):
        assessment = assess(am.Ledger(EARLY), on=on)
        assert assessment.conclusion is Conclusion.NOT_ELIGIBLE
        assert answer(assessment, "in-force").answer is (YES if on.month == 12 else NO)


def test_tests_of_the_statute_come_first_and_each_cites_its_ground():
    missed, misleading = assess(TRIGGERED).tests, assess("++++++++++++", **MATERIAL).tests
    grounds = {
        "duty": "section 277A, information from adult social care providers",
        "missed": "section 277E, financial penalties, on a person other than a public body, without reasonable excuse",
        "not-public-body": "section 250(7), “public body”: to the extent only of functions of a public nature",
        "in-force": "regulations made on 10 November 2022, in force on 1 December 2022",
        "no-reasonable-excuse": "section 277E, financial penalties, on a person other than a public body",
        "trigger": "NHSBSA, missing the deadline in 3 consecutive months, or any 4 months out of 12",
        "support-offered": "“Failure to comply”, “you will be offered support and advice”",
    }
    assert [test.id for test in missed] == list(grounds)
    assert [test.id for test in missed if grounds[test.id] not in str(test.citation)] == []
    assert [test.statutory for test in missed] == [True] * 5 + [False] * 2
    assert (misleading[1].id, misleading[1].citation) == ("misleading", missed[1].citation)
    assert (misleading[0].id, *misleading[2:]) == ("duty", *missed[2:5])
    readings = {test.id: test.readings for test in missed if test.readings}
    assert readings == {
        "missed": ("earlier-failures",),
        "trigger": ("twelve-months", "run-within-twelve-months"),
    }


def test_an_old_miss_counts_for_the_statute_where_it_is_known_and_never_for_the_policy():
    known, not_known = assess("xxx" + "+" * 18), assess("???" + "+" * 18)
    assert (known.conclusion, not_known.conclusion) == (Conclusion.NOT_YET, Conclusion.NOT_ELIGIBLE)
    assert answer(known, "missed").why == "The windows of January 2025, February 2025 and March 2025 were missed."
    assert known.trigger == not_known.trigger
    assert answer(assess("x" + "?" * 12), "missed").answer is YES
    # A window that has not closed is not missed yet.
    assert answer(assess("+++x", on=dt.date(2026, 9, 14)), "missed").answer is UNKNOWN
    assert answer(assess("x" + "?" * 12), "duty").answer is YES
    # One month is one miss, whether it is the last looked back on or the one before.
    assert answer(assess("x" + "+" * 11), "missed").why == "The window of October 2025 was missed."
    over_new_year = assess(ledger("x++x" + "+" * 9, last=(2026, 11)), on=dt.date(2026, 11, 20))
    assert answer(over_new_year, "missed").why == "The windows of November 2025 and February 2026 were missed."


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda: am.assess_penalty({}, PRIVATE, ON),
            "ledger is a value of type dict; pass an asc_mandate.Ledger, or read a record with",
        ),
        (lambda: am.assess_penalty(ledger("+"), "me", ON), "provider is “me”; pass an asc_mandate.Provider."),
        (lambda: assess("+", support_offered=True), f"support_offered is a value of type bool; {PASS_A_DAY}"),
        (lambda: assess("+", reasonable_excuse="no"), "reasonable_excuse is “no”; pass True, False or None."),
        (
            lambda: assess("+", false_or_misleading=1),
            "false_or_misleading is a value of type int; pass True, 'material', ",
        ),
        (lambda: am.Provider(public_body=1), "public_body is a value of type int; pass True, False, 'partly' or None."),
    ],
)
def test_bad_arguments_are_refused_in_a_sentence(ask, message):
    assert refusal(ask)[1].startswith(message)


def test_before_the_mandate_there_is_nothing_to_assess():
    with pytest.raises(am.NotInForce):
        assess("", on=dt.date(2022, 7, 30))
    assert assess("", on=dt.date(2022, 7, 31)).conclusion is Conclusion.NOT_ELIGIBLE


def test_results_survive_pickling_and_are_compared_and_not_hashed():
    provider = am.Provider(public_body="partly", locations=[am.Location("care_home", 42)])
    for result in (ledger("+x?"), assess("+++++++++xx?", provider)):
        assert pickle.loads(pickle.dumps(result)) == result
        with pytest.raises(TypeError, match="^unhashable type: "):
            hash(result)


# Properties

ORDER = ["not_eligible", "not_yet", "needs_judgement", "eligible"]
ROWS = st.text("+x?-", min_size=12, max_size=16)
GIVEN = st.fixed_dictionaries(
    {
        "support_offered": st.sampled_from([None, False, dt.date(2026, 5, 1), SUPPORT]),
        "reasonable_excuse": st.sampled_from([None, True, False]),
        "false_or_misleading": st.sampled_from([None, False, True, "material"]),
        "provider": st.sampled_from([PRIVATE, PUBLIC, PARTLY, NOT_SAID]),
    }
)


def no_worse(after, before):
    """Whether a definite conclusion is no nearer to eligible than another one."""
    ranks = [ORDER.index(found.conclusion.value) for found in (after, before) if found.conclusion.value in ORDER]
    return len(ranks) < 2 or ranks[0] <= ranks[1]


@given(ROWS, GIVEN, st.data())
def test_meeting_a_missed_window_never_makes_it_worse(marks, given, data):
    missed = [place for place, mark in enumerate(marks) if mark == "x"]
    if missed:
        place = data.draw(st.sampled_from(missed))
        before, after = assess(marks, **given), assess(marks[:place] + "+" + marks[place + 1 :], **given)
        assert no_worse(after, before)
        assert not (after.trigger.answer is YES and before.trigger.answer is not YES)


@given(ROWS, GIVEN, st.data())
def test_learning_of_a_month_never_contradicts_what_was_definite(marks, given, data):
    unknown = [place for place, mark in enumerate(marks) if mark == "?"]
    if unknown:
        place = data.draw(st.sampled_from(unknown))
        before = assess(marks, **given)
        for mark in "+x":
            after = assess(marks[:place] + mark + marks[place + 1 :], **given)
            if before.trigger.answer is not UNKNOWN:
                assert after.trigger.answer is before.trigger.answer
            if before.conclusion.value in {"not_eligible", "not_yet", "eligible"}:
                assert after.conclusion is before.conclusion
