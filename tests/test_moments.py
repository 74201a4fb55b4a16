"""Days and moments are brought to London as they are, to the microsecond and through the hour that comes twice."""

import datetime as dt

import pytest

from asc_mandate._coerce import to_date, to_moment
from asc_mandate._moments import day_of, is_after, start_of

DAY = dt.date(2026, 10, 25)
"""On this day the clock goes back in London, at 2 o'clock in summer time."""


class Stamp(dt.datetime):
    pass


class Day(dt.date):
    pass


def in_utc(*args):
    return dt.datetime(*args, tzinfo=dt.UTC)


def fields(moment):
    return moment.replace(tzinfo=None), moment.fold, str(moment.tzinfo)


@pytest.mark.parametrize(
    ("given", "there", "fold"),
    [
        (in_utc(2026, 7, 14, 22, 59, 58, 765432), dt.datetime(2026, 7, 14, 23, 59, 58, 765432), 0),
        (in_utc(2026, 7, 14, 23, 0), dt.datetime(2026, 7, 15, 0, 0), 0),
        (in_utc(2025, 12, 31, 23, 59), dt.datetime(2025, 12, 31, 23, 59), 0),
        (in_utc(2026, 10, 25, 0, 30), dt.datetime(2026, 10, 25, 1, 30), 0),
        (in_utc(2026, 10, 25, 1, 30), dt.datetime(2026, 10, 25, 1, 30), 1),
        # As a zone of pytz has it that was passed to the constructor.
        (dt.datetime(2026, 7, 14, 22, 59, tzinfo=dt.timezone(dt.timedelta(minutes=-1))), dt.datetime(2026, 7, 15), 0),
        (Stamp(2026, 7, 14, 22, 30, tzinfo=dt.UTC), dt.datetime(2026, 7, 14, 23, 30), 0),
    ],
)
def test_a_moment_is_the_same_in_london(given, there, fold):
    moment = to_moment(given)
    assert type(moment) is dt.datetime
    assert fields(moment) == (there, fold, "Europe/London")
    assert moment.astimezone(dt.UTC) == given
    assert to_date(given) == day_of(moment) == there.date()


def test_a_day_is_itself():
    assert to_moment(DAY) is DAY
    for given in (DAY, Day(2026, 10, 25)):
        assert type(to_moment(given)) is dt.date
        assert to_moment(given) == to_date(given) == day_of(given) == DAY


def test_a_day_starts_at_its_midnight_in_london():
    assert fields(start_of(dt.date(2026, 7, 14))) == (dt.datetime(2026, 7, 14), 0, "Europe/London")


@pytest.mark.parametrize(
    ("moment", "other", "later"),
    [
        (DAY, DAY, False),
        (dt.date(2026, 10, 26), DAY, True),
        (DAY, dt.date(2026, 10, 26), False),
        (in_utc(2026, 10, 25, 1, 15), in_utc(2026, 10, 25, 0, 30), True),
        (in_utc(2026, 10, 25, 0, 30), in_utc(2026, 10, 25, 1, 15), False),
        (in_utc(2026, 10, 25, 0, 30), in_utc(2026, 10, 25, 0, 30), False),
        (DAY, in_utc(2026, 10, 25, 12), False),
        (in_utc(2026, 10, 25, 12), DAY, False),
        (in_utc(2026, 10, 26, 12), DAY, True),
        (dt.date(2026, 10, 26), in_utc(2026, 10, 25, 12), True),
    ],
)
def test_a_day_is_no_later_than_its_own_moments(moment, other, later):
    assert is_after(to_moment(moment), to_moment(other)) is later
