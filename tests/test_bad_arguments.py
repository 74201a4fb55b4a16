"""Every bad argument is refused with one whole sentence that names it and says what to pass."""

import datetime as dt
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.penalties import Method, NoticeKind, PenaltyNotice

ENGLAND = am.ENGLAND
DAY = dt.date(2027, 7, 14)
WINDOW = am.reporting_window(DAY)
CAMPAIGN = partial(am.Campaign, "x")
PASS_A_DAY = "pass a datetime.date, or a datetime.datetime with a time zone."
BEDS = "The save of “beds”"
PASS_A_RETURN = "pass an asc_mandate.Return, or read a record with interchange.from_record."
PAIRS_ONLY = "holidays_added holds something other than pairs; pass pairs of a day and a name."
IDS_ONLY = "NotCarried takes lists of field ids and of section ids."
RETURN = am.Return("care_home", {})

# Whatever takes a day, with the name by which its message calls it.
TAKES_A_DAY = {
    "reporting_window": (am.reporting_window, "on"),
    "upcoming_window": (am.upcoming_window, "on"),
    "upcoming_windows": (lambda day: am.upcoming_windows(day, 1), "on"),
    "reporting_windows, first": (lambda day: am.reporting_windows(day, DAY), "first"),
    "reporting_windows, last": (lambda day: am.reporting_windows(DAY, day), "last"),
    "moment in window": (lambda day: day in WINDOW, "moment"),
    "checklist": (lambda day: am.checklist("care_home", day), "on"),
    "rules": (lambda day: am.rules("care_home", day), "on"),
    "validate": (lambda day: am.validate(RETURN, on=day), "on"),
    "validate_all": (lambda day: am.validate_all([], on=day), "on"),
    "assess_penalty": (lambda day: am.assess_penalty(am.Ledger({}), am.Provider(), day), "on"),
    "penalty_amount": (lambda day: am.penalty_amount([am.Location("care_home", 3)], day), "imposed_on"),
    "edition_on": (am.edition_on, "on"),
    "public_holiday": (ENGLAND.public_holiday, "day"),
    "is_working_day": (ENGLAND.is_working_day, "day"),
    "why_not_working": (ENGLAND.why_not_working, "day"),
    "working_day_on_or_after": (ENGLAND.working_day_on_or_after, "day"),
    "with_public_holiday": (lambda day: ENGLAND.with_public_holiday(day, "Jubilee"), "day"),
    "without_public_holiday": (ENGLAND.without_public_holiday, "day"),
    "with_campaigns": (lambda day: ENGLAND.with_campaigns(known_through=day), "known_through"),
    "Calendar": (lambda day: am.Calendar(campaigns_known_through=day), "campaigns_known_through"),
    "Campaign, starts": (lambda day: am.Campaign("x", day), "starts"),
    "Campaign, ends": (lambda day: am.Campaign("x", DAY, day), "ends"),
    "Campaign, care homes": (lambda day: am.Campaign("x", DAY, care_homes_start=day), "care_homes_start"),
    "PenaltyNotice": (lambda day: PenaltyNotice(NoticeKind.FINAL_NOTICE, day, Method.POSTED), "sent"),
    "Return, saved": (lambda day: am.Return("care_home", {}, saved=day), "saved"),
    "Return, a section": (lambda day: am.Return("care_home", {}, saved={"beds": day}), BEDS),
}
NO_DAYS = [
    ("14 July 2027", "is “14 July 2027”"),
    (20270714, "is a value of type int"),
    (dt.datetime(2027, 7, 14, 12), "is a datetime without a time zone"),
]


@pytest.mark.parametrize(("ask", "name"), TAKES_A_DAY.values(), ids=list(TAKES_A_DAY))
@pytest.mark.parametrize(("given", "fault"), NO_DAYS, ids=["text", "number", "naive"])
def test_what_is_no_day_is_refused_by_the_name_of_the_argument(ask, name, given, fault):
    with pytest.raises(am.InvalidArgument) as caught:
        ask(given)
    assert str(caught.value) == f"{name} {fault}; {PASS_A_DAY}"
    assert isinstance(caught.value, ValueError)
    assert isinstance(caught.value, am.MandateError)


@pytest.mark.parametrize(
    ("ask", "name"),
    [(ask, name) for ask, name in TAKES_A_DAY.values() if name not in {"ends", "care_homes_start", "saved", BEDS}],
)
def test_a_day_that_is_not_given_is_refused(ask, name):
    with pytest.raises(am.InvalidArgument, match=f"^{name} is a value of type NoneType; pass a datetime.date"):
        ask(None)


