"""What this library decides for itself: where the notice is silent, and what values are expected to look like."""

from asc_mandate.notice.drafting import NOTICE, REASONING
from asc_mandate.notice.enforcement import MISSED_IN_A_ROW, MONTHS_LOOKED_BACK, PENALTY
from asc_mandate.notice.provenance import Citation, Datum, Grade, Reading, Source

_CAMPAIGN = Citation(NOTICE, "“during a campaign and up to the mandation week following the end of a campaign”")
_WINDOW = Citation(NOTICE, "“designated 7-day reporting window”")

# Each: its id, the question, the answer taken, what else the words would bear, and the words.
CAMPAIGN_STARTS_IN_WINDOW = Reading(
    "campaign-starts-in-window", "What if a campaign starts inside a reporting window?",
    "Its items are asked for from the first day of the campaign; a save before that day needs none of them.",
    ("They are asked for in the whole window.",), _CAMPAIGN)  # fmt: skip
CAMPAIGN_ENDS_IN_WINDOW = Reading(
    "campaign-ends-in-window", "What if a campaign ends inside a reporting window?",
    "The mandation week that follows is the first window that opens after the end.",
    ("It is the window in which the campaign ended.",), _CAMPAIGN)  # fmt: skip
BETWEEN_CAMPAIGN_AND_WINDOW = Reading(
    "between-campaign-and-window",
    "Are the items asked for between the end of a campaign and the window that follows?",
    "Yes: “up to” covers the days between.",
    ("No: only during the campaign and in that window.",), _CAMPAIGN)  # fmt: skip
NO_ONGOING_CAMPAIGN = Reading(
    "no-ongoing-campaign",
    "The notice says that there is no item without an ongoing campaign, and also that the window after a campaign asks "
    "for it. Which holds?",
    "The window after the campaign still asks.",
    ("Nothing is asked for once the campaign has ended.",),
    Citation(NOTICE, "“COVID-19 vaccination question definitions”"))  # fmt: skip
CAMPAIGN_START_BY_SETTING = Reading(
    "campaign-start-by-setting", "Which day counts where care homes start before everyone else?",
    "For care homes their own day, for domiciliary care the general one.",
    ("One day for all.",), _CAMPAIGN)  # fmt: skip
PUBLIC_HOLIDAY = Reading(
    "public-holiday", "What is a public holiday?",
    "A day on which England does not work: its bank holidays, Christmas Day and Good Friday.",
    ("Bank holidays alone.",), _WINDOW)  # fmt: skip
TWELVE_MONTHS = Reading(
    "twelve-months", "Which twelve months does “any 4 months out of 12” mean?",
    "The latest twelve windows that have closed.",
    ("A calendar year.", "A financial year."), MONTHS_LOOKED_BACK.citation)  # fmt: skip
RUN_WITHIN_TWELVE_MONTHS = Reading(
    "run-within-twelve-months", "How far back does a run of “3 consecutive months” count?",
    "As far as the latest twelve windows that have closed; the whole run must lie within them.",
    ("However far back it lies.",), MISSED_IN_A_ROW.citation)  # fmt: skip
EARLIER_FAILURES = Reading(
    "earlier-failures", "How far back does one failure count for the statute?",
    "However far back, where it is known. Months before the latest twelve windows that have closed are not asked "
    "about.",
    ("Only in the latest twelve windows that have closed.",), PENALTY)  # fmt: skip
MET_ONCE = Reading(
    "met-once", "Can a later save undo a window that was met?",
    "No: the information was updated within the window, and a later save takes nothing back.",
    ("The last save alone counts.",), _WINDOW)  # fmt: skip
DAY_OF_AN_UNSAVED_SECTION = Reading(
    "day-of-an-unsaved-section",
    "A section was not saved in the window, and a campaign began after the others were. Is it asked for?",
    "It is judged by the day of the return's last save in the window: by what was asked for when the return was made.",
    ("It is judged by the last day of the window.",), _WINDOW)  # fmt: skip
EXTRA_CARE_AND_SUPPORTED_LIVING = Reading(
    "extra-care-and-supported-living", "Which list do extra care and supported living complete?",
    "The list for domiciliary care settings.",
    ("Neither list.",), Citation(NOTICE, "“For domiciliary care settings”"))  # fmt: skip
EDITION_5_EFFECTIVE = Reading(
    "edition-5-effective", "From which day did the items on a full primary course no longer have to be given?",
    "From 26 April 2024, the day on which the edition without them was published.",
    ("From 15 July 2023, the day in the heading of that edition's list.",),
    Citation(NOTICE, "“Information required under section 277A from 15 July 2023”"))  # fmt: skip

READINGS = (
    CAMPAIGN_STARTS_IN_WINDOW, CAMPAIGN_ENDS_IN_WINDOW, BETWEEN_CAMPAIGN_AND_WINDOW, NO_ONGOING_CAMPAIGN,
    CAMPAIGN_START_BY_SETTING, PUBLIC_HOLIDAY, TWELVE_MONTHS, RUN_WITHIN_TWELVE_MONTHS, EARLIER_FAILURES, MET_ONCE,
    DAY_OF_AN_UNSAVED_SECTION, EXTRA_CARE_AND_SUPPORTED_LIVING, EDITION_5_EFFECTIVE,
)  # fmt: skip

TOO_LARGE = Datum(
    1_000_000_000, Citation(REASONING, "every reader of JSON holds smaller amounts exactly, and no location needs more")
)
"""The least amount that is no answer."""
UNUSUALLY_LARGE = Datum(1_000_000, Citation(
    REASONING, "any amount above 1,000,000, which is hundreds of times the largest headcount expected of one location"
))  # fmt: skip
_BULK_UPLOAD = Source("Skills for Care, checks of the bulk upload", None, Grade.OFFICIAL)
LOCATION_ID_PATTERN = Datum("[0-9]-[0-9]{8,12}", Citation(_BULK_UPLOAD, "the shape of a CQC location id"))
"""The shape of a CQC location id, as a regular expression."""
