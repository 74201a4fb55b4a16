"""Where a provider stands: the ledger, the trigger, the tests, the notices and the amount."""

import datetime as dt
import decimal
import pickle
import re
from collections.abc import Mapping
from decimal import Decimal
from itertools import permutations
from typing import Literal, NoReturn, get_type_hints

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.notice import fees
from asc_mandate.notice.provenance import Datum
from asc_mandate.penalties.trigger import counts

from .helpers import CARE_HOME_BOOSTERS, CARE_HOME_FLU, QUIET_DAY, care_home, domiciliary

MET, NOT_MET, OPEN, UNDETERMINED, NOT_DUE = (
    am.Outcome.MET,
    am.Outcome.NOT_MET,
    am.Outcome.OPEN,
    am.Outcome.UNDETERMINED,
    am.Outcome.NOT_DUE,
)
YES, NO, JUDGEMENT, UNKNOWN = am.Answer
ON = dt.date(2026, 9, 20)
SUPPORT = dt.date(2026, 9, 1)
PRIVATE = am.Provider(public_body=False)
MARKS = {"+": MET, "x": NOT_MET, "-": NOT_DUE, "?": None, "u": UNDETERMINED, "o": OPEN}
PASS_A_DAY = "pass a datetime.date, or a datetime.datetime with a time zone."
ORDER = ["not_eligible", "not_yet", "needs_judgement", "eligible"]


def ledger(marks, last=(2026, 9)):
    """A ledger from marks, the last of which is for the month given."""
    number = last[0] * 12 + last[1] - 1 - len(marks) + 1
    months = [((number + place) // 12, (number + place) % 12 + 1) for place in range(len(marks))]
    return am.Ledger({m: MARKS[mark] for m, mark in zip(months, marks, strict=True) if MARKS[mark] is not None})


def assess(marks, provider=PRIVATE, on=ON, **given):
    return am.assess_penalty(
        ledger(marks), provider, on, **{"support_offered": SUPPORT, "reasonable_excuse": False, **given}
    )


def answer(assessment, id):
    return next(test for test in assessment.tests if test.id == id)


# The ledger


class Unreadable(dict[object, object]):
    """A mapping that raises when it is read, as one that is kept in a database may."""

    def __iter__(self) -> NoReturn:
        raise LookupError("the connection is lost")

    def keys(self) -> NoReturn:
        raise LookupError("the connection is lost")


NO_MONTH = "A month of a ledger is a year up to 2100 and a number from 1 to 12, such as (2026, 8)."
TWO_LOCATIONS = "The reports are of more than one location; make a ledger for each."
NO_OUTCOME = "that is no outcome; pass one such as Outcome.MET or Outcome.NOT_MET."


def test_a_ledger_by_hand_takes_outcomes_and_their_values():
    made = am.Ledger(
        {(2026, 9): "not_met", (2026, 8): MET, (2026, 7): UNDETERMINED, (2026, 6): OPEN, (2026, 5): NOT_DUE}
    )
    assert list(made.outcomes) == [(2026, 5), (2026, 6), (2026, 7), (2026, 8), (2026, 9)]
    assert [made.outcome(2026, month) for month in range(4, 10)] == [None, NOT_DUE, None, None, MET, NOT_MET]


@pytest.mark.parametrize(
    ("outcomes", "message"),
    [
        (5, "outcomes is a value of type int; pass a mapping such as {(2026, 8): Outcome.MET}."),
        ({"2026-08": MET}, NO_MONTH),
        ({(2026, 13): MET}, NO_MONTH),
        ({(2026, 0): MET}, NO_MONTH),
        ({(2026, True): MET}, NO_MONTH),
        ({(2026,): MET}, NO_MONTH),
        # A set of small numbers has this order, and is no month all the same.
        ({frozenset({2024, 9}): MET}, NO_MONTH),
        (Unreadable(), "outcomes could not be read; pass a plain dict."),
        ({(2101, 1): MET}, NO_MONTH),
        ({(10**6, 1): MET}, NO_MONTH),
        ({(0, 1): MET}, NO_MONTH),
        ({(1, 1): MET}, "January 1 has no reporting window; the first was that of August 2022."),
        ({(2022, 7): MET}, "July 2022 has no reporting window; the first was that of August 2022."),
        ({(2026, 8): "late"}, f"outcomes has a value of type str {NO_OUTCOME}"),
        ({(2026, 8): True}, f"outcomes has a value of type bool {NO_OUTCOME}"),
    ],
)
def test_bad_ledgers_are_refused_in_a_sentence(outcomes, message):
    with pytest.raises(am.InvalidArgument) as caught:
        am.Ledger(outcomes)
    assert str(caught.value) == message


def test_a_ledger_holds_from_the_first_window_to_the_last_year():
    ends = {(2022, 8): MET, (2100, 1): NOT_MET, (2100, 12): MET}
    assert dict(am.Ledger(ends).outcomes) == ends


def test_a_ledger_from_reports():
    met = am.validate(care_home(saved=QUIET_DAY), on=QUIET_DAY)
    missed = am.validate(care_home(beds_occupied=None), on=dt.date(2025, 6, 20))
    made = am.Ledger.from_reports([met, missed])
    assert dict(made.outcomes) == {(2025, 6): NOT_MET, (2025, 8): MET}
    assert am.Ledger.from_reports(iter([met])) == am.Ledger({(2025, 8): MET})
    assert am.Ledger.from_reports([]) == am.Ledger({})


def test_the_later_judgement_of_a_window_holds():
    early = am.validate(care_home(beds_occupied=None), on=dt.date(2025, 8, 9))
    late = am.validate(care_home(saved=QUIET_DAY), on=dt.date(2025, 8, 20))
    for reports in ([early, late], [late, early], [late, early, late]):
        assert am.Ledger.from_reports(reports).outcome(2025, 8) is MET
    assert am.Ledger.from_reports([early]).outcome(2025, 8) is None


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (dt.datetime(2025, 10, 20, 9, tzinfo=dt.UTC), dt.datetime(2025, 10, 20, 9, 1, tzinfo=dt.UTC)),
        # The clock in London shows 01:30 and then 01:10, because it goes back in between.
        (dt.datetime(2025, 10, 26, 0, 30, tzinfo=dt.UTC), dt.datetime(2025, 10, 26, 1, 10, tzinfo=dt.UTC)),
    ],
)
def test_the_later_judgement_of_one_day_holds(earlier, later):
    met = am.validate(care_home(saved=dt.date(2025, 10, 9), **CARE_HOME_FLU, **CARE_HOME_BOOSTERS), on=later)
    missed = am.validate(care_home(), on=earlier)
    assert (missed.outcome, met.outcome) == (NOT_MET, MET)
    for reports in ([missed, met], [met, missed]):
        assert am.Ledger.from_reports(reports).outcome(2025, 10) is MET


def test_reports_of_one_time_that_differ_are_refused():
    on = dt.date(2025, 8, 20)
    met, missed = am.validate(care_home(saved=QUIET_DAY), on=on), am.validate(care_home(), on=on)
    for other in (missed, am.validate(care_home(), on=dt.datetime(2025, 8, 20, 9, tzinfo=dt.UTC))):
        with pytest.raises(am.InvalidArgument) as caught:
            am.Ledger.from_reports([met, other])
        assert str(caught.value) == (
            "Two reports for August 2025 were judged at the same time and differ; pass the one that holds."
        )
    assert am.Ledger.from_reports([met, met]).outcome(2025, 8) is MET
    later = am.validate(care_home(saved=QUIET_DAY), on=dt.date(2025, 8, 25))
    for reports in permutations([met, missed, later]):
        assert am.Ledger.from_reports(reports).outcome(2025, 8) is MET


