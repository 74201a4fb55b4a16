"""Notices that were sent: when they are taken to have been given, the stage they make, and their deadlines."""

import datetime as dt

import pytest

import asc_mandate as am
from asc_mandate.penalties import PenaltyNotice, Stage
from tests.penalties.marks import AGAIN, FINAL, INTENT, OF_INTENT, ON, POSTED, TRIGGERED, WITHDRAWAL, assess, refusal

FINAL_IN_THE_POST = PenaltyNotice("final_notice", dt.date(2026, 9, 17), "posted")
TODAY = PenaltyNotice("withdrawal", ON, "delivered")
OF_FINAL = PenaltyNotice("withdrawal", dt.date(2026, 9, 19), "delivered", withdraws=FINAL)


@pytest.mark.parametrize(
    ("sent", "method", "given_on"),
    [
        (dt.date(2026, 9, 5), "delivered", dt.date(2026, 9, 5)),
        (dt.date(2026, 9, 1), "electronic", dt.date(2026, 9, 2)),
        (dt.date(2026, 9, 4), "electronic", dt.date(2026, 9, 7)),
        (dt.date(2026, 9, 1), "posted", dt.date(2026, 9, 4)),
        (dt.date(2026, 9, 3), "posted", dt.date(2026, 9, 8)),
        (dt.date(2026, 12, 23), "posted", dt.date(2026, 12, 30)),
        (dt.date(2026, 12, 24), "electronic", dt.date(2026, 12, 29)),
        (dt.date(2027, 3, 25), "electronic", dt.date(2027, 3, 30)),
    ],
)
def test_a_notice_is_taken_to_be_given_by_the_rule(sent, method, given_on):
    assert PenaltyNotice("notice_of_intent", sent, method).given_on(am.ENGLAND) == given_on


def test_a_notice_on_the_last_day_that_is_known_is_refused_and_not_guessed():
    for last, unknown in ((dt.date(2100, 12, 31), "1 January 2101"), (dt.date.max, "31 December 9999")):
        with pytest.raises(am.InvalidArgument, match=f"public holidays are not known for {unknown}"):
            PenaltyNotice("final_notice", last, "posted").given_on()


@pytest.mark.parametrize(
    ("notices", "on", "stage"),
    [
        ([], ON, "no_notice"),
        ([INTENT], dt.date(2026, 9, 1), "intent_sent"),
        ([INTENT], dt.date(2026, 9, 2), "representations"),
        ([INTENT], dt.date(2026, 9, 16), "representations"),
        ([INTENT], dt.date(2026, 9, 17), "decision"),
        ([FINAL, INTENT], ON, "final_notice"),
        ([INTENT, FINAL_IN_THE_POST], ON, "final_sent"),
        ([INTENT, FINAL_IN_THE_POST], dt.date(2026, 9, 22), "final_notice"),
        ([INTENT, WITHDRAWAL], ON, "withdrawn"),
        ([INTENT, FINAL, WITHDRAWAL], ON, "decision"),
        ([INTENT, FINAL, WITHDRAWAL, WITHDRAWAL], ON, "withdrawn"),
        ([INTENT, FINAL, WITHDRAWAL, PenaltyNotice("final_notice", ON, "delivered")], ON, "final_notice"),
        ([INTENT, PenaltyNotice("withdrawal", dt.date(2026, 9, 18), "posted")], ON, "decision"),
        ([INTENT, PenaltyNotice("withdrawal", dt.date(2026, 9, 18), "posted")], dt.date(2026, 9, 23), "withdrawn"),
        ([INTENT, PenaltyNotice("notice_of_intent", dt.date(2026, 9, 10), "posted"), WITHDRAWAL], ON, "decision"),
        # Of one day, in the order of the list: withdrawn and sent anew, or the reverse.
        ([INTENT, WITHDRAWAL, AGAIN], ON, "representations"),
        ([INTENT, AGAIN, WITHDRAWAL], ON, "decision"),
        ([INTENT, FINAL, PenaltyNotice("withdrawal", FINAL.sent, "delivered"), FINAL], ON, "final_notice"),
        # A withdrawal in the post takes its own notice off later, and no other one.
        ([INTENT, FINAL, POSTED, PenaltyNotice("final_notice", ON, "delivered")], ON, "final_notice"),
        ([INTENT, FINAL, POSTED, TODAY], dt.date(2026, 9, 22), "final_notice"),
        ([INTENT, FINAL, POSTED, TODAY], dt.date(2026, 9, 23), "withdrawn"),
        # A withdrawal may name what it takes off.
        ([INTENT, FINAL, OF_FINAL], ON, "decision"),
        ([INTENT, FINAL, OF_INTENT], ON, "final_notice"),
        ([INTENT, FINAL, OF_INTENT, TODAY], ON, "withdrawn"),
    ],
)
def test_stage_follows_from_the_notices(notices, on, stage):
    assert assess(TRIGGERED, on=on, notices=notices).stage.value == stage


