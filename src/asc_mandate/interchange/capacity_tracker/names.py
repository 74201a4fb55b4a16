"""Capacity Tracker's own names for what the notice asks for, as others who read its data have written them down.

A field that is in none of these tables is not carried: the extract, or the interface, has no place for it.
"""

import datetime as dt
from collections.abc import Mapping

from asc_mandate.notice.drafting import DHSC_PIPELINE, REASONING, SKILLS_FOR_CARE
from asc_mandate.notice.provenance import Citation, Datum
from asc_mandate.notice.shapes import ServiceType

Names = Mapping[str, tuple[str, ...]]
"""Field id to the names of what it is read from; an absence has one in hours and one in days."""

API_CITATION = Citation(DHSC_PIPELINE, "databricks/CT.py, Generic API v4.8")
EXTRACT_CITATION = Citation(SKILLS_FOR_CARE, "utils/column_names/capacity_tracker_columns.py")

LOCATION_ID = "cqcid"

# Field, its names in an entry of the API, and its columns in the extract, with a space between two.
_CARE_HOME = (
    ("beds_maximum_capacity", "vacancies[].total", "maxcapacity"),
    ("beds_occupied", "vacancies[].used", "usedbeds"),
    ("beds_vacant_reserved", "vacancies[].reserved", ""),
    ("beds_vacant_accepting_admissions", "vacancies[].spare", "declaredvacancies"),
    ("nurses_employed", "workforce.nursesEmployed", "nursesemployed"),
    ("care_workers_employed", "workforce.careWorkersEmployed", "careworkersemployed"),
    ("non_care_workers_employed", "workforce.nonCareWorkersEmployed", "noncareworkersemployed"),
    ("agency_nurses_employed", "workforce.agencyNursesEmployed", "agencynursesemployed"),
    ("agency_care_workers_employed", "workforce.agencyCareWorkersEmployed", "agencycareworkersemployed"),
    ("agency_non_care_workers_employed", "workforce.agencyNonCareWorkersEmployed", "agencynoncareworkersemployed"),
    ("nurses_absent_covid", "workforce.nursesAbsentCovid", "nursesabsentcovid"),
    ("care_workers_absent_covid", "workforce.careWorkersAbsentCovid", "careworkersabsentcovid"),
    ("non_care_workers_absent_covid", "workforce.nonCareWorkersAbsentCovid", "noncareworkersabsentcovid"),
    ("nurses_absent_other", "workforce.nursesAbsent", "nursesabsentgeneral"),
    ("care_workers_absent_other", "workforce.careWorkersAbsent", "careworkersabsentgeneral"),
    ("non_care_workers_absent_other", "workforce.nonCareWorkersAbsent", "noncareworkersabsentgeneral"),
    ("hours_paid", "workforce.hoursPaid", "hourspaid"),
    ("hours_overtime", "workforce.hoursOvertime", "hoursovertime"),
    ("hours_agency", "workforce.hoursAgency", "hoursagency"),
    ("absence", "workforce.hoursAbsence workforce.daysAbsence", "hoursabsence daysabsence"),
    ("residents_able_to_visit", "ascSupport.isVisitorsInsideCareHome ascSupport.isVisitsOffCareHomePremises", ""),
)

EXTRACT: Mapping[ServiceType, Names] = {
    ServiceType.CARE_HOME: {field: tuple(columns.split()) for field, _, columns in _CARE_HOME if columns},
    ServiceType.DOMICILIARY_CARE: {
        "service_users": ("serviceusercount",),
        "staff_face_to_face": ("cqccareworkersemployed",),
        "staff_absent_covid": ("cqccareworkersabsent",),
        "hours_paid": ("hourspaiddomcare",),
        "hours_overtime": ("hoursovertimedomcare",),
        "hours_agency": ("hoursagencydomcare",),
        "absence": ("hoursabsencedomcare", "daysabsencedomcare"),
        "staff_covid_primary_course": ("covid_vaccination_full_course",),
        "staff_seasonal_booster": ("covid_vaccination_autumn_23",),
        "staff_flu_vaccination": ("flu_vaccination_autumn_23",),
        "nhs_la_packages_returned": ("usersnhsla",),
        "self_funded_packages_ended": ("usersselffunded",),
    },
}
"""The columns of the extract."""

EXTRACT_SAVED: Mapping[ServiceType, tuple[str, str]] = {
    ServiceType.CARE_HOME: ("lastupdatedutc", "lastupdatedbst"),
    ServiceType.DOMICILIARY_CARE: ("cqcsurveylastupdatedutc", "cqcsurveylastupdatedbst"),
}
"""The columns of the last save, in UTC and by the clock in London."""
EXTRACT_SAVED_CITATION = Citation(
    REASONING, "the one last save is taken to be that of every section, and “BST” to be the clock in London"
)

AUTUMN_23 = ("staff_flu_vaccination", "staff_seasonal_booster")
"""The fields whose columns are named after one autumn; those of later autumns are not known."""
AUTUMN_23_DAYS = Datum(
    (dt.date(2023, 9, 1), dt.date(2024, 3, 31)),
    Citation(REASONING, "from the start of that flu season to its end, before the next COVID-19 campaign"),
)
"""The first and the last day on which those columns can have answered what was asked."""

API_BEDS: Names = {field: (path,) for field, path, _ in _CARE_HOME if "[]" in path}
"""The names in an entry of the API that are added up over the types of beds."""

API: Names = {field: tuple(paths.split()) for field, paths, _ in _CARE_HOME if field not in API_BEDS}
"""The other names in an entry of the API."""

API_PARTS = ("vacancies", "workforce", "ascSupport")
"""The objects that hold those names; the first is that of beds."""

API_LOCATION_ID = "cqcId"
API_SAVED = "vacanciesLastUpdated"
"""Of the section of beds; of the others it is not told."""

API_CARE_HOME = "isCareHome"
API_OTHER_KINDS = ("isHospice", "isAcute", "isCommunity", "isSubstanceMisuse")
"""What else than a care home an entry can be of."""

INFERRED = {
    "beds_vacant_accepting_admissions": Citation(
        REASONING, "that “spare” and “declaredvacancies” are the beds accepting admissions is nowhere said"
    ),
    "nurses_absent_other": Citation(REASONING, "an absence that is not of COVID-19 is taken to be of other reasons"),
    "care_workers_absent_other": Citation(REASONING, "as for nurses"),
    "non_care_workers_absent_other": Citation(REASONING, "as for nurses"),
    "residents_able_to_visit": Citation(REASONING, "visits in and/or out: yes to either question, no to both"),
    "nhs_la_packages_returned": Citation(
        REASONING,
        "“usersnhsla” is 0 in published test rows of services with up to 102 users, so it counts no users by who "
        "pays for them: by name and value it is the packages item",
    ),
    "self_funded_packages_ended": Citation(REASONING, "“usersselffunded”, as for “usersnhsla”"),
}
"""What these tables rest on beyond their sources, by field."""


def extract_basis(field: str) -> Citation:
    """Return what the column of a field rests on: reasoning where there is some, or else the source."""
    return INFERRED.get(field, EXTRACT_CITATION)
