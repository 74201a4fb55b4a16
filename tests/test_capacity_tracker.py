"""What Capacity Tracker hands out is read with nothing guessed, nothing dropped and nothing made a zero."""

import csv
import datetime as dt
import decimal
from decimal import Decimal
from fractions import Fraction
from numbers import Integral

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate import testing
from asc_mandate.interchange import capacity_tracker as ct
from asc_mandate.interchange import names
from tests.helpers import CARE_HOME, DATA, codes

HOME_ROW = {
    "cqcid": "1-1000210669",
    "maxcapacity": "42",
    "usedbeds": "38",
    "declaredvacancies": "3",
    "nursesemployed": "9",
    "careworkersemployed": "41",
    "noncareworkersemployed": "17",
    "agencynursesemployed": "2",
    "agencycareworkersemployed": "5",
    "agencynoncareworkersemployed": "0",
    "nursesabsentcovid": "0",
    "careworkersabsentcovid": "1",
    "noncareworkersabsentcovid": "0",
    "nursesabsentgeneral": "1",
    "careworkersabsentgeneral": "3",
    "noncareworkersabsentgeneral": "0",
    "hourspaid": "8610.5",
    "hoursovertime": "214",
    "hoursagency": "396",
    "hoursabsence": "187.5",
    "daysabsence": "0",
    "lastupdatedutc": "45881.5",
    "lastupdatedbst": "45881.541666667",
}
AGENCY_ROW = {
    "cqcid": "1-1000210670",
    "serviceusercount": "63",
    "cqccareworkersemployed": "28",
    "cqccareworkersabsent": "0",
    "hourspaiddomcare": "2900",
    "hoursovertimedomcare": "120",
    "hoursagencydomcare": "0",
    "hoursabsencedomcare": "0",
    "daysabsencedomcare": "6",
    "flu_vaccination_autumn_23": "11",
    "covid_vaccination_autumn_23": "12",
    "cqcsurveylastupdatedutc": "45330.5",
    "cqcsurveylastupdatedbst": "",
}
ITEM = {
    "cqcId": "1-1000210669",
    "vacanciesLastUpdated": "2025-08-12T09:30:00Z",
    "vacancies": [
        {"bedType": "nursing", "total": 30, "used": 28, "reserved": 0, "spare": 2},
        {"bedType": "residential", "total": 12, "used": 10, "reserved": 1, "spare": 1},
    ],
    "workforce": {
        "nursesEmployed": 9,
        "careWorkersEmployed": 41,
        "nonCareWorkersEmployed": 17,
        "agencyNursesEmployed": 2,
        "agencyCareWorkersEmployed": 5,
        "agencyNonCareWorkersEmployed": 0,
        "nursesAbsentCovid": 0,
        "careWorkersAbsentCovid": 1,
        "nonCareWorkersAbsentCovid": 0,
        "nursesAbsent": 1,
        "careWorkersAbsent": 3,
        "nonCareWorkersAbsent": 0,
        "hoursPaid": 8610.5,
        "hoursOvertime": 214,
        "hoursAgency": 396,
        "hoursAbsence": 187.5,
        "daysAbsence": 0,
    },
    "ascSupport": {"isVisitorsInsideCareHome": True, "isVisitsOffCareHomePremises": False},
}


@Integral.register
class Whole:
    """A whole number of another make, as NumPy has them."""

    def __int__(self):
        return 12


class Size(int):
    """A whole number of another make, which says that it is another number."""

    def __int__(self):
        return 99


class Money(Decimal):
    """A decimal of another make, of which nothing is known but its digits."""

    def is_nan(self):
        raise RuntimeError

    is_finite = adjusted = is_nan


class NaTType(dt.datetime):
    """No moment, as pandas has it."""


class NAType:
    """A blank, as pandas has it, which is neither true nor false."""

    def __bool__(self):
        raise TypeError


BLANKS = [NAType(), NaTType(1, 1, 1), None, "", "  ", float("nan"), Decimal("NaN")]


def home(**changes):
    return ct.return_from_extract({**HOME_ROW, **changes})


def agency(**changes):
    return ct.return_from_extract({**AGENCY_ROW, **changes})


def same_answers(return_, expected):
    return {field: value for field, value in return_.values.items() if value != expected.get(field)}


