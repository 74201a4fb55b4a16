"""Returns from what Capacity Tracker hands out: its Generic API v4.8, and its extract as a table.

Neither carries everything, nor more than the last of several saves. What is not carried stays blank, and the return
says so in ``not_carried``, so that ``validate`` concludes nothing from it: most often the outcome is UNDETERMINED. What
cannot be read as its kind of answer is handed on as it is, so that ``validate`` finds it.
"""

import datetime as dt
from collections.abc import Mapping

from asc_mandate.errors import InvalidArgument, InvalidRecord, Problem
from asc_mandate.interchange import cells, names
from asc_mandate.moments import day_of, london
from asc_mandate.notice.index import EDITIONS
from asc_mandate.notice.model import Kind, ServiceType, service_type
from asc_mandate.plain import is_a, is_mapping, items_of, text_of
from asc_mandate.returns import NotCarried, Return
from asc_mandate.words import type_name

Cells = Mapping[str, object]
"""Name in lower case to cell."""

_EXTRACTS = {
    ServiceType.CARE_HOME: (names.EXTRACT_CARE_HOME, names.EXTRACT_LAST_SAVED_CARE_HOME),
    ServiceType.DOMICILIARY_CARE: (names.EXTRACT_NON_RESIDENTIAL, names.EXTRACT_LAST_SAVED_NON_RESIDENTIAL),
}
_LONGEST_ID = 18
_KNOWN = frozenset(
    name.lower()
    for names_of_field in (
        names.API_WORKFORCE,
        names.API_VISITS,
        names.EXTRACT_CARE_HOME,
        names.EXTRACT_NON_RESIDENTIAL,
    )
    for columns in names_of_field.values()
    for name in columns
).union(
    names.API_VACANCIES.values(),
    names.EXTRACT_LAST_SAVED_CARE_HOME,
    names.EXTRACT_LAST_SAVED_NON_RESIDENTIAL,
    {names.LOCATION_ID, names.API_LAST_SAVED.lower(), "vacancies", "workforce", "ascsupport"},
)
_KINDS = {field.id: field.kind for edition in EDITIONS for service in ServiceType for field in edition.fields(service)}


def return_from_api(item: Mapping[str, object]) -> Return:
    """What a care home's return says, by one entry of the API's ``items``.

    Beds are added up over their types; a type with a blank leaves the sum blank. Of the sections only that of beds
    says when it was last saved; a moment without a time zone is not taken to be one. Raises InvalidArgument for
    anything but a mapping. Source: the names that DHSC's own pipeline uses, with the inferences of ``names.INFERRED``.

    >>> item = {
    ...     "cqcId": "1-1000210669", "vacanciesLastUpdated": "2025-08-12T09:30:00Z",
    ...     "vacancies": [{"total": 30, "used": 28, "spare": 2}, {"total": 12, "used": 12, "spare": 0}],
    ...     "workforce": {"nursesEmployed": 9, "hoursAbsence": 35, "daysAbsence": 0},
    ... }
    >>> return_ = return_from_api(item)
    >>> return_.values["beds_occupied"], return_.values["beds_vacant_reserved"], return_.values["absence"]
    (40, None, Absence(hours=35, days=0))
    >>> print(return_.saved["beds"])
    2025-08-12 10:30:00+01:00
    """
    entry = _folded(_required_mapping(item, "item", "one entry of the API's items"), "item")
    workforce, visits = _inner(entry, "workforce"), _inner(entry, "ascsupport")
    vacancies = entry.get("vacancies")
    beds = list(items_of(vacancies) or [vacancies])
    values: dict[str, object] = {
        field: cells.total([_bed(bed, name) for bed in beds]) for field, name in names.API_VACANCIES.items()
    }
    for field, columns in names.API_WORKFORCE.items():
        values[field] = _cell(field, [workforce.get(column.lower()) for column in columns])
    for field, columns in names.API_VISITS.items():
        values[field] = cells.either([visits.get(column.lower()) for column in columns])
    saved = cells.moment(entry.get(names.API_LAST_SAVED.lower()))
    return _return(ServiceType.CARE_HOME, values, entry, {"beds": saved} if saved else {})


