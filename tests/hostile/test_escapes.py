"""The ways out that were found once, each of which stays shut."""

import datetime as dt
import decimal
import itertools
import json
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

import asc_mandate as am
from asc_mandate import interchange, words
from tests.helpers import QUIET_DAY
from tests.hostile import liars, villains
from tests.hostile.raised import MAKERS, FromIterator, Ours, while_raising
from tests.hostile.work import steps

ITERATED = {
    "validate_all": lambda given: am.validate_all(given, QUIET_DAY),
    "finding_rows": lambda given: list(interchange.finding_rows(given)),
    "from_reports": am.Ledger.from_reports,
    "locations": lambda given: am.penalty_amount(given, dt.date(2026, 9, 1)),
    "notices": lambda given: am.assess_penalty(am.Ledger({}), am.Provider(), dt.date(2026, 9, 1), notices=given),
    "citations": lambda given: am.Campaign("one", dt.date(2026, 4, 13), dt.date(2026, 6, 30), citations=given),
    "campaigns": lambda given: am.Calendar(campaigns=given),
    "holidays_added": lambda given: am.Calendar(holidays_added=given),
    "a pair of holidays_added": lambda given: am.Calendar(holidays_added=[given]),
    "holidays_removed": lambda given: am.Calendar(holidays_removed=given),
}


@pytest.mark.parametrize("place", ITERATED)
@pytest.mark.parametrize(
    "make",
    [
        villains.IteratorRaises,
        villains.NoIterator,
        liars.OF_METACLASSES[1],
        lambda: villains.Claims(list),
        lambda: [villains.Claims(am.Campaign)],
        lambda: [villains.Claims(am.Citation)],
        itertools.count,
    ],
    ids=["iterator raises", "no iterator", "unhashable", "claims", "holds a claim", "holds another claim", "endless"],
)
def test_what_cannot_be_gone_through_is_a_bad_argument(place, make):
    with pytest.raises(am.InvalidArgument):
        ITERATED[place](make())


@pytest.mark.parametrize("place", ITERATED)
def test_what_an_iterator_of_the_callers_own_raises_comes_out_as_it_is(place):
    with pytest.raises(FromIterator):
        ITERATED[place](villains.BreaksOffEarly())


def test_a_mapping_of_a_class_that_cannot_be_looked_up_is_a_bad_argument():
    with pytest.raises(am.InvalidArgument, match="values is a value of type OfUnhashable"):
        am.Return("care_home", villains.OfUnhashable())


@pytest.mark.parametrize("make", villains.MAPPINGS[:8], ids=range(8))
def test_a_ledger_refuses_mappings_that_cannot_be_read_or_hold_no_months(make):
    outcomes = make()
    with pytest.raises(am.InvalidArgument):
        am.Ledger(outcomes)


@pytest.mark.parametrize("name", ["LyingTuple", "RaisingTuple"])
def test_a_month_is_read_by_what_it_holds_and_not_by_what_it_tells(name):
    month = liars.SUBCLASSES[tuple][name]((2026, 8))
    assert am.Ledger({month: "met"}).outcome(2026, 8) is am.Outcome.MET


@pytest.mark.parametrize("name", liars.SUBCLASSES[int])
def test_a_year_of_a_class_of_ones_own_is_no_year(name):
    year = liars.SUBCLASSES[int][name](2026)
    with pytest.raises(am.InvalidArgument, match="A month of a ledger is a year"):
        am.Ledger({(2026, 8): "met"}).outcome(year, 8)


@pytest.mark.parametrize("name", liars.SUBCLASSES[list])
def test_a_list_of_a_class_of_ones_own_is_no_list_of_ids(name):
    ids = liars.SUBCLASSES[list][name](["hours_paid"])
    with pytest.raises(am.InvalidArgument, match="NotCarried takes lists of field ids"):
        am.NotCarried(fields=ids)


