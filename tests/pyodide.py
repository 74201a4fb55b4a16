"""Runs the everyday tests by Pyodide, where `nox -s pyodide` starts it; what cannot run there says its name and why."""

import os
import subprocess
import sys
import threading
import types
from pathlib import Path

ROOT = Path.cwd()
sys.path[:0] = [str(ROOT), str(ROOT / "src"), str(ROOT / "build" / "pyodide")]

import pytest  # noqa: E402

OPTIONS = "--override-ini=addopts= --strict-config --strict-markers --doctest-modules --quiet --tb=short"
OPTIONS += " --ignore=tests/test_package.py -p no:cacheprovider -p no:xdist -p no:randomly --cov --no-cov"


def leave_out(why):
    """Return what may be called with anything, and ends the test in which it is."""

    def leave(*_, **__):
        pytest.skip(why, allow_module_level=True)

    return leave


class Missing(types.ModuleType):
    """A module that can be imported, and not used."""

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        leave_out(f"{self.__name__} has no build for Pyodide")()


class LeftOut:
    """Tells the name of each test that is left out, with the reason."""

    def __init__(self):
        self.reasons = {}

    def pytest_collection_modifyitems(self, items):
        for item in items:
            if item.name == "test_examples_on_pages[docs/how-to/json-schema.md]":
                item.add_marker(pytest.mark.skip("jsonschema_rs has no build for Pyodide"))

    def pytest_runtest_logreport(self, report):
        if report.skipped:
            self.reasons[report.nodeid] = report.longrepr[2].removeprefix("Skipped: ")

    pytest_collectreport = pytest_runtest_logreport

    def pytest_terminal_summary(self, terminalreporter):
        for name, why in self.reasons.items():
            terminalreporter.write_line(f"{name} is left out: {why}.")


os.environ["HYPOTHESIS_PROFILE"] = "pyodide"
sys.modules["jsonschema_rs"] = Missing("jsonschema_rs")
subprocess.run = leave_out("WebAssembly starts no processes")
threading.Thread.start = leave_out("WebAssembly starts no threads")
sys.stdout.write(f"Python {sys.version}\n")
int(pytest.main([*OPTIONS.split(), "-m", "not slow"], [LeftOut()]))
