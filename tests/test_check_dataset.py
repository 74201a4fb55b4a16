"""The shipped data have no defect, and each kind of defect is found where there is one."""

import datetime as dt

import pytest
from attrs import evolve

import asc_mandate as am
from asc_mandate.dataset import shipped

DATA = shipped()
OLDER, NEWER = DATA.editions
BEDS, WORKFORCE, COVID, FLU, VISITING = NEWER.care_home


def with_newer(**changes):
    return evolve(DATA, editions=(OLDER, evolve(NEWER, **changes)))


def without_place(datum):
    return evolve(datum, citation=evolve(datum.citation, where=""))


def without_title(datum):
    source = evolve(datum.citation.source, title="")
    return evolve(datum, citation=evolve(datum.citation, source=source))


def section_with(field):
    return evolve(BEDS, fields=(field, *BEDS.fields[1:]))


FIRST = BEDS.fields[0]
OVERTIME = DATA.rules[0]
CAMPAIGN = DATA.campaigns[-1]

# What is broken, and the defects that it makes: code, where, and message.
GALLERY = {
    "two editions of one day": (
        with_newer(id=OLDER.id, applies_from=OLDER.applies_from),
        {
            ("name-not-unique", "editions", "'2023-07-15' stands 2 times."),
            ("editions-overlap", "2023-07-15", "It applies no later than 2023-07-15 before it."),
            (
                "editions-gap",
                "publication 5",
                "Its list is not held, though an earlier one is, so days would be judged by the wrong list.",
            ),
        },
    ),
    "editions in the wrong order": (
        evolve(DATA, editions=(NEWER, OLDER)),
        {("editions-overlap", "2023-07-15", "It applies no later than 2024-04-26 before it.")},
    ),
    "an edition that begins on another day than its id": (
        with_newer(applies_from=dt.date(2024, 4, 27)),
        {
            ("edition-id", "2024-04-26", "Its id is not its first day, 2024-04-27."),
            ("edition-day", "2024-04-26", "It applies from another day than its publication is required from."),
        },
    ),
    "an edition without a clause that findings cite": (
        with_newer(clauses=tuple(clause for clause in NEWER.clauses if clause.id != "saving")),
        {("clause-missing", "2024-04-26", "It has no clause 'saving', which findings cite.")},
    ),
    "a gap between held editions": (
        evolve(DATA, editions=(OLDER,)),
        {
            (
                "editions-gap",
                "publication 5",
                "Its list is not held, though an earlier one is, so days would be judged by the wrong list.",
            )
        },
    ),
    "an edition that no publication holds": (
        evolve(DATA, publications=(*DATA.publications[:4], evolve(DATA.publications[4], edition=None))),
        {
            ("edition-not-in-history", "2024-04-26", "No publication holds it."),
            (
                "editions-gap",
                "publication 5",
                "Its list is not held, though an earlier one is, so days would be judged by the wrong list.",
            ),
        },
    ),
    "two publications of one number": (
        evolve(DATA, publications=(evolve(DATA.publications[0], number=2), *DATA.publications[1:])),
        {("name-not-unique", "publications", "'2' stands 2 times.")},
    ),
    "a field in two sections": (
        with_newer(care_home=(BEDS, WORKFORCE, COVID, FLU, evolve(VISITING, fields=(*VISITING.fields, FIRST)))),
        {
            ("name-not-unique", "2024-04-26, care_home fields", "'beds_maximum_capacity' stands 2 times."),
            (
                "field-in-other-section",
                "2024-04-26, care_home, beds_maximum_capacity",
                "It stands in section 'visiting' but names 'beds'.",
            ),
        },
    ),
    "two sections of one id": (
        with_newer(care_home=(*NEWER.care_home, evolve(BEDS, fields=()))),
        {("name-not-unique", "2024-04-26, care_home sections", "'beds' stands 2 times.")},
    ),
    "a field that names another section": (
        with_newer(care_home=(section_with(evolve(FIRST, section="workforce")), *NEWER.care_home[1:])),
        {
            (
                "field-in-other-section",
                "2024-04-26, care_home, beds_maximum_capacity",
                "It stands in section 'beds' but names 'workforce'.",
            )
        },
    ),
    "a field without a name": (
        with_newer(care_home=(section_with(evolve(VISITING.fields[0], id="", section="beds")), *NEWER.care_home[1:])),
        {("name-empty", "2024-04-26, care_home fields", "A name is empty.")},
    ),
    "a field without a place in its source": (
        with_newer(care_home=(section_with(without_place(FIRST)), *NEWER.care_home[1:])),
        {("source-missing", "dataset.editions[1].care_home[0].fields[0].citation", "No place in its source is named.")},
    ),
    "a field whose source has no title": (
        with_newer(care_home=(section_with(without_title(FIRST)), *NEWER.care_home[1:])),
        {
            (
                "source-missing",
                "dataset.editions[1].care_home[0].fields[0].citation.source",
                "The source has no title, or no grade.",
            )
        },
    ),
    "a figure without a source": (
        evolve(DATA, figures={**DATA.figures, "surveyed on": evolve(DATA.figures["surveyed on"], citation=None)}),
        {("source-missing", "dataset.figures['surveyed on'].citation", "It has no source.")},
    ),
    "a bare figure": (
        evolve(DATA, figures={**DATA.figures, "missed in a row": 3}),
        {
            ("source-missing", "figure missed in a row", "It is a bare figure, without a source."),
            ("reading-without-use", "run-within-twelve-months", "Nothing that it governs names it."),
        },
    ),
    "a source without a grade": (
        evolve(
            DATA,
            grounds={
                **DATA.grounds,
                "duty": evolve(DATA.grounds["duty"], source=evolve(DATA.grounds["duty"].source, grade=None)),
            },
        ),
        {("source-missing", "dataset.grounds['duty'].source", "The source has no title, or no grade.")},
    ),
    "an edition whose source has no title": (
        with_newer(source=evolve(NEWER.source, title="")),
        {("source-missing", "dataset.editions[1].source", "The source has no title, or no grade.")},
    ),
    "an edition that applies from another day than it is required from": (
        evolve(
            DATA,
            publications=(
                *DATA.publications[:4],
                evolve(
                    DATA.publications[4],
                    required_from=evolve(DATA.publications[4].required_from, value=dt.date(2024, 5, 1)),
                ),
            ),
        ),
        {("edition-day", "2024-04-26", "It applies from another day than its publication is required from.")},
    ),
    "two fees schemes of one name": (
        evolve(DATA, fees_schemes=DATA.fees_schemes * 2),
        {("name-not-unique", "fees schemes", "'Fees scheme 2019/20' stands 2 times.")},
    ),
    "a campaign without a source": (
        evolve(DATA, campaigns=(*DATA.campaigns[:-1], evolve(CAMPAIGN, citations=()))),
        {("source-missing", "campaign autumn 2025", "It has no source.")},
    ),
    "two campaigns of one name": (
        evolve(DATA, campaigns=(*DATA.campaigns, CAMPAIGN)),
        {("name-not-unique", "campaigns", "'autumn 2025' stands 2 times.")},
    ),
    "two rules of one id": (
        evolve(DATA, rules=(*DATA.rules, OVERTIME)),
        {("name-not-unique", "rules", "'overtime-exceeds-hours-paid' stands 2 times.")},
    ),
    "a rule on a field that no list has": (
        evolve(
            DATA,
            rules=(
                evolve(OVERTIME, predicate=evolve(OVERTIME.predicate, parts=("hours_overtim",))),
                *DATA.rules[1:],
            ),
        ),
        {
            (
                "rule-without-fields",
                "overtime-exceeds-hours-paid",
                "No list has all of its fields: hours_overtim, hours_paid.",
            )
        },
    ),
    "a rule that rests on a field it does not look at": (
        evolve(DATA, rules=(evolve(OVERTIME, basis="absence"), *DATA.rules[1:])),
        {("rule-without-basis", "overtime-exceeds-hours-paid", "It rests on 'absence', which is none of its fields.")},
    ),
    "a reading that nothing names": (
        evolve(DATA, readings=(*DATA.readings, evolve(DATA.readings[0], id="made-up"))),
        {("reading-without-use", "made-up", "Nothing that it governs names it.")},
    ),
    "a reading that does not exist": (
        with_newer(care_home=(section_with(evolve(FIRST, readings=("made-up",))), *NEWER.care_home[1:])),
        {
            (
                "reading-unknown",
                "dataset.editions[1].care_home[0].fields[0]",
                "It names the reading 'made-up', which does not exist.",
            )
        },
    ),
    "two readings of one id": (
        evolve(DATA, readings=(*DATA.readings, DATA.readings[0])),
        {("name-not-unique", "readings", "'campaign-starts-in-window' stands 2 times.")},
    ),
    "two contacts of one name": (
        evolve(DATA, contacts=(*DATA.contacts, DATA.contacts[0])),
        {("name-not-unique", "contacts", "'NECS support centre' stands 2 times.")},
    ),
    "a contact without a place in its source": (
        evolve(DATA, contacts=(*DATA.contacts[:2], without_place(DATA.contacts[2]))),
        {("source-missing", "dataset.contacts[2].citation", "No place in its source is named.")},
    ),
    "two clauses of one id": (
        with_newer(clauses=(*NEWER.clauses, NEWER.clauses[0])),
        {("name-not-unique", "2024-04-26, clauses", "'duty' stands 2 times.")},
    ),
}


