"""Records: objects of this library as JSON. Inputs are read again without loss, results are written only."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache, reduce
from math import isfinite
from typing import Any, TypeVar, cast

from attrs import AttrsInstance, asdict, fields, has

from asc_mandate._coerce import refusal
from asc_mandate._format import describe, name_type
from asc_mandate.calendar import Calendar
from asc_mandate.checklists import Checklist
from asc_mandate.errors import InvalidArgument, InvalidRecord, Problem
from asc_mandate.interchange.hooks import LARGEST, converter, join_path, problems_of, write_month
from asc_mandate.notice.index import ever_asked
from asc_mandate.notice.provenance import Citation, NotFound
from asc_mandate.notice.shapes import ServiceType
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.returns import Absence, Return
from asc_mandate.validation.dataset import DatasetVersion
from asc_mandate.validation.expressions import Rule
from asc_mandate.validation.findings import Finding
from asc_mandate.validation.personal import identifies
from asc_mandate.validation.report import BatchReport, Report
from asc_mandate.windows import ReportingWindow

T = TypeVar("T")
Json = dict[str, Any]
Path = tuple[object, ...]

_INPUTS = (Return, Ledger, Calendar)


class _Unheld(str):
    """Stands where a record cannot hold what was given, and says what that was; told from text by its type alone."""

    __slots__ = ()


_WITHHELD = _Unheld("what may identify a person")
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_JSON_TYPES = frozenset({type(None), bool, int, float, str})
_NUMBERS = _JSON_TYPES - {str}
# What messages quote, and what a finding of a report need not say again.
_QUOTED = frozenset({"section", "wording", "items", "reason"})
_OWN_NAMES = frozenset(id for service in ServiceType for id in ever_asked(service))


def to_record(given: object) -> Json:
    """Return the record of an object of this library, which holds JSON's types only.

    A Return, a Ledger and a Calendar can be read again by ``from_record``; results such as a Report, a Checklist or a
    PenaltyAssessment cannot. A report can always be written: what JSON cannot hold of its return is described, as in
    ``{"not_recorded": "a value of type date"}``, and what may identify a person is withheld. In it a finding has a
    citation where it rests on more than the words of the notice that its message quotes, which are those of its field.
    Raises InvalidRecord where an input holds what a record cannot, and InvalidArgument for anything but an object of
    this library.

    >>> to_record(Return("care_home", {"hours_paid": 8610.5, "absence": Absence(days=6)}))["values"]
    {'hours_paid': 8610.5, 'absence': {'hours': None, 'days': 6}}
    """
    if not has(type(given)) or not type(given).__module__.startswith("asc_mandate."):
        raise refusal("The object", given, "one of asc_mandate, such as a Return or a Report")
    problems: list[tuple[Path, str]] = []
    record = _write(given, (), problems)
    if problems and isinstance(given, _INPUTS):
        raise InvalidRecord(tuple(Problem(reduce(join_path, path, ""), message) for path, message in problems))
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
    except (ExceptionGroup, ValueError) as error:
        raise InvalidRecord(tuple(problems_of(error))) from error


def _write(given: object, path: Path, problems: list[tuple[Path, str]]) -> object:
    """Return the JSON of an object and of all that it holds; what cannot be held is described, and is a problem."""
    shown = given
    if type(given) not in _JSON_TYPES:
        if isinstance(given, Report):
            return _write_report(given)
        show = _shown_by(cast("Any", type(given)))
        shown = show(given) if show else given
        if isinstance(shown, dt.date):
            return shown.isoformat()
        if isinstance(shown, tuple):
            parts = enumerate(cast("tuple[object, ...]", shown))
            return [_write(part, (*path, place), problems) for place, part in parts]
        if isinstance(shown, Mapping):
            written: Json = {}
            for key, part in cast("Mapping[object, object]", shown).items():
                name = key if type(key) is str and key.isascii() else _scalar(key)
                if type(name) is str:
                    written[name] = _write(part, (*path, name), problems)
                else:
                    seen = name if isinstance(name, str) else describe(name)
                    problems.append((path, f"has a key that is {seen}, which a record cannot hold"))
                    written["not_recorded"] = "keys that are not text, or may identify a person"
            return written
    held = _scalar(shown)
    if type(held) is _Unheld:
        problems.append((path, f"is {held}, which a record cannot hold"))
        return {"not_recorded": str(held)}
    return held


# Cached because asking attrs about a class takes longer than writing an object of it.
@lru_cache(maxsize=128)
def _shown_by(kind: Any) -> Callable[[Any], object] | None:
    return _PARTS.get(kind, _attributes) if has(kind) else None


def _scalar(given: object) -> object:
    """Return the null, truth value, number or text of JSON that stands for something without parts, if one does."""
    if given is None or isinstance(given, (bool, _Unheld)):
        return given
    if isinstance(given, int) and -LARGEST <= given <= LARGEST:
        return int.__int__(given)
    if isinstance(given, str):
        is_whole = given.isascii() or not _HALF_A_CHARACTER.search(given)
        return str.__str__(given) if is_whole else _Unheld("text with half of a character")
    if isinstance(given, float) and isfinite(given):
        return float.__float__(given)
    if isinstance(given, Decimal) and given.is_finite() and Decimal(repr(float(given))) == given:
        return float(given)
    return _Unheld(describe(given))


# What a record holds of an object


def _attributes(given: AttrsInstance) -> Json:
    return {part.name: getattr(given, part.name) for part in fields(type(given))}


def _values(given: Return, hold: Callable[[object], object] = _scalar) -> dict[object, object]:
    # Dates and objects are no values, because they would be read as something else.
    return {key: value if type(value) in _NUMBERS else _value(value, hold) for key, value in given.values.items()}


def _value(given: object, hold: Callable[[object], object]) -> object:
    if isinstance(given, Absence):
        return {"hours": hold(given.hours), "days": hold(given.days)}
    return tuple(map(hold, cast("tuple[object, ...]", given))) if isinstance(given, tuple) else hold(given)


def _public(given: object) -> object:
    """Return what ``_scalar`` does, but withhold what may identify a person."""
    held = _scalar(given)
    return _WITHHELD if type(held) is str and identifies(held) else held


def _of_finding(given: Finding, own: Citation | None = None) -> Json:
    """Return what a record holds of a finding: without its field's own citation, and what its message quotes."""
    record = _attributes(given)
    record["context"] = {name: part for name, part in given.context.items() if name not in _QUOTED and part is not None}
    if not record["context"]:
        del record["context"]
    if not given.readings:
        del record["readings"]
    if given.citation == own:
        del record["citation"]
    return record


