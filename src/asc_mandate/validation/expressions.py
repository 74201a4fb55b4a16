"""What a rule is and says, in plain arithmetic: read from its expression, and held against answers.

An expression is one comparison of sums, or several joined by ``or``: ``nurses_absent_covid + nurses_absent_other <=
nurses_employed``. A yes counts 1 and a no 0, options count as many as there are, and amounts less than a hundredth
apart are the same. A blank stands for any amount from 0: a rule is broken only where it is broken whatever the blanks
hold.
"""

import re
from collections.abc import Mapping
from decimal import Context, Decimal
from functools import cached_property
from math import inf

from attrs import field, frozen

from asc_mandate._coerce import FrozenDict
from asc_mandate._format import one_line
from asc_mandate.notice.provenance import Citation
from asc_mandate.returns import Absence
from asc_mandate.validation.findings import Severity
from asc_mandate.validation.values import Amount, Answer

Units = Mapping[str, int]
"""Field id to what its answer counts, in units so small that sums of them are exact; blanks are left out."""

_PLACES = 30
_UNITS: int = 10**_PLACES
_HUNDREDTH: int = 10 ** (_PLACES - 2)
# Its own, so that the caller's precision and traps change nothing.
_EXACT = Context(prec=60)


@frozen
class Sum:
    """One side of a comparison: the fields that are added up, or a number, which is in units, as every total is."""

    fields: tuple[str, ...]
    number: int = 0

    def total(self, units: Units) -> int:
        """Return what it comes to where a blank counts 0."""
        return sum((units.get(id, 0) for id in self.fields), self.number)


@frozen
class Comparison:
    """Two sums and what must hold between them: ``<=``, ``>``, ``==`` or ``!=``."""

    left: Sum
    sign: str
    right: Sum

    def is_broken(self, units: Units) -> bool:
        """Return whether it fails whatever the blanks hold."""
        left, right = self.left, self.right
        if self.sign == "<=":
            return _exceeds(left, right, units, 0, inf)
        if self.sign == ">":
            return not _exceeds(left, right, units, inf, 0)
        if self.sign == "==":
            return _exceeds(left, right, units, 0, inf) or _exceeds(right, left, units, 0, inf)
        return not (_exceeds(left, right, units, inf, 0) or _exceeds(right, left, units, inf, 0))


def _exceeds(over: Sum, under: Sum, units: Units, over_blank: float, under_blank: float) -> bool:
    """Return whether one sum is more than another where blanks count 0, the least, or inf, the most."""
    excess: float = over.number - under.number
    for id in over.fields:
        excess += units.get(id, over_blank)
    for id in under.fields:
        excess -= units.get(id, under_blank)
    return excess >= _HUNDREDTH


def are_broken(comparisons: tuple[Comparison, ...], units: Units) -> bool:
    """Return whether all of some comparisons fail, whatever the blanks hold."""
    for comparison in comparisons:  # noqa: SIM110 - a generator costs as much as the comparison
        if not comparison.is_broken(units):
            return False
    return True


def comparisons_of(expression: str) -> tuple[Comparison, ...]:
    """Return the comparisons that an expression joins by ``or``."""
    return tuple(map(_comparison, expression.split(" or ")))


def _comparison(text: str) -> Comparison:
    sides = re.fullmatch("(.+) (<=|>|==|!=) (.+)", text)
    if not sides:
        raise ValueError(f"This is no comparison of two sums: {text}")
    return Comparison(_sum(sides[1]), sides[2], _sum(sides[3]))


def _sum(text: str) -> Sum:
    if text.isdecimal():
        return Sum((), int(text) * _UNITS)
    fields = tuple(text.split(" + "))
    if not all(map(str.isidentifier, fields)):
        raise ValueError(f"This is no sum of fields: {text}")
    return Sum(fields)


def fields_of(expression: str) -> tuple[str, ...]:
    """Return the ids of the fields that an expression compares, in its order."""
    sides = [side for comparison in comparisons_of(expression) for side in (comparison.left, comparison.right)]
    return tuple(dict.fromkeys(id for side in sides for id in side.fields))


def _to_example(given: Mapping[str, Answer]) -> Mapping[str, Answer]:
    return FrozenDict(given)


@frozen(repr=False)
class Rule:
    """One thing that should hold between the answers of a return.

    Attributes:
        id: A stable name of its own.
        code: The code of its findings, which rules of the same kind share.
        severity: CONTRADICTION or QUERY.
        expression: What holds, in plain arithmetic that other programs can read.
        sentence: What to say where it does not, with places for the fields and for the two sides, left and right.
        basis: Where it comes from; None in the shipped data where it rests on the wording of its fields.
        breaks: Values that only just break it.
        holds: Values that only just do not.
    """

    id: str
    code: str
    severity: Severity
    expression: str
    sentence: str
    basis: Citation | None
    breaks: Mapping[str, Answer] = field(converter=_to_example, hash=False)
    holds: Mapping[str, Answer] = field(converter=_to_example, hash=False)

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What the expression says; it holds where one of them does."""
        return comparisons_of(self.expression)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The ids of the fields it compares, in the order of the expression."""
        return fields_of(self.expression)

    def is_broken(self, answers: Mapping[str, Answer]) -> bool:
        """Return whether answers break it, whatever the blanks hold."""
        return are_broken(self.comparisons, units_of(answers))

    def __repr__(self) -> str:
        return one_line(self, self.id, self.severity)


def amounts_of(answers: Mapping[str, Answer]) -> Mapping[str, Amount]:
    """Return what answers count in an expression; an absence, which is hours or days, counts nothing."""
    return {
        id: len(answer) if isinstance(answer, tuple) else int(answer) if isinstance(answer, bool) else answer
        for id, answer in answers.items()
        if not isinstance(answer, Absence)
    }


def units_of(answers: Mapping[str, Answer]) -> Units:
    """Return what answers count in an expression, in units."""
    return {id: _to_units(amount) for id, amount in amounts_of(answers).items()}


def _to_units(amount: Amount) -> int:
    return amount * _UNITS if isinstance(amount, int) else int(_EXACT.scaleb(_to_decimal(amount), _PLACES))


def _to_decimal(amount: Amount) -> Decimal:
    # The shortest decimal that stands for a float is what was typed: 0.1, not 0.1000000000000000055.
    return Decimal(repr(amount)) if isinstance(amount, float) else Decimal(amount)


def to_amount(units: int) -> Amount:
    """Return the amount that some units are."""
    whole, rest = divmod(units, _UNITS)
    return _EXACT.scaleb(Decimal(units), -_PLACES).normalize(_EXACT) if rest else whole


def to_hundredths(amount: Amount) -> Decimal:
    """Return an amount rounded to a hundredth, to be shown without the noise of binary fractions."""
    return _EXACT.quantize(_to_decimal(amount), Decimal("0.01"))
