"""When each section of a return was saved, and whether that counts."""

import datetime as dt
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from asc_mandate._moments import day_of, is_after
from asc_mandate.returns import Return
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


def saves_of(return_: Return, on: dt.date, window: ReportingWindow, sections: Iterable[str]) -> dict[str, Save]:
    """Return the save of each of some sections."""
    saved, lacking = return_.saved, return_.not_carried
    knows_earlier = not lacking.earlier_saves
    by_section, everywhere = (saved, None) if isinstance(saved, Mapping) else (None, saved or on)
    saves: dict[str, Save] = {}
    for section in sections:
        if by_section is not None:
            moment = by_section.get(section)
        elif section in lacking.saves or (saved is None and section in lacking.unreadable_saves):
            moment = None
        else:
            moment = everywhere
        if moment is not None:
            saves[section] = Save(moment, _timing(moment, on, window, knows_earlier=knows_earlier))
        elif section in lacking.unreadable_saves:
            saves[section] = Save(None, Timing.UNREADABLE)
        else:
            saves[section] = Save(None, Timing.UNKNOWN if section in lacking.saves else Timing.NONE)
    return saves


def _timing(moment: dt.date, on: dt.date, window: ReportingWindow, *, knows_earlier: bool) -> Timing:
    day = day_of(moment)
    ahead = is_after(moment, on)
    if ahead or day > window.closes:
        return (Timing.AHEAD if ahead else Timing.LATE) if knows_earlier else Timing.OVERWRITTEN
    return Timing.EARLY if day < window.opens else Timing.COUNTS
