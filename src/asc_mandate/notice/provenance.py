"""Where data come from, how far they can be trusted, and what was decided where the notice is silent."""

import datetime as dt
from enum import StrEnum

from attrs import frozen


class Grade(StrEnum):
    """How far a datum can be trusted, from firmest to weakest."""

    STATUTE = "statute"
    """Text of an Act or of regulations, read."""
    OFFICIAL = "official"
    """A page of government, NHSBSA, CQC or a council, read."""
    SECONDARY = "secondary"
    """A third party says so: a law firm, a trade body, a news site."""
    INFERRED = "inferred"
    """It follows from the above by reasoning that is written down."""


@frozen
class Source:
    """Where a datum was read.

    Attributes:
        title: What the document is called.
        address: Where it is published; None for reasoning of this library's own.
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
class Horizon:
    """The last day through which something is known.

    Attributes:
        through: That day, included.
        citation: What the knowledge rests on.
    """

    through: dt.date
    citation: Citation


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
