"""What everyone is timed on: one care home's return as JSON text, and the faults that were put into it."""

import csv
import datetime as dt
import json
from operator import le
from pathlib import Path

import asc_mandate as am
from tests.helpers import CARE_HOME

ROOT = Path(__file__).parents[2]
ON = dt.datetime(2025, 8, 14, 15, 30, tzinfo=dt.UTC)
"""A moment in a window in which neither flu nor COVID-19 vaccination is asked for."""
OPENS, ENDS = dt.datetime(2025, 8, 7, 23, tzinfo=dt.UTC), dt.datetime(2025, 8, 14, 23, tzinfo=dt.UTC)
GROUPS = ("nurses", "care_workers", "non_care_workers")
SAVED = {
    "beds": "2025-08-08T09:30:00+01:00",
    "workforce": "2025-08-10T15:45:00+01:00",
    "covid_vaccination": "2025-08-11T08:05:00+01:00",
    "flu_vaccination": "2025-08-11T08:10:00+01:00",
    "visiting": "2025-08-12T17:20:00+01:00",
}
VALUES = {**CARE_HOME, "absence": {"hours": 187.5, "days": None}}


def record(changes=None, saves=None, location_id="1-1000210669"):
    """The record of a return that is met, with changes."""
    values, saved = {**VALUES, **(changes or {})}, {**SAVED, **(saves or {})}
    return {"service": "care_home", "location_id": location_id, "values": values, "saved": saved}


FAULTS = {"beds_vacant_reserved": None, "nurses_employed": "9", "hours_agency": -1, "visiting_options": "x"}
BROKEN = {"hours_overtime": 9000, "nurses_absent_other": 10, "beds_occupied": 43, "agency_nurses_employed": 1001}
TEXTS = {
    "met": json.dumps(record()),
    "fields": json.dumps(record(FAULTS)),
    "rules": json.dumps(record(BROKEN)),
    "saves": json.dumps(record(saves={"beds": "2025-08-01T09:30:00+01:00"})),
}
SEEDED = {
    "met": "",
    "fields": " ".join(FAULTS),
    "rules": "overtime-exceeds-hours-paid absences-exceed-headcount occupied-exceeds-capacity headcount-unusually-large",
    "saves": "not-saved-in-window",
}
"""By text, what a library should find in it: ids of fields, or codes."""

ROW = next(csv.DictReader((ROOT / "docs/how-to/extract.csv").open(encoding="utf-8")))


def england(count):
    """JSON lines of that many care homes, one in twenty with faults."""
    for number in range(count):
        yield json.dumps(record(FAULTS if number % 20 == 0 else None, None, f"1-{1_000_000_000 + number}"))


def ledger():
    """A year of months, the last three missed."""
    months = [(2024, month) for month in range(9, 13)] + [(2025, month) for month in range(1, 9)]
    return am.Ledger(dict(zip(months, ["met"] * 9 + ["not_met"] * 3, strict=True)), location_id="1-1000210669")


def between(v, saved):
    """The codes of the rules that are broken, and of saves outside the window."""
    employed = v["nurses_employed"], v["care_workers_employed"], v["non_care_workers_employed"]
    agency = v["agency_nurses_employed"], v["agency_care_workers_employed"], v["agency_non_care_workers_employed"]
    staff, hours, beds, occupied = sum(employed), v["hours_paid"], v["beds_maximum_capacity"], v["beds_occupied"]
    absent = (v[f"{group}_absent_covid"] + v[f"{group}_absent_other"] for group in GROUPS)
    holds = {
        "overtime-exceeds-hours-paid": v["hours_overtime"] <= hours,
        "absences-exceed-headcount": all(map(le, absent, employed)),
        "occupied-exceeds-capacity": occupied <= beds,
        "beds-exceed-capacity": occupied + v["beds_vacant_reserved"] + v["beds_vacant_accepting_admissions"] <= beds,
        "headcounts-copied": employed != agency or not staff,
        "headcount-unusually-large": max(*employed, *agency) <= 1000,
        "beds-occupied-without-staff": not occupied or staff or any(agency),
        "hours-paid-without-staff": not hours or staff,
        "staff-without-hours-paid": hours or not staff,
        "visiting-options-without-visits": v["residents_able_to_visit"] or not v["visiting_options"],
        "not-saved-in-window": all(OPENS <= saved[section] < ENDS for section in SAVED),
    }
    return [code for code, it_does in holds.items() if not it_does]
