import datetime as dt

import pytest

import asc_mandate as am

from .helpers import CARE_HOME_FLU, QUIET_DAY, care_home, domiciliary

NOTICE = "Formal notice of a mandate for all adult social care providers, updated 26 April 2024"


def unwrapped(report):
    return " ".join(str(report).split())


def test_report_of_a_met_return():
    return_ = care_home(location_id="1-1000210669", saved=dt.date(2025, 8, 11))
    assert str(am.validate(return_, on=QUIET_DAY)) == (
        "Care home 1-1000210669: return for August 2025\n"
        "MET. All that was asked for is given, and was saved in the reporting window. Checked on Tuesday\n"
        "12 August 2025.\n"
        "\n"
        "Judged by: Formal notice of a mandate for all adult social care providers, updated 26 April 2024\n"
        "(official). No later edition known as of 26 November 2026. Campaigns known through 31 August\n"
        f"2026. {am.dataset_version(QUIET_DAY)}. Not legal advice."
    )


def test_report_says_that_a_save_was_taken_for_granted():
    said = unwrapped(am.validate(care_home(), on=QUIET_DAY))
    assert "MET. All that was asked for is given. No day of saving was given, so it counts as saved on the day" in said
    assert "was saved in the reporting window" not in said


def test_report_orders_findings_by_how_much_they_matter():
    return_ = domiciliary(
        absence=None, hours_paid=100, hours_overtime=120, staff_absent_covid=30, staff_flu_vaccination=1
    )
    assert str(am.validate(return_, on=dt.date(2025, 8, 20))) == (
        "Domiciliary care: return for August 2025\n"
        "NOT MET. The reporting window closed at the end of Thursday 14 August 2025. Checked on Wednesday\n"
        "20 August 2025.\n"
        "\n"
        "Why the duty was not met:\n"
        "  1. Service users, Workforce and Packages of care: no day of saving was given, and the\n"
        "     reporting window closed at the end of Thursday 14 August 2025. If this was saved inside the\n"
        "     window, give the day.\n"
        "     Basis: the notice, opening paragraphs, “designated 7-day reporting window”\n"
        "  2. Workforce: “how many days or hours of absence you have recorded in the last month or 4\n"
        "     weeks” is blank. Hours or days were due; 0 is an answer.\n"
        "     Basis: the notice, “For domiciliary care settings”, bullet 7\n"
        "\n"
        "Cannot be true as it stands, and could be called false or misleading:\n"
        "  1. Overtime (120 hours) is more than all hours paid (100 hours), which include it.\n"
        "     Basis: the notice, “For domiciliary care settings”, bullets 4 and 5\n"
        "\n"
        "Worth a second look:\n"
        "  1. Staff absent because of COVID-19 (30) are more than the staff with face-to-face contact\n"
        "     (28).\n"
        "     Basis: Reasoning of this library, staff groups of the domiciliary list: the same people are\n"
        "     not always counted (inferred)\n"
        "\n"
        "For information:\n"
        "  1. Flu vaccination: given, though it is not asked for. Flu vaccination is asked for from 1\n"
        "     September to 31 March, so not again until 1 September 2025.\n"
        "     Basis: the notice, “Information required under section 277A from 15 July 2023”, “flu\n"
        "     vaccination”\n"
        "\n"
        "Judged by: Formal notice of a mandate for all adult social care providers, updated 26 April 2024\n"
        "(official). No later edition known as of 26 November 2026. Campaigns known through 31 August\n"
        f"2026. {am.dataset_version(QUIET_DAY)}. Not legal advice."
    )


@pytest.mark.parametrize(
    ("on", "status"),
    [
        (
            dt.date(2025, 8, 1),
            "OPEN. The reporting window opens on Friday 8 August 2025 and closes at the end of Thursday 14 August "
            "2025. Checked on Friday 1 August 2025.",
        ),
        (
            dt.date(2025, 8, 8),
            "OPEN. There is still time: the reporting window closes at the end of Thursday 14 August 2025. Checked on "
            "Friday 8 August 2025.",
        ),
        (
            dt.datetime(2025, 8, 14, 22, 5, tzinfo=dt.UTC),
            "OPEN. There is still time: the reporting window closes at the end of Thursday 14 August 2025. Checked at "
            "23:05 on Thursday 14 August 2025.",
        ),
        (
            dt.date(2025, 8, 15),
            "NOT MET. The reporting window closed at the end of Thursday 14 August 2025. Checked on Friday 15 August "
            "2025.",
        ),
    ],
)
def test_report_says_how_much_time_there_is(on, status):
    said = unwrapped(am.validate(care_home(beds_occupied=None), on=on))
    assert status in said
    assert ("To do once the reporting window opens:" in said) is ("The reporting window opens on" in status)


@pytest.mark.parametrize(
    ("day", "when"),
    [
        (10, "closes at the end of Monday 16 November 2026. Checked on Tuesday 10 November 2026."),
        (20, "closed at the end of Monday 16 November 2026. Checked on Friday 20 November 2026."),
    ],
)
def test_report_of_what_cannot_be_known(day, when):
    return_ = care_home(saved=dt.date(2026, 11, 10), **CARE_HOME_FLU)
    assert (
        "UNDETERMINED. All that is known to be asked for is given, but it cannot be known whether more is. The reporting "
        f"window {when}"
    ) in unwrapped(am.validate(return_, on=dt.date(2026, 11, day)))


def test_report_warns_of_a_projected_close():
    text = unwrapped(am.validate(care_home(), on=dt.date(2029, 6, 12)))
    assert (
        "Public holidays are announced only through 31 December 2028, so the close of this window may still move."
        in text
    )


def test_report_shows_no_location_id_that_would_not_print():
    text = str(am.validate(care_home(location_id="x\x1b[31m"), on=QUIET_DAY))
    assert text.startswith("Care home x�[31m: return")


def test_report_breaks_no_line_at_a_hyphen():
    for width in range(30):
        saved = dict.fromkeys(("service_users", "workforce", "packages_of_care"), QUIET_DAY)
        saved[f"{'x' * width} home-from-home"] = QUIET_DAY
        lines = str(am.validate(domiciliary(saved=saved), on=QUIET_DAY)).splitlines()
        assert any("home-from-home" in line for line in lines)


def test_a_report_under_an_edition_that_was_replaced_says_until_when_it_applied():
    said = unwrapped(am.validate(care_home(), on=dt.date(2023, 10, 10)))
    assert "The next edition applies from 26 April 2024." in said
    assert "No later edition" not in said
