"""Every fact of the data, with the label under which a page shows it. Links go to labels, so none names a page."""

import importlib
import pkgutil
import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import ModuleType
from typing import cast

from attrs import AttrsInstance, fields, has

import asc_mandate as am
from asc_mandate import notice
from asc_mandate.interchange.capacity_tracker import names
from asc_mandate.notice import index
from asc_mandate.notice.shapes import Condition
from asc_mandate.sentences import SERVICES
from asc_mandate.validation.rules import RULES

_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


def slug(text: str) -> str:
    """Return text as part of a label."""
    ascii = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return _NOT_IN_SLUGS.sub("-", ascii).strip("-")


def label(kind: str, name: str, edition: am.Edition | None = None) -> str:
    """Return the label of a fact. Those of the latest edition bear no date, so that links outlive it."""
    old = edition is not None and edition != index.EDITIONS[-1]
    return "-".join([kind, slug(name), *([edition.id] if edition and old else [])])


def item_label(edition: am.Edition, service: am.ServiceType, field: am.Field) -> str:
    """Return the label of an item, which stands in the list of each type of service."""
    return label("item", f"{service} {field.id}", edition)


def conditions(edition: am.Edition) -> tuple[Condition, ...]:
    """Return the conditions of an edition, in the order of its lists."""
    given = (field.condition for service in am.ServiceType for field in edition.fields(service))
    return tuple(dict.fromkeys(condition for condition in given if condition))


def footnotes(edition: am.Edition) -> tuple[notice.Footnote, ...]:
    """Return the footnotes of an edition, in their order."""
    given = {field.footnote for service in am.ServiceType for field in edition.fields(service)} - {None}
    return tuple(sorted((footnote for footnote in given if footnote), key=lambda footnote: footnote.number))


def rules() -> list[tuple[am.Rule, list[str]]]:
    """Return every rule that applies under some edition, with its basis in the latest, and the lists it is for."""
    found: dict[str, tuple[am.Rule, list[str]]] = {}
    for edition in reversed(index.EDITIONS):
        here: dict[str, tuple[am.Rule, list[str]]] = {}
        for service in am.ServiceType:
            for rule in am.rules(service, edition.applies_from):
                here.setdefault(rule.id, (rule, []))[1].append(SERVICES[service])
        found = {**here, **found}
    return list(found.values())


def places(edition: am.Edition) -> dict[am.Citation, str]:
    """Return where on its page each place in an edition is shown."""
    found: dict[am.Citation, str] = {}
    for service in am.ServiceType:
        for field in edition.fields(service):
            found.setdefault(field.citation, item_label(edition, service, field))
            if field.footnote:
                found[field.footnote.citation] = label("footnote", str(field.footnote.number), edition)
    for condition in conditions(edition):
        found[condition.citation] = label("condition", condition.subject, edition)
    for clause in edition.clauses:
        found[clause.citation] = label("clause", clause.id, edition)
    return found


def modules() -> tuple[ModuleType, ...]:
    """Return the files of the notice that hold facts."""
    names = [module.name for module in pkgutil.iter_modules(notice.__path__)]
    return tuple(importlib.import_module(f"{notice.__name__}.{name}") for name in sorted(names))


def figures() -> dict[str, dict[str, am.NotFound | notice.Datum[object]]]:
    """Return each figure that stands by itself, or was not found: the file that defines it, its name, and itself."""
    found: dict[str, dict[str, am.NotFound | notice.Datum[object]]] = {}
    seen: set[int] = set()
    # Those that define figures come before those that import them.
    for module in sorted(modules(), key=lambda module: module.__name__.endswith(("index", "readings"))):
        for name, fact in vars(module).items():
            if name.isupper() and isinstance(fact, (notice.Datum, am.NotFound)):
                figure = cast("notice.Datum[object] | am.NotFound", fact)
                if id(figure) not in seen:
                    seen.add(id(figure))
                    found.setdefault(module.__name__.rpartition(".")[2], {})[name.replace("_", " ").lower()] = figure
    return found


def citations() -> dict[am.Source, list[str]]:
    """Return every source that anything rests on, with the places cited in it."""
    found: dict[am.Source, dict[str, None]] = {}
    data = [fact for module in (*modules(), names) for name, fact in vars(module).items() if name.isupper()]
    for citation in _inside([index.EDITIONS, RULES, *data]):
        found.setdefault(citation.source, {})[citation.where] = None
    return {source: list(found[source]) for source in sorted(found, key=_order)}


def _order(source: am.Source) -> tuple[int, str]:
    return list(am.Grade).index(source.grade), source.title.casefold()


def _inside(value: object) -> Iterator[am.Citation]:
    if isinstance(value, am.Citation):
        yield value
    elif isinstance(value, (list, tuple)):
        for item in cast("list[object]", value):
            yield from _inside(item)
    elif isinstance(value, Mapping):
        yield from _inside(list(cast("Mapping[object, object]", value).values()))
    elif has(type(value)):
        given = cast("AttrsInstance", value)
        yield from _inside([getattr(given, part.name) for part in fields(type(given))])
