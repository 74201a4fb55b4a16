"""A cell is read as what it stands for: a blank, a number, an answer, a moment; or it is handed on and found."""

import datetime as dt
import decimal
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

import asc_mandate as am
from asc_mandate.interchange import capacity_tracker as ct
from asc_mandate.interchange.capacity_tracker.moments import moment
from tests.helpers import codes, only
from tests.interchange.samples import AGENCY, ENTRY, HOME

AFTER = dt.date(2025, 8, 20)
UTC_COLUMN, BST_COLUMN = "lastupdatedutc", "lastupdatedbst"


def home(**changes):
    return ct.return_from_extract({**HOME, **changes})


def saved(utc="", bst=""):
    return home(lastupdatedutc=utc, lastupdatedbst=bst).saved


@pytest.mark.parametrize(
    "cell",
    [*ct.BLANKS, None, "  ", "\u00a0", "\ufeff", "null", "nan", " n/a ", "none ", float("nan"), Decimal("NaN")],
    ids=repr,
)
def test_blank_is_blank_in_every_shape(cell):
    return_ = home(**dict.fromkeys(HOME, cell))
    assert set(return_.values.values()) == {None}
    assert (return_.location_id, return_.saved) == (None, {})
    assert len(return_.not_carried.saves) == 5
    assert return_.not_carried.unreadable_saves == {}


def test_texts_that_stand_for_nothing_can_be_chosen():
    row = {**HOME, "usedbeds": " NOT known", "maxcapacity": "NULL"}
    read = ct.return_from_extract(row, blanks=["not Known"])
    assert (read.values["beds_occupied"], read.values["beds_maximum_capacity"]) == (None, "NULL")
    (read,) = ct.returns_from_extract([row], blanks=(*ct.BLANKS, "not known")).returns
    assert (read.values["beds_occupied"], read.values["beds_maximum_capacity"]) == (None, None)
    assert ct.return_from_extract({**HOME, "usedbeds": " "}, blanks=()).values["beds_occupied"] is None
    with pytest.raises(am.InvalidArgument, match=r"^blanks is “-”; pass str objects\.$"):
        ct.returns_from_extract([], blanks="-")


@pytest.mark.parametrize(
    ("cell", "count", "hours"),
    [
        ("\u00a012\n", 12, Decimal(12)), ("12.0", 12, Decimal("12.0")), ("12.", 12, Decimal(12)),
        ("1,623.00", 1623, Decimal("1623.00")), ("12.5", "12.5", Decimal("12.5")), (".5", ".5", Decimal("0.5")),
        ("1,62", "1,62", "1,62"), ("1623,000", "1623,000", "1623,000"), ("-3", -3, Decimal(-3)), ("0", 0, Decimal(0)),
        ("twelve", "twelve", "twelve"), ("1e3", "1e3", "1e3"), ("١٢", "١٢", "١٢"), ("9" * 31, "9" * 31, "9" * 31),
        (12, 12, 12), (12.0, 12, 12.0), (12.5, 12.5, 12.5), (float("inf"), float("inf"), float("inf")),
        (Decimal("12.00"), 12, Decimal("12.00")), (Decimal("1E+18"), Decimal("1E+18"), Decimal("1E+18")),
        (True, True, True),
    ],
    ids=lambda value: repr(value)[:20],
)  # fmt: skip
def test_numbers_in_cells(cell, count, hours):
    values = home(usedbeds=cell, hoursagency=cell).values
    assert (values["beds_occupied"], type(values["beds_occupied"])) == (count, type(count))
    assert (values["hours_agency"], type(values["hours_agency"])) == (hours, type(hours))


@pytest.mark.parametrize("cell", ["12.5", "not known", [1], True, float("inf"), object(), b"12"], ids=range(7))
def test_a_cell_that_cannot_be_read_is_found_later_and_never_a_zero(cell):
    report = am.validate(home(usedbeds=cell, daysabsence=[cell]), on=AFTER)
    assert [finding.fields for finding in report.breaches] == [("beds_occupied",), ("absence",)]
    assert report.outcome is am.Outcome.NOT_MET


