"""Writes the page on performance from the figures of a run."""

from tests.benchmarks.corpus import SEEDED
from tests.benchmarks.peers import PEERS


def page(raw):
    """The page, in Markdown."""
    seconds = raw["seconds"]
    return "\n".join(
        (
            "# Performance",
            "",
            "Figures of one run on one machine; read the ratios. They are written by one command, which also says how to",
            "repeat them:",
            "",
            "```sh",
            "python -m pip install -r requirements/benchmark.txt -e . && python tests/benchmarks/run.py",
            "```",
            "",
            f"{raw['machine']}, on {raw['day']}; "
            + ", ".join(f"{name} {version}" for name, version in raw["versions"].items())
            + ". Each figure is the fastest of all runs of [pyperf](performance.json), because a machine is slowed down "
            "by others and never sped up.",
            "",
            "## Against the targets",
            "",
            *_targets(raw, seconds),
            "",
            "## Beside other libraries",
            "",
            "Microseconds for one return of a care home, from plain values to the errors with their messages. First what",
            "is found: of the errors that were put in, how many a library reports. A library that finds less has less to",
            "do. Rules between fields are the same Python function for all that can call one; pydantic, voluptuous and",
            "marshmallow ask them only where every field is good, and JSON Schema has none. For this library, making the",
            "`Return` is included, and every message and citation is read.",
            "",
            *_peers(raw, seconds),
            "",
            *_shortfalls(raw, seconds),
            "",
            "## Start-up",
            "",
            *_start(raw),
            "",
            "## Growth",
            "",
            "Returns judged one by one, no report kept.",
            "",
            "![Two curves over one thousand to one million returns: the time grows in a straight line, the memory of the "
            "process stays level](performance.svg)",
            "",
            "| returns | seconds | microseconds each | memory of the process |",
            "|---|---|---|---|",
            *(
                f"| {point['returns']:,} | {point['seconds']:.3f} | {point['seconds'] / point['returns'] * 1e6:.1f} | "
                f"{point['kilobytes'] / 1024:.0f} MB |"
                for point in raw["growth"]
            ),
            "",
        )
    )


def _row(measure, target, value, met):
    return f"| {measure} | {target} | {value} | {'met' if met else '**not met**'} |"


def _targets(raw, seconds):
    ours = seconds["validate a met return: validate(return_, on)"]
    pydantic, hand = seconds["met: pydantic"], seconds["met: by hand"]
    others = ("pydantic", "jsonschema-rs", "voluptuous", "marshmallow", "jsonschema")
    four = "field errors"
    slower = [name for name in others if seconds[f"{four}: {name}"] <= seconds[f"{four}: asc_mandate"]]
    window, cache = seconds["reporting_window(on)"], seconds["lru_cache of the same date"]
    process, batch = raw["processes"], raw["batch"]
    start = (process["attrs and asc_mandate"] - process["attrs"]) * 1000
    first = (process["first validate"] - process["attrs and a look-up in holidays"]) * 1000
    curve = raw["growth"]
    straight = curve[-1]["seconds"] / curve[0]["seconds"] / 1000
    flat = curve[-1]["kilobytes"] / curve[0]["kilobytes"]
    return [
        "| measure | target | measured | met? |",
        "|---|---|---|---|",
        _row(
            "`validate` of a met care home return, beside pydantic",
            "at most 1 x",
            f"{ours / pydantic:.2f} x",
            ours <= pydantic,
        ),
        _row(
            "the same, beside a function written out by hand that says yes or no",
            "at most 2.5 x",
            f"{ours / hand:.2f} x",
            ours <= 2.5 * hand,
        ),
        _row(
            "`validate` of a return with 4 wrong fields, messages and citations included",
            "faster than each other library",
            f"slower than {', '.join(slower)}" if slower else "faster than all",
            not slower,
        ),
        _row(
            "`validate_all` of 30,000 mixed returns, beside reading every value once",
            "under 10 x",
            f"{batch['validate_all'] / batch['loop']:.0f} x ({batch['validate_all']:.2f} s)",
            batch["validate_all"] < 10 * batch["loop"],
        ),
        _row(
            "`reporting_window(on)`, warm, beside a cached function",
            "within 3 x",
            f"{window / cache:.1f} x",
            window <= 3 * cache,
        ),
        _row("`import asc_mandate` over `import attrs`", "at most 15 ms", f"{start:.1f} ms", start <= 15),
        _row(
            "first `validate` of a process, over attrs and one look-up in holidays",
            "at most 30 ms",
            f"{first:.0f} ms",
            first <= 30,
        ),
        _row(
            "a report of a met return that is kept",
            "under 1 KB",
            f"{raw['memory']['bytes']:.0f} bytes",
            raw["memory"]["bytes"] < 1024,
        ),
        _row("time from 1,000 to 1,000,000 returns", "linear", f"{straight:.2f} x a straight line", straight < 1.2),
        _row("memory from 1,000 to 1,000,000 returns, no report kept", "flat", f"{flat:.2f} x", flat < 1.05),
    ]


