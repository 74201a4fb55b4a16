"""The tests of eligibility, by the two routes to a penalty: missed windows, and misleading information."""

import datetime as dt
from typing import Literal, NamedTuple

from attrs import frozen

from asc_mandate._coerce import day_of
from asc_mandate._format import format_date, join_words
from asc_mandate.notice import enforcement
from asc_mandate.notice.provenance import Citation
from asc_mandate.penalties import sentences
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.penalties.trigger import NUMBERS, EligibilityAnswer, Trigger, Windows, name_windows
from asc_mandate.validation.findings import Outcome

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
        answer: MET, NOT_MET, NEEDS_JUDGEMENT or UNKNOWN.
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
    readings: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.question} {self.reply}: {self.why[:1].lower()}{self.why[1:]}"

    def __repr__(self) -> str:
        return f"EligibilityTest({self.id}: {self.answer.value.replace('_', ' ')})"


class _Asked(NamedTuple):
    """What stays the same of a test: ``good`` is the reply that means MET, for the question need not ask for a yes."""

    question: str
    good: str
    statutory: bool
    citation: Citation
    readings: tuple[str, ...] = ()


_ASKED = {
    "duty": _Asked(sentences.DUTY, "Yes", True, enforcement.DUTY),
    "missed": _Asked(sentences.MISSED, "Yes", True, enforcement.PENALTY, enforcement.FIRST_CLOSE.readings),
    "misleading": _Asked(sentences.MISLEADING, "Yes", True, enforcement.PENALTY),
    "not-public-body": _Asked(sentences.PUBLIC, "No", True, enforcement.PUBLIC_BODY),
    "in-force": _Asked(sentences.IN_FORCE, "Yes", True, enforcement.IN_FORCE_FROM.citation),
    "no-reasonable-excuse": _Asked(sentences.EXCUSE, "No", True, enforcement.PENALTY),
    "trigger": _Asked(
        sentences.TRIGGER.format(**NUMBERS),
        "Yes",
        False,
        enforcement.MISSED_IN_A_ROW.citation,
        enforcement.MONTHS_LOOKED_BACK.readings + enforcement.MISSED_IN_A_ROW.readings,
    ),
    "support-offered": _Asked(sentences.SUPPORT, "Yes", False, enforcement.SUPPORT_FIRST),
}
"""In the order of an assessment: those of the statute first."""


def _test(id: str, answer: EligibilityAnswer, why: str, reply: str = "") -> EligibilityTest:
    asked = _ASKED[id]
    replies = {MET: asked.good, NOT_MET: "No" if asked.good == "Yes" else "Yes", UNKNOWN: "Not known"}
    words = reply or replies.get(answer, "For a person to judge")
    return EligibilityTest(id, asked.question, answer, words, why, asked.statutory, asked.citation, asked.readings)


@frozen
class Facts:
    """What an assessment is given, once it was checked.

    Attributes:
        opened: All windows of the ledger, and that of the day's month, that had opened.
        missed: All windows that are known to be missed and can found a penalty, earliest first, however far back.
        missed_not_counting: Those that cannot, because they closed before the regulations were in force.
    """

    on: dt.date
    ledger: Ledger
    trigger: Trigger
    opened: Windows
    missed: Windows
    missed_not_counting: Windows
    public_body: PublicBody
    support_offered: SupportOffered
    reasonable_excuse: bool | None
    false_or_misleading: Misleading


def missed_route(facts: Facts) -> tuple[EligibilityTest, ...]:
    """Return what statute and policy ask where windows were missed."""
    duty = _duty(facts, facts.trigger.windows, "closed", _test("duty", UNKNOWN, sentences.DUTY_UNKNOWN))
    return (duty, _missed(facts), *_common(facts), _trigger(facts.trigger, facts.missed), _support(facts))


def misleading_route(facts: Facts) -> tuple[EligibilityTest, ...]:
    """Return what the statute asks where information was false or misleading; the policy speaks of missed windows."""
    # Information may have been given long ago, or in a window that is open.
    windows = facts.trigger.windows + facts.opened
    duty = _duty(facts, windows, "opened", _test("duty", MET, sentences.DUTY_ANSWERED))
    answer = MET if facts.false_or_misleading == "material" else JUDGEMENT
    return (duty, _test("misleading", answer, sentences.FALSE_OR_MISLEADING[answer]), *_common(facts))


