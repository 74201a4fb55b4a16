"""One page for each edition: its items with all that is known of them, its conditions, footnotes and clauses."""

from collections.abc import Iterator

import asc_mandate as am
from asc_mandate.interchange import names
from asc_mandate.words import short_date

from .markdown import code, link, page, plain, slug, span, table
from .provenance import (
    SOURCES,
    cited_briefly,
    conditions,
    edition_page,
    field_anchor,
    footnote_heading,
    footnotes,
    grade,
    readings,
    source_link,
    where,
)

_LISTS = {am.ServiceType.CARE_HOME: "Care homes", am.ServiceType.DOMICILIARY_CARE: "Domiciliary care"}
_KINDS = {
    am.Kind.COUNT: "a whole number",
    am.Kind.HOURS: "a number of hours",
    am.Kind.ABSENCE: "hours or days",
    am.Kind.YES_NO: "yes or no",
    am.Kind.OPTIONS: "any number of named options",
}
_HEADER = ("Item, in the notice’s words", "When required", "In Capacity Tracker")


def edition_pages() -> dict[str, str]:
    """Return one page for each edition, by its name."""
    return {edition_page(edition): _page(edition) for edition in am.editions()}


def _page(edition: am.Edition) -> str:
    return page(
        f"# Edition of {short_date(edition.applies_from)}",
        _head(edition),
        *(block for service in am.ServiceType for block in _list(edition, service)),
        "## Conditions",
        "When the items that are not always asked for are asked for.",
        *(block for condition in conditions(edition) for block in _condition(condition)),
        "## Footnotes",
        *(
            page(
                f"### {footnote_heading(footnote)}",
                f"> {plain(footnote.wording)}",
                cited_briefly_here(footnote.citation),
            )
            for footnote in footnotes(edition)
        ),
        "## Clauses",
        "The paragraphs that govern more than one item.",
        *(block for clause in edition.clauses for block in _clause(clause)),
    )


def _head(edition: am.Edition) -> str:
    following = [later for later in am.editions() if later.applies_from > edition.applies_from]
    until = (
        f" until the edition of {short_date(following[0].applies_from)} does"
        if following
        else "; no later edition is known as of "
    )
    surveyed = "" if following else short_date(am.dataset_version().surveyed_on)
    derived = (
        f"This edition is **reconstructed**. {plain(edition.reconstruction)}"
        if edition.reconstruction
        else "This edition is held **verbatim**: the wording below is the notice’s own."
    )
    return page(
        f"Applies from {short_date(edition.applies_from)}{until}{surveyed}. Id {code(edition.id)}.",
        derived,
        f"Source: {source_link(edition.source)} {grade(edition.source.grade)}",
        "Where a column of Capacity Tracker is empty, nobody is known to have written down a name for the item.",
    )


def _list(edition: am.Edition, service: am.ServiceType) -> Iterator[str]:
    fields = edition.fields(service)
    yield f"## {_LISTS[service]}"
    yield f"{len(fields)} items. {cited_briefly(edition.list_clause(service).citation)}"
    for section in edition.sections(service):
        yield f"### {_LISTS[service]}: {section.name}"
        yield f"Section {code(section.id)}; its items are saved together."
        rows = [(_item(edition, service, field), _when(field), _names(service, field)) for field in section.fields]
        yield table(_HEADER, rows, classes=("items",))


def _item(edition: am.Edition, service: am.ServiceType, field: am.Field) -> str:
    words = span(plain(field.wording), "wording", id=field_anchor(edition, service, field))
    kind = f"{code(field.id)} takes {_KINDS[field.kind]} ({code(field.kind.value)})."
    lines = [words, kind, cited_briefly_here(field.citation), readings(field.readings)]
    return "\n\n".join(line for line in lines if line)


def _when(field: am.Field) -> str:
    condition = field.condition
    when = link(plain(condition.wording), f"#{condition.id}") if condition else "always"
    if field.footnote is None:
        return when
    return f"{when}\n\n{link(footnote_heading(field.footnote), f'#{slug(footnote_heading(field.footnote))}')}"


def _names(service: am.ServiceType, field: am.Field) -> str:
    of_api = _of_api(field.id) if service is am.ServiceType.CARE_HOME else ()
    extract = names.EXTRACT_CARE_HOME if service is am.ServiceType.CARE_HOME else names.EXTRACT_NON_RESIDENTIAL
    of_extract = extract.get(field.id, ())
    lines = [
        f"{kind}: {', '.join(code(name) for name in found)}"
        for kind, found in (
            (link("API", f"{SOURCES}#{slug(names.API_CITATION.source.title)}"), of_api),
            (link("extract", f"{SOURCES}#{slug(names.EXTRACT_CITATION.source.title)}"), of_extract),
        )
        if found
    ]
    basis = names.INFERRED.get(field.id)
    if basis and lines:
        lines.append(cited_briefly(basis))
    return "\n\n".join(lines)


def _of_api(field_id: str) -> tuple[str, ...]:
    if field_id in names.API_VACANCIES:
        return (f"vacancies[].{names.API_VACANCIES[field_id]}",)
    of_workforce = tuple(f"workforce.{name}" for name in names.API_WORKFORCE.get(field_id, ()))
    return of_workforce + tuple(f"ascSupport.{name}" for name in names.API_VISITS.get(field_id, ()))


def cited_briefly_here(citation: am.Citation) -> str:
    """Write a citation on the page of the edition that has it."""
    return f"{where(citation)} {grade(citation.source.grade)}"


def _condition(condition: am.Season | am.DuringCampaign) -> Iterator[str]:
    yield f"### {code(condition.id)}"
    yield f"> {plain(condition.wording)}"
    yield cited_briefly_here(condition.citation)
    if isinstance(condition, am.DuringCampaign):
        yield f"The campaigns, with the window that follows each: {link('Campaigns', 'campaigns.md')}."
        yield readings(condition.readings)


def _clause(clause: am.Clause) -> Iterator[str]:
    yield f"### {code(clause.id)}"
    yield f"> {plain(clause.wording)}"
    yield cited_briefly_here(clause.citation)
    yield readings(clause.readings)