def return_from_extract(row: Mapping[str, object], *, service: ServiceType | str | None = None) -> Return:
    """What a return says, by one row of the extract: a care home's, or a non-residential location's.

    Every cell may be text, and columns match in upper or lower case. "", None and not-a-number are blank; "12",
    "12.0" and "1,623" are counts, "12.5" is not. The last save is read from the UTC column, or else from the BST one,
    taken to be the clock in London; a spreadsheet's serial day number will do. It is taken to be that of all sections.
    The type of service follows from the columns; pass it where a row has cells of both. The columns of the autumn of
    2023 are left out when the row was saved outside that season. Raises InvalidArgument for anything but a mapping and
    an unknown service, and InvalidRecord where the row does not tell its service or has a column twice. Source: the
    names that Skills for Care's pipeline uses, with the inferences of ``names.INFERRED``.

    >>> row = {"CQCID": "1-1000210669", "ServiceUserCount": "1,623", "HoursPaidDomCare": "", "CQCSurveyLastUpdatedUTC":
    ...        "45330.5"}
    >>> return_ = return_from_extract(row)
    >>> return_.service.value, return_.values["service_users"], return_.values["hours_paid"]
    ('domiciliary_care', 1623, None)
    >>> print(return_.saved)
    2024-02-08 12:00:00+00:00
    >>> return_.not_carried.fields[-2:]
    ('nhs_la_packages_returned', 'self_funded_packages_ended')
    """
    given = _folded(_required_mapping(row, "row", "a mapping of column to cell, such as a dict"), "row")
    kind = _service_of(given) if service is None else service_type(service)
    columns, last_saved = _EXTRACTS[kind]
    saved = _last_saved(given, last_saved)
    values = {
        field: _cell(field, [given.get(column) for column in of_field])
        for field, of_field in columns.items()
        if field not in names.AUTUMN_23 or _in_autumn_23(saved)
    }
    return _return(kind, values, given, saved)


def _return(
    service: ServiceType, values: dict[str, object], given: Cells, saved: dt.date | dict[str, dt.date] | None
) -> Return:
    sections = dict.fromkeys(section.id for edition in EDITIONS for section in edition.sections(service))
    fields = dict.fromkeys(field.id for edition in EDITIONS for field in edition.fields(service))
    told = saved if isinstance(saved, dict) else sections if saved else ()
    return Return(
        service,
        values,
        location_id=_location_id(given.get(names.LOCATION_ID)),
        saved=saved,
        not_carried=NotCarried(
            fields=[field for field in fields if field not in values],
            saves=[section for section in sections if section not in told],
            earlier_saves=True,
        ),
    )


def _cell(field: str, found: list[object]) -> object:
    if _KINDS[field] is Kind.ABSENCE:
        hours, days = found
        return cells.absence(hours, days)
    return (cells.count if _KINDS[field] is Kind.COUNT else cells.amount)(found[0])


def _last_saved(given: Cells, columns: tuple[str, str]) -> dt.date | None:
    in_utc, in_london = columns
    return cells.moment(given.get(in_utc), _utc) or cells.moment(given.get(in_london), london)


def _utc() -> dt.tzinfo:
    return dt.UTC


def _in_autumn_23(saved: dt.date | None) -> bool:
    first, last = names.AUTUMN_23_DAYS.value
    return saved is None or first <= day_of(saved) <= last


def _service_of(given: Cells) -> ServiceType:
    own = {
        service: {column for of_field in columns.values() for column in of_field}.union(last_saved)
        for service, (columns, last_saved) in _EXTRACTS.items()
    }
    having = [service for service, columns in own.items() if not columns.isdisjoint(given)]
    if len(having) > 1:
        having = [
            service for service in having if any(cells.filled(given.get(column)) is not None for column in own[service])
        ]
    if len(having) == 1:
        return having[0]
    raise InvalidRecord(
        (
            Problem(
                "",
                "has cells of care homes and of non-residential services; pass service='care_home' or "
                "'domiciliary_care'"
                if having
                else "tells of neither a care home nor a non-residential service; pass service='care_home' or "
                "'domiciliary_care', or check the names of its columns",
            ),
        )
    )


def _location_id(cell: object) -> str | None:
    given = cells.filled(cell)
    if is_a(given, str):
        return given
    return str(given) if type(given) is int and abs(given) < 10**_LONGEST_ID else None


def _required_mapping(given: object, name: str, expected: str) -> Mapping[object, object]:
    if is_mapping(given):
        return given
    raise InvalidArgument(f"{name} is {type_name(given)}; pass {expected}.")


def _folded(given: Mapping[object, object], name: str) -> Cells:
    # A mapping of the caller's own making can raise anything while it is read.
    try:
        entries = [(text_of(key), value) for key, value in given.items()]
    except Exception:  # noqa: BLE001
        raise InvalidArgument(f"{name} could not be read; pass a plain dict.") from None
    folded: dict[str, object] = {}
    twice: list[str] = []
    for key, value in entries:
        if key is None:
            continue
        column = key.strip("\ufeff \t").lower()
        if column in folded and column in _KNOWN:
            twice.append(column)
        folded[column] = value
    if twice:
        raise InvalidRecord(tuple(Problem(column, "stands in it twice, in upper and lower case") for column in twice))
    return folded


def _bed(bed: object, name: str) -> object:
    if is_mapping(bed):
        return _folded(bed, "vacancies").get(name)
    # What is no type of bed is no number of beds either, even where it is a number.
    return None if cells.filled(bed) is None else [bed]


def _inner(entry: Cells, name: str) -> Cells:
    inner = entry.get(name)
    return _folded(inner, name) if is_mapping(inner) else {}
