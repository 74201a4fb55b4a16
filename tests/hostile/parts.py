"""Single values of every kind, as recipes."""

import datetime as dt
import importlib.util
import itertools
import types
from collections import ChainMap, Counter, OrderedDict, UserDict, UserString, defaultdict, deque
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import asc_mandate as am
from tests.helpers import CARE_HOME, CARE_HOME_BOOSTERS, CARE_HOME_FLU, CARE_HOME_PRIMARY_COURSE, DOMICILIARY
from tests.hostile import liars, villains
from tests.hostile.recipes import Recipe, named, ready

NUMPY = importlib.util.find_spec("numpy") is not None
LONG = "long text " * 1_000
"""Short enough for thousands of calls; how work grows with what is longer is a test of its own."""
FIELDS = [*CARE_HOME, *CARE_HOME_BOOSTERS, *CARE_HOME_FLU, *CARE_HOME_PRIMARY_COURSE, *DOMICILIARY]

ORDINARY = ready(
    *(None, True, False, 0, 1, 3, 12, 41, 1001, 37.5, 0.1, Decimal("37.5"), "", "12", "1,623", "12.5", "care_home"),
    *("domiciliary_care", "1-1000210669", "beds_occupied", "beds", "met", "not_met", "partly", "material"),
    *("2025-08-12", "2025-08-12T09:30:00Z", "45330.5", "notice_of_intent", "posted", "2024-04-26", "hospice"),
    *(dt.date(2025, 8, 12), dt.datetime(2025, 8, 12, 9, 30, tzinfo=dt.UTC), (2026, 8), (), am.Outcome.MET),
)
NUMBERS = [
    *ready(-1, -0.0, float("nan"), float("inf"), float("-inf"), 1.7976931348623157e308, 5e-324, 2**53 + 0.0, 1e100),
    *ready(10**9 - 1, 10**9, -(10**9), 10**20, 10**100, -(10**100), 1_000_001, -1_000_001, 2**63, -(2**63) - 1),
    *ready(Fraction(1, 3), Fraction(-1, 10**40), 12j, complex("nan"), complex("inf+infj")),
    *ready(*map(Decimal, ["NaN", "sNaN", "-sNaN7", "Infinity", "-Infinity", "-0", "0E+30", "0E-999999999", "1E+99"])),
    *ready(*map(Decimal, ["1e999999999", "-1e999999999", "1e-999999999", "-1e-999999999", "9" * 99, "1." + "1" * 60])),
    *named(
        past_the_digit_limit=lambda: 10**4300,
        far_past_the_digit_limit=lambda: 10**20_000,
        below_the_digit_limit=lambda: -(10**5000),
        fraction_past_the_digit_limit=lambda: Fraction(10**5000, 7),
        decimal_of_many_digits=lambda: Decimal("0." + "7" * 50_000),
        decimal_with_a_long_payload=lambda: Decimal("NaN" + "7" * 50_000),
    ),
]
TEXTS = [
    *ready(
        "\ud800", "beds\udfff", "a\x00b", "\u202eabc\u2066", "\ufeffcqcid", "\u200b", "\u2028", "\x85", "\n", "\t 12"
    ),
    *ready(
        "١٢", "²", "½", "１２", "e\u0301" * 40, "\U0001f469\u200d\U0001f469", "ǅ", "ß", "İ", "CareHome", "BEDS_OCCUPIED"
    ),
    *ready(
        "{0.__class__}", "{given}", "%s%n", "<b>", "'; --", "../../x", "nan", "-inf", "1e999", "0x1F", "1_000", "--1"
    ),
    *ready(
        "1,62", "1,,2", ".", "-", "-.5", "00012", "2958466", "0.99999", "45330." + "9" * 30, "2025-02-30", "20250812"
    ),
    *ready("9999-12-31T23:59:59-23:59", "0001-01-01T00:00:00+23:59", "2025-W33-2", "2025-08-12 09:30", "bed_occupied"),
    *ready(
        "0" * 199, "1" * 200, "9" * 4301, "1" + ",000" * 60, "None", "null", "true", "__class__", "hours", "decimal"
    ),
    *named(long_text=lambda: LONG, long_surrogates=lambda: "\udc80" * 10_000, long_digits=lambda: "7" * 100_000),
]
_ZONES = {
    "aware": dt.UTC,
    "almost_a_day_ahead": dt.timezone(dt.timedelta(hours=23, minutes=59, seconds=59, microseconds=999_999)),
    "almost_a_day_behind": dt.timezone(-dt.timedelta(hours=23, minutes=59, seconds=59, microseconds=999_999)),
    "local_mean_time": ZoneInfo("Africa/Monrovia"),
    "london": ZoneInfo("Europe/London"),
    "other_london": ZoneInfo.no_cache("Europe/London"),
    "without_offset": villains.Zone(None),
    "offset_no_timedelta": villains.Zone("+01:00"),
    "offset_absurd": villains.Zone(dt.timedelta(days=400)),
    "offset_lies": villains.LyingZone(),
    "raising": villains.RaisingZone(),
}
_MOMENTS = {
    "first": dt.datetime(1, 1, 1),
    "last": dt.datetime(9999, 12, 31, 23, 59, 59, 999_999),
    "in_a_window": dt.datetime(2025, 8, 12, 9, 30),
    "in_the_hour_that_is_skipped": dt.datetime(2025, 3, 30, 1, 30),
    "in_the_hour_that_comes_twice": dt.datetime(2025, 10, 26, 1, 30),
    "in_that_hour_again": dt.datetime(2025, 10, 26, 1, 30, fold=1),
    "just_before_the_end": dt.datetime(2100, 12, 31, 23, 59, 59, 999_999),
}


