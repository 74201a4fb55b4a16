"""In words what the timeline shows: as sentences, and as tables with the sources."""

import datetime as dt

import asc_mandate as am
from asc_mandate.notice import campaigns, public_holidays, publications
from asc_mandate.words import day_and_month, listed, short_date

from .spells import (
    EditionSpell,
    SeasonSpell,
    campaign_conditions,
    campaign_spells,
    edition_spells,
    season_spells,
    seasons,
)
from .wording import Cite, capitalised, linked, table

_SERVICES = {am.ServiceType.CARE_HOME: "care home", am.ServiceType.DOMICILIARY_CARE: "domiciliary care"}


def last_known(calendar: am.Calendar) -> dt.date:
    """The last day of which anything beyond the notice itself is known."""
    closes = [spell.following.closes for spell in campaign_spells(calendar)]
    return max(*closes, *(day for _, day, _ in ends_of_knowledge(calendar)))


def ends_of_knowledge(calendar: am.Calendar) -> tuple[tuple[str, dt.date, am.Citation | None], ...]:
    """What is known through which day, and where from; None for what a caller supplied."""
    shown = (
        ("no later edition known on", am.dataset_version().surveyed_on, publications.SURVEYED_ON),
        ("campaigns known through", calendar.campaigns_known_through, campaigns.KNOWN_THROUGH),
        ("public holidays announced through", calendar.holidays_confirmed_through, public_holidays.CONFIRMED_THROUGH),
    )
    return tuple((what, day, datum.citation if day == datum.value else None) for what, day, datum in shown)


def timeline_finding() -> str:
    """Say the rule by which the latest edition asks."""
    latest = am.editions()[-1]
    rules = [
        f"{season.subject}: from {day_and_month(season.first)} to {day_and_month(season.last)}."
        for season in seasons(latest)
    ]
    rules += [
        f"{condition.subject}: in a campaign, and until the reporting window that follows has closed."
        for condition in campaign_conditions(latest)
    ]
    counts = [
        f"{sum(field.condition is None for field in fields)} of {len(fields)} {name} items"
        for service, name in _SERVICES.items()
        for fields in [latest.fields(service)]
    ]
    return " ".join((f"{listed(counts)} are asked for in every month.", *rules))


def timeline_in_words(calendar: am.Calendar = am.ENGLAND) -> str:
    """Say what the picture shows, in sentences."""
    return " ".join(
        (
            timeline_finding(),
            *(f"{_name(spell)}: {_days(spell)}, {_how_held(spell)}{_items(spell)}." for spell in edition_spells()),
            *(
                f"{spell.season.subject}: {short_date(spell.first)} to {short_date(spell.last)}."
                for spell in _shown_seasons(calendar)
            ),
            *(
                f"Campaign {spell.campaign.name}: {short_date(spell.campaign.starts)} to "
                f"{short_date(spell.campaign.ends)}, in care homes from {short_date(spell.campaign.care_homes_start)}; "
                f"the window that follows closes on {short_date(spell.following.closes)}"
                f"{'' if spell.held else '; the list of that time is not held'}."
                for spell in campaign_spells(calendar)
            ),
            *(f"{capitalised(what)} {short_date(day)}." for what, day, _ in ends_of_knowledge(calendar)),
        )
    )


def timeline_table(calendar: am.Calendar = am.ENGLAND, cite: Cite = linked) -> str:
    """Write what the timeline shows in Markdown, with the sources."""
    return "\n".join((_editions(cite), _seasons(calendar, cite), _campaigns(calendar, cite), _known(calendar, cite)))


def _editions(cite: Cite) -> str:
    rows = (
        (
            _name(spell),
            _days(spell),
            _how_held(spell) + _items(spell),
            "; ".join(dict.fromkeys(cite(citation) for citation in _citations(spell))),
        )
        for spell in edition_spells()
    )
    return table(("List", "Applies", "Held", "Source"), rows)


def _seasons(calendar: am.Calendar, cite: Cite) -> str:
    rows = (
        (spell.season.subject, f"{short_date(spell.first)} to {short_date(spell.last)}", cite(spell.season.citation))
        for spell in _shown_seasons(calendar)
    )
    return table(("Season", "Required", "Source"), rows)


def _campaigns(calendar: am.Calendar, cite: Cite) -> str:
    rows = (
        (
            capitalised(spell.campaign.name),
            short_date(spell.campaign.care_homes_start),
            short_date(spell.campaign.starts),
            short_date(spell.campaign.ends),
            short_date(spell.following.closes) + ("" if spell.held else " (list not held)"),
            "; ".join(cite(citation) for citation in spell.campaign.citations) or _SUPPLIED,
        )
        for spell in campaign_spells(calendar)
    )
    head = ("Campaign", "In care homes from", "For others from", "To", "The window that follows closes on", "Source")
    return table(head, rows)


def _known(calendar: am.Calendar, cite: Cite) -> str:
    rows = (
        (capitalised(what), short_date(day), cite(citation) if citation else _SUPPLIED)
        for what, day, citation in ends_of_knowledge(calendar)
    )
    return table(("Where knowledge ends", "Day", "Source"), rows)


_SUPPLIED = "supplied with the calendar"


def _shown_seasons(calendar: am.Calendar) -> tuple[SeasonSpell, ...]:
    return season_spells(last_known(calendar))


def _name(spell: EditionSpell) -> str:
    if spell.edition:
        return f"Edition {spell.edition.id}"
    numbers = listed([str(publication.number) for publication in spell.publications])
    days = listed([str(_published(publication)) for publication in spell.publications])
    return f"Publications {numbers} of the notice, published {days}"


def _published(publication: am.Publication) -> str:
    published = publication.published
    return f"on a day {published}" if isinstance(published, am.NotFound) else short_date(published.value)


def _days(spell: EditionSpell) -> str:
    return f"{short_date(spell.first)} to {short_date(spell.last)}" if spell.last else f"from {short_date(spell.first)}"


def _how_held(spell: EditionSpell) -> str:
    if spell.edition is None:
        return "list not held, because it was not found in full"
    return "reconstructed" if spell.edition.reconstruction else "verbatim"


def _items(spell: EditionSpell) -> str:
    if spell.edition is None:
        return ""
    homes, care = (len(spell.edition.fields(service)) for service in am.ServiceType)
    return f", {homes} items for care homes and {care} for domiciliary care"


def _citations(spell: EditionSpell) -> list[am.Citation]:
    if spell.edition:
        return [spell.edition.clause("duty").citation]
    return [change.citation for publication in spell.publications for change in publication.changes]