@pytest.mark.parametrize(
    ("reports", "message"),
    [
        (lambda: [am.validate(r, on=QUIET_DAY) for r in (care_home(), domiciliary())], TWO_LOCATIONS),
        (
            lambda: [am.validate(care_home(location_id=id), on=QUIET_DAY) for id in ("1-1000210669", "1-1000210670")],
            TWO_LOCATIONS,
        ),
        (lambda: [5], "reports include a value of type int; pass asc_mandate.Report objects."),
        (lambda: 5, "reports is a value of type int; pass a list of Report objects."),
    ],
)
def test_reports_that_make_no_ledger_are_refused(reports, message):
    with pytest.raises(am.InvalidArgument) as caught:
        am.Ledger.from_reports(reports())
    assert str(caught.value) == message


# The trigger


@pytest.mark.parametrize(
    ("marks", "expected", "decisive"),
    [
        ("++++++++++++", NO, []),
        ("+++++++++xxx", YES, [7, 8, 9]),
        ("xxx+++++++++", YES, [10, 11, 12]),
        ("++++++++++xx", NO, []),
        ("x+x+x+++++++", NO, []),
        ("x+x+x+++++x+", YES, [10, 12, 2, 8]),
        ("++++++++xx-x", NO, []),
        ("+++++++xx-xx", YES, [5, 6, 8, 9]),
        ("+++++++++xx?", UNKNOWN, [9]),
        ("++++++++x?x+", UNKNOWN, [7]),
        ("x+x+x+++++?+", UNKNOWN, [8]),
        ("x+x+++++++?+", NO, []),
        ("x+x+++++?+?+", UNKNOWN, [6, 8]),
        ("++++?+++xxx?", YES, [6, 7, 8]),
        ("????????????", UNKNOWN, [10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
        ("+++++++++xxu", UNKNOWN, [9]),
        ("+++++++++xxo", UNKNOWN, [9]),
        ("------------", NO, []),
    ],
)
def test_trigger(marks, expected, decisive):
    trigger = assess(marks).trigger
    assert trigger.answer is expected
    assert [window.month for window in trigger.met_by] == (decisive if expected is YES else [])
    assert [window.month for window in trigger.unknown] == (decisive if expected is UNKNOWN else [])
    assert len(trigger.windows) == 12
    assert trigger.readings == ("twelve-months", "run-within-twelve-months")


@given(st.text("+x?-", min_size=0, max_size=20))
def test_the_windows_named_are_the_ones_that_decide(marks):
    trigger = assess(marks).trigger
    looked_at = [trigger.windows.index(window) for window in trigger.met_by]
    if trigger.answer is YES:
        assert len(looked_at) >= 4 or looked_at == list(range(looked_at[0], looked_at[0] + 3))
        assert set(trigger.met_by) <= set(trigger.missed)
    if trigger.answer is UNKNOWN:
        settled = dict.fromkeys(((window.year, window.month) for window in trigger.unknown), MET)
        answer = am.assess_penalty(am.Ledger({**ledger(marks).outcomes, **settled}), PRIVATE, ON).trigger.answer
        assert answer is not UNKNOWN


def test_the_oldest_miss_falls_out_of_the_twelve():
    marks = "x++x++x++++x"
    assert assess(marks).trigger.answer is YES
    assert am.assess_penalty(ledger(marks), PRIVATE, dt.date(2026, 10, 14)).trigger.answer is YES
    later = am.assess_penalty(am.Ledger({**ledger(marks).outcomes, (2026, 10): MET}), PRIVATE, dt.date(2026, 10, 15))
    assert later.trigger.answer is NO


def test_a_window_counts_from_the_moment_it_closes():
    marks = "+++++++++xxx"
    assert assess(marks, on=dt.date(2026, 9, 14)).trigger.answer is not YES
    assert assess(marks, on=dt.date(2026, 9, 15)).trigger.answer is YES
    summer = dt.timezone(dt.timedelta(hours=1))
    assert assess(marks, on=dt.datetime(2026, 9, 14, 23, 59, 59, tzinfo=summer)).trigger.answer is not YES
    assert assess(marks, on=dt.datetime(2026, 9, 15, 0, 0, tzinfo=summer)).trigger.answer is YES


def test_windows_that_closed_before_the_regulations_found_no_penalty():
    run = {(2022, 10): NOT_MET, (2022, 11): NOT_MET, (2022, 12): NOT_MET, (2023, 1): NOT_MET}
    early = am.assess_penalty(am.Ledger(run), PRIVATE, dt.date(2023, 2, 1), support_offered=SUPPORT)
    assert early.trigger.answer is NO
    assert [window.month for window in early.trigger.missed] == [12, 1]
    later = am.Ledger({**run, (2023, 2): NOT_MET})
    assert am.assess_penalty(later, PRIVATE, dt.date(2023, 2, 20)).trigger.answer is YES


def test_a_window_that_closes_on_the_first_day_of_the_regulations_counts():
    window = am.reporting_window(dt.date(2022, 11, 20))
    assert not counts(window)
    assert counts(evolve(window, closes=dt.date(2022, 12, 1)))
    assert not counts(evolve(window, closes=dt.date(2022, 11, 30)))


def test_the_first_window_is_looked_at():
    assessment = am.assess_penalty(am.Ledger({}), PRIVATE, dt.date(2022, 11, 1))
    assert [window.month for window in assessment.trigger.windows] == [8, 9, 10]


def test_before_the_regulations_nothing_is_eligible():
    missed = am.Ledger({(2022, 8): NOT_MET, (2022, 9): NOT_MET, (2022, 10): NOT_MET, (2022, 11): NOT_MET})
    for on in (dt.date(2022, 11, 30), dt.date(2022, 12, 1), dt.date(2022, 8, 1)):
        assessment = am.assess_penalty(
            missed, PRIVATE, on, support_offered=dt.date(2022, 8, 1), reasonable_excuse=False
        )
        assert assessment.conclusion is am.Conclusion.NOT_ELIGIBLE
        assert answer(assessment, "in-force").answer is (YES if on.month == 12 else NO)


# What leaves the process


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (am.Answer, ["met", "not_met", "needs_judgement", "unknown"]),
        (am.Conclusion, ["not_eligible", "not_yet", "unknown", "needs_judgement", "eligible"]),
        (am.NoticeKind, ["notice_of_intent", "final_notice", "withdrawal"]),
        (am.Method, ["delivered", "posted", "electronic"]),
        (
            am.Stage,
            ["no_notice", "intent_sent", "representations", "decision", "final_sent", "final_notice", "withdrawn"],
        ),
    ],
)
def test_values_are_stable(kind, values):
    assert [member.value for member in kind] == values


def test_answers_read_as_their_values():
    found = assess("+++++++++xx?", am.Provider(public_body="partly"), reasonable_excuse=True).tests
    assert {test.id: f"{test.answer}" for test in found} == {
        "duty": "met",
        "missed": "met",
        "not-public-body": "needs_judgement",
        "in-force": "met",
        "no-reasonable-excuse": "not_met",
        "trigger": "unknown",
        "support-offered": "met",
    }


