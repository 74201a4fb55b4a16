"""Sources that more than one datum rests on."""

from asc_mandate.notice.provenance import Grade, Source

REASONING = Source("Reasoning of this library", None, Grade.INFERRED)

NOTICE = Source(
    "Formal notice of a mandate for all adult social care providers",
    "https://www.gov.uk/government/publications/adult-social-care-provider-information-provisions-formal-notice",
    Grade.OFFICIAL,
)
"""The notice in whichever edition, and its change log."""

HANDBOOK = Source(
    "Adult social care provider information provisions, handbook of Milton Keynes City Council (May 2026)",
    "https://miltonkeynesadultshandbook.trixonline.co.uk/chapter/adult-social-care-provider-information-provisions",
    Grade.OFFICIAL,
)
NHSBSA = Source(
    "Adult social care enforcement, NHSBSA",
    "https://www.nhsbsa.nhs.uk/adult-social-care-enforcement",
    Grade.OFFICIAL,
)
OXFORDSHIRE = Source(
    "Oxfordshire County Council, providers at risk in January 2025",
    "https://letstalk.oxfordshire.gov.uk/provider-engagement/news_feed/dhsc-submission-information-regarding-providers-care-home-and-home-care-at-risk-in-january-2025",
    Grade.OFFICIAL,
)
STAFFORDSHIRE = Source(
    "Staffordshire County Council on the Capacity Tracker",
    "https://staffordshire.gov.uk/Advice-support-and-care-for-adults/Information-for-providers/Capacity-Tracker.aspx",
    Grade.OFFICIAL,
)
SKILLS_FOR_CARE = Source(
    "Skills for Care's pipeline, as published",
    "https://github.com/NMDSdevopsServiceAdm/DataEngineering",
    Grade.SECONDARY,
)
SKILLS_FOR_CARE_BULK_UPLOAD = Source("Skills for Care, checks of the bulk upload", None, Grade.OFFICIAL)
DHSC_PIPELINE = Source(
    "DHSC's own pipeline, as published", "https://github.com/madetech/dhsc-gascd-data", Grade.SECONDARY
)
