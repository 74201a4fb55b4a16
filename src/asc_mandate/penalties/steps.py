"""What to do next: the sentences that a case needs, put together. None says or implies that a penalty will follow."""

from collections.abc import Iterator

from asc_mandate._format import format_date, format_long_date, join_words
from asc_mandate.calendar import Calendar
from asc_mandate.notice import enforcement
from asc_mandate.penalties.eligibility import JUDGEMENT, NOT_MET, UNKNOWN, Conclusion, EligibilityTest, Facts
from asc_mandate.penalties.notices import NoticeKind, Stage, Standing, representations_by
from asc_mandate.penalties.trigger import name_windows

# The tests as parts of a sentence: those that fail, those to find out about, and those for a person to judge.
_FAILING = {
    "duty": "no window is known in which the duty applied",
    "missed": "no window is known to have been missed",
    "not-counting": "each missed window closed before the regulations came into force",
    "not-public-body": "the provider is a public body",
    "in-force": "the regulations were not in force on {on}",
    "no-reasonable-excuse": "it was said that there was a reasonable excuse",
    "trigger": "too few windows are known to be missed",
    "support-offered": "guidance and support have not been offered",
}
_TO_FIND_OUT = {
    "duty": "whether the duty applied when the information was given",
    "not-public-body": "whether the provider is a public body",
    "support-offered": "whether and when guidance and support were offered",
}
_TO_JUDGE = {
    "misleading": "whether information was false or misleading to a material extent",
    "not-public-body": "whether the failure concerns the provider's public functions",
    "no-reasonable-excuse": "whether there was a reasonable excuse",
    "support-offered": "whether an offer of guidance and support before the first missed window counts",
}


def next_step(facts: Facts, conclusion: Conclusion, tests: tuple[EligibilityTest, ...]) -> str:
    """Return what to do next: about notices, about the tests, and about the next return."""
    ahead, notice = facts.ahead, facts.standing.notice
    parts = [*_about_notices(facts.standing, facts.calendar)]
    if notice is None or conclusion is Conclusion.NOT_ELIGIBLE:
        parts.append(_about_tests(facts, conclusion, tests))
    if ahead is not None:
        opens = format_long_date(max(ahead.opens, facts.ledger.duty_from or ahead.opens))
        closes = format_long_date(min(ahead.closes, facts.ledger.duty_until or ahead.closes))
        parts.append(f"Complete the return for {ahead.label} in its window, from {opens} to the end of {closes}.")
    elif facts.ledger.duty_until is not None:
        last = format_date(facts.ledger.duty_until)
        parts.append(f"No further return is due, with {last} as the last day of the duty.")
    if facts.at_risk is not None and notice is None and facts.public_body is not True:
        parts.append("Missing that window would meet the policy's trigger for a notice of intent.")
    if facts.trigger.missed or facts.trigger.missed_not_counting:
        parts.append(
            "After a missed window, NECS or NHSBSA contacts the person named in Capacity Tracker, or the registered "
            "manager and nominated individuals in CQC's register: keep their contact details current in both."
        )
    return " ".join(parts)


def _about_notices(standing: Standing, calendar: Calendar) -> Iterator[str]:
    notice, withdrawal = standing.notice, standing.withdrawal
    if standing.withdrawn is not None:
        stands = f"; the {notice} still stands" if notice else ", and no notice stands"
        yield f"The {standing.withdrawn} was withdrawn{stands}."
    if notice is None:
        return
    named = "that notice" if standing.withdrawn else f"the {notice}"
    if notice.kind is NoticeKind.FINAL_NOTICE:
        yield (
            f"Look in {named} for the last days to pay and to appeal: the periods were not found, so none is "
            "given here."
        )
    else:
        by = format_long_date(representations_by(notice, calendar))
        if standing.stage is Stage.DECISION:
            yield (
                f"Representations on {named} could be sent until the end of {by}, as one third party counts the "
                "days. Ask NHSBSA whether a decision was made, and send any explanation that was not sent yet."
            )
        else:
            # Representations can be sent before the notice is taken to have been given, too.
            given = format_long_date(notice.given_on(calendar))
            yield (
                f"{named[0].upper()}{named[1:]} is taken to have been given on {given}. Written representations can be "
                f"sent until the end of {by}: say in them what explains the failure. Only one third party gives these "
                f"{enforcement.DAYS_FOR_REPRESENTATIONS.value} days, so check the day against the notice itself."
            )
    if withdrawal is not None:
        sent, given = format_long_date(withdrawal.sent), format_long_date(withdrawal.given_on(calendar))
        yield f"A withdrawal of that notice was sent on {sent}, and is taken to have been given on {given}."


def _about_tests(facts: Facts, conclusion: Conclusion, tests: tuple[EligibilityTest, ...]) -> str:
    failing, unknown, to_judge = ([test for test in tests if test.answer is it] for it in (NOT_MET, UNKNOWN, JUDGEMENT))
    if conclusion is Conclusion.NOT_ELIGIBLE:
        ids = [test.id for test in failing if test.statutory]
        if facts.missed:
            ids = ["not-counting" if id == "missed" else id for id in ids]
        reasons = join_words([_FAILING[id].format(on=format_date(facts.day)) for id in ids])
        if facts.missed and facts.standing.notice is None:
            return f"A missed window is a breach of the duty, but no penalty can be founded on it, because {reasons}."
        return f"No penalty can be founded on what is known, because {reasons}."
    if conclusion is Conclusion.NOT_YET:
        reasons = join_words([_FAILING[test.id] for test in failing])
        law = "The law itself asks for no more than one missed window."
        return f"The policy on notices of intent is not met yet, because {reasons}. {law}"
    if conclusion is Conclusion.UNKNOWN:
        open_ids = {test.id for test in unknown}
        things: list[str] = []
        if open_ids & {"missed", "trigger"}:
            windows = facts.trigger.not_known if "missed" in open_ids else facts.trigger.unknown
            things.append(f"what came of the {name_windows(windows)}")
            # Known windows tell whether the duty applied.
            open_ids.discard("duty")
        things += [phrase for id, phrase in _TO_FIND_OUT.items() if id in open_ids]
        return f"Find out {join_words(things)}."
    if conclusion is Conclusion.NEEDS_JUDGEMENT:
        return f"A person has to judge {join_words([_TO_JUDGE[test.id] for test in to_judge])}."
    return "Every test is met, so a notice of intent may follow. Collect whatever explains what happened."
