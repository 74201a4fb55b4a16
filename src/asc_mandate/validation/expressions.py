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
from typing import cast

from attrs import frozen

from asc_mandate.validation.values import Amount, Answer

Answers = Mapping[str, Answer]
"""Field id to answer; blanks are left out."""

# Its own, so that the caller's precision and traps change nothing.
_EXACT = Context(prec=60)
_SAME = Decimal("0.01")


@frozen
class Sum:
    """One side of a comparison: the fields that are added up, or a number."""

    fields: tuple[str, ...]
    number: int = 0

    def least(self, answers: Answers) -> Amount:
        """Return the least that it can be: a blank counts 0."""
        return _total([_number(answers[field]) for field in self.fields if field in answers], self.number)

    def most(self, answers: Answers) -> Amount:
        """Return the most that it can be: a blank counts for any amount."""
        return inf if any(field not in answers for field in self.fields) else self.least(answers)


@frozen
class Comparison:
    """Two sums and what must hold between them: ``<=``, ``>``, ``==`` or ``!=``."""

    left: Sum
    sign: str
    right: Sum

    def is_broken(self, answers: Answers) -> bool:
        """Return whether it fails whatever the blanks hold."""
        return _BROKEN[self.sign](self.left, self.right, answers)


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


def _number(answer: Answer) -> Amount:
    if isinstance(answer, tuple):
        return len(answer)
    return int(answer) if isinstance(answer, bool) else cast("Amount", answer)


def _total(amounts: list[Amount], start: int) -> Amount:
    if all(type(amount) is int for amount in amounts):
        return sum(amounts, start)
    if len(amounts) == 1 and start == 0:
        return amounts[0]
    return reduce(_EXACT.add, map(_exact, amounts), Decimal(start))


def exceeds(amount: Amount, other: Amount) -> bool:
    """Return whether an amount is more than another, by a hundredth at the least."""
    if type(amount) is int and type(other) is int:
        return amount > other
    if inf in (amount, other):
        return other != inf
    return _EXACT.subtract(_exact(amount), _exact(other)) >= _SAME


def _exact(amount: Amount) -> Decimal:
    # The shortest decimal that stands for a float is what was typed: 0.1, not 0.1000000000000000055.
    return Decimal(repr(amount)) if isinstance(amount, float) else Decimal(amount)


def _more(left: Sum, right: Sum, answers: Answers) -> bool:
    return exceeds(left.least(answers), right.most(answers))


def _no_more(left: Sum, right: Sum, answers: Answers) -> bool:
    return not exceeds(left.most(answers), right.least(answers))


def _differs(left: Sum, right: Sum, answers: Answers) -> bool:
    return _more(left, right, answers) or _more(right, left, answers)


def _same(left: Sum, right: Sum, answers: Answers) -> bool:
    return _no_more(left, right, answers) and _no_more(right, left, answers)


_SIGNS: Mapping[type[ast.cmpop], str] = {ast.LtE: "<=", ast.Gt: ">", ast.Eq: "==", ast.NotEq: "!="}
_BROKEN: Mapping[str, Callable[[Sum, Sum, Answers], bool]] = {
    "<=": _more,
    ">": _no_more,
    "==": _differs,
    "!=": _same,
}
