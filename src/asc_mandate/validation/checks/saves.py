"""What is looked for in the saves: dated later than the check, outside the window, not to be read, or none at all."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping

from asc_mandate import sentences
from asc_mandate._format import format_long_date, format_when, join_words, quote
from asc_mandate._moments import day_of
from asc_mandate.checklists import Requirement
from asc_mandate.conditions import Status
from asc_mandate.notice.readings import DAY_OF_AN_UNSAVED_SECTION
from asc_mandate.validation.case import Case
from asc_mandate.validation.findings import Finding, Severity
from asc_mandate.validation.personal import identifies
from asc_mandate.validation.saves import IN_DOUBT, Save, Timing


def saved_after_check(case: Case) -> Iterator[Finding]:
    """Find saves that are dated later than the check."""
    ahead = [section for section, save in case.saves.items() if save.timing is Timing.AHEAD]
    for save, sections in _by_save(case, ahead).items():
        fields = [entry.field.id for entry in case.checklist if entry.field.section in sections]
        yield _found(
            case,
            "saved-after-check",
            Severity.CONTRADICTION,
            sections=sections,
            fields=fields,
            sentence=sentences.SAVED_AFTER_CHECK,
            context={"saved": save.moment, "on": case.on},
        )


def not_saved(case: Case) -> Iterator[Finding]:
    """Find the fields that are given and required, in sections that were not saved in the window."""
    if all(save.timing is Timing.COUNTS for save in case.saves.values()):
        return
    unsaved: dict[str, list[str]] = {}
    for entry in case.checklist:
        if _is_unsaved(case, entry):
            unsaved.setdefault(entry.field.section, []).append(entry.field.id)
    window = case.window
    days = {"opens": window.opens, "closes": window.closes}
    if day_of(case.on) < window.opens:
        message = sentences.WINDOW_NOT_OPEN.format(**{name: format_long_date(day) for name, day in days.items()})
        ids = tuple(id for ids in unsaved.values() for id in ids)
        yield Finding("window-not-open", Severity.BREACH, ids, message, window.citation, days, window.readings)
        return
    for save, sections in _by_save(case, unsaved).items():
        if save.timing is not Timing.UNREADABLE:
            code, sentence = _not_saved(case, save.timing)
            severity = Severity.QUERY if save.timing in IN_DOUBT else Severity.BREACH
            fields = [id for section in sections for id in unsaved[section]]
            saved = None if case.return_.saved is None else save.moment
            readings = window.readings
            if _judged_by_other_saves(case, sections):
                readings += (DAY_OF_AN_UNSAVED_SECTION.id,)
            yield _found(
                case,
                code,
                severity,
                sections=sections,
                fields=fields,
                sentence=sentence,
                context={"saved": saved, **days},
                readings=readings,
            )


def unreadable_saves(case: Case) -> Iterator[Finding]:
    """Find what the source gives in place of a save: the outcome turns on it only where a section has no other."""
    grouped: dict[str, list[str]] = {}
    for section, text in case.return_.not_carried.unreadable_saves.items():
        if section in case.saves:
            grouped.setdefault(text, []).append(section)
    window = case.window
    for text, given in grouped.items():
        doubtful = {section for section in given if case.saves[section].timing is Timing.UNREADABLE}
        unsaved = [entry for entry in case.checklist if entry.field.section in doubtful and _is_unsaved(case, entry)]
        decides = {entry.field.section for entry in unsaved}
        sections = [section for section in given if not decides or section in decides]
        entries = unsaved or [entry for entry in case.checklist if entry.field.section in sections]
        severity, sentence = (
            (Severity.QUERY, sentences.SAVE_UNREADABLE) if decides else (Severity.NOTE, sentences.SAVE_NOT_USED)
        )
        shown = "(withheld)" if _identifies(text) else quote(text)
        context = {"given": shown, "opens": window.opens, "closes": window.closes}
        fields = [entry.field.id for entry in entries]
        yield _found(
            case,
            "save-unreadable",
            severity,
            sections=sections,
            fields=fields,
            sentence=sentence,
            context=context,
            readings=window.readings,
        )


def _found(
    case: Case,
    code: str,
    severity: Severity,
    *,
    sections: Iterable[str],
    fields: Iterable[str],
    sentence: str,
    context: Mapping[str, object],
    readings: tuple[str, ...] = (),
) -> Finding:
    window = case.window
    names = tuple(map(case.name_of, sections))
    moments = {name: format_when(part) if isinstance(part, dt.date) else part for name, part in context.items()}
    days = {"opens": format_long_date(window.opens), "closes": format_long_date(window.closes)}
    message = sentence.format(**{"sections": join_words(names), **moments, **days})
    citation = window.citation if code == "late" else case.checklist.edition.clause("saving").citation
    return Finding(code, severity, tuple(fields), message, citation, {"sections": names, **context}, readings)


def _identifies(text: str) -> bool:
    # Days and times have the digits of a telephone number, too.
    return "@" in text or bool(identifies(text) and not re.search("[:/]", text))


def _is_unsaved(case: Case, entry: Requirement) -> bool:
    timing, id = case.timing_of(entry), entry.field.id
    if entry.status is not Status.REQUIRED or timing is Timing.COUNTS:
        return False
    # A section whose save is in doubt may have held another answer in the window than the blank that it holds now; one
    # that was certainly not saved in time lacks also what its source does not carry.
    is_given = id in case.answers or id in case.faults
    return is_given or (timing in IN_DOUBT) is not (id in case.return_.not_carried.fields)


def _not_saved(case: Case, timing: Timing) -> tuple[str, str]:
    """Return the code and the sentence for sections whose save does not count."""
    by_check = case.return_.saved is None
    if timing is Timing.UNKNOWN or (timing is Timing.OVERWRITTEN and by_check):
        return "save-not-known", sentences.SAVE_NOT_KNOWN
    if timing is Timing.OVERWRITTEN:
        return "save-not-known", sentences.SAVE_OVERWRITTEN
    if timing is Timing.LATE:
        return "late", sentences.LATE_BY_CHECK if by_check else sentences.LATE
    sentence = sentences.SAVED_BEFORE_WINDOW if timing is Timing.EARLY else sentences.NOT_SAVED
    return "not-saved-in-window", sentence + (sentences.SAVE_WAS_DUE if case.has_closed else sentences.SAVE_NOW)


def _judged_by_other_saves(case: Case, sections: list[str]) -> bool:
    depends = any(entry.field.condition for entry in case.checklist if entry.field.section in sections)
    return depends and any(save.timing is Timing.COUNTS for save in case.saves.values())


def _by_save(case: Case, sections: Iterable[str]) -> dict[Save, list[str]]:
    groups: dict[Save, list[str]] = {}
    for section in sections:
        groups.setdefault(case.saves[section], []).append(section)
    return groups
