"""Collecting everything that is wrong with a record, each thing with its path."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from cattrs.errors import ClassValidationError

from asc_mandate.errors import InvalidArgument, Problem
from asc_mandate.plain import text_of
from asc_mandate.words import legible, quoted, type_name

K = TypeVar("K")
R = TypeVar("R")
T = TypeVar("T")


class Refused(Exception):
    """A part of a record that cannot be read or written; paths begin at that part."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(*problems)
        self.problems = problems


def refusal(message: str) -> Refused:
    """Return the refusal of a part as a whole."""
    return Refused(Problem("", message))


def each(items: Iterable[tuple[K, T]], change: Callable[[K, T], R], path: Callable[[K], str]) -> list[R]:
    """Return what changing every item gives, or raise one refusal for all items that were refused."""
    changed: list[R] = []
    problems: list[Problem] = []
    for key, item in items:
        try:
            changed.append(change(key, item))
        except Exception as error:  # noqa: BLE001
            problems.extend(problems_of(error, path(key)))
    if problems:
        raise Refused(*problems)
    return changed


def under(path: str, write: Callable[[Any], R], given: object) -> R:
    """Return what writing a part gives, or raise a refusal whose paths begin at the whole."""
    try:
        return write(given)
    except Refused as refused:
        raise Refused(*problems_of(refused, path)) from None


def problems_of(error: Exception, path: str = "") -> Iterator[Problem]:
    """Tell what an error says is wrong, and where."""
    for problem in _problems_within(error):
        yield Problem(joined(path, problem.path), problem.message)


def _problems_within(error: Exception) -> Iterable[Problem]:
    match error:
        case Refused():
            return error.problems
        case ClassValidationError():
            return _problems_of_class(error)
        case KeyError():
            return [Problem("", "is missing")]
        # Of this very class, because one of the caller's own making can raise when it is written, or write anything.
        case InvalidArgument() if type(error) is InvalidArgument:
            return [Problem("", f"is not allowed: {error}")]
        case _:
            return [Problem("", "cannot be read")]


def _problems_of_class(error: ClassValidationError) -> Iterator[Problem]:
    of_attributes, of_class = error.group_exceptions()
    for cause, note in of_attributes:
        yield from problems_of(cause, key_of(note.name))
    for cause in of_class:
        yield from problems_of(cause)


def key_of(attribute: str) -> str:
    """Return the key of an attribute: one that would hide a keyword ends in an underscore, which its key does not."""
    return attribute.removesuffix("_")


def path_of(key: object) -> str:
    """Return the path of a key, on one line and of a length that can be read, whatever the key is."""
    text = text_of(key)
    return "" if text is None else legible(text) or "“”"


def seen(given: object) -> str:
    """Say what stands in a record, in the words of JSON."""
    if type(given) is str:
        return quoted(given)
    return _IN_JSON.get(type(given)) or type_name(given)


_IN_JSON: Mapping[type, str] = {
    type(None): "null",
    bool: "true or false",
    int: "a number",
    float: "a number",
    list: "a list",
    dict: "an object",
}


def joined(path: str, rest: str) -> str:
    """Return the path of a part of a part."""
    return f"{path}.{rest}" if path and rest and not rest.startswith("[") else path + rest
