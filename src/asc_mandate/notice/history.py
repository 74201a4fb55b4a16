"""The publications of the notice, held or not, with what is not known of them, and the first windows."""

import datetime as dt

from asc_mandate.notice.provenance import Citation, Datum, Grade, NotFound, Publication, Source
from asc_mandate.notice.shapes import WindowDays
from asc_mandate.notice.sources import HANDBOOK, NOTICE, REASONING

_LIST_FROM = "“Information required under section 277A from 15 July 2023”"
_SWIFT = Source(
    "Swift Management on the notice's first edition",
    "https://swiftmanagement.org.uk/cqc-is-developing-a-new-regulatory-model-and-providers-are-encouraged-to-join-the-consultation",
    Grade.SECONDARY,
)
_RWK = Source(
    "RWK Goodman, DHSC clarifies mandatory data to be provided via the Capacity Tracker",
    "https://rwkgoodman.com/info-hub/dhsc-clarifies-mandatory-data-to-be-provided-via-the-capacity-tracker",
    Grade.SECONDARY,
)
_DIGITAL_CARE_HUB = Source(
    "Digital Care Hub, data collection requirements: formal notice and guidance",
    "https://digitalcarehub.co.uk/data-collection-requirements-formal-notice-and-guidance",
    Grade.SECONDARY,
)
_RIDOUT = Source(
    "Ridouts, adult social care providers to provide data via a Capacity Tracker (before November 2022)",
    "https://www.ridout-law.com/adult-social-care-providers-to-provide-data-via-a-capacity-tracker-or-face-financial-penalties-from-november-2022/",
    Grade.SECONDARY,
)


def _logged(text: str, entry: str) -> Datum[str]:
    return Datum(text, Citation(NOTICE, f"change log, {entry}"))


def _published(day: dt.date, entry: str) -> Datum[dt.date]:
    return Datum(day, Citation(NOTICE, f"change log, {entry}"))


IN_FORCE_FROM = Datum(dt.date(2022, 7, 31), Citation(NOTICE, "opening paragraphs, “From 31 July 2022”"))
"""The first day of the duty."""
FIRST_WINDOW = Datum(
    dt.date(2022, 8, 1), Citation(REASONING, "the duty began on 31 July 2022, after the 8th to the 14th of that month")
)
"""The month of the first reporting window, by its first day."""

FIRST_WINDOWS = (
    (
        dt.date(2022, 8, 1),
        WindowDays(
            8,
            14,
            Citation(
                _DIGITAL_CARE_HUB,
                "update by the end of the 14th or the next working day, correct to no further back than the 8th",
            ),
            readings=("public-holiday",),
        ),
    ),
    (
        dt.date(2022, 11, 1),
        WindowDays(
            8,
            14,
            Citation(
                _RIDOUT,
                "“open at the start of the 8th ... run until the end of the 14th ... or the next working day”",
            ),
            readings=("public-holiday",),
        ),
    ),
)
"""The windows before the oldest edition held: the first month for which a wording was quoted, and its days."""

PUBLICATIONS = (
    Publication(
        number=1,
        published=_published(dt.date(2022, 7, 14), "entry of 14 July 2022"),
        required_from=IN_FORCE_FROM,
        changes=(
            _logged("First published.", "entry of 14 July 2022"),
            Datum(
                "The care home list had five bed items, the fifth “(vacant) not available for admission – reasons bed "
                "not available”, mandatory only from 16 September 2022; the six headcounts and the COVID-19 absences "
                "in today's words; the rest of the list was cut off.",
                Citation(_SWIFT, "the care home list"),
            ),
            Datum(
                "The domiciliary list had service users, staffing with COVID-19 absence, and vaccination only.",
                Citation(_RWK, "the domiciliary list"),
            ),
        ),
        edition=None,
    ),
    Publication(
        number=2,
        published=_published(dt.date(2023, 1, 9), "entry of 9 January 2023"),
        required_from=NotFound(),
        changes=(
            _logged(
                "Workforce items and the domiciliary packages of care changed; a link to the guidance on enforcement "
                "was added.",
                "entry of 9 January 2023",
            ),
            Datum(
                "The items on hours and on packages of care entered here.",
                Citation(REASONING, "from the change log, and from the lists before and after"),
            ),
        ),
        edition=None,
    ),
    Publication(
        number=3,
        published=NotFound("between 9 January 2023 and the fourth publication"),
        required_from=NotFound(),
        changes=(
            _logged(
                "“Autumn booster” became “seasonal booster”, with a definition.", "entry between the second and fourth"
            ),
        ),
        edition=None,
    ),
    Publication(
        number=4,
        published=NotFound("about July 2023, inferred"),
        required_from=Datum(dt.date(2023, 7, 15), Citation(NOTICE, _LIST_FROM)),
        changes=(
            _logged(
                "“(vacant) not available for admission: reasons bed not available” was removed; COVID-19 vaccination "
                "became required when collected as part of a campaign; PPE left the list of other data items.",
                "entry of the fourth publication",
            ),
        ),
        edition="2023-07-15",
    ),
    Publication(
        number=5,
        published=_published(dt.date(2024, 4, 26), "entry of 26 April 2024"),
        required_from=Datum(
            dt.date(2024, 4, 26),
            Citation(REASONING, "no separate day is given for the removal, so the day of publication is used"),
            readings=("edition-5-effective",),
        ),
        changes=(
            _logged(
                "“Full primary course of the COVID-19 vaccination” was removed for directly employed staff, agency or "
                "bank staff, residents and home care staff, with its definition.",
                "entry of 26 April 2024",
            ),
        ),
        edition="2024-04-26",
    ),
)

PURPOSES = tuple(
    Datum(purpose, Citation(HANDBOOK, "“The statutory guidance says that data is needed to”"))
    for purpose in (
        "to see capacity and risk in the care system",
        "to decide when and how to support providers",
        "to help people across the care system to be cared for",
    )
)
"""What the data are for, as a handbook sums up the statutory guidance."""

SURVEYED_ON = Datum(
    dt.date(2026, 11, 26), Citation(REASONING, "no later edition was found in any source read up to this day")
)
"""The day on which sources were last looked through for a newer edition. Silence is no proof that there is none."""
