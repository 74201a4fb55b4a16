"""Each kind of finding as a whole: what a program reads of it, and what a person does."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from attrs import evolve

import asc_mandate as am

from .helpers import CARE_HOME_BOOSTERS, DATA, DOMICILIARY, QUIET_DAY, care_home, domiciliary

AFTER = dt.date(2025, 8, 20)
JULY = dt.date(2025, 7, 10)
SECTIONS = ("service_users", "workforce", "packages_of_care")
PACKAGES = ("nhs_la_packages_returned", "self_funded_packages_ended")

CASES = {
    "a required field is blank": (care_home(beds_occupied=None), QUIET_DAY),
    "saved after the close": (domiciliary(saved=dt.date(2025, 8, 15)), AFTER),
    "saved after a close that rests on a reading": (domiciliary(saved=dt.date(2028, 4, 19)), dt.date(2028, 4, 20)),
    "saved before the window opened": (domiciliary(saved=dt.date(2025, 8, 7)), QUIET_DAY),
    "a section not saved": (domiciliary(saved=dict.fromkeys(SECTIONS[:2], QUIET_DAY)), QUIET_DAY),
    "checked before the window opens": (domiciliary(), dt.date(2028, 4, 1)),
    "saved after the check": (domiciliary(saved=dt.date(2025, 8, 13)), QUIET_DAY),
    "a save that the source hides": (evolve(domiciliary(), not_carried=am.NotCarried(saves=["workforce"])), QUIET_DAY),
    "earlier saves that the source hides": (
        evolve(domiciliary(saved=dt.date(2025, 8, 15)), not_carried=am.NotCarried(earlier_saves=True)),
        AFTER,
    ),
    "text for a count": (care_home(nurses_employed="nine"), QUIET_DAY),
    "days of absence below zero": (care_home(absence=am.Absence(hours=1, days=-2)), QUIET_DAY),
    "hours without end": (care_home(hours_agency=float("inf")), QUIET_DAY),
    "unreadable, and not known to be required": (
        care_home(**{**CARE_HOME_BOOSTERS, "residents_seasonal_booster": -1}),
        dt.date(2026, 7, 10),
    ),
    "unreadable, by a reading": (care_home(**{**CARE_HOME_BOOSTERS, "residents_seasonal_booster": -1}), JULY),
    "blank, by a reading": (care_home(**{**CARE_HOME_BOOSTERS, "residents_seasonal_booster": None}), JULY),
    "more than a million": (
        care_home(absence=am.Absence(hours=1_000_001, days=Decimal(2_000_000)), hours_agency=1_000_000.5),
        QUIET_DAY,
    ),
    "fields that the source lacks": (
        evolve(domiciliary(**dict.fromkeys(PACKAGES)), not_carried=am.NotCarried(fields=PACKAGES)),
        QUIET_DAY,
    ),
    "given out of season": (domiciliary(staff_flu_vaccination=1), QUIET_DAY),
    "given before a campaign, by a reading": (
        care_home(residents_seasonal_booster=1, agency_staff_seasonal_booster=1),
        dt.date(2024, 4, 14),
    ),
    "campaigns not known": (care_home(), dt.date(2026, 7, 10)),
    "a field of the other list": (domiciliary(residents_covid_primary_course=1), QUIET_DAY),
    "a field of another edition": (domiciliary(staff_covid_primary_course=1), QUIET_DAY),
    "a field mistyped": (domiciliary(service_user=1), QUIET_DAY),
    "a field like no other": (domiciliary(zzz=1), QUIET_DAY),
    "a key that is no text": (am.Return("domiciliary_care", {**DOMICILIARY, 5: 1}), QUIET_DAY),
    "many foreign columns": (domiciliary(**{f"column {n}": n for n in range(12)}), QUIET_DAY),
    "sections of no list": (domiciliary(saved=dict.fromkeys((*SECTIONS, *"abcd"), QUIET_DAY)), QUIET_DAY),
    "a rule that rests on the notice": (domiciliary(hours_paid=1), QUIET_DAY),
    "a rule that rests on reasoning": (domiciliary(staff_absent_covid=29), QUIET_DAY),
    "a location id of another shape": (domiciliary(location_id="RX1"), QUIET_DAY),
}


def plain(value):
    if isinstance(value, dt.date | Decimal):
        return str(value)
    return list(value) if isinstance(value, tuple) else value


def whole(finding):
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "fields": list(finding.fields),
        "context": {name: plain(value) for name, value in finding.context.items()},
        "citation": str(finding.citation),
        "readings": list(finding.readings),
        "message": finding.message,
    }


EXPECTED = json.loads((DATA / "findings.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", CASES)
def test_findings_as_a_whole(name):
    return_, on = CASES[name]
    assert [whole(finding) for finding in am.validate(return_, on).findings] == EXPECTED[name]


def test_duplicates_as_a_whole():
    batch = am.validate_all([domiciliary(location_id="1-1000210669")] * 2, QUIET_DAY)
    assert [whole(finding) for _, finding in batch.findings] == EXPECTED["a location given twice"] * 2
