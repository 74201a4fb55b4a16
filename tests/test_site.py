"""The generated pages: every fact of the data is on its page, and every link leads somewhere."""

import ast
import re
from itertools import pairwise
from os.path import normpath
from pathlib import Path

import pytest
from docs.site.advice import GROUPS as CODES
from docs.site.docstrings import linked, typed
from docs.site.examples import EXAMPLES
from docs.site.markdown import plain, slug, table
from docs.site.pages import pages
from docs.site.provenance import every_citation, field_anchor
from docs.site.reference import GROUPS, signature
from docs.site.write import write

import asc_mandate as am
from asc_mandate import interchange, testing
from asc_mandate.dataset import shipped
from asc_mandate.interchange import names
from asc_mandate.rules import RULES
from asc_mandate.words import short_date
from tests.pages import run

SOURCE = Path(am.__file__).parent
DOCS = Path(__file__).parent.parent / "docs"
PAGES = pages()
LISTS = [(edition, service) for edition in am.editions() for service in am.ServiceType]
LATEST = am.editions()[-1].id
FIGURES = shipped().figures


def notice(name):
    return PAGES[f"notice/{name}.md"]


def part(text, heading):
    """What stands under a heading, up to the next one of its level or above."""
    level = heading.index(" ")
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{level}}} |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, heading
    return found[1]


def headings(text):
    return re.findall(r"^#{1,6} (.*)$", without_code(text), re.MULTILINE)


