"""Results go to JSON whatever they hold, and are not read again; what may identify a person stays out."""

import datetime as dt
import json
import math
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.interchange import from_record, to_record
from tests.helpers import CARE_HOME, QUIET_DAY, care_home
from tests.interchange.drawn import field_ids, moments, returns, texts, through_json, values

# Reports

anything = st.sampled_from(
    [
        *(object(), Fraction(1), math.nan, -math.inf, Decimal("NaN"), Decimal("1E-999999"), (("a",), [{}])),
        *({"a": 1}, {1}, b"x", "\ud800", "jane@example.org", QUIET_DAY, b"y", am.ENGLAND, am.Kind.COUNT, 3, None),
        *(am.Absence(hours="485 777 3456", days=()), lambda: None, int, 2.5, True, ["\udfff", object()]),
    ]
)
huge = st.just(5000).map(lambda digits: 10**digits)
names = texts | st.sampled_from(["\ud800", "nhs_number", "jane@example.org", "not_recorded"])
odd_keys = field_ids | names | st.integers() | st.none() | st.tuples(st.integers()) | huge


@given(returns(odd_keys, values | anything | huge, names), moments)
@example(am.Return("care_home", {(2026, 8): 1, "hours_paid": Decimal("sNaN"), "beds_occupied": 10**9}), QUIET_DAY)
def test_every_report_can_be_written(return_, on):
    report = am.validate(return_, on)
    record = to_record(report)
    assert through_json(record) == record
    assert json.dumps(record, allow_nan=False, ensure_ascii=False).encode()
    assert "jane@example.org" not in str(record["return"]["values"])
    assert all(through_json(to_record(finding)) for finding in report.findings)


def test_the_record_of_a_report_says_what_came_of_it_and_by_what():
    saved = dict.fromkeys(("beds", "workforce", "visiting"), dt.date(2025, 8, 12))
    report = am.validate(care_home(saved=saved, location_id="1-1000210669", beds_occupied=None), dt.date(2025, 8, 20))
    record = to_record(report)
    assert record == {
        "service": "care_home",
        "location_id": "1-1000210669",
        "window": {"label": "August 2025", "opens": "2025-08-08", "closes": "2025-08-14"},
        "on": "2025-08-20",
        "outcome": "not_met",
        "undetermined_by": [],
        "findings": [
            {
                "code": "missing",
                "severity": "breach",
                "fields": ["beds_occupied"],
                "message": "Beds: “occupied or used” is blank. A whole number was due; 0 is an answer.",
            }
        ],
        "checklist": {
            status: [entry.field.id for entry in report.checklist if entry.status == status]
            for status in ("required", "not_required", "undetermined")
        },
        "edition": "2024-04-26",
        "notice": "Formal notice of a mandate for all adult social care providers, updated 26 April 2024 (official)",
        "dataset": to_record(report.dataset),
        "return": {**to_record(report.return_), "not_carried": {}},
    }
    assert from_record(am.Return, record["return"]) == report.return_


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_record_of_a_return_that_is_blank_throughout_stays_below_nine_kilobytes(year):
    on = dt.date(year, 11, 20)
    blank = {entry.field.id: None for entry in am.checklist("care_home", on)}
    report = am.validate(am.Return("care_home", blank, location_id="1-1000210669"), on)
    assert len(report.findings) >= 26
    assert len(json.dumps(to_record(report))) < 9_000


def test_a_finding_has_a_citation_unless_its_message_quotes_the_words_of_its_field():
    given = care_home(beds_occupied="38", hours_overtime=9999, residents_flu_vaccination=3, saved=QUIET_DAY)
    report = am.validate(given, QUIET_DAY)
    wording = {entry.field.id: entry.field.wording for entry in report.checklist}
    written = {finding["code"]: finding for finding in to_record(report)["findings"]}
    assert [code for code, finding in written.items() if "citation" not in finding] == ["wrong-type"]
    for finding in report.findings:
        record = written[finding.code]
        assert record.get("citation") in {None, str(finding.citation)}
        assert "citation" in record or wording[finding.fields[0]] in finding.message
        assert to_record(finding)["citation"] == str(finding.citation)
    assert written["wrong-type"]["context"] == {"given": "“38”"}
    assert written["overtime-exceeds-hours-paid"]["context"]["hours_overtime"] == 9999


