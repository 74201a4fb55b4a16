"""Whether missed windows meet the policy that may lead to a notice of intent."""

import datetime as dt
from collections.abc import Collection, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import combinations, groupby

from attrs import frozen

from asc_mandate._format import join_words, one_line
from asc_mandate._moments import day_of
from asc_mandate.calendar import Calendar
from asc_mandate.notice.enforcement import FIRST_CLOSE, MISSED_IN_A_ROW, MISSED_IN_ALL, MONTHS_LOOKED_BACK
from asc_mandate.notice.history import FIRST_WINDOW
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import ReportingWindow, window_of

Windows = tuple[ReportingWindow, ...]
IN_A_ROW, IN_ALL, LOOKED_BACK = MISSED_IN_A_ROW.value, MISSED_IN_ALL.value, MONTHS_LOOKED_BACK.value


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
    """

    answer: EligibilityAnswer
    met_by: Windows
    missed: Windows
    missed_not_counting: Windows
    unknown: Windows
    not_known: Windows
    counted_as_met: Windows
    windows: Windows

    def __str__(self) -> str:
        if self.answer is EligibilityAnswer.UNKNOWN:
            return f"The answer turns on what came of the {name_windows(self.unknown)}."
        wanted = f"the policy asks for {IN_A_ROW} in a row, or any {IN_ALL}"
        if not self.windows:
            return f"No window has closed yet; {wanted}."
        number, of = len(self.missed), len(self.windows)
        windows = f"latest {of} windows that have" if of > 1 else "one window that has"
        looked_at = f"Of the {windows} closed, {number or 'none'}"
        if self.answer is EligibilityAnswer.MET:
            run = "" if number >= IN_ALL else f" in a row, the last in {self.met_by[-1].label}"
            return f"{looked_at} were missed{run}."
        which = " that can found a penalty" if self.missed_not_counting else ""
        verb = "is" if number < 2 else "are"
        return f"{looked_at}{which} {verb} known to be missed; {wanted}."

    def __repr__(self) -> str:
        missed, unknown = len(self.missed), len(self.not_known)
        return one_line(self, self.answer, f"{missed} missed and {unknown} unknown of {len(self.windows)} windows")


def name_windows(windows: Windows, *, runs: bool = True) -> str:
    """Return windows as part of a sentence: "windows of May 2026 and July 2026 to September 2026"."""
    labels: list[str] = []
    for _, numbered in groupby(enumerate(windows), lambda pair: pair[1].year * 12 + pair[1].month - pair[0]):
        run = [window.label for _, window in numbered]
        labels += [f"{run[0]} to {run[-1]}"] if runs and len(run) > 2 else run
    return f"window{'s' if len(windows) > 1 else ''} of {join_words(labels)}"


def windows_were(windows: Windows, *, runs: bool = True) -> str:
    """Return windows as the start of a clause: "window of May 2026 was"."""
    return f"{name_windows(windows, runs=runs)} {'were' if len(windows) > 1 else 'was'}"


def trigger_on(ledger: Ledger, day: dt.date, calendar: Calendar) -> Trigger:
    """Return whether the trigger is met on a day."""
    windows = latest_closed(day, calendar)
    # A window that cannot found a penalty is as one without the duty: it neither counts nor bridges.
    outcomes = [ledger.outcome_in(window) if can_found_penalty(window) else Outcome.NOT_DUE for window in windows]
    answer, places = decide(outcomes)
    decisive = tuple(windows[place] for place in places)

    def those(wanted: Outcome | None) -> Windows:
        return tuple(window for window, outcome in zip(windows, outcomes, strict=True) if outcome is wanted)

    early = [window for window in windows if not can_found_penalty(window)]
    counted = [window_of(*month, calendar) for month in ledger.counted_as_met]
    return Trigger(
        answer=answer,
        met_by=decisive if answer is EligibilityAnswer.MET else (),
        missed=those(Outcome.NOT_MET),
        missed_not_counting=tuple(window for window in early if ledger.outcome_in(window) is Outcome.NOT_MET),
        unknown=decisive if answer is EligibilityAnswer.UNKNOWN else (),
        not_known=those(None),
        counted_as_met=tuple(
            window for window in windows if window in counted and ledger.outcome_in(window) is Outcome.MET
        ),
        windows=windows,
    )


def would_meet(ledger: Ledger, window: ReportingWindow, calendar: Calendar) -> bool:
    """Return whether the trigger would be met once a window in which the duty applies has closed and was missed."""
    missed = {
        place
        for place, other in enumerate(latest_closed(day_of(window.ends_at), calendar))
        if can_found_penalty(other) and (other == window or ledger.outcome_in(other) is Outcome.NOT_MET)
    }
    return bool(_meeting(missed))


# Cached because every ledger of a day is looked at by the same windows.
@lru_cache(maxsize=256)
def latest_closed(day: dt.date, calendar: Calendar) -> Windows:
    """Return the latest windows that have closed, earliest first: as many as the policy looks back on."""
    month, first = day, FIRST_WINDOW.value
    windows: list[ReportingWindow] = []
    while month >= first and len(windows) < LOOKED_BACK:
        window = window_of(month.year, month.month, calendar)
        if window.has_closed(day):
            windows.insert(0, window)
        # To the last day of the month before.
        month -= dt.timedelta(days=month.day)
    return tuple(windows)


def can_found_penalty(window: ReportingWindow) -> bool:
    """Return whether a window can found a penalty: it closed when the regulations were in force."""
    return window.closes >= FIRST_CLOSE.value


def decide(outcomes: Sequence[Outcome | None]) -> tuple[EligibilityAnswer, list[int]]:
    """Return whether outcomes in a row meet the trigger, however those that are not known turn out, and what decides.

    That is the places of the missed ones that meet it, or else of the unknown ones that could tip it.
    """
    missed, unknown = (
        {place for place, outcome in enumerate(outcomes) if outcome is wanted} for wanted in (Outcome.NOT_MET, None)
    )
    if meeting := _meeting(missed):
        return EligibilityAnswer.MET, meeting
    tipping = [place for place in sorted(unknown) if _could_tip(place, missed, unknown - {place})]
    return EligibilityAnswer.UNKNOWN if tipping else EligibilityAnswer.NOT_MET, tipping


def _could_tip(place: int, missed: set[int], others: Collection[int]) -> bool:
    """Return whether an unknown place decides, for some way in which the other unknown ones turn out."""
    # At most one miss fewer than the trigger in all, or the place decides nothing; most first, as nearest to it.
    numbers = range(IN_ALL - 1 - len(missed), -1, -1)
    settled = (missed.union(also) for number in numbers for also in combinations(others, number))
    return any(_meeting(without | {place}) and not _meeting(without) for without in settled)


def _meeting(missed: set[int]) -> list[int]:
    """Return the places that meet the trigger together: all missed where they are enough, otherwise those in runs."""
    runs = [range(place, place + IN_A_ROW) for place in missed]
    in_runs = {place for run in runs if missed.issuperset(run) for place in run}
    return sorted(missed if len(missed) >= IN_ALL else in_runs)