def _duty(facts: Facts, windows: Windows, what: str, if_not_known: EligibilityTest) -> EligibilityTest:
    outcomes = {facts.ledger.outcome_in(window) for window in windows}
    if facts.missed or outcomes & {Outcome.MET, Outcome.NOT_MET}:
        return _test("duty", MET, sentences.DUTY_MET.format(what=what))
    return if_not_known if None in outcomes else _test("duty", NOT_MET, sentences.DUTY_NOT_MET)


def _missed(facts: Facts) -> EligibilityTest:
    not_counting, unknown = facts.missed_not_counting, facts.trigger.not_known
    if facts.missed:
        answer, labels = MET, [window.label for window in facts.missed]
        # Each by its name, because each is a breach.
        why = _said(sentences.MISSED_MET, facts.missed, f"window{'s' * (len(labels) > 1)} of {join_words(labels)}")
    elif unknown:
        answer, why = UNKNOWN, _said(sentences.MISSED_UNKNOWN, unknown)
    else:
        answer, why = NOT_MET, sentences.NO_OTHER_MISSED if not_counting else sentences.NONE_MISSED
    parts = [why]
    if not_counting:
        # First where it is the answer: a window was missed, and the test is not met all the same.
        parts.insert(0 if answer is NOT_MET else 1, _said(sentences.MISSED_NOT_COUNTING, not_counting))
    if facts.trigger.counted_as_met:
        parts.append(_said(sentences.COUNTED_AS_MET, facts.trigger.counted_as_met))
    return _test("missed", answer, " ".join(parts), "Yes" if not_counting and answer is NOT_MET else "")


def _common(facts: Facts) -> tuple[EligibilityTest, ...]:
    """Return what the statute asks on both routes."""
    public = {True: NOT_MET, False: MET, "partly": JUDGEMENT, None: UNKNOWN}[facts.public_body]
    excuse = {True: NOT_MET, False: MET, None: JUDGEMENT}[facts.reasonable_excuse]
    first = enforcement.IN_FORCE_FROM.value
    began = day_of(facts.on) >= first
    in_force = sentences.IN_FORCE_MET if began else sentences.IN_FORCE_NOT_MET
    return (
        _test("not-public-body", public, sentences.PUBLIC_BODY[public]),
        _test("in-force", MET if began else NOT_MET, in_force.format(day=format_date(first))),
        _test("no-reasonable-excuse", excuse, sentences.REASONABLE_EXCUSE[excuse]),
    )


def _trigger(trigger: Trigger, missed: Windows) -> EligibilityTest:
    # Without any miss every unknown window could tip it, and the test before this one has named them.
    is_named = not missed and trigger.answer is UNKNOWN
    return _test("trigger", trigger.answer, sentences.TRIGGER_UNKNOWN_AS_MISSED if is_named else str(trigger))


def _support(facts: Facts) -> EligibilityTest:
    offered = facts.support_offered
    if offered is None:
        return _test("support-offered", UNKNOWN, sentences.SUPPORT_UNKNOWN)
    if offered is False:
        return _test("support-offered", NOT_MET, sentences.SUPPORT_NOT_MET)
    answer, sentence, first = MET, sentences.SUPPORT_MET, facts.missed[0] if facts.missed else None
    if offered > day_of(facts.on):
        answer, sentence = NOT_MET, sentences.SUPPORT_LATER
    elif first is not None and offered <= first.closes:
        answer, sentence = JUDGEMENT, sentences.SUPPORT_BEFORE_A_MISS
    return _test("support-offered", answer, sentence.format(day=format_date(offered), month=first and first.label))


def _said(sentence: str, windows: Windows, named: str = "") -> str:
    were = "were" if len(windows) > 1 else "was"
    day = format_date(enforcement.FIRST_CLOSE.value)
    return sentence.format(windows=named or name_windows(windows), were=were, day=day)