def test_care_home_row_is_read_with_every_number_as_text():
    return_ = home()
    assert return_.service is am.ServiceType.CARE_HOME
    assert return_.location_id == "1-1000210669"
    assert same_answers(return_, CARE_HOME) == {"absence": am.Absence(hours=Decimal("187.5"), days=Decimal(0))}
    assert type(return_.values["beds_occupied"]) is int
    assert str(return_.saved) == "2025-08-12 13:00:00+01:00"


def test_report_on_an_extract_is_no_report_on_the_full_return():
    report = am.validate(home(), on=dt.date(2025, 8, 20))
    assert report.outcome is am.Outcome.UNDETERMINED
    assert report.not_carried == ("beds_vacant_reserved", "residents_able_to_visit", "visiting_options")
    assert report.breaches == ()
    full = evolve(home(), values={**home().values, **{field: CARE_HOME[field] for field in report.not_carried}})
    assert am.validate(full, on=dt.date(2025, 8, 20)).outcome is am.Outcome.MET


def test_missing_cell_of_a_column_that_is_carried_is_a_breach():
    report = am.validate(home(nursesemployed=""), on=dt.date(2025, 8, 20))
    assert report.outcome is am.Outcome.NOT_MET
    assert [finding.fields for finding in report.breaches] == [("nurses_employed",)]


def test_non_residential_row_is_read():
    return_ = agency()
    assert return_.service is am.ServiceType.DOMICILIARY_CARE
    assert return_.values == {
        "service_users": 63,
        "staff_face_to_face": 28,
        "staff_absent_covid": 0,
        "hours_paid": 2900,
        "hours_overtime": 120,
        "hours_agency": 0,
        "absence": am.Absence(hours=Decimal(0), days=Decimal(6)),
        "staff_flu_vaccination": 11,
        "staff_seasonal_booster": 12,
    }
    assert str(return_.saved) == "2024-02-08 12:00:00+00:00"
    report = am.validate(return_, on=dt.date(2024, 2, 20))
    assert report.outcome is am.Outcome.UNDETERMINED
    assert report.not_carried == (
        "staff_covid_primary_course", "nhs_la_packages_returned", "self_funded_packages_ended"
    )  # fmt: skip


@pytest.mark.parametrize(
    ("saved", "counted"),
    [
        ("45169.9", False),  # 31 August 2023
        ("45170", True),
        ("45382.9", True),  # 31 March 2024
        ("45383", False),
        ("45881.5", False),
        ("", False),
        ("soon", False),
    ],
)
def test_columns_of_one_autumn_answer_for_that_season_alone(saved, counted):
    return_ = agency(cqcsurveylastupdatedutc=saved)
    for field in ("staff_flu_vaccination", "staff_seasonal_booster"):
        assert (field in return_.values) is counted
        assert (field in return_.not_carried.fields) is not counted


@pytest.mark.parametrize(("length", "read"), [(199, True), (200, False)])
def test_a_moment_is_read_from_fewer_than_two_hundred_characters(length, read):
    text = "2025-08-11T16:00:00.".ljust(length, "0")
    assert bool(agency(cqcsurveylastupdatedutc=text).saved) is read


@pytest.mark.parametrize("blank", BLANKS, ids=lambda blank: type(blank).__name__)
def test_blank_is_blank_in_every_shape(blank):
    return_ = home(**dict.fromkeys(HOME_ROW, blank))
    assert set(return_.values.values()) == {None}
    assert return_.location_id is None
    assert return_.saved == {}
    assert return_.not_carried.saves == ("beds", "workforce", "covid_vaccination", "flu_vaccination", "visiting")


