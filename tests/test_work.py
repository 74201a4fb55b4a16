"""How much is done for an answer: counted in calls and modules, which no slow machine changes.

Each limit leaves a third or more to spare over what is needed today.
"""

import datetime as dt
import subprocess
import sys
import tracemalloc

import pytest

import asc_mandate as am
from tests.helpers import QUIET_DAY, care_home


def calls(function, *arguments):
    """How many functions are called, Python's and C's, by a function that was called before."""
    function(*arguments)
    counted = 0

    def count(frame, event, argument):
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        function(*arguments)
    finally:
        sys.setprofile(None)
    return counted


def every_word(return_, on):
    return [(finding.message, str(finding.citation)) for finding in am.validate(return_, on).findings]


FOUR = {"beds_vacant_reserved": None, "nurses_employed": "9", "hours_agency": -1, "visiting_options": "x"}


@pytest.mark.parametrize(
    ("function", "arguments", "limit"),
    [
        (am.validate, (care_home(), QUIET_DAY), 80),
        (am.validate, (care_home(location_id="1-1000210669", saved=QUIET_DAY), dt.date(2025, 8, 20)), 80),
        (am.validate, (care_home(**FOUR), QUIET_DAY), 400),
        (every_word, (care_home(**FOUR), QUIET_DAY), 900),
        (am.reporting_window, (QUIET_DAY,), 5),
        (am.checklist, ("care_home", QUIET_DAY), 40),
    ],
)
def test_calls_for_an_answer(function, arguments, limit):
    assert limit / 4 < calls(function, *arguments) < limit


def test_calls_for_a_batch_grow_with_the_batch():
    few, many = [care_home() for _ in range(10)], [care_home() for _ in range(110)]
    each = (calls(am.validate_all, many, QUIET_DAY) - calls(am.validate_all, few, QUIET_DAY)) / 100
    assert each < 80


def test_report_of_a_met_return_takes_less_than_a_kilobyte():
    returns = [care_home(location_id=f"1-{1_000_000_000 + number}") for number in range(500)]
    am.validate_all(returns, QUIET_DAY)
    tracemalloc.start()
    try:
        reports = am.validate_all(returns, QUIET_DAY)
        taken = tracemalloc.get_traced_memory()[0] / len(reports)
    finally:
        tracemalloc.stop()
    assert taken < 1024


def test_nothing_is_kept_of_returns_that_are_gone():
    def judge():
        for number in range(300):
            am.validate(care_home(location_id=f"1-{1_000_000_000 + number}"), QUIET_DAY)

    judge()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        judge()
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert grown < 10_000


def loaded(program):
    """How many modules of this package a program loads."""
    count = "import sys; print(sum(name.startswith('asc_mandate') for name in sys.modules))"
    ran = subprocess.run([sys.executable, "-c", f"{program}; {count}"], capture_output=True, text=True, check=True)
    return int(ran.stdout)


@pytest.mark.slow
def test_importing_opens_no_room():
    assert loaded("import asc_mandate") == 2


@pytest.mark.slow
def test_judging_opens_no_room_that_it_does_not_need():
    program = (
        "import sys, asc_mandate as am, datetime as dt; am.validate(am.Return('care_home', {}), dt.date(2025, 8, 8))"
    )
    assert 20 < loaded(program) < 50
    for room in ("penalties", "differences", "check", "interchange", "testing"):
        assert loaded(f"{program}; assert 'asc_mandate.{room}' not in sys.modules")
