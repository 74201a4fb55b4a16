"""What must hold of every call, whatever it is given."""

import datetime as dt
import enum
import json
import types
from contextlib import contextmanager
from decimal import Decimal

import attrs
from hypothesis.strategies import SearchStrategy

import asc_mandate as am
from asc_mandate import interchange
from asc_mandate.moments import london
from asc_mandate.plain import FrozenDict
from tests.hostile.raised import FromIterator, while_raising
from tests.hostile.villains import ChangesWhileRead, ForgetsWhileRead

_LONGEST_LINE = 2_000
_SEQUENCES = (tuple, list)
_MAPPINGS = (dict, FrozenDict, types.MappingProxyType)
# By id, because not every class can be looked up.
_LEAVES = {id(kind) for kind in (type(None), bool, int, float, Decimal, str, dt.date)}
_PLAIN = {id(kind) for kind in (*_SEQUENCES, *_MAPPINGS)}
_RECORDS = {
    am.Return: (interchange.return_to_record, interchange.return_from_record),
    am.Report: (interchange.report_to_record, interchange.report_from_record),
    am.Checklist: (interchange.checklist_to_record, interchange.checklist_from_record),
    am.Edition: (interchange.edition_to_record, interchange.edition_from_record),
    am.Ledger: (interchange.ledger_to_record, interchange.ledger_from_record),
    am.PenaltyAssessment: (interchange.assessment_to_record, interchange.assessment_from_record),
    am.DatasetVersion: (interchange.dataset_version_to_record, interchange.dataset_version_from_record),
    am.Calendar: (interchange.calendar_to_record, interchange.calendar_from_record),
}
_UNREAD = (type, enum.Enum, types.ModuleType, types.FunctionType)
_CALLERS = (am.Return, "values")
_CHANGE_BY_THEMSELVES = (ChangesWhileRead, ForgetsWhileRead)
# Looked at once, and not again in each of ten thousand reports: by id, and kept so that no other one gets that id.
_SHARED = (am.Calendar, am.Checklist, am.Edition, am.Requirement, am.ReportingWindow, am.Citation, am.DatasetVersion)
_looked_at = {}
_written_of = {}
_MOST_KEPT = 5_000


def examine(target, recipes, error=0):
    """Call a target twice, each time with values made anew, hold what comes out to what is promised, and return it.

    Hostile values raise the error of that number.
    """
    with _noted(target, recipes, error):
        first, again = (_seen(target, recipes, told) for _ in range(2))
        assert first == again
        return first


def is_refusal(seen):
    """Whether what came out of a call was an error."""
    return isinstance(seen, tuple) and isinstance(seen[0], type) and issubclass(seen[0], am.MandateError)


def glance(target, recipes, error=0):
    """Call a target once, and leave out what takes long to look at."""
    with _noted(target, recipes, error):
        _seen(target, recipes, shown)


@contextmanager
def _noted(target, recipes, error):
    try:
        with while_raising(error):
            yield
    except Exception as escape:
        escape.add_note(f"{target.name} was called with {recipes}, where hostile values raise error {error}.")
        raise


def _seen(target, recipes, look):
    values = [recipe.make() for recipe in recipes]
    before = snapshot(values)
    try:
        answer = target.function(*values)
    except am.MandateError as refusal:
        seen = type(refusal), sentence(refusal)
    except FromIterator:
        assert target.may_break_off
        seen = FromIterator
    else:
        seen = look(answer)
    assert snapshot(values) == before
    return seen


def sentence(refusal):
    """The message of an error, which must be one that a person can read."""
    message = str(refusal)
    lines = message.split("\n")
    assert all(line and line.isprintable() and len(line) < _LONGEST_LINE for line in lines), message
    assert len(lines) == 1 or isinstance(refusal, am.InvalidRecord)
    return message


def told(answer):
    """Everything that can be told of an answer, its record included, from which the same record must come again."""
    if type(answer) in _SEQUENCES:
        return [told(part) for part in answer]
    return shown(answer), _through_json(answer)