@pytest.mark.parametrize("method", ["posted", "electronic"])
def test_a_notice_of_the_last_day_of_all_is_not_given_on_a_day_that_nobody_knows(method):
    notice = am.Notice("notice_of_intent", dt.date.max, method)
    with pytest.raises(am.InvalidArgument, match="not known for 31 December 9999"):
        notice.given_on(am.ENGLAND)


@pytest.mark.parametrize("base", [int, float])
@pytest.mark.parametrize("place", range(6))
def test_a_cell_is_read_by_the_number_it_holds_and_not_by_what_it_tells(base, place):
    read = base(37)
    number = [*liars.SUBCLASSES[base].values()][place](read)
    row = {"usedbeds": number, "hourspaid": number}
    values = interchange.capacity_tracker.return_from_extract(row).values
    assert values["beds_occupied"] == 37
    assert (type(values["hours_paid"]), values["hours_paid"]) == (type(read), read)
    item = {"vacancies": [{"used": number}, {"used": 3}]}
    assert interchange.capacity_tracker.return_from_api(item).values["beds_occupied"] == 40


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ((object(), None, am.Grade.OFFICIAL), "page 3"),
        (("A letter", [], am.Grade.OFFICIAL), "page 3"),
        (("A letter", None, "official"), "page 3"),
        (("A letter", None, am.Grade.OFFICIAL), None),
        (None, "page 3"),
    ],
)
def test_a_campaign_refuses_citations_of_which_no_digest_could_be_made(parts, where):
    citation = am.Citation(am.Source(*parts) if parts else "A letter", where)
    with pytest.raises(am.InvalidArgument, match="A citation holds something other than a Source"):
        am.Campaign("one", dt.date(2026, 4, 13), dt.date(2026, 6, 30), citations=[citation])


def test_a_campaign_of_ones_own_may_be_cited():
    letter = am.Source("A letter", None, am.Grade.OFFICIAL)
    campaign = am.Campaign("one", dt.date(2026, 4, 13), dt.date(2026, 6, 30), citations=[am.Citation(letter, "page 3")])
    calendar = am.ENGLAND.with_campaigns(campaign, known_through=dt.date(2026, 8, 31))
    assert am.validate(am.Return("care_home", {}), QUIET_DAY, calendar=calendar).dataset.calendar


@pytest.mark.parametrize(
    ("starts", "ends"), [((2025, 8, 1), (2025, 9, 1)), ((2025, 7, 1), (2025, 7, 31)), ((2025, 9, 1), (2025, 9, 30))]
)
def test_the_name_of_a_campaign_is_legible_and_short_in_a_reason(starts, ends):
    campaign = am.Campaign("\ud800\u202e" + "x" * 100_000, dt.date(*starts), dt.date(*ends))
    calendar = am.ENGLAND.with_campaigns(campaign, known_through=dt.date(2026, 3, 31))
    checklist = am.checklist("care_home", QUIET_DAY, calendar=calendar)
    reason = checklist["residents_seasonal_booster"].reason
    assert "��" + "x" * 58 + "…" in reason
    assert json.dumps(interchange.checklist_to_record(checklist)).isprintable()


def test_what_cannot_show_itself_is_shown_by_its_type():
    deep = []
    for _ in range(10_000):
        deep = [deep]
    values = {"service_users": villains.Unspeakable(), "hours_paid": 10**5000, "absence": am.Absence(hours=deep)}
    report = am.validate(am.Return("domiciliary_care", {**values, "staff_face_to_face": 28}), QUIET_DAY)
    shown = "{'service_users': <Unspeakable>, 'hours_paid': <int>, 'absence': Absence(hours=<list>, days=None), "
    assert f"values={shown}'staff_face_to_face': 28}}" in repr(report)


