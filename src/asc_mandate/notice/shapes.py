"""The shapes in which the notice and the dates around it are held; those of sources are in ``provenance``."""

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum

from attrs import field, frozen

from asc_mandate._coerce import as_date, as_date_or_none, is_date, iterate, to_member, to_text
from asc_mandate._format import OneLine, clean, format_date, format_long_date, join_words, one_line, quote
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice.provenance import Citation, Datum, Source


class ServiceType(StrEnum):
    """The two kinds of service for which the notice has a list."""

    CARE_HOME = "care_home"
    DOMICILIARY_CARE = "domiciliary_care"


def to_service(given: ServiceType | str) -> ServiceType:
    """Return the type of service that a caller means."""
    return to_member(given, ServiceType, "service")


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


@frozen(repr=False)
class Clause(OneLine):
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


@frozen(repr=False)
class Footnote(OneLine):
    """A footnote of the notice.

    Attributes:
        number: Its number in the notice.
        wording: The notice's own words.
        citation: Where it stands.
    """

    number: int
    wording: str
    citation: Citation


@frozen(repr=False)
class Season(OneLine):
    """A condition that holds for the same part of every year.

    Attributes:
        subject: What is asked for in the season, to begin a sentence.
        wording: The notice's own words.
        first: Month and day on which it begins to hold.
        last: Month and day on which it last holds; it may lie in the following year.
        citation: Where it stands.
    """

    subject: str
    wording: str
    first: tuple[int, int]
    last: tuple[int, int]
    citation: Citation


@frozen(repr=False)
class DuringCampaign(OneLine):
    """A condition that holds during a vaccination campaign and through the window after it.

    Attributes:
        subject: What is asked for in a campaign, to begin a sentence.
        wording: The notice's own words.
        citation: Where it stands.
        readings: The ids of the readings that govern what it means.
    """

    subject: str
    wording: str
    citation: Citation
    readings: tuple[str, ...] = ()


Condition = Season | DuringCampaign


@frozen(repr=False)
class Field(OneLine):
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


@frozen(repr=False)
class Section(OneLine):
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


@frozen(repr=False)
class WindowDays(OneLine):
    """The days of every month between which a return must be saved, by the text in force.

    Attributes:
        opens: The day of the month from whose start the window is open.
        closes: The day of the month to whose end it is open, or to that of the next working day.
        citation: The words that say so.
        readings: The ids of the readings that govern what they mean.
    """

    opens: int
    closes: int
    citation: Citation
    readings: tuple[str, ...] = ()


@frozen(repr=False)
class Edition:
    """One edition of the notice: what it asks for, of whom, and in which words.

    Attributes:
        id: The first day on which it applies, as text.
        applies_from: The same day; it applies until the next edition does.
        source: The document.
        reconstruction: How a reconstructed edition was derived; None for a verbatim one.
        window: The days of the reporting window.
        clauses: The paragraphs that govern windows, saving and the lists.
        other_data: What Capacity Tracker asks for beside the mandate, and that is not mandatory.
        care_home: The sections for care home provider locations.
        domiciliary_care: The sections for domiciliary care settings.
    """

    id: str
    applies_from: dt.date
    source: Source
    reconstruction: str | None
    window: WindowDays
    clauses: tuple[Clause, ...]
    other_data: tuple[Datum[str], ...]
    care_home: tuple[Section, ...]
    domiciliary_care: tuple[Section, ...]

    def sections(self, service: ServiceType | str) -> tuple[Section, ...]:
        """Return the sections of the list for a type of service, in the notice's order."""
        return self.care_home if to_service(service) is ServiceType.CARE_HOME else self.domiciliary_care

    def fields(self, service: ServiceType | str) -> tuple[Field, ...]:
        """Return the fields of the list for a type of service, in the notice's order."""
        return tuple(field for section in self.sections(service) for field in section.fields)

    def clause(self, id: str) -> Clause:
        """Return the clause with this id; raise InvalidArgument where there is none."""
        for clause in self.clauses:
            if clause.id == id:
                return clause
        ids = join_words([clause.id for clause in self.clauses])
        raise InvalidArgument(f"The edition {self.id} has no clause {quote(str(id))}; its clauses are {ids}.")

    def list_clause(self, service: ServiceType) -> Clause:
        """Return the clause that begins the list for a type of service."""
        return self.clause(f"{service.value.replace('_', '-')}-list")

    def __repr__(self) -> str:
        return one_line(self, self.id)


def _to_name(given: str) -> str:
    return to_text(given, "A campaign's name", "text such as 'autumn 2026'")


def _to_citations(given: Iterable[Citation]) -> tuple[Citation, ...]:
    return tuple(iterate(given, Citation, "citations"))


@frozen(repr=False)
class Campaign:
    """A COVID-19 vaccination campaign in England. All days are included, and in London.

    Attributes:
        name: What it is known by, such as "autumn 2025".
        starts: The first day for everyone but care homes.
        ends: The last day; None while it runs and its last day is not announced.
        care_homes_start: The first day in care homes, where that is another day.
        citations: Where the days were read; empty for a campaign that a caller supplies.
    """

    name: str = field(converter=_to_name)
    starts: dt.date = field(converter=as_date, validator=is_date)
    ends: dt.date | None = field(default=None, converter=as_date_or_none, validator=is_date)
    care_homes_start: dt.date | None = field(default=None, converter=as_date_or_none, validator=is_date, kw_only=True)
    citations: tuple[Citation, ...] = field(default=(), converter=_to_citations, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if self.ends is not None and self.ends < max(map(self.starts_for, ServiceType)):
            ends = format_long_date(self.ends)
            raise InvalidArgument(f"The campaign {quote(self.name)} ends on {ends}, before it starts.")

    def starts_for(self, service: ServiceType) -> dt.date:
        """Return the first day for a type of service."""
        return (service is ServiceType.CARE_HOME and self.care_homes_start) or self.starts

    def __str__(self) -> str:
        until = f"to {format_date(self.ends)}" if self.ends else "until its last day is announced"
        in_homes = f" ({format_date(self.care_homes_start)} in care homes)" if self.care_homes_start else ""
        return f"{clean(self.name)}: from {format_date(self.starts)}{in_homes} {until}"

    def __repr__(self) -> str:
        return one_line(self, clean(self.name), f"from {format_date(self.starts)}")


@frozen(repr=False)
class AnnouncedCampaign(OneLine):
    """A campaign that is known to come, and whose days were not found.

    Attributes:
        name: What it is known by, such as "autumn 2026".
        known: What is known of it, with its source.
    """

    name: str
    known: Datum[str]

    def __str__(self) -> str:
        return f"{self.name}: {self.known.value}"
