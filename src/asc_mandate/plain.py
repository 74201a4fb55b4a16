"""Looking at values of unknown make through the built-in types alone.

A value that a caller passes may be of a subclass that lies about itself or raises when asked. Nothing here calls
anything that such a class could have replaced.
"""

from typing import TypeGuard, TypeVar

T = TypeVar("T")


def is_a(value: object, kind: type[T]) -> TypeGuard[T]:
    """Return whether a value really is of a kind, or of a subclass of it."""
    # Not `isinstance`, which believes an object that claims another class.
    return issubclass(type(value), kind)


def text_of(value: object) -> str | None:
    """Return the letters of a text; None for anything else."""
    return str.__str__(value) if is_a(value, str) else None


def type_of(value: object) -> str:
    """Return the name of a value's type."""
    name: str = type.__dict__["__name__"].__get__(type(value))
    return name
