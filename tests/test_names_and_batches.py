"""Names that belong elsewhere, locations, returns judged together, and results that stay as they are."""

import copy
import datetime as dt
import pickle
from decimal import Decimal

import pytest

import asc_mandate as am

from .helpers import (
    CARE_HOME,
    MET,
    OPEN,
    QUERY,
    QUIET_DAY,
    care_home,
    codes,
    domiciliary,
    only,
)


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


def test_a_batch_is_each_return_by_itself_in_order():
    returns = [care_home(), domiciliary(), care_home(beds_occupied=None)]
    batch = am.validate_all(iter(returns), on=QUIET_DAY)
    assert list(batch) == list(batch.reports) == [am.validate(return_, on=QUIET_DAY) for return_ in returns]
    assert len(batch) == 3
    assert batch.on == QUIET_DAY
    assert batch.outcomes == {MET: 2, OPEN: 1}
    assert not batch.compliant
    assert [(report, finding.code) for report, finding in batch.findings] == [(batch.reports[2], "missing")]


def test_an_empty_batch_has_nothing_wrong():
    batch = am.validate_all([], on=QUIET_DAY)
    assert batch.compliant
    assert batch.outcomes == {}
    assert str(batch) == "0 returns checked on Tuesday 12 August 2025."


def test_returns_without_a_location_id_are_no_duplicates():
    returns = [care_home(location_id=id) for id in (None, None, "", " ")]
    assert all("location-duplicated" not in codes(report) for report in am.validate_all(returns, on=QUIET_DAY))
    assert str(am.validate(returns[3], on=QUIET_DAY)).startswith("Care home: return for")


@pytest.mark.parametrize(
    ("on", "error"), [(dt.date(1990, 1, 1), am.NotInForce), (dt.date(2022, 9, 1), am.EditionNotHeld)]
)
def test_an_empty_batch_is_refused_where_a_return_would_be(on, error):
    with pytest.raises(error):
        am.validate_all([], on=on)


def test_a_batch_is_refused_by_the_calendar_given():
    """A holiday moves the close of July 2023 past the 15th, from which day an edition is held."""
    on = dt.date(2023, 7, 20)
    rolled = am.ENGLAND.with_public_holiday(dt.date(2023, 7, 14), "Jubilee")
    with pytest.raises(am.EditionNotHeld):
        am.validate_all([], on=on)
    assert len(am.validate_all([], on=on, calendar=rolled)) == 0
    assert am.validate_all([care_home()], on=on, calendar=rolled).reports[0].edition.id == "2023-07-15"


def test_outcomes_are_counted_in_one_order():
    returns = [care_home(beds_occupied=None), care_home()]
    assert list(am.validate_all(returns, on=QUIET_DAY).outcomes) == [MET, OPEN]
    assert list(am.validate_all(returns[::-1], on=QUIET_DAY).outcomes) == [MET, OPEN]


def test_duplicates_of_a_location_are_found_on_each_of_them():
    returns = [
        care_home(location_id="1-1000210669"),
        care_home(location_id="1-1000210669 "),
        care_home(location_id="1-1000210670"),
        domiciliary(location_id="1-1000210669"),
        care_home(),
        care_home(),
    ]
    batch = am.validate_all(returns, on=QUIET_DAY)
    duplicated = ["location-duplicated" in codes(report) for report in batch]
    assert duplicated == [True, True, False, False, False, False]
    finding = only(batch.reports[0], "location-duplicated")
    assert finding.severity is QUERY
    assert only(batch.reports[1], "location-duplicated").message == (
        "“1-1000210669 ” stands 2 times among the returns checked together for the same kind of service. Keep the one "
        "that Capacity Tracker holds."
    )
    assert finding.message == (
        "“1-1000210669” stands 2 times among the returns checked together for the same kind of service. Keep the one "
        "that Capacity Tracker holds."
    )
    assert batch.compliant