def test_types_of_what_is_given_can_be_read():
    assert get_type_hints(type(am.Provider(public_body="partly")))["public_body"] == Literal["partly"] | bool | None
    assert get_type_hints(type(am.Ledger({})))["outcomes"] == Mapping[tuple[int, int], am.Outcome]


@pytest.mark.parametrize(
    "make", [lambda: am.Ledger({}), lambda: am.assess_penalty(am.Ledger({}), PRIVATE, ON)], ids=["ledger", "assessment"]
)
def test_results_are_compared_and_not_hashed(make):
    result = make()
    with pytest.raises(TypeError, match=f"^unhashable type: '{type(result).__name__}'$"):
        hash(result)


@pytest.mark.parametrize(
    ("kind", "given", "optional"),
    [
        (am.Location, ("care_home", 5), {"location_id": "1-1000210669"}),
        (am.Provider, (), {"public_body": True}),
        (am.Provider, (), {"locations": ()}),
    ],
)
def test_what_is_optional_is_named(kind, given, optional):
    ((name, value),) = optional.items()
    assert getattr(kind(*given, **optional), name) == value
    with pytest.raises(TypeError, match="positional argument"):
        kind(*given, value)


# The tests and what they come to

TRIGGERED = "+++++++++xxx"


@pytest.mark.parametrize(
    ("marks", "provider", "given", "conclusion", "failing"),
    [
        (TRIGGERED, PRIVATE, {}, "eligible", {}),
        (TRIGGERED, PRIVATE, {"reasonable_excuse": None}, "needs_judgement", {"no-reasonable-excuse": JUDGEMENT}),
        (TRIGGERED, PRIVATE, {"reasonable_excuse": True}, "not_eligible", {"no-reasonable-excuse": NO}),
        (TRIGGERED, am.Provider(public_body=True), {}, "not_eligible", {"not-public-body": NO}),
        (TRIGGERED, am.Provider(public_body="partly"), {}, "needs_judgement", {"not-public-body": JUDGEMENT}),
        (TRIGGERED, am.Provider(), {}, "unknown", {"not-public-body": UNKNOWN}),
        (TRIGGERED, PRIVATE, {"support_offered": False}, "not_yet", {"support-offered": NO}),
        (TRIGGERED, PRIVATE, {"support_offered": dt.date(2026, 9, 21)}, "not_yet", {"support-offered": NO}),
        (TRIGGERED, PRIVATE, {"support_offered": ON}, "eligible", {}),
        (TRIGGERED, PRIVATE, {"support_offered": None}, "unknown", {"support-offered": UNKNOWN}),
        ("++++++++++xx", PRIVATE, {}, "not_yet", {"trigger": NO}),
        ("++++++++++xx", am.Provider(), {}, "unknown", {"trigger": NO, "not-public-body": UNKNOWN}),
        ("+++++++++xx?", PRIVATE, {}, "unknown", {"trigger": UNKNOWN}),
        ("++++++++++++", PRIVATE, {}, "not_eligible", {"missed": NO, "trigger": NO}),
        ("x" + "+" * 12, PRIVATE, {}, "not_yet", {"trigger": NO}),
        ("x" + "-" * 12, PRIVATE, {}, "not_yet", {"trigger": NO}),
        ("-" * 24 + "+" * 12, PRIVATE, {}, "not_eligible", {"missed": NO, "trigger": NO}),
        ("+++++++++++?", PRIVATE, {}, "unknown", {"missed": UNKNOWN, "trigger": NO}),
        ("------------", PRIVATE, {}, "not_eligible", {"duty": NO, "missed": NO, "trigger": NO}),
        ("", PRIVATE, {}, "unknown", {"duty": UNKNOWN, "missed": UNKNOWN, "trigger": UNKNOWN}),
        ("++++++++++++", PRIVATE, {"false_or_misleading": "material"}, "eligible", {}),
        ("+++++++++++x", PRIVATE, {"false_or_misleading": True}, "needs_judgement", {"misleading": JUDGEMENT}),
        (
            TRIGGERED,
            PRIVATE,
            {"false_or_misleading": True, "support_offered": False},
            "needs_judgement",
            {"misleading": JUDGEMENT},
        ),
        (
            "++++++++++++",
            PRIVATE,
            {"false_or_misleading": True},
            "needs_judgement",
            {"misleading": JUDGEMENT},
        ),
        ("------------", PRIVATE, {"false_or_misleading": "material"}, "eligible", {}),
        (TRIGGERED, PRIVATE, {"false_or_misleading": True}, "eligible", {}),
        ("++++++++++++", PRIVATE, {"false_or_misleading": False}, "not_eligible", {"missed": NO, "trigger": NO}),
        (
            "++++++++++++",
            am.Provider(public_body=True),
            {"false_or_misleading": "material"},
            "not_eligible",
            {"missed": NO, "not-public-body": NO, "trigger": NO},
        ),
    ],
)
def test_conclusion(marks, provider, given, conclusion, failing):
    assessment = assess(marks, provider, **given)
    assert assessment.conclusion.value == conclusion
    assert {test.id: test.answer for test in assessment.tests if test.answer is not YES} == failing


def test_tests_of_the_statute_come_first_and_each_cites_its_ground():
    act = "Health and Social Care Act 2012, section"
    penalty = (
        f"{act} 277E, financial penalties, on a person other than a public body, without reasonable excuse (statute)"
    )
    missed, misleading = assess(TRIGGERED).tests, assess("++++++++++++", false_or_misleading=True).tests
    assert [(test.id, test.question, str(test.citation)) for test in missed if test.statutory] == [
        (
            "duty",
            "Did the duty apply?",
            f"{act} 277A, information from adult social care providers (statute)",
        ),
        ("missed", "Was a window that has closed missed?", penalty),
        (
            "not-public-body",
            "Is the provider no public body?",
            f"{act} 250(7), “public body”: to the extent only of functions of a public nature (statute)",
        ),
        (
            "in-force",
            "Are the regulations in force?",
            "Guidance for providers on data enforcement, regulations made on 10 November 2022, in force on 1 December "
            "2022 (official)",
        ),
        ("no-reasonable-excuse", "Is there no reasonable excuse?", penalty),
    ]
    assert [(test.id, test.question, str(test.citation), test.readings) for test in missed[5:]] == [
        (
            "trigger",
            "Were 3 windows missed in a row, or any 4 of the latest 12 that have closed?",
            "Adult social care enforcement, NHSBSA, missing the deadline in 3 consecutive months, or any 4 months out "
            "of 12 (official)",
            ("twelve-months", "run-within-twelve-months"),
        ),
        (
            "support-offered",
            "Were guidance and support offered?",
            "Formal notice of a mandate for all adult social care providers, updated 26 April 2024, “Failure to "
            "comply”, “you will be offered support and advice” (official)",
            (),
        ),
    ]
    assert (misleading[1].id, misleading[1].question, str(misleading[1].citation)) == (
        "misleading",
        "Was information false or misleading to a material extent?",
        penalty,
    )
    assert misleading[2:] == missed[2:5]
    assert [test.statutory for test in missed] == [True] * 5 + [False] * 2
    assert [test.statutory for test in misleading] == [True] * 5


PUBLIC, PARTLY, NOT_SAID = (am.Provider(public_body=body) for body in (True, "partly", None))
ALL_TWELVE = (
    "October 2025, November 2025, December 2025, January 2026, February 2026, March 2026, April 2026, May 2026, June "
    "2026, July 2026, August 2026 and September 2026"
)


