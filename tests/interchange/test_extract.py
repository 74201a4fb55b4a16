"""A file goes in as it is: every row is read or refused, and nothing that it gives is lost in silence."""

import csv
import datetime as dt
import io
import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.interchange import capacity_tracker as ct
from asc_mandate.interchange import finding_rows
from asc_mandate.interchange.capacity_tracker import cells, extract, moments
from tests.helpers import CARE_HOME, codes
from tests.interchange.samples import AGENCY, HOME

AFTER = dt.date(2025, 8, 20)
NOT_IN_A_HOMES_ROW = ("beds_vacant_reserved", "residents_able_to_visit", "visiting_options")


def home(**changes):
    return ct.return_from_extract({**HOME, **changes})


def agency(**changes):
    return ct.return_from_extract({**AGENCY, **changes})


def test_a_row_of_a_care_home_is_read_with_every_number_as_text():
    return_ = home()
    assert (return_.service, return_.location_id) == (am.ServiceType.CARE_HOME, "1-1000210669")
    expected = {field: value for field, value in CARE_HOME.items() if field not in NOT_IN_A_HOMES_ROW}
    assert return_.values == {**expected, "absence": am.Absence(hours=Decimal("187.5"), days=Decimal(0))}
    assert str(return_.saved) == "2025-08-12 13:00:00+01:00"


def test_a_row_of_domiciliary_care_holds_all_that_is_asked_for():
    assert agency().values == {
        "service_users": 63, "staff_face_to_face": 28, "staff_absent_covid": 0, "hours_paid": 2900,
        "hours_overtime": 120, "hours_agency": 0, "absence": am.Absence(hours=Decimal(0), days=Decimal(6)),
        "nhs_la_packages_returned": 0, "self_funded_packages_ended": 1,
    }  # fmt: skip
    report = am.validate(agency(), on=AFTER)
    assert (report.outcome, report.findings) == (am.Outcome.MET, ())


def test_a_row_with_the_vaccinations_of_autumn_2023_is_met_in_that_season():
    saved = {"cqcsurveylastupdatedutc": "45330.5", "cqcsurveylastupdatedbst": ""}
    vaccinations = {"covid_vaccination_full_course": "27", "Covid Vaccination (Autumn 23)": "12"}
    return_ = agency(**saved, **vaccinations, **{"Flu_Vaccination (Autumn 23)": "11"})
    assert return_.values["staff_covid_primary_course"] == 27
    assert (return_.values["staff_seasonal_booster"], return_.values["staff_flu_vaccination"]) == (12, 11)
    report = am.validate(return_, on=dt.date(2024, 2, 20))
    assert (report.outcome, report.findings) == (am.Outcome.MET, ())


@pytest.mark.parametrize(
    ("saved", "counted"),
    # The save of the last two is not known, so nothing is concluded.
    [
        ("31/08/2023", False), ("01/09/2023", True), ("31/03/2024", True), ("01/04/2024", False), ("", True),
        ("soon", True),
    ],
)  # fmt: skip
def test_columns_of_one_autumn_answer_for_that_season_alone_and_are_found_in_any_other(saved, counted):
    column = "flu_vaccination_autumn_23"
    return_ = agency(**{column: "11", "cqcsurveylastupdatedutc": saved, "cqcsurveylastupdatedbst": ""})
    assert return_.values.get("staff_flu_vaccination") == (11 if counted else None)
    assert ("staff_flu_vaccination" in return_.not_carried.fields) is not counted
    assert return_.values.get(column) == (None if counted else "11")


@pytest.mark.parametrize(
    ("day", "outcome", "code"),
    [
        ("01/08/2025 15:00", am.Outcome.NOT_MET, "not-saved-in-window"),
        ("07/08/2025 23:59 BST", am.Outcome.NOT_MET, "not-saved-in-window"),
        ("08/08/2025 00:00 BST", am.Outcome.MET, None),
        ("14/08/2025 23:59 BST", am.Outcome.MET, None),
        ("15/08/2025 00:00 BST", am.Outcome.UNDETERMINED, "save-not-known"),
        ("-", am.Outcome.UNDETERMINED, "save-not-known"),
        ("Not Updated", am.Outcome.UNDETERMINED, "save-unreadable"),
    ],
)
def test_a_last_save_proves_what_it_can(day, outcome, code):
    report = am.validate(agency(cqcsurveylastupdatedutc=day, cqcsurveylastupdatedbst=""), on=AFTER)
    assert (report.outcome, codes(report)) == (outcome, [code] if code else [])


