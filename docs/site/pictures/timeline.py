"""What is required when: editions, seasons, campaigns with the window that follows, and where knowledge ends."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

import asc_mandate as am
from asc_mandate.words import short_date

from .drawing import MARGIN, SMALL, TITLE, WIDTH, Pen, picture
from .lettering import NO_BREAK, wrapped
from .spells import CampaignSpell, EditionSpell, campaign_conditions, campaign_spells, edition_spells, season_spells
from .timeline_words import last_known, timeline_finding, timeline_in_words
from .wording import brief, capitalised

_TITLE = "What is required when"
_DAY = dt.timedelta(days=1)
_PER_DAY = 0.41
_LINE, _GAP = 16, 8
_YEARS, _EDITIONS, _SEASONS, _CAMPAIGNS = MARGIN, 50, 202, 290
_BAR, _LABEL = 14, 23

_Lane = tuple[list[str], float]
"""Shapes, and where they end."""
_Words = tuple[tuple[str, str], ...]
"""Lines of a label: the tone of each, and what it says. The first is bold."""


@frozen
class _Scale:
    top: float
    first: dt.date
    last: dt.date

    @property
    def bottom(self) -> float:
        return self.start(self.last + _DAY)

    def start(self, day: dt.date) -> float:
        return self.top + (min(day, self.last + _DAY) - self.first).days * _PER_DAY

    def end(self, day: dt.date) -> float:
        return self.start(day + _DAY)


def timeline_picture(calendar: am.Calendar = am.ENGLAND) -> str:
    """Draw the timeline, from top to bottom."""
    pen = Pen("asc-timeline")
    finding, y = pen.paragraph(MARGIN, 60, timeline_finding(), WIDTH - 2 * MARGIN)
    began = edition_spells()[0].first
    scale = _Scale(y + 50, dt.date(began.year, began.month, 1), last_known(calendar))
    lanes = (_editions(pen, scale), _seasons(pen, scale), _campaigns(pen, scale, calendar))
    foot, bottom = _foot(pen, max(scale.bottom, *(end for _, end in lanes)), calendar)
    shapes = [
        pen.text(MARGIN, 32, _TITLE, size=TITLE, bold=True),
        *finding,
        *_heads(pen, scale, y + 16),
        *_years(pen, scale),
        *(shape for lane, _ in lanes for shape in lane),
        *foot,
    ]
    return picture(pen, _TITLE, timeline_in_words(calendar), bottom, shapes)


def _heads(pen: Pen, scale: _Scale, y: float) -> list[str]:
    in_seasons = [spell.season.subject for spell in season_spells(scale.last)]
    in_campaigns = [condition.subject for edition in am.editions() for condition in campaign_conditions(edition)]
    heads = (
        (_EDITIONS, "The list", "and its items"),
        (_SEASONS, _short(in_seasons), "season"),
        (_CAMPAIGNS, f"{_short(in_campaigns)} campaign", "then the window after"),
    )
    return [
        shape
        for x, head, more in heads
        for shape in (
            pen.text(x, y, head, size=SMALL, bold=True),
            pen.text(x, y + _LINE, more, size=SMALL, tone="muted"),
        )
    ]


def _short(subjects: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(subject.split()[0] for subject in subjects))


def _years(pen: Pen, scale: _Scale) -> list[str]:
    shapes: list[str] = []
    for year in range(scale.first.year, scale.last.year + 1):
        y = scale.start(max(dt.date(year, 1, 1), scale.first))
        shapes += [
            pen.line(_YEARS, y, _EDITIONS + _BAR, y, stroke="faint"),
            pen.line(_SEASONS - 6, y, _SEASONS + _BAR, y, stroke="faint"),
            pen.line(_CAMPAIGNS - 6, y, _CAMPAIGNS + _BAR, y, stroke="faint"),
            pen.text(_YEARS, y + 15, str(year), tone="muted", size=SMALL),
        ]
    return shapes


def _editions(pen: Pen, scale: _Scale) -> _Lane:
    spells, surveyed = edition_spells(), am.dataset_version().surveyed_on
    known_until = scale.end(max(surveyed, spells[-1].first))
    shapes = _unknown(pen, _EDITIONS, known_until, scale)
    labels = [(known_until, _warning("No later list known on", surveyed))]
    for spell in spells:
        top, bottom = scale.start(spell.first), scale.end(spell.last) if spell.last else known_until
        if spell.edition:
            fill = "accent-soft" if spell.edition.reconstruction else "accent"
            shapes.append(pen.box(_EDITIONS, top + 1, _BAR, bottom - top - 2, fill=fill, stroke="accent"))
        else:
            shapes.append(pen.box(_EDITIONS, top + 1, _BAR, bottom - top - 2, stroke="line", dashed=True))
        labels.append((top, _edition_label(spell)))
    return _labelled(pen, shapes, labels, _EDITIONS)


def _edition_label(spell: EditionSpell) -> _Words:
    if spell.edition is None:
        published = [publication.published for publication in spell.publications]
        days = ["a day not found" if isinstance(day, am.NotFound) else brief(day.value) for day in published]
        return (("ink", "List not held"), ("muted", "published"), *(("muted", day) for day in days))
    homes, care = (len(spell.edition.fields(service)) for service in am.ServiceType)
    return (
        ("ink", brief(spell.first)),
        ("ink", "reconstructed" if spell.edition.reconstruction else "verbatim"),
        ("muted", f"{homes} care home"),
        ("muted", f"{care} domiciliary"),
    )


def _seasons(pen: Pen, scale: _Scale) -> _Lane:
    first_held = next(spell.first for spell in edition_spells() if spell.edition)
    height = scale.start(first_held) - scale.start(edition_spells()[0].first)
    x = _SEASONS + _LABEL
    shapes = [
        pen.box(_SEASONS, scale.start(edition_spells()[0].first) + 1, _BAR, height - 2, stroke="line", dashed=True),
        pen.text(x, scale.start(edition_spells()[0].first) + 11, "not held", tone="muted", size=SMALL),
    ]
    for spell in season_spells(scale.last):
        top, bottom = scale.start(spell.first), scale.end(spell.last)
        shapes += [
            pen.box(_SEASONS, top, _BAR, bottom - top, fill="accent", stroke="accent"),
            pen.text(x, top + 10, brief(spell.first, year=False), tone="muted", size=SMALL),
        ]
        if spell.last <= scale.last:
            shapes.append(pen.text(x, bottom, brief(spell.last, year=False), tone="muted", size=SMALL))
    return shapes, scale.bottom


def _campaigns(pen: Pen, scale: _Scale, calendar: am.Calendar) -> _Lane:
    through = calendar.campaigns_known_through
    shapes = _unknown(pen, _CAMPAIGNS, scale.end(through), scale)
    labels = [(scale.end(through), _warning("Campaigns known through", through))]
    for spell in campaign_spells(calendar):
        shapes += _campaign_bar(pen, scale, spell)
        labels.append((scale.start(spell.first), _campaign_label(spell)))
    return _labelled(pen, shapes, labels, _CAMPAIGNS)


def _campaign_bar(pen: Pen, scale: _Scale, spell: CampaignSpell) -> list[str]:
    campaign = spell.campaign
    start, end, after = scale.start(campaign.starts), scale.end(campaign.ends), scale.end(spell.following.closes)
    early = scale.start(campaign.care_homes_start)
    solid, light, stroke = ("accent", "accent-soft", "accent") if spell.held else (None, None, "line")
    shapes = [
        pen.box(_CAMPAIGNS, end, _BAR, after - end, fill=light, stroke=stroke),
        pen.box(_CAMPAIGNS, start, _BAR, end - start, fill=solid, stroke=stroke),
    ]
    if early < start:
        shapes.append(pen.box(_CAMPAIGNS, early, _BAR / 2, start - early, fill=solid, stroke=stroke))
    return shapes


def _campaign_label(spell: CampaignSpell) -> _Words:
    campaign = spell.campaign
    days = [f"{brief(campaign.starts, year=False)} to {brief(campaign.ends, year=False)}"]
    if campaign.care_homes_start != campaign.starts:
        days.insert(0, f"care homes {brief(campaign.care_homes_start, year=False)}")
    days.append(f"then to {brief(spell.following.closes, year=False)}")
    return (("ink", capitalised(campaign.name)), *(("muted", line) for line in days))


def _warning(words: str, day: dt.date) -> _Words:
    width = _SEASONS - _EDITIONS - _LABEL - 10
    unbroken = brief(day).replace(" ", NO_BREAK)
    return tuple(("warning", line) for line in wrapped(f"{words} {unbroken}", width, SMALL, bold=True))


def _unknown(pen: Pen, x: float, top: float, scale: _Scale) -> list[str]:
    """What lies beyond the end of knowledge."""
    return [
        pen.box(x, top, _BAR, scale.bottom - top, stroke="warning", dashed=True),
        pen.line(x - 6, top, x + _BAR + 6, top, stroke="warning", thick=2),
    ]


def _labelled(pen: Pen, shapes: list[str], labels: Iterable[tuple[float, _Words]], x: float) -> _Lane:
    """Put labels beside bars, each as near as the one above lets it."""
    free = 0.0
    for top, lines in sorted(labels, key=lambda label: label[0]):
        y = max(top, free)
        for n, (tone, words) in enumerate(lines):
            bold = n == 0 or tone == "warning"
            shapes.append(pen.text(x + _LABEL, y + 11 + _LINE * n, words, tone=tone, size=SMALL, bold=bold))
        free = y + _LINE * len(lines) + _GAP
    return shapes, free


def _foot(pen: Pen, y: float, calendar: am.Calendar) -> _Lane:
    through = short_date(calendar.holidays_confirmed_through)
    words = f"Public holidays announced through {through}; closes of later windows are projected."
    lines, bottom = pen.paragraph(MARGIN, y + 20, words, WIDTH - 2 * MARGIN, tone="warning", size=SMALL, bold=True)
    return [pen.line(MARGIN, y, WIDTH - MARGIN, y, stroke="warning", thick=2), *lines], bottom