@pytest.mark.parametrize(
    ("id", "marks", "given", "expected", "why"),
    [
        ("duty", "+++++++++++x", {}, YES, "It applied in a window that has closed."),
        ("duty", "-----------x", {}, YES, "It applied in a window that has closed."),
        ("duty", "+-----------", {}, YES, "It applied in a window that has closed."),
        ("duty", "------------", {}, NO, "None of the latest windows that have closed was one with the duty."),
        ("duty", "-----------?", {}, UNKNOWN, "No outcome is known of the latest windows that have closed."),
        (
            "duty",
            "-----------?",
            {"false_or_misleading": "material"},
            YES,
            "Information was given in answer to it.",
        ),
        ("missed", TRIGGERED, {}, YES, "Missed: July 2026, August 2026 and September 2026."),
        ("missed", "+++++++++++?", {}, UNKNOWN, "It is not known what came of September 2026."),
        ("missed", "", {}, UNKNOWN, f"It is not known what came of {ALL_TWELVE}."),
        (
            "missed",
            "++++++++++++",
            {},
            NO,
            "None of the latest 12 that can found a penalty was missed, and none before them is known to have been.",
        ),
        (
            "misleading",
            "++++++++++++",
            {"false_or_misleading": "material"},
            YES,
            "It was said to be so to a material extent.",
        ),
        (
            "misleading",
            "++++++++++++",
            {"false_or_misleading": True},
            JUDGEMENT,
            "It was said to be false or misleading; whether to a material extent is for a person to judge.",
        ),
        ("not-public-body", TRIGGERED, {}, YES, "It is not a public body."),
        (
            "not-public-body",
            TRIGGERED,
            {"provider": PUBLIC},
            NO,
            "It is a public body, on which no penalty can be imposed.",
        ),
        (
            "not-public-body",
            TRIGGERED,
            {"provider": PARTLY},
            JUDGEMENT,
            "It is a public body to the extent of its public functions only; which of them this concerns is for a "
            "person to judge.",
        ),
        (
            "not-public-body",
            TRIGGERED,
            {"provider": NOT_SAID},
            UNKNOWN,
            "It was not said whether the provider is a public body.",
        ),
        ("in-force", TRIGGERED, {}, YES, "They are in force from 1 December 2022."),
        ("in-force", "", {"on": dt.date(2022, 12, 1)}, YES, "They are in force from 1 December 2022."),
        ("in-force", "", {"on": dt.date(2022, 11, 30)}, NO, "They are in force only from 1 December 2022."),
        ("no-reasonable-excuse", TRIGGERED, {}, YES, "It was said that there is no reasonable excuse."),
        (
            "no-reasonable-excuse",
            TRIGGERED,
            {"reasonable_excuse": True},
            NO,
            "It was said that there is a reasonable excuse.",
        ),
        (
            "no-reasonable-excuse",
            TRIGGERED,
            {"reasonable_excuse": None},
            JUDGEMENT,
            "Whether there is a reasonable excuse is for a person to judge: the law does not define it.",
        ),
        (
            "trigger",
            TRIGGERED,
            {},
            YES,
            "The policy's trigger is met by July 2026, August 2026 and September 2026.",
        ),
        (
            "trigger",
            "+++++++++xx?",
            {},
            UNKNOWN,
            "The policy's trigger turns on what came of September 2026.",
        ),
        (
            "trigger",
            "++++++++++xx",
            {},
            NO,
            "The policy's trigger is not met: of the latest 12 windows, missed are August 2026 and September 2026.",
        ),
        (
            "trigger",
            "++++++++++++",
            {},
            NO,
            "The policy's trigger is not met: none of the latest 12 windows is known to be missed.",
        ),
        ("support-offered", TRIGGERED, {}, YES, "Guidance and support were offered on 1 September 2026."),
        (
            "support-offered",
            TRIGGERED,
            {"support_offered": dt.date(2026, 9, 21)},
            NO,
            "Guidance and support are to be offered on 21 September 2026 only.",
        ),
        (
            "support-offered",
            TRIGGERED,
            {"support_offered": False},
            NO,
            "It was said that guidance and support were not offered.",
        ),
        (
            "support-offered",
            TRIGGERED,
            {"support_offered": None},
            UNKNOWN,
            "It was not said whether guidance and support were offered.",
        ),
    ],
)
def test_each_test_says_why(id, marks, given, expected, why):
    found = answer(assess(marks, **given), id)
    assert (found.answer, found.why) == (expected, why)


def test_an_old_miss_counts_for_the_statute_where_it_is_known_and_never_for_the_policy():
    known, not_known = assess("xxx" + "+" * 18), assess("???" + "+" * 18)
    assert (known.conclusion, not_known.conclusion) == (am.Conclusion.NOT_YET, am.Conclusion.NOT_ELIGIBLE)
    assert answer(known, "missed").why == "Missed: January 2025, February 2025 and March 2025."
    assert answer(not_known, "missed").why == (
        "None of the latest 12 that can found a penalty was missed, and none before them is known to have been."
    )
    assert known.trigger == not_known.trigger
    assert answer(known, "missed").readings == answer(not_known, "missed").readings == ("earlier-failures",)


def test_an_old_miss_comes_before_later_ones_and_settles_what_is_not_known():
    assert answer(assess("x" + "+" * 11 + "x"), "missed").why == "Missed: September 2025 and September 2026."
    assert answer(assess("x" + "?" * 12), "missed").answer is YES
    assert answer(assess("x" + "?" * 12), "duty").answer is YES


@pytest.mark.parametrize(("month", "expected"), [((2022, 11), NO), ((2022, 12), YES)])
def test_an_old_miss_counts_only_if_its_window_closed_when_there_were_penalties(month, expected):
    later = {(window.year, window.month): MET for window in am.reporting_windows(dt.date(2025, 10, 1), ON)}
    assessment = am.assess_penalty(am.Ledger({month: NOT_MET, **later}), PRIVATE, ON)
    assert answer(assessment, "missed").answer is expected


def test_one_month_is_one_miss_whether_it_is_the_last_looked_back_on_or_the_one_before():
    assert answer(assess("x" + "+" * 11), "missed").why == "Missed: October 2025."
    assert answer(assess("x" + "+" * 12), "missed").why == "Missed: September 2025."
    over_new_year = am.assess_penalty(ledger("x++x" + "+" * 9, last=(2026, 11)), PRIVATE, dt.date(2026, 11, 20))
    assert answer(over_new_year, "missed").why == "Missed: November 2025 and February 2026."


def test_all_missed_windows_are_named():
    assert (
        answer(assess("x+x+x+++++x+"), "missed").why
        == "Missed: October 2025, December 2025, February 2026 and August 2026."
    )


def test_what_was_missed_and_has_not_closed_does_not_count():
    early = am.assess_penalty(am.Ledger({(2026, 9): NOT_MET}), PRIVATE, dt.date(2026, 9, 10))
    assert answer(early, "missed").answer is UNKNOWN
    assert early.trigger.missed == ()


def test_the_duty_applied_before_there_were_penalties():
    assessment = am.assess_penalty(am.Ledger({(2022, 10): NOT_MET}), PRIVATE, dt.date(2022, 11, 30))
    assert answer(assessment, "duty").answer is YES
    assert answer(assessment, "missed").answer is NO
    assert assessment.conclusion is am.Conclusion.NOT_ELIGIBLE


# Properties

