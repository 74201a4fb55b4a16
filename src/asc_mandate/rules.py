"""What holds between fields: the contradictions and the queries, as data.

A contradiction follows from the notice's own words: a part cannot be more than its whole. A query is worth a second
look. A rule applies wherever all of its fields are asked for or may be given: a rule on a field that an edition
does not have is silent there.
"""

from enum import StrEnum

from attrs import frozen

from asc_mandate.notice.provenance import Citation, Datum
from asc_mandate.notice.sources import (
    REASONING,
    SKILLS_FOR_CARE_BULK_UPLOAD,
    SKILLS_FOR_CARE_CLEANING,
)
from asc_mandate.predicates import (
    MoreThanLimit,
    MoreThanWhole,
    OptionsDespiteNo,
    Predicate,
    SameNumbers,
    SomeWithoutAny,
)


class Severity(StrEnum):
    """How much a finding matters. Only breaches decide an outcome."""

    BREACH = "breach"
    """It leaves the duty unmet."""
    CONTRADICTION = "contradiction"
    """It cannot be true by the notice's own words, so it is at risk of being called false or misleading."""
    QUERY = "query"
    """It is worth a second look."""
    NOTE = "note"
    """It is for information."""


@frozen
class Rule:
    """One thing that should hold between the answers of a return.

    Attributes:
        id: A stable name of its own.
        code: The code of its findings, which rules of the same kind share.
        severity: CONTRADICTION or QUERY.
        predicate: What trips it; names the fields it looks at.
        sentence: What to say when it trips, with places for the numbers.
        basis: The id of the field whose wording it rests on, or where else it comes from.
    """

    id: str
    code: str
    severity: Severity
    predicate: Predicate
    sentence: str
    basis: str | Citation

    @property
    def fields(self) -> tuple[str, ...]:
        """The ids of the fields it looks at."""
        return self.predicate.fields


_EMPLOYED = ("nurses_employed", "care_workers_employed", "non_care_workers_employed")
_AGENCY = ("agency_nurses_employed", "agency_care_workers_employed", "agency_non_care_workers_employed")

_VACCINATIONS = {
    "flu_vaccination": "a flu vaccination",
    "seasonal_booster": "a seasonal booster",
    "covid_primary_course": "a full primary course",
}


def _reasoning(where: str) -> Citation:
    return Citation(REASONING, where)


def _absences(group: str, name: str) -> Rule:
    covid, other, whole = f"{group}_absent_covid", f"{group}_absent_other", f"{group}_employed"
    return Rule(
        id=f"absences-exceed-headcount-{group.replace('_', '-')}",
        code="absences-exceed-headcount",
        severity=Severity.CONTRADICTION,
        predicate=MoreThanWhole((covid, other), (whole,)),
        sentence=f"{name} absent ({{part}}: {{{covid}}} for COVID-19, {{{other}}} for other reasons) are more than all "
        "those directly employed ({whole}), who include them.",
        basis=covid,
    )


def _vaccinated_staff(vaccination: str, words: str, staff: str, name: str, whole: tuple[str, str, str]) -> Rule:
    field = f"{staff}_staff_{vaccination}"
    nurses, care, other = whole
    return Rule(
        id=f"vaccinated-exceed-headcount-{field.replace('_', '-')}",
        code="vaccinated-exceed-headcount",
        severity=Severity.CONTRADICTION,
        predicate=MoreThanWhole((field,), whole),
        sentence=f"{name} known to have had {words} ({{part}}) are more than all {name[0].lower()}{name[1:]} "
        f"({{whole}}: registered nurses {{{nurses}}}, care staff {{{care}}}, other staff {{{other}}}).",
        basis=field,
    )


def _vaccinated_residents(vaccination: str, words: str) -> Rule:
    field = f"residents_{vaccination}"
    return Rule(
        id=f"vaccinated-exceed-residents-{vaccination.replace('_', '-')}",
        code="vaccinated-exceed-residents",
        severity=Severity.QUERY,
        predicate=MoreThanWhole((field,), ("beds_occupied",)),
        sentence=f"Residents known to have had {words} ({{part}}) are more than the beds occupied ({{whole}}).",
        basis=_reasoning("vaccinated residents against beds occupied: residents change, so both can be right"),
    )


def _face_to_face(field: str, code: str, words: str) -> Rule:
    return Rule(
        id=f"{code}-{field.replace('_', '-')}",
        code=code,
        severity=Severity.QUERY,
        predicate=MoreThanWhole((field,), ("staff_face_to_face",)),
        sentence=f"Staff {words} ({{part}}) are more than the staff with face-to-face contact ({{whole}}).",
        basis=_reasoning("staff groups of the domiciliary list: the same people are not always counted"),
    )


def _limit(field: str, words: str, limit: int) -> Rule:
    return Rule(
        id=f"headcount-unusually-large-{field.replace('_', '-')}",
        code="headcount-unusually-large",
        severity=Severity.QUERY,
        predicate=MoreThanLimit(field, limit),
        sentence=f"{words} ({{number}}) is more than {{limit}}, which is rare for one location.",
        basis=Citation(SKILLS_FOR_CARE_CLEANING, f"upper bound of {limit:,}"),
    )


