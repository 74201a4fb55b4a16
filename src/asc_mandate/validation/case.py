"""Everything that is known about one return, read once: what it is judged by, its saves and its answers."""

import datetime as dt
from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from attrs import field, frozen

from asc_mandate._coerce import day_of, is_after
from asc_mandate.calendar import Calendar
from asc_mandate.checklists import Requirement, checklist_of
from asc_mandate.conditions import Status
from asc_mandate.notice.index import sections_of
from asc_mandate.notice.shapes import Edition, Kind, ServiceType
from asc_mandate.returns import Return, Saved
from asc_mandate.validation.expressions import Rule
from asc_mandate.validation.rules import RULES
from asc_mandate.validation.values import READERS, Answer, Fault, Reader
from asc_mandate.windows import ReportingWindow


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
    UNREADABLE = auto()
    """What the source of the return says cannot be read."""
    OVERWRITTEN = auto()
    """After the window closed or after the check, and the source of the return knows of no earlier save."""


IN_DOUBT = frozenset({Timing.UNKNOWN, Timing.UNREADABLE, Timing.OVERWRITTEN})
"""Where it cannot be known whether there was a save inside the window."""


class Save(NamedTuple):
    """When a section was saved, in London, or None; and whether that counts."""

    moment: dt.date | None
    timing: Timing


@frozen(eq=False)
class Plan:
    """What a return is judged by, whatever its values.

    Attributes:
        edition: The edition of the notice.
        requirements: One for each field, in the notice's order.
        by_id: The same, by the ids of the fields.
        not_required: Those that are not required.
        undetermined: Those of which it cannot be known.
        options: Those of the fields that take options.
        sections: The ids of the sections, in the notice's order.
        rules: The rules that apply.
        readers: The ids of the fields, each with what reads its value.
    """

    edition: Edition
    requirements: tuple[Requirement, ...]
    by_id: Mapping[str, Requirement]
    not_required: tuple[Requirement, ...]
    undetermined: tuple[Requirement, ...]
    options: tuple[Requirement, ...]
    sections: tuple[str, ...]
    rules: tuple[Rule, ...]
    readers: tuple[tuple[str, Reader], ...]


@frozen(eq=False)
class Case:
    """Everything that is known about one return.

    Attributes:
        return_: The return.
        on: The day or the moment in London of the check.
        window: The window that is judged.
        day: The day whose edition applies where no save says otherwise.
        plan: What the return is judged by.
        saves: Section id to save, for every section of the plan.
        unknown_sections: The section ids that a save was given for and that the list does not have.
        answers: Field id to answer; blanks and faults are left out.
        faults: Field id to what is wrong with its value.
        unknown_keys: Keys of the values that are no field of the list.
        copies: How many returns of a batch are for this location and service.
    """

    return_: Return
    on: dt.date
    window: ReportingWindow
    day: dt.date
    plan: Plan
    saves: Mapping[str, Save]
    unknown_sections: tuple[str, ...]
    answers: Mapping[str, Answer]
    faults: Mapping[str, Fault]
    unknown_keys: tuple[object, ...]
    copies: int = field(default=1)

    @property
    def has_closed(self) -> bool:
        """Whether the window has closed by the check."""
        return self.window.has_closed(self.on)

    def name_of(self, section: str) -> str:
        """Return what messages call a section."""
        return sections_of(self.return_.service)[section].name


def case_of(return_: Return, on: dt.date, window: ReportingWindow, calendar: Calendar, copies: int = 1) -> Case:
    """Return what is known of a return that is judged for a window on a day or at a moment in London.

    A section is judged by the day on which it was saved, where that lies in the window; otherwise by the day of the
    return's last save in the window; without any, and where its save is in doubt, by the day of the check, moved into
    the window.
    """
    saves = _saves(return_, on, window)
    plan, day = _plan_for(return_.service, saves, moved_into(window, on), calendar)
    answers: dict[str, Answer] = {}
    faults: dict[str, Fault] = {}
    values = return_.values
    for id, read in plan.readers:
        value = values.get(id)
        answer = None if value is None else read(value)
        if isinstance(answer, Fault):
            faults[id] = answer
        elif answer is not None:
            answers[id] = answer
    return Case(
        return_=return_,
        on=on,
        window=window,
        day=day,
        plan=plan,
        saves={section: saves[section] for section in plan.sections},
        unknown_sections=_unknown_sections(return_.saved, plan),
        answers=answers,
        faults=faults,
        unknown_keys=tuple([key for key in values if key not in plan.by_id]),
        copies=copies,
    )


