"""Classes whose objects lie about themselves, or raise whenever they are asked anything."""

import datetime as dt
import itertools
import types
from abc import ABCMeta
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import asc_mandate as am


class Hostile(Exception):
    """What hostile objects raise. It must never come out."""


class FromIterator(Exception):
    """What an iterator of the caller's own raises while it is read. Where one may be passed, it comes out as it is."""


def refuse(*_, **__):
    raise Hostile


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

    def __eq__(cls, other):
        raise Hostile

    def __hash__(cls):
        raise Hostile


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


class Unspeakable:
    """Raises whatever it is asked."""

    __repr__ = __str__ = __eq__ = __ne__ = __hash__ = __bool__ = __len__ = __iter__ = __format__ = __contains__ = refuse
    __lt__ = __gt__ = __le__ = __ge__ = __int__ = __float__ = __index__ = __getitem__ = __call__ = __next__ = refuse
    __getattr__ = __setattr__ = __dir__ = __reduce_ex__ = __copy__ = __deepcopy__ = __fspath__ = refuse


class ClassRaises:
    """Raises as soon as anybody asks for its class."""

    __class__ = property(refuse)


class Claims:
    """Says that it is of another class."""

    def __init__(self, claimed):
        object.__setattr__(self, "claimed", claimed)

    @property
    def __class__(self):
        return object.__getattribute__(self, "claimed")


CLAIMED = (
    *(bool, int, float, Decimal, str, dict, list, tuple, set, dt.date, dt.datetime, dt.tzinfo, Mapping),
    *(am.Absence, am.Calendar, am.Campaign, am.Citation, am.Ledger, am.Location, am.NotCarried, am.Notice, am.Outcome),
    *(am.Provider, am.Report, am.ReportingWindow, am.Return, am.ServiceType, am.Dataset, am.Edition),
)


class NAType:
    """Goes by the name of pandas' blank."""

    __eq__ = __bool__ = refuse
    __hash__ = None


# By the names by which makers of other libraries are known.
NAMESAKES = [
    type(name, (), {"__bool__": refuse, "__iter__": refuse, "__eq__": refuse, "__hash__": refuse})
    for name in ("bool", "bool_", "ndarray", "NaTType", "Decimal", "Absence")
]


class Unreadable(Mapping):
    """A mapping of which no value can be had."""

    def __getitem__(self, key):
        raise Hostile

    def __iter__(self):
        return iter(["service", "values", "beds_occupied"])

    def __len__(self):
        return 3


class Unlisted(Unreadable):
    """A mapping whose keys cannot be gone through."""

    def __iter__(self):
        raise Hostile


class BreaksOff(Unreadable):
    """A mapping whose keys end in an error, which comes out only where its keys are what is asked for."""

    def __iter__(self):
        yield "service"
        raise FromIterator


class WrongLength(Unreadable):
    def __getitem__(self, key):
        return "care_home"

    length = -1

    def __len__(self):
        return self.length


class Repeats(WrongLength):
    """A mapping that has a key many times, and keys that cannot be looked up."""

    def __iter__(self):
        return iter(["service", "service", [], {}, None])


class OddItems(WrongLength):
    """A mapping whose items are no pairs."""

    def items(self):
        return [("a",), 3, None]

    keys = items


class ChangesWhileRead(dict):
    """Gets one more key whenever a value is read, and so do its views."""

    def __getitem__(self, key):
        self[len(self)] = key
        return key

    def __iter__(self):
        return iter(self.keys())

    def items(self):
        for key in self.keys():
            yield key, self[key]


class ForgetsWhileRead(Mapping):
    """Gives another answer every time."""

    def __init__(self):
        self.asked = 0

    def __getitem__(self, key):
        self.asked += 1
        return self.asked

    def __iter__(self):
        self.asked += 1
        return iter([f"key {self.asked}", "beds_occupied"])

    def __len__(self):
        self.asked += 1
        return self.asked


class UnhashableMapping(Unhashable, ABCMeta):
    """Makes mappings whose class cannot be looked up, not even to see that they are mappings."""


class OfUnhashable(Mapping, metaclass=UnhashableMapping):
    __getitem__ = __iter__ = __len__ = refuse


MAPPINGS = (
    *(Unreadable, Unlisted, BreaksOff, WrongLength, Repeats, OddItems, OfUnhashable, ForgetsWhileRead),
    *(ChangesWhileRead, lambda: ChangesWhileRead(beds_occupied=1, service="care_home")),
)


class NoIterator:
    """Can be gone through, it says, and cannot."""

    def __iter__(self):
        return 3


class IteratorRaises:
    def __iter__(self):
        raise Hostile


class BreaksOffEarly:
    """An iterator of the caller's own, which raises while it is read."""

    def __iter__(self):
        return self

    def __next__(self):
        raise FromIterator


class Zone(dt.tzinfo):
    """A time zone that answers every question with the same thing."""

    def __init__(self, answer):
        self.answer = answer

    def utcoffset(self, moment):
        return self.answer

    dst = tzname = utcoffset


class RaisingZone(dt.tzinfo):
    utcoffset = dst = tzname = fromutc = refuse


class LyingZone(dt.tzinfo):
    """A time zone that brings every moment to another year."""

    def utcoffset(self, moment):
        return dt.timedelta(hours=23, minutes=59, microseconds=1)

    def dst(self, moment):
        return None

    def fromutc(self, moment):
        return moment.replace(year=9999)
