"""The enforcement trigger against brute force: 3 windows missed in a row, or any 4 of the latest 12 that have closed.

A pattern is a string with a mark for each window, earliest first: "x" missed, "+" met, "-" no duty, "?" not known.
"""

import datetime as dt
from functools import cache
from itertools import product

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.penalties.trigger import decide
from tests.oracles.walk import ONE_DAY, WINDOWS, first_moment, last_moment

pytestmark = pytest.mark.slow
OUTCOMES = {
    "x": am.Outcome.NOT_MET,
    "+": am.Outcome.MET,
    "-": am.Outcome.NOT_DUE,
    "?": None,
    "u": am.Outcome.UNDETERMINED,
    "o": am.Outcome.OPEN,
}
IN_FORCE = dt.date(2022, 12, 1)
PRIVATE = am.Provider(public_body=False)


@cache
def expected(pattern):
    """What holds however the unknown windows turn out; "unknown" where that is neither."""
    if "?" not in pattern:
        return "met" if "xxx" in pattern or pattern.count("x") >= 4 else "not_met"
    if_missed, if_met = expected(pattern.replace("?", "x", 1)), expected(pattern.replace("?", "+", 1))
    return if_missed if if_missed == if_met else "unknown"


def could_tip(pattern):
    """The places of the unknown windows that decide, for some way in which the other unknown ones turn out."""
    unknown = [place for place, mark in enumerate(pattern) if mark == "?"]
    found = set()
    for marks in product("x+", repeat=len(unknown)):
        settled = list(pattern)
        for place, mark in zip(unknown, marks, strict=True):
            settled[place] = mark
        for place in unknown:
            one, other = ("".join([*settled[:place], mark, *settled[place + 1 :]]) for mark in "x+")
            if expected(one) != expected(other):
                found.add(place)
    return found


def outcomes_of(pattern):
    return [OUTCOMES[mark] for mark in pattern]


def test_every_pattern_of_twelve_windows():
    patterns = ("".join(marks) for marks in product("+x?", repeat=12))
    assert [pattern for pattern in patterns if decide(outcomes_of(pattern))[0].value != expected(pattern)] == []
    expected.cache_clear()


def test_every_pattern_of_up_to_eight_windows_some_of_which_had_no_duty():
    patterns = ("".join(marks) for length in range(9) for marks in product("+x?-", repeat=length))
    assert [pattern for pattern in patterns if decide(outcomes_of(pattern))[0].value != expected(pattern)] == []


def test_the_windows_named_are_just_those_that_could_tip_it():
    for pattern in ("".join(marks) for marks in product("+x?", repeat=8)):
        _, named = decide(outcomes_of(pattern))
        if expected(pattern) == "met":
            assert named == [place for place, mark in enumerate(pattern) if mark == "x"], pattern
        else:
            assert set(named) == could_tip(pattern), pattern


def month_of(window):
    return window[0].year, window[0].month


def closed_by(on):
    return [window for window in WINDOWS if window[-1] < on]


def pattern_of(windows, marks):
    """Marks of the latest twelve of these windows, where one that closed before the regulations is as one without."""
    return "".join(
        "-" if window[-1] < IN_FORCE else marks.get(month_of(window), "?").replace("u", "?").replace("o", "?")
        for window in windows[-12:]
    )


def expected_at_risk(marks, on):
    """The next window that is neither met nor without duty, where the trigger is not met but would be by missing it."""
    if expected(pattern_of(closed_by(on), marks)) == "met":
        return None
    ahead = next(
        window for window in WINDOWS if window[-1] >= on and marks.get(month_of(window), "?") not in {"+", "-"}
    )
    if_missed = pattern_of(WINDOWS[: WINDOWS.index(ahead) + 1], {**marks, month_of(ahead): "x"})
    return month_of(ahead) if expected(if_missed) == "met" else None


def failures(marks, on):
    """The missed windows that have closed, however long ago, but for those of the time before there were penalties."""
    return [window for window in closed_by(on) if marks.get(month_of(window)) == "x" and window[-1] >= IN_FORCE]


def expected_failure(marks, on, unknown_of_late):
    if failures(marks, on):
        return "met"
    return "unknown" if unknown_of_late else "not_met"


def month_name(window):
    return f"{window[0]:%B %Y}"


@st.composite
def ledgers(draw):
    """Marks for months in a row, and a day among or after them."""
    alphabet = draw(st.sampled_from(["+x", "++x", "+x-", "++x?", "+x-?uo"]))
    row = draw(st.lists(st.sampled_from(alphabet), max_size=20))
    start = draw(st.integers(0, 50))
    marks = {month_of(window): mark for window, mark in zip(WINDOWS[start:], row, strict=False)}
    last = WINDOWS[min(start + len(row), 70)][-1]
    return marks, draw(st.dates(max(last - 100 * ONE_DAY, WINDOWS[0][0]), last + 40 * ONE_DAY))


def months(windows):
    return [(window.year, window.month) for window in windows]


def with_mark(windows, pattern, mark):
    return [month_of(window) for window, found in zip(windows, pattern, strict=True) if found == mark]


@given(ledgers())
@settings(max_examples=200)
@example(({(2022, 10): "x", (2022, 11): "x", (2022, 12): "x", (2023, 1): "x"}, dt.date(2023, 2, 14)))
@example(({(2022, 12): "x", (2023, 1): "x", (2023, 2): "x"}, dt.date(2023, 2, 14)))
@example(({(2022, 12): "x", (2023, 1): "x", (2023, 2): "x"}, dt.date(2023, 2, 15)))
@example(({(2028, 2): "x", (2028, 3): "x", (2028, 4): "x"}, dt.date(2028, 4, 18)))
@example(({(2028, 2): "x", (2028, 3): "x", (2028, 4): "x"}, dt.date(2028, 4, 19)))
@example(({(2025, 9): "x", (2025, 11): "x", (2026, 1): "x", (2026, 2): "-"}, dt.date(2026, 2, 9)))
@example(({(2025, 9): "x", (2025, 11): "x", (2026, 1): "x", (2026, 2): "+"}, dt.date(2026, 2, 9)))
def test_ledgers_on_every_day_and_on_both_sides_of_its_midnights(drawn):
    marks, on = drawn
    ledger = am.Ledger({month: OUTCOMES[mark] for month, mark in marks.items() if mark != "?"})
    closed = closed_by(on)[-12:]
    pattern = pattern_of(closed, marks)
    for moment in (on, first_moment(on), last_moment(on)):
        assessment = am.assess_penalty(ledger, PRIVATE, moment)
        trigger = assessment.trigger
        assert trigger.answer.value == expected(pattern)
        assert months(trigger.windows) == [month_of(window) for window in closed]
        assert months(trigger.missed) == with_mark(closed, pattern, "x")
        assert months(trigger.not_known) == with_mark(closed, pattern, "?")
        assert months(trigger.met_by) == (with_mark(closed, pattern, "x") if expected(pattern) == "met" else [])
        assert bool(trigger.unknown) == (expected(pattern) == "unknown")
        at_risk = assessment.at_risk and (assessment.at_risk.year, assessment.at_risk.month)
        assert at_risk == expected_at_risk(marks, on)
        failure = next(test for test in assessment.tests if test.id == "missed")
        assert failure.answer.value == expected_failure(marks, on, "?" in pattern)
        assert [name for name in map(month_name, failures(marks, on)) if name not in failure.why] == []
