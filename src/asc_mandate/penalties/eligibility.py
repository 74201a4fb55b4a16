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
    counts,
    windows_were,
)
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import ReportingWindow, window_of

MET, NOT_MET, JUDGEMENT, UNKNOWN = EligibilityAnswer

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


class _Asked(NamedTuple):
    """What stays the same of a test; ``replies`` are the other way round where the question hopes for a no."""

    question: str
    citation: Citation
    readings: tuple[str, ...] = ()
    replies: Mapping[EligibilityAnswer, str] = _YES
    statutory: bool = True


_ASKED = {
    "duty": _Asked("Did the duty apply?", enforcement.DUTY),
    "missed": _Asked(
        "Was a window that has closed missed?", enforcement.PENALTY, readings=enforcement.FIRST_CLOSE.readings
    ),
    "misleading": _Asked("Was information false or misleading to a material extent?", enforcement.PENALTY),
    "not-public-body": _Asked("Is the provider a public body?", enforcement.PUBLIC_BODY, replies=_NO),
    "in-force": _Asked("Are the regulations in force?", enforcement.IN_FORCE_FROM.citation),
    "no-reasonable-excuse": _Asked("Was there a reasonable excuse?", enforcement.PENALTY, replies=_NO),
    "trigger": _Asked(
        f"Were {IN_A_ROW} windows missed in a row, or any {IN_ALL} of the latest {LOOKED_BACK} that have closed?",
        enforcement.MISSED_IN_A_ROW.citation,
        readings=enforcement.MONTHS_LOOKED_BACK.readings + enforcement.MISSED_IN_A_ROW.readings,
        statutory=False,
    ),
    "support-offered": _Asked("Were guidance and support offered?", enforcement.SUPPORT_FIRST, statutory=False),
}


class _Said(NamedTuple):
    """An answer, and why in words that can follow a colon; ``reply`` is given where the question has another one."""

    answer: EligibilityAnswer
    why: str
    reply: str = ""


PUBLIC_BODY: Mapping[PublicBody, _Said] = {
    True: _Said(NOT_MET, "The provider is a public body, and no penalty can be imposed on a public body."),
    False: _Said(MET, "The provider is not a public body."),
    "partly": _Said(JUDGEMENT, "The provider is a public body to the extent of its public functions only."),
    None: _Said(UNKNOWN, "It was not said whether the provider is a public body."),
}
EXCUSE: Mapping[bool | None, _Said] = {
    True: _Said(NOT_MET, "It was said that there was a reasonable excuse."),
    False: _Said(MET, "It was said that there was no reasonable excuse."),
    None: _Said(JUDGEMENT, "The law does not define a reasonable excuse."),
}
MISLEADING: Mapping[Misleading, _Said | None] = {
    True: _Said(JUDGEMENT, "It was said that information was false or misleading, but not to what extent."),
    "material": _Said(MET, "It was said that information was false or misleading to a material extent."),
    False: None,
    None: None,
}

_ORDER = list(Conclusion)


def nearest_route(facts: Facts) -> tuple[Conclusion, tuple[EligibilityTest, ...]]:
    """Return the conclusion and the tests of the route that comes nearest to a penalty, the statute's tests first."""
    missed = _missed(facts)
    common = {
        "not-public-body": PUBLIC_BODY[facts.public_body],
        "in-force": _in_force(facts),
        "no-reasonable-excuse": EXCUSE[facts.reasonable_excuse],
    }
    policy = {"trigger": _trigger(facts, missed), "support-offered": _support(facts)}
    routes = [{"duty": _duty(facts, facts.trigger.windows), "missed": missed, **common, **policy}]
    if missed.answer is NOT_MET and not facts.missed and facts.reasonable_excuse is None:
        routes[0]["no-reasonable-excuse"] = _Said(JUDGEMENT, "There is nothing to excuse.", "No")
    if misleading := MISLEADING[facts.false_or_misleading]:
        # Information may have been given long ago, or in a window that is open; the policy speaks of missed windows.
        months = (*facts.ledger.outcomes, (facts.day.year, facts.day.month))
        held = (*facts.trigger.windows, *(window_of(*month, facts.calendar) for month in months))
        opened = tuple(window for window in held if window.opens <= facts.day)
        routes.append({"duty": _duty(facts, opened, informed=True), "misleading": misleading, **common})
    tests = [tuple(_test(_ASKED[id], id, said) for id, said in route.items()) for route in routes]
    return max(((_conclusion(route), route) for route in tests), key=_nearness)


