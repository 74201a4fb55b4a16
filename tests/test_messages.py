"""What a manager reads for each kind of finding, as a whole sentence, while the window is open and after it."""

import datetime as dt

import pytest
from attrs import evolve

import asc_mandate as am

from .helpers import QUIET_DAY, care_home, codes, domiciliary, only

AFTER = dt.date(2025, 8, 20)
EARLY, LATE = dt.date(2025, 8, 7), dt.date(2025, 8, 15)
SECTIONS = ("service_users", "workforce", "packages_of_care")
TWO = {"service_users": QUIET_DAY, "workforce": QUIET_DAY}


def lacking(return_, **lacks):
    return evolve(return_, not_carried=am.NotCarried(**lacks))


CASES = [
    (
        "not-saved-in-window",
        domiciliary(saved=TWO),
        QUIET_DAY,
        "Packages of care: not saved in the reporting window, which opened on Friday 8 August 2025. Save each section by "
        "the end of Thursday 14 August 2025, even if nothing has changed.",
    ),
    (
        "not-saved-in-window",
        domiciliary(saved=TWO),
        AFTER,
        "Packages of care: not saved in the reporting window, which opened on Friday 8 August 2025. Each section had to "
        "be saved from Friday 8 August 2025 to the end of Thursday 14 August 2025, even if nothing had changed.",
    ),
    (
        "not-saved-in-window",
        domiciliary(saved=EARLY),
        AFTER,
        "Service users, Workforce and Packages of care: last saved on Thursday 7 August 2025, before the reporting window "
        "opened on Friday 8 August 2025. Each section had to be saved from Friday 8 August 2025 to the end of Thursday 14 "
        "August 2025, even if nothing had changed.",
    ),
    (
        "late",
        domiciliary(saved=LATE),
        AFTER,
        "Service users, Workforce and Packages of care: saved on Friday 15 August 2025, after the reporting window closed "
        "at the end of Thursday 14 August 2025. If there was an earlier save inside the window, give that one.",
    ),
    (
        "late",
        domiciliary(),
        AFTER,
        "Service users, Workforce and Packages of care: no day of saving was given, and the reporting window closed at "
        "the end of Thursday 14 August 2025. If this was saved inside the window, give the day.",
    ),
    (
        "save-not-known",
        lacking(domiciliary(saved=TWO), saves=["packages_of_care"]),
        QUIET_DAY,
        "Packages of care: where this return was read from gives no day of saving, so it cannot be known whether there "
        "was a save inside the reporting window, from Friday 8 August 2025 to the end of Thursday 14 August 2025. "
        "Check in Capacity Tracker.",
    ),
    (
        "save-not-known",
        lacking(domiciliary(saved=LATE), earlier_saves=True),
        AFTER,
        "Service users, Workforce and Packages of care: last saved on Friday 15 August 2025. Where this return was read "
        "from gives only the last save, so it cannot be known whether there was an earlier one inside the reporting "
        "window, from Friday 8 August 2025 to the end of Thursday 14 August 2025. Check in Capacity Tracker.",
    ),
    (
        "saved-after-check",
        domiciliary(saved=dt.date(2025, 8, 13)),
        QUIET_DAY,
        "Service users, Workforce, COVID-19 vaccination, Flu vaccination and Packages of care: dated later than this "
        "check: saved on Wednesday 13 August 2025, checked on Tuesday 12 August 2025. A save still to "
        "come does not count; correct the date.",
    ),
    (
        "unusually-large",
        domiciliary(hours_agency=29002900),
        QUIET_DAY,
        "Workforce: “how many hours of agency staff time you have paid for in the last month or 4 weeks” is 29,002,900. "
        "Check that nothing was typed twice.",
    ),
    (
        "unknown-field",
        domiciliary(service_user=63),
        QUIET_DAY,
        "“service_user” is not an item of this list, so it was ignored. Did you mean service_users?",
    ),
    (
        "unknown-section",
        domiciliary(saved=dict.fromkeys((*SECTIONS, "package_of_care"), QUIET_DAY)),
        QUIET_DAY,
        "The save given for “package_of_care” was ignored, because this list has no such section. Did you mean "
        "packages_of_care?",
    ),
    (
        "not-required",
        domiciliary(staff_seasonal_booster=12),
        QUIET_DAY,
        "COVID-19 vaccination: given, though it is not asked for. The last campaign ended on 17 June 2025, and the "
        "reporting window that followed closed on 14 July 2025. The next, autumn 2025, starts on 1 October 2025.",
    ),
    (
        "personal-data",
        domiciliary(manager_email="jo@example.org"),
        QUIET_DAY,
        "“manager_email” looks like a person's details. The mandate asks for nothing that identifies people: leave it "
        "out.",
    ),
    (
        "location-id-unrecognised",
        domiciliary(location_id="VNH4P"),
        QUIET_DAY,
        "“VNH4P” does not look like a CQC location id: a digit, a hyphen and 8 to 12 digits, such as 1-1000210669. Check "
        "it, unless this is a site of an NHS body, which may be numbered otherwise.",
    ),
]


@pytest.mark.parametrize(("code", "return_", "on", "message"), CASES, ids=range(len(CASES)))
def test_messages(code, return_, on, message):
    finding = only(am.validate(return_, on=on), code)
    assert finding.message == message


@pytest.mark.parametrize("on", [QUIET_DAY, AFTER])
def test_no_message_cuts_the_wording_of_the_notice_short(on):
    values = {**dict.fromkeys(care_home().values, "x" * 100), "residents_flu_vaccination": None}
    for return_ in (am.Return("care_home", {}), am.Return("care_home", values)):
        for day in (on, on.replace(month=11)):
            report = am.validate(return_, on=day)
            for finding in report.findings:
                if finding.fields and finding.code in {"missing", "wrong-type"}:
                    assert f"“{report.checklist[finding.fields[0]].field.wording}”" in finding.message


def test_what_is_found_is_the_same_for_one_return_and_for_many():
    returns = [case[1] for case in CASES]
    batch = am.validate_all(returns, on=AFTER)
    assert [codes(report) for report in batch] == [codes(am.validate(return_, on=AFTER)) for return_ in returns]
