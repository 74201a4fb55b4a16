"""How far England's public holidays are known; the days themselves come from the `holidays` package."""

import datetime as dt

from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.notice.sources import REASONING

_LIST = Source("Bank holidays in England and Wales, as published on GOV.UK", None, Grade.OFFICIAL)

CONFIRMED_THROUGH = Datum(dt.date(2028, 12, 31), Citation(_LIST, "the last year of the list, seen in August 2026"))
"""The last day through which the days are announced; later ones are projected."""
FIRST_YEAR = Datum(2019, Citation(_LIST, "the first year of the list against which the days were checked"))
LAST_YEAR = Datum(2100, Citation(REASONING, "the `holidays` package projects no further, and would know of no holiday"))
BY_COMMON_LAW = Datum(
    ("Good Friday", "Christmas Day"),
    Citation(REASONING, "public holidays that are no bank holidays by themselves"),
    readings=("public-holiday",),
)