@pytest.mark.parametrize(
    ("answer", "cells"),
    [
        (True, ["Yes", "yes ", "Y", "TRUE", "1", True, 1, 1.0]),
        (False, ["No", "n", "False", "0", False, 0]),
        (None, ["maybe", "2", 2, -1, "yes no", (1,)]),
    ],
)
def test_yes_and_no_in_the_spellings_in_use_and_what_is_neither_is_handed_on(answer, cells):
    for cell in cells:
        visits = {"isVisitorsInsideCareHome": cell, "isVisitsOffCareHomePremises": False}
        read = ct.return_from_api({**ENTRY, "ascSupport": visits}).values["residents_able_to_visit"]
        assert read == (cell if answer is None else answer)
        assert isinstance(read, bool) is (answer is not None)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("01/08/2025 15:00", "2025-08-01T16:00:00+01:00"), ("11/08/2025 16:00", "2025-08-11T17:00:00+01:00"),
        ("11/8/2025 9:05:07", "2025-08-11T10:05:07+01:00"), ("11.08.2025 16:00", "2025-08-11T17:00:00+01:00"),
        ("11/08/2025", "2025-08-11"), ("11/08/2025 12:15AM", "2025-08-11T01:15:00+01:00"),
        ("11 Aug 2025 16:00", "2025-08-11T17:00:00+01:00"), ("11-Sept-25 16:00:30", "2025-09-11T17:00:30+01:00"),
        ("Monday 11th August 2025 at 16:00", "2025-08-11T17:00:00+01:00"),
        ("Mon, 11 Aug 2025 16:00:00 GMT", "2025-08-11T17:00:00+01:00"),
        ("August 11, 2025 4:00 PM", "2025-08-11T17:00:00+01:00"),
        ("Aug 11 2025  4:00PM", "2025-08-11T17:00:00+01:00"), ("2025-08-11 16:00 UTC", "2025-08-11T17:00:00+01:00"),
        ("2025-08-11 16:00 BST", "2025-08-11T16:00:00+01:00"), ("2025-08-11T16:00:00Z", "2025-08-11T17:00:00+01:00"),
        ("2025-08-11T16:00:00.1234567+05:30", "2025-08-11T11:30:00.123456+01:00"),
        ("2025-08-11 16:00:00 -0100", "2025-08-11T18:00:00+01:00"), ("2025/08/11 16:00", "2025-08-11T17:00:00+01:00"),
        ("20250811T160000Z", "2025-08-11T17:00:00+01:00"), ("20250811", "2025-08-11"),
        ("45,880.5", "2025-08-11T13:00:00+01:00"), (Decimal("45880.5"), "2025-08-11T13:00:00+01:00"),
        (45880, "2025-08-11T01:00:00+01:00"), (dt.datetime(2025, 8, 11, 12), "2025-08-11T13:00:00+01:00"),
        (dt.datetime(2025, 10, 26, 1, 30, tzinfo=ZoneInfo("Europe/London"), fold=1), "2025-10-26T01:30:00+00:00"),
        (dt.date(2025, 8, 11), "2025-08-11"),
    ],
    ids=str,
)  # fmt: skip
def test_a_save_is_read_in_the_spellings_in_use(cell, expected):
    return_ = home(lastupdatedutc=cell, lastupdatedbst="")
    assert return_.saved.isoformat() == expected
    assert (return_.not_carried.saves, return_.not_carried.unreadable_saves) == ((), {})


@pytest.mark.parametrize(
    ("serial", "expected"),
    # 10:00 as spreadsheet libraries have it; a midnight; the ends of the window to the half second; changes of the clock.
    [
        ("44016.416666666664", "2020-07-04T11:00:00+01:00"), (44016.416666666664, "2020-07-04T11:00:00+01:00"),
        ("45998.9999999998", "2025-12-08T00:00:00+00:00"), ("45883.958333333", "2025-08-15T00:00:00+01:00"),
        ("45883.95832755", "2025-08-15T00:00:00+01:00"), ("45883.95832754", "2025-08-14T23:59:59+01:00"),
        ("45876.95832754", "2025-08-07T23:59:59+01:00"), ("45956.0208333333", "2025-10-26T01:30:00+01:00"),
        ("45956.0625", "2025-10-26T01:30:00+00:00"), ("46110.0416666667", "2026-03-29T02:00:00+01:00"),
        ("36526", "2000-01-01T00:00:00+00:00"), ("2,958,465.5", "9999-12-31T12:00:00+00:00"),
    ],
)  # fmt: skip
def test_a_day_number_is_read_to_the_nearest_second(serial, expected):
    assert saved(utc=serial).isoformat() == expected


