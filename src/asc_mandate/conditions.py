"""Whether a field's condition holds on a day, with the sentence and the readings behind the answer."""

import datetime as dt
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


class Decision(NamedTuple):
    """Whether a condition holds, why as a sentence with the date that decides, and the readings it rests on."""

    status: Status
    reason: str
    readings: tuple[str, ...] = ()


def decide(condition: Condition | None, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    """Return whether a condition holds for a service on a day."""
    if condition is None:
        return Decision(Status.REQUIRED, sentences.ALWAYS)
    if isinstance(condition, Season):
        return _in_season(condition, day)
    return _in_campaign(condition.subject, service, day, calendar)


def _say(sentence: str, **words: dt.date | str) -> str:
    told = {name: format_date(word) if isinstance(word, dt.date) else word for name, word in words.items()}
    return sentence.format(**told)


def _in_season(season: Season, day: dt.date) -> Decision:
    first, last, today = season.first, season.last, (day.month, day.day)
    holds = first <= today <= last if first <= last else today >= first or today <= last
    days = {"first": format_day_of_year(first), "last": format_day_of_year(last)}
    if holds:
        return Decision(Status.REQUIRED, _say(sentences.IN_SEASON, subject=season.subject, **days))
    again = dt.date(day.year if today < first else day.year + 1, *first)
    reason = _say(sentences.OUT_OF_SEASON, subject=season.subject, again=again, **days)
    return Decision(Status.NOT_REQUIRED, reason)


def _in_campaign(subject: str, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    known_through = calendar.campaigns_known_through
    begun = [campaign for campaign in calendar.campaigns if campaign.starts_for(service) <= day]
    running = [campaign for campaign in begun if day <= (campaign.ends or known_through)]
    if running:
        return _running(subject, max(running, key=lambda campaign: campaign.ends or dt.date.max), service, day)
    ended = [(campaign.ends, campaign.name) for campaign in begun if campaign.ends]
    last_end, name = max(ended, key=lambda pair: pair[0], default=(None, ""))
    if last_end and day <= window_opening_after(last_end, calendar).closes:
        return _following(subject, last_end, name, day, calendar)
    return (
        _not_known(subject, begun, calendar) if day > known_through else _no_campaign(last_end, service, day, calendar)
    )


def _running(subject: str, campaign: Campaign, service: ServiceType, day: dt.date) -> Decision:
    sentence = sentences.CAMPAIGN_RUNS if campaign.ends else sentences.CAMPAIGN_RUNS_ON
    starts, ends = campaign.starts_for(service), campaign.ends or day
    reason = _say(sentence, subject=subject, campaign=clean(campaign.name), starts=starts, ends=ends)
    begun_everywhere = day >= max(map(campaign.starts_for, ServiceType))
    return Decision(Status.REQUIRED, reason, () if begun_everywhere else (CAMPAIGN_START_BY_SETTING.id,))


def _following(subject: str, ends: dt.date, name: str, day: dt.date, calendar: Calendar) -> Decision:
    following, ended_in = window_opening_after(ends, calendar), window_of(ends.year, ends.month, calendar)
    readings = [NO_ONGOING_CAMPAIGN.id]
    if day < following.opens:
        readings.append(BETWEEN_CAMPAIGN_AND_WINDOW.id)
    if ends in ended_in and day > ended_in.closes:
        readings.append(CAMPAIGN_ENDS_IN_WINDOW.id)
    closes = following.closes
    reason = _say(sentences.CAMPAIGN_FOLLOWED, subject=subject, campaign=clean(name), ends=ends, closes=closes)
    return Decision(Status.REQUIRED, reason, tuple(readings))


def _not_known(subject: str, begun: list[Campaign], calendar: Calendar) -> Decision:
    reason = _say(sentences.CAMPAIGNS_UNKNOWN, subject=subject, known_through=calendar.campaigns_known_through)
    endless = [clean(campaign.name) for campaign in begun if campaign.ends is None]
    announced = [clean(campaign.name) for campaign in calendar.announced]
    if endless:
        reason += _say(sentences.CAMPAIGN_END_UNKNOWN, endless=join_words(endless))
    if announced:
        reason += _say(sentences.CAMPAIGN_ANNOUNCED, announced=join_words(announced))
    return Decision(Status.UNDETERMINED, reason + sentences.ANSWER_IT)


def _no_campaign(last_end: dt.date | None, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    readings: list[str] = []
    if last_end:
        closes = window_opening_after(last_end, calendar).closes
        reason = _say(sentences.NO_CAMPAIGN_SINCE, ends=last_end, closes=closes)
    else:
        reason = _say(sentences.NO_CAMPAIGN_YET, day=day)
    ahead = [campaign for campaign in calendar.campaigns if campaign.starts_for(service) > day]
    if ahead:
        coming = min(ahead, key=lambda campaign: campaign.starts_for(service))
        starts, window = coming.starts_for(service), window_of(day.year, day.month, calendar)
        reason += _say(sentences.NEXT_CAMPAIGN, campaign=clean(coming.name), starts=starts)
        if window.opens <= day and starts <= window.closes:
            readings.append(CAMPAIGN_STARTS_IN_WINDOW.id)
        if min(map(coming.starts_for, ServiceType)) <= day:
            readings.append(CAMPAIGN_START_BY_SETTING.id)
    return Decision(Status.NOT_REQUIRED, reason, tuple(readings))
