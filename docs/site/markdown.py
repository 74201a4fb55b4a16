"""Filters of the templates: how a text, a day, a citation or a reading is written in Markdown."""

import datetime as dt
import re
from collections.abc import Iterable
from typing import cast

import asc_mandate as am
from asc_mandate._format import format_date
from asc_mandate.notice import Datum, index

from .facts import label, places

_MARKS = re.compile(r"([\\*_{}\[\]<>#|$~`])")


def plain(text: str) -> str:
    """Write text that stands for itself."""
    return _MARKS.sub(r"\\\1", text)


def cell(text: str) -> str:
    """Write several paragraphs into a cell of a list-table, which indents them."""
    return "\n".join(line if place == 0 else f"    {line}" for place, line in enumerate(text.strip().split("\n")))


def shown(value: object) -> str:
    """Write a figure: a day, a number, or a short list."""
    if isinstance(value, dt.date):
        return format_date(value)
    if isinstance(value, tuple):
        return ", ".join(shown(item) for item in cast("tuple[object, ...]", value))
    # No comma below 10,000, because some of these are years.
    return f"{value:,}" if isinstance(value, int) and value >= 10_000 else plain(str(value))


def found(fact: Datum[object] | am.NotFound) -> str:
    """Write a figure with where it was read, or that it was not found."""
    if isinstance(fact, am.NotFound):
        return plain(str(fact))
    return f"{shown(fact.value)} {ground(fact.citation, fact.readings)}"


def source(of: am.Source) -> str:
    """Write a source as a link to its entry."""
    return f"[{plain(of.title)}](#{label('source', of.title)})"


def badge(grade: am.Grade, target: str = "") -> str:
    """Write a grade, which leads to what it means unless told otherwise."""
    # In a span of its own, because a link by label keeps no classes.
    return f"[[{grade}](#{target or label('grade', grade)})]{{.grade .grade-{grade}}}"


def cite(citation: am.Citation) -> str:
    """Write a citation in full."""
    return f"{source(citation.source)}, {_place(citation)} {badge(citation.source.grade)}"


def ground(citation: am.Citation, readings: Iterable[str] = ()) -> str:
    """Write a citation where there is little room: the place, and the grade as a link to the source."""
    leads_to = label("source", citation.source.title)
    rests = "".join(f"; {reading(id)}" for id in readings)
    return f"({_place(citation)} {badge(citation.source.grade, leads_to)}{rests})"


def reading(id: str) -> str:
    """Write the reading that something rests on."""
    return f"reading [`{id}`](#{label('reading', id)})"


def _place(citation: am.Citation) -> str:
    for edition in index.EDITIONS:
        target = places(edition).get(citation)
        if target:
            return f"[{plain(citation.where)}](#{target})"
    return plain(citation.where)
