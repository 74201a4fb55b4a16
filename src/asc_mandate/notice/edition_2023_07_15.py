"""The edition of 15 July 2023, reconstructed from that of 26 April 2024.

The change note of 26 April 2024 says that "full primary course of the COVID-19 vaccination" was removed for
directly employed staff, agency or bank staff, residents and home care staff, with its definition, and names no other
change. So the earlier list is the later one with those four items put back. Their wording was not found: it follows
the wording of the booster items, and they stand before the boosters. The definition was not found either, and is left
out.
"""

import datetime as dt
from typing import TypeVar

from attrs import evolve

from asc_mandate.notice import edition_2024_04_26 as verbatim
from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.notice.shapes import Clause, Condition, Field, Footnote, Kind, Section, WindowDays

NOTICE = Source(
    "Formal notice of a mandate for all adult social care providers, information required from 15 July 2023 "
    "(reconstructed from the edition of 26 April 2024 and its change note)",
    verbatim.NOTICE.address,
    Grade.INFERRED,
)
T = TypeVar("T", Clause, Condition, Datum[str], Field, Footnote, WindowDays)


def _recited(part: T) -> T:
    return evolve(part, citation=Citation(NOTICE, f"{part.citation.where}, in the edition of 26 April 2024"))


def _as_before(field: Field) -> Field:
    footnote, condition = field.footnote, field.condition
    return evolve(
        _recited(field), footnote=footnote and _recited(footnote), condition=condition and _recited(condition)
    )


def _sections(sections: tuple[Section, ...], *restored: Field) -> tuple[Section, ...]:
    put_back = {"covid_vaccination": restored}
    return tuple(
        evolve(section, fields=(*put_back.get(section.id, ()), *map(_as_before, section.fields)))
        for section in sections
    )


def _restored(id: str, people: str, list_name: str) -> Field:
    return Field(
        id,
        f"number of {people} known to have received a full primary course of the COVID-19 vaccination",
        Kind.COUNT,
        section="covid_vaccination",
        condition=_recited(verbatim.CAMPAIGN),
        footnote=None,
        citation=Citation(NOTICE, f"“{list_name}”, “COVID-19 vaccination”, put back from the change note"),
        readings=("edition-5-effective",),
    )


_CARE_HOME = "For care home provider locations"

EDITION = evolve(
    verbatim.EDITION,
    id="2023-07-15",
    applies_from=dt.date(2023, 7, 15),
    source=NOTICE,
    reconstruction=(
        "The list of 26 April 2024 with the four items put back that its change note says it removed: a full primary "
        "course of the COVID-19 vaccination, for directly employed staff, agency or bank staff, residents, and home "
        "care staff. The wording of those four and their place before the boosters are inferred; the definition that "
        "was removed with them was not found."
    ),
    window=_recited(verbatim.EDITION.window),
    other_data=tuple(map(_recited, verbatim.OTHER_DATA)),
    clauses=tuple(map(_recited, verbatim.CLAUSES)),
    care_home=_sections(
        verbatim.CARE_HOME,
        _restored("employed_staff_covid_primary_course", "directly employed staff", _CARE_HOME),
        _restored("agency_staff_covid_primary_course", "agency or bank staff", _CARE_HOME),
        _restored("residents_covid_primary_course", "residents", _CARE_HOME),
    ),
    domiciliary_care=_sections(
        verbatim.DOMICILIARY_CARE, _restored("staff_covid_primary_course", "staff", "For domiciliary care settings")
    ),
)
