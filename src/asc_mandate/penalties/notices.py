"""Notices that were sent: when they are taken to have been given, what is due by when, and the stage they make."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby
from operator import attrgetter

from attrs import field, frozen

from asc_mandate._coerce import as_date, is_date, iterate, to_instance, to_member
from asc_mandate._format import format_date, format_long_date
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice import enforcement
from asc_mandate.notice.provenance import Datum, NotFound

_DAY = dt.timedelta(days=1)


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
    """A notice of intent was sent, and is not yet taken to have been given."""
    REPRESENTATIONS = "representations"
    """It was given, and the days for representations run."""
    DECISION = "decision"
    """The days for representations are over, and no final notice was sent."""
    FINAL_SENT = "final_sent"
    """A final notice was sent, and is not yet taken to have been given."""
    FINAL_NOTICE = "final_notice"
    WITHDRAWN = "withdrawn"
    """Notices were sent, and none of them stands."""


_KINDS = list(NoticeKind)
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
    """A notice that was sent to a provider.

    Raises InvalidArgument for an unknown kind or method, for what is not a day, and for ``withdraws`` on anything but a
    withdrawal, or naming one.

    >>> PenaltyNotice("notice_of_intent", dt.date(2026, 9, 1), "posted")
    PenaltyNotice(notice_of_intent, sent 1 September 2026, posted)

    Attributes:
        kind: NOTICE_OF_INTENT, FINAL_NOTICE or WITHDRAWAL.
        sent: The day in London on which it was sent.
        method: DELIVERED, POSTED or ELECTRONIC.
        withdraws: The notice that a withdrawal takes off; None for the latest before it that still stood.
    """

    kind: NoticeKind = field(converter=_to_kind)
    sent: dt.date = field(converter=as_date, validator=is_date)
    method: Method = field(converter=_to_method)
    withdraws: "PenaltyNotice | None" = field(default=None, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.withdraws is None:
            return
        named = to_instance(self.withdraws, PenaltyNotice, "withdraws", "asc_mandate.penalties")
        if self.kind is not NoticeKind.WITHDRAWAL or named.kind is NoticeKind.WITHDRAWAL:
            raise InvalidArgument("withdraws is the notice of intent or the final notice that a withdrawal takes off.")

    def given_on(self, calendar: Calendar = ENGLAND) -> dt.date:
        """Return the day on which it is taken to have been given.

        By delivery, the same day; by post, the third working day after it was sent; electronically, the first. Raises
        as ``Calendar.public_holiday`` does. Source: the draft regulations, regulation 7.

        >>> PenaltyNotice("notice_of_intent", dt.date(2026, 12, 23), "posted").given_on()
        datetime.date(2026, 12, 30)
        """
        known, given = to_instance(calendar, Calendar, "calendar"), self.sent
        for _ in range(_SERVICE[self.method].value):
            # Refused here where no holidays are known, because the last day of all has none after it.
            known.public_holiday(given)
            given = known.working_day_on_or_after(given + _DAY)
        return given

    def __str__(self) -> str:
        return f"{self.kind.value.replace('_', ' ')} sent on {format_long_date(self.sent)}"

    def __repr__(self) -> str:
        return f"PenaltyNotice({self.kind}, sent {format_date(self.sent)}, {self.method})"


@frozen(repr=False)
class Deadline:
    """Something that has to be done by a day, as far as that is known.

    Attributes:
        what: What has to be done.
        days: The days that there are for it, with source and grade; NotFound where no source says.
        by: The last day; NotFound where the days, or the day from which they count, were not found.
    """

    what: str
    days: Datum[int] | NotFound
    by: dt.date | NotFound

    def __str__(self) -> str:
        if isinstance(self.days, NotFound):
            return f"{self.what}: {self.days}"
        by = f"last day {self.by}" if isinstance(self.by, NotFound) else f"by {format_long_date(self.by)}"
        return f"{self.what}: {self.days.value} days, {by} ({self.days.citation.source.grade})"

    def __repr__(self) -> str:
        return f"Deadline({self.what}, by {self.by if isinstance(self.by, dt.date) else 'a day not found'})"


@frozen
class Standing:
    """What the notices come to on a day.

    Attributes:
        stage: How far enforcement has come.
        notice: The latest notice that stands; None where none does.
        withdrawal: The withdrawal of that notice that was sent, and is not yet taken to have been given.
        withdrawn: The notice that was withdrawn last, where none was sent after its withdrawal.
    """

    stage: Stage
    notice: PenaltyNotice | None
    withdrawal: PenaltyNotice | None
    withdrawn: PenaltyNotice | None


def standing_on(notices: Iterable[PenaltyNotice], day: dt.date, calendar: Calendar) -> Standing:
    """Return what notices come to; a withdrawal takes its notice off once it is taken to have been given itself."""
    standing: list[PenaltyNotice] = []
    coming: list[tuple[PenaltyNotice, PenaltyNotice]] = []
    withdrawn: PenaltyNotice | None = None
    ordered = _in_order(notices, day)
    for notice in ordered:
        taken_off = _stand(standing, notice)
        if taken_off is None:
            withdrawn = None
        elif notice.given_on(calendar) > day:
            coming.append((taken_off, notice))
        else:
            withdrawn = taken_off
    # Ties on one day: a standing notice beats a withdrawn one.
    candidates = [*((notice, None) for notice in standing[-1:]), *coming]
    latest, withdrawal = max(candidates, key=lambda pair: pair[0].sent, default=(None, None))
    return Standing(_stage(latest, bool(ordered), day, calendar), latest, withdrawal, withdrawn)


def representations_by(notice: PenaltyNotice, calendar: Calendar) -> dt.date:
    """Return the last day for representations after a notice of intent."""
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


def _in_order(notices: Iterable[PenaltyNotice], day: dt.date) -> list[PenaltyNotice]:
    """Return notices in the order in which they were sent; raise InvalidArgument where that cannot be."""
    first = enforcement.IN_FORCE_FROM.value
    sent = sorted(iterate(notices, PenaltyNotice, "notices", "asc_mandate.penalties"), key=attrgetter("sent"))
    if sent and sent[-1].sent > day:
        raise InvalidArgument(f"A {sent[-1]} comes after the day of the assessment, {format_long_date(day)}.")
    if sent and sent[0].sent < first:
        raise InvalidArgument(f"A {sent[0]} comes before the regulations, in force from {format_date(first)}.")
    standing: list[PenaltyNotice] = []
    ordered: list[PenaltyNotice] = []
    for _, of_day in groupby(sent, attrgetter("sent")):
        given = list(of_day)
        try:
            standing = _after(standing, given)
        except InvalidArgument:
            # The order of the list tells which of one day came first, unless it cannot be.
            given.sort(key=lambda notice: _KINDS.index(notice.kind))
            standing = _after(standing, given)
        ordered += given
    return ordered


def _after(standing: list[PenaltyNotice], notices: list[PenaltyNotice]) -> list[PenaltyNotice]:
    after = list(standing)
    for notice in notices:
        _stand(after, notice)
    return after


def _stand(standing: list[PenaltyNotice], notice: PenaltyNotice) -> PenaltyNotice | None:
    """Put a notice on those that stand, or take one off and return it; raise InvalidArgument where that cannot be."""
    if notice.kind is NoticeKind.WITHDRAWAL:
        fitting = [place for place, other in enumerate(standing) if notice.withdraws in {None, other}]
        if not fitting:
            named = f"the {notice.withdraws}" if notice.withdraws else "any notice"
            raise InvalidArgument(f"A {notice} cannot withdraw {named}, because none such stands on that day.")
        return standing.pop(fitting[-1])
    if notice.kind is NoticeKind.FINAL_NOTICE and not (standing and standing[-1].kind is NoticeKind.NOTICE_OF_INTENT):
        raise InvalidArgument(f"A {notice} has no notice of intent standing before it.")
    standing.append(notice)
    return None
