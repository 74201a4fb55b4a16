import datetime as dt

import pytest
from attrs import evolve

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
        (
            dt.date(2026, 8, 10),
            "OPEN. There is still time: the reporting window closes at the end of Friday 14 August 2026. Checked on "
            "Monday 10 August 2026.",
        ),
    ],
)
def test_report_says_how_much_time_there_is(on, status):
    assert status in unwrapped(am.validate(care_home(beds_occupied=None), on=on))


def test_report_of_what_cannot_be_known():
    text = unwrapped(am.validate(care_home(**CARE_HOME_FLU), on=dt.date(2026, 11, 10)))
    assert (
        "UNDETERMINED. All that is known to be asked for is given, but it cannot be known whether more is. The reporting "
        in text
    )
    assert "window closes at the end of Monday 16 November 2026. Checked on Tuesday 10 November 2026." in text


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


def test_batch_report_counts_outcomes_and_shows_what_was_found():
    returns = [care_home(location_id="1-1000210669"), domiciliary(absence=None), domiciliary()]
    batch = am.validate_all(returns, on=QUIET_DAY)
    assert str(batch) == "\n\n".join(
        ["3 returns checked on Tuesday 12 August 2025: met 2, open 1.", str(batch.reports[1])]
    )
    assert str(am.validate_all(returns[:1], on=QUIET_DAY)) == "1 return checked on Tuesday 12 August 2025: met 1."


def test_batch_report_counts_each_outcome_in_words():
    returns = [domiciliary(), domiciliary(absence=None), domiciliary(staff_seasonal_booster=1)]
    batch = am.validate_all(returns, on=dt.date(2030, 5, 20))
    assert str(batch).splitlines()[0] == "3 returns checked on Monday 20 May 2030: not met 3."
    saved = dt.date(2030, 5, 13)
    saved_in_time = [evolve(return_, saved=saved) for return_ in returns]
    assert str(am.validate_all(saved_in_time, on=dt.date(2030, 5, 20))).splitlines()[0] == (
        "3 returns checked on Monday 20 May 2030: met 1, not met 1, undetermined 1."
    )
    for on, verb in ((dt.date(2030, 5, 14), "closes"), (dt.date(2030, 5, 20), "closed")):
        said = unwrapped(am.validate(saved_in_time[0], on=on))
        assert f"The reporting window {verb} at the end of Tuesday 14 May 2030." in said


def test_a_report_under_an_edition_that_was_replaced_says_until_when_it_applied():
    said = unwrapped(am.validate(care_home(), on=dt.date(2023, 10, 10)))
    assert "The next edition applies from 26 April 2024." in said
    assert "No later edition" not in said


def test_a_batch_tells_once_what_none_of_it_could_be_judged_on():
    lacking = am.NotCarried(fields=["self_funded_packages_ended"])
    returns = [
        evolve(domiciliary(location_id=f"1-100000000{n}", self_funded_packages_ended=None), not_carried=lacking)
        for n in range(3)
    ]
    batch = am.validate_all([*returns, care_home()], on=QUIET_DAY)
    (gap,) = batch.gaps
    assert (gap.service, gap.code, gap.fields, gap.count) == (
        am.ServiceType.DOMICILIARY_CARE,
        "not-carried",
        ("self_funded_packages_ended",),
        3,
    )
    assert str(batch).count("has no place for") == 1
    assert "Domiciliary care, 3 returns: Packages of care: where this return was read from" in str(batch)
    faulty = am.validate_all(
        [evolve(return_, values={**return_.values, "service_users": -1}) for return_ in returns], QUIET_DAY
    )
    assert str(faulty).count("has no place for") == 1
    assert str(faulty).count("cannot be less than 0") == 3
    twice = am.NotCarried(fields=["self_funded_packages_ended"] * 2)
    assert am.validate_all([evolve(returns[0], not_carried=twice), domiciliary()], on=QUIET_DAY).gaps == ()
    mixed = am.validate_all([*returns, domiciliary()], on=QUIET_DAY)
    assert mixed.gaps == ()


def test_a_long_batch_prints_its_first_reports_and_how_many_more_there_are():
    whole = am.validate_all([domiciliary(absence=None)] * 20, on=QUIET_DAY)
    assert "more return" not in str(whole) + whole._repr_html_()
    batch = am.validate_all([domiciliary(absence=None)] * 21, on=QUIET_DAY)
    assert str(batch).endswith("\n\nAnd 1 more return with findings.")
    batch = am.validate_all([domiciliary(absence=None)] * 23, on=QUIET_DAY)
    assert str(batch).endswith("\n\nAnd 3 more returns with findings.")
    assert str(batch).count("return for August 2025") == 20


def test_dataset_version_names_release_and_edition():
    version = am.dataset_version()
    assert version.edition is None
    assert str(version) == f"asc_mandate {am.__version__}, data {version.digest[:12]}"
    assert str(am.dataset_version(QUIET_DAY)) == (
        f"asc_mandate {am.__version__}, edition 2024-04-26, data {version.digest[:12]}"
    )
    with pytest.raises(am.EditionNotHeld):
        am.dataset_version(dt.date(2023, 1, 1))
