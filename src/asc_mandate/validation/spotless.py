"""The fast way to see that nothing is wrong with a return, and which rules are worth a look.

Most returns are spotless, and most rules hold. Looking at every value and asking every rule took 150 of the 230
microseconds that judging a care home's return took; the first of these functions, written out for one list of fields
and compiled, takes 3. They only ever say "nothing here": whatever they cannot vouch for is read, judged and worded by
the rest of this package, which alone decides. The tests compare both on every kind of return.
"""

from collections.abc import Callable, Mapping, Set
from decimal import Decimal
from functools import lru_cache
from math import inf, nan
from typing import Any

from attrs import frozen

from asc_mandate.notice.model import Kind
from asc_mandate.predicates import (
    MoreThanLimit,
    MoreThanWhole,
    OptionsDespiteNo,
    Predicate,
    SameNumbers,
    SomeWithoutAny,
)
from asc_mandate.returns import Absence
from asc_mandate.rules import RULES, UNUSUALLY_LARGE, Rule


@frozen
class Look:
    """What can be seen at a glance, for one list of fields.

    Attributes:
        is_spotless: Whether values hold a plain and usual answer for each field that is asked for, nothing else, and
            trip no rule. False says nothing.
        unusual: The fields that do not hold a plain and usual answer, or hold one that is not asked for; of the others
            nothing is to be said.
        candidates: The rules that answers may trip. The others hold.
        fields: The ids of all fields.
        left_out: The ids of those that are not asked for.
    """

    is_spotless: Callable[[Mapping[str, object]], bool]
    unusual: Callable[[Mapping[str, object]], Set[str]]
    candidates: Callable[[Mapping[str, object]], list[Rule]]
    fields: frozenset[str]
    left_out: frozenset[str]


# As many as there are editions, services and seasons, several times over.
@lru_cache(maxsize=256)
def look_at(asked: tuple[tuple[str, Kind], ...], left_out: frozenset[str]) -> Look:
    """Return what can be seen at a glance where these fields are asked for, and those are not."""
    fields = left_out.union(id for id, _ in asked)
    rules = [rule for rule in RULES if fields.issuperset(rule.fields)]
    names: dict[str, Any] = {
        "Absence": Absence,
        "Decimal": Decimal,
        "fields": fields,
        "inf": inf,
        "left_out": left_out,
        "most": UNUSUALLY_LARGE.value,
        "nan": nan,
        "rules": rules,
    }
    # Compiled from the names of fields that are data of this package, and from nothing that a caller passes.
    exec("\n".join((*_spotless(asked, rules), *_unusual(asked), *_candidates(rules))), names)  # noqa: S102
    return Look(
        is_spotless=names["is_spotless"],
        unusual=names["unusual"],
        candidates=names["candidates"],
        fields=fields,
        left_out=left_out,
    )


def _spotless(asked: tuple[tuple[str, Kind], ...], rules: list[Rule]) -> list[str]:
    variables = {id: f"v{place}" for place, (id, _) in enumerate(asked)}
    lines = [
        "def is_spotless(values):",
        # A key or a number of a caller's own make can raise; that is for others to tell.
        " try:",
        "  for key in values:",
        "   if type(key) is not str: return False",
        f"  if len(values) != {len(asked)} and not (",
        "   all(values[id] is None for id in left_out if id in values)",
        f"   and len(values) == {len(asked)} + sum(id in values for id in left_out)",
        "  ): return False",
    ]
    for id, kind in asked:
        v = variables[id]
        lines.append(f"  {v} = values[{id!r}]")
        lines.append(f"  if {_UNUSUAL[kind].format(v=v)}: return False")
    for rule in rules:
        condition = _condition(rule.predicate, lambda field, _: variables.get(field))
        if condition:
            lines.append(f"  if {condition}: return False")
    return [*lines, "  return True", " except Exception: return False"]


def _unusual(asked: tuple[tuple[str, Kind], ...]) -> list[str]:
    lines = [
        "def unusual(values):",
        " get = values.get",
        " found = {id for id in left_out if get(id) is not None}",
        # An absence that was made without its constructor raises; then every value is read with care.
        " try:",
    ]
    for id, kind in asked:
        lines += [f"  v = get({id!r})", f"  if {_UNUSUAL[kind].format(v='v')}: found.add({id!r})"]
    return [*lines, " except Exception: return fields", " return found"]


def _candidates(rules: list[Rule]) -> list[str]:
    lines = ["def candidates(answers):", " get = answers.get", " found = []"]
    for place, rule in enumerate(rules):
        condition = _condition(rule.predicate, lambda field, blank: f"get({field!r}, {blank})")
        lines.append(f" if {condition}: found.append(rules[{place}])")
    return [*lines, " return found"]


# By identity, because a type of a caller's own make can lie about what it equals.
# A decimal that is no number is not compared, because that leaves its mark in the caller's decimal context.
_AMOUNT = (
    "type({v}) is not int and type({v}) is not float and (type({v}) is not Decimal or not {v}.is_finite())"
    " or not 0 <= {v} <= most"
)
_UNUSUAL = {
    Kind.COUNT: "type({v}) is not int or not 0 <= {v} <= most",
    Kind.HOURS: _AMOUNT,
    Kind.ABSENCE: (
        "type({v}) is not Absence or {v}.hours is None and {v}.days is None"
        f" or {{v}}.hours is not None and ({_AMOUNT.replace('{v}', '{v}.hours')})"
        f" or {{v}}.days is not None and ({_AMOUNT.replace('{v}', '{v}.days')})"
    ),
    Kind.YES_NO: "type({v}) is not bool",
    Kind.OPTIONS: (
        "type({v}) is not list and type({v}) is not tuple or not all(type(one) is str and one.strip() for one in {v})"
    ),
}


def _condition(predicate: Predicate, name_of: Callable[[str, str | None], str | None]) -> str:  # noqa: PLR0911
    """Write when a predicate may trip, with a stand-in for each blank that keeps it from tripping: None, where it does.

    Where a name is None the field is blank for certain; without enough names there is no condition.
    """

    def named(fields: tuple[str, ...], blank: str | None = None) -> list[str]:
        return [name for field in fields if (name := name_of(field, blank))]

    match predicate:
        case MoreThanWhole():
            parts, whole = named(predicate.parts, "0"), named(predicate.whole, "inf")
            if not parts or len(whole) < len(predicate.whole):
                return ""
            more = f"{' + '.join(parts)} > {' + '.join(whole)}"
            # A float stands for the decimal that is written for it, so the two are compared elsewhere.
            mixed = f"(type({parts[0]}) is Decimal) is not (type({whole[0]}) is Decimal) or "
            return (mixed if len(parts) == len(whole) == 1 else "") + more
        case MoreThanLimit():
            number = named(predicate.fields, "0")
            return f"{number[0]} > {predicate.limit}" if number else ""
        case SomeWithoutAny():
            some, without = named(predicate.some), named(predicate.without, "1")
            if not some or len(without) < len(predicate.without):
                return ""
            return f"({' or '.join(some)}) and not ({' or '.join(without)})"
        case SameNumbers():
            row, other = named(predicate.row, "nan"), named(predicate.other)
            if len(row) < len(predicate.row) or len(other) < len(predicate.other):
                return ""
            return " and ".join(map("{} == {}".format, row, other))
        case OptionsDespiteNo():
            names = named((predicate.question, predicate.options))
            return f"{names[0]} is False and {names[1]}" if len(names) == 2 else ""
        case _:
            # A predicate of another kind is always worth a look.
            return "True"
