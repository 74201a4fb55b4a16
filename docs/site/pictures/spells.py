"""What is required when, as spells of days: of editions, of seasons, and of campaigns with the window that follows."""

import datetime as dt
from collections.abc import Iterator

from attrs import evolve, frozen

import asc_mandate as am
from asc_mandate.notice.duty import IN_FORCE_FROM

_DAY = dt.timedelta(days=1)


@frozen
class EditionSpell:
    """The days on which a list of the notice applies.

    Attributes:
        first: The first of them.
        last: The last; None for the latest edition known.
        edition: The edition; None where the list of that time is not held.
        publications: Where it is not held, the publications of that time.
    """

    first: dt.date
    last: dt.date | None
    edition: am.Edition | None
    publications: tuple[am.Publication, ...] = ()


@frozen
class SeasonSpell:
    """The days of one year's season, as far as an edition that is held asks for it.

    Attributes:
        first: The first of them.
        last: The last.
        season: The condition.
    """

    first: dt.date
    last: dt.date
    season: am.Season


@frozen
class CampaignSpell:
    """A campaign, and the window that follows it.

    Attributes:
        campaign: The campaign.
        following: The first window that opens after it has ended.
        held: Whether the list of the day on which it began is held, so that the library can say what it asked for.
    """

    campaign: am.Campaign
    following: am.ReportingWindow
    held: bool

    @property
    def first(self) -> dt.date:
        """The first day of the campaign, wherever it began earlier."""
        return min(self.campaign.care_homes_start, self.campaign.starts)


def edition_spells() -> tuple[EditionSpell, ...]:
    """The lists that applied one after another, held or not, since the duty began."""
    held = am.editions()
    ends = (*(edition.applies_from - _DAY for edition in held[1:]), None)
    not_held = tuple(publication for publication in am.history() if publication.edition is None)
    return (
        EditionSpell(IN_FORCE_FROM.value, held[0].applies_from - _DAY, None, not_held),
        *(EditionSpell(edition.applies_from, last, edition) for edition, last in zip(held, ends, strict=True)),
    )


def season_spells(until: dt.date) -> tuple[SeasonSpell, ...]:
    """Every year's seasons that begin by a day, as far as the editions that are held ask for them."""
    spells: list[SeasonSpell] = []
    for of in edition_spells():
        for season in seasons(of.edition) if of.edition else ():
            for first, last in _yearly(season, of.first, min(until, of.last or until)):
                spell = SeasonSpell(max(first, of.first), min(last, of.last or last), season)
                before = next((other for other in spells if _goes_on(other, spell)), None)
                if before:
                    spells[spells.index(before)] = evolve(before, last=spell.last)
                else:
                    spells.append(spell)
    return tuple(spells)


def campaign_spells(calendar: am.Calendar) -> tuple[CampaignSpell, ...]:
    """The campaigns, each with the window that follows."""
    first_held = am.editions()[0].applies_from
    return tuple(
        CampaignSpell(campaign, _following(campaign.ends, calendar), held=campaign.starts >= first_held)
        for campaign in calendar.campaigns
    )


def seasons(edition: am.Edition) -> tuple[am.Season, ...]:
    """The seasons in which an edition asks for an item."""
    return tuple({found.id: found for found in _conditions(edition) if isinstance(found, am.Season)}.values())


def campaign_conditions(edition: am.Edition) -> tuple[am.DuringCampaign, ...]:
    """What an edition asks for in campaigns."""
    return tuple({found.id: found for found in _conditions(edition) if isinstance(found, am.DuringCampaign)}.values())


def _conditions(edition: am.Edition) -> Iterator[am.Season | am.DuringCampaign | None]:
    return (field.condition for service in am.ServiceType for field in edition.fields(service))


def _following(end: dt.date, calendar: am.Calendar) -> am.ReportingWindow:
    this_and_next = am.reporting_windows(end, end.replace(day=1) + 31 * _DAY, calendar=calendar)
    return next(window for window in this_and_next if window.opens > end)


def _goes_on(one: SeasonSpell, other: SeasonSpell) -> bool:
    """Whether a season only passes from one edition to the next."""
    return one.season.id == other.season.id and one.last + _DAY == other.first


def _yearly(season: am.Season, since: dt.date, until: dt.date) -> Iterator[tuple[dt.date, dt.date]]:
    for year in range(since.year - 1, until.year + 1):
        first = dt.date(year, *season.first)
        last = dt.date(year + (season.last < season.first), *season.last)
        if first <= until and last >= since:
            yield first, last
