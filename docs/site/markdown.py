"""The few shapes of Markdown that the generated pages are made of."""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence

from asc_mandate.words import short_date

_MARKS = re.compile(r"([\\*_{}\[\]<>#|$~])")
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")


def plain(text: str) -> str:
    """Write text that stands for itself, but for names between backticks, which the data have, too."""
    return _MARKS.sub(r"\\\1", text)


def code(text: str) -> str:
    """Write a name as it stands in a program."""
    return f"`{text}`"


def link(text: str, target: str, *classes: str) -> str:
    """Write a link; the text is Markdown already."""
    marks = "{" + " ".join(f".{name}" for name in classes) + "}" if classes else ""
    return f"[{text}]({target}){marks}"


def span(text: str, *classes: str, id: str = "") -> str:
    """Write words that have a look, or an anchor, of their own; the text is Markdown already."""
    marks = [*(f".{name}" for name in classes), *([f"#{id}"] if id else [])]
    return f"[{text}]{{{' '.join(marks)}}}"


def day(of: dt.date) -> str:
    """Write a day, which is never broken over two lines."""
    return span(short_date(of), "day")


def slug(heading: str) -> str:
    """Return the anchor of a heading, which is the one that it has in the finished page."""
    ascii = unicodedata.normalize("NFKD", heading.lower()).encode("ascii", "ignore").decode()
    return _NOT_IN_SLUGS.sub("-", ascii).lstrip("-0123456789").rstrip("-")


def page(*blocks: str) -> str:
    """Join blocks into a page, or into a part of one; empty ones are left out."""
    return "\n\n".join(block.rstrip() for block in blocks if block) + "\n"


def bullets(items: Iterable[str]) -> str:
    """Write a list."""
    return "\n".join(f"- {item}" for item in items)


def box(name: str, text: str, *, title: str = "", classes: Sequence[str] = (), fence: str = ":::") -> str:
    """Write a directive around some text."""
    options = [f":class: {' '.join(classes)}"] if classes else []
    return "\n".join([f"{fence}{{{name}}} {title}".rstrip(), *options, "", text.rstrip(), fence])


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, classes: Sequence[str] = ()) -> str:
    """Write a table; a cell may have several paragraphs."""
    lines = ["```{list-table}", ":header-rows: 1", *([f":class: {' '.join(classes)}"] if classes else []), ""]
    for row in (header, *rows):
        for place, cell in enumerate(row):
            first, *others = cell.split("\n")
            lines.append(f"{'* -' if place == 0 else '  -'} {first}".rstrip())
            lines.extend(f"    {line}".rstrip() for line in others)
    return "\n".join([*lines, "```"])
