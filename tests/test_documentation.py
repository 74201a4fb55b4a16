"""Every example that a reader may copy runs and prints what the page says."""

import doctest
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import asc_mandate as am
from asc_mandate.rules import RULES
from tests.pages import run

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
README = (ROOT / "README.md").read_text(encoding="utf-8")


NEEDED = {
    "pandas.md": ["pandas"],
    "polars.md": ["polars"],
    "fastapi.md": ["fastapi", "httpx"],
    "pyspark.md": ["pyspark"],
}


# What other libraries warn of is not for these pages to mend.
@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_examples_on_pages(page, monkeypatch):
    for library in NEEDED.get(page.name, []):
        pytest.importorskip(library, reason=f"{page.name} needs {library}; install the extra recipes")
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


def test_readme_has_examples():
    assert README.count(">>> ") > 15


@pytest.mark.parametrize("example", sorted((ROOT / "docs" / "examples").glob("*.py")), ids=lambda path: path.name)
def test_example_programs_run(example):
    ran = subprocess.run([sys.executable, str(example)], capture_output=True, text=True, check=True, encoding="utf-8")
    assert ran.stdout
    assert ran.stderr == ""


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


def test_readme_and_changelog_state_what_the_data_say():
    assert f"announced through {am.ENGLAND.holidays_confirmed_through.year}" in README
    assert "known through 31 March 2026" in README
    assert am.ENGLAND.campaigns_known_through.isoformat() == "2026-03-31"
    assert len(am.readings()) == 10
    assert "ten readings" in README
    assert f"{len(RULES)} rules between fields" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"15 July 2023 \(reconstructed.*26 April 2024 \(verbatim\)", README)
