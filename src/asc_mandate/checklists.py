"""What a return must contain on a day, and why or why not."""

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import Factory, field, frozen

from asc_mandate.calendar import ENGLAND, Calendar, require_calendar
from asc_mandate.conditions import Status, decide
from asc_mandate.errors import UnknownField
from asc_mandate.moments import as_day
from asc_mandate.notice.index import edition_on
from asc_mandate.notice.model import Edition, Field, ServiceType, service_type
from asc_mandate.notice.provenance import Citation
from asc_mandate.plain import text_of
from asc_mandate.windows import ReportingWindow, reporting_window
from asc_mandate.words import nearest, quoted, type_name


@frozen
class Requirement:
    """Whether one field must be given on one day in London, and why.

    >>> requirement = checklist("care_home", dt.date(2025, 12, 8))["residents_flu_vaccination"]
    >>> requirement.status.value, requirement.reason
    ('required', 'Flu vaccination is asked for from 1 September to 31 March.')

    Attributes:
        field: The field.
        status: REQUIRED, NOT_REQUIRED or UNDETERMINED.
        reason: Why, as a sentence with the date that decides.
        day: The day that the answer is for.
        readings: The ids of the readings that the answer rests on.
    """

    field: Field
    status: Status
    reason: str
    day: dt.date
    readings: tuple[str, ...]

    @property
    def citation(self) -> Citation:
        """Where the notice says so: the condition where the field has one, otherwise the item."""
        return self.field.condition.citation if self.field.condition else self.field.citation


def _by_id(checklist: "Checklist") -> dict[str, Requirement]:
    return {requirement.field.id: requirement for requirement in checklist.requirements}


@frozen
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
    requirements: tuple[Requirement, ...] = field(repr=False)
    _index: Mapping[str, Requirement] = field(
        default=Factory(_by_id, takes_self=True), init=False, eq=False, repr=False
    )

    @property
    def required(self) -> tuple[Requirement, ...]:
        """The requirements of the fields that must be given."""
        return tuple(requirement for requirement in self.requirements if requirement.status is Status.REQUIRED)

    def __iter__(self) -> Iterator[Requirement]:
        return iter(self.requirements)

    def __len__(self) -> int:
        return len(self.requirements)

    def __contains__(self, field_id: object) -> bool:
        return text_of(field_id) in self._index

    def __getitem__(self, field_id: str) -> Requirement:
        """What this field's requirement is.

        Raises UnknownField, with the nearest id, where the list has no such field.

        >>> checklist("care_home", dt.date(2025, 7, 8))["beds_occupied"].field.wording
        'occupied or used'
        """
        id = text_of(field_id)
        if id is None:
            raise UnknownField(f"A field id is text, not {type_name(field_id)}.")
        if id in self._index:
            return self._index[id]
        close = nearest(id, self._index)
        hint = f" Is {close} meant?" if close else ""
        unknown = UnknownField(f"The {self.service} list has no field {quoted(id)}.{hint}")
        unknown.nearest = close
        raise unknown


def checklist(service: ServiceType | str, on: dt.date, *, calendar: Calendar = ENGLAND) -> Checklist:
    """What a return must contain if it is saved on this day in London, and why or why not.

    Raises InvalidArgument for an unknown service, or for anything but a date or an aware datetime up to 2100;
    NotInForce before 31 July 2022; EditionNotHeld from then to 14 July 2023. Source: the notice, “Information
    required under section 277A”.

    >>> july = checklist("care_home", dt.date(2025, 7, 8))
    >>> july["residents_flu_vaccination"].status.value
    'not_required'
    >>> july["residents_flu_vaccination"].reason
    'Flu vaccination is asked for from 1 September to 31 March, so not again until 1 September 2025.'
    >>> len(july), len(july.required)
    (28, 25)
    """
    require_calendar(calendar)
    return checklist_of(service_type(service), as_day(on), calendar)


# A cache because a whole batch is judged by the same few checklists.
@lru_cache(maxsize=1024)
def checklist_of(service: ServiceType, day: dt.date, calendar: Calendar) -> Checklist:
    """Return the checklist for arguments that were checked already."""
    edition = edition_on(day)
    return Checklist(
        service=service,
        day=day,
        edition=edition,
        window=reporting_window(day, calendar=calendar),
        requirements=tuple(_requirement(field, service, day, calendar) for field in edition.fields(service)),
    )


def _requirement(field: Field, service: ServiceType, day: dt.date, calendar: Calendar) -> Requirement:
    decision = decide(field.condition, service, day, calendar)
    return Requirement(field, decision.status, decision.reason, day, (*field.readings, *decision.readings))
