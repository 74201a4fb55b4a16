import copy
import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am

from .helpers import (
    CARE_HOME,
    CARE_HOME_BOOSTERS,
    CARE_HOME_FLU,
    CARE_HOME_PRIMARY_COURSE,
    DOMICILIARY,
    QUIET_DAY,
    care_home,
    codes,
    domiciliary,
    only,
)

MET, NOT_MET, OPEN, UNDETERMINED = (
    am.Outcome.MET,
    am.Outcome.NOT_MET,
    am.Outcome.OPEN,
    am.Outcome.UNDETERMINED,
)
BREACH, CONTRADICTION, QUERY, NOTE = am.Severity
UNKNOWN_DAY = dt.date(2030, 5, 10)
"""Inside a window of which nobody knows the campaigns; flu is not asked for."""
SUMMER = dt.timezone(dt.timedelta(hours=1))
CARE_HOME_SECTIONS = ("beds", "workforce", "covid_vaccination", "flu_vaccination", "visiting")


@pytest.mark.parametrize("return_", [care_home(), domiciliary()], ids=["care home", "domiciliary"])
def test_a_full_return_in_the_window_is_met(return_):
    report = am.validate(return_, on=QUIET_DAY)
    assert report.outcome is MET
    assert report.compliant
    assert report.findings == ()
    report.raise_for_breaches()
    assert report.return_ is return_
    assert report.on == QUIET_DAY
    assert report.window == am.reporting_window(QUIET_DAY)
    assert report.edition is am.edition("2024-04-26")
    assert report.checklist == am.checklist(return_.service, QUIET_DAY)
    assert report.calendar is am.ENGLAND
    assert report.dataset == am.dataset_version(QUIET_DAY)


@given(st.sampled_from(list(CARE_HOME)))
def test_each_required_field_that_is_blank_leaves_the_duty_unmet(field):
    for return_ in (
        care_home(**{field: None}),
        am.Return("care_home", {name: value for name, value in CARE_HOME.items() if name != field}),
    ):
        report = am.validate(return_, on=QUIET_DAY)
        assert report.outcome is OPEN
        assert codes(report) == ["missing"]
        (finding,) = report.breaches
        assert finding.fields == (field,)
        assert finding.severity is BREACH
        assert finding.citation == report.checklist[field].field.citation
        assert report.checklist[field].field.wording in finding.message


def test_zero_is_an_answer():
    zeros = {field: 0 for field, value in DOMICILIARY.items() if isinstance(value, int)}
    report = am.validate(domiciliary(**zeros, absence=am.Absence(days=0)), on=QUIET_DAY)
    assert report.outcome is MET


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("beds_occupied", "Beds: “occupied or used” is blank. Enter a whole number; 0 is an answer."),
        (
            "hours_agency",
            "Workforce: “how many hours of agency staff time you have paid for in the last month or 4 weeks” is blank. "
            "Enter a number of hours; 0 is an answer.",
        ),
        (
            "absence",
            "Workforce: “how many days or hours of absence you have recorded in the last month or 4 weeks” is blank. "
            "Enter hours or days; 0 is an answer.",
        ),
        (
            "residents_able_to_visit",
            "Visiting: “if residents have been able to take part in visits in and/or out of the care home” is blank. "
            "Answer yes or no.",
        ),
        (
            "visiting_options",
            "Visiting: “the visiting options currently being supported” is blank. List the options; none at all is an "
            "answer.",
        ),
    ],
)
def test_messages_for_blanks_say_what_to_enter(field, message):
    assert only(am.validate(care_home(**{field: None}), on=QUIET_DAY), "missing").message == message


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (dt.date(2025, 8, 8), OPEN),
        (dt.date(2025, 8, 14), OPEN),
        (dt.date(2025, 8, 15), NOT_MET),
        (dt.date(2025, 8, 31), NOT_MET),
        (dt.datetime(2025, 8, 14, 23, 59, 59, tzinfo=SUMMER), OPEN),
        (dt.datetime(2025, 8, 15, 0, 0, tzinfo=SUMMER), NOT_MET),
        (dt.datetime(2025, 8, 14, 23, 0, tzinfo=dt.UTC), NOT_MET),
    ],
)
def test_an_unmet_duty_is_open_until_the_window_closes(on, outcome):
    report = am.validate(care_home(beds_occupied=None, saved=dt.date(2025, 8, 8)), on=on)
    assert report.outcome is outcome
    assert not report.compliant


