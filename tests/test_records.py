"""Records lose nothing on the way to JSON and back, and are refused with everything that is wrong with them."""

import datetime as dt
import decimal
import json
import math
import pickle
from decimal import Decimal
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate import interchange, testing
from tests.helpers import CARE_HOME, DATA, QUIET_DAY, care_home, codes

PLUS_FIVE = dt.timezone(dt.timedelta(hours=5))

# Half of a character is no text outside of Python.
texts = st.text(st.characters(exclude_categories=["Cs"]))
# Everything a record can hold, sensible in a return or not.
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.integers(-(10**300), 10**300),
    st.floats(),
    st.decimals(),
    st.decimals(allow_nan=False, allow_infinity=False).map(lambda number: number.scaleb(-500)),
    texts,
    st.dates(),
    # Without a fold, which means nothing where the clock does not change.
    st.datetimes(timezones=st.sampled_from([None, dt.UTC, PLUS_FIVE])).map(lambda moment: moment.replace(fold=0)),
)
values = scalars | st.builds(am.Absence, hours=scalars, days=scalars) | st.lists(scalars, max_size=3)
field_ids = st.sampled_from([*CARE_HOME, "hours_paid", "nothing_like_it"]) | texts
moments = st.dates(dt.date(2025, 1, 1), dt.date(2026, 3, 31)) | st.datetimes(
    dt.datetime(2025, 1, 1), dt.datetime(2026, 3, 31), timezones=st.sampled_from([dt.UTC, PLUS_FIVE])
)
saves = st.none() | moments | st.dictionaries(texts | st.sampled_from(["beds", "workforce"]), moments)
not_carried = st.builds(
    am.NotCarried,
    fields=st.lists(st.sampled_from([*CARE_HOME]), max_size=2),
    saves=st.lists(st.sampled_from(["beds", "service_users"]), max_size=2),
    earlier_saves=st.booleans(),
)
returns = st.builds(
    am.Return,
    st.sampled_from(am.ServiceType),
    st.dictionaries(field_ids, values, max_size=8),
    location_id=st.none() | texts,
    saved=saves,
    not_carried=not_carried,
)


def through_json(record):
    """What is left of a record once it was text, in JSON that every reader takes."""
    return json.loads(json.dumps(record, allow_nan=False))


def shown(thing):
    """Everything that can be seen of an object; numbers that are no number are never equal."""
    return repr(thing)


@given(returns)
def test_return_comes_back_as_it_was(return_):
    record = interchange.return_to_record(return_)
    again = interchange.return_from_record(through_json(record))
    assert set(again.values) == set(return_.values)
    for field, value in return_.values.items():
        assert shown(again.values[field]) == shown(value), field
    assert evolve(again, values={}) == evolve(return_, values={})
    assert interchange.return_to_record(again) == through_json(record)


@given(returns, moments)
@example(am.Return("care_home", {"hours_paid": Decimal("sNaN")}), QUIET_DAY)
def test_report_comes_back_as_it_was(return_, on):
    report = am.validate(return_, on)
    record = interchange.report_to_record(report)
    again = interchange.report_from_record(through_json(record))
    assert [finding.message for finding in again.findings] == [finding.message for finding in report.findings]
    assert [shown(finding.context) for finding in again.findings] == [
        shown(finding.context) for finding in report.findings
    ]
    assert str(again) == str(report)
    assert evolve(again, return_=return_) == report


@given(testing.met_returns())
def test_usual_report_comes_back_with_every_type(judged):
    report = am.validate(*judged)
    again = interchange.report_from_record(through_json(interchange.report_to_record(report)))
    assert again == report
    assert shown(again) == shown(report)


@given(st.sampled_from(am.ServiceType), st.dates(dt.date(2023, 7, 15), dt.date(2027, 12, 31)))
def test_checklist_comes_back_as_it_was(service, on):
    checklist = am.checklist(service, on)
    again = interchange.checklist_from_record(through_json(interchange.checklist_to_record(checklist)))
    assert again == checklist
    assert shown(again) == shown(checklist)
    assert again["hours_paid"] == checklist["hours_paid"]


