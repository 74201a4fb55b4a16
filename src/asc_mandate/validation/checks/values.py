"""What is looked for in the values, field by field: blank, wrong, not carried, not asked for, or not to be known."""

from collections.abc import Iterator, Mapping

from asc_mandate import sentences
from asc_mandate._format import format_number, join_words
from asc_mandate.checklists import Requirement
from asc_mandate.conditions import Status
from asc_mandate.notice.bounds import UNUSUALLY_LARGE
from asc_mandate.notice.provenance import join_citations
from asc_mandate.notice.shapes import Kind
from asc_mandate.returns import Absence
from asc_mandate.validation.case import IN_DOUBT, Case, Timing
from asc_mandate.validation.findings import Finding, Severity
from asc_mandate.validation.rules import LIMITED
from asc_mandate.validation.values import Fault


def missing_or_wrong(case: Case) -> Iterator[Finding]:
    """Find what is required and blank, and what is no answer of its kind."""
    lacking = case.return_.not_carried.fields
    for id, entry in case.plan.by_id.items():
        if id in case.answers or (id not in case.faults and entry.status is not Status.REQUIRED):
            continue
        words = {"section": case.name_of(entry.field.section), "wording": entry.field.wording}
        kind = entry.field.kind
        if id in case.faults:
            fault = case.faults[id]
            expected = _expected(fault, kind, case)
            unit = f" ({fault.unit})" if fault.unit else ""
            message = sentences.UNREADABLE.format(**words, unit=unit, problem=fault.problem, expected=expected)
            context = {**words, "given": fault.given, "unit": fault.unit}
            yield _of_value(case, entry, fault.code, message, context)
        elif id not in lacking:
            message = sentences.MISSING.format(
                **words, enter=(sentences.TAKES if case.has_closed else sentences.ENTER)[kind]
            )
            yield _of_value(case, entry, "missing", message, words)


def _expected(fault: Fault, kind: Kind, case: Case) -> str:
    if fault.code == "not-finite":
        return sentences.NUMBER_WAS_DUE if case.has_closed else sentences.FIND_OUT
    return sentences.NOT_NEGATIVE if fault.code == "negative" else sentences.EXPECTED[kind]


def _of_value(case: Case, entry: Requirement, code: str, message: str, context: Mapping[str, object]) -> Finding:
    # What a section holds now says nothing of what it held in the window, where the save is in doubt.
    certain = entry.status is Status.REQUIRED and case.saves[entry.field.section].timing not in IN_DOUBT
    severity = Severity.BREACH if certain else Severity.QUERY
    return Finding(code, severity, (entry.field.id,), message, entry.field.citation, context, entry.readings)


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
            if amount is None or amount <= most:
                continue
            entry = case.plan.by_id[id]
            words = {"section": case.name_of(entry.field.section), "wording": entry.field.wording}
            yield Finding(
                "unusually-large",
                Severity.QUERY,
                (id,),
                sentences.UNUSUALLY_LARGE.format(**words, unit=unit, given=format_number(amount)),
                UNUSUALLY_LARGE.citation,
                {**words, "given": amount},
            )


def not_carried(case: Case) -> Iterator[Finding]:
    """Find what is required and has no place where the return was read from, section by section."""
    lacking: dict[str, list[Requirement]] = {}
    for entry in case.plan.requirements if case.return_.not_carried.fields else ():
        timing = case.saves[entry.field.section].timing
        if (
            entry.status is Status.REQUIRED
            and entry.field.id in case.return_.not_carried.fields
            and entry.field.id not in case.answers
            and entry.field.id not in case.faults
            and (timing is Timing.COUNTS or timing in IN_DOUBT)
        ):
            lacking.setdefault(entry.field.section, []).append(entry)
    for section, entries in lacking.items():
        name, items = case.name_of(section), tuple(f"“{entry.field.wording}”" for entry in entries)
        yield Finding(
            "not-carried",
            Severity.QUERY,
            tuple(entry.field.id for entry in entries),
            sentences.NOT_CARRIED.format(section=name, items=join_words(items)),
            join_citations(entry.field.citation for entry in entries),
            {"section": name, "items": tuple(entry.field.wording for entry in entries)},
        )


def not_required(case: Case) -> Iterator[Finding]:
    """Find what is given and not asked for."""
    given = [entry for entry in case.plan.not_required if entry.field.id in case.answers]
    yield from _by_reason(case, "not-required", Severity.NOTE, sentences.NOT_REQUIRED, given)


def undetermined(case: Case) -> Iterator[Finding]:
    """Find what may be asked for, where nobody can know, and was not given and saved in the window."""
    unknown = [
        entry
        for entry in case.plan.undetermined
        if not (entry.field.id in case.answers and case.saves[entry.field.section].timing is Timing.COUNTS)
    ]
    sentence = sentences.UNDETERMINED_CLOSED if case.has_closed else sentences.UNDETERMINED
    yield from _by_reason(case, "undetermined", Severity.QUERY, sentence, unknown)


def _by_reason(
    case: Case, code: str, severity: Severity, sentence: str, entries: list[Requirement]
) -> Iterator[Finding]:
    """Make one finding of the fields of a section that share their reason."""
    grouped: dict[tuple[str, str], list[Requirement]] = {}
    for entry in entries:
        grouped.setdefault((entry.field.section, entry.reason), []).append(entry)
    for (section, reason), group in grouped.items():
        name = case.name_of(section)
        yield Finding(
            code,
            severity,
            tuple(entry.field.id for entry in group),
            sentence.format(
                section=name, reason=reason.removesuffix(sentences.ANSWER_IT) if case.has_closed else reason
            ),
            group[0].citation,
            {"section": name, "reason": reason},
            tuple(dict.fromkeys(reading for entry in group for reading in entry.readings)),
        )
