"""Every bad argument is refused with a whole sentence that names it and says what to pass."""

import datetime as dt
import itertools
from collections.abc import Mapping

import pytest
from attrs import evolve

import asc_mandate as am
from asc_mandate.notice import index

ENGLAND = am.ENGLAND
DAY = dt.date(2027, 7, 14)
NEXT_DAY = dt.date(2027, 7, 15)
NAIVE = dt.datetime(2027, 7, 14, 12)
HOW = "pass a datetime.date, or a datetime.datetime with a time zone."
AUTUMN = am.Campaign("autumn", DAY, DAY)
EDITION = am.edition("2024-04-26")
WINDOW = am.reporting_window(DAY)


class Liar(dt.date):
    @property
    def year(self):
        raise RuntimeError


class Broken(dt.tzinfo):
    def utcoffset(self, when):
        raise RuntimeError


class Unreadable(Mapping):
    def __getitem__(self, key):
        raise RuntimeError

    def __iter__(self):
        return iter(["beds"])

    def __len__(self):
        return 1


# Whatever takes a day, with the name by which its message calls it.
TAKES_A_DAY = {
    "reporting_window": (am.reporting_window, "on"),
    "upcoming_window": (am.upcoming_window, "on"),
    "reporting_windows, first": (lambda day: am.reporting_windows(day, DAY), "first"),
    "reporting_windows, last": (lambda day: am.reporting_windows(DAY, day), "last"),
    "moment in window": (lambda day: day in WINDOW, "moment"),
    "checklist": (lambda day: am.checklist("care_home", day), "on"),
    "validate": (lambda day: am.validate(am.Return("care_home", {}), on=day), "on"),
    "validate_all": (lambda day: am.validate_all([], on=day), "on"),
    "assess_penalty": (lambda day: am.assess_penalty(am.Ledger({}), am.Provider(), day), "on"),
    "edition_on": (am.edition_on, "on"),
    "public_holiday": (ENGLAND.public_holiday, "day"),
    "is_working_day": (ENGLAND.is_working_day, "day"),
    "working_day_on_or_after": (ENGLAND.working_day_on_or_after, "day"),
    "why_not_working": (ENGLAND.why_not_working, "day"),
    "with_public_holiday": (lambda day: ENGLAND.with_public_holiday(day, "Jubilee"), "day"),
    "without_public_holiday": (ENGLAND.without_public_holiday, "day"),
    "with_campaigns": (lambda day: ENGLAND.with_campaigns(known_through=day), "known_through"),
    "Calendar, known through": (lambda day: am.Calendar(campaigns_known_through=day), "known_through"),
    "Calendar, confirmed through": (
        lambda day: am.Calendar(holidays_confirmed_through=day),
        "holidays_confirmed_through",
    ),
    "Calendar, added": (lambda day: am.Calendar(holidays_added=[(day, "Jubilee")]), "day"),
    "Calendar, removed": (lambda day: am.Calendar(holidays_removed=[day]), "day"),
    "Campaign, starts": (lambda day: am.Campaign("x", day, DAY), "starts"),
    "Campaign, ends": (lambda day: am.Campaign("x", DAY, day), "ends"),
    "Campaign, care homes": (lambda day: am.Campaign("x", DAY, DAY, day), "care_homes_start"),
    "Return, saved": (lambda day: am.Return("care_home", {}, saved=day), "saved"),
    "Return, a section saved": (lambda day: am.Return("care_home", {}, saved={"beds": day}), "The save of “beds”"),
}
NO_DAYS = [
    ("14 July 2027", "is a value of type str; "),
    (20270714, "is a value of type int; "),
    (NAIVE, "is a datetime without a time zone; "),
    (Liar(2027, 7, 14), "cannot be placed on London's calendar; "),
    (NAIVE.replace(tzinfo=Broken()), "cannot be placed on London's calendar; "),
]


@pytest.mark.parametrize(("ask", "name"), TAKES_A_DAY.values(), ids=TAKES_A_DAY)
def test_what_is_no_day_is_refused_by_the_name_of_the_argument(ask, name):
    for given, fault in NO_DAYS:
        with pytest.raises(am.InvalidArgument) as caught:
            ask(given)
        assert str(caught.value) == f"{name} {fault}{HOW}"
        assert caught.value.__cause__ is None