@pytest.mark.parametrize("edition", am.editions(), ids=lambda edition: edition.id)
def test_edition_comes_back_as_it_was(edition):
    again = interchange.edition_from_record(through_json(interchange.edition_to_record(edition)))
    assert again == edition
    assert shown(again) == shown(edition)


@given(testing.ledgers(dt.date(2025, 9, 1), dt.date(2026, 8, 1)))
def test_ledger_comes_back_as_it_was(ledger):
    again = interchange.ledger_from_record(through_json(interchange.ledger_to_record(ledger)))
    assert again == ledger
    assert shown(again) == shown(ledger)


@given(
    testing.ledgers(dt.date(2025, 9, 1), dt.date(2026, 8, 1)),
    st.sampled_from([True, False, "partly", None]),
    st.lists(
        st.sampled_from([am.Location("care_home", 42), am.Location("domiciliary_care", 63), am.Location("hospice", 1)]),
        max_size=3,
    ),
    st.sampled_from(
        [
            (),
            (am.Notice("notice_of_intent", dt.date(2026, 8, 3), "posted"),),
            (
                am.Notice("notice_of_intent", dt.date(2026, 6, 1), "posted"),
                am.Notice("final_notice", dt.date(2026, 8, 3), "electronic"),
            ),
        ]
    ),
)
def test_assessment_comes_back_as_it_was(ledger, public_body, locations, notices):
    provider = am.Provider(public_body=public_body, locations=locations)
    assessment = am.assess_penalty(ledger, provider, dt.datetime(2026, 9, 1, 9, tzinfo=dt.UTC), notices=notices)
    again = interchange.assessment_from_record(through_json(interchange.assessment_to_record(assessment)))
    assert again == assessment
    assert shown(again) == shown(assessment)
    assert str(again) == str(assessment)


@pytest.mark.parametrize(
    "version",
    [
        am.dataset_version(),
        am.dataset_version(dt.date(2026, 7, 8)),
        am.validate(
            care_home(), QUIET_DAY, calendar=am.ENGLAND.with_public_holiday(dt.date(2026, 7, 14), "A day")
        ).dataset,
    ],
)
def test_dataset_version_comes_back_as_it_was(version):
    assert interchange.dataset_version_from_record(through_json(interchange.dataset_version_to_record(version))) == (
        version
    )


def test_calendar_comes_back_as_it_was():
    spring = am.Campaign("spring 2026", starts=dt.date(2026, 4, 13), ends=dt.date(2026, 6, 30))
    calendar = (
        am.ENGLAND.with_public_holiday(dt.date(2027, 6, 14), "A day of celebration")
        .without_public_holiday(dt.date(2027, 5, 3))
        .with_campaigns(spring, known_through=dt.date(2026, 8, 31))
    )
    for one in (am.ENGLAND, calendar):
        again = interchange.calendar_from_record(through_json(interchange.calendar_to_record(one)))
        assert again == one
        assert shown(again) == shown(one)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12, 12),
        (-7, -7),
        (37.5, 37.5),
        (True, True),
        (None, None),
        ("38", "38"),
        (Decimal("37.50"), {"decimal": "37.50"}),
        (Decimal("NaN"), {"decimal": "NaN"}),
        (math.inf, {"float": "inf"}),
        (math.nan, {"float": "nan"}),
        (10**9 - 1, 10**9 - 1),
        (10**9, {"integer": hex(10**9)}),
        (-(10**5000), {"integer": hex(-(10**5000))}),
        (dt.date(2025, 8, 12), {"date": "2025-08-12"}),
        (dt.datetime(2025, 8, 12, 9, 30), {"datetime": "2025-08-12T09:30:00"}),
        (am.Absence(days=Decimal("1.5")), {"hours": None, "days": {"decimal": "1.5"}}),
        (am.Absence(), {"hours": None, "days": None}),
        # One that was never given its parts, as a broken copy is.
        (am.Absence.__new__(am.Absence), {"hours": None, "days": None}),
        ([], []),
        (["a", 3, Decimal(1)], ["a", 3, {"decimal": "1"}]),
        (["b", "a"], ["b", "a"]),
        (("b", "a"), ["b", "a"]),
        ({"b", "a"}, ["a", "b"]),
        ({3, "a"}, ["a", 3]),
        (frozenset({"a"}), ["a"]),
    ],
    ids=lambda value: str(type(value)),
)
def test_how_values_are_written(value, written):
    record = interchange.return_to_record(am.Return("care_home", {"hours_paid": value}))
    assert record == {
        "service": "care_home",
        "values": {"hours_paid": written},
        "location_id": None,
        "saved": None,
        "not_carried": {"fields": [], "saves": [], "earlier_saves": False},
    }
    assert type(record["service"]) is str
    assert through_json(record) == record


