"""The sentences of checklists and findings: words only, with places for what a case fills in."""

from asc_mandate.notice.shapes import Kind, ServiceType

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
OUT_OF_SEASON = "{subject} is asked for from {first} to {last}, so not again until {again}."
CAMPAIGN_RUNS = "{subject} is asked for while a campaign runs: {campaign} runs from {starts} to {ends}."
CAMPAIGN_RUNS_ON = (
    "{subject} is asked for while a campaign runs: {campaign} has run since {starts}, and its last day is not known."
)
CAMPAIGN_FOLLOWED = (
    "{subject} is still asked for after a campaign, to the end of the next reporting window: {campaign} ended on "
    "{ends}, and that window closes on {closes}."
)
NO_CAMPAIGN_SINCE = "The last campaign ended on {ends}, and the reporting window that followed closed on {closes}."
NO_CAMPAIGN_YET = "No campaign is known to have run before {day}."
NEXT_CAMPAIGN = " The next, {campaign}, starts on {starts}."
CAMPAIGNS_UNKNOWN = "{subject} is asked for while a campaign runs. Campaigns are known only through {known_through}."
CAMPAIGN_END_UNKNOWN = " The last day of {endless}, which has begun, is not known."
CAMPAIGN_ANNOUNCED = " A campaign for {announced} was announced; the days on which it runs were not found."
ANSWER_IT = " If Capacity Tracker shows the question, answer it."

# What is wrong with a value. What to enter, and what is expected, depend on the kind of answer.
ENTER = {
    Kind.COUNT: "Enter a whole number; 0 is an answer.",
    Kind.HOURS: "Enter a number of hours; 0 is an answer.",
    Kind.ABSENCE: "Enter hours or days; 0 is an answer.",
    Kind.YES_NO: "Answer yes or no.",
    Kind.OPTIONS: "List the options; none at all is an answer.",
}
WAS_DUE = {
    Kind.COUNT: "A whole number was due; 0 is an answer.",
    Kind.HOURS: "A number of hours was due; 0 is an answer.",
    Kind.ABSENCE: "Hours or days were due; 0 is an answer.",
    Kind.YES_NO: "Yes or no was due.",
    Kind.OPTIONS: "A list of options was due; none at all is an answer.",
}
"""After the window has closed."""
EXPECTED = {
    Kind.COUNT: "It must be a whole number, such as 12.",
    Kind.HOURS: "It must be a number of hours, such as 12 or 37.5.",
    Kind.ABSENCE: "It must say hours or days, such as 12 hours or 2 days.",
    Kind.YES_NO: "It must be yes or no.",
    Kind.OPTIONS: "It must be a list of named options; none at all is an answer.",
}
MISSING = "{section}: “{wording}” is blank. {enter}"
WRONG = "{section}: “{wording}”{unit} {problem}. {expected}"
AS_TEXT = "is the text {given}"
AS_EMPTY_TEXT = "is empty text"
AS_DECIMAL = "is the decimal {given}"
WITH_ITEM = "is a list that holds {given}"
TOO_LARGE = "is {given}; nothing here can be 1,000,000,000 or more"
NOT_A_NUMBER = "is “{given}”, which is not a number"
AS_IT_IS = "is {given}"
FIND_OUT = "Find out the number and enter it; 0 only where it is 0."
NUMBER_WAS_DUE = "A number was due; 0 only where it was 0."
NOT_NEGATIVE = "It cannot be less than 0."
UNUSUALLY_LARGE = "{section}: “{wording}”{unit} is {given}. Check that nothing was typed twice."

# What is wrong with names.
UNKNOWN_FIELD = "{name} is not an item of this list, so it was ignored.{hint}"
UNKNOWN_FIELD_NOT_TEXT = "A key is {given} and names no item, so it was ignored."
UNKNOWN_FIELD_ELSEWHERE = "{name} belongs to the list for {list}, so it was ignored."
UNKNOWN_FIELD_UNTIL = "{name} was asked for until {day} and no longer is, so it was ignored."
UNKNOWN_FIELD_FROM = "{name} is asked for from {day} and not before, so it was ignored."
UNKNOWN_FIELDS = "{count} names are not items of this list, such as {examples}, so they were ignored."
UNKNOWN_SECTIONS = "The save given for {examples} was ignored, because this list has no such section.{hint}"

