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
    """One thing found in a return.

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
