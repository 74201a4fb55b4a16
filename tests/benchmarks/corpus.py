"""The returns that everyone is timed on, and the errors that were put into them.

All are of a care home, judged on a day in a window in which neither flu nor COVID-19 vaccination is asked for.
"""

import asc_mandate as am
from tests.helpers import CARE_HOME, QUIET_DAY

ON = QUIET_DAY
LOCATION_ID = "1-1000210669"

MET = {**CARE_HOME, "absence": {"hours": 187.5, "days": None}}
# Every part as large as its whole allows.
BOUNDARY = {
    **MET,
    "beds_occupied": 42,
    "beds_vacant_reserved": 0,
    "beds_vacant_accepting_admissions": 0,
    "nurses_absent_covid": 9,
    "nurses_absent_other": 0,
    "hours_overtime": 8610.5,
    "care_workers_employed": 1000,
    "absence": {"hours": 0, "days": 0},
    "visiting_options": [],
}
FIELD_ERRORS = {
    **MET,
    "beds_vacant_reserved": None,
    "nurses_employed": "9",
    "hours_agency": -1,
    "visiting_options": "x",
}
RULE_ERRORS = {
    **MET,
    "hours_overtime": 9000,
    "nurses_absent_other": 10,
    "beds_occupied": 43,
    "beds_vacant_reserved": 0,
    "beds_vacant_accepting_admissions": 0,
    "agency_nurses_employed": 1001,
}
MIXED_ERRORS = {
    **MET,
    "beds_vacant_reserved": None,
    "non_care_workers_employed": "17",
    "hours_agency": -1,
    "hours_overtime": 9000,
}

# What was put in, as (field or code): each peer is asked which of them it finds.
SEEDED = {
    "field errors": ("beds_vacant_reserved", "nurses_employed", "hours_agency", "visiting_options"),
    "rule errors": (
        "overtime-exceeds-hours-paid",
        "absences-exceed-headcount",
        "occupied-exceeds-capacity",
        "headcount-unusually-large",
    ),
    "mixed errors": (
        "beds_vacant_reserved",
        "non_care_workers_employed",
        "hours_agency",
        "overtime-exceeds-hours-paid",
    ),
}
CORPUS = {
    "met": MET,
    "boundary": BOUNDARY,
    "field errors": FIELD_ERRORS,
    "rule errors": RULE_ERRORS,
    "mixed errors": MIXED_ERRORS,
}


def as_return(values, location_id=LOCATION_ID):
    """What this library takes for the same values."""
    return am.Return(
        "care_home",
        {**values, "absence": am.Absence(**values["absence"])},
        location_id=location_id,
    )
