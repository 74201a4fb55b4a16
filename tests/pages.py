"""Run the examples of pages: ``python tests/pages.py docs/how-to/*.md``, from the root of the repository."""

import doctest
import sys
from pathlib import Path

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser


def run(page):
    """Run every example of a page, in order, and fail at the first that prints anything else than the page says."""
    parser = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
    for example in Sybil(parsers=[parser], path=str(page.parent)).parse(page):
        example.evaluate()


if __name__ == "__main__":
    for name in sys.argv[1:]:
        sys.stdout.write(f"{name}\n")
        run(Path(name))
