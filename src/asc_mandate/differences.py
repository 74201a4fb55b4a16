"""What changed from one edition to another."""

from collections.abc import Iterable, Iterator

from attrs import asdict, frozen
from attrs.filters import exclude

from asc_mandate.notice.index import edition
from asc_mandate.notice.model import Condition, Edition, Field, Footnote, ServiceType
from asc_mandate.words import listed


@frozen
class PlacedField:
    """A field with its place in a list.

    Attributes:
        field: The field.
        follows: The id of the field before it; None for the first.
    """

    field: Field
    follows: str | None


@frozen
class Change:
    """One attribute of a field that is in both lists.

    Attributes:
        field_id: The id of the field.
        attribute: ``wording``, ``kind``, ``section``, ``condition``, ``footnote``, or ``follows`` for its place: the id
            of the field before it, among those that both lists have.
        before: What it was.
        after: What it became.
    """

    field_id: str
    attribute: str
    before: object
    after: object


@frozen
class ListDiff:
    """What changed in the list for one type of service.

    Attributes:
        added: Fields that only the later list has, in its order.
        removed: Fields that only the earlier list has, in its order.
        changed: Changes of fields that both have, in the later list's order.
    """

    added: tuple[PlacedField, ...]
    removed: tuple[PlacedField, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def __str__(self) -> str:
        changes: dict[str, list[str]] = {}
        for change in self.changed:
            changes.setdefault(change.field_id, []).append(change.attribute)
        parts = {
            "added": [placed.field.id for placed in self.added],
            "removed": [placed.field.id for placed in self.removed],
            "changed": [f"{id} ({', '.join(attributes)})" for id, attributes in changes.items()],
        }
        return "; ".join(f"{what} {listed(ids)}" for what, ids in parts.items() if ids) or "nothing"


@frozen
class EditionDiff:
    """What changed from one edition to another, list by list.

    Compared are the items. Where each was read, the readings it rests on, and the clauses around the lists are not.

    Attributes:
        before: The id of the edition that is compared.
        after: The id of the edition that it is compared with.
        care_home: What changed for care homes.
        domiciliary_care: What changed for domiciliary care.
    """

    before: str
    after: str
    care_home: ListDiff
    domiciliary_care: ListDiff

    def __bool__(self) -> bool:
        return bool(self.care_home or self.domiciliary_care)

    def __str__(self) -> str:
        return (
            f"From {self.before} to {self.after}\ncare_home: {self.care_home}\n"
            f"domiciliary_care: {self.domiciliary_care}"
        )


def diff(before: str, after: str) -> EditionDiff:
    """What changed between two editions, by their ids: what was added, removed and changed, per type of service.

    Raises UnknownEdition for an id that is not held. Source: the editions themselves.

    >>> changes = diff("2023-07-15", "2024-04-26")
    >>> [placed.field.id for placed in changes.domiciliary_care.removed]
    ['staff_covid_primary_course']
    >>> bool(diff("2024-04-26", "2024-04-26"))
    False
    """
    return compare(edition(before), edition(after))


def compare(earlier: Edition, later: Edition) -> EditionDiff:
    """Return what changed between two editions, held or not."""
    return EditionDiff(
        before=earlier.id,
        after=later.id,
        care_home=_list_diff(earlier, later, ServiceType.CARE_HOME),
        domiciliary_care=_list_diff(earlier, later, ServiceType.DOMICILIARY_CARE),
    )


def _list_diff(earlier: Edition, later: Edition, service: ServiceType) -> ListDiff:
    old, new = _placed(earlier.fields(service)), _placed(later.fields(service))
    # The place of a field that stays is that among the fields that stay: what is added or removed moves nothing.
    stayed_old = _placed(placed.field for id, placed in old.items() if id in new)
    stayed_new = _placed(placed.field for id, placed in new.items() if id in old)
    return ListDiff(
        added=tuple(placed for id, placed in new.items() if id not in old),
        removed=tuple(placed for id, placed in old.items() if id not in new),
        changed=tuple(change for id, placed in stayed_new.items() for change in _changes(stayed_old[id], placed)),
    )


def _placed(fields: Iterable[Field]) -> dict[str, PlacedField]:
    placed: dict[str, PlacedField] = {}
    follows = None
    for field in fields:
        placed[field.id] = PlacedField(field, follows)
        follows = field.id
    return placed


def _changes(old: PlacedField, new: PlacedField) -> Iterator[Change]:
    before, after = old.field, new.field
    for attribute in ("wording", "kind", "section"):
        if getattr(before, attribute) != getattr(after, attribute):
            yield Change(after.id, attribute, getattr(before, attribute), getattr(after, attribute))
    if _content(before.condition) != _content(after.condition):
        yield Change(after.id, "condition", before.condition, after.condition)
    if _content(before.footnote) != _content(after.footnote):
        yield Change(after.id, "footnote", before.footnote, after.footnote)
    if old.follows != new.follows:
        yield Change(after.id, "follows", old.follows, new.follows)


def _content(part: Condition | Footnote | None) -> object:
    # Cited anew in every edition, so the citation alone is no change.
    return part and asdict(part, filter=exclude("citation"))
