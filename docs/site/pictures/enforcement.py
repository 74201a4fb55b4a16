"""The path from a missed window to a final notice, with the grade of each step."""

from .drawing import HEADING, MARGIN, SMALL, TITLE, WIDTH, Pen, picture
from .lettering import width_of, wrapped
from .steps import NOT_FOUND, Fact, statutory_tests, steps, withdrawal
from .wording import Cite, linked, table

_TITLE = "From a missed window to a final notice"
_LEAD = "No step follows by itself: each may follow. The mark at its side tells how well it is known."
_ASKED = "Penalty for a missed window: a yes to each"
_GRADES = {
    "statute": "the text of the law, read",
    "official": "a public body says so",
    "secondary": "a third party says so",
    "inferred": "our reasoning, written down",
    NOT_FOUND: "looked for, and stated as a gap",
}
_MARKS = {
    "statute": ("accent", "accent", False, "on-accent"),
    "official": ("accent-soft", "accent", False, "ink"),
    "secondary": ("warning-soft", "warning", False, "warning"),
    "inferred": (None, "line", True, "muted"),
    NOT_FOUND: (None, "warning", True, "warning"),
}
_SPINE, _TEXT, _RIGHT = 18, 46, WIDTH - MARGIN
_MARK_WIDTH = 84
_TEXT_WIDTH = _RIGHT - _MARK_WIDTH - 14 - _TEXT
_STEP = 17


def enforcement_picture() -> str:
    """Draw the path, from top to bottom."""
    pen = Pen("asc-enforcement")
    shapes = [pen.text(MARGIN, 32, _TITLE, size=TITLE, bold=True)]
    lines, y = pen.paragraph(MARGIN, 60, _LEAD, WIDTH - 2 * MARGIN)
    shapes += lines
    lines, y = _path(pen, y)
    shapes += lines
    lines, y = _asked(pen, y)
    shapes += lines
    lines, y = _key(pen, y + 8)
    return picture(pen, _TITLE, enforcement_in_words(), y, [*shapes, *lines])


def enforcement_in_words() -> str:
    """Say what the picture shows, in sentences."""
    path = (
        f"{number}. {step.name}: {' '.join(f'{fact.words} ({fact.grade})' for fact in step.facts)}"
        for number, step in enumerate(steps(), 1)
    )
    either = withdrawal()
    asked = (f"{test.question} ({test.citation.source.grade})" for test in statutory_tests())
    return " ".join((_LEAD, *path, f"{either.words} ({either.grade})", f"{_ASKED}:", *asked))


def enforcement_table(cite: Cite = linked) -> str:
    """Write the path in Markdown, with the sources."""
    rows = [
        (
            f"{number}. {step.name}",
            " ".join(fact.words for fact in step.facts),
            " or ".join(f"`{stage}`" for stage in step.stages),
            step.facts[0].grade,
            "; ".join(cite(fact.citation) if fact.citation else NOT_FOUND for fact in step.facts),
        )
        for number, step in enumerate(steps(), 1)
    ]
    either = withdrawal()
    rows.append(
        ("At any time", either.words, "`withdrawn`", either.grade, cite(either.citation) if either.citation else "")
    )
    asked = [(test.question, test.citation.source.grade.value, cite(test.citation)) for test in statutory_tests()]
    return "\n".join(
        (
            table(("Step", "What is known", "Stage", "Grade", "Sources"), rows),
            table((_ASKED, "Grade", "Source"), asked),
        )
    )


def _path(pen: Pen, y: float) -> tuple[list[str], float]:
    shapes: list[str] = []
    part, above = "", 0.0
    for number, step in enumerate(steps(), 1):
        if step.part != part:
            part = step.part
            y += 10
            shapes.append(pen.text(_TEXT, y, part, tone="accent", size=SMALL, bold=True))
            y += 27
        if above:
            shapes += pen.arrow([(_SPINE, above + 10), (_SPINE, y - 21)])
        above = y
        shapes += [
            pen.circle(_SPINE, y - 5, 13, fill="accent"),
            pen.text(_SPINE, y, str(number), tone="on-accent", bold=True, anchor="middle"),
            pen.text(_TEXT, y, step.name, size=HEADING, bold=True),
        ]
        y += 23
        for fact in step.facts:
            drawn, y = _fact(pen, fact, y)
            shapes += drawn
        y += 16
    drawn, y = _fact(pen, withdrawal(), y + 2)
    return [*shapes, *drawn], y + 8


def _fact(pen: Pen, fact: Fact, y: float) -> tuple[list[str], float]:
    lines = wrapped(fact.words, _TEXT_WIDTH, 13)
    shapes = [pen.text(_TEXT, y + _STEP * n, line, tone="muted", size=13) for n, line in enumerate(lines)]
    return [*shapes, *_mark(pen, fact.grade, y)], y + _STEP * len(lines) + 8


def _mark(pen: Pen, grade: str, y: float) -> list[str]:
    fill, stroke, dashed, tone = _MARKS[grade]
    x = _RIGHT - _MARK_WIDTH
    return [
        pen.box(x, y - 14, _MARK_WIDTH, 20, fill=fill, stroke=stroke, dashed=dashed, round=10),
        pen.text(x + _MARK_WIDTH / 2, y, grade, tone=tone, size=SMALL, anchor="middle"),
    ]


def _asked(pen: Pen, y: float) -> tuple[list[str], float]:
    shapes = [pen.line(MARGIN, y, _RIGHT, y, stroke="faint")]
    y += 26
    shapes.append(pen.text(MARGIN, y, _ASKED, size=HEADING, bold=True))
    y += 24
    for test in statutory_tests():
        lines = wrapped(test.question, _RIGHT - _MARK_WIDTH - 14 - MARGIN, 13)
        shapes += [pen.text(MARGIN, y + _STEP * n, line, size=13) for n, line in enumerate(lines)]
        shapes += _mark(pen, test.citation.source.grade.value, y)
        y += _STEP * len(lines) + 8
    return shapes, y


def _key(pen: Pen, y: float) -> tuple[list[str], float]:
    shapes = [pen.line(MARGIN, y - 10, _RIGHT, y - 10, stroke="faint")]
    y += 14
    for grade, meaning in _GRADES.items():
        shapes += [
            pen.text(MARGIN, y, grade, size=SMALL, bold=True),
            pen.text(MARGIN + width_of("secondary ", SMALL, bold=True) + 6, y, meaning, tone="muted", size=SMALL),
        ]
        y += _STEP
    return shapes, y + 4
