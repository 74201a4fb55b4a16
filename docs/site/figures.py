"""All other dates and figures, and the grounds of answers, under the names that the data give them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import cast

import asc_mandate as am
from asc_mandate.dataset import shipped
from asc_mandate.words import month, short_date

from .markdown import code, page, plain, table
from .provenance import cited_briefly, readings


def figures_page() -> str:
    """Return the page of figures."""
    data = shipped()
    return page(
        "# Dates and figures",
        "What else the data hold, under the names by which {py:class}`~asc_mandate.Dataset` has them.",
        "## Figures",
        table(
            ("Name", "Value", "Ground"),
            (_figure(name, datum) for name, datum in data.figures.items()),
            classes=("stack",),
        ),
        "## Grounds",
        "What answers rest on that is no figure, and what was looked for and not found.",
        table(("Name", "Ground"), _grounds(data.grounds), classes=("stack",)),
    )


def _figure(name: str, datum: am.Datum[object]) -> tuple[str, str, str]:
    ground = "\n\n".join(line for line in (cited_briefly(datum.citation), readings(datum.readings)) if line)
    return plain(name), _WRITTEN_AS.get(name, _written)(datum.value), ground


def _month(value: object) -> str:
    return month(cast("dt.date", value))


def _months(value: object) -> str:
    return f"{value} months"


# What a bare day or number would not tell.
_WRITTEN_AS = {"first window": _month, "aim of notice": _months, "months looked back": _months}


def _written(value: object) -> str:
    match value:
        case dt.date():
            return short_date(value)
        case tuple():
            return ", ".join(_written(part) for part in cast("tuple[object, ...]", value))
        case str():
            return code(value)
        case int():
            return f"{value:,}" if value > 9999 else str(value)
        case _:
            raise TypeError(f"There are no words for a {type(value).__name__}.")


def _grounds(grounds: Mapping[str, am.Citation | am.NotFound]) -> Iterator[tuple[str, str]]:
    for name, ground in grounds.items():
        yield plain(name), cited_briefly(ground) if isinstance(ground, am.Citation) else plain(str(ground))