# The call, the error and its whole message.
REFUSED = {
    "a service that is none": (
        lambda: am.checklist("hotel", DAY),
        am.InvalidArgument,
        "service is “hotel”; pass 'care_home' or 'domiciliary_care' (which extra care and supported living use too).",
    ),
    "a service that is no text": (
        lambda: am.Return(5, {}),
        am.InvalidArgument,
        "service is a value of type int; pass 'care_home' or 'domiciliary_care' (which extra care and supported "
        "living use too).",
    ),
    "a calendar that is none": (
        lambda: am.checklist("care_home", DAY, calendar="England"),
        am.InvalidArgument,
        "calendar is a value of type str; pass an asc_mandate.Calendar.",
    ),
    "a day before the public holidays known": (
        lambda: ENGLAND.is_working_day(dt.date(2018, 12, 31)),
        am.InvalidArgument,
        "England's public holidays are not known for 31 December 2018; pass a day from 2019 to 2100.",
    ),
    "a holiday added before those known": (
        lambda: am.Calendar(holidays_added=[(dt.date(2018, 12, 31), "Revels")]),
        am.InvalidArgument,
        "England's public holidays are not known for 31 December 2018; pass a day from 2019 to 2100.",
    ),
    "a holiday removed after those known": (
        lambda: am.Calendar(holidays_removed=[dt.date(2101, 1, 1)]),
        am.InvalidArgument,
        "England's public holidays are not known for 1 January 2101; pass a day from 2019 to 2100.",
    ),
    "a campaign in care homes before the holidays known": (
        lambda: am.Calendar(campaigns=[am.Campaign("x", DAY, DAY, dt.date(2018, 12, 31))]),
        am.InvalidArgument,
        "England's public holidays are not known for 31 December 2018; pass a day from 2019 to 2100.",
    ),
    "a campaign elsewhere before the holidays known": (
        lambda: am.Calendar(campaigns=[am.Campaign("x", dt.date(2018, 12, 31), DAY, DAY)]),
        am.InvalidArgument,
        "England's public holidays are not known for 31 December 2018; pass a day from 2019 to 2100.",
    ),
    "a campaign that ends after the holidays known": (
        lambda: am.Calendar(campaigns=[am.Campaign("x", DAY, dt.date(2101, 1, 1))]),
        am.InvalidArgument,
        "England's public holidays are not known for 1 January 2101; pass a day from 2019 to 2100.",
    ),
    "an ordinary day to be no holiday": (
        lambda: ENGLAND.without_public_holiday(DAY),
        am.InvalidArgument,
        "Wednesday 14 July 2027 is not a public holiday in this calendar.",
    ),
    "a holiday without a name": (
        lambda: ENGLAND.with_public_holiday(DAY, " "),
        am.InvalidArgument,
        "name is empty or not text; pass what the public holiday is called.",
    ),
    "campaigns that are none": (
        lambda: am.Calendar(campaigns=5),
        am.InvalidArgument,
        "campaigns is a value of type int; pass asc_mandate.Campaign objects.",
    ),
    "one campaign that is none": (
        lambda: ENGLAND.with_campaigns(AUTUMN, "winter", known_through=DAY),
        am.InvalidArgument,
        "campaigns include a value of type str; pass asc_mandate.Campaign objects.",
    ),
    "holidays added that are no list": (
        lambda: am.Calendar(holidays_added=5),
        am.InvalidArgument,
        "holidays_added is a value of type int; pass pairs of a day and a name.",
    ),
    "holidays added that are no pairs": (
        lambda: am.Calendar(holidays_added=[(DAY, "Jubilee", "London")]),
        am.InvalidArgument,
        "holidays_added holds something other than pairs of a day and a name.",
    ),
    "holidays removed that are no list": (
        lambda: am.Calendar(holidays_removed=DAY),
        am.InvalidArgument,
        "holidays_removed is a value of type date; pass days.",
    ),
    "a campaign without a name": (
        lambda: am.Campaign("", DAY, DAY),
        am.InvalidArgument,
        "A campaign's name is empty or not text; pass one such as 'autumn 2026'.",
    ),
    "a campaign that ends before it starts": (
        lambda: am.Campaign("autumn", NEXT_DAY, DAY, DAY),
        am.InvalidArgument,
        "The campaign “autumn” ends on Wednesday 14 July 2027, before it starts.",
    ),
    "a campaign that ends before it starts in care homes": (
        lambda: am.Campaign("autumn", DAY, DAY, NEXT_DAY),
        am.InvalidArgument,
        "The campaign “autumn” ends on Wednesday 14 July 2027, before it starts.",
    ),
    "citations that are none": (
        lambda: am.Campaign("autumn", DAY, DAY, citations=5),
        am.InvalidArgument,
        "citations is a value of type int; pass asc_mandate.Citation objects.",
    ),
    "one citation that is none": (
        lambda: am.Campaign("autumn", DAY, DAY, citations=["letter"]),
        am.InvalidArgument,
        "citations include a value of type str; pass asc_mandate.Citation objects.",
    ),
    **{
        f"a citation {fault}": (
            lambda citation=citation: am.Campaign("autumn", DAY, DAY, citations=[citation]),
            am.InvalidArgument,
            "A citation holds something other than a Source with its Grade, and texts; pass those.",
        )
        for fault, citation in {
            "without a source": am.Citation("letter", "page 1"),
            "without a grade": am.Citation(am.Source("Letter", None, "official"), "page 1"),
            "without a title": am.Citation(am.Source(None, None, am.Grade.OFFICIAL), "page 1"),
            "without a place": am.Citation(am.Source("Letter", None, am.Grade.OFFICIAL), 1),
            "with an address that is no text": am.Citation(am.Source("Letter", 5, am.Grade.OFFICIAL), "page 1"),
        }.items()
    },
    "holidays added without end": (
        lambda: am.Calendar(holidays_added=[itertools.repeat(DAY)]),
        am.InvalidArgument,
        "holidays_added holds something other than pairs of a day and a name.",
    ),
    "a month before the first window": (
        lambda: am.reporting_window(dt.date(2022, 7, 31)),
        am.NotInForce,
        "July 2022 has no reporting window: the mandate began on 31 July 2022, and its first window is that of "
        "August 2022.",
    ),
    "a window before the mandate": (
        lambda: am.reporting_window(dt.date(2022, 7, 30)),
        am.NotInForce,
        "Saturday 30 July 2022 is before the mandate, which began on 31 July 2022.",
    ),
    "windows from before the mandate": (
        lambda: am.reporting_windows(dt.date(2022, 7, 30), DAY),
        am.NotInForce,
        "Saturday 30 July 2022 is before the mandate, which began on 31 July 2022.",
    ),
    "an upcoming window before the mandate": (
        lambda: am.upcoming_window(dt.date(2022, 7, 30)),
        am.NotInForce,
        "Saturday 30 July 2022 is before the mandate, which began on 31 July 2022.",
    ),
    "a last month before the first one": (
        lambda: am.reporting_windows(dt.date(2027, 1, 31), dt.date(2026, 12, 31)),
        am.InvalidArgument,
        "last (December 2026) is before first (January 2027).",
    ),
    "the list of a day before the mandate": (
        lambda: am.checklist("care_home", dt.date(2022, 7, 30)),
        am.NotInForce,
        "Saturday 30 July 2022 is before the mandate, which began on 31 July 2022.",
    ),
    "the list of a day when it is not held": (
        lambda: am.checklist("care_home", dt.date(2023, 7, 14)),
        am.EditionNotHeld,
        "On 14 July 2023 the mandate was in force, but the list of that time was not found in full; the oldest edition "
        "held applies from 15 July 2023. Known of those before it: publication 1 (published: 14 July 2022; required "
        "from: 31 July 2022); publication 2 (published: 9 January 2023; required from: not found); publication 3 "
        "(published: not found (between 9 January 2023 and the fourth publication); required from: not found); see "
        "history().",
    ),
    "an edition that is not held": (
        lambda: am.edition("2024-04-27"),
        am.UnknownEdition,
        "No edition is held under the id “2024-04-27”; the ids are 2023-07-15 and 2024-04-26.",
    ),
    "an edition whose id is no text": (
        lambda: am.diff("2024-04-26", None),
        am.UnknownEdition,
        "No edition is held under the id a value of type NoneType; the ids are 2023-07-15 and 2024-04-26.",
    ),
    "a clause that an edition does not have": (
        lambda: EDITION.clause("fees"),
        am.InvalidArgument,
        "The edition 2024-04-26 has no clause “fees”; its clauses are duty, saving, reporting-window, care-home-list, "
        "domiciliary-care-list, seasonal-booster, notice-period and failure.",
    ),
    "a field that is misspelt": (
        lambda: am.checklist("care_home", DAY)["bed_occupied"],
        am.UnknownField,
        "The care_home list has no field “bed_occupied”. Is beds_occupied meant?",
    ),
    "a field that is like no other": (
        lambda: am.checklist("care_home", DAY)["zzz"],
        am.UnknownField,
        "The care_home list has no field “zzz”.",
    ),
    "a field whose id is no text": (
        lambda: am.checklist("care_home", DAY)[5],
        am.UnknownField,
        "A field id is text, not a value of type int.",
    ),
    "values that are no mapping": (
        lambda: am.Return("care_home", 5),
        am.InvalidArgument,
        "values is a value of type int; pass a mapping.",
    ),
    "values that cannot be read": (
        lambda: am.Return("care_home", Unreadable()),
        am.InvalidArgument,
        "values could not be read; pass a plain dict.",
    ),
    "saves that cannot be read": (
        lambda: am.Return("care_home", {}, saved=Unreadable()),
        am.InvalidArgument,
        "saved could not be read; pass a plain dict.",
    ),
    "a save of a section whose id is no text": (
        lambda: am.Return("care_home", {}, saved={5: DAY}),
        am.InvalidArgument,
        "saved has a key which is a value of type int; pass section ids.",
    ),
    "a location id that is no text": (
        lambda: am.Return("care_home", {}, location_id=5),
        am.InvalidArgument,
        "location_id is a value of type int; pass text such as '1-1000210669', or None.",
    ),
    "what is not carried, as text": (
        lambda: am.Return("care_home", {}, not_carried="beds"),
        am.InvalidArgument,
        "not_carried is a value of type str; pass an asc_mandate.NotCarried.",
    ),
    "fields not carried that are no list": (
        lambda: am.NotCarried(fields="beds_occupied"),
        am.InvalidArgument,
        "NotCarried takes lists of field ids and of section ids.",
    ),
    "sections not carried that are no text": (
        lambda: am.NotCarried(saves=["beds", 5]),
        am.InvalidArgument,
        "NotCarried takes lists of field ids and of section ids.",
    ),
    "a field not carried that no list has": (
        lambda: am.NotCarried(fields=["bed_occupied"]),
        am.InvalidArgument,
        "No list has a field “bed_occupied”, so no source can lack it. Is beds_occupied meant?",
    ),
    "a section not carried that no list has": (
        lambda: am.NotCarried(saves=["zzz"]),
        am.InvalidArgument,
        "No list has a section “zzz”, so no source can lack it.",
    ),
    "earlier saves that are neither true nor false": (
        lambda: am.NotCarried(earlier_saves=1),
        am.InvalidArgument,
        "earlier_saves is a value of type int; pass True or False.",
    ),
    "a dataset that is none": (
        lambda: am.check_dataset(5),
        am.InvalidArgument,
        "dataset is a value of type int; pass an asc_mandate.Dataset.",
    ),
}