def test_deadlines_show_their_grade_and_what_was_not_found():
    intent = assess(TRIGGERED, notices=[INTENT]).deadlines
    assert [str(deadline) for deadline in intent] == [
        "written representations by the provider: 14 days, by Wednesday 16 September 2026 (secondary)",
        "decision: 28 days, last day not found (from which day they count is not said) (secondary)",
    ]
    assert repr(intent[1]) == f"Deadline({intent[1]})"
    final = assess(TRIGGERED, notices=[INTENT, FINAL]).deadlines
    assert [str(deadline) for deadline in final] == [
        "payment: not found (the draft regulations provide for recovery through the county court)",
        "appeal: not found (the draft regulations provide for an appeal to the First-tier Tribunal)",
    ]
    assert all(isinstance(deadline.by, am.NotFound) for deadline in final)
    assert assess(TRIGGERED).deadlines == assess(TRIGGERED, notices=[INTENT, WITHDRAWAL]).deadlines == ()


# Arguments

NO_INTENT = "A final notice sent on Friday 18 September 2026 has no notice of intent standing before it."
NONE_SUCH = "because none such stands on that day."


@pytest.mark.parametrize(
    ("notices", "message"),
    [
        ([FINAL], NO_INTENT),
        (
            [INTENT, FINAL, FINAL],
            "A final notice sent on Friday 18 September 2026 cannot follow the final notice sent on Friday 18 September "
            "2026, which still stands.",
        ),
        ([INTENT, PenaltyNotice("withdrawal", dt.date(2026, 9, 10), "posted"), FINAL], NO_INTENT),
        ([FINAL, PenaltyNotice("notice_of_intent", FINAL.sent, "delivered")], NO_INTENT),
        (
            [INTENT, WITHDRAWAL, WITHDRAWAL],
            f"A withdrawal sent on Saturday 19 September 2026 cannot withdraw any notice, {NONE_SUCH}",
        ),
        (
            [INTENT, OF_FINAL],
            "A withdrawal sent on Saturday 19 September 2026 cannot withdraw the final notice sent on Friday 18 "
            f"September 2026, {NONE_SUCH}",
        ),
        (
            [PenaltyNotice("notice_of_intent", dt.date(2022, 11, 30), "posted")],
            "A notice of intent sent on Wednesday 30 November 2022 comes before the regulations, in force from 1 "
            "December 2022.",
        ),
        (
            [PenaltyNotice("notice_of_intent", dt.date(2026, 9, 21), "posted")],
            "A notice of intent sent on Monday 21 September 2026 comes after the day of the assessment, Sunday 20 "
            "September 2026.",
        ),
        ([5], "notices[0] is a value of type int; pass an asc_mandate.penalties.PenaltyNotice."),
    ],
)
def test_impossible_notices_are_refused(notices, message):
    assert refusal(lambda: assess(TRIGGERED, notices=notices)) == (am.InvalidArgument, message)


def test_a_notice_may_be_sent_on_the_first_day_of_the_regulations():
    first = PenaltyNotice("notice_of_intent", dt.date(2022, 12, 1), "delivered")
    assert assess("", on=first.sent, notices=[first]).stage is Stage.REPRESENTATIONS


ONLY_A_WITHDRAWAL = "withdraws is the notice of intent or the final notice that a withdrawal takes off."


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "warning"}, "kind is “warning”; pass 'notice_of_intent', 'final_notice' or 'withdrawal'."),
        ({"method": "fax"}, "method is “fax”; pass 'delivered', 'posted' or 'electronic'."),
        ({"withdraws": INTENT}, ONLY_A_WITHDRAWAL),
        ({"kind": "withdrawal", "withdraws": WITHDRAWAL}, ONLY_A_WITHDRAWAL),
        ({"withdraws": "it"}, "withdraws is “it”; pass an asc_mandate.penalties.PenaltyNotice."),
    ],
)
def test_a_notice_that_cannot_be_is_refused(given, message):
    arguments = {"kind": "final_notice", "sent": ON, "method": "posted", **given}
    assert refusal(lambda: PenaltyNotice(**arguments)) == (am.InvalidArgument, message)


def test_a_notice_is_given_by_a_calendar():
    message = "calendar is a value of type int; pass an asc_mandate.Calendar."
    assert refusal(lambda: INTENT.given_on(5)) == (am.InvalidArgument, message)
