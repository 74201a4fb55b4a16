"""The figures of the duty that hold under every edition: since when, and the days of the reporting window."""

import datetime as dt

from asc_mandate.notice.edition_2024_04_26 import EDITION
from asc_mandate.notice.provenance import Citation, Datum
from asc_mandate.notice.sources import REASONING

_WINDOW = EDITION.clause("reporting-window")

IN_FORCE_FROM = Datum(dt.date(2022, 7, 31), EDITION.clause("duty").citation)
FIRST_WINDOW = Datum(
    dt.date(2022, 8, 1), Citation(REASONING, "the duty began on 31 July 2022, after the 8th to the 14th of that month")
)
"""The month of the first reporting window, by its first day."""
WINDOW_OPENS_ON = Datum(8, _WINDOW.citation)
"""The day of the month, from its start."""
WINDOW_CLOSES_ON = Datum(14, _WINDOW.citation, _WINDOW.readings)
"""The day of the month, to its end, or the next working day."""
AIM_OF_NOTICE = Datum(3, EDITION.clause("notice-period").citation)
"""The months of notice that the notice aims to give before new data become a legal requirement."""
