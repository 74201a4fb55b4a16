"""Which release and which edition an answer comes from."""

import datetime as dt

from attrs import frozen

from asc_mandate.notice.index import edition_on
from asc_mandate.release import __version__


@frozen
class DatasetVersion:
    """What to store beside a result, so that it can be defended later.

    Attributes:
        release: The release of this library.
        edition: The id of the edition of the notice; None where no day was asked about.
    """

    release: str
    edition: str | None

    def __str__(self) -> str:
        return f"asc_mandate {self.release}" + (f", edition {self.edition}" if self.edition else "")


def dataset_version(on: dt.date | None = None) -> DatasetVersion:
    """Which release this is, and which edition it holds for a day in London.

    Raises as ``edition_on`` does.

    >>> dataset_version(dt.date(2026, 7, 8)).edition
    '2024-04-26'
    """
    return DatasetVersion(__version__, None if on is None else edition_on(on).id)
