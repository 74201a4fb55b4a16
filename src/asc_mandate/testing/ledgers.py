"""Ledgers of many windows."""

import datetime as dt
from collections.abc import Sequence

from hypothesis import strategies as st

from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.validation.findings import Outcome
from asc_mandate.windows import reporting_windows

_OUTCOMES = (Outcome.MET, Outcome.NOT_MET, Outcome.NOT_DUE, Outcome.UNDETERMINED, None)


def ledgers(first: dt.date, last: dt.date, *, calendar: Calendar = ENGLAND) -> st.SearchStrategy[Ledger]:
    """Which ledgers there are for the months from that of ``first`` to that of ``last``; some months may be absent.

    Raises as ``reporting_windows`` does.

    >>> from hypothesis import given
    >>> @given(ledgers(dt.date(2025, 9, 1), dt.date(2026, 8, 1)))
    ... def test_months(ledger):
    ...     assert all((2025, 9) <= month <= (2026, 8) for month in ledger.outcomes)
    >>> test_months()
    """
    months = [(window.year, window.month) for window in reporting_windows(first, last, calendar=calendar)]

    def ledger(outcomes: Sequence[Outcome | None]) -> Ledger:
        known = {month: outcome for month, outcome in zip(months, outcomes, strict=True) if outcome is not None}
        return Ledger(known)

    size = len(months)
    return st.lists(st.sampled_from(_OUTCOMES), min_size=size, max_size=size).map(ledger)
