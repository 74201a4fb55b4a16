"""The shape of a vaccination campaign."""

import datetime as dt
from collections.abc import Iterable

from attrs import Factory, field, frozen

from asc_mandate.errors import InvalidArgument
from asc_mandate.moments import as_day
from asc_mandate.notice.provenance import Citation, Grade, Source
from asc_mandate.plain import filled_text_of, is_a, iterator_of
from asc_mandate.words import date, quoted, type_name


def _named(given: str) -> str:
    name = filled_text_of(given)
    if name is None:
        raise InvalidArgument("A campaign's name is empty or not text; pass one such as 'autumn 2026'.")
    return name


def _starts(given: dt.date) -> dt.date:
    return as_day(given, "starts")


def _ends(given: dt.date) -> dt.date:
    return as_day(given, "ends")


def _care_homes_start(given: dt.date) -> dt.date:
    return as_day(given, "care_homes_start")


def _citations(given: Iterable[Citation]) -> tuple[Citation, ...]:
    items = iterator_of(given)
    if items is None:
        raise InvalidArgument(f"citations is {type_name(given)}; pass asc_mandate.Citation objects.")
    return tuple(map(_citation, items))


def _citation(given: object) -> Citation:
    if not is_a(given, Citation):
        raise InvalidArgument(f"citations include {type_name(given)}; pass asc_mandate.Citation objects.")
    # Looked into, because a calendar is compared and digested by all that its campaigns hold.
    if not _holds_text(given):
        raise InvalidArgument("A citation holds something other than a Source with its Grade, and texts; pass those.")
    return given


def _holds_text(citation: Citation) -> bool:
    source = citation.source
    if type(source) is not Source or type(source.grade) is not Grade:
        return False
    texts = [citation.where, source.title]
    if source.address is not None:
        texts.append(source.address)
    return all(type(text) is str for text in texts)


def _same_for_everyone(campaign: "Campaign") -> dt.date:
    return campaign.starts


@frozen
class Campaign:
    """A COVID-19 vaccination campaign in England.

    All days are included, and in London. Raises InvalidArgument for days that are neither dates nor aware datetimes,
    for an end before a start, and for an empty name.

    >>> import datetime as dt
    >>> Campaign("made up", starts=dt.date(2026, 4, 13), ends=dt.date(2026, 6, 30)).care_homes_start
    datetime.date(2026, 4, 13)

    Attributes:
        name: The season and year it is known by, such as "autumn 2025".
        starts: The first day for everyone but care homes.
        ends: The last day.
        care_homes_start: The first day in care homes; ``starts`` unless given.
        citations: Where the dates were read; empty for a campaign that a caller supplies.
    """

    name: str = field(converter=_named)
    starts: dt.date = field(converter=_starts)
    ends: dt.date = field(converter=_ends)
    care_homes_start: dt.date = field(default=Factory(_same_for_everyone, takes_self=True), converter=_care_homes_start)
    citations: tuple[Citation, ...] = field(default=(), converter=_citations)

    def __attrs_post_init__(self) -> None:
        if self.ends < max(self.starts, self.care_homes_start):
            raise InvalidArgument(f"The campaign {quoted(self.name)} ends on {date(self.ends)}, before it starts.")