@pytest.mark.parametrize("written", ["45330.5", Decimal("45330.5"), 45330.5])
def test_a_serial_day_number_is_read_in_whatever_decimal_context_the_caller_has(written):
    with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact, decimal.FloatOperation])):
        return_ = interchange.capacity_tracker.return_from_extract({"usedbeds": "3", "lastupdatedutc": written})
    assert return_.saved == dt.datetime(2024, 2, 8, 12, tzinfo=dt.UTC)


def a_record_of_a_report_with(sentence):
    report = am.validate(am.Return("domiciliary_care", {"service_users": -1}), QUIET_DAY)
    record = interchange.report_to_record(report)
    record["findings"][0].update(sentence=sentence)
    return record


def test_a_sentence_of_a_record_cannot_blow_up_its_message():
    assert interchange.report_from_record(a_record_of_a_report_with("{given}" * 50)).findings[0].message == "-1" * 50
    with pytest.raises(am.InvalidRecord, match="sentence has places for what the context does not hold"):
        interchange.report_from_record(a_record_of_a_report_with("{given}" * 51))


def test_long_sentences_of_records_are_not_kept():
    words._parsed.cache_clear()
    kept = []
    for length in (500, 501, 5_000, 50_000):
        again = interchange.report_from_record(a_record_of_a_report_with("x" * length))
        assert len(again.findings[0].message) == length
        kept.append(words._parsed.cache_info().currsize)
    assert kept[0] < kept[1] == kept[2] == kept[3]


def test_of_an_object_with_many_keys_the_refusal_names_a_few():
    record = {"service": "care_home", "values": {"beds_occupied": dict.fromkeys("abcdefgh")}}
    with pytest.raises(am.InvalidRecord, match="is an object with “a”, “b”, “c” and others; an object here"):
        interchange.return_from_record(record)


def test_a_public_holiday_is_found_among_all_days_as_soon_as_among_a_few():
    def calendar_of(days):
        first = dt.date(2019, 1, 1)
        added = [(first + dt.timedelta(days=number), "A day of celebration") for number in range(days)]
        return am.Calendar(holidays_added=added, holidays_removed=[day for day, _ in added])

    asked = dt.date(2024, 6, 12)
    few, many = (steps(calendar_of(days).public_holiday, asked) for days in (20, 20_000))
    assert many < 2 * few


@pytest.mark.parametrize("zone", [ZoneInfo("Europe/London"), ZoneInfo.no_cache("Europe/London")])
def test_a_moment_of_the_hour_that_the_clock_skips_is_the_one_that_came_instead(zone):
    skipped = dt.datetime(2025, 3, 30, 1, 30, tzinfo=zone)
    return_ = am.Return("care_home", {}, saved=skipped)
    assert return_.saved.isoformat() == "2025-03-30T02:30:00+01:00"
    assert interchange.return_from_record(interchange.return_to_record(return_)) == return_


def test_a_ledger_of_many_judgements_of_one_window_goes_through_each_of_them_once():
    report = am.validate(am.Return("care_home", {}), QUIET_DAY)
    few, many = (steps(am.Ledger.from_reports, [report] * count) for count in (100, 1_000))
    assert many < 12 * few


def test_an_error_of_the_callers_own_is_not_taken_for_one_of_this_library():
    moment = dt.datetime(2025, 8, 12, tzinfo=villains.RaisingZone())
    record = liars.SUBCLASSES[dict]["RaisingDict"](service="care_home", values={})
    with while_raising(MAKERS.index(Ours)):
        with pytest.raises(am.InvalidArgument, match="on cannot be placed on London's calendar"):
            am.reporting_window(moment)
        with pytest.raises(am.InvalidRecord, match="The record cannot be read"):
            interchange.return_from_record(record)


def test_of_many_keys_none_of_which_is_text_the_types_are_named():
    report = am.validate(am.Return("care_home", dict.fromkeys([*range(99), None])), QUIET_DAY)
    assert report.findings[-1].message == (
        "100 names are not items of this list, such as a value of type int, so nothing was done with them."
    )
