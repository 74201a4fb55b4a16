"""What to do next: the sentences that a case needs, put together, with what they rest on."""

from enum import StrEnum

from asc_mandate._format import format_date, format_long_date, join_words
from asc_mandate.calendar import Calendar
from asc_mandate.notice import enforcement
from asc_mandate.notice.provenance import Citation
from asc_mandate.penalties import sentences
from asc_mandate.penalties.eligibility import JUDGEMENT, NOT_MET, UNKNOWN, EligibilityTest, Facts
from asc_mandate.penalties.notices import NoticeKind, Stage, Standing, representations_by
from asc_mandate.penalties.trigger import name_windows
from asc_mandate.windows import ReportingWindow


class Conclusion(StrEnum):
    """What the tests come to. None of them says that a penalty will be imposed."""

    NOT_ELIGIBLE = "not_eligible"
    """A statutory test fails."""
    NOT_YET = "not_yet"
    """The statute is met, as far as can be computed, and the policy is not."""
    UNKNOWN = "unknown"
    """Too little was given."""
    NEEDS_JUDGEMENT = "needs_judgement"
    """All that can be computed is met; what remains is for a person to judge."""
    ELIGIBLE = "eligible"
    """Every test is met."""


def next_step(
    facts: Facts,
    conclusion: Conclusion,
    tests: tuple[EligibilityTest, ...],
    *,
    standing: Standing,
    ahead: ReportingWindow | None,
    at_risk: ReportingWindow | None,
    calendar: Calendar,
) -> tuple[str, tuple[Citation, ...]]:
    """Return what to do next, and what that rests on beside the tests."""
    parts = _about_notices(standing, calendar)
    if standing.notice is None:
        parts.append(_about_tests(facts, conclusion, tests))
    elif conclusion is Conclusion.NOT_ELIGIBLE:
        parts.append((sentences.NO_PENALTY.format(reasons=_reasons(facts, tests)), ()))
    parts += _about_the_next_return(facts, ahead, at_risk if standing.notice is None else None)
    citations = dict.fromkeys(citation for _, cited in parts for citation in cited)
    return " ".join(text for text, _ in parts), tuple(citations)


_Part = tuple[str, tuple[Citation, ...]]


def _about_notices(standing: Standing, calendar: Calendar) -> list[_Part]:
    parts: list[_Part] = []
    notice, withdrawn, withdrawal = standing.notice, standing.withdrawn, standing.withdrawal
    if withdrawn is not None:
        stands = sentences.STILL_STANDS.format(notice=notice) if notice else sentences.NONE_STANDS
        parts.append((sentences.WITHDRAWN.format(notice=withdrawn, stands=stands), ()))
    if notice is None:
        return parts
    if notice.kind is NoticeKind.FINAL_NOTICE:
        parts.append((sentences.FINAL.format(notice=notice), ()))
    else:
        # Representations can be sent before the notice is taken to have been given, too.
        sentence = sentences.DECISION if standing.stage is Stage.DECISION else sentences.REPRESENTATIONS
        days = enforcement.DAYS_FOR_REPRESENTATIONS
        text = sentence.format(
            notice=notice,
            given=format_long_date(notice.given_on(calendar)),
            by=format_long_date(representations_by(notice, calendar)),
            days=days.value,
        )
        parts.append((text, (days.citation, enforcement.REASONS_CONSIDERED)))
    if withdrawal is not None:
        given = format_long_date(withdrawal.given_on(calendar))
        parts.append((sentences.WITHDRAWAL_SENT.format(sent=format_long_date(withdrawal.sent), given=given), ()))
    return parts


def _about_tests(facts: Facts, conclusion: Conclusion, tests: tuple[EligibilityTest, ...]) -> _Part:
    if conclusion is Conclusion.NOT_ELIGIBLE:
        in_breach = facts.missed or facts.missed_not_counting
        sentence = sentences.IN_BREACH if in_breach else sentences.NO_PENALTY
        return sentence.format(reasons=_reasons(facts, tests)), ()
    if conclusion is Conclusion.NOT_YET:
        why = " ".join(test.why for test in tests if test.answer is NOT_MET)
        return sentences.NOT_YET.format(why=why), (enforcement.PENALTY,)
    if conclusion is Conclusion.UNKNOWN:
        unknown = {test.id for test in tests if test.answer is UNKNOWN}
        things = [phrase for id, phrase in sentences.TO_FIND_OUT.items() if id in unknown]
        if unknown & {"duty", "missed", "trigger"}:
            windows = facts.trigger.unknown if unknown.isdisjoint({"duty", "missed"}) else facts.trigger.not_known
            things.insert(0, sentences.WINDOWS_TO_FIND_OUT.format(windows=name_windows(windows)))
        return sentences.FIND_OUT.format(things=join_words(things)), ()
    if conclusion is Conclusion.NEEDS_JUDGEMENT:
        things = [sentences.TO_JUDGE[test.id] for test in tests if test.answer is JUDGEMENT]
        return sentences.JUDGE.format(things=join_words(things)), ()
    return sentences.ALL_MET, (enforcement.REASONS_CONSIDERED,)


def _reasons(facts: Facts, tests: tuple[EligibilityTest, ...]) -> str:
    failing = [test.id for test in tests if test.answer is NOT_MET and test.statutory]
    if facts.missed_not_counting:
        failing = ["not-counting" if id == "missed" else id for id in failing]
    return join_words([sentences.REASONS[id].format(on=format_date(facts.on)) for id in failing])


def _about_the_next_return(facts: Facts, ahead: ReportingWindow | None, at_risk: ReportingWindow | None) -> list[_Part]:
    parts: list[_Part] = []
    if ahead is not None:
        opens, closes = format_long_date(ahead.opens), format_long_date(ahead.closes)
        parts.append((sentences.COMPLETE.format(month=ahead.label, opens=opens, closes=closes), ()))
    elif facts.ledger.duty_until is not None:
        parts.append((sentences.NO_RETURN_DUE.format(day=format_date(facts.ledger.duty_until)), ()))
    if at_risk is not None and facts.public_body is not True:
        parts.append((sentences.AT_RISK, (enforcement.AT_RISK_IN_PRACTICE,)))
    if facts.trigger.missed or facts.trigger.missed_not_counting:
        parts.append((sentences.CONTACT, (enforcement.CONTACTED_AFTER_A_MISS,)))
    return parts
