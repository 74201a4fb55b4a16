"""Whether missed windows meet the policy that may lead to a notice of intent."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from itertools import combinations, groupby

from attrs import evolve, frozen

from asc_mandate._coerce import day_of
from asc_mandate._format import join_words
from asc_mandate.calendar import Calendar
from asc_mandate.notice.enforcement import FIRST_CLOSE, MISSED_IN_A_ROW, MISSED_IN_ALL, MONTHS_LOOKED_BACK
from asc_mandate.notice.history import FIRST_WINDOW
from asc_mandate.penalties import sentences
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import ReportingWindow, window_of

Windows = tuple[ReportingWindow, ...]
NUMBERS = {"row": MISSED_IN_A_ROW.value, "some": MISSED_IN_ALL.value, "back": MONTHS_LOOKED_BACK.value}
"""The policy's numbers, for sentences."""


class EligibilityAnswer(StrEnum):
    """The answer to a test of eligibility."""

    MET = "met"
    NOT_MET = "not_met"
    NEEDS_JUDGEMENT = "needs_judgement"
    """A person has to decide."""
    UNKNOWN = "unknown"
    """Too little was given."""


@frozen(repr=False)
class Trigger:
    """Whether the policy trigger is met: 3 windows missed in a row, or any 4 of the latest 12 that have closed.

    Attributes:
        answer: MET, NOT_MET, or UNKNOWN where unknown months could tip it.
        met_by: The windows that meet it.
        missed: The missed windows that were looked at and can found a penalty.
        missed_not_counting: Those that cannot, because they closed before the regulations were in force.
        unknown: The unknown months that could tip it, where the answer is UNKNOWN.
        not_known: All unknown months that were looked at.
        counted_as_met: The months that the caller decided to count as met.
        windows: The windows that were looked at, earliest first.
        readings: The ids of the readings it rests on.
    """

    answer: EligibilityAnswer
    met_by: Windows
    missed: Windows
    missed_not_counting: Windows
    unknown: Windows
    not_known: Windows
    counted_as_met: Windows
    windows: Windows
    readings: tuple[str, ...] = MONTHS_LOOKED_BACK.readings + MISSED_IN_A_ROW.readings

    def __str__(self) -> str:
        number, windows = len(self.missed), len(self.windows)
        if self.answer is EligibilityAnswer.UNKNOWN:
            return sentences.TRIGGER_UNKNOWN.format(windows=name_windows(self.unknown))
        if self.answer is EligibilityAnswer.NOT_MET:
            which = " that can found a penalty" if self.missed_not_counting else ""
            missed = f"{number or 'none'}{which} {'is' if number < 2 else 'are'}"
            return sentences.TRIGGER_NOT_MET.format(windows=windows, missed=missed, **NUMBERS)
        by_number = number >= MISSED_IN_ALL.value
        sentence = sentences.TRIGGER_MET_BY_NUMBER if by_number else sentences.TRIGGER_MET_BY_RUN
        return sentence.format(windows=windows, missed=f"{number} were", month=self.met_by[-1].label)

    def __repr__(self) -> str:
        counts = f"{len(self.missed)} missed and {len(self.not_known)} unknown of {len(self.windows)} windows"
        return f"Trigger({self.answer.value.replace('_', ' ')}: {counts})"


def name_windows(windows: Windows) -> str:
    """Return windows as part of a sentence: "windows of May 2026 and July 2026 to September 2026"."""
    labels: list[str] = []
    for _, numbered in groupby(enumerate(windows), lambda pair: pair[1].year * 12 + pair[1].month - pair[0]):
        run = [window.label for _, window in numbered]
        labels += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else run
    return f"window{'s' if len(windows) > 1 else ''} of {join_words(labels)}"


def trigger_on(ledger: Ledger, on: dt.date, calendar: Calendar) -> Trigger:
    """Return whether the trigger is met on a day or at a moment."""
    windows = latest_closed(on, calendar)
    given = [(window, ledger.outcome_in(window)) for window in windows]
    # A window that cannot found a penalty is as one without the duty: it neither counts nor bridges.
    outcomes = [outcome if counts(window) else Outcome.NOT_DUE for window, outcome in given]
    answer = answer_of(outcomes)
    decisive = tuple(windows[place] for place in places_that_decide(outcomes))
    missed = [window for window, outcome in given if outcome is Outcome.NOT_MET]
    return Trigger(
        answer=answer,
        met_by=decisive if answer is EligibilityAnswer.MET else (),
        missed=tuple(window for window in missed if counts(window)),
        missed_not_counting=tuple(window for window in missed if not counts(window)),
        unknown=decisive if answer is EligibilityAnswer.UNKNOWN else (),
        not_known=tuple(window for window, outcome in given if outcome is None and counts(window)),
        counted_as_met=tuple(window for window in windows if (window.year, window.month) in ledger.counted_as_met),
        windows=windows,
    )


def trigger_if_missed(ledger: Ledger, window: ReportingWindow, calendar: Calendar) -> Trigger:
    """Return whether the trigger would be met once a window has closed and was missed."""
    outcomes = {**ledger.outcomes, (window.year, window.month): Outcome.NOT_MET}
    return trigger_on(evolve(ledger, outcomes=outcomes), window.ends_at, calendar)


def latest_closed(on: dt.date, calendar: Calendar) -> Windows:
    """Return the latest windows that have closed, earliest first: as many as the policy looks back on."""
    day, first = day_of(on), FIRST_WINDOW.value
    windows: list[ReportingWindow] = []
    while day >= first and len(windows) < MONTHS_LOOKED_BACK.value:
        window = window_of(day.year, day.month, calendar)
        if window.has_closed(on):
            windows.insert(0, window)
        # To the last day of the month before.
        day -= dt.timedelta(days=day.day)
    return tuple(windows)


def missed_before(ledger: Ledger, windows: Windows, calendar: Calendar) -> Windows:
    """Return the windows that are known to be missed before those that the policy looks at."""
    first = min(windows, default=None)
    months = [month for month in ledger.outcomes if first is not None and month < (first.year, first.month)]
    earlier = [window_of(*month, calendar) for month in months]
    return tuple(window for window in earlier if ledger.outcome_in(window) is Outcome.NOT_MET)


def counts(window: ReportingWindow) -> bool:
    """Return whether a window can found a penalty: it closed when the regulations were in force."""
    return window.closes >= FIRST_CLOSE.value


def answer_of(outcomes: Sequence[Outcome | None]) -> EligibilityAnswer:
    """Return whether outcomes in a row meet the trigger, however those that are not known turn out."""
    if _meeting([outcome is Outcome.NOT_MET for outcome in outcomes]):
        return EligibilityAnswer.MET
    could_meet = _meeting([outcome is Outcome.NOT_MET or outcome is None for outcome in outcomes])
    return EligibilityAnswer.UNKNOWN if could_meet else EligibilityAnswer.NOT_MET


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
