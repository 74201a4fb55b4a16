"""Where the notice is silent: the decisions this library takes, each with what else the words would bear."""

from asc_mandate.notice.enforcement import MISSED_IN_A_ROW, MONTHS_LOOKED_BACK, PENALTY
from asc_mandate.notice.provenance import Citation, Reading
from asc_mandate.notice.sources import NOTICE

_CAMPAIGN = Citation(NOTICE, "“during a campaign and up to the mandation week following the end of a campaign”")
_WINDOW = Citation(NOTICE, "“designated 7-day reporting window”")

CAMPAIGN_STARTS_IN_WINDOW = Reading(
    id="campaign-starts-in-window",
    question="What if a campaign starts inside a reporting window?",
    taken="Its items are asked for from the first day of the campaign; a save before that day needs none of them.",
    alternatives=("They are asked for in the whole window.",),
    citation=_CAMPAIGN,
)
CAMPAIGN_ENDS_IN_WINDOW = Reading(
    id="campaign-ends-in-window",
    question="What if a campaign ends inside a reporting window?",
    taken="The mandation week that follows is the first window that opens after the end.",
    alternatives=("It is the window in which the campaign ended.",),
    citation=_CAMPAIGN,
)
BETWEEN_CAMPAIGN_AND_WINDOW = Reading(
    id="between-campaign-and-window",
    question="Are the items asked for between the end of a campaign and the window that follows?",
    taken="Yes: “up to” covers the days between.",
    alternatives=("No: only during the campaign and in that window.",),
    citation=_CAMPAIGN,
)
NO_ONGOING_CAMPAIGN = Reading(
    id="no-ongoing-campaign",
    question="The notice says that there is no item without an ongoing campaign, and also that the window after a "
    "campaign asks for it. Which holds?",
    taken="The window after the campaign still asks.",
    alternatives=("Nothing is asked for once the campaign has ended.",),
    citation=Citation(NOTICE, "“COVID-19 vaccination question definitions”"),
)
CAMPAIGN_START_BY_SETTING = Reading(
    id="campaign-start-by-setting",
    question="Which day counts where care homes start before everyone else?",
    taken="For care homes their own day, for domiciliary care the general one.",
    alternatives=("One day for all.",),
    citation=_CAMPAIGN,
)
PUBLIC_HOLIDAY = Reading(
    id="public-holiday",
    question="What is a public holiday?",
    taken="A day on which England does not work: its bank holidays, Christmas Day and Good Friday.",
    alternatives=("Bank holidays alone.",),
    citation=_WINDOW,
)
TWELVE_MONTHS = Reading(
    id="twelve-months",
    question="Which twelve months does “any 4 months out of 12” mean?",
    taken="The latest twelve windows that have closed.",
    alternatives=("A calendar year.", "A financial year."),
    citation=MONTHS_LOOKED_BACK.citation,
)
RUN_WITHIN_TWELVE_MONTHS = Reading(
    id="run-within-twelve-months",
    question="How far back does a run of “3 consecutive months” count?",
    taken="As far as the latest twelve windows that have closed; the whole run must lie within them.",
    alternatives=("However far back it lies.",),
    citation=MISSED_IN_A_ROW.citation,
)
EARLIER_FAILURES = Reading(
    id="earlier-failures",
    question="How far back does one failure count for the statute?",
    taken="However far back, where it is known. Months before the latest twelve windows that have closed are not asked "
    "about.",
    alternatives=("Only in the latest twelve windows that have closed.",),
    citation=PENALTY,
)
MET_ONCE = Reading(
    id="met-once",
    question="Can a later save undo a window that was met?",
    taken="No: the information was updated within the window, and a later save takes nothing back.",
    alternatives=("The last save alone counts.",),
    citation=_WINDOW,
)
DAY_OF_AN_UNSAVED_SECTION = Reading(
    id="day-of-an-unsaved-section",
    question="A section was not saved in the window, and a campaign began after the others were. Is it asked for?",
    taken="It is judged by the day of the return's last save in the window: by what was asked for when the return was "
    "made.",
    alternatives=("It is judged by the last day of the window.",),
    citation=_WINDOW,
)
EXTRA_CARE_AND_SUPPORTED_LIVING = Reading(
    id="extra-care-and-supported-living",
    question="Which list do extra care and supported living complete?",
    taken="The list for domiciliary care settings.",
    alternatives=("Neither list.",),
    citation=Citation(NOTICE, "“For domiciliary care settings”"),
)
EDITION_5_EFFECTIVE = Reading(
    id="edition-5-effective",
    question="From which day did the items on a full primary course no longer have to be given?",
    taken="From 26 April 2024, the day on which the edition without them was published.",
    alternatives=("From 15 July 2023, the day in the heading of that edition's list.",),
    citation=Citation(NOTICE, "“Information required under section 277A from 15 July 2023”"),
)

READINGS = (
    CAMPAIGN_STARTS_IN_WINDOW,
    CAMPAIGN_ENDS_IN_WINDOW,
    BETWEEN_CAMPAIGN_AND_WINDOW,
    NO_ONGOING_CAMPAIGN,
    CAMPAIGN_START_BY_SETTING,
    PUBLIC_HOLIDAY,
    TWELVE_MONTHS,
    RUN_WITHIN_TWELVE_MONTHS,
    EARLIER_FAILURES,
    MET_ONCE,
    DAY_OF_AN_UNSAVED_SECTION,
    EXTRA_CARE_AND_SUPPORTED_LIVING,
    EDITION_5_EFFECTIVE,
)
