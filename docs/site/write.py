"""Writes what is generated: ``python -m docs.site.write``, which building the documentation does by itself."""

from pathlib import Path

from .pages import pages

_GENERATED = ("notice", "reference")


def write(docs: Path) -> None:
    """Write every generated page under a directory, and remove what is generated no longer."""
    texts = {docs / name: text for name, text in pages().items()}
    for directory in _GENERATED:
        for stale in set((docs / directory).glob("*.md")) - texts.keys():
            stale.unlink()
    for path, text in texts.items():
        # Left alone where nothing changed, so that only what changed is built again.
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(Path(__file__).parent.parent)
