"""Which sections were saved inside the window, and by which day's checklist each is judged."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from attrs import evolve, frozen

from asc_mandate.calendar import Calendar
from asc_mandate.checklists import Checklist, Requirement, checklist_of
from asc_mandate.conditions import Status
from asc_mandate.moments import day_of, is_after
from asc_mandate.notice.model import ServiceType
from asc_mandate.returns import Return
from asc_mandate.validation.spotless import Look, look_at
from asc_mandate.windows import ReportingWindow, reporting_window


class Timing(Enum):
    """How a save lies to the window and to the check."""

    COUNTS = auto()
    """Inside the window, and not after the check."""
    NONE = auto()
    EARLY = auto()
    """Before the window opened."""
    LATE = auto()
    """After the window closed."""
    AHEAD = auto()
    """After the check itself, so it cannot have happened yet."""
    UNKNOWN = auto()
    """The source of the return does not say."""
    OVERWRITTEN = auto()
    """After the window closed or after the check, and the source of the return knows of no earlier save."""


IN_DOUBT = frozenset({Timing.UNKNOWN, Timing.OVERWRITTEN})
"""Where it cannot be known whether there was a save inside the window."""


@frozen
class Save:
    """When a section was saved, if it was, and whether that counts.

    Attributes:
        section: The name of the section.
        moment: A date or a moment in London; None where the section was not saved.
        timing: How it lies to the window and to the check.
    """

    section: str
    moment: dt.date | None
    timing: Timing


@frozen
class Group:
    """The requirements that were saved together."""

    section: str
    save: Save
    requirements: tuple[Requirement, ...]


@frozen
class Saves:
    """The saves of one return, and the checklist that follows from them.

    Attributes:
        window: The window of the check's month.
        checklist: What each section is judged by.
        sections: Section id to save, for every section on the checklist.
        unknown: The section ids that a save was given for and that no list has.
        groups: The requirements of each section.
        all_count: Whether every section was saved in time.
        look: What can be seen of the values at a glance.
    """

    window: ReportingWindow
    checklist: Checklist
    sections: Mapping[str, Save]
    unknown: tuple[str, ...]
    groups: tuple[Group, ...]
    all_count: bool
    look: Look


def saves_of(return_: Return, on: dt.date, calendar: Calendar) -> Saves:
    """Return when each section was saved and what it is judged by.

    A section is judged by the checklist of the day on which it was saved, where that lies in the window, and otherwise
    by that of the day of the check, moved into the window.
    """
    saved, lacking = return_.saved, return_.not_carried
    hidden = Hidden(frozenset(lacking.saves), lacking.earlier_saves)
    if isinstance(saved, Mapping):
        return _saves(return_.service, saved, hidden, on, calendar)
    # A moment of the hour that comes twice equals the one an hour before it, so a cache would take one for the other.
    twice = any(isinstance(moment, dt.datetime) and moment.fold for moment in (saved, on))
    at_once = _saved_at_once.__wrapped__ if twice else _saved_at_once
    return at_once(return_.service, saved, hidden, on, calendar)


class Hidden(NamedTuple):
    """What the source of a return hides of its saves."""

    sections: frozenset[str]
    earlier: bool


# A cache because most returns of a batch were saved at once, on few days.
@lru_cache(maxsize=1024)
def _saved_at_once(
    service: ServiceType, saved: dt.date | None, hidden: Hidden, on: dt.date, calendar: Calendar
) -> Saves:
    window, base = _window_and_base(service, on, calendar)
    moment = on if saved is None else saved
    sections = {**_section_names(base), **_section_names(_judging(service, moment, window, base, calendar))}
    moments = {section: moment for section in sections if section not in hidden.sections}
    return _saves(service, moments, hidden, on, calendar)


def _window_and_base(service: ServiceType, on: dt.date, calendar: Calendar) -> tuple[ReportingWindow, Checklist]:
    window = reporting_window(on, calendar=calendar)
    return window, checklist_of(service, deciding_day(on, window), calendar)


def _judging(
    service: ServiceType, moment: dt.date | None, window: ReportingWindow, base: Checklist, calendar: Calendar
) -> Checklist:
    if moment is None or moment not in window:
        return base
    return checklist_of(service, day_of(moment), calendar)


def _saves(
    service: ServiceType, moments: Mapping[str, dt.date | None], hidden: Hidden, on: dt.date, calendar: Calendar
) -> Saves:
    window, base = _window_and_base(service, on, calendar)
    judged = {
        section: _judging(service, moments.get(section), window, base, calendar)
        for section in {**_section_names(base), **moments}
    }
    checklist = _composed(base, judged)
    one_day = all(other is checklist for other in judged.values())
    plan = _plan_of_day(service, checklist.day, calendar) if one_day else _plan(checklist)
    names = {id: name for other in judged.values() for id, name in _section_names(other).items()}
    sections = {
        section: Save(name, moments.get(section), _timing(section, moments.get(section), hidden, on, window))
        for section, name in names.items()
    }
    return Saves(
        window=window,
        checklist=checklist,
        sections=sections,
        unknown=tuple(section for section in moments if section not in names),
        groups=tuple(Group(section, sections[section], asked) for section, asked in plan.requirements.items()),
        all_count=all(save.timing is Timing.COUNTS for save in sections.values()),
        look=plan.look,
    )


@frozen
class Plan:
    """What follows from a checklist alone, for whatever moments its sections were saved at."""

    requirements: Mapping[str, tuple[Requirement, ...]]
    look: Look


# A cache because forms are judged at ever new moments of the same few days.
@lru_cache(maxsize=256)
def _plan_of_day(service: ServiceType, day: dt.date, calendar: Calendar) -> Plan:
    return _plan(checklist_of(service, day, calendar))


def _plan(checklist: Checklist) -> Plan:
    requirements: dict[str, tuple[Requirement, ...]] = {}
    for entry in checklist:
        requirements[entry.field.section] = (*requirements.get(entry.field.section, ()), entry)
    asked = [entry.field for entry in checklist if entry.status is not Status.NOT_REQUIRED]
    return Plan(
        requirements=requirements,
        look=look_at(
            tuple((field.id, field.kind) for field in asked),
            frozenset(entry.field.id for entry in checklist if entry.status is Status.NOT_REQUIRED),
        ),
    )


def deciding_day(on: dt.date, window: ReportingWindow) -> dt.date:
    """Return the day of the check, moved into the window."""
    return min(max(day_of(on), window.opens), window.closes)


def _timing(section: str, moment: dt.date | None, hidden: Hidden, on: dt.date, window: ReportingWindow) -> Timing:
    if moment is None:
        return Timing.UNKNOWN if section in hidden.sections else Timing.NONE
    day = day_of(moment)
    ahead, late = is_after(moment, on), day > window.closes
    if hidden.earlier and (ahead or late):
        return Timing.OVERWRITTEN
    if ahead:
        return Timing.AHEAD
    if late:
        return Timing.LATE
    return Timing.EARLY if day < window.opens else Timing.COUNTS


def _section_names(checklist: Checklist) -> dict[str, str]:
    return {section.id: section.name for section in checklist.edition.sections(checklist.service)}


def _composed(base: Checklist, judged: Mapping[str, Checklist]) -> Checklist:
    """Join the sections of several days' checklists into one."""
    first, *others = judged.values()
    if all(checklist is first for checklist in others):
        return first
    joined = {
        requirement.field.id: requirement
        for section, checklist in judged.items()
        for requirement in checklist
        if requirement.field.section == section
    }
    # A field that a new edition moved to another section may be left out by the days of both sections.
    for requirement in base:
        if requirement.field.id in judged[requirement.field.section]:
            joined.setdefault(requirement.field.id, requirement)
    return evolve(base, requirements=tuple(joined.values()))
