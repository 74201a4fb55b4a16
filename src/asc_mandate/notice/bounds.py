"""What values are expected to look like, beyond what the notice says."""

from asc_mandate.notice.provenance import Citation, Datum
from asc_mandate.notice.sources import REASONING, SKILLS_FOR_CARE_BULK_UPLOAD

TOO_LARGE = Datum(
    1_000_000_000, Citation(REASONING, "every reader of JSON holds smaller amounts exactly, and no location needs more")
)
"""The least amount that is no answer."""
UNUSUALLY_LARGE = Datum(
    1_000_000,
    Citation(
        REASONING,
        "any amount above 1,000,000, which is hundreds of times the largest headcount expected of one location",
    ),
)
LOCATION_ID_PATTERN = Datum(
    "[0-9]-[0-9]{8,12}", Citation(SKILLS_FOR_CARE_BULK_UPLOAD, "the shape of a CQC location id")
)
"""The shape of a CQC location id, as a regular expression."""
