"""Next year's edition: one new file and its entries; and an edition that begins inside a window."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve

import asc_mandate as am
from asc_mandate.notice import index

from .helpers import CARE_HOME, CARE_HOME_BOOSTERS, care_home, codes, forget, only

FIRST_DAY = dt.date(2026, 6, 11)
BEFORE, AFTER = dt.date(2026, 6, 10), dt.date(2026, 6, 12)
SECTIONS = ("beds", "workforce", "covid_vaccination", "flu_vaccination", "visiting")

NEXT_EDITION = '''
"""A made-up edition: the window from the 5th to the 12th, one item more and one fewer."""

import datetime as dt

from attrs import evolve

from asc_mandate.notice.drafting import count, list_of
from asc_mandate.notice.edition_2024_04_26 import EDITION as BEFORE
from asc_mandate.notice.provenance import Citation, Grade, Source
from asc_mandate.notice.shapes import WindowDays

NOTICE = Source("A made-up notice of April 2027", None, Grade.INFERRED)
_beds, *_others = BEFORE.care_home

EDITION = evolve(
    BEFORE,
    id="2027-04-01",
    applies_from=dt.date(2027, 4, 1),
    source=NOTICE,
    window=WindowDays(opens=5, closes=12, citation=Citation(NOTICE, "the reporting window")),
    care_home=(
        list_of(NOTICE, "For care homes")(
            "beds",
            "Beds",
            "beds",
            count("beds_maximum_capacity", "maximum capacity"),
            count("beds_occupied", "occupied or used"),
            count("beds_vacant_reserved", "(vacant) reserved"),
            count("beds_closed", "closed"),
        ),
        *_others,
    ),
)
'''

USE_NEXT_EDITION = """
import datetime as dt, json, sys
import asc_mandate as am
from asc_mandate.interchange import json_schema

