"""What is found in a return, and what it comes to."""

from collections.abc import Mapping
from enum import StrEnum

from attrs import field, frozen

from asc_mandate.notice.provenance import Citation
from asc_mandate.plain import FrozenDict
from asc_mandate.rules import Severity
from asc_mandate.words import render


class Outcome(StrEnum):
    """Whether the duty was met for one window."""

    MET = "met"
    """Everything asked for was given and saved in the window."""
    NOT_MET = "not_met"
    """It was not, and the window has closed."""
    OPEN = "open"
    """It was not, and the window has not closed."""
    UNDETERMINED = "undetermined"
    """It turns on a requirement that cannot be known."""
    NOT_DUE = "not_due"
    """There was no duty that month; only a ledger says so, never a report."""


def _frozen(given: Mapping[str, object]) -> Mapping[str, object]:
    return FrozenDict(given)


@frozen(unsafe_hash=False)
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
        context: The values that the message names.
        citation: The clause, or the other ground, that it rests on.
        sentence: The message, with places for what the context holds.
        readings: The ids of the readings that it rests on.
    """

    code: str
    severity: Severity
    fields: tuple[str, ...]
    context: Mapping[str, object] = field(converter=_frozen)
    citation: Citation
    sentence: str = field(repr=False)
    readings: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """What was found and what to do, in plain English."""
        return render(self.sentence, self.context)


NOT_KNOWN = frozenset({"undetermined", "not-carried", "save-not-known"})
"""The codes of what keeps an outcome from being known."""

OUTCOMES = {
    Outcome.MET: "met",
    Outcome.NOT_MET: "not met",
    Outcome.OPEN: "open",
    Outcome.UNDETERMINED: "undetermined",
}
HEADINGS = {
    Severity.BREACH: "To put right, because the duty is not met without it",
    Severity.CONTRADICTION: "Cannot be true as it stands, and could be called false or misleading",
    Severity.QUERY: "Worth a second look",
    Severity.NOTE: "For information",
}
