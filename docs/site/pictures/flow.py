"""The way data take through the library, from the notice and a return to an assessment."""

from attrs import frozen

import asc_mandate as am
from asc_mandate import interchange
from asc_mandate.rules import RULES
from docs.site.pictures.drawing import BODY, MARGIN, SMALL, TITLE, WIDTH, Pen, picture
from docs.site.pictures.lettering import width_of, wrapped
from docs.site.pictures.wording import table

_TITLE = "How data flow through the library"
_LEAD = (
    "The law comes from the left, your data from the right. Data go one way: each part knows only those before it, and "
    "nothing is read, sent or kept on the way."
)
_GUTTER = 32
_HALF = (WIDTH - 2 * MARGIN - _GUTTER) / 2
_LEFT, _RIGHT, _FULL = (MARGIN, _HALF), (MARGIN + _HALF + _GUTTER, _HALF), (MARGIN, WIDTH - 2 * MARGIN)
_PADDING, _LEADING = 12, 16
_ARROW = 30


@frozen
class Node:
    """A place that data pass.

    Attributes:
        names: What the library calls it.
        room: The room of the package in which it stands.
        title: What it is called for short; a question where it answers one.
        words: What it is or does.
    """

    names: tuple[str, ...]
    room: str
    title: str
    words: str

    @property
    def is_question(self) -> bool:
        """Whether it answers one of the four questions."""
        return self.title.endswith("?")


@frozen
class Box:
    """Where a place is drawn."""

    x: float
    y: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.height


def nodes() -> dict[str, Node]:
    """The places that data pass, from first to last."""
    return {
        "notice": Node(
            ("editions", "history", "readings"),
            _room(am.editions),
            "The law, as data",
            f"{len(am.editions())} editions, {len(am.ENGLAND.campaigns)} campaigns, {len(am.readings())} readings, "
            "enforcement, fees",
        ),
        "calendar": Node(("Calendar",), _room(am.Calendar), "The calendar", "Working days and campaigns; add your own"),
        "windows": Node(("reporting_window",), _room(am.reporting_window), "When?", "The days in which to save"),
        "checklist": Node(
            ("checklist",), _room(am.checklist), "What?", "Each item: required, not required, or not known, and why"
        ),
        "in": Node(
            ("return_from_record", "return_from_extract", "return_from_api"),
            _room(interchange.return_from_record),
            "In",
            "A record in JSON, a row of Capacity Tracker’s extract, an item of its API",
        ),
        "return": Node(
            ("Return",), _room(am.Return), "A return", "What one location says for one month, and when it was saved"
        ),
        "validate": Node(
            ("validate", "Report"),
            _room(am.validate),
            "Does it?",
            f"Holds the return against the checklist of its day, and {len(RULES)} rules between fields. Every finding "
            "cites the clause it rests on.",
        ),
        "ledger": Node(("Ledger", "Provider"), _room(am.Ledger), "The months", "What came of each window, and whose it was"),
        "out": Node(
            ("report_to_record", "finding_rows", "assessment_to_record"),
            _room(interchange.report_to_record),
            "Out",
            "Records for JSON and rows for tables, each with the version of the data that judged",
        ),
        "penalties": Node(
            ("assess_penalty",),
            _room(am.assess_penalty),
            "What follows?",
            "Which tests of law and policy are met, and what a person must still judge",
        ),
    }


ARROWS = (
    ("notice", "calendar"),
    ("calendar", "windows"),
    ("windows", "checklist"),
    ("in", "return"),
    ("checklist", "validate"),
    ("return", "validate"),
    ("validate", "ledger"),
    ("validate", "out"),
    ("ledger", "penalties"),
    ("penalties", "out"),
)
"""From where to where data go."""




def flow_picture() -> str:
    """Draw the way, from top to bottom."""
    pen, all_nodes = Pen("flow"), nodes()
    lead, y = pen.paragraph(MARGIN, 60, _LEAD, WIDTH - 2 * MARGIN)
    boxes = _laid_out(all_nodes, y + 6)
    shapes = [pen.text(MARGIN, 32, _TITLE, size=TITLE, bold=True), *lead]
    for start, end in ARROWS:
        shapes += pen.arrow(_way(boxes[start], boxes[end]))
    for id, node in all_nodes.items():
        shapes += _box(pen, node, boxes[id])
    return picture(pen, _TITLE, flow_in_words(), max(box.bottom for box in boxes.values()) + MARGIN, shapes)


