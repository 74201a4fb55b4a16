"""What a return comes to, against a second reading of the contract: item by item, with nothing of the library's own.

Blanks, late and early saves, sections that were never saved, and sources that do not tell are mixed at random.
"""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import asc_mandate as am

pytestmark = pytest.mark.slow

VALUES = {
    "service_users": 40,
    "staff_face_to_face": 25,
    "staff_absent_covid": 0,
    "hours_paid": 2400,
    "hours_overtime": 60,
    "hours_agency": 0,
    "absence": am.Absence(hours=35),
    "staff_seasonal_booster": 3,
    "staff_flu_vaccination": 4,
    "nhs_la_packages_returned": 0,
    "self_funded_packages_ended": 1,
}
SECTIONS = {
    "service_users": ["service_users"],
    "workforce": [
        *("staff_face_to_face", "staff_absent_covid", "hours_paid", "hours_overtime", "hours_agency", "absence"),
    ],
    "covid_vaccination": ["staff_seasonal_booster"],
    "flu_vaccination": ["staff_flu_vaccination"],
    "packages_of_care": ["nhs_la_packages_returned", "self_funded_packages_ended"],
}
# Each closes on the 14th. Asked for: neither vaccination; both; flu and the window after a campaign; flu, and nobody
# knows of boosters.
MONTHS = {(2025, 8): (False, False), (2025, 11): (True, True), (2025, 2): (True, True), (2026, 10): (True, None)}
DAYS = (2, 7, 8, 10, 14, 15, 19, 25)


@st.composite
def cases(draw):
    year, month = draw(st.sampled_from(list(MONTHS)))
    moments = st.none() | st.sampled_from(DAYS).map(lambda day: dt.date(year, month, day))
    values = {field: draw(st.sampled_from([value, value, value, None])) for field, value in VALUES.items()}
    saved = draw(moments | st.dictionaries(st.sampled_from(list(SECTIONS)), moments))
    lacking = am.NotCarried(
        fields=draw(st.lists(st.sampled_from(list(VALUES)), max_size=3, unique=True)),
        saves=draw(st.lists(st.sampled_from(list(SECTIONS)), max_size=5, unique=True)),
        earlier_saves=draw(st.booleans()),
    )
    return am.Return("domiciliary_care", values, saved=saved, not_carried=lacking), dt.date(
        year, month, draw(st.sampled_from(DAYS))
    )


def save_of(return_, section, on):
    """The day on which a section is known to have been saved, and whether another day is possible that is not told."""
    saved, lacking = return_.saved, return_.not_carried
    hidden = section in lacking.saves
    if isinstance(saved, dt.date):
        return (None, True) if hidden else (saved, False)
    if saved is None:
        return (None, True) if hidden else (on, False)
    day = saved.get(section)
    return day, day is None and hidden


def saved_in_time(return_, section, on):
    """Whether a section was saved in the window; None where that is not told."""
    day, untold = save_of(return_, section, on)
    if day is not None and on.replace(day=8) <= day <= min(on, on.replace(day=14)):
        return True
    earlier = day is not None and day >= on.replace(day=8) and return_.not_carried.earlier_saves
    return None if untold or earlier else False


def by_the_book(return_, on):
    """MET, OPEN, NOT_MET or UNDETERMINED, by the 8th and the 14th."""
    flu, booster = MONTHS[on.year, on.month]
    asked = {**dict.fromkeys(VALUES, True), "staff_flu_vaccination": flu, "staff_seasonal_booster": booster}
    if on.day < 8:
        return "open"
    missed = doubt = False
    for section, fields in SECTIONS.items():
        in_time = saved_in_time(return_, section, on)
        for field in fields:
            given = return_.values[field] is not None
            if asked[field] is None:
                doubt |= not (in_time and given)
            elif asked[field] and in_time is False:
                missed = True
            elif asked[field] and in_time is None:
                doubt = True
            elif asked[field] and not given:
                carried = field not in return_.not_carried.fields
                missed, doubt = missed or carried, doubt or not carried
    if missed:
        return "open" if on.day <= 14 else "not_met"
    return "undetermined" if doubt else "met"


@pytest.mark.parametrize("month", MONTHS)
def test_windows_and_seasons_are_as_they_are_written_here(month):
    window = am.reporting_window(dt.date(*month, 1))
    assert (window.opens.day, window.closes.day) == (8, 14)
    asked = {True: "required", False: "not_required", None: "undetermined"}
    for day in (window.opens, window.closes):
        checklist = am.checklist("domiciliary_care", day)
        found = [checklist[f"staff_{name}"].status for name in ("flu_vaccination", "seasonal_booster")]
        assert found == [asked[part] for part in MONTHS[month]]


@given(cases())
@settings(max_examples=400)
def test_outcome_is_that_of_the_book(case):
    return_, on = case
    assert am.validate(return_, on).outcome.value == by_the_book(return_, on)
