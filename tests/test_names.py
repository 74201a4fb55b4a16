"""Names that belong elsewhere, and ids of locations that look odd."""

import pytest

import asc_mandate as am

from .helpers import CARE_HOME, MET, QUIET_DAY, care_home, codes, domiciliary, only


@pytest.mark.parametrize(
    ("key", "fields", "message"),
    [
        (
            "bed_occupied",
            ("bed_occupied",),
            "“bed_occupied” is not an item of this list, so it was ignored. Did you mean beds_occupied?",
        ),
        ("zzz", ("zzz",), "“zzz” is not an item of this list, so it was ignored."),
        ("", ("",), "“” is not an item of this list, so it was ignored."),
        (
            "service_users",
            ("service_users",),
            "“service_users” belongs to the list for domiciliary care, so it was ignored.",
        ),
        (
            "residents_covid_primary_course",
            ("residents_covid_primary_course",),
            "“residents_covid_primary_course” was asked for until 25 April 2024 and no longer is, so it was ignored.",
        ),
        (7, (), "A key is a value of type int and names no item, so it was ignored."),
        (None, (), "A key is a value of type NoneType and names no item, so it was ignored."),
    ],
)
def test_unknown_fields_are_queried_and_never_lost(key, fields, message):
    report = am.validate(am.Return("care_home", {**CARE_HOME, key: None}), on=QUIET_DAY)
    assert report.outcome is MET
    (finding,) = report.queries
    assert (finding.code, finding.fields, finding.message) == ("unknown-field", fields, message)
    assert finding.citation == report.edition.clause("care-home-list").citation


def test_a_field_of_the_other_list_is_recognised_in_both_directions():
    report = am.validate(domiciliary(beds_occupied=3), on=QUIET_DAY)
    assert only(report, "unknown-field").message == (
        "“beds_occupied” belongs to the list for care homes, so it was ignored."
    )
    assert report.queries[0].citation == report.edition.clause("domiciliary-care-list").citation


def test_many_foreign_columns_are_named_without_guesses():
    report = am.validate(
        am.Return("care_home", {**CARE_HOME, **{f"column {n}": n for n in range(28)}, 7: 7}), on=QUIET_DAY
    )
    (finding,) = report.findings
    assert finding.code == "unknown-field"
    assert finding.fields == tuple(f"column {n}" for n in range(28))
    assert finding.message == (
        "29 names are not items of this list, such as “column 0”, “column 1” and “column 2”, so they were ignored."
    )
    few = am.validate(care_home(**{f"column {n}": n for n in range(28)}), on=QUIET_DAY)
    assert codes(few) == ["unknown-field"] * 28


def test_many_keys_that_are_no_text_are_told_by_three_of_their_types():
    keys = dict.fromkeys([0, 0.5, b"", (), *range(1, 30)])
    finding = only(am.validate(am.Return("care_home", {**CARE_HOME, **keys}), on=QUIET_DAY), "unknown-field")
    assert finding.message == (
        "33 names are not items of this list, such as a value of type int, a value of type float and a value of type "
        "bytes, so they were ignored."
    )


@pytest.mark.parametrize("id", ["1-1000210669", "1-12345678", "9-123456789012"])
def test_location_ids_of_the_usual_shape_are_not_remarked_on(id):
    assert am.validate(care_home(location_id=id), on=QUIET_DAY).findings == ()


@pytest.mark.parametrize(
    "id", ["RX1", "1-1234567", "1-1234567890123", "11-12345678", "1-12345678\n", " 1-12345678", "१-12345678"]
)
def test_location_ids_of_another_shape_are_only_noted(id):
    report = am.validate(care_home(location_id=id), on=QUIET_DAY)
    assert report.outcome is MET
    (finding,) = report.notes
    assert finding.code == "location-id-unrecognised"
    assert finding.citation.source.grade is am.Grade.OFFICIAL
    assert "such as 1-1000210669. Check it, unless this is a site of an NHS body" in finding.message


def test_a_blank_location_id_is_noted_as_such():
    (finding,) = am.validate(care_home(location_id=" "), on=QUIET_DAY).notes
    assert finding.message == "The location id is blank text. Give the CQC location id, or leave it out."
