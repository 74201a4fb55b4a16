"""What the objects show of themselves at a prompt."""

import datetime as dt

import pytest

import asc_mandate as am

DAY = dt.date(2026, 11, 10)
RETURN = am.Return("care_home", {"beds_occupied": 38}, location_id="1-1000210669", saved=DAY)
REPORT = am.validate(RETURN, on=DAY)
CHECKLIST = am.checklist("care_home", DAY)
LONG = "x" * 1000


@pytest.mark.parametrize(
    ("thing", "shown"),
    [
        (am.ENGLAND, "Calendar(8 campaigns, known through 31 August 2026)"),
        (am.ENGLAND.campaigns[-1], "Campaign(spring 2026, from 13 April 2026)"),
        (CHECKLIST, "Checklist(care_home, 10 November 2026, 25 of 28 required)"),
        (CHECKLIST["absence"], "Requirement(absence, required)"),
        (CHECKLIST["absence"].field, "Field(absence, how many days or hours of absence you have recorded in the l…)"),
        (CHECKLIST.edition, "Edition(2024-04-26)"),
        (CHECKLIST.edition.care_home[0], "Section(beds, Beds)"),
        (CHECKLIST.edition.clauses[0], "Clause(duty, From 31 July 2022 and until further notice, the Capacity Tra…)"),
        (CHECKLIST.window, "ReportingWindow(November 2026: 8 November 2026 to 16 November 2026)"),
        (REPORT, "Report(care_home 1-1000210669, November 2026: OPEN, 24 breaches, 1 query)"),
        (REPORT.findings[0], "Finding(missing, breach, beds_maximum_capacity)"),
        (am.validate_all([RETURN], on=DAY), "BatchReport(1 return, open 1)"),
        (am.history()[3], "Publication(4, edition 2023-07-15)"),
        (am.readings()[0], "Reading(campaign-starts-in-window, What if a campaign starts inside a reporting window?)"),
        (
            am.contacts()[0],
            "Contact(NECS support centre, accounts, completing or updating Capacity Tracker, its repor…)",
        ),
        (am.rules("care_home", DAY)[0], "Rule(overtime-exceeds-hours-paid, contradiction)"),
        (am.diff("2023-07-15", "2024-04-26"), "EditionDiff(2023-07-15 to 2024-04-26)"),
        (am.Source("Letter", None, am.Grade.OFFICIAL), "Source(Letter, None)"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_prompt_shows_is_one_short_line(thing, shown):
    assert repr(thing) == shown


@pytest.mark.parametrize(
    "thing",
    [
        am.Return("care_home", {}, location_id=LONG, saved={"beds": DAY}),
        am.validate(am.Return("care_home", {}, location_id=LONG), on=DAY),
        am.Citation(am.Source(LONG, None, am.Grade.OFFICIAL), LONG),
        am.Campaign(LONG, DAY),
        am.NotCarried(fields=["absence"] * 99),
        am.diff("2023-07-15", "2024-04-26").care_home,
        CHECKLIST.edition.other_data[0],
        am.dataset_version(DAY),
    ],
    ids=lambda value: type(value).__name__,
)
def test_no_line_is_longer_than_120_characters(thing):
    assert len(repr(thing)) <= 120
    assert "\n" not in repr(thing)


def test_a_dataset_version_prints_what_to_store():
    digest = am.dataset_version().digest[:12]
    assert str(am.dataset_version(DAY)) == f"asc_mandate {am.__version__}, edition 2024-04-26, data {digest}"
    assert str(am.dataset_version()) == f"asc_mandate {am.__version__}, data {digest}"


def test_the_front_door_hands_on_every_name_and_no_other():
    assert sorted(am.__all__) == sorted(set(am.__all__))
    assert all(getattr(am, name) is not None for name in am.__all__)
    assert 55 <= len(am.__all__) <= 65
    # Asked directly, because other tests have opened these rooms already.
    assert [am.__getattr__(room).__name__ for room in ("interchange", "penalties", "testing")] == [
        *("asc_mandate.interchange", "asc_mandate.penalties", "asc_mandate.testing")
    ]
    with pytest.raises(
        AttributeError, match=r"module 'asc_mandate' has no attribute 'valdate'. Did you mean validate\?"
    ):
        _ = am.valdate
