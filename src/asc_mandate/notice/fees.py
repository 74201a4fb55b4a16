"""CQC's fees schemes, which give the amount of a penalty: the one that is current when it is imposed.

A new scheme is a new entry of ``SCHEMES``, in force from its own day.
"""

import datetime as dt

from asc_mandate.notice.drafting import REASONING
from asc_mandate.notice.provenance import Citation, Datum, FeesScheme, Grade, Source

_2019 = Source(
    "Accounts of CQC's Fees scheme 2019/20, made under section 85 of the Health and Social Care Act 2008",
    None,
    Grade.SECONDARY,
)
_HCPA = Source(
    "HCPA, CQC announces regulatory fees for providers for 2018/19",
    "https://hcpa.info/cqc/cqc-announces-regulatory-fees-for-providers-for-2018-19",
    Grade.INFERRED,
)
_CQC = Source(
    "CQC on fees (May 2022)", "http://www.cqc.org.uk/organisations-we-regulate/registered-services/fees", Grade.OFFICIAL
)

SCHEMES = (
    FeesScheme(
        name="Fees scheme 2019/20",
        in_force_from=Datum(dt.date(2019, 4, 1), Citation(_2019, "fees due from 1 April 2019")),
        known_through=Datum(dt.date(2026, 9, 30), Citation(_2019, "reported unchanged in September 2026")),
        care_home_bands=Datum(
            (
                (3, 313), (10, 816), (15, 1_643), (20, 2_388), (25, 3_268), (30, 4_270), (35, 5_023), (40, 5_779),
                (45, 6_533), (50, 7_289), (55, 8_037), (60, 8_792), (65, 10_048), (70, 11_050), (75, 12_058),
                (80, 13_062), (90, 14_069),
            ),
            Citation(_2019, "care homes, by the most service users on the registration; first band confirmed"),
        ),
        care_home_above_bands=Datum(15_710, Citation(_2019, "care homes with more than 90 service users; confirmed")),
        community_known_from=Datum(
            dt.date(2024, 4, 1),
            Citation(_2019, "community social care, known for 2024 to 2025 on; earlier years may differ slightly"),
        ),
        community_base=Datum(239, Citation(
            _HCPA,
            "once per location, by arithmetic on CQC's examples for 2018/19: 1 location with 15 users pays 926, 3 "
            "locations with 195 users pay 9,643",
        )),
        community_each=Datum("54.305", Citation(_2019, "community social care, per service user")),
        community_ceiling=Datum(92_558, Citation(_2019, "community social care, 1,700 service users or more")),
    ),
)  # fmt: skip

STILL_CURRENT = Citation(REASONING, "the scheme is taken to be current still; later changes are not known")
ROUNDING = Citation(REASONING, "rounding is not stated; half a pound and more is taken as a pound")
LOCATIONS = Citation(_CQC, "“Your annual fees cover all your locations that are registered on your anniversary date”")
VALID_UNTIL_CHANGED = Citation(_CQC, "the scheme “remain[s] valid until further notice”")
SUM = Citation(REASONING, "the fee for several locations is the sum of their own fees, both kinds of service included")
