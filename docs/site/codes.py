"""The finding codes: what each means, a real example with its message and its ground, and what to do about it."""

from collections.abc import Iterator, Mapping

import asc_mandate as am
from asc_mandate.rules import RULES

from .advice import GROUPS, Advice
from .examples import AGENCY, EXAMPLES, HOME, Example, source
from .markdown import box, code, link, page, plain, span, table
from .provenance import cited, readings

_SEVERITIES = {
    am.Severity.BREACH: "leaves the duty unmet; only breaches decide the outcome",
    am.Severity.CONTRADICTION: "cannot be true by the notice’s own words, and could be called false or misleading",
    am.Severity.QUERY: "is worth a second look",
    am.Severity.NOTE: "is for information",
}


def codes_page() -> str:
    """Return the page of finding codes."""
    return page(
        "# Finding codes",
        "What {py:func}`~asc_mandate.validate` can find in a return. A code never changes its meaning and is never "
        "used for another. Each example is judged by the package when this page is written.",
        _index(),
        "## Severities",
        table(
            ("Severity", "A finding of it"),
            [(_severity(severity), plain(words)) for severity, words in _SEVERITIES.items()],
        ),
        "## What the examples start from",
        "Two returns that are met on 12 August 2025, when neither flu nor COVID-19 vaccination is asked for.",
        box("dropdown", _start(), title="A care home and a domiciliary care agency", fence="::::"),
        *(block for heading, entries in GROUPS.items() for block in _group(heading, entries)),
    )


def _index() -> str:
    rows = [
        (link(code(id), f"#{id}"), _severity(_shown(id, EXAMPLES[id][0]).severity), plain(advice.means))
        for entries in GROUPS.values()
        for id, advice in entries.items()
    ]
    return table(("Code", "Severity", "What was found"), rows, classes=("stack", "brief"))


def _start() -> str:
    values = [f"...     {source(key)}: {source(value)}," for key, value in HOME.items()]
    agency = [f"...     {source(key)}: {source(value)}," for key, value in AGENCY.items()]
    return "\n".join(
        [
            "```python",
            ">>> import datetime as dt",
            ">>> import asc_mandate as am",
            ">>> home = {",
            *values,
            "... }",
            ">>> agency = {",
            *agency,
            "... }",
            "",
            "```",
        ]
    )


def _group(heading: str, entries: Mapping[str, Advice]) -> Iterator[str]:
    yield f"## {heading}"
    for id, advice in entries.items():
        yield f"### {code(id)}"
        yield plain(advice.means)
        yield f"**What to do.** {advice.do}"
        for example in EXAMPLES[id]:
            yield from _example(id, example)
        rules = [link(code(rule.id), f"rules.md#{rule.id}") for rule in RULES if rule.code == id]
        yield f"{'Rule' if len(rules) == 1 else 'Rules'}: {', '.join(rules)}" if rules else ""


def _example(id: str, example: Example) -> Iterator[str]:
    report, finding = example.report(), _shown(id, example)
    yield f"```python\n{example.program()}\n\n```"
    outcome = span(f"outcome {report.outcome.value}", "outcome", f"outcome-{report.outcome.value}")
    text = page(
        f"{_severity(finding.severity)} {outcome}",
        span(plain(finding.message), "message"),
        f"Basis: {cited(finding.citation)}",
        readings(finding.readings),
    )
    yield box("div", text, title="finding")


def _shown(id: str, example: Example) -> am.Finding:
    return next(finding for finding in example.report().findings if finding.code == id)


def _severity(severity: am.Severity) -> str:
    return span(severity.value, "severity", f"severity-{severity.value}")