def test_the_shipped_data_have_no_defect():
    assert am.check_dataset() == ()
    assert am.check_dataset(DATA) == ()


@pytest.mark.parametrize("broken", GALLERY)
def test_each_defect_is_found(broken):
    dataset, expected = GALLERY[broken]
    defects = am.check_dataset(dataset)
    assert {(defect.code, defect.where, defect.message) for defect in defects} == expected
    assert len(defects) == len(expected)
    for defect in defects:
        assert str(defect) == f"{defect.where}: {defect.message}"


def test_a_history_without_any_list_has_no_gap():
    publications = tuple(evolve(publication, edition=None) for publication in DATA.publications)
    codes = {defect.code for defect in am.check_dataset(evolve(DATA, editions=(), publications=publications))}
    assert "editions-gap" not in codes
    assert "rule-without-fields" in codes


def test_no_datum_stands_without_source_and_grade():
    """Counted apart from the check, so that a datum which it does not walk to is noticed."""
    cited = [field.citation for edition in am.editions() for s in am.ServiceType for field in edition.fields(s)]
    cited += [datum.citation for datum in DATA.figures.values()]
    cited += [citation for campaign in DATA.campaigns for citation in campaign.citations]
    cited += [change.citation for publication in am.history() for change in publication.changes]
    cited += [reading.citation for reading in am.readings()]
    cited += [contact.citation for contact in am.contacts()]
    assert all(isinstance(citation.source.grade, am.Grade) and citation.where for citation in cited)
    assert len(cited) > 100
