"""Anything at all that a caller could pass: one strategy, and its named parts. What is drawn are recipes."""

import datetime as dt

from hypothesis import strategies as st

from tests.hostile.parts import FIELDS, MOMENTS, NUMBERS, OBJECTS, ORDINARY, PARTS, SUBCLASSES, TEXTS
from tests.hostile.recipes import absences_of, dict_of, list_of, recipes, tuple_of


def numbers():
    """Numbers of every make and size, and what is no number though it is of such a make."""
    return st.sampled_from(NUMBERS) | recipes(st.integers() | st.floats() | st.decimals())


def texts():
    """Texts that do not print, that are no Unicode, that look like numbers or days, and ids of fields."""
    return st.sampled_from(TEXTS) | recipes(st.text(max_size=20) | st.sampled_from(FIELDS))


def moments():
    """Days and moments from the first to the last, in zones of every make."""
    return st.sampled_from(MOMENTS) | recipes(st.dates() | st.datetimes(timezones=st.just(dt.UTC)))


def keys():
    """What can be a key of a dict, most often the id of a field."""
    return recipes(st.sampled_from(FIELDS)) | texts() | st.sampled_from([*ORDINARY, *NUMBERS, *SUBCLASSES, *OBJECTS])


_SINGLE = st.one_of(*(st.sampled_from(part) for part in PARTS.values() if part), numbers(), texts(), moments())
_EVERYTHING = st.recursive(
    _SINGLE,
    lambda inner: list_of(inner) | dict_of(keys(), inner) | absences_of(inner) | tuple_of(inner, inner),
    max_leaves=4,
)


def everything():
    """Anything at all."""
    return _EVERYTHING


def mostly(*usual):
    """What is asked for more often than not, and anything at all otherwise."""
    return st.one_of(*usual, everything())