def test_what_json_cannot_hold_of_a_return_is_described_in_its_report():
    given = {"beds_occupied": object(), "hours_paid": math.inf, "visiting_options": [["a"], "b"], 3: 4}
    record = to_record(am.validate(am.Return("care_home", given, location_id="\ud800"), QUIET_DAY))
    assert record["return"]["values"] == {
        "beds_occupied": {"not_recorded": "a value of type object"},
        "hours_paid": {"not_recorded": "“inf”"},
        "visiting_options": [{"not_recorded": "a value of type list"}, "b"],
        "not_recorded": "keys that are not text, or may identify a person",
    }
    assert record["location_id"] == {"not_recorded": "text with half of a character"}


def test_what_may_identify_a_person_is_withheld_from_a_report():
    given = {
        "beds_occupied": "Jane, 485 777 3456",
        "absence": am.Absence(hours="jane@example.org", days=3),
        "visiting_options": ["outings", "ask jane@example.org"],
        "resident_name": "Jane Doe",
        "jane@example.org": 3,
        "wing": "East",
    }
    withheld = {"not_recorded": "what may identify a person"}
    unreadable = {"beds": "ask jane@example.org", "visiting": "never"}
    return_ = am.Return("care_home", given, not_carried=am.NotCarried(unreadable_saves=unreadable))
    report = am.validate(return_, QUIET_DAY)
    assert to_record(report)["return"]["not_carried"]["unreadable_saves"] == {"beds": withheld, "visiting": "never"}
    assert to_record(report)["return"]["values"] == {
        **dict.fromkeys(("beds_occupied", "visiting_options", "resident_name"), withheld),
        "absence": {"hours": withheld, "days": 3},
        "not_recorded": "keys that are not text, or may identify a person",
        "wing": "East",
    }
    assert not any(text in json.dumps(to_record(report)) for text in ("Jane", "485", "@example"))
    assert to_record(return_)["values"]["resident_name"] == "Jane Doe"


def test_a_batch_is_written_with_its_counts_and_gaps():
    lacking = am.NotCarried(fields=["hours_agency"])
    homes = [am.Return("care_home", {**CARE_HOME, "hours_agency": None}, not_carried=lacking) for _ in range(2)]
    record = to_record(am.validate_all(homes, QUIET_DAY))
    assert record["outcomes"] == {"undetermined": 2}
    assert [(gap["code"], gap["count"]) for gap in record["gaps"]] == [("not-carried", 2)]
    assert record["reports"][0]["undetermined_by"] == ["source"]


# Other results


def assessment():
    ledger = am.Ledger(dict.fromkeys([(2026, 6), (2026, 7), (2026, 8)], "not_met"), location_id="1-1000210669")
    return am.assess_penalty(ledger, am.Provider(locations=[am.Location("care_home", 42)]), dt.date(2026, 9, 1))


@pytest.mark.parametrize(
    ("result", "some"),
    [
        (am.checklist("care_home", QUIET_DAY), {"service": "care_home", "day": "2025-08-12", "edition": "2024-04-26"}),
        (am.checklist("care_home", QUIET_DAY)["visiting_options"], {"status": "required", "readings": []}),
        (am.edition("2024-04-26"), {"id": "2024-04-26", "applies_from": "2024-04-26", "reconstruction": None}),
        (am.dataset_version(), {"release": am.__version__, "edition": None, "calendar": None}),
        (am.rules("domiciliary_care", QUIET_DAY)[0], {"fields": ["hours_overtime", "hours_paid"]}),
        (am.history()[2], {"number": 3, "edition": None, "required_from": {"not_found": ""}}),
        (am.reporting_window(QUIET_DAY), {"label": "August 2025", "opens": "2025-08-08", "closes": "2025-08-14"}),
        (assessment(), {"location_id": "1-1000210669", "conclusion": "unknown"}),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_a_result_is_written_and_not_read(result, some):
    record = to_record(result)
    assert through_json(record) == record
    assert record.items() >= some.items()
    with pytest.raises(am.InvalidArgument, match=f"kind is {type(result).__name__}; pass Return, Ledger or Calendar"):
        from_record(type(result), record)


@attrs.frozen
class Foreign:
    values: int = 3


@pytest.mark.parametrize("given", [3, {}, [care_home()], Foreign(), am.Return, None])
def test_only_objects_of_this_library_have_records(given):
    with pytest.raises(
        am.InvalidArgument, match=r"^The object is a value of type \w+; pass one of asc_mandate, such as"
    ):
        to_record(given)


@pytest.mark.parametrize("kind", [3, None, dict, Foreign, am.Absence])
def test_only_inputs_are_read(kind):
    with pytest.raises(am.InvalidArgument, match=r"^kind is .*; pass Return, Ledger or Calendar\."):
        from_record(kind, {})
