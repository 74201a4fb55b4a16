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
from asc_mandate.notice.shapes import Campaign, Condition, DuringCampaign, Season, ServiceType
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
    return _in_campaign(condition, service, day, calendar)


def _in_season(season: Season, day: dt.date) -> Decision:
    first, last, today = season.first, season.last, (day.month, day.day)
    holds = first <= today <= last if first <= last else today >= first or today <= last
    words = {"subject": season.subject, "first": format_day_of_year(first), "last": format_day_of_year(last)}
    if holds:
        return Decision(Status.REQUIRED, sentences.IN_SEASON.format(**words))
    again = dt.date(day.year if today < first else day.year + 1, *first)
    return Decision(Status.NOT_REQUIRED, sentences.OUT_OF_SEASON.format(**words, again=format_date(again)))


def _in_campaign(condition: DuringCampaign, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    known_through = calendar.campaigns_known_through
    begun = [campaign for campaign in calendar.campaigns if campaign.starts_for(service) <= day]
    running = [campaign for campaign in begun if day <= (campaign.ends or known_through)]
    if running:
        return _running(condition, max(running, key=lambda campaign: campaign.ends or dt.date.max), service, day)
    ended = [(campaign.ends, campaign) for campaign in begun if campaign.ends]
    last_end, latest = max(ended, key=lambda pair: pair[0], default=(None, None))
    if last_end and latest and day <= window_opening_after(last_end, calendar).closes:
        return _following(condition, latest, last_end, day, calendar)
    if day > known_through:
        return Decision(Status.UNDETERMINED, _unknown(condition, begun, calendar))
    return _none(last_end, service, day, calendar)


def _running(condition: DuringCampaign, campaign: Campaign, service: ServiceType, day: dt.date) -> Decision:
    sentence = sentences.CAMPAIGN_RUNS if campaign.ends else sentences.CAMPAIGN_RUNS_ON
    reason = sentence.format(
        subject=condition.subject,
        campaign=clean(campaign.name),
        starts=format_date(campaign.starts_for(service)),
        ends=format_date(campaign.ends or day),
    )
    begun_everywhere = day >= max(map(campaign.starts_for, ServiceType))
    return Decision(Status.REQUIRED, reason, () if begun_everywhere else (CAMPAIGN_START_BY_SETTING.id,))


def _following(
    condition: DuringCampaign, campaign: Campaign, ends: dt.date, day: dt.date, calendar: Calendar
) -> Decision:
    following = window_opening_after(ends, calendar)
    readings = [NO_ONGOING_CAMPAIGN.id]
    if day < following.opens:
        readings.append(BETWEEN_CAMPAIGN_AND_WINDOW.id)
    ended_in = window_of(ends.year, ends.month, calendar)
    if ends in ended_in and day > ended_in.closes:
        readings.append(CAMPAIGN_ENDS_IN_WINDOW.id)
    reason = sentences.CAMPAIGN_FOLLOWED.format(
        subject=condition.subject,
        campaign=clean(campaign.name),
        ends=format_date(ends),
        closes=format_date(following.closes),
    )
    return Decision(Status.REQUIRED, reason, tuple(readings))


def _unknown(condition: DuringCampaign, begun: list[Campaign], calendar: Calendar) -> str:
    endless = [clean(campaign.name) for campaign in begun if campaign.ends is None]
    announced = [clean(campaign.name) for campaign in calendar.announced]
    more = sentences.CAMPAIGN_END_UNKNOWN.format(campaign=join_words(endless)) if endless else ""
    if announced:
        more += sentences.CAMPAIGN_ANNOUNCED.format(campaign=join_words(announced))
    known_through = format_date(calendar.campaigns_known_through)
    return sentences.CAMPAIGNS_UNKNOWN.format(subject=condition.subject, known_through=known_through, more=more)


def _none(last_end: dt.date | None, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    if last_end:
        closes = window_opening_after(last_end, calendar).closes
        reason = sentences.NO_CAMPAIGN_SINCE.format(ends=format_date(last_end), closes=format_date(closes))
    else:
        reason = sentences.NO_CAMPAIGN_YET.format(day=format_date(day))
    ahead = [campaign for campaign in calendar.campaigns if campaign.starts_for(service) > day]
    if not ahead:
        return Decision(Status.NOT_REQUIRED, reason)
    coming = min(ahead, key=lambda campaign: campaign.starts_for(service))
    starts = coming.starts_for(service)
    reason += sentences.NEXT_CAMPAIGN.format(campaign=clean(coming.name), starts=format_date(starts))
    readings: list[str] = []
    window = window_of(day.year, day.month, calendar)
    if window.opens <= day and starts <= window.closes:
        readings.append(CAMPAIGN_STARTS_IN_WINDOW.id)
    if min(map(coming.starts_for, ServiceType)) <= day:
        readings.append(CAMPAIGN_START_BY_SETTING.id)
    return Decision(Status.NOT_REQUIRED, reason, tuple(readings))
