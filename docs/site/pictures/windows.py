"""A year of reporting windows: a row for each month, with the days over which its close rolled, and why."""

import datetime as dt

import asc_mandate as am
from asc_mandate.notice.duty import FIRST_WINDOW
from asc_mandate.words import date, listed, month, short_date, weekday

from .drawing import MARGIN, SMALL, TITLE, WIDTH, Pen, picture
from .lettering import NO_BREAK, width_of, wrapped
from .wording import Cite, linked, month_name, table

_DAYS_FROM, _DEADLINES_FROM = 92, 331
_APART = 2
_WIDEST_COLUMN = 26
_LEGEND = "A close on a weekend or public holiday (dashed) moves to the next working day."
_BAR, _ROW, _LOW_ROW, _REASON = 24, 34, 28, 18


def windows_picture(year: int, calendar: am.Calendar = am.ENGLAND) -> str:
    """Draw a year of reporting windows."""
    windows = _windows(year, calendar)
    pen = Pen(f"asc-windows-{year}")
    shapes = [pen.text(MARGIN, 32, _title(year), size=TITLE, bold=True)]
    lines, y = pen.paragraph(MARGIN, 60, _finding(windows), WIDTH - 2 * MARGIN)
    shapes += [*lines, *_head(pen, windows, y + 16)]
    y += 28
    for window in windows:
        shapes += _row(pen, window, _column(windows), y)
        y += _ROW
        if window.rolled:
            reasons, y = _reasons(pen, window, _column(windows), y)
            shapes += reasons
    y += 8
    shapes.append(pen.line(MARGIN, y, WIDTH - MARGIN, y, stroke="faint"))
    y += 22
    for note in _notes(windows, calendar):
        lines, y = pen.paragraph(MARGIN, y, note, WIDTH - 2 * MARGIN, tone="muted", size=SMALL)
        shapes += lines
        y += 4
    return picture(pen, _title(year), windows_in_words(year, calendar), y, shapes)


def deadlines_picture(year: int, calendar: am.Calendar = am.ENGLAND) -> str:
    """Draw the same in little room: each window and its deadline alone."""
    windows = _windows(year, calendar)
    pen = Pen(f"asc-deadlines-{year}")
    shapes = [pen.text(MARGIN, 24, _title(year), size=TITLE, bold=True), *_head(pen, windows, 50)]
    y = 60.0
    for window in windows:
        shapes += _row(pen, window, _column(windows), y)
        y += _LOW_ROW
    note = f"{_LEGEND} {_known(windows, calendar)}"
    lines, y = pen.paragraph(MARGIN, y + 14, note, WIDTH - 2 * MARGIN, tone="muted", size=SMALL)
    return picture(pen, _title(year), windows_in_words(year, calendar), y - 8, [*shapes, *lines])


def windows_in_words(year: int, calendar: am.Calendar = am.ENGLAND) -> str:
    """Say what the picture shows, in sentences."""
    windows = _windows(year, calendar)
    each = [f"{month(window.opens)}: {short_date(window.opens)} to {_close(window)}." for window in windows]
    return " ".join((_finding(windows), *each, *_notes(windows, calendar)))


def windows_table(year: int, calendar: am.Calendar = am.ENGLAND, cite: Cite = linked) -> str:
    """Write a year of reporting windows in Markdown, with the source."""
    windows = _windows(year, calendar)
    rows = [
        (
            month(window.opens),
            f"the start of {date(window.opens)}",
            f"the end of {date(window.closes)}{'' if window.confirmed else ' (projected)'}",
            str(window.days),
            listed([f"{day.why} {short_date(day.day)}" for day in window.rolled]) or "nothing",
        )
        for window in windows
    ]
    head = ("Month", "Opens at", "Closes at", "Days", "Rolled over")
    return f"{table(head, rows)}\n{' '.join(_notes(windows, calendar))}\n\nSource: {cite(windows[0].citation)}.\n"


def _windows(year: int, calendar: am.Calendar) -> tuple[am.ReportingWindow, ...]:
    first = max(dt.date(year, 1, 1), FIRST_WINDOW.value)
    return am.reporting_windows(first, dt.date(year, 12, 1), calendar=calendar)


def _title(year: int) -> str:
    return f"Reporting windows in {year}"


def _finding(windows: tuple[am.ReportingWindow, ...]) -> str:
    first = windows[0]
    last = first.closes.day - len(first.rolled)
    rule = (
        f"Each opens on the {_ordinal(first.opens.day)} and closes on the {_ordinal(last)} or, where that is a weekend "
        "or public holiday, on the next working day."
    )
    rolled = [month_name(window.opens) for window in windows if window.rolled]
    later = f"{len(rolled)} of {len(windows)} {'closes' if len(rolled) == 1 else 'close'} later"
    return f"{rule} {later}: {listed(rolled)}."


