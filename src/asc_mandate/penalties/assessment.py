"""Where a provider stands: the tests of statute and of policy, and what they come to."""

import datetime as dt
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from asc_mandate._coerce import to_choice, to_date, to_instance, to_moment
from asc_mandate._format import clean, format_date, format_when, one_line, plural
from asc_mandate._html import table
from asc_mandate._moments import day_of
from asc_mandate.calendar import ENGLAND, LAST_DAY, Calendar
from asc_mandate.errors import NotEstablished, NotInForce
from asc_mandate.notice.history import FIRST_WINDOW
from asc_mandate.notice.index import require_in_force
from asc_mandate.notice.provenance import NotFound
from asc_mandate.penalties.amount import Fee, Location, penalty_amount, to_locations
from asc_mandate.penalties.eligibility import (
    CONCLUSIONS,
    EXCUSE_ANSWERS,
    MISLEADING_ANSWERS,
    PUBLIC_BODY_ANSWERS,
    Conclusion,
    EligibilityTest,
    Facts,
    Misleading,
    PublicBody,
    SupportOffered,
    nearest_route,
)
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.penalties.notices import STAGES, Deadline, NoticeKind, PenaltyNotice, Stage, deadlines_of, standing_on
from asc_mandate.penalties.steps import next_step
from asc_mandate.penalties.trigger import EligibilityAnswer, Trigger, trigger_on, windows_were, would_meet
from asc_mandate.validation.dataset import DatasetVersion, version_of
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import ReportingWindow, window_of


def _to_public_body(given: PublicBody) -> PublicBody:
    return to_choice(given, tuple(PUBLIC_BODY_ANSWERS), "public_body")


@frozen(repr=False)
class Provider:
    """A provider: whether it is a public body ("partly", or None where that is not known), and what it has registered.

    ``locations`` are all that the registration covers, for the amount.
    """

    public_body: PublicBody = field(default=None, kw_only=True, converter=_to_public_body)
    locations: tuple[Location, ...] = field(default=(), kw_only=True, converter=to_locations)

    def __repr__(self) -> str:
        return one_line(self, f"public_body={self.public_body!r}", plural(len(self.locations), "location"))


@frozen(unsafe_hash=False, repr=False)
class PenaltyAssessment:
    """Where a provider stands on a day, for one location. ``str(assessment)`` says it in plain English.

    Attributes:
        on: The day or the moment in London of the assessment.
        location_id: The CQC location id of the ledger, if given.
        conclusion: What the tests come to.
        stage: How far enforcement has come, by the notices that were sent.
        tests: Each test with its answer, of the route that comes nearest to a penalty: first the statute's.
        trigger: Whether the policy trigger is met, and by which windows.
        at_risk: The next window, where losing it would meet the trigger; None where it would not.
        next_step: What to do, in plain English.
        deadlines: What is due by when after the latest notice, with what was not found.
        amount: What a penalty would be if it were imposed on the day of the final notice that stands or, without one,
            of the assessment; NotFound where that is not known.
        dataset: The release and the data that judged.
    """

    on: dt.date
    location_id: str | None
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
        policy = [f"- {test}" for test in self.tests if not test.statutory]
        law = [f"- {test}" for test in self.tests if test.statutory]
        heads = ["The law asks:", *law, *(["The policy on notices of intent asks:", *policy] if policy else [])]
        return "\n".join((*self._what_it_comes_to(), *heads, *self._what_follows()))

    def _what_it_comes_to(self) -> tuple[str, ...]:
        title = f"{clean(self.location_id or 'One location')}, as it stands {format_when(self.on)}"
        return title, CONCLUSIONS[self.conclusion], STAGES[self.stage]

    def _what_follows(self) -> Iterator[str]:
        missed, counted = self.trigger.missed_not_counting + self.trigger.missed, self.trigger.counted_as_met
        if missed and all(test.id != "missed" for test in self.tests):
            yield f"The {windows_were(missed)} missed."
        if counted:
            were = windows_were(counted)
            yield f"By the caller's decision the {were} counted as met, though not everything asked for is known."
        yield f"What to do: {self.next_step}"
        yield from (f"- {deadline}" for deadline in self.deadlines)
        yield f"CQC's fee, which sets the amount of a penalty: {self.amount}."
        yield f"{self.dataset}. Not legal advice."

    def _repr_html_(self) -> str:
        rows = [
            ("law" if test.statutory else "policy", test.question, test.reply, test.why, str(test.citation))
            for test in self.tests
        ]
        head = ("Asked by", "Question", "Answer", "Why", "Source")
        return table(self._what_it_comes_to(), head, rows, *self._what_follows())

    def __repr__(self) -> str:
        return one_line(self, clean(self.location_id or ""), f"on {format_date(self.on)}", self.conclusion)


