"""Editions, history, differences and the version stamped on a result."""

import datetime as dt
import hashlib
import subprocess
import sys
from pathlib import Path

import holidays
import pytest
from attrs import evolve, fields, has
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.dataset import shipped
from asc_mandate.differences import compare
from asc_mandate.digest import digest_of

from .helpers import CARE_HOME, CARE_HOME_BOOSTERS, CARE_HOME_PRIMARY_COURSE, care_home

OLDER, NEWER = am.editions()
OFFICIAL, SECONDARY, INFERRED = am.Grade.OFFICIAL, am.Grade.SECONDARY, am.Grade.INFERRED


@given(st.dates(dt.date(2023, 7, 15)))
def test_every_day_from_15_july_2023_has_exactly_one_edition(day):
    applying = [
        edition
        for edition, until in zip(am.editions(), (NEWER.applies_from, None), strict=True)
        if edition.applies_from <= day and (until is None or day < until)
    ]
    assert applying == [am.edition_on(day)]


def test_history_tells_what_is_not_known():
    publications = am.history()
    assert [publication.number for publication in publications] == [1, 2, 3, 4, 5]
    assert [publication.edition for publication in publications] == [None, None, None, "2023-07-15", "2024-04-26"]
    known = [[isinstance(day, am.Datum) for day in (p.published, p.required_from)] for p in publications]
    assert known == [[True, True], [True, False], [False, False], [False, True], [True, True]]
    assert publications[0].published.value == dt.date(2022, 7, 14)
    assert publications[1].published.value == dt.date(2023, 1, 9)
    assert publications[3].required_from.value == dt.date(2023, 7, 15)
    assert str(publications[1].required_from) == "not found"
    assert str(publications[3].published) == "not found (about July 2023, inferred)"
    for publication in publications:
        assert publication.changes
        assert all(change.value.endswith(".") and change.citation.where for change in publication.changes)


def test_history_grades_each_change():
    grades = [[change.citation.source.grade for change in publication.changes] for publication in am.history()]
    assert grades == [
        [OFFICIAL, SECONDARY, SECONDARY],
        [OFFICIAL, INFERRED],
        [OFFICIAL],
        [OFFICIAL],
        [OFFICIAL],
    ]


def test_notice_period_against_the_aim_of_three_months():
    periods = [publication.notice_period for publication in am.history()]
    assert periods[0] == am.NoticePeriod(days=17, aim_met=False, grade=OFFICIAL)
    assert periods[1:4] == [am.NotFound()] * 3
    assert periods[4] == am.NoticePeriod(days=0, aim_met=None, grade=INFERRED)


@pytest.mark.parametrize(
    ("published", "required", "met"),
    [
        (dt.date(2027, 1, 15), dt.date(2027, 4, 14), False),
        (dt.date(2027, 1, 15), dt.date(2027, 4, 15), True),
        (dt.date(2026, 11, 30), dt.date(2027, 2, 27), False),
        (dt.date(2026, 11, 30), dt.date(2027, 2, 28), True),
        (dt.date(2027, 12, 31), dt.date(2028, 3, 31), True),
        (dt.date(2027, 11, 30), dt.date(2028, 2, 28), False),
        (dt.date(2027, 11, 30), dt.date(2028, 2, 29), True),
    ],
)
def test_the_aim_is_met_from_three_calendar_months_on(published, required, met):
    first = am.history()[0]
    made_up = evolve(
        first,
        published=evolve(first.published, value=published),
        required_from=evolve(first.required_from, value=required),
    )
    assert made_up.notice_period.aim_met is met


@pytest.mark.parametrize("weak", ["published", "required_from"])
def test_a_notice_period_is_no_firmer_than_either_day(weak):
    day = getattr(am.history()[0], weak)
    source = evolve(day.citation.source, grade=SECONDARY)
    weaker = evolve(day, citation=evolve(day.citation, source=source))
    assert evolve(am.history()[0], **{weak: weaker}).notice_period.grade is SECONDARY


def test_the_edition_not_held_tells_what_is_known_of_its_time():
    with pytest.raises(am.EditionNotHeld) as caught:
        am.edition_on(dt.date(2023, 1, 10))
    message = str(caught.value)
    assert "publication 1 (published: 14 July 2022; required from: 31 July 2022)" in message
    assert "publication 2 (published: 9 January 2023; required from: not found)" in message
    assert "publication 3 (published: not found (between" in message
    assert "publication 4" not in message