def test_raise_for_breaches_names_each_breach():
    report = am.validate(care_home(beds_occupied=None, hours_paid=-1), on=QUIET_DAY)
    with pytest.raises(am.DutyNotMet) as caught:
        report.raise_for_breaches()
    assert [finding.message for finding in report.breaches] == [
        "Beds: “occupied or used” is blank. Enter a whole number; 0 is an answer.",
        "Workforce: “how many hours you have paid direct employees to work in the last month or 4 weeks, including any "
        "overtime” is -1. It cannot be less than 0.",
    ]
    assert str(caught.value) == " ".join(finding.message for finding in report.breaches)


# Saving


def test_saved_before_the_window_opened():
    report = am.validate(care_home(saved=dt.date(2025, 8, 7)), on=QUIET_DAY)
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


def test_a_blank_on_the_first_day_of_the_window_is_all_that_is_found():
    assert codes(am.validate(care_home(beds_occupied=None), on=dt.date(2025, 8, 8))) == ["missing"]
    assert codes(am.validate(care_home(beds_occupied=None), on=dt.date(2025, 8, 7))) == ["window-not-open", "missing"]


@pytest.mark.parametrize(
    ("saved", "code"),
    [
        (dt.datetime(2025, 8, 7, 23, 59, 59, tzinfo=SUMMER), "not-saved-in-window"),
        (dt.datetime(2025, 8, 7, 23, 0, tzinfo=dt.UTC), None),
        (dt.date(2025, 8, 8), None),
        (dt.date(2025, 8, 14), None),
        (dt.datetime(2025, 8, 14, 23, 59, 59, tzinfo=SUMMER), None),
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
    assert report.breaches[0].message == (
        "Beds, Workforce and Visiting: no day of saving was given, and the reporting window closed at the end of Thursday "
        "14 August 2025. If this was saved inside the window, give the day."
    )
    assert report.breaches[0].citation == report.edition.clause("reporting-window").citation


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
        "visiting": dt.datetime(2025, 8, 1, 9, 30, tzinfo=SUMMER),
    }
    report = am.validate(care_home(saved=saved), on=dt.date(2025, 8, 20))
    assert report.outcome is NOT_MET
    assert [(f.code, f.fields) for f in report.findings] == [
        ("late", tuple(CARE_HOME)[4:20]),
        ("not-saved-in-window", ("residents_able_to_visit", "visiting_options")),
    ]
    assert "Visiting: last saved at 09:30 on Friday 1 August 2025" in report.findings[1].message


def test_a_section_left_out_was_not_saved():
    report = am.validate(care_home(saved={"beds": QUIET_DAY, "workforce": QUIET_DAY}), on=QUIET_DAY)
    assert report.outcome is OPEN
    finding = only(report, "not-saved-in-window")
    assert finding.fields == ("residents_able_to_visit", "visiting_options")
    assert finding.message == (
        "Visiting: not saved in the reporting window, which opened on Friday 8 August 2025. Save each section by the end "
        "of Thursday 14 August 2025, even if nothing has changed."
    )


def test_a_section_given_without_a_save_was_not_saved():
    saved = {"beds": QUIET_DAY, "workforce": QUIET_DAY, "visiting": None}
    assert care_home(saved=saved).saved == {"beds": QUIET_DAY, "workforce": QUIET_DAY}
    assert codes(am.validate(care_home(saved=saved), on=QUIET_DAY)) == ["not-saved-in-window"]


def test_a_section_that_was_not_saved_is_found_beside_what_is_wrong_in_it():
    saved = {"workforce": QUIET_DAY, "packages_of_care": QUIET_DAY}
    report = am.validate(domiciliary(service_users="x", saved=saved), on=QUIET_DAY)
    assert codes(report) == ["not-saved-in-window", "wrong-type"]
    blank = am.validate(domiciliary(service_users=None, saved=saved), on=QUIET_DAY)
    assert codes(blank) == ["missing"]


def test_a_full_return_on_the_first_and_the_last_day_of_the_window_is_met():
    for on in (
        dt.date(2025, 8, 8),
        dt.datetime(2025, 8, 8, 0, 0, tzinfo=SUMMER),
        dt.date(2025, 8, 14),
        dt.datetime(2025, 8, 14, 23, 59, 59, 999999, tzinfo=SUMMER),
    ):
        assert am.validate(care_home(), on=on).outcome is MET
    for on in (dt.datetime(2025, 8, 7, 23, 59, 59, tzinfo=SUMMER), dt.datetime(2025, 8, 15, 0, 0, tzinfo=SUMMER)):
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
        (dt.datetime(2025, 8, 11, 10, 0, 1, tzinfo=SUMMER), dt.datetime(2025, 8, 11, 10, 0, 0, tzinfo=SUMMER)),
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


def test_a_save_after_a_check_before_the_window_is_still_a_contradiction():
    report = am.validate(care_home(saved=dt.date(2025, 8, 3)), on=dt.date(2025, 8, 2))
    assert codes(report) == ["saved-after-check", "window-not-open"]


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


def test_times_of_day_are_told_as_exactly_as_they_decide():
    on = dt.datetime(2025, 8, 11, 10, 0, 0, tzinfo=SUMMER)
    report = am.validate(care_home(saved=on + dt.timedelta(seconds=30)), on=on)
    assert only(report, "saved-after-check").message == (
        "Beds, Workforce, COVID-19 vaccination, Flu vaccination and Visiting: dated later than this check: saved at "
        "10:00:30 on Monday 11 August 2025, checked at 10:00 on Monday 11 August 2025. A save still to come does not "
        "count; correct the date."
    )


def test_a_save_on_the_day_of_the_check_is_not_after_it():
    on = dt.date(2025, 8, 11)
    assert am.validate(care_home(saved=dt.datetime(2025, 8, 11, 23, 59, tzinfo=SUMMER)), on=on).outcome is MET
    moment = dt.datetime(2025, 8, 11, 10, 0, tzinfo=SUMMER)
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


# The deciding day


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
    assert codes(am.validate(care_home(saved=late), on=dt.date(2024, 4, 20))) == ["missing"] * 6


def test_the_first_section_may_be_the_only_one_of_its_day():
    saved = {**dict.fromkeys(CARE_HOME_SECTIONS, dt.date(2024, 4, 15)), "beds": dt.date(2024, 4, 14)}
    report = am.validate(care_home(saved=saved), on=dt.date(2024, 4, 20))
    assert codes(report) == ["missing"] * 6


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


def test_the_reading_is_named_where_a_section_is_judged_by_the_saves_of_others():
    november, boosters = dt.date(2025, 11, 10), {**CARE_HOME_FLU, **CARE_HOME_BOOSTERS}
    report = am.validate(care_home(saved={"beds": november}, **boosters), on=november)
    assert only(report, "not-saved-in-window").readings == ("day-of-an-unsaved-section",)
    saved = dict.fromkeys(("beds", "covid_vaccination", "flu_vaccination"), november)
    report = am.validate(care_home(saved=saved, **boosters), on=november)
    assert only(report, "not-saved-in-window").readings == ()
    assert only(am.validate(care_home(saved={}), on=QUIET_DAY), "not-saved-in-window").readings == ()


# The window to judge


def test_a_window_can_be_judged_on_any_day():
    july = am.reporting_window(dt.date(2025, 7, 1))
    report = am.validate(care_home(**CARE_HOME_BOOSTERS, saved=dt.date(2025, 7, 10)), on=QUIET_DAY, window=july)
    assert (report.outcome, report.window, report.checklist.day) == (MET, july, dt.date(2025, 7, 10))
    late = am.validate(care_home(**CARE_HOME_BOOSTERS, saved=dt.date(2025, 8, 1)), on=QUIET_DAY, window=july)
    assert (late.outcome, codes(late)) == (NOT_MET, ["late"])
    batch = am.validate_all([care_home(saved=dt.date(2025, 8, 1))], on=QUIET_DAY, window=july)
    assert "late" in codes(batch.reports[0])


def test_a_window_still_to_come_is_open():
    september = am.reporting_window(dt.date(2025, 9, 1))
    report = am.validate(care_home(), on=QUIET_DAY, window=september)
    assert report.outcome is OPEN
    assert codes(report)[0] == "window-not-open"


def test_a_window_is_one_of_the_calendar():
    rolled = am.ENGLAND.with_public_holiday(dt.date(2025, 8, 14), "Jubilee")
    window = am.reporting_window(QUIET_DAY, calendar=rolled)
    with pytest.raises(am.InvalidArgument, match="window is not one of this calendar"):
        am.validate(care_home(), on=QUIET_DAY, window=window)
    with pytest.raises(am.InvalidArgument, match="window is a value of type date; pass an asc_mandate.ReportingWindow"):
        am.validate(care_home(), on=QUIET_DAY, window=QUIET_DAY)
    assert am.validate(care_home(), on=QUIET_DAY, window=window, calendar=rolled).window == window


@pytest.mark.parametrize(
    ("on", "error"),
    [
        (dt.date(2022, 7, 1), am.NotInForce),
        (dt.date(2022, 8, 10), am.EditionNotHeld),
        (dt.date(2023, 7, 20), am.EditionNotHeld),
    ],
)
def test_windows_that_cannot_be_judged_are_refused(on, error):
    with pytest.raises(error):
        am.validate(care_home(), on=on)


# What is not required, and what cannot be known


def test_what_is_given_though_not_required_is_noted():
    report = am.validate(care_home(**CARE_HOME_FLU), on=QUIET_DAY)
    assert report.outcome is MET
    (finding,) = report.notes
    assert finding.code == "not-required"
    assert finding.fields == tuple(CARE_HOME_FLU)
    assert finding.message == (
        "Flu vaccination: given, though it is not asked for. Flu vaccination is asked for from 1 September to 31 March, "
        "so not again until 1 September 2025."
    )
    assert finding.citation == report.edition.care_home[3].fields[0].condition.citation


def test_readings_are_named_by_the_findings_that_rest_on_them():
    report = am.validate(care_home(), on=dt.date(2025, 7, 10))
    assert {finding.readings for finding in report.findings} == {("no-ongoing-campaign",)}
    note = only(am.validate(care_home(residents_seasonal_booster=1), on=dt.date(2024, 4, 14)), "not-required")
    assert note.readings == ("campaign-starts-in-window",)


def test_a_blank_that_cannot_be_judged_leaves_the_outcome_undetermined():
    on = UNKNOWN_DAY
    report = am.validate(care_home(), on=on)
    assert report.outcome is UNDETERMINED
    assert not report.compliant
    (finding,) = report.findings
    assert (finding.code, finding.severity, finding.fields) == ("undetermined", QUERY, tuple(CARE_HOME_BOOSTERS))
    assert finding.message == (
        "COVID-19 vaccination: it cannot be known whether this has to be given and saved in the window. COVID-19 "
        "vaccination is asked for while a campaign runs. Campaigns are known only through 31 August 2026. A campaign for "
        "autumn 2026 was announced; the days on which it runs were not found. If Capacity Tracker shows the question, "
        "answer it."
    )
    assert am.validate(care_home(**CARE_HOME_BOOSTERS), on=on).outcome is MET


def test_one_blank_among_answers_is_undetermined_by_itself():
    boosters = {**CARE_HOME_BOOSTERS, "residents_seasonal_booster": None}
    report = am.validate(care_home(**boosters), on=UNKNOWN_DAY)
    assert report.outcome is UNDETERMINED
    assert report.findings[0].fields == ("residents_seasonal_booster",)


def test_an_answer_not_saved_in_the_window_is_no_answer_to_what_cannot_be_known():
    saved = dict.fromkeys(("beds", "workforce", "visiting"), UNKNOWN_DAY)
    report = am.validate(care_home(saved=saved, **CARE_HOME_BOOSTERS), on=UNKNOWN_DAY)
    assert report.outcome is UNDETERMINED
    assert codes(report) == ["undetermined"]


def test_an_unreadable_answer_to_what_cannot_be_known_is_queried_and_undetermined():
    boosters = {**CARE_HOME_BOOSTERS, "residents_seasonal_booster": "many"}
    report = am.validate(care_home(**boosters), on=UNKNOWN_DAY)
    assert report.outcome is UNDETERMINED
    assert [(f.code, f.severity) for f in report.findings] == [("wrong-type", QUERY), ("undetermined", QUERY)]


def test_a_breach_outweighs_what_cannot_be_known():
    return_ = care_home(beds_occupied=None, saved=UNKNOWN_DAY)
    assert am.validate(return_, on=UNKNOWN_DAY).outcome is OPEN
    assert am.validate(return_, on=dt.date(2030, 5, 15)).outcome is NOT_MET


def test_a_supplied_campaign_settles_what_could_not_be_known():
    on = dt.date(2026, 11, 10)
    made_up = am.Campaign("a made-up campaign", dt.date(2026, 10, 1), dt.date(2027, 1, 31))
    running = am.ENGLAND.with_campaigns(made_up, known_through=dt.date(2027, 3, 31))
    none = am.ENGLAND.with_campaigns(known_through=dt.date(2026, 12, 31))
    return_ = care_home(**CARE_HOME_FLU)
    assert am.validate(return_, on=on).outcome is UNDETERMINED
    assert am.validate(return_, on=on, calendar=running).outcome is OPEN
    assert am.validate(return_, on=on, calendar=none).outcome is MET


def test_an_unreadable_value_that_is_not_required_is_no_breach():
    report = am.validate(care_home(residents_flu_vaccination=-1), on=QUIET_DAY)
    assert report.outcome is MET
    assert [(f.code, f.severity) for f in report.findings] == [("negative", QUERY)]


# Keys that belong elsewhere


@pytest.mark.parametrize(
    ("key", "fields", "message"),
    [
        (
            "bed_occupied",
            ("bed_occupied",),
            "“bed_occupied” is not an item of this list, so it was ignored. Did you mean beds_occupied?",
        ),
        ("zzz", ("zzz",), "“zzz” is not an item of this list, so it was ignored."),
        ("", ("",), "“” is not an item of this list, so it was ignored."),
        (
            "service_users",
            ("service_users",),
            "“service_users” belongs to the list for domiciliary care, so it was ignored.",
        ),
        (
            "residents_covid_primary_course",
            ("residents_covid_primary_course",),
            "“residents_covid_primary_course” was asked for until 25 April 2024 and no longer is, so it was ignored.",
        ),
        (7, (), "A key is a value of type int and names no item, so it was ignored."),
        (None, (), "A key is a value of type NoneType and names no item, so it was ignored."),
    ],
)
def test_unknown_fields_are_queried_and_never_lost(key, fields, message):
    report = am.validate(am.Return("care_home", {**CARE_HOME, key: None}), on=QUIET_DAY)
    assert report.outcome is MET
    (finding,) = report.queries
    assert (finding.code, finding.fields, finding.message) == ("unknown-field", fields, message)
    assert finding.citation == report.edition.clause("care-home-list").citation


def test_a_field_of_the_other_list_is_recognised_in_both_directions():
    report = am.validate(domiciliary(beds_occupied=3), on=QUIET_DAY)
    assert only(report, "unknown-field").message == (
        "“beds_occupied” belongs to the list for care homes, so it was ignored."
    )
    assert report.queries[0].citation == report.edition.clause("domiciliary-care-list").citation


def test_many_foreign_columns_are_named_without_guesses():
    report = am.validate(
        am.Return("care_home", {**CARE_HOME, **{f"column {n}": n for n in range(28)}, 7: 7}), on=QUIET_DAY
    )
    (finding,) = report.findings
    assert finding.code == "unknown-field"
    assert finding.fields == tuple(f"column {n}" for n in range(28))
    assert finding.message == (
        "29 names are not items of this list, such as “column 0”, “column 1” and “column 2”, so they were ignored."
    )
    few = am.validate(care_home(**{f"column {n}": n for n in range(28)}), on=QUIET_DAY)
    assert codes(few) == ["unknown-field"] * 28


def test_many_keys_that_are_no_text_are_told_by_three_of_their_types():
    keys = dict.fromkeys([0, 0.5, b"", (), *range(1, 30)])
    finding = only(am.validate(am.Return("care_home", {**CARE_HOME, **keys}), on=QUIET_DAY), "unknown-field")
    assert finding.message == (
        "33 names are not items of this list, such as a value of type int, a value of type float and a value of type "
        "bytes, so they were ignored."
    )


# Locations


@pytest.mark.parametrize("id", ["1-1000210669", "1-12345678", "9-123456789012"])
def test_location_ids_of_the_usual_shape_are_not_remarked_on(id):
    assert am.validate(care_home(location_id=id), on=QUIET_DAY).findings == ()


@pytest.mark.parametrize(
    "id", ["RX1", "1-1234567", "1-1234567890123", "11-12345678", "1-12345678\n", " 1-12345678", "१-12345678"]
)
def test_location_ids_of_another_shape_are_only_noted(id):
    report = am.validate(care_home(location_id=id), on=QUIET_DAY)
    assert report.outcome is MET
    (finding,) = report.notes
    assert finding.code == "location-id-unrecognised"
    assert finding.citation.source.grade is am.Grade.OFFICIAL
    assert "such as 1-1000210669. Check it, unless this is a site of an NHS body" in finding.message


def test_a_blank_location_id_is_noted_as_such():
    (finding,) = am.validate(care_home(location_id=" "), on=QUIET_DAY).notes
    assert finding.message == "The location id is blank text. Give the CQC location id, or leave it out."


# Batches


def test_a_batch_is_each_return_by_itself_in_order():
    returns = [care_home(), domiciliary(), care_home(beds_occupied=None)]
    batch = am.validate_all(iter(returns), on=QUIET_DAY)
    assert list(batch) == list(batch.reports) == [am.validate(return_, on=QUIET_DAY) for return_ in returns]
    assert len(batch) == 3
    assert batch.on == QUIET_DAY
    assert batch.outcomes == {MET: 2, OPEN: 1}
    assert not batch.compliant
    assert [(report, finding.code) for report, finding in batch.findings] == [(batch.reports[2], "missing")]


def test_an_empty_batch_has_nothing_wrong():
    batch = am.validate_all([], on=QUIET_DAY)
    assert batch.compliant
    assert batch.outcomes == {}
    assert str(batch) == "0 returns checked on Tuesday 12 August 2025."


def test_returns_without_a_location_id_are_no_duplicates():
    returns = [care_home(location_id=id) for id in (None, None, "", " ")]
    assert all("location-duplicated" not in codes(report) for report in am.validate_all(returns, on=QUIET_DAY))
    assert str(am.validate(returns[3], on=QUIET_DAY)).startswith("Care home: return for")


@pytest.mark.parametrize(
    ("on", "error"), [(dt.date(1990, 1, 1), am.NotInForce), (dt.date(2022, 9, 1), am.EditionNotHeld)]
)
def test_an_empty_batch_is_refused_where_a_return_would_be(on, error):
    with pytest.raises(error):
        am.validate_all([], on=on)


def test_a_batch_is_refused_by_the_calendar_given():
    """A holiday moves the close of July 2023 past the 15th, from which day an edition is held."""
    on = dt.date(2023, 7, 20)
    rolled = am.ENGLAND.with_public_holiday(dt.date(2023, 7, 14), "Jubilee")
    with pytest.raises(am.EditionNotHeld):
        am.validate_all([], on=on)
    assert len(am.validate_all([], on=on, calendar=rolled)) == 0
    assert am.validate_all([care_home()], on=on, calendar=rolled).reports[0].edition.id == "2023-07-15"


def test_outcomes_are_counted_in_one_order():
    returns = [care_home(beds_occupied=None), care_home()]
    assert list(am.validate_all(returns, on=QUIET_DAY).outcomes) == [MET, OPEN]
    assert list(am.validate_all(returns[::-1], on=QUIET_DAY).outcomes) == [MET, OPEN]


def test_duplicates_of_a_location_are_found_on_each_of_them():
    returns = [
        care_home(location_id="1-1000210669"),
        care_home(location_id="1-1000210669 "),
        care_home(location_id="1-1000210670"),
        domiciliary(location_id="1-1000210669"),
        care_home(),
        care_home(),
    ]
    batch = am.validate_all(returns, on=QUIET_DAY)
    duplicated = ["location-duplicated" in codes(report) for report in batch]
    assert duplicated == [True, True, False, False, False, False]
    finding = only(batch.reports[0], "location-duplicated")
    assert finding.severity is QUERY
    assert only(batch.reports[1], "location-duplicated").message == (
        "“1-1000210669 ” stands 2 times among the returns checked together for the same kind of service. Keep the one "
        "that Capacity Tracker holds."
    )
    assert finding.message == (
        "“1-1000210669” stands 2 times among the returns checked together for the same kind of service. Keep the one "
        "that Capacity Tracker holds."
    )
    assert batch.compliant


# Arguments

PASS_A_DAY = "pass a datetime.date, or a datetime.datetime with a time zone."
PASS_A_CALENDAR = "calendar is a value of type int; pass an asc_mandate.Calendar."


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: am.validate({}, on=QUIET_DAY), "return_ is a value of type dict; pass an asc_mandate.Return."),
        (lambda: am.validate(care_home(), on="today"), f"on is “today”; {PASS_A_DAY}"),
        (lambda: am.validate(care_home(), on=None), f"on is a value of type NoneType; {PASS_A_DAY}"),
        (lambda: am.validate(care_home(), on=QUIET_DAY, calendar=5), PASS_A_CALENDAR),
        (
            lambda: am.validate_all(care_home(), on=QUIET_DAY),
            "returns is a value of type Return; pass Return objects.",
        ),
        (lambda: am.validate_all(5, on=QUIET_DAY), "returns is a value of type int; pass Return objects."),
        (
            lambda: am.validate_all([care_home(), {}], on=QUIET_DAY),
            "returns[1] is a value of type dict; pass an asc_mandate.Return.",
        ),
        (lambda: am.validate_all([], on="today"), f"on is “today”; {PASS_A_DAY}"),
        (lambda: am.validate_all([], on=QUIET_DAY, calendar=5), PASS_A_CALENDAR),
        (
            lambda: am.Return("hotel", {}),
            "service is “hotel”; pass 'care_home' or 'domiciliary_care'.",
        ),
        (lambda: am.Return("care_home", [1]), "values is a value of type list; pass a mapping."),
        (
            lambda: am.Return("care_home", {}, location_id=5),
            "location_id is a value of type int; pass text such as '1-1000210669', or None.",
        ),
        (lambda: am.Return("care_home", {}, saved="today"), f"saved is “today”; {PASS_A_DAY}"),
        (
            lambda: am.Return("care_home", {}, saved={5: QUIET_DAY}),
            "saved has a key that is not text; pass section ids.",
        ),
        (
            lambda: am.Return("care_home", {}, saved={"beds": "x"}),
            f"The save of “beds” is “x”; {PASS_A_DAY}",
        ),
        (
            lambda: am.Return("care_home", {}, saved=dt.datetime(2025, 8, 8)),
            f"saved is a datetime without a time zone; {PASS_A_DAY}",
        ),
    ],
)
def test_bad_arguments_are_refused_in_a_sentence(ask, message):
    with pytest.raises(am.InvalidArgument) as caught:
        ask()
    assert str(caught.value) == message


