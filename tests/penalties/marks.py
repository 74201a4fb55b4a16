"""Ledgers written as marks, one for each month: met +, missed x, no duty -, not known ?, undetermined u, open o."""

import datetime as dt

import pytest

import asc_mandate as am
from asc_mandate.penalties import EligibilityAnswer, PenaltyNotice
from tests.helpers import MET, NOT_DUE, NOT_MET, OPEN, UNDETERMINED

YES, NO, JUDGEMENT, UNKNOWN = EligibilityAnswer
ON = dt.date(2026, 9, 20)
SUPPORT = dt.date(2026, 9, 15)
TRIGGERED = "+++++++++xxx"
PRIVATE, PUBLIC, PARTLY, NOT_SAID = (am.Provider(public_body=body) for body in (False, True, "partly", None))
EARLY = dict.fromkeys([(2022, 8), (2022, 9), (2022, 10), (2022, 11)], NOT_MET)
"""Misses of all the months whose windows closed before the regulations."""
MARKS = {"+": MET, "x": NOT_MET, "-": NOT_DUE, "u": UNDETERMINED, "o": OPEN}
INTENT = PenaltyNotice("notice_of_intent", dt.date(2026, 9, 1), "electronic")
FINAL = PenaltyNotice("final_notice", dt.date(2026, 9, 18), "delivered")
WITHDRAWAL = PenaltyNotice("withdrawal", dt.date(2026, 9, 19), "delivered")
POSTED = PenaltyNotice("withdrawal", dt.date(2026, 9, 19), "posted")
OF_INTENT = PenaltyNotice("withdrawal", dt.date(2026, 9, 19), "delivered", withdraws=INTENT)
AGAIN = PenaltyNotice("notice_of_intent", dt.date(2026, 9, 19), "delivered")


def ledger(marks, last=(2026, 9), **given):
    """A ledger from marks, the last of which is for the month given."""
    number = last[0] * 12 + last[1] - len(marks)
    months = [((number + place) // 12, (number + place) % 12 + 1) for place in range(len(marks))]
    known = {month: MARKS[mark] for month, mark in zip(months, marks, strict=True) if mark != "?"}
    return am.Ledger(known, **given)


def assess(marks, provider=PRIVATE, on=ON, **given):
    """An assessment in which support was offered and there was no excuse, unless given."""
    held = marks if isinstance(marks, am.Ledger) else ledger(marks)
    return am.assess_penalty(held, provider, on, **{"support_offered": SUPPORT, "reasonable_excuse": False, **given})


def answer(assessment, id):
    return next(test for test in assessment.tests if test.id == id)


def refusal(ask):
    with pytest.raises(am.MandateError) as caught:
        ask()
    return type(caught.value), str(caught.value)


def months(windows):
    return [window.month for window in windows]