def _write_report(given: Report) -> Json:
    def write(part: object) -> object:
        # Whatever is a problem, a report is written.
        return _write(part, (), [])

    asked = given.checklist.by_status
    cited: dict[tuple[str, ...], Citation] = {}
    if given.findings:
        cited = {(id,): entry.field.citation for id, entry in given.checklist.by_id.items()}
    personal = {id for finding in given.findings if finding.code == "personal-data" for id in finding.fields}
    values = {
        key if key in _OWN_NAMES else _public(key): _WITHHELD if key in personal else value
        for key, value in _values(given.return_, _public).items()
    }
    texts = {section: _public(text) for section, text in given.return_.not_carried.unreadable_saves.items()}
    not_carried = {**_attributes(given.return_.not_carried), "unreadable_saves": texts}
    lacking = {name: part for name, part in not_carried.items() if part}
    return {
        "service": given.service.value,
        "location_id": write(given.location_id),
        "window": write(given.window),
        "on": given.on.isoformat(),
        "outcome": given.outcome.value,
        "undetermined_by": [*given.undetermined_by],
        "findings": [write(_of_finding(finding, cited.get(finding.fields))) for finding in given.findings],
        "checklist": {status.value: [entry.field.id for entry in entries] for status, entries in asked.items()},
        "edition": given.edition.id,
        "notice": str(given.edition.source),
        # Copied, because it is cached.
        "dataset": {**_dataset(given.dataset)},
        "return": write({**_attributes(given.return_), "values": values, "not_carried": lacking}),
    }


# Cached because every report of a day has the same.
@lru_cache(maxsize=64)
def _dataset(given: DatasetVersion) -> Json:
    return cast("Json", _write(given, (), []))


_PARTS: Mapping[type, Callable[[Any], object]] = {
    Return: lambda given: {**_attributes(given), "values": _values(given)},
    Ledger: lambda given: {
        **_attributes(given),
        "outcomes": {write_month(month): outcome for month, outcome in given.outcomes.items()},
        "counted_as_met": tuple(map(write_month, given.counted_as_met)),
    },
    # With the parts of its citations, to be read again.
    Calendar: asdict,
    Finding: _of_finding,
    BatchReport: lambda given: {**_attributes(given), "outcomes": given.outcomes, "gaps": given.gaps},
    Checklist: lambda given: {**_attributes(given), "edition": given.edition.id},
    ReportingWindow: lambda given: {"label": given.label, "opens": given.opens, "closes": given.closes},
    Rule: lambda given: {**_attributes(given), "fields": given.fields},
    Citation: str,
    NotFound: lambda given: {"not_found": given.known},
}
"""Of every other class it holds the attributes."""
