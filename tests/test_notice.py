"""The catalogue against the text of the notice itself."""

import datetime as dt
import re
from functools import partial

import pytest

import asc_mandate as am

from .helpers import DATA

# Spaces that do not break are typesetting: the catalogue has plain ones.
NOTICE = (DATA / "formal-notice-2024-04-26.txt").read_text(encoding="utf-8").replace("\N{NO-BREAK SPACE}", " ")
EDITION = am.edition("2024-04-26")
BULLET = re.compile(r"^( *)• (.*)$", re.MULTILINE)


def bullets_of(heading, end):
    """The bullets of one of the two lists: (depth, text), in order."""
    text = NOTICE[NOTICE.index(heading) : NOTICE.index(end)]
    return [(len(indent) // 2, words) for indent, words in BULLET.findall(text)]


def as_in_notice(service):
    """The bullets that the catalogue would print for a list: headings and items."""
    bullets = []
    for section in EDITION.sections(service):
        depth = 1
        if section.heading is not None:
            condition = section.fields[0].condition
            suffix = f" ({condition.wording})" if condition else ""
            bullets.append((1, f"{section.heading}{suffix}:"))
            depth = 2
        for field in section.fields:
            mark = f"[footnote {field.footnote.number}]" if field.footnote else ""
            bullets.append((depth, field.wording + mark))
    return bullets


@pytest.mark.parametrize(
    ("service", "heading", "end"),
    [
        (am.ServiceType.CARE_HOME, "For care home provider locations", "For domiciliary care settings"),
        (am.ServiceType.DOMICILIARY_CARE, "For domiciliary care settings", "Other data items in CT"),
    ],
)
def test_catalogue_is_the_notice_bullet_for_bullet_and_in_order(service, heading, end):
    assert as_in_notice(service) == bullets_of(heading, end)


@pytest.mark.parametrize("clause", EDITION.clauses, ids=lambda clause: clause.id)
def test_clauses_are_verbatim(clause):
    assert clause.wording in NOTICE


def test_footnotes_are_verbatim_and_hang_on_six_items():
    hung = [field for service in am.ServiceType for field in EDITION.fields(service) if field.footnote]
    assert [field.id for field in hung] == [
        *("hours_paid", "hours_overtime", "hours_agency", "absence") * 2,
        "nhs_la_packages_returned",
        "self_funded_packages_ended",
    ]
    for field in hung:
        assert f"{field.footnote.number}. {field.footnote.wording}" in NOTICE


@pytest.mark.parametrize("edition", am.editions(), ids=lambda edition: edition.id)
def test_every_field_says_where_it_stands(edition):
    cited = [field.citation for service in am.ServiceType for field in edition.fields(service)]
    assert all(citation.source == edition.source and citation.where for citation in cited)
    assert len({citation.where for citation in cited}) >= len(cited) - 3


def test_bullet_numbers_point_at_the_item():
    where = {f.id: f.citation.where for f in EDITION.fields(am.ServiceType.DOMICILIARY_CARE)}
    assert where["service_users"] == "“For domiciliary care settings”, bullet 1"
    assert where["absence"] == "“For domiciliary care settings”, bullet 7"
    assert where["staff_flu_vaccination"] == "“For domiciliary care settings”, “flu vaccination”, bullet 1"


def test_reconstructed_edition_says_so_and_is_graded_as_inferred():
    older, newer = am.editions()
    assert newer.reconstruction is None
    assert "put back" in older.reconstruction
    assert older.source.grade is am.Grade.INFERRED
    assert newer.source.grade is am.Grade.OFFICIAL
    graded = [f.citation.source.grade for s in am.ServiceType for f in older.fields(s)]
    assert set(graded) == {am.Grade.INFERRED}
    footnoted = next(f for f in older.fields(am.ServiceType.CARE_HOME) if f.footnote)
    assert footnoted.footnote.citation.source == older.source


@pytest.mark.parametrize(
    ("day", "id"),
    [
        (dt.date(2023, 7, 15), "2023-07-15"),
        (dt.date(2024, 4, 25), "2023-07-15"),
        (dt.date(2024, 4, 26), "2024-04-26"),
        (dt.date(9999, 12, 31), "2024-04-26"),
    ],
)
def test_edition_on_both_sides_of_each_boundary(day, id):
    assert am.edition_on(day).id == id
    assert am.edition(id) is am.edition_on(day)


def test_edition_follows_the_day_in_london():
    assert am.edition_on(dt.datetime(2024, 4, 25, 23, 30, tzinfo=dt.UTC)).id == "2024-04-26"
    assert am.edition_on(dt.datetime(2024, 4, 25, 22, 30, tzinfo=dt.UTC)).id == "2023-07-15"


NOT_HELD = am.EditionNotHeld, "not found in full; the oldest edition held applies from 15 July 2023"
NOT_YET = am.NotInForce, "is before the mandate, which began on 31 July 2022"


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (dt.date.min, NOT_YET),
        (dt.date(2022, 7, 30), NOT_YET),
        (dt.date(2022, 7, 31), NOT_HELD),
        (dt.date(2023, 7, 14), NOT_HELD),
    ],
)
@pytest.mark.parametrize("ask", [am.edition_on, am.dataset_version, partial(am.checklist, "care_home")])
def test_days_before_the_first_list_that_is_held_are_refused(ask, day, refusal):
    error, message = refusal
    with pytest.raises(error, match=message):
        ask(day)


