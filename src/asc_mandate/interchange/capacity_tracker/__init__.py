"""Returns from what Capacity Tracker hands out: its extract as a table, and its Generic API v4.8.

Neither carries everything, nor more than the last of several saves. What is not carried stays blank, and the return
says so in ``not_carried``, so that ``validate`` concludes nothing from it: most often the outcome is UNDETERMINED.

Nothing that a file gives is lost in silence. A cell becomes an answer or a blank; what cannot be read as its kind of
answer is handed on as it is, and becomes a finding; ``ReadRows`` lists the columns that were not read, and the rows.
"""

from asc_mandate.interchange.capacity_tracker.api import return_from_api, returns_from_api
from asc_mandate.interchange.capacity_tracker.cells import BLANKS
from asc_mandate.interchange.capacity_tracker.extract import (
    iter_returns_from_extract,
    return_from_extract,
    returns_from_extract,
)
from asc_mandate.interchange.capacity_tracker.rows import ReadRows, RefusedRow, RowReader

__all__ = [
    "BLANKS",
    "ReadRows",
    "RefusedRow",
    "RowReader",
    "iter_returns_from_extract",
    "return_from_api",
    "return_from_extract",
    "returns_from_api",
    "returns_from_extract",
]