def flow_in_words() -> str:
    """Say what the picture shows, in sentences."""
    all_nodes = nodes()
    places = (f"{node.title} ({', '.join(node.names)}, in asc_mandate.{node.room}): {node.words}" for node in all_nodes.values())
    ways = (f"from {all_nodes[start].title} to {all_nodes[end].title}" for start, end in ARROWS)
    return f"{_LEAD} {' '.join(places)} The ways: {'; '.join(ways)}."


def flow_table() -> str:
    """Write the way in Markdown."""
    all_nodes = nodes()
    rows = (
        (
            node.title,
            ", ".join(f"`{name}`" for name in node.names),
            f"`asc_mandate.{node.room}`",
            node.words,
            ", ".join(all_nodes[end].title for start, end in ARROWS if start == id) or "its caller",
        )
        for id, node in all_nodes.items()
    )
    return table(("Place", "Names", "Module", "What it is or does", "Goes on to"), rows)


def _laid_out(all_nodes: dict[str, Node], top: float) -> dict[str, Box]:
    boxes: dict[str, Box] = {}

    def put(id: str, column: tuple[float, float], y: float, height: float = 0) -> Box:
        x, width = column
        boxes[id] = Box(x, y, width, height or _height(all_nodes[id], width))
        return boxes[id]

    y = top
    for id in ("notice", "calendar", "windows", "checklist"):
        y = put(id, _LEFT, y).bottom + _ARROW
    put("in", _RIGHT, top)
    height = _height(all_nodes["return"], _RIGHT[1])
    put("return", _RIGHT, boxes["checklist"].bottom - height)
    below = put("validate", _FULL, y).bottom + _ARROW
    ledger = put("ledger", _LEFT, below)
    penalties = put("penalties", _LEFT, ledger.bottom + _ARROW)
    put("out", _RIGHT, below, penalties.bottom - below)
    return boxes


def _height(node: Node, width: float) -> float:
    return 2 * _PADDING + _LEADING * (2 + len(_names(node, width)) + len(_words(node, width))) + 6


def _names(node: Node, width: float) -> tuple[str, ...]:
    one = " → ".join(node.names)
    return (one,) if width_of(one, SMALL, code=True) <= width - 2 * _PADDING else node.names


def _words(node: Node, width: float) -> tuple[str, ...]:
    return wrapped(node.words, width - 2 * _PADDING, SMALL)


def _box(pen: Pen, node: Node, box: Box) -> list[str]:
    gate = node.room == "interchange"
    fill, stroke = (None, "accent") if gate else ("accent-soft", "accent") if node.is_question else ("soft", "line")
    x, y = box.x + _PADDING, box.y + _PADDING + 11
    shapes = [
        pen.box(box.x, box.y, box.width, box.height, fill=fill, stroke=stroke, dashed=gate, round=6),
        pen.text(x, y, node.title, size=BODY, bold=True, tone="accent" if node.is_question else "ink"),
    ]
    y += _LEADING + 3
    for name in _names(node, box.width):
        shapes.append(pen.text(x, y, name, size=SMALL, code=True))
        y += _LEADING
    for line in _words(node, box.width):
        shapes.append(pen.text(x, y, line, size=SMALL, tone="ink"))
        y += _LEADING
    shapes.append(pen.text(x, box.bottom - _PADDING + 1, f"asc_mandate.{node.room}", size=SMALL, tone="muted", code=True))
    return shapes


def _way(start: Box, end: Box) -> list[tuple[float, float]]:
    """The straight way between two boxes: down where one lies below the other, and to the side otherwise."""
    if end.y >= start.bottom:
        narrow = min((start, end), key=lambda box: box.width)
        x = narrow.x + narrow.width / 2
        return [(x, start.bottom), (x, end.y)]
    y = start.y + start.height / 2
    return [(start.x + start.width, y), (end.x, y)]


def _room(found: object) -> str:
    return str(getattr(found, "__module__", "")).split(".")[1]
