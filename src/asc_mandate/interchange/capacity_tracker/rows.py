"""Reading rows: each becomes a return or is refused, and every heading is accounted for, however it is written.

Capital letters, white space of every kind, byte order marks and brackets make no difference. An underscore stands for
a space between the words of a name that has several; a name of one word is not cut in two by one: "HoursPaid_DomCare"
is not read, and has ``hourspaiddomcare`` for its nearest name.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, NamedTuple, cast

from attrs import evolve, frozen

from asc_mandate._coerce import FrozenDict, refusal
from asc_mandate._format import closest, join_words, name_type, one_line, plural, quote
from asc_mandate.errors import InvalidRecord, Problem
from asc_mandate.interchange.capacity_tracker.cells import NOTHING, WHITE, Reader, content, reader_of, to_location_id
from asc_mandate.interchange.capacity_tracker.names import Names
from asc_mandate.notice.index import ever_asked, sections_of
from asc_mandate.notice.shapes import ServiceType
from asc_mandate.returns import NotCarried, Return, Saved

Row = Mapping[object, object]
Columns = dict[object, str | None]

_MOST = 20
_DROPPED = re.compile(rf"[{WHITE}()\[\]{{}}]+")


def as_mapping(given: object) -> Row | None:
    """Return what has names and values, such as a Row of Spark; None for anything else."""
    if isinstance(given, Mapping):
        return cast("Row", given)
    as_dict = getattr(given, "asDict", None)
    return cast("Row", as_dict(recursive=True)) if callable(as_dict) else None


def _fold(text: str) -> str:
    return _DROPPED.sub("", text.lower()).strip("_")


def _first(shown: Sequence[str]) -> str:
    more = [f"{len(shown) - _MOST:,} more"] if len(shown) > _MOST else []
    return join_words([*shown[:_MOST], *more])


def _show(heading: object) -> str:
    if heading is None:
        # Where csv.DictReader puts what a line has beyond its headings.
        return "cells beyond the last heading"
    return quote(heading) if isinstance(heading, str) else name_type(heading)


def _none_known(headings: Iterable[object], expected: str) -> InvalidRecord:
    has = _first([_show(heading) for heading in headings]) or "no headings at all"
    return InvalidRecord((Problem("", f"has no heading that is known; it has {has}; pass {expected}"),))


@frozen(eq=False)
class Source:
    """What rows of one kind are like: the names that are known, each with what it is read as, and how cells are found.

    Cells are found as the heading, the place of the cell where it is one of several, and the cell.
    """

    expected: str
    reads: Mapping[str, str | None]
    cells: Callable[[Row], Iterable[tuple[object, int, object]]]

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {_fold(name).replace("_", ""): name for name in self.reads}

    def name_of(self, heading: object) -> str | None:
        """Return the name that a heading stands for, or None."""
        text = _fold(heading) if isinstance(heading, str) else ""
        name = self._folded.get(text.replace("_", ""))
        return name if name and ("_" in name or "_" not in text) else None

    def to_row(self, given: object, name: str) -> Row:
        """Return a row that a caller passed alone."""
        row = as_mapping(given)
        if row is None:
            raise refusal(name, given, self.expected)
        return row

    def read(self, row: Row, columns: Columns, blanks: frozenset[str] = NOTHING) -> dict[str, object]:
        """Return what the cells of a row hold, by name, and add to the columns what each heading was read as."""
        given: dict[str, object] = {}
        written: dict[str, object] = {}
        twice: list[Problem] = []
        for heading, place, cell in self.cells(row):
            name, columns[heading] = _name_at(self, heading, place)
            if name is None:
                continue
            held = content(cell, blanks)
            if given.get(name) is None:
                given[name], written[name] = held, heading
            elif held is not None:
                under = f"{_show(written[name])} and {_show(heading)}"
                twice.append(Problem(name, f"has two cells, under {under}; keep one"))
        if twice:
            raise InvalidRecord(tuple(twice))
        if not given:
            raise _none_known(row, self.expected)
        return given


# Cached because every row of a table has the same headings.
@lru_cache(maxsize=1024)
def _name_at(source: Source, heading: object, place: int) -> tuple[str | None, str | None]:
    """Return the name that a heading stands for, with its place, and what it is read as."""
    name = source.name_of(heading)
    return (name.replace("[]", f"[{place}]"), source.reads[name]) if name else (None, None)


@frozen(eq=False)
class Layout:
    """What rows of one kind have names for, and the sections of which they say when they were last saved."""

    service: ServiceType
    names: Names
    saves_of: tuple[str, ...]

    @cached_property
    def _fields(self) -> list[tuple[str, Reader, tuple[str, ...]]]:
        asked = ever_asked(self.service)
        named = [(id, names) for id, names in self.names.items() if names and id in asked]
        return [(id, reader_of(asked[id].kind, len(names)), names) for id, names in named]

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(chain.from_iterable(self.names.values()))

    def to_return(self, given: Mapping[str, object], saved: Saved, unread_save: str) -> Return:
        """Return what the cells of a row say, of which the save has been read."""
        values: dict[str, object] = {}
        for id, read, names in self._fields:
            answer = read(*map(given.get, names))
            # Half a thing is not a blank: of some columns alone it is none.
            if answer is not None or all(name in given for name in names):
                values[id] = answer
        lacking = tuple([id for id in ever_asked(self.service) if id not in values])
        told = self.saves_of if saved or unread_save else ()
        not_carried = _not_carried(self.service, lacking, told)
        if unread_save:
            not_carried = evolve(not_carried, unreadable_saves=dict.fromkeys(told, unread_save))
        (id_name,) = self.names["location_id"]
        location_id = to_location_id(given.get(id_name))
        # What answers nothing is handed on under its own name, so that it is found and not lost.
        values |= {
            name: cell
            for name, cell in given.items()
            if cell is not None and (name not in self._known or (name == id_name and location_id is None))
        }
        return Return(self.service, values, location_id=location_id, saved=saved or {}, not_carried=not_carried)


# Cached because the rows of a table lack the same.
@lru_cache(maxsize=128)
def _not_carried(service: ServiceType, fields: tuple[str, ...], told: tuple[str, ...]) -> NotCarried:
    saves = [section for section in sections_of(service) if section not in told]
    return NotCarried(fields=fields, saves=saves, earlier_saves=True)


class RefusedRow(NamedTuple):
    """A row that no return could be read from, by its number, and what is wrong with it; the first row is 1."""

    number: int
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        return "\n".join(
            f"Row {self.number}{f', {problem.path}:' if problem.path else ''} {problem.message}"
            for problem in self.problems
        )

    def __repr__(self) -> str:
        return one_line(self, f"row {self.number}", plural(len(self.problems), "problem"))


@frozen(unsafe_hash=False, repr=False)
class ReadRows:
    """What many rows say. ``str()`` of it tells what was not read, and why.

    Attributes:
        returns: The returns, in the order of the rows.
        refused: The rows that no return could be read from.
        columns: Heading, as it is written, to what it was read as: a field id, "location_id", "saved" or, of the API,
            "service"; None where it was not read.
        unread: The headings that were not read, each with the nearest known name that no other heading has, or None.
        without_location_id: The numbers of the rows that were read and have no location id.
    """

    returns: tuple[Return, ...]
    refused: tuple[RefusedRow, ...]
    columns: Mapping[object, str | None]
    unread: Mapping[object, str | None]
    without_location_id: tuple[int, ...]

    def __str__(self) -> str:
        lines = [f"{plural(len(self.returns), 'row')} read, {len(self.refused):,} refused."]
        if self.unread:
            shown = (f"{_show(name)}{f' (did you mean {near}?)' if near else ''}" for name, near in self.unread.items())
            lines.append(f"Columns that were not read: {'; '.join(shown)}.")
        if self.without_location_id:
            lines.append(f"Rows without a location id: {_first(list(map(str, self.without_location_id)))}.")
        lines += map(str, self.refused[:_MOST])
        if len(self.refused) > _MOST:
            lines.append(f"And {plural(len(self.refused) - _MOST, 'more row')} refused.")
        return "\n".join(lines)

    def __repr__(self) -> str:
        unread = plural(len(self.unread), "column")
        return f"ReadRows({plural(len(self.returns), 'return')}, {len(self.refused):,} refused, {unread} not read)"


class RowReader(Iterator[Return | RefusedRow]):
    """An iterator over returns and refused rows, which holds one row and every heading at a time.

    Attributes:
        columns: What each heading so far was read as, as in ``ReadRows``.
        number: The number of the latest row.
    """

    def __init__(self, rows: object, source: Source, read: Callable[[Row, Columns], Return]) -> None:
        if isinstance(rows, (str, Mapping)) or not isinstance(rows, Iterable):
            raise refusal("rows", cast("Any", rows), f"what yields rows, each {source.expected}")
        self.columns: Columns = {}
        self.number: int = 0
        self._rows = iter(cast("Iterable[object]", rows))
        self._source = source
        self._read = read

    @property
    def unread(self) -> Columns:
        """The headings so far that were not read, as in ``ReadRows``."""
        taken = set(map(self._source.name_of, self.columns))
        left = [name for name in self._source.reads if name not in taken]
        return {
            heading: closest(heading.lower(), left) if isinstance(heading, str) else None
            for heading, reads in self.columns.items()
            if reads is None
        }

    def read(self) -> ReadRows:
        """Return what all rows say that are left."""
        items = [(self.number, item) for item in self]
        returns = {number: item for number, item in items if isinstance(item, Return)}
        refused = tuple(item for _, item in items if isinstance(item, RefusedRow))
        without_id = tuple(number for number, item in returns.items() if item.location_id is None)
        columns, unread = FrozenDict(self.columns), FrozenDict(self.unread)
        return ReadRows(tuple(returns.values()), refused, columns, unread, without_id)

    def __next__(self) -> Return | RefusedRow:
        try:
            given = next(self._rows)
        except StopIteration:
            if self.number and not any(self.columns.values()):
                raise _none_known(self.columns, f"rows, each {self._source.expected}") from None
            raise
        self.number += 1
        row = as_mapping(given)
        if row is None:
            message = f"is {name_type(given)}; pass {self._source.expected}"
            return RefusedRow(self.number, (Problem("", message),))
        try:
            return self._read(row, self.columns)
        except InvalidRecord as refused:
            return RefusedRow(self.number, refused.problems)
