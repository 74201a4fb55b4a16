"""CQC's fees, which are the amount of a penalty: the scheme that is current when it is imposed."""

import datetime as dt

from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.notice.sources import REASONING

SCHEME = "Fees scheme 2019/20"

_SCHEME = Source(
    f"Accounts of CQC's {SCHEME}, made under section 85 of the Health and Social Care Act 2008", None, Grade.SECONDARY
)

IN_FORCE_FROM = Datum(dt.date(2019, 4, 1), Citation(_SCHEME, "fees due from 1 April 2019"))
KNOWN_THROUGH = Datum(dt.date(2026, 9, 30), Citation(_SCHEME, "reported unchanged in September 2026"))
"""The last day through which the scheme is reported to be current."""

# The most service users of a band, and its fee in pounds.
CARE_HOME_BANDS = Datum(
    (
        (3, 313),
        (10, 816),
        (15, 1_643),
        (20, 2_388),
        (25, 3_268),
        (30, 4_270),
        (35, 5_023),
        (40, 5_779),
        (45, 6_533),
        (50, 7_289),
        (55, 8_037),
        (60, 8_792),
        (65, 10_048),
        (70, 11_050),
        (75, 12_058),
        (80, 13_062),
        (90, 14_069),
    ),
    Citation(_SCHEME, "care homes, by the maximum number of service users on the registration; first band confirmed"),
)
CARE_HOME_ABOVE_BANDS = Datum(15_710, Citation(_SCHEME, "care homes with more than 90 service users; confirmed"))

COMMUNITY_KNOWN_FROM = Datum(dt.date(2024, 4, 1), Citation(_SCHEME, "community social care, 2024 to 2025"))
"""Earlier years may differ slightly, so that their multiplier is not established."""
COMMUNITY_BASE = Datum(239, Citation(_SCHEME, "community social care, pounds per location"))
COMMUNITY_EACH = Datum("54.305", Citation(_SCHEME, "community social care, pounds per service user"))
COMMUNITY_CEILING = Datum(92_558, Citation(_SCHEME, "community social care, the most per location"))

STILL_CURRENT = Citation(REASONING, "the scheme is taken to be current still; later changes are not known")
ROUNDING = Citation(REASONING, "rounding is not stated; half a pound and more is taken as a pound")
SUM = Citation(REASONING, "a provider's fee covers all its locations: their sum, from CQC's published examples")
