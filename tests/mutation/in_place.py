"""The quick way: a function of the running package gets the code of its mutant, and tests run in a forked process.

Only faults inside of functions can be tried so, and what the package worked out when it was imported stays as it was;
so what survives here is tried again, afresh.
"""

import gc
import importlib
import os
import resource
import signal
import types

import pytest
from _pytest.runner import runtestprotocol

from tests.mutation.mutants import SOURCE
from tests.mutation.reach import OPTIONS, empty_caches

MEMORY = 6 << 30


class CannotPatch(Exception):
    """The fault cannot be put into the running package."""


def functions_by_place():
    """Functions of the package by file, name and first line."""
    found = {}
    for each in gc.get_objects():
        if isinstance(each, types.FunctionType) and each.__code__.co_filename.startswith(str(SOURCE)):
            code = each.__code__
            found.setdefault((code.co_filename, code.co_name, code.co_firstlineno), []).append(each)
    return found


def code_of(mutant):
    """The code of the function that holds the fault."""
    path = str(SOURCE / mutant.path)
    waiting = [compile(mutant.text, path, "exec")]
    while waiting:
        code = waiting.pop()
        if (code.co_name, code.co_firstlineno) == mutant.function:
            return code
        waiting += [each for each in code.co_consts if isinstance(each, types.CodeType)]
    raise CannotPatch


def patch(mutant, functions):
    code = code_of(mutant)
    places = functions.get((code.co_filename, code.co_name, code.co_firstlineno))
    if not places:
        raise CannotPatch
    for function in places:
        if len(function.__code__.co_freevars) != len(code.co_freevars):
            raise CannotPatch
        function.__code__ = code
    empty_caches()


def is_noticed(items):
    """Whether one of the tests fails."""
    for item in items:
        if any(report.failed for report in runtestprotocol(item, nextitem=None, log=False)):
            return item.nodeid
    return None


def in_a_fork(work, seconds):
    """What a forked process says: a text, "killed" when it dies or takes too long, or None."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        try:
            answer = work() or "-"
        except CannotPatch:
            answer = "?"
        except MemoryError:
            answer = "!memory"
        except BaseException as error:
            answer = f"? {error!r}"
        os.write(writing, answer.encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        answer = stream.read().decode()
    os.waitpid(child, 0)
    return answer or "!timeout"


class InPlace:
    """A pytest plugin: in place of running the collected tests, tries each mutant."""

    def __init__(self, mutants, choose, note):
        self.mutants = mutants
        self.choose = choose
        self.note = note

    def pytest_runtestloop(self, session):
        items = {item.nodeid: item for item in session.items}
        # Rooms are opened when something in them is first asked for, which may be inside of a test.
        for name in {mutant.module for mutant in self.mutants}:
            importlib.import_module(name)
        functions = functions_by_place()
        gc.collect()
        gc.freeze()
        for mutant in self.mutants:
            chosen, seconds = self.choose(mutant)
            tests = [items[name] for name in chosen if name in items]

            def work(mutant=mutant, tests=tests):
                patch(mutant, functions)
                return is_noticed(tests)

            self.note(mutant, in_a_fork(work, seconds))
        return True


def try_in_place(mutants, choose, note):
    """Collect the suite once, then try each mutant in a fork of the process that did."""
    files = sorted({name.partition("::")[0] for mutant in mutants for name in choose(mutant)[0]})
    if files:
        pytest.main([*OPTIONS, *files], plugins=[InPlace(mutants, choose, note)])
