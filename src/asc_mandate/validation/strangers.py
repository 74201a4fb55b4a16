"""What is found in the keys that no list of the notice has."""

from collections.abc import Iterator

from asc_mandate import sentences
from asc_mandate.checklist import Checklist
from asc_mandate.notice.index import where_asked
from asc_mandate.notice.model import ServiceType
from asc_mandate.notice.provenance import Citation
from asc_mandate.plain import text_of
from asc_mandate.rules import Severity
from asc_mandate.validation.findings import Finding
from asc_mandate.words import nearest, quoted, shown

_CLAUSES = {
    ServiceType.CARE_HOME: "care-home-list",
    ServiceType.DOMICILIARY_CARE: "domiciliary-care-list",
}
_LISTS = {
    ServiceType.CARE_HOME: "care homes",
    ServiceType.DOMICILIARY_CARE: "domiciliary care",
}


def list_citation(checklist: Checklist) -> Citation:
    """Return where the notice begins the list for a checklist's service."""
    return checklist.edition.clause(_CLAUSES[checklist.service]).citation


def unknown_fields(keys: list[object], checklist: Checklist) -> Iterator[Finding]:
    """Find each key that is no field of the checklist, and say where it may belong."""
    # A person mistypes a few names. A table with more foreign columns than the list has items was not mistyped, and
    # looking for names like all of them would take long.
    mistyped = len(keys) <= len(checklist)
    for key in keys:
        name = text_of(key)
        sentence, hint = (sentences.UNKNOWN_FIELD, {}) if name is None else _explained(name, checklist, mistyped)
        yield Finding(
            code="unknown-field",
            severity=Severity.QUERY,
            fields=() if name is None else (name,),
            context={"field": shown(key), **hint},
            citation=list_citation(checklist),
            sentence=sentence,
        )


def unknown_sections(sections: tuple[str, ...], checklist: Checklist) -> Iterator[Finding]:
    """Find each section id that a save was given for and that the list does not have."""
    for section in sections:
        yield Finding(
            code="unknown-section",
            severity=Severity.QUERY,
            fields=(),
            context={"section": quoted(section)},
            citation=list_citation(checklist),
            sentence=sentences.UNKNOWN_SECTION,
        )


def _explained(name: str, checklist: Checklist, mistyped: bool) -> tuple[str, dict[str, object]]:
    for edition, service in where_asked(name):
        if service is checklist.service:
            return sentences.UNKNOWN_FIELD_OTHER_EDITION, {"edition": edition.id}
        return sentences.UNKNOWN_FIELD_ELSEWHERE, {"list": _LISTS[service]}
    close = nearest(name, [requirement.field.id for requirement in checklist]) if mistyped else None
    return (sentences.UNKNOWN_FIELD_NEAREST, {"nearest": close}) if close else (sentences.UNKNOWN_FIELD, {})
