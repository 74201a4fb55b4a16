"""The pictures of the documentation show every fact of the data, and can be read anywhere."""

import datetime as dt
import re
import tomllib
from pathlib import Path

import pytest
from attrs import evolve
from docs.site.pictures import pictures, pictures_in_words
from docs.site.pictures.enforcement import enforcement_picture, enforcement_table
from docs.site.pictures.flow import flow_picture, flow_table
from docs.site.pictures.places import ARROWS, places
from docs.site.pictures.spells import campaign_spells, season_spells
from docs.site.pictures.steps import statutory_tests, steps
from docs.site.pictures.timeline import timeline_picture
from docs.site.pictures.timeline_words import timeline_table
from docs.site.pictures.windows import deadlines_picture, windows_picture, windows_table
from docs.site.pictures.wording import brief, capitalised
from docs.site.pictures.write import write

import asc_mandate as am
from asc_mandate.notice import enforcement, index
from asc_mandate.words import short_date, weekday

from .svg import PAGES, Seen, box, contrast, outside, overlaps

ROOT = Path(__file__).parent.parent
COMMITTED = ROOT / "docs" / "pictures"
DAY = dt.timedelta(days=1)
ALSO_IN_2026 = (
    am.Campaign("spring 2026", starts=dt.date(2026, 4, 13), ends=dt.date(2026, 6, 10)),
    am.Campaign(
        "autumn 2026",
        starts=dt.date(2026, 10, 1),
        ends=dt.date(2027, 1, 31),
        care_homes_start=dt.date(2026, 9, 21),
    ),
)
WITH_MORE_CAMPAIGNS = am.ENGLAND.with_campaigns(*ALSO_IN_2026, known_through=dt.date(2027, 3, 31))
DRAWN = {
    **pictures(),
    **{f"windows-{year}": windows_picture(year) for year in (2022, 2027, 2028, 2029, 2031, 2036)},
    **{f"deadlines-{year}": deadlines_picture(year) for year in (2022, 2028, 2029)},
    "windows with a jubilee": windows_picture(2027, am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")),
    "timeline with more campaigns": timeline_picture(WITH_MORE_CAMPAIGNS),
}
every_picture = pytest.mark.parametrize("seen", [Seen(text) for text in DRAWN.values()], ids=list(DRAWN))


def row_of(seen, words):
    """The words on the same line, from left to right."""
    (first,) = (text for text in seen.texts if text.text == words)
    line = [text for text in seen.texts if text.get("y") == first.get("y")]
    return [text.text for text in sorted(line, key=lambda text: float(text.get("x")))]


def words_of(seen):
    """All words in the order in which they are drawn, as if they were one text."""
    return " ".join(seen.words)


@pytest.mark.parametrize("name", pictures())
def test_the_committed_pictures_are_those_that_the_data_make(name):
    assert (COMMITTED / name).read_text(encoding="utf-8") == pictures()[name]


def test_no_picture_is_left_over_from_other_data(tmp_path):
    write(tmp_path / "pictures")
    written = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "pictures").iterdir()}
    assert written == pictures()
    assert {path.name for path in COMMITTED.glob("*.svg")} == set(written)


@every_picture
def test_a_picture_is_named_and_described_to_who_does_not_see_it(seen):
    assert seen.root.get("role") == "img"
    assert seen.root.get("aria-labelledby") == f"{seen.name}-title"
    assert seen.root.get("aria-describedby") == f"{seen.name}-desc"
    assert seen.title == seen.words[0]
    assert len(seen.description) > 400


@every_picture
def test_nothing_leaves_the_picture_or_its_box(seen):
    assert outside(seen) == []


@every_picture
def test_no_words_cover_others(seen):
    assert overlaps(seen) == []


