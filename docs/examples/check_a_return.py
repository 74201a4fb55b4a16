"""Check two returns for July 2025: one of a care home, one of a domiciliary care agency."""

import datetime as dt

import asc_mandate as am

care_home = am.Return(
    "care_home",
    {
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
        "employed_staff_seasonal_booster": 12,
        "agency_staff_seasonal_booster": 0,
        "residents_seasonal_booster": 31,
        "residents_able_to_visit": True,
        "visiting_options": ["in the care home", "out of the care home"],
    },
    location_id="1-1000210669",
    saved=dt.date(2025, 7, 9),
)

agency = am.Return(
    "domiciliary_care",
    {
        "service_users": 63,
        "staff_face_to_face": 28,
        "staff_absent_covid": 0,
        "hours_paid": 100,
        "hours_overtime": 120,
        "hours_agency": 0,
        "staff_seasonal_booster": 31,
        "nhs_la_packages_returned": 0,
        "self_funded_packages_ended": 1,
        "absence": None,
    },
    location_id="1-1000210670",
    saved=dt.date(2025, 7, 14),
)

if __name__ == "__main__":
    for return_ in (care_home, agency):
        print(am.validate(return_, on=dt.date(2025, 7, 15)))
        print()
