"""What changed from one edition to the next, and the publications that there have been."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

import asc_mandate as am
from asc_mandate.words import short_date

from .markdown import code, day, link, page, plain, table
from .provenance import cited_briefly, edition_page, field_anchor, readings

_LISTS = {am.ServiceType.CARE_HOME: "Care homes", am.ServiceType.DOMICILIARY_CARE: "Domiciliary care"}


def differences_page() -> str:
    """Return the page of differences between editions."""
    return page(
        "# What changed between editions",
        "Compared are the items: their wording, kind, section, condition, footnote and place. Where each was read, and "
        "the clauses around the lists, are not.",
        *(block for before, after in pairwise(am.editions()) for block in _pair(before, after)),
        "## The publications of the notice",
        "Held or not, with what is not known of them. What was not found is not filled in.",
        table(
            ("No.", "Published", "List required from", "What changed", "Held as"),
            [_publication(publication) for publication in am.history()],
            classes=("stack", "publications"),
        ),
    )


def _pair(before: am.Edition, after: am.Edition) -> Iterator[str]:
    difference = am.diff(before.id, after.id)
    yield f"## From {before.id} to {after.id}"
    yield (
        f"From {link(f'the edition of {short_date(before.applies_from)}', edition_page(before))} to "
        f"{link(f'the edition of {short_date(after.applies_from)}', edition_page(after))}."
    )
    for service, changes in (
        (am.ServiceType.CARE_HOME, difference.care_home),
        (am.ServiceType.DOMICILIARY_CARE, difference.domiciliary_care),
    ):
        rows = [
            *(_placed("added", after, service, placed) for placed in changes.added),
            *(_placed("removed", before, service, placed) for placed in changes.removed),
            *(_changed(change) for change in changes.changed),
        ]
        yield f"### {_LISTS[service]}, from {before.id} to {after.id}"
        yield table(("What", "Item", "Where"), rows, classes=("stack",)) if rows else "Nothing changed."


def _placed(what: str, edition: am.Edition, service: am.ServiceType, placed: am.PlacedField) -> tuple[str, str, str]:
    field = placed.field
    target = f"{edition_page(edition)}#{field_anchor(edition, service, field)}"
    item = f"{plain(field.wording)}\n\n{link(code(field.id), target)}"
    return what, item, _rests(field.citation, field.readings)


def _changed(change: am.Change) -> tuple[str, str, str]:
    what = f"changed: {change.attribute}"
    return what, f"{code(change.field_id)}: from {plain(str(change.before))} to {plain(str(change.after))}", ""


def _publication(publication: am.Publication) -> tuple[str, str, str, str, str]:
    held = next((edition for edition in am.editions() if edition.id == publication.edition), None)
    changes = [f"{plain(change.value)} Source: {cited_briefly(change.citation)}" for change in publication.changes]
    return (
        str(publication.number),
        _day(publication.published),
        _day(publication.required_from),
        "\n\n".join(changes),
        link(held.id, edition_page(held)) if held else "not held",
    )


def _day(found: am.Datum[dt.date] | am.NotFound) -> str:
    if isinstance(found, am.NotFound):
        return plain(str(found))
    return f"{day(found.value)}\n\n{_rests(found.citation, found.readings)}"


def _rests(citation: am.Citation, ids: tuple[str, ...]) -> str:
    return "\n\n".join(line for line in (cited_briefly(citation), readings(ids)) if line)
