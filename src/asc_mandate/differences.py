"""What changed from one edition to another."""

from attrs import asdict, frozen
from attrs.filters import exclude

from asc_mandate._format import OneLine, join_words, one_line
from asc_mandate.notice.index import edition
from asc_mandate.notice.shapes import Condition, Field, Footnote


@frozen(repr=False)
class Change(OneLine):
    """One attribute of a field that is in both lists.

    Attributes:
        field_id: The id of the field.
        attribute: ``wording``, ``kind``, ``section``, ``condition`` or ``footnote``.
        before: What it was.
        after: What it became.
    """

    field_id: str
    attribute: str
    before: object
    after: object


@frozen(repr=False)
class ListDiff(OneLine):
    """What changed in the list for one type of service.

    Attributes:
        added: Fields that only the later list has, in its order.
        removed: Fields that only the earlier list has, in its order.
        changed: Changes of fields that both have, in the later list's order.
    """

    added: tuple[Field, ...]
    removed: tuple[Field, ...]
    changed: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.changed)

    def __str__(self) -> str:
        parts = {
            "added": [field.id for field in self.added],
            "removed": [field.id for field in self.removed],
            "changed": [f"{change.field_id} ({change.attribute})" for change in self.changed],
        }
        return "; ".join(f"{what} {join_words(ids)}" for what, ids in parts.items() if ids) or "nothing"


@frozen(repr=False)
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
        lists = f"care_home: {self.care_home}\ndomiciliary_care: {self.domiciliary_care}"
        return f"From {self.before} to {self.after}\n{lists}"

    def __repr__(self) -> str:
        return one_line(self, f"{self.before} to {self.after}")


def diff(before: str, after: str) -> EditionDiff:
    """Return what changed between two editions, given by their ids: added, removed and changed, per type of service.

    Raises UnknownEdition for an id that is not held. Source: the editions themselves.

    >>> changes = diff("2023-07-15", "2024-04-26")
    >>> [field.id for field in changes.domiciliary_care.removed]
    ['staff_covid_primary_course']
    >>> bool(diff("2024-04-26", "2024-04-26"))
    False
    """
    earlier, later = edition(before), edition(after)
    return EditionDiff(
        earlier.id,
        later.id,
        care_home=_list_diff(earlier.fields("care_home"), later.fields("care_home")),
        domiciliary_care=_list_diff(earlier.fields("domiciliary_care"), later.fields("domiciliary_care")),
    )


def _list_diff(earlier: tuple[Field, ...], later: tuple[Field, ...]) -> ListDiff:
    old, new = {field.id: field for field in earlier}, {field.id: field for field in later}
    return ListDiff(
        added=tuple(field for field in later if field.id not in old),
        removed=tuple(field for field in earlier if field.id not in new),
        changed=tuple(
            Change(field.id, name, getattr(old[field.id], name), getattr(field, name))
            for field in later
            if field.id in old
            for name in ("wording", "kind", "section", "condition", "footnote")
            if _content(getattr(old[field.id], name)) != _content(getattr(field, name))
        ),
    )


def _content(part: object) -> object:
    # Cited anew in every edition, so the citation alone is no change.
    return asdict(part, filter=exclude("citation")) if isinstance(part, (Condition, Footnote)) else part
