"""The notice as data: its editions, the dates around them, and what was decided where it is silent."""

from asc_mandate.notice.history import PURPOSES
from asc_mandate.notice.provenance import (
    Citation,
    Contact,
    Datum,
    FeesScheme,
    Grade,
    NotFound,
    Publication,
    Reading,
    Source,
)
from asc_mandate.notice.shapes import (
    AnnouncedCampaign,
    Campaign,
    Clause,
    DuringCampaign,
    Edition,
    Field,
    Footnote,
    Kind,
    Season,
    Section,
    ServiceType,
    WindowDays,
)

__all__ = [
    "PURPOSES", "AnnouncedCampaign", "Campaign", "Citation", "Clause", "Contact", "Datum", "DuringCampaign", "Edition",
    "FeesScheme", "Field", "Footnote", "Grade", "Kind", "NotFound", "Publication", "Reading", "Season", "Section",
    "ServiceType", "Source", "WindowDays",
]  # fmt: skip
