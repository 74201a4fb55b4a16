"""A walk over the calendar with the notice in one hand and the official list of bank holidays in the other."""

import datetime as dt

from tests.helpers import bank_holidays

ONE_DAY = dt.timedelta(days=1)
FIRST_DAY, LAST_DAY = dt.date(2022, 8, 1), dt.date(2028, 12, 31)
BANK_HOLIDAYS = bank_holidays()
WEEKEND = {6: "Saturday", 7: "Sunday"}


def days(first, last):
    """Every day from the first to the last."""
    day = first
    while day <= last:
        yield day
        day += ONE_DAY


def walked():
    """The days of every reporting window, window after window."""
    windows, inside = [], None
    for day in days(FIRST_DAY, LAST_DAY):
        if day.day == 8:
            inside = []
        if inside is None:
            continue
        inside.append(day)
        if day.day >= 14 and day.isoweekday() not in WEEKEND and day not in BANK_HOLIDAYS:
            windows.append(inside)
            inside = None
    return windows


WINDOWS = walked()


def window_of_month(day):
    """The days of the window of a day's month."""
    (found,) = (window for window in WINDOWS if (window[0].year, window[0].month) == (day.year, day.month))
    return found


def first_moment(day):
    """The first moment of a day in London: clocks go forward on the last Sunday of March, back on that of October."""
    forward, back = last_sunday(day.year, 3), last_sunday(day.year, 10)
    midnight = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
    # They change after midnight, so the day on which they do so begins by the clock of the day before.
    return midnight - dt.timedelta(hours=1) if forward < day <= back else midnight


def last_sunday(year, month):
    day = dt.date(year, month, 31)
    while day.isoweekday() != 7:
        day -= ONE_DAY
    return day


def last_moment(day):
    """The last microsecond of a day in London."""
    return first_moment(day + ONE_DAY) - dt.timedelta(microseconds=1)
