"""What the page "Check a return" asks the library, in the browser: what stands in its form goes in, JSON comes out."""

import datetime as dt
import json
import re
from collections.abc import Callable
from itertools import groupby
from typing import Any, Literal, cast

import asc_mandate as am
from asc_mandate import interchange
from asc_mandate.notice import DuringCampaign
from asc_mandate.notice.history import FIRST_WINDOW
from asc_mandate.sentences import ALWAYS, SERVICES

Json = dict[str, Any]

_NUMBER = re.compile(r"-?[0-9]{1,30}(\.[0-9]{1,30})?")
_PUBLIC_BODY: dict[str, Literal[True, False, "partly"]] = {"yes": True, "no": False, "partly": "partly"}
_WRONG = {am.Severity.BREACH, am.Severity.CONTRADICTION}
_UNREADABLE = {"wrong-type", "negative", "not-finite"}
_YEARS_BACK = 2


class _Form:
    """What stands in the form: texts by the names of their inputs, each a place in the record of a return."""

    def __init__(self, given: str) -> None:
        self.entries: list[tuple[str, str]] = [(name, text.strip()) for name, text in json.loads(given)]
        self.texts = dict(self.entries)
        self.service = self.texts.get("service") or am.ServiceType.CARE_HOME.value
        # Read as the day of saving in a record is, whose refusal tells how to write one.
        self.on = cast("dt.date", self._read({}, saved=self.texts["on"] or "?").saved)
        opens = self.texts.get("window")
        self.window = am.reporting_window(dt.date.fromisoformat(opens) if opens else self.on)
        self.day = self.window.day_nearest(self.on)
        self.calendar = self._calendar()

    def all(self, name: str) -> list[str]:
        return [text for key, text in self.entries if key == name]

    def checklist(self, calendar: am.Calendar = am.ENGLAND) -> am.Checklist:
        return am.checklist(self.service, self.day, calendar=calendar)

    def types(self) -> Json:
        types: Json = interchange.json_schema(self.service, self.day, of="values")["properties"]
        return types

    def return_(self) -> am.Return:
        values = {id: self._value(id, schema) for id, schema in self.types().items()}
        prefix = "saved."
        saved = {name.removeprefix(prefix): day for name, day in self.texts.items() if day and name.startswith(prefix)}
        more: Json = {"saved": saved} if saved else {}
        if lacking := [id for id in self.all("not_known") if values.get(id) is None]:
            more["not_carried"] = {"fields": lacking}
        return self._read(values, location_id=self.texts.get("location_id") or None, **more)

    def _read(self, values: Json, **more: object) -> am.Return:
        return interchange.from_record(am.Return, {"service": self.service, "values": values, **more})

    def _value(self, id: str, schema: Json) -> object:
        match _type(schema):
            case "object":
                parts = {unit: _number(self.texts.get(f"values.{id}.{unit}", "")) for unit in schema["properties"]}
                return None if set(parts.values()) == {None} else parts
            case "boolean":
                return {"yes": True, "no": False}.get(self.texts.get(f"values.{id}", ""))
            case "array":
                lines = [line.strip() for line in self.texts.get(f"values.{id}", "").splitlines() if line.strip()]
                return lines or ([] if f"none.{id}" in self.texts else None)
            case _:
                return _number(self.texts.get(f"values.{id}", ""))

    def _calendar(self) -> am.Calendar:
        """Return England's calendar, with what the person sees in Capacity Tracker where nobody else can know."""
        shown = self.texts.get("shown")
        if self.window.closes <= am.ENGLAND.campaigns_known_through or not shown:
            return am.ENGLAND
        running = [am.Campaign("one that Capacity Tracker shows", starts=self.window.opens)] if shown == "yes" else []
        return am.ENGLAND.with_campaigns(*running, known_through=self.window.closes)


def _type(schema: Json) -> str:
    given: str | list[str] = schema["type"]
    return given if isinstance(given, str) else given[0]


def _number(text: str) -> object:
    """Return the number that a text writes, None where there is none, and any other text as it is, to be found."""
    if _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text or None


def ask(given: str) -> str:
    """Return what the form has to ask for what stands in it: windows, sections with their items, and the refusal."""
    return _answered(given, _ask)


def check(given: str) -> str:
    """Return the report of what stands in the form, as HTML and as text, and what is said beside which input."""
    return _answered(given, _check)


def assess(given: str) -> str:
    """Return the windows that a penalty may turn on, and the assessment where those that are ticked were missed."""
    return _answered(given, _assess)


