"""What a return comes to, what it is judged by, and results that stay as they are."""

import copy
import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am

from .helpers import (
    BREACH,
    CARE_HOME,
    CARE_HOME_BOOSTERS,
    CARE_HOME_FLU,
    DOMICILIARY,
    LONDON_SUMMER,
    MET,
    NOT_MET,
    OPEN,
    QUERY,
    QUIET_DAY,
    UNDETERMINED,
    UNKNOWN_DAY,
    care_home,
    codes,
    domiciliary,
    only,
)


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
    ("field", "open", "closed"),
    [
        ("beds_occupied", "Enter a whole number; 0 is an answer.", "A whole number was due; 0 is an answer."),
        ("hours_agency", "Enter a number of hours; 0 is an answer.", "A number of hours was due; 0 is an answer."),
        ("absence", "Enter hours or days; 0 is an answer.", "Hours or days were due; 0 is an answer."),
        ("residents_able_to_visit", "Answer yes or no.", "Yes or no was due."),
        (
            "visiting_options",
            "List the options; none at all is an answer.",
            "A list of options was due; none at all is an answer.",
        ),
    ],
)
def test_messages_for_blanks_say_what_to_enter_or_what_was_due(field, open, closed):
    for on, what in ((QUIET_DAY, open), (dt.date(2025, 8, 20), closed)):
        report = am.validate(care_home(saved=QUIET_DAY, **{field: None}), on=on)
        asked = report.checklist[field].field
        name = report.checklist.sections[asked.section].name
        assert only(report, "missing").message == f"{name}: “{asked.wording}” is blank. {what}"


@pytest.mark.parametrize(
    ("on", "outcome"),
    [
        (dt.date(2025, 8, 8), OPEN),
        (dt.date(2025, 8, 14), OPEN),
        (dt.date(2025, 8, 15), NOT_MET),
        (dt.date(2025, 8, 31), NOT_MET),
        (dt.datetime(2025, 8, 14, 23, 59, 59, tzinfo=LONDON_SUMMER), OPEN),
        (dt.datetime(2025, 8, 15, 0, 0, tzinfo=LONDON_SUMMER), NOT_MET),
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
    assert am.validate(care_home(), on=QUIET_DAY, window=window, calendar=rolled).window == window


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


def test_results_cannot_be_edited_after_the_fact():
    report = am.validate(care_home(beds_occupied=None, saved={"beds": QUIET_DAY}), on=QUIET_DAY)
    for kept in (report.return_.values, report.return_.saved, report.findings[0].context):
        before = dict(kept)
        for edit in ("__setitem__", "__delitem__", "update", "pop", "popitem", "clear", "setdefault", "__ior__"):
            with pytest.raises(TypeError, match="does not change; make a dict of it first"):
                getattr(kept, edit)("beds_occupied", 1)
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


def test_returns_calendars_and_reports_survive_pickling():
    calendar = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    return_ = domiciliary(hours_paid=Decimal("100.5"), saved={"workforce": QUIET_DAY}, location_id="RX1")
    report = am.validate(return_, on=QUIET_DAY, calendar=calendar)
    copied = pickle.loads(pickle.dumps(report))
    assert copied == report
    assert str(copied) == str(report)
    assert pickle.loads(pickle.dumps(am.validate_all([return_], on=QUIET_DAY))).reports[0].return_ == return_
