"""What is found in the saves: too early, too late, not at all, or not yet possible."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from asc_mandate import sentences
from asc_mandate.moments import day_of
from asc_mandate.rules import Severity
from asc_mandate.validation.findings import Finding
from asc_mandate.validation.saving import IN_DOUBT, Saves, Timing

_NOT_SAVED = ("not-saved-in-window", "saving", sentences.NOT_SAVED)
_UNSAVED = {
    Timing.UNKNOWN: ("save-not-known", "saving", sentences.SAVE_NOT_KNOWN),
    Timing.OVERWRITTEN: ("save-not-known", "saving", sentences.SAVE_OVERWRITTEN),
    Timing.NONE: _NOT_SAVED,
    Timing.AHEAD: _NOT_SAVED,
    Timing.EARLY: ("not-saved-in-window", "saving", sentences.SAVED_BEFORE_WINDOW),
    Timing.LATE: ("late", "reporting-window", sentences.LATE),
}


def timing_findings(saves: Saves, unsaved: Mapping[str, tuple[str, ...]], on: dt.date) -> Iterator[Finding]:
    """Find what is wrong with the saves, given the fields that are given and required but not saved in time.

    Sections that share one save share one finding.
    """
    edition, window = saves.checklist.edition, saves.window
    days = {"opens": window.opens, "closes": window.closes}
    ahead = [section for section, save in saves.sections.items() if save.timing is Timing.AHEAD]
    for (_, moment), sections in _by_save(saves, ahead).items():
        yield Finding(
            code="saved-after-check",
            severity=Severity.CONTRADICTION,
            fields=tuple(
                requirement.field.id for requirement in saves.checklist if requirement.field.section in sections
            ),
            context={"sections": _names(saves, sections), "saved": moment, "on": on},
            citation=edition.clause("saving").citation,
            sentence=sentences.SAVED_AFTER_CHECK,
        )
    if day_of(on) < window.opens:
        yield Finding(
            code="window-not-open",
            severity=Severity.BREACH,
            fields=tuple(field for fields in unsaved.values() for field in fields),
            context=days,
            citation=edition.clause("reporting-window").citation,
            sentence=sentences.WINDOW_NOT_OPEN,
            readings=window.readings,
        )
        return
    for (timing, moment), sections in _by_save(saves, unsaved).items():
        code, clause, sentence = _UNSAVED[timing]
        yield Finding(
            code=code,
            severity=Severity.QUERY if timing in IN_DOUBT else Severity.BREACH,
            fields=tuple(field for section in sections for field in unsaved[section]),
            context={"sections": _names(saves, sections), "saved": moment, **days},
            citation=edition.clause(clause).citation,
            sentence=sentence,
            readings=window.readings,
        )


def _by_save(saves: Saves, sections: Iterable[str]) -> dict[tuple[Timing, dt.date | None], list[str]]:
    groups: dict[tuple[Timing, dt.date | None], list[str]] = {}
    for section in sections:
        save = saves.sections[section]
        groups.setdefault((save.timing, save.moment), []).append(section)
    return groups


def _names(saves: Saves, sections: list[str]) -> tuple[str, ...]:
    return tuple(saves.sections[section].section for section in sections)
