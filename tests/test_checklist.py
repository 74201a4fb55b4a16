"""What is on a checklist, how it is looked up, and how it reads."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am


@given(st.dates(dt.date(2023, 7, 15), dt.date(2100, 12, 31)), st.sampled_from(am.ServiceType))
def test_every_field_of_the_edition_has_one_requirement_in_the_notices_order(day, service):
    checklist = am.checklist(service, day)
    assert [requirement.field for requirement in checklist] == list(am.edition_on(day).fields(service))
    assert checklist.day == day
    assert checklist.edition is am.edition_on(day)
    assert checklist.window == am.reporting_window(day)
    assert checklist.required == tuple(r for r in checklist if r.status is am.Status.REQUIRED)
    for requirement in checklist:
        assert requirement.reason.endswith(".")
        if requirement.field.condition is None:
            assert requirement.status is am.Status.REQUIRED
            assert requirement.citation is requirement.field.citation
        else:
            assert requirement.citation is requirement.field.condition.citation


def test_the_day_is_that_in_london():
    late = dt.datetime(2025, 8, 31, 23, 30, tzinfo=dt.UTC)
    assert am.checklist("care_home", late).day == dt.date(2025, 9, 1)


def test_a_field_is_looked_up_by_its_id():
    checklist = am.checklist("care_home", dt.date(2025, 7, 8))
    assert checklist["absence"].field.kind is am.Kind.ABSENCE
    assert "absence" in checklist
    assert "absences" not in checklist
    assert not any(given in checklist for given in (5, None, []))
    assert len(checklist) == 28


@pytest.mark.parametrize(
    ("id", "message", "nearest"),
    [
        (
            "bed_occupied",
            "The care_home list has no field “bed_occupied”. Did you mean beds_occupied?",
            "beds_occupied",
        ),
        ("zzz", "The care_home list has no field “zzz”.", None),
        ("service_users", "has no field “service_users”", None),
        (5, "A field id is text, not a value of type int.", None),
    ],
)
def test_unknown_fields_are_named_with_the_nearest(id, message, nearest):
    checklist = am.checklist("care_home", dt.date(2025, 7, 8))
    with pytest.raises(am.UnknownField, match=re.escape(message)) as caught:
        checklist[id]
    assert isinstance(caught.value, LookupError)
    assert caught.value.nearest == nearest


def test_a_checklist_prints_as_a_list_that_a_person_can_read():
    assert str(am.checklist("domiciliary_care", dt.date(2026, 11, 26))) == (
        "Domiciliary care on 26 November 2026: 10 of 11 items are required.\n"
        "\n"
        "Service users:\n"
        "  required: how many service users are currently registered and receiving care from your agency\n"
        "\n"
        "Workforce:\n"
        "  required: number of staff in the organisation that have face-to-face contact with the people being supported\n"
        "  required: number of staff delivering care that are not working because of COVID-19\n"
        "  required: how many hours you have paid direct employees to work in the last month or 4 weeks, including any "
        "overtime\n"
        "  required: how many hours of overtime you have paid for in the last month or 4 weeks\n"
        "  required: how many hours of agency staff time you have paid for in the last month or 4 weeks\n"
        "  required: how many days or hours of absence you have recorded in the last month or 4 weeks\n"
        "\n"
        "COVID-19 vaccination:\n"
        "  undetermined: number of staff known to have received a seasonal booster\n"
        "  (COVID-19 vaccination is asked for while a campaign runs. Campaigns are known only through 31 August 2026. A "
        "campaign for autumn 2026 was announced; the days on which it runs were not found. If Capacity Tracker shows the "
        "question, answer it.)\n"
        "\n"
        "Flu vaccination:\n"
        "  required: number of staff known to have received this season’s flu vaccination\n"
        "  (Flu vaccination is asked for from 1 September to 31 March.)\n"
        "\n"
        "Packages of care:\n"
        "  required: in the last 28 days, how many current NHS and local authority funded service users’ care packages "
        "you have had to return\n"
        "  required: in the last 28 days, how many current self-funded service users’ care packages you have had to end"
    )
