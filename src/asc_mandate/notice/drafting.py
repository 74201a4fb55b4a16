"""Constructors with which an edition is written down as the notice is laid out, item by item."""

from collections.abc import Callable

from asc_mandate.notice.provenance import Citation, Source
from asc_mandate.notice.shapes import Condition, Field, Footnote, Kind, Section

Item = Callable[[str, Condition | None, Citation], Field]
"""A bullet of the notice that waits for its section, condition and place."""


def _item(id: str, wording: str, kind: Kind, footnote: Footnote | None) -> Item:
    return lambda section, condition, citation: Field(id, wording, kind, section, condition, footnote, citation)


def count(id: str, wording: str, footnote: Footnote | None = None) -> Item:
    """Write an item that asks for a whole number."""
    return _item(id, wording, Kind.COUNT, footnote)


def hours(id: str, wording: str, footnote: Footnote | None = None) -> Item:
    """Write an item that asks for hours."""
    return _item(id, wording, Kind.HOURS, footnote)


def absence(id: str, wording: str, footnote: Footnote | None = None) -> Item:
    """Write an item that asks for hours or days of absence."""
    return _item(id, wording, Kind.ABSENCE, footnote)


def yes_no(id: str, wording: str) -> Item:
    """Write an item that asks for yes or no."""
    return _item(id, wording, Kind.YES_NO, None)


def options(id: str, wording: str) -> Item:
    """Write an item that asks for named options."""
    return _item(id, wording, Kind.OPTIONS, None)


def list_of(source: Source, words: str) -> Callable[..., Section]:
    """Return a writer of the sections of one list, which the notice begins with these words."""

    def section(
        id: str,
        name: str,
        heading: str | None,
        *items: Item,
        condition: Condition | None = None,
        first_bullet: int = 1,
    ) -> Section:
        under = f"“{words}”, “{heading}”" if heading else f"“{words}”"
        return Section(
            id,
            name,
            heading,
            tuple(
                item(id, condition, Citation(source, f"{under}, bullet {number}"))
                for number, item in enumerate(items, first_bullet)
            ),
        )

    return section
