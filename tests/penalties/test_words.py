"""What assessments say, word for word: the cases are here, and what they say is in words.txt beside it, to be read."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import given

import asc_mandate as am
from tests.penalties.marks import (
    AGAIN,
    EARLY,
    FINAL,
    INTENT,
    NOT_MET,
    NOT_SAID,
    OF_INTENT,
    ON,
    PARTLY,
    POSTED,
    PUBLIC,
    TRIGGERED,
    WITHDRAWAL,
    answer,
    assess,
    ledger,
)
from tests.penalties.test_eligibility import GIVEN, ROWS

WORDS = dict(
    block.split("\n", 1)
    for block in Path(__file__).with_name("words.txt").read_text(encoding="utf-8").strip().split("\n\n")
)
BEFORE = am.Ledger(EARLY)
NOTHING = {"provider": NOT_SAID, "support_offered": None, "reasonable_excuse": None}
JUDGE = {"provider": PARTLY, "reasonable_excuse": None, "support_offered": dt.date(2019, 1, 1)}
SERVED = {
    "was given yesterday": {"on": dt.date(2026, 9, 3), "notices": [INTENT]},
    "is past that day": {"on": dt.date(2026, 9, 17), "notices": [INTENT]},
    "went to a public body": {"provider": PUBLIC, "support_offered": False, "notices": [INTENT]},
    "was followed by a final notice": {"notices": [INTENT, FINAL]},
    "was followed by a final notice that was withdrawn": {"notices": [INTENT, FINAL, WITHDRAWAL]},
    "was followed by a final notice whose withdrawal is in the post": {"notices": [INTENT, FINAL, POSTED]},
    "was withdrawn, and the final notice was not": {"notices": [INTENT, FINAL, OF_INTENT]},
    "was withdrawn": {"notices": [INTENT, WITHDRAWAL]},
    "was withdrawn by post and sent again on one day": {"notices": [AGAIN, POSTED, AGAIN]},
}
# What is known, and of which tests the reply is looked at beside the next step.
CASES = {
    "All windows were met": ("++++++++++++", {}, "duty missed not-public-body in-force no-reasonable-excuse"),
    "Nothing is known": ("", NOTHING, "duty missed not-public-body trigger support-offered"),
    "Two windows were missed": ("++++++++++xx", {}, "missed trigger support-offered"),
    "A public body missed two windows": (
        "++++++++++xx",
        {"provider": PUBLIC, "reasonable_excuse": True},
        "not-public-body no-reasonable-excuse trigger",
    ),
    "Support was not offered": (TRIGGERED, {"support_offered": False}, "support-offered"),
    "Support is to be offered": (TRIGGERED, {"support_offered": dt.date(2026, 9, 21)}, "support-offered"),
    "A person has to judge": (TRIGGERED, JUDGE, "not-public-body no-reasonable-excuse support-offered"),
    "Unknown months could tip the trigger": ("???+?+++++xx", {}, "missed trigger"),
    "An unknown month cannot tip it": ("+++++++++++?", {}, "missed trigger"),
    "Every test is met by a run": (TRIGGERED, {}, "missed trigger"),
    "Every test is met by four windows": ("x+x+x+++++x+", {}, "missed trigger"),
    "One window was missed long ago": ("x" + "+" * 12, {}, "missed trigger"),
    "The duty never applied": ("------------", {}, "duty missed"),
    "False information was given": ("", {"false_or_misleading": True}, "duty misleading"),
    "False information mattered": ("++++++++++++", {"false_or_misleading": "material"}, "duty misleading"),
    "The windows missed do not count, and one is unknown": (BEFORE, {"on": dt.date(2023, 1, 5)}, "missed trigger"),
    "The windows missed do not count": (BEFORE, {"on": dt.date(2022, 12, 10)}, "missed trigger"),
    "The regulations are not in force": (BEFORE, {"on": dt.date(2022, 11, 30)}, "duty in-force"),
    "A window was missed before the regulations, and the duty has ended": (
        am.Ledger({**ledger("-" * 12).outcomes, (2022, 9): NOT_MET}),
        {},
        "duty missed",
    ),
    "One window has closed": ("", {"on": dt.date(2022, 8, 20)}, "duty missed trigger"),
    "No window has closed": ("", {"on": dt.date(2022, 8, 1)}, "duty missed trigger"),
    "Nothing was missed, and nothing was said of an excuse": (
        "++++++++++++",
        {"reasonable_excuse": None},
        "no-reasonable-excuse",
    ),
    "The service has closed": (ledger("++++++++++xx", duty_until=dt.date(2026, 9, 30)), {}, "trigger"),
    **{f"A notice of intent {what}": (TRIGGERED, given, "") for what, given in SERVED.items()},
}


def said(case):
    marks, given, ids = CASES[case]
    assessment = assess(marks, **given)
    return "\n".join(
        (
            " ".join(str(assessment).splitlines()[1:3]),
            *(str(answer(assessment, id)) for id in ids.split()),
            assessment.next_step,
        )
    )


@pytest.mark.parametrize("case", CASES)
def test_an_assessment_says_what_was_written_down(case):
    assert said(case) == WORDS[case]


def test_an_assessment_reads_as_text():
    provider = am.Provider(public_body=False, locations=[am.Location("care_home", 42)])
    assessment = assess(ledger(TRIGGERED, location_id="1-1000210669"), provider, notices=[INTENT, FINAL])
    law, policy = assessment.tests[:5], assessment.tests[5:]
    assert str(assessment).splitlines() == [
        "1-1000210669, as it stands on Sunday 20 September 2026",
        "Eligible for a penalty: every condition is met. No penalty follows by itself.",
        "A final notice has been given.",
        "The law asks:",
        *(f"- {test}" for test in law),
        "The policy on notices of intent asks:",
        *(f"- {test}" for test in policy),
        f"What to do: {assessment.next_step}",
        "- payment: not found (the draft regulations provide for recovery through the county court)",
        "- appeal: not found (the draft regulations provide for an appeal to the First-tier Tribunal)",
        "CQC's fee, which sets the amount of a penalty: £6,533 for 1 location (Fees scheme 2019/20; secondary).",
        f"{am.dataset_version()}. Not legal advice.",
    ]


def test_the_text_names_no_month_twice_where_all_twelve_are_unknown_or_missed():
    for marks in ("", "x" * 12):
        assert str(assess(marks, support_offered=None)).count("March 2026") <= 1
    assert "The policy" not in str(assess("++++++++++++", false_or_misleading="material"))


def test_missed_windows_are_named_where_information_was_misleading_too():
    text = str(assess("++++++++++xx", false_or_misleading=True)).splitlines()
    assert text[-4] == "The windows of August 2026 and September 2026 were missed."
    assert "Missing that window would meet the policy's trigger" in text[-3]
    on = dt.date(2023, 1, 5)
    assert "The windows of August 2022 to November 2022 were missed." in str(
        assess(BEFORE, on=on, false_or_misleading=True)
    )
    assert "were missed." not in str(assess("++++++++++++", false_or_misleading=True))


@given(ROWS, GIVEN)
def test_no_output_says_that_a_penalty_will_be_imposed(marks, given):
    for notices in ([], [INTENT], [INTENT, FINAL], [INTENT, WITHDRAWAL]):
        assessment = assess(marks, notices=notices, **given)
        text = str(assessment).lower()
        assert text.endswith("not legal advice.")
        # A notice of intent may follow; nothing else is foretold.
        assert not set(re.findall(r"\b(?:will|shall|must|going to|certain|inevitab\w*)\b", text))
        assert max(map(len, map(repr, (assessment, assessment.trigger, *assessment.tests, *notices)))) <= 120


def test_results_show_what_matters_in_a_line():
    held = ledger(TRIGGERED, location_id="1-1000210669")
    assert repr(assess(held, reasonable_excuse=None)) == (
        "PenaltyAssessment(1-1000210669, on 20 September 2026, needs_judgement)"
    )
    assert repr(assess("+")) == "PenaltyAssessment(on 20 September 2026, unknown)"
    assert repr(assess(held).tests[4]) == "EligibilityTest(no-reasonable-excuse, met)"
    assert repr(assess(held).trigger) == "Trigger(met, 3 missed and 0 unknown of 12 windows)"
    assert repr(am.Provider(public_body="partly")) == "Provider(public_body='partly', 0 locations)"
    assert repr(INTENT) == "PenaltyNotice(notice_of_intent, sent 1 September 2026, electronic)"
    assert len(repr(assess(ledger("x", location_id="9" * 500)))) <= 120


def test_an_assessment_says_when_it_holds_and_by_which_data():
    assert (assess("+").on, assess("+").location_id, assess("+").dataset) == (ON, None, am.dataset_version())
    moment = dt.datetime(2026, 9, 20, 23, 30, tzinfo=dt.UTC)
    assert assess("+", on=moment).on.isoformat() == "2026-09-21T00:30:00+01:00"
    amended = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Made-up holiday")
    assert assess("+", calendar=amended).dataset.calendar is not None
