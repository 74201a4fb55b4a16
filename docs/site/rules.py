"""What holds between items: each rule with what trips it, its basis and its grade."""

from collections.abc import Iterator

import asc_mandate as am
from asc_mandate.predicates import (
    MoreThanLimit,
    MoreThanWhole,
    OptionsDespiteNo,
    Predicate,
    SameNumbers,
    SomeWithoutAny,
)
from asc_mandate.rules import RULES, Rule

from .markdown import code, link, page, span
from .provenance import cited, edition_page

_SEVERITIES = {
    am.Severity.CONTRADICTION: (
        "Contradictions",
        "They follow from the notice’s own words: a part cannot be more than the whole that includes it.",
    ),
    am.Severity.QUERY: (
        "Queries",
        "They are worth a second look, and block nothing: rejecting what is true would be the worse error.",
    ),
}
_LISTS = {am.ServiceType.CARE_HOME: "care homes", am.ServiceType.DOMICILIARY_CARE: "domiciliary care"}


def rules_page() -> str:
    """Return the page of rules."""
    return page(
        "# Rules between items",
        f"{len(RULES)} rules. One applies wherever a list has all of its items. A blank is never taken for a zero.",
        *(block for severity in _SEVERITIES for block in _of_severity(severity)),
    )


def _of_severity(severity: am.Severity) -> Iterator[str]:
    heading, words = _SEVERITIES[severity]
    yield f"## {heading}"
    yield words
    for rule in RULES:
        if rule.severity is severity:
            yield f"### {code(rule.id)}"
            badge = span(severity.value, "severity", f"severity-{severity.value}")
            yield f"{badge} Found when {_trips(rule.predicate)}."
            yield f"Finding: {link(code(rule.code), f'codes.md#{rule.code}')}. In: {_lists(rule)}."
            yield f"Basis: {'; '.join(map(cited, _basis(rule)))}"


def _trips(predicate: Predicate) -> str:
    match predicate:
        case MoreThanWhole(parts, whole):
            verb = "are" if len(parts) > 1 else "is"
            return f"{_sum(parts)} {verb} more than {_sum(whole)}"
        case MoreThanLimit(field, limit):
            return f"{code(field)} is more than {limit:,}"
        case SomeWithoutAny(some, without):
            return f"{_sum(some)} {'are' if len(some) > 1 else 'is'} above 0 while {_sum(without)} come to 0"
        case SameNumbers(row, other):
            pairs = " and ".join(f"{code(one)} = {code(two)}" for one, two in zip(row, other, strict=True))
            return f"{pairs}, and not all of them are 0"
        case OptionsDespiteNo(question, options):
            return f"{code(question)} is no, and {code(options)} lists something"
        case _:
            raise TypeError(f"There are no words for a {type(predicate).__name__}.")


def _sum(fields: tuple[str, ...]) -> str:
    return " + ".join(code(field) for field in fields)


def _lists(rule: Rule) -> str:
    found = [
        link(f"{edition.id}, {_LISTS[service]}", edition_page(edition))
        for edition in am.editions()
        for service in am.ServiceType
        if {field.id for field in edition.fields(service)}.issuperset(rule.fields)
    ]
    return "; ".join(found)


def _basis(rule: Rule) -> list[am.Citation]:
    """Return the reasoning or, of the latest edition that has it, the item that says so, in each list that has it."""
    if isinstance(rule.basis, am.Citation):
        return [rule.basis]
    in_editions = (
        [field.citation for service in am.ServiceType for field in edition.fields(service) if field.id == rule.basis]
        for edition in reversed(am.editions())
    )
    return next(filter(None, in_editions))