# validate under the reconstructed edition


def test_a_return_is_judged_under_the_edition_of_2023():
    on = dt.date(2024, 2, 12)
    flu = dict.fromkeys(("employed_staff_flu_vaccination", "agency_staff_flu_vaccination"), 0)
    full = {**flu, "residents_flu_vaccination": 0, **CARE_HOME_BOOSTERS, **CARE_HOME_PRIMARY_COURSE}
    report = am.validate(care_home(**full), on=on)
    assert report.outcome is am.Outcome.MET
    assert report.edition is OLDER
    missing = am.validate(care_home(**{**full, "residents_covid_primary_course": None}), on=on).breaches
    assert [finding.fields for finding in missing] == [("residents_covid_primary_course",)]
    assert missing[0].readings == ("edition-5-effective", "no-ongoing-campaign")
    assert missing[0].citation.source.grade is INFERRED
    assert "put back from the change note" in missing[0].citation.where


def test_a_window_rolled_over_good_friday_rests_on_a_reading():
    window = am.reporting_window(dt.date(2028, 4, 1))
    assert window.readings == ("public-holiday",)
    assert am.reporting_window(dt.date(2031, 4, 1)).readings == ()
    assert am.reporting_window(dt.date(2025, 7, 1)).readings == ()
    late = am.validate(care_home(**CARE_HOME_BOOSTERS), on=dt.date(2028, 4, 19)).breaches
    assert [(finding.code, finding.readings) for finding in late] == [("late", ("public-holiday",))]


# Differences


def content(field):
    """What a difference compares: all but where it was read."""
    condition = field.condition and (field.condition.id, field.condition.wording)
    return (field.id, field.wording, field.kind, field.section, condition, field.footnote and field.footnote.wording)


def applied(list_diff, before):
    """Apply a difference to a list, using nothing of the other list but the difference."""
    removed = {placed.field.id for placed in list_diff.removed}
    stay = {field.id: field for field in before if field.id not in removed}
    follows = dict(zip(stay, (None, *stay), strict=False))
    for change in list_diff.changed:
        if change.attribute == "follows":
            assert follows[change.field_id] == change.before
            follows[change.field_id] = change.after
        else:
            field = stay[change.field_id]
            assert getattr(field, change.attribute) == change.before
            stay[change.field_id] = evolve(field, **{change.attribute: change.after})
    next_ = {place: id for id, place in follows.items()}
    order: list[str] = []
    while (following := next_.get(order[-1] if order else None)) is not None:
        order.append(following)
    for placed in list_diff.added:
        order.insert(order.index(placed.follows) + 1 if placed.follows else 0, placed.field.id)
    added = {placed.field.id: placed.field for placed in list_diff.added}
    return [{**stay, **added}[id] for id in order]


def lists(edition):
    return edition.care_home, edition.domiciliary_care


CARE_HOME_FIELDS = NEWER.fields(am.ServiceType.CARE_HOME)


@st.composite
def made_up_editions(draw):
    """An edition whose care home list is some of the fields, in any order, with changes to some."""
    chosen = draw(st.lists(st.sampled_from(CARE_HOME_FIELDS), unique_by=lambda field: field.id, max_size=8))
    changed = [
        evolve(
            field,
            wording=draw(st.sampled_from([field.wording, "other words"])),
            kind=draw(st.sampled_from([field.kind, am.Kind.HOURS])),
            section=draw(st.sampled_from([field.section, "elsewhere"])),
            condition=draw(st.sampled_from([field.condition, CARE_HOME_FIELDS[22].condition])),
            footnote=draw(st.sampled_from([field.footnote, CARE_HOME_FIELDS[16].footnote])),
        )
        for field in chosen
    ]
    return evolve(NEWER, care_home=(am.Section("all", "All", None, tuple(changed)),), domiciliary_care=())


@given(made_up_editions(), made_up_editions())
def test_applying_a_difference_to_one_edition_gives_the_other(before, after):
    difference = compare(before, after)
    result = applied(difference.care_home, before.fields(am.ServiceType.CARE_HOME))
    assert [content(field) for field in result] == [content(field) for field in after.fields(am.ServiceType.CARE_HOME)]