MARK_ROWS = st.text("+x?-", min_size=12, max_size=16)
GIVEN = st.fixed_dictionaries(
    {
        "support_offered": st.sampled_from([None, False, SUPPORT]),
        "reasonable_excuse": st.sampled_from([None, True, False]),
        "false_or_misleading": st.sampled_from([None, False, True, "material"]),
    }
)
PROVIDERS = st.sampled_from([None, False, True, "partly"]).map(lambda body: am.Provider(public_body=body))


def rank(assessment):
    """How near to eligible a definite conclusion is; None where nothing definite was said."""
    return ORDER.index(assessment.conclusion.value) if assessment.conclusion.value in ORDER else None


def no_worse(after, before):
    return rank(after) is None or rank(before) is None or rank(after) <= rank(before)


@given(MARK_ROWS, PROVIDERS, GIVEN, st.data())
def test_meeting_a_missed_window_never_makes_it_worse(marks, provider, given, data):
    missed = [place for place, mark in enumerate(marks) if mark == "x"]
    place = data.draw(st.sampled_from(missed)) if missed else 0
    better = marks[:place] + "+" + marks[place + 1 :]
    before, after = assess(marks, provider, **given), assess(better, provider, **given)
    if missed:
        assert no_worse(after, before)
        assert not (after.trigger.answer is YES and before.trigger.answer is not YES)


@given(MARK_ROWS, PROVIDERS, GIVEN, st.data())
def test_learning_of_a_month_never_contradicts_what_was_definite(marks, provider, given, data):
    unknown = [place for place, mark in enumerate(marks) if mark == "?"]
    if not unknown:
        return
    place = data.draw(st.sampled_from(unknown))
    before = assess(marks, provider, **given)
    for mark in "+x":
        after = assess(marks[:place] + mark + marks[place + 1 :], provider, **given)
        if before.trigger.answer is not UNKNOWN:
            assert after.trigger.answer is before.trigger.answer
        if before.conclusion.value in {"not_eligible", "not_yet", "eligible"}:
            assert after.conclusion is before.conclusion


@given(MARK_ROWS, GIVEN)
def test_a_public_body_is_never_eligible(marks, given):
    assert assess(marks, am.Provider(public_body=True), **given).conclusion is am.Conclusion.NOT_ELIGIBLE


@given(MARK_ROWS, PROVIDERS, GIVEN)
def test_an_excuse_never_moves_towards_eligible(marks, provider, given):
    excused = assess(marks, provider, **{**given, "reasonable_excuse": True})
    assert no_worse(excused, assess(marks, provider, **given))
    assert excused.conclusion is am.Conclusion.NOT_ELIGIBLE


@given(MARK_ROWS, PROVIDERS, GIVEN)
def test_without_support_nothing_moves_towards_eligible(marks, provider, given):
    without = assess(marks, provider, **{**given, "support_offered": False})
    assert no_worse(without, assess(marks, provider, **given))


@given(MARK_ROWS, PROVIDERS, GIVEN)
def test_no_output_says_that_a_penalty_will_be_imposed(marks, provider, given):
    for notices in ([], [INTENT], [INTENT, FINAL], [INTENT, WITHDRAWAL]):
        assessment = assess(marks, provider, notices=notices, **given)
        text = str(assessment).lower()
        assert text.endswith("not legal advice.")
        # A notice of intent may follow; nothing else is foretold.
        assert not set(re.findall(r"\b(?:will|shall|must|going to|certain|inevitab\w*)\b", text))
        assert assessment.next_step.endswith(".")


# At risk, and what to do


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
    found = am.assess_penalty(am.Ledger(outcomes), PRIVATE, on).at_risk
    assert (found == am.reporting_window(dt.date(2100, 12, 1))) is at_risk
    assert at_risk or found is None


def test_a_window_that_is_met_already_is_not_at_risk():
    outcomes = ledger("++++++++++xx").outcomes
    on = dt.date(2026, 10, 9)
    assert am.assess_penalty(am.Ledger(outcomes), PRIVATE, on).at_risk.month == 10
    assert am.assess_penalty(am.Ledger({**outcomes, (2026, 10): MET}), PRIVATE, on).at_risk is None
    spread = {**ledger("++x+x++++++x").outcomes, (2026, 10): NOT_DUE}
    assert am.assess_penalty(am.Ledger(spread), PRIVATE, on).at_risk.month == 11


def test_the_window_at_risk_is_that_of_the_calendar_given():
    outcomes = ledger("++x+x++++++x").outcomes
    on = dt.date(2026, 10, 15)
    rolled = am.ENGLAND.with_public_holiday(dt.date(2026, 10, 14), "Jubilee")
    assert am.assess_penalty(am.Ledger(outcomes), PRIVATE, on).at_risk == am.reporting_window(dt.date(2026, 11, 1))
    longer = am.assess_penalty(am.Ledger(outcomes), PRIVATE, on, calendar=rolled).at_risk
    assert longer == am.reporting_window(on, calendar=rolled)
    assert longer.closes == on


def test_next_step_in_plain_english():
    assert assess("++++++++++xx").next_step == (
        "Complete the return in every window. The policy's trigger is not met: of the latest 12 windows, "
        "missed are August 2026 and September "
        "2026. Missing the one of October 2026, which closes at the end of Wednesday 14 "
        "October 2026, would meet the policy's trigger."
    )
    assert assess("++++++++++++").next_step == (
        "Nothing follows from what was given. None of the latest 12 that can found a penalty was missed, a"
        "nd none before them is known to have been. Complete the return in every window all the same."
    )
    assert assess("++++++++++xx", am.Provider(public_body=True)).next_step == (
        "Nothing follows from what was given. It is a public body, on which no penalty can be imposed. Complete the "
        "return in every window all the same."
    )
    assert assess(TRIGGERED, support_offered=False).next_step == (
        "Complete the return in every window. It was said that guidance and support were not offered."
    )
    assert assess(TRIGGERED, support_offered=None).next_step == (
        "Find out what is not known. It was not said whether guidance and support were offered."
    )
    assert assess("+++++++++++x", false_or_misleading=True, reasonable_excuse=None).next_step == (
        "A person has to judge what remains. It was said to be false or misleading; whether to a material "
        "extent is for "
        "a person to judge. Whether there is a reasonable excuse is for a person to judge: the law does not define it. "
        "Complete the next return in its window."
    )
    assert assess(TRIGGERED, am.Provider()).next_step == (
        "Find out what is not known. It was not said whether the provider is a public body."
    )
    assert assess(TRIGGERED, reasonable_excuse=None).next_step == (
        "A person has to judge what remains. Whether there is a reasonable excuse is for a person to judge: the law "
        "does not define it. Complete the next return in its window."
    )
    assert assess(TRIGGERED).next_step == (
        "A notice of intent may follow. Complete the next return in its window, and collect what explains it."
    )


def test_an_assessment_reads_as_text():
    assert str(assess("++++++++++++", am.Provider(public_body=True))) == (
        "not_eligible, no_notice\n"
        "- Did the duty apply? met. It applied in a window that has closed.\n"
        "- Was a window that has closed missed? not_met. None of the latest 12 that can found a penalty was"
        " missed, and none before them is known to have been.\n"
        "- Is the provider no public body? not_met. It is a public body, on which no penalty can be imposed.\n"
        "- Are the regulations in force? met. They are in force from 1 December 2022.\n"
        "- Is there no reasonable excuse? met. It was said that there is no reasonable excuse.\n"
        "- Were 3 windows missed in a row, or any 4 of the latest 12 that have closed? not_met. The policy's "
        "trigger is "
        "not met: none of the latest 12 windows is known to be missed.\n"
        "- Were guidance and support offered? met. Guidance and support were offered on 1 September 2026.\n"
        "Nothing follows from what was given. None of the latest 12 that can found a penalty was missed, a"
        "nd none before them is known to have been. It is a public body, on which no penalty can be imposed. "
        "Complete the return in every window all the same.\n"
        "Not legal advice."
    )


