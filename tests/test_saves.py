"""Which saves count, and what is said of the others."""

import datetime as dt

import pytest

import asc_mandate as am

from .helpers import (
    CARE_HOME,
    CARE_HOME_SECTIONS,
    CONTRADICTION,
    LONDON_SUMMER,
    MET,
    NOT_MET,
    OPEN,
    QUIET_DAY,
    care_home,
    codes,
    domiciliary,
    only,
)


def test_saved_before_the_window_opened():
    report = am.validate(care_home(saved=dt.date(2025, 8, 7)), on=dt.date(2025, 8, 8))
    assert report.outcome is OPEN
    assert codes(report) == ["not-saved-in-window"]
    finding = report.breaches[0]
    assert finding.fields == tuple(CARE_HOME)
    assert finding.message == (
        "Beds, Workforce and Visiting: last saved on Thursday 7 August 2025, before the reporting window opened on "
        "Friday 8 August 2025. Save each section by the end of Thursday 14 August 2025, even if nothing has changed."
    )
    assert finding.citation == report.edition.clause("saving").citation


def test_the_window_is_that_of_the_calendar_given():
    on = dt.date(2025, 8, 15)
    rolled = am.ENGLAND.with_public_holiday(dt.date(2025, 8, 14), "Jubilee")
    assert codes(am.validate(care_home(), on=on)) == ["late"]
    report = am.validate(care_home(), on=on, calendar=rolled)
    assert report.outcome is MET
    assert report.window.closes == on
    assert codes(am.validate(care_home(saved=on, beds_occupied=None), on=on, calendar=rolled)) == ["missing"]


@pytest.mark.parametrize(
    ("saved", "code"),
    [
        (dt.datetime(2025, 8, 7, 23, 59, 59, tzinfo=LONDON_SUMMER), "not-saved-in-window"),
        (dt.datetime(2025, 8, 7, 23, 0, tzinfo=dt.UTC), None),
        (dt.date(2025, 8, 8), None),
        (dt.date(2025, 8, 14), None),
        (dt.datetime(2025, 8, 14, 23, 59, 59, tzinfo=LONDON_SUMMER), None),
        (dt.datetime(2025, 8, 14, 23, 0, tzinfo=dt.UTC), "late"),
        (dt.date(2025, 8, 15), "late"),
    ],
)
def test_a_save_counts_from_the_start_of_the_8th_to_the_end_of_the_close(saved, code):
    report = am.validate(care_home(saved=saved), on=dt.date(2025, 8, 20))
    assert codes(report) == ([] if code is None else [code])
    assert report.outcome is (MET if code is None else NOT_MET)


def test_without_a_save_the_day_of_the_check_is_the_save():
    assert am.validate(care_home(), on=dt.date(2025, 8, 14)).outcome is MET
    report = am.validate(care_home(), on=dt.date(2025, 8, 15))
    assert codes(report) == ["late"]
    assert report.outcome is NOT_MET
    assert report.breaches[0].citation == report.edition.clause("reporting-window").citation
    assert report.breaches[0].context["saved"] is None


def test_before_the_window_opens_nothing_counts():
    for return_ in (care_home(), care_home(saved=dt.date(2025, 7, 20))):
        report = am.validate(return_, on=dt.date(2025, 8, 7))
        assert report.outcome is OPEN
        assert codes(report) == ["window-not-open"]
        assert report.breaches[0].fields == tuple(CARE_HOME)
        assert report.breaches[0].message == (
            "The reporting window opens at the start of Friday 8 August 2025 and closes at the end of Thursday 14 "
            "August 2025. Nothing saved before it opens counts, so save each section once it is open, even if "
            "nothing has changed."
        )


def test_blank_fields_are_found_before_the_window_opens_too():
    report = am.validate(am.Return("domiciliary_care", {}), on=dt.date(2025, 8, 1))
    assert codes(report) == ["window-not-open"] + ["missing"] * 9
    assert report.breaches[0].fields == ()


def test_sections_are_saved_on_their_own():
    saved = {
        "beds": dt.date(2025, 8, 9),
        "workforce": dt.date(2025, 8, 15),
        "visiting": dt.datetime(2025, 8, 1, 9, 30, tzinfo=LONDON_SUMMER),
    }
    report = am.validate(care_home(saved=saved), on=dt.date(2025, 8, 20))
    assert report.outcome is NOT_MET
    assert [(f.code, f.fields) for f in report.findings] == [
        ("late", tuple(CARE_HOME)[4:20]),
        ("not-saved-in-window", ("residents_able_to_visit", "visiting_options")),
    ]
    assert "Visiting: last saved at 09:30 on Friday 1 August 2025" in report.findings[1].message


@pytest.mark.parametrize("unsaved", [{}, {"visiting": None}])
def test_a_section_left_out_or_given_without_a_save_was_not_saved(unsaved):
    saved = {"beds": QUIET_DAY, "workforce": QUIET_DAY}
    return_ = care_home(saved=saved | unsaved)
    assert return_.saved == saved
    report = am.validate(return_, on=QUIET_DAY)
    assert report.outcome is OPEN
    assert only(report, "not-saved-in-window").fields == ("residents_able_to_visit", "visiting_options")