@every_picture
def test_words_are_large_enough_on_a_phone_and_on_a_desk(seen):
    sizes = [float(text.get("font-size")) for text in seen.texts]
    on_a_page = 360 - 2 * 16
    assert min(sizes) * on_a_page / seen.width >= 9
    assert min(sizes) * float(seen.root.get("width")) / seen.width >= 11
    assert float(seen.root.get("height")) == pytest.approx(
        seen.height * float(seen.root.get("width")) / seen.width, abs=0.5
    )


@every_picture
@pytest.mark.parametrize("mode", PAGES)
def test_words_stand_out_from_what_is_behind_them(seen, mode):
    for text in seen.texts:
        assert contrast(seen.colour(text, "fill", mode), seen.behind(text, mode)) >= 4.5, text.text


@every_picture
@pytest.mark.parametrize("mode", PAGES)
def test_lines_that_mean_something_stand_out_from_the_page(seen, mode):
    faint = seen.variables(mode)["faint"]
    for shape in seen.shapes:
        stroke = seen.colour(shape, "stroke", mode)
        assert stroke in {None, faint} or contrast(stroke, PAGES[mode]) >= 3


@every_picture
def test_colours_follow_the_system_and_then_the_choice_made_on_the_page(seen):
    light, dark = (";".join(f"--{name}:{is_}" for name, is_ in seen.variables(mode).items()) for mode in PAGES)
    own, system, chosen_light, chosen_dark, *rest = seen.style.splitlines()
    assert own.startswith(f".{seen.name}{{{light};")
    assert system == f"@media (prefers-color-scheme: dark){{.{seen.name}{{{dark}}}}}"
    assert chosen_light == f'body[data-theme="light"] .{seen.name}{{{light}}}'
    assert chosen_dark == f'@media not print{{body[data-theme="dark"] .{seen.name}{{{dark}}}}}'
    for rule in rest:
        for plain, variable in re.findall(r":(#[0-9a-f]{6});\w+:var\(--([\w-]+)\)", rule):
            assert plain == seen.variables("light")[variable]


def test_pictures_on_one_page_leave_each_other_and_the_page_alone():
    all_seen = [Seen(text) for text in pictures().values()]
    names = [seen.name for seen in all_seen]
    assert not [(one, other) for one in names for other in names if one != other and f"{one}-".startswith(other + "-")]
    for seen in all_seen:
        assert seen.name.startswith("asc-")
        for rule in seen.style.splitlines():
            selectors = re.findall(r"([^{}@]+)\{(?!\.|body)", rule)
            assert all(selector.split()[-1].startswith(f".{seen.name}") for selector in selectors), rule
        ids = [element.get("id") for element in seen.root.iter() if element.get("id")]
        classes = [name for element in seen.root.iter() for name in (element.get("class") or "").split()]
        assert all(name.startswith(seen.name) for name in (*ids, *classes))


def windows_of(year):
    windows = am.reporting_windows(max(dt.date(year, 1, 1), dt.date(2022, 8, 1)), dt.date(year, 12, 1))
    assert len(windows) == (5 if year == 2022 else 12)
    return windows


@pytest.mark.parametrize("draw", [windows_picture, deadlines_picture])
@pytest.mark.parametrize("year", [2022, 2026, 2028, 2031])
def test_a_year_shows_every_deadline_and_every_rolled_day(year, draw):
    seen = Seen(draw(year))
    for window in windows_of(year):
        name = short_date(window.opens).split()[1]
        rolled = [str(day.day.day) for day in window.rolled]
        assert row_of(seen, name) == [
            *(name, *rolled, str(window.closes.day)),
            f"{weekday(window.closes)} {window.closes.day}",
        ]


@pytest.mark.parametrize("year", [2022, 2026, 2028, 2031])
def test_a_year_tells_why_each_close_rolled(year):
    seen, words = Seen(windows_picture(year)), windows_table(year)
    for window in windows_of(year):
        name = short_date(window.opens).split()[1]
        assert f"{name} {year}: {short_date(window.opens)} to {weekday(window.closes)} {short_date(window.closes)}" in (
            seen.description
        )
        (line,) = (line for line in words.splitlines() if line.startswith(f"| {name} {year} |"))
        assert f"the end of {weekday(window.closes)} {short_date(window.closes)}" in line
        for day in window.rolled:
            assert f"{day.day.day} {day.why}" in words_of(seen)
            assert f"{day.why} {short_date(day.day)}" in line