def shown(answer):
    """What an answer shows of itself; it must be plain, and nothing of it may raise."""
    kind = type(answer)
    if kind in _SEQUENCES:
        return [shown(part) for part in answer]
    assert not list(odd_parts(answer))
    assert repr(answer)
    reports = [answer] if kind is am.Report else answer if kind is am.BatchReport else ()
    messages = [_message(finding) for report in reports for finding in report.findings]
    rows = json.dumps(list(interchange.finding_rows(reports)))
    # What shows a caller's own values, or functions, may show where they lie in memory.
    text = "" if issubclass(kind, am.Return | SearchStrategy) else _written(answer, (rows, *messages))
    return kind, text, messages, rows


def _written(answer, words):
    # A report is written of its rows and messages, and many odd values come to the same ones.
    if not isinstance(answer, am.Report):
        return str(answer)
    if words not in _written_of:
        if len(_written_of) > _MOST_KEPT:
            _written_of.clear()
        _written_of[words] = str(answer)
    return _written_of[words]


def _message(finding):
    message = finding.message
    assert message.isprintable(), message
    assert len(message) < _LONGEST_LINE
    return finding.code, message, str(finding.citation)


def _through_json(answer):
    """The record of an answer as JSON, from which the same record comes again, or why there is none."""
    if type(answer) not in _RECORDS:
        return None
    write, read = _RECORDS[type(answer)]
    try:
        record = write(answer)
    except am.InvalidRecord as refusal:
        return sentence(refusal)
    text = json.dumps(record, allow_nan=False)
    assert text.encode()
    assert json.dumps(write(read(json.loads(text)))) == text
    return text


def odd_parts(answer):
    """The parts of an answer that are neither this library's own nor plain; a return's values stay as they came."""
    if len(_looked_at) > _MOST_KEPT:
        _looked_at.clear()
    parts = [answer]
    while parts:
        part = parts.pop()
        kind = type(part)
        if id(kind) in _LEAVES:
            continue
        if id(kind) in _PLAIN:
            parts += _held(part)
        elif kind is dt.datetime:
            if part.tzinfo is not london():
                yield part
        elif id(part) not in _looked_at and not issubclass(kind, am.Absence | enum.Enum | SearchStrategy):
            if kind.__module__.startswith("asc_mandate") and attrs.has(kind):
                parts += [getattr(part, field.name) for field in attrs.fields(kind) if (kind, field.name) != _CALLERS]
            else:
                yield part
            if kind in _SHARED:
                _looked_at[id(part)] = part


def _held(part):
    return [*part.keys(), *part.values()] if isinstance(part, _MAPPINGS) else part


def snapshot(values, most=500):
    """What values hold, down to any depth, looked at through the built-in types alone."""
    seen, parts = [], list(values)
    while parts and len(seen) < most:
        part = parts.pop()
        if id(type(part)) in _LEAVES:
            continue
        inner, content = _parts(part), _content(part)
        seen.append((id(part), id(type(part)), [id(one) for one in inner], content))
        parts += inner
    return seen


def _content(value):
    kind = type(value)
    if issubclass(kind, bytearray):
        return bytes(value)
    return value.tobytes() if "tobytes" in kind.__dict__ else None


def _parts(value):
    kind = type(value)
    if any(kind is own for own in _CHANGE_BY_THEMSELVES) or issubclass(kind, _UNREAD):
        return []
    if issubclass(kind, dict):
        return [part for pair in dict.items(value) for part in pair]
    for collection in (list, tuple, set, frozenset):
        if issubclass(kind, collection):
            return list(collection.__iter__(value))
    if issubclass(kind, am.Absence | am.Return):
        return [getattr(value, field.name, None) for field in attrs.fields(kind)]
    return list(_attributes(value).values())


def _attributes(value):
    for kind in type.__dict__["__mro__"].__get__(type(value)):
        if "__dict__" in kind.__dict__:
            return kind.__dict__["__dict__"].__get__(value)
    return {}
