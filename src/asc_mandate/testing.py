"""Hypothesis strategies, to test your own code with: windows, moments at their edges, returns, ledgers.

Needs Hypothesis: install ``asc-mandate[testing]``. What is drawn lies where everything is known: in editions that are
held, before the campaigns end that are known of.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

try:
    from hypothesis import strategies as st
except ImportError:
    raise ImportError(
        "asc_mandate.testing needs Hypothesis, which is not installed; install asc-mandate[testing]."
    ) from None

from asc_mandate._coerce import to_instance
from asc_mandate.calendar import ENGLAND, LAST_DAY, Calendar
from asc_mandate.checklists import checklist
from asc_mandate.conditions import Status
from asc_mandate.notice.index import edition_on, editions
from asc_mandate.notice.shapes import Kind, ServiceType, to_service
from asc_mandate.penalties import Ledger
from asc_mandate.returns import Absence, Return
from asc_mandate.validation.findings import Outcome
from asc_mandate.validation.validate import validate
from asc_mandate.windows import ReportingWindow, reporting_windows, to_window, window_opening_after

__all__ = ["Judged", "ledgers", "met_returns", "moments_at_edges", "windows"]

_DAY = dt.timedelta(days=1)
_INSTANT = dt.timedelta(microseconds=1)
_AMOUNTS = st.integers(0, 2000) | st.decimals(0, 2000, places=2)
_ABSENCES = st.builds(Absence, hours=_AMOUNTS, days=st.none() | _AMOUNTS) | st.builds(Absence, days=_AMOUNTS)
# Of a field that a later edition asks for.
_ANSWERS: Mapping[Kind, object] = {
    Kind.COUNT: 0, Kind.HOURS: 0, Kind.ABSENCE: Absence(days=0), Kind.YES_NO: True, Kind.OPTIONS: []
}  # fmt: skip
_OUTCOMES = st.sampled_from([Outcome.MET, Outcome.NOT_MET, Outcome.NOT_DUE, Outcome.UNDETERMINED])


class Judged(NamedTuple):
    """A return, and the day on which to judge it."""

    return_: Return
    on: dt.date


def windows(
    first: dt.date | None = None, last: dt.date | None = None, *, calendar: Calendar = ENGLAND
) -> st.SearchStrategy[ReportingWindow]:
    """Draw windows from the month of ``first`` to that of ``last``.

    Unless told otherwise, from the first one for which an edition is held to the last one that closes while every
    campaign is known. Raises as ``reporting_windows`` does.

    >>> from hypothesis import given
    >>> @given(windows())
    ... def test_days(window):
    ...     assert 7 <= window.days <= 12
    >>> test_days()
    """
    to_instance(calendar, Calendar, "calendar")
    # A window that an edition comes into has days for which no edition is held.
    start = window_opening_after(editions()[0].applies_from - _DAY, calendar).opens if first is None else first
    known = min(calendar.campaigns_known_through, LAST_DAY)
    found = reporting_windows(start, known if last is None else last, calendar=calendar)
    return st.sampled_from([window for window in found if last is not None or window.closes <= known])


def moments_at_edges(window: ReportingWindow) -> st.SearchStrategy[dt.date]:
    """Draw days and moments on either side of a window's two edges, and of the day that it would close on unrolled.

    Moments are in London, or the same ones in UTC. Raises InvalidArgument for anything but a window.

    >>> from hypothesis import given
    >>> @given(windows().flatmap(moments_at_edges))
    ... def test_edges(moment):
    ...     assert moment.day >= 7
    >>> test_edges()
    """
    to_instance(window, ReportingWindow, "window")
    due = window.rolled[0].day if window.rolled else window.closes
    days = [window.opens - _DAY, window.opens, due, due + _DAY, window.closes, window.closes + _DAY]
    edges = [edge.astimezone(dt.UTC) for edge in (window.opens_at, window.ends_at)]
    moments = [moment for edge in edges for moment in (edge - _INSTANT, edge)]
    in_london = [moment.astimezone(window.opens_at.tzinfo) for moment in moments]
    return st.sampled_from([*days, *moments, *in_london])


def ledgers(first: dt.date, last: dt.date, *, calendar: Calendar = ENGLAND) -> st.SearchStrategy[Ledger]:
    """Draw ledgers for the months from that of ``first`` to that of ``last``; some months may be absent.

    Raises as ``reporting_windows`` does.

    >>> from hypothesis import given
    >>> @given(ledgers(dt.date(2025, 9, 1), dt.date(2026, 8, 1)))
    ... def test_months(ledger):
    ...     assert all((2025, 9) <= month <= (2026, 8) for month in ledger.outcomes)
    >>> test_months()
    """
    months = [(window.year, window.month) for window in reporting_windows(first, last, calendar=calendar)]
    return st.fixed_dictionaries({}, optional=dict.fromkeys(months, _OUTCOMES)).map(Ledger)


def met_returns(
    service: ServiceType | str | None = None, *, window: ReportingWindow | None = None, calendar: Calendar = ENGLAND
) -> st.SearchStrategy[Judged]:
    """Draw returns that meet the duty, so that ``validate(return_, on)`` is MET and finds nothing.

    Some are judged inside the window, some after it; some were saved on the day of the check, some on days or at
    moments before. Unless told otherwise, of either type of service, and in any of ``windows()``. Raises
    InvalidArgument for an unknown service, for anything but a calendar and for a window that it does not have, and
    EditionNotHeld for a window before August 2023.

    >>> from hypothesis import given
    >>> from asc_mandate import Outcome, validate
    >>> @given(met_returns("care_home"))
    ... def test_met(judged):
    ...     assert validate(judged.return_, judged.on).outcome is Outcome.MET
    >>> test_met()
    """
    to_instance(calendar, Calendar, "calendar")
    services = list(ServiceType) if service is None else [to_service(service)]
    if window is not None:
        edition_on(to_window(window, calendar).opens)
    chosen = windows(calendar=calendar) if window is None else st.just(window)
    # What is drawn breaks no rule that there is now; one that is added later may find something.
    return _judged(services, chosen, calendar).filter(
        lambda judged: not validate(judged.return_, judged.on, calendar=calendar).findings
    )


@st.composite
def _judged(
    draw: st.DrawFn, services: list[ServiceType], windows: st.SearchStrategy[ReportingWindow], calendar: Calendar
) -> Judged:
    service, window = draw(st.sampled_from(services)), draw(windows)
    saved_on = window.opens + _DAY * draw(st.integers(0, window.days - 1))
    asked = checklist(service, saved_on, calendar=calendar)
    answers = draw(_care_home() if service is ServiceType.CARE_HOME else _domiciliary())
    wanted = [entry.field for entry in asked if entry.status is not Status.NOT_REQUIRED]
    noon = dt.datetime(saved_on.year, saved_on.month, saved_on.day, 12, tzinfo=dt.UTC)
    after = window.closes + _DAY
    each: Mapping[str, dt.date] = {section.id: noon for section, _ in asked.by_section}
    times = [
        (saved_on, None), (window.closes, saved_on), (after, saved_on), (after, noon), (noon, noon), (after, each)
    ]  # fmt: skip
    on, saved = draw(st.sampled_from(times))
    location_id = draw(st.none() | st.from_regex(r"[0-9]-[0-9]{8,12}", fullmatch=True, alphabet="0123456789-"))
    values = {field.id: answers.get(field.id, _ANSWERS[field.kind]) for field in wanted}
    return Judged(Return(service, values, location_id=location_id, saved=saved), on)


@st.composite
def _care_home(draw: st.DrawFn) -> Mapping[str, object]:
    capacity = draw(st.integers(1, 150))
    occupied = draw(st.integers(0, capacity))
    reserved = draw(st.integers(0, capacity - occupied))
    can_visit = draw(st.booleans())
    values: dict[str, object] = {
        "beds_maximum_capacity": capacity,
        "beds_occupied": occupied,
        "beds_vacant_reserved": reserved,
        "beds_vacant_accepting_admissions": draw(st.integers(0, capacity - occupied - reserved)),
        "residents_able_to_visit": can_visit,
        "visiting_options": draw(st.sets(st.sampled_from(["in the care home", "outings"]))) if can_visit else [],
    }
    staff = agency_staff = 0
    for group in ("nurses", "care_workers", "non_care_workers"):
        employed = draw(st.integers(1, 300))
        # Never the same headcounts as those employed, which would look copied.
        agency = draw(st.integers(0, employed - 1))
        covid = draw(st.integers(0, employed))
        values |= {
            f"{group}_employed": employed,
            f"agency_{group}_employed": agency,
            f"{group}_absent_covid": covid,
            f"{group}_absent_other": draw(st.integers(0, employed - covid)),
        }
        staff, agency_staff = staff + employed, agency_staff + agency
    people = {"employed_staff": staff, "agency_staff": agency_staff, "residents": occupied}
    return values | draw(_in_both_lists(people))


@st.composite
def _domiciliary(draw: st.DrawFn) -> Mapping[str, object]:
    service_users, staff = draw(st.integers(0, 2000)), draw(st.integers(0, 2000))
    returned = draw(st.integers(0, service_users))
    return {
        "service_users": service_users,
        "staff_face_to_face": staff,
        "staff_absent_covid": draw(st.integers(0, staff)),
        "nhs_la_packages_returned": returned,
        "self_funded_packages_ended": draw(st.integers(0, service_users - returned)),
        **draw(_in_both_lists({"staff": staff})),
    }


@st.composite
def _in_both_lists(draw: st.DrawFn, people: Mapping[str, int]) -> dict[str, object]:
    # In quarters of an hour, which all three kinds of number hold exactly.
    paid = draw(st.integers(4, 160_000))
    vaccinated = {
        f"{group}_{vaccination}": draw(st.integers(0, most))
        for group, most in people.items()
        for vaccination in ("seasonal_booster", "flu_vaccination", "covid_primary_course")
    }
    return {
        "hours_paid": draw(_amount(paid)),
        "hours_overtime": draw(st.integers(0, paid).flatmap(_amount)),
        "hours_agency": draw(st.integers(0, 160_000).flatmap(_amount)),
        "absence": draw(_ABSENCES),
        **vaccinated,
    }


def _amount(quarters: int) -> st.SearchStrategy[float | Decimal]:
    exact = Decimal(quarters) / 4
    return st.sampled_from([exact, float(exact), *([quarters // 4] if quarters % 4 == 0 else [])])
