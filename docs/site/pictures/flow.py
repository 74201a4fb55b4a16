"""The way data take through the library, from the notice and a return to an assessment."""

from attrs import frozen

from .drawing import MARGIN, SMALL, TITLE, WIDTH, Pen, picture
from .lettering import width_of, wrapped
from .places import ARROWS, Place, Use, places
from .wording import table

_TITLE = "How data flow through the library"
_LEAD = (
    "The law comes down the left, your data down the right. Each part knows only those before it; the ways in and out "
    "know them all. Nothing is sent or stored."
)
_GUTTER = 28
_HALF = (WIDTH - 2 * MARGIN - _GUTTER) / 2
_LEFT, _RIGHT, _FULL = (MARGIN, _HALF), (MARGIN + _HALF + _GUTTER, _HALF), (MARGIN, WIDTH - 2 * MARGIN)
_PADDING, _TITLE_LINE, _LINE, _SPACE, _ARROW = 14, 22, 16.5, 4, 32
_DOOR = 16
_GATE = "interchange"


@frozen
class _Box:
    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2


def flow_picture() -> str:
    """Draw the way, from top to bottom."""
    pen, all_places = Pen("asc-flow"), places()
    lead, y = pen.paragraph(MARGIN, 60, _LEAD, WIDTH - 2 * MARGIN)
    boxes = _laid_out(all_places, y + 8)
    shapes = [pen.text(MARGIN, 32, _TITLE, size=TITLE, bold=True), *lead]
    for id, place in all_places.items():
        shapes += _drawn(pen, place, boxes[id])
    for start, end in ARROWS:
        shapes += pen.arrow(_way(boxes[start], boxes[end]), stroke="muted")
    return picture(pen, _TITLE, flow_in_words(), max(box.bottom for box in boxes.values()) + MARGIN, shapes)


def flow_in_words() -> str:
    """Say what the picture shows, in sentences."""
    all_places = places()
    told = (f"“{place.title}” in asc_mandate.{place.room}: {_told(place)}." for place in all_places.values())
    ways = (f"from “{all_places[start].title}” to “{all_places[end].title}”" for start, end in ARROWS)
    return f"{_LEAD} {' '.join(told)} Data go {', '.join(ways)}."


def flow_table() -> str:
    """Write the way in Markdown."""
    all_places = places()
    rows = (
        (
            place.title,
            f"`asc_mandate.{place.room}`",
            _told(place, code="`"),
            ", ".join(all_places[end].title for start, end in ARROWS if start == id) or "whoever called",
        )
        for id, place in all_places.items()
    )
    return table(("Place", "Module", "What it is or does", "Goes on to"), rows)


def _told(place: Place, code: str = "") -> str:
    uses = [
        (f"{use.title} ({use.words}): " if use.title else "")
        + f"{code}{use.name}{code}"
        + (f" gives {code}{use.gives}{code}" if use.gives else "")
        for use in place.uses
    ]
    return "; ".join((*uses, place.words) if place.words else uses)


def _laid_out(all_places: dict[str, Place], top: float) -> dict[str, _Box]:
    boxes: dict[str, _Box] = {}

    def put(id: str, column: tuple[float, float], y: float, until: float | None = None) -> float:
        x, width = column
        height = _height(all_places[id], width) if until is None else until - y
        boxes[id] = _Box(x, y, width, height)
        return y + height

    y = top
    for id in ("notice", "calendar", "windows", "checklist"):
        y = put(id, _LEFT, y) + _ARROW
    return_from = boxes["checklist"].bottom - max(_height(all_places["return"], _HALF), boxes["checklist"].height)
    put("return", _RIGHT, return_from, boxes["checklist"].bottom)
    put("in", _RIGHT, top, return_from - _ARROW)
    below = put("validate", _FULL, y) + _ARROW
    end = put("penalties", _LEFT, put("ledger", _LEFT, below) + _ARROW)
    put("out", _RIGHT, below, end)
    return boxes


def _height(place: Place, width: float) -> float:
    code, words = _code(place.uses[0], width), _words(place, width)
    return 2 * _PADDING + _TITLE_LINE + _LINE * (len(code) + len(words) + 1) + _SPACE * 2


def _code(use: Use, width: float) -> tuple[str, ...]:
    """What a function is called and what it gives, on one line where there is room."""
    lines = (use.name, f"→ {use.gives}") if use.gives else (use.name,)
    one = " ".join(lines)
    return (one,) if width_of(one, SMALL, code=True) <= width - 2 * _PADDING else lines


def _words(place: Place, width: float) -> tuple[str, ...]:
    return wrapped(place.words, width - 2 * _PADDING, SMALL)


def _drawn(pen: Pen, place: Place, box: _Box) -> list[str]:
    gate = place.room == _GATE
    fill, stroke = ("accent-soft", "accent") if place.is_question else (None, "accent") if gate else ("soft", "line")
    x, y = box.x + _PADDING, box.y + _PADDING + 10
    return [
        pen.box(box.x, box.y, box.width, box.height, fill=fill, stroke=stroke, dashed=gate, round=6),
        pen.text(x, y, place.title, bold=True, tone="ink" if fill == "soft" else "accent"),
        *(_doors(pen, place, box, y) if gate else _content(pen, place, box, y)),
        pen.text(x, box.bottom - _PADDING, f"asc_mandate.{place.room}", size=SMALL, tone="muted", code=True),
    ]


def _content(pen: Pen, place: Place, box: _Box, y: float) -> list[str]:
    shapes: list[str] = []
    y += _TITLE_LINE
    for line in _code(place.uses[0], box.width):
        shapes.append(pen.text(box.x + _PADDING, y, line, size=SMALL, code=True))
        y += _LINE
    y += _SPACE
    for line in _words(place, box.width):
        shapes.append(pen.text(box.x + _PADDING, y, line, size=SMALL, tone="muted"))
        y += _LINE
    return shapes


def _doors(pen: Pen, place: Place, box: _Box, y: float) -> list[str]:
    """The ways in or out, spread over the height of the box."""
    top, bottom = y + 14, box.bottom - _PADDING - 24
    x, width = box.x + _PADDING, box.width - 2 * _PADDING
    doors = [_door(use, width) for use in place.uses]
    gap = (bottom - top - sum(_LINE * len(lines) + _DOOR for lines in doors)) / (len(doors) - 1)
    shapes: list[str] = []
    for lines in doors:
        height = _LINE * len(lines) + _DOOR
        shapes.append(pen.box(x, top, width, height, fill="soft", stroke="line", round=4))
        for n, (how, line) in enumerate(lines, 1):
            tone = "muted" if how == "words" else "ink"
            bold, code = how == "title", how == "code"
            shapes.append(pen.text(x + 10, top + 5 + _LINE * n, line, size=SMALL, tone=tone, bold=bold, code=code))
        top += height + gap
    return shapes


def _door(use: Use, width: float) -> list[tuple[str, str]]:
    """The lines of a way in or out: what each is, and what it says."""
    inside = width - 20
    return [
        *(("title", line) for line in wrapped(use.title, inside, SMALL, bold=True)),
        *(("words", line) for line in wrapped(use.words, inside, SMALL)),
        ("code", use.name),
    ]


def _way(start: _Box, end: _Box) -> list[tuple[float, float]]:
    """The straight way between two boxes: down where one lies below the other, and to the right otherwise."""
    if end.y >= start.bottom:
        x = min((start, end), key=lambda box: box.width).middle[0]
        return [(x, start.bottom), (x, end.y)]
    return [(start.x + start.width, start.middle[1]), (end.x, start.middle[1])]
