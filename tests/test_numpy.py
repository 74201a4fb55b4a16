"""Scalars of numpy stand for the Python values that they hold; what else it makes is found."""

import pytest

import asc_mandate as am

from .helpers import QUIET_DAY, care_home, codes, domiciliary, only

np = pytest.importorskip("numpy")

HELD = [(np.int64(38), 38), (np.float64(37.5), 37.5), (np.bool_(True), True), (np.str_("38"), "38")]
ANSWERS = {
    "beds_occupied": np.int64(30),
    "hours_paid": np.float64(300.5),
    "absence": am.Absence(hours=np.float64(7.5), days=np.float32(1)),
    "residents_able_to_visit": np.bool_(True),
}


@pytest.mark.parametrize(("given", "held"), HELD)
def test_scalars_are_held_as_the_python_values_they_stand_for(given, held):
    found = am.Return("care_home", {"beds_occupied": given}).values["beds_occupied"]
    assert type(found) is type(held)
    assert found == held


@pytest.mark.parametrize("field", ANSWERS)
def test_scalars_are_answers(field):
    changes = {"hours_overtime": 0} | {field: ANSWERS[field]}
    assert am.validate(care_home(**changes), on=QUIET_DAY).outcome is am.Outcome.MET


@pytest.mark.parametrize("amount", [np.longdouble(100.5), np.float32(100.5)])
def test_amounts_are_read_as_the_numbers_that_they_are(amount):
    report = am.validate(domiciliary(hours_paid=100, hours_overtime=amount), on=QUIET_DAY)
    assert only(report, "overtime-exceeds-hours-paid").message.startswith("Overtime (100.5 hours)")


@pytest.mark.parametrize("nothing", [np.ma.masked, np.datetime64("NaT", "s"), np.timedelta64("NaT", "s")])
def test_what_stands_for_nothing_is_blank_and_no_zero(nothing):
    assert codes(am.validate(domiciliary(hours_agency=nothing), on=QUIET_DAY)) == ["missing"]


@pytest.mark.parametrize("given", [np.array([1, 2]), np.datetime64("2025-08-12")])
def test_arrays_and_days_are_no_amounts(given):
    assert codes(am.validate(domiciliary(hours_agency=given), on=QUIET_DAY)) == ["wrong-type"]
