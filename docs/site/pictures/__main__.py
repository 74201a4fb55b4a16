"""Write every picture into docs/pictures: ``python -m docs.site.pictures``, from the root of the repository."""

from pathlib import Path

from .write import write

if __name__ == "__main__":
    write(Path(__file__).parents[2] / "pictures")