def test_a_bar_is_as_long_as_its_window():
    seen = Seen(windows_picture(2028))
    numbered = {text.text: float(text.get("x")) for text in reversed(seen.texts) if text.text.isdecimal()}
    column = (numbered["18"] - numbered["8"]) / 10
    bars = {}
    for shape in seen.shapes:
        if shape.tag.endswith("rect"):
            left, top, right, _ = box(shape)
            first, last = bars.get(top, (left, right))
            bars[top] = min(first, left), max(last, right)
    windows = am.reporting_windows(dt.date(2028, 1, 1), dt.date(2028, 12, 1))
    days = [(last - first) / column for first, last in bars.values()]
    assert days == pytest.approx([window.days for window in windows], abs=0.2)


def test_closes_that_are_projected_say_so():
    assert "projected" not in words_of(Seen(windows_picture(2028)))
    for draw in (windows_picture, deadlines_picture):
        assert "every close of this year is projected" in words_of(Seen(draw(2029)))
    assert windows_table(2029).count("(projected)") == 12
    calendar = evolve(am.ENGLAND, holidays_confirmed_through=dt.date(2027, 10, 31))
    assert "projected are the closes of November and December" in words_of(Seen(windows_picture(2027, calendar)))


def test_a_proclaimed_holiday_is_shown():
    calendar = am.ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee")
    assert "14 Jubilee" in Seen(windows_picture(2027, calendar)).words
    assert "Jubilee 14 July 2027" in windows_table(2027, calendar)


def test_a_year_begins_with_what_is_unusual_in_it():
    for text, said in (
        (windows_picture(2026), "4 of 12 close later: February, March, June and November."),
        (windows_picture(2022), "1 of 5 closes later: August."),
    ):
        assert said in words_of(Seen(text))
        assert said in Seen(text).description


@pytest.mark.parametrize("calendar", [am.ENGLAND, WITH_MORE_CAMPAIGNS], ids=["England", "with more campaigns"])
def test_the_timeline_shows_every_campaign_with_the_window_that_follows(calendar):
    seen, words = Seen(timeline_picture(calendar)), timeline_table(calendar)
    assert len(campaign_spells(calendar)) == len(calendar.campaigns)
    for spell in campaign_spells(calendar):
        campaign = spell.campaign
        at = seen.words.index(capitalised(campaign.name))
        label = seen.words[at + 1 : at + 4]
        assert f"{brief(campaign.starts, year=False)} to {brief(campaign.ends, year=False)}" in label
        assert f"then to {brief(spell.following.closes, year=False)}" in label
        early = campaign.care_homes_start != campaign.starts
        assert (f"care homes {brief(campaign.care_homes_start, year=False)}" in label) == early
        (line,) = (line for line in words.splitlines() if line.startswith(f"| {capitalised(campaign.name)} |"))
        days = (campaign.care_homes_start, campaign.starts, campaign.ends, spell.following.closes)
        assert all(short_date(day) in line for day in days)
        assert all(citation.where in line and citation.source.grade in line for citation in campaign.citations)
        assert f"Campaign {campaign.name}: {short_date(campaign.starts)} to {short_date(campaign.ends)}" in (
            seen.description
        )