@pytest.mark.parametrize(
    ("cell", "count", "hours"),
    [
        ("12", 12, Decimal(12)),
        (" 12 ", 12, Decimal(12)),
        ("12.0", 12, Decimal("12.0")),
        ("12.", 12, Decimal(12)),
        ("1,623", 1623, Decimal(1623)),
        ("1,623.00", 1623, Decimal("1623.00")),
        ("12.5", "12.5", Decimal("12.5")),
        (".5", ".5", Decimal("0.5")),
        ("1,62", "1,62", "1,62"),
        ("1623,000", "1623,000", "1623,000"),
        ("-3", -3, Decimal(-3)),
        ("0", 0, Decimal(0)),
        ("n/a", "n/a", "n/a"),
        ("1e3", "1e3", "1e3"),
        ("١٢", "١٢", "١٢"),
        ("9" * 199, 10**199 - 1, Decimal("9" * 199)),
        ("9" * 200, "9" * 200, "9" * 200),
        (12, 12, 12),
        (12.0, 12, 12.0),
        (12.5, 12.5, 12.5),
        (float("inf"), float("inf"), float("inf")),
        (Decimal("12.00"), 12, Decimal("12.00")),
        (Decimal("12.5"), Decimal("12.5"), Decimal("12.5")),
        (Decimal("1E+199"), 10**199, Decimal("1E+199")),
        (Decimal("1E+200"), Decimal("1E+200"), Decimal("1E+200")),
        (Decimal("1E+999999"), Decimal("1E+999999"), Decimal("1E+999999")),
        (Money("12.00"), 12, Decimal("12.00")),
        (Size(12), 12, 12),
        (False, False, False),
        (True, True, True),
        ([1], [1], [1]),
        (Fraction(12), 12, 12.0),
        (Whole(), 12, 12),
        (Fraction(25, 2), 12.5, 12.5),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_numbers_in_cells(cell, count, hours):
    values = home(usedbeds=cell, hoursagency=cell).values
    assert (values["beds_occupied"], type(values["beds_occupied"])) == (count, type(count))
    assert (values["hours_agency"], type(values["hours_agency"])) == (hours, type(hours))


@pytest.mark.parametrize("cell", ["12.5", "n/a", "1,62", [1], True, float("inf"), object()], ids=range(7))
def test_cell_that_cannot_be_read_is_found_later_and_never_a_zero(cell):
    report = am.validate(home(usedbeds=cell, daysabsence=[cell]), on=dt.date(2025, 8, 20))
    wrong = [finding.fields[0] for finding in report.findings if finding.code == "wrong-type"]
    assert wrong == ["beds_occupied", "absence"]
    assert report.outcome is am.Outcome.NOT_MET


def test_columns_match_in_any_case_and_with_stray_spaces():
    row = {f" {name.upper()}" if name != "cqcid" else "\ufeffCqcId": cell for name, cell in HOME_ROW.items()}
    assert ct.return_from_extract(row) == home()


def test_other_columns_change_nothing():
    row = {**HOME_ROW, "providerName": "x", "PROVIDERNAME": "y", 7: "z", None: None, "XHoursPaidX": "99"}
    assert ct.return_from_extract(row) == home()


LONDON_SUMMER = "+01:00"


@pytest.mark.parametrize(
    ("utc", "bst", "saved"),
    [
        ("45881.5", "", "2025-08-12T13:00:00+01:00"),
        ("45881", "45881.0416666667", "2025-08-12T01:00:00+01:00"),
        # Midnight in London at the end of the closing day, Thursday 14 August 2025, and the minute before.
        ("45883.958333333", "", "2025-08-15T00:00:00+01:00"),
        ("45883.9576388889", "", "2025-08-14T23:59:00+01:00"),
        ("45883.95832", "", "2025-08-14T23:59:59+01:00"),
        ("45883.95831", "", "2025-08-14T23:59:58+01:00"),
        ("45883.958333330", "", "2025-08-14T23:59:59.999712+01:00"),
        ("", "45884", "2025-08-15T00:00:00+01:00"),
        ("", "45883.9993055556", "2025-08-14T23:59:00+01:00"),
        # A closing day in winter, Wednesday 14 January 2026.
        ("46036.9993055556", "", "2026-01-14T23:59:00+00:00"),
        ("", "46036.9993055556", "2026-01-14T23:59:00+00:00"),
        ("46037", "", "2026-01-15T00:00:00+00:00"),
        # The clock goes back on Sunday 26 October 2025 at 02:00, and on Sunday 29 March 2026 forward at 01:00.
        ("45956.0208333333", "", "2025-10-26T01:30:00+01:00"),
        ("45956.0625", "", "2025-10-26T01:30:00+00:00"),
        ("", "45956.0208333333", "2025-10-26T00:30:00+01:00"),
        ("", "45956.125", "2025-10-26T03:00:00+00:00"),
        ("46110.0416666667", "", "2026-03-29T02:00:00+01:00"),
        ("46110.04", "", "2026-03-29T00:57:36+00:00"),
        # The UTC column goes first, unless it cannot be read.
        ("45881.5", "45000", "2025-08-12T13:00:00+01:00"),
        ("soon", "45881.5", "2025-08-12T12:00:00+01:00"),
        (45881.5, None, "2025-08-12T13:00:00+01:00"),
        (Decimal("45881.5"), None, "2025-08-12T13:00:00+01:00"),
        ("45,881.5", None, "2025-08-12T13:00:00+01:00"),
        ("2,958,465.5", None, "9999-12-31T12:00:00+00:00"),
        # A fraction of nines alone is not yet the next day: 7 December 2025, a second before the window opens.
        ("45998.999999", "", "2025-12-07T23:59:59.913600+00:00"),
        ("", "45883.999999", "2025-08-14T23:59:59.913600+01:00"),
        ("2958465.5", "", "9999-12-31T12:00:00+00:00"),
        ("1", "", "1899-12-31T00:00:00+00:00"),
        (1, None, "1899-12-31T00:00:00+00:00"),
        (2_958_465, None, "9999-12-31T00:00:00+00:00"),
        (45881, None, "2025-08-12T01:00:00+01:00"),
        ("2025-08-12 12:00:00", "", "2025-08-12T13:00:00+01:00"),
        ("2025-08-12T12:00:00+05:00", "", "2025-08-12T08:00:00+01:00"),
        ("", "2025-08-12T12:00", "2025-08-12T12:00:00+01:00"),
        ("2025-08-12", "", "2025-08-12"),
        (dt.datetime(2025, 8, 12, 12), None, "2025-08-12T13:00:00+01:00"),
        (dt.date(2025, 8, 12), None, "2025-08-12"),
    ],
    ids=str,
)
def test_last_save_is_read_as_a_moment_in_london(utc, bst, saved):
    return_ = home(lastupdatedutc=utc, lastupdatedbst=bst)
    assert return_.saved.isoformat() == saved
    assert return_.not_carried.saves == ()
    if isinstance(return_.saved, dt.datetime):
        assert str(return_.saved.tzinfo) == "Europe/London"


@pytest.mark.parametrize(
    ("utc", "outcome"),
    [
        ("45876.958333333", am.Outcome.UNDETERMINED),
        ("45876.95", am.Outcome.NOT_MET),
        ("45883.9576388889", am.Outcome.UNDETERMINED),
        ("45884.5", am.Outcome.UNDETERMINED),
    ],
)
def test_only_a_last_save_before_the_window_proves_that_it_was_missed(utc, outcome):
    report = am.validate(home(lastupdatedutc=utc), on=dt.date(2025, 8, 20))
    assert report.outcome is outcome
    assert ("save-not-known" in codes(report)) is (utc == "45884.5")


@pytest.mark.parametrize(
    "cell",
    [
        "٤٥٨٨١",
        "soon",
        "14/08/2025",
        "-1",
        "0.5",
        "2958466",
        "99999999999",
        "4588,1.5",
        "45881.",
        "1e5",
        "2025-02-30",
        10**400,
        [45881],
        True,
    ],
)
def test_last_save_that_cannot_be_read_is_not_known(cell):
    return_ = home(lastupdatedutc=cell, lastupdatedbst=cell)
    assert return_.saved == {}
    report = am.validate(return_, on=dt.date(2025, 8, 20))
    assert report.outcome is am.Outcome.UNDETERMINED
    assert "save-not-known" in codes(report)
    assert "not-saved-in-window" not in codes(report)


def test_only_numbers_texts_and_dates_tell_when_something_was_saved():
    class Printed:
        def __str__(self):
            return "45881.5"

    assert home(lastupdatedutc=Printed(), lastupdatedbst="").saved == {}


class Odd(dt.datetime):
    def __getattribute__(self, name):
        raise RuntimeError(name)


def test_hostile_cells_do_not_escape():
    class Hostile:
        def __eq__(self, other):
            raise RuntimeError

        __hash__ = None
        __bool__ = __str__ = __repr__ = __len__ = __eq__

    class Number(Fraction):
        def __float__(self):
            raise RuntimeError

    class Amount(float):
        def is_integer(self):
            raise RuntimeError

    assert ct.return_from_extract({"usedbeds": Amount(5.0)}).values["beds_occupied"] == 5
    cell = Hostile()
    for value in (cell, Number(1, 2), Odd(2025, 8, 12)):
        return_ = ct.return_from_extract(dict.fromkeys(HOME_ROW, value))
        assert return_.values["beds_occupied"] is value
        assert return_.saved == {}
        assert "wrong-type" in codes(am.validate(return_, on=dt.date(2025, 8, 20)))
        item = {"vacancies": [{"total": value}], "ascSupport": {"isVisitorsInsideCareHome": value}, "workforce": value}
        assert "wrong-type" in codes(am.validate(ct.return_from_api(item), on=dt.date(2025, 8, 20)))


class Raises(dict):
    def items(self):
        raise RuntimeError


@pytest.mark.parametrize(
    ("read", "given", "sentence"),
    [
        (ct.return_from_extract, "x", "row is a value of type str; pass a mapping of column to cell, such as a dict."),
        (ct.return_from_extract, Raises(), "This could not be read; pass a plain dict."),
        (ct.return_from_api, [ITEM], "item is a value of type list; pass one entry of the API's items."),
        (ct.return_from_api, Raises(), "This could not be read; pass a plain dict."),
    ],
)
def test_arguments_are_checked(read, given, sentence):
    with pytest.raises(am.InvalidArgument) as refusal:
        read(given)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({"cqcid": "1-1000210669"}, "The record has none of the columns of an extract; check their names"),
        (
            {**AGENCY_ROW, **HOME_ROW},
            "The record has cells of both a care home and a non-residential service for “1-1000210669”; pass "
            "service='care_home' or 'domiciliary_care'",
        ),
        ({**HOME_ROW, "HoursPaid": "1"}, "hourspaid stands here twice, once in upper and once in lower case"),
        (
            {**HOME_ROW, "MaxCapacity": ""},
            "maxcapacity stands here twice, once in upper and once in lower case",
        ),
        ({}, "The record has none of the columns of an extract; check their names"),
        (
            {**dict.fromkeys({**HOME_ROW, **AGENCY_ROW}, ""), "cqcid": "1-1000210673"},
            "The record has cells of neither a care home nor another service for “1-1000210673”; pass "
            "service='care_home' or 'domiciliary_care'",
        ),
        (
            dict.fromkeys({**HOME_ROW, **AGENCY_ROW}, ""),
            "The record has cells of neither a care home nor another service; pass service='care_home' or "
            "'domiciliary_care'",
        ),
    ],
)
def test_rows_that_can_be_read_two_ways_are_refused(row, problem):
    with pytest.raises(am.InvalidRecord) as refusal:
        ct.return_from_extract(row)
    assert str(refusal.value) == problem
    assert [found.path for found in refusal.value.problems] == ["" if "record" in problem else problem.split()[0]]


