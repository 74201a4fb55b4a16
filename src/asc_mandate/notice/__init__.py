"""The notice as data: its editions and their history, the dates around them, and what was decided where it is silent."""

from asc_mandate.notice.provenance import Citation, Contact, Datum, Grade, NotFound, Publication, Reading, Source
from asc_mandate.notice.shapes import (
    AnnouncedCampaign,
    Campaign,
    Clause,
    DuringCampaign,
    Edition,
    FeesScheme,
    Field,
    Footnote,
    Kind,
    Season,
    Section,
    ServiceType,
    WindowDays,
)

__all__ = [
    "AnnouncedCampaign",
    "Campaign",
    "Citation",
    "Clause",
    "Contact",
    "Datum",
    "DuringCampaign",
    "Edition",
    "FeesScheme",
    "Field",
    "Footnote",
    "Grade",
    "Kind",
    "NotFound",
    "Publication",
    "Reading",
    "Season",
    "Section",
    "ServiceType",
    "Source",
    "WindowDays",
]
