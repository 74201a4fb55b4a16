"""Every source with its grade, its address where one is known, and what is cited from it."""

from collections.abc import Iterator

import asc_mandate as am
from asc_mandate.notice.sources import REASONING

from .markdown import box, bullets, code, link, page, plain, span
from .provenance import edition_page, every_citation

_FEW = 3
_GRADES = {
    am.Grade.STATUTE: "Text of an Act or of regulations, read.",
    am.Grade.OFFICIAL: "A page of government, the NHS, CQC or a council, or its text as another site carries it, read.",
    am.Grade.SECONDARY: "A third party says so: a law firm, a trade body, a news site.",
    am.Grade.INFERRED: "It follows from the above by reasoning that is written down.",
}


def sources_page() -> str:
    """Return the page of sources."""
    places: dict[am.Source, list[str]] = {}
    for citation in every_citation():
        places.setdefault(citation.source, []).append(citation.where)
    return page(
        "# Sources and grades",
        "Every figure, day and wording rests on one of these, and carries its grade. What was looked for and not found "
        "is stated as such, and never filled in.",
        "## Grades",
        *(page(f"### {code(grade.value)}", f"{_badge(grade)} {words}") for grade, words in _GRADES.items()),
        *(block for grade in am.Grade for block in _of_grade(grade, places)),
    )


def _of_grade(grade: am.Grade, places: dict[am.Source, list[str]]) -> Iterator[str]:
    yield f"## Graded {grade.value}"
    for source, cited_places in places.items():
        if source.grade is grade:
            yield from _source(source, cited_places)


def _source(source: am.Source, places: list[str]) -> Iterator[str]:
    yield f"### {plain(source.title)}"
    address = f"<{source.address}>" if source.address else _no_address(source)
    yield f"{_badge(source.grade)} {address}"
    edition = next((edition for edition in am.editions() if edition.source == source), None)
    if edition:
        yield f"Written out as data in {link(f'the edition of {edition.id}', edition_page(edition))}."
    what = "Inferred" if source == REASONING else "Cited"
    count = f"{len(places)} places"
    if len(places) <= _FEW:
        yield f"{what}: {'; '.join(plain(where) for where in places)}."
    else:
        yield box("dropdown", bullets(plain(where) for where in places), title=f"{what}: {count}")


def _no_address(source: am.Source) -> str:
    return "Written down here, with what it follows from." if source == REASONING else "No address was recorded."


def _badge(grade: am.Grade) -> str:
    return span(grade.value, "grade", f"grade-{grade.value}")
