"""Calendars and ledgers go to JSON and back without loss."""

import datetime as dt

import asc_mandate as am
from asc_mandate.interchange import from_record, to_record
from tests.interchange.drawn import DAY, problems, through_json


def test_a_calendar_comes_back_as_it_was():
    autumn = am.Campaign("autumn 2026", starts=dt.date(2026, 10, 1))
    amended = (
        am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "A day of celebration")
        .without_public_holiday(dt.date(2027, 5, 3))
        .with_campaigns(autumn, known_through=dt.date(2026, 12, 31))
    )
    for calendar in (am.ENGLAND, amended):
        again = from_record(am.Calendar, through_json(to_record(calendar)))
        assert again == calendar
        assert repr(again) == repr(calendar)
    assert to_record(amended)["holidays_added"] == [["2027-07-14", "A day of celebration"]]


def test_of_a_calendar_nothing_may_be_left_out_because_the_next_release_would_fill_it_otherwise():
    record = {
        "campaigns": [{"name": "x", "starts": "2024-01-01", "ends": "2023-01-01"}],
        "holidays_added": [["a"], [1, "b"]],
    }
    assert problems(am.Calendar, record) == [
        "campaigns[0] is not allowed: The campaign “x” ends on Sunday 1 January 2023, before it starts.",
        "campaigns_known_through is missing",
        "announced is missing",
        "holidays_confirmed_through is missing",
        "holidays_added[0] is a value of type list; write a day and a name, like [“2027-07-14”, “A day of celebration”]",
        f"holidays_added[1] is 1; {DAY}",
        "holidays_removed is missing",
    ]
    whole = through_json(to_record(am.ENGLAND))
    whole["campaigns"][0]["citations"][0]["source"]["grade"] = "hearsay"
    (problem,) = problems(am.Calendar, whole)
    assert problem.startswith("campaigns[0].citations[0].source.grade is “hearsay”; write one of “statute”, “official”")


def test_a_ledger_comes_back_as_it_was():
    ledger = am.Ledger(
        {(2026, 8): "met", (2026, 9): "not_met", (2026, 10): "undetermined"},
        location_id="1-1000210669",
        duty_from=dt.date(2026, 8, 1),
        duty_until=dt.date(2026, 10, 31),
        counted_as_met=[(2026, 8)],
    )
    record = through_json(to_record(ledger))
    assert record["outcomes"] == {"2026-08": "met", "2026-09": "not_met", "2026-10": "undetermined"}
    assert from_record(am.Ledger, record) == ledger


def test_a_ledger_is_kept_by_month_and_outcome():
    assert problems(am.Ledger, {"outcomes": {"August": "met", "2026-13": "met", "2026-08": "lost"}}) == [
        "outcomes.August is “August”; write a month like “2026-08”",
        "outcomes.2026-13 is “2026-13”; write a month like “2026-08”",
        "outcomes.2026-08 is “lost”; write one of “met”, “not_met”, “open”, “undetermined” and “not_due”",
    ]
    none, beyond = problems(am.Ledger, {"outcomes": {"2019-01": "met", "2101-01": "met"}})
    assert none.startswith("outcomes.2019-01 is not allowed: January 2019 has no reporting window")
    assert beyond.startswith("outcomes.2101-01 is not allowed: A month of a ledger is a year up to 2100")