def test_service_follows_from_the_cells_where_a_table_has_all_columns():
    assert home(**dict.fromkeys(set(AGENCY_ROW) - {"cqcid"}, "")) == home()
    assert agency(**dict.fromkeys(set(HOME_ROW) - {"cqcid"}, None)) == agency()


def test_service_can_be_said():
    both = {**HOME_ROW, **AGENCY_ROW}
    assert ct.return_from_extract(both, service="domiciliary_care") == agency()
    blank = ct.return_from_extract(dict.fromkeys(both, ""), service="care_home")
    assert am.validate(blank, on=dt.date(2025, 8, 20)).outcome is am.Outcome.UNDETERMINED
    assert ct.return_from_extract({**both, "cqcid": HOME_ROW["cqcid"]}, service=am.ServiceType.CARE_HOME) == home()
    with pytest.raises(am.InvalidArgument, match="service is “hotel”"):
        ct.return_from_extract(both, service="hotel")


@pytest.mark.parametrize(
    ("cell", "location_id"),
    [
        ("1-1000210669 ", "1-1000210669"),
        (1000210669, "1000210669"),
        (None, None),
        (1.5, None),
        (10**18 - 1, "9" * 18),
        (10**18, None),
    ],
)
def test_location_id(cell, location_id):
    assert home(cqcid=cell).location_id == location_id


