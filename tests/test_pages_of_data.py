"""The pages that are written from the data: all of it is there, and they follow an edition to come."""

import datetime as dt
import re
from pathlib import Path

import pytest
from attrs import evolve
from docs.site import examples, facts, steps
from docs.site.markdown import plain
from docs.site.reference import public_modules, public_names
from docs.site.write import pages

import asc_mandate as am
from asc_mandate.interchange.capacity_tracker import api, extract
from asc_mandate.notice import Citation, Datum, WindowDays, campaigns, enforcement, fees, history, index
from asc_mandate.penalties import Conclusion, EligibilityAnswer, Stage
from asc_mandate.validation.rules import RULES
from tests.helpers import forget

PAGES = dict(pages())
STEPS = (
    "No penalty can be founded", "is a breach of the duty", "not met yet", "Find out", "A person has to judge",
    "Every test is met", "Complete the return", "No further return is due", "Missing that window", "keep their contact details",
    "Written representations can be sent", "could be sent until", "Look in the final notice", "was withdrawn",
    "A withdrawal of that notice was sent",
)  # fmt: skip
CHECKS = Path(am.__file__).parent / "validation" / "checks"
# Answers that cannot be.
NEVER = {
    ("duty", "needs_judgement"), ("missed", "needs_judgement"), ("in-force", "needs_judgement"),
    ("in-force", "unknown"), ("no-reasonable-excuse", "unknown"), ("misleading", "not_met"),
    ("misleading", "unknown"), ("trigger", "needs_judgement"),
}  # fmt: skip


@pytest.mark.parametrize("edition", am.editions(), ids=lambda edition: edition.id)
def test_an_edition_has_its_items_conditions_footnotes_clauses_and_other_data(edition):
    page = PAGES[f"notice/edition-{edition.id}.md"]
    for service in am.ServiceType:
        for field in edition.fields(service):
            assert f"[{plain(field.wording)}]{{#{facts.item_label(edition, service, field)}}}<br>`{field.id}`" in page
            assert plain(field.citation.where) in page
    words = [part.wording for part in (*facts.conditions(edition), *facts.footnotes(edition), *edition.clauses)]
    assert len(words) >= 14
    assert all(f"> {plain(wording)}" in page for wording in words)
    assert all(f"- {plain(datum.value)}" in page for datum in edition.other_data)
    assert plain(edition.reconstruction or "**verbatim**").replace(r"\*", "*") in page


def test_every_code_has_a_real_message():
    used = {code for file in CHECKS.glob("*.py") for code in re.findall(r'"([a-z]+(?:-[a-z]+)+)"', file.read_text())}
    used |= {"missing", "late", "negative", "undetermined"} | {rule.code for rule in RULES}
    shown = examples.codes()
    assert used <= shown.keys()
    assert all(found and found[0].finding.code == code for code, found in shown.items())
    page = PAGES["notice/codes.md"]
    assert all(f"## `{code}`" in page for code in shown)
    assert all(plain(shown.finding.message) in page for found in shown.values() for shown in found)
    assert sum(len(shown[code]) for code in {rule.code for rule in RULES}) == len(RULES)


def test_every_rule_reading_campaign_and_publication_is_told():
    for rule in RULES:
        assert f"### `{rule.id}`\n\n```text\n{rule.expression}\n```" in PAGES["notice/rules.md"]
    for reading in am.readings():
        assert plain(reading.question) in PAGES["notice/readings.md"]
        assert all(plain(answer) in PAGES["notice/readings.md"] for answer in (reading.taken, *reading.alternatives))
    for campaign in (*am.ENGLAND.campaigns, *am.ENGLAND.announced):
        assert f"## {campaign.name.capitalize()}" in PAGES["notice/campaigns.md"]
    assert "known through **31 August 2026**" in PAGES["notice/campaigns.md"]
    assert "Official sources alone show every campaign through 30 June 2026" in PAGES["notice/campaigns.md"]
    for publication in am.history():
        assert all(plain(change.value) in PAGES["notice/changes.md"] for change in publication.changes)


@pytest.mark.parametrize("module", [campaigns, enforcement, fees, history], ids=lambda module: module.__name__)
def test_every_figure_and_citation_that_is_held_is_shown_with_its_source(module):
    told = " ".join(PAGES.values())
    held = [value for value in vars(module).values() if isinstance(value, (Citation, Datum))]
    assert held
    citations = [value.citation if isinstance(value, Datum) else value for value in held]
    assert [citation.where for citation in citations if plain(citation.where) not in told] == []


