"""The campaigns, each with the window that follows it, and how far they are known."""

import asc_mandate as am
from asc_mandate.notice import campaigns
from asc_mandate.windows import window_opening_after

from .markdown import day, page, plain, table
from .provenance import cited, cited_briefly, conditions, readings


def campaigns_page() -> str:
    """Return the page of campaigns."""
    condition = next(each for each in conditions(am.editions()[-1]) if isinstance(each, am.DuringCampaign))
    known = campaigns.KNOWN_THROUGH
    return page(
        "# COVID-19 vaccination campaigns",
        "While a campaign runs, and through the reporting window that follows its end, the notice asks for "
        f"vaccinations of that campaign: “{plain(condition.wording)}”. {cited_briefly(condition.citation)}",
        readings(condition.readings),
        table(
            ("Campaign", "From", "To", "Following window", "Sources"),
            [_row(campaign) for campaign in campaigns.CAMPAIGNS],
            classes=("stack", "campaigns"),
        ),
        f"The lists before {day(am.editions()[0].applies_from)} are not held, so what was asked for around the first "
        "campaigns is not known: their following windows are computed only.",
        "## Where knowledge ends",
        f"Every campaign is known through **{day(known.value)}**: {cited(known.citation)}.",
        "After that an item is `undetermined` until you supply the campaigns, with "
        "{py:meth}`~asc_mandate.Calendar.with_campaigns`.",
    )


def _row(campaign: am.Campaign) -> tuple[str, ...]:
    window = window_opening_after(campaign.ends, am.ENGLAND)
    general, care_homes = day(campaign.starts), day(campaign.care_homes_start)
    apart = campaign.starts != campaign.care_homes_start
    return (
        plain(campaign.name),
        f"{care_homes} in care homes\n\n{general} for everyone else" if apart else general,
        day(campaign.ends),
        f"{day(window.opens)} to {day(window.closes)}",
        "\n\n".join(cited(citation) for citation in campaign.citations),
    )
