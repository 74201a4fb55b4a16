"""Measures what is not a single call; each is run in a process of its own, and prints one line of JSON."""

import gc
import itertools
import json
import resource
import sys
import time
import tracemalloc
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import asc_mandate as am
from tests.benchmarks.corpus import BOUNDARY, FIELD_ERRORS, MET, ON, RULE_ERRORS, as_return
from tests.helpers import DOMICILIARY


def locations(count):
    """Returns of that many locations: two in five domiciliary, one in ten with errors."""
    kinds = [*[None] * 8, *[MET] * 9, BOUNDARY, FIELD_ERRORS, RULE_ERRORS]
    for number, values in zip(range(count), itertools.cycle(kinds), strict=False):
        id = f"1-{1_000_000_000 + number}"
        yield am.Return("domiciliary_care", DOMICILIARY, location_id=id) if values is None else as_return(values, id)


def batch(count):
    """Seconds for all returns at once, and for reading every value once, the fastest of five."""
    returns = list(locations(count))
    am.validate_all(returns[:100], ON)
    loop = judged = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        blanks = 0
        for return_ in returns:
            for value in return_.values.values():
                if value is None:
                    blanks += 1
        loop = min(loop, time.perf_counter() - start)
        start = time.perf_counter()
        am.validate_all(returns, ON)
        judged = min(judged, time.perf_counter() - start)
    gc.disable()
    start = time.perf_counter()
    am.validate_all(returns, ON)
    alone = time.perf_counter() - start
    return {"returns": count, "loop": loop, "validate_all": judged, "without_collector": alone}


def memory(count):
    """Bytes for each report of a met return that is kept, beyond the returns themselves."""
    met = [as_return(MET, f"1-{1_000_000_000 + number}") for number in range(count)]
    am.validate(met[0], ON)
    tracemalloc.start()
    reports = am.validate_all(met, ON)
    kept = tracemalloc.get_traced_memory()[0] / len(reports)
    return {"returns": count, "bytes": kept}


def growth(count):
    """Seconds, and the most memory of the process, for judging returns one by one and keeping no report."""
    pool = list(locations(1000))
    am.validate(pool[0], ON)
    start = time.perf_counter()
    for return_ in itertools.islice(itertools.cycle(pool), count):
        am.validate(return_, ON)
    seconds = time.perf_counter() - start
    return {"returns": count, "seconds": seconds, "kilobytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}


if __name__ == "__main__":
    name, count = sys.argv[1:]
    print(json.dumps({"batch": batch, "memory": memory, "growth": growth}[name](int(count))))
