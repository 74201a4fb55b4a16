"""What the library raises: for bad arguments, and where it is asked to raise. Bad data become findings."""


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
        nearest: The id that is most likely meant, if there is one.
    """

    nearest: str | None = None


class DutyNotMet(MandateError):
    """The report has breaches; each is named in the message."""


class NotEstablished(MandateError):
    """The amount was asked for, and the facts do not say."""
