"""What holds between fields: the contradictions and the queries, one entry each, with its two examples beside it.

A contradiction follows from the notice's own words: a part cannot be more than its whole. A query is worth a second
look. A rule applies wherever the list has all of its fields. To add one, write its entry here, with values
that only just break it and values that only just do not; the tests try both.
"""

import datetime as dt
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from attrs import evolve

from asc_mandate.notice.drafting import REASONING, SKILLS_FOR_CARE
from asc_mandate.notice.index import edition_on
from asc_mandate.notice.provenance import Citation, join_citations
from asc_mandate.notice.shapes import Field, ServiceType
from asc_mandate.validation.expressions import Rule, fields_of
from asc_mandate.validation.findings import Severity
from asc_mandate.validation.values import Answer

_EMPLOYED = ("nurses_employed", "care_workers_employed", "non_care_workers_employed")
_AGENCY = ("agency_nurses_employed", "agency_care_workers_employed", "agency_non_care_workers_employed")
_ALL_EMPLOYED, _ALL_AGENCY = " + ".join(_EMPLOYED), " + ".join(_AGENCY)

Examples = tuple[tuple[Answer, ...], tuple[Answer, ...]]
"""Values in the order of the expression's fields: those that only just break it, and those that only just do not."""


def _contradiction(code: str, expression: str, sentence: str, examples: Examples, *, of: str = "") -> Rule:
    return _rule(Severity.CONTRADICTION, code, expression, sentence=sentence, basis=None, examples=examples, of=of)


def _query(
    code: str, expression: str, sentence: str, basis: str | Citation, examples: Examples, *, of: str = ""
) -> Rule:
    cited = Citation(REASONING, basis) if isinstance(basis, str) else basis
    return _rule(Severity.QUERY, code, expression, sentence=sentence, basis=cited, examples=examples, of=of)


def _rule(severity: Severity, code: str, expression: str, *, examples: Examples, of: str, **told: Any) -> Rule:
    breaks, holds = (dict(zip(fields_of(expression), values, strict=True)) for values in examples)
    id = f"{code}-{of.replace('_', '-')}" if of else code
    return Rule(id, code, severity, expression, **told, breaks=breaks, holds=holds)


def _absences(group: str, name: str) -> Rule:
    covid, other, whole = f"{group}_absent_covid", f"{group}_absent_other", f"{group}_employed"
    return _contradiction(
        "absences-exceed-headcount",
        f"{covid} + {other} <= {whole}",
        f"{name} absent ({{left}}: {{{covid}}} for COVID-19, {{{other}}} for other reasons) are more than all those "
        f"directly employed ({{{whole}}}), who include them.",
        ((4, 6, 9), (4, 5, 9)),
        of=group,
    )


def _vaccinated_staff(field: str, words: str, name: str, whole: tuple[str, str, str]) -> Rule:
    nurses, care, rest = whole
    return _contradiction(
        "vaccinated-exceed-headcount",
        f"{field} <= {nurses} + {care} + {rest}",
        f"{name} known to have had {words} ({{{field}}}) are more than all {name[0].lower()}{name[1:]} ({{right}}: "
        f"registered nurses {{{nurses}}}, care staff {{{care}}}, other staff {{{rest}}}).",
        ((68, 9, 41, 17), (67, 9, 41, 17)),
        of=field,
    )


def _vaccinated_residents(field: str, words: str) -> Rule:
    return _query(
        "vaccinated-exceed-residents",
        f"{field} <= beds_occupied",
        f"Residents known to have had {words} ({{{field}}}) are more than the beds occupied ({{beds_occupied}}).",
        "vaccinated residents against beds occupied: residents change, so both can be right",
        ((39, 38), (38, 38)),
        of=field.removeprefix("residents_"),
    )


