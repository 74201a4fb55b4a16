"""Which release, which edition and which data an answer comes from."""

import datetime as dt
from collections.abc import Iterator
from functools import lru_cache

from attrs import AttrsInstance, fields, frozen

from asc_mandate._format import one_line
from asc_mandate._version import __version__
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.notice import campaigns, enforcement, fees, history, index, readings
from asc_mandate.notice.index import edition_on
from asc_mandate.validation.rules import RULES

_FACTS = (campaigns, enforcement, fees, history, index, readings)
"""The modules whose facts, written in capitals, the digest covers, beside the rules."""


@frozen(repr=False)
class DatasetVersion:
    """What to store beside a result, so that it can be reproduced and defended later.

    Attributes:
        release: The release of this library.
        edition: The id of the edition of the notice; None where no edition was asked about.
        digest: SHA-256, in hexadecimal, over all data that can change an answer and the version of the ``holidays``
            package. The same on every platform and under every version of Python.
        surveyed_on: The day on which sources were last looked through for a newer edition.
        calendar: SHA-256 over the calendar, where a caller amended it; None for England's own.
    """

    release: str
    edition: str | None
    digest: str
    surveyed_on: dt.date
    calendar: str | None = None

    def __str__(self) -> str:
        edition = f", edition {self.edition}" if self.edition else ""
        amended = f", calendar amended ({self.calendar[:12]})" if self.calendar else ""
        return f"asc_mandate {self.release}{edition}, data {self.digest[:12]}{amended}"

    def __repr__(self) -> str:
        return one_line(self, str(self))


def dataset_version(on: dt.date | None = None) -> DatasetVersion:
    """Return which release and which data this is, and which edition it holds for a day in London.

    Raises as ``edition_on`` does.

    >>> version = dataset_version(dt.date(2026, 7, 8))
    >>> version.edition, version.surveyed_on
    ('2024-04-26', datetime.date(2026, 11, 26))
    """
    return version_of(None if on is None else edition_on(on).id, ENGLAND)


# Cached because every report of a batch has the same.
@lru_cache(maxsize=64)
def version_of(edition: str | None, calendar: Calendar) -> DatasetVersion:
    """Return the version that an edition, by its id, and a calendar make."""
    amended = None if calendar == ENGLAND else digest_of(calendar)
    return DatasetVersion(__version__, edition, _digest(), history.SURVEYED_ON.value, amended)


# Cached because the data cannot change while a process runs.
@lru_cache(maxsize=1)
def _digest() -> str:
    from holidays.version import __version__ as holidays_version

    return digest_of(dict(facts()), RULES, holidays_version)


def facts() -> Iterator[tuple[str, object]]:
    """Yield every fact that the digest covers, with its name; one that modules share is yielded for each of them."""
    for module in _FACTS:
        yield from ((name, fact) for name, fact in vars(module).items() if name.isupper() and name[0] != "_")


def digest_of(*data: object) -> str:
    """Return the SHA-256 of data in a canonical form, in hexadecimal.

    A class counts with its name, because the same content under another name means something else.
    """
    # Imported on first use, as elsewhere: not every caller needs a digest.
    import hashlib
    import json

    canonical = json.dumps(data, default=_to_json, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _to_json(value: AttrsInstance | dt.date) -> object:
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    return {type(value).__name__: {part.name: getattr(value, part.name) for part in fields(type(value))}}
