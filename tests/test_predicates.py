"""What trips each question that rules ask, on both sides of its boundary, with the numbers for the sentence."""

from decimal import Decimal

import pytest

import asc_mandate as am
from asc_mandate.predicates import MoreThanLimit, MoreThanWhole, OptionsDespiteNo, SameNumbers, SomeWithoutAny

WHOLE = MoreThanWhole(("a", "b"), ("c", "d"))
ONE = MoreThanWhole(("a",), ("c",))
LIMIT = MoreThanLimit("a", 10)
SOME = SomeWithoutAny(("a", "b"), ("c", "d"))
SAME = SameNumbers(("a", "b"), ("c", "d"))
OPTIONS = OptionsDespiteNo("a", "b")
LONG = Decimal("1." + "0" * 40 + "1")


@pytest.mark.parametrize(
    ("predicate", "answers", "numbers"),
    [
        (WHOLE, {"a": 2, "b": 2, "c": 3, "d": 0}, {"a": 2, "b": 2, "c": 3, "d": 0, "part": 4, "whole": 3}),
        (WHOLE, {"a": 2, "b": 2, "c": 3, "d": 1}, None),
        (WHOLE, {"b": 4, "c": 3, "d": 0}, {"a": None, "b": 4, "c": 3, "d": 0, "part": 4, "whole": 3}),
        (WHOLE, {"a": 9, "b": 9, "c": 3}, None),
        (WHOLE, {"c": 0, "d": 0}, None),
        (WHOLE, {}, None),
        (ONE, {"a": LONG, "c": 1}, {"a": LONG, "c": 1, "part": LONG, "whole": 1}),
        (ONE, {"a": am.Absence(hours=9), "c": 1}, None),
        (LIMIT, {"a": 11}, {"number": 11, "limit": 10}),
        (LIMIT, {"a": 10}, None),
        (LIMIT, {}, None),
        (SOME, {"a": 1, "b": 2, "c": 0, "d": 0}, {"number": 3}),
        (SOME, {"b": 1, "c": 0, "d": 0}, {"number": 1}),
        (SOME, {"a": 0, "b": 0, "c": 0, "d": 0}, None),
        (SOME, {"a": 1, "b": 2, "c": 0, "d": 1}, None),
        (SOME, {"a": 1, "b": 2, "c": 0}, None),
        (SOME, {"c": 0, "d": 0}, None),
        (SAME, {"a": 1, "b": 0, "c": 1, "d": 0}, {"row": (1, 0)}),
        (SAME, {"a": 1, "b": 0, "c": 1, "d": 1}, None),
        (SAME, {"a": 0, "b": 0, "c": 0, "d": 0}, None),
        (SAME, {"a": 1, "c": 1}, None),
        (OPTIONS, {"a": False, "b": ("x", "y")}, {"number": 2}),
        (OPTIONS, {"a": False, "b": ()}, None),
        (OPTIONS, {"a": False}, None),
        (OPTIONS, {"a": True, "b": ("x",)}, None),
        (OPTIONS, {"b": ("x",)}, None),
        (OPTIONS, {"a": 0, "b": ("x",)}, None),
        (OPTIONS, {"a": False, "b": 3}, None),
    ],
)
def test_what_trips_it(predicate, answers, numbers):
    assert predicate(answers) == numbers


def test_each_names_the_fields_it_looks_at():
    assert [predicate.fields for predicate in (WHOLE, LIMIT, SOME, SAME, OPTIONS)] == [
        ("a", "b", "c", "d"),
        ("a",),
        ("a", "b", "c", "d"),
        ("a", "b", "c", "d"),
        ("a", "b"),
    ]
