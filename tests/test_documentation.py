"""Every example that a reader may copy runs and prints what the page says."""

import datetime as dt
import doctest
import json
import re
import shutil
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

import asc_mandate as am
from asc_mandate import interchange
from asc_mandate.rules import RULES
from tests.helpers import CARE_HOME
from tests.pages import run

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")


NEEDED = {
    "pandas.md": ["pandas"],
    "polars.md": ["polars"],
    "fastapi.md": ["fastapi", "httpx2"],
    "pyspark.md": ["pyspark"],
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
    r"|`(?P<old>[^`]+)` to `(?P<new>[^`]+)`"
    r"|```sh\n\.venv/bin/python (?P<program>\w+\.py)\n```\n\n```text\n(?P<printed>.*?)```",
    re.DOTALL,
)


@pytest.mark.slow
def test_whoever_follows_start_step_by_step_sees_what_it_says(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONUTF8", "1")
    ran = []
    for step in STEPS.finditer((ROOT / "docs" / "start.md").read_text(encoding="utf-8")):
        if step["code"]:
            program = tmp_path / step["saved_as"]
            program.write_text(step["code"], encoding="utf-8")
        elif step["old"]:
            text = program.read_text(encoding="utf-8")
            assert text.count(step["old"]) == 1
            program.write_text(text.replace(step["old"], step["new"]), encoding="utf-8")
        else:
            ran.append(step["program"])
            printed = subprocess.run(
                [sys.executable, tmp_path / step["program"]],
                capture_output=True,
                text=True,
                check=True,
                encoding="utf-8",
            ).stdout
            assert doctest.OutputChecker().check_output(step["printed"], printed, doctest.ELLIPSIS), printed
    assert ran == ["august.py", "report.py", "report.py"]


FORM = """
import { readFileSync } from "node:fs";
import { inputs, record } from "./form.js";

const schema = JSON.parse(readFileSync("schema.json", "utf-8"));
const entries = new Map(JSON.parse(readFileSync("entries.json", "utf-8")));
console.log(JSON.stringify([inputs(schema), record(schema, entries)]));
"""


def shown_and_sent(directory, schema, entries):
    """Return what the form of the page on schemas in a browser asks, and what it sends when it is filled in."""
    node = shutil.which("node")
    if not node:
        pytest.skip("the form of schema-in-a-browser.md needs Node.js")
    page = (ROOT / "docs" / "how-to" / "schema-in-a-browser.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"`form\.js`[^`]*```js\n(.*?)```", page, re.DOTALL)
    files = {
        "package.json": '{"type": "module"}',
        "form.js": code,
        "schema.json": json.dumps(schema),
        "entries.json": json.dumps(list(entries.items())),
        "run.js": FORM,
    }
    for name, text in files.items():
        (directory / name).write_text(text, encoding="utf-8")
    ran = subprocess.run([node, "run.js"], cwd=directory, capture_output=True, check=True, encoding="utf-8")
    inputs, record = json.loads(ran.stdout)
    return {entry["id"]: entry for entry in inputs}, record


@pytest.mark.slow
@pytest.mark.parametrize("service", am.ServiceType)
def test_form_in_a_browser_takes_an_empty_field_for_a_blank_and_never_for_a_zero(service, tmp_path):
    on = dt.date(2026, 2, 9)
    shown, sent = shown_and_sent(tmp_path, interchange.json_schema(service, on), {})
    asked = {id.partition(".")[0] for id in shown}
    assert asked == set(sent["values"]) == {requirement.field.id for requirement in am.checklist(service, on)}
    report = am.validate(interchange.return_from_record(sent), on=on)
    missing = {id for finding in report.breaches for id in finding.fields}
    # An empty list of options is an answer.
    assert missing == asked - {"visiting_options"}


@pytest.mark.slow
def test_form_in_a_browser_sends_what_was_entered(tmp_path):
    entered = {
        **{id: str(value) for id, value in CARE_HOME.items()},
        "absence.hours": "187.5",
        "residents_able_to_visit": "false",
        "visiting_options": " in the care home\n\nout of the care home ",
    }
    shown, sent = shown_and_sent(tmp_path, interchange.json_schema("care_home", dt.date(2025, 8, 12)), entered)
    assert shown["beds_occupied"]["label"] == "occupied or used"
    assert shown["beds_occupied"]["hint"] == "Required. It is asked for in every reporting window."
    assert (shown["beds_occupied"]["step"], shown["hours_paid"]["step"]) == (1, "any")
    assert shown["residents_flu_vaccination"]["required"] is False
    values = interchange.return_from_record(sent).values
    assert values == {
        **CARE_HOME,
        "residents_able_to_visit": False,
        "visiting_options": ["in the care home", "out of the care home"],
        **dict.fromkeys(id for id in shown if id.endswith(("_booster", "_flu_vaccination"))),
    }


def test_readme_has_examples():
    assert README.count(">>> ") > 15


@pytest.mark.slow
@pytest.mark.parametrize("example", sorted((ROOT / "docs" / "examples").glob("*.py")), ids=lambda path: path.name)
def test_example_programs_run(example):
    ran = subprocess.run([sys.executable, str(example)], capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stdout
    assert ran.stderr == ""


@pytest.mark.slow
def test_main_example_prints_one_met_and_one_with_each_kind_of_finding():
    program = ROOT / "docs" / "examples" / "check_a_return.py"
    printed = subprocess.run(
        [sys.executable, str(program)], capture_output=True, text=True, check=True, encoding="utf-8"
    ).stdout
    home, agency = printed.split("\n\nDomiciliary care")
    assert "MET. All that was asked for is given" in home
    assert "NOT MET." in agency
    for heading in ("To put right", "Cannot be true", "Worth a second look"):
        assert heading in agency
        assert heading not in home


def test_words_for_the_picture_of_a_year_name_the_closes_that_moved():
    (words,) = re.findall(r'<img src="docs/pictures/deadlines-2026\.svg" width="448" alt="(.*?)">', README)
    windows = am.reporting_windows(dt.date(2026, 1, 1), dt.date(2026, 12, 1))
    later = groupby((window for window in windows if window.rolled), key=lambda window: f"{window.closes:%A %d}")
    said = ", ".join(f"{' and '.join(f'{window.opens:%B}' for window in group)} on {close}" for close, group in later)
    assert words.endswith(f"close later: {said}.")


def test_readme_and_changelog_state_what_the_data_say():
    assert f"announced through {am.ENGLAND.holidays_confirmed_through.year}" in README
    assert "known through 31 March 2026" in README
    assert am.ENGLAND.campaigns_known_through.isoformat() == "2026-03-31"
    assert len(am.readings()) == 11
    assert "eleven readings" in README
    assert f"{len(RULES)} rules between fields" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"15 July 2023 \(reconstructed.*26 April 2024 \(verbatim\)", README)
