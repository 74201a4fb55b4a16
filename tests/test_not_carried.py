"""What cannot be known from a source that does not carry everything is never called met, nor missed."""

import datetime as dt

import pytest
from attrs import evolve

import asc_mandate as am
from tests.helpers import QUIET_DAY, codes, domiciliary, only

AFTER = dt.date(2025, 8, 20)
PACKAGES = ("nhs_la_packages_returned", "self_funded_packages_ended")
SECTIONS = ("service_users", "workforce", "packages_of_care")


def without(*fields, saved=None, not_carried=None, **changes):
    return_ = domiciliary(saved=saved, **dict.fromkeys(fields), **changes)
    return evolve(return_, not_carried=not_carried or am.NotCarried(fields=fields))


@pytest.mark.parametrize(("on", "saved"), [(QUIET_DAY, None), (AFTER, QUIET_DAY)])
def test_blank_in_a_field_that_the_source_lacks_is_not_known(on, saved):
    report = am.validate(without(*PACKAGES, saved=saved), on=on)
    assert report.outcome is am.Outcome.UNDETERMINED
    finding = only(report, "not-carried")
    assert finding.severity is am.Severity.QUERY
    assert finding.fields == PACKAGES
    assert finding.message == (
        "Packages of care: where this return was read from has no place for “in the last 28 days, how many current NHS "
        "and local authority funded service users’ care packages you have had to return” and “in the last 28 days, how "
        "many current self-funded service users’ care packages you have had to end”. Whether an answer was given cannot "
        "be known. Check in Capacity Tracker."
    )
    assert finding.citation.where == "“For domiciliary care settings”, “packages of care”, bullets 1 and 2"
    assert report.undetermined_by == ("source",)
    assert (
        "UNDETERMINED. Nothing given here breaks the duty, but where it was read from does not hold everything that "
        "decides. The reporting window close"
    ) in " ".join(str(report).split())


def test_same_blank_in_a_source_that_has_the_field_is_missing():
    report = am.validate(without(*PACKAGES, not_carried=am.NotCarried(fields=PACKAGES[:1])), on=QUIET_DAY)
    assert codes(report) == ["missing", "not-carried"]
    assert report.outcome is am.Outcome.OPEN


def test_field_that_the_source_lacks_counts_when_it_was_filled_in_since():
    return_ = evolve(domiciliary(), not_carried=am.NotCarried(fields=PACKAGES))
    report = am.validate(return_, on=QUIET_DAY)
    assert report.outcome is am.Outcome.MET


def test_field_that_is_not_asked_for_may_be_lacking():
    return_ = evolve(domiciliary(), not_carried=am.NotCarried(fields=["staff_flu_vaccination"]))
    assert am.validate(return_, on=QUIET_DAY).findings == ()


def test_campaign_that_is_not_known_stays_undetermined():
    return_ = evolve(domiciliary(staff_flu_vaccination=3), not_carried=am.NotCarried(fields=["staff_seasonal_booster"]))
    report = am.validate(return_, on=dt.date(2026, 11, 10))
    assert codes(report) == ["undetermined"]
    assert "it cannot be known whether more is" in " ".join(str(report).split())


@pytest.mark.parametrize("saved", [None, QUIET_DAY, {"packages_of_care": QUIET_DAY, "service_users": QUIET_DAY}])
def test_section_whose_save_is_not_told_is_not_known(saved):
    return_ = evolve(domiciliary(saved=saved), not_carried=am.NotCarried(saves=["workforce"]))
    report = am.validate(return_, on=AFTER if saved else QUIET_DAY)
    assert report.outcome is am.Outcome.UNDETERMINED
    finding = only(report, "save-not-known")
    assert codes(report) == ["save-not-known"]
    assert finding.severity is am.Severity.QUERY
    assert finding.fields[0] == "staff_face_to_face"
    assert "gives no day of saving" in finding.message
    assert "UNDETERMINED. Nothing given here breaks the duty, but where it was read from" in " ".join(
        str(report).split()
    )
    assert "Friday 8 August 2025 to the end of Thursday 14 August 2025" in finding.message


def test_save_that_is_told_counts_whatever_the_source_lacks():
    saved = dict.fromkeys(SECTIONS, QUIET_DAY)
    return_ = evolve(domiciliary(saved=saved), not_carried=am.NotCarried(saves=SECTIONS))
    assert am.validate(return_, on=AFTER).outcome is am.Outcome.MET


