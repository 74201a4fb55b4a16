"""What a call does and holds grows no faster than what it is given, and not at all with what it need not read.

Counted are the steps of Python's own machine, and the bytes that are held at most: a number that is written out, or a
text that is copied, shows there. No limit is one of time.
"""

import datetime as dt
from decimal import Decimal

import pytest

import asc_mandate as am
from asc_mandate import interchange
from tests.helpers import QUIET_DAY, care_home, domiciliary
from tests.hostile.work import peak, work

CARE_HOME_RECORD = interchange.return_to_record(care_home())["values"]
LATER = dt.date(2026, 9, 1)


def told(function, *arguments, **more):
    """What a caller gets to read: an answer with its messages, or the refusal."""
    try:
        answer = function(*arguments, **more)
    except am.MandateError as refusal:
        return str(refusal)
    if isinstance(answer, am.Return):
        answer = am.validate(answer, QUIET_DAY)
    return [finding.message for finding in answer.findings] if isinstance(answer, am.Report) else answer


def report_of(**changes):
    return told(care_home, **changes)


def row_of(**cells):
    return told(interchange.capacity_tracker.return_from_extract, {"usedbeds": "3", **cells})


def item_of(**parts):
    return told(interchange.capacity_tracker.return_from_api, {"cqcId": "1-1000210669", **parts})


def record_of(**parts):
    return told(interchange.return_from_record, {"service": "care_home", "values": CARE_HOME_RECORD, **parts})


def judged_with_a_campaign(name):
    campaign = am.Campaign(name, dt.date(2025, 8, 1), dt.date(2025, 9, 1))
    calendar = am.ENGLAND.with_campaigns(campaign, known_through=LATER)
    return am.validate(care_home(), QUIET_DAY, calendar=calendar)


def written_and_read(value):
    return_ = care_home(beds_occupied=value, hours_paid=value)
    record = told(interchange.return_to_record, return_)
    return record if isinstance(record, str) else told(interchange.return_from_record, record)


ANYTHING = {
    "count": lambda value: report_of(beds_occupied=value),
    "hours": lambda value: report_of(hours_paid=value, hours_overtime=value),
    "hours of absence": lambda value: report_of(absence=am.Absence(hours=value, days=value)),
    "yes or no": lambda value: report_of(residents_able_to_visit=value),
    "options": lambda value: report_of(visiting_options=value),
    "one option": lambda value: report_of(visiting_options=["outings", value]),
    "value of an unknown field": lambda value: report_of(nonsense=value),
    "key": lambda value: told(am.Return, "care_home", {value: 1}),
    "service": lambda value: told(am.Return, value, {}),
    "values": lambda value: told(am.Return, "care_home", value),
    "location id": lambda value: report_of(location_id=value),
    "save": lambda value: report_of(saved=value),
    "section": lambda value: report_of(saved={value: QUIET_DAY}),
    "save of a section": lambda value: report_of(saved={"beds": value}),
    "not carried": lambda value: told(am.NotCarried, fields=[value]),
    "on": lambda value: told(am.validate, care_home(), value),
    "return": lambda value: told(am.validate, value, QUIET_DAY),
    "calendar": lambda value: told(am.validate, care_home(), QUIET_DAY, calendar=value),
    "requirement": lambda value: told(am.checklist("care_home", QUIET_DAY).__getitem__, value),
    "edition": lambda value: told(am.edition, value),
    "clause": lambda value: told(am.editions()[0].clause, value),
    "campaign": lambda value: told(judged_with_a_campaign, value),
    "public holiday": lambda value: told(am.ENGLAND.with_public_holiday, QUIET_DAY, value),
    "year": lambda value: told(am.Ledger, {(value, 8): "met"}),
    "outcome": lambda value: told(am.Ledger, {(2026, 8): value}),
    "size": lambda value: told(am.Location, "care_home", value),
    "public body": lambda value: told(am.Provider, public_body=value),
    "excuse": lambda value: told(am.assess_penalty, am.Ledger({}), am.Provider(), LATER, reasonable_excuse=value),
    "method": lambda value: told(am.Notice, "final_notice", LATER, value),
    "value of a record": lambda value: record_of(values={**CARE_HOME_RECORD, "beds_occupied": value}),
    "decimal of a record": lambda value: record_of(values={**CARE_HOME_RECORD, "hours_paid": {"decimal": value}}),
    "integer of a record": lambda value: record_of(values={**CARE_HOME_RECORD, "hours_paid": {"integer": value}}),
    "day of a record": lambda value: record_of(values={**CARE_HOME_RECORD, "hours_paid": {"date": value}}),
    "key of a value of a record": lambda value: record_of(values={**CARE_HOME_RECORD, "hours_paid": {value: 1}}),
    "key of a record": lambda value: record_of(**{value: 1} if isinstance(value, str) else {"more": value}),
    "save of a record": lambda value: record_of(saved=value),
    "location id of a record": lambda value: record_of(location_id=value),
    "count of a row": lambda value: row_of(usedbeds=value),
    "hours of a row": lambda value: row_of(hourspaid=value, hoursabsence=value),
    "location id of a row": lambda value: row_of(cqcid=value),
    "save of a row": lambda value: row_of(lastupdatedutc=value, lastupdatedbst=value),
    "beds of an item": lambda value: item_of(vacancies=[{"used": value}]),
    "vacancies of an item": lambda value: item_of(vacancies=value, workforce=value, ascSupport=value),
    "visits of an item": lambda value: item_of(ascSupport={"isVisitsOffCareHomePremises": value}),
    "save of an item": lambda value: item_of(vacanciesLastUpdated=value),
    "value that is written and read": written_and_read,
}

