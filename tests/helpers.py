"""Returns and dates that many tests start from."""

import csv
import datetime as dt
import importlib
import pkgutil
from pathlib import Path

import asc_mandate as am

DATA = Path(__file__).parent / "data"
LONDON_SUMMER = dt.timezone(dt.timedelta(hours=1))

CARE_HOME = {
    "beds_maximum_capacity": 42,
    "beds_occupied": 38,
    "beds_vacant_reserved": 1,
    "beds_vacant_accepting_admissions": 3,
    "nurses_employed": 9,
    "care_workers_employed": 41,
    "non_care_workers_employed": 17,
    "agency_nurses_employed": 2,
    "agency_care_workers_employed": 5,
    "agency_non_care_workers_employed": 0,
    "nurses_absent_covid": 0,
    "care_workers_absent_covid": 1,
    "non_care_workers_absent_covid": 0,
    "nurses_absent_other": 1,
    "care_workers_absent_other": 3,
    "non_care_workers_absent_other": 0,
    "hours_paid": 8610.5,
    "hours_overtime": 214,
    "hours_agency": 396,
    "absence": am.Absence(hours=187.5),
    "residents_able_to_visit": True,
    "visiting_options": ["in the care home"],
}
CARE_HOME_BOOSTERS = {
    "employed_staff_seasonal_booster": 12,
    "agency_staff_seasonal_booster": 0,
    "residents_seasonal_booster": 31,
}
CARE_HOME_PRIMARY_COURSE = {
    "employed_staff_covid_primary_course": 60,
    "agency_staff_covid_primary_course": 7,
    "residents_covid_primary_course": 38,
}
CARE_HOME_FLU = {
    "employed_staff_flu_vaccination": 20,
    "agency_staff_flu_vaccination": 1,
    "residents_flu_vaccination": 33,
}
DOMICILIARY = {
    "service_users": 63,
    "staff_face_to_face": 28,
    "staff_absent_covid": 0,
    "hours_paid": 2900,
    "hours_overtime": 120,
    "hours_agency": 0,
    "absence": am.Absence(days=6),
    "nhs_la_packages_returned": 0,
    "self_funded_packages_ended": 1,
}
QUIET_DAY = dt.date(2025, 8, 12)
"""Inside a window in which neither flu nor COVID-19 vaccination is asked for."""
MET, NOT_MET, OPEN, UNDETERMINED, NOT_DUE = am.Outcome
BREACH, CONTRADICTION, QUERY, NOTE = am.Severity
UNKNOWN_DAY = dt.date(2030, 5, 10)
"""Inside a window of which nobody knows the campaigns; flu is not asked for."""
CARE_HOME_SECTIONS = ("beds", "workforce", "covid_vaccination", "flu_vaccination", "visiting")


def care_home(saved=None, location_id=None, **changes):
    """A care home return that is met on the quiet day, with changes."""
    return am.Return("care_home", {**CARE_HOME, **changes}, saved=saved, location_id=location_id)


def domiciliary(saved=None, location_id=None, **changes):
    """A domiciliary return that is met on the quiet day, with changes."""
    return am.Return("domiciliary_care", {**DOMICILIARY, **changes}, saved=saved, location_id=location_id)


def codes(report):
    return [finding.code for finding in report.findings]


def only(report, code):
    """The one finding of that code."""
    (finding,) = (finding for finding in report.findings if finding.code == code)
    return finding


def bank_holidays():
    with (DATA / "bank-holidays-england-and-wales.csv").open(encoding="utf-8") as file:
        return {dt.date.fromisoformat(row["date"]): row["name"] for row in csv.DictReader(file)}


def caches():
    """Every cached function of the package, by its name."""
    for module in pkgutil.walk_packages(am.__path__, "asc_mandate."):
        if module.name.endswith(".pydantic"):  # needs pydantic, and has no cache
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            if hasattr(value, "cache_parameters") and value.__module__ == module.name:
                yield f"{module.name}.{name}", value


def forget():
    """Empty every cache, so that the next call is like the first."""
    for _, cached in caches():
        cached.cache_clear()