def test_what_an_extract_never_carries_is_told_once_whatever_else_is_wrong_with_some_rows():
    saves = ["45881.5", "01/08/2025", "15/08/2025", "Not Updated"]
    rows = [{**HOME, "cqcid": save, "lastupdatedutc": save, "lastupdatedbst": ""} for save in saves]
    batch = am.validate_all(ct.returns_from_extract(rows).returns, on=AFTER)
    assert batch.outcomes == {am.Outcome.NOT_MET: 1, am.Outcome.UNDETERMINED: 3}
    beds, *visits = NOT_IN_A_HOMES_ROW
    told = [(gap.code, gap.fields, gap.count) for gap in batch.gaps]
    assert told == [("not-carried", (beds,), 3), ("not-carried", tuple(visits), 3)]
    assert [row["code"] for row in finding_rows(batch) if row["code"] != "location-id-unrecognised"] == [
        "not-saved-in-window", "save-not-known", "save-unreadable",
    ]  # fmt: skip


def test_a_blank_cell_is_missing_and_a_column_that_is_not_there_is_not_carried():
    report = am.validate(home(nursesemployed="NULL"), on=AFTER)
    assert report.outcome is am.Outcome.NOT_MET
    assert [(finding.code, finding.fields) for finding in report.breaches] == [("missing", ("nurses_employed",))]
    return_ = ct.return_from_extract({name: cell for name, cell in HOME.items() if name != "nursesemployed"})
    assert "nurses_employed" in return_.not_carried.fields
    assert am.validate(return_, on=AFTER).outcome is am.Outcome.UNDETERMINED


@pytest.mark.parametrize(
    ("lacking", "cell", "answer"),
    [
        ("daysabsencedomcare", "", None), ("hoursabsencedomcare", "N/A", None),
        ("daysabsencedomcare", "0", am.Absence(hours=0)), ("hoursabsencedomcare", "3", am.Absence(days=3)),
        ("hoursabsencedomcare", "three", am.Absence(days="three")),
    ],
)  # fmt: skip
def test_half_an_absence_that_is_blank_is_not_carried(lacking, cell, answer):
    absence = dict.fromkeys(["hoursabsencedomcare", "daysabsencedomcare"], cell)
    return_ = ct.return_from_extract({name: cell for name, cell in {**AGENCY, **absence}.items() if name != lacking})
    assert return_.values.get("absence") == answer
    assert ("absence" in return_.not_carried.fields) is (answer is None)
    assert "missing" not in codes(am.validate(return_, on=AFTER))
    both = agency(hoursabsencedomcare="", daysabsencedomcare="-")
    assert codes(am.validate(both, on=AFTER)) == ["missing"]


@pytest.mark.parametrize(
    ("cell", "id"),
    [
        (" 1-1000210669\u00a0", "1-1000210669"), (1000210669, "1000210669"), (1.5, None), (True, None), (-1, None),
        (10**18, None), (["1-1000210669"], None),
    ],
)  # fmt: skip
def test_a_location_id_is_text_and_what_is_none_is_found(cell, id):
    return_ = home(cqcid=cell)
    assert return_.location_id == id
    unknown = [finding.fields for finding in am.validate(return_, on=AFTER).queries if finding.code == "unknown-field"]
    assert unknown == ([] if id else [("cqcid",)])


def test_cells_of_another_service_than_the_one_that_is_passed_are_found():
    return_ = ct.return_from_extract({**HOME, "serviceusercount": "63", "hourspaiddomcare": ""}, service="care_home")
    assert return_.values["serviceusercount"] == "63"
    assert "hourspaiddomcare" not in return_.values
    assert codes(am.validate(return_, on=AFTER)) == ["not-carried", "not-carried", "unknown-field"]


