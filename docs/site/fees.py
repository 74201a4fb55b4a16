"""CQC's fees, which are the amount of a penalty."""

import datetime as dt
from collections.abc import Iterator

import asc_mandate as am
from asc_mandate.notice import enforcement, fees
from asc_mandate.notice.fees import FeesScheme
from asc_mandate.words import short_date

from .markdown import bullets, day, page, plain, span, table
from .provenance import cited, cited_briefly, source_grade


def fees_page() -> str:
    """Return the page of fees."""
    return page(
        "# Fees, on which an amount rests",
        "A penalty is the fee for the provider’s registration with CQC: see {py:func}`~asc_mandate.penalty_amount`. "
        f"Basis: {cited(enforcement.AMOUNT)}.",
        *(block for scheme in fees.SCHEMES for block in _scheme(scheme)),
        "## What is assumed",
        bullets(cited(citation) for citation in (fees.ROUNDING, fees.SUM, fees.STILL_CURRENT)),
        "## What is not established",
        bullets(_not_established()),
    )


def _scheme(scheme: FeesScheme) -> Iterator[str]:
    yield f"## {plain(scheme.name)}"
    since, through = scheme.in_force_from, scheme.known_through
    yield f"In force from {short_date(since.value)}. {cited(since.citation)}"
    yield f"Known to be current through {short_date(through.value)}. {cited(through.citation)}"
    yield "### Care homes, per location"
    yield f"By the places on the registration. {cited(scheme.care_home_bands.citation)}"
    most = 0
    rows: list[tuple[str, str, str]] = []
    for last, pounds in scheme.care_home_bands.value:
        rows.append(
            (span(f"{most + 1} to {last}", "day"), f"£{pounds:,}", source_grade(scheme.care_home_bands.citation))
        )
        most = last
    above = scheme.care_home_above_bands
    rows.append((f"over {most}", f"£{above.value:,}", source_grade(above.citation)))
    yield table(("Places", "Fee", "Grade"), rows, classes=("numbers",))
    yield f"Above the last band: {cited(above.citation)}"
    yield "### Domiciliary care, per location"
    base, each, most_of_all = scheme.community_base, scheme.community_each, scheme.community_ceiling
    yield f"£{base.value:,} + £{each.value} × service users, at most £{most_of_all.value:,}."
    parts = (
        ("For the location", f"£{base.value:,}", base.citation),
        ("For each service user", f"£{each.value}", each.citation),
        ("At most", f"£{most_of_all.value:,}", most_of_all.citation),
        ("Known from", day(scheme.community_known_from.value), scheme.community_known_from.citation),
    )
    yield table(
        ("Part", "Amount", "Ground"),
        [(name, amount, cited_briefly(citation)) for name, amount, citation in parts],
        classes=("stack",),
    )


def _not_established() -> Iterator[str]:
    before = fees.SCHEMES[0].community_known_from.value
    for location, when in (
        (am.Location("domiciliary_care", 63), before - dt.timedelta(days=1)),
        (am.Location("hospice", 20), before),
    ):
        try:
            am.penalty_amount([location], when)
        except am.NotEstablished as gap:
            yield plain(str(gap))