DIGITS = 1_000_000
VALUES = {
    "text": (lambda size: "1" * size * 5, 5),
    "text with spaces around it": (lambda size: " 1 " * size * 2, 6),
    "text in groups": (lambda size: "1" + ",000" * size, 4),
    "text that does not print": (lambda size: "\u202e" * size * 3, 3),
    "number": (lambda size: 10**size, 1),
    "negative number": (lambda size: -(10**size), 1),
    "decimal of many digits": (lambda size: Decimal("1." + "7" * size), 1),
    "decimal that is none": (lambda size: Decimal("NaN" + "7" * size), 1),
    "decimal of a large exponent": (lambda size: Decimal(f"1E+{size * 999}"), 0),
    "decimal of a small exponent": (lambda size: Decimal(f"-1E-{size * 999}"), 0),
    "bytes": (lambda size: b"1" * size * 5, 0),
}
"""How to make a value of a size, and how many characters or digits of it may be read for each unit of size."""


@pytest.mark.parametrize("kind", VALUES)
def test_steps_and_bytes_do_not_grow_with_the_size_of_one_value(kind):
    make, characters = VALUES[kind]
    # Another one goes before, so that everything is loaded, and nothing that is kept is of use.
    other, small, large = make(DIGITS // 1_000 + 1), make(DIGITS // 1_000), make(DIGITS)
    for place, function in ANYTHING.items():
        function(other)
        few, many = work(function, small), work(function, large)
        # Some places compare, check or escape a text, for which it is copied; none does anything digit by digit.
        assert many.steps < few.steps + 100, place
        assert many.bytes < few.bytes + 200_000 + 16 * characters * DIGITS, place


def returns(count):
    return [care_home(location_id=f"1-{1_000_000_000 + number % 7}") for number in range(count)]


def days(count):
    return [dt.date(2019, 1, 1) + dt.timedelta(days=number) for number in range(count)]


def campaigns(count):
    return [am.Campaign(f"campaign {number}", dt.date(2026, 4, 13), dt.date(2026, 6, 30)) for number in range(count)]


def notices(count):
    kinds = [am.NoticeKind.NOTICE_OF_INTENT, am.NoticeKind.WITHDRAWAL]
    day = dt.timedelta(days=1)
    first = dt.date(2023, 1, 2)
    return [am.Notice(kinds[number % 2], first + number // 12 * day, "delivered") for number in range(count)]


def record_of_a_report(count):
    record = interchange.report_to_record(am.validate(domiciliary(service_users=-1), QUIET_DAY))
    return {**record, "findings": record["findings"] * (count // 10)}


def judged_by_a_calendar_with(campaigns):
    calendar = am.ENGLAND.with_campaigns(*campaigns, known_through=dt.date(2026, 8, 31))
    return told(am.validate, domiciliary(staff_seasonal_booster=1), QUIET_DAY, calendar=calendar)


def numbered(count, what="name"):
    return {f"{what} {number}": 1 for number in range(count)}


MANY = {
    "options": (lambda count: ["outings"] * count, lambda given: report_of(visiting_options=given)),
    "parts that are no options": (
        lambda count: [*["outings"] * count, 3],
        lambda given: report_of(visiting_options=given),
    ),
    "unknown fields": (numbered, lambda given: report_of(**given)),
    "keys that are no text": (
        lambda count: dict.fromkeys(range(count)),
        lambda given: told(am.Return, "care_home", given),
    ),
    "sections": (lambda count: dict.fromkeys(numbered(count), QUIET_DAY), lambda given: report_of(saved=given)),
    "not carried": (
        lambda count: ["hours_paid", "beds_occupied"] * count,
        lambda given: told(am.NotCarried, fields=given),
    ),
    "returns": (returns, lambda given: told(am.validate_all, given, QUIET_DAY)),
    "rows": (
        lambda count: am.validate_all(returns(count), QUIET_DAY),
        lambda given: list(interchange.finding_rows(given)),
    ),
    "reports": (lambda count: [am.validate(care_home(), QUIET_DAY)] * count, am.Ledger.from_reports),
    "campaigns": (campaigns, judged_by_a_calendar_with),
    "public holidays": (
        lambda count: [(day, "A day of celebration") for day in days(count)],
        lambda given: told(am.Calendar, holidays_added=given),
    ),
    "days that are none": (days, lambda given: told(am.Calendar, holidays_removed=given)),
    "notices": (
        notices,
        lambda given: told(am.assess_penalty, am.Ledger({}), am.Provider(), LATER, notices=given),
    ),
    "locations": (
        lambda count: [am.Location("care_home", 42)] * count,
        lambda given: told(am.penalty_amount, given, LATER),
    ),
    "values of a record": (numbered, lambda given: record_of(values=given)),
    "keys of a record": (numbered, lambda given: record_of(**given)),
    "parts of a value of a record": (
        lambda count: [[]] * count,
        lambda given: record_of(values={"visiting_options": given}),
    ),
    "keys of a value of a record": (numbered, lambda given: record_of(values={"hours_paid": given})),
    "findings of a record": (record_of_a_report, lambda given: told(interchange.report_from_record, given)),
    "columns": (numbered, lambda given: row_of(**given)),
    "vacancies": (lambda count: [{"used": 3, "total": 4}] * count, lambda given: item_of(vacancies=given)),
    "keys of an item": (numbered, lambda given: item_of(workforce=given, ascSupport=given, vacancies=[given])),
}


@pytest.mark.parametrize("what", MANY)
def test_steps_and_bytes_grow_no_faster_than_how_many_are_passed(what):
    make, function = MANY[what]
    function(make(31))
    few, more, many = (work(function, make(count)) for count in (30, 150, 1_500))
    assert (many.steps - more.steps) / 1_350 < 1.1 * (more.steps - few.steps) / 120 + 1
    assert many.bytes < 2 * 10 * more.bytes + 100_000


def test_many_options_are_not_copied_and_many_unknown_fields_are_named_once():
    options, fields = ["outings"] * 100_000, dict.fromkeys(map(str, range(100_000)), 1)
    am.validate(care_home(visiting_options=options[:2], nonsense=1), QUIET_DAY)
    assert peak(lambda: am.validate(care_home(visiting_options=options), QUIET_DAY)) < 100_000
    findings = []
    held = peak(lambda: findings.extend(am.validate(am.Return("care_home", fields), QUIET_DAY).findings))
    finding = findings[-1]
    assert (finding.code, len(finding.fields)) == ("unknown-field", 100_000)
    assert finding.message == (
        "100,000 names are not items of this list, such as “0”, “1” and “2”, so nothing was done with them."
    )
    assert held < 300 * len(fields)


def test_a_text_of_fifty_million_characters_is_quoted_and_not_copied():
    text = "long text" * 5_500_000
    return_ = care_home(beds_occupied=text, visiting_options=text, location_id=text, nonsense=text)
    assert peak(lambda: str(am.validate(return_, QUIET_DAY))) < 200_000
    report = am.validate(return_, QUIET_DAY)
    assert len(str(report)) < 5_000
    assert max(len(finding.message) for finding in report.findings) < 500