def test_every_name_that_is_read_from_capacity_tracker_is_told_beside_what_it_is_read_as():
    page = PAGES["notice/names.md"]
    for name, field in (extract.READS | api.READS).items():
        row = "" if field in {"location_id", "saved", "service"} else f"^\\| `{field}`.*"
        assert field is None or re.search(f"{row}`{re.escape(name)}`", page, re.MULTILINE), name


def test_every_test_step_conclusion_and_stage_is_shown_with_its_real_sentence():
    page = PAGES["notice/enforcement.md"]
    shown = {(id, test.answer.value) for id, tests in steps.tests().items() for test in tests}
    assert shown | NEVER >= {(id, answer.value) for id in steps.tests() for answer in EligibilityAnswer}
    assessments = [case.assessment() for case in steps.CASES]
    assert {assessment.conclusion for assessment in assessments} == set(Conclusion)
    assert {assessment.stage for assessment in assessments} == set(Stage)
    assert all(plain(assessment.next_step) in page for assessment in assessments)
    steps_told = " ".join(assessment.next_step for assessment in assessments)
    assert [words for words in STEPS if words not in steps_told] == []


def test_every_public_name_is_in_the_reference_once():
    reference = "\n".join(text for name, text in PAGES.items() if name.startswith("reference/") and "index" not in name)
    names = [full for full, _, _ in public_names()]
    public = {name for module in public_modules() for name in module.__all__} - {"capacity_tracker"}
    assert public <= {full.rpartition(".")[2] for full in names}
    for full in names:
        assert len(re.findall(rf"^\.\. [\w:]+:: {re.escape(full)}$", reference, re.MULTILINE)) == 1, full
    summaries = re.findall(r"^\| \{py:obj\}`~[\w.]+` \| (.*) \|$", PAGES["reference/index.md"], re.MULTILINE)
    assert len(summaries) == len(names)
    assert all(summaries)


@pytest.fixture
def next_edition(monkeypatch):
    """An edition to come, with one item more, one fewer, and another window."""
    current = am.editions()[-1]
    beds, *others = current.care_home
    new = evolve(beds.fields[-1], id="beds_made_up", wording="made up")
    made_up_source = am.Source("A made-up notice", None, am.Grade.INFERRED)
    window = WindowDays(opens=5, closes=12, citation=Citation(made_up_source, "here"))
    made_up = evolve(
        current,
        id="2027-04-01",
        applies_from=dt.date(2027, 4, 1),
        window=window,
        care_home=(evolve(beds, fields=(*beds.fields[:-1], new)), *others),
    )
    forget()
    monkeypatch.setattr(index, "EDITIONS", (*index.EDITIONS, made_up))
    yield made_up
    forget()


def test_pages_follow_the_next_edition(next_edition):
    followed = dict(pages())
    page = followed["notice/edition-2027-04-01.md"]
    assert "[made up]{#item-care-home-beds-made-up}<br>`beds_made_up`" in page
    assert "from the start of the 5th to the end of the 12th" in page
    assert "[2027-04-01](edition-2027-04-01.md)" in followed["notice/index.md"]
    assert "\nedition-2027-04-01\n" in followed["notice/index.md"]
    assert "- added: [made up](#item-care-home-beds-made-up)" in followed["notice/changes.md"]
    assert "| April 2027 | [A made-up notice](#source-a-made-up-notice), here" in followed["notice/windows.md"]
    assert "### A made-up notice" in followed["notice/sources.md"]
    # What pages written by hand link to has moved to the page of the new edition.
    before = followed[f"notice/edition-{am.editions()[-2].id}.md"]
    assert "(clause-saving)=" in page
    assert "(clause-saving)=" not in before
    assert f"(clause-saving-{am.editions()[-2].id})=" in before


def test_no_page_written_by_hand_links_to_a_dated_page():
    root = Path(__file__).parent.parent
    for page in root / "README.md", *(root / "docs").rglob("*.md"):
        if page.parent.name not in {"notice", "reference"}:
            assert not re.search(r"edition-\d{4}", page.read_text(encoding="utf-8")), page
