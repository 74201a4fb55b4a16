"""Returns from the extract, one for each row."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from asc_mandate._coerce import day_of, london, refusal
from asc_mandate._format import join_words, quote
from asc_mandate.errors import InvalidRecord, Problem
from asc_mandate.interchange.capacity_tracker import cells, names
from asc_mandate.interchange.capacity_tracker.cells import BLANKS
from asc_mandate.interchange.capacity_tracker.headings import READS, column_of, nearest_column
from asc_mandate.interchange.capacity_tracker.moments import moment
from asc_mandate.interchange.capacity_tracker.rows import ReadRows, RowReader, Shape, as_mapping, show_headings
from asc_mandate.notice.index import ever_asked, sections_of
from asc_mandate.notice.shapes import ServiceType, to_service
from asc_mandate.returns import NotCarried, Return

_ROW = "a mapping of heading to cell, such as a row of csv.DictReader"
_COLUMNS = {
    service: {column for of_field in columns.values() for column in of_field}.union(names.EXTRACT_SAVED[service])
    for service, columns in names.EXTRACT.items()
}


def return_from_extract(
    row: Mapping[Any, object], *, service: ServiceType | str | None = None, blanks: Iterable[str] = BLANKS
) -> Return:
    """Return what one row of the extract says: a care home's, or a non-residential location's.

    Every cell may be text, and headings may be written in any way that ``headings`` knows. A field without a column is
    not carried, nor is an absence of whose two columns one is lacking and the other blank. The last save is read from
    the UTC column, or else from the BST one, taken to be the clock in London; it is taken to be that of all sections.
    What cannot be read is handed on, and ``validate`` finds it. The columns of the autumn of 2023 answer nothing for a
    row saved outside that season.

    Args:
        row: Heading to cell.
        service: The type of service; by the columns, or the cells, that the row has unless given.
        blanks: The texts that stand for nothing, instead of ``BLANKS``.

    Raises InvalidArgument for anything else, and InvalidRecord where the row has no known column, does not tell its
    service, or has two cells for one column. Source: ``names.EXTRACT_CITATION``, with the inferences of
    ``names.INFERRED`` and ``names.EXTRACT_SAVED_CITATION``.

    >>> row = {"CQC ID": "1-1000210669", "ServiceUserCount": "1,623", "HoursPaidDomCare": "",
    ...        "CQCSurveyLastUpdatedUTC": "08/02/2024 12:00"}
    >>> return_ = return_from_extract(row)
    >>> return_.service.value, return_.values["service_users"], return_.values["hours_paid"]
    ('domiciliary_care', 1623, None)
    >>> print(return_.saved)
    2024-02-08 12:00:00+00:00
    >>> return_.not_carried.fields[-2:]
    ('nhs_la_packages_returned', 'self_funded_packages_ended')
    """
    given = as_mapping(row)
    if given is None:
        raise refusal("row", row, _ROW)
    return _read(given, None if service is None else to_service(service), cells.to_blanks(blanks))


def returns_from_extract(rows: Iterable[Mapping[Any, object]], *, blanks: Iterable[str] = BLANKS) -> ReadRows:
    """Return what all rows of an extract say, which rows were refused and why, and what each heading was read as.

    Takes whatever yields mappings, such as ``csv.DictReader(file)``, ``frame.to_dict("records")`` of pandas or
    ``frame.iter_rows(named=True)`` of Polars. Each row is read as by ``return_from_extract``; one that cannot be read
    stops no other. Raises InvalidRecord where no row has a heading that is known, and InvalidArgument for anything that
    yields no rows. Exceptions raised by an iterator you pass in propagate.

    >>> read = returns_from_extract([{"CqcId": "1-1000210669", "UsedBeds": "38", "Used_Beds": "38"}])
    >>> read.returns[0].values, read.unread
    ({'beds_occupied': 38}, {'Used_Beds': None})
    """
    return iter_returns_from_extract(rows, blanks=blanks).read()


def iter_returns_from_extract(rows: Iterable[Mapping[Any, object]], *, blanks: Iterable[str] = BLANKS) -> RowReader:
    """Return an iterator over what the rows of an extract say, for files of any length: only one row is held at a time.

    It yields a Return for each row, or a RefusedRow; its ``columns`` tells what each heading so far was read as. Takes
    and raises what ``returns_from_extract`` does, at the end where no heading was known.

    >>> reader = iter_returns_from_extract([{"CqcId": "1-1000210669", "UsedBeds": "38"}])
    >>> [item.values for item in reader], reader.columns
    ([{'beds_occupied': 38}], {'CqcId': 'location_id', 'UsedBeds': 'beds_occupied'})
    """
    blank = cells.to_blanks(blanks)
    return RowReader(rows, Shape(_ROW, lambda row: _read(row, None, blank), _headings, _unread))


def _headings(row: Mapping[object, object]) -> Iterator[tuple[object, str | None]]:
    for heading in row:
        column = column_of(heading)
        yield heading, column and READS[column]


def _unread(columns: Mapping[object, str | None]) -> dict[object, str | None]:
    taken = {column_of(heading) for heading in columns}
    return {heading: nearest_column(heading, taken) for heading, reads in columns.items() if reads is None}


def _read(row: Mapping[object, object], service: ServiceType | None, blanks: frozenset[str]) -> Return:
    given = _contents(row, blanks)
    kind = _service_of(given) if service is None else service
    columns = names.EXTRACT[kind]
    saved, unused = _last_saved(given, names.EXTRACT_SAVED[kind])
    first, last = names.AUTUMN_23_DAYS.value
    if saved and not first <= day_of(saved) <= last:
        columns = {field: of_field for field, of_field in columns.items() if field not in names.AUTUMN_23}
    location_id = cells.location_id(given.get(names.LOCATION_ID))
    values = cells.answers(given, columns)
    sections = list(sections_of(kind))
    fields = [field for field in ever_asked(kind) if field not in values]
    used = {column for of_field in columns.values() for column in of_field}.union(names.EXTRACT_SAVED[kind])
    if location_id is not None:
        used.add(names.LOCATION_ID)
    # What answers nothing is handed on under its own name, so that it is found and not lost.
    values.update({column: cell for column, cell in given.items() if cell is not None and column not in used})
    return Return(
        kind,
        values,
        location_id=location_id,
        saved=saved or {},
        not_carried=NotCarried(
            fields=fields,
            saves=[] if saved or unused else sections,
            unreadable_saves=dict.fromkeys(sections, unused) if unused else {},
            earlier_saves=True,
        ),
    )


def _contents(row: Mapping[object, object], blanks: frozenset[str]) -> dict[str, object]:
    given: dict[str, object] = {}
    headings: dict[str, str] = {}
    twice: list[Problem] = []
    for heading, cell in row.items():
        column = column_of(heading)
        if column is None:
            continue
        found = cells.content(cell, blanks)
        if given.get(column) is None:
            given[column], headings[column] = found, str(heading)
        elif found is not None:
            under = f"{quote(headings[column])} and {quote(str(heading))}"
            twice.append(Problem(column, f"has two cells, under {under}; keep one"))
    if twice:
        raise InvalidRecord(tuple(twice))
    if not given:
        raise InvalidRecord((Problem("", f"has none of the columns of an extract; it has {show_headings(row)}"),))
    return given


def _service_of(given: Mapping[str, object]) -> ServiceType:
    having = [service for service, columns in _COLUMNS.items() if not columns.isdisjoint(given)]
    if len(having) > 1:
        # A table with the columns of both: a row is of the service that it has cells of.
        filled = {column for column, cell in given.items() if cell is not None}
        having = [service for service in having if not _COLUMNS[service].isdisjoint(filled)]
    if len(having) == 1:
        return having[0]
    location_id = cells.location_id(given.get(names.LOCATION_ID))
    of = f" for {quote(location_id)}" if location_id else ""
    which = "both a care home and a domiciliary care agency" if having else "neither a care home nor domiciliary care"
    told = join_words([repr(service.value) for service in ServiceType], "or")
    raise InvalidRecord((Problem("", f"has cells of {which}{of}; pass it to return_from_extract with service={told}"),))


def _last_saved(given: Mapping[str, object], columns: tuple[str, str]) -> tuple[dt.date | None, str]:
    """Return the last save, and what is given for it and was not used: it cannot be read, or tells another day."""
    saved: dt.date | None = None
    unused: list[str] = []
    for column, zone in zip(columns, (dt.UTC, london()), strict=True):
        cell = given.get(column)
        found = moment(cell, zone)
        saved = saved or found
        if cell is not None and not (found and saved and day_of(found) == day_of(saved)):
            unused.append(cells.show(cell))
    return saved, "; ".join(dict.fromkeys(unused))
