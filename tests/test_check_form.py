"""What the page "Check a return" asks and answers, without a browser."""

import datetime as dt
import json

import pytest
from docs.site import check, runtime

import asc_mandate as am
from tests.helpers import CARE_HOME, QUIET_DAY

NOVEMBER = "2026-11-12"


def answer(name, entries=(), service="domiciliary_care", on=NOVEMBER, **texts):
    given = [("service", service), ("on", on), *texts.items(), *dict(entries).items()]
    return json.loads(getattr(check, name)(json.dumps(given)))


def items(service, on, **texts):
    sections = answer("ask", service=service, on=on, **texts)["sections"]
    return {item["id"]: group for part in sections for group in part["groups"] for item in group["items"]}


def typed(values):
    """Values as somebody types them."""
    for id, value in values.items():
        match value:
            case am.Absence():
                yield from ((f"values.{id}.{unit}", str(getattr(value, unit) or "")) for unit in ("hours", "days"))
            case bool():
                yield f"values.{id}", "yes" if value else "no"
            case list():
                yield f"values.{id}", "\n".join(value)
            case _:
                yield f"values.{id}", str(value)


@pytest.mark.parametrize("service", am.ServiceType)
def test_every_item_of_the_checklist_is_asked_in_its_order_and_words(service):
    asked = answer("ask", service=service)
    shown = [item["wording"] for part in asked["sections"] for group in part["groups"] for item in group["items"]]
    assert shown == [entry.field.wording for entry in am.checklist(service, dt.date(2026, 11, 12))]
    assert [part["name"] for part in asked["sections"]][-1] in {"Visiting", "Packages of care"}


def test_what_is_not_asked_for_says_why():
    group = items("care_home", "2025-08-12")["residents_flu_vaccination"]
    assert not group["asked"]
    assert group["reason"].startswith("Flu vaccination is asked for from 1 September to 31 March")


def test_a_return_that_is_typed_is_the_return_itself():
    checked = answer("check", typed(CARE_HOME), "care_home", "2025-08-12", location_id="1-1000210669")
    report = am.validate(am.Return("care_home", CARE_HOME, location_id="1-1000210669"), QUIET_DAY)
    assert (checked["text"], checked["outcome"], checked["beside"]) == (str(report), "met", {})
    assert checked["html"] == report._repr_html_()


def test_a_blank_is_not_a_zero_and_no_options_are_not_a_blank():
    given = dict(typed(CARE_HOME)) | {"values.beds_vacant_reserved": " ", "values.visiting_options": ""}
    checked = answer("check", given, "care_home", "2025-08-12")
    assert list(checked["beside"]) == ["values.beds_vacant_reserved", "values.visiting_options"]
    given |= {"values.beds_vacant_reserved": "0", "none.visiting_options": "none"}
    assert "is blank" not in answer("check", given, "care_home", "2025-08-12")["text"]


def test_what_capacity_tracker_shows_decides_whether_boosters_are_asked_for():
    reasons = {
        shown: items("care_home", NOVEMBER, shown=shown)["residents_seasonal_booster"] for shown in ("", "yes", "no")
    }
    assert [group["asked"] for group in reasons.values()] == [True, True, False]
    assert "one that Capacity Tracker shows has run since 8 November 2026" in reasons["yes"]["reason"]
    assert answer("ask", shown="yes")["checklist"].endswith("11 of 11 items are required.")


def test_who_does_not_know_what_was_answered_is_not_told_that_it_was_missed():
    given = {"values.residents_seasonal_booster": "", "not_known": "residents_seasonal_booster"}
    checked = answer("check", dict(typed(CARE_HOME)) | given, "care_home", "2025-12-10")
    assert "residents known to have received a seasonal booster” is blank" not in checked["text"]
    assert "values.residents_seasonal_booster" in checked["beside"]


def test_a_save_outside_the_window_is_told_beside_the_days_of_all_sections_it_concerns():
    beside = answer("check", {"saved.workforce": "2026-11-02", "values.hours_paid": "10", "values.service_users": "9"})[
        "beside"
    ]
    assert "last saved on Monday 2 November 2026" in beside["saved.workforce"]["messages"][0]
    assert "not saved in the reporting window" in beside["saved.service_users"]["messages"][0]


@pytest.mark.parametrize(
    ("texts", "place", "begins"),
    [
        ({"on": ""}, "on", "This is “?”; write a day that exists"),
        ({"on": "2021-01-01"}, "on", "Friday 1 January 2021 is before the mandate"),
        ({"window": "2023-01-08", "on": "2023-10-10"}, "window", "On 16 January 2023 the mandate was in force"),
        ({"saved.workforce": "?"}, "saved.workforce", "This is “?”; write a day that exists"),
    ],
)
def test_what_cannot_be_read_is_refused_beside_it(texts, place, begins):
    ((refused, (message,)),) = answer("check", **texts)["refused"].items()
    assert refused == place
    assert message.startswith(begins)


def test_another_window_can_be_judged_on_a_later_day():
    windows = {window["label"].partition(":")[0]: window["value"] for window in answer("ask")["windows"]}
    assert list(windows)[:2] == ["November 2026", "October 2026"]
    assert answer("check", window=windows["October 2026"])["outcome"] == "not_met"


def test_three_missed_windows_in_a_row_are_a_trigger():
    assessed = answer("assess")
    assert [window["label"] for window in assessed["windows"]][::11] == ["November 2025", "October 2026"]
    given = [["on", NOVEMBER], ["public_body", "no"]] + [
        ["missed", window["value"]] for window in assessed["windows"][:3]
    ]
    text = json.loads(check.assess(json.dumps(given)))["text"]
    assert "3 were missed in a row" in text
    assert "Is the provider a public body? No" in text


def test_without_npm_the_page_is_left_out_and_the_build_says_why(tmp_path, monkeypatch):
    monkeypatch.setattr(runtime.shutil, "which", lambda _: None)
    assert runtime.fetch(tmp_path) == "npm is not installed"
