"""The tests of eligibility, by the two routes to a penalty: missed windows, and misleading information."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from itertools import filterfalse
from typing import Literal, NamedTuple

from attrs import frozen

from asc_mandate._format import format_date, one_line
from asc_mandate.calendar import Calendar
from asc_mandate.notice import enforcement
from asc_mandate.notice.provenance import Citation
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.penalties.notices import Standing
from asc_mandate.penalties.trigger import (
    IN_A_ROW,
    IN_ALL,
    LOOKED_BACK,
    EligibilityAnswer,
    Trigger,
    Windows,
    can_found_penalty,
    windows_were,
)
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import ReportingWindow, window_of

MET, NOT_MET = EligibilityAnswer.MET, EligibilityAnswer.NOT_MET
JUDGEMENT, UNKNOWN = EligibilityAnswer.NEEDS_JUDGEMENT, EligibilityAnswer.UNKNOWN

PublicBody = Literal["partly"] | bool | None
Misleading = Literal["material"] | bool | None
SupportOffered = dt.date | Literal[False] | None


@frozen(repr=False)
class EligibilityTest:
    """One test of eligibility for a penalty.

    Attributes:
        id: A stable name.
        question: What it asks, so that yes or no is an answer.
        answer: Whether it is met.
        reply: The answer to the question in words: "Yes", "No", "Not known" or "For a person to judge".
        why: Why, in sentences.
        statutory: Whether the statute asks it; otherwise the policy does.
        citation: Where it comes from.
        readings: The ids of the readings it rests on.
    """

    id: str
    question: str
    answer: EligibilityAnswer
    reply: str
    why: str
    statutory: bool
    citation: Citation
    readings: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.question} {self.reply}: {self.why[:1].lower()}{self.why[1:]}"

    def __repr__(self) -> str:
        return one_line(self, self.id, self.answer)


class Conclusion(StrEnum):
    """What the tests come to, from the furthest from a penalty to the nearest. None says that one will be imposed."""

    NOT_ELIGIBLE = "not_eligible"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"
    NEEDS_JUDGEMENT = "needs_judgement"
    ELIGIBLE = "eligible"


CONCLUSIONS = {
    Conclusion.NOT_ELIGIBLE: "Not eligible for a penalty: at least one condition of the law is not met.",
    Conclusion.NOT_YET: (
        "Not eligible yet: the law's conditions are met as far as can be computed, the policy's are not."
    ),
    Conclusion.UNKNOWN: "Not known: too little was given to tell.",
    Conclusion.NEEDS_JUDGEMENT: "For a person to judge: every condition that can be computed is met.",
    Conclusion.ELIGIBLE: "Eligible for a penalty: every condition is met. No penalty follows by itself.",
}


class Facts(NamedTuple):
    """Everything that is known on a day, checked and read once."""

    day: dt.date
    calendar: Calendar
    ledger: Ledger
    missed: Windows  # all that have closed, earliest first, however far back
    trigger: Trigger
    ahead: ReportingWindow | None  # the window of the next return that is still to be made
    at_risk: ReportingWindow | None
    standing: Standing
    public_body: PublicBody
    support_offered: SupportOffered
    reasonable_excuse: bool | None
    false_or_misleading: Misleading


_YES = {MET: "Yes", NOT_MET: "No", UNKNOWN: "Not known", JUDGEMENT: "For a person to judge"}
_NO = {**_YES, MET: "No", NOT_MET: "Yes"}


class _Question(NamedTuple):
    """What stays the same of a test; ``replies`` are the other way round where the question hopes for a no."""

    id: str
    text: str
    citation: Citation
    readings: tuple[str, ...] = ()
    replies: Mapping[EligibilityAnswer, str] = _YES
    statutory: bool = True

    def answered(self, answer: EligibilityAnswer, why: str, reply: str = "") -> EligibilityTest:
        """Return the test with its answer, and why in words that can follow a colon."""
        reply = reply or self.replies[answer]
        return EligibilityTest(self.id, self.text, answer, reply, why, self.statutory, self.citation, self.readings)


_DUTY = _Question("duty", "Did the duty apply?", enforcement.DUTY)
_MISSED = _Question(
    "missed", "Was a window that has closed missed?", enforcement.PENALTY, enforcement.FIRST_CLOSE.readings
)
_PUBLIC_BODY = _Question("not-public-body", "Is the provider a public body?", enforcement.PUBLIC_BODY, replies=_NO)
_FIRST_DAY = format_date(enforcement.REGULATIONS_IN_FORCE_FROM.value)
_IN_FORCE = _Question("in-force", "Are the regulations in force?", enforcement.REGULATIONS_IN_FORCE_FROM.citation)
_MISLEADING = _Question("misleading", "Was information false or misleading to a material extent?", enforcement.PENALTY)
_EXCUSE = _Question("no-reasonable-excuse", "Was there a reasonable excuse?", enforcement.PENALTY, replies=_NO)
_TRIGGER = _Question(
    "trigger",
    f"Were {IN_A_ROW} windows missed in a row, or any {IN_ALL} of the latest {LOOKED_BACK} that have closed?",
    enforcement.MISSED_IN_A_ROW.citation,
    enforcement.MONTHS_LOOKED_BACK.readings + enforcement.MISSED_IN_A_ROW.readings,
    statutory=False,
)
_SUPPORT = _Question(
    "support-offered", "Were guidance and support offered?", enforcement.SUPPORT_FIRST, statutory=False
)

PUBLIC_BODY_ANSWERS: Mapping[PublicBody, EligibilityTest] = {
    True: _PUBLIC_BODY.answered(
        NOT_MET, "The provider is a public body, and no penalty can be imposed on a public body."
    ),
    False: _PUBLIC_BODY.answered(MET, "The provider is not a public body."),
    "partly": _PUBLIC_BODY.answered(
        JUDGEMENT, "The provider is a public body to the extent of its public functions only."
    ),
    None: _PUBLIC_BODY.answered(UNKNOWN, "It was not said whether the provider is a public body."),
}
_IN_FORCE_YET: Mapping[bool, EligibilityTest] = {
    True: _IN_FORCE.answered(MET, f"The regulations have been in force since {_FIRST_DAY}."),
    False: _IN_FORCE.answered(NOT_MET, f"The regulations come into force on {_FIRST_DAY}."),
}
EXCUSE_ANSWERS: Mapping[bool | None, EligibilityTest] = {
    True: _EXCUSE.answered(NOT_MET, "It was said that there was a reasonable excuse."),
    False: _EXCUSE.answered(MET, "It was said that there was no reasonable excuse."),
    None: _EXCUSE.answered(JUDGEMENT, "The law does not define a reasonable excuse."),
}
_NOTHING_TO_EXCUSE = _EXCUSE.answered(JUDGEMENT, "There is nothing to excuse.", "No")
MISLEADING_ANSWERS: Mapping[Misleading, EligibilityTest | None] = {
    True: _MISLEADING.answered(
        JUDGEMENT, "It was said that information was false or misleading, but not to what extent."
    ),
    "material": _MISLEADING.answered(MET, "It was said that information was false or misleading to a material extent."),
    False: None,
    None: None,
}


def nearest_route(facts: Facts) -> tuple[Conclusion, tuple[EligibilityTest, ...]]:
    """Return the conclusion and the tests of the route that comes nearest to a penalty, the statute's tests first."""
    missed, excuse = _missed(facts), EXCUSE_ANSWERS[facts.reasonable_excuse]
    common = (
        PUBLIC_BODY_ANSWERS[facts.public_body],
        _IN_FORCE_YET[facts.day >= enforcement.REGULATIONS_IN_FORCE_FROM.value],
    )
    if missed.answer is NOT_MET and not facts.missed and facts.reasonable_excuse is None:
        excuse = _NOTHING_TO_EXCUSE
    duty = _duty(facts, facts.trigger.windows)
    routes: list[tuple[EligibilityTest, ...]] = [
        (duty, missed, *common, excuse, _trigger(facts, missed), _support(facts))
    ]
    if misleading := MISLEADING_ANSWERS[facts.false_or_misleading]:
        # Information may have been given long ago, or in a window that is open; the policy speaks of missed windows.
        months = (*facts.ledger.outcomes, (facts.day.year, facts.day.month))
        held = (*facts.trigger.windows, *(window_of(*month, facts.calendar) for month in months))
        duty = _duty(facts, tuple(window for window in held if window.opens <= facts.day), informed=True)
        routes.append((duty, misleading, *common, EXCUSE_ANSWERS[facts.reasonable_excuse]))
    return max(((_conclusion(route), route) for route in routes), key=_nearness)


