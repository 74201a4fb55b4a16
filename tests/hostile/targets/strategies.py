"""What users draw for tests of their own."""

import datetime as dt

import asc_mandate as am
from asc_mandate import testing
from tests.helpers import QUIET_DAY
from tests.hostile.targets.shapes import Argument, anything, target
from tests.hostile.targets.sound import calendar, day, service

window = anything(lambda: am.reporting_window(QUIET_DAY))


@target("met_returns returns_with_defect", Argument.of([*testing.DEFECTS]), service, window, calendar)
def strategies_of_returns(code, service, window, calendar):
    return (
        testing.met_returns(service, window=window, calendar=calendar),
        testing.returns_with_defect(code, service, window=window, calendar=calendar),
    )


@target("windows moments_at_edges ledgers", day, Argument.of([dt.date(2026, 1, 1)], day.drawn), window, calendar)
def strategies_of_windows(first, last, window, calendar):
    return (
        testing.windows(first, last, calendar=calendar),
        testing.moments_at_edges(window),
        testing.ledgers(first, last, calendar=calendar),
    )
