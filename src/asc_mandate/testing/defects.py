"""Returns with one defect of a chosen kind."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, cast

from attrs import evolve
from hypothesis import assume
from hypothesis import strategies as st

from asc_mandate.calendar import ENGLAND, Calendar, require_calendar
from asc_mandate.checklists import checklist
from asc_mandate.conditions import Status
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice.index import ever_asked
from asc_mandate.notice.model import Kind, ServiceType, service_type
from asc_mandate.plain import text_of
from asc_mandate.predicates import MoreThanLimit, MoreThanWhole, OptionsDespiteNo, SameNumbers, SomeWithoutAny
from asc_mandate.returns import Absence
from asc_mandate.rules import RULES, UNUSUALLY_LARGE
from asc_mandate.testing.returns import Judged, met_returns
from asc_mandate.testing.windows import require_window
from asc_mandate.validation.answers import TOO_LARGE
from asc_mandate.validation.validate import validate
from asc_mandate.windows import ReportingWindow, reporting_window
from asc_mandate.words import listed, shown

Changes = Mapping[str, object]
Defect = Callable[[st.DrawFn, Judged, ReportingWindow, Calendar], Judged]

_DAY = dt.timedelta(days=1)
_WRONG: Mapping[Kind, tuple[object, ...]] = {
    Kind.COUNT: ("12", 2.5, True, "no", [3], TOO_LARGE),
    Kind.HOURS: ("12", True, [3], float(TOO_LARGE)),
    Kind.ABSENCE: (3, "3", Absence(hours="3")),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    Kind.YES_NO: ("yes", 1, 0),
    Kind.OPTIONS: ("outings", [""], [3], 7),
}
_NOT_FINITE = (float("nan"), float("inf"), float("-inf"))


def returns_with_defect(
    code: str,
    service: ServiceType | str | None = None,
    *,
    window: ReportingWindow | None = None,
    calendar: Calendar = ENGLAND,
) -> st.SearchStrategy[Judged]:
    """Which returns would meet the duty but for one defect, for which ``validate`` finds this code.

    The defect may have other findings in its train. ``DEFECTS`` has the codes. Raises InvalidArgument for any other
    code, for one that this type of service, or this window, cannot have, and as ``met_returns`` does.

    >>> from hypothesis import given
    >>> from asc_mandate import validate
    >>> @given(returns_with_defect("overtime-exceeds-hours-paid"))
    ... def test_found(judged):
    ...     codes = [finding.code for finding in validate(judged.return_, judged.on).findings]
    ...     assert "overtime-exceeds-hours-paid" in codes
    >>> test_found()
    """
    require_calendar(calendar)
    if text_of(code) not in DEFECTS:
        raise InvalidArgument(f"code is {shown(code)}; pass one of {listed(DEFECTS)}.")
    services = list(ServiceType) if service is None else [service_type(service)]
    if window is None:
        able = [one for one in services if _can_have(code, set(ever_asked(one)), set(ever_asked(one)))]
    else:
        require_window(window, calendar)
        able = [one for one in services if _can_have(code, *_asked_and_not(one, window, calendar))]
    if not able:
        raise InvalidArgument(f"No such return has what {code} could be about; choose another service or window.")
    return _with_defect(code, able, window, calendar)


def _can_have(code: str, asked: set[str], left_out: set[str]) -> bool:
    if code == "not-required":
        return bool(left_out)
    return code in _MAKERS or any(rule.code == code and asked.issuperset(rule.fields) for rule in RULES)


def _asked_and_not(service: ServiceType, window: ReportingWindow, calendar: Calendar) -> tuple[set[str], set[str]]:
    """Return the fields that are asked for, and those that are not, on the first day of a window."""
    opening = checklist(service, window.opens, calendar=calendar)
    left_out = {entry.field.id for entry in opening if entry.status is Status.NOT_REQUIRED}
    return {entry.field.id for entry in opening} - left_out, left_out


@st.composite
def _with_defect(
    draw: st.DrawFn, code: str, services: list[ServiceType], window: ReportingWindow | None, calendar: Calendar
) -> Judged:
    judged = draw(met_returns(draw(st.sampled_from(services)), window=window, calendar=calendar))
    of_month = reporting_window(judged.on, calendar=calendar)
    return _MAKERS[code](draw, judged, of_month, calendar) if code in _MAKERS else _break_rule(draw, code, judged)


def _changed(judged: Judged, changes: Changes) -> Judged:
    return judged._replace(return_=evolve(judged.return_, values={**judged.return_.values, **changes}))


def _field(draw: st.DrawFn, judged: Judged, calendar: Calendar, *kinds: Kind) -> tuple[str, Kind]:
    required = validate(judged.return_, judged.on, calendar=calendar).checklist.required
    fields = [requirement.field for requirement in required if not kinds or requirement.field.kind in kinds]
    field = draw(st.sampled_from(fields))
    return field.id, field.kind


def _missing(draw: st.DrawFn, judged: Judged, _: ReportingWindow, calendar: Calendar) -> Judged:
    field, kind = _field(draw, judged, calendar)
    if draw(st.booleans()):
        values = {id: value for id, value in judged.return_.values.items() if id != field}
        return judged._replace(return_=evolve(judged.return_, values=values))
    return _changed(judged, {field: Absence() if kind is Kind.ABSENCE else None})


def _wrong_type(draw: st.DrawFn, judged: Judged, _: ReportingWindow, calendar: Calendar) -> Judged:
    field, kind = _field(draw, judged, calendar)
    return _changed(judged, {field: draw(st.sampled_from(_WRONG[kind]))})


def _negative(draw: st.DrawFn, judged: Judged, _: ReportingWindow, calendar: Calendar) -> Judged:
    field, kind = _field(draw, judged, calendar, Kind.COUNT, Kind.HOURS, Kind.ABSENCE)
    number = draw(st.integers(-1000, -1))
    return _changed(judged, {field: Absence(days=number) if kind is Kind.ABSENCE else number})


def _not_finite(draw: st.DrawFn, judged: Judged, _: ReportingWindow, calendar: Calendar) -> Judged:
    field, kind = _field(draw, judged, calendar, Kind.HOURS, Kind.ABSENCE)
    number = draw(st.sampled_from(_NOT_FINITE))
    return _changed(judged, {field: Absence(hours=number) if kind is Kind.ABSENCE else number})


def _unknown_field(draw: st.DrawFn, judged: Judged, _: ReportingWindow, calendar: Calendar) -> Judged:
    field, _kind = _field(draw, judged, calendar)
    return _changed(judged, {f"{field}{draw(st.sampled_from(['s', '_x', ' ']))}": 0})


def _unusually_large(draw: st.DrawFn, judged: Judged, _: ReportingWindow, _calendar: Calendar) -> Judged:
    return _changed(judged, {"hours_agency": draw(st.integers(UNUSUALLY_LARGE.value + 1, TOO_LARGE - 1))})


def _not_required(draw: st.DrawFn, judged: Judged, _: ReportingWindow, calendar: Calendar) -> Judged:
    checklist = validate(judged.return_, judged.on, calendar=calendar).checklist
    left_out = [requirement.field.id for requirement in checklist if requirement.field.id not in judged.return_.values]
    assume(left_out)
    return _changed(judged, {draw(st.sampled_from(left_out)): 0})


def _location_id(draw: st.DrawFn, judged: Judged, _: ReportingWindow, _calendar: Calendar) -> Judged:
    location_id = draw(st.sampled_from(["1-12", "VNH4P", "1-1000210669 ", "12-100021066"]))
    return judged._replace(return_=evolve(judged.return_, location_id=location_id))


def _saved(judged: Judged, saved: dt.date, on: dt.date) -> Judged:
    return Judged(evolve(judged.return_, saved=saved), on)


def _late(draw: st.DrawFn, judged: Judged, window: ReportingWindow, _: Calendar) -> Judged:
    saved = window.closes + draw(st.integers(1, 5)) * _DAY
    return _saved(judged, saved, saved + draw(st.integers(0, 2)) * _DAY)


def _not_saved_in_window(draw: st.DrawFn, judged: Judged, window: ReportingWindow, _: Calendar) -> Judged:
    on = window.opens + draw(st.integers(0, window.days + 5)) * _DAY
    return _saved(judged, window.opens - draw(st.integers(1, 60)) * _DAY, on)


def _window_not_open(draw: st.DrawFn, judged: Judged, window: ReportingWindow, _: Calendar) -> Judged:
    on = window.opens - draw(st.integers(1, 7)) * _DAY
    return _saved(judged, on, on)


def _saved_after_check(draw: st.DrawFn, judged: Judged, window: ReportingWindow, _: Calendar) -> Judged:
    on = window.opens + draw(st.integers(0, window.days - 1)) * _DAY
    return _saved(judged, on + draw(st.integers(1, 10)) * _DAY, on)


def _break_rule(draw: st.DrawFn, code: str, judged: Judged) -> Judged:
    values = judged.return_.values
    rules = [rule for rule in RULES if rule.code == code and values.keys() >= set(rule.fields)]
    assume(rules)
    return _changed(judged, _tripping(draw, draw(st.sampled_from(rules)).predicate, values))


def _tripping(draw: st.DrawFn, predicate: object, values: Mapping[str, Any]) -> Changes:
    more = draw(st.integers(1, 100))
    match predicate:
        case MoreThanWhole(parts, whole):
            return {draw(st.sampled_from(parts)): int(sum(values[field] for field in whole)) + more}
        case MoreThanLimit(field, limit):
            return {field: limit + more}
        case SomeWithoutAny(some, without):
            return {**dict.fromkeys(without, 0), draw(st.sampled_from(some)): more}
        case SameNumbers(row, other):
            return {copy: values[field] for field, copy in zip(row, other, strict=True)}
        case _:
            question, options = cast("OptionsDespiteNo", predicate).fields
            return {question: False, options: ["outings"]}


_MAKERS: Mapping[str, Defect] = {
    "missing": _missing,
    "wrong-type": _wrong_type,
    "negative": _negative,
    "not-finite": _not_finite,
    "unknown-field": _unknown_field,
    "unusually-large": _unusually_large,
    "not-required": _not_required,
    "location-id-unrecognised": _location_id,
    "late": _late,
    "not-saved-in-window": _not_saved_in_window,
    "window-not-open": _window_not_open,
    "saved-after-check": _saved_after_check,
}
DEFECTS: tuple[str, ...] = (*_MAKERS, *dict.fromkeys(rule.code for rule in RULES))
"""The codes for which returns can be drawn."""
