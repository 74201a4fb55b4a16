"""Objects, mappings, iterators and time zones that lie about themselves, or raise whenever they are asked anything."""

import datetime as dt
from abc import ABCMeta
from collections.abc import Mapping
from decimal import Decimal

import asc_mandate as am
from tests.hostile.liars import Unhashable
from tests.hostile.raised import FromIterator, refuse


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

    __getitem__ = refuse

    def __iter__(self):
        return iter(["service", "values", "beds_occupied"])

    def __len__(self):
        return 3


class Unlisted(Unreadable):
    """A mapping whose keys cannot be gone through."""

    __iter__ = refuse


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
    __iter__ = refuse


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