def test_last_save_after_the_close_hides_whether_there_was_one_before():
    late = domiciliary(saved=dt.date(2025, 8, 15))
    assert am.validate(late, on=AFTER).outcome is am.Outcome.NOT_MET
    report = am.validate(evolve(late, not_carried=am.NotCarried(earlier_saves=True)), on=AFTER)
    assert report.outcome is am.Outcome.UNDETERMINED
    assert codes(report) == ["save-not-known"]
    assert "last saved on Friday 15 August 2025. Where" in report.findings[0].message
    assert "gives only the last save" in report.findings[0].message


@pytest.mark.parametrize("on", [QUIET_DAY, dt.date(2025, 8, 14), AFTER])
def test_last_save_after_the_check_hides_whether_there_was_one_before(on):
    """A month may be judged by an extract of the next one."""
    return_ = domiciliary(saved=dt.date(2025, 9, 9))
    assert "saved-after-check" in codes(am.validate(return_, on=on))
    report = am.validate(evolve(return_, not_carried=am.NotCarried(earlier_saves=True)), on=on)
    assert codes(report) == ["save-not-known"]
    assert report.outcome is am.Outcome.UNDETERMINED


@pytest.mark.parametrize(
    ("saved", "code"),
    [
        (dict.fromkeys(SECTIONS[:2], QUIET_DAY), "not-saved-in-window"),
        ({**dict.fromkeys(SECTIONS, QUIET_DAY), "packages_of_care": dt.date(2025, 8, 1)}, "not-saved-in-window"),
        ({**dict.fromkeys(SECTIONS, QUIET_DAY), "packages_of_care": dt.date(2025, 8, 18)}, "late"),
    ],
)
def test_section_that_was_not_saved_in_time_is_missed_whatever_it_held(saved, code):
    report = am.validate(without(*PACKAGES, saved=saved), on=AFTER)
    assert codes(report) == [code]
    assert report.findings[0].fields == PACKAGES
    assert report.outcome is am.Outcome.NOT_MET


@pytest.mark.parametrize(
    ("saved", "outcome"),
    [(dt.date(2025, 8, 7), am.Outcome.NOT_MET), (dt.date(2025, 8, 8), am.Outcome.MET), (QUIET_DAY, am.Outcome.MET)],
)
def test_last_save_up_to_the_close_proves_its_point(saved, outcome):
    return_ = evolve(domiciliary(saved=saved), not_carried=am.NotCarried(earlier_saves=True))
    assert am.validate(return_, on=AFTER).outcome is outcome


def test_blank_or_unreadable_value_proves_nothing_where_the_save_is_in_doubt():
    return_ = without(
        saved=dt.date(2025, 8, 15), not_carried=am.NotCarried(earlier_saves=True), service_users=None, hours_paid="x"
    )
    report = am.validate(return_, on=AFTER)
    assert codes(report) == ["save-not-known", "missing", "wrong-type"]
    assert {finding.severity for finding in report.findings} == {am.Severity.QUERY}
    assert report.outcome is am.Outcome.UNDETERMINED


@pytest.mark.parametrize(
    ("return_", "on"),
    [
        (am.Return("care_home", {}, saved=dt.date(2025, 8, 18), not_carried=am.NotCarried(earlier_saves=True)), AFTER),
        (am.Return("domiciliary_care", {}, not_carried=am.NotCarried(saves=SECTIONS)), QUIET_DAY),
        (
            without(saved=dt.date(2025, 8, 11), not_carried=am.NotCarried(saves=["service_users"]), service_users=None),
            AFTER,
        ),
    ],
)
def test_a_section_in_doubt_that_is_blank_throughout_leaves_the_outcome_unknown(return_, on):
    report = am.validate(return_, on)
    assert report.outcome is am.Outcome.UNDETERMINED
    assert {"missing", "save-not-known"} == set(codes(report))


def test_before_the_window_opens_nothing_counts_whatever_the_source_lacks():
    return_ = evolve(domiciliary(), not_carried=am.NotCarried(saves=SECTIONS, earlier_saves=True))
    report = am.validate(return_, on=dt.date(2025, 8, 7))
    assert codes(report) == ["window-not-open"]
    assert report.outcome is am.Outcome.OPEN


def test_contradictions_are_found_whatever_the_source_lacks():
    return_ = without(*PACKAGES, hours_paid=1)
    assert [finding.code for finding in am.validate(return_, on=QUIET_DAY).contradictions] == [
        "overtime-exceeds-hours-paid"
    ]
