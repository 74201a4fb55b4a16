"""Enforcement as data: the statute, the regulations, the policy, what was not found of them, and whom to ask."""

import datetime as dt

from asc_mandate.notice.drafting import HANDBOOK, NHSBSA, NOTICE, REASONING, official
from asc_mandate.notice.provenance import Citation, Contact, Datum, Grade, NotFound, Source

_ACT = "Health and Social Care Act 2012"
_277E = Source(f"{_ACT}, section 277E", "http://legislation.gov.uk/ukpga/2012/7/section/277E/data.html", Grade.STATUTE)
_DRAFT = "The Adult Social Care Information (Enforcement) Regulations 2022, draft"
_AT_DRAFT = "https://www.legislation.gov.uk/ukdsi/2022/9780348238716"

DUTY = Citation(Source(f"{_ACT}, section 277A", None, Grade.STATUTE), "information from adult social care providers")
PENALTY = Citation(_277E, "financial penalties, on a person other than a public body, without reasonable excuse")
_250 = Source(f"{_ACT}, section 250(7)", None, Grade.STATUTE)
PUBLIC_BODY = Citation(_250, "“public body”: to the extent only of functions of a public nature")
REGULATIONS_IN_FORCE_FROM = Datum(
    dt.date(2022, 12, 1),
    official(
        "Guidance for providers on data enforcement",
        "regulations made on 10 November 2022, in force on 1 December 2022",
        "https://www.wmca.care/statutory-guidance-adult-social-care-provider-information-provisions-guidance-for-providers-on-data-enforcement",
    ),
)
FIRST_CLOSE = Datum(
    REGULATIONS_IN_FORCE_FROM.value,
    Citation(REASONING, "a window that closed before the regulations were in force cannot found a penalty"),
    readings=("earlier-failures",),
)
"""A window that closed before this day does not count."""

_TRIGGER = Citation(NHSBSA, "missing the deadline in 3 consecutive months, or any 4 months out of 12")
MISSED_IN_A_ROW = Datum(3, _TRIGGER, readings=("run-within-twelve-months",))
MISSED_IN_ALL = Datum(4, _TRIGGER)
MONTHS_LOOKED_BACK = Datum(12, _TRIGGER, readings=("twelve-months",))

AMOUNT = official(
    f"{_DRAFT}, explanatory note",
    "regulation 3: the fee payable to CQC under the scheme that is current when the penalty is imposed",
    f"{_AT_DRAFT}/note/data.html",
)
SUPPORT_FIRST = Citation(NOTICE, "“Failure to comply”, “you will be offered support and advice”")
SUPPORT_AND_PERSISTENCE = Citation(HANDBOOK, "“Financial penalties may be used when”")
CONTACTED_AFTER_A_MISS = Citation(NOTICE, "“Failure to comply”, “Contact will normally be established”")
AT_RISK_IN_PRACTICE = official(
    "Oxfordshire County Council, providers at risk in January 2025",
    "at risk: the two latest windows missed",
    "https://letstalk.oxfordshire.gov.uk/provider-engagement/news_feed/dhsc-submission-information-regarding-providers-care-home-and-home-care-at-risk-in-january-2025",
)
REASONS_CONSIDERED = official(
    "Staffordshire County Council on the Capacity Tracker",
    "“4 or more months in a 12-month window”; “individual circumstances and reasons ... considered”",
    "https://staffordshire.gov.uk/Advice-support-and-care-for-adults/Information-for-providers/Capacity-Tracker.aspx",
)

_SERVICE = official(
    f"{_DRAFT}, regulation 7", "when a notice is taken to have been given", f"{_AT_DRAFT}/regulation/7/data.html"
)
WORKING_DAYS_BY_POST = Datum(3, _SERVICE)
WORKING_DAYS_ELECTRONICALLY = Datum(1, _SERVICE)
WORKING_DAYS_BY_DELIVERY = Datum(0, _SERVICE)

_PERIODS = Source(
    "Capacity Tracker enforcement notices from April 2023",
    "https://www.qcs.co.uk/capacity-tracker-enforcement-notices-from-april-2023/",
    Grade.SECONDARY,
)
DAYS_FOR_REPRESENTATIONS = Datum(
    14, Citation(_PERIODS, "representations within 14 days of receiving the notice of intent")
)
DAYS_FOR_DECISION = Datum(28, Citation(_PERIODS, "decision within 28 days; from which day is not said"))
DAYS_FOR_PAYMENT = NotFound("the draft regulations provide for recovery through the county court")
DAYS_FOR_APPEAL = NotFound("the draft regulations provide for an appeal to the First-tier Tribunal")

_SUPPORT = Citation(NOTICE, "“Support and guidance”")
CONTACTS = (
    Contact("NECS support centre", "accounts, completing or updating Capacity Tracker, its reports and analytics",
        telephone="0191 691 3729", open="Monday to Friday, 8am to 5pm", email="necsu.capacitytracker@nhs.net",
        citation=_SUPPORT),
    Contact("Department of Health and Social Care", "how to answer a question of Capacity Tracker",
        telephone=None, open=None, email="capacitytracker-guidance@dhsc.gov.uk", citation=_SUPPORT),
    Contact("NHSBSA enforcement", "notices of intent and penalties",
        telephone="0300 330 2088", open="Monday to Friday, 8:30am to 4:30pm",
        email="nhsbsa.adultsocialcareenforcement@nhs.net", citation=Citation(NHSBSA, "contact details"),
        remark="another NHSBSA page gives enforcement@nhsbsa.nhs.uk"),
)  # fmt: skip