# Notices

INTENT = am.Notice("notice_of_intent", dt.date(2026, 9, 1), "electronic")
FINAL = am.Notice("final_notice", dt.date(2026, 9, 18), "delivered")
WITHDRAWAL = am.Notice("withdrawal", dt.date(2026, 9, 19), "delivered")
AGAIN = am.Notice("notice_of_intent", dt.date(2026, 9, 19), "delivered")
POSTED = am.Notice("withdrawal", dt.date(2026, 9, 19), "posted")


@pytest.mark.parametrize(
    ("sent", "method", "given_on"),
    [
        (dt.date(2026, 9, 1), "delivered", dt.date(2026, 9, 1)),
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
    assert am.Notice("notice_of_intent", sent, method).given_on(am.ENGLAND) == given_on


@given(st.dates(dt.date(2022, 12, 1), dt.date(2100, 12, 1)), st.sampled_from(["posted", "electronic"]))
def test_a_sent_notice_is_given_on_a_working_day_after_it(sent, method):
    given_on = am.Notice("final_notice", sent, method).given_on(am.ENGLAND)
    assert given_on > sent
    assert am.ENGLAND.is_working_day(given_on)
    between = [sent + dt.timedelta(days=n) for n in range(1, (given_on - sent).days + 1)]
    assert sum(am.ENGLAND.is_working_day(day) for day in between) == {"posted": 3, "electronic": 1}[method]


@pytest.mark.parametrize(
    ("notices", "on", "stage"),
    [
        ([], ON, "no_notice"),
        ([INTENT], dt.date(2026, 9, 1), "intent_sent"),
        ([INTENT], dt.date(2026, 9, 2), "representations"),
        ([INTENT], dt.date(2026, 9, 16), "representations"),
        ([INTENT], dt.date(2026, 9, 17), "decision"),
        ([FINAL, INTENT], ON, "final_notice"),
        ([INTENT, WITHDRAWAL], ON, "withdrawn"),
        ([INTENT, am.Notice("final_notice", dt.date(2026, 9, 17), "posted")], ON, "final_sent"),
        ([INTENT, am.Notice("final_notice", dt.date(2026, 9, 17), "posted")], dt.date(2026, 9, 22), "final_notice"),
        ([INTENT, FINAL, WITHDRAWAL], ON, "decision"),
        ([INTENT, FINAL, WITHDRAWAL, WITHDRAWAL], ON, "withdrawn"),
        ([INTENT, FINAL, WITHDRAWAL, am.Notice("final_notice", ON, "delivered")], ON, "final_notice"),
        ([INTENT, am.Notice("withdrawal", dt.date(2026, 9, 18), "posted")], ON, "decision"),
        ([INTENT, am.Notice("withdrawal", dt.date(2026, 9, 18), "posted")], dt.date(2026, 9, 23), "withdrawn"),
        ([INTENT, am.Notice("notice_of_intent", dt.date(2026, 9, 10), "posted"), WITHDRAWAL], ON, "decision"),
        (
            [
                am.Notice("final_notice", dt.date(2026, 9, 1), "delivered"),
                am.Notice("notice_of_intent", dt.date(2026, 9, 1), "delivered"),
            ],
            ON,
            "final_notice",
        ),
        ([INTENT, WITHDRAWAL, am.Notice("notice_of_intent", dt.date(2026, 9, 20), "delivered")], ON, "representations"),
        # Of one day, in the order of the list: withdrawn and sent anew, or sent anew and that withdrawn.
        ([INTENT, WITHDRAWAL, AGAIN], ON, "representations"),
        ([INTENT, AGAIN, WITHDRAWAL], ON, "decision"),
        ([INTENT, FINAL, am.Notice("withdrawal", FINAL.sent, "delivered"), FINAL], ON, "final_notice"),
        # A withdrawal in the post takes its own notice off later, and no other one.
        ([INTENT, FINAL, POSTED, am.Notice("final_notice", ON, "delivered")], ON, "final_notice"),
        ([INTENT, FINAL, POSTED, am.Notice("withdrawal", ON, "delivered")], ON, "final_notice"),
        ([INTENT, FINAL, POSTED, am.Notice("withdrawal", ON, "delivered")], dt.date(2026, 9, 22), "final_notice"),
        ([INTENT, FINAL, POSTED, am.Notice("withdrawal", ON, "delivered")], dt.date(2026, 9, 23), "withdrawn"),
    ],
)
def test_stage_follows_from_the_notices(notices, on, stage):
    assert assess(TRIGGERED, on=on, notices=notices).stage.value == stage


def test_deadlines_show_their_grade_and_what_was_not_found():
    intent = assess(TRIGGERED, notices=[INTENT]).deadlines
    assert [str(deadline) for deadline in intent] == [
        "written representations by the provider: 14 days, by Wednesday 16 September 2026 (secondary)",
        "decision: 28 days, not found (from which day they count is not said) (secondary)",
    ]
    final = assess(TRIGGERED, notices=[INTENT, FINAL]).deadlines
    assert [str(deadline) for deadline in final] == [
        "payment: not found (the draft regulations provide for recovery through the county court)",
        "appeal: not found (the draft regulations provide for an appeal to the First-tier Tribunal)",
    ]
    assert all(isinstance(deadline.by, am.NotFound) for deadline in final)
    assert assess(TRIGGERED).deadlines == assess(TRIGGERED, notices=[INTENT, WITHDRAWAL]).deadlines == ()


def test_next_step_after_a_notice():
    early = assess(TRIGGERED, on=dt.date(2026, 9, 10), notices=[INTENT]).next_step
    assert early == (
        "Send written representations by Wednesday 16 September 2026, with what explains it. That day rests on one "
        "third party's account: hold it against the notice itself."
    )
    over = (
        "The days for representations ended on Wednesday 16 September 2026, as one third party gives them. Ask NHSBSA "
        "where the decision stands, and send what explains it if that was not done."
    )
    assert assess(TRIGGERED, notices=[INTENT]).next_step == over
    assert assess(TRIGGERED, notices=[INTENT, FINAL]).next_step == (
        "Read in the final notice sent on Friday 18 September 2026 by when to pay or to appeal: neither "
        "period was found, "
        "so none is given here."
    )
    public = {"provider": am.Provider(public_body=True), "notices": [INTENT]}
    against = " What speaks against a penalty: It is a public body, on which no penalty can be imposed."
    assert assess(TRIGGERED, **public).next_step == over + against
    assert assess(TRIGGERED, support_offered=False, **public).next_step == over + against
    assert assess(TRIGGERED, notices=[INTENT, WITHDRAWAL]).next_step.startswith("A notice of intent may follow.")


NO_INTENT = "A final notice was sent on Friday 18 September 2026 with no notice of intent standing before it."
NONE_TO_WITHDRAW = "A withdrawal was sent on Saturday 19 September 2026 with no notice standing to withdraw."


@pytest.mark.parametrize(
    ("notices", "message"),
    [
        ([FINAL], NO_INTENT),
        ([WITHDRAWAL], NONE_TO_WITHDRAW),
        ([INTENT, FINAL, FINAL], NO_INTENT),
        ([INTENT, am.Notice("withdrawal", dt.date(2026, 9, 10), "posted"), FINAL], NO_INTENT),
        ([INTENT, WITHDRAWAL, WITHDRAWAL], NONE_TO_WITHDRAW),
        (
            [am.Notice("notice_of_intent", dt.date(2022, 11, 30), "posted")],
            "A notice was sent on Wednesday 30 November 2022, before the regulations were in force on Thursday 1 "
            "December 2022.",
        ),
        (
            [am.Notice("notice_of_intent", dt.date(2026, 9, 21), "posted")],
            "A notice was sent on Monday 21 September 2026, after the day of the assessment, Sunday 20 September 2026.",
        ),
        ([5], "notices include a value of type int; pass asc_mandate.Notice objects."),
        (5, "notices is a value of type int; pass a list of Notice objects."),
    ],
)
def test_impossible_notices_are_refused(notices, message):
    with pytest.raises(am.InvalidArgument) as caught:
        assess(TRIGGERED, notices=notices)
    assert str(caught.value) == message


def test_a_notice_may_be_sent_on_the_first_day_of_the_regulations():
    first = am.Notice("notice_of_intent", dt.date(2022, 12, 1), "delivered")
    assert assess("", on=first.sent, notices=[first]).stage.value == "representations"


# The amount

BANDS = [
    *((1, 313), (3, 313), (4, 816), (10, 816), (11, 1643), (15, 1643), (16, 2388), (20, 2388), (21, 3268), (25, 3268)),
    *((26, 4270), (30, 4270), (31, 5023), (35, 5023), (36, 5779), (40, 5779), (41, 6533), (45, 6533), (46, 7289)),
    *((50, 7289), (51, 8037), (55, 8037), (56, 8792), (60, 8792), (61, 10048), (65, 10048), (66, 11050), (70, 11050)),
    *((71, 12058), (75, 12058), (76, 13062), (80, 13062), (81, 14069), (90, 14069), (91, 15710), (500, 15710)),
]
COMMUNITY = [
    (0, 239),
    (1, 293),
    (2, 348),
    (10, 782),
    (63, 3660),
    (100, 5670),
    (1699, 92503),
    (1700, 92558),
    (5000, 92558),
]


@pytest.mark.parametrize(("places", "pounds"), BANDS)
def test_care_home_bands_on_both_sides_of_each_edge(places, pounds):
    fee = am.penalty_amount([am.Location("care_home", places)], ON)
    assert fee.amount == pounds
    assert [(part.location, part.amount) for part in fee.breakdown] == [(am.Location("care_home", places), pounds)]
    assert fee.grade is am.Grade.SECONDARY
    assert fee.scheme == "Fees scheme 2019/20"
    assert [citation.where[:12] for citation in fee.citations] == ["regulation 3"]


@pytest.mark.parametrize(("users", "pounds"), COMMUNITY)
def test_community_fee_is_rounded_and_capped(users, pounds):
    fee = am.penalty_amount([am.Location("domiciliary_care", users)], ON)
    assert fee.amount == pounds
    assert isinstance(fee.amount, Decimal)
    assert [(part.location, part.amount) for part in fee.breakdown] == [
        (am.Location("domiciliary_care", users), pounds)
    ]
    assert fee.grade is (am.Grade.SECONDARY if users >= 1700 else am.Grade.INFERRED)


def test_the_decimal_context_of_the_caller_does_not_matter():
    with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact])):
        assert (
            am.penalty_amount([am.Location("domiciliary_care", 63), am.Location("care_home", 42)], ON).amount == 10_193
        )


