"""What is looked for in the saves: dated later than the check, outside the window, not to be read, or none at all."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from typing import cast

from asc_mandate import sentences
from asc_mandate._coerce import day_of
from asc_mandate._format import format_long_date, format_when, join_words, quote
from asc_mandate.checklists import Requirement
from asc_mandate.conditions import Status
from asc_mandate.notice.readings import DAY_OF_AN_UNSAVED_SECTION
from asc_mandate.validation.case import IN_DOUBT, Case, Timing
from asc_mandate.validation.findings import Finding, Severity
from asc_mandate.validation.personal import identifies


def saved_after_check(case: Case) -> Iterator[Finding]:
    """Find saves that are dated later than the check."""
    ahead = [section for section, save in case.saves.items() if save.timing is Timing.AHEAD]
    for (_, moment), sections in _by_save(case, ahead).items():
        names = _names(case, sections)
        yield Finding(
            "saved-after-check",
            Severity.CONTRADICTION,
            tuple(entry.field.id for entry in case.plan.requirements if entry.field.section in sections),
            sentences.SAVED_AFTER_CHECK.format(
                sections=join_words(names), saved=format_when(cast("dt.date", moment)), on=format_when(case.on)
            ),
            case.plan.edition.clause("saving").citation,
            {"sections": names, "saved": moment, "on": case.on},
        )


def not_saved(case: Case) -> Iterator[Finding]:
    """Find the fields that are given and required, in sections that were not saved in the window."""
    unsaved: dict[str, list[str]] = {}
    all_count = all(save.timing is Timing.COUNTS for save in case.saves.values())
    for entry in () if all_count else case.plan.requirements:
        if _is_unsaved(case, entry):
            unsaved.setdefault(entry.field.section, []).append(entry.field.id)
    window = case.window
    days = {"opens": window.opens, "closes": window.closes}
    if day_of(case.on) < window.opens:
        yield Finding(
            "window-not-open",
            Severity.BREACH,
            tuple(id for ids in unsaved.values() for id in ids),
            sentences.WINDOW_NOT_OPEN.format(
                opens=format_long_date(window.opens), closes=format_long_date(window.closes)
            ),
            window.citation,
            days,
            window.readings,
        )
        return
    for (timing, moment), sections in _by_save(case, unsaved).items():
        if timing is Timing.UNREADABLE:
            continue
        names = _names(case, sections)
        code = _UNSAVED_CODES[timing]
        yield Finding(
            code,
            Severity.QUERY if timing in IN_DOUBT else Severity.BREACH,
            tuple(id for section in sections for id in unsaved[section]),
            _unsaved_sentence(case, timing).format(
                sections=join_words(names),
                saved=moment and format_when(moment),
                opens=format_long_date(window.opens),
                closes=format_long_date(window.closes),
                save=_save_sentence(case),
            ),
            window.citation if code == "late" else case.plan.edition.clause("saving").citation,
            {"sections": names, "saved": moment if case.return_.saved is not None else None, **days},
            (*window.readings, *((DAY_OF_AN_UNSAVED_SECTION.id,) if _judged_by_other_saves(case, sections) else ())),
        )


def unreadable_saves(case: Case) -> Iterator[Finding]:
    """Find what the source gives in place of a save: the outcome turns on it only where a section has no other."""
    grouped: dict[str, list[str]] = {}
    for section, text in case.return_.not_carried.unreadable_saves.items():
        if section in case.saves:
            grouped.setdefault(text, []).append(section)
    for text, given in grouped.items():
        doubtful = [section for section in given if case.saves[section].timing is Timing.UNREADABLE]
        unsaved = [
            entry for entry in case.plan.requirements if entry.field.section in doubtful and _is_unsaved(case, entry)
        ]
        decides = {entry.field.section for entry in unsaved}
        sections = [section for section in given if not decides or section in decides]
        fields = unsaved or [entry for entry in case.plan.requirements if entry.field.section in sections]
        shown = "(withheld)" if _identifies(text) else quote(text)
        window, names = case.window, _names(case, sections)
        yield Finding(
            "save-unreadable",
            Severity.QUERY if decides else Severity.NOTE,
            tuple(entry.field.id for entry in fields),
            (sentences.SAVE_UNREADABLE if decides else sentences.SAVE_NOT_USED).format(
                sections=join_words(names),
                given=shown,
                opens=format_long_date(window.opens),
                closes=format_long_date(window.closes),
            ),
            case.plan.edition.clause("saving").citation,
            {"sections": names, "given": shown, "opens": window.opens, "closes": window.closes},
            window.readings,
        )


def _identifies(text: str) -> bool:
    # Days and times have the digits of a telephone number, too.
    return "@" in text or bool(identifies(text) and not re.search("[:/]", text))


_UNSAVED_CODES = {
    Timing.UNKNOWN: "save-not-known",
    Timing.OVERWRITTEN: "save-not-known",
    Timing.NONE: "not-saved-in-window",
    Timing.AHEAD: "not-saved-in-window",
    Timing.EARLY: "not-saved-in-window",
    Timing.LATE: "late",
}


def _is_unsaved(case: Case, entry: Requirement) -> bool:
    if entry.status is not Status.REQUIRED:
        return False
    timing = case.saves[entry.field.section].timing
    if timing is Timing.COUNTS:
        return False
    id = entry.field.id
    if id in case.answers or id in case.faults:
        return True
    # A section whose save is in doubt may have held another answer in the window than the blank that it holds now; one
    # that was certainly not saved in time lacks also what its source does not carry.
    return (timing in IN_DOUBT) is not (id in case.return_.not_carried.fields)


def _unsaved_sentence(case: Case, timing: Timing) -> str:
    if timing is Timing.UNKNOWN or (timing is Timing.OVERWRITTEN and case.return_.saved is None):
        return sentences.SAVE_NOT_KNOWN
    if timing is Timing.OVERWRITTEN:
        return sentences.SAVE_OVERWRITTEN
    if timing is Timing.LATE:
        return sentences.LATE_BY_CHECK if case.return_.saved is None else sentences.LATE
    return sentences.SAVED_BEFORE_WINDOW if timing is Timing.EARLY else sentences.NOT_SAVED


def _save_sentence(case: Case) -> str:
    opens, closes = format_long_date(case.window.opens), format_long_date(case.window.closes)
    sentence = sentences.SAVE_WAS_DUE if case.has_closed else sentences.SAVE_NOW
    return sentence.format(opens=opens, closes=closes)


def _judged_by_other_saves(case: Case, sections: list[str]) -> bool:
    depends = any(entry.field.condition for entry in case.plan.requirements if entry.field.section in sections)
    return depends and any(save.timing is Timing.COUNTS for save in case.saves.values())


def _by_save(case: Case, sections: Iterable[str]) -> dict[tuple[Timing, dt.date | None], list[str]]:
    groups: dict[tuple[Timing, dt.date | None], list[str]] = {}
    for section in sections:
        save = case.saves[section]
        groups.setdefault((save.timing, save.moment), []).append(section)
    return groups


def _names(case: Case, sections: Iterable[str]) -> tuple[str, ...]:
    return tuple(case.name_of(section) for section in sections)
