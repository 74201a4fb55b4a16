"""Where the notice is silent: the decisions this library takes, each with what else the words would bear."""

from asc_mandate.notice.edition_2024_04_26 import CAMPAIGN, EDITION
from asc_mandate.notice.enforcement import MISSED_IN_A_ROW, MONTHS_LOOKED_BACK, PENALTY
from asc_mandate.notice.provenance import Citation, Reading

_WINDOW = EDITION.clause("reporting-window").citation
_BOOSTER = EDITION.clause("seasonal-booster").citation

CAMPAIGN_STARTS_IN_WINDOW = Reading(
    id="campaign-starts-in-window",
    question="What if a campaign starts inside a reporting window?",
    taken="Its items are asked for from the starting day on; a save before that day needs none of them.",
    alternatives=("They are asked for in the whole window.",),
    citation=CAMPAIGN.citation,
)
CAMPAIGN_ENDS_IN_WINDOW = Reading(
    id="campaign-ends-in-window",
    question="What if a campaign ends inside a reporting window?",
    taken="The mandation week that follows is the first window that opens after the end.",
    alternatives=("It is the window in which the campaign ended.",),
    citation=CAMPAIGN.citation,
)
BETWEEN_CAMPAIGN_AND_WINDOW = Reading(
    id="between-campaign-and-window",
    question="Are the items asked for between the end of a campaign and the window that follows?",
    taken="Yes: “up to” covers the days between.",
    alternatives=("No: only during the campaign and in that window.",),
    citation=CAMPAIGN.citation,
)
NO_ONGOING_CAMPAIGN = Reading(
    id="no-ongoing-campaign",
    question="The notice says that there is no item without an ongoing campaign, and also that the window after a "
    "campaign asks for it. Which holds?",
    taken="The window after the campaign still asks.",
    alternatives=("Nothing is asked for once the campaign has ended.",),
    citation=_BOOSTER,
)
CAMPAIGN_START_BY_SETTING = Reading(
    id="campaign-start-by-setting",
    question="Which day counts where care homes start before everyone else?",
    taken="For care homes their own day, for domiciliary care the general one.",
    alternatives=("One day for all.",),
    citation=CAMPAIGN.citation,
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
    question="How far back does one failure count, before any policy?",
    taken="However far back, where it is known. Months before the latest twelve windows that have closed are not asked "
    "about.",
    alternatives=(
        "Only in the latest twelve windows that have closed.",
        "However far back, so that any month that is not known leaves it open.",
    ),
    citation=PENALTY,
)
EXTRA_CARE_AND_SUPPORTED_LIVING = Reading(
    id="extra-care-and-supported-living",
    question="Which list do extra care and supported living complete?",
    taken="The list for domiciliary care settings.",
    alternatives=("Neither list.",),
    citation=EDITION.clause("domiciliary-care-list").citation,
)
EDITION_5_EFFECTIVE = Reading(
    id="edition-5-effective",
    question="From which day did the items on a full primary course no longer have to be given?",
    taken="From 26 April 2024, the day on which the edition without them was published.",
    alternatives=("From 15 July 2023, the day in the heading of that edition's list.",),
    citation=Citation(EDITION.source, "“Information required under section 277A from 15 July 2023”"),
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
    EXTRA_CARE_AND_SUPPORTED_LIVING,
    EDITION_5_EFFECTIVE,
)