@pytest.mark.parametrize(
    ("bst", "expected"),
    [
        ("45884", "2025-08-15T00:00:00+01:00"), ("46036.9993055556", "2026-01-14T23:59:00+00:00"),
        ("14/08/2025 22:59 UTC", "2025-08-14T23:59:00+01:00"), ("26/10/2025 01:30", "2025-10-26T01:30:00+01:00"),
        ("29/03/2026 01:30", "2026-03-29T02:30:00+01:00"),
    ],
)  # fmt: skip
def test_the_bst_column_is_the_clock_in_london(bst, expected):
    assert saved(bst=bst).isoformat() == expected


@pytest.mark.parametrize(
    ("microsecond", "expected"),
    [(999, "16:00:00"), (1_000, "16:00:00.001000"), (999_000, "16:00:00.999000"), (999_001, "16:00:01")],
)
def test_what_arithmetic_left_within_a_millisecond_of_a_second_is_that_second(microsecond, expected):
    found = moment(dt.datetime(2026, 1, 12, 16, 0, 0, microsecond), dt.UTC)
    assert found.time().isoformat() == expected


UNREADABLE = [
    "Not Updated", "soon", "٤٥٨٨١", "08/13/2025 15:00", "31/02/2025", "31/02/2025 10:00", "25/08/11", "4588,1.5", "-1",
    "0.5", "36525.9", "2958466", "99999999999", "1e5", "2025-02-30", "11/08/2025 25:00", "0001-01-01T00:00:00+01:00",
    "0001-01-01", "31/12/1999 23:59", "9999-12-31T23:59:59.999999", "x" * 101, 10**400, float("inf"), [45881], True,
    object(),
]  # fmt: skip


@pytest.mark.parametrize("cell", UNREADABLE, ids=range(len(UNREADABLE)))
def test_a_save_that_cannot_be_read_is_found_and_nothing_concluded_from_it(cell):
    return_ = home(lastupdatedutc=cell, lastupdatedbst=cell)
    assert return_.saved == {}
    report = am.validate(return_, on=AFTER)
    assert report.outcome is am.Outcome.UNDETERMINED
    assert codes(report) == ["save-unreadable", "not-carried", "not-carried"]
    assert only(report, "save-unreadable").severity is am.Severity.QUERY
    assert report.undetermined_by == ("source",)


def test_a_save_that_cannot_be_read_is_quoted():
    row = {**AGENCY, "cqcsurveylastupdatedutc": "Not Updated", "cqcsurveylastupdatedbst": 20250811}
    finding = only(am.validate(ct.return_from_extract(row), on=AFTER), "save-unreadable")
    assert finding.message == (
        "Service users, Workforce and Packages of care: where this return was read from gives “Not Updated; 20250811” "
        "for when this was saved, which cannot be read as a date, or as a time with its time zone, so it cannot be known "
        "whether it was inside the reporting window, from Friday 8 August 2025 to the end of Thursday 14 August 2025. Check in "
        "Capacity Tracker."
    )
    assert "packages_of_care" not in finding.fields
    assert finding.fields[0] == "service_users"


@pytest.mark.parametrize("told", ["jo@example.org", "07700 900123 at 10:30"])
def test_what_identifies_a_person_is_not_quoted(told):
    row = {**AGENCY, "cqcsurveylastupdatedutc": told, "cqcsurveylastupdatedbst": ""}
    report = am.validate(ct.return_from_extract(row), on=AFTER)
    assert "gives (withheld) for" in only(report, "save-unreadable").message


@pytest.mark.parametrize(
    ("utc", "bst", "expected", "unused"),
    [
        ("45881.5", "Not Updated", "2025-08-12T13:00:00+01:00", "Not Updated"),
        ("Not Updated", "45881.5", "2025-08-12T12:00:00+01:00", "Not Updated"),
        ("45881.5", "45870", "2025-08-12T13:00:00+01:00", "45870"),
        ("45881.5", "45881.4", "2025-08-12T13:00:00+01:00", None),
    ],
)
def test_of_two_columns_one_that_can_be_read_is_enough_and_the_other_is_noted(utc, bst, expected, unused):
    return_ = home(lastupdatedutc=utc, lastupdatedbst=bst)
    assert return_.saved.isoformat() == expected
    report = am.validate(return_, on=AFTER)
    found = [finding for finding in report.findings if finding.code == "save-unreadable"]
    assert [(finding.severity.value, finding.context["given"]) for finding in found] == (
        [("note", f"“{unused}”")] if unused else []
    )
    assert report.outcome is am.Outcome.UNDETERMINED
    assert "save-unreadable" not in {gap.code for gap in am.validate_all([return_], on=AFTER).gaps}


