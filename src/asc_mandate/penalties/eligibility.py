"""The tests of eligibility, by the two routes to a penalty: missed windows, and misleading information."""

import datetime as dt
from typing import Literal

from attrs import frozen

from asc_mandate.moments import day_of
from asc_mandate.notice import enforcement
from asc_mandate.notice.provenance import Citation
from asc_mandate.penalties import texts
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.penalties.trigger import Answer, Trigger
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import ReportingWindow
from asc_mandate.words import listed, month, short_date


@frozen
class EligibilityTest:
    """One test of eligibility for a penalty.

    Attributes:
        id: A stable name.
        question: What it asks.
        answer: MET, NOT_MET, NEEDS_JUDGEMENT or UNKNOWN.
        why: Why, as a sentence.
        statutory: Whether the statute asks it; otherwise the policy does.
        citation: Where it comes from.
        readings: The ids of the readings it rests on.
    """

    id: str
    question: str
    answer: Answer
    why: str
    statutory: bool
    citation: Citation
    readings: tuple[str, ...] = ()


@frozen
class Facts:
    """What an assessment is given, once it was checked."""

    on: dt.date
    ledger: Ledger
    trigger: Trigger
    missed_earlier: tuple[ReportingWindow, ...]
    public_body: Literal["partly"] | bool | None
    support_offered: dt.date | Literal[False] | None
    reasonable_excuse: bool | None
    false_or_misleading: Literal["material"] | bool | None


def missed_route(facts: Facts) -> tuple[EligibilityTest, ...]:
    """Return what statute and policy ask where windows were missed."""
    statutory = (_duty(facts), _missed(facts), _not_public(facts), _in_force(facts), _no_excuse(facts))
    return (*statutory, _trigger(facts), _support(facts))


def misleading_route(facts: Facts) -> tuple[EligibilityTest, ...]:
    """Return what the statute asks where information was false or misleading; the policy speaks of missed windows."""
    return (_duty(facts), _misleading(facts), _not_public(facts), _in_force(facts), _no_excuse(facts))


def _duty(facts: Facts) -> EligibilityTest:
    outcomes = {facts.ledger.outcome(window.year, window.month) for window in facts.trigger.windows}
    if facts.missed_earlier or outcomes & {Outcome.MET, Outcome.NOT_MET}:
        answer, why = Answer.MET, texts.DUTY_MET
    elif facts.false_or_misleading:
        answer, why = Answer.MET, texts.DUTY_ANSWERED
    elif None in outcomes:
        answer, why = Answer.UNKNOWN, texts.DUTY_UNKNOWN
    else:
        answer, why = Answer.NOT_MET, texts.DUTY_NOT_MET
    return EligibilityTest("duty", texts.DUTY, answer, why, statutory=True, citation=enforcement.DUTY)


def _missed(facts: Facts) -> EligibilityTest:
    missed, unknown = facts.missed_earlier + facts.trigger.missed, facts.trigger.not_known
    if missed:
        answer, why = Answer.MET, texts.MISSED_MET.format(months=_months(missed))
    elif unknown:
        answer, why = Answer.UNKNOWN, texts.MISSED_UNKNOWN.format(months=_months(unknown))
    else:
        answer, why = Answer.NOT_MET, texts.MISSED_NOT_MET
    return EligibilityTest(
        "missed",
        texts.MISSED,
        answer,
        why,
        statutory=True,
        citation=enforcement.PENALTY,
        readings=enforcement.FIRST_CLOSE.readings,
    )


def _misleading(facts: Facts) -> EligibilityTest:
    said_material = facts.false_or_misleading == "material"
    answer = Answer.MET if said_material else Answer.NEEDS_JUDGEMENT
    why = texts.MISLEADING_MET if said_material else texts.MISLEADING_EXTENT
    return EligibilityTest("misleading", texts.MISLEADING, answer, why, statutory=True, citation=enforcement.PENALTY)


def _not_public(facts: Facts) -> EligibilityTest:
    answers = {
        True: (Answer.NOT_MET, texts.NOT_PUBLIC_NOT_MET),
        False: (Answer.MET, texts.NOT_PUBLIC_MET),
        None: (Answer.UNKNOWN, texts.NOT_PUBLIC_UNKNOWN),
        "partly": (Answer.NEEDS_JUDGEMENT, texts.NOT_PUBLIC_PARTLY),
    }
    answer, why = answers[facts.public_body]
    return EligibilityTest(
        "not-public-body", texts.NOT_PUBLIC, answer, why, statutory=True, citation=enforcement.PUBLIC_BODY
    )


def _in_force(facts: Facts) -> EligibilityTest:
    first = enforcement.IN_FORCE_FROM
    met = day_of(facts.on) >= first.value
    why = (texts.IN_FORCE_MET if met else texts.IN_FORCE_NOT_MET).format(day=short_date(first.value))
    answer = Answer.MET if met else Answer.NOT_MET
    return EligibilityTest("in-force", texts.IN_FORCE, answer, why, statutory=True, citation=first.citation)


def _no_excuse(facts: Facts) -> EligibilityTest:
    answers = {
        True: (Answer.NOT_MET, texts.NO_EXCUSE_NOT_MET),
        False: (Answer.MET, texts.NO_EXCUSE_MET),
        None: (Answer.NEEDS_JUDGEMENT, texts.NO_EXCUSE_JUDGEMENT),
    }
    answer, why = answers[facts.reasonable_excuse]
    return EligibilityTest(
        "no-reasonable-excuse", texts.NO_EXCUSE, answer, why, statutory=True, citation=enforcement.PENALTY
    )


def _trigger(facts: Facts) -> EligibilityTest:
    trigger = facts.trigger
    if trigger.answer is Answer.MET:
        why = texts.TRIGGER_MET.format(months=_months(trigger.met_by))
    elif trigger.answer is Answer.UNKNOWN:
        why = texts.TRIGGER_UNKNOWN.format(months=_months(trigger.unknown))
    elif trigger.missed:
        why = texts.TRIGGER_NOT_MET.format(months=_months(trigger.missed))
    else:
        why = texts.TRIGGER_NOT_MET_NONE
    return EligibilityTest(
        "trigger",
        texts.TRIGGER,
        trigger.answer,
        why,
        statutory=False,
        citation=enforcement.MISSED_IN_A_ROW.citation,
        readings=trigger.readings,
    )


def _support(facts: Facts) -> EligibilityTest:
    offered = facts.support_offered
    if offered is None:
        answer, why = Answer.UNKNOWN, texts.SUPPORT_UNKNOWN
    elif offered is False:
        answer, why = Answer.NOT_MET, texts.SUPPORT_NOT_MET
    elif offered > day_of(facts.on):
        answer, why = Answer.NOT_MET, texts.SUPPORT_LATER.format(day=short_date(offered))
    else:
        answer, why = Answer.MET, texts.SUPPORT_MET.format(day=short_date(offered))
    return EligibilityTest(
        "support-offered", texts.SUPPORT, answer, why, statutory=False, citation=enforcement.SUPPORT_FIRST
    )


def _months(windows: tuple[ReportingWindow, ...]) -> str:
    return listed([month(window.opens) for window in windows])
