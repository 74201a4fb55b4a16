"""Everything that is generated, by the file it goes into."""

from .campaigns import campaigns_page
from .codes import codes_page
from .contents import contents_page
from .differences import differences_page
from .editions import edition_pages
from .enforcement import enforcement_page
from .fees import fees_page
from .figures import figures_page
from .readings import readings_page
from .reference import reference_pages
from .rules import rules_page
from .sources import sources_page
from .windows import windows_page


def pages() -> dict[str, str]:
    """Return the text of each generated page by its name under ``docs``."""
    notice = {
        "index.md": contents_page(),
        **edition_pages(),
        "windows.md": windows_page(),
        "differences.md": differences_page(),
        "readings.md": readings_page(),
        "rules.md": rules_page(),
        "codes.md": codes_page(),
        "campaigns.md": campaigns_page(),
        "enforcement.md": enforcement_page(),
        "fees.md": fees_page(),
        "figures.md": figures_page(),
        "sources.md": sources_page(),
    }
    return {
        **{f"notice/{name}": text for name, text in notice.items()},
        **{f"reference/{name}": text for name, text in reference_pages().items()},
    }
