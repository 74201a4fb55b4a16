"""The same checks in other libraries, each with its validator built beforehand, and in a function written out by hand.

Each peer is a function from values to the errors that it found, as field ids and codes of rules, so that what it finds
can be compared before its speed is.
"""

from decimal import Decimal

import jsonschema
import jsonschema_rs
import marshmallow
import pydantic
import pydantic_core
import voluptuous

import asc_mandate as am
from asc_mandate import interchange
from tests.benchmarks.corpus import ON, as_return

SCHEMA = interchange.json_schema("care_home", ON)["properties"]["values"]
COUNTS = [
    requirement.field.id
    for requirement in am.checklist("care_home", ON).required
    if requirement.field.kind is am.Kind.COUNT
]
HOURS = ["hours_paid", "hours_overtime", "hours_agency"]
OPTIONAL = [
    requirement.field.id
    for requirement in am.checklist("care_home", ON)
    if requirement.status is am.Status.NOT_REQUIRED
]


def broken_rules(v):
    """The rules that apply on that day, by hand, over values that are known to be good."""
    found = []
    employed = v["nurses_employed"], v["care_workers_employed"], v["non_care_workers_employed"]
    agency = v["agency_nurses_employed"], v["agency_care_workers_employed"], v["agency_non_care_workers_employed"]
    if v["hours_overtime"] > v["hours_paid"]:
        found.append("overtime-exceeds-hours-paid")
    for group, whole in zip(("nurses", "care_workers", "non_care_workers"), employed, strict=True):
        if v[f"{group}_absent_covid"] + v[f"{group}_absent_other"] > whole:
            found.append("absences-exceed-headcount")
    if v["beds_occupied"] > v["beds_maximum_capacity"]:
        found.append("occupied-exceeds-capacity")
    if (
        v["beds_occupied"] + v["beds_vacant_reserved"] + v["beds_vacant_accepting_admissions"]
        > v["beds_maximum_capacity"]
    ):
        found.append("beds-exceed-capacity")
    if employed == agency and any(employed):
        found.append("headcounts-copied")
    for number in (*employed, *agency):
        if number > 1000:
            found.append("headcount-unusually-large")
    if v["beds_occupied"] and not any(employed) and not any(agency):
        found.append("beds-occupied-without-staff")
    if v["hours_paid"] and not any(employed):
        found.append("hours-paid-without-staff")
    if any(employed) and not v["hours_paid"]:
        found.append("staff-without-hours-paid")
    if v["residents_able_to_visit"] is False and v["visiting_options"]:
        found.append("visiting-options-without-visits")
    return found


def ours(values):
    """This library, messages and citations included."""
    report = am.validate(as_return(values), ON)
    return [finding for finding in report.findings if finding.message and finding.citation]


# pydantic

Count = pydantic.Field(ge=0, lt=10**9, strict=True)


class _Absence(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="forbid", strict=True)
    hours: float | None = pydantic.Field(default=None, ge=0, allow_inf_nan=False)
    days: float | None = pydantic.Field(default=None, ge=0, allow_inf_nan=False)

    @pydantic.model_validator(mode="after")
    def given(self):
        if self.hours is None and self.days is None:
            raise ValueError("blank")
        return self


def _rules(self):
    values = self.__dict__
    found = broken_rules(values)
    if found:
        raise pydantic_core.PydanticCustomError("rules", "{found}", {"found": found})
    return self


_Model = pydantic.create_model(
    "_Model",
    __config__=pydantic.ConfigDict(extra="forbid", strict=True),
    __validators__={"rules": pydantic.model_validator(mode="after")(_rules)},
    **{id: (int, pydantic.Field(ge=0)) for id in COUNTS},
    **{id: (float, pydantic.Field(ge=0, allow_inf_nan=False)) for id in HOURS},
    absence=(_Absence, ...),
    residents_able_to_visit=(bool, ...),
    visiting_options=(list[str], ...),
    **{id: (int | None, pydantic.Field(default=None, ge=0)) for id in OPTIONAL},
)
_PYDANTIC = _Model.__pydantic_validator__


def with_pydantic(values):
    try:
        _PYDANTIC.validate_python(values)
    except pydantic.ValidationError as error:
        found = []
        for part in error.errors(include_url=False):
            found.extend(part["ctx"]["found"] if part["type"] == "rules" else [part["loc"][0]])
        return found
    return []


# jsonschema-rs and jsonschema: no rules between fields

_RS = jsonschema_rs.Draft202012Validator(SCHEMA)
_PYTHON = jsonschema.Draft202012Validator(SCHEMA)


