"""What goes in and comes out as records."""

import datetime as dt

import asc_mandate as am
from asc_mandate import interchange
from tests.helpers import CARE_HOME, QUIET_DAY, care_home
from tests.hostile.everything import everything, keys, mostly, texts
from tests.hostile.recipes import Recipe, dict_of, dict_with, named
from tests.hostile.spoilt import spoilt
from tests.hostile.targets.shapes import TARGETS, Argument, Target, anything, target, told
from tests.hostile.targets.sound import amended, answer, ids, location_id, plain_dict, saved, service, values, yes_no

_not_carried_record = Argument.of(
    named(all_carried=dict), dict_with(fields=ids.drawn, saves=ids.drawn, earlier_saves=yes_no.drawn)
)
_values = Argument(values.drawn, Recipe("values of a record", lambda: {"beds_occupied": 38}))
moment = Argument.of([None, "2025-08-12", "2025-08-12T09:30:00+01:00"], texts(), saved.drawn)


@target(
    "return_from_record", service, _values, location_id, moment, _not_carried_record,
    Argument.of(named(nothing=dict), dict_of(keys(), everything(), max_size=1)),
)  # fmt: skip
def record_of_a_return(*given):
    keys = ("service", "values", "location_id", "saved", "not_carried")
    return_ = interchange.return_from_record({**dict(zip(keys, given[:5], strict=True)), **plain_dict(given[5])})
    return return_, told(am.validate, return_, QUIET_DAY)


_NUMBERS = [id for id, value in CARE_HOME.items() if isinstance(value, (int, float)) and not isinstance(value, bool)]
_spelt = Argument.of(["37.50", "NaN", "0x1F"], texts())


@target("return_from_record", answer, answer, _spelt, _spelt)
def values_from_record(value, hours, number, other):
    spelt = [{"decimal": number}, {"float": number}, {"integer": other}, {"date": other}, {"datetime": other}]
    records = [value, [value], {"hours": 3, "days": hours}, *spelt]
    read = [told(interchange.return_from_record, {"service": "care_home", "values": {"x": one}}) for one in records]
    values = [one.values["x"] for one in read if isinstance(one, am.Return)]
    return read, am.validate(care_home(**dict(zip(_NUMBERS, values, strict=False))), QUIET_DAY)


def sound_things():
    wrong = {**CARE_HOME, "beds_occupied": -1, "hours_paid": 1, "nonsense": "x", "hours_agency": float("inf")}
    return_ = am.Return("care_home", wrong, location_id="x", saved={"beds": QUIET_DAY})
    report = am.validate(return_, QUIET_DAY, calendar=amended())
    ledger = am.Ledger({(2026, 5): "not_met", (2026, 6): "not_met", (2026, 7): "not_met"})
    assessment = am.assess_penalty(
        ledger,
        am.Provider(public_body=False, locations=[am.Location("care_home", 42)]),
        dt.date(2026, 9, 1),
        notices=[am.Notice("notice_of_intent", dt.date(2026, 8, 20), "posted")],
    )
    return {
        "return": return_,
        "report": report,
        "checklist": report.checklist,
        "edition": report.edition,
        "ledger": ledger,
        "assessment": assessment,
        "dataset_version": report.dataset,
        "calendar": report.calendar,
    }


def enlist_records():
    for name, sound in sound_things().items():
        read, write = (getattr(interchange, f"{name}_{way}_record") for way in ("from", "to"))
        record = Recipe("record", lambda write=write, sound=sound: write(sound))
        hurt = Argument(mostly(spoilt(name, write(sound))), record)
        TARGETS.append(Target(f"{name}_from_record", read, (hurt,), read.__name__))
        given = anything(lambda sound=sound: sound)
        TARGETS.append(Target(f"{name}_to_record", write, (given,), write.__name__))


enlist_records()