# Values that stay as they were


def test_a_return_keeps_its_own_copy_and_changes_nothing():
    values = {**CARE_HOME, "visiting_options": ("outings",)}
    saved = {"beds": QUIET_DAY}
    return_ = am.Return("care_home", values, saved=saved)
    before = dict(values)
    values["beds_occupied"] = 99
    saved["workforce"] = QUIET_DAY
    assert return_.values == before
    assert return_.saved == {"beds": QUIET_DAY}
    am.validate(return_, on=QUIET_DAY)
    assert return_.values == before


def test_results_cannot_be_edited_after_the_fact():
    report = am.validate(care_home(beds_occupied=None, saved={"beds": QUIET_DAY}), on=QUIET_DAY)
    for kept in (report.return_.values, report.return_.saved, report.findings[0].context):
        before = dict(kept)
        for edit in (
            lambda kept=kept: kept.update(beds_occupied=1),
            lambda kept=kept: kept.__setitem__("beds_occupied", 1),
            lambda kept=kept: kept.pop("beds_occupied", None),
            lambda kept=kept: kept.clear(),
            lambda kept=kept: kept.setdefault("beds_occupied", 1),
            lambda kept=kept: kept.__ior__({"beds_occupied": 1}),
        ):
            with pytest.raises(TypeError, match="does not change; make a dict of it first"):
                edit()
        assert dict(kept) == kept == before
    assert copy.deepcopy(report) == report


