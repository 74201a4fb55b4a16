"""Returns from the extract, one for each row."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain, repeat
from typing import Any

from asc_mandate._format import join_words, quote
from asc_mandate._moments import day_of, london
from asc_mandate.errors import InvalidRecord, Problem
from asc_mandate.interchange.capacity_tracker import names
from asc_mandate.interchange.capacity_tracker.cells import BLANKS, to_blanks, to_location_id
from asc_mandate.interchange.capacity_tracker.moments import last_save
from asc_mandate.interchange.capacity_tracker.rows import Layout, ReadRows, RowReader, Table
from asc_mandate.notice.index import sections_of
from asc_mandate.notice.shapes import ServiceType, to_service
from asc_mandate.returns import Return

READS: dict[str, str | None] = {
    names.LOCATION_ID: "location_id",
    **{name: field for columns in names.EXTRACT.values() for field, of_field in columns.items() for name in of_field},
    **{name: "saved" for of_service in names.EXTRACT_SAVED.values() for name in of_service},
}
_LAYOUTS = {
    (service, in_season): Layout(
        service,
        {field: of_field for field, of_field in columns.items() if in_season or field not in names.AUTUMN_23},
        names.LOCATION_ID,
        names.EXTRACT_SAVED[service],
        tuple(sections_of(service)),
    )
    for service, columns in names.EXTRACT.items()
    for in_season in (True, False)
}
_COLUMNS = {
    service: {*names.EXTRACT_SAVED[service], *chain.from_iterable(columns.values())}
    for service, columns in names.EXTRACT.items()
}


def return_from_extract(
    row: Mapping[Any, object], *, service: ServiceType | str | None = None, blanks: Iterable[str] = BLANKS
) -> Return:
    """Return what one row of the extract says: a care home's, or a non-residential location's.

    A field without a column is not carried, nor is an absence of whose two columns one is lacking and the other blank.
    The last save is read from the UTC column, or else from the BST one, and taken to be that of all sections. The
    columns of the autumn of 2023 answer nothing for a row saved outside that season.

    Args:
        row: Heading to cell, which may be text.
        service: The type of service; by the columns, or the cells, that the row has unless given.
        blanks: The texts that stand for nothing, instead of ``BLANKS``.

    Raises InvalidRecord where the row has no known column, does not tell its service, or has two cells for one column.
    Source: ``names.EXTRACT_CITATION``, with ``names.INFERRED`` and ``names.EXTRACT_SAVED_CITATION``.

    >>> row = {"CQC ID": "1-1000210669", "ServiceUserCount": "1,623", "CQCSurveyLastUpdatedUTC": "08/02/2024 12:00"}
    >>> return_ = return_from_extract(row)
    >>> print(return_.service, return_.values, return_.saved)
    domiciliary_care {'service_users': 1623} 2024-02-08 12:00:00+00:00
    """
    return _table(None if service is None else to_service(service)).read_one(row, "row", to_blanks(blanks))


def returns_from_extract(rows: Iterable[Mapping[Any, object]], *, blanks: Iterable[str] = BLANKS) -> ReadRows:
    """Return what all rows of an extract say, which rows were refused and why, and what each heading was read as.

    Takes whatever yields mappings, such as ``csv.DictReader(file)``, ``frame.to_dict("records")`` of pandas or
    ``frame.iter_rows(named=True)`` of Polars. A row that cannot be read stops no other. Raises InvalidRecord where no
    row has a heading that is known. Exceptions raised by an iterator you pass in propagate.

    >>> read = returns_from_extract([{"CqcId": "1-1000210669", "UsedBeds": "38", "Max_Capacity": "42"}])
    >>> read.returns[0].values, read.unread
    ({'beds_occupied': 38}, {'Max_Capacity': 'maxcapacity'})
    """
    return iter_returns_from_extract(rows, blanks=blanks).read()


def iter_returns_from_extract(rows: Iterable[Mapping[Any, object]], *, blanks: Iterable[str] = BLANKS) -> RowReader:
    """Return an iterator over what the rows of an extract say, for files of any length: only one row is held at a time.

    It yields a Return or a RefusedRow for each row; its ``columns`` tells what each heading so far was read as.
    """
    return RowReader(rows, _table(), to_blanks(blanks))


@lru_cache(maxsize=4)
def _table(service: ServiceType | None = None) -> Table:
    return Table(
        "a mapping of heading to cell, such as a row of csv.DictReader",
        READS,
        lambda row: zip(row, repeat(0), row.values()),
        lambda _, given: _read(given, service or _service_of(given)),
    )


def _read(given: dict[str, object], service: ServiceType) -> Return:
    saved, unread = last_save(given, zip(names.EXTRACT_SAVED[service], (dt.UTC, london()), strict=True))
    first, last = names.AUTUMN_23_DAYS.value
    in_season = saved is None or first <= day_of(saved) <= last
    return _LAYOUTS[service, in_season].to_return(given, saved, unread)


def _service_of(given: Mapping[str, object]) -> ServiceType:
    filled = [service for service, columns in _COLUMNS.items() if any(given.get(name) is not None for name in columns)]
    # In a table with the columns of both services, a row is of the one that it has cells of.
    having = filled or [service for service, columns in _COLUMNS.items() if not columns.isdisjoint(given)]
    if len(having) == 1:
        return having[0]
    location_id = to_location_id(given.get(names.LOCATION_ID))
    of = f" for {quote(location_id)}" if location_id else ""
    which = "both a care home and a domiciliary care agency" if filled else "neither a care home nor domiciliary care"
    told = join_words([repr(service.value) for service in ServiceType], "or")
    raise InvalidRecord((Problem("", f"has cells of {which}{of}; pass it to return_from_extract with service={told}"),))