def _moment(name, zone):
    return Recipe(f"{name}_{zone}", lambda: _MOMENTS[name].replace(tzinfo=_ZONES[zone]))


MOMENTS = [
    *ready(dt.date.min, dt.date.max, *_MOMENTS.values(), dt.date(2100, 12, 31), dt.date(2101, 1, 1)),
    *ready(dt.date(2022, 7, 30), dt.date(2022, 7, 31), dt.date(2023, 7, 14), dt.date(2023, 7, 15), dt.date(2019, 1, 1)),
    *ready(dt.date(2100, 12, 20), dt.date(2018, 12, 31), dt.date(2028, 4, 14), dt.date(2022, 12, 1)),
    *ready(dt.time(9, 30), dt.timedelta(days=1), dt.timedelta.max, dt.UTC, dt.datetime(2025, 8, 12)),
    *(_moment(name, "aware") for name in _MOMENTS),
    *(_moment("in_a_window", zone) for zone in _ZONES),
    *(_moment("last", zone) for zone in ("without_offset", "offset_lies", "almost_a_day_behind", "london")),
    *(_moment("first", zone) for zone in ("almost_a_day_ahead", "raising", "other_london")),
    *(_moment(name, "london") for name in _MOMENTS if name.startswith("in_t")),
]
_OF_BASE = {
    str: [["beds_occupied"], ["care_home"]],
    int: [[3], [10**5000]],
    float: [[37.5], ["nan"]],
    Decimal: [["37.5"], ["sNaN"]],
    Fraction: [[3]],
    complex: [[1j]],
    bytes: [[b"12"]],
    dict: [[{"service": "care_home", "values": {}}], [{"hours": 3}], [{"decimal": "3"}]],
    list: [[["outings"]]],
    tuple: [[(2026, 8)]],
    set: [[{"outings"}]],
    frozenset: [[{"outings"}]],
    dt.date: [[2025, 8, 12]],
    dt.datetime: [[2025, 8, 12, 9, 30], [2025, 8, 12, 9, 30, 0, 0, dt.UTC]],
}
SUBCLASSES = [
    Recipe(f"{name}_{place}", lambda kind=kind, of=of: kind(*of))
    for base, kinds in liars.SUBCLASSES.items()
    for name, kind in kinds.items()
    for place, of in enumerate(_OF_BASE[base])
]
OBJECTS = [
    *named(object=object, unspeakable=villains.Unspeakable, class_raises=villains.ClassRaises),
    *named(na=villains.NAType, not_implemented=lambda: NotImplemented, ellipsis=lambda: ..., module=lambda: dt),
    *named(
        a_class=lambda: am.Return,
        a_function=lambda: am.validate,
        bytes=lambda: b"care_home",
        user=lambda: UserString("12"),
    ),
    *(Recipe(liars.class_name(kind), lambda kind=kind: kind()) for kind in liars.OF_METACLASSES),
    *(Recipe(f"namesake_{kind.__name__}", lambda kind=kind: kind()) for kind in villains.NAMESAKES),
    *(Recipe(f"claims_{kind.__name__}", lambda kind=kind: villains.Claims(kind)) for kind in villains.CLAIMED),
]


def _cycle():
    cycle = ["outings"]
    cycle.append(cycle)
    return cycle


def _cyclic_dict():
    cycle = {"service": "care_home"}
    cycle["values"] = cycle
    return cycle


def _deep(wrap):
    value = None
    for _ in range(10_000):
        value = wrap(value)
    return value


