"""Times what people do, and prints the tables of docs/performance.md; ``--write`` puts them there.

All is timed in turn in one process, round by round, so that a slow spell of the machine falls on all alike.
"""

import gc
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import timeit
from importlib.metadata import version
from itertools import islice

import asc_mandate as am
from asc_mandate import interchange
from asc_mandate.interchange.capacity_tracker import return_from_extract
from tests.benchmarks.corpus import ON, ROOT, ROW, SEEDED, TEXTS, england, ledger
from tests.benchmarks.peers import PEERS
from tests.helpers import CARE_HOME

PAGE = ROOT / "docs" / "performance.md"
MARKS = "<!-- figures -->\n", "<!-- end of figures -->\n"
ROUNDS = 151
LOCATIONS = 1_000, 30_000, 1_000_000
# By commit 4913c74, timed just before the run whose figures the page has.
BEFORE = "271, 9.4 x", "119, 4.1 x", "113, 3.9 x", "162, 11.5 x", "526, 18.1 x", "461", "498"
BATCH = {30_000: ("8.9 s, +0 MB", "2 s, flat")}
IMPORT = "import time, attrs; t = time.perf_counter(); from asc_mandate import validate; print(time.perf_counter() - t)"


def works():
    """What is timed: the name, the call, the text that pydantic reads for comparison, the target."""
    met, faults = (interchange.from_record(am.Return, json.loads(TEXTS[name])) for name in ("met", "fields"))
    unsaved = am.Return("care_home", CARE_HOME)
    report, months, provider = am.validate(met, ON), ledger(), am.Provider(public_body=False)
    text, row = PEERS["asc_mandate"], return_from_extract
    return (
        ("JSON text to report, five moments", lambda: text(TEXTS["met"]), "met", "3 x"),
        ("`validate` alone, five moments", lambda: am.validate(met, ON), "met", "1.2 x"),
        ("`validate` at a moment, no saves", lambda: am.validate(unsaved, ON), "met", "1.2 x"),
        ("`validate` alone, 4 faults with messages", lambda: am.validate(faults, ON), "fields", "4 x"),
        ("row of the extract to report", lambda: am.validate(row(ROW), ON), "met", "5 x"),
        ("`to_record` of a report", lambda: interchange.to_record(report), None, "60"),
        ("`assess_penalty`, three months missed", lambda: am.assess_penalty(months, provider, ON), None, "80"),
    )


def rounds_of(calls):
    """The microseconds of each call, round by round."""
    timers = {name: timeit.Timer(call, setup=gc.enable) for name, call in calls.items()}
    numbers = {name: max(1, int(0.002 / min(timer.repeat(5, 1)))) for name, timer in timers.items()}
    return [{name: timers[name].timeit(n) / n * 1e6 for name, n in numbers.items()} for _ in range(ROUNDS)]


def found(name, text):
    """How many of the seeded faults a library finds; in what is met it must find none."""
    names, seeded = set(PEERS[name](TEXTS[text])), set(SEEDED[text].split())
    if not seeded and names:
        raise AssertionError(f"{name} finds {names} in what is met")
    return f"{len(names & seeded)} of {len(seeded)}"


def import_time():
    """The median milliseconds of importing ``validate`` once attrs is there, from bytecode, as installed."""
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": folder}
        _, *took = (float(subprocess.check_output([sys.executable, "-c", IMPORT], env=env)) for _ in range(16))
    return statistics.median(took) * 1e3


def growth():
    """From so many JSON lines to rows of findings: the seconds of one core, and the megabytes the process grows by."""
    lines, done, took = england(LOCATIONS[-1]), 0, 0.0
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for count in LOCATIONS:
        while done < count:
            some = list(islice(lines, 1_000))
            start = time.process_time()
            for line in some:
                list(interchange.finding_rows([am.validate(interchange.from_record(am.Return, json.loads(line)), ON)]))
            done, took = done + len(some), took + time.process_time() - start
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        yield count, f"{took:.1f} s, +{grown:.0f} MB"


def table(head, *rows):
    return [*(f"| {' | '.join(row)} |" for row in (head, ["---"] * len(head), *rows)), ""]


def figures():
    """The tables, in Markdown."""
    finds = {name: [found(name, text) for text in SEEDED][1:] for name in PEERS}
    timed = works()
    calls = {
        (name, text): lambda p=peer, t=TEXTS[text]: p(t) for name, peer in PEERS.items() for text in ("met", "fields")
    }
    rounds = rounds_of(calls | {work: call for work, call, *_ in timed})

    def cells(key, text):
        ratio = text and statistics.median(took[key] / took["pydantic", text] for took in rounds)
        return f"{statistics.median(took[key] for took in rounds):.0f}", f"{ratio:.1f} x" if text else ""

    peers = [(name, *finds[name], *cells((name, "met"), "met"), *cells((name, "fields"), "fields")) for name in PEERS]
    own = [(work, *cells(work, text), was, aim) for (work, _, text, aim), was in zip(timed, BEFORE, strict=True)]
    own.append(("import of `validate`, over attrs", f"{import_time():.0f} ms", "", "44 ms", "30 ms"))
    own += [
        (f"{count:,} lines of JSON to rows of findings", took, "", *BATCH.get(count, ("", "")))
        for count, took in growth()
    ]
    versions = ", ".join(f"{name} {version(name)}" for name in PEERS if name != "asc_mandate")
    seen = "found: in fields", "between fields", "in saves"
    lines = [
        f"Medians of one run, of ratios those within each round; {platform.python_implementation()} {platform.python_version()}, {versions}.\n",
        *table(
            ("from JSON text", *seen, "met, microseconds", "of pydantic", "4 faults, microseconds", "of pydantic"),
            *peers,
        ),
        *table(("asc_mandate", "microseconds", "of pydantic", "before", "target"), *own),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    shown = figures()
    print(shown)
    if sys.argv[1:] == ["--write"]:
        before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
        after = rest.partition(MARKS[1])[2]
        PAGE.write_text(f"{before}{MARKS[0]}\n{shown}\n{MARKS[1]}{after}", encoding="utf-8")
