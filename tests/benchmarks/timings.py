"""Times single calls with pyperf: ``python tests/benchmarks/timings.py --fast -o timings.json``."""

import sys
from functools import lru_cache
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import pyperf

import asc_mandate as am
from tests.benchmarks import peers
from tests.benchmarks.corpus import CORPUS, ON, as_return


@lru_cache(maxsize=1024)
def cached(on):
    """The least that looking up a date can cost."""
    return on


def main():
    runner = pyperf.Runner()
    runner.argparser.set_defaults(quiet=True)
    met = as_return(CORPUS["met"])
    runner.bench_func("validate a met return: validate(return_, on)", am.validate, met, ON)
    for case, values in CORPUS.items():
        for name, peer in peers.PEERS.items():
            runner.bench_func(f"{case}: {name}", peer, values)
    runner.bench_func("met: by hand", peers.by_hand, CORPUS["met"])
    runner.bench_func("boundary: by hand", peers.by_hand, CORPUS["boundary"])
    runner.bench_func("reporting_window(on)", am.reporting_window, ON)
    runner.bench_func("lru_cache of the same date", cached, ON)


if __name__ == "__main__":
    main()
