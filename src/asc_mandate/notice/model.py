"""The shapes in which the notice is held."""

import datetime as dt
from enum import StrEnum

from attrs import field, frozen

from asc_mandate.errors import InvalidArgument
from asc_mandate.notice.provenance import Citation, Source
from asc_mandate.plain import member_of, text_of
from asc_mandate.words import listed, shown


class ServiceType(StrEnum):
    """The two kinds of service for which the notice has a list."""

    CARE_HOME = "care_home"
    DOMICILIARY_CARE = "domiciliary_care"


def service_type(given: ServiceType | str) -> ServiceType:
    """Return the type of service that a caller means; raise InvalidArgument for any other."""
    service = member_of(ServiceType, given)
    if service is not None:
        return service
    raise InvalidArgument(
        f"service is {shown(given)}; pass 'care_home' or 'domiciliary_care' (which extra care and supported living use "
        "too)."
    )


class Kind(StrEnum):
    """What kind of answer a field takes."""

    COUNT = "count"
    """A whole number of people, beds or packages."""
    HOURS = "hours"
    """A number of hours, which may have a fraction."""
    ABSENCE = "absence"
    """A number of hours or of days."""
    YES_NO = "yes_no"
    OPTIONS = "options"
    """Any number of named options, none included."""


@frozen
class Clause:
    """A paragraph of the notice that governs more than one field.

    Attributes:
        id: A stable name.
        wording: The notice's own words.
        citation: Where they stand.
        readings: The ids of the readings that govern what it means.
    """

    id: str
    wording: str
    citation: Citation
    readings: tuple[str, ...] = ()


@frozen
class Footnote:
    """A footnote of the notice.

    Attributes:
        number: Its number in the notice.
        wording: The notice's own words.
        citation: Where it stands.
    """

    number: int
    wording: str
    citation: Citation


@frozen
class Season:
    """A condition that holds for the same part of every year. Source: its citation.

    Attributes:
        id: A stable name.
        subject: What is asked for in the season, to begin a sentence.
        wording: The notice's own words.
        first: Month and day on which it begins to hold.
        last: Month and day on which it last holds; it may lie in the following year.
        citation: Where it stands.
    """

    id: str
    subject: str
    wording: str
    first: tuple[int, int]
    last: tuple[int, int]
    citation: Citation


@frozen
class DuringCampaign:
    """A condition that holds during a vaccination campaign and through the window after it. Source: its citation.

    Attributes:
        id: A stable name.
        subject: What is asked for in a campaign, to begin a sentence.
        wording: The notice's own words.
        citation: Where it stands.
        readings: The ids of the readings that govern what it means.
    """

    id: str
    subject: str
    wording: str
    citation: Citation
    readings: tuple[str, ...] = ()


Condition = Season | DuringCampaign


@frozen
class Field:
    """One item of mandatory information.

    Attributes:
        id: A stable name, such as ``beds_occupied``.
        wording: The notice's own words for the item.
        kind: What kind of answer it takes.
        section: The id of the section it belongs to.
        condition: When it is asked for; None where it always is.
        footnote: The footnote that the notice hangs on it, if any.
        citation: Where the item stands in the notice.
        readings: The ids of the readings on which the item's place in the list rests.
    """

    id: str
    wording: str
    kind: Kind
    section: str
    condition: Condition | None
    footnote: Footnote | None
    citation: Citation
    readings: tuple[str, ...] = ()


@frozen
class Section:
    """Fields that are saved together.

    Attributes:
        id: A stable name, such as ``flu_vaccination``.
        name: What messages call it.
        heading: The notice's own heading; None where the notice gives the items none.
        fields: Its fields, in the notice's order.
    """

    id: str
    name: str
    heading: str | None
    fields: tuple[Field, ...]


@frozen
class Edition:
    """One edition of the notice: what it asks for, of whom, and in which words.

    Attributes:
        id: The first day on which it applies, as text.
        applies_from: The same day; it applies until the next edition does.
        source: The document.
        reconstruction: How a reconstructed edition was derived; None for a verbatim one.
        clauses: The paragraphs that govern windows, saving and the lists.
        care_home: The sections for care home provider locations.
        domiciliary_care: The sections for domiciliary care settings.
    """

    id: str
    applies_from: dt.date
    source: Source
    reconstruction: str | None
    clauses: tuple[Clause, ...] = field(repr=False)
    care_home: tuple[Section, ...] = field(repr=False)
    domiciliary_care: tuple[Section, ...] = field(repr=False)

    def sections(self, service: ServiceType | str) -> tuple[Section, ...]:
        """Which sections the list for this type of service has, in the notice's order.

        Raises InvalidArgument for an unknown service.

        >>> from asc_mandate import edition
        >>> [section.id for section in edition("2024-04-26").sections("domiciliary_care")]
        ['service_users', 'workforce', 'covid_vaccination', 'flu_vaccination', 'packages_of_care']
        """
        return self.care_home if service_type(service) is ServiceType.CARE_HOME else self.domiciliary_care

    def fields(self, service: ServiceType | str) -> tuple[Field, ...]:
        """Which fields the list for this type of service has, in the notice's order.

        Raises InvalidArgument for an unknown service.

        >>> from asc_mandate import edition
        >>> len(edition("2024-04-26").fields("care_home"))
        28
        """
        return tuple(field for section in self.sections(service) for field in section.fields)

    def clause(self, id: str) -> Clause:
        """Which clause has this id.

        Raises InvalidArgument where none has.

        >>> from asc_mandate import edition
        >>> print(edition("2024-04-26").clause("seasonal-booster").wording[:64])
        A seasonal booster is defined as any booster delivered as part o
        """
        for clause in self.clauses:
            if clause.id == text_of(id):
                return clause
        ids = listed([clause.id for clause in self.clauses])
        raise InvalidArgument(f"The edition {self.id} has no clause {shown(id)}; its clauses are {ids}.")

    def list_clause(self, service: ServiceType | str) -> Clause:
        """Which clause begins the list for this type of service.

        Raises InvalidArgument for an unknown service.

        >>> from asc_mandate import edition
        >>> edition("2024-04-26").list_clause("care_home").wording
        'For care home provider locations, the mandatory information is:'
        """
        return self.clause(f"{service_type(service).replace('_', '-')}-list")