@pytest.mark.parametrize(
    "value",
    [
        Decimal("37.50"),
        Decimal("NaN"),
        math.inf,
        10**9,
        -(10**5000),
        dt.date(2025, 8, 12),
        dt.datetime(2025, 8, 12, 9, 30),
        am.Absence(hours=3, days=Decimal("1.5")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_that_json_has_not_come_back_as_they_were(value):
    record = through_json(interchange.return_to_record(am.Return("care_home", {"hours_paid": value})))
    again = interchange.return_from_record(record).values["hours_paid"]
    assert type(again) is type(value)
    assert again == value or str(again) == str(value) == "NaN"


def test_count_of_twelve_point_nought_is_twelve_in_json_and_a_float_stays_a_float():
    record = {"service": "care_home", "values": {"beds_occupied": 12.0, "hours_paid": 12.0, "nurses_employed": 12.5}}
    values = interchange.return_from_record(record).values
    assert [type(value) for value in values.values()] == [int, float, float]
    float_count = am.Return("care_home", {"beds_occupied": 12.0})
    written = interchange.return_to_record(float_count)
    assert written["values"] == {"beds_occupied": {"float": "12.0"}}
    assert codes(am.validate(interchange.return_from_record(written), QUIET_DAY)) == codes(
        am.validate(float_count, QUIET_DAY)
    )


@pytest.mark.parametrize("value", [2.7, "3", True, "no", -3, "", []])
def test_nothing_is_made_a_count(value):
    return_ = interchange.return_from_record({"service": "care_home", "values": {**WRITTEN, "beds_occupied": value}})
    assert shown(return_.values["beds_occupied"]) == shown(value)
    assert codes(am.validate(return_, QUIET_DAY)) == ["negative" if value == -3 else "wrong-type"]


WRITTEN = interchange.return_to_record(care_home())["values"]


def test_record_may_leave_out_what_has_a_default():
    return_ = interchange.return_from_record({"service": "care_home", "values": {}})
    assert return_ == am.Return("care_home", {})


def test_moments_are_brought_to_london():
    saved = {"beds": "2025-08-14T22:30:00Z", "workforce": "2025-08-14", "visiting": None}
    return_ = interchange.return_from_record({"service": "care_home", "values": {}, "saved": saved})
    assert return_.saved["beds"].isoformat() == "2025-08-14T23:30:00+01:00"
    assert type(return_.saved["workforce"]) is dt.date
    assert set(return_.saved) == {"beds", "workforce"}


def test_second_hour_of_the_night_on_which_clocks_go_back_stays_the_second():
    second = dt.datetime(2025, 10, 26, 1, 30, tzinfo=dt.UTC)
    return_ = am.Return("care_home", {}, saved=second)
    record = through_json(interchange.return_to_record(return_))
    assert record["saved"] == "2025-10-26T01:30:00+00:00"
    assert interchange.return_from_record(record).saved.astimezone(dt.UTC) == second


VALUES = {
    "values.beds_occupied": ({"x": 1}, "is an object with “x”; an object here holds “hours” and “days”, or a "
                             "“decimal” as text"),
    "values.hours_paid": ({"decimal": "12,5"}, "is no decimal as a record spells it, such as “37.50”: “12,5”"),
    "values.hours_agency": ({"decimal": "twelve"}, "is no decimal as a record spells it, such as “37.50”: “twelve”"),
    "values.hours_overtime": ({"decimal": 12}, "is an object with “decimal”; an object here holds “hours” and “days”, "
                              "or a “decimal” as text"),
    "values.nurses_employed": ({"float": "12.5"}, "is no float as a record spells it: “12.5”"),
    "values.care_workers_employed": ({"integer": "0x5"}, "is no integer as a record spells it: “0x5”"),
    "values.absence.hours": ({"hours": {"date": "2025-02-30"}}, "is no date as a record spells it: “2025-02-30”"),
    "values.absence": ({"hours": 3, "minutes": 4}, "is an object with “hours” and “minutes”; an object here holds "
                       "“hours” and “days”, or a “decimal” as text"),
    "values.visiting_options[1]": (["a", ["b"]], "is a list; write null, true, false, a number, text, "
                                   "a list or an object"),
    "values.visiting_options[0]": ([{"a": 1, "b": 2}], "is an object with “a” and “b”; an object here holds “hours” "
                                   "and “days”, or a “decimal” as text"),
}  # fmt: skip

GALLERY = [
    ("text", "x", ["The record is “x”; write an object"]),
    ("list", [], ["The record is a list; write an object"]),
    ("nothing", {}, ["service is missing", "values is missing"]),
    (
        "digits of another script",
        {"service": "care_home", "values": {}, "saved": {"beds": "٢٠٢٥-٠٨-١٢"}, "location_id": {}},
        [
            "location_id is an object; write text",
            "saved.beds is “٢٠٢٥-٠٨-١٢”; write a day like “2026-11-14”, or a moment with its offset like "
            "“2026-11-14T16:30:00+00:00”",
        ],
    ),
    (
        "all of it",
        {
            "service": "hotel",
            "values": ["beds_occupied"],
            "location_id": 7,
            "saved": "14/08/2025",
            "not_carried": {"fields": "beds", "saves": [3], "earlier_saves": 1, "x": None},
            "beds": 3,
            "Notes": "",
        },
        [
            "service is “hotel”; write one of “care_home” and “domiciliary_care”",
            "values is a list; write an object",
            "location_id is a number; write text",
            "saved is “14/08/2025”; write a day like “2026-11-14”, or a moment with its offset like "
            "“2026-11-14T16:30:00+00:00”",
            "not_carried.fields is “beds”; write a list",
            "not_carried.saves[0] is a number; write text",
            "not_carried.earlier_saves is a number; write true or false",
            "not_carried has a key that is “x”, which has no place here",
            "The record has a key that is “Notes”, which has no place here",
            "The record has a key that is “beds”, which has no place here",
        ],
    ),
    (
        "saves",
        {
            "service": "care_home",
            "values": {},
            "saved": {"beds": "2025-02-30", "workforce": "2025-08-14T10:00:00", "visiting": 3, "flu_vaccination": "8"},
        },
        [
            "saved.beds is “2025-02-30”, a day that no calendar has",
            "saved.workforce is “2025-08-14T10:00:00”; write a day like “2026-11-14”, or a moment with its offset like "
            "“2026-11-14T16:30:00+00:00”",
            "saved.visiting is a number; write a day like “2026-11-14”",
            "saved.flu_vaccination is “8”; write a day like “2026-11-14”, or a moment with its offset like "
            "“2026-11-14T16:30:00+00:00”",
        ],
    ),
    (
        "keys that are no text",
        {"service": "care_home", "values": {3: 4}, "saved": {None: None}, 5: 6},
        [
            "values has a key that is a number; write keys as text",
            "saved has a key that is null; write keys as text",
            "The record has a key that is a number, which has no place here",
        ],
    ),
    *(
        (path, {"service": "care_home", "values": {path.split(".")[1].split("[")[0]: value}}, [f"{path} {message}"])
        for path, (value, message) in VALUES.items()
    ),
]


@pytest.mark.parametrize(("record", "problems"), [case[1:] for case in GALLERY], ids=[case[0] for case in GALLERY])
def test_broken_records_are_refused_with_every_problem(record, problems):
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.return_from_record(record)
    assert [str(problem) for problem in refusal.value.problems] == problems
    assert str(refusal.value) == "\n".join(problems)


def broken(record, path, value):
    """A copy of a record with one part replaced, or taken out where the value is ``...``."""
    copy = through_json(record)
    *way, last = path
    part = copy
    for step in way:
        part = part[step]
    if value is ...:
        del part[last]
    else:
        part[last] = value
    return copy


RECORDS = {}
REPORT = RECORDS["report"] = interchange.report_to_record(
    am.validate(am.Return("care_home", {"beds_occupied": -1}), on=QUIET_DAY)
)
RECORDS["checklist"] = interchange.checklist_to_record(am.checklist("care_home", QUIET_DAY))
RECORDS["edition"] = interchange.edition_to_record(am.edition("2024-04-26"))
RECORDS["assessment"] = interchange.assessment_to_record(
    am.assess_penalty(am.Ledger({}), am.Provider(locations=[am.Location("care_home", 3)]), dt.date(2026, 9, 1))
)
RECORDS["calendar"] = interchange.calendar_to_record(am.ENGLAND.with_public_holiday(dt.date(2027, 6, 14), "A day"))


@pytest.mark.parametrize(
    ("kind", "path", "value", "problem"),
    [
        (
            "report",
            ["on"],
            "today",
            "on is “today”; write a day like “2026-11-14”, or a moment with its offset like ",
        ),
        (
            "report",
            ["outcome"],
            "good",
            "outcome is “good”; write one of “met”, “not_met”, “open”, “undetermined” and “not_due”",
        ),
        ("report", ["findings", 1, "code"], ..., "findings[1].code is missing"),
        ("report", ["findings", 0, "fields"], ..., "findings[0].fields is missing"),
        ("report", ["findings", 0, "fields"], "beds", "findings[0].fields is “beds”; write a list"),
        (
            "report",
            ["findings", 0, "context", "given"],
            {"a": 1},
            "findings[0].context.given is an object with “a”; an object here",
        ),
        ("report", ["return", "service"], ..., "return.service is missing"),
        (
            "report",
            ["window", "opens"],
            "2025-08-08T00:00:00Z",
            "window.opens is “2025-08-08T00:00:00Z”; write a day like “2026-11-14”",
        ),
        ("report", ["return_"], {}, "The record has a key that is “return_”, which has no place here"),
        ("checklist", ["edition"], "2099-01-01", "edition is not held: "),
        ("checklist", ["edition"], 7, "edition is a number; write text"),
        (
            "checklist",
            ["requirements", 2, "field", "kind"],
            "number",
            "requirements[2].field.kind is “number”; write one of “count”, “hours”, “absence”, “yes_no” and “options”",
        ),
        (
            "edition",
            ["care_home", 3, "fields", 0, "condition", "type"],
            "always",
            "care_home[3].fields[0].condition.type is no condition; write one of “season” and “during_campaign”",
        ),
        (
            "edition",
            ["care_home", 3, "fields", 0, "condition"],
            [],
            "care_home[3].fields[0].condition is a list; write an object",
        ),
        (
            "edition",
            ["care_home", 3, "fields", 0, "condition", "first"],
            [9],
            "care_home[3].fields[0].condition.first is a list of 1; write one of 2",
        ),
        (
            "edition",
            ["clauses", 0, "citation", "source", "grade"],
            None,
            "clauses[0].citation.source.grade is null; write one of “statute”, “official”",
        ),
        ("edition", ["applies_from"], "2024-13-01", "applies_from is “2024-13-01”, a day that no calendar has"),
        ("ledger", [], {"outcomes": {"August": "met"}}, "outcomes.August is no month; write one like “2026-08”"),
        (
            "ledger",
            [],
            {"outcomes": {"2026-13": "met"}},
            "outcomes.2026-13 is not allowed: A month of a ledger is a year up to 2100 and a number from 1 to 12",
        ),
        (
            "ledger",
            [],
            {"outcomes": {"2026-08": True}},
            "outcomes.2026-08 is true or false; write one of “met”, “not_met”, “open”",
        ),
        ("ledger", [], {"outcomes": {"٢٠٢٦-٠٨": "met"}}, "outcomes.٢٠٢٦-٠٨ is no month; write one like “2026-08”"),
        ("ledger", [], {}, "outcomes is missing"),
        (
            "assessment",
            ["amount", "amount"],
            1350.0,
            "amount.amount is a number; write an amount as text, like “1350.00”",
        ),
        (
            "assessment",
            ["amount", "amount"],
            "١٣٥٠",
            "amount.amount is “١٣٥٠”; write an amount as text, like “1350.00”",
        ),
        ("assessment", ["amount"], {"not_found": 3}, "amount is a number; write text"),
        ("assessment", ["tests", 0, "statutory"], "yes", "tests[0].statutory is “yes”; write true or false"),
        (
            "assessment",
            ["amount", "breakdown", 0, "location", "size"],
            3.0,
            "amount.breakdown[0].location.size is a number; write a whole number",
        ),
        ("dataset_version", [], {}, "release is missing"),
        (
            "calendar",
            ["campaigns", 0, "ends"],
            "2001-01-01",
            "campaigns[0] is not allowed: The campaign “autumn 2022” ends on Monday 1 January 2001, before it starts.",
        ),
        ("calendar", ["holidays_added"], [["2027-06-14"]], "holidays_added[0] is a list of 1; write one of 2"),
        ("calendar", ["campaigns"], ..., "campaigns is missing"),
    ],
)
def test_broken_results_are_refused_at_their_paths(kind, path, value, problem):
    record = broken(RECORDS[kind], path, value) if path else value
    with pytest.raises(am.InvalidRecord) as refusal:
        getattr(interchange, f"{kind}_from_record")(record)
    assert str(refusal.value.problems[0]).startswith(problem)


def test_service_of_a_location_may_be_one_that_has_no_list():
    record = broken(RECORDS["assessment"], ["amount", "breakdown", 0, "location", "service"], "hospice")
    assessment = interchange.assessment_from_record(record)
    assert assessment.amount.breakdown[0].location == am.Location("hospice", 3)
    assert interchange.assessment_to_record(assessment) == record


def test_missing_keys_are_each_told_once():
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.dataset_version_from_record({})
    assert [str(problem) for problem in refusal.value.problems] == [
        f"{key} is missing" for key in ("release", "edition", "digest", "surveyed_on")
    ]


def test_what_was_added_since_may_be_missing_so_that_old_records_can_be_read():
    record = through_json(REPORT)
    del record["dataset"]["calendar"]
    del record["findings"][0]["readings"]
    del record["return"]["not_carried"]
    assert interchange.report_from_record(record) == interchange.report_from_record(REPORT)


def test_report_that_was_written_by_release_0_1_0_can_still_be_read():
    stored = json.loads((DATA / "report-0.1.0.json").read_text(encoding="utf-8"))
    report = interchange.report_from_record(stored)
    assert report.dataset.release == "0.1.0"
    assert [finding.code for finding in report.findings] == ["late", "missing", "overtime-exceeds-hours-paid"]
    assert [finding.message for finding in report.findings] == [finding["message"] for finding in stored["findings"]]
    assert report.return_.values["absence"] == am.Absence(days=Decimal("1.5"))


@pytest.mark.parametrize(
    "sentence",
    ["{nothing}", "{", "{0}", "{wording.zz}", "{wording.__class__}", "{wording[0]}", "{given!z}", "{given:{}}"],
)
def test_sentence_of_a_record_names_values_of_its_context_and_nothing_else(sentence):
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.report_from_record(broken(REPORT, ["findings", 0, "sentence"], sentence))
    assert str(refusal.value) == "findings[0].sentence has places for what the context does not hold"


def test_cause_of_a_refusal_is_kept_for_whoever_looks_for_it():
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.return_from_record(Raises())
    assert isinstance(refusal.value.__cause__, RuntimeError)


class Text(str):
    __slots__ = ()
    __hash__ = object.__hash__


@pytest.mark.parametrize(
    ("values", "problems"),
    [
        ({"\ud800": 1}, ["values.\ufffd is text with half of a character, which a record cannot hold"]),
        (
            {"beds_occupied": "\udfff", "visiting_options": ["\ud800"]},
            [
                "values.beds_occupied is text with half of a character, which a record cannot hold",
                "values.visiting_options[0] is text with half of a character, which a record cannot hold",
            ],
        ),
        ({"": Fraction(1)}, ["values.“” is a value of type Fraction, which a record cannot hold"]),
        ({"a\nb": Fraction(1)}, ["values.a\ufffdb is a value of type Fraction, which a record cannot hold"]),
        ({"x" * 10**6: Fraction(1)}, [f"values.{'x' * 60}… is a value of type Fraction, which a record cannot hold"]),
        ({Text("beds_occupied"): 1, "beds_occupied": 2}, ["values has a key twice"]),
    ],
)
def test_paths_and_texts_that_no_other_reader_would_take(values, problems):
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.return_to_record(am.Return("care_home", values))
    assert [str(problem) for problem in refusal.value.problems] == problems


@pytest.mark.parametrize(
    ("record", "path"),
    [
        ({"service": "care_home", "values": {"\ud800": 1}}, "values.\ufffd"),
        ({"service": "care_home", "values": {"beds_occupied": "\ud800"}}, "values.beds_occupied"),
        ({"service": "care_home", "values": {}, "location_id": "\ud800"}, "location_id"),
        ({"service": "care_home", "values": {}, "saved": {"\ud800": None}}, "saved.\ufffd"),
    ],
)
def test_half_of_a_character_is_not_read_either(record, path):
    with pytest.raises(am.InvalidRecord, match="half of a character") as refusal:
        interchange.return_from_record(record)
    assert refusal.value.problems[0].path == path


def test_dates_may_be_dates_where_a_database_has_them():
    zoned = dt.datetime(2025, 8, 14, 22, 30, tzinfo=dt.UTC)
    record = {"service": "care_home", "values": {}, "saved": {"beds": dt.date(2025, 8, 12), "workforce": zoned}}
    return_ = interchange.return_from_record(record)
    assert return_.saved["beds"] == dt.date(2025, 8, 12)
    assert return_.saved["workforce"].isoformat() == "2025-08-14T23:30:00+01:00"
    with pytest.raises(am.InvalidRecord, match="saved is a value of type datetime; write a day like"):
        interchange.return_from_record({**record, "saved": dt.datetime(2025, 8, 12)})


def test_decimals_are_taken_as_they_are_where_a_reader_of_json_makes_them():
    values = {"hours_paid": Decimal("2900.50"), "absence": {"days": Decimal("1.5")}}
    return_ = interchange.return_from_record({"service": "care_home", "values": values})
    assert return_.values == {"hours_paid": Decimal("2900.50"), "absence": am.Absence(days=Decimal("1.5"))}


def test_dates_of_other_makes_are_not_written_as_what_they_are_not():
    class Stamp(dt.datetime):
        """Like pandas' own, which hold nanoseconds, or no moment at all."""

    with pytest.raises(am.InvalidRecord, match="hours_paid is a value of type Stamp, which a record cannot hold"):
        interchange.return_to_record(am.Return("care_home", {"hours_paid": Stamp(2025, 8, 12)}))


def test_options_of_a_set_are_written_in_one_order():
    options = {f"option {number}" for number in range(20)}
    record = interchange.return_to_record(am.Return("care_home", {"visiting_options": options}))
    assert record["values"]["visiting_options"] == sorted(options)


def test_months_of_a_ledger_are_refused_one_by_one():
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.ledger_from_record({"outcomes": {"2026-13": "met", "2019-01": "met", "9999-01": "good"}})
    assert [problem.path for problem in refusal.value.problems] == [
        "outcomes.2026-13", "outcomes.2019-01", "outcomes.9999-01"
    ]  # fmt: skip


def test_values_that_json_cannot_hold_are_each_named():
    return_ = am.Return(
        "care_home",
        {"beds_occupied": Fraction(1, 2), "absence": am.Absence(hours=object()), 3: 4, "visiting_options": [[], "a"]},
    )
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.return_to_record(return_)
    assert [str(problem) for problem in refusal.value.problems] == [
        "values.beds_occupied is a value of type Fraction, which a record cannot hold",
        "values.absence.hours is a value of type object, which a record cannot hold",
        "values has a key that is a number; write keys as text",
        "values.visiting_options[0] is a value of type list, which a record cannot hold",
    ]
    with pytest.raises(am.InvalidRecord, match=r"^return\.values\.beds_occupied is a value of type Fraction"):
        interchange.report_to_record(am.validate(return_, on=QUIET_DAY))


@pytest.mark.parametrize(
    "write",
    [
        interchange.return_to_record,
        interchange.report_to_record,
        interchange.checklist_to_record,
        interchange.edition_to_record,
        interchange.ledger_to_record,
        interchange.assessment_to_record,
        interchange.dataset_version_to_record,
        interchange.calendar_to_record,
    ],
)
def test_only_what_was_asked_for_is_written(write):
    with pytest.raises(am.InvalidArgument, match=r"^This is a value of type Fraction; pass an asc_mandate\.[A-Z]"):
        write(Fraction(1, 2))


class Raises(dict):
    def items(self):
        raise RuntimeError("no")

    keys = items


@pytest.mark.parametrize(
    ("record", "path"),
    [(Raises(), ""), ({"service": "care_home", "values": {"absence": Raises()}}, "values.absence")],
)
def test_mapping_that_raises_cannot_be_read(record, path):
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.return_from_record(record)
    assert [(problem.path, problem.message) for problem in refusal.value.problems] == [(path, "cannot be read")]


def test_refusal_can_be_pickled():
    with pytest.raises(am.InvalidRecord) as refusal:
        interchange.return_from_record({})
    again = pickle.loads(pickle.dumps(refusal.value))
    assert again.problems == refusal.value.problems
    assert str(again) == str(refusal.value)
    assert isinstance(again, ValueError)


def test_record_is_not_changed_by_reading():
    before = through_json(REPORT)
    interchange.report_from_record(before)
    assert before == through_json(REPORT)


@given(returns)
def test_returns_and_reports_and_calendars_can_be_shipped(return_):
    report = am.validate(return_, QUIET_DAY)
    for thing in (return_, report, am.ENGLAND):
        assert shown(pickle.loads(pickle.dumps(thing))) == shown(thing)


def test_rows_have_a_cell_for_every_column():
    spotless, missing = am.validate_all(
        [care_home(location_id="1-1000210669"), care_home(beds_occupied=None)], on=QUIET_DAY
    )
    met, found = interchange.finding_rows([spotless, missing])
    assert list(met) == list(found) == list(interchange.FINDING_COLUMNS)
    assert met == {
        "location_id": "1-1000210669",
        "service": "care_home",
        "window": "2025-08",
        "outcome": "met",
        **dict.fromkeys(("code", "severity", "fields", "message", "clause")),
        "dataset": str(am.dataset_version(QUIET_DAY)),
    }
    finding = missing.findings[0]
    assert found["location_id"] is None
    assert found["fields"] == "beds_occupied"
    assert found["message"] == finding.message
    assert found["clause"] == str(finding.citation)


def test_rows_join_the_fields_of_one_finding():
    report = am.validate(care_home(saved=dt.date(2025, 8, 1)), on=QUIET_DAY)
    (row,) = interchange.finding_rows([report])
    assert row["fields"].split(", ") == list(report.findings[0].fields)


def test_rows_are_made_of_reports():
    with pytest.raises(am.InvalidArgument, match="reports is a value of type int"):
        interchange.finding_rows(3)
    with pytest.raises(am.InvalidArgument, match="reports include a value of type int"):
        list(interchange.finding_rows([3]))


@pytest.mark.parametrize("text", ["no number", "1E+99999999999999999999"])
def test_a_decimal_that_cannot_be_read_leaves_no_flag_in_the_decimal_context_of_the_caller(text):
    with decimal.localcontext(decimal.Context()) as context:
        with pytest.raises(am.InvalidRecord, match="is no decimal as a record spells it"):
            interchange.return_from_record({"service": "care_home", "values": {"hours_paid": {"decimal": text}}})
        assert not any(context.flags.values())


def test_rooms_hand_on_these_names():
    kinds = ("return", "report", "checklist", "edition", "ledger", "assessment", "dataset_version", "calendar")
    assert sorted(interchange.__all__) == sorted(
        [
            *(f"{kind}_{way}_record" for kind in kinds for way in ("from", "to")),
            "FINDING_COLUMNS", "capacity_tracker", "finding_rows", "json_schema",
        ]
    )  # fmt: skip
    assert testing.__all__ == [
        "DEFECTS", "Judged", "ledgers", "met_returns", "moments_at_edges", "returns_with_defect", "windows"
    ]  # fmt: skip
    assert all(hasattr(room, name) for room in (interchange, testing) for name in room.__all__)
