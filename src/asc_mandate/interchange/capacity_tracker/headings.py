"""Which name a heading stands for, however it is written.

Capital letters, white space of every kind, byte order marks and brackets make no difference. An underscore stands for
a space between the words of a name that has several; a name of one word is not cut in two by one: "HoursPaid_DomCare"
is not read, and has ``hourspaiddomcare`` for its nearest name.
"""

import re
from collections.abc import Iterable, Mapping

from asc_mandate._format import closest

# Of what is white to the eye, \s lacks the byte order mark and the marks of no width.
_DROPPED = re.compile(r"[\s\ufeff\u200b-\u200d\u2060()\[\]{}]+")


def _fold(text: str) -> str:
    return _DROPPED.sub("", text.lower()).strip("_")


def fold_all(names: Iterable[str]) -> dict[str, str]:
    """Return the names that ``name_of`` is to know, by what it compares."""
    return {_fold(name).replace("_", ""): name for name in names}


def name_of(heading: object, folded: Mapping[str, str]) -> str | None:
    """Return the name that a heading stands for, or None."""
    text = _fold(heading) if isinstance(heading, str) else ""
    name = folded.get(text.replace("_", ""))
    return name if name and ("_" in name or "_" not in text) else None


def nearest(heading: object, names: Iterable[str]) -> str | None:
    """Return the name that a heading which stands for none most likely means, or None."""
    return closest(heading.lower(), names) if isinstance(heading, str) else None
