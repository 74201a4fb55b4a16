"""The data of a release: history, differences, where each datum was read, and the version stamped on a result."""

import datetime as dt
import hashlib
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import evolve, fields, has

import asc_mandate as am
from asc_mandate.notice import Clause, Datum, DuringCampaign, index
from asc_mandate.notice.readings import READINGS
from asc_mandate.validation import dataset
from asc_mandate.validation.rules import RULES

from .helpers import CARE_HOME_BOOSTERS, CARE_HOME_PRIMARY_COURSE, care_home

NEWER = am.edition("2024-04-26")
OFFICIAL, SECONDARY, INFERRED = am.Grade.OFFICIAL, am.Grade.SECONDARY, am.Grade.INFERRED


def walked(value):
    """Every object in some data, from the outside in."""
    yield value
    if isinstance(value, tuple):
        parts = value
    elif isinstance(value, Mapping):
        parts = value.values()
    else:
        parts = [getattr(value, part.name) for part in fields(type(value))] if has(type(value)) else []
    for part in parts:
        yield from walked(part)


FACTS = dict(dataset.facts())
ALL = [*walked(tuple(FACTS.values())), *walked(RULES)]


def test_every_source_has_a_title_and_a_grade_and_every_citation_a_place():
    sources = [thing for thing in ALL if isinstance(thing, am.Source)]
    assert len(set(sources)) > 40
    assert all(source.title and isinstance(source.grade, am.Grade) for source in sources)
    assert all(source.address is None or source.address.startswith("http") for source in sources)
    assert all(citation.where for citation in ALL if isinstance(citation, am.Citation))


def test_everything_that_can_have_a_source_has_one():
    assert all(campaign.citations for campaign in am.ENGLAND.campaigns)
    assert all(isinstance(datum.citation, am.Citation) for datum in ALL if isinstance(datum, Datum))
    assert {rule.basis is None for rule in RULES if rule.severity is am.Severity.CONTRADICTION} == {True}
    assert all(rule.basis for rule in RULES if rule.severity is am.Severity.QUERY)


def test_every_reading_that_is_named_exists_and_every_one_is_named():
    governed = [thing for thing in ALL if isinstance(thing, (Clause, Datum, DuringCampaign, am.Field))]
    named = {id for thing in governed for id in thing.readings}
    # By the judgement of ledgers and of sections that were not saved, not by a datum.
    named |= {"met-once", "day-of-an-unsaved-section"}
    assert named == {reading.id for reading in READINGS}


def test_names_are_unique():
    for named in (am.editions(), am.readings(), RULES, *(edition.clauses for edition in am.editions())):
        ids = [thing.id for thing in named]
        assert len(set(ids)) == len(ids)
    for edition in am.editions():
        assert edition.id == edition.applies_from.isoformat()
        for service in am.ServiceType:
            for section in edition.sections(service):
                assert {field.section for field in section.fields} == {section.id}


def test_every_edition_held_is_that_of_a_publication():
    held = {publication.edition: publication for publication in am.history() if publication.edition}
    assert list(held) == [edition.id for edition in am.editions()]
    for edition in am.editions():
        assert held[edition.id].required_from.value == edition.applies_from


# History and differences


def test_history_tells_what_is_not_known():
    publications = am.history()
    assert [publication.number for publication in publications] == [1, 2, 3, 4, 5]
    assert [publication.edition for publication in publications] == [None, None, None, "2023-07-15", "2024-04-26"]
    known = [[isinstance(day, Datum) for day in (p.published, p.required_from)] for p in publications]
    assert known == [[True, True], [True, False], [False, False], [False, True], [True, True]]
    assert str(publications[1].required_from) == "not found"
    assert str(publications[3].published) == "not found (about July 2023, inferred)"
    grades = [[change.citation.source.grade for change in publication.changes] for publication in publications]
    assert grades == [[OFFICIAL, SECONDARY, SECONDARY], [OFFICIAL, INFERRED], [OFFICIAL], [OFFICIAL], [OFFICIAL]]


def test_the_edition_not_held_tells_what_is_known_of_its_time():
    with pytest.raises(am.EditionNotHeld) as caught:
        am.edition_on(dt.date(2023, 1, 10))
    message = str(caught.value)
    assert "publication 2 (published: 9 January 2023; required from: not found)" in message
    assert "publication 4" not in message


def test_a_return_is_judged_under_the_edition_of_2023():
    flu = dict.fromkeys(("employed_staff_flu_vaccination", "agency_staff_flu_vaccination"), 0)
    full = {**flu, "residents_flu_vaccination": 0, **CARE_HOME_BOOSTERS, **CARE_HOME_PRIMARY_COURSE}
    assert am.validate(care_home(**full), on=dt.date(2024, 2, 12)).outcome is am.Outcome.MET
    report = am.validate(care_home(**{**full, "residents_covid_primary_course": None}), on=dt.date(2024, 2, 12))
    (missing,) = report.breaches
    assert missing.readings == ("edition-5-effective", "no-ongoing-campaign")
    assert missing.citation.source.grade is INFERRED
    assert "put back from the change note" in missing.citation.where


