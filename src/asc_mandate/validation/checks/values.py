"""What is looked for in the values, field by field: blank, wrong, not carried, not asked for, or not to be known."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any, cast

from asc_mandate import sentences
from asc_mandate._format import clean, describe, format_number, join_words, name_type, quote
from asc_mandate.checklists import Requirement
from asc_mandate.conditions import Status
from asc_mandate.notice.provenance import join_citations
from asc_mandate.notice.readings import TOO_LARGE, UNUSUALLY_LARGE
from asc_mandate.returns import Absence
from asc_mandate.validation.case import Case
from asc_mandate.validation.findings import Finding, Severity
from asc_mandate.validation.personal import identifies
from asc_mandate.validation.rules import LIMITED
from asc_mandate.validation.saves import IN_DOUBT, Timing
from asc_mandate.validation.values import Amount, Fault


def missing_or_wrong(case: Case) -> Iterator[Finding]:
    """Find what is required and blank, and what is no answer of its kind."""
    for id, entry in case.checklist.by_id.items():
        if id in case.faults:
            yield _wrong(case, entry, case.faults[id])
        elif id not in case.answers and entry.status is Status.REQUIRED and id not in case.return_.not_carried.fields:
            words, enter = _words(case, entry), sentences.WAS_DUE if case.has_closed else sentences.ENTER
            message = sentences.MISSING.format(**words, enter=enter[entry.field.kind])
            yield Finding(
                "missing", _severity(case, entry), (id,), message, entry.field.citation, words, entry.readings
            )


def _wrong(case: Case, entry: Requirement, fault: Fault) -> Finding:
    match fault.code:
        case "not-finite":
            expected = sentences.NUMBER_WAS_DUE if case.has_closed else sentences.FIND_OUT
        case "negative":
            expected = sentences.NOT_NEGATIVE
        case _:
            expected = sentences.EXPECTED[entry.field.kind]
    words, given = _words(case, entry), _GIVEN[fault.problem](fault.value)
    unit, problem = f" ({fault.unit})" if fault.unit else "", fault.problem.format(given=given)
    message = sentences.WRONG.format(**words, unit=unit, problem=problem, expected=expected)
    is_number = fault.code == "negative" and cast("Amount", fault.value) > -TOO_LARGE.value
    context = {**words, "given": fault.value if is_number else given, "unit": fault.unit}
    severity, fields = _severity(case, entry), (entry.field.id,)
    return Finding(fault.code, severity, fields, message, entry.field.citation, context, entry.readings)


def _show(value: object) -> str:
    if isinstance(value, (float, Decimal)):
        return format_number(value)
    return "a list" if isinstance(value, tuple) else describe(value)


_GIVEN: Mapping[str, Callable[[Any], str]] = {
    sentences.AS_TEXT: lambda text: "(withheld)" if identifies(text) else quote(text),
    sentences.AS_EMPTY_TEXT: str.strip,
    sentences.AS_DECIMAL: lambda number: clean(str(number)),
    sentences.AS_IT_IS: _show,
    sentences.WITH_ITEM: lambda item: describe(item) if item is None or isinstance(item, str) else name_type(item),
    sentences.NOT_A_NUMBER: str,
    sentences.TOO_LARGE: format_number,
}
"""What a message shows of a value, by what is wrong with it."""


def _severity(case: Case, entry: Requirement) -> Severity:
    # What a section holds now says nothing of what it held in the window, where the save is in doubt.
    certain = entry.status is Status.REQUIRED and case.timing_of(entry) not in IN_DOUBT
    return Severity.BREACH if certain else Severity.QUERY


def _words(case: Case, entry: Requirement) -> dict[str, str]:
    return {"section": case.name_of(entry.field.section), "wording": entry.field.wording}


def unusually_large(case: Case) -> Iterator[Finding]:
    """Find amounts that are most likely typed wrong, where no rule has a limit of its own."""
    most = UNUSUALLY_LARGE.value
    for id, answer in case.answers.items():
        if isinstance(answer, Absence):
            parts = {" (hours)": answer.hours, " (days)": answer.days}
        elif isinstance(answer, tuple) or id in LIMITED or answer <= most:
            continue
        else:
            parts = {"": answer}
        for unit, amount in parts.items():
            if amount is not None and amount > most:
                words = _words(case, case.checklist.by_id[id])
                message = sentences.UNUSUALLY_LARGE.format(**words, unit=unit, given=format_number(amount))
                context = {**words, "given": amount}
                yield Finding("unusually-large", Severity.QUERY, (id,), message, UNUSUALLY_LARGE.citation, context)


def not_carried(case: Case) -> Iterator[Finding]:
    """Find what is required and has no place where the return was read from, section by section."""
    fields = case.return_.not_carried.fields
    lacking = [
        entry
        for entry in (case.checklist.required if fields else ())
        if entry.field.id in fields
        and not case.is_given(entry)
        and (case.timing_of(entry) is Timing.COUNTS or case.timing_of(entry) in IN_DOUBT)
    ]
    for section, group in groupby(lacking, lambda entry: entry.field.section):
        entries = list(group)
        name, items = case.name_of(section), tuple(entry.field.wording for entry in entries)
        message = sentences.NOT_CARRIED.format(section=name, items=join_words([f"“{item}”" for item in items]))
        citation = join_citations(entry.field.citation for entry in entries)
        ids = tuple(entry.field.id for entry in entries)
        yield Finding("not-carried", Severity.QUERY, ids, message, citation, {"section": name, "items": items})


def not_required(case: Case) -> Iterator[Finding]:
    """Find what is given and not asked for."""
    not_asked = case.checklist.by_status[Status.NOT_REQUIRED]
    given = [entry for entry in not_asked if entry.field.id in case.answers]
    return _by_reason(case, "not-required", Severity.NOTE, sentences.NOT_REQUIRED, given)


def undetermined(case: Case) -> Iterator[Finding]:
    """Find what may be asked for, where nobody can know, and was not given and saved in the window."""
    unknown = [
        entry
        for entry in case.checklist.by_status[Status.UNDETERMINED]
        if not (entry.field.id in case.answers and case.timing_of(entry) is Timing.COUNTS)
    ]
    sentence = sentences.UNDETERMINED_CLOSED if case.has_closed else sentences.UNDETERMINED
    return _by_reason(case, "undetermined", Severity.QUERY, sentence, unknown)


def _by_reason(
    case: Case, code: str, severity: Severity, sentence: str, entries: Iterable[Requirement]
) -> Iterator[Finding]:
    """Make a finding of the fields of each section that share their reason."""
    for (section, reason), group in groupby(entries, lambda entry: (entry.field.section, entry.reason)):
        alike = list(group)
        told = reason.removesuffix(sentences.ANSWER_IT) if case.has_closed else reason
        words = {"section": case.name_of(section), "reason": told}
        fields = tuple(entry.field.id for entry in alike)
        readings = tuple(dict.fromkeys(reading for entry in alike for reading in entry.readings))
        yield Finding(code, severity, fields, sentence.format(**words), alike[0].citation, words, readings)