@pytest.mark.parametrize(
    "make",
    [
        lambda: am.validate(care_home(), on=QUIET_DAY),
        lambda: am.validate(care_home(beds_occupied=None), on=QUIET_DAY).findings[0],
        lambda: am.validate_all([], on=QUIET_DAY),
    ],
    ids=["report", "finding", "batch"],
)
def test_results_are_compared_and_not_hashed(make):
    result = make()
    with pytest.raises(TypeError, match=f"^unhashable type: '{type(result).__name__}'$"):
        hash(result)


def test_outcomes_and_severities_read_as_their_values():
    report = am.validate(care_home(beds_occupied=None), on=QUIET_DAY)
    assert (f"{report.outcome}", f"{report.findings[0].severity}") == ("open", "breach")
    assert [outcome.value for outcome in am.Outcome] == ["met", "not_met", "open", "undetermined", "not_due"]
    assert [severity.value for severity in am.Severity] == ["breach", "contradiction", "query", "note"]


def test_saves_are_kept_in_london():
    saved = care_home(saved=dt.datetime(2025, 8, 14, 23, 0, tzinfo=dt.UTC)).saved
    assert saved.isoformat() == "2025-08-15T00:00:00+01:00"


def test_returns_calendars_and_reports_survive_pickling():
    calendar = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    return_ = domiciliary(hours_paid=Decimal("100.5"), saved={"workforce": QUIET_DAY}, location_id="RX1")
    report = am.validate(return_, on=QUIET_DAY, calendar=calendar)
    copied = pickle.loads(pickle.dumps(report))
    assert copied == report
    assert str(copied) == str(report)
    assert pickle.loads(pickle.dumps(am.validate_all([return_], on=QUIET_DAY))).reports[0].return_ == return_


def test_the_same_arguments_give_the_same_report():
    return_ = care_home(beds_occupied=None)
    assert am.validate(return_, on=QUIET_DAY) == am.validate(return_, on=QUIET_DAY)
