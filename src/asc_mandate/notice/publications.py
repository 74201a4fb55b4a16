"""The five publications of the notice, held or not, with what is not known of them."""

import datetime as dt

from asc_mandate.notice.edition_2024_04_26 import NOTICE
from asc_mandate.notice.provenance import Citation, Datum, Grade, NotFound, Source
from asc_mandate.notice.publication import Publication
from asc_mandate.notice.sources import REASONING

_CHANGE_LOG = Source(
    "Change log of the formal notice of a mandate for all adult social care providers",
    NOTICE.address,
    Grade.OFFICIAL,
)
_ACCOUNTS = Source("Third parties' accounts of the notice's first edition", None, Grade.SECONDARY)


def _logged(text: str, entry: str) -> Datum[str]:
    return Datum(text, Citation(_CHANGE_LOG, entry))


PUBLICATIONS = (
    Publication(
        number=1,
        published=Datum(dt.date(2022, 7, 14), Citation(_CHANGE_LOG, "entry of 14 July 2022")),
        required_from=Datum(dt.date(2022, 7, 31), Citation(NOTICE, "opening paragraphs, “From 31 July 2022”")),
        changes=(
            _logged("First published.", "entry of 14 July 2022"),
            Datum(
                "It included “(vacant) not available for admission: reasons bed not available”, mandatory only from 16 "
                "September 2022.",
                Citation(_ACCOUNTS, "the care home list"),
            ),
            Datum(
                "The domiciliary list had service users, staffing with COVID-19 absence, and vaccination only.",
                Citation(_ACCOUNTS, "the domiciliary list"),
            ),
        ),
        asks_for_more=True,
        edition=None,
    ),
    Publication(
        number=2,
        published=Datum(dt.date(2023, 1, 9), Citation(_CHANGE_LOG, "entry of 9 January 2023")),
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
        asks_for_more=True,
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
        asks_for_more=False,
        edition=None,
    ),
    Publication(
        number=4,
        published=NotFound("about July 2023, inferred"),
        required_from=Datum(
            dt.date(2023, 7, 15), Citation(NOTICE, "“Information required under section 277A from 15 July 2023”")
        ),
        changes=(
            _logged(
                "“(vacant) not available for admission: reasons bed not available” was removed; COVID-19 vaccination "
                "became required when collected as part of a campaign; PPE left the list of other data items.",
                "entry of the fourth publication",
            ),
        ),
        asks_for_more=False,
        edition="2023-07-15",
    ),
    Publication(
        number=5,
        published=Datum(dt.date(2024, 4, 26), Citation(_CHANGE_LOG, "entry of 26 April 2024")),
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
        asks_for_more=False,
        edition="2024-04-26",
    ),
)

SURVEYED_ON = Datum(
    dt.date(2026, 11, 22), Citation(REASONING, "no later edition was found in any source read up to this day")
)
"""The day on which sources were last looked through for a newer edition. Silence is no proof that there is none."""
