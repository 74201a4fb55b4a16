"""Returns from what Capacity Tracker hands out: its Generic API v4.8, and its extract as a table.

Neither carries everything, nor more than the last of several saves. What is not carried stays blank, and the return
says so in ``not_carried``, so that ``validate`` concludes nothing from it: most often the outcome is UNDETERMINED. What
cannot be read as its kind of answer is handed on as it is, so that ``validate`` finds it.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping

from asc_mandate.errors import InvalidArgument, InvalidRecord, Problem
from asc_mandate.interchange import cells, names
from asc_mandate.interchange.problems import joined
from asc_mandate.moments import day_of, london
from asc_mandate.notice.index import ever_asked, ever_saved
from asc_mandate.notice.model import Kind, ServiceType, service_type
from asc_mandate.plain import is_a, is_mapping, text_of
from asc_mandate.returns import NotCarried, Return
from asc_mandate.words import quoted, type_name

Cells = Mapping[str, object]
"""Name in lower case to cell."""

_EXTRACTS = {
    ServiceType.CARE_HOME: (names.EXTRACT_CARE_HOME, names.EXTRACT_LAST_SAVED_CARE_HOME),
    ServiceType.DOMICILIARY_CARE: (names.EXTRACT_NON_RESIDENTIAL, names.EXTRACT_LAST_SAVED_NON_RESIDENTIAL),
}
_LONGEST_ID = 10**18
_OF_API = {"vacancies", "workforce", "ascsupport", names.LOCATION_ID, names.API_LAST_SAVED.lower()}
_OF_EXTRACT = {
    service: {column for of_field in columns.values() for column in of_field}.union(last_saved)
    for service, (columns, last_saved) in _EXTRACTS.items()
}


def return_from_api(item: Mapping[str, object]) -> Return:
    """What a care home's return says, by one entry of the API's ``items``.

    Beds are added up over their types; a type with a blank leaves the sum blank. What an entry has no key for is not
    carried. Of the sections only that of beds says when it was last saved; a moment without a time zone is not taken
    to be one. Raises InvalidArgument for anything but a mapping, and InvalidRecord where it has a name twice. Source:
    the names that DHSC's own pipeline uses, with the inferences of ``names.INFERRED``.

    >>> item = {
    ...     "cqcId": "1-1000210669", "vacanciesLastUpdated": "2025-08-12T09:30:00Z",
    ...     "vacancies": [{"total": 30, "used": 28, "spare": 2}, {"total": 12, "used": 12, "spare": 0}],
    ...     "workforce": {"nursesEmployed": 9, "hoursAbsence": 35, "daysAbsence": 0},
    ... }
    >>> return_ = return_from_api(item)
    >>> return_.values["beds_occupied"], return_.values["absence"]
    (40, Absence(hours=35, days=0))
    >>> "beds_vacant_reserved" in return_.not_carried.fields
    True
    >>> print(return_.saved["beds"])
    2025-08-12 10:30:00+01:00
    """
    entry = _folded(_required_mapping(item, "item", "one entry of the API's items"), "", _OF_API)
    values = {
        **_beds(entry.get("vacancies")),
        **_answers(_inner(entry, "workforce", names.API_WORKFORCE), names.API_WORKFORCE),
        **_answers(_inner(entry, "ascsupport", names.API_VISITS), names.API_VISITS),
    }
    saved = cells.moment(entry.get(names.API_LAST_SAVED.lower()))
    return _return(ServiceType.CARE_HOME, values, entry, {"beds": saved} if saved else {})


def return_from_extract(row: Mapping[str, object], *, service: ServiceType | str | None = None) -> Return:
    """What a return says, by one row of the extract: a care home's, or a non-residential location's.

    Every cell may be text, and columns match in upper or lower case. "", None and not-a-number are blank; "12",
    "12.0" and "1,623" are counts, "12.5" is not. A field without a column is not carried. The last save is read from
    the UTC column, or else from the BST one, taken to be the clock in London; a spreadsheet's serial day number will
    do. It is taken to be that of all sections. The type of service follows from the columns; pass it where a row has
    cells of both. The columns of the autumn of 2023 are left out unless the row was saved in that season. Raises
    InvalidArgument for anything but a mapping and an unknown service, and InvalidRecord where the row does not tell its
    service or has a column twice. Source: the names that Skills for Care's pipeline uses, with the inferences of
    ``names.INFERRED`` and ``names.EXTRACT_LAST_SAVED_CITATION``.

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
    given = _folded(
        _required_mapping(row, "row", "a mapping of column to cell, such as a dict"),
        "",
        {names.LOCATION_ID}.union(*_OF_EXTRACT.values()),
    )
    kind = _service_of(given) if service is None else service_type(service)
    columns, last_saved = _EXTRACTS[kind]
    moment = _last_saved(given, last_saved)
    values = _answers(given, columns)
    if not _in_autumn_23(moment):
        values = {field: value for field, value in values.items() if field not in names.AUTUMN_23}
    return _return(kind, values, given, moment or {})


