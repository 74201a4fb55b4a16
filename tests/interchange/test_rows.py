"""Rows fit into a table: the same columns always, and nothing in a cell but text, numbers and None."""

import csv
import datetime as dt
import io
import itertools

import pytest

import asc_mandate as am
from asc_mandate import interchange
from asc_mandate.interchange import assessment_rows, finding_rows, ledger_rows, outcome_rows
from tests.helpers import CARE_HOME, QUIET_DAY, care_home, domiciliary

DATASET = str(am.dataset_version(QUIET_DAY))


def cells_of(rows):
    """The cells of some rows, by a writer that takes no other columns, and the text of the file."""
    rows = list(rows)
    file = io.StringIO()
    writer = csv.DictWriter(file, list(rows[0]))
    writer.writerows(rows)
    assert all(type(cell) in {str, int, float, type(None)} for row in rows for cell in row.values())
    assert file.getvalue().encode()
    return [tuple(row.values()) for row in rows]


def test_a_finding_makes_a_row_and_a_report_without_any_makes_one_too():
    reports = [
        am.validate(care_home(location_id="1-1000210669"), QUIET_DAY),
        am.validate(care_home(hours_paid=-1), QUIET_DAY),
    ]
    met, negative, *_ = cells_of(finding_rows(reports))
    judged = ("1-1000210669", "care_home", "2025-08", "2025-08-12", "met")
    assert met == (*judged, None, None, None, None, None, DATASET)
    finding = reports[1].findings[0]
    of_finding = ("negative", "breach", "hours_paid", finding.message, str(finding.citation), DATASET)
    assert negative == (None, *judged[1:4], "open", *of_finding)
    assert {tuple(row) for row in finding_rows(reports)} == {interchange.FINDING_COLUMNS}


@pytest.mark.parametrize("values", [{"saved": dt.date(2025, 8, 1)}, {"location_id": "7"}, {"\ud800": 1}], ids=ascii)
def test_fields_are_joined_and_none_are_none_in_text_that_any_file_takes(values):
    report = am.validate(care_home(**values), QUIET_DAY)
    assert cells_of(finding_rows([report]))
    fields = ", ".join(report.findings[0].fields).replace("\ud800", "?")
    assert [row["fields"] for row in finding_rows([report])] == [fields or None]


def lacking(**values):
    lacks = am.NotCarried(fields=["hours_agency"])
    return am.Return("care_home", {**CARE_HOME, "hours_agency": None, **values}, not_carried=lacks)


def test_what_no_return_of_a_batch_could_be_judged_on_is_left_to_its_gaps():
    batch = am.validate_all([lacking(), lacking(hours_paid=-1), domiciliary()], QUIET_DAY)
    assert [gap.code for gap in batch.gaps] == ["not-carried"]
    assert [row["code"] for row in finding_rows(batch)] == [None, "negative", None]
    assert [row["code"] for row in finding_rows(batch, gaps=True)] == ["not-carried", "negative", "not-carried", None]
    assert list(finding_rows(list(batch))) == list(finding_rows(batch, gaps=True))
    alone = am.validate_all([lacking()], QUIET_DAY)
    assert [row["code"] for row in finding_rows(alone)] == ["not-carried"]


def test_an_outcome_makes_a_row_with_its_counts():
    given = [lacking(), care_home(beds_occupied=None, hours_overtime=9999, employed_staff_flu_vaccination=1, x=3)]
    undetermined, open_ = cells_of(outcome_rows(am.validate_all(given, QUIET_DAY)))
    judged = (None, "care_home", "2025-08", "2025-08-12")
    assert undetermined == (*judged, "undetermined", "source", 0, 0, 1, 0, DATASET)
    report = am.validate(given[1], QUIET_DAY)
    counts = [len(found) for found in (report.breaches, report.contradictions, report.queries, report.notes)]
    assert counts == [1, 1, 1, 1]
    assert open_ == (*judged, "open", None, *counts, DATASET)
    assert [tuple(row) for row in outcome_rows([report])] == [interchange.OUTCOME_COLUMNS]


def test_a_ledger_makes_a_row_for_each_month():
    ledgers = [am.Ledger({(2026, 9): "not_met", (2026, 8): "met"}, location_id="1-1000210669"), am.Ledger({})]
    assert cells_of(ledger_rows(ledgers)) == [
        ("1-1000210669", "2026-08", "met"),
        ("1-1000210669", "2026-09", "not_met"),
    ]
    assert {tuple(row) for row in ledger_rows(ledgers)} == {interchange.LEDGER_COLUMNS}


def test_an_assessment_makes_a_row():
    ledger = am.Ledger(dict.fromkeys([(2026, 7), (2026, 8)], "not_met"), location_id="1-1000210669")
    on = dt.date(2026, 9, 1)
    known, unknown = (
        am.assess_penalty(ledger, am.Provider(public_body=False, locations=locations), on)
        for locations in ([am.Location("care_home", 42)], [])
    )
    first, second = map(dict, assessment_rows([known, unknown]))
    assert tuple(first) == tuple(second) == interchange.ASSESSMENT_COLUMNS
    assert first == {
        "location_id": "1-1000210669",
        "on": "2026-09-01",
        "conclusion": known.conclusion.value,
        "stage": "no_notice",
        "trigger": known.trigger.answer.value,
        "at_risk": "2026-09",
        "next_step": known.next_step,
        "amount": float(known.amount.amount),
        "amount_not_found": None,
        "dataset": str(known.dataset),
    }
    assert (second["amount"], second["amount_not_found"]) == (None, unknown.amount.known)
    met = am.assess_penalty(am.Ledger({(2026, 8): "met"}), am.Provider(), on)
    assert next(assessment_rows([met]))["at_risk"] is None


@pytest.mark.parametrize(
    ("rows", "name", "kind"),
    [
        (finding_rows, "reports", "Report"),
        (outcome_rows, "reports", "Report"),
        (ledger_rows, "ledgers", "Ledger"),
        (assessment_rows, "assessments", "PenaltyAssessment"),
    ],
)
def test_rows_are_made_of_their_kind_and_as_they_are_asked_for(rows, name, kind):
    with pytest.raises(am.InvalidArgument, match=f"{name} is a value of type int; pass {kind} objects"):
        rows(3)
    endless = rows(itertools.repeat(3))
    with pytest.raises(am.InvalidArgument, match=rf"{name}\[0\] is a value of type int; pass an asc_mandate\.{kind}"):
        next(endless)
