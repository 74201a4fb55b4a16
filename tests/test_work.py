"""How much work judging takes: calls of Python functions, which are as many on a slow machine as on a fast one.

Each bound leaves two fifths of headroom. Whoever makes it faster may lower it; whoever raises it says why.
"""

import datetime as dt
import sys

import pytest

import asc_mandate as am
from asc_mandate.interchange import from_record, to_record
from asc_mandate.interchange.capacity_tracker import return_from_extract
from tests.helpers import care_home
from tests.interchange.samples import HOME

ON = dt.datetime(2025, 8, 14, 15, 30, tzinfo=dt.UTC)
DAYS = {"beds": 8, "workforce": 10, "covid_vaccination": 11, "flu_vaccination": 12, "visiting": 13}
SAVED = {section: dt.datetime(2025, 8, day, 9, 30, tzinfo=dt.UTC) for section, day in DAYS.items()}
FAULTS = {"beds_vacant_reserved": None, "nurses_employed": "9", "hours_agency": -1, "visiting_options": "x"}


def calls_of(work):
    """How many Python functions are called once the caches are filled."""
    work()
    count = 0

    def watch(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("changes", "most"), [({}, 370), (FAULTS, 440)])
def test_a_return_with_five_moments_takes_few_calls(changes, most):
    return_ = care_home(saved=SAVED, **changes)
    assert len(am.validate(return_, ON).findings) == len(changes)
    assert calls_of(lambda: am.validate(return_, ON)) <= most


RETURN = care_home(saved=SAVED)
RECORD, REPORT = to_record(RETURN), am.validate(RETURN, ON)
MISSED = am.Ledger({(2024 + number // 12, number % 12 + 1): "not_met" for number in range(7, 20)})


@pytest.mark.parametrize(
    ("work", "most"),
    [
        (lambda: from_record(am.Return, RECORD), 220),
        (lambda: return_from_extract(HOME), 200),
        (lambda: to_record(REPORT), 250),
        (lambda: am.assess_penalty(MISSED, am.Provider(public_body=False), ON), 530),
    ],
    ids=["from_record", "return_from_extract", "to_record", "assess_penalty"],
)
def test_going_in_and_out_and_assessing_take_few_calls(work, most):
    assert calls_of(work) <= most


def test_the_calls_for_a_ledger_grow_in_a_straight_line():
    reports = [am.validate(care_home(SAVED, beds_occupied=None), ON)] * 200
    few, many = (calls_of(lambda n=n: am.Ledger.from_reports(reports[:n])) for n in (20, 200))
    assert many <= 10 * few


def test_the_calls_for_a_batch_grow_in_a_straight_line():
    returns = [care_home(SAVED, f"1-{1_000_000_000 + number}") for number in range(200)]
    few, many = (calls_of(lambda n=n: am.validate_all(returns[:n], ON)) for n in (20, 200))
    assert many <= 200 * 360
    assert many <= 10 * few * 1.02
