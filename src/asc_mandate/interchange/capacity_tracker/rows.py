"""Reading rows: each becomes a return or is refused, and every heading is accounted for, however it is written.

Capital letters, white space of every kind, byte order marks and brackets make no difference. An underscore stands for
a space between the words of a name that has several; a name of one word is not cut in two by one: "HoursPaid_DomCare"
is not read, and has ``hourspaiddomcare`` for its nearest name.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import Any, NamedTuple, cast

from attrs import evolve, field, frozen

from asc_mandate._coerce import FrozenDict, refusal
from asc_mandate._format import closest, join_words, name_type, one_line, plural, quote
from asc_mandate.errors import InvalidRecord, Problem
from asc_mandate.interchange.capacity_tracker.cells import NOTHING, Reader, content, reader_of, to_location_id
from asc_mandate.notice.index import ever_asked, sections_of
from asc_mandate.notice.shapes import ServiceType
from asc_mandate.returns import NotCarried, Return, Saved

Row = Mapping[object, object]
Columns = Mapping[object, str | None]

_MOST = 20
# Of what is white to the eye, \s lacks the byte order mark and the marks of no width.
_DROPPED = re.compile(r"[\s\ufeff\u200b-\u200d\u2060()\[\]{}]+")


def as_mapping(given: object) -> Row | None:
    """Return what has names and values, such as a Row of Spark; None for anything else."""
    if isinstance(given, Mapping):
        return cast("Row", given)
    as_dict = getattr(given, "asDict", None)
    return cast("Row", as_dict(recursive=True)) if callable(as_dict) else None


def _fold(text: str) -> str:
    return _DROPPED.sub("", text.lower()).strip("_")


def name_of(heading: object, folded: Mapping[str, str]) -> str | None:
    """Return the name that a heading stands for, or None."""
    text = _fold(heading) if isinstance(heading, str) else ""
    name = folded.get(text.replace("_", ""))
    return name if name and ("_" in name or "_" not in text) else None


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
class Table:
    """What rows of one kind are like: the names that are known, how cells are found, and how they are read."""

    expected: str
    reads: Mapping[str, str | None]
    # Each heading, the place of its cell where it is one of several, and the cell.
    cells: Callable[[Row], Iterable[tuple[object, int, object]]]
    read: Callable[[Row, dict[str, object]], Return]

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """The names, by what headings are compared with."""
        return {_fold(name).replace("_", ""): name for name in self.reads}

    def read_one(self, given: object, name: str, blanks: frozenset[str] = NOTHING) -> Return:
        """Return what a row says that a caller passed alone."""
        row = as_mapping(given)
        if row is None:
            raise refusal(name, given, self.expected)
        return self.read_row(row, blanks, {})

    def read_row(self, row: Row, blanks: frozenset[str], columns: dict[object, str | None]) -> Return:
        """Return what a row says, and add to the columns what each heading was read as."""
        headings, places, cells = tuple(zip(*self.cells(row), strict=True)) or ((), (), ())
        # By their own characters, whatever a heading says that it equals.
        texts = tuple([str.__str__(heading) if isinstance(heading, str) else None for heading in headings])
        given: dict[str, object] = {}
        written: dict[str, object] = {}
        twice: list[Problem] = []
        for (name, reads), heading, cell in zip(_names(self, texts, places), headings, cells, strict=True):
            columns[heading] = reads
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
        return self.read(row, given)


# Cached, as is what follows from the names, because every row of a table has the same headings.
@lru_cache(maxsize=128)
def _names(
    table: Table, headings: tuple[str | None, ...], places: tuple[int, ...]
) -> list[tuple[str | None, str | None]]:
    """Return the name that each heading stands for, with its place, and what it is read as."""
    known = [(name_of(heading, table.folded), place) for heading, place in zip(headings, places, strict=True)]
    return [(name and name.replace("[]", f"[{place}]"), name and table.reads[name]) for name, place in known]


@frozen(eq=False)
class Layout:
    """What rows of one kind have places for: fields, each with its names, the location id, and saves of sections."""

    service: ServiceType
    columns: Mapping[str, tuple[str, ...]]
    id_name: str
    saved_names: tuple[str, ...]
    saves_of: tuple[str, ...]

    def to_return(
        self, given: Mapping[str, object], saved: Saved, unread_save: str, answered: Collection[str] = ()
    ) -> Return:
        """Return what the cells of a row say, of which the save and some others have been read."""
        fields, left = _plan(self, tuple(given))
        values: dict[str, object] = {}
        for id, read, names, has_all in fields:
            answer = read(*map(given.get, names))
            # Half a thing is not a blank: of some columns alone it is none.
            if answer is not None or has_all:
                values[id] = answer
        location_id = to_location_id(given.get(self.id_name))
        lacking = tuple([id for id in ever_asked(self.service) if id not in values])
        not_carried = _not_carried(self, lacking, not (saved or unread_save))
        if unread_save:
            not_carried = evolve(not_carried, unreadable_saves=dict.fromkeys(self.saves_of, unread_save))
        # What answers nothing is handed on under its own name, so that it is found and not lost.
        for name in left:
            if given[name] is not None and name not in answered and (name != self.id_name or location_id is None):
                values[name] = given[name]
        return Return(self.service, values, location_id=location_id, saved=saved or {}, not_carried=not_carried)


@lru_cache(maxsize=128)
def _plan(layout: Layout, names: tuple[str, ...]) -> tuple[list[tuple[str, Reader, tuple[str, ...], bool]], list[str]]:
    """Return how to read each field that has names among some, and the names that no field or save is read from."""
    fields = [
        (id, reader_of(layout.service, id, len(of_field)), of_field, all(name in names for name in of_field))
        for id, of_field in layout.columns.items()
        if any(name in names for name in of_field)
    ]
    read = {*layout.saved_names, *chain.from_iterable(layout.columns.values())}
    return fields, [name for name in names if name not in read]


@lru_cache(maxsize=128)
def _not_carried(layout: Layout, fields: tuple[str, ...], no_saves: bool) -> NotCarried:
    told = () if no_saves else layout.saves_of
    saves = [section for section in sections_of(layout.service) if section not in told]
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


def _frozen(given: Columns) -> Columns:
    return FrozenDict(given)


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
    columns: Columns = field(converter=_frozen)
    unread: Columns = field(converter=_frozen)
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

    def __init__(self, rows: object, table: Table, blanks: frozenset[str] = NOTHING) -> None:
        if isinstance(rows, (str, Mapping)) or not isinstance(rows, Iterable):
            raise refusal("rows", cast("Any", rows), f"what yields rows, each {table.expected}")
        self.columns: dict[object, str | None] = {}
        self.number: int = 0
        self._table = table
        self._items = self._each(cast("Iterable[object]", rows), blanks)

    @property
    def unread(self) -> dict[object, str | None]:
        """The headings so far that were not read, as in ``ReadRows``."""
        taken = {name_of(heading, self._table.folded) for heading in self.columns}
        left = [name for name in self._table.reads if name not in taken]
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
        return ReadRows(tuple(returns.values()), refused, self.columns, self.unread, without_id)

    def __next__(self) -> Return | RefusedRow:
        return next(self._items)

    def _each(self, rows: Iterable[object], blanks: frozenset[str]) -> Iterator[Return | RefusedRow]:
        expected = self._table.expected
        for given in rows:
            self.number += 1
            row = as_mapping(given)
            try:
                if row is None:
                    raise InvalidRecord((Problem("", f"is {name_type(given)}; pass {expected}"),))
                yield self._table.read_row(row, blanks, self.columns)
            except InvalidRecord as refused:
                yield RefusedRow(self.number, refused.problems)
        if self.number and not any(self.columns.values()):
            raise _none_known(self.columns, f"rows, each {expected}")
