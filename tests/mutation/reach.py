"""Which test reaches which line of the package, and how long each test takes."""

import ast
import hashlib
import json
import subprocess
import sys
from pathlib import Path

import coverage
import pytest

from tests.mutation.mutants import ROOT, SOURCE, paths

KEPT = ROOT / ".mutation"

# What starts other programs, loads what mutants do not touch, or measures work instead of answers.
LEFT_OUT = [
    "tests/test_documentation.py",
    "tests/test_work.py",
    "tests/hostile/test_bounded_work.py",
    "tests/test_typing.py",
    "tests/test_package.py",
    "tests/test_purity.py",
    "tests/test_site.py",
    "tests/test_pictures.py",
]
# A mutant that only a slower test notices counts as a survivor.
LONGEST = 5.0
# That a test fails is enough: how, takes long to say.
OPTIONS = ["-q", "-p", "no:cacheprovider", "-p", "no:faulthandler", "--assert=plain", "--tb=native"]


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


def measure(tests=()):
    """Run the suite once and keep what it reaches; read again what a run of the same files kept."""
    kept = KEPT / fingerprint(tests)
    if not (kept / "seconds.json").exists():
        kept.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "tests.mutation.reach", str(kept), *tests], cwd=ROOT, check=True)
    seconds = json.loads((kept / "seconds.json").read_text())
    data = coverage.CoverageData(str(kept / "coverage"))
    data.read()
    reached = {}
    for path in SOURCE.rglob("*.py"):
        contexts = data.contexts_by_lineno(str(path))
        reached[str(path.relative_to(SOURCE))] = {
            line: {name for name in names if name} for line, names in contexts.items()
        }
    # The name of a test that holds an address is another one in the next process.
    return reached, {name: took for name, took in seconds.items() if took <= LONGEST and " at 0x" not in name}


def importers():
    """The modules that import a module, by the paths of both."""
    found = {}
    for path in paths():
        for node in ast.walk(ast.parse((SOURCE / path).read_bytes())):
            if isinstance(node, ast.ImportFrom):
                for name in (node.module, *(f"{node.module}.{each.name}" for each in node.names)):
                    found.setdefault(name.removeprefix("asc_mandate.").replace(".", "/") + ".py", set()).add(path)
    return found


def fingerprint(tests):
    """The same for the same package, the same tests and the same choice of them."""
    found = hashlib.sha256(repr(sorted(tests)).encode())
    for path in sorted([*SOURCE.rglob("*.py"), *(ROOT / "tests").glob("**/*.py"), ROOT / "pyproject.toml"]):
        if "mutation" not in path.parts:
            found.update(path.read_bytes())
    return found.hexdigest()[:16]


def main(kept, *tests):
    measured = coverage.Coverage(data_file=str(Path(kept) / "coverage"), source_pkgs=["asc_mandate"], config_file=False)
    measured.start()
    watch = Watch(measured)
    code = pytest.main([*OPTIONS, *(f"--ignore={path}" for path in LEFT_OUT), *tests], plugins=[watch])
    measured.stop()
    if code:
        return code
    measured.save()
    (Path(kept) / "seconds.json").write_text(json.dumps(watch.seconds))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
