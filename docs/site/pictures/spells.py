"""What is required when, as spells of days: of editions, of seasons, and of campaigns with the window that follows."""

import datetime as dt
from collections.abc import Iterator

from attrs import frozen

import asc_mandate as am
from asc_mandate.notice.duty import IN_FORCE_FROM

_DAY = dt.timedelta(days=1)


@frozen
class Spell:
    """Some days, both ends included.

    Attributes:
        first: The first of them.
        last: The last of them.
    """

    first: dt.date
    last: dt.date


@frozen
class EditionSpell:
    """The days on which an edition of the notice applies.

    Attributes:
        days: The days; those of the latest edition end with the last day that a picture shows.
        edition: The edition; None where the list of that time is not held.
        publications: Where it is not held, the publications that fall into the days.
    """

    days: Spell
    edition: am.Edition | None
    publications: tuple[am.Publication, ...] = ()


@frozen
class SeasonSpell:
    """The days of one year's season, as far as an edition that is held asks for it.

    Attributes:
        days: The days.
        season: The condition.
    """

    days: Spell
    season: am.Season


@frozen
class CampaignSpell:
    """The days of a campaign, and of the window that follows it.

    Attributes:
        campaign: The campaign.
        days: From its first day in care homes to its last.
        following: The first window that opens after it has ended.
        held: Whether the list of the day on which it began is held, so that the library can say what it asked for.
    """

    campaign: am.Campaign
    days: Spell
    following: am.ReportingWindow
    held: bool


def last_known(calendar: am.Calendar) -> dt.date:
    """The last day of which anything beyond the notice itself is known."""
    ends = [spell.following.closes for spell in campaign_spells(calendar)]
    known = (calendar.holidays_confirmed_through, calendar.campaigns_known_through, am.dataset_version().surveyed_on)
    return max(*known, *ends)


def edition_spells(calendar: am.Calendar) -> tuple[EditionSpell, ...]:
    """The lists that applied one after another, held or not, since the duty began."""
    held = am.editions()
    ends = [edition.applies_from - _DAY for edition in held[1:]]
    spells = [
        EditionSpell(Spell(edition.applies_from, last), edition)
        for edition, last in zip(held, [*ends, last_known(calendar)], strict=True)
    ]
    not_held = tuple(publication for publication in am.history() if publication.edition is None)
    before = EditionSpell(Spell(IN_FORCE_FROM.value, held[0].applies_from - _DAY), None, not_held)
    return (before, *spells)


def season_spells(calendar: am.Calendar) -> tuple[SeasonSpell, ...]:
    """Every year's seasons, as far as the editions that are held ask for them."""
    return tuple(
        SeasonSpell(days, season)
        for spell in edition_spells(calendar)
        if spell.edition
        for season in _seasons(spell.edition)
        for days in _yearly(season, spell.days)
    )


def campaign_spells(calendar: am.Calendar) -> tuple[CampaignSpell, ...]:
    """The campaigns, each with the window that follows."""
    return tuple(
        CampaignSpell(
            campaign,
            Spell(min(campaign.care_homes_start, campaign.starts), campaign.ends),
            _following(campaign.ends, calendar),
            held=campaign.care_homes_start >= am.editions()[0].applies_from,
        )
        for campaign in calendar.campaigns
    )


def _following(end: dt.date, calendar: am.Calendar) -> am.ReportingWindow:
    this_and_next = am.reporting_windows(end, end.replace(day=1) + 31 * _DAY, calendar=calendar)
    return next(window for window in this_and_next if window.opens > end)


def _seasons(edition: am.Edition) -> tuple[am.Season, ...]:
    conditions = (field.condition for service in am.ServiceType for field in edition.fields(service))
    return tuple({found.id: found for found in conditions if isinstance(found, am.Season)}.values())


def _yearly(season: am.Season, within: Spell) -> Iterator[Spell]:
    for year in range(within.first.year - 1, within.last.year + 1):
        first = dt.date(year, *season.first)
        last = dt.date(year + (season.last < season.first), *season.last)
        if first <= within.last and last >= within.first:
            yield Spell(max(first, within.first), min(last, within.last))
