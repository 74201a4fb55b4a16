"""What hostile objects raise: errors of many classes, because each may be caught, or mistaken, somewhere else."""

from contextlib import contextmanager

from cattrs.errors import ClassValidationError

import asc_mandate as am


class Hostile(Exception):
    """Of a class that nobody knows."""


class Unprintable(Exception):
    """Raises again when it is written."""

    def __str__(self):
        raise Hostile

    __repr__ = __str__


class Ours(am.MandateError, Unprintable):
    """Says that it is an error of this library."""

    __str__ = __repr__ = Unprintable.__str__


class FromIterator(Exception):
    """What an iterator of the caller's own raises while it is read. Where one may be passed, it comes out as it is."""


MAKERS = (
    *(Hostile, Unprintable, KeyError, AttributeError, StopIteration, TypeError, ValueError, IndexError, OverflowError),
    *(ZeroDivisionError, RecursionError, MemoryError, RuntimeError, NotImplementedError, OSError, AssertionError),
    lambda: UnicodeDecodeError("utf-8", b"", 0, 1, ""),
    lambda: ExceptionGroup("of hostile ones", [Hostile(), KeyError()]),
    lambda: ClassValidationError("of hostile ones", [Unprintable(), Hostile()], am.Return),
    Ours,
)
_makers = [Hostile]


@contextmanager
def while_raising(number):
    """Choose which of the errors hostile objects raise."""
    _makers[0] = MAKERS[number % len(MAKERS)]
    try:
        yield
    finally:
        _makers[0] = Hostile


def refuse(*_, **__):
    error = _makers[0]()
    raise error
