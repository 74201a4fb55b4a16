"""Values that are made anew whenever they are asked for.

So a call can be made twice with values that nobody has read yet, and a failing example has a name, although its value
may be one that cannot be written.
"""

import itertools
from collections.abc import Callable

from attrs import frozen
from hypothesis import strategies as st

import asc_mandate as am


@frozen(repr=False, eq=False)
class Recipe:
    """How to make a value."""

    name: str
    make: Callable[[], object]
    parts: tuple["Recipe", ...] = ()

    def __repr__(self):
        return f"{self.name}({', '.join(map(repr, self.parts))})" if self.parts else self.name


def ready(*values):
    """Recipes of values that cannot change, and that can be written."""
    return [Recipe(repr(value), lambda value=value: value) for value in values]


def named(**makers):
    """Recipes by their names."""
    return [Recipe(name, make) for name, make in makers.items()]


def recipes(strategy):
    """Recipes of values that are drawn, cannot change and can be written."""
    return strategy.map(lambda value: Recipe(repr(value), lambda: value))


def made(name, build, parts):
    """A recipe that makes its parts, and builds one value of them."""
    parts = tuple(parts)
    return Recipe(name, lambda: build([part.make() for part in parts]), parts)


def tuple_of(*strategies):
    return st.tuples(*strategies).map(lambda parts: made("tuple", tuple, parts))


def list_of(items, max_size=3):
    """Lists, tuples and iterators of what is drawn."""
    builds = st.sampled_from([list, list, tuple, iter])
    parts = st.lists(items, max_size=max_size)
    return st.tuples(builds, parts).map(lambda drawn: made(drawn[0].__name__, *drawn))


def put(given, key, value):
    """Put an entry into a dict, unless the key can be none."""
    try:
        given[key] = value
    # What cannot be a key of any dict need not be tried as one.
    except Exception:  # noqa: BLE001
        given[None] = value
    return given


def _dict_of_pairs(pairs):
    whole = {}
    for key, value in zip(pairs[::2], pairs[1::2], strict=True):
        put(whole, key, value)
    return whole


def dict_of(keys, values, max_size=4):
    """Dicts of what is drawn."""
    pairs = st.lists(st.tuples(keys, values), max_size=max_size)
    return pairs.map(lambda pairs: made("dict", _dict_of_pairs, itertools.chain.from_iterable(pairs)))


def dict_with(**values):
    """Dicts with these keys, and a recipe drawn for each."""
    name = f"dict of {', '.join(values)}"
    return st.tuples(*values.values()).map(
        lambda parts: made(name, lambda built: dict(zip(values, built, strict=True)), parts)
    )


def dict_updated(base, more):
    """Dicts of which one updates the other."""
    return st.tuples(base, more).map(lambda parts: made("updated", lambda built: _updated(*built), parts))


def _updated(base, more):
    for key, value in more.items():
        put(base, key, value)
    return base


def absences_of(amounts):
    return st.tuples(amounts, amounts).map(
        lambda parts: made("absence", lambda built: am.Absence(hours=built[0], days=built[1]), parts)
    )
