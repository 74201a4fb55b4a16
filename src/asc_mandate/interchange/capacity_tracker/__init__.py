"""Returns from what Capacity Tracker hands out: its extract as a table, and its Generic API v4.8.

Neither carries everything, nor more than the last of several saves. The return says in ``not_carried`` what its source
lacks, and ``validate`` concludes nothing from that. Nothing that a file gives is lost in silence: a cell becomes an
answer or a blank, or is handed on as it is and found; ``ReadRows`` lists the columns, and the rows, not read.
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
    "BLANKS", "ReadRows", "RefusedRow", "RowReader", "iter_returns_from_extract", "return_from_api",
    "return_from_extract", "returns_from_api", "returns_from_extract",
]  # fmt: skip
