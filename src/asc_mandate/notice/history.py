"""The publications of the notice, held or not, with what is not known of them, and the first windows."""

from datetime import date

from asc_mandate.notice.drafting import HANDBOOK, NOTICE, REASONING, secondary
from asc_mandate.notice.provenance import Citation, Datum, NotFound, Publication
from asc_mandate.notice.shapes import WindowDays

IN_FORCE_FROM = Datum(date(2022, 7, 31), Citation(NOTICE, "opening paragraphs, “From 31 July 2022”"))
"""The first day of the duty."""
FIRST_WINDOW = Datum(
    date(2022, 8, 1), Citation(REASONING, "the duty began on 31 July 2022, after the 8th to the 14th of that month")
)
"""The month of the first reporting window, by its first day."""

FIRST_WINDOWS = (
    (date(2022, 8, 1), WindowDays(8, 14,
        secondary("Digital Care Hub, data collection requirements: formal notice and guidance",
            "update by the end of the 14th or the next working day, correct to no further back than the 8th",
            "https://digitalcarehub.co.uk/data-collection-requirements-formal-notice-and-guidance"),
        readings=("public-holiday",))),
    (date(2022, 11, 1), WindowDays(8, 14,
        secondary("Ridouts, adult social care providers to provide data via a Capacity Tracker (before November 2022)",
            "“open at the start of the 8th ... run until the end of the 14th ... or the next working day”",
            "https://www.ridout-law.com/adult-social-care-providers-to-provide-data-via-a-capacity-tracker-or-face-financial-penalties-from-november-2022/"),
        readings=("public-holiday",))),
)  # fmt: skip
"""The windows before the oldest edition held: the first month for which a wording was quoted, and its days."""


def _log(entry: str) -> Citation:
    return Citation(NOTICE, f"change log, {entry}")


PUBLICATIONS = (
    Publication(1, edition=None,
        published=Datum(date(2022, 7, 14), _log("entry of 14 July 2022")), required_from=IN_FORCE_FROM, changes=(
            Datum("First published.", _log("entry of 14 July 2022")),
            Datum("The care home list had five bed items, the fifth “(vacant) not available for admission – reasons "
                "bed not available”, mandatory only from 16 September 2022; the six headcounts and the COVID-19 "
                "absences in today's words; the rest of the list was cut off.",
                secondary("Swift Management on the notice's first edition", "the care home list",
                    "https://swiftmanagement.org.uk/cqc-is-developing-a-new-regulatory-model-and-providers-are-encouraged-to-join-the-consultation")),
            Datum("The domiciliary list had service users, staffing with COVID-19 absence, and vaccination only.",
                secondary("RWK Goodman, DHSC clarifies mandatory data to be provided via the Capacity Tracker",
                    "the domiciliary list",
                    "https://rwkgoodman.com/info-hub/dhsc-clarifies-mandatory-data-to-be-provided-via-the-capacity-tracker")),
    )),
    Publication(2, edition=None,
        published=Datum(date(2023, 1, 9), _log("entry of 9 January 2023")), required_from=NotFound(), changes=(
            Datum("Workforce items and the domiciliary packages of care changed; a link to the guidance on enforcement "
                "was added.", _log("entry of 9 January 2023")),
            Datum("The items on hours and on packages of care entered here.",
                Citation(REASONING, "from the change log, and from the lists before and after")),
    )),
    Publication(3, edition=None,
        published=NotFound("between 9 January 2023 and the fourth publication"), required_from=NotFound(), changes=(
            Datum("“Autumn booster” became “seasonal booster”, with a definition.",
                _log("entry between the second and fourth")),
    )),
    Publication(4, edition="2023-07-15", published=NotFound("about July 2023, inferred"),
        required_from=Datum(date(2023, 7, 15),
            Citation(NOTICE, "“Information required under section 277A from 15 July 2023”")),
        changes=(
            Datum("“(vacant) not available for admission: reasons bed not available” was removed; COVID-19 vaccination "
                "became required when collected as part of a campaign; PPE left the list of other data items.",
                _log("entry of the fourth publication")),
    )),
    Publication(5, edition="2024-04-26", published=Datum(date(2024, 4, 26), _log("entry of 26 April 2024")),
        required_from=Datum(date(2024, 4, 26),
            Citation(REASONING, "no separate day is given for the removal, so the day of publication is used"),
            readings=("edition-5-effective",)),
        changes=(
            Datum("“Full primary course of the COVID-19 vaccination” was removed for directly employed staff, agency "
                "or bank staff, residents and home care staff, with its definition.", _log("entry of 26 April 2024")),
    )),
)  # fmt: skip

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
    date(2026, 11, 26), Citation(REASONING, "no later edition was found in any source read up to this day")
)
"""The day on which sources were last looked through for a newer edition. Silence is no proof that there is none."""
