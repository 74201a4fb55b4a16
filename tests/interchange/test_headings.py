"""A heading is read however it is written, and one that is not read is told, with the nearest name."""

import csv
import re

import pytest

from asc_mandate.interchange import capacity_tracker as ct
from asc_mandate.interchange.capacity_tracker import names
from asc_mandate.notice.shapes import ServiceType
from tests.helpers import DATA
from tests.interchange.samples import AGENCY, HOME

BOM, NBSP = "\ufeff", "\u00a0"


@pytest.mark.parametrize(
    ("heading", "reads"),
    [
        ("Covid Vaccination (Autumn 23)", "staff_seasonal_booster"),
        ("Flu_Vaccination (Autumn 23)", "staff_flu_vaccination"),
        (f"Flu{NBSP}Vaccination{NBSP}(Autumn{NBSP}23)", "staff_flu_vaccination"),
        ("FluVaccinationAutumn23", "staff_flu_vaccination"),
        ("Flu  Vaccination\r\n[Autumn 23]", "staff_flu_vaccination"),
        ("covid_vaccination__full_course_", "staff_covid_primary_course"), ("ServiceUserCount\n", "service_users"),
        ("Service\u2009User\u200bCount", "service_users"), (f"{BOM}CqcId", "location_id"), ("CQC ID", "location_id"),
        ("CqcSurveyLastUpdatedBst", "saved"), ("HoursAbsence (DomCare)", "absence"),
    ],
)  # fmt: skip
def test_a_heading_is_read_however_it_is_written(heading, reads):
    assert ct.returns_from_extract([{heading: "", "maxcapacity": "42"}]).columns[heading] == reads


@pytest.mark.parametrize(
    ("heading", "nearest"),
    [
        ("HoursPaid_DomCare", "hourspaiddomcare"), ("ï»¿cqcid", "cqcid"), ("UsedBed", "usedbeds"),
        ("flu_vaccination_autumn_25", "flu_vaccination_autumn_23"), ("providername", None), ("", None), (7, None),
    ],
)  # fmt: skip
def test_a_heading_that_is_not_read_is_told_with_the_nearest_name(heading, nearest):
    read = ct.returns_from_extract([{"maxcapacity": "42", heading: "12"}])
    assert read.columns == {"maxcapacity": "beds_maximum_capacity", heading: None}
    assert read.unread == {heading: nearest}


def test_a_name_that_another_heading_has_is_not_the_nearest():
    read = ct.returns_from_extract([{"usedbeds": "38", "Used_Beds": "38"}])
    assert (read.columns["Used_Beds"], read.unread) == (None, {"Used_Beds": None})


def test_every_column_is_read_in_the_raw_spelling_of_a_spreadsheet():
    for row in (HOME, AGENCY):
        dirty = {f"{BOM} {name.upper()}{NBSP}\n": cell for name, cell in row.items()}
        assert ct.return_from_extract(dirty) == ct.return_from_extract(row)


def told(column):
    """Field to names, by a table that was copied from the sources by hand."""
    with (DATA / "capacity-tracker-names.csv").open(encoding="utf-8") as file:
        return {row["field"]: tuple(row[column].split()) for row in csv.DictReader(file) if row[column]}


def test_names_are_those_of_the_sources():
    assert told("api") == {
        "(location id)": (names.API_LOCATION_ID,),
        **names.API_BEDS,
        **names.API,
        "(last saved)": (names.API_SAVED,),
    }
    for service, column in zip(ServiceType, ("extract care home", "extract non-residential"), strict=True):
        assert told(column) == {
            "(location id)": (names.LOCATION_ID,),
            **names.EXTRACT[service],
            "(last saved)": names.EXTRACT_SAVED[service],
        }


def test_what_the_names_rest_on_is_cited():
    assert str(names.API_CITATION) == (
        "DHSC's own pipeline, as published, databricks/CT.py, Generic API v4.8 (secondary)"
    )
    assert str(names.extract_basis("service_users")) == (
        "Skills for Care's pipeline, as published, utils/column_names/capacity_tracker_columns.py (secondary)"
    )
    for field in ("nhs_la_packages_returned", "self_funded_packages_ended"):
        assert re.search(r"^Reasoning of this library, .*usersnhsla.*\(inferred\)$", str(names.extract_basis(field)))
    for citation in (names.AUTUMN_23_DAYS.citation, names.EXTRACT_SAVED_CITATION, *names.INFERRED.values()):
        assert citation.source.grade == "inferred"


def test_names_of_an_entry_are_told_as_paths():
    entry = {"CQCID ": "1-1000210669", "isHospice": False, "postcode": "x", 5: "y"}
    entry |= {"Vacancies": [{"TOTAL": 3, "bedType": "nursing"}], "workforce": {"nurseEmployed": 1}}
    read = ct.returns_from_api([entry])
    assert read.columns == {
        "CQCID ": "location_id",
        "isHospice": "service",
        "postcode": None,
        5: None,
        "Vacancies[].TOTAL": "beds_maximum_capacity",
        "Vacancies[].bedType": None,
        "workforce.nurseEmployed": None,
    }
    assert read.unread["workforce.nurseEmployed"] == "workforce.nursesEmployed"


class Anything(str):
    """A heading that says it equals every other."""

    __slots__ = ()

    def __eq__(self, other):
        return True

    def __hash__(self):
        return hash("UsedBeds")


def test_a_heading_that_claims_to_be_another_changes_no_later_row():
    ct.return_from_extract({Anything("junk"): 5, "ServiceUserCount": 3}, service="domiciliary_care")
    read = ct.return_from_extract({"UsedBeds": 5, "ServiceUserCount": 3}, service="domiciliary_care")
    assert read.values["usedbeds"] == 5