def _answered(given: str, answer: Callable[[_Form], Json]) -> str:
    try:
        return json.dumps(answer(_Form(given)))
    except am.InvalidRecord as refusal:
        said = {problem.path: [f"This {problem.message}."] for problem in refusal.problems}
        # The day is read by itself, as if it were that of saving.
        return json.dumps({"refused": {"on" if path == "saved" else path: beside for path, beside in said.items()}})
    except am.MandateError as refusal:
        place = "window" if dict(json.loads(given)).get("window") else "on"
        return json.dumps({"refused": {place: [str(refusal)]}})


def _ask(form: _Form) -> Json:
    first = max(dt.date(form.on.year - _YEARS_BACK, form.on.month, 1), FIRST_WINDOW.value)
    own, *earlier = reversed(am.reporting_windows(first, form.on))
    types, unknown = form.types(), [entry.status is am.Status.UNDETERMINED for entry in form.checklist()]
    return {
        "services": [{"value": service.value, "label": name} for service, name in SERVICES.items()],
        "windows": [
            # The window of the day's own month follows the day.
            {"value": "", "label": str(own)},
            *({"value": window.opens.isoformat(), "label": str(window)} for window in earlier),
        ],
        "checklist": str(form.checklist(form.calendar)).partition("\n")[0],
        "sections": [
            {
                "id": section.id,
                "name": section.name,
                "unsure": any(unknown) and any(isinstance(entry.field.condition, DuringCampaign) for entry in entries),
                "groups": [
                    {
                        "asked": status is not am.Status.NOT_REQUIRED,
                        "reason": "" if reason == ALWAYS else reason,
                        "items": [_item(entry, types[entry.field.id]) for entry in group],
                    }
                    for (status, reason), group in groupby(entries, key=lambda entry: (entry.status, entry.reason))
                ],
            }
            for section, entries in form.checklist(form.calendar).by_section
        ],
    }


def _item(entry: am.Requirement, schema: Json) -> Json:
    parts: Json = schema.get("properties", {})
    footnote = entry.field.footnote
    return {
        "id": entry.field.id,
        "wording": entry.field.wording,
        "type": _type(schema),
        "parts": {unit: about["title"] for unit, about in parts.items()},
        "help": footnote.wording if footnote else "",
        "unsure": entry.status is am.Status.REQUIRED and isinstance(entry.field.condition, DuringCampaign),
    }


def _check(form: _Form) -> Json:
    report = am.validate(form.return_(), form.on, window=form.window, calendar=form.calendar)
    beside: dict[str, Json] = {}
    for finding in report.findings:
        for place in _places(finding, report.checklist):
            said = beside.setdefault(place, {"wrong": False, "messages": []})
            said["messages"].append(finding.message)
            said["wrong"] |= finding.severity in _WRONG or finding.code in _UNREADABLE
    return {**_shown(report), "outcome": report.outcome.value, "beside": beside}


def _shown(result: Any) -> Json:
    return {"html": result._repr_html_(), "text": str(result)}


def _places(finding: am.Finding, asked: am.Checklist) -> list[str]:
    """Return the inputs beside which a finding is said."""
    fields = [id for id in finding.fields if id in asked]
    if "location_id" in finding.context:
        return ["location_id"]
    if finding.code == "window-not-open":
        return ["window"]
    if "saved" in finding.context:
        return list(dict.fromkeys(f"saved.{asked[id].field.section}" for id in fields))
    # Of several the first; and why an item is asked for, or not, stands above it already.
    return [] if "reason" in finding.context else [f"values.{id}" for id in fields[:1]]


def _assess(form: _Form) -> Json:
    # The windows that it looks at are the same whatever came of them.
    looked_at = am.assess_penalty(am.Ledger({}), am.Provider(), form.on).trigger.windows
    missed = {window: window.opens.isoformat() in form.all("missed") for window in looked_at}
    ledger = am.Ledger(
        {(window.year, window.month): "not_met" if is_missed else "met" for window, is_missed in missed.items()},
        location_id=form.texts.get("location_id") or None,
    )
    provider = am.Provider(public_body=_PUBLIC_BODY.get(form.texts.get("public_body", "")))
    assessment = am.assess_penalty(ledger, provider, form.on)
    return {
        "windows": [{"value": window.opens.isoformat(), "label": window.label} for window in looked_at],
        "public_body": next(test.question for test in assessment.tests if test.id == "not-public-body"),
        **_shown(assessment),
    }
