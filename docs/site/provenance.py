"""Where a fact comes from, as links: to the very clause where an edition has it, and to the source's own entry."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import cast

from attrs import AttrsInstance, fields, has

import asc_mandate as am
from asc_mandate.dataset import shipped
from asc_mandate.interchange import names
from asc_mandate.notice.model import Condition

from .markdown import code, link, plain, slug

SOURCES = "sources.md"
READINGS = "readings.md"


def edition_page(edition: am.Edition) -> str:
    """Name the page of an edition."""
    return f"edition-{edition.id}.md"


def field_anchor(edition: am.Edition, service: am.ServiceType, field: am.Field) -> str:
    """Name the anchor of an item: unlike any other of the whole site, as the same item is in several lists."""
    return f"{service}-{field.id}-{edition.id}".replace("_", "-")


def footnote_heading(footnote: am.Footnote) -> str:
    """Return what a footnote is headed by."""
    return f"Footnote {footnote.number}"


def grade(of: am.Grade, target: str = "") -> str:
    """Write a grade as a badge, which leads to what it means unless told otherwise."""
    return link(of.value, target or f"{SOURCES}#{of.value}", "grade", f"grade-{of.value}")


def source_link(source: am.Source) -> str:
    """Write a source's title as a link to its entry."""
    return link(plain(source.title), f"{SOURCES}#{slug(source.title)}")


def cited(citation: am.Citation) -> str:
    """Write a citation in full: the source and the place in it, each as a link, and the grade."""
    return f"{source_link(citation.source)}, {_place(citation)} {grade(citation.source.grade)}"


def cited_briefly(citation: am.Citation) -> str:
    """Write a citation where there is little room: the place, and the grade as the link to the source."""
    return f"{_place(citation)} {source_grade(citation)}"


def source_grade(citation: am.Citation) -> str:
    """Write the grade of a citation as a badge that leads to its source."""
    return grade(citation.source.grade, f"{SOURCES}#{slug(citation.source.title)}")


def where(citation: am.Citation) -> str:
    """Write the place alone, as a link to the source: on the page of the edition itself."""
    return link(plain(citation.where), f"{SOURCES}#{slug(citation.source.title)}")


def readings(ids: Iterable[str]) -> str:
    """Write the readings that something rests on; nothing where there are none."""
    links = [link(code(id), f"{READINGS}#{id}") for id in ids]
    return f"Rests on the {'reading' if len(links) == 1 else 'readings'} {', '.join(links)}." if links else ""


def _place(citation: am.Citation) -> str:
    target = _places().get(citation)
    return link(plain(citation.where), target) if target else plain(citation.where)


@lru_cache(maxsize=1)
def _places() -> Mapping[am.Citation, str]:
    """Where on the pages of the editions each place in the notice is."""
    found: dict[am.Citation, str] = {}
    for edition in am.editions():
        page = edition_page(edition)
        for clause in edition.clauses:
            found[clause.citation] = f"{page}#{clause.id}"
        for condition in conditions(edition):
            found[condition.citation] = f"{page}#{condition.id}"
        for footnote in footnotes(edition):
            found[footnote.citation] = f"{page}#{slug(footnote_heading(footnote))}"
        for service in am.ServiceType:
            for field in edition.fields(service):
                # Items that were put back together share one citation: the first of them stands for all.
                found.setdefault(field.citation, f"{page}#{field_anchor(edition, service, field)}")
    return found


def conditions(edition: am.Edition) -> tuple[Condition, ...]:
    """Return the conditions of an edition's items, once each."""
    return tuple(dict.fromkeys(field.condition for field in _fields(edition) if field.condition))


def footnotes(edition: am.Edition) -> tuple[am.Footnote, ...]:
    """Return the footnotes of an edition's items, once each."""
    return tuple(dict.fromkeys(field.footnote for field in _fields(edition) if field.footnote))


def _fields(edition: am.Edition) -> Iterator[am.Field]:
    for service in am.ServiceType:
        yield from edition.fields(service)


def every_citation() -> tuple[am.Citation, ...]:
    """Return every citation of the data and of Capacity Tracker's names, once each."""
    of_names = (
        names.API_CITATION,
        names.EXTRACT_CITATION,
        *names.INFERRED.values(),
        names.AUTUMN_23_DAYS.citation,
        names.EXTRACT_LAST_SAVED_CITATION,
    )
    return tuple(dict.fromkeys((*_citations(shipped()), *of_names)))


def _citations(value: object) -> Iterator[am.Citation]:
    if isinstance(value, am.Citation):
        yield value
    elif isinstance(value, tuple):
        for part in cast("tuple[object, ...]", value):
            yield from _citations(part)
    elif isinstance(value, Mapping):
        for part in cast("Mapping[str, object]", value).values():
            yield from _citations(part)
    elif has(type(value)):
        for attribute in fields(cast("type[AttrsInstance]", type(value))):
            yield from _citations(getattr(value, attribute.name))
