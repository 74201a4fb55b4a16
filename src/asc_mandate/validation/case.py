"""Everything that is known about one return, read once: what it is judged by, its saves and its answers."""

import datetime as dt
from collections.abc import Mapping

from attrs import frozen

from asc_mandate._moments import day_of
from asc_mandate.calendar import Calendar
from asc_mandate.checklists import Checklist, Requirement, checklist_by_section
from asc_mandate.notice.index import sections_of
from asc_mandate.returns import Return
from asc_mandate.validation.saves import IN_DOUBT, Save, Timing, saves_of
from asc_mandate.validation.values import Answer, Fault, read
from asc_mandate.windows import ReportingWindow


@frozen(eq=False)
class Case:
    """Everything that is known about one return.

    Attributes:
        return_: The return.
        on: The day or the moment in London of the check.
        calendar: The working days and campaigns to judge by.
        checklist: What the return is judged by, each section by its own day, the rest by the deciding one.
        saves: Section id to save, for every section of the checklist.
        answers: Field id to answer; blanks and faults are left out.
        faults: Field id to what is wrong with its value.
        unknown_keys: Keys of the values that are no field of the list.
        copies: How many returns of a batch are for this location and service.
    """

    return_: Return
    on: dt.date
    calendar: Calendar
    checklist: Checklist
    saves: Mapping[str, Save]
    answers: Mapping[str, Answer]
    faults: Mapping[str, Fault]
    unknown_keys: tuple[object, ...]
    copies: int

    @property
    def window(self) -> ReportingWindow:
        """The window that is judged."""
        return self.checklist.window

    @property
    def has_closed(self) -> bool:
        """Whether the window has closed by the check."""
        return self.window.has_closed(self.on)

    def timing_of(self, entry: Requirement) -> Timing:
        """Return how the save of a field's section lies to the window and to the check."""
        return self.saves[entry.field.section].timing

    def is_given(self, entry: Requirement) -> bool:
        """Return whether a field holds something, if only something wrong."""
        return entry.field.id in self.answers or entry.field.id in self.faults

    def name_of(self, section: str) -> str:
        """Return what messages call a section."""
        return self.checklist.sections[section].name


def case_of(return_: Return, on: dt.date, window: ReportingWindow, calendar: Calendar, copies: int = 1) -> Case:
    """Return what is known of a return that is judged for a window on a day or at a moment in London.

    A section is judged by the day on which it was saved, where that lies in the window; otherwise by the day of the
    return's last save in the window; without any, and where its own save is in doubt, by the day of the check, moved
    into the window.
    """
    saves = saves_of(return_, on, window, sections_of(return_.service))
    nearest = window.day_nearest(on)
    days = {id: day_of(save.moment) for id, save in saves.items() if save.timing is Timing.COUNTS and save.moment}
    day = max(days.values(), default=nearest)
    # Where a save is in doubt, there may have been one as late as the check.
    days |= {id: nearest for id, save in saves.items() if save.timing in IN_DOUBT}
    own = tuple([(section, own_day) for section, own_day in days.items() if own_day != day])
    checklist = checklist_by_section(return_.service, day, own, calendar)
    values, by_id = return_.values, checklist.by_id
    answers: dict[str, Answer] = {}
    faults: dict[str, Fault] = {}
    for id, entry in by_id.items():
        answer = read(values.get(id), entry.field.kind)
        if isinstance(answer, Fault):
            faults[id] = answer
        elif answer is not None:
            answers[id] = answer
    return Case(
        return_=return_,
        on=on,
        calendar=calendar,
        checklist=checklist,
        saves={section: saves[section] for section in checklist.sections},
        answers=answers,
        faults=faults,
        unknown_keys=tuple([key for key in values if key not in by_id]),
        copies=copies,
    )