def with_jsonschema_rs(values):
    if _RS.is_valid(values):
        return []
    return [(error.instance_path or error.message.split('"')[1:2])[0] for error in _RS.iter_errors(values)]


def with_jsonschema(values):
    return [(list(error.path) or error.message.split("'")[1:2])[0] for error in _PYTHON.iter_errors(values)]


# voluptuous


def _count(value):
    if type(value) is not int or value < 0:
        raise voluptuous.Invalid("expected a count")
    return value


def _amount(value):
    if type(value) not in {int, float, Decimal} or not 0 <= value < float("inf"):
        raise voluptuous.Invalid("expected an amount")
    return value


def _absence(value):
    if type(value) is not dict or all(value.get(unit) is None for unit in ("hours", "days")):
        raise voluptuous.Invalid("expected an absence")
    for part in value.values():
        if part is not None:
            _amount(part)
    return value


def _voluptuous_rules(values):
    found = broken_rules(values)
    if found:
        raise voluptuous.MultipleInvalid([voluptuous.Invalid(code, path=[code]) for code in found])
    return values


_VOLUPTUOUS = voluptuous.Schema(
    voluptuous.All(
        voluptuous.Schema(
            {
                **{voluptuous.Required(id): _count for id in COUNTS},
                **{voluptuous.Required(id): _amount for id in HOURS},
                voluptuous.Required("absence"): _absence,
                voluptuous.Required("residents_able_to_visit"): bool,
                voluptuous.Required("visiting_options"): [str],
                **{voluptuous.Optional(id): voluptuous.Maybe(_count) for id in OPTIONAL},
            }
        ),
        _voluptuous_rules,
    )
)


def with_voluptuous(values):
    try:
        _VOLUPTUOUS(values)
    except voluptuous.MultipleInvalid as error:
        return [str(part.path[0]) for part in error.errors if part.msg]
    return []


# marshmallow


class _AbsenceSchema(marshmallow.Schema):
    hours = marshmallow.fields.Float(allow_none=True, validate=marshmallow.validate.Range(min=0))
    days = marshmallow.fields.Float(allow_none=True, validate=marshmallow.validate.Range(min=0))


def _marshmallow_rules(self, values, **_):
    found = broken_rules(values)
    if found:
        raise marshmallow.ValidationError({code: [code] for code in found})


_NOT_NEGATIVE = marshmallow.validate.Range(min=0)
_MARSHMALLOW = type(
    "_Return",
    (marshmallow.Schema,),
    {
        **{id: marshmallow.fields.Integer(strict=True, required=True, validate=_NOT_NEGATIVE) for id in COUNTS},
        **{id: marshmallow.fields.Float(required=True, validate=_NOT_NEGATIVE) for id in HOURS},
        "absence": marshmallow.fields.Nested(_AbsenceSchema, required=True),
        "residents_able_to_visit": marshmallow.fields.Boolean(required=True),
        "visiting_options": marshmallow.fields.List(marshmallow.fields.String(), required=True),
        **{id: marshmallow.fields.Integer(strict=True, allow_none=True, validate=_NOT_NEGATIVE) for id in OPTIONAL},
        "rules": marshmallow.validates_schema(_marshmallow_rules),
    },
)()


def with_marshmallow(values):
    return list(_MARSHMALLOW.validate(values))


# By hand


def by_hand(values):
    """Decide yes or no, with everything written out: the least that these checks can cost in Python."""
    if values.keys() != KEYS:
        return False
    for id in COUNTS:
        value = values[id]
        if type(value) is not int or not 0 <= value <= 1_000_000:
            return False
    return _rest(values)


KEYS = {*COUNTS, *HOURS, "absence", "residents_able_to_visit", "visiting_options"}


def _rest(values):
    for id in HOURS:
        value = values[id]
        if type(value) not in (int, float) or not 0 <= value <= 1_000_000:
            return False
    absence = values["absence"]
    for part in absence.values():
        if part is not None and (type(part) not in (int, float) or not 0 <= part <= 1_000_000):
            return False
    if absence["hours"] is None and absence["days"] is None:
        return False
    if type(values["residents_able_to_visit"]) is not bool or type(values["visiting_options"]) is not list:
        return False
    if not all(type(option) is str and option.strip() for option in values["visiting_options"]):
        return False
    return not broken_rules(values)


PEERS = {
    "asc_mandate": ours,
    "pydantic": with_pydantic,
    "jsonschema-rs": with_jsonschema_rs,
    "voluptuous": with_voluptuous,
    "marshmallow": with_marshmallow,
    "jsonschema": with_jsonschema,
}