def assess_penalty(
    ledger: Ledger,
    provider: Provider,
    on: dt.date,
    *,
    support_offered: SupportOffered = None,
    reasonable_excuse: bool | None = None,
    false_or_misleading: Misleading = None,
    notices: Iterable[PenaltyNotice] = (),
    calendar: Calendar = ENGLAND,
) -> PenaltyAssessment:
    """Return where a provider stands on a day or at a moment in London, for one location.

    The policy looks at the latest twelve windows that have closed; one missed before them counts for the statute, where
    it is known. It never says that a penalty will be imposed.

    Args:
        ledger: Which windows the location met and missed.
        provider: Whether it is a public body, and its locations.
        on: The day or the aware moment of the assessment.
        support_offered: The day on which guidance and support were offered, False, or None where it is not known.
        reasonable_excuse: What a person judged, or None.
        false_or_misleading: True where information was said to be so, "material" where it was said to be so to a
            material extent, False, or None where nothing was said. It is a route of its own: it needs no missed window,
            and the policy's tests do not apply to it.
        notices: The notices that were sent; of those sent on one day the order tells which came first.
        calendar: The working days to go by.

    Raises NotInForce before 31 July 2022, and InvalidArgument for notices in an impossible order. Source: Health and
    Social Care Act 2012, sections 277A, 277E and 250(7); NHSBSA's policy.

    >>> ledger = Ledger({(2026, month): "not_met" for month in (6, 7, 8)}, location_id="1-1000210669")
    >>> assessment = assess_penalty(
    ...     ledger, Provider(public_body=False), dt.date(2026, 9, 1), support_offered=dt.date(2026, 8, 20)
    ... )
    >>> assessment
    PenaltyAssessment(1-1000210669, on 1 September 2026, needs_judgement)
    >>> [window.label for window in assessment.trigger.met_by]
    ['June 2026', 'July 2026', 'August 2026']
    """
    to_instance(calendar, Calendar, "calendar")
    to_instance(ledger, Ledger, "ledger")
    to_instance(provider, Provider, "provider")
    moment = to_moment(on)
    day = day_of(moment)
    require_in_force(day)
    standing = standing_on(notices, day, calendar)
    trigger, ahead = trigger_on(ledger, day, calendar), _ahead(ledger, day, calendar)
    tips = ahead and trigger.answer is not EligibilityAnswer.MET and would_meet(ledger, ahead, calendar)
    given = (window_of(*month, calendar) for month in ledger.outcomes)
    missed = (window for window in given if window.has_closed(day) and ledger.outcome_in(window) is Outcome.NOT_MET)
    has_no_day = support_offered is None or support_offered is False
    facts = Facts(
        day=day,
        calendar=calendar,
        ledger=ledger,
        missed=tuple(missed),
        trigger=trigger,
        ahead=ahead,
        at_risk=ahead if tips else None,
        standing=standing,
        public_body=provider.public_body,
        support_offered=support_offered if has_no_day else to_date(support_offered, "support_offered"),
        reasonable_excuse=to_choice(reasonable_excuse, tuple(EXCUSE_ANSWERS), "reasonable_excuse"),
        false_or_misleading=to_choice(false_or_misleading, tuple(MISLEADING_ANSWERS), "false_or_misleading"),
    )
    conclusion, tests = nearest_route(facts)
    return PenaltyAssessment(
        on=moment,
        location_id=ledger.location_id,
        conclusion=conclusion,
        stage=standing.stage,
        tests=tests,
        trigger=trigger,
        at_risk=facts.at_risk,
        next_step=next_step(facts, conclusion, tests),
        deadlines=deadlines_of(standing.notice, calendar),
        amount=_amount(provider.locations, standing.notice, day),
        dataset=version_of(None, calendar),
    )


def _ahead(ledger: Ledger, day: dt.date, calendar: Calendar) -> ReportingWindow | None:
    """Return the window of the next return that is still to be made; None where no more are due, or known."""
    month = max(day, FIRST_WINDOW.value)
    while month <= min(ledger.duty_until or dt.date.max, LAST_DAY):
        window = window_of(month.year, month.month, calendar)
        if not window.has_closed(day) and ledger.outcome_in(window) not in {Outcome.MET, Outcome.NOT_DUE}:
            return window
        # To the first day of the month after.
        month = (window.opens + dt.timedelta(days=31)).replace(day=1)
    return None


def _amount(locations: tuple[Location, ...], notice: PenaltyNotice | None, day: dt.date) -> Fee | NotFound:
    if not locations:
        return NotFound("no locations were given")
    imposed_on = notice.sent if notice is not None and notice.kind is NoticeKind.FINAL_NOTICE else day
    try:
        return penalty_amount(locations, imposed_on)
    except (NotEstablished, NotInForce) as reason:
        return NotFound(f"{str(reason)[0].lower()}{str(reason)[1:].rstrip('.')}")
