"""The questions that rules ask of a return's answers.

Each returns the numbers that trip it, under the names that the rule's sentence uses, or None where nothing trips it.
A blank is never taken for a zero.
"""

from collections.abc import Mapping
from decimal import Decimal
from typing import Protocol

from attrs import frozen

from asc_mandate.returns import Absence

Answer = int | Decimal | Absence | bool | tuple[str, ...]
"""A value that was read: a count is an int, hours are an int or a Decimal, options are a tuple."""
Answers = Mapping[str, Answer]
"""Field id to answer; blanks are left out."""
Numbers = dict[str, object]


class Predicate(Protocol):
    """A question to a return's answers."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The ids of the fields it looks at."""
        ...

    def __call__(self, answers: Answers) -> Numbers | None:
        """Return the numbers that trip the rule, or None."""
        ...


@frozen
class MoreThanWhole:
    """Trips when parts are more than the whole that includes them.

    A blank part counts for nothing: the parts that are given can prove the point alone. A whole with a blank in it
    is not known, so nothing can be more than it.
    """

    parts: tuple[str, ...]
    whole: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return self.parts + self.whole

    def __call__(self, answers: Answers) -> Numbers | None:
        parts, whole = _numbers(answers, self.parts), _numbers(answers, self.whole)
        if len(whole) < len(self.whole) or not parts or _total(parts) <= _total(whole):
            return None
        given = {name: answers.get(name) for name in self.fields}
        return {**given, "part": _total(parts), "whole": _total(whole)}


@frozen
class MoreThanLimit:
    """Trips when a number is above a limit."""

    field: str
    limit: int

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.field,)

    def __call__(self, answers: Answers) -> Numbers | None:
        for number in _numbers(answers, self.fields):
            if number > self.limit:
                return {"number": number, "limit": self.limit}
        return None


@frozen
class SomeWithoutAny:
    """Trips when one number or more is above zero while all of some others are zero."""

    some: tuple[str, ...]
    without: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return self.some + self.without

    def __call__(self, answers: Answers) -> Numbers | None:
        some, without = _numbers(answers, self.some), _numbers(answers, self.without)
        if len(without) < len(self.without) or any(without) or not any(some):
            return None
        return {"number": _total(some)}


@frozen
class SameNumbers:
    """Trips when two rows of numbers are the same, and not all zero."""

    row: tuple[str, ...]
    other: tuple[str, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        return self.row + self.other

    def __call__(self, answers: Answers) -> Numbers | None:
        row, other = _numbers(answers, self.row), _numbers(answers, self.other)
        if len(row) < len(self.row) or row != other or not any(row):
            return None
        return {"row": tuple(row)}


@frozen
class OptionsDespiteNo:
    """Trips when options are listed although the question whether there are any was answered no."""

    question: str
    options: str

    @property
    def fields(self) -> tuple[str, ...]:
        return (self.question, self.options)

    def __call__(self, answers: Answers) -> Numbers | None:
        listed = answers.get(self.options)
        if answers.get(self.question) is not False or not isinstance(listed, tuple) or not listed:
            return None
        return {"number": len(listed)}


def _numbers(answers: Answers, fields: tuple[str, ...]) -> list[int | Decimal]:
    return [number for field in fields if isinstance(number := answers.get(field), (int, Decimal))]


def _total(numbers: list[int | Decimal]) -> int | Decimal:
    # A single number is passed on as it is, because adding a Decimal to anything rounds it.
    return numbers[0] if len(numbers) == 1 else sum(numbers)