TAKES_A_CALENDAR = {
    "reporting_window": lambda calendar: am.reporting_window(DAY, calendar=calendar),
    "upcoming_window": lambda calendar: am.upcoming_window(DAY, calendar=calendar),
    "reporting_windows": lambda calendar: am.reporting_windows(DAY, DAY, calendar=calendar),
    "checklist": lambda calendar: am.checklist("care_home", DAY, calendar=calendar),
    "validate": lambda calendar: am.validate(RETURN, DAY, calendar=calendar),
    "validate_all": lambda calendar: am.validate_all([], DAY, calendar=calendar),
    "assess_penalty": lambda calendar: am.assess_penalty(am.Ledger({}), am.Provider(), DAY, calendar=calendar),
}


@pytest.mark.parametrize("ask", TAKES_A_CALENDAR.values(), ids=list(TAKES_A_CALENDAR))
def test_anything_but_a_calendar_is_refused(ask):
    with pytest.raises(am.InvalidArgument) as caught:
        ask(5)
    assert str(caught.value) == "calendar is a value of type int; pass an asc_mandate.Calendar."


TAKES_A_SERVICE = {
    "checklist": lambda service: am.checklist(service, DAY),
    "rules": lambda service: am.rules(service, DAY),
    "Return": lambda service: am.Return(service, {}),
    "Edition.fields": am.edition("2024-04-26").fields,
    "Edition.sections": am.edition("2024-04-26").sections,
}


@pytest.mark.parametrize("ask", TAKES_A_SERVICE.values(), ids=list(TAKES_A_SERVICE))
@pytest.mark.parametrize(("given", "shown"), [("hotel", "“hotel”"), (None, "a value of type NoneType")])
def test_anything_but_a_service_is_refused(ask, given, shown):
    with pytest.raises(am.InvalidArgument) as caught:
        ask(given)
    assert str(caught.value) == f"service is {shown}; pass 'care_home' or 'domiciliary_care'."


COUNT_FROM_1 = "pass a whole number from 1 to 1,200."
HOLIDAYS_KNOWN = "pass a day from 2019 to 2100."
REFUSED = [
    (lambda: am.reporting_windows(DAY, dt.date(2025, 12, 31)), "last (December 2025) is before first (July 2027)."),
    (lambda: am.upcoming_windows(DAY, 0), f"count is 0; {COUNT_FROM_1}"),
    (lambda: am.upcoming_windows(DAY, 1_201), f"count is 1,201; {COUNT_FROM_1}"),
    (lambda: am.upcoming_windows(DAY, True), f"count is “True”; {COUNT_FROM_1}"),
    (lambda: am.upcoming_windows(DAY, 2.0), f"count is “2.0”; {COUNT_FROM_1}"),
    (lambda: am.validate({}, DAY), f"return_ is a value of type dict; {PASS_A_RETURN}"),
    (
        lambda: am.validate(RETURN, DAY, window=DAY),
        "window is a value of type date; pass an asc_mandate.ReportingWindow.",
    ),
    (
        lambda: am.validate(RETURN, DAY, window=WINDOW, calendar=ENGLAND.with_public_holiday(DAY, "Jubilee")),
        "window is not one of this calendar; pass what reporting_window gives with it.",
    ),
    (lambda: am.validate_all(RETURN, DAY), "returns is a value of type Return; pass Return objects."),
    (lambda: am.validate_all(5, DAY), "returns is a value of type int; pass Return objects."),
    (lambda: am.validate_all([RETURN, {}], DAY), f"returns[1] is a value of type dict; {PASS_A_RETURN}"),
    (lambda: am.Return("care_home", [1]), "values is a value of type list; pass a mapping."),
    (
        lambda: am.Return("care_home", {}, location_id=5),
        "location_id is a value of type int; pass text such as '1-1000210669', or None.",
    ),
    (lambda: am.Return("care_home", {}, saved={5: DAY}), "saved has a key that is not text; pass section ids."),
    (
        lambda: am.Return("care_home", {}, not_carried=["visiting_options"]),
        "not_carried is a value of type list; pass an asc_mandate.NotCarried.",
    ),
    (lambda: am.NotCarried(fields="visiting_options"), IDS_ONLY),
    (lambda: am.NotCarried(fields=None), IDS_ONLY),
    (lambda: am.NotCarried(saves=[7]), IDS_ONLY),
    (
        lambda: am.NotCarried(fields=["nhs_la_package_returned"]),
        "No list has a field “nhs_la_package_returned”, so no source can lack it. Did you mean nhs_la_packages_returned?",
    ),
    (lambda: am.NotCarried(saves=["hats"]), "No list has a section “hats”, so no source can lack it."),
    (lambda: am.NotCarried(earlier_saves=1), "earlier_saves is a value of type int; pass True or False."),
    (lambda: CAMPAIGN(DAY, citations=5), "citations is a value of type int; pass Citation objects."),
    (lambda: CAMPAIGN(DAY, citations=[5]), "citations[0] is a value of type int; pass an asc_mandate.Citation."),
    (lambda: CAMPAIGN(DAY, dt.date(2027, 7, 13)), "The campaign “x” ends on Tuesday 13 July 2027, before it starts."),
    (
        lambda: CAMPAIGN(DAY, DAY, care_homes_start=dt.date(2027, 7, 15)),
        "The campaign “x” ends on Wednesday 14 July 2027, before it starts.",
    ),
    (lambda: am.Campaign("", DAY), "A campaign's name is empty text; pass text such as 'autumn 2026'."),
    (lambda: am.Campaign(None, DAY), "A campaign's name is blank; pass text such as 'autumn 2026'."),
    (
        lambda: ENGLAND.with_campaigns("autumn", known_through=DAY),
        "campaigns[0] is “autumn”; pass an asc_mandate.Campaign.",
    ),
    (
        lambda: am.Calendar(campaigns=[CAMPAIGN(dt.date(2010, 1, 1))]),
        f"England's public holidays are not known for 1 January 2010; {HOLIDAYS_KNOWN}",
    ),
    (
        lambda: am.Calendar(campaigns=[CAMPAIGN(DAY, dt.date(2101, 1, 1))]),
        f"England's public holidays are not known for 1 January 2101; {HOLIDAYS_KNOWN}",
    ),
    (lambda: am.Calendar(campaigns=5), "campaigns is a value of type int; pass Campaign objects."),
    (lambda: am.Calendar(announced=["x"]), "announced[0] is “x”; pass an asc_mandate.notice.AnnouncedCampaign."),
    (
        lambda: am.Calendar(holidays_confirmed_through=None),
        f"holidays_confirmed_through is a value of type NoneType; {PASS_A_DAY}",
    ),
    (lambda: am.Calendar(holidays_added=[5]), PAIRS_ONLY),
    (lambda: am.Calendar(holidays_added=[(DAY,)]), PAIRS_ONLY),
    (lambda: am.Calendar(holidays_removed=5), "holidays_removed is a value of type int; pass date objects."),
    (lambda: am.Calendar(holidays_removed=[5]), "holidays_removed[0] is a value of type int; pass a datetime.date."),
    (lambda: ENGLAND.with_public_holiday(DAY, "  "), "name is empty text; pass what the public holiday is called."),
    (lambda: ENGLAND.with_public_holiday(DAY, 3), "name is 3; pass what the public holiday is called."),
    (
        lambda: ENGLAND.without_public_holiday(DAY),
        "Wednesday 14 July 2027 is not a public holiday in this calendar.",
    ),
]


