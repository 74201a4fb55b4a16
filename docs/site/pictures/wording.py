"""Markdown that says in words what a picture shows."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence

from asc_mandate import Citation
from asc_mandate.words import month, short_date

Cite = Callable[[Citation], str]
"""How a page writes where a fact comes from."""


def linked(citation: Citation) -> str:
    """Where a fact comes from, with its grade, linked to the source where that has an address."""
    source = citation.source
    title = f"[{source.title}]({source.address})" if source.address else source.title
    return f"{title}, {citation.where} ({source.grade})"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', '&#124;') for cell in line)} |\n" for line in lines)


def capitalised(words: str) -> str:
    """The same words with the first letter a capital."""
    return words[:1].upper() + words[1:]


def brief(day: dt.date, *, year: bool = True) -> str:
    """A day where there is little room: "5 Sep 2022", or "5 Sep"."""
    number, name, its_year = short_date(day).split()
    return f"{number} {name[:3]} {its_year}" if year else f"{number} {name[:3]}"


def month_name(day: dt.date) -> str:
    """The name of a day's month: "September"."""
    return month(day).split()[0]
