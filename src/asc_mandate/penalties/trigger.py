"""Whether missed windows meet the policy that may lead to a notice of intent."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations

from attrs import frozen

from asc_mandate.calendar import Calendar
from asc_mandate.moments import day_of
from asc_mandate.notice.duty import FIRST_WINDOW
from asc_mandate.notice.enforcement import FIRST_CLOSE, MISSED_IN_A_ROW, MISSED_IN_ALL, MONTHS_LOOKED_BACK
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import ReportingWindow, has_closed, window_of


class Answer(StrEnum):
    """The answer to a test of eligibility."""

    MET = "met"
    NOT_MET = "not_met"
    NEEDS_JUDGEMENT = "needs_judgement"
    """A person has to decide."""
    UNKNOWN = "unknown"
    """Too little was given."""


@frozen
class Trigger:
    """Whether the policy trigger is met: 3 windows missed in a row, or any 4 of the latest 12 that have closed.

    Attributes:
        answer: MET, NOT_MET, or UNKNOWN where unknown months could tip it.
        met_by: The windows that meet it.
        missed: All missed windows that were looked at.
        unknown: The unknown months that could tip it, where the answer is UNKNOWN.
        not_known: All unknown months that were looked at.
        windows: The windows that were looked at, earliest first.
        readings: The ids of the readings it rests on.
    """

    answer: Answer
    met_by: tuple[ReportingWindow, ...]
    missed: tuple[ReportingWindow, ...]
    unknown: tuple[ReportingWindow, ...]
    not_known: tuple[ReportingWindow, ...]
    windows: tuple[ReportingWindow, ...]
    readings: tuple[str, ...] = MONTHS_LOOKED_BACK.readings + MISSED_IN_A_ROW.readings


def trigger_on(ledger: Ledger, on: dt.date, calendar: Calendar) -> Trigger:
    """Return whether the trigger is met on a day or at a moment."""
    return _trigger(ledger, latest_closed(on, calendar))


def trigger_if_missed(ledger: Ledger, window: ReportingWindow, calendar: Calendar) -> Trigger:
    """Return whether the trigger would be met once a window has closed and was missed."""
    outcomes = {**ledger.outcomes, (window.year, window.month): Outcome.NOT_MET}
    return _trigger(Ledger(outcomes), latest_closed(window.ends_at, calendar))


def latest_closed(on: dt.date, calendar: Calendar) -> tuple[ReportingWindow, ...]:
    """Return the latest windows that have closed, earliest first: as many as the policy looks back on."""
    day, first = day_of(on), FIRST_WINDOW.value
    windows: list[ReportingWindow] = []
    while (day.year, day.month) >= (first.year, first.month) and len(windows) < MONTHS_LOOKED_BACK.value:
        window = window_of(day.year, day.month, calendar)
        if has_closed(window, on):
            windows.insert(0, window)
        # To the last day of the month before.
        day -= dt.timedelta(days=day.day)
    return tuple(windows)


def _trigger(ledger: Ledger, windows: tuple[ReportingWindow, ...]) -> Trigger:
    # A window that cannot found a penalty is as one without the duty: it neither counts nor bridges.
    outcomes = [ledger.outcome(window.year, window.month) if counts(window) else Outcome.NOT_DUE for window in windows]
    answer = answer_of(outcomes)
    decisive = tuple(windows[place] for place in places_that_decide(outcomes))
    return Trigger(
        answer=answer,
        met_by=decisive if answer is Answer.MET else (),
        missed=tuple(windows[place] for place, outcome in enumerate(outcomes) if outcome is Outcome.NOT_MET),
        unknown=decisive if answer is Answer.UNKNOWN else (),
        not_known=tuple(windows[place] for place, outcome in enumerate(outcomes) if outcome is None),
        windows=windows,
    )


def missed_earlier(
    ledger: Ledger, windows: tuple[ReportingWindow, ...], calendar: Calendar
) -> tuple[ReportingWindow, ...]:
    """Return the windows that are known to be missed before those that the policy looks at, and can found a penalty."""
    missed = [
        window_of(*month, calendar)
        for month, outcome in ledger.outcomes.items()
        if outcome is Outcome.NOT_MET and windows and month < (windows[0].year, windows[0].month)
    ]
    return tuple(window for window in missed if counts(window))


def counts(window: ReportingWindow) -> bool:
    """Return whether a window can found a penalty: it closed when the regulations were in force."""
    return window.closes >= FIRST_CLOSE.value


def answer_of(outcomes: Sequence[Outcome | None]) -> Answer:
    """Return whether outcomes in a row meet the trigger, however those that are not known turn out."""
    if _meeting([outcome is Outcome.NOT_MET for outcome in outcomes]):
        return Answer.MET
    could_meet = _meeting([outcome is Outcome.NOT_MET or outcome is None for outcome in outcomes])
    return Answer.UNKNOWN if could_meet else Answer.NOT_MET


def places_that_decide(outcomes: Sequence[Outcome | None]) -> list[int]:
    """Return the places of the missed outcomes that meet the trigger, or else of the unknown ones that could tip it."""
    missed = [outcome is Outcome.NOT_MET for outcome in outcomes]
    unknown = [place for place, outcome in enumerate(outcomes) if outcome is None]
    return _meeting(missed) or [place for place in unknown if _could_tip(place, missed, unknown)]


def _could_tip(place: int, missed: Sequence[bool], unknown: Sequence[int]) -> bool:
    """Return whether an unknown place decides, for some way in which the other unknown ones turn out."""
    others = [other for other in unknown if other != place]
    # No more missed than fall short of the trigger by their number; most first, because those are nearest to it.
    for more in range(MISSED_IN_ALL.value - 1 - sum(missed), -1, -1):
        for also_missed in combinations(others, more):
            without = [was_missed or other in also_missed for other, was_missed in enumerate(missed)]
            with_it = [was_missed or other == place for other, was_missed in enumerate(without)]
            if _meeting(with_it) and not _meeting(without):
                return True
    return False


def _meeting(missed: Sequence[bool]) -> list[int]:
    """Return the places that meet the trigger together: all missed where they are enough, otherwise those in runs."""
    places = [place for place, was_missed in enumerate(missed) if was_missed]
    if len(places) >= MISSED_IN_ALL.value:
        return places
    run = MISSED_IN_A_ROW.value
    starts = [start for start in places if all(missed[start : start + run]) and start + run <= len(missed)]
    return sorted({place for start in starts for place in range(start, start + run)})
