"""What a return must contain on a day, and why or why not."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache

from attrs import evolve, frozen

from asc_mandate._coerce import FrozenDict, to_date, to_instance
from asc_mandate._format import closest, did_you_mean, format_date, name_type, one_line, quote
from asc_mandate._html import table
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.conditions import Status, decide
from asc_mandate.errors import UnknownField
from asc_mandate.notice.index import edition_for, sections_of
from asc_mandate.notice.provenance import Citation
from asc_mandate.notice.shapes import Edition, Field, Section, ServiceType, to_service
from asc_mandate.sentences import ALWAYS, SERVICES
from asc_mandate.windows import ReportingWindow, window_of


@frozen(repr=False)
class Requirement:
    """Whether one field must be given, and why.

    Attributes:
        field: The field.
        status: REQUIRED, NOT_REQUIRED or UNDETERMINED.
        reason: Why, as a sentence with the date that decides.
        readings: The ids of the readings that the answer rests on.
    """

    field: Field
    status: Status
    reason: str
    readings: tuple[str, ...]

    @property
    def citation(self) -> Citation:
        """Where the notice says so: the condition where the field has one, otherwise the item."""
        return self.field.condition.citation if self.field.condition else self.field.citation

    def __str__(self) -> str:
        return f"{_words(self)}: {self.field.wording}. {self.reason}"

    def __repr__(self) -> str:
        return one_line(self, self.field.id, self.status)


@frozen(repr=False)
class Checklist:
    """What a return must contain on a day: one requirement for each field, in the notice's order.

    Iterate over it, ask for its length, or look a field up by its id.

    >>> august = checklist("care_home", dt.date(2025, 8, 8))
    >>> [requirement.field.id for requirement in august.required][-2:]
    ['residents_able_to_visit', 'visiting_options']
    >>> "service_users" in august
    False

    Attributes:
        service: The type of service.
        day: The day in London that the answers are for.
        edition: The edition of the notice that applies.
        window: The reporting window of that day's month.
        requirements: One for each field.
    """

    service: ServiceType
    day: dt.date
    edition: Edition
    window: ReportingWindow
    requirements: tuple[Requirement, ...]

    @cached_property
    def by_id(self) -> Mapping[str, Requirement]:
        """The requirements by the ids of their fields."""
        return FrozenDict({requirement.field.id: requirement for requirement in self.requirements})

    @cached_property
    def sections(self) -> Mapping[str, Section]:
        """The sections of the list by their ids."""
        known = {**sections_of(self.service), **{part.id: part for part in self.edition.sections(self.service)}}
        return FrozenDict({requirement.field.section: known[requirement.field.section] for requirement in self})

    @cached_property
    def by_status(self) -> Mapping[Status, tuple[Requirement, ...]]:
        """The requirements by whether their fields must be given."""
        return FrozenDict({status: tuple(entry for entry in self if entry.status is status) for status in Status})

    @property
    def required(self) -> tuple[Requirement, ...]:
        """The requirements of the fields that must be given."""
        return self.by_status[Status.REQUIRED]

    @property
    def by_section(self) -> tuple[tuple[Section, tuple[Requirement, ...]], ...]:
        """Each section of the list with the requirements of its fields."""
        return tuple(
            (section, tuple(requirement for requirement in self if requirement.field.section == id))
            for id, section in self.sections.items()
        )

    def __iter__(self) -> Iterator[Requirement]:
        return iter(self.requirements)

    def __len__(self) -> int:
        return len(self.requirements)

    def __contains__(self, field_id: object) -> bool:
        return isinstance(field_id, str) and field_id in self.by_id

    def __getitem__(self, field_id: str) -> Requirement:
        """Return the requirement of a field; raise UnknownField, with the nearest id, where the list has none.

        >>> checklist("care_home", dt.date(2025, 7, 8))["beds_occupied"].field.wording
        'occupied or used'
        """
        if not isinstance(field_id, str):
            raise UnknownField(f"A field id is text, not {name_type(field_id)}.")
        if field_id in self.by_id:
            return self.by_id[field_id]
        nearest = closest(field_id, self.by_id)
        unknown = UnknownField(f"The {self.service} list has no field {quote(field_id)}.{did_you_mean(nearest)}")
        unknown.nearest = nearest
        raise unknown

    def __str__(self) -> str:
        lines = [self._title()]
        for section, requirements in self.by_section:
            lines += ["", f"{section.name}:"]
            lines += [f"  {_words(entry)}: {entry.field.wording}" for entry in requirements]
            reasons = dict.fromkeys(entry.reason for entry in requirements if entry.reason != ALWAYS)
            lines += [f"  ({reason})" for reason in reasons]
        return "\n".join(lines)

    def _title(self) -> str:
        required = f"{len(self.required)} of {len(self)} items are required"
        return f"{SERVICES[self.service]} on {format_date(self.day)}: {required}."

    def _repr_html_(self) -> str:
        rows = [
            (section.name, entry.field.wording, _words(entry), "" if entry.reason == ALWAYS else entry.reason)
            for section, requirements in self.by_section
            for entry in requirements
        ]
        return table([self._title()], ("Section", "Item", "Status", "Why"), rows)

    def __repr__(self) -> str:
        return one_line(self, self.service, format_date(self.day), f"{len(self.required)} of {len(self)} required")


def _words(requirement: Requirement) -> str:
    return requirement.status.replace("_", " ")


def checklist(service: ServiceType | str, on: dt.date, *, calendar: Calendar = ENGLAND) -> Checklist:
    """Return what a return must contain if it is saved on a day in London, and why or why not.

    Raises InvalidArgument for an unknown service, or for anything but a date or an aware datetime up to 2100;
    NotInForce before 31 July 2022; EditionNotHeld from then to 14 July 2023. Source: the notice, “Information
    required under section 277A”.

    >>> july = checklist("care_home", dt.date(2025, 7, 8))
    >>> july["residents_flu_vaccination"].reason
    'Flu vaccination is asked for from 1 September to 31 March, so not again until 1 September 2025.'
    >>> len(july), len(july.required)
    (28, 25)
    """
    return checklist_of(to_service(service), to_date(on), to_instance(calendar, Calendar, "calendar"))


# Cached because a whole batch is judged by the same few checklists.
@lru_cache(maxsize=1024)
def checklist_of(service: ServiceType, day: dt.date, calendar: Calendar) -> Checklist:
    """Return the checklist for arguments that came through the gate."""
    edition = edition_for(day)
    fields = edition.fields(service)
    decided = {
        condition: decide(condition, service, day, calendar) for condition in {field.condition for field in fields}
    }
    requirements = tuple(
        Requirement(field, decision.status, decision.reason, (*field.readings, *decision.readings))
        for field in fields
        for decision in [decided[field.condition]]
    )
    return Checklist(service, day, edition, window_of(day.year, day.month, calendar), requirements)


@lru_cache(maxsize=1024)
def checklist_by_section(
    service: ServiceType, day: dt.date, days: tuple[tuple[str, dt.date], ...], calendar: Calendar
) -> Checklist:
    """Return the checklist of a day, in which some sections are asked for as on days of their own."""
    by_day = {each: checklist_of(service, each, calendar) for each in (day, *(own_day for _, own_day in days))}
    base, own = by_day[day], {section: by_day[own_day] for section, own_day in days}
    if all(part.requirements == base.requirements for part in own.values()):
        return base
    parts = {section: own.get(section, base) for section in (*base.sections, *own)}
    joined = {
        requirement.field.id: requirement
        for section, part in parts.items()
        for requirement in part
        if requirement.field.section == section
    }
    # A field that a new edition moved to another section may be left out by the days of both sections.
    for requirement in base:
        if requirement.field.id in parts[requirement.field.section]:
            joined.setdefault(requirement.field.id, requirement)
    return evolve(base, requirements=tuple(joined.values()))