@pytest.mark.parametrize("calendar", [am.ENGLAND, WITH_MORE_CAMPAIGNS], ids=["England", "with more campaigns"])
def test_what_the_timeline_draws_is_what_the_checklist_asks(calendar):
    def asks(field, day):
        checklist = am.checklist("care_home", day, calendar=calendar)
        return checklist[field].status is am.Status.REQUIRED

    for spell in campaign_spells(calendar):
        assert spell.held == (spell.first >= am.editions()[0].applies_from)
        if spell.held:
            inside = [spell.first + n * DAY for n in range((spell.following.closes - spell.first).days + 1)]
            assert all(asks("residents_seasonal_booster", day) for day in inside)
            assert not asks("residents_seasonal_booster", inside[0] - DAY)
            assert not asks("residents_seasonal_booster", inside[-1] + DAY)
    for season in season_spells(dt.date(2028, 12, 31)):
        inside = [season.first + n * DAY for n in range((season.last - season.first).days + 1)]
        assert all(asks("residents_flu_vaccination", day) for day in inside)
        assert not asks("residents_flu_vaccination", inside[0] - DAY)
        assert not asks("residents_flu_vaccination", inside[-1] + DAY)


def test_the_window_that_follows_is_the_first_that_opens_after_the_end():
    following = {spell.campaign.name: spell.following.closes for spell in campaign_spells(WITH_MORE_CAMPAIGNS)}
    assert following["autumn 2022"] == dt.date(2023, 3, 14)
    assert following["spring 2026"] == dt.date(2026, 7, 14)
    assert following["autumn 2026"] == dt.date(2027, 2, 15)


def test_the_timeline_shows_every_edition_and_how_it_is_held():
    seen, words = Seen(timeline_picture()), timeline_table()
    for edition in am.editions():
        at = seen.words.index(brief(edition.applies_from))
        held = "reconstructed" if edition.reconstruction else "verbatim"
        homes, care = (len(edition.fields(service)) for service in am.ServiceType)
        assert seen.words[at + 1 : at + 4] == [held, f"{homes} care home", f"{care} domiciliary"]
        assert f"Edition {edition.id}: " in seen.description
        (line,) = (line for line in words.splitlines() if line.startswith(f"| Edition {edition.id} |"))
        assert f"{held}, {homes} items for care homes and {care} for domiciliary care" in line
    at = seen.words.index("List not held")
    assert seen.words[at + 1 : at + 5] == ["published", "14 Jul 2022", "9 Jan 2023", "a day not found"]
    assert "| Publications 1, 2 and 3 of the notice" in words


def test_the_timeline_shows_where_knowledge_ends():
    seen, words = Seen(timeline_picture()), timeline_table()
    ends = {
        "No later list known on 22 Nov 2026": "No later edition known on | 22 November 2026",
        "Campaigns known through 31 Mar 2026": "Campaigns known through | 31 March 2026",
        "Public holidays announced through 31 December 2028": "Public holidays announced through | 31 December 2028",
    }
    for in_picture, in_table in ends.items():
        assert in_picture in words_of(seen)
        assert in_table in words
    warned = " ".join(text.text for text in seen.texts if text.get("class") == "asc-timeline-fill-warning")
    assert warned.startswith(" ".join(list(ends)[:2]))
    assert warned.endswith("closes of later windows are projected.")


def test_the_next_edition_appears_by_itself(monkeypatch):
    latest = am.edition("2024-04-26")
    # Shortly before the day on which sources were looked through, so that the two labels need the same room.
    coming = evolve(latest, id="2026-10-01", applies_from=dt.date(2026, 10, 1), care_home=latest.care_home[:3])
    monkeypatch.setattr(index, "EDITIONS", (*index.EDITIONS, coming))
    seen = Seen(timeline_picture())
    at = seen.words.index("1 Oct 2026")
    assert seen.words[at + 1 : at + 4] == ["verbatim", f"{len(coming.fields('care_home'))} care home", "11 domiciliary"]
    assert "Edition 2024-04-26: 26 April 2024 to 30 September 2026, verbatim" in seen.description
    assert "| Edition 2026-10-01 | from 1 October 2026 |" in timeline_table()
    assert "Flu vaccination: 1 September 2026 to 31 March 2027." in seen.description
    assert overlaps(seen) == []
    assert outside(seen) == []


