"""What is found in the values, field by field."""

from collections.abc import Mapping
from decimal import Decimal

from attrs import define, field

from asc_mandate import sentences
from asc_mandate.checklists import Requirement
from asc_mandate.conditions import Status
from asc_mandate.plain import text_of
from asc_mandate.predicates import Answer
from asc_mandate.returns import Absence, Return
from asc_mandate.rules import LIMITED, UNUSUALLY_LARGE, Severity
from asc_mandate.validation.answers import Fault, Unreadable, read
from asc_mandate.validation.findings import Finding
from asc_mandate.validation.saving import IN_DOUBT, Group, Save, Saves, Timing
from asc_mandate.validation.spotless import Look
from asc_mandate.words import quoted


@define
class Values:
    """What reading a return's values came to.

    Attributes:
        answers: Field id to answer; blanks are left out, and plain and usual answers are as they were given.
        findings: What is wrong with single values, in the notice's order.
        unsaved: Section id to the fields in it that are given and required, but not saved in the window.
        unknown: Keys that are no field of the checklist.
    """

    answers: dict[str, object] = field(factory=dict[str, object])
    findings: list[Finding] = field(factory=list[Finding])
    unsaved: dict[str, tuple[str, ...]] = field(factory=dict[str, tuple[str, ...]])
    unknown: list[object] = field(factory=list[object])


def read_values(return_: Return, saves: Saves) -> Values:
    """Read every value by the kind of its field, and find what is missing, wrong or not required."""
    found = Values()
    look = saves.look
    known = _matched(return_.values, look, found.unknown)
    # Where all was saved in time, there is nothing to say of a plain and usual answer.
    unusual = look.unusual(known) if saves.all_count else look.fields
    found.answers.update(known)
    for id in unusual | look.left_out:
        found.answers.pop(id, None)
    for group in saves.groups:
        requirements = [entry for entry in group.requirements if entry.field.id in unusual]
        _read_section(group, requirements, known, return_.not_carried.fields, found)
    return found


def _matched(given: Mapping[str, object], look: Look, unknown: list[object]) -> Mapping[str, object]:
    if all(type(key) is str for key in given) and look.fields.issuperset(given):
        return given
    known: dict[str, object] = {}
    for key, value in given.items():
        name = text_of(key)
        if name is None or name not in look.fields or name in known:
            unknown.append(key)
        else:
            known[name] = value
    return known


def _read_section(
    group: Group,
    requirements: list[Requirement],
    known: Mapping[str, object],
    not_carried: tuple[str, ...],
    found: Values,
) -> None:
    save = group.save
    counts = save.timing is Timing.COUNTS
    lacking: list[Requirement] = []
    unsaved: list[str] = []
    not_required: list[Requirement] = []
    undetermined: list[Requirement] = []
    for requirement in requirements:
        id, status = requirement.field.id, requirement.status
        answer = read(requirement.field.kind, known.get(id))
        # A section whose save is in doubt may have held another answer in the window than the blank that it holds now.
        in_question = answer is not None or (save.timing in IN_DOUBT and id not in not_carried)
        if in_question and status is Status.REQUIRED and not counts:
            unsaved.append(id)
        if isinstance(answer, Unreadable):
            found.findings.append(_unreadable(requirement, save, answer))
        elif answer is None:
            if status is Status.REQUIRED and id in not_carried:
                # Whatever was given, it was not saved in time, where that is certain.
                in_time = counts or save.timing in IN_DOUBT
                (lacking.append(requirement) if in_time else unsaved.append(id))
            elif status is Status.REQUIRED:
                found.findings.append(_missing(requirement, save))
        else:
            found.answers[id] = answer
            found.findings.extend(_unusually_large(requirement, save, answer))
            if status is Status.NOT_REQUIRED:
                not_required.append(requirement)
        if status is Status.UNDETERMINED and not (counts and id in found.answers):
            undetermined.append(requirement)
    if unsaved:
        found.unsaved[group.section] = tuple(unsaved)
    found.findings.extend(_not_carried(save, lacking))
    found.findings.extend(_together("not-required", Severity.NOTE, sentences.NOT_REQUIRED, save, not_required))
    found.findings.extend(_together("undetermined", Severity.QUERY, sentences.UNDETERMINED, save, undetermined))


def _missing(requirement: Requirement, save: Save) -> Finding:
    return Finding(
        code="missing",
        severity=_severity(requirement, save),
        fields=(requirement.field.id,),
        context={"section": save.section, "wording": requirement.field.wording},
        citation=requirement.field.citation,
        sentence=sentences.MISSING[requirement.field.kind],
        readings=requirement.readings,
    )


def _severity(requirement: Requirement, save: Save) -> Severity:
    # What a section holds now says nothing of what it held in the window, where the save is in doubt.
    certain = requirement.status is Status.REQUIRED and save.timing not in IN_DOUBT
    return Severity.BREACH if certain else Severity.QUERY


def _not_carried(save: Save, requirements: list[Requirement]) -> list[Finding]:
    if not requirements:
        return []
    return [
        Finding(
            code="not-carried",
            severity=Severity.QUERY,
            fields=tuple(requirement.field.id for requirement in requirements),
            context={
                "section": save.section,
                "items": tuple(quoted(requirement.field.wording) for requirement in requirements),
            },
            citation=requirements[0].field.citation,
            sentence=sentences.NOT_CARRIED,
        )
    ]


_SENTENCES = {Fault.NOT_FINITE: sentences.NOT_FINITE, Fault.NEGATIVE: sentences.NEGATIVE}


def _unreadable(requirement: Requirement, save: Save, unreadable: Unreadable) -> Finding:
    is_wrong = unreadable.fault is Fault.WRONG_TYPE
    sentence = sentences.WRONG_TYPE[requirement.field.kind] if is_wrong else _SENTENCES[unreadable.fault]
    return Finding(
        code=str(unreadable.fault),
        severity=_severity(requirement, save),
        fields=(requirement.field.id,),
        context={
            "section": save.section,
            "wording": requirement.field.wording,
            "given": unreadable.given,
            "unit": unreadable.unit,
        },
        citation=requirement.field.citation,
        sentence=sentence,
        readings=requirement.readings,
    )


def _unusually_large(requirement: Requirement, save: Save, answer: Answer) -> list[Finding]:
    if requirement.field.id in LIMITED:
        return []
    amounts = (answer.hours, answer.days) if isinstance(answer, Absence) else (answer,)
    return [
        Finding(
            code="unusually-large",
            severity=Severity.QUERY,
            fields=(requirement.field.id,),
            context={"section": save.section, "wording": requirement.field.wording, "given": amount},
            citation=UNUSUALLY_LARGE.citation,
            sentence=sentences.UNUSUALLY_LARGE,
        )
        for amount in amounts
        if isinstance(amount, int | Decimal) and amount > UNUSUALLY_LARGE.value
    ]


def _together(
    code: str, severity: Severity, sentence: str, save: Save, requirements: list[Requirement]
) -> list[Finding]:
    """Make one finding of the fields of a section that share their reason."""
    by_reason: dict[str, list[Requirement]] = {}
    for requirement in requirements:
        by_reason.setdefault(requirement.reason, []).append(requirement)
    return [
        Finding(
            code=code,
            severity=severity,
            fields=tuple(requirement.field.id for requirement in group),
            context={"section": save.section, "reason": reason},
            citation=group[0].citation,
            sentence=sentence,
            readings=tuple(dict.fromkeys(reading for requirement in group for reading in requirement.readings)),
        )
        for reason, group in by_reason.items()
    ]
