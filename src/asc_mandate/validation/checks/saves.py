"""What is looked for in the saves: dated later than the check, outside the window, not to be read, or none at all."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

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
    for save, entries in _by_save(case, _within(case, ahead)).items():
        severity, context = Severity.CONTRADICTION, {"saved": save.moment, "on": case.on}
        yield _found(case, "saved-after-check", severity, sentences.SAVED_AFTER_CHECK, entries, context=context)


def not_saved(case: Case) -> Iterator[Finding]:
    """Find the fields that are given and required, in sections that were not saved in the window."""
    timings = {save.timing for save in case.saves.values()}
    if timings == {Timing.COUNTS}:
        return
    unsaved = [entry for entry in case.checklist if _is_unsaved(case, entry)]
    window = case.window
    days = {"opens": window.opens, "closes": window.closes}
    if day_of(case.on) < window.opens:
        message = sentences.WINDOW_NOT_OPEN.format(**{name: format_long_date(day) for name, day in days.items()})
        ids = tuple(entry.field.id for entry in unsaved)
        yield Finding("window-not-open", Severity.BREACH, ids, message, window.citation, days, window.readings)
        return
    for save, entries in _by_save(case, unsaved).items():
        if save.timing is not Timing.UNREADABLE:
            code, sentence = _not_saved(case, save.timing)
            severity = Severity.QUERY if save.timing in IN_DOUBT else Severity.BREACH
            context = {"saved": None if case.return_.saved is None else save.moment, **days}
            by_others = any(entry.field.condition for entry in entries) and Timing.COUNTS in timings
            readings = (DAY_OF_AN_UNSAVED_SECTION.id,) if by_others else ()
            yield _found(
                case, code, severity, sentence, entries, context=context, readings=(*window.readings, *readings)
            )


def unreadable_saves(case: Case) -> Iterator[Finding]:
    """Find what the source gives in place of a save: the outcome turns on it only where a section has no other."""
    sections_by_text: dict[str, list[str]] = {}
    for section, text in case.return_.not_carried.unreadable_saves.items():
        sections_by_text.setdefault(text, []).append(section)
    for text, sections in sections_by_text.items():
        given = _within(case, sections)
        unsaved = [entry for entry in given if case.timing_of(entry) is Timing.UNREADABLE and _is_unsaved(case, entry)]
        severity, sentence = Severity.NOTE, sentences.SAVE_NOT_USED
        if unsaved:
            severity, sentence = Severity.QUERY, sentences.SAVE_UNREADABLE
        if given:
            shown = "(withheld)" if identifies(text) else quote(text)
            context = {"given": shown, "opens": case.window.opens, "closes": case.window.closes}
            readings = case.window.readings
            yield _found(
                case, "save-unreadable", severity, sentence, unsaved or given, context=context, readings=readings
            )


def _found(
    case: Case,
    code: str,
    severity: Severity,
    sentence: str,
    entries: list[Requirement],
    *,
    context: Mapping[str, object],
    readings: tuple[str, ...] = (),
) -> Finding:
    window = case.window
    names = tuple(dict.fromkeys(case.name_of(entry.field.section) for entry in entries))
    words = {name: format_when(part) if isinstance(part, dt.date) else part for name, part in context.items()}
    words |= {"opens": format_long_date(window.opens), "closes": format_long_date(window.closes)}
    message = sentence.format(sections=join_words(names), **words)
    citation = window.citation if code == "late" else case.checklist.edition.clause("saving").citation
    ids = tuple(entry.field.id for entry in entries)
    return Finding(code, severity, ids, message, citation, {"sections": names, **context}, readings)


def _is_unsaved(case: Case, entry: Requirement) -> bool:
    timing = case.timing_of(entry)
    if entry.status is not Status.REQUIRED or timing is Timing.COUNTS:
        return False
    # A section whose save is in doubt may have held another answer in the window than the blank that it holds now; one
    # that was certainly not saved in time lacks also what its source does not carry.
    return case.is_given(entry) or (timing in IN_DOUBT) is not (entry.field.id in case.return_.not_carried.fields)


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


def _within(case: Case, sections: Collection[str]) -> list[Requirement]:
    return [entry for entry in case.checklist if entry.field.section in sections] if sections else []


def _by_save(case: Case, entries: Iterable[Requirement]) -> dict[Save, list[Requirement]]:
    groups: dict[Save, list[Requirement]] = {}
    for entry in entries:
        groups.setdefault(case.saves[entry.field.section], []).append(entry)
    return groups
