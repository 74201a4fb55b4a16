"""Which release, which edition and which data an answer comes from."""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache

from attrs import field, frozen

from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.notice import campaigns, duty, enforcement, fees, index, public_holidays, publications
from asc_mandate.notice.campaign import Campaign
from asc_mandate.notice.contacts import CONTACTS, Contact
from asc_mandate.notice.fees import FeesScheme
from asc_mandate.notice.index import edition_on
from asc_mandate.notice.model import Edition
from asc_mandate.notice.provenance import Citation, Datum, NotFound, Reading
from asc_mandate.notice.publication import Publication
from asc_mandate.notice.readings import READINGS
from asc_mandate.release import __version__
from asc_mandate.rules import LOCATION_ID_PATTERN, RULES, UNUSUALLY_LARGE, Rule


@frozen(unsafe_hash=False)
class Dataset:
    """All data that can change an answer, but for the public holidays themselves.

    Attributes:
        editions: The editions held, oldest first.
        publications: All publications of the notice, held or not.
        campaigns: The campaigns.
        readings: The readings.
        rules: The rules between fields.
        contacts: Who to ask.
        fees_schemes: CQC's fees schemes, oldest first.
        grounds: What else answers rest on, and what was not found, by name.
        figures: Everything else, by name.
    """

    editions: tuple[Edition, ...]
    publications: tuple[Publication, ...]
    campaigns: tuple[Campaign, ...]
    readings: tuple[Reading, ...]
    rules: tuple[Rule, ...]
    contacts: tuple[Contact, ...]
    fees_schemes: tuple[FeesScheme, ...]
    grounds: Mapping[str, Citation | NotFound]
    figures: Mapping[str, Datum[object]]


def shipped() -> Dataset:
    """Return the data of this release."""
    return Dataset(
        editions=index.EDITIONS,
        publications=publications.PUBLICATIONS,
        campaigns=campaigns.CAMPAIGNS,
        readings=READINGS,
        rules=RULES,
        contacts=CONTACTS,
        fees_schemes=fees.SCHEMES,
        grounds={
            "duty": enforcement.DUTY,
            "penalty": enforcement.PENALTY,
            "public body": enforcement.PUBLIC_BODY,
            "support first": enforcement.SUPPORT_FIRST,
            "amount": enforcement.AMOUNT,
            "days for payment": enforcement.DAYS_FOR_PAYMENT,
            "days for appeal": enforcement.DAYS_FOR_APPEAL,
            "fee rounding": fees.ROUNDING,
            "fee sum": fees.SUM,
            "fee still current": fees.STILL_CURRENT,
        },
        figures={
            "in force from": duty.IN_FORCE_FROM,
            "first window": duty.FIRST_WINDOW,
            "window opens on": duty.WINDOW_OPENS_ON,
            "window closes on": duty.WINDOW_CLOSES_ON,
            "aim of notice": duty.AIM_OF_NOTICE,
            "campaigns known through": campaigns.KNOWN_THROUGH,
            "holidays confirmed through": public_holidays.CONFIRMED_THROUGH,
            "first year of holidays": public_holidays.FIRST_YEAR,
            "last year of holidays": public_holidays.LAST_YEAR,
            "holidays by common law": public_holidays.BY_COMMON_LAW,
            "surveyed on": publications.SURVEYED_ON,
            "regulations in force from": enforcement.IN_FORCE_FROM,
            "first close that counts": enforcement.FIRST_CLOSE,
            "missed in a row": enforcement.MISSED_IN_A_ROW,
            "missed in all": enforcement.MISSED_IN_ALL,
            "months looked back": enforcement.MONTHS_LOOKED_BACK,
            "working days by post": enforcement.WORKING_DAYS_BY_POST,
            "working days electronically": enforcement.WORKING_DAYS_ELECTRONICALLY,
            "working days by delivery": enforcement.WORKING_DAYS_BY_DELIVERY,
            "days for representations": enforcement.DAYS_FOR_REPRESENTATIONS,
            "days for decision": enforcement.DAYS_FOR_DECISION,
            "unusually large": UNUSUALLY_LARGE,
            "location id pattern": LOCATION_ID_PATTERN,
        },
    )


@frozen
class DatasetVersion:
    """What to store beside a result, so that it can be reproduced and defended later.

    Attributes:
        release: The release of this library.
        edition: The id of the edition of the notice; None where no day was asked about.
        digest: SHA-256, in hexadecimal, over all data that can change an answer and the version of the ``holidays``
            package. The same on every platform and under every version of Python.
        surveyed_on: The day on which sources were last looked through for a newer edition.
        calendar: SHA-256 over the calendar, where a caller amended it; None for England's own.
    """

    release: str
    edition: str | None
    digest: str = field(repr=False)
    surveyed_on: dt.date
    calendar: str | None = None

    def __str__(self) -> str:
        edition = f", edition {self.edition}" if self.edition else ""
        amended = f", calendar amended ({self.calendar[:12]})" if self.calendar else ""
        return f"asc_mandate {self.release}{edition}, data {self.digest[:12]}{amended}"


def dataset_version(on: dt.date | None = None) -> DatasetVersion:
    """Which release and which data this is, and which edition it holds for a day in London.

    Raises as ``edition_on`` does.

    >>> version = dataset_version(dt.date(2026, 7, 8))
    >>> version.edition, version.surveyed_on
    ('2024-04-26', datetime.date(2026, 11, 22))
    """
    return version_of(None if on is None else edition_on(on), ENGLAND)


def version_of(edition: Edition | None, calendar: Calendar) -> DatasetVersion:
    """Return the version that an edition and a calendar make."""
    return _version(edition.id if edition else None, calendar)


# A cache because every report of a batch has the same.
@lru_cache(maxsize=64)
def _version(edition_id: str | None, calendar: Calendar) -> DatasetVersion:
    return DatasetVersion(
        release=__version__,
        edition=edition_id,
        digest=_digest(),
        surveyed_on=publications.SURVEYED_ON.value,
        calendar=None if calendar == ENGLAND else _calendar_digest(calendar),
    )


# Caches because the data cannot change while a process runs, and a batch is judged with one calendar.
@lru_cache(maxsize=1)
def _digest() -> str:
    # Imported on first use, as elsewhere: not every caller needs a digest.
    from holidays.version import __version__ as holidays_version

    from asc_mandate.digest import digest_of

    return digest_of(shipped(), holidays_version)


@lru_cache(maxsize=64)
def _calendar_digest(calendar: Calendar) -> str:
    from asc_mandate.digest import digest_of

    return digest_of(calendar)
