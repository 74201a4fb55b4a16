"""Which column a heading names, however it is written.

Capital letters, white space of every kind, byte order marks and brackets make no difference: "Service User Count" is
``serviceusercount``, and "Flu_Vaccination (Autumn 23)" is ``flu_vaccination_autumn_23``. An underscore stands for a
space, but a word is not cut in two by one: "HoursPaid_DomCare" is not read, and has ``hourspaiddomcare`` for its
nearest name.
"""

import re
from collections.abc import Container
from functools import lru_cache

from asc_mandate._format import closest
from asc_mandate.interchange.capacity_tracker.names import EXTRACT, EXTRACT_SAVED, LOCATION_ID

# Of what is white to the eye, \s lacks the byte order mark and the marks of no width.
SPACE = r"[\s\ufeff\u200b-\u200d\u2060]"
_DROPPED = re.compile(rf"(?:{SPACE}|[()\[\]{{}}])+")
_SEPARATORS = re.compile(rf"(?:{SPACE}|[()\[\]{{}}_])+")

READS: dict[str, str] = {
    LOCATION_ID: "location_id",
    **{name: field for columns in EXTRACT.values() for field, names in columns.items() for name in names},
    **{name: "saved" for names in EXTRACT_SAVED.values() for name in names},
}
"""Column to what it is read as: a field id, "location_id" or "saved"."""

_SPELLED = {**{name.replace("_", ""): name for name in READS}, **{name: name for name in READS}}


# Cached because every row of a table has the same headings.
@lru_cache(maxsize=1024)
def column_of(heading: object) -> str | None:
    r"""Return the column that a heading names; None where it names none.

    >>> column_of("\ufeffCQC Id"), column_of("Covid Vaccination (Autumn 23)"), column_of("HoursPaid_DomCare")
    ('cqcid', 'covid_vaccination_autumn_23', None)
    """
    if not isinstance(heading, str):
        return None
    lower = heading.lower()
    return _SPELLED.get(_SEPARATORS.sub("_", lower).strip("_")) or _SPELLED.get(_DROPPED.sub("", lower))


def nearest_column(heading: object, taken: Container[str | None] = ()) -> str | None:
    """Return the column that a heading most likely stands for, of those that are not taken; None where none is near.

    >>> nearest_column("HoursPaid_DomCare")
    'hourspaiddomcare'
    """
    if not isinstance(heading, str):
        return None
    return closest(heading.lower(), [name for name in READS if name not in taken])
