"""What a rule is and says, in plain arithmetic: read from its expression, and held against answers.

An expression is one comparison of sums, or several joined by ``or``: ``nurses_absent_covid + nurses_absent_other <=
nurses_employed``. A yes counts 1 and a no 0, options count as many as there are, and amounts less than a hundredth
apart are the same. A blank stands for any amount from 0: a rule is broken only where it is broken whatever the blanks
hold.
"""

import ast
from collections.abc import Iterator, Mapping
from decimal import Context, Decimal
from functools import cached_property
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

    def total(self, amounts: Amounts, blank: Amount) -> Amount:
        """Return what it comes to where a blank counts 0, which is the least, or inf, which is the most."""
        if len(self.fields) == 1:
            return amounts.get(self.fields[0], blank)
        total: int | Decimal = self.number
        for id in self.fields:
            amount = amounts.get(id, blank)
            if type(total) is int and type(amount) is int:
                total += amount
            elif amount is inf:
                return inf
            else:
                total = _EXACT.add(_exact(total), _exact(amount))
        return total


@frozen
class Comparison:
    """Two sums and what must hold between them: ``<=``, ``>``, ``==`` or ``!=``."""

    left: Sum
    sign: str
    right: Sum

    def is_broken(self, amounts: Amounts) -> bool:
        """Return whether it fails whatever the blanks hold."""
        left, right = self.left, self.right
        match self.sign:
            case "<=":
                return exceeds(left.total(amounts, 0), right.total(amounts, inf))
            case ">":
                return not exceeds(left.total(amounts, inf), right.total(amounts, 0))
            case "==":
                least, most = left.total(amounts, 0), left.total(amounts, inf)
                return exceeds(least, right.total(amounts, inf)) or exceeds(right.total(amounts, 0), most)
            case _:
                least, most = left.total(amounts, 0), left.total(amounts, inf)
                return not (exceeds(most, right.total(amounts, 0)) or exceeds(right.total(amounts, inf), least))


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
        for comparison in self.comparisons:  # noqa: SIM110 - a generator costs as much as the comparison
            if not comparison.is_broken(amounts):
                return False
        return True

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


_SIGNS: Mapping[type[ast.cmpop], str] = {ast.LtE: "<=", ast.Gt: ">", ast.Eq: "==", ast.NotEq: "!="}
