"""Writes the generated pages: ``python -m docs.site.write``, which building the documentation does by itself."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import asc_mandate as am
from asc_mandate import _format, sentences
from asc_mandate.interchange.capacity_tracker import names
from asc_mandate.notice import campaigns, enforcement, fees, history, index
from asc_mandate.penalties.eligibility import CONCLUSIONS
from asc_mandate.penalties.notices import STAGES
from asc_mandate.windows import window_opening_after

from . import examples, facts, markdown, reference, steps

DOCS = Path(__file__).parent.parent
TEMPLATES = DOCS / "templates"
PICTURE = "pictures/windows.svg"
_GENERATED = ("notice", "reference")


def environment() -> Environment:
    """Return what the templates are written with: the data, and how to show them."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        # Jinja's own would begin a label in Markdown.
        comment_start_string="{!--",
        comment_end_string="--!}",
        autoescape=False,  # noqa: S701 - what is written is Markdown, and of our own data
    )
    made.filters.update(
        plain=markdown.plain,
        cell=markdown.cell,
        shown=markdown.shown,
        found=markdown.found,
        source=markdown.source,
        badge=markdown.badge,
        cite=markdown.cite,
        ground=markdown.ground,
        reading=markdown.reading,
        date=_format.format_date,
        long_date=_format.format_long_date,
        month=_format.format_month,
    )
    cast("dict[str, Any]", made.globals).update(
        am=am,
        campaigns=campaigns,
        codes=examples.codes,
        conclusions=CONCLUSIONS,
        conditions=facts.conditions,
        editions=index.EDITIONS,
        enforcement=enforcement,
        ever_asked=index.ever_asked,
        facts=facts,
        fees=fees,
        first_windows=history.FIRST_WINDOWS,
        following=window_opening_after,
        footnotes=facts.footnotes,
        item_label=facts.item_label,
        label=facts.label,
        lists=sentences.SERVICES,
        names=names,
        pairwise=pairwise,
        rules=facts.rules,
        stages=STAGES,
        steps=steps,
        windows_of=_windows_of,
    )
    return made


def pages() -> Iterator[tuple[str, str]]:
    """Yield each generated page: its name under ``docs``, and its text."""
    made = environment()
    edition_page = made.get_template("notice/edition.md.jinja")
    for edition in index.EDITIONS:
        yield f"notice/edition-{edition.id}.md", edition_page.render(edition=edition)
    for template in sorted(TEMPLATES.glob("notice/*.md.jinja")):
        name = template.name.removesuffix(".jinja")
        if name != "edition.md":
            yield f"notice/{name}", made.get_template(f"notice/{template.name}").render()
    groups = reference.groups()
    yield "reference/index.md", made.get_template("reference/index.md.jinja").render(groups=groups)
    for group in groups:
        yield f"reference/{group.name}.md", made.get_template("reference/group.md.jinja").render(group=group)


def picture() -> str:
    """Return the picture of the windows of the year in which sources were last looked through."""
    year = am.dataset_version().surveyed_on.year
    return environment().get_template("windows.svg.jinja").render(year=year, windows=_windows_of(year))


def _windows_of(year: int) -> tuple[am.ReportingWindow, ...]:
    first = max(dt.date(year, 1, 1), history.FIRST_WINDOW.value)
    return am.reporting_windows(first, dt.date(year, 12, 1))


def write(docs: Path = DOCS) -> None:
    """Write every generated page, and remove what is generated no longer."""
    texts = {docs / name: text for name, text in pages()}
    for directory in _GENERATED:
        for stale in set((docs / directory).glob("*.md")) - texts.keys():
            stale.unlink()
    for path, text in texts.items():
        # Left alone where nothing changed, so that only what changed is built again.
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
    (DOCS / PICTURE).write_text(picture(), encoding="utf-8")
