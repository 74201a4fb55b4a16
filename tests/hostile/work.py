"""How much a call does and how much it holds at once, which no slow machine changes."""

import gc
import sys
import tracemalloc


def steps(function, *arguments):
    """How many steps of Python's own machine a call takes, once it was called before."""
    function(*arguments)
    taken = 0

    def trace(frame, event, argument):
        nonlocal taken
        frame.f_trace_opcodes = True
        taken += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function(*arguments)
    finally:
        sys.settrace(before)
    return taken


def peak(function, *arguments):
    """How many bytes a call holds at most, beside what it was given, once it was called before."""
    function(*arguments)
    gc.collect()
    tracemalloc.start()
    try:
        function(*arguments)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
