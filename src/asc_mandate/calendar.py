"""England's working days and vaccination campaigns: the dates that the notice leaves to others."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import islice
from types import MappingProxyType

from attrs import evolve, field, frozen

from asc_mandate.errors import InvalidArgument
from asc_mandate.moments import as_day
from asc_mandate.notice import campaigns as known_campaigns
from asc_mandate.notice import public_holidays
from asc_mandate.notice.campaign import Campaign
from asc_mandate.plain import filled_text_of, is_a, iterator_of
from asc_mandate.words import date, short_date, type_name, weekday

_DAY = dt.timedelta(days=1)


def _in_order(given: Iterable[Campaign]) -> tuple[Campaign, ...]:
    items = iterator_of(given)
    if items is None:
        raise InvalidArgument(f"campaigns is {type_name(given)}; pass asc_mandate.Campaign objects.")
    return tuple(sorted(map(_campaign, items), key=_by_start))


def _campaign(given: object) -> Campaign:
    if not is_a(given, Campaign):
        raise InvalidArgument(f"campaigns include {type_name(given)}; pass asc_mandate.Campaign objects.")
    _known(min(given.starts, given.care_homes_start))
    _known(given.ends)
    return given


def _by_start(campaign: Campaign) -> tuple[dt.date, dt.date, str]:
    return campaign.care_homes_start, campaign.starts, campaign.name


def _known_through(given: dt.date) -> dt.date:
    return as_day(given, "known_through")


def _confirmed_through(given: dt.date) -> dt.date:
    return as_day(given, "holidays_confirmed_through")


def _additions(given: Iterable[tuple[dt.date, str]]) -> tuple[tuple[dt.date, str], ...]:
    items = iterator_of(given)
    if items is None:
        raise InvalidArgument(f"holidays_added is {type_name(given)}; pass pairs of a day and a name.")
    return tuple(sorted(map(_addition, items)))


def _addition(given: object) -> tuple[dt.date, str]:
    parts = iterator_of(given)
    # No more than one part too many, because there may be no end of them.
    pair = () if parts is None else tuple(islice(parts, 3))
    if len(pair) != 2:
        raise InvalidArgument("holidays_added holds something other than pairs of a day and a name.")
    day, name = pair
    return _known(as_day(day, "day")), _name(name)


def _removals(given: Iterable[dt.date]) -> tuple[dt.date, ...]:
    items = iterator_of(given)
    if items is None:
        raise InvalidArgument(f"holidays_removed is {type_name(given)}; pass days.")
    return tuple(sorted({_known(as_day(day, "day")) for day in items}))


def _name(given: object) -> str:
    name = filled_text_of(given)
    if name is None:
        raise InvalidArgument("name is empty or not text; pass what the public holiday is called.")
    return name


def _known(day: dt.date) -> dt.date:
    if public_holidays.FIRST_YEAR.value <= day.year <= public_holidays.LAST_YEAR.value:
        return day
    raise InvalidArgument(
        f"England's public holidays are not known for {short_date(day)}; pass a day from "
        f"{public_holidays.FIRST_YEAR.value} to {public_holidays.LAST_YEAR.value}."
    )


@frozen(cache_hash=True)
class Calendar:
    """England's working days and campaigns, as far as they are known.

    A calendar never changes: each ``with_`` method returns an amended copy. Raises InvalidArgument for anything that
    is not of the kinds below. Source: the notice leaves these days to others; the list of bank holidays on GOV.UK, and
    for campaigns their own citations.

    >>> ENGLAND.campaigns_known_through, ENGLAND.holidays_confirmed_through
    (datetime.date(2026, 3, 31), datetime.date(2028, 12, 31))

    Attributes:
        campaigns: The campaigns, earliest first.
        campaigns_known_through: The last day through which every campaign is known.
        holidays_confirmed_through: The last day through which public holidays are announced, not projected.
        holidays_added: Days that a caller has made public holidays, with their names.
        holidays_removed: Days that a caller has made ordinary days.
    """

    campaigns: tuple[Campaign, ...] = field(default=known_campaigns.CAMPAIGNS, converter=_in_order)
    campaigns_known_through: dt.date = field(default=known_campaigns.KNOWN_THROUGH.value, converter=_known_through)
    holidays_confirmed_through: dt.date = field(
        default=public_holidays.CONFIRMED_THROUGH.value, converter=_confirmed_through
    )
    holidays_added: tuple[tuple[dt.date, str], ...] = field(default=(), converter=_additions)
    holidays_removed: tuple[dt.date, ...] = field(default=(), converter=_removals)

    def public_holiday(self, day: dt.date) -> str | None:
        """Which public holiday of England falls on this day in London; None for no holiday.

        Bank holidays, Christmas Day and Good Friday count. A holiday that moved because it fell on a weekend counts on
        the day it moved to. Days past ``holidays_confirmed_through`` are projected. Raises InvalidArgument for
        anything but a date or an aware datetime, and outside 2019 to 2100, where nothing is known. Source: the
        notice, “weekend or public holiday”, by the reading ``public-holiday``.

        >>> ENGLAND.public_holiday(dt.date(2028, 4, 14))
        'Good Friday'
        """
        return self._holiday(as_day(day, "day"))

    def is_working_day(self, day: dt.date) -> bool:
        """Whether this day in London is neither Saturday, Sunday nor a public holiday in England.

        Raises as ``public_holiday`` does. Source: as for ``public_holiday``.

        >>> ENGLAND.is_working_day(dt.date(2028, 4, 17))
        False
        """
        return self.why_not_working(day) is None

    def working_day_on_or_after(self, day: dt.date) -> dt.date:
        """Which working day this day in London is, or which comes next.

        Raises as ``public_holiday`` does. Source: the notice, “or the next working day”.

        >>> ENGLAND.working_day_on_or_after(dt.date(2028, 4, 14))
        datetime.date(2028, 4, 18)
        """
        found = as_day(day, "day")
        while self.why_not_working(found) is not None:
            found += _DAY
        return found

    def why_not_working(self, day: dt.date) -> str | None:
        """Why this day in London is not a working day: its holiday or its weekday; None for a working day.

        Raises as ``public_holiday`` does. Source: as for ``public_holiday``.

        >>> ENGLAND.why_not_working(dt.date(2026, 2, 14))
        'Saturday'
        """
        when = as_day(day, "day")
        holiday = self._holiday(when)
        return weekday(when) if holiday is None and when.weekday() >= 5 else holiday

    def with_public_holiday(self, day: dt.date, name: str) -> "Calendar":
        """This calendar with one more public holiday in London, such as one proclaimed after this release.

        Raises InvalidArgument for a name that is empty or not text, and as ``public_holiday`` does.

        >>> ENGLAND.with_public_holiday(dt.date(2027, 7, 14), "Jubilee").is_working_day(dt.date(2027, 7, 14))
        False
        """
        when = as_day(day, "day")
        return evolve(
            self,
            holidays_added=(*self._added_but(when), (when, name)),
            holidays_removed=tuple(day for day in self.holidays_removed if day != when),
        )

    def without_public_holiday(self, day: dt.date) -> "Calendar":
        """This calendar with one public holiday in London fewer, such as one that was moved after this release.

        Raises InvalidArgument where the day is not a public holiday, and as ``public_holiday`` does.

        >>> ENGLAND.without_public_holiday(dt.date(2027, 5, 3)).is_working_day(dt.date(2027, 5, 3))
        True
        """
        when = as_day(day, "day")
        if self._holiday(when) is None:
            raise InvalidArgument(f"{date(when)} is not a public holiday in this calendar.")
        return evolve(
            self,
            holidays_added=self._added_but(when),
            holidays_removed=(*self.holidays_removed, when),
        )

    def with_campaigns(self, *campaigns: Campaign, known_through: dt.date) -> "Calendar":
        """This calendar with more campaigns, and the last day through which every campaign is then known.

        ``known_through`` promises that no campaign is missing up to that day, those between the campaigns held and the
        ones added included. A campaign named like one held already replaces it. Days are those in London. Raises
        InvalidArgument for anything but campaigns and a date or an aware datetime.

        >>> spring = Campaign("spring 2026", starts=dt.date(2026, 4, 13), ends=dt.date(2026, 6, 30))  # made-up start
        >>> ENGLAND.with_campaigns(spring, known_through=dt.date(2026, 8, 31)).campaigns[-1].name
        'spring 2026'
        """
        names = {campaign.name for campaign in _in_order(campaigns)}
        kept = (campaign for campaign in self.campaigns if campaign.name not in names)
        return evolve(self, campaigns=(*kept, *campaigns), campaigns_known_through=known_through)

    def _added_but(self, day: dt.date) -> tuple[tuple[dt.date, str], ...]:
        return tuple(entry for entry in self.holidays_added if entry[0] != day)

    def _holiday(self, day: dt.date) -> str | None:
        _known(day)
        # Both stand in order, and may be every day that there is.
        added, removed = self.holidays_added, self.holidays_removed
        place = bisect_left(added, (day, ""))
        if place < len(added) and added[place][0] == day:
            return added[place][1]
        place = bisect_left(removed, day)
        is_removed = place < len(removed) and removed[place] == day
        return None if is_removed else _official(day.year).get(day)


# As many entries as there can be years.
@lru_cache(maxsize=128)
def _official(year: int) -> Mapping[dt.date, str]:
    # Imported on first use: it costs more than the rest of this package together.
    from holidays import country_holidays

    found = country_holidays("GB", subdiv="ENG", years=year, language="en_GB")
    return MappingProxyType(
        # A holiday that falls on a weekend is moved by law, so only its substitute is a bank holiday. Christmas Day
        # is a public holiday wherever it falls.
        {day: name for day, name in found.items() if day.weekday() < 5 or (day.month, day.day) == (12, 25)}
    )


def require_calendar(calendar: object) -> None:
    """Raise InvalidArgument for anything but a calendar."""
    if not is_a(calendar, Calendar):
        raise InvalidArgument(f"calendar is {type_name(calendar)}; pass an asc_mandate.Calendar.")


ENGLAND = Calendar()
"""The calendar of England as this release knows it."""