def _face_to_face(code: str, field: str, words: str) -> Rule:
    return _query(
        code,
        f"{field} <= staff_face_to_face",
        f"Staff {words} ({{{field}}}) are more than the staff with face-to-face contact ({{staff_face_to_face}}).",
        "staff groups of the domiciliary list: the same people are not always counted",
        ((29, 28), (28, 28)),
        of=field,
    )


def _limit(field: str, words: str, limit: int, basis: str | Citation | None = None) -> Rule:
    return _query(
        "headcount-unusually-large",
        f"{field} <= {limit}",
        f"The number of {words} ({{{field}}}) is more than {limit:,}, which is rare for one location.",
        basis or Citation(SKILLS_FOR_CARE, f"upper bound of {limit:,} in the cleaning"),
        ((limit + 1,), (limit,)),
        of=field,
    )


_VACCINATIONS = {
    "flu_vaccination": "a flu vaccination",
    "seasonal_booster": "a seasonal booster",
    "covid_primary_course": "a full primary course",
}
_BEDS = "beds against capacity: no source says that Capacity Tracker refuses it"
_HOURS = "hours paid to direct employees against their headcount"

RULES: tuple[Rule, ...] = (
    _contradiction(
        "overtime-exceeds-hours-paid",
        "hours_overtime <= hours_paid",
        "Overtime ({hours_overtime}) is more than all hours paid ({hours_paid}), which include it.",
        ((100.01, 100), (100.009, 100)),
    ),
    _absences("nurses", "Registered nurses"),
    _absences("care_workers", "Care staff"),
    _absences("non_care_workers", "Non-care staff"),
    *(
        _vaccinated_staff(f"{staff}_staff_{vaccination}", words, name, whole)
        for vaccination, words in _VACCINATIONS.items()
        for staff, name, whole in (
            ("employed", "Directly employed staff", _EMPLOYED),
            ("agency", "Agency or bank staff", _AGENCY),
        )
    ),
    _query(
        "occupied-exceeds-capacity",
        "beds_occupied <= beds_maximum_capacity",
        "Beds occupied ({beds_occupied}) are more than the maximum capacity ({beds_maximum_capacity}).",
        _BEDS,
        ((43, 42), (42, 42)),
    ),
    _query(
        "beds-exceed-capacity",
        "beds_occupied + beds_vacant_reserved + beds_vacant_accepting_admissions <= beds_maximum_capacity",
        "Beds occupied ({beds_occupied}), reserved ({beds_vacant_reserved}) and accepting admissions "
        "({beds_vacant_accepting_admissions}) make {left}, more than the maximum capacity ({beds_maximum_capacity}).",
        _BEDS,
        ((40, 2, 1, 42), (40, 1, 1, 42)),
    ),
    *(_vaccinated_residents(f"residents_{vaccination}", words) for vaccination, words in _VACCINATIONS.items()),
    _face_to_face("absences-exceed-staff", "staff_absent_covid", "absent because of COVID-19"),
    *(
        _face_to_face("vaccinated-exceed-staff", f"staff_{vaccination}", f"known to have had {words}")
        for vaccination, words in _VACCINATIONS.items()
    ),
    _query(
        "packages-exceed-service-users",
        "nhs_la_packages_returned + self_funded_packages_ended <= service_users",
        "Packages returned ({nhs_la_packages_returned}) and ended ({self_funded_packages_ended}) make {left}, more "
        "than the service users ({service_users}).",
        "packages against service users: those whose package ended are no longer counted",
        ((60, 4, 63), (60, 3, 63)),
    ),
    _query(
        "headcounts-copied",
        " or ".join(f"{own} != {agency}" for own, agency in zip(_EMPLOYED, _AGENCY, strict=True))
        + f" or {_ALL_EMPLOYED} == 0",
        "The headcounts of directly employed staff and of agency or bank staff are the same ({nurses_employed}, "
        "{care_workers_employed} and {non_care_workers_employed}). Check that one was not copied from the other.",
        Citation(SKILLS_FOR_CARE, "rows with equal headcounts are dropped as copying errors"),
        ((9, 9, 9, 9, 9, 9), (8, 9, 9, 9, 9, 9)),
    ),
    _limit("nurses_employed", "directly employed registered nurses", 1_000),
    _limit("care_workers_employed", "directly employed care staff", 1_000),
    _limit("non_care_workers_employed", "directly employed non-care staff", 1_000),
    _limit(
        "agency_nurses_employed",
        "agency or bank registered nurses",
        1_000,
        "the bound for directly employed nurses; Skills for Care has none for agency nurses",
    ),
    _limit(
        "agency_care_workers_employed",
        "agency or bank care staff",
        2_500,
        Citation(SKILLS_FOR_CARE, "upper bound of 2,500 in the validation rules"),
    ),
    _limit("agency_non_care_workers_employed", "agency or bank non-care staff", 1_000),
    _limit("staff_face_to_face", "staff with face-to-face contact", 3_000),
    _limit("service_users", "service users", 3_000),
    _query(
        "beds-occupied-without-staff",
        f"beds_occupied == 0 or {_ALL_EMPLOYED} + {_ALL_AGENCY} > 0",
        "Beds are occupied ({beds_occupied}), but every headcount of staff is 0.",
        "occupied beds need staff of some kind",
        ((1, 0, 0, 0, 0, 0, 0), (1, 0, 0, 0, 1, 0, 0)),
    ),
    # Care homes only: the domiciliary list has no headcount of direct employees to hold hours against.
    _query(
        "hours-paid-without-staff",
        f"hours_paid == 0 or {_ALL_EMPLOYED} > 0",
        "Hours were paid ({hours_paid}), but every headcount of directly employed staff is 0.",
        _HOURS,
        ((0.01, 0, 0, 0), (0, 0, 0, 0)),
    ),
    _query(
        "staff-without-hours-paid",
        f"{_ALL_EMPLOYED} == 0 or hours_paid > 0",
        "Staff are directly employed ({left}), but {hours_paid} were paid to them.",
        _HOURS,
        ((1, 0, 0, 0), (1, 0, 0, 0.01)),
    ),
    _query(
        "visiting-options-without-visits",
        "residents_able_to_visit == 1 or visiting_options == 0",
        "Residents could not take part in visits, but visiting options are listed ({visiting_options}).",
        "visits that could not take place against the options supported",
        ((False, ("outings",)), (False, ())),
    ),
)