def _return(
    service: ServiceType, values: dict[str, object], given: Cells, saved: dt.date | Mapping[str, dt.date]
) -> Return:
    told = saved if isinstance(saved, Mapping) else ever_saved(service)
    return Return(
        service,
        values,
        location_id=_location_id(given.get(names.LOCATION_ID)),
        saved=saved,
        not_carried=NotCarried(
            fields=[field for field in ever_asked(service) if field not in values],
            saves=[section for section in ever_saved(service) if section not in told],
            earlier_saves=True,
        ),
    )


def _answers(given: Cells, names_of: names.Columns) -> dict[str, object]:
    """Read the fields for which there is a cell, blank or not; the others are not carried."""
    return {
        field: _READERS[_KINDS[field]]([given.get(name.lower()) for name in of_field])
        for field, of_field in names_of.items()
        if any(name.lower() in given for name in of_field)
    }


def _beds(vacancies: object) -> dict[str, object]:
    given = cells.listed(vacancies)
    if given is None:
        return _unreadable(vacancies, names.API_VACANCIES)
    kinds = [
        _folded(kind, f"vacancies[{place}]", names.API_VACANCIES.values()) if is_mapping(kind) else None
        for place, kind in enumerate(given)
    ]
    if None in kinds:
        return dict.fromkeys(names.API_VACANCIES, given)
    known = [kind for kind in kinds if kind is not None]
    return {
        field: cells.total([kind.get(name) for kind in known])
        for field, name in names.API_VACANCIES.items()
        if any(name in kind for kind in known)
    }


def _inner(entry: Cells, part: str, names_of: names.Columns) -> Cells:
    inner = entry.get(part)
    own = [name.lower() for of_field in names_of.values() for name in of_field]
    if is_mapping(inner):
        return _folded(inner, part, own)
    return _unreadable(inner, own)


def _unreadable(given: object, fields: Iterable[str]) -> dict[str, object]:
    # Inside of a list, because it answers no question by itself, even where it is a number.
    return {} if cells.filled(given) is None else {field: [given] for field in fields}


def _count(found: list[object]) -> object:
    return cells.count(found[0])


def _hours(found: list[object]) -> object:
    return cells.amount(found[0])


_KINDS = {id: field.kind for service in ServiceType for id, field in ever_asked(service).items()}
_READERS: Mapping[Kind, Callable[[list[object]], object]] = {
    Kind.COUNT: _count,
    Kind.HOURS: _hours,
    Kind.ABSENCE: cells.absence,
    Kind.YES_NO: cells.either,
}


def _last_saved(given: Cells, columns: tuple[str, str]) -> dt.date | None:
    in_utc, in_london = columns
    return cells.moment(given.get(in_utc), _utc) or cells.moment(given.get(in_london), london)


def _utc() -> dt.tzinfo:
    return dt.UTC


def _in_autumn_23(saved: dt.date | None) -> bool:
    first, last = names.AUTUMN_23_DAYS.value
    return saved is not None and first <= day_of(saved) <= last


def _service_of(given: Cells) -> ServiceType:
    having = [service for service, columns in _OF_EXTRACT.items() if not columns.isdisjoint(given)]
    if not having:
        raise InvalidRecord((Problem("", "has none of the columns of an extract; check their names"),))
    if len(having) > 1:
        # A table with the columns of both: a row is of the service that it has cells of.
        having = [
            service
            for service in having
            if any(cells.filled(given.get(column)) is not None for column in _OF_EXTRACT[service])
        ]
    if len(having) == 1:
        return having[0]
    which = "both a care home and a non-residential service" if having else "neither a care home nor another service"
    location = _location_id(given.get(names.LOCATION_ID))
    of = f" for {quoted(location)}" if location else ""
    raise InvalidRecord((Problem("", f"has cells of {which}{of}; pass service='care_home' or 'domiciliary_care'"),))


def _location_id(cell: object) -> str | None:
    given = cells.filled(cell)
    if is_a(given, str):
        return given
    return str(given) if type(given) is int and abs(given) < _LONGEST_ID else None


def _required_mapping(given: object, name: str, expected: str) -> Mapping[object, object]:
    if is_mapping(given):
        return given
    raise InvalidArgument(f"{name} is {type_name(given)}; pass {expected}.")


def _folded(given: Mapping[object, object], part: str, known: Iterable[str]) -> Cells:
    """Return cells by name in lower case; names that are not known may stand twice."""
    # A mapping of the caller's own making can raise anything while it is read.
    try:
        entries = [(name, value) for key, value in given.items() if (name := text_of(key)) is not None]
    except Exception:  # noqa: BLE001
        raise InvalidArgument(f"{part or 'This'} could not be read; pass a plain dict.") from None
    folded: dict[str, object] = {}
    twice: list[Problem] = []
    for key, value in entries:
        name = key.strip("\ufeff \t").lower()
        if name in folded and name in known:
            twice.append(Problem(joined(part, name), "stands here twice, once in upper and once in lower case"))
        folded[name] = value
    if twice:
        raise InvalidRecord(tuple(twice))
    return folded
