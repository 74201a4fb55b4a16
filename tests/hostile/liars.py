"""Subclasses of the built-in types that lie about themselves, or raise whenever they are asked anything."""

import datetime as dt
import itertools
import types
from decimal import Decimal
from fractions import Fraction

from tests.hostile.raised import refuse

# Without these an object could not even be made, or put into a dict.
_NEEDED = {
    *("__new__", "__init__", "__init_subclass__", "__subclasshook__", "__class__", "__class_getitem__", "__doc__"),
    *("__getattribute__", "__setattr__", "__delattr__", "__hash__", "__slots__", "__module__", "__abstractmethods__"),
}
_ORDER = ("__eq__", "__lt__", "__le__", "__gt__", "__ge__")
_LIES = {
    **dict.fromkeys(_ORDER, lambda self, other: True),
    "__ne__": lambda self, other: False,
    "__hash__": lambda self: hash("beds_occupied"),
    "__bool__": lambda self: False,
    "__len__": lambda self: 1 << 40,
    "__contains__": lambda self, item: True,
    "__iter__": lambda self: itertools.count(),
    "__getitem__": lambda self, place: self,
    "__str__": lambda self: "\ud800\x00",
    "__repr__": lambda self: "\ud800\x00",
    "__format__": lambda self, how: "\ud800\x00",
    "__int__": lambda self: 10**5000,
    "__index__": lambda self: -(10**5000),
    "__float__": lambda self: float("inf"),
    "__abs__": lambda self: -1,
    "is_integer": lambda self: True,
    "is_finite": lambda self: True,
    "is_nan": lambda self: False,
    "adjusted": lambda self: 0,
    "strip": lambda self: "care_home",
    "lower": lambda self: self,
    "isprintable": lambda self: True,
    "keys": lambda self: ["service", "values", "service"],
    "items": lambda self: [("service", "care_home"), ("values", self), ("service", 3)],
    "utcoffset": lambda self: dt.timedelta(days=4),
    "astimezone": lambda self, zone: self,
    "isoformat": lambda self: "\ud800\x00",
    "year": property(lambda self: 10**30),
}


def class_name(kind):
    """What a class is called, even one that does not tell."""
    return type.__dict__["__name__"].__get__(kind)


def raising(base):
    """A subclass of which every method raises."""
    names = {name for name in dir(base) if name not in _NEEDED and (name.startswith("__") or name[0] != "_")}
    methods = {name: refuse if callable(getattr(base, name)) else property(refuse) for name in names}
    methods["__hash__"] = base.__hash__
    return types.new_class(f"Raising{base.__name__.title()}", (base,), exec_body=lambda body: body.update(methods))


def lying(base):
    """A subclass that equals everything, has no order, no end and no truth."""
    lies = {name: lie for name, lie in _LIES.items() if name in dir(base)}
    return types.new_class(f"Lying{base.__name__.title()}", (base,), exec_body=lambda body: body.update(lies))


def sealed(base):
    """A subclass of which not even an attribute can be read."""
    body = {"__getattribute__": refuse}
    return types.new_class(f"Sealed{base.__name__.title()}", (base,), exec_body=lambda own: own.update(body))


class EqualsAll(type):
    """Makes types that equal any other."""

    def __eq__(cls, other):
        return True

    def __hash__(cls):
        return hash(float)


class Unhashable(type):
    """Makes types that cannot be looked up."""

    __eq__ = __hash__ = refuse


class Nameless(type):
    """Makes types that tell neither their name nor what they come from."""

    __name__ = __mro__ = property(refuse)


METACLASSES = (EqualsAll, Unhashable, Nameless)
BASES = (str, int, float, Decimal, Fraction, complex, bytes, dict, list, tuple, set, frozenset, dt.date, dt.datetime)


def subclasses(base):
    """One subclass of every kind; without those of metaclasses where the base has one already."""
    of_metaclasses = METACLASSES if type(base) is type else ()
    return (
        *(raising(base), lying(base), sealed(base)),
        *(kind(f"{base.__name__.title()}Of{kind.__name__}", (base,), {}) for kind in of_metaclasses),
    )


SUBCLASSES = {base: {class_name(kind): kind for kind in subclasses(base)} for base in BASES}
"""Base to subclasses, by their names; not every one of them could be a key."""
OF_METACLASSES = [kind(f"Of{kind.__name__}", (), {}) for kind in METACLASSES]
