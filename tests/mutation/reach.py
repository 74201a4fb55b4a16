"""Which test reaches which line of the package, and how long each test takes."""

import json
import subprocess
import sys

import coverage
import pytest

from tests.mutation.mutants import ROOT, SOURCE

KEPT = ROOT / ".mutation"

# What starts other programs, loads what mutants do not touch, or measures work instead of answers.
LEFT_OUT = [
    "tests/test_documentation.py",
    "tests/test_work.py",
    "tests/test_typing.py",
    "tests/test_package.py",
    "tests/test_site.py",
    "tests/test_pictures.py",
]
# A mutant that only a slower test notices counts as a survivor.
LONGEST = 5.0
OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler"]


class Watch:
    """A pytest plugin: tells coverage which test runs, with the package's caches empty, and notes how long it took."""

    def __init__(self, measured):
        self.measured = measured
        self.seconds = {}

    def pytest_runtest_setup(self, item):
        empty_caches()
        self.measured.switch_context(item.nodeid)

    def pytest_runtest_logreport(self, report):
        self.seconds[report.nodeid] = self.seconds.get(report.nodeid, 0) + report.duration


def empty_caches():
    """So that a test runs what it would run if it were alone."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "asc_mandate":
            for value in list(vars(module).values()):
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def measure():
    """Run the suite once and keep what it reaches; read again what an earlier run kept."""
    data, times = KEPT / "coverage", KEPT / "seconds.json"
    if not times.exists():
        KEPT.mkdir(exist_ok=True)
        subprocess.run([sys.executable, "-m", "tests.mutation.reach"], cwd=ROOT, check=True)
    seconds = json.loads(times.read_text())
    kept = coverage.CoverageData(str(data))
    kept.read()
    reached = {}
    for path in SOURCE.rglob("*.py"):
        contexts = kept.contexts_by_lineno(str(path))
        reached[str(path.relative_to(SOURCE))] = {
            line: {name for name in names if name} for line, names in contexts.items()
        }
    return reached, {name: took for name, took in seconds.items() if took <= LONGEST}


def main():
    measured = coverage.Coverage(data_file=str(KEPT / "coverage"), source_pkgs=["asc_mandate"], config_file=False)
    measured.start()
    watch = Watch(measured)
    code = pytest.main([*OPTIONS, *(f"--ignore={path}" for path in LEFT_OUT)], plugins=[watch])
    measured.stop()
    if code:
        return code
    measured.save()
    (KEPT / "seconds.json").write_text(json.dumps(watch.seconds))
    return 0


if __name__ == "__main__":
    sys.exit(main())
