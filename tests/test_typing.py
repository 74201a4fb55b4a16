"""Types as users see them: what they write is accepted and what they mistype rejected, by mypy and by pyright.

Both read the package as it is installed for the interpreter that CHECKED_PYTHON names, this one unless it is set, from
a directory of their own, so that nothing of this checkout is found in its stead.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

LINES = Path(__file__).parent / "typing"
PYTHON = Path(os.environ.get("CHECKED_PYTHON", sys.executable))
CONFIGURATION = {
    "typeCheckingMode": "strict",
    # Each checker goes by the comments that are for it, and reports those that it does not need.
    "enableTypeIgnoreComments": False,
    "reportUnnecessaryTypeIgnoreComment": "error",
}


def required(checker):
    if find_spec(checker) is None:
        pytest.skip(f"{checker} is not installed; install the extra check")


def ran(directory, *arguments):
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=directory, capture_output=True, text=True, check=False
    )


def mypy(directory, *files):
    required("mypy")
    python = ["--python-executable", str(PYTHON), "--cache-dir", str(directory / "cache")]
    return ran(directory, "mypy", "--strict", "--no-error-summary", *python, *files)


def pyright(directory, *files):
    required("pyright")
    (directory / "pyrightconfig.json").write_text(json.dumps(CONFIGURATION), encoding="utf-8")
    return ran(directory, "pyright", "--pythonpath", str(PYTHON), *files)


@pytest.fixture
def directory(tmp_path):
    for path in LINES.glob("*.py"):
        shutil.copy(path, tmp_path)
    return tmp_path


CHECKERS = pytest.mark.parametrize("checker", [mypy, pyright], ids=["mypy", "pyright"])


@CHECKERS
def test_what_users_write_is_accepted_and_what_they_mistype_rejected(checker, directory):
    checked = checker(directory, "accepted.py", "rejected.py")
    assert checked.returncode == 0, checked.stdout + checked.stderr


MISTAKEN = """
import asc_mandate as am
am.edition(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.edition("2024-04-26")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
am.edition(3)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
"""


@CHECKERS
def test_lines_that_are_accepted_after_all_or_rejected_for_another_reason_are_reported(checker, directory):
    (directory / "mistaken.py").write_text(MISTAKEN, encoding="utf-8")
    checked = checker(directory, "mistaken.py")
    assert checked.returncode == 1, checked.stdout + checked.stderr
    assert set(re.findall(r"mistaken\.py:(\d)", checked.stdout)) == {"4", "5"}


def test_what_users_write_runs():
    ran = subprocess.run([PYTHON, "-W", "error", LINES / "accepted.py"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")


def test_every_public_symbol_has_a_known_type(tmp_path):
    required("pyright")
    if "CHECKED_PYTHON" not in os.environ:
        pytest.skip("pyright verifies types of a wheel alone; set CHECKED_PYTHON to a Python that has one installed")
    path = os.pathsep.join((str(PYTHON.parent), os.environ["PATH"]))
    checked = subprocess.run(
        [sys.executable, "-m", "pyright", "--verifytypes", "asc_mandate", "--ignoreexternal", "--outputjson"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": path},
    )
    found = json.loads(checked.stdout)["typeCompleteness"]
    unknown = [symbol["name"] for symbol in found["symbols"] if symbol["isExported"] and not symbol["isTypeKnown"]]
    assert Path(found["packageRootDirectory"]).is_relative_to(PYTHON.parent.parent)
    assert (found["completenessScore"], unknown) == (1, [])
    assert found["exportedSymbolCounts"]["withKnownType"] > 1000