def _peers(raw, seconds):
    cases = list(dict.fromkeys(name.split(": ")[0] for name in raw["found"]))
    lines = [f"| library | {' | '.join(cases)} |", f"|---{'|---' * len(cases)}|"]
    for name in PEERS:
        cells = []
        for case in cases:
            got, of = raw["found"][f"{case}: {name}"]
            count = f", {got} of {of}" if case in SEEDED else ""
            cells.append(f"{seconds[f'{case}: {name}'] * 1e6:.1f}{count}")
        lines.append(f"| {name} | {' | '.join(cells)} |")
    hand = [f"{seconds[f'{case}: by hand'] * 1e6:.1f}" if f"{case}: by hand" in seconds else "" for case in cases]
    alone = seconds["validate a met return: validate(return_, on)"] * 1e6
    return [
        *lines,
        f"| by hand, yes or no | {' | '.join(hand)} |",
        "",
        f"`validate(return_, on)` alone, of a `Return` that is there already: {alone:.1f} microseconds for the met one.",
    ]


def _start(raw):
    slowest = sorted(raw["imports"].items(), key=lambda item: -item[1])[:8]
    total = sum(raw["imports"].values()) / 1000
    return [
        "Milliseconds for a whole process, the fastest of twenty.",
        "",
        "| program | ms |",
        "|---|---|",
        *(f"| {name} | {taken * 1000:.0f} |" for name, taken in raw["processes"].items()),
        "",
        f"Loading what a first `validate` needs of this library takes {total:.0f} ms in {len(raw['imports'])} modules, "
        "in the largest of them:",
        "",
        "| module | ms by itself |",
        "|---|---|",
        *(f"| `{name}` | {own / 1000:.1f} |" for name, own in slowest),
    ]


def _shortfalls(raw, seconds):
    batch = raw["batch"]
    each = batch["validate_all"] / batch["returns"] * 1e6
    read = batch["loop"] / batch["returns"] * 1e6
    collected = (batch["validate_all"] - batch["without_collector"]) / batch["returns"] * 1e6
    worded = seconds["field errors: asc_mandate"] * 1e6
    met = seconds["validate a met return: validate(return_, on)"] * 1e6
    return [
        "## What is short of its target, and why",
        "",
        "**A met return.** `validate` and pydantic's compiled checks are level, within the noise of a run. Of the",
        f"{met:.1f} microseconds, 2.6 are the look at the values, 1 is the report, and the rest finds the window, the",
        "checklist and the version that belong to it. That is for a day. At a moment that was not seen before, such as",
        "“now”, the saves are laid out anew: 83 microseconds, measured apart from this run.",
        "",
        f"**Four findings.** pydantic and jsonschema-rs are compiled. Here they take {worded:.0f} microseconds with the",
        "`Return` made and every message and citation read: a finding holds its section, the values that its message names,",
        "its clause and the readings it rests on, and a message is worded in plain English when it is asked for. Tried:",
        "reading only the fields that are unusual at a glance (from 290 microseconds), asking only the rules that may be",
        "tripped, and taking each sentence apart once. What remains is some 4 microseconds for a finding and 2 for its",
        "message. Where only rules are broken, voluptuous is faster, too: it is told by one function that is written out",
        "by hand, and words nothing.",
        "",
        f"**A whole batch.** Reading the values of a return once, and nothing else, takes {read:.2f} microseconds; ten",
        "times that is less than a function written out by hand needs to decide yes or no. `validate_all` takes",
        f"{each:.0f} for each return, {collected:.0f} of them for Python's collector of garbage (up to 9 in other runs),",
        "which looks through the reports that are kept. Switching it off was tried and left out, because it is a setting",
        f"of the whole application. All of England's 30,000 locations take {batch['validate_all']:.2f} seconds.",
        "",
        "**The first `validate`.** attrs writes and compiles the methods of each class when its module is loaded, some half",
        "a millisecond each. Tried: opening rooms only when they are needed, so that penalties, comparisons, checks of",
        "the data and interchange are not loaded. The digest of the data, without which no report could be defended, takes",
        "some 10 ms more, once.",
    ]
