"""A real return for each finding code: it is judged when the page is written."""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, cast

from attrs import Factory, frozen

import asc_mandate as am
from asc_mandate._format import format_date
from asc_mandate.notice import index
from asc_mandate.validation.rules import RULES

DAY, AFTER = dt.date(2025, 8, 12), dt.date(2025, 8, 20)
"""Inside a window that asks for no vaccinations, and after its close."""
AGENCY = am.ServiceType.DOMICILIARY_CARE
USUAL: Mapping[str, object] = {
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
_PACKAGES = ["nhs_la_packages_returned", "self_funded_packages_ended"]
_SAVES = dict.fromkeys(["service_users", "workforce", "packages_of_care"], DAY)


@frozen
class Example:
    """A domiciliary care return that would be met but for what it shows.

    Attributes:
        given: What is odd about it, in words.
        values: Values in place of the usual ones.
        on: The day of the check.
        more: What else the return is made with.
        copies: How many such returns are checked together.
    """

    given: str
    values: Mapping[str, Any] = Factory(dict[str, Any])
    on: dt.date = DAY
    more: Mapping[str, Any] = Factory(dict[str, Any])
    copies: int = 1

    def findings(self) -> tuple[am.Finding, ...]:
        """Return what is found in it."""
        return_ = am.Return(AGENCY, {**USUAL, **self.values}, **self.more)
        return am.validate_all([return_] * self.copies, on=self.on).reports[0].findings


EXAMPLES: Mapping[str, tuple[Example, ...]] = {
    "missing": (Example("Absence was left blank.", {"absence": None}),),
    "wrong-type": (
        Example("The number of service users was given as the text “63”.", {"service_users": "63"}),
        Example("The number of service users was given as 62.5.", {"service_users": 62.5}),
    ),
    "negative": (Example("Agency hours are -12.", {"hours_agency": -12}),),
    "not-finite": (Example("A spreadsheet passed NaN for the hours paid.", {"hours_paid": Decimal("NaN")}),),
    "unusually-large": (Example("2900 was typed twice as agency hours.", {"hours_agency": 29_002_900}),),
    "not-required": (Example("Flu vaccinations are given in August.", {"staff_flu_vaccination": 12}),),
    "undetermined": (
        Example("The return is made on a day for which campaigns are not known.", on=dt.date(2026, 11, 10)),
    ),
    "window-not-open": (Example("The return is checked on 5 August 2025.", on=dt.date(2025, 8, 5)),),
    "not-saved-in-window": (
        Example("Everything was last saved on 30 July.", on=AFTER, more={"saved": dt.date(2025, 7, 30)}),
        Example("One section was not saved.", on=AFTER, more={"saved": {**_SAVES, "packages_of_care": None}}),
    ),
    "late": (
        Example("Everything was saved on 15 August.", on=AFTER, more={"saved": dt.date(2025, 8, 15)}),
        Example("No day of saving was given, and the window had closed.", on=AFTER),
    ),
    "saved-after-check": (Example("The save is dated the day after the check.", more={"saved": dt.date(2025, 8, 13)}),),
    "not-carried": (
        Example(
            "The source has no place for the packages of care.",
            dict.fromkeys(_PACKAGES),
            more={"not_carried": am.NotCarried(fields=_PACKAGES)},
        ),
    ),
    "save-not-known": (
        Example(
            "The source gives only the last save, and that was late.",
            on=AFTER,
            more={"saved": dt.date(2025, 8, 15), "not_carried": am.NotCarried(earlier_saves=True)},
        ),
    ),
    "save-unreadable": (
        Example(
            "The column of the last save holds “Not Updated”.",
            more={"not_carried": am.NotCarried(unreadable_saves=dict.fromkeys(_SAVES, "Not Updated"))},
        ),
    ),
    "unknown-field": (
        Example("The id of a field is misspelt.", {"service_user": 63}),
        Example("A field of the other list is given.", {"beds_occupied": 38}),
    ),
    "unknown-section": (
        Example("A save is given for a section that is not there.", more={"saved": {**_SAVES, "packages": DAY}}),
    ),
    "personal-data": (Example("A field is named like a person's details.", {"date_of_birth": "1 January 1930"}),),
    "location-duplicated": (
        Example("Two returns are for the same location.", more={"location_id": "1-1000210669"}, copies=2),
    ),
    "location-id-unrecognised": (Example("The location id is “VNH4P”.", more={"location_id": "VNH4P"}),),
}
"""Code to returns that show it, for every code but those of the rules, which have their own examples."""


@frozen
class Shown:
    """A finding as the page of codes shows it.

    Attributes:
        given: What is odd about the return, in words.
        finding: What was found.
    """

    given: str
    finding: am.Finding


def codes() -> dict[str, list[Shown]]:
    """Return every code with its findings."""
    shown: dict[str, list[Shown]] = {}
    for code, examples in EXAMPLES.items():
        for example in examples:
            found = [finding for finding in example.findings() if finding.code == code]
            shown.setdefault(code, []).extend(Shown(example.given, finding) for finding in found[:1])
    for rule in RULES:
        shown.setdefault(rule.code, []).extend(_of_rule(rule))
    return shown


def _of_rule(rule: am.Rule) -> Iterator[Shown]:
    for edition in reversed(index.EDITIONS):
        for service in am.ServiceType:
            asked = {field.id: field for field in edition.fields(service)}
            if asked.keys() >= set(rule.fields):
                on = am.upcoming_window(edition.applies_from).opens
                values = {**{id: _ZERO[field.kind] for id, field in asked.items()}, **rule.breaks}
                report = am.validate(am.Return(service, values), on=on)
                given = ", ".join(f"`{id}` {_written(value)}" for id, value in rule.breaks.items())
                found = [found for found in report.findings if (found.code, found.fields) == (rule.code, rule.fields)]
                yield from (Shown(f"On {format_date(on)}: {given}.", finding) for finding in found)
                return


_ZERO: Mapping[am.Kind, object] = {
    am.Kind.COUNT: 0,
    am.Kind.HOURS: 0,
    am.Kind.ABSENCE: am.Absence(hours=0),
    am.Kind.YES_NO: True,
    am.Kind.OPTIONS: (),
}


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(cast("tuple[str, ...]", value)) or "none"
    return str(value)
