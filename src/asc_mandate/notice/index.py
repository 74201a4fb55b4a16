"""Which editions are held, and which of them applies on a day."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from asc_mandate._coerce import FrozenDict, to_date
from asc_mandate._format import format_date, format_long_date, join_words, name_type, quote
from asc_mandate.errors import EditionNotHeld, NotInForce, UnknownEdition
from asc_mandate.notice import edition_2023_07_15, edition_2024_04_26
from asc_mandate.notice.enforcement import CONTACTS
from asc_mandate.notice.history import FIRST_WINDOWS, IN_FORCE_FROM, PUBLICATIONS
from asc_mandate.notice.provenance import Contact, Publication, Reading
from asc_mandate.notice.readings import READINGS
from asc_mandate.notice.shapes import Edition, Field, Section, ServiceType, WindowDays

EDITIONS = (
    edition_2023_07_15.EDITION,
    edition_2024_04_26.EDITION,
)


def editions() -> tuple[Edition, ...]:
    """Return the editions of the notice that are held, oldest first.

    >>> [edition.id for edition in editions()]
    ['2023-07-15', '2024-04-26']
    """
    return EDITIONS


def edition(id: str) -> Edition:
    """Return the edition with this id, which is the first day on which it applies.

    Raises UnknownEdition where there is none. Source: the notice itself, or the reasoning in ``reconstruction``.

    >>> edition("2024-04-26").source.title
    'Formal notice of a mandate for all adult social care providers, updated 26 April 2024'
    """
    for held in EDITIONS:
        if held.id == id:
            return held
    given, ids = quote(id) if isinstance(id, str) else name_type(id), join_words([held.id for held in EDITIONS])
    raise UnknownEdition(f"No edition is held with the id {given}; the ids are {ids}.")


def edition_on(on: dt.date) -> Edition:
    """Return the edition that applies on a day in London.

    An edition applies from its first day until that of the next. Raises NotInForce before 31 July 2022, EditionNotHeld
    from then to 14 July 2023, and InvalidArgument for anything but a date or an aware datetime. Source: the notice's
    change log, by the reading ``edition-5-effective``.

    >>> edition_on(dt.date(2024, 4, 25)).id, edition_on(dt.date(2024, 4, 26)).id
    ('2023-07-15', '2024-04-26')
    """
    return edition_for(to_date(on))


def edition_for(day: dt.date) -> Edition:
    """Return the edition that applies on a day that came through the gate."""
    for held in reversed(EDITIONS):
        if day >= held.applies_from:
            return held
    require_in_force(day)
    oldest = format_date(EDITIONS[0].applies_from)
    known = "; ".join(str(publication) for publication in PUBLICATIONS if publication.edition is None)
    raise EditionNotHeld(
        f"On {format_date(day)} the mandate was in force, but the list of that time was not found in full; the oldest "
        f"edition held applies from {oldest}. Known of those before it: {known}; see history()."
    )


def require_in_force(day: dt.date) -> None:
    """Raise NotInForce for a day before the duty began."""
    first = IN_FORCE_FROM.value
    if day < first:
        raise NotInForce(f"{format_long_date(day)} is before the mandate, which began on {format_date(first)}.")


def window_days(year: int, month: int) -> WindowDays:
    """Return the days of a month's window, by the text in force when that window opens."""
    texts = [*FIRST_WINDOWS, *((held.applies_from, held.window) for held in EDITIONS)]
    in_force = [days for first_day, days in texts if dt.date(year, month, days.opens) >= first_day]
    return in_force[-1] if in_force else texts[0][1]


def history() -> tuple[Publication, ...]:
    """Return all publications of the notice, oldest first, held or not, with what is not known of them.

    No later one is known as of the day that ``dataset_version().surveyed_on`` tells.

    >>> [str(publication.published) for publication in history() if publication.number == 3]
    ['not found (between 9 January 2023 and the fourth publication)']
    >>> [publication.edition for publication in history()]
    [None, None, None, '2023-07-15', '2024-04-26']
    """
    return PUBLICATIONS


def contacts() -> tuple[Contact, ...]:
    """Return who to ask, for what, and when they answer, in UK local time.

    >>> [contact.telephone for contact in contacts()]
    ['0191 691 3729', None, '0300 330 2088']
    """
    return CONTACTS


def readings() -> tuple[Reading, ...]:
    """Return how this library reads the notice where the notice is silent.

    >>> readings()[0].id
    'campaign-starts-in-window'
    """
    return READINGS


def where_asked(field_id: str) -> tuple[tuple[Edition, ServiceType], ...]:
    """Return the lists of all held editions that have a field, newest edition first."""
    return tuple(
        (held, service)
        for held in reversed(EDITIONS)
        for service in ServiceType
        if any(field.id == field_id for field in held.fields(service))
    )


@lru_cache(maxsize=8)
def ever_asked(service: ServiceType) -> Mapping[str, Field]:
    """Return the fields that any held edition asks of a type of service, by id."""
    return FrozenDict({field.id: field for held in EDITIONS for field in held.fields(service)})


@lru_cache(maxsize=8)
def sections_of(service: ServiceType) -> Mapping[str, Section]:
    """Return the sections that any held edition has for a type of service, by id."""
    return FrozenDict({section.id: section for held in EDITIONS for section in held.sections(service)})
