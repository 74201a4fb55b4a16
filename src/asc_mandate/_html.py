"""Small tables for notebooks, which follow the notebook's own light or dark colours."""

from collections.abc import Iterable, Sequence

_CELL = "text-align:left;vertical-align:top;padding:2px 8px"


def escape(text: str) -> str:
    """Return text with what HTML would take for its own marks written out."""
    # Imported on first use, because few callers are notebooks.
    import html

    return html.escape(text)


def table(above: Sequence[str], headings: Sequence[str], rows: Iterable[Sequence[str]], *below: str) -> str:
    """Return a table as HTML, with lines above, of which the first is the title, and below; all text is escaped."""
    title, *said = above
    body = "".join(_row("td", row) for row in rows)
    shown = f"<table><thead>{_row('th', headings)}</thead><tbody>{body}</tbody></table>" if body else ""
    head = f"<p><strong>{escape(title)}</strong></p>"
    return f'<div style="max-width:60em;overflow-x:auto">{head}{_paragraphs(said)}{shown}{_paragraphs(below)}</div>'


def _paragraphs(lines: Iterable[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines if line)


def _row(tag: str, cells: Iterable[str]) -> str:
    shown = "".join(f'<{tag} style="{_CELL}">{escape(cell)}</{tag}>' for cell in cells)
    return f"<tr>{shown}</tr>"