CONTAINERS = [
    *named(cycle=_cycle, cyclic_dict=_cyclic_dict, cyclic_tuple=lambda: (_cycle(),), range=lambda: range(10**15)),
    *named(deep_list=lambda: _deep(lambda value: [value]), deep_dict=lambda: _deep(lambda value: {"values": value})),
    *named(deep_tuple=lambda: _deep(lambda value: (value,)), generator=lambda: (number for number in range(3))),
    *named(
        endless=itertools.count, empty_iterator=lambda: iter(()), no_iterator=villains.NoIterator, zip=lambda: zip([1])
    ),
    *named(
        iterator_raises=villains.IteratorRaises, breaks_off=villains.BreaksOffEarly, memory=lambda: memoryview(b"ab")
    ),
    *named(bytearray=lambda: bytearray(b"12"), deque=lambda: deque(["outings"]), counter=lambda: Counter("ab")),
    *named(user_dict=lambda: UserDict(beds_occupied=3), proxy=lambda: types.MappingProxyType({"beds_occupied": 3})),
    *named(default=lambda: defaultdict(list, beds_occupied=3), chain=lambda: ChainMap({"service": "care_home"}, {})),
    *named(ordered=lambda: OrderedDict(values={}, service="care_home"), a_set=lambda: {1, "outings", None}),
    *named(keys={"outings": 1}.keys, pairs=lambda: [(dt.date(2027, 6, 14), "Jubilee")], many=lambda: [0] * 5000),
]
MAPPINGS = [Recipe(getattr(make, "__name__", "?"), make) for make in villains.MAPPINGS]
OWN = [
    *named(a_return=lambda: am.Return("care_home", CARE_HOME), another=lambda: am.Return("domiciliary_care", {})),
    *named(
        absence=lambda: am.Absence(hours=3), empty_absence=am.Absence, hollow=lambda: am.Absence.__new__(am.Absence)
    ),
    *named(not_carried=lambda: am.NotCarried(fields=["hours_paid"], saves=["beds"], earlier_saves=True)),
    *named(ledger=lambda: am.Ledger({(2026, 8): "met"}), provider=am.Provider, england=lambda: am.ENGLAND),
    *named(
        campaign=lambda: am.Campaign("one", dt.date(2026, 4, 13), dt.date(2026, 6, 30)),
        reading=lambda: am.readings()[0],
    ),
    *named(location=lambda: am.Location("care_home", 42), edition=lambda: am.editions()[0], version=am.dataset_version),
    *named(notice=lambda: am.Notice("notice_of_intent", dt.date(2026, 9, 1), "posted")),
    *named(
        window=lambda: am.reporting_window(dt.date(2025, 8, 12)), citation=lambda: am.editions()[0].clauses[0].citation
    ),
    *named(report=lambda: am.validate(am.Return("care_home", CARE_HOME), dt.date(2025, 8, 20))),
    *named(batch=lambda: am.validate_all([am.Return("care_home", {})], dt.date(2025, 8, 20))),
    *named(checklist=lambda: am.checklist("care_home", dt.date(2025, 8, 12))),
]


def _of_numpy():
    if not NUMPY:
        return []
    import numpy as np

    values = [
        *(
            np.int64(3),
            np.int8(-3),
            np.uint64(2**63),
            np.float64(37.5),
            np.float32("nan"),
            np.float16("inf"),
            np.bool_(True),
        ),
        *(
            np.complex128(1j),
            np.str_("care_home"),
            np.bytes_(b"12"),
            np.datetime64("2025-08-12"),
            np.timedelta64(3, "D"),
        ),
        *(np.datetime64("NaT", "D"), np.longdouble("1e400"), np.void(b"12"), np.ma.masked, np.nan),
    ]
    arrays = {
        "array": lambda: np.array([1, 2, 3]),
        "empty_array": lambda: np.array([]),
        "array_of_texts": lambda: np.array(["outings"]),
        "array_of_objects": lambda: np.array([None, {}, object()], dtype=object),
        "array_of_no_dimension": lambda: np.array(3),
        "array_of_mappings": lambda: np.array([{"total": 3, "used": np.int64(3)}], dtype=object),
        "table": lambda: np.zeros((3, 3)),
        "records": lambda: np.zeros(2, dtype=[("beds_occupied", "i4")]),
    }
    return [*(Recipe(f"numpy {value!r}", lambda value=value: value) for value in values), *named(**arrays)]


OF_NUMPY = _of_numpy()
PARTS = {
    "ordinary": ORDINARY,
    "numbers": NUMBERS,
    "texts": TEXTS,
    "moments": MOMENTS,
    "subclasses": SUBCLASSES,
    "objects": OBJECTS,
    "containers": CONTAINERS,
    "mappings": MAPPINGS,
    "own": OWN,
    "numpy": OF_NUMPY,
}
"""Every recipe of a single value, by what kind of value it makes."""
