"""A real return for each finding code: it is judged when the page is written, and shown as the program that does so."""

import datetime as dt
import math
from collections.abc import Mapping
from typing import cast

from attrs import fields, frozen

import asc_mandate as am

QUIET_DAY = dt.date(2025, 8, 12)
"""Inside a window in which neither flu nor COVID-19 vaccination is asked for."""

HOME: Mapping[str, object] = {
    "beds_maximum_capacity": 42,
    "beds_occupied": 38,
    "beds_vacant_reserved": 1,
    "beds_vacant_accepting_admissions": 3,
    "nurses_employed": 9,
    "care_workers_employed": 41,
    "non_care_workers_employed": 17,
    "agency_nurses_employed": 2,
    "agency_care_workers_employed": 5,
    "agency_non_care_workers_employed": 0,
    "nurses_absent_covid": 0,
    "care_workers_absent_covid": 1,
    "non_care_workers_absent_covid": 0,
    "nurses_absent_other": 1,
    "care_workers_absent_other": 3,
    "non_care_workers_absent_other": 0,
    "hours_paid": 8610.5,
    "hours_overtime": 214,
    "hours_agency": 396,
    "absence": am.Absence(hours=187.5),
    "residents_able_to_visit": True,
    "visiting_options": ["in the care home"],
}
AGENCY: Mapping[str, object] = {
    "service_users": 63,
    "staff_face_to_face": 28,
    "staff_absent_covid": 0,
    "hours_paid": 2900,
    "hours_overtime": 120,
    "hours_agency": 0,
    "absence": am.Absence(days=6),
    "nhs_la_packages_returned": 0,
    "self_funded_packages_ended": 1,
}
_WIDEST = 80
_STARTS = {am.ServiceType.CARE_HOME: ("home", HOME), am.ServiceType.DOMICILIARY_CARE: ("agency", AGENCY)}
_NO_STAFF = dict.fromkeys(["nurses_employed", "care_workers_employed", "non_care_workers_employed"], 0)
_NO_ABSENCES = {"care_workers_absent_covid": 0, "care_workers_absent_other": 0, "nurses_absent_other": 0}
_NO_AGENCY_STAFF = dict.fromkeys([f"agency_{field}" for field in _NO_STAFF], 0)


@frozen
class Example:
    """A return that would be met but for what it shows.

    Attributes:
        service: The type of service, whose usual values it starts from.
        changes: Values in place of the usual ones.
        saved: When it was saved.
        on: The day of the check.
        location_id: The CQC location id, if given.
        not_carried: What the source of the return lacks, if anything.
        copies: How many such returns are checked together.
    """

    service: am.ServiceType
    changes: Mapping[str, object] = {}
    saved: dt.date | Mapping[str, dt.date] | None = None
    on: dt.date = QUIET_DAY
    location_id: str | None = None
    not_carried: am.NotCarried | None = None
    copies: int = 1

    def report(self) -> am.Report:
        """Judge it."""
        _, usual = _STARTS[self.service]
        values = {**usual, **self.changes}
        carried = am.NotCarried() if self.not_carried is None else self.not_carried
        return_ = am.Return(self.service, values, saved=self.saved, location_id=self.location_id, not_carried=carried)
        return next(iter(am.validate_all([return_] * self.copies, on=self.on)))

    def program(self) -> str:
        """Write it as the program that judges it, with what that prints."""
        name, _ = _STARTS[self.service]
        values = f"{{**{name}, {source(self.changes)[1:]}" if self.changes else name
        given = {"saved": self.saved, "location_id": self.location_id, "not_carried": self.not_carried}
        arguments = [f'"{self.service.value}"', values]
        arguments += [f"{key}={source(value)}" for key, value in given.items() if value is not None]
        judged = "am.validate(return_, " if self.copies == 1 else f"am.validate_all([return_] * {self.copies}, "
        first = "" if self.copies == 1 else ".reports[0]"
        report = self.report()
        codes = [finding.code for finding in report.findings]
        return "\n".join(
            [
                *_call(arguments),
                f">>> report = {judged}on={source(self.on)}){first}",
                ">>> report.outcome.value, [finding.code for finding in report.findings]",
                repr((report.outcome.value, codes)),
            ]
        )


def _call(arguments: list[str]) -> list[str]:
    line = f">>> return_ = am.Return({', '.join(arguments)})"
    if len(line) <= _WIDEST:
        return [line]
    return [">>> return_ = am.Return(", *(f"...     {argument}," for argument in arguments), "... )"]


def source(value: object) -> str:
    """Write a value as a program has it."""
    match value:
        case dt.date():
            return f"dt.date({value.year}, {value.month}, {value.day})"
        case float() if math.isnan(value):
            return 'float("nan")'
        case am.Absence() | am.NotCarried():
            given = [(part.name, getattr(value, part.name)) for part in fields(type(value))]
            return f"am.{type(value).__name__}({', '.join(f'{name}={source(part)}' for name, part in given if part)})"
        case Mapping():
            items = cast("Mapping[str, object]", value).items()
            return "{" + ", ".join(f"{source(key)}: {source(item)}" for key, item in items) + "}"
        case list() | tuple():
            return f"[{', '.join(source(item) for item in cast('list[object]', value))}]"
        case _:
            return f'"{value}"' if isinstance(value, str) else repr(value)


