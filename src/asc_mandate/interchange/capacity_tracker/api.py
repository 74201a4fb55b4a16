"""Returns of care homes from the Generic API v4.8, one for each entry of its ``items``."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from asc_mandate._coerce import refusal
from asc_mandate._format import closest, describe, join_words, name_type
from asc_mandate.errors import InvalidRecord, Problem
from asc_mandate.interchange.capacity_tracker import cells, names
from asc_mandate.interchange.capacity_tracker.moments import moment
from asc_mandate.interchange.capacity_tracker.rows import (
    Columns,
    ReadRows,
    Row,
    RowReader,
    Shape,
    as_mapping,
    show_headings,
)  # fmt: skip
from asc_mandate.notice.index import ever_asked, sections_of
from asc_mandate.notice.shapes import ServiceType
from asc_mandate.returns import NotCarried, Return

_ENTRY = "one entry of the API's items"
_PAGE = "a page of the API, with its entries in items"
_KINDS = (names.API_CARE_HOME, *names.API_OTHER_KINDS)
_READS = {
    names.API_LOCATION_ID: "location_id",
    names.API_SAVED: "saved",
    **dict.fromkeys(_KINDS, "service"),
    **{path: field for of_api in (names.API_BEDS, names.API) for field, paths in of_api.items() for path in paths},
}
_SPELLED = {path.replace("[]", "").lower(): path for path in _READS}
_PARTS = {
    part: [field for path, field in _READS.items() if path.lower().startswith(part)]
    for part in ("vacancies", "workforce", "ascsupport")
}


def return_from_api(entry: Mapping[str, Any]) -> Return:
    """Return what a care home's return says, by one entry of the API's ``items``.

    Beds are added up over their types; a type with a blank leaves the sum blank. What an entry has no key for is not
    carried, nor is what only one of the types of beds, or one of the two questions on visits, has a key for. Of the
    sections only that of beds says when it was last saved; a moment without a time zone is not read. A Row of Spark is
    read as its ``asDict(recursive=True)``. Raises InvalidArgument for anything but a mapping, and InvalidRecord for
    an entry of something else than a care home, for what is no entry, and for a name that stands twice. Source:
    ``names.API_CITATION``, with the inferences of ``names.INFERRED``.

    >>> entry = {
    ...     "cqcId": "1-1000210669", "vacanciesLastUpdated": "2025-08-12T09:30:00Z",
    ...     "vacancies": [{"total": 30, "used": 28, "spare": 2}, {"total": 12, "used": 12, "spare": 0}],
    ...     "workforce": {"nursesEmployed": 9, "hoursAbsence": 35, "daysAbsence": 0},
    ... }
    >>> return_ = return_from_api(entry)
    >>> return_.values["beds_occupied"], return_.values["absence"]
    (40, Absence(hours=35, days=0))
    >>> "beds_vacant_reserved" in return_.not_carried.fields
    True
    >>> print(return_.saved["beds"])
    2025-08-12 10:30:00+01:00
    """
    given = as_mapping(entry)
    if given is None:
        raise refusal("entry", entry, _ENTRY)
    return _read(given)


def returns_from_api(page: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> ReadRows:
    """Return what all entries of a page of the API say, which were refused and why, and what each name was read as.

    Takes the page, ``{"items": [...], "offset": ...}``, or entries alone, of one page or of several. Each entry is read
    as by ``return_from_api``; one that cannot be read stops no other. Raises InvalidRecord for a page without items,
    and where no entry has a name that is known; InvalidArgument for anything else.

    >>> read = returns_from_api({"items": [{"cqcId": "1-1000210669"}, {"cqcId": "1-1000210670", "isHospice": True}]})
    >>> print(read)
    1 row read, 1 refused.
    Row 2 is not of a care home (isHospice is true); only entries of care homes are read
    """
    given = as_mapping(page)
    return RowReader(page if given is None else _items(given), _SHAPE).read()


def _items(page: Row) -> list[object]:
    entries = next((value for key, value in page.items() if key == "items"), None)
    listed = _listed(entries)
    if listed is None:
        what = "has no items" if entries is None else f"has items that are {name_type(entries)}"
        raise InvalidRecord((Problem("", f"{what}; pass {_PAGE}, or one entry to return_from_api"),))
    return listed


def _listed(given: object) -> list[object] | None:
    # Tables have lists as arrays.
    items = cast("Any", given).tolist() if hasattr(given, "tolist") else given
    return list(cast("list[object]", items)) if isinstance(items, (list, tuple)) else None


def _mappings(given: object) -> list[Row] | None:
    """Return a mapping, or a list of mappings, as a list; None for anything else."""
    items = [given] if as_mapping(given) is not None else _listed(given)
    found = [mapping for item in items or () if (mapping := as_mapping(item)) is not None]
    return found if items is not None and len(found) == len(items) else None


def _paths(entry: Row) -> Iterator[tuple[object, int, object]]:
    """Yield the path of each cell of an entry, with its place where it is one of several, and the cell."""
    for key, value in entry.items():
        inner = _mappings(value)
        mark = "[]." if as_mapping(value) is None else "."
        if inner is None:
            yield key, 0, value
        for place, mapping in enumerate(inner or ()):
            for name, cell in mapping.items():
                yield f"{key}{mark}{name}", place, cell


def _known(path: object) -> str | None:
    return _SPELLED.get("".join(path.split()).replace("[]", "").lower()) if isinstance(path, str) else None


def _headings(entry: Row) -> Iterator[tuple[object, str | None]]:
    for path, _, _ in _paths(entry):
        known = _known(path)
        yield path, known and _READS[known]


def _unread(columns: Columns) -> dict[object, str | None]:
    left = [path for path in _READS if path not in set(map(_known, columns))]
    return {path: closest(str(path), left) for path, reads in columns.items() if reads is None}


def _read(entry: Row) -> Return:
    parts = {key.strip().lower(): value for key, value in entry.items() if isinstance(key, str)}
    given = _contents(entry)
    if not given and _PARTS.keys().isdisjoint(parts):
        raise InvalidRecord((Problem("", _no_entry(entry)),))
    _require_care_home(given)
    types = _mappings(parts.get("vacancies")) or ()
    values = {**_beds(given, len(types)), **cells.answers({path: found[0] for path, found in given.items()}, names.API)}
    for part, fields in _PARTS.items():
        if _mappings(parts.get(part)) is None and cells.content(parts.get(part)) is not None:
            # Inside of a tuple, because it answers no question by itself, even where it is a number.
            values.update(dict.fromkeys(fields, (parts[part],)))
    lacking = [field for field in ever_asked(ServiceType.CARE_HOME) if field not in values]
    id, saved = (given.get(path, [None])[0] for path in (names.API_LOCATION_ID, names.API_SAVED))
    location_id, found = cells.location_id(id), moment(saved)
    if id is not None and location_id is None:
        # Handed on under its own name, so that it is found and not lost.
        values[names.API_LOCATION_ID] = id
    return Return(
        ServiceType.CARE_HOME,
        values,
        location_id=location_id,
        saved={"beds": found},
        not_carried=NotCarried(
            fields=lacking,
            saves=[section for section in sections_of(ServiceType.CARE_HOME) if section != "beds" or saved is None],
            unreadable_saves={} if saved is None or found else {"beds": cells.show(saved)},
            earlier_saves=True,
        ),
    )


def _contents(entry: Row) -> dict[str, list[object]]:
    """Return what the known paths hold, and of beds what each type holds."""
    given: dict[str, list[object]] = {}
    places: set[tuple[str, int]] = set()
    twice: list[Problem] = []
    for path, place, cell in _paths(entry):
        known = _known(path)
        if known is None:
            continue
        at = place if "[]" in known else 0
        if (known, at) in places:
            twice.append(Problem(known.replace("[]", f"[{at}]"), "stands here twice"))
        places.add((known, at))
        given.setdefault(known, []).append(cells.content(cell))
    if twice:
        raise InvalidRecord(tuple(twice))
    return given


def _no_entry(given: Row) -> str:
    if "items" in given:
        return f"is a page of entries; pass {_ENTRY}, or the page to returns_from_api"
    return f"has none of the names of an entry; it has {show_headings(given)}; pass {_ENTRY}"


def _require_care_home(given: Mapping[str, list[object]]) -> None:
    told = {name: cells.yes_no(given.get(name, [None])[0]) for name in _KINDS}
    wrong = [name for name, answer in told.items() if not (answer is None or isinstance(answer, bool))]
    if wrong:
        raise InvalidRecord(tuple(Problem(name, f"is {describe(told[name])}; pass true or false") for name in wrong))
    others = [f"{name} is true" for name in names.API_OTHER_KINDS if told[name]]
    is_care_home = told[names.API_CARE_HOME]
    if is_care_home is False or (is_care_home is None and others):
        why = join_words([*([f"{names.API_CARE_HOME} is false"] if is_care_home is False else []), *others])
        raise InvalidRecord((Problem("", f"is not of a care home ({why}); only entries of care homes are read"),))


def _beds(given: Mapping[str, list[object]], types: int) -> dict[str, object]:
    values: dict[str, object] = {}
    for field, (path,) in names.API_BEDS.items():
        found = given.get(path, [])
        answer = cells.total(found)
        # What some types lack has no sum; what cannot be read is found all the same.
        if found and (len(found) == types or not (answer is None or cells.is_count(answer))):
            values[field] = answer
    return values


_SHAPE = Shape(_ENTRY, _read, _headings, _unread)
