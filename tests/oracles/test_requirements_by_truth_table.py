"""What is required on every day against a table written out by hand from the notice and the dates of the campaigns."""

import datetime as dt

import pytest

import asc_mandate as am
from tests.oracles.requirements import (
    CARE_HOME,
    DOMICILIARY,
    FIRST,
    LAST,
    NOT_KNOWN,
    NOT_LISTED,
    NOT_REQUIRED,
    REQUIRED,
    SERVICES,
    TABLE,
    with_answer,
)
from tests.oracles.walk import ONE_DAY, WINDOWS, days, window_of_month

FIRST_JUDGED = dt.date(2023, 8, 1)
"""The window of July 2023 closed on the day before the first edition that is held."""
EVERY_DAY = list(days(FIRST, LAST))
STATUSES = {
    am.Status.REQUIRED: REQUIRED,
    am.Status.NOT_REQUIRED: NOT_REQUIRED,
    am.Status.UNDETERMINED: NOT_KNOWN,
}
services = pytest.mark.parametrize("service", SERVICES)


def deciding(on, saved):
    """The day that judges a section: that of its save inside the window, otherwise the nearest one to the check."""
    window = window_of_month(on)
    return saved if saved in window else min(max(on, window[0]), window[-1])


def fields_found(report, code):
    return [field for finding in report.findings if finding.code == code for field in finding.fields]


@services
def test_the_table_answers_for_every_field_on_every_day(service):
    number, removed = {CARE_HOME: (28, 3), DOMICILIARY: (11, 1)}[service]
    for day in EVERY_DAY:
        answers = [answer for _, answer in TABLE[service][day].values()]
        assert len(answers) == number + removed, day
        assert answers.count(NOT_LISTED) == (removed if day >= dt.date(2024, 4, 26) else 0), day
        assert set(answers) <= {REQUIRED, NOT_REQUIRED, NOT_KNOWN, NOT_LISTED}


@services
def test_checklists_say_on_every_day_what_the_table_says(service):
    for day in EVERY_DAY:
        expected = [
            (field, section, answer) for field, (section, answer) in TABLE[service][day].items() if answer != NOT_LISTED
        ]
        found = [
            (requirement.field.id, requirement.field.section, STATUSES[requirement.status])
            for requirement in am.checklist(service, day)
        ]
        assert found == expected, day
        assert [requirement.field.id for requirement in am.checklist(service, day).required] == with_answer(
            service, day, REQUIRED
        )


@pytest.mark.slow
@services
def test_a_return_of_any_day_is_judged_by_the_table(service):
    # Every field that any edition has; those that are not always required are counts, so 0 is an answer.
    everything = dict.fromkeys(TABLE[service][FIRST], 0)
    for on in days(FIRST_JUDGED, LAST):
        day = deciding(on, on)
        report = am.validate(am.Return(service, {}), on)
        assert fields_found(report, "missing") == with_answer(service, day, REQUIRED), on
        assert fields_found(report, "undetermined") == with_answer(service, day, NOT_KNOWN), on
        report = am.validate(am.Return(service, everything), on)
        assert fields_found(report, "missing") == [], on
        assert fields_found(report, "not-required") == with_answer(service, day, NOT_REQUIRED), on
        assert fields_found(report, "unknown-field") == with_answer(service, day, NOT_LISTED), on


@pytest.mark.slow
@services
@pytest.mark.parametrize("before", [0, 1, 5, 40])
def test_a_return_saved_earlier_is_judged_by_the_table_of_the_day_of_its_save(service, before):
    for on in days(FIRST_JUDGED, LAST):
        saved = on - before * ONE_DAY
        report = am.validate(am.Return(service, {}, saved=saved), on)
        assert fields_found(report, "missing") == with_answer(service, deciding(on, saved), REQUIRED), (saved, on)
        assert fields_found(report, "undetermined") == with_answer(service, deciding(on, saved), NOT_KNOWN), (saved, on)


@services
def test_sections_saved_on_different_days_are_judged_by_the_table_of_their_own_days(service):
    for on in (window[-1] + ONE_DAY for window in WINDOWS if window[0] >= FIRST_JUDGED and window[-1] < LAST):
        window = window_of_month(on)
        for covid, others in [(day, other) for day in window for other in (window[0], window[-1])]:
            saved = {section: others for section, _ in TABLE[service][on].values()} | {"covid_vaccination": covid}
            report = am.validate(am.Return(service, {}, saved=saved), on)
            expected = [
                field
                for field, (section, _) in TABLE[service][on].items()
                if TABLE[service][saved[section]][field][1] == REQUIRED
            ]
            assert sorted(fields_found(report, "missing")) == sorted(expected), saved


@services
def test_no_list_is_held_for_the_window_before_the_first_edition(service):
    for on in days(FIRST, FIRST_JUDGED - ONE_DAY):
        with pytest.raises(am.EditionNotHeld):
            am.validate(am.Return(service, {}), on)