RULES: tuple[Rule, ...] = (
    Rule(
        id="overtime-exceeds-hours-paid",
        code="overtime-exceeds-hours-paid",
        severity=Severity.CONTRADICTION,
        predicate=MoreThanWhole(("hours_overtime",), ("hours_paid",)),
        sentence="Overtime ({part:hour|hours}) is more than all hours paid ({whole:hour|hours}), which include it.",
        basis="hours_paid",
    ),
    _absences("nurses", "Registered nurses"),
    _absences("care_workers", "Care staff"),
    _absences("non_care_workers", "Non-care staff"),
    *(
        _vaccinated_staff(vaccination, words, staff, name, whole)
        for vaccination, words in _VACCINATIONS.items()
        for staff, name, whole in (
            ("employed", "Directly employed staff", _EMPLOYED),
            ("agency", "Agency or bank staff", _AGENCY),
        )
    ),
    Rule(
        id="occupied-exceeds-capacity",
        code="occupied-exceeds-capacity",
        severity=Severity.QUERY,
        predicate=MoreThanWhole(("beds_occupied",), ("beds_maximum_capacity",)),
        sentence="Beds occupied ({part}) are more than the maximum capacity ({whole}).",
        basis=_reasoning("beds against capacity: no source says that Capacity Tracker refuses it"),
    ),
    Rule(
        id="beds-exceed-capacity",
        code="beds-exceed-capacity",
        severity=Severity.QUERY,
        predicate=MoreThanWhole(
            ("beds_occupied", "beds_vacant_reserved", "beds_vacant_accepting_admissions"),
            ("beds_maximum_capacity",),
        ),
        sentence="Beds occupied ({beds_occupied}), reserved ({beds_vacant_reserved}) and accepting admissions "
        "({beds_vacant_accepting_admissions}) make {part}, more than the maximum capacity ({whole}).",
        basis=_reasoning("beds against capacity: no source says that Capacity Tracker refuses it"),
    ),
    *(_vaccinated_residents(vaccination, words) for vaccination, words in _VACCINATIONS.items()),
    _face_to_face("staff_absent_covid", "absences-exceed-staff", "absent because of COVID-19"),
    *(
        _face_to_face(f"staff_{vaccination}", "vaccinated-exceed-staff", f"known to have had {words}")
        for vaccination, words in _VACCINATIONS.items()
    ),
    Rule(
        id="packages-exceed-service-users",
        code="packages-exceed-service-users",
        severity=Severity.QUERY,
        predicate=MoreThanWhole(("nhs_la_packages_returned", "self_funded_packages_ended"), ("service_users",)),
        sentence="Packages returned ({nhs_la_packages_returned}) and ended ({self_funded_packages_ended}) make {part}, "
        "more than the service users ({whole}).",
        basis=_reasoning("packages against service users: those whose package ended are no longer counted"),
    ),
    Rule(
        id="headcounts-copied",
        code="headcounts-copied",
        severity=Severity.QUERY,
        predicate=SameNumbers(_EMPLOYED, _AGENCY),
        sentence="The headcounts of directly employed staff and of agency or bank staff are the same ({row}). Check "
        "that one was not copied from the other.",
        basis=Citation(SKILLS_FOR_CARE_CLEANING, "rows with equal headcounts are dropped as copying errors"),
    ),
    _limit("nurses_employed", "The number of directly employed registered nurses", 1_000),
    _limit("care_workers_employed", "The number of directly employed care staff", 1_000),
    _limit("non_care_workers_employed", "The number of directly employed non-care staff", 1_000),
    _limit("agency_nurses_employed", "The number of agency or bank registered nurses", 1_000),
    _limit("agency_care_workers_employed", "The number of agency or bank care staff", 1_000),
    _limit("agency_non_care_workers_employed", "The number of agency or bank non-care staff", 1_000),
    _limit("staff_face_to_face", "The number of staff with face-to-face contact", 3_000),
    _limit("service_users", "The number of service users", 3_000),
    Rule(
        id="beds-occupied-without-staff",
        code="beds-occupied-without-staff",
        severity=Severity.QUERY,
        predicate=SomeWithoutAny(("beds_occupied",), _EMPLOYED + _AGENCY),
        sentence="Beds are occupied ({number}), but every headcount of staff is 0.",
        basis=_reasoning("occupied beds need staff of some kind"),
    ),
    # Care homes only: the domiciliary list has no headcount of direct employees to hold hours against.
    Rule(
        id="hours-paid-without-staff",
        code="hours-paid-without-staff",
        severity=Severity.QUERY,
        predicate=SomeWithoutAny(("hours_paid",), _EMPLOYED),
        sentence="Hours were paid ({number:hour|hours}), but every headcount of directly employed staff is 0.",
        basis=_reasoning("hours paid to direct employees against their headcount"),
    ),
    Rule(
        id="staff-without-hours-paid",
        code="staff-without-hours-paid",
        severity=Severity.QUERY,
        predicate=SomeWithoutAny(_EMPLOYED, ("hours_paid",)),
        sentence="Staff are directly employed ({number}), but no hours were paid to them.",
        basis=_reasoning("hours paid to direct employees against their headcount"),
    ),
    Rule(
        id="visiting-options-without-visits",
        code="visiting-options-without-visits",
        severity=Severity.QUERY,
        predicate=OptionsDespiteNo("residents_able_to_visit", "visiting_options"),
        sentence="Residents could not take part in visits, but visiting options are listed ({number}).",
        basis=_reasoning("visits that could not take place against the options supported"),
    ),
)


LIMITED = frozenset(rule.predicate.field for rule in RULES if isinstance(rule.predicate, MoreThanLimit))
"""The fields that have a limit of their own."""
UNUSUALLY_LARGE = Datum(
    1_000_000,
    _reasoning("any amount above 1,000,000, which is hundreds of times the largest headcount expected of one location"),
)

LOCATION_ID_PATTERN = Datum(
    "[0-9]-[0-9]{8,12}", Citation(SKILLS_FOR_CARE_BULK_UPLOAD, "the shape of a CQC location id")
)