def test_api_item_is_read():
    return_ = ct.return_from_api(ITEM)
    assert return_.service is am.ServiceType.CARE_HOME
    assert return_.location_id == "1-1000210669"
    assert same_answers(return_, CARE_HOME) == {"absence": am.Absence(hours=187.5, days=0)}
    assert return_.values["beds_occupied"] == 38
    assert {id: str(moment) for id, moment in return_.saved.items()} == {"beds": "2025-08-12 10:30:00+01:00"}
    assert return_.not_carried.saves == ("workforce", "covid_vaccination", "flu_vaccination", "visiting")
    report = am.validate(return_, on=dt.date(2025, 8, 20))
    assert report.outcome is am.Outcome.UNDETERMINED
    assert report.not_carried == ("visiting_options",)
    assert report.breaches == ()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([30, 12], 42),
        ([30.0, "12"], 42),
        ([0, 0], 0),
        ([30, None], None),
        ([None, None], None),
        ([30, "some"], "some"),
        ([None, "some"], "some"),
        ([30, -2], -2),
        ([30, 2.5], 2.5),
    ],
)
def test_beds_are_added_up_over_their_types(parts, expected):
    item = {**ITEM, "vacancies": [{"total": part} for part in parts]}
    assert ct.return_from_api(item).values["beds_maximum_capacity"] == expected


