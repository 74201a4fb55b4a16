"""Where data come from, how far they can be trusted, and what was decided where the notice is silent."""

from enum import StrEnum
from typing import Generic, TypeVar

from attrs import frozen

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
    order = list(Grade)
    return max(grades, key=order.index)


@frozen
class Source:
    """Where a datum was read.

    Attributes:
        title: What the document is called.
        address: Where it is published; None where no address was recorded, as for reasoning.
        grade: How far it can be trusted.
    """

    title: str
    address: str | None
    grade: Grade

    def __str__(self) -> str:
        return f"{self.title} ({self.grade})"


@frozen
class Citation:
    """The very place in a source that a datum or a finding rests on.

    Attributes:
        source: The document.
        where: The place in it, so that a reader can put a finger on it.
    """

    source: Source
    where: str

    def __str__(self) -> str:
        return f"{self.source.title}, {self.where} ({self.source.grade})"


@frozen
class Datum(Generic[T_co]):
    """A figure or a day, with what it rests on.

    Attributes:
        value: The figure or the day.
        citation: Where it was read, or how it was inferred.
        readings: The ids of the readings that govern what it means.
    """

    value: T_co
    citation: Citation
    readings: tuple[str, ...] = ()


@frozen
class NotFound:
    """What was looked for and not found: stated, and never filled in.

    Attributes:
        known: What is known of it all the same, as a phrase; empty where nothing is.
    """

    known: str = ""

    def __str__(self) -> str:
        return f"not found ({self.known})" if self.known else "not found"


@frozen
class Reading:
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