def _unknown_sections(saved: Saved, plan: Plan) -> tuple[str, ...]:
    if not isinstance(saved, Mapping):
        return ()
    return tuple(section for section in saved if section not in plan.sections)


def moved_into(window: ReportingWindow, on: dt.date) -> dt.date:
    """Return the day of the window that lies nearest to a day or moment in London."""
    return min(max(day_of(on), window.opens), window.closes)


def _saves(return_: Return, on: dt.date, window: ReportingWindow) -> dict[str, Save]:
    """Return the save of every section that any list of the service has."""
    saved, lacking = return_.saved, return_.not_carried
    sections = sections_of(return_.service)
    if isinstance(saved, Mapping):
        moments = saved
    else:
        untold = (*lacking.saves, *(lacking.unreadable_saves if saved is None else ()))
        moments = {section: on if saved is None else saved for section in sections if section not in untold}
    saves: dict[str, Save] = {}
    for section in sections:
        moment = moments.get(section)
        if moment is not None:
            saves[section] = Save(moment, _timing(moment, on, window, knows_earlier=not lacking.earlier_saves))
        elif section in lacking.unreadable_saves:
            saves[section] = Save(None, Timing.UNREADABLE)
        else:
            saves[section] = Save(None, Timing.UNKNOWN if section in lacking.saves else Timing.NONE)
    return saves


def _timing(moment: dt.date, on: dt.date, window: ReportingWindow, *, knows_earlier: bool) -> Timing:
    day = day_of(moment)
    ahead = moment is not on and day >= day_of(on) and is_after(moment, on)
    if ahead or day > window.closes:
        return (Timing.AHEAD if ahead else Timing.LATE) if knows_earlier else Timing.OVERWRITTEN
    return Timing.EARLY if day < window.opens else Timing.COUNTS


def _plan_for(
    service: ServiceType, saves: Mapping[str, Save], nearest: dt.date, calendar: Calendar
) -> tuple[Plan, dt.date]:
    """Return what sections saved like this are judged by together, and the day that decides for all others."""
    counted = {
        section: day_of(moment) for section, (moment, timing) in saves.items() if timing is Timing.COUNTS and moment
    }
    day = max(counted.values(), default=nearest)
    # Where a save is in doubt, there may have been one as late as the check.
    in_doubt = {section: nearest for section, save in saves.items() if save.timing in IN_DOUBT}
    days = {**counted, **in_doubt}
    plans = {its: plan_on(service, its, calendar) for its in {day, *days.values()}}
    if len(set(plans.values())) == 1:
        return plans[day], day
    return _composed(plans[day], {section: plans[its] for section, its in days.items()}), day


# Cached because a batch is judged on few days.
@lru_cache(maxsize=1024)
def plan_on(service: ServiceType, day: dt.date, calendar: Calendar) -> Plan:
    """Return what a return saved on a day is judged by; days that ask for the same share it."""
    checklist = checklist_of(service, day, calendar)
    return _plan(checklist.edition, checklist.requirements)


@lru_cache(maxsize=256)
def _plan(edition: Edition, requirements: tuple[Requirement, ...]) -> Plan:
    by_id = {requirement.field.id: requirement for requirement in requirements}
    return Plan(
        edition=edition,
        requirements=requirements,
        by_id=by_id,
        not_required=tuple(entry for entry in requirements if entry.status is Status.NOT_REQUIRED),
        undetermined=tuple(entry for entry in requirements if entry.status is Status.UNDETERMINED),
        options=tuple(entry for entry in requirements if entry.field.kind is Kind.OPTIONS),
        sections=tuple(dict.fromkeys(requirement.field.section for requirement in requirements)),
        rules=tuple(rule for rule in RULES if by_id.keys() >= set(rule.fields)),
        readers=tuple((id, READERS[requirement.field.kind]) for id, requirement in by_id.items()),
    )


def _composed(base: Plan, judged: Mapping[str, Plan]) -> Plan:
    """Join the sections of several days' plans into one."""
    plans = {section: judged.get(section, base) for section in (*base.sections, *judged)}
    joined = {
        requirement.field.id: requirement
        for section, plan in plans.items()
        for requirement in plan.requirements
        if requirement.field.section == section
    }
    # A field that a new edition moved to another section may be left out by the days of both sections.
    for requirement in base.requirements:
        if requirement.field.id in plans[requirement.field.section].by_id:
            joined.setdefault(requirement.field.id, requirement)
    return _plan(base.edition, tuple(joined.values()))
