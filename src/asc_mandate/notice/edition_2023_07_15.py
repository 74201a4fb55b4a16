"""The edition of 15 July 2023, reconstructed from that of 26 April 2024.

The change note of 26 April 2024 says that "full primary course of the COVID-19 vaccination" was removed for
directly employed staff, agency or bank staff, residents and home care staff, with its definition, and names no other
change. So the earlier list is the later one with those four items put back. Their wording was not found: it follows
the wording of the booster items, and they stand before the boosters. The definition was not found either, and is left
out.
"""

import datetime as dt

from attrs import evolve

from asc_mandate.notice import edition_2024_04_26 as verbatim
from asc_mandate.notice.provenance import Citation, Grade, Source
from asc_mandate.notice.shapes import Clause, Field, Kind, Section

NOTICE = Source(
    title="Formal notice of a mandate for all adult social care providers, information required from 15 July 2023 "
    "(reconstructed from the edition of 26 April 2024 and its change note)",
    address=verbatim.NOTICE.address,
    grade=Grade.INFERRED,
)


def _restored(id: str, wording: str, list_name: str) -> Field:
    return Field(
        id=id,
        wording=wording,
        kind=Kind.COUNT,
        section="covid_vaccination",
        condition=_condition,
        footnote=None,
        citation=Citation(NOTICE, f"“{list_name}”, “COVID-19 vaccination”, put back from the change note"),
        readings=("edition-5-effective",),
    )


def _recited(citation: Citation) -> Citation:
    return Citation(NOTICE, f"{citation.where}, in the edition of 26 April 2024")


def _sections(sections: tuple[Section, ...], *restored: Field) -> tuple[Section, ...]:
    return tuple(
        evolve(
            section,
            fields=(restored if section.id == "covid_vaccination" else ())
            + tuple(_as_before(field) for field in section.fields),
        )
        for section in sections
    )


def _as_before(field: Field) -> Field:
    footnote, condition = field.footnote, field.condition
    return evolve(
        field,
        citation=_recited(field.citation),
        footnote=footnote and evolve(footnote, citation=_recited(footnote.citation)),
        condition=condition and evolve(condition, citation=_recited(condition.citation)),
    )


def _clause_as_before(clause: Clause) -> Clause:
    return evolve(clause, citation=_recited(clause.citation))


_condition = evolve(verbatim.CAMPAIGN, citation=_recited(verbatim.CAMPAIGN.citation))
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
    window=evolve(verbatim.EDITION.window, citation=_recited(verbatim.EDITION.window.citation)),
    other_data=tuple(evolve(item, citation=_recited(item.citation)) for item in verbatim.OTHER_DATA),
    clauses=tuple(_clause_as_before(clause) for clause in verbatim.CLAUSES),
    care_home=_sections(
        verbatim.EDITION.care_home,
        _restored(
            "employed_staff_covid_primary_course",
            "number of directly employed staff known to have received a full primary course of the COVID-19 "
            "vaccination",
            _CARE_HOME,
        ),
        _restored(
            "agency_staff_covid_primary_course",
            "number of agency or bank staff known to have received a full primary course of the COVID-19 vaccination",
            _CARE_HOME,
        ),
        _restored(
            "residents_covid_primary_course",
            "number of residents known to have received a full primary course of the COVID-19 vaccination",
            _CARE_HOME,
        ),
    ),
    domiciliary_care=_sections(
        verbatim.EDITION.domiciliary_care,
        _restored(
            "staff_covid_primary_course",
            "number of staff known to have received a full primary course of the COVID-19 vaccination",
            "For domiciliary care settings",
        ),
    ),
)
