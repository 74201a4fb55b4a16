"""By which day's list each section is judged, where the list changes inside a window or between windows."""

import datetime as dt

import pytest

import asc_mandate as am

from .helpers import (
    CARE_HOME,
    CARE_HOME_BOOSTERS,
    CARE_HOME_FLU,
    CARE_HOME_PRIMARY_COURSE,
    CARE_HOME_SECTIONS,
    MET,
    NOT_MET,
    OPEN,
    QUIET_DAY,
    UNDETERMINED,
    care_home,
    codes,
    only,
)


def test_judged_after_the_window_as_on_its_closing_day():
    report = am.validate(care_home(saved=dt.date(2024, 4, 15)), on=dt.date(2024, 4, 30))
    assert report.edition.id == "2023-07-15"
    assert report.dataset.edition == "2023-07-15"
    assert report.checklist.day == dt.date(2024, 4, 15)
    assert codes(report) == ["missing"] * 6
    assert {finding.fields[0] for finding in report.breaches} == {*CARE_HOME_BOOSTERS, *CARE_HOME_PRIMARY_COURSE}


def test_judged_before_the_window_as_on_its_opening_day():
    report = am.validate(care_home(), on=dt.date(2025, 9, 1))
    assert report.checklist.day == dt.date(2025, 9, 8)
    assert [f.fields for f in report.breaches if f.code == "missing"] == [(field,) for field in CARE_HOME_FLU]
    march = am.validate(care_home(**CARE_HOME_FLU), on=dt.date(2025, 3, 31))
    assert march.checklist.day == dt.date(2025, 3, 14)


def test_judged_inside_the_window_on_that_very_day():
    report = am.validate(care_home(), on=dt.date(2024, 4, 14))
    assert report.checklist.day == dt.date(2024, 4, 14)
    assert report.outcome is MET
    assert am.validate(care_home(), on=dt.date(2024, 4, 15)).outcome is OPEN


def test_a_save_before_a_campaign_starts_inside_the_window_needs_no_boosters():
    on = dt.date(2024, 4, 20)
    early = am.validate(care_home(saved=dt.date(2024, 4, 14)), on=on)
    assert early.outcome is MET
    assert early.checklist == am.checklist("care_home", dt.date(2024, 4, 14))
    assert am.validate(care_home(saved=dt.date(2024, 4, 15)), on=on).outcome is NOT_MET
    full = {**CARE_HOME_BOOSTERS, **CARE_HOME_PRIMARY_COURSE}
    assert am.validate(care_home(saved=dt.date(2024, 4, 15), **full), on=on).outcome is MET


def test_each_section_is_judged_by_the_day_it_was_saved():
    days = dict.fromkeys(CARE_HOME_SECTIONS, dt.date(2024, 4, 15))
    early = {**days, "covid_vaccination": dt.date(2024, 4, 14)}
    report = am.validate(care_home(saved=early), on=dt.date(2024, 4, 20))
    assert report.outcome is MET
    assert report.checklist["residents_seasonal_booster"].status is am.Status.NOT_REQUIRED
    assert [r.field.id for r in report.checklist] == [
        r.field.id for r in am.checklist("care_home", dt.date(2024, 4, 15))
    ]
    late = {**dict.fromkeys(CARE_HOME_SECTIONS, dt.date(2024, 4, 14)), "covid_vaccination": dt.date(2024, 4, 15)}
    for saved in (late, {**days, "beds": dt.date(2024, 4, 14)}):
        assert codes(am.validate(care_home(saved=saved), on=dt.date(2024, 4, 20))) == ["missing"] * 6


def test_a_section_saved_outside_the_window_is_judged_by_the_day_of_the_last_save_inside_it():
    saved = {**dict.fromkeys(CARE_HOME_SECTIONS, dt.date(2024, 4, 14)), "covid_vaccination": dt.date(2024, 4, 1)}
    for day in (14, 15, 16):
        report = am.validate(care_home(saved=saved), on=dt.date(2024, 4, day))
        assert report.outcome is MET
    saved["beds"] = dt.date(2024, 4, 15)
    report = am.validate(care_home(saved=saved), on=dt.date(2024, 4, 16))
    assert report.checklist["residents_seasonal_booster"].status is am.Status.REQUIRED
    assert codes(report) == ["missing"] * 6


@pytest.mark.parametrize("on", [10, 14, 15, 16, 30])
@pytest.mark.parametrize(
    "saved",
    [
        dt.date(2024, 4, 10),
        dict.fromkeys(CARE_HOME_SECTIONS, dt.date(2024, 4, 10)),
        dict.fromkeys(("beds", "workforce", "visiting"), dt.date(2024, 4, 10)),
    ],
)
def test_what_was_met_stays_met_when_a_campaign_begins_later_in_the_window(saved, on):
    assert am.validate(care_home(saved=saved), on=dt.date(2024, 4, on)).outcome is MET


def test_a_save_that_does_not_count_decides_no_day():
    met = dict.fromkeys(CARE_HOME_SECTIONS, dt.date(2024, 4, 14))
    ahead = {**met, "covid_vaccination": dt.date(2024, 4, 15)}
    report = am.validate(care_home(saved=ahead), on=dt.date(2024, 4, 14))
    assert (report.outcome, codes(report)) == (MET, ["saved-after-check"])
    assert report.contradictions[0].fields == (*CARE_HOME_PRIMARY_COURSE, *CARE_HOME_BOOSTERS)
    unknown = {**met, "vaccination": dt.date(2024, 4, 15)}
    report = am.validate(care_home(saved=unknown), on=dt.date(2024, 4, 16))
    assert (report.outcome, codes(report)) == (MET, ["unknown-section"])


def test_a_save_in_doubt_may_be_of_the_day_on_which_more_was_asked_for():
    lacking = am.NotCarried(saves=["covid_vaccination"])
    saved = dict.fromkeys(("beds", "workforce", "visiting"), dt.date(2024, 4, 10))
    for day, outcome in ((14, MET), (15, UNDETERMINED), (20, UNDETERMINED)):
        return_ = am.Return("care_home", CARE_HOME, saved=saved, not_carried=lacking)
        assert am.validate(return_, on=dt.date(2024, 4, day)).outcome is outcome


def test_the_reading_is_named_where_a_section_is_judged_by_the_saves_of_others():
    november, boosters = dt.date(2025, 11, 10), {**CARE_HOME_FLU, **CARE_HOME_BOOSTERS}
    report = am.validate(care_home(saved={"beds": november}, **boosters), on=november)
    assert only(report, "not-saved-in-window").readings == ("day-of-an-unsaved-section",)
    saved = dict.fromkeys(("beds", "covid_vaccination", "flu_vaccination"), november)
    report = am.validate(care_home(saved=saved, **boosters), on=november)
    assert only(report, "not-saved-in-window").readings == ()
    assert only(am.validate(care_home(saved={}), on=QUIET_DAY), "not-saved-in-window").readings == ()
