"""The way from a missed window to a final notice: each step with its ground and its grade, and who to ask."""

from typing import Literal

import asc_mandate as am
from asc_mandate.notice import enforcement
from asc_mandate.words import short_date

from .markdown import bullets, code, link, page, plain, table
from .provenance import cited_briefly, readings

_ROUTES: tuple[Literal["material"] | None, ...] = (None, "material")
_FAILURE = am.editions()[-1].clause("failure")


def enforcement_page() -> str:
    """Return the page of enforcement."""
    return page(
        "# From a missed window to a final notice",
        "What may follow, step by step. No step follows by itself, and nothing here says that a penalty will be "
        "imposed. {py:func}`~asc_mandate.assess_penalty` tells where a provider stands. Not legal advice.",
        "```{picture} enforcement\n```",
        table(("Step", "What it takes", "Ground"), _steps(), classes=("stack",)),
        "## The tests",
        "Those of the statute come first. There are two routes: a window that was missed, or information that was "
        "false or misleading; one of the two is enough, and all else that the statute asks for is needed as well. "
        "Policy is what NHSBSA goes by before a notice of intent, on the first route alone.",
        table(("Question", "Asked by", "Ground"), _tests(), classes=("stack", "asked")),
        "## When a notice is taken to have been given",
        table(
            ("Sent", "Taken to have been given", "Ground"),
            [
                (method, _working_days(days.value), cited_briefly(days.citation))
                for method, days in (
                    ("by delivery", enforcement.WORKING_DAYS_BY_DELIVERY),
                    ("by post", enforcement.WORKING_DAYS_BY_POST),
                    ("electronically", enforcement.WORKING_DAYS_ELECTRONICALLY),
                )
            ],
            classes=("stack",),
        ),
        "## What was not found",
        bullets(
            (
                f"Days to pay: {enforcement.DAYS_FOR_PAYMENT}.",
                f"Days to appeal: {enforcement.DAYS_FOR_APPEAL}.",
                "The day from which the days for the decision count.",
            )
        ),
        "## Who to ask",
        table(("Who", "What about", "How", "Source"), [_contact(each) for each in am.contacts()], classes=("stack",)),
    )


def _steps() -> list[tuple[str, str, str]]:
    row, all_, back = enforcement.MISSED_IN_A_ROW, enforcement.MISSED_IN_ALL, enforcement.MONTHS_LOOKED_BACK
    missed = f"{row.value} windows missed in a row, or any {all_.value} of the latest {back.value} that have closed."
    counts = f"A window counts if it closed on {short_date(enforcement.FIRST_CLOSE.value)} or later."
    statute = "The statute allows a penalty only on a person other than a public body, and without reasonable excuse."
    in_force = f"The regulations are in force from {short_date(enforcement.IN_FORCE_FROM.value)}."
    amount = f"The amount of a penalty is CQC’s fee for the registration: see {link('Fees', 'fees.md')}."
    by_when = f"Days to pay: {enforcement.DAYS_FOR_PAYMENT}. Days to appeal: {enforcement.DAYS_FOR_APPEAL}."
    return [
        (r"1\. A window is missed", plain(_FAILURE.wording), _grounds(_FAILURE.citation)),
        (r"2\. Guidance and support", "They are offered first.", _grounds(enforcement.SUPPORT_FIRST)),
        (
            r"3\. The policy’s trigger",
            f"{missed}\n\n{counts}",
            page(
                cited_briefly(row.citation),
                readings((*back.readings, *row.readings)),
                cited_briefly(enforcement.FIRST_CLOSE.citation),
            ),
        ),
        (
            r"4\. Notice of intent",
            f"It may follow. {statute} {in_force}",
            _grounds(row.citation, enforcement.PENALTY, enforcement.PUBLIC_BODY, enforcement.IN_FORCE_FROM.citation),
        ),
        (
            r"5\. Written representations",
            f"Within {enforcement.DAYS_FOR_REPRESENTATIONS.value} days, as one third party gives them.",
            _grounds(enforcement.DAYS_FOR_REPRESENTATIONS.citation),
        ),
        (
            r"6\. Decision",
            f"Within {enforcement.DAYS_FOR_DECISION.value} days, as one third party gives them.",
            _grounds(enforcement.DAYS_FOR_DECISION.citation),
        ),
        (r"7\. Final notice", f"{amount} {by_when}", _grounds(enforcement.AMOUNT)),
    ]


def _grounds(*citations: am.Citation) -> str:
    return "\n\n".join(cited_briefly(citation) for citation in citations)


def _tests() -> list[tuple[str, str, str]]:
    # Each route has tests of its own, and an assessment shows those of the one that comes nearer to a penalty.
    asked = {test.id: test for said in _ROUTES for test in _assessed(said)}
    return [
        (
            f"{plain(test.question)}\n\n{code(test.id)}",
            "statute" if test.statutory else "policy",
            page(cited_briefly(test.citation), readings(test.readings)).rstrip(),
        )
        for test in sorted(asked.values(), key=lambda test: not test.statutory)
    ]


def _assessed(said: Literal["material"] | None) -> tuple[am.EligibilityTest, ...]:
    day = enforcement.IN_FORCE_FROM.value
    provider = am.Provider(public_body=False)
    return am.assess_penalty(am.Ledger({}), provider, day, false_or_misleading=said).tests


def _working_days(days: int) -> str:
    if days == 0:
        return "the same day"
    return f"{days} working {'day' if days == 1 else 'days'} after it was sent"


def _contact(contact: am.Contact) -> tuple[str, str, str, str]:
    telephone = f"{contact.telephone}, {contact.open}" if contact.telephone else ""
    email = link(contact.email, f"mailto:{contact.email}")
    remark = f"{contact.remark[:1].upper()}{contact.remark[1:]}." if contact.remark else ""
    how = "\n\n".join(line for line in (telephone, email, plain(remark)) if line)
    return plain(contact.name), plain(contact.subject), how, cited_briefly(contact.citation)
