"""Which editions are held, and which of them applies on a day."""

import datetime as dt

from asc_mandate.errors import EditionNotHeld, NotInForce, UnknownEdition
from asc_mandate.moments import as_day
from asc_mandate.notice import edition_2023_07_15, edition_2024_04_26
from asc_mandate.notice.contacts import CONTACTS, Contact
from asc_mandate.notice.duty import IN_FORCE_FROM
from asc_mandate.notice.model import Edition, Field, ServiceType
from asc_mandate.notice.provenance import Reading
from asc_mandate.notice.publication import Publication
from asc_mandate.notice.publications import PUBLICATIONS
from asc_mandate.notice.readings import READINGS
from asc_mandate.plain import text_of
from asc_mandate.words import date, short_date, shown

EDITIONS = (
    edition_2023_07_15.EDITION,
    edition_2024_04_26.EDITION,
)


def editions() -> tuple[Edition, ...]:
    """Which editions of the notice are held, oldest first.

    >>> [edition.id for edition in editions()]
    ['2023-07-15', '2024-04-26']
    """
    return EDITIONS


def edition(id: str) -> Edition:
    """Which edition has this id, the first day on which it applies.

    Raises UnknownEdition where none has. Source: the notice itself, or the reasoning in ``reconstruction``.

    >>> edition("2024-04-26").source.title
    'Formal notice of a mandate for all adult social care providers, updated 26 April 2024'
    """
    for held in EDITIONS:
        if held.id == text_of(id):
            return held
    ids = " and ".join(held.id for held in EDITIONS)
    raise UnknownEdition(f"No edition is held under the id {shown(id)}; the ids are {ids}.")


def edition_on(on: dt.date) -> Edition:
    """Which edition applies on this day in London.

    An edition applies from its first day until that of the next. Source: the notice's change log, by the reading
    ``edition-5-effective``. Raises NotInForce before 31 July 2022, EditionNotHeld from then to 14 July 2023, and
    InvalidArgument for anything but a date or an aware datetime.

    >>> edition_on(dt.date(2024, 4, 25)).id
    '2023-07-15'
    >>> edition_on(dt.date(2024, 4, 26)).id
    '2024-04-26'
    """
    day = as_day(on)
    for held in reversed(EDITIONS):
        if day >= held.applies_from:
            return held
    require_in_force(day)
    known = "; ".join(str(publication) for publication in PUBLICATIONS if publication.edition is None)
    raise EditionNotHeld(
        f"On {short_date(day)} the mandate was in force, but the list of that time was not found in full; the oldest "
        f"edition held applies from {short_date(EDITIONS[0].applies_from)}. Known of those before it: {known}; see "
        "history()."
    )


def require_in_force(day: dt.date) -> None:
    """Raise NotInForce for a day before the duty began."""
    if day < IN_FORCE_FROM.value:
        raise NotInForce(f"{date(day)} is before the mandate, which began on {short_date(IN_FORCE_FROM.value)}.")


def history() -> tuple[Publication, ...]:
    """Which publications of the notice there have been, oldest first, held or not, with what is not known.

    No later one is known as of the day that ``dataset_version().surveyed_on`` tells.

    >>> [str(publication.published) for publication in history() if publication.number == 3]
    ['not found (between 9 January 2023 and the fourth publication)']
    >>> [publication.edition for publication in history()]
    [None, None, None, '2023-07-15', '2024-04-26']
    """
    return PUBLICATIONS


def contacts() -> tuple[Contact, ...]:
    """Who to ask, for what, and when they answer, in UK local time.

    >>> [contact.telephone for contact in contacts()]
    ['0191 691 3729', None, '0300 330 2088']
    """
    return CONTACTS


def where_asked(field_id: str) -> tuple[tuple[Edition, ServiceType], ...]:
    """Return the lists of all held editions that have a field, newest edition first."""
    return tuple(
        (held, service)
        for held in reversed(EDITIONS)
        for service in ServiceType
        if any(field.id == field_id for field in held.fields(service))
    )


def ever_asked(service: ServiceType) -> dict[str, Field]:
    """Return the fields that any held edition asks of a type of service, by id."""
    return {field.id: field for held in EDITIONS for field in held.fields(service)}


def ever_saved(service: ServiceType) -> tuple[str, ...]:
    """Return the ids of the sections that any held edition has for a type of service."""
    return tuple(dict.fromkeys(section.id for held in EDITIONS for section in held.sections(service)))


def readings() -> tuple[Reading, ...]:
    """How this library reads the notice where the notice is silent.

    >>> readings()[0].id
    'campaign-starts-in-window'
    """
    return READINGS
