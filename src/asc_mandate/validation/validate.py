"""Judging one return, or all returns of a group."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable

from asc_mandate._coerce import iterate, to_instance, to_moment
from asc_mandate.calendar import ENGLAND, Calendar
from asc_mandate.notice.index import edition_on
from asc_mandate.returns import Return
from asc_mandate.validation.case import case_of
from asc_mandate.validation.report import BatchReport, Report, report_on
from asc_mandate.windows import ReportingWindow, reporting_window, to_window


def validate(
    return_: Return, on: dt.date, *, window: ReportingWindow | None = None, calendar: Calendar = ENGLAND
) -> Report:
    """Return whether a return, as it stands on a day or moment in London, meets the duty.

    Args:
        return_: What one location says for one month. What is wrong with it becomes findings.
        on: The day or the aware moment of the check.
        window: The window to judge; that of the month of ``on`` unless given.
        calendar: The working days and campaigns to judge by.

    Raises InvalidArgument for anything else; NotInForce before August 2022; EditionNotHeld for windows before August
    2023. Source: the notice, opening paragraphs and “Information required under section 277A”.

    >>> from asc_mandate.returns import Absence
    >>> values = {
    ...     "service_users": 40, "staff_face_to_face": 25, "staff_absent_covid": 0,
    ...     "hours_paid": 2400, "hours_overtime": 60, "hours_agency": 0, "absence": Absence(hours=35),
    ...     "nhs_la_packages_returned": 0, "self_funded_packages_ended": 1,
    ... }
    >>> report = validate(Return("domiciliary_care", values), on=dt.date(2025, 8, 12))
    >>> report.outcome.value, report.findings
    ('met', ())
    """
    given, moment = to_instance(return_, Return, "return_"), to_moment(on)
    case = case_of(given, moment, _window(moment, window, calendar), calendar)
    return report_on(case)


def validate_all(
    returns: Iterable[Return], on: dt.date, *, window: ReportingWindow | None = None, calendar: Calendar = ENGLAND
) -> BatchReport:
    """Return whether each of some returns, as they stand on a day or moment in London, meets the duty.

    Returns for the same location and type of service are found as duplicates. Takes and raises what ``validate`` does;
    exceptions raised by an iterator you pass in propagate. Source: as for ``validate``.

    >>> batch = validate_all([Return("domiciliary_care", {})], on=dt.date(2025, 8, 12))
    >>> {outcome.value: count for outcome, count in batch.outcomes.items()}
    {'open': 1}
    """
    moment = to_moment(on)
    judged = _window(moment, window, calendar)
    # Refuse a day without an edition for an empty batch, too.
    edition_on(judged.day_nearest(moment))
    given = list(iterate(returns, Return, "returns"))
    keys = [(return_.service, return_.location_id and return_.location_id.strip()) for return_ in given]
    copies = Counter(keys)
    cases = (case_of(return_, moment, judged, calendar, copies[key]) for return_, key in zip(given, keys, strict=True))
    return BatchReport(moment, tuple(map(report_on, cases)))


def _window(on: dt.date, window: ReportingWindow | None, calendar: Calendar) -> ReportingWindow:
    to_instance(calendar, Calendar, "calendar")
    return reporting_window(on, calendar=calendar) if window is None else to_window(window, calendar)
