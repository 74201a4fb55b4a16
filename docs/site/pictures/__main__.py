"""Write every picture into docs/pictures: ``python -m docs.site.pictures``, from the root of the repository."""

from pathlib import Path

from docs.site.pictures import pictures

if __name__ == "__main__":
    folder = Path(__file__).parents[2] / "pictures"
    folder.mkdir(exist_ok=True)
    for name, text in pictures().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
