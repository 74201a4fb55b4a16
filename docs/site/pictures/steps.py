"""The path from a missed window to a final notice, step by step, from the package's data and its own assessment."""

from attrs import frozen

import asc_mandate as am
from asc_mandate.notice import enforcement
from asc_mandate.notice.sources import NHSBSA
from asc_mandate.words import short_date

from .wording import capitalised

NOT_FOUND = "not found"


@frozen
class Fact:
    """Something that is known of a step, or was looked for.

    Attributes:
        words: What it says.
        citation: Where it comes from; None where it was not found.
    """

    words: str
    citation: am.Citation | None

    @property
    def grade(self) -> str:
        """How far it can be trusted."""
        return self.citation.source.grade.value if self.citation else NOT_FOUND


@frozen
class Step:
    """A step of the path.

    Attributes:
        part: What kind of rule it rests on.
        name: What happens.
        stages: What an assessment calls the stage.
        facts: What is known of it; the first tells the step's own grade.
    """

    part: str
    name: str
    stages: tuple[am.Stage, ...]
    facts: tuple[Fact, ...]


def steps() -> tuple[Step, ...]:
    """The steps, in order."""
    duty, policy, regulations = "The duty: law", "What comes first: policy", "Notices: regulations"
    trigger = enforcement.MISSED_IN_A_ROW.citation
    return (
        Step(duty, "A reporting window is missed", (am.Stage.NO_NOTICE,), _missed()),
        Step(
            policy,
            "Guidance and support are offered",
            (am.Stage.NO_NOTICE,),
            (Fact("They come before any penalty.", enforcement.SUPPORT_FIRST),),
        ),
        Step(policy, "Windows keep being missed", (am.Stage.NO_NOTICE,), (Fact(_trigger(), trigger),)),
        Step(
            regulations,
            "A notice of intent may be sent",
            (am.Stage.INTENT_SENT,),
            (Fact("It may follow; it need not.", trigger), _service()),
        ),
        *_after_intent(),
        Step(
            regulations,
            "A final notice may be sent",
            (am.Stage.FINAL_SENT, am.Stage.FINAL_NOTICE),
            (
                Fact(
                    "Where there are no data and no reasonable explanation.",
                    am.Citation(NHSBSA, "no data and no reasonable explanation after a notice of intent"),
                ),
                Fact(
                    "The amount is the fee payable to CQC under the scheme current when the penalty is imposed.",
                    enforcement.AMOUNT,
                ),
            ),
        ),
        Step(regulations, "Payment, or an appeal", (am.Stage.FINAL_NOTICE,), _after_final()),
    )


def withdrawal() -> Fact:
    """What can happen to either notice."""
    return Fact(
        "Either notice may be withdrawn at any time, in writing.",
        am.Citation(enforcement.WORKING_DAYS_BY_POST.citation.source, "withdrawal of a notice"),
    )


def statutory_tests() -> tuple[am.EligibilityTest, ...]:
    """What the law asks before a penalty can be imposed."""
    return tuple(test for test in _assessment().tests if test.statutory)


def _missed() -> tuple[Fact, ...]:
    first = enforcement.FIRST_CLOSE
    return (
        Fact(f"The duty is that of the {enforcement.DUTY.source.title}.", enforcement.DUTY),
        Fact("Any failure without reasonable excuse is open to a penalty: section 277E.", enforcement.PENALTY),
        Fact(f"A window that closed before {short_date(first.value)} cannot found one.", first.citation),
    )


def _trigger() -> str:
    run, all_, of = enforcement.MISSED_IN_A_ROW, enforcement.MISSED_IN_ALL, enforcement.MONTHS_LOOKED_BACK
    return f"{run.value} in a row, or any {all_.value} of the latest {of.value} that have closed."


def _service() -> Fact:
    by_post, electronic = enforcement.WORKING_DAYS_BY_POST, enforcement.WORKING_DAYS_ELECTRONICALLY
    return Fact(
        f"It counts as given the same day if delivered, {_working_days(by_post.value)} after it was sent if posted, "
        f"{_working_days(electronic.value)} after if electronic.",
        by_post.citation,
    )


def _working_days(days: int) -> str:
    return "1 working day" if days == 1 else f"{days} working days"


def _after_intent() -> tuple[Step, ...]:
    stages = ((am.Stage.REPRESENTATIONS,), (am.Stage.DECISION,))
    deadlines = _assessment(am.NoticeKind.NOTICE_OF_INTENT).deadlines
    return tuple(
        Step("Notices: regulations", capitalised(deadline.what), stage, (_deadline(deadline),))
        for deadline, stage in zip(deadlines, stages, strict=True)
    )


def _after_final() -> tuple[Fact, ...]:
    both = (am.NoticeKind.NOTICE_OF_INTENT, am.NoticeKind.FINAL_NOTICE)
    return tuple(_deadline(deadline) for deadline in _assessment(*both).deadlines)


def _deadline(deadline: am.Deadline) -> Fact:
    days = deadline.days
    if isinstance(days, am.NotFound):
        return Fact(f"Days for {deadline.what}: not found. {capitalised(days.known)}.", None)
    return Fact(f"{capitalised(days.citation.where)}.", days.citation)


def _assessment(*sent: am.NoticeKind) -> am.PenaltyAssessment:
    """The library's own assessment of a provider that missed its latest windows."""
    on = am.dataset_version().surveyed_on
    missed = am.Ledger({(on.year, month): am.Outcome.NOT_MET for month in range(1, on.month + 1)})
    notices = [am.Notice(kind, on, am.Method.DELIVERED) for kind in sent]
    return am.assess_penalty(missed, am.Provider(public_body=False), on, notices=notices)
