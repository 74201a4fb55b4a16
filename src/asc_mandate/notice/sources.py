"""Sources that more than one datum rests on."""

from asc_mandate.notice.provenance import Grade, Source

REASONING = Source("Reasoning of this library", None, Grade.INFERRED)

SKILLS_FOR_CARE_CLEANING = Source(
    "Skills for Care, DataEngineering: how Capacity Tracker data is cleaned",
    "https://github.com/NMDSdevopsServiceAdm/DataEngineering",
    Grade.SECONDARY,
)
NHSBSA = Source(
    "Adult social care enforcement, NHSBSA",
    "https://www.nhsbsa.nhs.uk/adult-social-care-enforcement",
    Grade.OFFICIAL,
)

SKILLS_FOR_CARE_BULK_UPLOAD = Source("Skills for Care, checks of the bulk upload", None, Grade.OFFICIAL)