# Whether a field had to be given, and its section saved.
NOT_REQUIRED = "{section}: given, though it is not asked for. {reason}"
UNDETERMINED = "{section}: it cannot be known whether this has to be given and saved in the window. {reason}"
UNDETERMINED_CLOSED = "{section}: it cannot be known whether this had to be given and saved in the window. {reason}"
WINDOW_NOT_OPEN = (
    "The reporting window opens at the start of {opens} and closes at the end of {closes}. Nothing saved before it "
    "opens counts, so save each section once it is open, even if nothing has changed."
)
SAVE_NOW = "Save each section by the end of {closes}, even if nothing has changed."
SAVE_WAS_DUE = "Each section had to be saved from {opens} to the end of {closes}, even if nothing had changed."
SAVED_BEFORE_WINDOW = "{sections}: last saved {saved}, before the reporting window opened on {opens}. "
NOT_SAVED = "{sections}: not saved in the reporting window, which opened on {opens}. "
LATE = (
    "{sections}: saved {saved}, after the reporting window closed at the end of {closes}. If there was an earlier "
    "save inside the window, give that one."
)
LATE_BY_CHECK = (
    "{sections}: no day of saving was given, and the reporting window closed at the end of {closes}. If this was saved "
    "inside the window, give the day."
)
CHECK_CAPACITY_TRACKER = "Check in Capacity Tracker."
NOT_CARRIED = (
    "{section}: where this return was read from has no place for {items}. Whether an answer was given cannot be "
    "known. "
    f"{CHECK_CAPACITY_TRACKER}"
)
SAVE_NOT_KNOWN = (
    "{sections}: where this return was read from gives no day of saving, so it cannot be known whether there was a "
    f"save inside the reporting window, from {{opens}} to the end of {{closes}}. {CHECK_CAPACITY_TRACKER}"
)
SAVE_UNREADABLE = (
    "{sections}: where this return was read from gives {given} for when this was saved, which cannot be read as a "
    "date, or as a time with its time zone, so it cannot be known whether it was inside the reporting window, from "
    "{opens} to the end of {closes}. "
    f"{CHECK_CAPACITY_TRACKER}"
)
SAVE_NOT_USED = "{sections}: where this return was read from gives {given} for when this was saved, which was not used."
SAVE_OVERWRITTEN = (
    "{sections}: last saved {saved}. Where this return was read from gives only the last save, so it cannot be "
    "known whether there was an earlier one inside the reporting window, from {opens} to the end of {closes}. "
    f"{CHECK_CAPACITY_TRACKER}"
)
SAVED_AFTER_CHECK = (
    "{sections}: dated later than this check: saved {saved}, checked {on}. A save still to come does not count; "
    "correct the date."
)

LOCATION_DUPLICATED = (
    "{location_id} stands {count} times among the returns checked together for the same kind of service. Keep the one "
    "that Capacity Tracker holds."
)
LOCATION_ID_BLANK = "The location id is blank text. Give the CQC location id, or leave it out."
LOCATION_ID_UNRECOGNISED = (
    "{location_id} does not look like a CQC location id: a digit, a hyphen and 8 to 12 digits, such as "
    "1-1000210669. Check it, unless this is a site of an NHS body, which may be numbered otherwise."
)
PERSONAL_DATA_FIELD = (
    "{name} looks like a person's details. The mandate asks for nothing that identifies people: leave it out."
)
PERSONAL_DATA_OPTION = (
    "{section}: “{wording}” holds what looks like {what}. The mandate asks for nothing that identifies people: leave "
    "it out."
)
SAVED_ON_OTHER_DAYS = " They were saved on different days, so both may have been right."
SAVED_ON_UNKNOWN_DAYS = " Not all of the days of saving are known, so both may have been right."
