"""The pictures of the documentation, drawn from the package's data, each with the same facts in words."""

import asc_mandate as am

from .enforcement import enforcement_picture, enforcement_table
from .flow import flow_picture, flow_table
from .timeline import timeline_picture
from .timeline_words import timeline_table
from .windows import deadlines_picture, windows_picture, windows_table
from .wording import Cite, linked

__all__ = ["pictures", "pictures_in_words"]


def pictures() -> dict[str, str]:
    """Draw every picture: file name to text of the SVG."""
    return {
        f"windows-{_year()}.svg": windows_picture(_year()),
        f"deadlines-{_year()}.svg": deadlines_picture(_year()),
        "timeline.svg": timeline_picture(),
        "enforcement.svg": enforcement_picture(),
        "flow.svg": flow_picture(),
    }


def pictures_in_words(cite: Cite = linked) -> dict[str, str]:
    """Write what every picture shows as Markdown for the page around it: file name of the picture to text."""
    return {
        f"windows-{_year()}.svg": windows_table(_year(), cite=cite),
        f"deadlines-{_year()}.svg": windows_table(_year(), cite=cite),
        "timeline.svg": timeline_table(cite=cite),
        "enforcement.svg": enforcement_table(cite),
        "flow.svg": flow_table(),
    }


def _year() -> int:
    # The data say how far they were looked after, and no clock is asked.
    return am.dataset_version().surveyed_on.year
