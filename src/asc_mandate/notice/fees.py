"""CQC's fees schemes, which give the amount of a penalty: the one that is current when it is imposed.

A new scheme is a new entry of ``SCHEMES``, in force from its own day.
"""

import datetime as dt

from attrs import frozen

from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.notice.sources import REASONING


@frozen
class FeesScheme:
    """One of CQC's fees schemes. All amounts are in pounds, and for one location.

    Attributes:
        name: What it is called.
        in_force_from: The first day on which its fees are due.
        known_through: The last day through which it is reported to be current.
        care_home_bands: The most service users of a band, with its fee.
        care_home_above_bands: The fee above the last band.
        community_known_from: The first day for which the community fee is established.
        community_base: The part of the community fee that does not depend on the service users.
        community_each: The part for each service user, as text, because it has a fraction.
        community_ceiling: The most that a community fee comes to.
    """

    name: str
    in_force_from: Datum[dt.date]
    known_through: Datum[dt.date]
    care_home_bands: Datum[tuple[tuple[int, int], ...]]
    care_home_above_bands: Datum[int]
    community_known_from: Datum[dt.date]
    community_base: Datum[int]
    community_each: Datum[str]
    community_ceiling: Datum[int]


_2019 = Source(
    "Accounts of CQC's Fees scheme 2019/20, made under section 85 of the Health and Social Care Act 2008",
    None,
    Grade.SECONDARY,
)

SCHEMES = (
    FeesScheme(
        name="Fees scheme 2019/20",
        in_force_from=Datum(dt.date(2019, 4, 1), Citation(_2019, "fees due from 1 April 2019")),
        known_through=Datum(dt.date(2026, 9, 30), Citation(_2019, "reported unchanged in September 2026")),
        care_home_bands=Datum(
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
            Citation(_2019, "care homes, by the most service users on the registration; first band confirmed"),
        ),
        care_home_above_bands=Datum(15_710, Citation(_2019, "care homes with more than 90 service users; confirmed")),
        community_known_from=Datum(
            dt.date(2024, 4, 1),
            Citation(_2019, "community social care, known for 2024 to 2025 on; earlier years may differ slightly"),
        ),
        community_base=Datum(239, Citation(_2019, "community social care, per location")),
        community_each=Datum("54.305", Citation(_2019, "community social care, per service user")),
        community_ceiling=Datum(92_558, Citation(_2019, "community social care, 1,700 service users or more")),
    ),
)

STILL_CURRENT = Citation(REASONING, "the scheme is taken to be current still; later changes are not known")
ROUNDING = Citation(REASONING, "rounding is not stated; half a pound and more is taken as a pound")
SUM = Citation(REASONING, "a provider's fee covers all its locations: their sum, from CQC's published examples")
