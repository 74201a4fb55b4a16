"""What is looked for between the answers: the rules."""

from collections.abc import Iterator, Mapping

from asc_mandate import sentences
from asc_mandate._format import format_number, plural
from asc_mandate._moments import day_of
from asc_mandate.notice.shapes import Kind
from asc_mandate.validation.case import Case
from asc_mandate.validation.expressions import (
    Rule,
    Sum,
    Units,
    amounts_of,
    are_broken,
    to_amount,
    to_hundredths,
    units_of,
)
from asc_mandate.validation.findings import Finding, Severity
from asc_mandate.validation.rules import basis_of, rules_between
from asc_mandate.validation.saves import IN_DOUBT
from asc_mandate.validation.values import Amount


def broken_rules(case: Case) -> Iterator[Finding]:
    """Find the rules between fields that the answers break."""
    units = units_of(case.answers)
    for rule in rules_between(tuple(case.checklist.by_id)):
        if are_broken(rule.comparisons, units):
            yield _broken(case, rule, units)


def _broken(case: Case, rule: Rule, units: Units) -> Finding:
    fields = {id: case.checklist.by_id[id].field for id in rule.fields}
    amounts, first = amounts_of(case.answers), rule.comparisons[0]
    numbers = {id: amounts.get(id) for id in rule.fields}
    sides = {name: _total(side, amounts, units) for name, side in (("left", first.left), ("right", first.right))}
    words = {id: _counted(number, fields[id].kind) for id, number in numbers.items()}
    message = rule.sentence.format(**words, **{name: format_number(amount) for name, amount in sides.items()})
    severity = rule.severity
    saves = {case.saves[field.section] for field in fields.values()}
    days = {day_of(save.moment) for save in saves if save.moment}
    if severity is Severity.CONTRADICTION and len(saves) > 1:
        # Both may have been true when they were saved.
        if len(days) > 1:
            severity, message = Severity.QUERY, message + sentences.SAVED_ON_OTHER_DAYS
        elif any(save.timing in IN_DOUBT for save in saves):
            severity, message = Severity.QUERY, message + sentences.SAVED_ON_UNKNOWN_DAYS
    return Finding(rule.code, severity, rule.fields, message, basis_of(rule, fields), {**numbers, **sides})


def _total(side: Sum, amounts: Mapping[str, Amount], units: Units) -> Amount:
    # An answer alone is shown as it was given.
    alone = amounts.get(side.fields[0]) if len(side.fields) == 1 else None
    return to_amount(side.total(units)) if alone is None else alone


def _counted(amount: Amount | None, kind: Kind) -> str:
    if amount is None:
        return "not given"
    return plural(to_hundredths(amount), "hour") if kind is Kind.HOURS else format_number(amount)