@pytest.mark.parametrize(("call", "error", "message"), REFUSED.values(), ids=REFUSED)
def test_the_whole_sentence(call, error, message):
    with pytest.raises(error) as caught:
        call()
    assert type(caught.value) is error
    assert str(caught.value) == message
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None or caught.value.__suppress_context__


def test_a_calendar_without_a_working_day_in_the_month():
    calendar = ENGLAND
    for day in range(14, 31):
        calendar = calendar.with_public_holiday(dt.date(2027, 6, day), "Revels")
    with pytest.raises(am.InvalidArgument) as caught:
        am.reporting_window(dt.date(2027, 6, 1), calendar=calendar)
    assert str(caught.value) == "This calendar has no working day from 14 June 2027 to the end of that month."


def test_a_misspelt_field_is_looked_for_in_every_list(monkeypatch):
    """Also in one that came and went before the editions of now."""
    closed = evolve(EDITION.care_home[0].fields[0], id="beds_closed")
    other = evolve(EDITION, care_home=(evolve(EDITION.care_home[0], id="rooms", fields=(closed,)),))
    monkeypatch.setattr(index, "EDITIONS", (other, *index.EDITIONS))
    assert am.NotCarried(fields=["beds_closed", "staff_face_to_face"], saves=["rooms", "packages_of_care"])
