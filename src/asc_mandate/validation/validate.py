"""Judging one return, or all returns of a group."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from asc_mandate import sentences
from asc_mandate.calendar import ENGLAND, Calendar, require_calendar
from asc_mandate.checklists import Checklist
from asc_mandate.dataset import version_of
from asc_mandate.errors import InvalidArgument
from asc_mandate.moments import as_moment
from asc_mandate.notice.index import edition_on
from asc_mandate.notice.model import ServiceType
from asc_mandate.notice.provenance import Citation
from asc_mandate.plain import filled_text_of, is_a, iterator_of
from asc_mandate.returns import Return
from asc_mandate.rules import LOCATION_ID_PATTERN, Severity
from asc_mandate.validation.answers import exact
from asc_mandate.validation.fields import read_values
from asc_mandate.validation.findings import NOT_KNOWN, Finding, Outcome
from asc_mandate.validation.report import BatchReport, Report
from asc_mandate.validation.saving import Saves, deciding_day, saves_of
from asc_mandate.validation.timing import timing_findings
from asc_mandate.validation.unknown import unknown_fields, unknown_sections
from asc_mandate.windows import ReportingWindow, has_closed, reporting_window
from asc_mandate.words import type_name

_LOCATION_ID = re.compile(LOCATION_ID_PATTERN.value)


def validate(return_: Return, on: dt.date, *, calendar: Calendar = ENGLAND) -> Report:
    """Whether this return, as it stands on this day or moment in London, meets the duty.

    The month of ``on`` names the window. What is wrong with the return becomes findings. Raises InvalidArgument for
    anything but a Return, for ``on`` other than a date or an aware datetime up to 2100, and for anything but a
    Calendar; NotInForce before August 2022; EditionNotHeld for windows before August 2023. Source: the notice,
    opening paragraphs and “Information required under section 277A”.

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
    require_calendar(calendar)
    return _judge(_require_return(return_, "return_"), as_moment(on), calendar)


def validate_all(returns: Iterable[Return], on: dt.date, *, calendar: Calendar = ENGLAND) -> BatchReport:
    """Whether each of these returns, as they stand on this day or moment in London, meets the duty.

    Returns for the same location and type of service are found as duplicates. Raises as ``validate`` does, and
    InvalidArgument where ``returns`` cannot be iterated over or holds anything but Returns. What an iterator of your
    own raises comes out as it is. Source: as for ``validate``.

    >>> batch = validate_all([Return("domiciliary_care", {})], on=dt.date(2025, 8, 12))
    >>> {outcome.value: count for outcome, count in batch.outcomes.items()}
    {'open': 1}
    """
    require_calendar(calendar)
    moment = as_moment(on)
    edition_on(deciding_day(moment, reporting_window(moment, calendar=calendar)))
    items = iterator_of(returns)
    if items is None:
        raise InvalidArgument(f"returns is {type_name(returns)}; pass a list of Return objects.")
    given = [_require_return(return_, f"returns[{place}]") for place, return_ in enumerate(items)]
    counts = Counter(map(_location_key, given))
    return BatchReport(
        moment,
        tuple(_judge(return_, moment, calendar, copies=counts[_location_key(return_)]) for return_ in given),
    )


def _require_return(given: object, name: str) -> Return:
    if not is_a(given, Return):
        raise InvalidArgument(f"{name} is {type_name(given)}; pass an asc_mandate.Return.")
    return given


def _location_key(return_: Return) -> tuple[ServiceType, str | None]:
    location_id = filled_text_of(return_.location_id)
    return return_.service, location_id and location_id.strip()


def _judge(return_: Return, on: dt.date, calendar: Calendar, copies: int = 1) -> Report:
    saves = saves_of(return_, on, calendar)
    checklist = saves.checklist
    location = tuple(_location(return_.location_id, copies, checklist))
    if saves.all_count and not saves.unknown and saves.look.is_spotless(return_.values):
        findings = location
    else:
        values = read_values(return_, saves)
        findings = (
            *timing_findings(saves, values.unsaved, on),
            *values.findings,
            *unknown_fields(values.unknown, checklist),
            *unknown_sections(saves.unknown, checklist),
            *_broken_rules(values.answers, saves),
            *location,
        )
    return Report(
        return_=return_,
        on=on,
        outcome=_outcome(findings, on, saves.window),
        findings=findings,
        window=saves.window,
        checklist=checklist,
        calendar=calendar,
        dataset=version_of(checklist.edition, calendar),
    )


def _outcome(findings: tuple[Finding, ...], on: dt.date, window: ReportingWindow) -> Outcome:
    if any(finding.severity is Severity.BREACH for finding in findings):
        return Outcome.NOT_MET if has_closed(window, on) else Outcome.OPEN
    if any(finding.code in NOT_KNOWN for finding in findings):
        return Outcome.UNDETERMINED
    return Outcome.MET


def _broken_rules(answers: Mapping[str, object], saves: Saves) -> Iterator[Finding]:
    for rule in saves.look.candidates(answers):
        numbers = rule.predicate({id: exact(answers[id]) for id in rule.fields if id in answers})
        if numbers is not None:
            basis = rule.basis
            yield Finding(
                code=rule.code,
                severity=rule.severity,
                fields=rule.fields,
                context=numbers,
                citation=basis if isinstance(basis, Citation) else saves.checklist[basis].field.citation,
                sentence=rule.sentence,
            )


def _location(location_id: str | None, copies: int, checklist: Checklist) -> Iterator[Finding]:
    if location_id is None:
        return
    if not _LOCATION_ID.fullmatch(location_id):
        yield Finding(
            code="location-id-unrecognised",
            severity=Severity.NOTE,
            fields=(),
            context={"location_id": location_id},
            citation=LOCATION_ID_PATTERN.citation,
            sentence=sentences.LOCATION_ID_UNRECOGNISED,
        )
    if copies > 1 and filled_text_of(location_id):
        yield Finding(
            code="location-duplicated",
            severity=Severity.QUERY,
            fields=(),
            context={"location_id": location_id, "count": copies},
            citation=checklist.edition.list_clause(checklist.service).citation,
            sentence=sentences.LOCATION_DUPLICATED,
        )
