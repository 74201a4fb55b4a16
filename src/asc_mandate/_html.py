"""Small tables for notebooks, which follow the notebook's own light or dark colours."""

from collections.abc import Iterable, Sequence


def table(above: Sequence[str], headings: Sequence[str], rows: Iterable[Sequence[str]], *below: str) -> str:
    """Return a table as HTML, with lines above, of which the first is the title, and below; all text is escaped."""
    # Imported on first use, because few callers are notebooks.
    from html import escape

    def row(tag: str, cells: Iterable[str]) -> str:
        style = "text-align:left;vertical-align:top;padding:2px 8px"
        shown = "".join(f'<{tag} style="{style}">{escape(cell)}</{tag}>' for cell in cells)
        return f"<tr>{shown}</tr>"

    def paragraphs(lines: Iterable[str]) -> str:
        return "".join(f"<p>{escape(line)}</p>" for line in lines if line)

    title, *said = above
    body = "".join(row("td", cells) for cells in rows)
    shown = f"<table><thead>{row('th', headings)}</thead><tbody>{body}</tbody></table>" if body else ""
    head = f"<p><strong>{escape(title)}</strong></p>"
    return f'<div style="max-width:60em;overflow-x:auto">{head}{paragraphs(said)}{shown}{paragraphs(below)}</div>'
