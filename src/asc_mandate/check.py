"""What is wrong with a dataset: whether every datum has its source, its place and its name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import cast

from attrs import AttrsInstance, fields, frozen, has

from asc_mandate.dataset import Dataset, shipped
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice.model import Clause, DuringCampaign, Field, ServiceType
from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.plain import is_a
from asc_mandate.words import type_name

_CLAUSES = frozenset({"duty", "saving", "reporting-window", "care-home-list", "domiciliary-care-list"})


@frozen
class Defect:
    """One thing wrong with a dataset.

    Attributes:
        code: A stable name for this kind of defect.
        where: The datum, from the dataset inwards.
        message: What is wrong with it, as a sentence.
    """

    code: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def check_dataset(dataset: Dataset | None = None) -> tuple[Defect, ...]:
    """What is wrong with the data of this release, or with a dataset of your own: nothing, when it is empty.

    Raises InvalidArgument for anything but a dataset.

    >>> check_dataset()
    ()
    """
    data = shipped() if dataset is None else dataset
    if not is_a(data, Dataset):
        raise InvalidArgument(f"dataset is {type_name(data)}; pass an asc_mandate.Dataset.")
    return (
        *_names(data),
        *_editions(data),
        *_publications(data),
        *_sections(data),
        *_sources(data),
        *_rules(data),
        *_readings(data),
    )


def _names(data: Dataset) -> Iterator[Defect]:
    named = {
        "editions": [edition.id for edition in data.editions],
        "publications": [str(publication.number) for publication in data.publications],
        "campaigns": [campaign.name for campaign in data.campaigns],
        "readings": [reading.id for reading in data.readings],
        "rules": [rule.id for rule in data.rules],
        "contacts": [contact.name for contact in data.contacts],
        "fees schemes": [scheme.name for scheme in data.fees_schemes],
    }
    for edition in data.editions:
        named[f"{edition.id}, clauses"] = [clause.id for clause in edition.clauses]
        for service in ServiceType:
            named[f"{edition.id}, {service} sections"] = [section.id for section in edition.sections(service)]
            named[f"{edition.id}, {service} fields"] = [field.id for field in edition.fields(service)]
    for where, names in named.items():
        for name, count in Counter(names).items():
            if count > 1:
                yield Defect("name-not-unique", where, f"{name!r} stands {count} times.")
            if not name:
                yield Defect("name-empty", where, "A name is empty.")


def _editions(data: Dataset) -> Iterator[Defect]:
    for earlier, later in pairwise(data.editions):
        if later.applies_from <= earlier.applies_from:
            yield Defect("editions-overlap", later.id, f"It applies no later than {earlier.id} before it.")
    for edition in data.editions:
        if edition.id != edition.applies_from.isoformat():
            yield Defect("edition-id", edition.id, f"Its id is not its first day, {edition.applies_from}.")
        for clause in sorted(_CLAUSES.difference(clause.id for clause in edition.clauses)):
            yield Defect("clause-missing", edition.id, f"It has no clause {clause!r}, which findings cite.")


def _publications(data: Dataset) -> Iterator[Defect]:
    held = [publication.edition for publication in data.publications]
    for edition in data.editions:
        publication = next((each for each in data.publications if each.edition == edition.id), None)
        if publication is None:
            yield Defect("edition-not-in-history", edition.id, "No publication holds it.")
        elif isinstance(publication.required_from, Datum) and publication.required_from.value != edition.applies_from:
            yield Defect(
                "edition-day", edition.id, "It applies from another day than its publication is required from."
            )
    ids = {edition.id for edition in data.editions}
    first = next((place for place, id in enumerate(held) if id is not None), len(held))
    for publication in data.publications[first:]:
        if publication.edition not in ids:
            yield Defect(
                "editions-gap",
                f"publication {publication.number}",
                "Its list is not held, though an earlier one is, so days would be judged by the wrong list.",
            )


def _sections(data: Dataset) -> Iterator[Defect]:
    for edition in data.editions:
        for service in ServiceType:
            for section in edition.sections(service):
                for field in section.fields:
                    if field.section != section.id:
                        yield Defect(
                            "field-in-other-section",
                            f"{edition.id}, {service}, {field.id}",
                            f"It stands in section {section.id!r} but names {field.section!r}.",
                        )


def _sources(data: Dataset) -> Iterator[Defect]:
    for campaign in data.campaigns:
        if not campaign.citations:
            yield Defect("source-missing", f"campaign {campaign.name}", "It has no source.")
    for name, figure in data.figures.items():
        if not isinstance(figure, Datum):
            yield Defect("source-missing", f"figure {name}", "It is a bare figure, without a source.")
    for where, value in _walked(data, "dataset"):
        if where.endswith(".citation") and not isinstance(value, Citation):
            yield Defect("source-missing", where, "It has no source.")
        if isinstance(value, Citation) and not value.where:
            yield Defect("source-missing", where, "No place in its source is named.")
        if isinstance(value, Source) and not (value.title and isinstance(value.grade, Grade)):
            yield Defect("source-missing", where, "The source has no title, or no grade.")


def _rules(data: Dataset) -> Iterator[Defect]:
    lists = [{field.id for field in edition.fields(service)} for edition in data.editions for service in ServiceType]
    for rule in data.rules:
        if not any(known.issuperset(rule.fields) for known in lists):
            yield Defect("rule-without-fields", rule.id, f"No list has all of its fields: {', '.join(rule.fields)}.")
        if isinstance(rule.basis, str) and rule.basis not in rule.fields:
            yield Defect("rule-without-basis", rule.id, f"It rests on {rule.basis!r}, which is none of its fields.")


def _readings(data: Dataset) -> Iterator[Defect]:
    known = {reading.id for reading in data.readings}
    named: set[str] = set()
    for where, value in _walked(data, "dataset"):
        if isinstance(value, (Clause, Datum, DuringCampaign, Field)):
            named.update(value.readings)
            for id in value.readings:
                if id not in known:
                    yield Defect("reading-unknown", where, f"It names the reading {id!r}, which does not exist.")
    for id in sorted(known - named):
        yield Defect("reading-without-use", id, "Nothing that it governs names it.")


def _walked(value: object, where: str) -> Iterator[tuple[str, object]]:
    """Walk all parts of some data, each with the way to it."""
    yield where, value
    parts: Iterable[tuple[str, object]] = ()
    if isinstance(value, tuple):
        parts = ((f"{where}[{place}]", part) for place, part in enumerate(cast("tuple[object, ...]", value)))
    elif isinstance(value, Mapping):
        parts = ((f"{where}[{name!r}]", part) for name, part in cast("Mapping[str, object]", value).items())
    elif has(type(value)):
        parts = (
            (f"{where}.{part.name}", getattr(value, part.name))
            for part in fields(cast("type[AttrsInstance]", type(value)))
        )
    for way, part in parts:
        yield from _walked(part, way)
