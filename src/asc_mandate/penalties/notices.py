"""Notices that were sent: when they are taken to have been given, what is due by when, and the stage they make."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

from attrs import field, frozen

from asc_mandate.calendar import Calendar, require_calendar
from asc_mandate.errors import InvalidArgument
from asc_mandate.moments import as_day
from asc_mandate.notice.enforcement import (
    DAYS_FOR_APPEAL,
    DAYS_FOR_DECISION,
    DAYS_FOR_PAYMENT,
    DAYS_FOR_REPRESENTATIONS,
    IN_FORCE_FROM,
    WORKING_DAYS_BY_DELIVERY,
    WORKING_DAYS_BY_POST,
    WORKING_DAYS_ELECTRONICALLY,
)
from asc_mandate.notice.provenance import Datum, NotFound
from asc_mandate.plain import is_a, iterator_of, member_of
from asc_mandate.words import date, shown, type_name

_DAY = dt.timedelta(days=1)


class NoticeKind(StrEnum):
    """The notices of the regulations."""

    NOTICE_OF_INTENT = "notice_of_intent"
    FINAL_NOTICE = "final_notice"
    WITHDRAWAL = "withdrawal"


_KINDS = list(NoticeKind)


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


_SERVICE = {
    Method.DELIVERED: WORKING_DAYS_BY_DELIVERY,
    Method.POSTED: WORKING_DAYS_BY_POST,
    Method.ELECTRONIC: WORKING_DAYS_ELECTRONICALLY,
}


def _kind(given: NoticeKind | str) -> NoticeKind:
    kind = member_of(NoticeKind, given)
    if kind is not None:
        return kind
    raise InvalidArgument(f"kind is {shown(given)}; pass 'notice_of_intent', 'final_notice' or 'withdrawal'.")


def _method(given: Method | str) -> Method:
    method = member_of(Method, given)
    if method is not None:
        return method
    raise InvalidArgument(f"method is {shown(given)}; pass 'delivered', 'posted' or 'electronic'.")


def _sent(given: dt.date) -> dt.date:
    return as_day(given, "sent")


@frozen
class Notice:
    """A notice that was sent to a provider.

    Raises InvalidArgument for an unknown kind or method, and for a day that is neither a date nor an aware datetime.

    >>> Notice("notice_of_intent", dt.date(2026, 9, 1), "posted").method.value
    'posted'

    Attributes:
        kind: NOTICE_OF_INTENT, FINAL_NOTICE, or WITHDRAWAL of the latest before it that still stood.
        sent: The day in London on which it was sent.
        method: DELIVERED, POSTED or ELECTRONIC.
    """

    kind: NoticeKind = field(converter=_kind)
    sent: dt.date = field(converter=_sent)
    method: Method = field(converter=_method)

    def given_on(self, calendar: Calendar) -> dt.date:
        """On which day it is taken to have been given.

        By delivery, the same day; by post, the third working day after it was sent; electronically, the first. Raises
        as ``Calendar.public_holiday`` does. Source: the draft regulations, regulation 7.

        >>> from asc_mandate import ENGLAND
        >>> Notice("notice_of_intent", dt.date(2026, 12, 23), "posted").given_on(ENGLAND)
        datetime.date(2026, 12, 30)
        """
        require_calendar(calendar)
        given = self.sent
        for _ in range(_SERVICE[self.method].value):
            # Refused here where no holidays are known, because the last day of all has none after it.
            calendar.public_holiday(given)
            given = calendar.working_day_on_or_after(given + _DAY)
        return given


@frozen
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
        by = self.by if isinstance(self.by, NotFound) else f"by {date(self.by)}"
        return f"{self.what}: {self.days.value} days, {by} ({self.days.citation.source.grade})"


def checked_notices(notices: Iterable[Notice], on: dt.date) -> tuple[Notice, ...]:
    """Return notices in the order in which they were sent; raise InvalidArgument where that cannot be."""
    items = iterator_of(notices)
    if items is None:
        raise InvalidArgument(f"notices is {type_name(notices)}; pass a list of Notice objects.")
    sent: list[Notice] = []
    for notice in items:
        if not is_a(notice, Notice):
            raise InvalidArgument(f"notices include {type_name(notice)}; pass asc_mandate.Notice objects.")
        if notice.sent > on:
            raise InvalidArgument(
                f"A notice was sent on {date(notice.sent)}, after the day of the assessment, {date(on)}."
            )
        if notice.sent < IN_FORCE_FROM.value:
            raise InvalidArgument(
                f"A notice was sent on {date(notice.sent)}, before the regulations were in force on "
                f"{date(IN_FORCE_FROM.value)}."
            )
        sent.append(notice)
    standing: list[Notice] = []
    ordered: list[Notice] = []
    for _, of_day in groupby(sorted(sent, key=_sent_on), _sent_on):
        given = list(of_day)
        by_kind = sorted(given, key=_kind_of)
        # The order of the list tells which of one day came first, unless it cannot be.
        order = given if len(given) == 1 or _can_follow(standing, given) else by_kind
        for notice in order:
            _stand(standing, notice)
        ordered += order
    return tuple(ordered)


def _sent_on(notice: Notice) -> dt.date:
    return notice.sent


def _kind_of(notice: Notice) -> int:
    return _KINDS.index(notice.kind)


def _can_follow(standing: list[Notice], notices: list[Notice]) -> bool:
    after = list(standing)
    try:
        for notice in notices:
            _stand(after, notice)
    except InvalidArgument:
        return False
    return True


def _stand(standing: list[Notice], notice: Notice) -> Notice | None:
    """Put a notice on those that stand, or take the latest off and return it; raise InvalidArgument if impossible."""
    if notice.kind is NoticeKind.WITHDRAWAL:
        if not standing:
            raise InvalidArgument(f"A withdrawal was sent on {date(notice.sent)} with no notice standing to withdraw.")
        return standing.pop()
    if notice.kind is NoticeKind.FINAL_NOTICE and not (standing and standing[-1].kind is NoticeKind.NOTICE_OF_INTENT):
        raise InvalidArgument(
            f"A final notice was sent on {date(notice.sent)} with no notice of intent standing before it."
        )
    standing.append(notice)
    return None


def standing_notice(notices: tuple[Notice, ...], on: dt.date, calendar: Calendar) -> Notice | None:
    """Return the latest notice that stands: a withdrawal takes it away once it is taken to have been given."""
    standing: list[Notice] = []
    not_yet: list[Notice] = []
    for notice in notices:
        withdrawn = _stand(standing, notice)
        if withdrawn is not None and notice.given_on(calendar) > on:
            not_yet.append(withdrawn)
    # Of those sent on one day the one that nobody withdrew comes first, and then the one that was withdrawn first.
    return max((*standing[-1:], *not_yet), key=_sent_on, default=None)


def stage_of(standing: Notice | None, notices: tuple[Notice, ...], on: dt.date, calendar: Calendar) -> Stage:
    """Return how far enforcement has come by the notice that stands."""
    if standing is None:
        return Stage.WITHDRAWN if notices else Stage.NO_NOTICE
    is_given = standing.given_on(calendar) <= on
    if standing.kind is NoticeKind.FINAL_NOTICE:
        return Stage.FINAL_NOTICE if is_given else Stage.FINAL_SENT
    if not is_given:
        return Stage.INTENT_SENT
    return Stage.DECISION if on > representations_by(standing, calendar) else Stage.REPRESENTATIONS


def representations_by(notice: Notice, calendar: Calendar) -> dt.date:
    """Return the last day for representations after a notice of intent."""
    return notice.given_on(calendar) + DAYS_FOR_REPRESENTATIONS.value * _DAY


def deadlines_of(standing: Notice | None, calendar: Calendar) -> tuple[Deadline, ...]:
    """Return what follows from the notice that stands, what was not found included."""
    if standing is None:
        return ()
    if standing.kind is NoticeKind.NOTICE_OF_INTENT:
        by = representations_by(standing, calendar)
        return (
            Deadline("written representations by the provider", DAYS_FOR_REPRESENTATIONS, by),
            Deadline("decision", DAYS_FOR_DECISION, NotFound("from which day they count is not said")),
        )
    return (
        Deadline("payment", DAYS_FOR_PAYMENT, DAYS_FOR_PAYMENT),
        Deadline("appeal", DAYS_FOR_APPEAL, DAYS_FOR_APPEAL),
    )
