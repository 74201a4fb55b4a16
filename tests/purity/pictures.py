"""What an object holds, in a form that can be compared later, in another thread or in another process."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum

from attrs import fields, has

PLAIN = (type(None), bool, int, float, str, bytes, Decimal, dt.date, dt.datetime, dt.tzinfo, type(...))


def picture(value, of_other=id):
    """All parts of some data, inwards; ``of_other`` tells what stands for an object that is no data."""
    return Picture(of_other).of(value)


def as_text(answer):
    """An answer as JSON text, the same wherever it is given. What has attributes is told by a digest of them."""
    return json.dumps(picture(answer, lambda other: type(other).__qualname__))


def exhausted(answer):
    """An answer with all its lines: what is told one by one is told."""
    return list(answer) if isinstance(answer, Iterator) else answer


class Picture:
    """Looks through data part by part; what it has seen once it does not look through again."""

    def __init__(self, of_other):
        self.of_other = of_other
        # The same clause stands a hundred times in a report. Kept with the object, so that no other takes its id.
        self.known = {}

    def of(self, value):
        kind = type(value)
        if isinstance(value, Enum):
            return [kind.__qualname__, value.name]
        if isinstance(value, PLAIN):
            return [kind.__qualname__, hex(value) if kind is int else repr(value)]
        if has(kind):
            return [kind.__qualname__, self._digest(value)]
        return [kind.__qualname__, self._parts(value)]

    def _parts(self, value):
        if isinstance(value, Mapping):
            return [[self.of(key), self.of(part)] for key, part in value.items()]
        if isinstance(value, list | tuple):
            return [self.of(part) for part in value]
        if isinstance(value, set | frozenset):
            return sorted(map(self.of, value), key=repr)
        if isinstance(value, BaseException):
            return [str(value), *map(str, value.args)]
        return self.of_other(value)

    def _digest(self, value):
        if id(value) not in self.known:
            # One that was made without its constructor lacks some.
            parts = [[part.name, self.of(getattr(value, part.name, ...))] for part in fields(type(value))]
            self.known[id(value)] = value, hashlib.sha256(json.dumps(parts).encode()).hexdigest()
        return self.known[id(value)][1]
