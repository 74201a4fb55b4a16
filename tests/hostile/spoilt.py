"""Records that were sound, of which one part is something else or is gone."""

import copy

from hypothesis import strategies as st

from tests.hostile.everything import everything
from tests.hostile.recipes import Recipe


def spoilt(name, record):
    """Recipes of a record of which one part, at any depth, is anything at all, or was taken away."""
    steps = st.lists(st.integers(0, 40), min_size=1, max_size=7)
    removed = st.sampled_from([False, False, False, False, True])
    return st.tuples(steps, everything(), removed).map(lambda drawn: _recipe(name, record, *drawn))


def _recipe(name, record, steps, part, removed):
    def make():
        whole = copy.deepcopy(record)
        around, place = _found(whole, steps)
        if removed:
            del around[place]
        else:
            around[place] = part.make()
        return whole

    return Recipe(f"{name} {'without' if removed else 'with other'} {steps}", make, (part,))


def _found(record, steps):
    """The innermost list or object on a way that has parts, and the place in it of the next step."""
    around, place = record, None
    for step in steps:
        inside = around if place is None else around[place]
        if not isinstance(inside, dict | list) or not inside:
            break
        around, place = inside, (list(inside) if isinstance(inside, dict) else range(len(inside)))[step % len(inside)]
    return around, place
