"""England's working days and vaccination campaigns: the dates that the notice leaves to others."""

import datetime as dt
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType

from attrs import evolve, field, frozen

from asc_mandate.errors import InvalidArgument
from asc_mandate.moments import as_day
from asc_mandate.notice import campaigns as register
from asc_mandate.notice import public_holidays
from asc_mandate.notice.campaign import Campaign
from asc_mandate.plain import text_of
from asc_mandate.words import date, short_date, type_name

_DAY = dt.timedelta(days=1)


def _in_order(given: Iterable[Campaign]) -> tuple[Campaign, ...]:
    try:
        campaigns = tuple(given)
    except TypeError:
        raise InvalidArgument(f"campaigns is {type_name(given)}; pass asc_mandate.Campaign objects.") from None
    for campaign in campaigns:
        if not isinstance(campaign, Campaign):
            raise InvalidArgument(f"campaigns include {type_name(campaign)}; pass asc_mandate.Campaign objects.")
    return tuple(sorted(campaigns, key=_by_start))


def _by_start(campaign: Campaign) -> tuple[dt.date, dt.date, str]:
    return campaign.care_homes_start, campaign.starts, campaign.name


def _known_through(given: dt.date) -> dt.date:
    return as_day(given, "known_through")


def _confirmed_through(given: dt.date) -> dt.date:
    return as_day(given, "holidays_confirmed_through")


def _additions(given: Iterable[tuple[dt.date, str]]) -> tuple[tuple[dt.date, str], ...]:
    try:
        pairs = [(day, name) for day, name in given]
    except (TypeError, ValueError):
        raise InvalidArgument("holidays_added holds something other than pairs of a day and a name.") from None
    return tuple(sorted((_known(as_day(day, "day")), _name(name)) for day, name in pairs))


def _removals(given: Iterable[dt.date]) -> tuple[dt.date, ...]:
    try:
        days = tuple(given)
    except TypeError:
        raise InvalidArgument(f"holidays_removed is {type_name(given)}; pass days.") from None
    return tuple(sorted({_known(as_day(day, "day")) for day in days}))


def _name(given: object) -> str:
    name = text_of(given)
    if not (name and name.strip()):
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

    A calendar never changes: each ``with_`` method returns an amended copy.

    Attributes:
        campaigns: The campaigns, earliest first.
        campaigns_known_through: The last day through which every campaign is known.
        holidays_confirmed_through: The last day through which public holidays are announced, not projected.
        holidays_added: Days that a caller has made public holidays, with their names.
        holidays_removed: Days that a caller has made ordinary days.
    """

    campaigns: tuple[Campaign, ...] = field(default=register.CAMPAIGNS, converter=_in_order)
    campaigns_known_through: dt.date = field(default=register.KNOWN_THROUGH.value, converter=_known_through)
    holidays_confirmed_through: dt.date = field(
        default=public_holidays.CONFIRMED_THROUGH.value, converter=_confirmed_through
    )
    holidays_added: tuple[tuple[dt.date, str], ...] = field(default=(), converter=_additions)
    holidays_removed: tuple[dt.date, ...] = field(default=(), converter=_removals)

    def public_holiday(self, day: dt.date) -> str | None:
        """Which public holiday of England falls on this day in London; None for no holiday.

        Bank holidays, Christmas Day and Good Friday count (reading ``public-holiday``). A holiday that moved
        because it fell on a weekend counts on the day it moved to. Days past ``holidays_confirmed_through`` are
        projected. Raises InvalidArgument outside 2019 to 2100, where nothing is known.

        >>> ENGLAND.public_holiday(dt.date(2028, 4, 14))
        'Good Friday'
        """
        return self._holiday(as_day(day, "day"))

    def is_working_day(self, day: dt.date) -> bool:
        """Whether this day in London is neither Saturday, Sunday nor a public holiday in England.

        Raises as ``public_holiday`` does.

        >>> ENGLAND.is_working_day(dt.date(2028, 4, 17))
        False
        """
        return self.why_not_working(as_day(day, "day")) is None

    def working_day_on_or_after(self, day: dt.date) -> dt.date:
        """Which working day this day is, or which comes next.

        Raises as ``public_holiday`` does.

        >>> ENGLAND.working_day_on_or_after(dt.date(2028, 4, 14))
        datetime.date(2028, 4, 18)
        """
        found = as_day(day, "day")
        while self.why_not_working(found) is not None:
            found += _DAY
        return found

    def why_not_working(self, day: dt.date) -> str | None:
        """Why this day is not a working day: its weekday or its holiday; None for a working day.

        >>> ENGLAND.why_not_working(dt.date(2026, 2, 14))
        'Saturday'
        """
        holiday = self._holiday(day)
        if holiday is None and day.weekday() >= 5:
            return "Saturday" if day.weekday() == 5 else "Sunday"
        return holiday

    def with_public_holiday(self, day: dt.date, name: str) -> "Calendar":
        """This calendar with one more public holiday, such as one proclaimed after this release.

        Raises InvalidArgument for a name that is not text, and as ``public_holiday`` does.

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
        """This calendar with one public holiday fewer, such as one that was moved after this release.

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

        A campaign named like one held already replaces it. Raises InvalidArgument for anything but campaigns and a
        date or an aware datetime.

        >>> autumn = Campaign("autumn 2026", starts=dt.date(2026, 10, 1), ends=dt.date(2027, 1, 31))
        >>> ENGLAND.with_campaigns(autumn, known_through=dt.date(2027, 3, 31)).campaigns[-1].name
        'autumn 2026'
        """
        names = {campaign.name for campaign in _in_order(campaigns)}
        kept = (campaign for campaign in self.campaigns if campaign.name not in names)
        return evolve(self, campaigns=(*kept, *campaigns), campaigns_known_through=known_through)

    def _added_but(self, day: dt.date) -> tuple[tuple[dt.date, str], ...]:
        return tuple(entry for entry in self.holidays_added if entry[0] != day)

    def _holiday(self, day: dt.date) -> str | None:
        _known(day)
        for added, name in self.holidays_added:
            if added == day:
                return name
        return None if day in self.holidays_removed else _official(day.year).get(day)


# As many entries as there can be years.
@lru_cache(maxsize=128)
def _official(year: int) -> Mapping[dt.date, str]:
    # Imported on first use: it costs more than the rest of this package together.
    from holidays import country_holidays

    found = country_holidays("GB", subdiv="ENG", years=year, expand=False, language="en_GB")
    return MappingProxyType(
        # A holiday that falls on a weekend is moved by law, so only its substitute is a bank holiday. Christmas Day
        # is a public holiday wherever it falls.
        {day: found[day] for day in found if day.weekday() < 5 or (day.month, day.day) == (12, 25)}
    )


ENGLAND = Calendar()
"""The calendar of England as this release knows it."""
