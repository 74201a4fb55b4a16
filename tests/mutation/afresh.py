"""The faithful way: a process that has not met the package imports it with the fault, then runs tests."""

import importlib.util
import sys
from importlib.machinery import SourceFileLoader

import pytest

from tests.mutation.in_place import in_a_fork
from tests.mutation.mutants import SOURCE
from tests.mutation.reach import OPTIONS

FIRST = 12


class Faulty(SourceFileLoader):
    """Loads a module with the text of its mutant, whatever was compiled before."""

    def __init__(self, name, path, text):
        super().__init__(name, path)
        self.text = text

    def get_code(self, fullname):
        return compile(self.text, self.path, "exec", dont_inherit=True)


class FaultyFinder:
    """Finds the one module that has the fault."""

    def __init__(self, mutant):
        self.name = mutant.module
        self.path = str(SOURCE / mutant.path)
        self.text = mutant.text

    def find_spec(self, name, path=None, target=None):
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=Faulty(name, self.path, self.text))


class WithFault:
    """A pytest plugin that lets the package be found with the fault, and remembers what failed first."""

    def __init__(self, mutant, chosen):
        self.mutant = mutant
        self.chosen = chosen
        self.name = None

    def pytest_sessionstart(self):
        # Before pytest's own finder, which takes what is named on the command line.
        sys.meta_path.insert(0, FaultyFinder(self.mutant))

    def pytest_collection_modifyitems(self, items):
        # When a process collects a second time, what was escaped in a name is escaped again.
        by_name = {item.nodeid.replace("\\\\", "\\"): item for item in items}
        chosen = [name.replace("\\\\", "\\") for name in self.chosen]
        items[:] = [by_name[name] for name in chosen if name in by_name]

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.name = self.name or report.nodeid

    def pytest_collectreport(self, report):
        if report.failed:
            self.name = self.name or report.nodeid


def run(mutant, chosen):
    """The name of a test that notices the fault."""
    if any(name.partition(".")[0] == "asc_mandate" for name in sys.modules):
        raise RuntimeError("the package is there already")
    # To collect every file that reaches a line takes longer than to run what will notice most faults.
    likely = chosen[:FIRST]
    return noticed_by(mutant, likely) or noticed_by(mutant, chosen[FIRST:])


def noticed_by(mutant, chosen):
    if not chosen:
        return None
    plugin = WithFault(mutant, chosen)
    # Third parties are there before pytest is, which it would warn of.
    options = [*OPTIONS, "-W", "ignore::pytest.PytestAssertRewriteWarning", "-x"]
    code = pytest.main([*options, *dict.fromkeys(name.partition("::")[0] for name in chosen)], plugins=[plugin])
    return plugin.name or (f"pytest ended with {int(code)}" if code else None)


def try_afresh(mutants, choose, note):
    """Import third parties once, then try each mutant in a fork."""
    for each in ("attrs", "cattrs", "holidays", "hypothesis", "jsonschema_rs", "sybil", "sybil.parsers.markdown"):
        importlib.import_module(each)
    for mutant in mutants:
        chosen, seconds = choose(mutant)
        note(mutant, in_a_fork(lambda mutant=mutant, chosen=chosen: run(mutant, chosen), seconds))