def test_the_path_shows_every_step_with_the_grade_of_each_thing_known_of_it():
    seen, words = Seen(enforcement_picture()), enforcement_table()
    shown = words_of(seen)
    for number, step in enumerate(steps(), 1):
        assert row_of(seen, step.name) == [str(number), step.name]
        assert f"| {number}. {step.name} |" in words
        for fact in step.facts:
            assert fact.grade in row_of(seen, _first_line(seen, fact.words))
            assert f"{fact.words} ({fact.grade})" in seen.description
            assert f"{fact.words} {fact.grade}" in shown
    assert {grade.value for grade in am.Grade} | {"not found"} <= set(seen.words)


def _first_line(seen, words):
    (line,) = (line for line in seen.words if words.startswith(line) and len(line) > 12)
    return line


def test_the_path_has_the_figures_and_grades_of_the_data():
    facts = {fact.words: fact.grade for step in steps() for fact in step.facts}
    assert facts["3 in a row, or any 4 of the latest 12 that have closed."] == "official"
    assert facts["Representations within 14 days of receiving the notice of intent."] == "secondary"
    assert facts["Decision within 28 days; from which day is not said."] == "secondary"
    assert [grade for words, grade in facts.items() if words.startswith("Days for")] == ["not found", "not found"]
    assert facts["A window that closed before 1 December 2022 cannot found one."] == "inferred"


def test_the_path_follows_the_data(monkeypatch):
    monkeypatch.setattr(enforcement, "MISSED_IN_A_ROW", evolve(enforcement.MISSED_IN_A_ROW, value=5))
    assert "5 in a row, or any 4 of the latest 12" in words_of(Seen(enforcement_picture()))
    assert "5 in a row, or any 4 of the latest 12" in enforcement_table()


def test_the_path_shows_every_stage_and_every_test_of_the_law():
    seen, words = Seen(enforcement_picture()), enforcement_table()
    for stage in am.Stage:
        assert f"`{stage}`" in words
    assert len(statutory_tests()) == 5
    for test in statutory_tests():
        assert test.citation.source.grade in row_of(seen, _first_line(seen, test.question))
        assert f"| {test.question} | {test.citation.source.grade} |" in words


def test_the_flow_shows_every_place_with_its_module_and_its_names():
    seen, words = Seen(flow_picture()), flow_table()
    for place in places().values():
        assert place.title in seen.words
        assert f"asc_mandate.{place.room}" in seen.words
        (line,) = (line for line in words.splitlines() if line.startswith(f"| {place.title} |"))
        assert f"`asc_mandate.{place.room}`" in line
        for use in place.uses:
            assert any(written.split(" → ")[0] == use.name for written in seen.words)
            assert f"`{use.name}`" in line
            assert use.title in words_of(seen)
    gives = {use.name: use.gives for place in places().values() for use in place.uses if use.gives}
    assert gives["validate"] == "Report"
    assert gives["assess_penalty"] == "PenaltyAssessment"


def test_the_flow_goes_up_the_house_but_for_the_way_in():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    floors = reversed(settings["tool"]["importlinter"]["contracts"][0]["layers"])
    floor_of = {room: floor for floor, rooms in enumerate(floors) for room in rooms.split(" | ")}
    for start, end in ARROWS:
        one, next_ = places()[start].room, places()[end].room
        if start == "in":
            assert floor_of[one] > floor_of[next_]
        else:
            assert one == next_ or floor_of[one] < floor_of[next_], (start, end)
    assert {place for arrow in ARROWS for place in arrow} == set(places())


def test_every_picture_has_its_words():
    assert pictures_in_words().keys() == pictures().keys()
    for text in pictures_in_words(lambda citation: f"CITED {citation.source.grade}").values():
        assert all(line.startswith("| ") and line.endswith(" |") for line in text.splitlines() if "|" in line)
    assert "CITED secondary" in pictures_in_words(lambda citation: f"CITED {citation.source.grade}")["timeline.svg"]
