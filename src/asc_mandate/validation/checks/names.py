"""What is looked for in names and texts: unknown fields and sections, persons' details, the location's id."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping
from typing import cast

from asc_mandate import sentences
from asc_mandate._format import closest, did_you_mean, format_date, join_words, name_type, quote
from asc_mandate.notice.drafting import HANDBOOK, REASONING
from asc_mandate.notice.index import editions, where_asked
from asc_mandate.notice.provenance import Citation
from asc_mandate.notice.readings import LOCATION_ID_PATTERN
from asc_mandate.notice.shapes import Edition, Kind, ServiceType
from asc_mandate.validation.case import Case
from asc_mandate.validation.findings import Finding, Severity
from asc_mandate.validation.personal import asks_for_a_person, identifies

_PERSONAL_DATA = Citation(HANDBOOK, "information that directly identifies individual people is not required")


def unknown_fields(case: Case) -> Iterator[Finding]:
    """Find each key that is no field of the list, and say where it may belong.

    More of them than the list has items were not mistyped but come from some other table: they make one finding.
    """
    keys = [key for key in case.unknown_keys if not (isinstance(key, str) and is_personal(key))]
    if len(keys) > len(case.checklist.by_id):
        names = tuple(str.__str__(key) for key in keys if isinstance(key, str))
        examples = [quote(name) for name in names[:3]] or list(dict.fromkeys(map(name_type, keys[:3])))
        message = sentences.UNKNOWN_FIELDS.format(count=f"{len(keys):,}", examples=join_words(examples))
        yield _unknown(case, "unknown-field", names, message, {"count": len(keys), "examples": tuple(examples)})
        return
    for key in keys:
        if isinstance(key, str):
            name, lists = str.__str__(key), where_asked(key)
            near = None if lists else closest(key, case.checklist.by_id)
            message = sentences.UNKNOWN_FIELD.format(name=quote(key), hint=did_you_mean(near))
            if lists:
                message = _where_it_belongs(case, key, lists)
            context = {"field": name, **({"nearest": near} if near else {})}
            yield _unknown(case, "unknown-field", (name,), message, context)
        else:
            message = sentences.UNKNOWN_FIELD_NOT_TEXT.format(given=name_type(key))
            yield _unknown(case, "unknown-field", (), message, {"given": name_type(key)})


def _unknown(case: Case, code: str, fields: tuple[str, ...], message: str, context: Mapping[str, object]) -> Finding:
    citation = case.checklist.edition.list_clause(case.return_.service).citation
    return Finding(code, Severity.QUERY, fields, message, citation, context)


def _where_it_belongs(case: Case, name: str, lists: Collection[tuple[Edition, ServiceType]]) -> str:
    own = case.return_.service
    edition, service = min(lists, key=lambda pair: pair[1] is not own)
    if service is not own:
        return sentences.UNKNOWN_FIELD_ELSEWHERE.format(name=quote(name), list=sentences.LISTS[service])
    later = [held.applies_from for held in editions() if held.applies_from > edition.applies_from]
    if edition.applies_from > case.checklist.day or not later:
        return sentences.UNKNOWN_FIELD_FROM.format(name=quote(name), day=format_date(edition.applies_from))
    last = min(later) - dt.timedelta(days=1)
    return sentences.UNKNOWN_FIELD_UNTIL.format(name=quote(name), day=format_date(last))


def unknown_sections(case: Case) -> Iterator[Finding]:
    """Find the section ids that a save was given for and that the list does not have."""
    saved = case.return_.saved
    if not isinstance(saved, Mapping):
        return
    sections = tuple([section for section in saved if section not in case.checklist.sections])
    if sections:
        message = sentences.UNKNOWN_SECTIONS.format(
            examples=join_words([quote(section) for section in sections[:3]]),
            hint=did_you_mean(closest(sections[0], case.checklist.sections)) if len(sections) == 1 else "",
        )
        yield _unknown(case, "unknown-section", (), message, {"sections": sections})


def is_personal(key: str) -> bool:
    """Return whether a key asks for a person's details, or holds some."""
    return asks_for_a_person(key) or identifies(key) is not None


def personal_data(case: Case) -> Iterator[Finding]:
    """Find what looks like a person's details, without showing them."""
    for key in case.unknown_keys:
        if isinstance(key, str) and is_personal(key):
            holds_some = identifies(key)
            message = sentences.PERSONAL_DATA_FIELD.format(name="A key" if holds_some else quote(key))
            fields = () if holds_some else (str.__str__(key),)
            yield Finding("personal-data", Severity.QUERY, fields, message, _PERSONAL_DATA)
    for entry in case.checklist:
        if entry.field.kind is not Kind.OPTIONS:
            continue
        # As they were given: one option that cannot be read does not hide another.
        given = case.return_.values.get(entry.field.id)
        options = cast("tuple[object, ...]", given) if isinstance(given, tuple) else (given,)
        texts = [
            str.__str__(option) if isinstance(option, str) else int.__repr__(option)
            for option in options
            # Telephone and NHS numbers may be typed as numbers.
            if isinstance(option, str) or (isinstance(option, int) and 0 < option < 10**12)
        ]
        found = next((what for text in texts if (what := identifies(text))), None)
        if found:
            name = case.name_of(entry.field.section)
            yield Finding(
                "personal-data",
                Severity.QUERY,
                (entry.field.id,),
                sentences.PERSONAL_DATA_OPTION.format(section=name, wording=entry.field.wording, what=found),
                _PERSONAL_DATA,
                {"section": name, "wording": entry.field.wording, "what": found},
            )


def location(case: Case) -> Iterator[Finding]:
    """Find what is odd about the location id."""
    location_id = case.return_.location_id
    if location_id is None:
        return
    if not location_id.strip():
        message = sentences.LOCATION_ID_BLANK
    elif not re.fullmatch(LOCATION_ID_PATTERN.value, location_id):
        message = sentences.LOCATION_ID_UNRECOGNISED.format(location_id=quote(location_id))
    else:
        message = ""
    context = {"location_id": location_id}
    if message:
        yield Finding("location-id-unrecognised", Severity.NOTE, (), message, LOCATION_ID_PATTERN.citation, context)
    if case.copies > 1 and location_id.strip():
        message = sentences.LOCATION_DUPLICATED.format(location_id=quote(location_id), count=case.copies)
        citation = Citation(REASONING, "one location makes one return for a window")
        yield Finding("location-duplicated", Severity.QUERY, (), message, citation, {**context, "count": case.copies})