values = json.loads(sys.argv[1])
values["absence"] = am.Absence(hours=1)
april, day = dt.date(2027, 4, 1), dt.date(2027, 4, 6)
saved = dt.datetime(2027, 4, 13, 9, tzinfo=dt.UTC)
report = am.validate(am.Return("care_home", values, saved=saved), on=dt.date(2027, 4, 20))
changes = am.diff("2024-04-26", "2027-04-01").care_home
windows = am.reporting_windows(dt.date(2027, 3, 1), april)
print(json.dumps({
    "editions": [edition.id for edition in am.editions()],
    "windows": [str(window) for window in windows],
    "cited": [window.citation.source.title for window in windows],
    "upcoming": str(am.upcoming_window(dt.date(2027, 3, 20))),
    "found": [(finding.code, finding.fields) for finding in report.findings],
    "late": report.breaches[0].message,
    "basis": str(report.breaches[0].citation),
    "required": am.checklist("care_home", day)["beds_closed"].status,
    "before": "beds_closed" in am.checklist("care_home", dt.date(2027, 3, 31)),
    "changes": [[field.id for field in part] for part in (changes.added, changes.removed)],
    "schema": "beds_closed" in json_schema("care_home", day)["properties"]["values"]["required"],
    "dataset": am.dataset_version(day).edition,
    "digest": am.dataset_version().digest,
}))
"""


@pytest.fixture(scope="module")
def used(tmp_path_factory):
    """What a copy of the package says that has one more file, and its line in the index."""
    root = tmp_path_factory.mktemp("next")
    package, source = root / "asc_mandate", Path(am.__file__).parent
    for file in source.rglob("*.py"):
        copy = package / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (package / "notice" / "edition_2027_04_01.py").write_text(NEXT_EDITION, encoding="utf-8")
    listed = package / "notice" / "index.py"
    text = listed.read_text(encoding="utf-8")
    for line, added in (
        ("import edition_2023_07_15, edition_2024_04_26", ", edition_2027_04_01"),
        ("    edition_2024_04_26.EDITION,\n", "    edition_2027_04_01.EDITION,\n"),
    ):
        assert text.count(line) == 1
        text = text.replace(line, line + added)
    listed.write_text(text, encoding="utf-8")
    values = {**CARE_HOME, **CARE_HOME_BOOSTERS, "absence": None}
    ran = subprocess.run(
        [sys.executable, "-c", USE_NEXT_EDITION, json.dumps(values)],
        capture_output=True,
        text=True,
        check=False,
        cwd=root,
        env={"PYTHONPATH": str(root)},
    )
    assert ran.stderr == ""
    return json.loads(ran.stdout)


def test_the_window_and_its_citation_follow_the_next_edition(used):
    assert used["editions"][-1] == "2027-04-01"
    assert used["windows"] == ["March 2027: 8 March 2027 to 15 March 2027", "April 2027: 5 April 2027 to 12 April 2027"]
    assert "updated 26 April 2024" in used["cited"][0]
    assert used["cited"][1] == "A made-up notice of April 2027"
    assert used["upcoming"] == "April 2027: 5 April 2027 to 12 April 2027"


def test_the_checklist_the_schema_and_the_differences_follow_the_next_edition(used):
    assert (used["required"], used["before"], used["schema"]) == ("required", False, True)
    assert used["changes"] == [["beds_closed"], ["beds_vacant_accepting_admissions"]]


def test_a_return_is_judged_by_the_next_edition(used):
    assert [code for code, _ in used["found"]] == ["late", "missing", "undetermined", "unknown-field"]
    assert used["found"][1] == ["missing", ["beds_closed"]]
    assert used["found"][3] == ["unknown-field", ["beds_vacant_accepting_admissions"]]
    assert "after the reporting window closed at the end of Monday 12 April 2027" in used["late"]
    assert used["basis"] == "A made-up notice of April 2027, the reporting window (inferred)"
    assert used["dataset"] == "2027-04-01"
    assert used["digest"] != am.dataset_version().digest


def made_up():
    """The edition of 2024 with one field new, one removed, one moved to another section, and one section removed."""
    current = am.edition("2024-04-26")
    beds, workforce, covid, _flu, visiting = current.care_home
    able_to_visit, options = visiting.fields
    new = evolve(beds.fields[3], id="beds_closed", wording="(vacant) closed")
    moved = evolve(able_to_visit, section="beds")
    return evolve(
        current,
        id="2026-06-11",
        applies_from=FIRST_DAY,
        care_home=(
            evolve(beds, fields=(*beds.fields[:2], beds.fields[3], new, moved)),
            workforce,
            covid,
            evolve(visiting, fields=(options,)),
        ),
    )


@pytest.fixture(autouse=True)
def _next_edition(monkeypatch):
    monkeypatch.setattr(index, "EDITIONS", (*index.EDITIONS, made_up()))
    # All caches, because other tests draw days at random and may have asked about the same.
    forget()
    yield
    forget()


def validate(saved, on=AFTER, **changes):
    return am.validate(care_home(saved=saved, **{**CARE_HOME_BOOSTERS, **changes}), on=on)


def ids(report):
    return [requirement.field.id for requirement in report.checklist]


def test_the_list_changes_from_one_day_to_the_next():
    before, after = am.checklist("care_home", BEFORE), am.checklist("care_home", FIRST_DAY)
    assert before.edition.id == "2024-04-26"
    assert after.edition.id == "2026-06-11"
    assert "beds_closed" not in before
    assert "beds_closed" in after


def test_saved_before_the_change_and_judged_after_it():
    for saved in (BEFORE, dict.fromkeys(SECTIONS, BEFORE)):
        report = validate(saved)
        assert report.outcome is am.Outcome.MET
        assert report.findings == ()
        assert set(ids(report)) == {requirement.field.id for requirement in am.checklist("care_home", BEFORE)}


def test_saved_after_the_change():
    report = validate(AFTER)
    assert report.edition.id == "2026-06-11"
    assert only(report, "missing").fields == ("beds_closed",)
    assert only(report, "unknown-field").fields == ("beds_vacant_reserved",)
    assert "was asked for until 10 June 2026 and no longer is" in only(report, "unknown-field").message
    assert validate(AFTER, beds_closed=0).outcome is am.Outcome.MET


def test_a_section_saved_before_the_change_does_not_owe_what_is_new():
    saved = {**dict.fromkeys(SECTIONS, AFTER), "beds": BEFORE}
    report = validate(saved)
    assert "beds_closed" not in ids(report)
    assert "beds_vacant_reserved" in ids(report)
    assert report.outcome is am.Outcome.MET


def test_a_section_that_left_the_list_is_known_when_it_was_saved_before():
    assert "flu_vaccination" in {r.field.section for r in validate({"flu_vaccination": BEFORE}).checklist}
    report = validate(dict.fromkeys(SECTIONS, AFTER), beds_closed=0)
    assert codes(report) == ["unknown-field", "unknown-section"]


@pytest.mark.parametrize(("beds", "visiting"), [(BEFORE, AFTER), (AFTER, BEFORE), (AFTER, AFTER), (BEFORE, BEFORE)])
def test_a_field_that_moved_is_asked_for_once_whichever_section_was_saved_when(beds, visiting):
    saved = {**dict.fromkeys(SECTIONS, AFTER), "beds": beds, "visiting": visiting}
    saved.pop("flu_vaccination")
    report = validate(saved, beds_closed=0, residents_able_to_visit=None)
    assert ids(report).count("residents_able_to_visit") == 1
    assert [f.fields for f in report.findings if f.code == "missing"] == [("residents_able_to_visit",)]


def test_every_other_field_is_asked_for_as_ever():
    assert set(CARE_HOME) - set(ids(validate(AFTER))) == {"beds_vacant_reserved"}


def test_a_required_section_that_left_the_list_counts_as_saved_with_the_others(monkeypatch):
    *older, current, _ = index.EDITIONS
    shorter = evolve(made_up(), care_home=current.care_home[:4])
    monkeypatch.setattr(index, "EDITIONS", (*older, current, shorter))
    forget()
    assert "visiting" not in {requirement.field.section for requirement in am.checklist("care_home", AFTER)}
    report = validate(BEFORE)
    assert report.findings == ()
    assert report.outcome is am.Outcome.MET