@pytest.mark.parametrize("vacancies", ["none", 3, [3], ["x"], {}, {"total": 42}])
def test_beds_that_are_no_list_of_types_are_found_later(vacancies):
    return_ = ct.return_from_api({**ITEM, "vacancies": vacancies})
    handed_on = vacancies if isinstance(vacancies, list) else [vacancies]
    assert {field: value for field, value in return_.values.items() if field.startswith("beds")} == dict.fromkeys(
        names.API_VACANCIES, handed_on
    )
    report = am.validate(return_, on=dt.date(2025, 8, 12))
    assert [finding.code for finding in report.findings if finding.fields[0].startswith("beds")] == ["wrong-type"] * 4


@pytest.mark.parametrize("part", ["workforce", "ascSupport"])
@pytest.mark.parametrize("inner", ["{}", 3, [{"hoursPaid": 3}]])
def test_part_that_is_no_object_is_found_later(part, inner):
    report = am.validate(ct.return_from_api({**ITEM, part: inner}), on=dt.date(2025, 8, 12))
    assert "wrong-type" in codes(report)
    assert "missing" not in codes(report)


def test_what_an_item_has_no_key_for_is_not_carried():
    item = {
        "vacancies": [{"total": 30, "used": 28}, {"total": 12, "used": None}],
        "workforce": {"hoursPaid": None, "daysAbsence": 3},
        "ascSupport": {"isVisitorsInsideCareHome": True},
    }
    return_ = ct.return_from_api(item)
    assert return_.values == {
        "beds_maximum_capacity": 42,
        "beds_occupied": None,
        "hours_paid": None,
        "absence": am.Absence(days=3),
        "residents_able_to_visit": True,
    }
    assert {"beds_vacant_reserved", "beds_vacant_accepting_admissions", "nurses_employed", "hours_agency"} < set(
        return_.not_carried.fields
    )


def test_what_a_row_has_no_column_for_is_not_carried():
    row = {"cqcid": "1-1000210669", "maxcapacity": "42", "usedbeds": "", "daysabsence": "3", "lastupdatedutc": "45881"}
    return_ = ct.return_from_extract(row)
    assert return_.values == {
        "beds_maximum_capacity": 42,
        "beds_occupied": None,
        "absence": am.Absence(days=Decimal(3)),
    }
    report = am.validate(return_, on=dt.date(2025, 8, 20))
    assert [finding.fields for finding in report.breaches] == [("beds_occupied",)]
    assert "hours_paid" in report.not_carried
    narrower = ct.return_from_extract({name: cell for name, cell in row.items() if name != "usedbeds"})
    assert am.validate(narrower, on=dt.date(2025, 8, 20)).outcome is am.Outcome.UNDETERMINED


class ndarray:  # noqa: N801
    """A list of another make, as NumPy has them."""

    def __init__(self, items):
        self.items = items

    def __iter__(self):
        return iter(self.items)


@pytest.mark.parametrize("name", ["bool", "bool_"])
def test_lists_and_answers_of_other_makes_are_read(name):
    # As NumPy 2 calls its answers, and as NumPy 1 did.
    yes = type(name, (), {"__bool__": lambda _: True})()
    item = {**ITEM, "vacancies": ndarray(ITEM["vacancies"]), "ascSupport": {"isVisitorsInsideCareHome": yes}}
    return_ = ct.return_from_api(item)
    assert return_.values["beds_occupied"] == 38
    assert return_.values["residents_able_to_visit"] is True


