"""Write every picture into a folder."""

from pathlib import Path

from . import pictures


def write(folder: Path) -> None:
    """Write every picture into a folder, and make it where there is none."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pictures().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
