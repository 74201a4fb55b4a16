"""What the library raises: for bad arguments, and where it is asked to raise. Bad data become findings.

Exceptions raised by iterators and objects that you pass in propagate.
"""

from attrs import frozen

from asc_mandate._format import OneLine


class MandateError(Exception):
    """The base of every error that this library raises on purpose."""


class InvalidArgument(MandateError, ValueError):
    """An argument is not of the kind that the function asks for."""


class NotInForce(MandateError):
    """The day lies before the mandate: the duty began on 31 July 2022."""


class EditionNotHeld(MandateError):
    """The mandate was in force on that day, but its list was not found in full; the message says what is known."""


class UnknownEdition(MandateError, LookupError):
    """No edition of that id is held."""


class UnknownField(MandateError, LookupError):
    """The checklist has no field of that id.

    Attributes:
        nearest: The id that was most likely meant, if there is one.
    """

    nearest: str | None = None


class DutyNotMet(MandateError):
    """The report has breaches; each is named in the message."""


class NotEstablished(MandateError):
    """The amount was asked for, and the facts do not say."""


@frozen(repr=False)
class Problem(OneLine):
    """One thing that keeps a record from being read, or written.

    Attributes:
        path: Where it is, such as ``values.absence.hours`` or ``findings[0].code``; empty for the record itself.
        message: What is wrong there, as a phrase that goes with the path.
    """

    path: str
    message: str

    def __str__(self) -> str:
        return f"{self.path or 'The record'} {self.message}"


class InvalidRecord(MandateError, ValueError):
    """A record cannot be read, or written; the message lists everything that is wrong with it, a line each.

    Attributes:
        problems: Everything that is wrong with it.
    """

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))
