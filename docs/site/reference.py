"""The pages of the reference: every public name, grouped by the file that defines it."""

import ast
import inspect
import sys
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from types import ModuleType

from attrs import frozen

import asc_mandate as am
from asc_mandate import differences, interchange, notice, penalties, testing, windows
from asc_mandate.interchange import capacity_tracker
from asc_mandate.validation import report

_PAGES = {
    "when": ("When: windows and the calendar", ("windows", "calendar")),
    "what": ("What: checklists", ("checklists", "conditions")),
    "does-it": ("Does it: returns and reports", ("returns", "validation")),
    "what-follows": ("What follows: penalties", ("penalties",)),
    "notice": ("The notice", ("notice", "differences", "_version")),
    "errors": ("Errors", ("errors",)),
    "in-and-out": ("In and out: records, schemas and rows", ("interchange",)),
    "testing": ("Testing", ("testing",)),
}
"""Page to its title and the rooms whose public names are on it."""

_HELD = (windows.NonWorkingDay, report.Gap, differences.ListDiff, differences.Change)
"""What results hold and nobody imports."""


@frozen
class Name:
    """A public name, as autodoc is asked to show it.

    Attributes:
        full: Where users import it from, with the name.
        directive: How autodoc shows it.
        options: With what options.
        summary: The first sentence of what is said of it.
    """

    full: str
    directive: str
    options: tuple[str, ...]
    summary: str


@frozen
class Group:
    """A page of the reference.

    Attributes:
        name: The name of the page.
        title: Its heading.
        names: What is on it.
    """

    name: str
    title: str
    names: tuple[Name, ...]


def public_modules() -> tuple[ModuleType, ...]:
    """Return the modules that users import from; a name that two of them have belongs to the first."""
    return am, notice, penalties, interchange, capacity_tracker, testing


def public_names() -> Iterator[tuple[str, object, str]]:
    """Yield each public name once: with where to import it from, itself, and the file that defines it."""
    seen: set[str] = set()
    for module in public_modules():
        for name in module.__all__:
            found = getattr(module, name)
            if name not in seen and not isinstance(found, ModuleType):
                seen.add(name)
                yield f"{module.__name__}.{name}", found, _home(name, found)
    for held in _HELD:
        yield f"{held.__module__}.{held.__name__}", held, held.__module__


def _home(name: str, found: object) -> str:
    if isinstance(found, type) or callable(found):
        return found.__module__
    return next(key for key in sorted(sys.modules) if key.startswith("asc_mandate.") and _said_of(key, name))


def _said_of(file: str, name: str) -> list[str]:
    """Return what stands below a constant, in the file that defines it; autodoc looks where callers import it from."""
    if name not in vars(sys.modules[file]):
        return []
    for line, following in pairwise(ast.parse(inspect.getsource(sys.modules[file])).body):
        match line, following:
            case (
                ast.Assign(targets=[ast.Name(id=found)]) | ast.AnnAssign(target=ast.Name(id=found)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ) if found == name:
                return inspect.cleandoc(text).splitlines()
            case _:
                pass
    return []


def groups() -> tuple[Group, ...]:
    """Return the pages of the reference."""
    names = list(public_names())
    return tuple(
        Group(page, title, tuple(_name(*name) for name in names if name[2].split(".")[1] in rooms))
        for page, (title, rooms) in _PAGES.items()
    )


def _name(full: str, found: object, home: str) -> Name:
    if isinstance(found, type):
        directive = "autoexception" if issubclass(found, BaseException) else "autoclass"
        options = (":members:", *([":undoc-members:"] if issubclass(found, Enum) else []))
        return Name(full, directive, options, _first_sentence(found.__doc__))
    if callable(found):
        return Name(full, "autofunction", (), _first_sentence(inspect.getdoc(found)))
    said = _said_of(home, full.rpartition(".")[2])
    return Name(full, "py:data", ("", *said), _first_sentence("\n".join(said)))


def _first_sentence(said: str | None) -> str:
    return " ".join((said or "").partition("\n\n")[0].split()).replace("``", "`")
