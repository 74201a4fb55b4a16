"""Returns of care homes from the Generic API v4.8, one for each entry of its ``items``."""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, cast

from asc_mandate._coerce import refusal
from asc_mandate._format import join_words
from asc_mandate.errors import InvalidRecord, Problem
from asc_mandate.interchange.capacity_tracker import names
from asc_mandate.interchange.capacity_tracker.cells import yes_no
from asc_mandate.interchange.capacity_tracker.moments import last_save
from asc_mandate.interchange.capacity_tracker.rows import Layout, ReadRows, Row, RowReader, Table, as_mapping, name_of
from asc_mandate.notice.shapes import ServiceType
from asc_mandate.returns import Return

_KINDS = (names.API_CARE_HOME, *names.API_OTHER_KINDS)
READS: dict[str, str | None] = {
    names.API_LOCATION_ID: "location_id",
    names.API_SAVED: "saved",
    **dict.fromkeys(_KINDS, "service"),
    **{path: field for of_api in (names.API_BEDS, names.API) for field, paths in of_api.items() for path in paths},
    # A part that holds no objects answers nothing.
    **dict.fromkeys(names.API_PARTS),
}


# As many entries as there are numbers of types of beds.
@lru_cache(maxsize=32)
def _layout(types: int) -> Layout:
    beds = {
        field: tuple(path.replace("[]", f"[{place}]") for place in range(types))
        for field, (path,) in names.API_BEDS.items()
    }
    return Layout(ServiceType.CARE_HOME, {**beds, **names.API}, names.API_LOCATION_ID, (names.API_SAVED,), ("beds",))


def return_from_api(entry: Mapping[str, Any]) -> Return:
    """Return what a care home's return says, by one entry of the API's ``items``, which may be a Row of Spark.

    Beds are added up over their types; a type with a blank leaves the sum blank. What an entry has no key for is not
    carried, nor is what only one of the types of beds, or one of the two questions on visits, has a key for. Of the
    sections only that of beds says when it was last saved; a moment without a time zone is not read. Raises
    InvalidRecord for an entry of something else than a care home, for what is no entry, and for a name that stands
    twice. Source: ``names.API_CITATION``, with the inferences of ``names.INFERRED``.

    >>> beds = [{"total": 30, "used": 28, "reserved": 1}, {"total": 12, "used": 12}]
    >>> return_ = return_from_api({"cqcId": "1-1000210669", "vacancies": beds})
    >>> return_.values, return_.not_carried.fields[0]
    ({'beds_maximum_capacity': 42, 'beds_occupied': 40}, 'beds_vacant_reserved')
    """
    given = as_mapping(entry)
    if given is not None and "items" in given:
        raise InvalidRecord((Problem("", "is a page of the API; pass it to returns_from_api"),))
    return _TABLE.read_one(entry, "entry")


def returns_from_api(page: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> ReadRows:
    """Return what all entries of a page of the API say, which were refused and why, and what each name was read as.

    Takes the page, ``{"items": [...], "offset": ...}``, or entries alone, of one page or of several. An entry that
    cannot be read stops no other. Raises InvalidRecord for a page without items, and where no entry has a known name.

    >>> read = returns_from_api({"items": [{"cqcId": "1-1000210669"}, {"cqcId": "1-1000210670", "isHospice": True}]})
    >>> print(read)
    1 row read, 1 refused.
    Row 2 is not of a care home (isHospice is true); only entries of care homes are read
    """
    given = as_mapping(page)
    if given is not None and given.get("items") is None:
        message = "has no items; pass a page of the API, with its entries in items, or one entry to return_from_api"
        raise InvalidRecord((Problem("", message),))
    if given is None and (isinstance(page, str) or not isinstance(page, Iterable)):
        raise refusal("page", page, "a page of the API, or its entries")
    return RowReader(page if given is None else given["items"], _TABLE).read()


def _mappings(given: object) -> list[Row] | None:
    """Return a mapping, or a list of mappings, as a list; None for anything else."""
    # Tables have lists as arrays.
    items = given if as_mapping(given) is None else [given]
    items = cast("Any", items).tolist() if hasattr(items, "tolist") else items
    found = [as_mapping(item) for item in cast("list[object]", items)] if isinstance(items, (list, tuple)) else [None]
    return None if None in found else cast("list[Row]", found)


def _cells(entry: Row) -> Iterator[tuple[object, int, object]]:
    for part, held in entry.items():
        inner = _mappings(held)
        mark = "[]." if as_mapping(held) is None else "."
        if inner is None:
            yield part, 0, held
        for place, mapping in enumerate(inner or ()):
            for name, cell in mapping.items():
                yield f"{part}{mark}{name}", place, cell


def _read(entry: Row, given: dict[str, object]) -> Return:
    told = {name: yes_no(given.get(name)) for name in _KINDS}
    why = [f"{name} is {str(told[name]).lower()}" for name in _KINDS if told[name] is (name != names.API_CARE_HOME)]
    if why and told[names.API_CARE_HOME] is not True:
        message = f"is not of a care home ({join_words(why)}); only entries of care homes are read"
        raise InvalidRecord((Problem("", message),))
    beds = [held for part, held in entry.items() if name_of(part, _TABLE.folded) == names.API_PARTS[0]]
    saved, unread = last_save(given, [(names.API_SAVED, None)])
    answered = [name for name in _KINDS if isinstance(told[name], bool)]
    return _layout(sum(len(_mappings(held) or ()) for held in beds)).to_return(
        given, {"beds": saved} if saved else None, unread, answered
    )


_TABLE = Table("one entry of the items that returns_from_api takes", READS, _cells, _read)
