"""Looking at values of unknown make through the built-in types alone.

A value that a caller passes may be of a subclass that lies about itself or raises when asked. Nothing here calls
anything that such a class could have replaced.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeGuard, TypeVar, cast

E = TypeVar("E", bound=StrEnum)
K = TypeVar("K")
T = TypeVar("T")

_COLLECTIONS: tuple[type[Any], ...] = (list, tuple, set, frozenset)


def is_a(value: object, kind: type[T]) -> TypeGuard[T]:
    """Return whether a value really is of a kind, or of a subclass of it."""
    # Not `isinstance`, which believes an object that claims another class.
    return issubclass(type(value), kind)


def is_mapping(value: object) -> TypeGuard[Mapping[object, object]]:
    """Return whether a value really is a mapping."""
    # A class can be of a class that raises, even where it is only looked up.
    try:
        return issubclass(type(value), Mapping)
    except Exception:  # noqa: BLE001
        return False


def iterator_of(value: object) -> Iterator[object] | None:
    """Return an iterator over what a caller passed to be gone through; None where there is none.

    What the iterator raises while it is read is the caller's own, and is for the caller to see.
    """
    try:
        return iter(cast("Iterable[object]", value)) if issubclass(type(value), Iterable) else None
    except Exception:  # noqa: BLE001
        return None


def text_of(value: object) -> str | None:
    """Return the letters of a text; None for anything else."""
    return str.__str__(value) if is_a(value, str) else None


def filled_text_of(value: object) -> str | None:
    """Return the letters of a text that is more than spaces; None for anything else."""
    text = text_of(value)
    return text if text and text.strip() else None


def member_of(kind: type[E], value: object) -> E | None:
    """Return the member of an enum that a value is, or spells; None where there is none."""
    if type(value) is kind:
        return value
    text = text_of(value)
    return next((member for member in kind if member.value == text), None)


def items_of(value: object) -> Iterator[object] | None:
    """Return the items of a list, tuple, set or frozenset; None for anything else."""
    for collection in _COLLECTIONS:
        if is_a(value, collection):
            items: Iterator[object] = collection.__iter__(value)
            return items
    return None


def type_of(value: object) -> str:
    """Return the name of a value's type."""
    name: str = type.__dict__["__name__"].__get__(type(value))
    return name


def repr_of(value: object) -> str:
    """Return what a value shows of itself; only its type where it cannot, being hostile, too long or too deep."""
    try:
        return repr(value)
    except Exception:  # noqa: BLE001
        return f"<{type_of(value)}>"


# Takes and returns anything, to stand in for methods of every signature.
def _refuse(*_: Any, **__: Any) -> Any:
    raise TypeError("This is part of a result, which does not change; make a dict of it first.")


class FrozenDict(dict[K, T]):
    """A dict that refuses to change, so that a result cannot be edited after the fact. It can be pickled and copied."""

    __setitem__: Any = _refuse
    __delitem__: Any = _refuse
    __ior__: Any = _refuse
    clear: Any = _refuse
    pop: Any = _refuse
    popitem: Any = _refuse
    setdefault: Any = _refuse
    update: Any = _refuse

    def __reduce__(self) -> tuple[type["FrozenDict[K, T]"], tuple[dict[K, T]]]:
        return FrozenDict, (dict(self),)
