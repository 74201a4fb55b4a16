"""Capacity Tracker's own names for what the notice asks for, as others who read its data have written them down.

A field that is in none of these tables is not carried: the extract, or the interface, has no place for it.
"""

import datetime as dt
from collections.abc import Mapping

from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.notice.sources import REASONING

Columns = Mapping[str, tuple[str, ...]]

_DHSC = Source("DHSC's own pipeline, as published", "https://github.com/madetech/dhsc-gascd-data", Grade.SECONDARY)
_SKILLS_FOR_CARE = Source(
    "Skills for Care's pipeline, as published",
    "https://github.com/NMDSdevopsServiceAdm/DataEngineering",
    Grade.SECONDARY,
)
API_CITATION = Citation(_DHSC, "databricks/CT.py, Generic API v4.8")
EXTRACT_CITATION = Citation(_SKILLS_FOR_CARE, "utils/column_names/capacity_tracker_columns.py")
INFERRED = {
    "beds_vacant_accepting_admissions": Citation(
        REASONING, "that “spare” and “declaredvacancies” are the beds accepting admissions is nowhere said"
    ),
    "nurses_absent_other": Citation(REASONING, "an absence that is not of COVID-19 is taken to be of other reasons"),
    "care_workers_absent_other": Citation(REASONING, "as for nurses"),
    "non_care_workers_absent_other": Citation(REASONING, "as for nurses"),
    "residents_able_to_visit": Citation(REASONING, "visits in and/or out: yes to either question, no to both"),
}
"""What these tables rest on beyond their sources, by field."""

LOCATION_ID = "cqcid"

API_VACANCIES = {
    "beds_maximum_capacity": "total",
    "beds_occupied": "used",
    "beds_vacant_reserved": "reserved",
    "beds_vacant_accepting_admissions": "spare",
}
"""Field id to the name that is summed over the entries of ``vacancies``, one for each type of bed."""

API_WORKFORCE: Columns = {
    "nurses_employed": ("nursesEmployed",),
    "care_workers_employed": ("careWorkersEmployed",),
    "non_care_workers_employed": ("nonCareWorkersEmployed",),
    "agency_nurses_employed": ("agencyNursesEmployed",),
    "agency_care_workers_employed": ("agencyCareWorkersEmployed",),
    "agency_non_care_workers_employed": ("agencyNonCareWorkersEmployed",),
    "nurses_absent_covid": ("nursesAbsentCovid",),
    "care_workers_absent_covid": ("careWorkersAbsentCovid",),
    "non_care_workers_absent_covid": ("nonCareWorkersAbsentCovid",),
    "nurses_absent_other": ("nursesAbsent",),
    "care_workers_absent_other": ("careWorkersAbsent",),
    "non_care_workers_absent_other": ("nonCareWorkersAbsent",),
    "hours_paid": ("hoursPaid",),
    "hours_overtime": ("hoursOvertime",),
    "hours_agency": ("hoursAgency",),
    "absence": ("hoursAbsence", "daysAbsence"),
}
"""Field id to names in ``workforce``; an absence has one in hours and one in days."""

API_VISITS: Columns = {"residents_able_to_visit": ("isVisitorsInsideCareHome", "isVisitsOffCareHomePremises")}
"""Field id to names in ``ascSupport``: yes to either is yes."""

API_LAST_SAVED = "vacanciesLastUpdated"
"""Of the section of beds; of the others it is not told."""

EXTRACT_CARE_HOME: Columns = {
    "beds_maximum_capacity": ("maxcapacity",),
    "beds_occupied": ("usedbeds",),
    "beds_vacant_accepting_admissions": ("declaredvacancies",),
    "nurses_employed": ("nursesemployed",),
    "care_workers_employed": ("careworkersemployed",),
    "non_care_workers_employed": ("noncareworkersemployed",),
    "agency_nurses_employed": ("agencynursesemployed",),
    "agency_care_workers_employed": ("agencycareworkersemployed",),
    "agency_non_care_workers_employed": ("agencynoncareworkersemployed",),
    "nurses_absent_covid": ("nursesabsentcovid",),
    "care_workers_absent_covid": ("careworkersabsentcovid",),
    "non_care_workers_absent_covid": ("noncareworkersabsentcovid",),
    "nurses_absent_other": ("nursesabsentgeneral",),
    "care_workers_absent_other": ("careworkersabsentgeneral",),
    "non_care_workers_absent_other": ("noncareworkersabsentgeneral",),
    "hours_paid": ("hourspaid",),
    "hours_overtime": ("hoursovertime",),
    "hours_agency": ("hoursagency",),
    "absence": ("hoursabsence", "daysabsence"),
}
EXTRACT_NON_RESIDENTIAL: Columns = {
    "service_users": ("serviceusercount",),
    "staff_face_to_face": ("cqccareworkersemployed",),
    "staff_absent_covid": ("cqccareworkersabsent",),
    "hours_paid": ("hourspaiddomcare",),
    "hours_overtime": ("hoursovertimedomcare",),
    "hours_agency": ("hoursagencydomcare",),
    "absence": ("hoursabsencedomcare", "daysabsencedomcare"),
    "staff_flu_vaccination": ("flu_vaccination_autumn_23",),
    "staff_seasonal_booster": ("covid_vaccination_autumn_23",),
}
"""Field id to columns of the extract; an absence has one in hours and one in days."""

AUTUMN_23 = ("staff_flu_vaccination", "staff_seasonal_booster")
"""The fields whose columns are named after one autumn; those of later autumns are not known."""
AUTUMN_23_DAYS = Datum(
    (dt.date(2023, 9, 1), dt.date(2024, 3, 31)),
    Citation(REASONING, "from the start of that flu season to its end, before the next COVID-19 campaign"),
)
"""The first and the last day on which those columns can have answered what was asked."""

EXTRACT_LAST_SAVED_CARE_HOME = ("lastupdatedutc", "lastupdatedbst")
EXTRACT_LAST_SAVED_NON_RESIDENTIAL = ("cqcsurveylastupdatedutc", "cqcsurveylastupdatedbst")
"""The columns of the last save, in UTC and by the clock in London."""
EXTRACT_LAST_SAVED_CITATION = Citation(
    REASONING, "the one last save is taken to be that of every section, and “BST” to be the clock in London"
)
