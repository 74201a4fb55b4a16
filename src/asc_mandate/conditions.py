"""Whether a field's condition holds on a day, with the sentence and the readings behind the answer."""

import datetime as dt
from enum import StrEnum

from attrs import frozen

from asc_mandate import sentences
from asc_mandate.calendar import Calendar
from asc_mandate.notice.campaign import Campaign
from asc_mandate.notice.model import Condition, DuringCampaign, Season, ServiceType
from asc_mandate.notice.readings import (
    BETWEEN_CAMPAIGN_AND_WINDOW,
    CAMPAIGN_ENDS_IN_WINDOW,
    CAMPAIGN_START_BY_SETTING,
    CAMPAIGN_STARTS_IN_WINDOW,
    NO_ONGOING_CAMPAIGN,
)
from asc_mandate.windows import window_of, window_opening_after
from asc_mandate.words import day_and_month, legible, render, short_date


class Status(StrEnum):
    """Whether a field must be given on a day."""

    REQUIRED = "required"
    NOT_REQUIRED = "not_required"
    UNDETERMINED = "undetermined"
    """It turns on a campaign past the last day through which campaigns are known."""


@frozen
class Decision:
    """Whether a condition holds, and why.

    Attributes:
        status: The answer.
        reason: Why, as a sentence with the date that decides.
        readings: The ids of the readings it rests on.
    """

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
    context = {"subject": season.subject, "first": day_and_month(first), "last": day_and_month(last)}
    if holds:
        return Decision(Status.REQUIRED, render(sentences.IN_SEASON, context))
    returns = dt.date(day.year if today < first else day.year + 1, *first)
    return Decision(Status.NOT_REQUIRED, render(sentences.OUT_OF_SEASON, {**context, "returns": short_date(returns)}))


def _in_campaign(condition: DuringCampaign, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    begun = [campaign for campaign in calendar.campaigns if _start(campaign, service) <= day]
    latest = max(begun, key=lambda campaign: campaign.ends, default=None)
    if latest and day <= latest.ends:
        return _running(condition, latest, service, day)
    if latest and day <= window_opening_after(latest.ends, calendar).closes:
        return _following(condition, latest, day, calendar)
    if day > calendar.campaigns_known_through:
        context = {"subject": condition.subject, "known_through": short_date(calendar.campaigns_known_through)}
        return Decision(Status.UNDETERMINED, render(sentences.CAMPAIGNS_UNKNOWN, context))
    return _none(latest, service, day, calendar)


def _running(condition: DuringCampaign, campaign: Campaign, service: ServiceType, day: dt.date) -> Decision:
    context = {
        "subject": condition.subject,
        "campaign": legible(campaign.name),
        "starts": short_date(_start(campaign, service)),
        "ends": short_date(campaign.ends),
    }
    begun_everywhere = day >= max(campaign.starts, campaign.care_homes_start)
    return Decision(
        Status.REQUIRED,
        render(sentences.CAMPAIGN_RUNS, context),
        () if begun_everywhere else (CAMPAIGN_START_BY_SETTING.id,),
    )


def _following(condition: DuringCampaign, campaign: Campaign, day: dt.date, calendar: Calendar) -> Decision:
    ends = campaign.ends
    following = window_opening_after(ends, calendar)
    context = {
        "subject": condition.subject,
        "campaign": legible(campaign.name),
        "ends": short_date(ends),
        "closes": short_date(following.closes),
    }
    readings = [NO_ONGOING_CAMPAIGN.id]
    if day < following.opens:
        readings.append(BETWEEN_CAMPAIGN_AND_WINDOW.id)
    ended_in = window_of(ends.year, ends.month, calendar)
    if ended_in.opens <= ends <= ended_in.closes < day:
        readings.append(CAMPAIGN_ENDS_IN_WINDOW.id)
    return Decision(Status.REQUIRED, render(sentences.CAMPAIGN_FOLLOWED, context), tuple(readings))


def _none(latest: Campaign | None, service: ServiceType, day: dt.date, calendar: Calendar) -> Decision:
    if latest:
        closes = window_opening_after(latest.ends, calendar).closes
        reason = render(sentences.NO_CAMPAIGN_SINCE, {"ends": short_date(latest.ends), "closes": short_date(closes)})
    else:
        reason = render(sentences.NO_CAMPAIGN_YET, {"day": short_date(day)})
    ahead = [campaign for campaign in calendar.campaigns if _start(campaign, service) > day]
    if not ahead:
        return Decision(Status.NOT_REQUIRED, reason)
    coming = min(ahead, key=lambda campaign: _start(campaign, service))
    starts = _start(coming, service)
    reason += render(sentences.NEXT_CAMPAIGN, {"campaign": legible(coming.name), "starts": short_date(starts)})
    readings: list[str] = []
    window = window_of(day.year, day.month, calendar)
    if window.opens <= day and starts <= window.closes:
        readings.append(CAMPAIGN_STARTS_IN_WINDOW.id)
    if min(coming.starts, coming.care_homes_start) <= day:
        readings.append(CAMPAIGN_START_BY_SETTING.id)
    return Decision(Status.NOT_REQUIRED, reason, tuple(readings))


def _start(campaign: Campaign, service: ServiceType) -> dt.date:
    return campaign.care_homes_start if service is ServiceType.CARE_HOME else campaign.starts
