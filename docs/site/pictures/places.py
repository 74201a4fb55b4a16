"""The places that data pass on their way through the library, and how they go from one to the next."""

from collections.abc import Callable
from typing import get_type_hints

from attrs import frozen

import asc_mandate as am
from asc_mandate import interchange
from asc_mandate.interchange import capacity_tracker
from asc_mandate.rules import RULES


@frozen
class Use:
    """What a caller uses at a place.

    Attributes:
        call: The function or the type.
        title: What it is for, where a place has several; empty otherwise.
        words: In which shape data come or go there; empty where the place says it.
    """

    call: Callable[..., object]
    title: str = ""
    words: str = ""

    @property
    def name(self) -> str:
        """What it is called."""
        return self.call.__name__

    @property
    def gives(self) -> str:
        """The type of what comes of a function; empty for a type, and for what is no type of this library."""
        found = get_type_hints(self.call).get("return")
        name = getattr(found, "__name__", "")
        return name if name in am.__all__ else ""


@frozen
class Place:
    """A place that data pass.

    Attributes:
        title: What it is called for short; a question where it answers one.
        words: What it is or does; empty where its uses say it.
        uses: What a caller uses there.
    """

    title: str
    words: str
    uses: tuple[Use, ...]

    @property
    def room(self) -> str:
        """The room of the package in which it stands."""
        return self.uses[0].call.__module__.split(".")[1]

    @property
    def is_question(self) -> bool:
        """Whether it answers one of the four questions."""
        return self.title.endswith("?")


def places() -> dict[str, Place]:
    """The places by name, from first to last."""
    return {
        "notice": Place(
            "The notice, as data",
            f"{len(am.editions())} editions, {len(am.ENGLAND.campaigns)} campaigns, {len(am.readings())} readings, "
            "enforcement and fees",
            (Use(am.editions),),
        ),
        "calendar": Place(
            "The calendar", "Working days and campaigns; add what is announced later", (Use(am.Calendar),)
        ),
        "windows": Place("When?", "The days in which a return must be saved", (Use(am.reporting_window),)),
        "checklist": Place("What?", "Each item: required, not required or not known; and why", (Use(am.checklist),)),
        "in": Place(
            "In",
            "",
            (
                Use(interchange.return_from_record, "A form or a database", "a record, such as JSON"),
                Use(capacity_tracker.return_from_api, "Capacity Tracker’s API", "an item that it hands out"),
                Use(capacity_tracker.return_from_extract, "Capacity Tracker’s extract", "a row of the CSV file"),
            ),
        ),
        "return": Place("A return", "What one location says for one month, and when it was saved", (Use(am.Return),)),
        "validate": Place(
            "Does it?",
            f"Holds the return against the checklist of its day and {len(RULES)} rules between fields; each "
            "finding cites what it rests on",
            (Use(am.validate),),
        ),
        "ledger": Place("The months", "What came of each window", (Use(am.Ledger),)),
        "penalties": Place(
            "What follows?",
            "Which tests of law and policy are met, and what a person must still judge",
            (Use(am.assess_penalty),),
        ),
        "out": Place(
            "Out",
            "",
            (
                Use(interchange.report_to_record, "A report", "a record, such as JSON"),
                Use(interchange.finding_rows, "Its findings", "rows of a table"),
                Use(interchange.assessment_to_record, "An assessment", "a record, such as JSON"),
            ),
        ),
    }


ARROWS = (
    ("notice", "calendar"),
    ("calendar", "windows"),
    ("windows", "checklist"),
    ("in", "return"),
    ("checklist", "validate"),
    ("return", "validate"),
    ("validate", "ledger"),
    ("validate", "out"),
    ("ledger", "penalties"),
    ("penalties", "out"),
)
"""From which place to which data go."""
