"""Constructors with which an edition can be written down as the notice is laid out."""

from collections.abc import Callable

from asc_mandate.notice.model import Condition, Field, Footnote, Kind, Section
from asc_mandate.notice.provenance import Citation, Source

Item = tuple[str, str, Kind, Footnote | None]


def item(id: str, wording: str, kind: Kind, footnote: Footnote | None = None) -> Item:
    """Write down one bullet of the notice."""
    return id, wording, kind, footnote


def sections_of(source: Source, list_name: str) -> Callable[..., Section]:
    """Return a constructor for the sections of one of the notice's two lists."""

    def section(
        id: str,
        name: str,
        heading: str | None,
        *items: Item,
        condition: Condition | None = None,
        first_bullet: int = 1,
    ) -> Section:
        under = f"“{list_name}”, “{heading}”" if heading else f"“{list_name}”"
        fields = tuple(
            Field(
                id=field_id,
                wording=wording,
                kind=kind,
                section=id,
                condition=condition,
                footnote=footnote,
                citation=Citation(source, f"{under}, bullet {number}"),
            )
            for number, (field_id, wording, kind, footnote) in enumerate(items, first_bullet)
        )
        return Section(id, name, heading, fields)

    return section
