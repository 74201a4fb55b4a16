"""Try every mutant and say which of them no test notices.

python -m tests.mutation             every fault in every module: some hours
python -m tests.mutation --again     only what was not tried yet, or survived without a reason
python -m tests.mutation --quick     the trigger, against its own tests: a minute or two
python -m tests.mutation --modules windows.py --tests tests/test_windows.py
"""

import argparse
import json
import multiprocessing
import os
import sys
from collections import Counter
from pathlib import Path

os.environ["HYPOTHESIS_PROFILE"] = "mutation"

from tests.mutation.afresh import try_afresh
from tests.mutation.in_place import try_in_place
from tests.mutation.mutants import mutants_of, paths
from tests.mutation.reach import KEPT, importers, measure
from tests.mutation.survivors import reasons

QUICK = ["penalties/trigger.py"]
QUICK_TESTS = ["tests/test_penalties.py", "tests/oracles/test_trigger_by_brute_force.py"]
RESULTS = KEPT / "results.json"
# Beyond so many seconds of tests, the rest of those that reach a line is left out: in place, where most faults are
# noticed at once, and afresh, where what is left is looked at with care.
SOON = 4.0
ENOUGH = 30.0
# So many cases of one test come first; then the other tests have their turn.
CASES = 20
# Look at what is written down, so faults in what runs on import are shown to them first.
WITNESSES = (
    "tests/test_versions.py::test_no_datum_changes_unnoticed",
    "tests/test_caches.py",
    "tests/test_contract.py",
)


class Chooser:
    """The tests to run against a mutant: first those that noticed its neighbours, then the quick ones."""

    def __init__(self, reached, seconds):
        self.reached = reached
        self.seconds = seconds
        self.importers = importers()
        self.afresh = False
        self.kills = {}

    def _reaching(self, mutant):
        if mutant.function is None:
            # What ran on import is met by tests that run no line of the module.
            return set(self.seconds)
        lines = self.reached[mutant.path]
        before = [line for line, names in lines.items() if names and mutant.function[1] <= line <= mutant.line]
        return lines[max(before)] if before else set()

    def _anywhere(self, path):
        """Whatever reaches a module or, where nothing of it runs in a test, the modules that import it."""
        tests = set().union(*self.reached[path].values())
        return tests or set().union(*(self._anywhere(other) for other in self.importers.get(path, ())))

    def __call__(self, mutant):
        killers = self.kills.get((mutant.path, mutant.function), Counter()) + self.kills.get(mutant.path, Counter())
        near = self._reaching(mutant)
        # What runs on import, or once and is then kept, is not seen to be reached by the tests that rest on it.
        anywhere = self._anywhere(mutant.path) if self.afresh or mutant.function is None else set()
        names = [name for name in near | anywhere if name in self.seconds]
        path = Path(mutant.path)
        own = (
            *(f"tests/test_{part}" for part in (path.stem.removesuffix("s"), path.parent.name) if part),
            f"src/asc_mandate/{path}",
        )
        first = own if mutant.function else (*WITNESSES, *own)
        names.sort(key=lambda name: (self.seconds[name], name))
        before = Counter()
        turn = {}
        for name in names:
            test = name.partition("[")[0]
            turn[name] = before[test] // CASES
            before[test] += 1
        names.sort(
            key=lambda name: (
                -killers[name],
                name not in near,
                turn[name],
                not name.startswith(first),
                self.seconds[name],
                name,
            )
        )
        chosen, total = [], 0.0
        for name in names:
            total += self.seconds[name]
            if total > (ENOUGH if self.afresh else SOON):
                break
            chosen.append(name)
        return chosen, 10 + 6 * total

    def remember(self, mutant, killer):
        for key in ((mutant.path, mutant.function), mutant.path):
            self.kills.setdefault(key, Counter())[killer] += 1


def noted(chooser, stream):
    """A function that keeps each result as soon as it is there."""

    def note(mutant, answer):
        if not answer.startswith(("-", "?", "!")):
            chooser.remember(mutant, answer)
        stream.write(json.dumps([mutant.name, answer]) + "\n")
        stream.flush()

    return note


def in_processes(work, mutants, chooser, jobs, name):
    """Share the mutants out to some processes and gather what they noted."""
    children = []
    for job in range(jobs):
        child = os.fork()
        if not child:
            with (KEPT / f"{name}-{job}.jsonl").open("w") as stream:
                work(mutants[job::jobs], chooser, noted(chooser, stream))
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    results = {}
    for job in range(jobs):
        for line in (KEPT / f"{name}-{job}.jsonl").read_text().splitlines():
            mutant, answer = json.loads(line)
            results[mutant] = answer
    return results


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--modules", nargs="*", help="paths from the package's folder; all if not given")
    parser.add_argument("--tests", nargs="*", default=[], help="test files to notice the faults; all if not given")
    parser.add_argument(
        "--again", action="store_true", help="only what was not tried yet, or survived without a reason"
    )
    parser.add_argument("--quick", action="store_true", help="the trigger, against its own tests")
    parser.add_argument("--functions", action="store_true", help="only faults inside of functions")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    options = parser.parse_args()

    if options.quick:
        options.modules, options.tests, options.functions = QUICK, QUICK_TESTS, True
    reached, seconds = measure(options.tests)
    with multiprocessing.Pool(options.jobs) as pool:
        mutants = [mutant for found in pool.map(mutants_of, options.modules or paths(), 1) for mutant in found]
    if options.functions:
        mutants = [mutant for mutant in mutants if mutant.function]
    results = json.loads(RESULTS.read_text()) if RESULTS.exists() else {}
    known = reasons() if options.again else {}
    tried = [
        mutant
        for mutant in mutants
        if not options.again
        or mutant.name not in results
        or (is_survivor(results[mutant.name]) and mutant.name not in known)
    ]
    print(f"{len(mutants)} mutants, {len(tried)} to try", flush=True)

    chooser = Chooser(reached, seconds)
    inside = [mutant for mutant in tried if mutant.function and not (options.again and mutant.name in results)]
    found = in_processes(try_in_place, inside, chooser, options.jobs, "in-place")
    rest = [mutant for mutant in tried if is_survivor(found.get(mutant.name, "-"))]
    print(f"{len(tried) - len(rest)} noticed in the running package; {len(rest)} to try afresh", flush=True)
    chooser.afresh = True
    found |= in_processes(try_afresh, rest, chooser, options.jobs, "afresh")

    results |= found
    RESULTS.write_text(json.dumps(results, indent=0))
    return report(mutants, results)


def is_survivor(answer):
    return answer.startswith(("-", "?"))


def report(mutants, results):
    """Print what survived without a reason, and the figures; 1 if something did."""
    known = reasons()
    survivors = [mutant for mutant in mutants if is_survivor(results.get(mutant.name, "-"))]
    unexplained = [mutant for mutant in survivors if mutant.name not in known]
    for mutant in unexplained:
        before, after = mutant.change
        print(f"{mutant.path}:{mutant.line} [{mutant.operator}]\n  - {before}\n  + {after}")
    names = {mutant.name for mutant in mutants}
    dead = [name for name in known if name in names and not is_survivor(results[name])]
    for name in dead:
        print(f"listed as a survivor, but noticed: {name}")
    killed = len(mutants) - len(survivors)
    print(
        f"{len(mutants)} mutants, {killed} noticed ({killed / max(1, len(mutants)):.2%}), "
        f"{len(survivors) - len(unexplained)} survivors with a reason, {len(unexplained)} without"
    )
    return 1 if unexplained or dead else 0


if __name__ == "__main__":
    sys.exit(main())