@pytest.mark.parametrize("id", ["2024-04-27", "", 5, None])
def test_unknown_editions_are_named(id):
    with pytest.raises(am.UnknownEdition, match="the ids are 2023-07-15 and 2024-04-26"):
        am.edition(id)


def test_readings_tell_what_was_asked_taken_and_left():
    assert all(reading.question.endswith("?") and reading.taken and reading.alternatives for reading in am.readings())
    assert not any("updated" in reading.citation.source.title for reading in am.readings())


def test_campaigns_are_known_with_sources():
    assert [(c.name, c.care_homes_start, c.starts, c.ends) for c in am.ENGLAND.campaigns] == [
        ("autumn 2022", dt.date(2022, 9, 5), dt.date(2022, 9, 12), dt.date(2023, 2, 12)),
        ("spring 2023", dt.date(2023, 4, 3), dt.date(2023, 4, 17), dt.date(2023, 6, 30)),
        ("autumn 2023", dt.date(2023, 9, 11), dt.date(2023, 9, 18), dt.date(2024, 1, 31)),
        ("spring 2024", dt.date(2024, 4, 15), dt.date(2024, 4, 22), dt.date(2024, 6, 30)),
        ("autumn 2024", None, dt.date(2024, 10, 3), dt.date(2025, 1, 31)),
        ("spring 2025", None, dt.date(2025, 4, 1), dt.date(2025, 6, 17)),
        ("autumn 2025", None, dt.date(2025, 10, 1), dt.date(2026, 1, 31)),
        ("spring 2026", None, dt.date(2026, 4, 13), dt.date(2026, 6, 30)),
    ]
    assert am.ENGLAND.campaigns_known_through == dt.date(2026, 8, 31)
    (announced,) = am.ENGLAND.announced
    assert announced.name == "autumn 2026"
    assert announced.known.citation.source.grade is am.Grade.SECONDARY


def test_other_data_items_stand_beside_the_lists_word_for_word():
    start = NOTICE.index("Other data items in CT")
    assert [item.value for item in EDITION.other_data] == [
        words for _, words in BULLET.findall(NOTICE[start : NOTICE.index("COVID-19 vaccination question definitions")])
    ]
    assert {item.citation.where for item in EDITION.other_data} == {"“Other data items in CT”"}


def test_the_window_is_that_of_the_clause():
    for edition in am.editions():
        assert (edition.window.opens, edition.window.closes) == (8, 14)
        assert edition.window.citation == edition.clause("reporting-window").citation
