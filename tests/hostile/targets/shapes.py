"""How a target is written down: what to call, and what may stand in each place."""

from collections.abc import Callable

from attrs import field, frozen
from hypothesis import strategies as st

import asc_mandate as am
from tests.hostile.everything import everything, mostly
from tests.hostile.recipes import Recipe, ready


@frozen
class Argument:
    """What may stand in one place.

    Attributes:
        drawn: What is drawn for it: recipes, sound or odd.
        sound: One sound value, for when another place has an odd one.
        anything: Whether anything at all may stand there. Not so where the function that is called takes it apart.
    """

    drawn: st.SearchStrategy
    sound: Recipe
    anything: bool = True

    @classmethod
    def of(cls, sound, *more):
        """Mostly sound values and what else is drawn, but otherwise anything at all."""
        values = [value if isinstance(value, Recipe) else ready(value)[0] for value in sound]
        return cls(mostly(st.sampled_from(values), *more), values[0])


def anything(sound):
    """Anything at all, beside one way to make what is sound."""
    return Argument(everything(), Recipe("sound", sound))


@frozen
class Target:
    """Something to call.

    Attributes:
        name: What it is called in the figures of a run.
        function: What to call, with one value for each argument.
        arguments: What may be passed.
        covers: The public names that are put to the proof by it.
        may_break_off: Whether an iterator of the caller's own may be passed somewhere, whose errors come out.
    """

    name: str
    function: Callable
    arguments: tuple[Argument, ...]
    covers: frozenset[str] = field(converter=lambda names: frozenset(names.split()))
    may_break_off: bool = False


TARGETS = []


def target(covers, *arguments, may_break_off=False):
    """Enlist a function as a target that covers public names."""

    def enlist(function):
        TARGETS.append(Target(function.__name__, function, arguments, covers, may_break_off))
        return function

    return enlist


def told(function, *given, **more):
    """An answer, or the words of a refusal, where more is to be asked after either."""
    try:
        return function(*given, **more)
    except am.MandateError as refusal:
        return str(refusal)
