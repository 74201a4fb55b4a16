"""The reporting windows: the clause, and every window that a weekend or a holiday moved."""

from collections.abc import Iterator
from itertools import groupby

import asc_mandate as am
from asc_mandate.notice import duty, public_holidays
from asc_mandate.words import month, short_date, weekday

from .markdown import link, page, plain, span, table
from .provenance import cited, readings


def windows_page() -> str:
    """Return the page of windows."""
    confirmed = public_holidays.CONFIRMED_THROUGH
    windows = am.reporting_windows(duty.FIRST_WINDOW.value, confirmed.value)
    clause = am.editions()[-1].clause("reporting-window")
    return page(
        "# Reporting windows",
        f"> {plain(clause.wording)}",
        cited(clause.citation),
        readings(clause.readings),
        f"Windows before {short_date(am.editions()[0].applies_from)} are computed by these later words, too. Of how "
        f"the first publication worded it, {link('only little was found', '../explanation/limits.md#editions')}.",
        "```{picture} windows-2026\n```",
        f"The opening never moves. Below are all windows that close after the {duty.WINDOW_CLOSES_ON.value}th, from "
        f"the first to the last for which public holidays are announced ({short_date(confirmed.value)}; "
        f"{cited(confirmed.citation)}). Every other window closes on the {duty.WINDOW_CLOSES_ON.value}th.",
        *(block for year, of_year in groupby(windows, lambda window: window.year) for block in _year(year, of_year)),
    )


def _year(year: int, windows: Iterator[am.ReportingWindow]) -> Iterator[str]:
    rows = [
        (
            month(window.opens).partition(" ")[0],
            span(f"{weekday(window.closes)} {window.closes.day}", "day"),
            str(window.days),
            plain(", ".join(f"{entry.why} {entry.day.day}" for entry in window.rolled)),
        )
        for window in windows
        if window.rolled
    ]
    yield f"## Moved in {year}"
    yield table(("Month", "Closes", "Days", "Moved over"), rows) if rows else "None was moved."