PASS_A_DAY = "pass a datetime.date, or a datetime.datetime with a time zone."
PASS_A_CALENDAR = "calendar is a value of type int; pass an asc_mandate.Calendar."


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (
            lambda: am.validate({}, on=QUIET_DAY),
            "return_ is a value of type dict; pass an asc_mandate.Return, or read a record with interchange.from_record.",
        ),
        (lambda: am.validate(care_home(), on="today"), f"on is “today”; {PASS_A_DAY}"),
        (lambda: am.validate(care_home(), on=None), f"on is a value of type NoneType; {PASS_A_DAY}"),
        (lambda: am.validate(care_home(), on=QUIET_DAY, calendar=5), PASS_A_CALENDAR),
        (
            lambda: am.validate_all(care_home(), on=QUIET_DAY),
            "returns is a value of type Return; pass Return objects.",
        ),
        (lambda: am.validate_all(5, on=QUIET_DAY), "returns is a value of type int; pass Return objects."),
        (
            lambda: am.validate_all([care_home(), {}], on=QUIET_DAY),
            "returns[1] is a value of type dict; pass an asc_mandate.Return, or read a record with interchange.from_record.",
        ),
        (lambda: am.validate_all([], on="today"), f"on is “today”; {PASS_A_DAY}"),
        (lambda: am.validate_all([], on=QUIET_DAY, calendar=5), PASS_A_CALENDAR),
        (
            lambda: am.Return("hotel", {}),
            "service is “hotel”; pass 'care_home' or 'domiciliary_care'.",
        ),
        (lambda: am.Return("care_home", [1]), "values is a value of type list; pass a mapping."),
        (
            lambda: am.Return("care_home", {}, location_id=5),
            "location_id is a value of type int; pass text such as '1-1000210669', or None.",
        ),
        (lambda: am.Return("care_home", {}, saved="today"), f"saved is “today”; {PASS_A_DAY}"),
        (
            lambda: am.Return("care_home", {}, saved={5: QUIET_DAY}),
            "saved has a key that is not text; pass section ids.",
        ),
        (
            lambda: am.Return("care_home", {}, saved={"beds": "x"}),
            f"The save of “beds” is “x”; {PASS_A_DAY}",
        ),
        (
            lambda: am.Return("care_home", {}, saved=dt.datetime(2025, 8, 8)),
            f"saved is a datetime without a time zone; {PASS_A_DAY}",
        ),
    ],
)
def test_bad_arguments_are_refused_in_a_sentence(ask, message):
    with pytest.raises(am.InvalidArgument) as caught:
        ask()
    assert str(caught.value) == message


def test_a_return_keeps_its_own_copy_and_changes_nothing():
    values = {**CARE_HOME, "visiting_options": ("outings",)}
    saved = {"beds": QUIET_DAY}
    return_ = am.Return("care_home", values, saved=saved)
    before = dict(values)
    values["beds_occupied"] = 99
    saved["workforce"] = QUIET_DAY
    assert return_.values == before
    assert return_.saved == {"beds": QUIET_DAY}
    am.validate(return_, on=QUIET_DAY)
    assert return_.values == before


def test_results_cannot_be_edited_after_the_fact():
    report = am.validate(care_home(beds_occupied=None, saved={"beds": QUIET_DAY}), on=QUIET_DAY)
    for kept in (report.return_.values, report.return_.saved, report.findings[0].context):
        before = dict(kept)
        for edit in (
            lambda kept=kept: kept.update(beds_occupied=1),
            lambda kept=kept: kept.__setitem__("beds_occupied", 1),
            lambda kept=kept: kept.pop("beds_occupied", None),
            lambda kept=kept: kept.clear(),
            lambda kept=kept: kept.setdefault("beds_occupied", 1),
            lambda kept=kept: kept.__ior__({"beds_occupied": 1}),
        ):
            with pytest.raises(TypeError, match="does not change; make a dict of it first"):
                edit()
        assert dict(kept) == kept == before
    assert copy.deepcopy(report) == report


@pytest.mark.parametrize(
    "make",
    [
        lambda: am.validate(care_home(), on=QUIET_DAY),
        lambda: am.validate(care_home(beds_occupied=None), on=QUIET_DAY).findings[0],
        lambda: am.validate_all([], on=QUIET_DAY),
    ],
    ids=["report", "finding", "batch"],
)
def test_results_are_compared_and_not_hashed(make):
    result = make()
    with pytest.raises(TypeError, match=f"^unhashable type: '{type(result).__name__}'$"):
        hash(result)


def test_outcomes_and_severities_read_as_their_values():
    report = am.validate(care_home(beds_occupied=None), on=QUIET_DAY)
    assert (f"{report.outcome}", f"{report.findings[0].severity}") == ("open", "breach")
    assert [outcome.value for outcome in am.Outcome] == ["met", "not_met", "open", "undetermined", "not_due"]
    assert [severity.value for severity in am.Severity] == ["breach", "contradiction", "query", "note"]


def test_saves_are_kept_in_london():
    saved = care_home(saved=dt.datetime(2025, 8, 14, 23, 0, tzinfo=dt.UTC)).saved
    assert saved.isoformat() == "2025-08-15T00:00:00+01:00"


def test_returns_calendars_and_reports_survive_pickling():
    calendar = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    return_ = domiciliary(hours_paid=Decimal("100.5"), saved={"workforce": QUIET_DAY}, location_id="RX1")
    report = am.validate(return_, on=QUIET_DAY, calendar=calendar)
    copied = pickle.loads(pickle.dumps(report))
    assert copied == report
    assert str(copied) == str(report)
    assert pickle.loads(pickle.dumps(am.validate_all([return_], on=QUIET_DAY))).reports[0].return_ == return_


def test_the_same_arguments_give_the_same_report():
    return_ = care_home(beds_occupied=None)
    assert am.validate(return_, on=QUIET_DAY) == am.validate(return_, on=QUIET_DAY)
