"""Constructors with which an edition can be written down as the notice is laid out."""

from attrs import frozen

from asc_mandate.notice.model import Condition, Field, Footnote, Kind, Section
from asc_mandate.notice.provenance import Citation, Source


@frozen
class Item:
    """One bullet of the notice, before it has its place."""

    id: str
    wording: str
    kind: Kind
    footnote: Footnote | None = None


@frozen
class ListOf:
    """Writes down the sections of one of the notice's two lists.

    Attributes:
        source: The edition.
        name: The words with which the notice begins the list.
    """

    source: Source
    name: str

    def __call__(
        self,
        id: str,
        name: str,
        heading: str | None,
        *items: Item,
        condition: Condition | None = None,
        first_bullet: int = 1,
    ) -> Section:
        """Return a section whose fields are cited by their bullet, counted from the first one under its heading."""
        under = f"“{self.name}”, “{heading}”" if heading else f"“{self.name}”"
        fields = tuple(
            Field(
                id=item.id,
                wording=item.wording,
                kind=item.kind,
                section=id,
                condition=condition,
                footnote=item.footnote,
                citation=Citation(self.source, f"{under}, bullet {number}"),
            )
            for number, item in enumerate(items, first_bullet)
        )
        return Section(id, name, heading, fields)
