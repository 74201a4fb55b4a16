"""What notices that a call asks something of the world, or changes it.

Run as a program, because a hook cannot be taken away again: ``python -m tests.purity.watch`` makes every public call
and prints, as JSON, what was noticed; with the argument ``temptations``, it prints what was noticed of functions that
do what is forbidden.
"""

import decimal
import gc
import inspect
import json
import locale
import os
import random
import sys
import threading
import warnings
from functools import _lru_cache_wrapper, cache
from pathlib import Path

from tests.purity.pictures import Picture

# Those of looking at an object, of the watch itself, and of unpickling, which callers do. Any other event is noticed:
# opening, listing, connecting, starting, importing, compiling.
HARMLESS = {"builtins.id", "object.__getattr__", "pickle.find_class", "sys._getframe", "sys.setprofile"}
# Of most of what asks the clock, the environment or chance there is no event, so the very calls are watched.
WORLD = {"_io", "_locale", "_random", "_signal", "_socket", "_thread", "nt", "os", "posix", "random", "select", "time"}
CLOCK = {"now", "today", "utcnow"}
# Calls of these that work on text and on locks alone.
ALONE = {"fspath", "_path_normpath", "__enter__", "__exit__", "acquire", "release"}


class Watch:
    """Notices, while it is on, what is done beside giving an answer."""

    def __init__(self):
        self.found = None
        self.compiled = set()
        sys.addaudithook(self._heard)

    def noticed(self, function):
        """What a function asks of the world while it runs, and what it leaves changed in its process."""
        # What is set already could not be seen to be set.
        decimal.getcontext().clear_flags()
        state = state_of_process()
        self.found = found = []
        sys.setprofile(self._called)
        try:
            function()
        finally:
            sys.setprofile(None)
            self.found = None
        return sorted({*found, *changed("process", state, state_of_process())})

    def _heard(self, event, arguments):
        if self.found is not None and event not in HARMLESS:
            if event == "compile":
                self.compiled.add(bytes(arguments[0]).decode())
            self.found.append(f"{_by_whom(sys._getframe())}{event}")

    def _called(self, frame, event, argument):
        if self.found is None:
            return
        if event == "call":
            module, name = frame.f_globals.get("__name__"), "…"
        elif event == "c_call":
            module, name = _module_of(argument), argument.__name__
        else:
            return
        if (module in WORLD and name not in ALONE) or (module == "datetime" and name in CLOCK):
            self.found.append(f"{_by_whom(frame)}{module}.{name}")


def _module_of(function):
    """The module of a built-in function, or that of the type whose method it is."""
    if function.__module__:
        return function.__module__
    owner = getattr(function, "__self__", None)
    return _home_of(owner if isinstance(owner, type) else type(owner), function.__name__)


@cache
def _home_of(kind, method):
    return next((each.__module__ for each in kind.__mro__ if method in vars(each)), kind.__module__)


def _by_whom(frame):
    """The libraries that this package asks for something, where one of them did it."""
    while frame:
        root = (frame.f_globals.get("__name__") or "").partition(".")[0]
        if root in {"holidays", "cattrs"}:
            return f"{root}: "
        frame = frame.f_back
    return ""


def changed(where, before, after):
    """The names of what is not as it was."""
    return [f"{where}: {name}" for name in sorted({*before, *after}) if before.get(name, ...) != after.get(name, ...)]


def package_modules():
    return {name: module for name, module in sys.modules.items() if name.partition(".")[0] == "asc_mandate"}


def caches():
    """The caches of this package, by name. They are all that it keeps of a call."""
    return {
        f"{name}.{part}": value
        for name, module in package_modules().items()
        for part, value in vars(module).items()
        if isinstance(value, _lru_cache_wrapper) and value.__module__ == name
    }


def forget():
    """Empty all caches, so that the next call is like the first."""
    for kept in caches().values():
        kept.cache_clear()


def globals_of_package():
    """What every module of the package holds, and every class."""
    held, picture = {}, Picture(id)
    for name, module in package_modules().items():
        for part, value in vars(module).items():
            held[f"{name}.{part}"] = picture.of(value)
            if inspect.isclass(value) and value.__module__ == name:
                held.update({f"{name}.{part}.{inner}": id(held_) for inner, held_ in vars(value).items()})
            elif inspect.isfunction(value):
                held[f"{name}.{part}()"] = picture.of([value.__defaults__, value.__kwdefaults__, value.__dict__])
    return held


def state_of_process():
    """What a call could leave behind in the process that it runs in."""
    return {
        "collector": (gc.isenabled(), gc.get_threshold()),
        "decimal context": repr(decimal.getcontext()),
        "directory": str(Path.cwd()),
        "environment": dict(os.environ),
        "hooks": (id(sys.excepthook), id(sys.displayhook), id(sys.stdout), id(sys.stderr), id(sys.stdin)),
        "limits": (sys.getrecursionlimit(), sys.get_int_max_str_digits(), sys.getswitchinterval()),
        "locale": locale.setlocale(locale.LC_ALL),
        "modules": sorted(sys.modules),
        "paths": list(sys.path),
        "random": random.getstate(),
        "threads": threading.active_count(),
        "warnings": [str(each) for each in warnings.filters],
    }


def watch_calls():
    """What is noticed of each public call: when it was made before, and when nothing of it is remembered."""
    from tests.purity.calls import calls

    watch, every = Watch(), calls()
    for call in every:
        call.answer()
    found = {"calls": len(every), "warm": {}, "cold": {}}
    for how in ("warm", "cold"):
        # Once for all calls, because looking through all globals takes longer than most of them.
        held = globals_of_package()
        for call in every:
            if how == "cold":
                forget()
            for what in watch.noticed(call.answer):
                found[how].setdefault(what, []).append(call.name)
        found[how] |= {what: [] for what in changed("global", held, globals_of_package())}
    return {**found, "compiled": sorted(watch.compiled)}


def watch_temptations():
    """What is noticed of each function that does what is forbidden, and of one that does not."""
    from tests.purity.temptations import TEMPTATIONS, no_temptation

    watch, found, held = Watch(), {}, globals_of_package()
    for function in (no_temptation, *TEMPTATIONS):
        noticed, before, held = watch.noticed(function), held, globals_of_package()
        found[function.__name__] = [*noticed, *changed("global", before, held)]
    return found


if __name__ == "__main__":
    wanted = watch_temptations if sys.argv[1:] == ["temptations"] else watch_calls
    print(json.dumps(wanted()))  # noqa: T201