def test_a_save_that_cannot_be_read_matters_only_to_a_section_that_has_to_be_saved():
    values = ct.return_from_extract(AGENCY).values
    not_carried = am.NotCarried(unreadable_saves={"flu_vaccination": "soon", "visiting": "soon"})
    sections = dict.fromkeys(["service_users", "workforce", "packages_of_care"], dt.date(2025, 8, 12))
    report = am.validate(am.Return("domiciliary_care", values, saved=sections, not_carried=not_carried), on=AFTER)
    assert (report.outcome, codes(report)) == (am.Outcome.MET, ["save-unreadable"])
    assert only(report, "save-unreadable").fields == ("staff_flu_vaccination",)
    unsaid = am.Return("domiciliary_care", values, not_carried=am.NotCarried(unreadable_saves={"workforce": "soon"}))
    report = am.validate(unsaid, on=dt.date(2025, 8, 12))
    assert (report.outcome, codes(report)) == (am.Outcome.UNDETERMINED, ["save-unreadable"])
    with pytest.raises(am.InvalidArgument, match="^unreadable_saves holds what is not text"):
        am.NotCarried(unreadable_saves={"workforce": 5})
    with pytest.raises(am.InvalidArgument, match=r"^No list has a section “work”, .* Did you mean workforce\?$"):
        am.NotCarried(unreadable_saves={"work": ""})


@pytest.mark.parametrize("cell", ["2025-08-12T09:30:00", "45881.5", dt.datetime(2025, 8, 12, 9, 30)])
def test_a_moment_of_the_api_whose_zone_is_not_told_is_not_read(cell):
    return_ = ct.return_from_api({**ENTRY, "vacanciesLastUpdated": cell})
    assert return_.saved == {}
    assert return_.not_carried.unreadable_saves == {"beds": str(cell)}


def test_cells_are_read_whatever_the_decimal_context_of_the_caller():
    row = {**HOME, "usedbeds": Decimal("38.000"), "lastupdatedutc": Decimal("45881.51234")}
    expected = ct.return_from_extract(row)
    with decimal.localcontext(decimal.Context(prec=4, traps=[decimal.Inexact])) as context:
        assert ct.return_from_extract(row) == expected
        assert not any(context.flags.values())


def test_cells_that_numpy_made_are_read():
    np = pytest.importorskip("numpy", reason="numpy is in the test requirements; install them")
    for cell in (np.datetime64("2025-08-11T15:00"), np.datetime64("2025-08-11T15:00:00.000000000")):
        assert saved(utc=cell).isoformat() == "2025-08-11T16:00:00+01:00"
    assert saved(utc=np.datetime64("2025-08-11")) == dt.date(2025, 8, 11)
    assert saved(utc=np.datetime64("NaT", "s")) == {}
    assert saved(utc=np.datetime64("2025-08")) == {}
    values = home(usedbeds=np.int64(38), hourspaid=np.float64(12.5), hoursovertime=np.float64("nan")).values
    assert (values["beds_occupied"], values["hours_paid"], values["hours_overtime"]) == (38, 12.5, None)
    entry = {**ENTRY, "vacancies": np.array(ENTRY["vacancies"], dtype=object)}
    assert ct.return_from_api(entry) == ct.return_from_api(ENTRY)


def test_cells_that_pandas_made_are_read():
    pd = pytest.importorskip("pandas", reason="pandas is not installed; it is in the recipes")
    assert saved(utc=pd.Timestamp("2025-08-11 15:00:00.000000001")).isoformat() == "2025-08-11T16:00:00+01:00"
    assert saved(utc=pd.Timestamp("2025-08-11 15:00", tz="Asia/Tokyo")).isoformat() == "2025-08-11T07:00:00+01:00"
    assert saved(utc=pd.NaT) == {}
    assert home(usedbeds=pd.NA).values["beds_occupied"] is None