@given(made_up_editions(), made_up_editions())
def test_a_difference_mirrors_its_reverse(before, after):
    there, back = compare(before, after).care_home, compare(after, before).care_home
    assert there.added == back.removed
    assert there.removed == back.added
    mirrored = {(c.field_id, c.attribute, c.after, c.before) for c in back.changed}
    assert {(c.field_id, c.attribute, c.before, c.after) for c in there.changed} == mirrored
    assert bool(there) == bool(back)


@given(made_up_editions())
def test_an_edition_does_not_differ_from_itself(edition):
    assert not compare(edition, edition)


def test_what_changed_on_26_april_2024():
    changes = am.diff("2023-07-15", "2024-04-26")
    assert changes
    assert (changes.before, changes.after) == ("2023-07-15", "2024-04-26")
    assert [placed.field.id for placed in changes.care_home.removed] == list(CARE_HOME_PRIMARY_COURSE)
    assert changes.care_home.removed[0].follows == "absence"
    assert changes.care_home.added == changes.care_home.changed == ()
    assert [placed.field.id for placed in changes.domiciliary_care.removed] == ["staff_covid_primary_course"]
    assert not am.diff("2024-04-26", "2024-04-26")
    assert str(changes) == (
        "From 2023-07-15 to 2024-04-26\n"
        "care_home: removed employed_staff_covid_primary_course, agency_staff_covid_primary_course and "
        "residents_covid_primary_course\n"
        "domiciliary_care: removed staff_covid_primary_course"
    )


def test_a_difference_reads_as_what_happened():
    beds, *others = NEWER.care_home
    maximum, occupied, reserved, accepting = beds.fields
    renamed = evolve(occupied, wording="occupied", kind=am.Kind.HOURS)
    closed = evolve(reserved, id="beds_closed")
    after = evolve(NEWER, care_home=(evolve(beds, fields=(renamed, maximum, closed, accepting)), *others))
    assert str(compare(NEWER, after)) == (
        "From 2024-04-26 to 2024-04-26\n"
        "care_home: added beds_closed; removed beds_vacant_reserved; changed beds_occupied (wording, kind, follows), "
        "beds_maximum_capacity (follows) and beds_vacant_accepting_admissions (follows)\n"
        "domiciliary_care: nothing"
    )


def test_a_change_in_one_list_is_a_difference():
    beds, *others = NEWER.care_home
    shorter = compare(NEWER, evolve(NEWER, care_home=(evolve(beds, fields=beds.fields[1:]), *others)))
    assert shorter
    assert shorter.care_home.removed == (am.PlacedField(beds.fields[0], follows=None),)
    assert shorter.care_home.changed == ()
    assert not shorter.domiciliary_care
    users, *rest = NEWER.domiciliary_care
    renamed = evolve(users.fields[0], wording="how many")
    other = compare(NEWER, evolve(NEWER, domiciliary_care=(evolve(users, fields=(renamed,)), *rest)))
    assert other
    assert not other.care_home
    assert other.domiciliary_care.changed == (
        am.Change("service_users", "wording", users.fields[0].wording, "how many"),
    )


def test_unknown_editions_cannot_be_compared():
    with pytest.raises(am.UnknownEdition):
        am.diff("2023-07-15", "2025-01-01")


# The version stamped on a result


def test_published_editions_do_not_change():
    """A released edition is never edited: a new reading of the law is a new release of this library's data."""
    assert {edition.id: digest_of(edition) for edition in am.editions()} == DIGESTS


DIGESTS = {
    "2023-07-15": "1cb1a615f813a48c922ef7b08c50dfbda10e96d8a2c15981c7f7f64134ae59ba",
    "2024-04-26": "3a05c674d75f4c6a30802f4b7fd8f85643796a6979c3cea82de00fe86d5b6538",
}


def test_no_datum_changes_unnoticed():
    """Whoever changes a datum, or a sentence of a rule, on purpose writes the new digest down here."""
    assert digest_of(shipped(), "0.72") == "4b648131f527e175bb89a63cedb8e584e2312e08c1a186eaec74cd8abefc8069"


def test_the_digest_of_a_release_is_that_of_its_data_and_of_the_holidays_package():
    assert am.dataset_version().digest == digest_of(shipped(), holidays.__version__)