def _nearness(route: tuple[Conclusion, tuple[EligibilityTest, ...]]) -> tuple[int, int]:
    conclusion, tests = route
    return list(Conclusion).index(conclusion), -sum(test.answer is NOT_MET and test.statutory for test in tests)


def _conclusion(tests: tuple[EligibilityTest, ...]) -> Conclusion:
    by_law, by_policy = ({test.answer for test in tests if test.statutory is law} for law in (True, False))
    if NOT_MET in by_law:
        return Conclusion.NOT_ELIGIBLE
    if UNKNOWN not in by_law and NOT_MET in by_policy:
        return Conclusion.NOT_YET
    if UNKNOWN in by_law | by_policy:
        return Conclusion.UNKNOWN
    return Conclusion.NEEDS_JUDGEMENT if JUDGEMENT in by_law | by_policy else Conclusion.ELIGIBLE


def _duty(facts: Facts, windows: Windows, *, informed: bool = False) -> EligibilityTest:
    if facts.missed or any(facts.ledger.outcome_in(window) in {Outcome.MET, Outcome.NOT_MET} for window in windows):
        return _DUTY.answered(MET, "The duty applied in at least one window.")
    if not windows:
        return _DUTY.answered(NOT_MET, "There was no window yet in which the duty could apply.")
    outcomes = {facts.ledger.outcome_in(window) for window in windows}
    if None not in outcomes:
        return _DUTY.answered(NOT_MET, "The duty applied in none of the latest windows.")
    if informed and Outcome.NOT_DUE not in outcomes:
        return _DUTY.answered(MET, "Information was given in answer to the duty.")
    return _DUTY.answered(UNKNOWN, "No window is known in which the duty applied.")