_HOME, _AGENCY = am.ServiceType
_AFTER = dt.date(2025, 8, 20)
_NO_PACKAGES = {"nhs_la_packages_returned": None, "self_funded_packages_ended": None}

EXAMPLES: Mapping[str, tuple[Example, ...]] = {
    "window-not-open": (Example(_AGENCY, on=dt.date(2025, 8, 5)),),
    "not-saved-in-window": (
        Example(_AGENCY, saved=dt.date(2025, 7, 30), on=_AFTER),
        Example(_AGENCY, saved={"service_users": QUIET_DAY, "workforce": QUIET_DAY}, on=_AFTER),
    ),
    "late": (Example(_AGENCY, saved=dt.date(2025, 8, 15), on=_AFTER),),
    "saved-after-check": (Example(_AGENCY, saved=dt.date(2025, 8, 13)),),
    "unknown-section": (
        Example(
            _AGENCY,
            saved=dict.fromkeys(["service_users", "workforce", "packages_of_care", "packages"], QUIET_DAY),
        ),
    ),
    "missing": (
        Example(_AGENCY, {"absence": None}),
        Example(_AGENCY, {"service_users": None}, saved=QUIET_DAY, on=_AFTER),
    ),
    "wrong-type": (Example(_AGENCY, {"service_users": "63"}), Example(_HOME, {"beds_occupied": 37.5})),
    "negative": (Example(_AGENCY, {"hours_agency": -12}),),
    "not-finite": (Example(_AGENCY, {"hours_paid": math.nan}),),
    "unusually-large": (Example(_AGENCY, {"hours_agency": 29002900}),),
    "unknown-field": (Example(_AGENCY, {"service_user": 63}), Example(_AGENCY, {"beds_occupied": 38})),
    "not-required": (Example(_AGENCY, {"staff_flu_vaccination": 12}),),
    "undetermined": (Example(_AGENCY, on=dt.date(2026, 5, 12)),),
    "not-carried": (Example(_AGENCY, _NO_PACKAGES, not_carried=am.NotCarried(fields=list(_NO_PACKAGES))),),
    "save-not-known": (
        Example(
            _AGENCY,
            saved=dict.fromkeys(["service_users", "workforce"], QUIET_DAY),
            not_carried=am.NotCarried(saves=["packages_of_care"]),
        ),
        Example(_AGENCY, saved=dt.date(2025, 8, 15), on=_AFTER, not_carried=am.NotCarried(earlier_saves=True)),
    ),
    "location-duplicated": (Example(_AGENCY, location_id="1-1000210669", copies=2),),
    "location-id-unrecognised": (Example(_AGENCY, location_id="VNH4P"),),
    "overtime-exceeds-hours-paid": (Example(_AGENCY, {"hours_paid": 100}),),
    "absences-exceed-headcount": (Example(_HOME, {"nurses_absent_covid": 4, "nurses_absent_other": 6}),),
    "vaccinated-exceed-headcount": (Example(_HOME, {"employed_staff_flu_vaccination": 76}),),
    "occupied-exceeds-capacity": (Example(_HOME, {"beds_occupied": 43}),),
    "beds-exceed-capacity": (Example(_HOME, {"beds_vacant_reserved": 2}),),
    "vaccinated-exceed-residents": (Example(_HOME, {"residents_flu_vaccination": 40}),),
    "absences-exceed-staff": (Example(_AGENCY, {"staff_absent_covid": 30}),),
    "vaccinated-exceed-staff": (Example(_AGENCY, {"staff_flu_vaccination": 30}),),
    "packages-exceed-service-users": (Example(_AGENCY, {"nhs_la_packages_returned": 63}),),
    "headcounts-copied": (
        Example(
            _HOME,
            {
                "agency_nurses_employed": 9,
                "agency_care_workers_employed": 41,
                "agency_non_care_workers_employed": 17,
            },
        ),
    ),
    "headcount-unusually-large": (Example(_AGENCY, {"staff_face_to_face": 3100}),),
    "beds-occupied-without-staff": (Example(_HOME, {**_NO_STAFF, **_NO_AGENCY_STAFF, **_NO_ABSENCES}),),
    "hours-paid-without-staff": (Example(_HOME, {**_NO_STAFF, **_NO_ABSENCES}),),
    "staff-without-hours-paid": (Example(_HOME, {"hours_paid": 0, "hours_overtime": 0}),),
    "visiting-options-without-visits": (Example(_HOME, {"residents_able_to_visit": False}),),
}
"""Finding code to what shows it, the usual case first."""
