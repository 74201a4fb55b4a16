"""What looks like a person's details is a query that shows none of them, and what is ordinary is left alone."""

import pytest

import asc_mandate as am

from .helpers import CARE_HOME, QUIET_DAY, care_home, codes, only


@pytest.mark.parametrize(
    "key",
    ["resident_name", "first_name", "Surname", "date of birth", "DOB", "nhs_number", "home_address", "Email", "telephone",
     "service_user_name", "nextOfKin", "date-of-birth", "NHS No.", "emailAddress", "manager_name", "resident 1 name",
     "943 476 5919", "jo@example.org"],
)  # fmt: skip
def test_a_field_that_asks_for_a_person_is_a_query_that_shows_no_value(key):
    report = am.validate(am.Return("care_home", {**CARE_HOME, key: "Jo Bloggs"}), on=QUIET_DAY)
    finding = only(report, "personal-data")
    assert finding.severity is am.Severity.QUERY
    assert codes(report) == ["personal-data"]
    assert "Jo" not in str(report) + repr(report) + repr(report.return_) + repr(finding) + report._repr_html_()
    assert "nothing that identifies people: leave it out" in finding.message


@pytest.mark.parametrize(
    "key",
    [
        "beds",
        "number_of_names",
        "names_of_wards",
        "phoney",
        "web_address",
        "email_reminder",
        "mobile_staff",
        "phone_visits",
        "nhs_number_of_packages_returned",
    ],
)
def test_other_unknown_fields_are_only_unknown(key):
    assert codes(am.validate(care_home(**{key: 1}), on=QUIET_DAY)) == ["unknown-field"]


@pytest.mark.parametrize(
    ("option", "what"),
    [
        ("call jo.bloggs@example.org", "an e-mail address"),
        ("07700 900123", "a telephone number"),
        ("447700900123", "a telephone number"),
        ("0191.498.0000", "a telephone number"),
        ("jo(at)example.org", "an e-mail address"),
        ("943\u00a0476\u00a05919", "an NHS number"),
        ("ring +44 (0)191 498 0000", "a telephone number"),
        ("NHS 943 476 5919", "an NHS number"),
        ("9434765919", "an NHS number"),
        ("0161 496 0000/07700 900123", "a telephone number"),
        ("07700 900123 at 10:30", "a telephone number"),
        ("4010232137", "an NHS number"),
    ],
)
def test_an_option_that_holds_a_persons_details_is_a_query_that_does_not_show_them(option, what):
    report = am.validate(care_home(visiting_options=["outings", option]), on=QUIET_DAY)
    finding = only(report, "personal-data")
    assert finding.fields == ("visiting_options",)
    assert f"holds what looks like {what}." in finding.message
    assert option not in str(report) + repr(finding)
    assert report.compliant


class Unwritable(int):
    def __repr__(self):
        raise RuntimeError


@pytest.mark.parametrize("option", [Unwritable(5), Unwritable(9434765919)], ids=["a few digits", "an NHS number"])
def test_an_option_that_cannot_write_itself_is_wrong_like_any_other(option):
    assert codes(am.validate(care_home(visiting_options=[option]), on=QUIET_DAY))[0] == "wrong-type"


@pytest.mark.parametrize("options", [["garden", "", "jo@example.org"], "jo@example.org", ["a", 9434765919]])
def test_a_persons_details_are_found_among_options_that_cannot_be_read(options):
    report = am.validate(care_home(visiting_options=options), on=QUIET_DAY)
    assert codes(report) == ["wrong-type", "personal-data"]
    assert "jo@" not in str(report)
    assert "9,434" not in str(report)


@pytest.mark.parametrize(
    "option",
    ["in the care home", "2 visitors at a time", "visits out, up to 24 hours", "10am-12pm and 2pm-4:30pm", "window",
     "24/7", "0930-1130 1330-1630", "0900 1000 1100", "from 01-04-2026 - 30-06-2026", "booking ref 1234567890",
     "see CQC 1-1000210669", "essential care giver (1 per resident)", "from 01/09/2026", "Zoom / Teams @ home", "outdoor pods 1-12"],
)  # fmt: skip
def test_ordinary_visiting_options_hold_nobodys_details(option):
    assert am.validate(care_home(visiting_options=[option]), on=QUIET_DAY).findings == ()


@pytest.mark.parametrize("text", ["9", "(at)", "a@", "0 "])
def test_the_work_grows_with_the_length_of_a_text_and_not_with_its_square(text):
    """With the square this would take an hour."""
    report = am.validate(am.Return("care_home", {**CARE_HOME, "beds_occupied": text * 500_000}), on=QUIET_DAY)
    assert "wrong-type" in codes(report)
