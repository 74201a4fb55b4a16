"""The few shapes of which pictures are made, and their colours in the light and in the dark."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from attrs import frozen

from .lettering import wrapped

WIDTH = 448
"""How wide every picture is in its own units, laid out for a phone; the page around it has margins enough."""
MARGIN = 4
_SHOWN_AT = 560
"""How many pixels a picture takes where there is room."""

TITLE, HEADING, BODY, SMALL = 19.0, 15.0, 13.5, 12.5
"""Sizes of text; the smallest is more than nine pixels on a phone of 360, the margins of a page taken off."""

TONES = {
    "ink": ("#16191d", "#eceef1"),
    "muted": ("#565e69", "#a9b1bc"),
    "line": ("#8b949f", "#69727e"),
    "faint": ("#d3d8de", "#3a4049"),
    "soft": ("#f1f3f5", "#1f2328"),
    "accent": ("#1d5b94", "#84bff2"),
    "accent-soft": ("#dce9f5", "#1b3349"),
    "on-accent": ("#ffffff", "#0d1a26"),
    "warning": ("#a3430b", "#ffae75"),
    "warning-soft": ("#fdeee2", "#3b2617"),
}
"""Neutral greys, one accent and one warning, each for a light and for a dark page."""

_FONT = 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif'
_CODE_FONT = "ui-monospace,SFMono-Regular,Menlo,Consolas,monospace"


@frozen
class Pen:
    """Draws shapes whose classes begin with a name of their own, so that pictures on one page leave each other alone.

    Attributes:
        name: What the classes and the ids of the picture begin with.
    """

    name: str

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        tone: str = "ink",
        size: float = BODY,
        bold: bool = False,
        code: bool = False,
        anchor: str = "start",
    ) -> str:
        """One line of text, on a baseline."""
        classes = f"{self.name}-fill-{tone}" + (f" {self.name}-code" if code else "")
        weight = ' font-weight="600"' if bold else ""
        place = "" if anchor == "start" else f' text-anchor="{anchor}"'
        return (
            f'<text class="{classes}" x="{_figure(x)}" y="{_figure(y)}" font-size="{_figure(size)}"{weight}{place}>'
            f"{escape(words)}</text>"
        )

    def paragraph(
        self,
        x: float,
        y: float,
        words: str,
        width: float,
        *,
        tone: str = "ink",
        size: float = BODY,
        bold: bool = False,
        leading: float = 1.35,
    ) -> tuple[list[str], float]:
        """Lines of text below one another, and where the next baseline would be."""
        lines = wrapped(words, width, size, bold=bold)
        step = size * leading
        return (
            [self.text(x, y + step * n, line, tone=tone, size=size, bold=bold) for n, line in enumerate(lines)],
            y + step * len(lines),
        )

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        stroke: str | None = None,
        dashed: bool = False,
        round: float = 0,
        thick: float = 1,
    ) -> str:
        """A rectangle, filled or outlined or both."""
        corners = f' rx="{_figure(round)}"' if round else ""
        return (
            f'<rect class="{self._classes(fill, stroke)}" x="{_figure(x)}" y="{_figure(y)}" width="{_figure(width)}" '
            f'height="{_figure(height)}"{corners}{_line(stroke, dashed, thick)}/>'
        )

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        *,
        stroke: str = "line",
        dashed: bool = False,
        thick: float = 1,
    ) -> str:
        """A straight line."""
        return (
            f'<line class="{self._classes(None, stroke)}" x1="{_figure(x1)}" y1="{_figure(y1)}" x2="{_figure(x2)}" '
            f'y2="{_figure(y2)}"{_line(stroke, dashed, thick)}/>'
        )

    def circle(self, x: float, y: float, radius: float, *, fill: str | None = None, stroke: str | None = None) -> str:
        """A circle, filled or outlined or both."""
        return (
            f'<circle class="{self._classes(fill, stroke)}" cx="{_figure(x)}" cy="{_figure(y)}" '
            f'r="{_figure(radius)}"{_line(stroke, False, 1.5)}/>'
        )

    def arrow(self, points: Sequence[tuple[float, float]], *, stroke: str = "line", thick: float = 1.5) -> list[str]:
        """Straight lines from point to point, with a head at the last, which points up, down or to a side."""
        *_, before, (x, y) = points
        across, down = _sign(x - before[0]), _sign(y - before[1])
        foot_x, foot_y = x - 8 * across, y - 8 * down
        head = ((x, y), (foot_x + 4.5 * down, foot_y + 4.5 * across), (foot_x - 4.5 * down, foot_y - 4.5 * across))
        shaft = [*points[:-1], (foot_x, foot_y)]
        return [
            f'<polyline class="{self._classes(None, stroke)}" points="{_points(shaft)}"{_line(stroke, False, thick)}/>',
            f'<polygon class="{self._classes(stroke, None)}" points="{_points(head)}"/>',
        ]

    def _classes(self, fill: str | None, stroke: str | None) -> str:
        filled = f"{self.name}-fill-{fill}" if fill else f"{self.name}-hollow"
        return f"{filled} {self.name}-stroke-{stroke}" if stroke else filled


def picture(pen: Pen, title: str, description: str, height: float, shapes: Iterable[str]) -> str:
    """The text of an SVG that names and describes itself and carries its colours."""
    name, body = pen.name, "\n".join(shapes)
    shown_height = round(height * _SHOWN_AT / WIDTH)
    return (
        f'<svg class="{name}" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_figure(height)}" '
        f'width="{_SHOWN_AT}" height="{shown_height}" role="img" aria-labelledby="{name}-title" '
        f'aria-describedby="{name}-desc">\n'
        f'<title id="{name}-title">{escape(title)}</title>\n'
        f'<desc id="{name}-desc">{escape(description)}</desc>\n'
        f"<style>\n{_style(name, body)}\n</style>\n{body}\n</svg>\n"
    )


def _style(name: str, body: str) -> str:
    # The plain colour before the variable is for readers of SVG that know no variables.
    uses = [
        f".{name}-{what}-{tone}{{{what}:{light};{what}:var(--{tone})}}"
        for what in ("fill", "stroke")
        for tone, (light, _) in TONES.items()
        if f"{name}-{what}-{tone}" in body
    ]
    return "\n".join(
        (
            f".{name}{{{_variables(0)};max-width:100%;height:auto;font-family:{_FONT};font-variant-numeric:tabular-nums}}",
            f"@media (prefers-color-scheme: dark){{.{name}{{{_variables(1)}}}}}",
            # A reader may choose against the system where the picture is part of a page.
            f'body[data-theme="light"] .{name}{{{_variables(0)}}}',
            f'@media not print{{body[data-theme="dark"] .{name}{{{_variables(1)}}}}}',
            f".{name}-code{{font-family:{_CODE_FONT}}}",
            f".{name}-hollow{{fill:none}}",
            *uses,
        )
    )


def _variables(which: int) -> str:
    return ";".join(f"--{tone}:{colours[which]}" for tone, colours in TONES.items())


def _line(stroke: str | None, dashed: bool, thick: float) -> str:
    if stroke is None:
        return ""
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    return f' stroke-width="{_figure(thick)}"{dashes}'


def _points(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_figure(x)},{_figure(y)}" for x, y in points)


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
