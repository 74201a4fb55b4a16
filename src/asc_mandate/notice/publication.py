"""The shape of a publication of the notice, and the notice it gave."""

import calendar
import datetime as dt

from attrs import frozen

from asc_mandate.notice.duty import AIM_OF_NOTICE
from asc_mandate.notice.provenance import Datum, Grade, NotFound, weakest
from asc_mandate.words import short_date


@frozen
class NoticePeriod:
    """How long before it became a requirement a list was published.

    Attributes:
        days: The days from publication to requirement.
        aim_met: Whether that is the three months or more that the notice itself aims at before new data become a
            requirement; None where nothing new was asked for, so that the aim says nothing.
        grade: The weaker grade of the two days.
    """

    days: int
    aim_met: bool | None
    grade: Grade


@frozen
class Publication:
    """One publication of the notice, held as an edition or not.

    Attributes:
        number: Its number, in order.
        published: The day it was published; NotFound where that is not known.
        required_from: The day from which its list is required; NotFound where that is not known.
        changes: What it changed, sentence by sentence.
        asks_for_more: Whether it made new data a requirement, by what is known of its changes.
        edition: The id of the edition that holds its list; None where the list was not found in full.
    """

    number: int
    published: Datum[dt.date] | NotFound
    required_from: Datum[dt.date] | NotFound
    changes: tuple[Datum[str], ...]
    asks_for_more: bool
    edition: str | None

    @property
    def notice_period(self) -> NoticePeriod | NotFound:
        """The notice that it gave, against the notice's own aim; NotFound where either day is."""
        published, required_from = self.published, self.required_from
        if isinstance(published, NotFound) or isinstance(required_from, NotFound):
            return NotFound()
        aimed_at = _months_after(published.value, AIM_OF_NOTICE.value)
        return NoticePeriod(
            days=(required_from.value - published.value).days,
            aim_met=required_from.value >= aimed_at if self.asks_for_more else None,
            grade=weakest(published.citation.source.grade, required_from.citation.source.grade),
        )

    def __str__(self) -> str:
        return (
            f"publication {self.number} (published: {_written(self.published)}; required from: "
            f"{_written(self.required_from)})"
        )


def _written(day: Datum[dt.date] | NotFound) -> str:
    return str(day) if isinstance(day, NotFound) else short_date(day.value)


def _months_after(day: dt.date, months: int) -> dt.date:
    years, month = divmod(day.month - 1 + months, 12)
    last = calendar.monthrange(day.year + years, month + 1)[1]
    return dt.date(day.year + years, month + 1, min(day.day, last))
