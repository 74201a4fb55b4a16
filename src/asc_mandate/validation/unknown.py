"""What is found in names that the list does not have: of fields, and of sections."""

from collections.abc import Iterator

from asc_mandate import sentences
from asc_mandate.checklists import Checklist
from asc_mandate.notice.index import where_asked
from asc_mandate.plain import text_of
from asc_mandate.rules import Severity
from asc_mandate.validation.findings import Finding
from asc_mandate.words import nearest, quoted, type_name


def unknown_fields(keys: list[object], checklist: Checklist) -> Iterator[Finding]:
    """Find each key that is no field of the checklist, and say where it may belong.

    More of them than the list has items were not mistyped but come from some other table: they make one finding.
    """
    if len(keys) > len(checklist):
        names = tuple(name for name in map(text_of, keys) if name is not None)
        kinds = dict.fromkeys(map(type_name, keys[:3]))
        examples = tuple(quoted(name) for name in names[:3]) or tuple(kinds)
        yield _unknown_field(names, {"count": len(keys), "examples": examples}, sentences.UNKNOWN_FIELDS, checklist)
        return
    for key in keys:
        name = text_of(key)
        if name is None:
            yield _unknown_field((), {"given": type_name(key)}, sentences.UNKNOWN_FIELD_NOT_TEXT, checklist)
        else:
            sentence, hint = _explained(name, checklist)
            yield _unknown_field((name,), {"field": name, **hint}, sentence, checklist)


def _unknown_field(fields: tuple[str, ...], context: dict[str, object], sentence: str, checklist: Checklist) -> Finding:
    return Finding(
        code="unknown-field",
        severity=Severity.QUERY,
        fields=fields,
        context=context,
        citation=checklist.edition.list_clause(checklist.service).citation,
        sentence=sentence,
    )


def _explained(name: str, checklist: Checklist) -> tuple[str, dict[str, object]]:
    for edition, service in where_asked(name):
        if service is checklist.service:
            return sentences.UNKNOWN_FIELD_OTHER_EDITION, {"edition": edition.id}
        return sentences.UNKNOWN_FIELD_ELSEWHERE, {"list": sentences.LISTS[service]}
    close = nearest(name, [requirement.field.id for requirement in checklist])
    return (sentences.UNKNOWN_FIELD_NEAREST, {"nearest": close}) if close else (sentences.UNKNOWN_FIELD, {})


def unknown_sections(sections: tuple[str, ...], checklist: Checklist) -> Iterator[Finding]:
    """Find the section ids that a save was given for and that the list does not have."""
    if sections:
        yield Finding(
            code="unknown-section",
            severity=Severity.QUERY,
            fields=(),
            context={"sections": sections, "examples": tuple(quoted(section) for section in sections[:3])},
            citation=checklist.edition.list_clause(checklist.service).citation,
            sentence=sentences.UNKNOWN_SECTIONS,
        )
