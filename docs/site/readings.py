"""Where the notice is silent: each reading with its alternatives, its ground and what rests on it."""

from collections.abc import Iterator

import asc_mandate as am

from .markdown import bullets, code, page, plain
from .provenance import cited


def readings_page() -> str:
    """Return the page of readings."""
    return page(
        "# Where the notice is silent",
        "Each of these is a decision, written down with what else the words would bear. An answer that rests on one "
        "names it: look for `readings` on requirements, findings, windows and tests.",
        *(block for reading in am.readings() for block in _reading(reading)),
    )


def _reading(reading: am.Reading) -> Iterator[str]:
    yield f"## {code(reading.id)}"
    yield f"**{plain(reading.question)}**"
    yield f"Taken: {plain(reading.taken)}"
    others = [plain(alternative) for alternative in reading.alternatives]
    yield f"Another reading: {others[0]}" if len(others) == 1 else f"Other readings:\n\n{bullets(others)}"
    yield f"The words that leave it open: {cited(reading.citation)}"
