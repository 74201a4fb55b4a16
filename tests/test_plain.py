"""Values of unknown make are looked at through the built-in types alone, and results do not change."""

import copy
import enum
import pickle
from collections import OrderedDict, UserDict, deque

import pytest

import asc_mandate as am
from asc_mandate.plain import (
    FrozenDict,
    filled_text_of,
    is_a,
    is_mapping,
    items_of,
    iterator_of,
    member_of,
    repr_of,
    text_of,
    type_of,
)


class Pretender:
    @property
    def __class__(self):
        return str


class Loud(str):
    __slots__ = ()

    def __str__(self):
        return super().__str__().upper()


def test_a_kind_is_what_a_value_really_is():
    assert is_a(True, int)
    assert not is_a(1, bool)
    assert isinstance(Pretender(), str)
    assert not is_a(Pretender(), str)
    assert [is_mapping(value) for value in ({}, OrderedDict(), UserDict(), FrozenDict())] == [True] * 4
    assert [is_mapping(value) for value in ([], "", None, Pretender())] == [False] * 4


class Unhashable(type):
    def __hash__(cls):
        raise RuntimeError


class Odd(metaclass=Unhashable):
    def __iter__(self):
        return iter("a")


class Numbered:
    """Can be gone through by the numbers of its items alone."""

    def __getitem__(self, number):
        return "abc"[number]


class Closed:
    def __iter__(self):
        raise RuntimeError


def test_a_class_that_cannot_be_looked_up_is_nothing():
    assert not is_mapping(Odd())
    assert iterator_of(Odd()) is None


def test_what_can_be_gone_through():
    assert [list(iterator_of(value)) for value in (["a"], ("a",), {"a": 1}, "a", iter("a"), deque("a"))] == [["a"]] * 6
    assert list(Numbered()) == ["a", "b", "c"]
    assert [iterator_of(value) for value in (5, None, Numbered(), Closed(), Pretender())] == [None] * 5


def test_what_a_value_shows_of_itself():
    assert repr_of("a") == "'a'"
    assert repr_of(None) == "None"
    assert repr_of(10**5_000) == "<int>"


def test_the_letters_of_a_text():
    assert [text_of(value) for value in ("a", Loud("a"), "", None, b"a", Pretender())] == [
        *("a", "a", "", None, None, None)
    ]
    assert type(text_of(Loud("a"))) is str
    assert [filled_text_of(value) for value in ("a ", "", " \n", None)] == ["a ", None, None, None]


def test_a_member_of_an_enum_is_one_or_spells_one():
    class Other(enum.StrEnum):
        CARE_HOME = "care_home"

    kind = am.ServiceType
    assert member_of(kind, kind.CARE_HOME) is kind.CARE_HOME
    assert member_of(kind, "domiciliary_care") is kind.DOMICILIARY_CARE
    assert member_of(kind, Other.CARE_HOME) is kind.CARE_HOME
    assert [member_of(kind, value) for value in ("CARE_HOME", "", None, 5)] == [None] * 4


def test_the_items_of_a_collection():
    for collection in (list, tuple, set, frozenset):
        assert list(items_of(collection(["a"]))) == ["a"]
    assert [items_of(value) for value in ("ab", {"a": 1}, deque("a"), iter("a"), None)] == [None] * 5


def test_the_name_of_a_type():
    assert type_of(Pretender()) == "Pretender"


@pytest.mark.parametrize(
    "change",
    [
        lambda frozen: frozen.__setitem__("a", 2),
        lambda frozen: frozen.__delitem__("a"),
        lambda frozen: frozen.__ior__({"a": 2}),
        lambda frozen: frozen.clear(),
        lambda frozen: frozen.pop("a"),
        lambda frozen: frozen.popitem(),
        lambda frozen: frozen.setdefault("b", default=2),
        lambda frozen: frozen.update(a=2),
    ],
)
def test_what_is_part_of_a_result_does_not_change(change):
    values = am.Return("care_home", {"a": 1}).values
    with pytest.raises(TypeError) as caught:
        change(values)
    assert str(caught.value) == "This is part of a result, which does not change; make a dict of it first."
    assert values == {"a": 1}


def test_what_is_part_of_a_result_can_be_copied():
    frozen = FrozenDict({"a": [1]})
    for twin in (pickle.loads(pickle.dumps(frozen)), copy.copy(frozen), copy.deepcopy(frozen)):
        assert twin == frozen
        assert type(twin) is FrozenDict
    assert copy.deepcopy(frozen)["a"] is not frozen["a"]
    assert frozen | {"b": 2} == {"a": [1], "b": 2}