def test_half_a_pound_is_rounded_up():
    # 239 + 54.305 x 300 is 16,530.50.
    assert am.penalty_amount([am.Location("domiciliary_care", 300)], ON).amount == 16_531


def test_locations_are_summed_with_a_breakdown():
    locations = [am.Location("care_home", 42, location_id="1-1000210669"), am.Location("domiciliary_care", 63)]
    fee = am.penalty_amount(iter(locations), ON)
    assert [(part.location, part.amount) for part in fee.breakdown] == [(locations[0], 6533), (locations[1], 3660)]
    assert fee.amount == 10_193
    assert all(part.citations for part in fee.breakdown)
    assert fee.grade is am.Grade.INFERRED
    two_homes = am.penalty_amount([am.Location("care_home", 42)] * 2, ON)
    assert (two_homes.amount, two_homes.grade) == (13_066, am.Grade.INFERRED)


@given(st.integers(1, 2_000), st.integers(0, 50), st.sampled_from(am.ServiceType))
def test_the_fee_never_falls_as_a_location_grows(size, more, service):
    smaller, larger = (am.penalty_amount([am.Location(service, n)], ON).amount for n in (size, size + more))
    assert smaller <= larger <= {"care_home": 15_710, "domiciliary_care": 92_558}[service]


def test_after_the_last_report_the_scheme_is_taken_to_be_current_still():
    home = [am.Location("care_home", 42)]
    assert am.penalty_amount(home, dt.date(2026, 9, 30)).grade is am.Grade.SECONDARY
    later = am.penalty_amount(home, dt.date(2026, 10, 1))
    assert (later.amount, later.grade) == (6533, am.Grade.INFERRED)
    assert "taken to be current still" in later.citations[1].where


@pytest.mark.parametrize(
    ("locations", "on", "error", "message"),
    [
        (
            [am.Location("domiciliary_care", 5)],
            dt.date(2024, 3, 31),
            am.NotEstablished,
            "The fee for domiciliary care is not established for 31 March 2024: it is known from 1 April 2024, and may "
            "have differed before.",
        ),
        ([am.Location("hospice", 5)], ON, am.NotEstablished, "The fee for a hospice was not found."),
        (
            [am.Location("care_home", 5)],
            dt.date(2022, 11, 30),
            am.NotInForce,
            "No penalty could be imposed on Wednesday 30 November 2022: the regulations are in force from 1 December "
            "2022.",
        ),
        (
            [],
            ON,
            am.InvalidArgument,
            "locations is empty; pass the locations that the registration covers.",
        ),
        (5, ON, am.InvalidArgument, "locations is a value of type int; pass a list of Location objects."),
        ([5], ON, am.InvalidArgument, "locations include a value of type int; pass asc_mandate.Location objects."),
        (
            [am.Location("care_home", 5)],
            "today",
            am.InvalidArgument,
            f"imposed_on is a value of type str; {PASS_A_DAY}",
        ),
    ],
)
def test_amounts_that_cannot_be_told_are_refused(locations, on, error, message):
    with pytest.raises(error) as caught:
        am.penalty_amount(locations, on)
    assert str(caught.value) == message


def test_a_new_fees_scheme_gives_the_amount_from_its_first_day(monkeypatch):
    (old,) = fees.SCHEMES
    starts = dt.date(2027, 4, 1)
    new = evolve(
        old,
        name="Fees scheme 2027/28",
        in_force_from=Datum(starts, old.in_force_from.citation),
        known_through=Datum(starts, old.known_through.citation),
    )
    monkeypatch.setattr(fees, "SCHEMES", (old, new))
    names = [am.penalty_amount([am.Location("care_home", 5)], day).scheme for day in (dt.date(2027, 3, 31), starts)]
    assert names == ["Fees scheme 2019/20", "Fees scheme 2027/28"]