@pytest.mark.parametrize(("ask", "message"), REFUSED, ids=range(len(REFUSED)))
def test_other_bad_arguments_are_refused_with_what_to_pass(ask, message):
    with pytest.raises(am.InvalidArgument) as caught:
        ask()
    assert str(caught.value) == message


ANYTHING = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.binary(), st.dates(), st.datetimes(),
    st.lists(st.text()), st.dictionaries(st.text(), st.integers()), st.sampled_from([RETURN, ENGLAND, WINDOW, object()]),
)  # fmt: skip
TAKES_ANYTHING = {
    **{name: ask for name, (ask, _) in TAKES_A_DAY.items()},
    **TAKES_A_CALENDAR,
    **TAKES_A_SERVICE,
    "edition": am.edition,
    "diff": lambda given: am.diff(given, "2024-04-26"),
    "clause": am.edition("2024-04-26").clause,
    "field": lambda given: am.checklist("care_home", DAY)[given],
    "values": lambda given: am.Return("care_home", given),
    "location_id": lambda given: am.Return("care_home", {}, location_id=given),
    "not_carried": lambda given: am.Return("care_home", {}, not_carried=given),
    "NotCarried": lambda given: am.NotCarried(fields=given, saves=given),
    "campaigns": lambda given: am.Calendar(campaigns=given),
    "holidays": lambda given: am.Calendar(holidays_added=given, holidays_removed=given),
    "window": lambda given: am.validate(RETURN, DAY, window=given),
    "return_": lambda given: am.validate(given, DAY),
    "returns": lambda given: am.validate_all(given, DAY),
    "ledger": lambda given: am.assess_penalty(given, am.Provider(), DAY),
    "outcomes": am.Ledger,
    "public_body": lambda given: am.Provider(public_body=given),
    "notices": lambda given: am.assess_penalty(am.Ledger({}), am.Provider(), DAY, notices=given),
    "excuse": lambda given: am.assess_penalty(am.Ledger({}), am.Provider(), DAY, reasonable_excuse=given),
    "locations": lambda given: am.penalty_amount(given, DAY),
    "size": lambda given: am.Location("care_home", given),
}


@pytest.mark.parametrize("ask", TAKES_ANYTHING.values(), ids=list(TAKES_ANYTHING))
@given(ANYTHING)
def test_whatever_is_passed_nothing_but_the_errors_of_this_library_comes_out(ask, given):
    try:
        ask(given)
    except am.MandateError as refusal:
        message = str(refusal)
        assert message.endswith((".", "?"))
        assert "\n" not in message
        assert len(message) < 700