@pytest.mark.parametrize(
    ("item", "path"),
    [
        ({"workforce": {"hoursPaid": 1, "HoursPaid": 2}}, "workforce.hourspaid"),
        ({"vacancies": [{"total": 1}, {"used": 1, "Used": 2}]}, "vacancies[1].used"),
        ({"Workforce": {}, "workforce": {}}, "workforce"),
        ({"Vacancies": [], "vacancies": []}, "vacancies"),
        ({"ASCSupport": {}, "ascSupport": {}}, "ascsupport"),
        ({"CQCID": "1", "cqcId": "2"}, "cqcid"),
        ({"VacanciesLastUpdated": "1", "vacanciesLastUpdated": "2"}, "vacancieslastupdated"),
    ],
)
def test_names_that_stand_twice_in_an_item_are_refused(item, path):
    with pytest.raises(am.InvalidRecord) as refusal:
        ct.return_from_api(item)
    assert [problem.path for problem in refusal.value.problems] == [path]


@pytest.mark.parametrize("inner", [None, "", float("nan")])
def test_parts_that_an_item_lacks_are_not_carried(inner):
    return_ = ct.return_from_api({"workforce": inner, "ascSupport": inner, "vacancies": None})
    assert return_.values == {}
    assert return_.saved == {}
    assert "beds" in return_.not_carried.saves


@pytest.mark.parametrize(
    ("inside", "outside", "answer"),
    [
        (True, False, True),
        (False, True, True),
        (True, None, True),
        (False, False, False),
        (False, None, None),
        (None, None, None),
        (False, "no", "no"),
        (True, 1, 1),
    ],
)
def test_visits_in_or_out_are_one_answer(inside, outside, answer):
    visits = {"isVisitorsInsideCareHome": inside, "isVisitsOffCareHomePremises": outside}
    value = ct.return_from_api({**ITEM, "ascSupport": visits}).values["residents_able_to_visit"]
    assert (value, type(value)) == (answer, type(answer))


@pytest.mark.parametrize("moment", ["2025-08-12T09:30:00", "45881.5", 45881.5, "", None, "soon"])
def test_moment_whose_zone_is_not_told_is_not_known(moment):
    return_ = ct.return_from_api({**ITEM, "vacanciesLastUpdated": moment})
    assert return_.saved == {}
    assert return_.not_carried.saves[0] == "beds"


def test_names_are_matched_in_any_case():
    item = {
        "CQCID": ITEM["cqcId"],
        "VACANCIESLASTUPDATED": ITEM["vacanciesLastUpdated"],
        "Vacancies": [{name.upper(): cell for name, cell in bed.items()} for bed in ITEM["vacancies"]],
        "WorkForce": {name.lower(): cell for name, cell in ITEM["workforce"].items()},
        "ASCSupport": {name.upper(): cell for name, cell in ITEM["ascSupport"].items()},
    }
    assert ct.return_from_api(item) == ct.return_from_api(ITEM)


@given(testing.met_returns())
def test_whatever_is_written_into_an_extract_is_read_out_of_it(judged):
    return_ = judged.return_
    columns = {"care_home": names.EXTRACT_CARE_HOME, "domiciliary_care": names.EXTRACT_NON_RESIDENTIAL}
    row = {"cqcid": return_.location_id}
    for field, of_field in columns[return_.service].items():
        value = return_.values.get(field)
        cells = [value.hours, value.days] if isinstance(value, am.Absence) else [value]
        row.update(zip(of_field, ["" if cell is None else str(cell) for cell in cells], strict=True))
    row["lastupdatedutc" if return_.service == "care_home" else "cqcsurveylastupdatedutc"] = "45200"
    again = ct.return_from_extract(row)
    assert again.service is return_.service
    for field in columns[return_.service]:
        assert again.values[field] == return_.values.get(field)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates() | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(HOME_ROW, anything)), st.sampled_from(am.ServiceType))
def test_no_row_escapes(row, service):
    am.validate(ct.return_from_extract(row, service=service), on=dt.date(2025, 8, 20))


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "cqcId": anything,
            "vacanciesLastUpdated": anything,
            "vacancies": anything | st.lists(st.dictionaries(st.sampled_from(["total", "used"]), anything)),
            "workforce": anything | st.dictionaries(st.sampled_from(["hoursPaid", "nursesEmployed"]), anything),
            "ascSupport": anything,
        },
    )
)
def test_no_item_escapes(item):
    am.validate(ct.return_from_api(item), on=dt.date(2025, 8, 20))


