"""Next year's edition: one new file and its entries. All follows it, also where it begins inside a window."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import find

import asc_mandate as am
from asc_mandate.interchange import json_schema
from asc_mandate.notice import WindowDays, index
from asc_mandate.testing import met_returns, moments_at_edges

from .helpers import CARE_HOME, CARE_HOME_BOOSTERS, CARE_HOME_SECTIONS, care_home, codes, forget, only

FIRST_DAY = dt.date(2026, 6, 11)
BEFORE, AFTER = dt.date(2026, 6, 10), dt.date(2026, 6, 12)
NOTICE = am.Source("A made-up notice", None, am.Grade.INFERRED)


def made_up():
    """The edition of 2024 with one field new, one removed, one moved to another section, and one section removed.

    From the month after it, the window opens on the 5th.
    """
    current = am.edition("2024-04-26")
    beds, workforce, covid, _flu, visiting = current.care_home
    able_to_visit, options = visiting.fields
    new = evolve(beds.fields[3], id="beds_closed", wording="(vacant) closed")
    moved = evolve(able_to_visit, section="beds")
    return evolve(
        current,
        id="2026-06-11",
        applies_from=FIRST_DAY,
        source=NOTICE,
        window=WindowDays(opens=5, closes=12, citation=am.Citation(NOTICE, "the reporting window")),
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


def test_windows_and_what_they_cite_follow_from_the_next_opening():
    june, july = am.reporting_windows(dt.date(2026, 6, 1), dt.date(2026, 7, 1))
    assert [str(june), str(july)] == [
        "June 2026: 8 June 2026 to 15 June 2026",
        "July 2026: 5 July 2026 to 13 July 2026",
    ]
    assert "updated 26 April 2024" in june.citation.source.title
    assert july.citation.source is NOTICE
    assert am.upcoming_window(dt.date(2026, 6, 20)) == july
    report = validate(dt.date(2026, 7, 14), on=dt.date(2026, 7, 20), beds_closed=0)
    assert "after the reporting window closed at the end of Monday 13 July 2026" in only(report, "late").message
    assert str(only(report, "late").citation) == "A made-up notice, the reporting window (inferred)"


def test_checklists_schemas_and_differences_follow_from_its_first_day():
    for day, id in ((BEFORE, "2024-04-26"), (FIRST_DAY, "2026-06-11")):
        assert am.checklist("care_home", day).edition.id == am.dataset_version(day).edition == id
        assert ("beds_closed" in am.checklist("care_home", day)) is (id == "2026-06-11")
    assert "beds_closed" in json_schema("care_home", FIRST_DAY)["properties"]["values"]["required"]
    assert str(am.diff("2024-04-26", "2026-06-11").care_home).startswith(
        "added beds_closed; removed beds_vacant_reserved"
    )


def test_what_is_drawn_for_tests_gives_what_is_new():
    july = am.reporting_window(dt.date(2026, 7, 1))
    drawn = find(met_returns("care_home", window=july), lambda judged: True)
    assert drawn.return_.values["beds_closed"] == 0
    assert find(moments_at_edges(july), lambda moment: moment == dt.date(2026, 7, 12))


def test_the_digest_covers_it(monkeypatch):
    digest = am.dataset_version().digest
    monkeypatch.setattr(index, "EDITIONS", index.EDITIONS[:-1])
    forget()
    assert am.dataset_version().digest != digest


def test_saved_before_the_change_and_judged_after_it():
    for saved in (BEFORE, dict.fromkeys(CARE_HOME_SECTIONS, BEFORE)):
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
    saved = {**dict.fromkeys(CARE_HOME_SECTIONS, AFTER), "beds": BEFORE}
    report = validate(saved)
    assert "beds_closed" not in ids(report)
    assert "beds_vacant_reserved" in ids(report)
    assert report.outcome is am.Outcome.MET


def test_a_section_that_left_the_list_is_known_when_it_was_saved_before():
    assert "flu_vaccination" in {r.field.section for r in validate({"flu_vaccination": BEFORE}).checklist}
    report = validate(dict.fromkeys(CARE_HOME_SECTIONS, AFTER), beds_closed=0)
    assert codes(report) == ["unknown-field", "unknown-section"]


@pytest.mark.parametrize(("beds", "visiting"), [(BEFORE, AFTER), (AFTER, BEFORE), (AFTER, AFTER), (BEFORE, BEFORE)])
def test_a_field_that_moved_is_asked_for_once_whichever_section_was_saved_when(beds, visiting):
    saved = {**dict.fromkeys(CARE_HOME_SECTIONS, AFTER), "beds": beds, "visiting": visiting}
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


NEW_FILE = """
import datetime as dt
from attrs import evolve
from asc_mandate.notice.drafting import count, list_of
from asc_mandate.notice.edition_2024_04_26 import EDITION as BEFORE
from asc_mandate.notice.provenance import Citation, Grade, Source
from asc_mandate.notice.shapes import WindowDays

NOTICE = Source("A made-up notice of April 2027", None, Grade.INFERRED)
EDITION = evolve(
    BEFORE, id="2027-04-01", applies_from=dt.date(2027, 4, 1), source=NOTICE,
    window=WindowDays(opens=5, closes=12, citation=Citation(NOTICE, "the reporting window")),
    care_home=(
        list_of(NOTICE, "For care homes")("beds", "Beds", "beds",
            count("beds_maximum_capacity", "maximum capacity"), count("beds_closed", "closed")),
        *BEFORE.care_home[1:],
    ),
)
"""
USE_IT = """
import datetime as dt
import asc_mandate as am
april = dt.date(2027, 4, 6)
print(am.reporting_window(april))
print(am.reporting_window(april).citation)
print(am.validate(am.Return("care_home", {"beds_maximum_capacity": 42}, saved=april), on=april).breaches[0].message)
print(am.diff("2024-04-26", "2027-04-01").care_home)
"""


def test_a_copy_of_the_package_with_one_more_file_follows_it(tmp_path):
    package = tmp_path / "asc_mandate"
    shutil.copytree(Path(am.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "notice" / "edition_2027_04_01.py").write_text(NEW_FILE, encoding="utf-8")
    listed = package / "notice" / "index.py"
    entries = listed.read_text(encoding="utf-8").replace(
        "edition_2024_04_26\n", "edition_2024_04_26, edition_2027_04_01\n"
    )
    entries = entries.replace(
        "    edition_2024_04_26.EDITION,\n", "    edition_2024_04_26.EDITION, edition_2027_04_01.EDITION,\n"
    )
    listed.write_text(entries, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, "-c", USE_IT], capture_output=True, text=True, check=False, env={"PYTHONPATH": str(tmp_path)}
    )
    assert ran.stderr == ""
    assert ran.stdout.splitlines() == [
        "April 2027: 5 April 2027 to 12 April 2027",
        "A made-up notice of April 2027, the reporting window (inferred)",
        "Beds: “closed” is blank. Enter a whole number; 0 is an answer.",
        "added beds_closed; removed beds_occupied, beds_vacant_reserved and beds_vacant_accepting_admissions",
    ]
