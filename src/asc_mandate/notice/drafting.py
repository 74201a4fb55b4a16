"""What the data are written down with: sources that many rest on, and constructors.

An edition is laid out as the notice is, item by item.
"""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from asc_mandate.notice.provenance import Citation, Grade, Source
from asc_mandate.notice.shapes import Condition, Field, Footnote, Kind, Section

REASONING = Source("Reasoning of this library", None, Grade.INFERRED)
NOTICE = Source(
    "Formal notice of a mandate for all adult social care providers",
    "https://www.gov.uk/government/publications/adult-social-care-provider-information-provisions-formal-notice",
    Grade.OFFICIAL,
)
"""The notice in whichever edition, and its change log."""
HANDBOOK = Source(
    "Adult social care provider information provisions, handbook of Milton Keynes City Council (May 2026)",
    "https://miltonkeynesadultshandbook.trixonline.co.uk/chapter/adult-social-care-provider-information-provisions",
    Grade.OFFICIAL,
)
NHSBSA = Source(
    "Adult social care enforcement, NHSBSA", "https://www.nhsbsa.nhs.uk/adult-social-care-enforcement", Grade.OFFICIAL
)
_SKILLS_FOR_CARE = "https://github.com/NMDSdevopsServiceAdm/DataEngineering"
SKILLS_FOR_CARE = Source("Skills for Care's pipeline, as published", _SKILLS_FOR_CARE, Grade.SECONDARY)
_DHSC = "https://github.com/madetech/dhsc-gascd-data"
DHSC_PIPELINE = Source("DHSC's own pipeline, as published", _DHSC, Grade.SECONDARY)


def _cited(grade: Grade, title: str, where: str, address: str) -> Citation:
    return Citation(Source(title, address, grade), where)


official: partial[Citation] = partial(_cited, Grade.OFFICIAL)
secondary: partial[Citation] = partial(_cited, Grade.SECONDARY)


class Item(NamedTuple):
    """A bullet of the notice that waits for its section, condition and place."""

    kind: Kind
    id: str
    wording: str
    footnote: Footnote | None = None


count: partial[Item] = partial(Item, Kind.COUNT)
hours: partial[Item] = partial(Item, Kind.HOURS)
absence: partial[Item] = partial(Item, Kind.ABSENCE)
yes_no: partial[Item] = partial(Item, Kind.YES_NO)
options: partial[Item] = partial(Item, Kind.OPTIONS)


def list_of(source: Source, words: str) -> Callable[..., Section]:
    """Return a writer of the sections of one list, which the notice begins with these words."""

    def section(
        id: str, name: str, heading: str | None, *items: Item, condition: Condition | None = None, first_bullet: int = 1
    ) -> Section:
        under = f"“{words}”, “{heading}”" if heading else f"“{words}”"
        fields = (
            Field(
                item.id,
                item.wording,
                item.kind,
                id,
                condition,
                item.footnote,
                Citation(source, f"{under}, bullet {at}"),
            )
            for at, item in enumerate(items, first_bullet)
        )
        return Section(id, name, heading, tuple(fields))

    return section