def _missed(facts: Facts) -> EligibilityTest:
    missed = tuple(filter(can_found_penalty, facts.missed))
    not_counting = tuple(filterfalse(can_found_penalty, facts.missed))
    latest, unknown = facts.trigger.windows, facts.trigger.not_known
    early = ""
    if not_counting:
        early = (
            f" The {windows_were(not_counting)} missed, but cannot found a penalty, because the regulations came into "
            f"force on {format_date(enforcement.FIRST_CLOSE.value)}."
        )
    if missed:
        # Each by its name, because each is a breach.
        return _MISSED.answered(MET, f"The {windows_were(missed, runs=False)} missed.{early}")
    if unknown:
        number, of = len(unknown), len(latest)
        some = f"{number} of the latest {of} windows" if number < of else "the latest windows"
        return _MISSED.answered(UNKNOWN, f"What came of {some} is not known.{early}")
    if early:
        return _MISSED.answered(NOT_MET, f"{early.lstrip()} No other window is known to have been missed.", "Yes")
    if latest and can_found_penalty(latest[0]):
        return _MISSED.answered(
            NOT_MET, "None of the latest windows was missed, and none before them is known to have been."
        )
    return _MISSED.answered(NOT_MET, "No window is known to have been missed.")


def _trigger(facts: Facts, missed: EligibilityTest) -> EligibilityTest:
    if facts.trigger.answer is UNKNOWN and missed.answer is UNKNOWN:
        # Without any miss every unknown window could tip it, and the test before this one has named them.
        return _TRIGGER.answered(UNKNOWN, "The answer turns on the windows that are not known.")
    return _TRIGGER.answered(facts.trigger.answer, str(facts.trigger))


def _support(facts: Facts) -> EligibilityTest:
    offered = facts.support_offered
    if offered is None:
        return _SUPPORT.answered(UNKNOWN, "It was not said whether guidance and support were offered.")
    if offered is False:
        return _SUPPORT.answered(NOT_MET, "It was said that guidance and support were not offered.")
    day = format_date(offered)
    if offered > facts.day:
        return _SUPPORT.answered(NOT_MET, f"Guidance and support are to be offered only on {day}.")
    first = next(iter(facts.trigger.missed), None)
    if first and offered <= first.closes:
        before = f"before the first missed window of the latest {LOOKED_BACK}, {first.label}, had closed"
        return _SUPPORT.answered(JUDGEMENT, f"The offer is dated {day}, {before}; support is offered after a miss.")
    return _SUPPORT.answered(MET, f"Guidance and support were offered on {day}.")
