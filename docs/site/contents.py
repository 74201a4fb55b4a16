"""The first page of “The notice, as data”: what there is, of which release."""

import asc_mandate as am

from .markdown import bullets, link, page, plain, table
from .provenance import edition_page

_PAGES = (
    ("windows.md", "Reporting windows", "when a return is due, and every close that was moved"),
    ("differences.md", "What changed between editions", "and all publications of the notice, held or not"),
    ("readings.md", "Where the notice is silent", "the decisions taken, with what else the words would bear"),
    ("rules.md", "Rules between items", "what cannot be true, and what is worth a second look"),
    ("codes.md", "Finding codes", "each with an example and what to do about it"),
    ("campaigns.md", "COVID-19 vaccination campaigns", "each with the window that follows it"),
    (
        "enforcement.md",
        "From a missed window to a final notice",
        "step by step, with the grade of each, and who to ask",
    ),
    ("fees.md", "Fees", "on which the amount of a penalty rests"),
    ("figures.md", "Dates and figures", "everything else that an answer can turn on"),
    ("sources.md", "Sources and grades", "where all of this was read, and how far it can be trusted"),
)


def contents_page() -> str:
    """Return the first page of the notice as data."""
    version = am.dataset_version()
    editions = [
        (link(edition.id, edition_page(edition)), "reconstructed" if edition.reconstruction else "verbatim")
        for edition in reversed(am.editions())
    ]
    return page(
        "# The notice, as data",
        "These pages are written from the package whenever the site is built, so they cannot disagree with what it "
        "answers. Every item, day and figure that an answer turns on links to the clause or the source that it rests "
        "on, with its grade.",
        "```{picture} timeline\n```",
        "## Editions",
        table(("Edition", "Held"), editions),
        "## Pages",
        bullets(f"{link(plain(title), name)}: {plain(words)}" for name, title, words in _PAGES),
        "## Release",
        f"`asc_mandate` {plain(version.release)}, data `{version.digest[:12]}`. Keep "
        "{py:attr}`report.dataset <asc_mandate.Report.dataset>` beside a result to know which data judged it.",
        "Wording of the notice is Crown copyright, used under the [Open Government Licence "
        "v3.0](https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/).",
        "```{toctree}\n:hidden:\n\n"
        + "\n".join(
            [edition_page(edition).removesuffix(".md") for edition in reversed(am.editions())]
            + [name.removesuffix(".md") for name, _, _ in _PAGES]
        )
        + "\n```",
    )