def test_a_section_that_was_not_saved_is_found_beside_what_is_wrong_in_it():
    saved = {"workforce": QUIET_DAY, "packages_of_care": QUIET_DAY}
    report = am.validate(domiciliary(service_users="x", saved=saved), on=QUIET_DAY)
    assert codes(report) == ["not-saved-in-window", "wrong-type"]
    blank = am.validate(domiciliary(service_users=None, saved=saved), on=QUIET_DAY)
    assert codes(blank) == ["missing"]


def test_a_full_return_on_the_first_and_the_last_day_of_the_window_is_met():
    for on in (
        dt.date(2025, 8, 8),
        dt.datetime(2025, 8, 8, 0, 0, tzinfo=LONDON_SUMMER),
        dt.date(2025, 8, 14),
        dt.datetime(2025, 8, 14, 23, 59, 59, 999999, tzinfo=LONDON_SUMMER),
    ):
        assert am.validate(care_home(), on=on).outcome is MET
    for on in (
        dt.datetime(2025, 8, 7, 23, 59, 59, tzinfo=LONDON_SUMMER),
        dt.datetime(2025, 8, 15, 0, 0, tzinfo=LONDON_SUMMER),
    ):
        assert am.validate(care_home(), on=on).outcome is not MET


def test_nothing_saved_at_all():
    report = am.validate(care_home(saved={}), on=QUIET_DAY)
    assert codes(report) == ["not-saved-in-window"]
    assert report.findings[0].fields == tuple(CARE_HOME)


def test_sections_that_share_a_save_share_a_finding():
    saved = dict.fromkeys(CARE_HOME_SECTIONS, dt.date(2025, 8, 15))
    assert codes(am.validate(care_home(saved=saved), on=dt.date(2025, 8, 20))) == ["late"]


def test_an_unsaved_section_in_which_nothing_is_asked_for_does_not_matter():
    saved = dict.fromkeys(("beds", "workforce", "visiting"), QUIET_DAY)
    assert am.validate(care_home(saved=saved), on=QUIET_DAY).findings == ()


@pytest.mark.parametrize(
    ("saved", "on"),
    [
        (dt.date(2025, 8, 12), dt.date(2025, 8, 11)),
        (dt.date(2025, 8, 9), dt.date(2025, 8, 1)),
        (
            dt.datetime(2025, 8, 11, 10, 0, 1, tzinfo=LONDON_SUMMER),
            dt.datetime(2025, 8, 11, 10, 0, 0, tzinfo=LONDON_SUMMER),
        ),
        (dt.datetime(2025, 8, 11, 23, 30, tzinfo=dt.UTC), dt.date(2025, 8, 11)),
    ],
)
def test_a_save_after_the_check_is_a_contradiction_and_does_not_count(saved, on):
    report = am.validate(care_home(saved=saved), on=on)
    assert report.outcome is OPEN
    finding = only(report, "saved-after-check")
    assert finding.severity is CONTRADICTION
    assert report.contradictions == (finding,)
    assert finding.context["on"] == report.on
    assert "A save still to come does not count; correct the date." in finding.message
    assert len(report.breaches) == 1


def test_times_of_day_are_told_as_exactly_as_they_decide():
    on = dt.datetime(2025, 8, 11, 10, 0, 0, tzinfo=LONDON_SUMMER)
    report = am.validate(care_home(saved=on + dt.timedelta(seconds=30)), on=on)
    assert only(report, "saved-after-check").message == (
        "Beds, Workforce, COVID-19 vaccination, Flu vaccination and Visiting: dated later than this check: saved at "
        "10:00:30 on Monday 11 August 2025, checked at 10:00 on Monday 11 August 2025. A save still to come does not "
        "count; correct the date."
    )


def test_a_save_on_the_day_of_the_check_is_not_after_it():
    on = dt.date(2025, 8, 11)
    assert am.validate(care_home(saved=dt.datetime(2025, 8, 11, 23, 59, tzinfo=LONDON_SUMMER)), on=on).outcome is MET
    moment = dt.datetime(2025, 8, 11, 10, 0, tzinfo=LONDON_SUMMER)
    assert am.validate(care_home(saved=moment), on=moment).outcome is MET
    assert am.validate(care_home(saved=on), on=moment).outcome is MET


def test_moments_are_compared_in_time_and_not_by_the_clock_on_the_wall():
    # The clock goes back at 02:00 on 26 October 2025: 00:50 UTC is 01:50 and 01:10 UTC is 01:10 again.
    earlier = dt.datetime(2025, 10, 26, 0, 50, tzinfo=dt.UTC)
    later = dt.datetime(2025, 10, 26, 1, 10, tzinfo=dt.UTC)
    assert "saved-after-check" not in codes(am.validate(care_home(saved=earlier), on=later))
    assert "saved-after-check" in codes(am.validate(care_home(saved=later), on=earlier))


def test_a_save_for_no_section_of_the_list_is_queried():
    saved = {**dict.fromkeys(CARE_HOME_SECTIONS, QUIET_DAY), "bed": QUIET_DAY, "service_users": QUIET_DAY}
    report = am.validate(care_home(saved=saved), on=QUIET_DAY)
    assert codes(report) == ["unknown-section"]
    assert report.outcome is MET
    assert report.queries[0].message == (
        "The save given for “bed” and “service_users” was ignored, because this list has no such section."
    )
    assert report.queries[0].context["sections"] == ("bed", "service_users")