def without_code(text):
    return re.sub(r"^```python\n.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)


def anchors(text):
    return {slug(heading) for heading in headings(text)} | set(re.findall(r"\]\{[^}]*#([\w-]+)\}", text))


# The notice, as data


@pytest.mark.parametrize(("edition", "service"), LISTS, ids=lambda given: getattr(given, "id", given))
def test_every_item_is_on_the_page_of_its_edition_with_all_that_is_known_of_it(edition, service):
    text = notice(f"edition-{edition.id}")
    for field in edition.fields(service):
        row = re.search(
            rf"^\* - [^\n]*#{field_anchor(edition, service, field)}\}}.*?(?=^\* - |^```)",
            text,
            re.MULTILINE | re.DOTALL,
        )
        assert row
        assert plain(field.wording) in row[0]
        assert f"`{field.id}`" in row[0]
        assert f"(`{field.kind}`)" in row[0]
        assert plain(field.citation.where) in row[0]
        assert f"grade-{field.citation.source.grade}" in row[0]
        assert (plain(field.condition.wording) if field.condition else "  - always") in row[0]
        assert ("(#footnote-" in row[0]) == (field.footnote is not None)
        assert all(f"readings.md#{reading}" in row[0] for reading in field.readings)


def test_capacity_trackers_names_stand_beside_their_items():
    text = notice("edition-2024-04-26")
    home, agency = text.split("\n## Domiciliary care\n")
    assert all(f"`{name}`" in home for columns in names.EXTRACT_CARE_HOME.values() for name in columns)
    assert all(f"`{name}`" in agency for columns in names.EXTRACT_NON_RESIDENTIAL.values() for name in columns)
    assert all(f"`workforce.{name}`" in home for of_field in names.API_WORKFORCE.values() for name in of_field)
    assert all(f"`vacancies[].{name}`" in home for name in names.API_VACANCIES.values())
    assert all(f"`ascSupport.{name}`" in home for of_field in names.API_VISITS.values() for name in of_field)
    assert "workforce." not in agency


@pytest.mark.parametrize("edition", am.editions(), ids=lambda edition: edition.id)
def test_an_edition_page_has_its_clauses_conditions_footnotes_and_how_it_is_held(edition):
    text = notice(f"edition-{edition.id}")
    for clause in edition.clauses:
        assert plain(clause.wording) in part(text, f"### `{clause.id}`")
    conditions = {field.condition for service in am.ServiceType for field in edition.fields(service)} - {None}
    footnotes = {field.footnote for service in am.ServiceType for field in edition.fields(service)} - {None}
    assert conditions
    assert footnotes
    assert all(plain(condition.wording) in part(text, f"### `{condition.id}`") for condition in conditions)
    assert all(plain(note.wording) in part(text, f"### Footnote {note.number}") for note in footnotes)
    assert ("**verbatim**" in text) == (edition.reconstruction is None)
    assert plain(edition.reconstruction or "verbatim") in text


def test_what_changed_is_told_item_by_item_and_publication_by_publication():
    text = notice("differences")
    changes = am.diff("2023-07-15", "2024-04-26")
    for placed in (*changes.care_home.removed, *changes.domiciliary_care.removed):
        assert (
            f"* - removed\n  - {plain(placed.field.wording)}\n\n    [`{placed.field.id}`](edition-2023-07-15.md#"
            in text
        )
    for publication in am.history():
        assert all(plain(change.value) in text for change in publication.changes)
    assert "not found (between 9 January 2023 and the fourth publication)" in text
    assert text.count("not held") == 3


def test_every_reading_has_its_question_and_every_answer():
    for reading in am.readings():
        text = part(notice("readings"), f"## `{reading.id}`")
        assert plain(reading.question) in text
        assert f"Taken: {plain(reading.taken)}" in text
        assert all(plain(other) in text for other in reading.alternatives)
        assert plain(reading.citation.where) in text


def test_every_rule_has_its_items_its_code_its_severity_and_its_basis():
    for rule in RULES:
        text = part(notice("rules"), f"### `{rule.id}`")
        assert all(f"`{field}`" in text for field in rule.fields)
        assert f"codes.md#{rule.code}" in text
        assert f"[{rule.severity}]" in text
        basis = rule.basis if isinstance(rule.basis, am.Citation) else None
        assert (plain(basis.where) if basis else "bullet" if "primary" not in rule.id else "put back") in text


def test_a_rule_says_when_it_trips():
    rules = notice("rules")
    assert "Found when `hours_overtime` is more than `hours_paid`." in rules
    assert "Found when `service_users` is more than 3,000." in rules
    assert "`nurses_employed` = `agency_nurses_employed`" in rules
    assert "Found when `residents_able_to_visit` is no, and `visiting_options` lists something." in rules
    assert "Found when `hours_paid` is above 0 while `nurses_employed` + " in rules


def codes_in_source():
    """Every finding code that the source of the package names."""
    found = {rule.code for rule in RULES} | {"wrong-type", "not-finite", "negative"}
    for path in SOURCE.joinpath("validation").glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        found |= {text for text in texts if re.fullmatch(r"[a-z]+(-[a-z]+)+|late|missing|undetermined", text)}
    clauses = {clause.id for edition in am.editions() for clause in edition.clauses}
    return found - clauses


def test_every_finding_code_is_explained_and_no_other():
    told = {code for codes in CODES.values() for code in codes}
    assert told == codes_in_source()
    assert told == set(EXAMPLES)
    assert told >= set(testing.DEFECTS)


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_of_a_code_shows_its_message_its_basis_and_its_outcome(code):
    text = part(notice("codes"), f"### `{code}`")
    for example in EXAMPLES[code]:
        report = example.report()
        finding = next(finding for finding in report.findings if finding.code == code)
        assert plain(finding.message) in text
        assert f"(sources.md#{slug(finding.citation.source.title)})" in text
        assert plain(finding.citation.where) in text
        assert f"[outcome {report.outcome}]" in text
        assert f"[{finding.severity}]" in text
        assert all(f"readings.md#{reading}" in text for reading in finding.readings)
    assert "**What to do.**" in text


def test_a_finding_of_the_notice_leads_to_the_very_clause_or_item():
    codes = notice("codes")
    assert "(edition-2024-04-26.md#reporting-window)" in part(codes, "### `late`")
    assert "(edition-2024-04-26.md#domiciliary-care-absence-2024-04-26)" in part(codes, "### `missing`")
    assert "(edition-2024-04-26.md#during-campaign)" in part(codes, "### `undetermined`")


def test_the_programs_on_the_page_of_codes_print_what_it_says(tmp_path):
    page = tmp_path / "codes.md"
    page.write_text(notice("codes"), encoding="utf-8")
    run(page)
    assert notice("codes").count(">>> report = ") == sum(len(examples) for examples in EXAMPLES.values())


def test_campaigns_have_their_days_and_the_window_that_follows():
    text = notice("campaigns")
    for campaign in am.ENGLAND.campaigns:
        for day in (campaign.starts, campaign.care_homes_start, campaign.ends):
            assert f"[{short_date(day)}]" in text
    assert "  - [12 February 2023]{.day}\n  - [8 March 2023]{.day} to [14 March 2023]{.day}" in text
    assert "  - [31 January 2026]{.day}\n  - [8 February 2026]{.day} to [16 February 2026]{.day}" in text
    assert f"**[{short_date(am.ENGLAND.campaigns_known_through)}]{{.day}}**" in text


def test_windows_that_were_moved_are_told_with_the_reason():
    text = part(notice("windows"), "## Moved in 2028")
    assert "Tuesday 18" in text
    assert "Good Friday 14, Saturday 15, Sunday 16, Easter Monday 17" in text
    moved = [
        window
        for window in am.reporting_windows(am.ENGLAND.campaigns[0].starts, am.ENGLAND.holidays_confirmed_through)
        if window.rolled
    ]
    assert notice("windows").count("\n* - ") >= len(moved)


def test_enforcement_names_each_step_with_its_grade_and_each_contact():
    text = notice("enforcement")
    assert "3 windows missed in a row, or any 4 of the latest 12" in text
    assert "Within 14 days, as one third party gives them." in text
    assert "Within 28 days, as one third party gives them." in text
    assert "3 working days after it was sent" in text
    assert "1 working day after it was sent" in text
    assert "Days to appeal: not found" in text
    assert {grade for grade in am.Grade if f"grade-{grade}" in text} == set(am.Grade)
    for contact in am.contacts():
        assert f"mailto:{contact.email}" in text
        assert (contact.telephone or contact.email) in text
        assert plain(contact.subject) in text
    assert "`no-reasonable-excuse`" in text
    assert "`misleading`" in text


def test_fees_are_those_that_an_amount_is_computed_from():
    text = notice("fees")
    for size, band in ((3, "1 to 3"), (42, "41 to 45"), (90, "81 to 90")):
        fee = am.penalty_amount([am.Location("care_home", size)], am.dataset_version().surveyed_on)
        assert f"[{band}]{{.day}}\n  - £{fee.amount:,}" in text
    assert "over 90\n  - £15,710" in text
    assert "£239 + £54.305 × service users, at most £92,558." in text
    assert "The fee for a hospice was not found." in text
    assert "The fee for domiciliary care is not established for 31 March 2024" in text


@pytest.mark.parametrize("name", FIGURES)
def test_every_figure_has_its_ground(name):
    row = re.search(rf"^\* - {re.escape(name)}\n(.*?)(?=^\* - |^```)", notice("figures"), re.MULTILINE | re.DOTALL)
    assert row
    assert plain(FIGURES[name].citation.where) in row[1]


def test_every_ground_is_told_found_or_not():
    assert all(f"* - {name}\n" in notice("figures") for name in shipped().grounds)
    assert "not found (the draft regulations provide for an appeal to the First-tier Tribunal)" in notice("figures")


def test_every_source_has_one_entry_with_its_grade_its_address_and_what_is_cited():
    text = notice("sources")
    sources = {citation.source for citation in every_citation()}
    assert len({slug(source.title) for source in sources}) == len(sources)
    for source in sources:
        entry = part(text, f"### {plain(source.title)}")
        assert f"grade-{source.grade}" in entry
        assert re.search(re.escape(source.address) if source.address else "No address|Written down here", entry)
    for citation in every_citation():
        assert plain(citation.where) in part(text, f"### {plain(citation.source.title)}")


# The reference


def test_every_public_name_is_in_the_reference_once():
    for module in (am, interchange, testing):
        told = [name for group in GROUPS.values() if group.module is module for name in group.names]
        assert sorted(told) == sorted(module.__all__)
        assert len(told) == len(set(told))


def test_every_public_name_is_summed_up_and_described():
    summary = PAGES["reference/index.md"]
    for file, group in GROUPS.items():
        text = PAGES[f"reference/{file}.md"]
        for name in group.names:
            full = f"{group.module.__name__}.{name}"
            row = re.search(rf"^\* - \{{py:obj\}}`{name} <{re.escape(full)}>`\n  - (.+)$", summary, re.MULTILINE)
            assert row
            assert row[1].strip()
            assert re.search(
                rf":: {re.escape(full)}$|:: {name}\n   :module: {group.module.__name__}\n", text, re.MULTILINE
            )
    assert "capacity_tracker.return_from_extract" in PAGES["reference/records.md"]


def test_a_constant_is_described_by_the_words_after_it():
    assert "The calendar of England as this release knows it." in PAGES["reference/when.md"]
    assert "The codes for which returns can be drawn." in PAGES["reference/testing.md"]


def test_signatures_are_shown_of_what_callers_make_and_of_nothing_else():
    assert signature(am.Return) == "(service, values, *, location_id=None, saved=None, not_carried=...)"
    assert signature(am.Absence) == "(*, hours=None, days=None)"
    assert signature(am.Report) == ""


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("Raises InvalidArgument for it.", "Raises :py:obj:`~asc_mandate.InvalidArgument` for it."),
        ("as ``reporting_window`` does", "as :py:obj:`reporting_window <asc_mandate.reporting_window>` does"),
        (
            "as ``Calendar.public_holiday`` does",
            ":py:obj:`Calendar.public_holiday <asc_mandate.Calendar.public_holiday>`",
        ),
        ("the reading ``public-holiday``", "`public-holiday <../notice/readings.html#public-holiday>`__"),
        (
            "Source: the\n    notice, “weekend or public\n    holiday”.",
            f"`“weekend or public holiday” <../notice/edition-{LATEST}.html#reporting-window>`__",
        ),
        (
            "the notice, “how many days or hours of absence you have recorded”",
            f"<../notice/edition-{LATEST}.html#care-home-absence-{LATEST}>`__",
        ),
        ("the draft regulations,\n regulation 7.", "draft-regulation-7>`__."),
    ],
)
def test_docstrings_lead_from_names_and_sources_to_their_pages(given, link):
    assert link in linked(given)


