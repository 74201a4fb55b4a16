"""Whether a field's condition holds on a day, with the sentence and the readings behind the answer."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from asc_mandate import sentences
from asc_mandate._format import clean, format_date, format_day_of_year, join_words
from asc_mandate.calendar import Calendar
from asc_mandate.notice.readings import (
    BETWEEN_CAMPAIGN_AND_WINDOW,
    CAMPAIGN_ENDS_IN_WINDOW,
    CAMPAIGN_START_BY_SETTING,
    CAMPAIGN_STARTS_IN_WINDOW,
    NO_ONGOING_CAMPAIGN,
)
from asc_mandate.notice.shapes import Campaign, Condition, Season, ServiceType
from asc_mandate.windows import window_of, window_opening_after


class Status(StrEnum):
    """Whether a field must be given on a day."""

    REQUIRED = "required"
    NOT_REQUIRED = "not_required"
    UNDETERMINED = "undetermined"
    """It turns on a campaign past the last day through which campaigns are known."""


Words = Mapping[str, dt.date | tuple[str, ...]]
"""What has its place in a sentence: days, and names or other texts."""


class Decision(NamedTuple):
    """Whether a condition holds, why, and the readings it rests on."""

    status: Status
    sentence: str
    words: Words
    readings: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Why, as a sentence with the date that decides."""
        words = {
            name: format_date(word) if isinstance(word, dt.date) else join_words([clean(part) for part in word])
            for name, word in self.words.items()
        }
        return self.sentence.format(**words)


def decide(condition: Condition | None, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    """Return whether a condition holds for a service on a day."""
    if condition is None:
        return Decision(Status.REQUIRED, sentences.ALWAYS, {})
    decision = _in_season(condition, day) if isinstance(condition, Season) else _in_campaign(service, day, calendar)
    return decision._replace(words={**decision.words, "subject": (condition.subject,)})


def _in_season(season: Season, day: dt.date) -> Decision:
    first, last, today = season.first, season.last, (day.month, day.day)
    holds = first <= today <= last if first <= last else today >= first or today <= last
    words: Words = {"first": (format_day_of_year(first),), "last": (format_day_of_year(last),)}
    if holds:
        return Decision(Status.REQUIRED, sentences.IN_SEASON, words)
    again = dt.date(day.year if today < first else day.year + 1, *first)
    return Decision(Status.NOT_REQUIRED, sentences.OUT_OF_SEASON, {**words, "again": again})


def _in_campaign(service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    known_through = calendar.campaigns_known_through
    begun = [campaign for campaign in calendar.campaigns if campaign.starts_for(service) <= day]
    running = [campaign for campaign in begun if day <= (campaign.ends or known_through)]
    if running:
        return _running(max(running, key=lambda campaign: campaign.ends or dt.date.max), service, day)
    ended = [(campaign.ends, campaign.name) for campaign in begun if campaign.ends]
    last_end, name = max(ended, key=lambda pair: pair[0], default=(None, ""))
    if last_end and day <= window_opening_after(last_end, calendar).closes:
        return _following(last_end, name, day, calendar)
    if day > known_through:
        return _not_known(begun, calendar)
    return _no_campaign(last_end, service, day, calendar)


def _running(campaign: Campaign, service: ServiceType, day: dt.date) -> Decision:
    words: Words = {"campaign": (campaign.name,), "starts": campaign.starts_for(service), "ends": campaign.ends or day}
    sentence = sentences.CAMPAIGN_RUNS if campaign.ends else sentences.CAMPAIGN_RUNS_ON
    begun_everywhere = day >= max(map(campaign.starts_for, ServiceType))
    return Decision(Status.REQUIRED, sentence, words, () if begun_everywhere else (CAMPAIGN_START_BY_SETTING.id,))


def _following(ends: dt.date, name: str, day: dt.date, calendar: Calendar) -> Decision:
    following, ended_in = window_opening_after(ends, calendar), window_of(ends.year, ends.month, calendar)
    readings = [NO_ONGOING_CAMPAIGN.id]
    if day < following.opens:
        readings.append(BETWEEN_CAMPAIGN_AND_WINDOW.id)
    if ends in ended_in and day > ended_in.closes:
        readings.append(CAMPAIGN_ENDS_IN_WINDOW.id)
    words: Words = {"campaign": (name,), "ends": ends, "closes": following.closes}
    return Decision(Status.REQUIRED, sentences.CAMPAIGN_FOLLOWED, words, tuple(readings))


def _not_known(begun: list[Campaign], calendar: Calendar) -> Decision:
    endless = tuple(campaign.name for campaign in begun if campaign.ends is None)
    announced = tuple(campaign.name for campaign in calendar.announced)
    sentence = sentences.CAMPAIGNS_UNKNOWN
    if endless:
        sentence += sentences.CAMPAIGN_END_UNKNOWN
    if announced:
        sentence += sentences.CAMPAIGN_ANNOUNCED
    words: Words = {"known_through": calendar.campaigns_known_through, "endless": endless, "announced": announced}
    return Decision(Status.UNDETERMINED, sentence + sentences.ANSWER_IT, words)


def _no_campaign(last_end: dt.date | None, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    words: Words = {"day": day}
    sentence = sentences.NO_CAMPAIGN_YET
    if last_end:
        sentence = sentences.NO_CAMPAIGN_SINCE
        words = {"ends": last_end, "closes": window_opening_after(last_end, calendar).closes}
    ahead = [campaign for campaign in calendar.campaigns if campaign.starts_for(service) > day]
    if not ahead:
        return Decision(Status.NOT_REQUIRED, sentence, words)
    coming = min(ahead, key=lambda campaign: campaign.starts_for(service))
    starts = coming.starts_for(service)
    readings: list[str] = []
    window = window_of(day.year, day.month, calendar)
    if window.opens <= day and starts <= window.closes:
        readings.append(CAMPAIGN_STARTS_IN_WINDOW.id)
    if min(map(coming.starts_for, ServiceType)) <= day:
        readings.append(CAMPAIGN_START_BY_SETTING.id)
    words = {**words, "campaign": (coming.name,), "starts": starts}
    return Decision(Status.NOT_REQUIRED, sentence + sentences.NEXT_CAMPAIGN, words, tuple(readings))