def test_the_canonical_form_stays_what_stored_digests_were_made_of():
    canonical = '["\\u00c4",{"a":[{"date":"2026-07-08"},null,{"NotFound":{"known":"x"}}],"b":1}]'
    data = "Ä", {"b": 1, "a": (dt.date(2026, 7, 8), None, am.NotFound("x"))}
    assert digest_of(*data) == hashlib.sha256(canonical.encode()).hexdigest()


def nodes(value):
    """Every object with attributes in some data, from the outside in."""
    if isinstance(value, tuple | list):
        for part in value:
            yield from nodes(part)
    elif isinstance(value, dict):
        yield from nodes(list(value.values()))
    elif has(type(value)):
        yield value
        for part in fields(type(value)):
            yield from nodes(getattr(value, part.name))


def changed(node, attribute):
    """The same object with one attribute changed, whatever its class would say to that."""
    copy = object.__new__(type(node))
    for part in fields(type(node)):
        object.__setattr__(copy, part.name, getattr(node, part.name))
    object.__setattr__(copy, attribute, "changed")
    return copy


def test_the_digest_changes_with_every_attribute_of_every_object():
    every = {id(node): node for node in nodes(shipped())}.values()
    assert len(every) > 200
    for node in every:
        digests = {digest_of(node), *(digest_of(changed(node, part.name)) for part in fields(type(node)))}
        assert len(digests) == 1 + len(fields(type(node)))


@pytest.mark.parametrize(
    "group", ["editions", "publications", "campaigns", "readings", "rules", "contacts", "fees_schemes"]
)
def test_the_digest_of_all_changes_with_the_innermost_datum(group):
    data = shipped()
    *others, last = getattr(data, group)
    innermost = list(nodes(last))[-1]
    attribute = fields(type(innermost))[-1].name
    before = digest_of(data)
    kept = getattr(innermost, attribute)
    object.__setattr__(innermost, attribute, "changed")
    try:
        assert digest_of(data) != before
    finally:
        object.__setattr__(innermost, attribute, kept)
    assert digest_of(data) == before
    assert digest_of(evolve(data, **{group: tuple(others)})) != before


def test_the_digest_covers_every_datum_that_is_written_down():
    """No source, citation, datum or gap in the notice's modules is left out of what is digested and checked."""
    covered = {id(node) for node in nodes(shipped())}
    for name, module in list(sys.modules.items()):
        if name.startswith("asc_mandate.notice."):
            for constant, value in vars(module).items():
                if isinstance(value, (am.Datum, am.Citation, am.NotFound, am.Source)):
                    used = id(value) in covered or any(value == node for node in nodes(shipped()))
                    assert used, f"{name}.{constant}"


def test_the_digest_depends_on_the_version_of_the_holidays_package():
    assert digest_of(shipped(), "0.1") != digest_of(shipped(), "0.2")


def test_the_digest_does_not_depend_on_the_order_of_figures():
    data = shipped()
    shuffled = evolve(data, figures=dict(reversed(data.figures.items())))
    assert list(shuffled.figures) != list(data.figures)
    assert digest_of(shuffled) == digest_of(data)


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_another_process_gives_the_same_digest(seed):
    program = "import asc_mandate as am; print(am.dataset_version().digest)"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
    )
    assert ran.stdout.strip() == am.dataset_version().digest


def test_the_version_says_when_sources_were_last_looked_through():
    version = am.dataset_version(dt.date(2026, 7, 1))
    assert version.surveyed_on == dt.date(2026, 11, 22)
    assert version.release == am.__version__
    assert len(version.digest) == 64
    assert version.calendar is None


def test_a_version_stands_for_the_calendar_of_england_unless_it_says_otherwise():
    version = am.DatasetVersion("0.1.0", None, "0" * 64, dt.date(2026, 11, 22))
    assert version.calendar is None
    assert str(version) == "asc_mandate 0.1.0, data 000000000000"


