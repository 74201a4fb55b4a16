"""Reading many rows: each becomes a return or is refused, and every heading is accounted for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, cast

from attrs import field, frozen

from asc_mandate._coerce import FrozenDict, refusal
from asc_mandate._format import join_words, name_type, plural, quote
from asc_mandate.errors import InvalidRecord, Problem
from asc_mandate.returns import Return

Row = Mapping[object, object]
Columns = Mapping[object, str | None]
"""Heading, as it is written, to what it was read as; None where it was not read."""

_MOST = 20


def as_mapping(given: object) -> Row | None:
    """Return what has names and values, such as a Row of Spark; None for anything else."""
    if isinstance(given, Mapping):
        return cast("Row", given)
    as_dict = getattr(given, "asDict", None)
    return cast("Row", as_dict(recursive=True)) if callable(as_dict) else None


def show_headings(headings: Iterable[object]) -> str:
    """Return headings as words of a sentence; only the first where there are many."""
    shown = [quote(heading) if isinstance(heading, str) else name_type(heading) for heading in headings]
    if len(shown) > _MOST:
        shown[_MOST:] = [f"{len(shown) - _MOST} more"]
    return join_words(shown) or "no headings at all"


class RefusedRow(NamedTuple):
    """A row that no return could be read from.

    Attributes:
        number: Which row it is; the first below the headings is 1.
        problems: What is wrong with it.
    """

    number: int
    problems: tuple[Problem, ...]

    def __str__(self) -> str:
        places = (f", {problem.path}:" if problem.path else "" for problem in self.problems)
        return "\n".join(
            f"Row {self.number}{place} {problem.message}" for place, problem in zip(places, self.problems, strict=True)
        )


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
        return "\n".join(self._lines())

    def __repr__(self) -> str:
        unread = plural(len(self.unread), "column")
        return f"ReadRows({plural(len(self.returns), 'return')}, {len(self.refused):,} refused, {unread} not read)"

    def _lines(self) -> Iterator[str]:
        yield f"{plural(len(self.returns), 'row')} read, {len(self.refused):,} refused."
        if self.unread:
            yield f"Columns that were not read: {'; '.join(map(_show_unread, self.unread.items()))}."
        numbers = [str(number) for number in self.without_location_id]
        if numbers:
            more = [f"{len(numbers) - _MOST:,} more"] if len(numbers) > _MOST else []
            yield f"Rows without a location id: {join_words([*numbers[:_MOST], *more])}."
        yield from map(str, self.refused[:_MOST])
        if len(self.refused) > _MOST:
            yield f"And {plural(len(self.refused) - _MOST, 'more row')} refused."


def _show_unread(item: tuple[object, str | None]) -> str:
    heading, near = item
    return f"{show_headings([heading])}{f' (did you mean {near}?)' if near else ''}"


@frozen
class Shape:
    """What a kind of row looks like.

    Attributes:
        expected: What a row has to be, for messages.
        read: Reads a row, or raises InvalidRecord.
        headings: Yields each heading of a row with what it is read as.
        unread: Returns of all headings those that are not read, with the nearest known name or None.
    """

    expected: str
    read: Callable[[Row], Return]
    headings: Callable[[Row], Iterable[tuple[object, str | None]]]
    unread: Callable[[Columns], dict[object, str | None]]


class RowReader(Iterator[Return | RefusedRow]):
    """An iterator over returns and refused rows, which holds one row at a time.

    Attributes:
        columns: What each heading so far was read as, as in ``ReadRows``.
        number: The number of the latest row.
    """

    def __init__(self, rows: object, shape: Shape) -> None:
        given = rows
        if isinstance(rows, (str, Mapping)) or not isinstance(rows, Iterable):
            raise refusal("rows", given, f"what yields rows, each {shape.expected}")
        self.columns: dict[object, str | None] = {}
        self.number = 0
        self._shape = shape
        self._items = self._each(cast("Iterable[object]", rows))

    @property
    def unread(self) -> dict[object, str | None]:
        """The headings so far that were not read, as in ``ReadRows``."""
        return self._shape.unread(self.columns)

    def read(self) -> ReadRows:
        """Return what all rows say that are left."""
        returns: list[Return] = []
        refused: list[RefusedRow] = []
        without_location_id: list[int] = []
        for item in self:
            if isinstance(item, RefusedRow):
                refused.append(item)
                continue
            returns.append(item)
            if item.location_id is None:
                without_location_id.append(self.number)
        return ReadRows(tuple(returns), tuple(refused), self.columns, self.unread, tuple(without_location_id))

    def __next__(self) -> Return | RefusedRow:
        return next(self._items)

    def _each(self, rows: Iterable[object]) -> Iterator[Return | RefusedRow]:
        for self.number, given in enumerate(rows, 1):
            row = as_mapping(given)
            if row is None:
                problem = Problem("", f"is {name_type(given)}; pass {self._shape.expected}")
                yield RefusedRow(self.number, (problem,))
                continue
            self.columns.update(self._shape.headings(row))
            try:
                yield self._shape.read(row)
            except InvalidRecord as refused:
                yield RefusedRow(self.number, refused.problems)
        if self.number and not any(self.columns.values()):
            more = "" if self.columns else f"; pass rows, each {self._shape.expected}"
            raise InvalidRecord(
                (Problem("", f"has no heading that is known; it has {show_headings(self.columns)}{more}"),)
            )