def test_what_changed_on_26_april_2024():
    changes = am.diff("2023-07-15", "2024-04-26")
    assert bool(changes)
    assert changes.care_home.added == changes.care_home.changed == ()
    assert [field.id for field in changes.care_home.removed] == list(CARE_HOME_PRIMARY_COURSE)
    assert str(changes) == (
        "From 2023-07-15 to 2024-04-26\n"
        "care_home: removed employed_staff_covid_primary_course, agency_staff_covid_primary_course and "
        "residents_covid_primary_course\n"
        "domiciliary_care: removed staff_covid_primary_course"
    )
    back = am.diff("2024-04-26", "2023-07-15")
    assert str(back.domiciliary_care) == "added staff_covid_primary_course"
    assert back.care_home.added == changes.care_home.removed
    assert not am.diff("2024-04-26", "2024-04-26")
    assert str(am.diff("2024-04-26", "2024-04-26")).endswith("domiciliary_care: nothing")


def test_a_change_of_one_list_is_a_change():
    changes, same = am.diff("2023-07-15", "2024-04-26"), am.diff("2024-04-26", "2024-04-26")
    assert evolve(same, care_home=changes.care_home)
    assert evolve(same, domiciliary_care=changes.domiciliary_care)


@pytest.mark.parametrize(
    ("attribute", "value"),
    [
        ("wording", "other words"),
        ("section", "elsewhere"),
        ("kind", am.Kind.HOURS),
        ("footnote", NEWER.care_home[1].fields[12].footnote),
        ("condition", NEWER.care_home[3].fields[0].condition),
    ],
)
def test_each_attribute_of_an_item_that_changed_is_told(attribute, value, monkeypatch):
    first = NEWER.care_home[0].fields[0]
    field = evolve(first, **{attribute: value})
    changed = evolve(NEWER, id="x", care_home=(evolve(NEWER.care_home[0], fields=(field,)), *NEWER.care_home[1:]))
    monkeypatch.setattr(index, "EDITIONS", (*index.EDITIONS, changed))
    changes = am.diff("2024-04-26", "x").care_home
    (change,) = changes.changed
    assert str(changes).endswith(f"changed {first.id} ({attribute})")
    assert (change.field_id, change.attribute) == (first.id, attribute)
    assert (change.before, change.after) == (getattr(first, attribute), value)


# The version stamped on a result


def test_published_editions_do_not_change():
    """A released edition is never edited: a new reading of the law is a new release of this library's data."""
    assert {edition.id: dataset.digest_of(edition) for edition in am.editions()} == DIGESTS


DIGESTS = {
    "2023-07-15": "53c9e73df23fcb52281176058f424ae6d6099c885d06d7a584e8bd78f142acbd",
    "2024-04-26": "b21b00ac5dd489ed89f643f1da8f6b8cb7026361530105c16b54b053c200c276",
}


def test_no_datum_changes_unnoticed():
    """Whoever changes a datum on purpose writes the new digest down here."""
    assert dataset.digest_of(FACTS) == "b4366d2e7788b02b48bd49aeb853a9679126a34b2ba5394223a33c47d1334d2b"


def test_the_canonical_form_stays_what_stored_digests_were_made_of():
    canonical = '["\\u00c4",{"a":[{"date":"2026-07-08"},null,{"NotFound":{"known":"x"}}],"b":1}]'
    data = "Ä", {"b": 1, "a": (dt.date(2026, 7, 8), None, am.NotFound("x"))}
    assert dataset.digest_of(*data) == hashlib.sha256(canonical.encode()).hexdigest()


def test_the_digest_covers_every_module_of_the_notice_that_holds_facts():
    covered = {module.__name__.rpartition(".")[2] for module in dataset._FACTS}
    files = {file.stem for file in Path(index.__file__).parent.glob("[a-z]*.py")}
    # The editions are facts of the index.
    assert covered == {file for file in files if "edition" not in file} - {"drafting", "provenance", "shapes"}
    assert {"EDITIONS", "CAMPAIGNS", "ANNOUNCED", "SCHEMES", "PUBLICATIONS", "MISSED_IN_A_ROW"} <= FACTS.keys()


def test_no_two_facts_share_a_name_so_that_none_hides_another():
    assert all(fact is FACTS[name] for name, fact in dataset.facts())


@pytest.mark.parametrize("seed", ["0", "1"])
def test_another_process_gives_the_same_digest(seed):
    program = "import asc_mandate; print(asc_mandate.dataset_version().digest)"
    ran = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, sys.path))},
    )
    assert ran.stdout.strip() == am.dataset_version().digest


def test_a_report_says_when_the_calendar_was_the_callers():
    on = dt.date(2025, 8, 12)
    amended = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    stamps = [am.validate(care_home(), on=on, calendar=calendar).dataset for calendar in (am.ENGLAND, amended)]
    assert stamps[0] == am.dataset_version(on)
    assert stamps[0].calendar is None
    assert str(stamps[1]) == f"{stamps[0]}, calendar amended ({stamps[1].calendar[:12]})"
    assert am.dataset_version().surveyed_on == dt.date(2026, 11, 26)
