"""Where a provider stands: the tests of statute and of policy, and what they come to."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from typing import Literal

from attrs import field, frozen

from asc_mandate.calendar import ENGLAND, Calendar, require_calendar
from asc_mandate.dataset import DatasetVersion, version_of
from asc_mandate.errors import InvalidArgument, NotEstablished, NotInForce
from asc_mandate.moments import as_moment, day_of
from asc_mandate.notice.index import require_in_force
from asc_mandate.notice.provenance import NotFound
from asc_mandate.notice.public_holidays import LAST_YEAR
from asc_mandate.penalties import texts
from asc_mandate.penalties.amount import Fee, Location, checked_locations, penalty_amount
from asc_mandate.penalties.eligibility import EligibilityTest, Facts, misleading_route, missed_route
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.penalties.notices import (
    Deadline,
    Notice,
    NoticeKind,
    Stage,
    checked_notices,
    deadlines_of,
    representations_by,
    stage_of,
    standing_notice,
)
from asc_mandate.penalties.trigger import Answer, Trigger, missed_earlier, trigger_if_missed, trigger_on
from asc_mandate.plain import is_a, text_of
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import ReportingWindow, upcoming_window, window_of, window_opening_after
from asc_mandate.words import date, month, shown, type_name

PublicBody = Literal["partly"] | bool | None


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


def _public_body(given: PublicBody) -> PublicBody:
    if given is None or given is True or given is False:
        return given
    if text_of(given) == "partly":
        return "partly"
    raise InvalidArgument(f"public_body is {shown(given)}; pass True, False, 'partly', or None where it is not known.")


@frozen
class Provider:
    """A provider, as far as an assessment needs to know it.

    Raises InvalidArgument for any other kind of value.

    >>> Provider(public_body=False).locations
    ()

    Attributes:
        public_body: True, False, "partly" where only some functions are public, or None where it is not known.
        locations: The locations that the registration covers, for the amount.
    """

    public_body: PublicBody = field(default=None, kw_only=True, converter=_public_body)
    locations: tuple[Location, ...] = field(default=(), kw_only=True, converter=checked_locations)


@frozen(unsafe_hash=False)
class PenaltyAssessment:
    """Where a provider stands on a day.

    Attributes:
        on: The day or the moment in London of the assessment.
        conclusion: What the tests come to.
        stage: How far enforcement has come, by the notices that were sent.
        tests: Each test with its answer, of the route that comes nearest to a penalty: those of the statute first, then
            those of the policy.
        trigger: Whether the policy trigger is met, and by which windows.
        at_risk: The next window, where losing it would meet the trigger; None where it would not.
        next_step: What to do, in plain English.
        deadlines: What is due by when after the latest notice, with what was not found.
        amount: What a penalty would be if it were imposed on the day of the final notice that stands or, without one,
            of the assessment; NotFound where that is not known.
        dataset: The release and the data that judged.
    """

    on: dt.date
    conclusion: Conclusion
    stage: Stage
    tests: tuple[EligibilityTest, ...]
    trigger: Trigger
    at_risk: ReportingWindow | None
    next_step: str
    deadlines: tuple[Deadline, ...]
    amount: Fee | NotFound
    dataset: DatasetVersion

    def __str__(self) -> str:
        tests = [f"- {test.question} {test.answer}. {test.why}" for test in self.tests]
        return "\n".join((f"{self.conclusion}, {self.stage}", *tests, self.next_step, "Not legal advice."))


def assess_penalty(
    ledger: Ledger,
    provider: Provider,
    on: dt.date,
    *,
    support_offered: dt.date | Literal[False] | None = None,
    reasonable_excuse: bool | None = None,
    false_or_misleading: Literal["material"] | bool | None = None,
    notices: Iterable[Notice] = (),
    calendar: Calendar = ENGLAND,
) -> PenaltyAssessment:
    """Where a provider stands on this day or moment in London, for one location: never that a penalty will be imposed.

    ``support_offered`` is the day on which guidance and support were offered, False, or None where it is not known.
    ``reasonable_excuse`` is what a person judged, or None. ``false_or_misleading`` is True where information was said
    to be so, "material" where it was said to be so to a material extent, False, or None where nothing was said; it is
    a route of its own: it needs no missed window, and the policy's tests do not apply to it. The policy looks at the
    latest twelve windows that have closed; one missed before them counts for the statute, where it is known. Raises
    InvalidArgument for anything else, for notices sent after ``on`` or in an impossible order, and past 2100;
    NotInForce before 31 July 2022. Source: Health and Social Care Act 2012, sections 277A, 277E and 250(7); the
    regulations of 2022; NHSBSA on enforcement.

    >>> ledger = Ledger({(2026, 5): "met", (2026, 6): "not_met", (2026, 7): "not_met", (2026, 8): "not_met"})
    >>> assessment = assess_penalty(
    ...     ledger, Provider(public_body=False), dt.date(2026, 9, 1), support_offered=dt.date(2026, 8, 20)
    ... )
    >>> assessment.conclusion.value, assessment.trigger.answer.value
    ('needs_judgement', 'met')
    >>> [str(window) for window in assessment.trigger.met_by][0]
    'June 2026: 8 June 2026 to 15 June 2026'
    """
    require_calendar(calendar)
    _require(ledger, Ledger, "ledger")
    _require(provider, Provider, "provider")
    moment = as_moment(on)
    day = day_of(moment)
    require_in_force(day)
    sent = checked_notices(notices, day)
    trigger = trigger_on(ledger, moment, calendar)
    facts = Facts(
        on=moment,
        ledger=ledger,
        trigger=trigger,
        missed_earlier=missed_earlier(ledger, trigger.windows, calendar),
        public_body=provider.public_body,
        support_offered=_support_offered(support_offered),
        reasonable_excuse=_yes_no(reasonable_excuse, "reasonable_excuse"),
        false_or_misleading=_false_or_misleading(false_or_misleading),
    )
    conclusion, tests = _nearest_route(facts)
    standing = standing_notice(sent, day, calendar)
    at_risk = _at_risk(ledger, trigger, day, calendar)
    stage = stage_of(standing, sent, day, calendar)
    return PenaltyAssessment(
        on=moment,
        conclusion=conclusion,
        stage=stage,
        tests=tests,
        trigger=trigger,
        at_risk=at_risk,
        next_step=_after_notice(standing, stage, calendar, conclusion, tests)
        if standing
        else _before_notice(conclusion, tests, at_risk),
        deadlines=deadlines_of(standing, calendar),
        amount=_amount(provider.locations, standing, day),
        dataset=version_of(None, calendar),
    )


def _nearest_route(facts: Facts) -> tuple[Conclusion, tuple[EligibilityTest, ...]]:
    """Return the conclusion and the tests of the route that comes nearest to a penalty."""
    routes = [missed_route(facts)]
    if facts.false_or_misleading:
        routes.append(misleading_route(facts))
    concluded = [(_conclusion(tests), tests) for tests in routes]
    return max(concluded, key=lambda route: list(Conclusion).index(route[0]))


def _conclusion(tests: tuple[EligibilityTest, ...]) -> Conclusion:
    by_law = {test.answer for test in tests if test.statutory}
    by_policy = {test.answer for test in tests if not test.statutory}
    if Answer.NOT_MET in by_law:
        return Conclusion.NOT_ELIGIBLE
    if Answer.UNKNOWN in by_law:
        return Conclusion.UNKNOWN
    if Answer.NOT_MET in by_policy:
        return Conclusion.NOT_YET
    if Answer.UNKNOWN in by_policy:
        return Conclusion.UNKNOWN
    return Conclusion.NEEDS_JUDGEMENT if Answer.NEEDS_JUDGEMENT in by_law else Conclusion.ELIGIBLE


def _at_risk(ledger: Ledger, trigger: Trigger, day: dt.date, calendar: Calendar) -> ReportingWindow | None:
    last = (LAST_YEAR.value, 12)
    if trigger.answer is Answer.MET or ((day.year, day.month) == last and day > window_of(*last, calendar).closes):
        return None
    window = upcoming_window(day, calendar=calendar)
    while ledger.outcome(window.year, window.month) in {Outcome.MET, Outcome.NOT_DUE}:
        if (window.year, window.month) == last:
            return None
        window = window_opening_after(window.opens, calendar)
    return window if trigger_if_missed(ledger, window, calendar).answer is Answer.MET else None


def _after_notice(
    standing: Notice, stage: Stage, calendar: Calendar, conclusion: Conclusion, tests: tuple[EligibilityTest, ...]
) -> str:
    if standing.kind is NoticeKind.FINAL_NOTICE:
        step = texts.STEP_FINAL_NOTICE.format(sent=date(standing.sent))
    else:
        sentence = texts.STEP_DECISION if stage is Stage.DECISION else texts.STEP_REPRESENTATIONS
        step = sentence.format(by=date(representations_by(standing, calendar)))
    if conclusion is Conclusion.NOT_ELIGIBLE:
        step += texts.STEP_SPEAKS_AGAINST.format(why=_why(tests, Answer.NOT_MET, statutory=True))
    return step


def _before_notice(conclusion: Conclusion, tests: tuple[EligibilityTest, ...], at_risk: ReportingWindow | None) -> str:
    if conclusion is Conclusion.NOT_ELIGIBLE:
        return texts.STEP_NOT_ELIGIBLE.format(why=_why(tests, Answer.NOT_MET, statutory=True))
    steps = {
        Conclusion.NOT_YET: texts.STEP_NOT_YET.format(why=_why(tests, Answer.NOT_MET)),
        Conclusion.UNKNOWN: texts.STEP_UNKNOWN.format(why=_why(tests, Answer.UNKNOWN)),
        Conclusion.NEEDS_JUDGEMENT: texts.STEP_JUDGEMENT.format(why=_why(tests, Answer.NEEDS_JUDGEMENT)),
        Conclusion.ELIGIBLE: texts.STEP_ELIGIBLE,
    }
    risk = "" if at_risk is None else texts.STEP_AT_RISK.format(month=month(at_risk.opens), closes=date(at_risk.closes))
    return steps[conclusion] + risk


def _why(tests: tuple[EligibilityTest, ...], answer: Answer, *, statutory: bool = False) -> str:
    return " ".join(test.why for test in tests if test.answer is answer and (test.statutory or not statutory))


def _amount(locations: tuple[Location, ...], standing: Notice | None, day: dt.date) -> Fee | NotFound:
    is_final = standing is not None and standing.kind is NoticeKind.FINAL_NOTICE
    if not locations:
        return NotFound("no locations were given")
    try:
        return penalty_amount(locations, standing.sent if standing is not None and is_final else day)
    except (NotEstablished, NotInForce) as reason:
        return NotFound(str(reason))


def _require(given: object, kind: type, name: str) -> None:
    if not is_a(given, kind):
        raise InvalidArgument(f"{name} is {type_name(given)}; pass an asc_mandate.{kind.__name__}.")


def _support_offered(given: object) -> dt.date | Literal[False] | None:
    if given is None or given is False:
        return given
    if given is True:
        raise InvalidArgument("support_offered is True; pass the day on which guidance and support were offered.")
    return day_of(as_moment(given, "support_offered"))


def _yes_no(given: object, name: str) -> bool | None:
    if given is None or given is True or given is False:
        return given
    raise InvalidArgument(f"{name} is {shown(given)}; pass True, False, or None where it is not known.")


def _false_or_misleading(given: object) -> Literal["material"] | bool | None:
    if text_of(given) == "material":
        return "material"
    if given is None or given is True or given is False:
        return given
    raise InvalidArgument(
        f"false_or_misleading is {shown(given)}; pass True, 'material', False, or None where nothing was said."
    )
