"""An entry of the API is read with nothing guessed; what is no care home, or no entry, is refused with a sentence."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.interchange import capacity_tracker as ct
from asc_mandate.interchange.capacity_tracker import api, names
from asc_mandate.interchange.capacity_tracker.cells import content
from tests.helpers import CARE_HOME, codes
from tests.interchange.samples import ENTRY

DURING = dt.date(2025, 8, 12)


def read(**changes):
    return ct.return_from_api({**ENTRY, **changes})


def refusal(entry, reader=ct.return_from_api):
    with pytest.raises(am.InvalidRecord) as refused:
        reader(entry)
    return str(refused.value)


def test_an_entry_is_read():
    return_ = read()
    assert (return_.service, return_.location_id) == (am.ServiceType.CARE_HOME, "1-1000210669")
    expected = {field: value for field, value in CARE_HOME.items() if field != "visiting_options"}
    assert return_.values == {**expected, "absence": am.Absence(hours=187.5, days=0)}
    assert (list(return_.saved), str(return_.saved["beds"])) == (["beds"], "2025-08-12 10:30:00+01:00")
    assert return_.not_carried.saves == ("workforce", "covid_vaccination", "flu_vaccination", "visiting")
    assert return_.not_carried.earlier_saves
    report = am.validate(return_, on=dt.date(2025, 8, 20))
    assert (report.outcome, report.undetermined_by) == (am.Outcome.UNDETERMINED, ("source",))


def test_names_are_matched_in_any_case():
    entry = {
        "CQCID": ENTRY["cqcId"],
        "VACANCIESLASTUPDATED": ENTRY["vacanciesLastUpdated"],
        "Vacancies": [{name.upper(): cell for name, cell in bed.items()} for bed in ENTRY["vacancies"]],
        "WorkForce": {name.lower(): cell for name, cell in ENTRY["workforce"].items()},
        " ASCSupport": {name.upper(): cell for name, cell in ENTRY["ascSupport"].items()},
    }
    assert ct.return_from_api(entry) == read()


@pytest.mark.parametrize(
    ("kinds", "why"),
    [
        ({"isCareHome": False, "isHospice": True}, "isCareHome is false and isHospice is true"),
        ({"isCareHome": "No"}, "isCareHome is false"),
        ({"isCareHome": 0, "isAcute": "Y"}, "isCareHome is false and isAcute is true"),
        ({"isHospice": True}, "isHospice is true"),
        ({"isCareHome": None, "isSubstanceMisuse": "true"}, "isSubstanceMisuse is true"),
    ],
)
def test_an_entry_of_something_else_than_a_care_home_is_refused(kinds, why):
    entry = {"cqcId": "1-1000000001", "vacancies": [], **kinds}
    assert refusal(entry) == f"The record is not of a care home ({why}); only entries of care homes are read"


@pytest.mark.parametrize("kinds", [{}, {"isCareHome": "Yes"}, {"isHospice": False}, {"isCareHome": 1, "isHospice": 1}])
def test_an_entry_that_may_be_of_a_care_home_is_read(kinds):
    assert ct.return_from_api({"cqcId": "1-1000000001", **kinds}).values == {}


def test_what_is_neither_yes_nor_no_does_not_tell_what_an_entry_is_of_and_is_found():
    return_ = read(isCareHome="maybe", isAcute=5)
    assert (return_.values["isCareHome"], return_.values["isAcute"]) == ("maybe", 5)


PAGE = {"items": [ENTRY], "offset": 0, "limit": 50, "totalItems": 1}


ENTRY_IS = "pass one entry of the items that returns_from_api takes"


@pytest.mark.parametrize(
    ("entry", "has"),
    [({}, "no headings at all"), ({"beds": 3}, "“beds”")],
)
def test_what_is_no_entry_is_refused_with_what_to_pass(entry, has):
    assert refusal(entry) == f"The record has no heading that is known; it has {has}; {ENTRY_IS}"


@pytest.mark.parametrize("entry", [None, [ENTRY], "{}"])
def test_what_is_no_mapping_is_a_bad_argument(entry):
    with pytest.raises(am.InvalidArgument, match=rf"^entry is .*; {ENTRY_IS}\.$"):
        ct.return_from_api(entry)


def test_a_page_is_read_and_nothing_in_it_stops_the_rest():
    hospice = {"cqcId": "1-1000000001", "isCareHome": False, "isHospice": True, "vacancies": []}
    page = {**PAGE, "items": [ENTRY, hospice, None, {"cqcType": "x"}, {**ENTRY, "cqcId": None}]}
    rows = ct.returns_from_api(page)
    assert [return_.location_id for return_ in rows.returns] == ["1-1000210669", None]
    assert [refused.number for refused in rows.refused] == [2, 3, 4]
    assert rows.without_location_id == (5,)
    assert rows.columns["vacancies[].total"] == "beds_maximum_capacity"
    assert {path for path, reads in rows.columns.items() if reads is None} == {"cqcType", "vacancies[].bedType"}
    assert ct.returns_from_api(page["items"]).returns == rows.returns
    assert ct.returns_from_api({"items": []}).returns == ()


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        (ENTRY, "The record has no items; pass a page of the API, with its entries in items, or one entry to "),
        ({"items": None}, "The record has no items; pass a page of the API"),
        ([{}], "The record has no heading that is known; it has no headings at all; pass rows, each one entry of"),
    ],
)
def test_what_is_no_page_is_refused_with_what_to_pass(page, sentence):
    assert refusal(page, ct.returns_from_api).startswith(sentence)


@pytest.mark.parametrize("items", [ENTRY, 5])
def test_items_that_are_no_list_are_a_bad_argument(items):
    with pytest.raises(am.InvalidArgument, match="; pass what yields rows, each one entry of the items"):
        ct.returns_from_api({"items": items})


def test_a_page_is_not_taken_for_an_entry():
    with pytest.raises(am.InvalidRecord, match="is a page of the API; pass it to returns_from_api"):
        ct.return_from_api(PAGE)
    with pytest.raises(am.InvalidArgument, match="page is a value of type int; pass a page of the API, or its entries"):
        ct.returns_from_api(5)


def test_rows_of_spark_are_read():
    class Row(tuple):
        def __new__(cls, given):
            row = super().__new__(cls, given.values())
            row.given = given
            return row

        def asDict(self, recursive):  # noqa: N802
            assert recursive
            return dict(self.given)

    nested = {**ENTRY, "vacancies": [Row(bed) for bed in ENTRY["vacancies"]], "workforce": Row(ENTRY["workforce"])}
    for entry in (Row(ENTRY), nested):
        assert ct.return_from_api(entry) == read()
        assert ct.returns_from_api({"items": [entry]}).returns == (read(),)
    assert ct.returns_from_api(Row(PAGE)).returns == (read(),)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([30, 12], 42), ([30.0, "12"], 42), ([30, None], None), ([30, "some"], "some"), ([30, -2], -2),
        ([30, True], True),
    ],
)  # fmt: skip
def test_beds_are_added_up_over_their_types(parts, expected):
    return_ = read(vacancies=[{"total": part} for part in parts])
    assert return_.values["beds_maximum_capacity"] == expected
    assert "beds_occupied" in return_.not_carried.fields


@pytest.mark.parametrize("lacking", [{"total": 12, "used": 10, "spare": 1}, {}])
@pytest.mark.parametrize("reserved", [0, None, "some"])
def test_a_key_that_one_type_of_beds_lacks_is_not_carried_and_what_cannot_be_read_is_found(lacking, reserved):
    return_ = read(vacancies=[{"total": 30, "used": 28, "spare": 2, "reserved": reserved}, lacking])
    assert ("beds_vacant_reserved" in return_.not_carried.fields) is (reserved != "some")
    assert ("wrong-type" in codes(report := am.validate(return_, on=DURING))) is (reserved == "some")
    assert "missing" not in codes(report)


@pytest.mark.parametrize("vacancies", [None, "", [], float("nan")])
def test_beds_that_are_not_given_are_not_carried(vacancies):
    assert set(names.API_BEDS) <= set(read(vacancies=vacancies).not_carried.fields)


@pytest.mark.parametrize("given", ["absent", 3, [{"total": 3}, "x"], True])
@pytest.mark.parametrize("part", names.API_PARTS)
def test_a_part_that_is_no_object_is_found_later(part, given):
    report = am.validate(read(**{part: given}), on=DURING)
    assert [finding.fields for finding in report.queries if finding.code == "unknown-field"] == [(part,)]
    assert "missing" not in codes(report)
    assert ct.returns_from_api([{**ENTRY, part: given}]).columns[part] is None


@pytest.mark.parametrize(
    ("inside", "outside", "answer"),
    [
        (True, False, True), ("No", "Yes", True), ("true", None, True), (False, "n", False), (False, None, None),
        (None, "NULL", None), (False, "maybe", "maybe"), (True, 2, 2),
    ],
)  # fmt: skip
def test_visits_in_or_out_are_one_answer(inside, outside, answer):
    visits = {"isVisitorsInsideCareHome": inside, "isVisitsOffCareHomePremises": outside}
    value = read(ascSupport=visits).values["residents_able_to_visit"]
    assert (value, type(value)) == (answer, type(answer))


@pytest.mark.parametrize("name", ENTRY["ascSupport"])
@pytest.mark.parametrize(
    ("cell", "answer"), [("No", None), (False, None), (None, None), ("Yes", True), ("maybe", "maybe")]
)
def test_of_half_a_question_on_visits_only_a_yes_is_an_answer(name, cell, answer):
    return_ = read(ascSupport={name: cell})
    assert return_.values.get("residents_able_to_visit") == answer
    assert ("residents_able_to_visit" in return_.not_carried.fields) is (answer is None)
    assert "missing" not in codes(am.validate(return_, on=DURING))


@pytest.mark.parametrize(
    ("changes", "name", "headings"),
    [
        (
            {"workforce": {"hoursPaid": 1, "HoursPaid": 2}},
            "workforce.hoursPaid",
            "workforce.hoursPaid workforce.HoursPaid",
        ),
        (
            {"vacancies": [{"total": 1}, {"used": 1, "Used": 2}]},
            "vacancies[1].used",
            "vacancies[].used vacancies[].Used",
        ),
        (
            {"workforce": [{"hoursPaid": 1}, {"hoursPaid": 2}]},
            "workforce.hoursPaid",
            "workforce[].hoursPaid workforce[].hoursPaid",
        ),
        ({"CQCID": "2"}, "cqcId", "cqcId CQCID"),
    ],
)
def test_names_that_stand_twice_in_an_entry_are_refused(changes, name, headings):
    one, other = headings.split()
    assert refusal({**ENTRY, **changes}) == f"{name} has two cells, under “{one}” and “{other}”; keep one"


def test_a_save_that_is_not_told_and_one_that_cannot_be_read_are_two_things():
    assert "beds" in read(vacanciesLastUpdated=None).not_carried.saves
    unreadable = read(vacanciesLastUpdated="Not Updated")
    assert "beds" not in unreadable.not_carried.saves
    report = am.validate(unreadable, on=DURING)
    assert codes(report).count("save-unreadable") == 1
    assert report.outcome is am.Outcome.UNDETERMINED


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary() | st.dates() | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
parts = {
    "cqcId": anything,
    "vacanciesLastUpdated": anything,
    "vacancies": anything | st.lists(st.dictionaries(st.sampled_from(["total", "used"]), anything)),
    "workforce": anything | st.dictionaries(st.sampled_from(["hoursPaid", "nursesEmployed"]), anything),
    "ascSupport": anything,
}


@given(st.fixed_dictionaries({"isHospice": st.just(False)}, optional=parts))
def test_no_cell_of_an_entry_raises(entry):
    am.validate(ct.return_from_api(entry), on=DURING)


def objects(*names):
    return st.fixed_dictionaries(dict.fromkeys(names, anything | st.sampled_from([3, "12", "Yes", None])))


whole = st.fixed_dictionaries(
    {
        **parts,
        "vacancies": st.lists(objects("total", "used"), max_size=2),
        "workforce": objects("hoursPaid", "hoursAbsence", "daysAbsence"),
        "ascSupport": objects(*ENTRY["ascSupport"]),
    }
)


@given(whole)
def test_each_cell_of_an_entry_that_is_read_is_an_answer_or_a_finding(entry):
    read = ct.returns_from_api([entry])
    (return_,) = read.returns
    report = am.validate(return_, on=DURING)
    found = {field for finding in report.findings for field in finding.fields}
    for path, _, cell in api._cells(entry):
        if content(cell) is not None and (field := read.columns[path]) in report.checklist:
            assert type(return_.values[field]) in {bool, int, float, Decimal, am.Absence} or field in found
