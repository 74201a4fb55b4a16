"""What is found in a return, and what it comes to."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from asc_mandate._coerce import FrozenDict
from asc_mandate._format import clean, one_line
from asc_mandate.notice.provenance import Citation


class Severity(StrEnum):
    """How much a finding matters, the gravest first where sorted. Only breaches decide an outcome."""

    BREACH = "breach"
    """It leaves the duty unmet."""
    CONTRADICTION = "contradiction"
    """It cannot be true by the notice's own words, so it is at risk of being called false or misleading."""
    QUERY = "query"
    """It is worth a second look."""
    NOTE = "note"
    """It is for information."""

    def __lt__(self, other: str) -> bool:
        order = list(Severity)
        return order.index(self) < order.index(Severity(other)) if other in order else NotImplemented

    def __gt__(self, other: str) -> bool:
        order = list(Severity)
        return order.index(self) > order.index(Severity(other)) if other in order else NotImplemented

    def __le__(self, other: str) -> bool:
        return self == other or self < other

    def __ge__(self, other: str) -> bool:
        return self == other or self > other


class Outcome(StrEnum):
    """Whether the duty was met for one window."""

    MET = "met"
    """Everything asked for was given and saved in the window."""
    NOT_MET = "not_met"
    """It was not, and the window has closed."""
    OPEN = "open"
    """It was not, and the window has not closed."""
    UNDETERMINED = "undetermined"
    """It turns on what cannot be known: a campaign, or what the source of the return does not carry."""
    NOT_DUE = "not_due"
    """There was no duty that month; only a ledger says so, never a report."""


def _to_context(given: Mapping[str, object]) -> Mapping[str, object]:
    return FrozenDict(given)


@frozen(unsafe_hash=False, repr=False)
class Finding:
    """One thing found in a return: a code and values for programs, a message for people.

    >>> import datetime as dt
    >>> from asc_mandate import Return, validate
    >>> finding = validate(Return("domiciliary_care", {"service_users": -1}), on=dt.date(2025, 8, 12)).findings[0]
    >>> finding.code, finding.severity.value, finding.fields, finding.context["given"]
    ('negative', 'breach', ('service_users',), -1)
    >>> print(finding.citation.where)
    “For domiciliary care settings”, bullet 1

    Attributes:
        code: A stable name for this kind of finding.
        severity: How much it matters.
        fields: The ids of the fields it concerns.
        message: What was found and what to do, in plain English.
        citation: The clause, or the other ground, that it rests on.
        context: The values that the message names.
        readings: The ids of the readings that it rests on.
    """

    code: str
    severity: Severity
    fields: tuple[str, ...]
    message: str
    citation: Citation
    context: Mapping[str, object] = field(default=FrozenDict[str, object](), converter=_to_context)
    readings: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.severity}: {self.message} Basis: {self.citation}"

    def __repr__(self) -> str:
        return one_line(self, self.code, self.severity, *map(clean, self.fields[:3]))
