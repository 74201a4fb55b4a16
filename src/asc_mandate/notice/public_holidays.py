"""How far England's public holidays are known; the days themselves come from the `holidays` package."""

import datetime as dt

from asc_mandate.notice.provenance import Citation, Grade, Horizon, Source

CONFIRMED_THROUGH = Horizon(
    dt.date(2028, 12, 31),
    Citation(
        Source("Bank holidays as published on GOV.UK", None, Grade.OFFICIAL),
        "England and Wales, 2019 to 2028, seen in August 2026",
    ),
)

FIRST_YEAR = 2019
"""The first year of the official list against which the days were checked."""
LAST_YEAR = 2100
"""The last year for which the `holidays` package projects; after it, it would know of none."""
