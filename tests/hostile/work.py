"""How much a call does and how much it holds at once, which no slow machine changes."""

import sys
import tracemalloc
from typing import NamedTuple


class Work(NamedTuple):
    """What a call took: lines that were gone through, and bytes held at most beside what was given."""

    steps: int
    bytes: int


def steps(function, *arguments):
    """How many lines are gone through, those of a loop once for each item."""
    taken = 0

    def trace(frame, event, argument):
        nonlocal taken
        taken += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(*arguments)
    finally:
        sys.settrace(before)
    return taken


def peak(function, *arguments):
    """How many bytes a call holds at most."""
    tracemalloc.start()
    try:
        function(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def work(function, *arguments):
    """What a call takes."""
    taken = 0

    def counted():
        nonlocal taken
        taken = steps(function, *arguments)

    held = peak(counted)
    return Work(taken, held)