def _test(asked: _Asked, id: str, said: _Said) -> EligibilityTest:
    reply = said.reply or asked.replies[said.answer]
    return EligibilityTest(
        id, asked.question, said.answer, reply, said.why, asked.statutory, asked.citation, asked.readings
    )


def _nearness(route: tuple[Conclusion, tuple[EligibilityTest, ...]]) -> tuple[int, int]:
    conclusion, tests = route
    return _ORDER.index(conclusion), -sum(test.answer is NOT_MET and test.statutory for test in tests)


def _conclusion(tests: tuple[EligibilityTest, ...]) -> Conclusion:
    by_law, by_policy = ({test.answer for test in tests if test.statutory is law} for law in (True, False))
    for answers, fails in ((by_law, Conclusion.NOT_ELIGIBLE), (by_policy, Conclusion.NOT_YET)):
        if NOT_MET in answers or UNKNOWN in answers:
            return fails if NOT_MET in answers else Conclusion.UNKNOWN
    return Conclusion.NEEDS_JUDGEMENT if JUDGEMENT in by_law | by_policy else Conclusion.ELIGIBLE


def _duty(facts: Facts, windows: Windows, *, informed: bool = False) -> _Said:
    outcomes = {facts.ledger.outcome_in(window) for window in windows}
    if facts.missed or outcomes & {Outcome.MET, Outcome.NOT_MET}:
        return _Said(MET, "The duty applied in at least one window.")
    if not windows:
        return _Said(NOT_MET, "There was no window yet in which the duty could apply.")
    if None not in outcomes:
        return _Said(NOT_MET, "The duty applied in none of the latest windows.")
    if informed and Outcome.NOT_DUE not in outcomes:
        return _Said(MET, "Information was given in answer to the duty.")
    return _Said(UNKNOWN, "No window is known in which the duty applied.")


def _missed(facts: Facts) -> _Said:
    missed, not_counting = tuple(filter(counts, facts.missed)), tuple(filterfalse(counts, facts.missed))
    latest, unknown = facts.trigger.windows, facts.trigger.not_known
    early = ""
    if not_counting:
        early = (
            f" The {windows_were(not_counting)} missed, but cannot found a penalty, because the regulations came into "
            f"force on {format_date(enforcement.FIRST_CLOSE.value)}."
        )
    if missed:
        # Each by its name, because each is a breach.
        return _Said(MET, f"The {windows_were(missed, runs=False)} missed.{early}")
    if unknown:
        number, of = len(unknown), len(latest)
        some = f"{number} of the latest {of} windows" if number < of else "the latest windows"
        return _Said(UNKNOWN, f"What came of {some} is not known.{early}")
    if early:
        return _Said(NOT_MET, f"{early.lstrip()} No other window is known to have been missed.", "Yes")
    if latest and counts(latest[0]):
        return _Said(NOT_MET, "None of the latest windows was missed, and none before them is known to have been.")
    return _Said(NOT_MET, "No window is known to have been missed.")


def _in_force(facts: Facts) -> _Said:
    first = enforcement.IN_FORCE_FROM.value
    if facts.day < first:
        return _Said(NOT_MET, f"The regulations come into force on {format_date(first)}.")
    return _Said(MET, f"The regulations have been in force since {format_date(first)}.")


def _trigger(facts: Facts, missed: _Said) -> _Said:
    if facts.trigger.answer is UNKNOWN and missed.answer is UNKNOWN:
        # Without any miss every unknown window could tip it, and the test before this one has named them.
        return _Said(UNKNOWN, "The answer turns on the windows that are not known.")
    return _Said(facts.trigger.answer, str(facts.trigger))


def _support(facts: Facts) -> _Said:
    offered = facts.support_offered
    if offered is None:
        return _Said(UNKNOWN, "It was not said whether guidance and support were offered.")
    if offered is False:
        return _Said(NOT_MET, "It was said that guidance and support were not offered.")
    day = format_date(offered)
    if offered > facts.day:
        return _Said(NOT_MET, f"Guidance and support are to be offered only on {day}.")
    first = next(iter(facts.trigger.missed), None)
    if first and offered <= first.closes:
        before = f"before the first missed window of the latest {LOOKED_BACK}, {first.label}, had closed"
        return _Said(JUDGEMENT, f"The offer is dated {day}, {before}; support is offered after a miss.")
    return _Said(MET, f"Guidance and support were offered on {day}.")