def test_a_report_says_when_the_calendar_was_the_callers():
    amended = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    other = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 15), "Jubilee")
    on = dt.date(2025, 8, 12)
    stamps = [am.validate(care_home(), on=on, calendar=calendar).dataset for calendar in (am.ENGLAND, amended, other)]
    assert stamps[0] == am.dataset_version(on)
    assert stamps[0].calendar is None
    assert len({stamp.calendar for stamp in stamps}) == 3
    assert str(stamps[1]) == f"{stamps[0]}, calendar amended ({stamps[1].calendar[:12]})"
    again = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee").without_public_holiday(dt.date(2027, 7, 14))
    assert am.validate(care_home(), on=on, calendar=again).dataset.calendar is not None


# Next year's edition: one new file, and its line in the index

NEXT_EDITION = '''
"""A made-up edition: one field new, one removed, one moved to another section."""

import datetime as dt

from attrs import evolve

from asc_mandate.notice.edition_2024_04_26 import EDITION as BEFORE

_beds, _workforce, _covid, _flu, _visiting = BEFORE.care_home
_able, _options = _visiting.fields

EDITION = evolve(
    BEFORE,
    id="2027-04-01",
    applies_from=dt.date(2027, 4, 1),
    care_home=(
        evolve(
            _beds,
            fields=(
                *_beds.fields[:3],
                evolve(_beds.fields[3], id="beds_closed", wording="closed"),
                evolve(_able, section="beds"),
            ),
        ),
        _workforce,
        _covid,
        _flu,
        evolve(_visiting, fields=(_options,)),
    ),
)
'''

USE_NEXT_EDITION = """
import datetime as dt
import asc_mandate as am

day = dt.date(2027, 4, 12)
values = {values!r}
assert [edition.id for edition in am.editions()] == ["2023-07-15", "2024-04-26", "2027-04-01"]
checklist = am.checklist("care_home", day)
assert checklist["beds_closed"].status is am.Status.REQUIRED
assert checklist["residents_able_to_visit"].field.section == "beds"
assert "beds_closed" not in am.checklist("care_home", dt.date(2027, 3, 31))
values["absence"] = am.Absence(hours=1)
saved = {{"beds": day, "workforce": day, "covid_vaccination": day, "visiting": dt.date(2027, 4, 15)}}
report = am.validate(am.Return("care_home", values, saved=saved), on=dt.date(2027, 4, 20))
print([(finding.code, finding.fields) for finding in report.findings])
changes = am.diff("2024-04-26", "2027-04-01").care_home
print([placed.field.id for placed in changes.added], [placed.field.id for placed in changes.removed])
print([(c.field_id, c.attribute, c.before, c.after) for c in changes.changed])
print(am.dataset_version(day).edition, am.dataset_version().digest)
print(am.check_dataset())
"""


@pytest.mark.slow
def test_next_years_edition_is_one_file_and_one_line(tmp_path):
    package = tmp_path / "asc_mandate"
    source = Path(am.__file__).parent
    for file in source.rglob("*.py"):
        copy = package / file.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(file.read_bytes())
    (package / "notice" / "edition_2027_04_01.py").write_text(NEXT_EDITION, encoding="utf-8")
    index = package / "notice" / "index.py"
    text = index.read_text(encoding="utf-8")
    line = "    edition_2024_04_26.EDITION,\n"
    assert text.count(line) == 1
    imported = "import edition_2023_07_15, edition_2024_04_26"
    assert text.count(imported) == 1
    text = text.replace(imported, f"{imported}, edition_2027_04_01")
    index.write_text(text.replace(line, line + "    edition_2027_04_01.EDITION,\n"), encoding="utf-8")

    values = {**CARE_HOME, **CARE_HOME_BOOSTERS, "absence": None}
    ran = subprocess.run(
        [sys.executable, "-c", USE_NEXT_EDITION.format(values=values)],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path)},
    )
    assert ran.stderr == ""
    found, added_and_removed, changes, version, defects = ran.stdout.splitlines()
    assert found == str(
        [
            ("late", ("visiting_options",)),
            ("missing", ("beds_closed",)),
            ("unknown-field", ("beds_vacant_accepting_admissions",)),
        ]
    )
    assert added_and_removed == "['beds_closed'] ['beds_vacant_accepting_admissions']"
    assert "('residents_able_to_visit', 'section', 'visiting', 'beds')" in changes
    assert version.split()[0] == "2027-04-01"
    assert version.split()[1] != am.dataset_version().digest
    assert "edition-not-in-history" in defects