def test_community_fees_are_established_from_april_2024():
    assert am.penalty_amount([am.Location("domiciliary_care", 5)], dt.date(2024, 4, 1)).amount == 511
    assert am.penalty_amount([am.Location("care_home", 5)], dt.date(2022, 12, 1)).amount == 816


@pytest.mark.parametrize("size", [-1, 1.5, "5", None, True, 10**9, 10**10_000], ids=range(7))
def test_sizes_are_whole_numbers(size):
    with pytest.raises(am.InvalidArgument) as caught:
        am.Location("care_home", size)
    assert str(caught.value) == (
        "size is no whole number from 0; pass the places of a care home, or the service users."
    )


def test_the_largest_size_and_the_smallest_are_taken():
    assert am.Location("care_home", 10**9 - 1).size == 999_999_999
    assert am.Location("care_home", 1).size == 1
    assert am.Location("domiciliary_care", 0).size == 0


def test_a_care_home_has_a_place():
    with pytest.raises(am.InvalidArgument) as caught:
        am.Location("care_home", 0)
    assert str(caught.value) == "size is 0; a care home's registration has at least one place."
    with pytest.raises(am.InvalidArgument, match="service is “hotel”"):
        am.Location("hotel", 5)


def test_an_assessment_tells_the_amount_on_the_day_of_the_final_notice():
    provider = am.Provider(public_body=False, locations=[am.Location("care_home", 42)])
    assert assess(TRIGGERED, provider).amount.amount == 6533
    late = dt.date(2026, 10, 20)
    assert assess(TRIGGERED, provider, on=late).amount.grade is am.Grade.INFERRED
    assert assess(TRIGGERED, provider, on=late, notices=[INTENT, FINAL]).amount.grade is am.Grade.SECONDARY
    withdrawn = [INTENT, FINAL, am.Notice("withdrawal", dt.date(2026, 9, 25), "delivered")]
    assert assess(TRIGGERED, provider, on=late, notices=withdrawn).amount.grade is am.Grade.INFERRED
    agency = am.Provider(public_body=False, locations=[am.Location("domiciliary_care", 63)])
    old = [
        am.Notice("notice_of_intent", dt.date(2024, 2, 1), "posted"),
        am.Notice("final_notice", dt.date(2024, 3, 31), "posted"),
    ]
    assert isinstance(assess(TRIGGERED, agency, notices=old).amount, am.NotFound)
    newer = [*old, am.Notice("notice_of_intent", dt.date(2026, 9, 10), "posted")]
    assert assess(TRIGGERED, agency, notices=newer).amount.amount == 3660
    assert assess(TRIGGERED).amount == am.NotFound("no locations were given")
    hospice = am.Provider(public_body=False, locations=[am.Location("hospice", 5)])
    assert str(assess(TRIGGERED, hospice).amount) == "not found (The fee for a hospice was not found.)"


# Arguments

PASS_A_CALENDAR = "calendar is a value of type int; pass an asc_mandate.Calendar."


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: am.assess_penalty({}, PRIVATE, ON), "ledger is a value of type dict; pass an asc_mandate.Ledger."),
        (
            lambda: am.assess_penalty(ledger("+"), "me", ON),
            "provider is a value of type str; pass an asc_mandate.Provider.",
        ),
        (lambda: am.assess_penalty(ledger("+"), PRIVATE, "today"), f"on is a value of type str; {PASS_A_DAY}"),
        (lambda: assess("+", calendar=5), PASS_A_CALENDAR),
        (
            lambda: assess("+", support_offered=True),
            "support_offered is True; pass the day on which guidance and support were offered.",
        ),
        (lambda: assess("+", support_offered="x"), f"support_offered is a value of type str; {PASS_A_DAY}"),
        (
            lambda: assess("+", reasonable_excuse="no"),
            "reasonable_excuse is “no”; pass True, False, or None where it is not known.",
        ),
        (
            lambda: assess("+", false_or_misleading="yes"),
            "false_or_misleading is “yes”; pass True, 'material', False, or None where nothing was said.",
        ),
        (
            lambda: am.Provider(public_body="maybe"),
            "public_body is “maybe”; pass True, False, 'partly', or None where it is not known.",
        ),
        (
            lambda: am.Provider(public_body=1),
            "public_body is a value of type int; pass True, False, 'partly', or None where it is not known.",
        ),
        (lambda: am.Provider(locations=5), "locations is a value of type int; pass a list of Location objects."),
        (lambda: ledger("+").outcome(2026, 13), NO_MONTH),
        (lambda: ledger("+").outcome([], 8), NO_MONTH),
        (
            lambda: am.Location("care_home", 5, location_id=[1]),
            "location_id is a value of type list; pass text such as '1-1000210669', or None.",
        ),
        (lambda: INTENT.given_on(5), PASS_A_CALENDAR),
        (lambda: am.check_dataset(5), "dataset is a value of type int; pass an asc_mandate.Dataset."),
        (
            lambda: am.Notice("warning", ON, "posted"),
            "kind is “warning”; pass 'notice_of_intent', 'final_notice' or 'withdrawal'.",
        ),
        (lambda: am.Notice("final_notice", ON, "fax"), "method is “fax”; pass 'delivered', 'posted' or 'electronic'."),
        (lambda: am.Notice("final_notice", "today", "posted"), f"sent is a value of type str; {PASS_A_DAY}"),
    ],
)
def test_bad_arguments_are_refused_in_a_sentence(ask, message):
    with pytest.raises(am.InvalidArgument) as caught:
        ask()
    assert str(caught.value) == message


def test_before_the_mandate_there_is_nothing_to_assess():
    with pytest.raises(am.NotInForce):
        assess("", on=dt.date(2022, 7, 30))
    assert assess("", on=dt.date(2022, 7, 31)).trigger.windows == ()


def test_contacts_say_who_answers_what_and_when():
    contacts = am.contacts()
    assert [(contact.telephone, contact.open) for contact in contacts] == [
        ("0191 691 3729", "Monday to Friday, 8am to 5pm"),
        (None, None),
        ("0300 330 2088", "Monday to Friday, 8:30am to 4:30pm"),
    ]
    assert [contact.email for contact in contacts] == [
        "necsu.capacitytracker@nhs.net",
        "capacitytracker-guidance@dhsc.gov.uk",
        "nhsbsa.adultsocialcareenforcement@nhs.net",
    ]
    assert "another NHSBSA page gives a different email address" in contacts[2].remark
    assert all(contact.citation.source.grade is am.Grade.OFFICIAL for contact in contacts)


def test_an_assessment_says_for_when_it_holds():
    assert assess("+").on == ON
    moment = dt.datetime(2026, 9, 20, 23, 30, tzinfo=dt.UTC)
    assert assess("+", on=moment).on.isoformat() == "2026-09-21T00:30:00+01:00"


def test_an_assessment_is_stamped_with_its_data():
    assert assess("+").dataset == am.dataset_version()
    amended = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    assert assess("+", calendar=amended).dataset.calendar is not None


def test_assessments_survive_pickling():
    provider = am.Provider(public_body="partly", locations=[am.Location("care_home", 42)])
    assessment = assess("+++++++++xx?", provider, notices=[INTENT, FINAL])
    assert pickle.loads(pickle.dumps(assessment)) == assessment
