"""Runs every benchmark and writes docs/performance.md: ``python tests/benchmarks/run.py``, some ten minutes.

First what each peer finds, then how long it takes: a library that finds less has less to do.
"""

import datetime as dt
import importlib.metadata
import json
import platform
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import matplotlib.pyplot as plt
import pyperf

from tests.benchmarks import peers
from tests.benchmarks.corpus import CORPUS, SEEDED

DOCS = ROOT / "docs"
RAW = DOCS / "performance.json"
PROGRAMS = {
    "python": "pass",
    "attrs": "import attrs",
    "attrs and asc_mandate": "import attrs, asc_mandate",
    "attrs and a look-up in holidays": (
        "import attrs, datetime as dt; from holidays import country_holidays; "
        "dt.date(2025, 8, 14) in country_holidays('GB', subdiv='ENG', years=2025)"
    ),
    "first validate": (
        "import datetime as dt, asc_mandate as am; am.validate(am.Return('care_home', {}), dt.date(2025, 8, 12))"
    ),
}


def found(peer, values):
    names = set()
    for error in peer(values):
        if isinstance(error, str):
            names.add(error)
        else:
            names.add(error.fields[0] if error.code in {"missing", "wrong-type", "negative"} else error.code)
    return names


def parity():
    """How many of the errors that were put in each peer finds."""
    counted = {}
    for case, values in CORPUS.items():
        for name, peer in peers.PEERS.items():
            names = found(peer, values)
            seeded = set(SEEDED.get(case, ()))
            if not seeded and names:
                raise AssertionError(f"{name} finds {names} in {case}")
            counted[f"{case}: {name}"] = (len(names & seeded), len(seeded))
    if not (peers.by_hand(CORPUS["met"]) and peers.by_hand(CORPUS["boundary"])):
        raise AssertionError("by hand refuses what is met")
    return counted


def timings():
    """Seconds for each call: the fastest of all runs, because a machine is slowed down and never sped up."""
    out = ROOT / ".timings.json"
    out.unlink(missing_ok=True)
    script = str(Path(__file__).with_name("timings.py"))
    subprocess.run([sys.executable, script, "--fast", "-o", str(out)], check=True)
    suite = pyperf.BenchmarkSuite.load(str(out))
    out.unlink()
    return {benchmark.get_name(): min(benchmark.get_values()) for benchmark in suite}


def processes():
    """Seconds for whole programs in turn, the fastest of twenty."""
    best = dict.fromkeys(PROGRAMS, float("inf"))
    for _ in range(20):
        for name, program in PROGRAMS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", program], check=True)
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def measured(name, count):
    script = str(Path(__file__).with_name("measures.py"))
    ran = subprocess.run([sys.executable, script, name, str(count)], check=True, capture_output=True, text=True)
    return json.loads(ran.stdout)


def imports():
    """Microseconds that each module of this library takes by itself, when everything that validating needs is loaded."""
    program = PROGRAMS["first validate"]
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", program], check=True, capture_output=True, text=True
    )
    rows = [line.removeprefix("import time:").split("|") for line in ran.stderr.splitlines() if "|" in line]
    return {name.strip(): int(own) for own, _, name in rows if name.strip().startswith("asc_mandate")}


def plot(curve):
    """Draw time and memory against the number of returns."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(9, 3.2))
    counts = [point["returns"] for point in curve]
    left.loglog(counts, [point["seconds"] for point in curve], "o-", color="#1d70b8")
    left.set(xlabel="returns judged", ylabel="seconds", title="Time grows with the number of returns")
    right.semilogx(counts, [point["kilobytes"] / 1024 for point in curve], "o-", color="#1d70b8")
    right.set(xlabel="returns judged", ylabel="MB, the whole process", title="Memory does not", ylim=(0, None))
    for axes in (left, right):
        axes.grid(visible=True, alpha=0.3)
    figure.tight_layout()
    plt.rcParams["svg.hashsalt"] = "asc_mandate"
    figure.savefig(DOCS / "performance.svg", metadata={"Date": None})


def main():
    raw = {
        "found": parity(),
        "seconds": timings(),
        "processes": processes(),
        "batch": measured("batch", 30_000),
        "memory": measured("memory", 30_000),
        "growth": [measured("growth", 10**power) for power in (3, 4, 5, 6)],
        "imports": imports(),
        "versions": {
            name: importlib.metadata.version(name)
            for name in (
                "asc-mandate", "attrs", "cattrs", "holidays",
                "pydantic", "jsonschema-rs", "voluptuous", "marshmallow", "jsonschema", "pyperf",
            )
        },
        "machine": f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}, "
        f"{platform.machine()}",
        "day": dt.datetime.now(dt.UTC).date().isoformat(),
    }  # fmt: skip
    RAW.write_text(json.dumps(raw, indent=1) + "\n", encoding="utf-8")
    plot(raw["growth"])
    from tests.benchmarks.page import page

    (DOCS / "performance.md").write_text(page(raw), encoding="utf-8")


if __name__ == "__main__":
    main()
