"""What a rule is and says, in plain arithmetic: read from its expression, and held against answers.

An expression is one comparison of sums, or several joined by ``or``: ``nurses_absent_covid + nurses_absent_other <=
nurses_employed``. A yes counts 1 and a no 0, options count as many as there are, and amounts less than a hundredth
apart are the same. A blank stands for any amount from 0: a rule is broken only where it is broken whatever the blanks
hold.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from decimal import Context, Decimal
from functools import cached_property, reduce
from math import inf

from attrs import define, field, frozen

from asc_mandate._format import one_line
from asc_mandate.notice.provenance import Citation
from asc_mandate.returns import Absence
from asc_mandate.validation.findings import Severity
from asc_mandate.validation.values import Amount, Answer

Amounts = Mapping[str, Amount]
"""Field id to what its answer counts; blanks are left out."""

# Its own, so that the caller's precision and traps change nothing.
_EXACT = Context(prec=60)
_SAME = Decimal("0.01")


@frozen
class Sum:
    """One side of a comparison: the fields that are added up, or a number."""

    fields: tuple[str, ...]
    number: int = 0

    def least(self, amounts: Amounts) -> Amount:
        """Return the least that it can be: a blank counts 0."""
        if len(self.fields) == 1:
            return amounts.get(self.fields[0], 0)
        given = [amounts[id] for id in self.fields if id in amounts]
        if all(type(amount) is int for amount in given):
            return sum(given, self.number)
        return reduce(_EXACT.add, map(_exact, given), Decimal(self.number))

    def most(self, amounts: Amounts) -> Amount:
        """Return the most that it can be: a blank counts for any amount."""
        for id in self.fields:
            if id not in amounts:
                return inf
        return self.least(amounts)


@frozen
class Comparison:
    """Two sums and what must hold between them: ``<=``, ``>``, ``==`` or ``!=``."""

    left: Sum
    sign: str
    right: Sum

    def is_broken(self, amounts: Amounts) -> bool:
        """Return whether it fails whatever the blanks hold."""
        return _BROKEN[self.sign](self.left, self.right, amounts)


def comparisons_of(expression: str) -> tuple[Comparison, ...]:
    """Return the comparisons that an expression joins by ``or``."""
    body = ast.parse(expression, mode="eval").body
    parts = body.values if isinstance(body, ast.BoolOp) and isinstance(body.op, ast.Or) else [body]
    return tuple(map(_comparison, parts))


def _comparison(node: ast.expr) -> Comparison:
    if not isinstance(node, ast.Compare) or len(node.ops) != 1:
        raise ValueError(f"This is no comparison of two sums: {ast.unparse(node)}")
    return Comparison(_sum(node.left), _SIGNS[type(node.ops[0])], _sum(node.comparators[0]))


def _sum(node: ast.expr) -> Sum:
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        return Sum((), node.value)
    return Sum(tuple(_names(node)))


def _names(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        yield from _names(node.left)
        yield from _names(node.right)
    elif isinstance(node, ast.Name):
        yield node.id
    else:
        raise ValueError(f"This is no sum of fields: {ast.unparse(node)}")


@define(frozen=True, slots=False, repr=False)
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
    breaks: Mapping[str, Answer] = field(hash=False)
    holds: Mapping[str, Answer] = field(hash=False)

    @cached_property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What the expression says; it holds where one of them does."""
        return comparisons_of(self.expression)

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The ids of the fields it compares, in the order of the expression."""
        sides = [side for comparison in self.comparisons for side in (comparison.left, comparison.right)]
        return tuple(dict.fromkeys(id for side in sides for id in side.fields))

    def is_broken(self, amounts: Amounts) -> bool:
        """Return whether amounts break it, whatever the blanks hold."""
        return all(comparison.is_broken(amounts) for comparison in self.comparisons)

    def __repr__(self) -> str:
        return one_line(self, self.id, self.severity)


def amounts_of(answers: Mapping[str, Answer]) -> Amounts:
    """Return what answers count in an expression; an absence, which is hours or days, counts nothing."""
    return {
        id: len(answer) if isinstance(answer, tuple) else int(answer) if isinstance(answer, bool) else answer
        for id, answer in answers.items()
        if not isinstance(answer, Absence)
    }


def exceeds(amount: Amount, other: Amount) -> bool:
    """Return whether an amount is more than another, by a hundredth at the least."""
    if type(amount) is int and type(other) is int:
        return amount > other
    if other is inf or amount is inf:
        return other is not inf
    return _EXACT.subtract(_exact(amount), _exact(other)) >= _SAME


def to_hundredths(amount: Amount) -> Decimal:
    """Return an amount rounded to a hundredth, to be shown without the noise of binary fractions."""
    return _EXACT.quantize(_exact(amount), _SAME)


def _exact(amount: Amount) -> Decimal:
    # The shortest decimal that stands for a float is what was typed: 0.1, not 0.1000000000000000055.
    return Decimal(repr(amount)) if isinstance(amount, float) else Decimal(amount)


def _more(left: Sum, right: Sum, amounts: Amounts) -> bool:
    return exceeds(left.least(amounts), right.most(amounts))


def _no_more(left: Sum, right: Sum, amounts: Amounts) -> bool:
    return not exceeds(left.most(amounts), right.least(amounts))


def _differs(left: Sum, right: Sum, amounts: Amounts) -> bool:
    return _more(left, right, amounts) or _more(right, left, amounts)


def _same(left: Sum, right: Sum, amounts: Amounts) -> bool:
    return _no_more(left, right, amounts) and _no_more(right, left, amounts)


_SIGNS: Mapping[type[ast.cmpop], str] = {ast.LtE: "<=", ast.Gt: ">", ast.Eq: "==", ast.NotEq: "!="}
_BROKEN: Mapping[str, Callable[[Sum, Sum, Amounts], bool]] = {
    "<=": _more,
    ">": _no_more,
    "==": _differs,
    "!=": _same,
}
