"""Every example that a reader may copy runs and prints what the page says, and the README says what the data say."""

import datetime as dt
import doctest
import json
import re
import runpy
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest
from docs.site.write import PICTURE, picture

import asc_mandate as am
from asc_mandate import interchange
from tests.pages import run

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
GENERATED = {DOCS / "notice", DOCS / "reference"}
PAGES = [ROOT / "README.md", *(page for page in sorted(DOCS.rglob("*.md")) if page.parent not in GENERATED)]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NEEDED = {
    "a-groups-year.md": ["matplotlib", "pandas"],
    "pandas.md": ["pandas"],
    "polars.md": ["polars"],
    "fastapi.md": ["fastapi", "httpx2"],
    "pyspark.md": ["pyspark"],
    "windows-in-a-calendar.md": ["icalendar"],
}


# What other libraries warn of is not for these pages to mend.
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize(
    "page",
    [pytest.param(page, marks=[pytest.mark.slow] if page.name in NEEDED else []) for page in PAGES],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_examples_on_pages(page, monkeypatch):
    for library in NEEDED.get(page.name, []):
        pytest.importorskip(library, reason=f"{page.name} needs {library}; run `nox -s package`")
    if page.name == "pyspark.md" and not shutil.which("java"):
        pytest.skip("pyspark.md needs Java 17")
    monkeypatch.chdir(ROOT)
    run(page)


STEPS = re.compile(
    r"`(?P<saved_as>\w+\.py)`.*?\n```python\n(?P<code>.*?)```"
    r"|`(?P<old>[^`]+)` to\s`(?P<new>[^`]+)`"
    r"|```sh\n\.venv/bin/python (?P<program>\w+\.py)\n```\n\n```text\n(?P<printed>.*?)```",
    re.DOTALL,
)


def printed_by(program, *arguments):
    ran = subprocess.run(
        [sys.executable, program, *arguments], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert ran.stderr == ""
    return ran.stdout


@pytest.mark.slow
def test_whoever_follows_start_step_by_step_sees_what_it_says(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONUTF8", "1")
    ran = []
    for step in STEPS.finditer((DOCS / "start.md").read_text(encoding="utf-8")):
        if step["code"]:
            program = tmp_path / step["saved_as"]
            program.write_text(step["code"], encoding="utf-8")
        elif step["old"]:
            text = program.read_text(encoding="utf-8")
            assert text.count(step["old"]) == 1
            program.write_text(text.replace(step["old"], step["new"]), encoding="utf-8")
        else:
            ran.append(step["program"])
            printed = printed_by(tmp_path / step["program"])
            assert doctest.OutputChecker().check_output(step["printed"], printed, doctest.ELLIPSIS), printed
    assert ran == ["august.py", "report.py", "report.py"]


def test_annotated_report_and_assessment_are_real():
    page = (DOCS / "read-a-report.md").read_text(encoding="utf-8")
    report, assessment = [re.sub(r"[①-⑳]", "", text) for text in re.findall(r"```text\n(.*?)```", page, re.DOTALL)]
    options = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    example = runpy.run_path(str(DOCS / "examples" / "check_a_return.py"))
    judged = am.validate(example["agency"], on=dt.date(2025, 7, 15))
    assert doctest.OutputChecker().check_output(report, f"{judged}\n", options)
    outcomes = {(window.year, window.month): "met" for window in am.reporting_windows(*SINCE_SEPTEMBER)}
    ledger = am.Ledger({**outcomes, (2026, 7): "not_met", (2026, 8): "not_met"}, location_id="1-1000210669")
    provider = am.Provider(public_body=False, locations=[am.Location("care_home", 42)])
    stands = am.assess_penalty(ledger, provider, dt.date(2026, 9, 1), support_offered=dt.date(2026, 8, 20))
    assert doctest.OutputChecker().check_output(assessment, f"{stands}\n", options)


SINCE_SEPTEMBER = (dt.date(2025, 9, 1), dt.date(2026, 8, 1))

FORM = """
import { readFileSync } from "node:fs";
import { inputs, values } from "./form.js";

const schema = JSON.parse(readFileSync("schema.json", "utf-8"));
const entries = new Map(Object.entries({ beds_occupied: "38", "absence.hours": "1.5", visiting_options: " a \\n\\nb" }));
console.log(JSON.stringify([inputs(schema), values(schema, entries)]));
"""


@pytest.mark.slow
def test_form_in_a_browser_takes_an_empty_field_for_a_blank_and_never_for_a_zero(tmp_path):
    node = shutil.which("node")
    if not node:
        pytest.skip("the form of schema-in-a-browser.md needs Node.js")
    page = (DOCS / "how-to" / "schema-in-a-browser.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"`form\.js`:\n\n```js\n(.*?)```", page, re.DOTALL)
    schema = interchange.json_schema("care_home", dt.date(2025, 8, 12), of="values")
    files = {"package.json": '{"type": "module"}', "form.js": code, "schema.json": json.dumps(schema), "run.js": FORM}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    ran = subprocess.run([node, "run.js"], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8")
    inputs, values = json.loads(ran.stdout)
    assert {entry["id"].partition(".")[0] for entry in inputs} == values.keys() == schema["properties"].keys()
    given = {"beds_occupied": 38, "absence": {"hours": 1.5, "days": None}, "visiting_options": ["a", "b"]}
    assert values == {**dict.fromkeys(values), **given}
    assert interchange.from_record(am.Return, {"service": "care_home", "values": values}).values["beds_occupied"] == 38


@pytest.mark.slow
@pytest.mark.parametrize("example", sorted((DOCS / "examples").glob("*.py")), ids=lambda path: path.name)
def test_example_programs_run(example):
    assert printed_by(example)


def test_readme_states_what_the_data_say():
    numbers = {11: "eleven", 12: "twelve", 13: "thirteen", 14: "fourteen", 15: "fifteen"}
    surveyed, known = am.dataset_version().surveyed_on, am.ENGLAND.campaigns_known_through
    said = README + (DOCS / "index.md").read_text(encoding="utf-8")
    assert said.count(f"known as of {surveyed:%-d %B %Y}") == 3
    assert said.count(f"after {known:%-d %B %Y}") == 2
    assert f"known through {known:%-d %B %Y}; {am.ENGLAND.announced[0].name} is announced without dates" in README
    assert f"announced through {am.ENGLAND.holidays_confirmed_through.year}" in README
    assert f"{numbers[len(am.readings())]} readings" in README
    for edition in am.editions():
        assert (
            f"from {edition.applies_from:%-d %B %Y} ({'reconstructed' if edition.reconstruction else 'verbatim'}"
            in README
        )


def test_picture_is_that_of_the_data_and_its_words_name_the_closes_that_moved():
    assert (DOCS / PICTURE).read_text(encoding="utf-8") == picture(), "run python -m docs.site.write"
    ((year, words),) = re.findall(r'alt="The reporting windows of (\d+)\. (.*?)">', README)
    windows = am.reporting_windows(dt.date(int(year), 1, 1), dt.date(int(year), 12, 1))
    later = groupby((window for window in windows if window.rolled), key=lambda window: f"{window.closes:%A %d}")
    said = ", ".join(f"{' and '.join(f'{window.opens:%B}' for window in group)} on {close}" for close, group in later)
    assert words.endswith(f"close later: {said}.")
