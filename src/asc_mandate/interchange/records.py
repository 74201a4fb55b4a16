"""Records: objects of this library as JSON. Inputs are read again without loss, results are written only."""

import datetime as dt
from collections.abc import Callable, Mapping, Set
from decimal import Decimal
from math import isfinite
from typing import Any, TypeVar, cast

from attrs import AttrsInstance, Factory, define, fields, has

from asc_mandate._coerce import refusal
from asc_mandate._format import describe, name_type
from asc_mandate.calendar import Calendar
from asc_mandate.checklists import Checklist
from asc_mandate.conditions import Status
from asc_mandate.errors import InvalidArgument, InvalidRecord, Problem
from asc_mandate.interchange.hooks import (
    HALF_A_CHARACTER,
    LARGEST,
    Refused,
    can_be_encoded,
    converter,
    join_path,
    key_problem,
    problems_of,
    write_month,
)
from asc_mandate.notice.provenance import Citation, NotFound
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.returns import Absence, Return
from asc_mandate.validation.findings import Finding
from asc_mandate.validation.report import BatchReport, Report
from asc_mandate.validation.rules import Rule
from asc_mandate.validation.values import identifies
from asc_mandate.windows import ReportingWindow

T = TypeVar("T")
Json = dict[str, Any]
Write = Callable[[Any, str], object]

_INPUTS = (Return, Ledger, Calendar)
_WITHHELD = object()
"""Stands for a value or a key that may identify a person."""


def to_record(given: object) -> Json:
    """Return the record of an object of this library, which holds JSON's types only.

    A Return, a Ledger and a Calendar can be read again by ``from_record``; results such as a Report, a Checklist or a
    PenaltyAssessment cannot. A report can always be written: what JSON cannot hold of its return is described, as in
    ``{"not_recorded": "a value of type date"}``, and what may identify a person is withheld. Raises InvalidRecord where
    an input holds what a record cannot, and InvalidArgument for anything but an object of this library.

    >>> to_record(Return("care_home", {"hours_paid": 8610.5, "absence": Absence(days=6)}))["values"]
    {'hours_paid': 8610.5, 'absence': {'hours': None, 'days': 6}}
    """
    if not has(type(given)) or not type(given).__module__.startswith("asc_mandate."):
        raise refusal("The object", given, "one of asc_mandate, such as a Return or a Report")
    writer = _Writer()
    record = writer.write(given)
    if writer.problems and not isinstance(given, (Report, BatchReport, Finding)):
        raise InvalidRecord(tuple(writer.problems))
    return cast("Json", record)


def from_record(kind: type[T], record: Mapping[str, object]) -> T:
    """Return the Return, Ledger or Calendar that a record holds.

    A value is taken as it comes, for ``validate`` to judge; but JSON does not tell 12 from 12.0, so a count of 12.0 is
    read as 12. Raises InvalidRecord with everything that is wrong, and where; InvalidArgument for any class but these
    three, because results are written only.

    >>> from_record(Return, {"service": "care_home", "values": {"beds_occupied": 38.0}}).values["beds_occupied"]
    38
    """
    if kind not in _INPUTS:
        named = kind.__name__ if isinstance(kind, type) else name_type(kind)
        raise InvalidArgument(f"kind is {named}; pass Return, Ledger or Calendar. Results are written only.")
    try:
        return converter.structure(record, kind)
    except (ExceptionGroup, Refused) as error:
        raise InvalidRecord(tuple(problems_of(error))) from error


# What a record holds of an object


def _attributes(given: AttrsInstance) -> Json:
    return {part.name: getattr(given, part.name) for part in fields(type(given))}


def _of_report(report: Report) -> Json:
    names = ("service", "location_id", "window", "on", "outcome", "undetermined_by", "findings")
    flagged = {id for finding in report.findings if finding.code == "personal-data" for id in finding.fields}
    asked = {status: [entry.field.id for entry in report.requirements if entry.status is status] for status in Status}
    return {
        **{name: getattr(report, name) for name in names},
        "checklist": {status: tuple(ids) for status, ids in asked.items()},
        "edition": report.edition.id,
        "dataset": report.dataset,
        "return": _without_persons(report.return_, flagged),
    }