def told(column):
    """Field to names, by a table that was copied from the sources by hand."""
    with (DATA / "capacity-tracker-names.csv").open(encoding="utf-8") as file:
        return {row["field"]: tuple(row[column].split()) for row in csv.DictReader(file) if row[column]}


def test_names_are_those_of_the_sources():
    for column, own, location_id, last_saved in (
        (
            "api",
            {
                **{field: (f"vacancies[].{name}",) for field, name in names.API_VACANCIES.items()},
                **{field: tuple(f"workforce.{name}" for name in of) for field, of in names.API_WORKFORCE.items()},
                **{field: tuple(f"ascSupport.{name}" for name in of) for field, of in names.API_VISITS.items()},
            },
            "cqcId",
            (names.API_LAST_SAVED,),
        ),
        ("extract care home", names.EXTRACT_CARE_HOME, "cqcid", names.EXTRACT_LAST_SAVED_CARE_HOME),
        (
            "extract non-residential",
            names.EXTRACT_NON_RESIDENTIAL,
            "cqcid",
            names.EXTRACT_LAST_SAVED_NON_RESIDENTIAL,
        ),
    ):
        assert location_id.lower() == names.LOCATION_ID
        assert {"(location id)": (location_id,), **own, "(last saved)": last_saved} == told(column)


def test_what_the_names_rest_on_is_cited():
    assert [str(citation) for citation in (names.API_CITATION, names.EXTRACT_CITATION)] == [
        "DHSC's own pipeline, as published, databricks/CT.py, Generic API v4.8 (secondary)",
        "Skills for Care's pipeline, as published, utils/column_names/capacity_tracker_columns.py (secondary)",
    ]
    assert [citation.source.address for citation in (names.API_CITATION, names.EXTRACT_CITATION)] == [
        "https://github.com/madetech/dhsc-gascd-data",
        "https://github.com/NMDSdevopsServiceAdm/DataEngineering",
    ]
    inferred = {
        **names.INFERRED,
        "days of autumn 2023": names.AUTUMN_23_DAYS.citation,
        "last save": names.EXTRACT_LAST_SAVED_CITATION,
    }
    assert {name: str(citation) for name, citation in inferred.items()} == {
        name: f"Reasoning of this library, {reasoning} (inferred)"
        for name, reasoning in {
            "beds_vacant_accepting_admissions": "that “spare” and “declaredvacancies” are the beds accepting "
            "admissions is nowhere said",
            "nurses_absent_other": "an absence that is not of COVID-19 is taken to be of other reasons",
            "care_workers_absent_other": "as for nurses",
            "non_care_workers_absent_other": "as for nurses",
            "residents_able_to_visit": "visits in and/or out: yes to either question, no to both",
            "days of autumn 2023": "from the start of that flu season to its end, before the next COVID-19 campaign",
            "last save": "the one last save is taken to be that of every section, and “BST” to be the clock in London",
        }.items()
    }


def test_lists_and_answers_of_other_makes_may_raise():
    class ndarray:  # noqa: N801
        """An array of no dimension, as NumPy has it."""

        def __iter__(self):
            raise TypeError

    class bool_:  # noqa: N801
        def __bool__(self):
            raise RuntimeError

    item = {**ITEM, "vacancies": ndarray(), "ascSupport": {"isVisitorsInsideCareHome": bool_()}}
    report = am.validate(ct.return_from_api(item), on=dt.date(2025, 8, 12))
    wrong = [finding.fields[0] for finding in report.findings if finding.code == "wrong-type"]
    assert wrong == [*names.API_VACANCIES, "residents_able_to_visit"]


def test_the_last_save_is_read_whatever_the_decimal_context_of_the_caller():
    expected = ct.return_from_extract({**AGENCY_ROW, "cqcsurveylastupdatedutc": "45330.51234"})
    assert expected.saved == dt.datetime(2024, 2, 8, 12, 17, 46, tzinfo=dt.UTC)
    with decimal.localcontext(decimal.Context(prec=4, traps=[decimal.Inexact])) as context:
        assert ct.return_from_extract({**AGENCY_ROW, "cqcsurveylastupdatedutc": "45330.51234"}) == expected
        assert not any(context.flags.values())