BOTH = {**dict.fromkeys([*HOME, *AGENCY], ""), "cqcid": "1-1000210673"}
ROW = "pass a mapping of heading to cell, such as a row of csv.DictReader"
PASS = "pass it to return_from_extract with service='care_home' or 'domiciliary_care'"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ({}, f"The record has no heading that is known; it has no headings at all; {ROW}"),
        ({"beds": "3", None: "4"},
         f"The record has no heading that is known; it has “beds” and cells beyond the last heading; {ROW}"),
        (dict.fromkeys(map(str, range(22)), ""), "The record has no heading that is known; it has "
         f"{', '.join(f'“{number}”' for number in range(20))} and 2 more; {ROW}"),
        (BOTH, f"The record has cells of neither a care home nor domiciliary care for “1-1000210673”; {PASS}"),
        ({"cqcid": "-"}, f"The record has cells of neither a care home nor domiciliary care; {PASS}"),
        ({**BOTH, "usedbeds": "0", "serviceusercount": "0"},
         f"The record has cells of both a care home and a domiciliary care agency for “1-1000210673”; {PASS}"),
        ({"usedbeds": "3", "Used Beds": "4"}, "usedbeds has two cells, under “usedbeds” and “Used Beds”; keep one"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_read_is_refused(row, problem):
    with pytest.raises(am.InvalidRecord) as refusal:
        ct.return_from_extract(row)
    assert str(refusal.value) == problem


def test_of_two_headings_of_one_column_a_blank_one_gives_way():
    for row in ({"usedbeds": "", "UsedBeds": "4"}, {"usedbeds": "4", "UsedBeds": "-"}):
        assert ct.return_from_extract(row).values == {"beds_occupied": 4}


@pytest.mark.parametrize("row", [None, [], "cqcid", 5])
def test_what_is_no_row_is_a_bad_argument(row):
    with pytest.raises(am.InvalidArgument, match=f"^row is .*; {ROW}"):
        ct.return_from_extract(row)
    with pytest.raises(am.InvalidArgument, match="^rows is .*; pass what yields rows, each a mapping of heading to"):
        ct.returns_from_extract(row or {"usedbeds": "3"})


def as_file(*rows, more=""):
    names = list(dict.fromkeys(itertools.chain.from_iterable(rows)))
    return csv.DictReader(io.StringIO("\n".join([",".join(names), *(",".join(
        f'"{row.get(name, "")}"' for name in names) for row in rows)]) + more))  # fmt: skip


def test_a_file_goes_in_as_it_is():
    short = {"cqcid": "1-1000210675", "usedbeds": "3", "serviceusercount": "4"}
    read = ct.returns_from_extract(
        as_file({**HOME, "HoursPaid_DomCare": "", "town": "x"}, AGENCY, {**AGENCY, "cqcid": ""}, short, more="," * 50)
    )
    assert [return_.location_id for return_ in read.returns] == ["1-1000210669", "1-1000210670", None]
    ((number, problems),) = read.refused
    assert (number, problems[0].path) == (4, "")
    assert read.columns["HoursPaid_DomCare"] is None
    assert (read.columns["cqcid"], read.columns["lastupdatedbst"]) == ("location_id", "saved")
    assert read.unread == {"HoursPaid_DomCare": None, "town": None, None: None}
    assert read.without_location_id == (3,)
    assert repr(read) == "ReadRows(3 returns, 1 refused, 3 columns not read)"
    assert str(read) == (
        "3 rows read, 1 refused.\n"
        "Columns that were not read: “HoursPaid_DomCare”; “town”; cells beyond the last heading.\n"
        "Rows without a location id: 3.\n"
        f"Row 4 has cells of both a care home and a domiciliary care agency for “1-1000210675”; {PASS}"
    )


def test_no_row_stops_the_others():
    read = ct.returns_from_extract([None, HOME, ["usedbeds"], {}, AGENCY])
    assert (len(read.returns), [refused.number for refused in read.refused]) == (2, [1, 3, 4])
    assert str(read.refused[0]) == f"Row 1 is a value of type NoneType; {ROW}"


def test_a_summary_stays_short():
    rows = [{"usedbeds": "1", "UsedBeds": "2", "hours_paid": "3"}] * 22 + [{"usedbeds": "3"}] * 22
    lines = str(ct.returns_from_extract(rows)).splitlines()
    assert lines[1] == "Columns that were not read: “hours_paid” (did you mean hourspaid?)."
    assert lines[2].endswith("41, 42 and 2 more.")
    assert lines[3] == "Row 1, usedbeds: has two cells, under “usedbeds” and “UsedBeds”; keep one"
    assert lines[-1] == "And 2 more rows refused."
    assert str(ct.returns_from_extract([])) == "0 rows read, 0 refused."


@pytest.mark.parametrize(
    ("rows", "has"),
    [([{"Beds": 1, "town": "x"}, {"staff": 3}], "“Beds”, “town” and “staff”"), ([["3"]], "no headings at all")],
)
def test_a_file_without_any_known_heading_is_refused_as_a_whole(rows, has):
    with pytest.raises(am.InvalidRecord) as refusal:
        ct.returns_from_extract(rows)
    assert str(refusal.value).startswith(f"The record has no heading that is known; it has {has}; pass rows, each a ")


def test_rows_are_read_one_by_one():
    rows = (dict(AGENCY, cqcid=f"1-{number}") for number in itertools.count())
    reader = ct.iter_returns_from_extract(rows)
    first = next(reader)
    assert (first.location_id, reader.number, reader.columns["cqcid"], reader.unread) == ("1-0", 1, "location_id", {})


def test_what_an_iterator_of_the_callers_raises_comes_through():
    def rows():
        yield HOME
        raise LookupError("the file is cut off")

    with pytest.raises(LookupError, match="cut off"):
        ct.returns_from_extract(rows())


DIRT = ["", " ", "NULL", "12", "12.0", "1,623", "-3", "12.5", "twelve", "45881.5", "11/08/2025 16:00", "Not Updated",
        "2025-08-30T00:00:00Z", None, 7, 7.5, float("nan"), True, b"12", [1], dt.date(2025, 8, 11)]  # fmt: skip
dirty = st.sampled_from(DIRT) | st.text(max_size=5) | st.integers() | st.floats() | st.decimals()
SPELLINGS = [str, str.upper, lambda name: f"\ufeff{name} ", lambda name: f"{name.replace('_', ' ')}\n"]
some_headings = st.builds(
    lambda name, spell: spell(name), st.sampled_from(sorted(extract.READS)), st.sampled_from(SPELLINGS)
) | st.sampled_from(["HoursPaid_DomCare", "ï»¿cqcid", "", "town", None])
a_row = st.dictionaries(some_headings, dirty, max_size=12).map(lambda row: {"usedbeds": "", **row})


@given(a_row)
def test_nothing_vanishes(row):
    """Each cell that is given makes a difference to what is read, or stands under a heading that is told as unread."""
    read = ct.returns_from_extract([row])
    assert set(read.columns) == set(row)
    for heading, cell in row.items():
        blanked = ct.returns_from_extract([{**row, heading: ""}])
        if read.columns[heading] is None or cells.content(cell) is None or read.refused:
            assert (blanked.returns, blanked.columns) == (read.returns, read.columns) or read.refused
        elif blanked.returns == read.returns:
            # The two columns of saves tell the same.
            assert read.columns[heading] == "saved"
            assert moments.moment(cells.content(cell), dt.UTC)
            assert read.returns[0].saved


@given(a_row)
def test_each_value_that_was_read_is_an_answer_or_a_finding(row):
    for return_ in ct.returns_from_extract([row]).returns:
        report = am.validate(return_, on=AFTER)
        found = {field for finding in report.findings for field in finding.fields}
        for key, value in return_.values.items():
            if key not in report.checklist:
                assert value is None or key in found
            elif not isinstance(value, (int, float, Decimal, am.Absence, type(None))):
                assert key in found
        assert set(return_.not_carried.fields).isdisjoint(return_.values)