LIMITED = frozenset(rule.fields[0] for rule in RULES if rule.code == "headcount-unusually-large")
"""The fields that have a limit of their own."""


def rules(service: ServiceType | str, on: dt.date) -> tuple[Rule, ...]:
    """Return the rules that apply to a type of service on a day in London, each with what it rests on.

    Raises as ``edition_on`` does, and InvalidArgument for an unknown service. Source: each rule's ``basis``.

    >>> rule = rules("care_home", dt.date(2026, 11, 8))[1]
    >>> rule.expression, rule.severity.value
    ('nurses_absent_covid + nurses_absent_other <= nurses_employed', 'contradiction')
    >>> rule.basis.where
    '“For care home provider locations”, “workforce resourcing including absences”, bullets 1, 7 and 10'
    """
    fields = {field.id: field for field in edition_on(on).fields(service)}
    return tuple(evolve(rule, basis=basis_of(rule, fields)) for rule in rules_between(tuple(fields)))


def basis_of(rule: Rule, fields: Mapping[str, Field]) -> Citation:
    """Return what a rule rests on: its basis, or else the wording of its fields, which are given by their ids."""
    return rule.basis or join_citations(fields[id].citation for id in rule.fields)


# Cached because there are as many lists as editions and services, and a few more for a window in which one changes.
@lru_cache(maxsize=64)
def rules_between(fields: tuple[str, ...]) -> tuple[Rule, ...]:
    """Return the rules that compare nothing but some fields."""
    return tuple(rule for rule in RULES if set(fields).issuperset(rule.fields))