def _notes(windows: tuple[am.ReportingWindow, ...], calendar: am.Calendar) -> list[str]:
    source = windows[0].citation.source
    return [
        "From the start of the first day to the end of the last, in UK local time.",
        _known(windows, calendar),
        f"Source: formal notice, {windows[0].citation.where.split(', ')[-1]} ({source.grade}).",
    ]


def _known(windows: tuple[am.ReportingWindow, ...], calendar: am.Calendar) -> str:
    through = short_date(calendar.holidays_confirmed_through)
    projected = [month_name(window.opens) for window in windows if not window.confirmed]
    if not projected:
        return f"Public holidays are announced through {through}."
    closes = "every close of this year is projected"
    if len(projected) < len(windows):
        closes = f"projected are the closes of {listed(projected)}"
    return f"Public holidays are announced through {through}; {closes}."


def _head(pen: Pen, windows: tuple[am.ReportingWindow, ...], y: float) -> list[str]:
    column, widest = _column(windows), max(windows, key=lambda window: window.days)
    return [
        *(
            pen.text(x, y, str(widest.opens.day + n), tone="muted", size=SMALL, anchor="middle")
            for n in range(widest.days)
            for x in [_DAYS_FROM + column * n + (column - _APART) / 2]
        ),
        pen.text(_DEADLINES_FROM, y, "Deadline", tone="muted", size=SMALL),
    ]


def _column(windows: tuple[am.ReportingWindow, ...]) -> float:
    return min(_WIDEST_COLUMN, (_DEADLINES_FROM - 9 - _DAYS_FROM) / max(window.days for window in windows))


def _left(window: am.ReportingWindow, day: dt.date, column: float) -> float:
    return _DAYS_FROM + column * (day - window.opens).days


def _row(pen: Pen, window: am.ReportingWindow, column: float, y: float) -> list[str]:
    def left(day: dt.date) -> float:
        return _left(window, day, column)

    def number(day: dt.date, tone: str, *, bold: bool = False) -> str:
        x = left(day) + (column - _APART) / 2
        return pen.text(x, y + 17, str(day.day), tone=tone, size=SMALL, bold=bold, anchor="middle")

    late = bool(window.rolled)
    due = window.rolled[0].day if late else window.closes
    shapes = [
        pen.text(MARGIN, y + 17, month_name(window.opens), bold=late),
        pen.box(
            left(window.opens), y, left(due) - left(window.opens) - _APART, _BAR, fill="accent-soft", stroke="accent"
        ),
    ]
    if late:
        width = left(window.closes) - left(due) - _APART
        shapes.append(pen.box(left(due), y, width, _BAR, fill="warning-soft", stroke="warning", dashed=True))
        shapes += [number(day.day, "warning") for day in window.rolled]
    return [
        *shapes,
        pen.box(
            left(window.closes),
            y,
            column - _APART,
            _BAR,
            fill="accent" if window.confirmed else None,
            stroke="accent",
            dashed=not window.confirmed,
        ),
        number(window.closes, "on-accent" if window.confirmed else "accent", bold=True),
        pen.text(_DEADLINES_FROM, y + 17, f"{weekday(window.closes)} {window.closes.day}", bold=late),
    ]


def _reasons(pen: Pen, window: am.ReportingWindow, column: float, y: float) -> tuple[list[str], float]:
    """Why a close rolled, in lines that begin below the days it rolled over where there is room."""
    reasons = ", ".join(f"{day.day.day} {day.why}".replace(" ", NO_BREAK) for day in window.rolled)
    lines = wrapped(reasons, WIDTH - MARGIN - _DAYS_FROM, SMALL)
    below = _left(window, window.rolled[0].day, column)
    x = min(below, WIDTH - MARGIN - max(width_of(line, SMALL) for line in lines))
    shapes = [pen.text(x, y + 5 + _REASON * n, line, tone="warning", size=SMALL) for n, line in enumerate(lines)]
    return shapes, y + _REASON * len(lines)


def _close(window: am.ReportingWindow) -> str:
    rolled = listed([f"{day.why} {day.day.day}" for day in window.rolled])
    close = date(window.closes) + (f", rolled over {rolled}" if rolled else "")
    return close if window.confirmed else f"{close} (projected)"


def _ordinal(day: int) -> str:
    ending = "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"
