"""What a manager reads, finding by finding: every sentence as a whole."""

import datetime as dt

import pytest
from attrs import evolve

import asc_mandate as am

from .helpers import CARE_HOME, QUIET_DAY, care_home, domiciliary

MOMENT = dt.datetime(2025, 8, 15, 9, tzinfo=dt.UTC)
AFTER = dt.date(2025, 8, 20)


def lacking(return_, **lacks):
    return evolve(return_, not_carried=am.NotCarried(**lacks))


# The return, the day of the check, and the messages in order.
READ = {
    "blank": (
        care_home(
            beds_occupied=None, hours_paid=None, absence=None, residents_able_to_visit=None, visiting_options=None
        ),
        QUIET_DAY,
        [
            "Beds: “occupied or used” is blank. Enter a whole number; 0 is an answer.",
            (
                "Workforce: “how many hours you have paid direct employees to work in the last month or 4 weeks, "
                "including any overtime” is blank. Enter a number of hours; 0 is an answer."
            ),
            (
                "Workforce: “how many days or hours of absence you have recorded in the last month or 4 weeks” is "
                "blank. Enter hours or days; 0 is an answer."
            ),
            (
                "Visiting: “if residents have been able to take part in visits in and/or out of the care home” is "
                "blank. Answer yes or no."
            ),
            (
                "Visiting: “the visiting options currently being supported” is blank. List the options; none at all "
                "is an answer."
            ),
        ],
    ),
    "of another kind": (
        care_home(
            beds_occupied="38",
            hours_paid="x",
            absence=am.Absence(hours="x"),
            residents_able_to_visit=3,
            visiting_options=3,
        ),
        QUIET_DAY,
        [
            "Beds: “occupied or used” is the text “38”. It must be a whole number, such as 12.",
            (
                "Workforce: “how many hours you have paid direct employees to work in the last month or 4 weeks, "
                "including any overtime” is the text “x”. It must be a number of hours, such as 12 or 37.5."
            ),
            (
                "Workforce: “how many days or hours of absence you have recorded in the last month or 4 weeks” is the "
                "text “x” in hours. It must say hours or days, such as 12 hours or 2 days."
            ),
            (
                "Visiting: “if residents have been able to take part in visits in and/or out of the care home” is 3. "
                "It must be yes or no."
            ),
            (
                "Visiting: “the visiting options currently being supported” is 3. It must be a list of named options; "
                "none at all is an answer."
            ),
        ],
    ),
    "no amount": (
        care_home(absence=am.Absence(hours=float("nan")), hours_agency=-1, hours_paid=2_000_000),
        QUIET_DAY,
        [
            (
                "Workforce: “how many hours you have paid direct employees to work in the last month or 4 weeks, "
                "including any overtime” is 2,000,000. Check that nothing was typed twice."
            ),
            (
                "Workforce: “how many hours of agency staff time you have paid for in the last month or 4 weeks” is "
                "-1. It cannot be less than 0."
            ),
            (
                "Workforce: “how many days or hours of absence you have recorded in the last month or 4 weeks” is "
                "“NaN” in hours, which is no amount. Enter the number, or 0."
            ),
        ],
    ),
    "unknown fields": (
        care_home(bed_occupied=1, zzz=2, service_users=3, residents_covid_primary_course=1),
        QUIET_DAY,
        [
            "“bed_occupied” is not an item of this list, so nothing was done with it. Is beds_occupied meant?",
            "“zzz” is not an item of this list, so nothing was done with it.",
            "“service_users” belongs to the list for domiciliary care, so nothing was done with it.",
            (
                "“residents_covid_primary_course” is asked for only in the edition of 2023-07-15, so nothing was done "
                "with it."
            ),
        ],
    ),
    "a field of the other list": (
        domiciliary(beds_occupied=3),
        QUIET_DAY,
        [
            "“beds_occupied” belongs to the list for care homes, so nothing was done with it.",
        ],
    ),
    "a key that is no text": (
        am.Return("care_home", {**CARE_HOME, 7: 1}),
        QUIET_DAY,
        [
            "A key is a value of type int, which names no item, so nothing was done with it.",
        ],
    ),
    "many unknown fields": (
        care_home(**{f"column {number}": 1 for number in range(40)}),
        QUIET_DAY,
        [
            (
                "40 names are not items of this list, such as “column 0”, “column 1” and “column 2”, so nothing was "
                "done with them."
            ),
        ],
    ),
    "an unknown section": (
        care_home(saved=dict.fromkeys(("beds", "workforce", "visiting", "bed"), QUIET_DAY)),
        QUIET_DAY,
        [
            "A save is given for what is no section of this list (“bed”), so nothing was done with it.",
        ],
    ),
    "not required": (
        care_home(employed_staff_flu_vaccination=1),
        QUIET_DAY,
        [
            (
                "Flu vaccination: given, though not asked for. Flu vaccination is asked for from 1 September to 31 "
                "March, so not again until 1 September 2025."
            ),
        ],
    ),
    "undetermined": (
        care_home(),
        dt.date(2026, 7, 10),
        [
            (
                "COVID-19 vaccination: it cannot be known whether this had to be given, and saved in the window. "
                "COVID-19 vaccination is asked for while a campaign runs, but campaigns are known only through 31 "
                "March 2026. If Capacity Tracker shows the question, answer it."
            ),
        ],
    ),
    "before the window": (
        care_home(),
        dt.date(2025, 8, 1),
        [
            (
                "The reporting window opens at the start of Friday 8 August 2025 and closes at the end of Thursday 14 "
                "August 2025. Nothing saved before it opens counts, so save each section again once it is open, even "
                "if nothing has changed."
            ),
        ],
    ),
    "saved before the window": (
        care_home(saved=dt.date(2025, 8, 1)),
        QUIET_DAY,
        [
            (
                "Beds, Workforce and Visiting: last saved on Friday 1 August 2025, before the reporting window opened "
                "on Friday 8 August 2025. Each section must be saved from Friday 8 August 2025 to the end of Thursday "
                "14 August 2025, even if nothing has changed."
            ),
        ],
    ),
    "not saved": (
        care_home(saved={"beds": QUIET_DAY}),
        QUIET_DAY,
        [
            (
                "Workforce and Visiting: no save inside the reporting window. Each section must be saved from Friday "
                "8 August 2025 to the end of Thursday 14 August 2025, even if nothing has changed."
            ),
        ],
    ),
    "late": (
        care_home(saved=MOMENT),
        AFTER,
        [
            (
                "Beds, Workforce and Visiting: saved at 10:00 on Friday 15 August 2025, after the reporting window "
                "closed at the end of Thursday 14 August 2025. If there was an earlier save inside the window, give "
                "that one."
            ),
        ],
    ),
    "saved after the check": (
        care_home(saved=MOMENT),
        QUIET_DAY,
        [
            (
                "Beds, Workforce, COVID-19 vaccination, Flu vaccination and Visiting: the save is dated later than "
                "this check: it was made at 10:00 on Friday 15 August 2025, the check on Tuesday 12 August 2025. A "
                "save still to come does not count; correct the date."
            ),
            (
                "Beds, Workforce and Visiting: no save inside the reporting window. Each section must be saved from "
                "Friday 8 August 2025 to the end of Thursday 14 August 2025, even if nothing has changed."
            ),
        ],
    ),
    "not carried": (
        lacking(domiciliary(service_users=None), fields=["service_users"]),
        QUIET_DAY,
        [
            (
                "Service users: where this return was read from has no place for “how many service users are "
                "currently registered and receivin…”, so it cannot be known whether that was given. Look in Capacity "
                "Tracker."
            ),
        ],
    ),
    "a save that is not known": (
        lacking(
            domiciliary(saved=dict.fromkeys(("service_users", "packages_of_care"), QUIET_DAY)), saves=["workforce"]
        ),
        QUIET_DAY,
        [
            (
                "Workforce: where this return was read from does not say when this was saved, so it cannot be known "
                "whether it was inside the reporting window, from Friday 8 August 2025 to the end of Thursday 14 "
                "August 2025. Look in Capacity Tracker."
            ),
        ],
    ),
    "a save that was overwritten": (
        lacking(domiciliary(saved=AFTER), earlier_saves=True),
        AFTER,
        [
            (
                "Service users, Workforce and Packages of care: last saved on Wednesday 20 August 2025. Where this "
                "return was read from gives only the last save, so it cannot be known whether there was an earlier "
                "one inside the reporting window, from Friday 8 August 2025 to the end of Thursday 14 August 2025. "
                "Look in Capacity Tracker."
            ),
        ],
    ),
    "a strange location id": (
        care_home(location_id="x"),
        QUIET_DAY,
        [
            (
                "“x” does not look like a CQC location id: a digit, a hyphen and 8 to 12 digits, such as "
                "1-1000210669. Check it, unless this is a site of an NHS body, which may be numbered otherwise."
            ),
        ],
    ),
}


@pytest.mark.parametrize(("return_", "on", "messages"), READ.values(), ids=READ)
def test_the_whole_sentence(return_, on, messages):
    assert [finding.message for finding in am.validate(return_, on=on).findings] == messages


def test_the_sentence_on_a_location_that_stands_twice():
    batch = am.validate_all([care_home(location_id="1-1000210669")] * 2, on=QUIET_DAY)
    assert {finding.message for report in batch.reports for finding in report.findings} == {
        "“1-1000210669” stands 2 times among the returns checked together for the same kind of service. Keep the one "
        "that Capacity Tracker holds."
    }


def test_the_sentence_on_what_is_always_asked_for():
    requirement = am.checklist("care_home", QUIET_DAY)["beds_occupied"]
    assert requirement.reason == "It is asked for in every reporting window."


def test_a_report_names_the_kind_of_service():
    headings = [str(am.validate(return_, on=QUIET_DAY)).split("\n")[0] for return_ in (care_home(), domiciliary())]
    assert headings == ["Care home: return for August 2025", "Domiciliary care: return for August 2025"]