def test_what_is_no_name_and_what_is_an_example_stays_as_it_is():
    text = "The Return of ``last``.\n\n>>> InvalidArgument\n'``validate``'\n\nNo NotInForceAtAll."
    assert linked(text) == text


def test_types_stand_beside_the_names_of_attributes():
    read = ".. attribute:: opens\n\n   The first day.\n\n   :type: datetime.date\n\n.. attribute:: why\n\n   Why.\n"
    assert [line.strip() for line in typed(read).splitlines() if line] == [
        ".. attribute:: opens",
        ":type: date",
        "The first day.",
        ".. attribute:: why",
        "Why.",
    ]


def test_a_rule_of_both_lists_cites_the_item_in_each():
    text = part(notice("rules"), "### `overtime-exceeds-hours-paid`")
    assert "#care-home-hours-paid-2024-04-26)" in text
    assert "#domiciliary-care-hours-paid-2024-04-26)" in text


# All pages


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_page_and_an_anchor_that_are_there(name):
    text = without_code(PAGES[name])
    for file, anchor in re.findall(r"\]\((?!https?:|mailto:)([^)#]*)#?([^)]*)\)", text):
        target = normpath(Path(name).parent / file) if file else name
        # Pages that are not written from the data lie in the repository.
        text = PAGES[target] if target in PAGES else (DOCS / target).read_text(encoding="utf-8")
        assert not anchor or anchor in anchors(text), f"{target}#{anchor}"


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_well_formed(name):
    text = PAGES[name]
    levels = [len(mark) for mark in re.findall(r"^(#+) ", without_code(text), re.MULTILINE)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    found = [slug(heading) for heading in headings(text)]
    assert len(found) == len(set(found)), "an anchor stands twice"
    assert all(found)
    assert len(re.findall(r"^ *(?:```|:::)", text, re.MULTILINE)) % 2 == 0


def test_a_table_keeps_cells_with_several_paragraphs_together():
    assert table(("One", "Two"), [("a\n\nb", "")], classes=("stack",)) == (
        "```{list-table}\n:header-rows: 1\n:class: stack\n\n* - One\n  - Two\n* - a\n\n    b\n  -\n```"
    )


def test_words_with_marks_in_them_stay_words():
    assert plain("beds_used [all] *or* <none>") == r"beds\_used \[all\] \*or\* \<none\>"


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("`overtime-exceeds-hours-paid`", "overtime-exceeds-hours-paid"),
        ("Act 2012, section 250(7)", "act-2012-section-250-7"),
        ("2023: the notice’s words", "the-notices-words"),
    ],
)
def test_anchors_are_those_of_the_finished_page(heading, anchor):
    assert slug(heading) == anchor


# Writing


def test_writing_removes_what_is_generated_no_longer_and_leaves_the_rest_alone(tmp_path):
    write(tmp_path)
    written = {str(path.relative_to(tmp_path)): path for path in tmp_path.rglob("*.md")}
    assert {name: path.read_text(encoding="utf-8") for name, path in written.items()} == PAGES
    stale = tmp_path / "notice" / "edition-1999-01-01.md"
    by_hand = tmp_path / "start.md"
    for path in (stale, by_hand):
        path.write_text("# Old\n", encoding="utf-8")
    before = {name: path.stat().st_mtime_ns for name, path in written.items()}
    write(tmp_path)
    assert not stale.exists()
    assert by_hand.exists()
    assert {name: path.stat().st_mtime_ns for name, path in written.items()} == before
