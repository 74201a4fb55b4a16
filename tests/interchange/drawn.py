"""Returns of every kind, drawn, and what becomes of records."""

import datetime as dt
import json
import pickle

import pytest
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.interchange import from_record
from tests.helpers import CARE_HOME

PLUS_FIVE = dt.timezone(dt.timedelta(hours=5))

DAY = "write a day that exists, like “2026-11-14”, or a moment with its offset, like “2026-11-14T16:30:00+00:00”"

# Half of a character is no text outside of Python.
texts = st.text(st.characters(exclude_categories=["Cs"]))
scalars = (
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | texts
)
values = scalars | st.builds(am.Absence, hours=scalars, days=scalars) | st.lists(scalars, max_size=3)
field_ids = st.sampled_from([*CARE_HOME, "hours_paid", "nothing_like_it"]) | texts
moments = st.dates(dt.date(2025, 1, 1), dt.date(2026, 3, 31)) | st.datetimes(
    dt.datetime(2025, 1, 1), dt.datetime(2026, 3, 31), timezones=st.sampled_from([dt.UTC, PLUS_FIVE])
)
sections = st.sampled_from(["beds", "workforce", "service_users"])


def returns(ids=field_ids, of=values, names=texts):
    """Returns of any kind, whose values and names are drawn from some."""
    return st.builds(
        am.Return,
        st.sampled_from(am.ServiceType),
        st.dictionaries(ids, of, max_size=8),
        location_id=st.none() | names,
        saved=st.none() | moments | st.dictionaries(sections | names, moments, max_size=3),
        not_carried=st.builds(
            am.NotCarried,
            fields=st.lists(st.sampled_from([*CARE_HOME]), max_size=2),
            saves=st.lists(sections, max_size=2),
            unreadable_saves=st.dictionaries(sections, names.map(str), max_size=2),
            earlier_saves=st.booleans(),
        ),
    )


def through_json(record):
    """What is left of a record once it was text, in JSON that every reader takes."""
    return json.loads(json.dumps(record, allow_nan=False))


def problems(kind, record):
    """Everything that is wrong with a record, in the words of its refusal."""
    with pytest.raises(am.InvalidRecord) as refusal:
        from_record(kind, record)
    assert str(refusal.value) == "\n".join(map(str, refusal.value.problems))
    # It can be pickled, and is a ValueError like every refusal.
    assert pickle.loads(pickle.dumps(refusal.value)).problems == refusal.value.problems
    assert isinstance(refusal.value, ValueError)
    return str(refusal.value).splitlines()
