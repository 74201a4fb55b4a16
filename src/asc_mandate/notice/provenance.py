"""Where data come from and how far they can be trusted, and the shapes of what stands around the notice."""

import datetime as dt
import re
from collections.abc import Iterable
from enum import StrEnum
from typing import Generic, TypeVar

from attrs import frozen

from asc_mandate._format import OneLine, format_date, join_words, one_line

T_co = TypeVar("T_co", covariant=True)


class Grade(StrEnum):
    """How far a datum can be trusted, from firmest to weakest."""

    STATUTE = "statute"
    """Text of an Act or of regulations, read."""
    OFFICIAL = "official"
    """A page of government, the NHS, CQC or a council, or its text as another site carries it, read."""
    SECONDARY = "secondary"
    """A third party says so: a law firm, a trade body, a news site."""
    INFERRED = "inferred"
    """It follows from the above by reasoning that is written down."""


def weakest(*grades: Grade) -> Grade:
    """Return the weakest of some grades: what rests on all of them is no firmer."""
    return max(grades, key=list(Grade).index)


@frozen(repr=False)
class Source(OneLine):
    """A document in which something was read.

    Attributes:
        title: What it is called.
        address: Where it is published; None where no address was recorded, as for reasoning.
        grade: How far it can be trusted.
    """

    title: str
    address: str | None
    grade: Grade

    def __str__(self) -> str:
        return f"{self.title} ({self.grade})"


@frozen(repr=False)
class Citation(OneLine):
    """The place in a source on which a datum or a finding rests.

    Attributes:
        source: The document.
        where: The place in it, so that a reader can put a finger on it.
    """

    source: Source
    where: str

    def __str__(self) -> str:
        return f"{self.source.title}, {self.where} ({self.source.grade})"


def join_citations(citations: Iterable[Citation]) -> Citation:
    """Return one citation of several places in one source; bullets under one heading are cited together."""
    first, *_ = given = list(citations)
    grouped: dict[tuple[str, str], set[int]] = {}
    for citation in given:
        heading, *bullet = re.split(r", bullet (\d+)", citation.where, maxsplit=1)
        grouped.setdefault((heading, "".join(bullet[1:])), set()).update(map(int, bullet[:1]))
    parts: list[str] = []
    for (heading, rest), numbers in grouped.items():
        bullets = f", bullet{'s' if len(numbers) > 1 else ''} {join_words(list(map(str, sorted(numbers))))}"
        parts.append(f"{heading}{bullets if numbers else ''}{rest}")
    return Citation(first.source, "; ".join(parts))


@frozen(repr=False)
class Datum(OneLine, Generic[T_co]):
    """A figure or a day, with what it rests on.

    Attributes:
        value: The figure or the day.
        citation: Where it was read, or how it was inferred.
        readings: The ids of the readings that govern what it means.
    """

    value: T_co
    citation: Citation
    readings: tuple[str, ...] = ()


@frozen(repr=False)
class NotFound(OneLine):
    """What was looked for and not found: stated, and never filled in.

    Attributes:
        known: What is known of it all the same, as a phrase; empty where nothing is.
    """

    known: str = ""

    def __str__(self) -> str:
        return f"not found ({self.known})" if self.known else "not found"


@frozen(repr=False)
class Reading(OneLine):
    """A decision on a point that the notice leaves open.

    Attributes:
        id: A stable name, by which requirements and findings refer to it.
        question: The point.
        taken: The answer that this library uses.
        alternatives: Other answers that the words would bear.
        citation: The words that leave the point open; the decision itself is inferred.
    """

    id: str
    question: str
    taken: str
    alternatives: tuple[str, ...]
    citation: Citation


@frozen(repr=False)
class Publication:
    """One publication of the notice, held as an edition or not.

    Attributes:
        number: Its number, in order.
        published: The day it was published; NotFound where that is not known.
        required_from: The day from which its list is required; NotFound where that is not known.
        changes: What it changed, sentence by sentence.
        edition: The id of the edition that holds its list; None where the list was not found in full.
    """

    number: int
    published: Datum[dt.date] | NotFound
    required_from: Datum[dt.date] | NotFound
    changes: tuple[Datum[str], ...]
    edition: str | None

    def __str__(self) -> str:
        days = (self.published, self.required_from)
        told = [str(day) if isinstance(day, NotFound) else format_date(day.value) for day in days]
        return f"publication {self.number} (published: {told[0]}; required from: {told[1]})"

    def __repr__(self) -> str:
        return one_line(self, str(self.number), f"edition {self.edition}")


@frozen(repr=False)
class Contact(OneLine):
    """Somebody to ask.

    Attributes:
        name: Who they are.
        subject: What to ask them about.
        telephone: Their number, if there is one.
        open: When they answer it, in UK local time; None without a number.
        email: Their address.
        citation: Where all this was read.
        remark: What to know before using it; empty where there is nothing.
    """

    name: str
    subject: str
    telephone: str | None
    open: str | None
    email: str
    citation: Citation
    remark: str = ""


@frozen(repr=False)
class FeesScheme(OneLine):
    """One of CQC's fees schemes. All amounts are in pounds, and for one location.

    Attributes:
        name: What it is called.
        in_force_from: The first day on which its fees are due.
        known_through: The last day through which it is reported to be current.
        care_home_bands: The most service users of a band, with its fee.
        care_home_above_bands: The fee above the last band.
        community_known_from: The first day for which the community fee is established.
        community_base: The part of the community fee that does not depend on the service users.
        community_each: The part for each service user, as text, because it has a fraction.
        community_ceiling: The most that a community fee comes to.
    """

    name: str
    in_force_from: Datum[dt.date]
    known_through: Datum[dt.date]
    care_home_bands: Datum[tuple[tuple[int, int], ...]]
    care_home_above_bands: Datum[int]
    community_known_from: Datum[dt.date]
    community_base: Datum[int]
    community_each: Datum[str]
    community_ceiling: Datum[int]