_PARTS: Mapping[type, Callable[[Any], Json]] = {
    Return: lambda given: {**_attributes(given), "values": _Values(given.values)},
    Ledger: lambda given: {
        **_attributes(given),
        "outcomes": {write_month(month): outcome for month, outcome in given.outcomes.items()},
        "counted_as_met": tuple(map(write_month, given.counted_as_met)),
    },
    Report: _of_report,
    BatchReport: lambda given: {**_attributes(given), "outcomes": given.outcomes, "gaps": given.gaps},
    Checklist: lambda given: {**_attributes(given), "edition": given.edition.id},
    ReportingWindow: lambda given: {"label": given.label, "opens": given.opens, "closes": given.closes},
    Rule: lambda given: {**_attributes(given), "fields": given.fields},
    Citation: lambda given: {**_attributes(given.source), "where": given.where},
    NotFound: lambda given: {"not_found": given.known},
}
"""Of every other class it holds the attributes."""


class _Values(dict[object, object]):
    """What a return says, field by field, which may be anything at all."""


def _without_persons(return_: Return, flagged: Set[str]) -> Json:
    """Return what a report's record holds of its return: what may identify a person is withheld."""
    values = {
        _WITHHELD if _identifies(key) else key: _WITHHELD if key in flagged or _identifies(value) else value
        for key, value in return_.values.items()
    }
    unreadable = return_.not_carried.unreadable_saves
    saves = {section: _WITHHELD if _identifies(text) else text for section, text in unreadable.items()}
    return {
        **_attributes(return_),
        "values": _Values(values),
        "not_carried": {**_attributes(return_.not_carried), "unreadable_saves": saves},
    }


def _identifies(given: object) -> bool:
    if isinstance(given, (tuple, Absence)):
        parts = (given.hours, given.days) if isinstance(given, Absence) else cast("tuple[object, ...]", given)
        return any(isinstance(part, str) and identifies(part) for part in parts)
    return isinstance(given, str) and identifies(given) is not None


# Writing


@define
class _Writer:
    """Writes one record; what a record cannot hold is described in its place, and noted as a problem."""

    problems: list[Problem] = Factory(list[Problem])

    def write(self, given: object, path: str = "") -> object:
        """Return the JSON of an object and of all that it holds."""
        if isinstance(given, _Values):
            return self._object(given, path, self._value)
        if has(type(given)):
            return self._object(_PARTS.get(type(given), _attributes)(given), path, self.write)
        if isinstance(given, Mapping):
            return self._object(cast("Mapping[object, object]", given), path, self.write)
        if isinstance(given, tuple):
            return self._list(cast("tuple[object, ...]", given), path, self.write)
        return given.isoformat() if isinstance(given, dt.date) else self._scalar(given, path)

    def _object(self, given: Mapping[Any, object], path: str, write: Write) -> Json:
        written: Json = {}
        for key, part in given.items():
            problem = key_problem(key)
            if problem is None:
                written[str.__str__(key)] = write(part, join_path(path, key))
            else:
                self.problems.append(Problem(path, problem))
                written["not_recorded"] = "keys that are not text, or may identify a person"
        return written

    def _list(self, given: tuple[object, ...], path: str, write: Write) -> list[object]:
        return [write(part, join_path(path, place)) for place, part in enumerate(given)]

    def _value(self, given: object, path: str) -> object:
        # Dates and objects are no values, because they would be read as something else.
        if isinstance(given, Absence):
            return self._object({"hours": given.hours, "days": given.days}, path, self._scalar)
        if isinstance(given, tuple):
            return self._list(cast("tuple[object, ...]", given), path, self._scalar)
        return self._scalar(given, path)

    def _scalar(self, given: object, path: str) -> object:
        if given is None or isinstance(given, bool):
            return given
        if isinstance(given, str) and can_be_encoded(given):
            return str.__str__(given)
        number = _number(given)
        return self._refuse(given, path) if number is None else number

    def _refuse(self, given: object, path: str) -> Json:
        what = HALF_A_CHARACTER if isinstance(given, str) else describe(given)
        self.problems.append(Problem(path, f"is {what}, which a record cannot hold"))
        return {"not_recorded": "what may identify a person" if given is _WITHHELD else what}


def _number(given: object) -> float | None:
    """Return the number of JSON that stands for another; None where no reader of JSON would hold it exactly."""
    if isinstance(given, int):
        return int.__int__(given) if abs(given) <= LARGEST else None
    if isinstance(given, float):
        return float.__float__(given) if isfinite(given) else None
    if isinstance(given, Decimal) and given.is_finite() and Decimal(repr(float(given))) == given:
        return float(given)
    return None
