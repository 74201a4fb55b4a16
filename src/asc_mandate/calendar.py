"""England's working days and vaccination campaigns: the dates that the notice leaves to others."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import cast

from attrs import evolve, field, frozen

from asc_mandate._coerce import FrozenDict, as_date, is_date, iterate, to_date, to_text
from asc_mandate._format import format_date, format_long_date, format_weekday, one_line, plural
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice import campaigns as known
from asc_mandate.notice.shapes import AnnouncedCampaign, Campaign, ServiceType

_FIRST_DAY = dt.date(known.HOLIDAYS_FIRST_YEAR.value, 1, 1)
LAST_DAY = dt.date(known.HOLIDAYS_LAST_YEAR.value, 12, 31)
"""The last day for which public holidays can be told."""


def _to_campaigns(given: Iterable[Campaign]) -> tuple[Campaign, ...]:
    campaigns = tuple(iterate(given, Campaign, "campaigns"))
    for campaign in campaigns:
        _to_known_day(min(map(campaign.starts_for, ServiceType)))
        _to_known_day(campaign.ends or campaign.starts)
    return tuple(sorted(campaigns, key=lambda campaign: (*map(campaign.starts_for, ServiceType), campaign.name)))


def _to_announced(given: Iterable[AnnouncedCampaign]) -> tuple[AnnouncedCampaign, ...]:
    return tuple(iterate(given, AnnouncedCampaign, "announced", "asc_mandate.notice"))


def _to_holidays(given: Iterable[tuple[dt.date, str]]) -> tuple[tuple[dt.date, str], ...]:
    return tuple(sorted(map(_to_holiday, iterate(given, object, "holidays_added"))))


def _to_holiday(given: object) -> tuple[dt.date, str]:
    pair = cast("tuple[object, ...]", given) if isinstance(given, tuple) else ()
    if len(pair) != 2:
        raise InvalidArgument("holidays_added holds something other than pairs; pass pairs of a day and a name.")
    return _to_known_day(pair[0]), to_text(pair[1], "name", "what the public holiday is called")


def _to_days(given: Iterable[dt.date]) -> tuple[dt.date, ...]:
    return tuple(sorted({_to_known_day(day) for day in iterate(given, dt.date, "holidays_removed")}))


def _to_known_day(given: object) -> dt.date:
    day = to_date(given, "day")
    if _FIRST_DAY <= day <= LAST_DAY:
        return day
    years = f"{_FIRST_DAY.year} to {LAST_DAY.year}"
    raise InvalidArgument(f"England's public holidays are not known for {format_date(day)}; pass a day from {years}.")


@frozen(cache_hash=True, repr=False)
class Calendar:
    """England's working days and campaigns, as far as they are known.

    A calendar never changes: each ``with_`` method returns an amended copy. Source: the notice leaves these days to
    others; the list of bank holidays on GOV.UK, and for campaigns their own citations.

    >>> ENGLAND.campaigns_known_through, ENGLAND.holidays_confirmed_through
    (datetime.date(2026, 8, 31), datetime.date(2028, 12, 31))

    Attributes:
        campaigns: The campaigns, earliest first.
        campaigns_known_through: The last day through which every campaign is known.
        announced: Campaigns that are known to come, and whose days were not found.
        holidays_confirmed_through: The last day through which public holidays are announced, not projected.
        holidays_added: Days that a caller has made public holidays, with their names.
        holidays_removed: Days that a caller has made ordinary days.
    """

    campaigns: tuple[Campaign, ...] = field(default=known.CAMPAIGNS, converter=_to_campaigns)
    campaigns_known_through: dt.date = field(default=known.KNOWN_THROUGH.value, converter=as_date, validator=is_date)
    announced: tuple[AnnouncedCampaign, ...] = field(default=known.ANNOUNCED, converter=_to_announced)
    holidays_confirmed_through: dt.date = field(
        default=known.HOLIDAYS_CONFIRMED_THROUGH.value, converter=as_date, validator=is_date
    )
    holidays_added: tuple[tuple[dt.date, str], ...] = field(default=(), converter=_to_holidays)
    holidays_removed: tuple[dt.date, ...] = field(default=(), converter=_to_days)

    def public_holiday(self, day: dt.date) -> str | None:
        """Return the name of England's public holiday on a day in London; None for no holiday.

        Bank holidays, Christmas Day and Good Friday count. A holiday that moved because it fell on a weekend counts on
        the day it moved to. Days past ``holidays_confirmed_through`` are projected. Raises InvalidArgument for
        anything but a date or an aware datetime, and outside 2019 to 2100, where nothing is known. Source: the
        notice, “weekend or public holiday”, by the reading ``public-holiday``.

        >>> ENGLAND.public_holiday(dt.date(2028, 4, 14))
        'Good Friday'
        """
        when = _to_known_day(day)
        for added, name in self.holidays_added:
            if added == when:
                return name
        return None if when in self.holidays_removed else _official(when.year).get(when)

    def is_working_day(self, day: dt.date) -> bool:
        """Return whether a day in London is neither Saturday, Sunday nor a public holiday in England.

        Raises as ``public_holiday`` does. Source: as there.

        >>> ENGLAND.is_working_day(dt.date(2028, 4, 17))
        False
        """
        return self.why_not_working(day) is None

    def working_day_on_or_after(self, day: dt.date) -> dt.date:
        """Return a day in London where it is a working day, or the next that is.

        Raises as ``public_holiday`` does. Source: the notice, “or the next working day”.

        >>> ENGLAND.working_day_on_or_after(dt.date(2028, 4, 14))
        datetime.date(2028, 4, 18)
        """
        found = to_date(day, "day")
        while self.why_not_working(found) is not None:
            found += dt.timedelta(days=1)
        return found

    def why_not_working(self, day: dt.date) -> str | None:
        """Return why a day in London is not a working day: its holiday or its weekday; None for a working day.

        Raises as ``public_holiday`` does. Source: as there.

        >>> ENGLAND.why_not_working(dt.date(2026, 2, 14))
        'Saturday'
        """
        when = to_date(day, "day")
        return self.public_holiday(when) or (format_weekday(when) if when.weekday() >= 5 else None)

    def with_public_holiday(self, day: dt.date, name: str) -> "Calendar":
        """Return this calendar with one more public holiday in London, such as one proclaimed after this release.

        Raises InvalidArgument for a name that is empty or not text, and as ``public_holiday`` does.

        >>> ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee").is_working_day(dt.date(2027, 7, 14))
        False
        """
        when = to_date(day, "day")
        kept = (removed for removed in self.holidays_removed if removed != when)
        return evolve(self, holidays_added=(*self._added_except(when), (when, name)), holidays_removed=tuple(kept))

    def without_public_holiday(self, day: dt.date) -> "Calendar":
        """Return this calendar with one public holiday in London fewer, such as one that was moved.

        Raises InvalidArgument where the day is not a public holiday, and as ``public_holiday`` does.

        >>> ENGLAND.without_public_holiday(dt.date(2027, 5, 3)).is_working_day(dt.date(2027, 5, 3))
        True
        """
        when = to_date(day, "day")
        if self.public_holiday(when) is None:
            raise InvalidArgument(f"{format_long_date(when)} is not a public holiday in this calendar.")
        removed = (*self.holidays_removed, when)
        return evolve(self, holidays_added=self._added_except(when), holidays_removed=removed)

    def with_campaigns(self, *campaigns: Campaign, known_through: dt.date) -> "Calendar":
        """Return this calendar with more campaigns, and the last day through which every campaign is then known.

        ``known_through`` promises that no campaign is missing up to that day, those between the campaigns held and the
        ones added included. A campaign named like one held or announced replaces it. A campaign without a last day is
        taken to run through ``known_through``. Raises InvalidArgument for anything but campaigns and a date or an
        aware datetime.

        >>> made_up = Campaign("a made-up campaign", starts=dt.date(2026, 9, 7))
        >>> ENGLAND.with_campaigns(made_up, known_through=dt.date(2026, 9, 14)).campaigns[-1].name
        'a made-up campaign'
        """
        names = {campaign.name for campaign in iterate(campaigns, Campaign, "campaigns")}
        return evolve(
            self,
            campaigns=(*(held for held in self.campaigns if held.name not in names), *campaigns),
            campaigns_known_through=to_date(known_through, "known_through"),
            announced=tuple(held for held in self.announced if held.name not in names),
        )

    def _added_except(self, day: dt.date) -> tuple[tuple[dt.date, str], ...]:
        return tuple(entry for entry in self.holidays_added if entry[0] != day)

    def __str__(self) -> str:
        days = format_date(self.holidays_confirmed_through), format_date(self.campaigns_known_through)
        lines = (
            f"Public holidays announced through {days[0]}.",
            f"COVID-19 vaccination campaigns known through {days[1]}:",
        )
        return "\n".join([*lines, *(f"- {campaign}" for campaign in (*self.campaigns, *self.announced))])

    def __repr__(self) -> str:
        known_through = f"known through {format_date(self.campaigns_known_through)}"
        return one_line(self, plural(len(self.campaigns), "campaign"), known_through)


# As many entries as there can be years.
@lru_cache(maxsize=128)
def _official(year: int) -> Mapping[dt.date, str]:
    # Imported on first use: it costs more than the rest of this package together.
    from holidays import country_holidays

    found = country_holidays("GB", subdiv="ENG", years=year, language="en_GB")
    # A holiday that falls on a weekend is moved by law, so only its substitute is a bank holiday. Christmas Day is a
    # public holiday wherever it falls.
    return FrozenDict(
        {day: name for day, name in found.items() if day.weekday() < 5 or (day.month, day.day) == (12, 25)}
    )


ENGLAND = Calendar()
"""The calendar of England as this release knows it."""
