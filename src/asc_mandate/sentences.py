"""The sentences of checklists and findings: words only, with places for what a case fills in."""

from asc_mandate.notice.model import Kind, ServiceType

SERVICES = {
    ServiceType.CARE_HOME: "Care home",
    ServiceType.DOMICILIARY_CARE: "Domiciliary care",
}
LISTS = {
    ServiceType.CARE_HOME: "care homes",
    ServiceType.DOMICILIARY_CARE: "domiciliary care",
}

# Why a field is asked for, or not.
ALWAYS = "It is asked for in every reporting window."
IN_SEASON = "{subject} is asked for from {first} to {last}."
OUT_OF_SEASON = "{subject} is asked for from {first} to {last}, so not again until {returns}."
CAMPAIGN_RUNS = "{subject} is asked for while a campaign runs: {campaign} runs from {starts} to {ends}."
CAMPAIGN_FOLLOWED = (
    "{subject} is asked for until the reporting window after a campaign has closed: {campaign} ended on {ends}, and "
    "that window closes on {closes}."
)
NO_CAMPAIGN_SINCE = "No campaign has run since {ends}; its last reporting window closed on {closes}."
NO_CAMPAIGN_YET = "No campaign is known to have run before {day}."
NEXT_CAMPAIGN = " The next, {campaign}, starts on {starts}."
CAMPAIGNS_UNKNOWN = (
    "{subject} is asked for while a campaign runs, but campaigns are known only through {known_through}. If Capacity "
    "Tracker shows the question, answer it."
)

# What is wrong with a return. “Asked” and “expected” depend on the kind of answer.
_ASKED = {
    Kind.COUNT: "Enter a whole number; 0 is an answer.",
    Kind.HOURS: "Enter a number of hours; 0 is an answer.",
    Kind.ABSENCE: "Enter hours or days; 0 is an answer.",
    Kind.YES_NO: "Answer yes or no.",
    Kind.OPTIONS: "List the options; none at all is an answer.",
}
_EXPECTED = {
    Kind.COUNT: "It must be a whole number, such as 12.",
    Kind.HOURS: "It must be a number of hours, such as 12 or 37.5.",
    Kind.ABSENCE: "It must say hours or days, such as 12 hours or 2 days.",
    Kind.YES_NO: "It must be yes or no.",
    Kind.OPTIONS: "It must be a list of named options; none at all is an answer.",
}
MISSING = {kind: "{section}: “{wording}” is blank. " + asked for kind, asked in _ASKED.items()}
WRONG_TYPE = {kind: "{section}: “{wording}” is {given}{unit:in}. " + expected for kind, expected in _EXPECTED.items()}
NOT_FINITE = "{section}: “{wording}” is {given:quoted}{unit:in}, which is no amount. Enter the number, or 0."
NEGATIVE = "{section}: “{wording}” is {given}{unit:in}. It cannot be less than 0."
UNUSUALLY_LARGE = "{section}: “{wording}” is {given}. Check that nothing was typed twice."
UNKNOWN_FIELD = "{field:quoted} is not an item of this list, so nothing was done with it."
UNKNOWN_FIELD_NOT_TEXT = "A key is {given}, which names no item, so nothing was done with it."
UNKNOWN_FIELD_NEAREST = "{field:quoted} is not an item of this list, so nothing was done with it. Is {nearest} meant?"
UNKNOWN_FIELD_ELSEWHERE = "{field:quoted} belongs to the list for {list}, so nothing was done with it."
UNKNOWN_FIELD_OTHER_EDITION = (
    "{field:quoted} is asked for only in the edition of {edition}, so nothing was done with it."
)
UNKNOWN_FIELDS = "{count} names are not items of this list, such as {examples}, so nothing was done with them."
UNKNOWN_SECTIONS = "A save is given for what is no section of this list ({examples}), so nothing was done with it."
NOT_REQUIRED = "{section}: given, though not asked for. {reason}"
UNDETERMINED = "{section}: it cannot be known whether this had to be given, and saved in the window. {reason}"
WINDOW_NOT_OPEN = (
    "The reporting window opens at the start of {opens} and closes at the end of {closes}. Nothing saved before it "
    "opens counts, so save each section again once it is open, even if nothing has changed."
)
SAVED_BEFORE_WINDOW = (
    "{sections}: last saved {saved:when}, before the reporting window opened on {opens}. Each section must be saved "
    "from {opens} to the end of {closes}, even if nothing has changed."
)
NOT_SAVED = (
    "{sections}: no save inside the reporting window. Each section must be saved from {opens} to the end of {closes}, "
    "even if nothing has changed."
)
LATE = (
    "{sections}: saved {saved:when}, after the reporting window closed at the end of {closes}. If there was an earlier "
    "save inside the window, give that one."
)
_LOOK = "Look in Capacity Tracker."
NOT_CARRIED = (
    "{section}: where this return was read from has no place for {items}, so it cannot be known whether that was "
    f"given. {_LOOK}"
)
SAVE_NOT_KNOWN = (
    "{sections}: where this return was read from does not say when this was saved, so it cannot be known whether it "
    f"was inside the reporting window, from {{opens}} to the end of {{closes}}. {_LOOK}"
)
SAVE_OVERWRITTEN = (
    "{sections}: last saved {saved:when}. Where this return was read from gives only the last save, so it cannot be "
    "known whether there was an earlier one inside the reporting window, from {opens} to the end of {closes}. "
    f"{_LOOK}"
)
SAVED_AFTER_CHECK = (
    "{sections}: the save is dated later than this check: it was made {saved:when}, the check {on:when}. A save still "
    "to come does not count; correct the date."
)
LOCATION_DUPLICATED = (
    "{location_id:quoted} stands {count} times among the returns checked together for the same kind of service. Keep "
    "the one that Capacity Tracker holds."
)
LOCATION_ID_UNRECOGNISED = (
    "{location_id:quoted} does not look like a CQC location id: a digit, a hyphen and 8 to 12 digits, such as "
    "1-1000210669. Check it, unless this is a site of an NHS body, which may be numbered otherwise."
)
