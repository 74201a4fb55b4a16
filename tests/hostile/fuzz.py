"""A longer run of the checks of `test_hostile_input`, fed with bytes that the coverage of asc_mandate guides.

    .venv/bin/python -m pip install -e ".[test,fuzz]"
    .venv/bin/python -m tests.hostile.fuzz --seconds 60

Hypothesis makes the arguments of the bytes, so that there is no second set of generators. The run goes on after an
error, tells each of them once with the arguments that led to it, and ends with how many inputs were tried.
"""

import argparse
import importlib
import os
import pkgutil
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["asc_mandate"]):
    import asc_mandate

    # Every room is opened here, because what is opened later tells nothing of its coverage.
    for room in pkgutil.walk_packages(asc_mandate.__path__, "asc_mandate."):
        importlib.import_module(room.name)

from tests.hostile.test_hostile_input import CHECKS

_BYTES = 2048
_LIMITS = [f"-max_len={_BYTES}", "-len_control=0", "-verbosity=0"]
# What a call takes at most, in seconds and megabytes, before libFuzzer ends the run and shows where it hangs.
_MOST = ["-timeout=60", "-rss_limit_mb=4096"]


class Run:
    """One run, and what came of it."""

    def __init__(self, seconds, runs):
        self.began = time.monotonic()
        self.seconds = seconds
        self.runs = runs
        self.targets = [(name, check.hypothesis.fuzz_one_input) for name, check in CHECKS.items()]
        self.tried = Counter()
        self.errors = Counter()
        self.thrown_away = 0

    def __call__(self, data):
        """Try one input: its first byte chooses the target, and the others make the arguments."""
        name, feed = self.targets[(data[0] if data else 0) % len(self.targets)]
        self.tried[name] += 1
        try:
            # Filled up by chance, but the same way each time: an input that ends too early would be thrown away, and
            # the simplest of all values follow from zeros.
            self.thrown_away += feed(data[1:] + random.Random(data).randbytes(_BYTES)) is None
        except Exception as error:  # noqa: BLE001
            self.note(name, error)
        if time.monotonic() - self.began > self.seconds or self.tried.total() >= self.runs:
            self.finish()

    def note(self, name, error):
        place = traceback.extract_tb(error.__traceback__)[-1]
        known = name, type(error).__name__, place.filename, place.lineno
        if known not in self.errors:
            traceback.print_exception(error)
        self.errors[known] += 1

    def finish(self):
        """Tell what came of it, and end the process, because the fuzzer itself never comes back."""
        for name, count in sorted(self.tried.items()):
            errors = sum(number for known, number in self.errors.items() if known[0] == name)
            tell(f"{name:32}{count:10,} inputs{errors:8,} errors")
        tried, taken = self.tried.total() - self.thrown_away, time.monotonic() - self.began
        tell(f"{tried:,} inputs tried in {taken:,.0f} s, and {self.thrown_away:,} thrown away.")
        tell(f"{self.errors.total():,} errors, {len(self.errors):,} of them different.")
        sys.stdout.flush()
        os._exit(bool(self.errors))


def mutated(data, size, seed):
    """Change an input, and every other time turn it to another target, so that each of them gets its share."""
    changed = atheris.Mutate(data, size)
    return bytes([seed // 2 % len(CHECKS)]) + changed[1:] if seed % 2 else changed


def tell(line):
    sys.stdout.write(f"{line}\n")


def main():
    parser = argparse.ArgumentParser(prog="tests.hostile.fuzz", description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60, help="how long to run")
    parser.add_argument("--runs", type=int, default=sys.maxsize, help="how many inputs to try at most")
    parser.add_argument("--seed", type=int, default=0, help="where chance begins; 0 for another place each time")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as corpus:
        # Something to begin with for each target, because libFuzzer alone would begin with nothing.
        chance = random.Random(given.seed or None)
        for place in range(len(CHECKS)):
            for number in range(3):
                Path(corpus, f"{place}-{number}").write_bytes(bytes([place]) + chance.randbytes(_BYTES // 2))
        arguments = [sys.argv[0], *_LIMITS, *_MOST, f"-seed={given.seed}", f"-artifact_prefix={corpus}/", corpus]
        atheris.Setup(arguments, Run(given.seconds, given.runs), custom_mutator=mutated)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
