"""What the objects show of themselves at a prompt."""

import datetime as dt
from xml.etree import ElementTree as ET

import pytest

import asc_mandate as am
from asc_mandate.interchange import capacity_tracker

DAY = dt.date(2026, 11, 10)
RETURN = am.Return("care_home", {"beds_occupied": 38}, location_id="1-1000210669", saved=DAY)
REPORT = am.validate(RETURN, on=DAY)
CHECKLIST = am.checklist("care_home", DAY)
LONG = "x" * 1000


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (am.ENGLAND, "Calendar(8 campaigns, known through 31 August 2026)"),
        (am.ENGLAND.campaigns[-1], "Campaign(spring 2026, from 13 April 2026)"),
        (CHECKLIST, "Checklist(care_home, 10 November 2026, 25 of 28 required)"),
        (CHECKLIST["absence"], "Requirement(absence, required)"),
        (CHECKLIST["absence"].field, "Field(absence, how many days or hours of absence you have recorded in the l…)"),
        (CHECKLIST.edition, "Edition(2024-04-26)"),
        (CHECKLIST.edition.care_home[0], "Section(beds, Beds)"),
        (CHECKLIST.edition.clauses[0], "Clause(duty, From 31 July 2022 and until further notice, the Capacity Tra…)"),
        (CHECKLIST.window, "ReportingWindow(November 2026: 8 November 2026 to 16 November 2026)"),
        (REPORT, "Report(care_home 1-1000210669, November 2026: OPEN, 24 breaches, 1 query)"),
        (REPORT.findings[0], "Finding(missing, breach, beds_maximum_capacity)"),
        (am.validate_all([RETURN], on=DAY), "BatchReport(1 return, open 1)"),
        (am.history()[3], "Publication(4, edition 2023-07-15)"),
        (am.readings()[0], "Reading(campaign-starts-in-window, What if a campaign starts inside a reporting window?)"),
        (
            am.contacts()[0],
            "Contact(NECS support centre, accounts, completing or updating Capacity Tracker, its repor…)",
        ),
        (am.rules("care_home", DAY)[0], "Rule(overtime-exceeds-hours-paid, contradiction)"),
        (am.diff("2023-07-15", "2024-04-26"), "EditionDiff(2023-07-15 to 2024-04-26)"),
        (am.Source("Letter", None, am.Grade.OFFICIAL), "Source(Letter, None)"),
        (am.Absence(hours=3.5, days=0), "Absence(hours=3.5, days=0)"),
        (am.Absence(hours=10**9 - 1), "Absence(hours=999999999, days=None)"),
        (am.Absence(days=10**9), "Absence(hours=None, days=1,000,000,000)"),
        (am.Problem("values.absence", "is missing"), "Problem(values.absence, is missing)"),
        (
            capacity_tracker.returns_from_extract(
                [{"cqcid": "1", "usedbeds": "3"}, {"usedbeds": "1", "Used Beds": "2"}]
            ).refused[0],
            "RefusedRow(row 2, 1 problem)",
        ),
        (am.Absence(hours="3"), "Absence(hours=the text “3”, days=None)"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_prompt_shows_is_one_short_line(thing, shown):
    assert repr(thing) == shown


@pytest.mark.parametrize(
    "thing",
    [
        am.Return("care_home", {}, location_id=LONG, saved={"beds": DAY}),
        am.validate(am.Return("care_home", {}, location_id=LONG), on=DAY),
        am.Citation(am.Source(LONG, None, am.Grade.OFFICIAL), LONG),
        am.Campaign(LONG, DAY),
        am.NotCarried(fields=["absence"] * 99),
        am.diff("2023-07-15", "2024-04-26").care_home,
        CHECKLIST.edition.other_data[0],
        am.dataset_version(DAY),
    ],
    ids=lambda value: type(value).__name__,
)
def test_no_line_is_longer_than_120_characters(thing):
    assert len(repr(thing)) <= 120
    assert "\n" not in repr(thing)


def test_severities_sort_with_the_gravest_first():
    assert sorted(am.Severity) == list(am.Severity)
    breach, query, note = am.Severity.BREACH, am.Severity.QUERY, am.Severity.NOTE
    assert [query < other for other in (breach, query, note)] == [False, False, True]
    assert [query <= other for other in (breach, query, note)] == [False, True, True]
    assert [query > other for other in (breach, query, note)] == [True, False, False]
    assert [query >= other for other in (breach, query, note)] == [True, True, False]
    assert breach < "query" < note
    # With other text it compares as text.
    assert breach < "c" < note


def test_a_dataset_version_prints_what_to_store():
    digest = am.dataset_version().digest[:12]
    assert repr(am.dataset_version()) == f"DatasetVersion(asc_mandate {am.__version__}, data {digest})"
    assert str(am.dataset_version(DAY)) == f"asc_mandate {am.__version__}, edition 2024-04-26, data {digest}"
    assert str(am.dataset_version()) == f"asc_mandate {am.__version__}, data {digest}"


def test_the_front_door_hands_on_every_name_and_no_other():
    assert sorted(am.__all__) == sorted(set(am.__all__))
    assert all(getattr(am, name) is not None for name in am.__all__)
    assert 55 <= len(am.__all__) <= 65
    # Asked directly, because other tests have opened these rooms already.
    assert [am.__getattr__(room).__name__ for room in ("interchange", "penalties", "testing")] == [
        *("asc_mandate.interchange", "asc_mandate.penalties", "asc_mandate.testing")
    ]
    with pytest.raises(
        AttributeError, match=r"module 'asc_mandate' has no attribute 'valdate'. Did you mean validate\?"
    ):
        _ = am.valdate


LEDGER = am.Ledger({(2026, month): "not_met" for month in (6, 7, 8)} | {(2025, 12): "met"}, location_id="1-<b>")


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (CHECKLIST["beds_occupied"], "required: occupied or used. It is asked for in every reporting window."),
        (
            REPORT.findings[0],
            "breach: Beds: “maximum capacity” is blank. Enter a whole number; 0 is an answer. Basis: Formal notice of a "
            "mandate for all adult social care providers, updated 26 April 2024, “For care home provider locations”, "
            "“care home bed vacancies”, bullet 1 (official)",
        ),
        (
            CHECKLIST.edition.source,
            "Formal notice of a mandate for all adult social care providers, updated 26 April 2024 (official)",
        ),
        (
            LEDGER,
            "1-<b>, 4 months:\n- December 2025: met\n- June 2026: not met\n- July 2026: not met\n- August 2026: not met",
        ),
        (am.Ledger({}), "One location, 0 months."),
        (
            am.checklist("care_home", dt.date(2026, 8, 5))["residents_flu_vaccination"],
            "not required: number of residents known to have received this season’s flu vaccination. Flu vaccination is "
            "asked for from 1 September to 31 March, so not again until 1 September 2026.",
        ),
        (
            am.assess_penalty(LEDGER, am.Provider(), dt.date(2026, 9, 1)).trigger,
            "Of the latest 12 windows that have closed, 3 were missed in a row, the last in August 2026.",
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_print_shows_is_for_people(thing, shown):
    assert str(thing) == shown


def test_a_long_ledger_says_how_many_months_it_left_out():
    assert "earlier" not in str(am.Ledger({(year, month): "met" for year in (2023, 2024) for month in range(1, 13)}))
    months = {(year, month): "met" for year in (2023, 2024, 2025) for month in range(1, 13)}
    assert str(am.Ledger(months)).splitlines()[-2:] == ["- December 2025: met", "and 12 earlier"]


def test_a_calendar_prints_its_campaigns_as_they_are_known():
    shown = str(am.ENGLAND.with_campaigns(am.Campaign("made up", DAY), known_through=DAY)).splitlines()
    assert shown[0] == "Public holidays announced through 31 December 2028."
    assert "- autumn 2023: from 18 September 2023 (11 September 2023 in care homes) to 31 January 2024" in shown
    assert "- made up: from 10 November 2026 until its last day is announced" in shown
    assert shown[-1].startswith("- autumn 2026: ")
    assert shown[-1].endswith("the days on which it runs were not found.")


BLANK_BEDS = "Beds: “maximum capacity” is blank. Enter a whole number; 0 is an answer."
PLACE = "the notice, “For care home provider locations”, “care home bed vacancies”, bullet 1"
BATCH = am.validate_all([RETURN] * 25, on=DAY)
ASSESSED = am.assess_penalty(LEDGER, am.Provider(), dt.date(2026, 9, 1))
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


@pytest.mark.parametrize(
    ("thing", "above", "rows", "last", "below"),
    [
        (REPORT, str(REPORT).splitlines()[:1],
         [["Finding", "What was found", "Basis"], ["breach", BLANK_BEDS, PLACE]], REPORT.findings[-1].message, ["Judged"]),
        (BATCH, ["25 returns checked on Tuesday 10 November 2026: open 25."],
         [["Service", "Month", "Outcome", "Findings"],
          ["Care home 1-1000210669", "November 2026", "open", "24 breaches, 2 queries"]], "open", ["And 5 more returns"]),
        (CHECKLIST, ["Care home on 10 November 2026: 25 of 28 items are required."],
         [["Section", "Item", "Status", "Why"], ["Beds", "maximum capacity", "required", ""]], "Visiting", []),
        (LEDGER, ["1-<b>, 4 months"], [["Year", *MONTHS], ["2025", *[""] * 11, "met"],
         ["2026", *[""] * 5, "not met", "not met", "not met", *[""] * 4]], "2026", []),
        (ASSESSED, [*str(ASSESSED).splitlines()[:3]],
         [["Asked by", "Question", "Answer", "Why", "Source"],
          ["law", "Did the duty apply?", "Yes", "The duty applied in at least one window.", str(ASSESSED.tests[0].citation)]],
         "policy", [*str(ASSESSED).splitlines()[-3:]]),
    ],
    ids=lambda value: type(value).__name__,
)  # fmt: skip
def test_a_notebook_shows_a_table_in_which_all_text_is_escaped(thing, above, rows, last, below):
    # Well formed, so that a notebook shows it whole.
    shown = ET.fromstring(thing._repr_html_())
    children = list(shown)
    (place,) = (number for number, child in enumerate(children) if child.tag == "table")
    said = ["".join(child.itertext()) for child in children]
    assert said[: len(above)] == above
    assert all(text.startswith(start) for text, start in zip(said[place + 1 :], below, strict=True))
    cells = [[cell.text or "" for cell in row] for row in children[place].iter("tr")]
    assert cells[: len(rows)] == rows
    assert last in cells[-1]
    assert {cell.tag for cell in children[place].iter() if cell.get("style")} == {"th", "td"}
    assert not any(part.tail for part in shown.iter())
    # Without colours of its own it follows the notebook's light or dark.
    assert "color" not in thing._repr_html_()


def test_a_notebook_shows_the_state_of_a_report_and_why_an_item_is_asked_for():
    assert "OPEN. There is still time: the reporting window closes" in REPORT._repr_html_()
    flu = [row for row in ET.fromstring(CHECKLIST._repr_html_()).iter("tr") if row[0].text == "Flu vaccination"]
    assert flu[0][3].text == "Flu vaccination is asked for from 1 September to 31 March."


def test_a_notebook_names_a_source_that_is_not_the_notice_judged_by():
    report = am.validate(am.Return("care_home", {"resident_name": "x"}, saved=DAY), on=DAY)
    (basis,) = (str(finding.citation) for finding in report.findings if finding.code == "personal-data")
    assert basis in [row[2].text for row in ET.fromstring(report._repr_html_()).iter("tr")]


def test_a_notebook_shows_no_table_of_nothing():
    assert am.Ledger({})._repr_html_() == (
        '<div style="max-width:60em;overflow-x:auto"><p><strong>One location, 0 months</strong></p></div>'
    )
