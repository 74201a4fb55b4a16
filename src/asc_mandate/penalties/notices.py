"""Notices that were sent: when they are taken to have been given, what is due by when, and the stage they make."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from operator import attrgetter
from typing import NamedTuple

from attrs import field, frozen

from asc_mandate._coerce import as_date, is_date, iterate, to_instance, to_member
from asc_mandate._format import format_date, format_long_date, one_line
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice import enforcement
from asc_mandate.notice.provenance import Datum, NotFound

_DAY = dt.timedelta(days=1)
_HOME = "asc_mandate.penalties"


class NoticeKind(StrEnum):
    """The notices of the regulations."""

    NOTICE_OF_INTENT = "notice_of_intent"
    FINAL_NOTICE = "final_notice"
    WITHDRAWAL = "withdrawal"


class Method(StrEnum):
    """How a notice was sent."""

    DELIVERED = "delivered"
    POSTED = "posted"
    ELECTRONIC = "electronic"


class Stage(StrEnum):
    """How far enforcement has come, by the notices that were sent."""

    NO_NOTICE = "no_notice"
    INTENT_SENT = "intent_sent"
    REPRESENTATIONS = "representations"
    DECISION = "decision"
    FINAL_SENT = "final_sent"
    FINAL_NOTICE = "final_notice"
    WITHDRAWN = "withdrawn"


STAGES = {
    Stage.NO_NOTICE: "No notice has been sent, as far as was said.",
    Stage.INTENT_SENT: "A notice of intent has been sent, and is not yet taken to have been given.",
    Stage.REPRESENTATIONS: "A notice of intent has been given, and the days for representations are running.",
    Stage.DECISION: "A notice of intent has been given, and the days for representations are over.",
    Stage.FINAL_SENT: "A final notice has been sent, and is not yet taken to have been given.",
    Stage.FINAL_NOTICE: "A final notice has been given.",
    Stage.WITHDRAWN: "Every notice that was sent has been withdrawn.",
}
_SERVICE = {
    Method.DELIVERED: enforcement.WORKING_DAYS_BY_DELIVERY,
    Method.POSTED: enforcement.WORKING_DAYS_BY_POST,
    Method.ELECTRONIC: enforcement.WORKING_DAYS_ELECTRONICALLY,
}


def _to_kind(given: NoticeKind | str) -> NoticeKind:
    return to_member(given, NoticeKind, "kind")


def _to_method(given: Method | str) -> Method:
    return to_member(given, Method, "method")


@frozen(repr=False)
class PenaltyNotice:
    """A notice that was sent to a provider on a day in London.

    ``withdraws`` is the notice that a withdrawal takes off; None for the latest before it that still stood.
    """

    kind: NoticeKind = field(converter=_to_kind)
    sent: dt.date = field(converter=as_date, validator=is_date)
    method: Method = field(converter=_to_method)
    withdraws: "PenaltyNotice | None" = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        named = self.withdraws and to_instance(self.withdraws, PenaltyNotice, "withdraws", _HOME)
        if named and (self.kind is not NoticeKind.WITHDRAWAL or named.kind is NoticeKind.WITHDRAWAL):
            raise InvalidArgument("withdraws is the notice of intent or the final notice that a withdrawal takes off.")

    def given_on(self, calendar: Calendar = ENGLAND) -> dt.date:
        """Return the day on which it is taken to have been given.

        By delivery, the same day; by post, the third working day after it was sent; electronically, the first. Source:
        the draft regulations, regulation 7.

        >>> PenaltyNotice("notice_of_intent", dt.date(2026, 12, 23), "posted").given_on()
        datetime.date(2026, 12, 30)
        """
        known, given = to_instance(calendar, Calendar, "calendar"), self.sent
        for _ in range(_SERVICE[self.method].value):
            # Raises InvalidArgument past the known holidays, because a day after the last of all would overflow.
            known.public_holiday(given)
            given = known.working_day_on_or_after(given + _DAY)
        return given

    def __str__(self) -> str:
        return f"{self.kind.value.replace('_', ' ')} sent on {format_long_date(self.sent)}"

    def __repr__(self) -> str:
        return one_line(self, self.kind, f"sent {format_date(self.sent)}", self.method)


@frozen(repr=False)
class Deadline:
    """Something that has to be done, the days that there are for it, and the last of them, as far as each is known."""

    what: str
    days: Datum[int] | NotFound
    by: dt.date | NotFound

    def __str__(self) -> str:
        if isinstance(self.days, NotFound):
            return f"{self.what}: {self.days}"
        by = f"last day {self.by}" if isinstance(self.by, NotFound) else f"by {format_long_date(self.by)}"
        return f"{self.what}: {self.days.value} days, {by} ({self.days.citation.source.grade})"

    def __repr__(self) -> str:
        return one_line(self, str(self))


class Standing(NamedTuple):
    """What the notices come to on a day."""

    stage: Stage
    notice: PenaltyNotice | None  # the latest that stands
    withdrawal: PenaltyNotice | None  # of that notice: sent, and not yet taken to have been given
    withdrawn: PenaltyNotice | None  # the one that was withdrawn last, where none was sent after its withdrawal


def standing_on(notices: Iterable[PenaltyNotice], day: dt.date, calendar: Calendar) -> Standing:
    """Return what notices come to; a withdrawal takes its notice off once it is taken to have been given itself."""
    first = enforcement.REGULATIONS_IN_FORCE_FROM.value
    sent = sorted(iterate(notices, PenaltyNotice, "notices", _HOME), key=attrgetter("sent"))
    if sent and sent[-1].sent > day:
        raise InvalidArgument(f"A {sent[-1]} comes after the day of the assessment, {format_long_date(day)}.")
    if sent and sent[0].sent < first:
        raise InvalidArgument(f"A {sent[0]} comes before the regulations, in force from {format_date(first)}.")
    standing: list[PenaltyNotice] = []
    coming: list[tuple[PenaltyNotice, PenaltyNotice]] = []
    withdrawn: PenaltyNotice | None = None
    for notice in sent:
        if notice.kind is NoticeKind.WITHDRAWAL:
            fitting = [place for place, other in enumerate(standing) if notice.withdraws in {None, other}]
            if not fitting:
                named = f"the {notice.withdraws}" if notice.withdraws else "any notice"
                raise InvalidArgument(f"A {notice} cannot withdraw {named}, because none such stands on that day.")
            taken_off = standing.pop(fitting[-1])
            if notice.given_on(calendar) > day:
                coming.append((taken_off, notice))
            else:
                withdrawn = taken_off
        elif notice.kind is NoticeKind.FINAL_NOTICE and not standing:
            raise InvalidArgument(f"A {notice} has no notice of intent standing before it.")
        elif notice.kind is NoticeKind.FINAL_NOTICE and standing[-1].kind is NoticeKind.FINAL_NOTICE:
            raise InvalidArgument(f"A {notice} cannot follow the {standing[-1]}, which still stands.")
        else:
            standing.append(notice)
            withdrawn = None
    # Ties on one day: a standing notice beats a withdrawn one.
    candidates = [*((notice, None) for notice in standing[-1:]), *coming]
    latest, withdrawal = max(candidates, key=lambda pair: pair[0].sent, default=(None, None))
    return Standing(_stage(latest, bool(sent), day, calendar), latest, withdrawal, withdrawn)


def representations_by(notice: PenaltyNotice, calendar: Calendar) -> dt.date:
    """Return the last day for representations."""
    return notice.given_on(calendar) + enforcement.DAYS_FOR_REPRESENTATIONS.value * _DAY


def deadlines_of(notice: PenaltyNotice | None, calendar: Calendar) -> tuple[Deadline, ...]:
    """Return what follows from the notice that stands, what was not found included."""
    if notice is None:
        return ()
    if notice.kind is NoticeKind.NOTICE_OF_INTENT:
        by, not_said = representations_by(notice, calendar), NotFound("from which day they count is not said")
        return (
            Deadline("written representations by the provider", enforcement.DAYS_FOR_REPRESENTATIONS, by),
            Deadline("decision", enforcement.DAYS_FOR_DECISION, not_said),
        )
    unknown = {"payment": enforcement.DAYS_FOR_PAYMENT, "appeal": enforcement.DAYS_FOR_APPEAL}
    return tuple(Deadline(what, not_found, not_found) for what, not_found in unknown.items())


def _stage(notice: PenaltyNotice | None, any_sent: bool, day: dt.date, calendar: Calendar) -> Stage:
    if notice is None:
        return Stage.WITHDRAWN if any_sent else Stage.NO_NOTICE
    is_given = notice.given_on(calendar) <= day
    if notice.kind is NoticeKind.FINAL_NOTICE:
        return Stage.FINAL_NOTICE if is_given else Stage.FINAL_SENT
    if not is_given:
        return Stage.INTENT_SENT
    return Stage.DECISION if day > representations_by(notice, calendar) else Stage.REPRESENTATIONS
