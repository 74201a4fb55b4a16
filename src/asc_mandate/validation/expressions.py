"""What a rule says, in plain arithmetic: read from its expression, and held against answers.

An expression is one comparison of sums, or several joined by ``or``: ``nurses_absent_covid + nurses_absent_other <=
nurses_employed``. A yes counts 1 and a no 0, options count as many as there are, and amounts less than a hundredth
apart are the same. A blank stands for any amount from 0: a rule is broken only where it is broken whatever the blanks
hold.
"""

import ast
from collections.abc import Callable, Iterator, Mapping
from decimal import Context, Decimal
from functools import reduce
from math import inf

from attrs import frozen

from asc_mandate.returns import Absence
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
        given = [amounts[field] for field in self.fields if field in amounts]
        if all(type(amount) is int for amount in given):
            return sum(given, self.number)
        return reduce(_EXACT.add, map(_exact, given), Decimal(self.number))

    def most(self, amounts: Amounts) -> Amount:
        """Return the most that it can be: a blank counts for any amount."""
        for field in self.fields:
            if field not in amounts:
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


def amounts_of(answers: Mapping[str, Answer]) -> Amounts:
    """Return what answers count in an expression; an absence, which is hours or days, counts nothing."""
    return {
        field: len(answer) if isinstance(answer, tuple) else int(answer) if isinstance(answer, bool) else answer
        for field, answer in answers.items()
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
