"""What is required when: editions, seasons, campaigns with the window that follows, and where knowledge ends."""

import datetime as dt
from collections.abc import Iterable

from attrs import frozen

import asc_mandate as am
from asc_mandate.notice import campaigns, public_holidays, publications
from asc_mandate.words import day_and_month, listed, short_date
from docs.site.pictures.drawing import MARGIN, SMALL, TITLE, WIDTH, Pen, picture
from docs.site.pictures.lettering import wrapped
from docs.site.pictures.spells import (
    CampaignSpell,
    EditionSpell,
    Spell,
    campaign_spells,
    edition_spells,
    last_known,
    season_spells,
)
from docs.site.pictures.wording import Cite, brief, capitalised, linked, table

_TITLE = "What is required when"
_DAY = dt.timedelta(days=1)
_PER_DAY = 0.4
_STEP, _GAP = 16, 8
_EDITIONS, _SEASONS, _CAMPAIGNS = 64, 216, 304
_BAR, _LABEL = 14, 22


@frozen
class Label:
    """Lines of words beside a bar.

    Attributes:
        top: Where the label would best begin.
        lines: Its words, with the tone of each line; the first is bold.
    """

    top: float
    lines: tuple[tuple[str, str], ...]


@frozen
class Scale:
    """Where a day lies on the way down.

    Attributes:
        top: Where the first day begins.
        first: The first day.
        last: The last day.
    """

    top: float
    first: dt.date
    last: dt.date

    def start(self, day: dt.date) -> float:
        """Where a day begins."""
        return self.top + (day - self.first).days * _PER_DAY

    def end(self, day: dt.date) -> float:
        """Where a day ends."""
        return self.start(day + _DAY)


def timeline_picture(calendar: am.Calendar = am.ENGLAND) -> str:
    """Draw the timeline, from top to bottom."""
    pen = Pen("timeline")
    finding, y = pen.paragraph(MARGIN, 60, _finding(calendar), WIDTH - 2 * MARGIN)
    heads, top = _heads(pen, y + 12)
    first = edition_spells(calendar)[0].days.first
    scale = Scale(top, dt.date(first.year, first.month, 1), last_known(calendar))
    lanes = (_editions(pen, scale, calendar), _seasons(pen, scale, calendar), _campaigns(pen, scale, calendar))
    bottom = max(scale.end(scale.last), *(end for _, end in lanes))
    shapes = [shape for lane, _ in lanes for shape in lane]
    foot, y = _foot(pen, bottom, calendar)
    return picture(
        pen,
        _TITLE,
        timeline_in_words(calendar),
        y,
        [pen.text(MARGIN, 32, _TITLE, size=TITLE, bold=True), *finding, *heads, *_years(pen, scale), *shapes, *foot],
    )


def timeline_in_words(calendar: am.Calendar = am.ENGLAND) -> str:
    """Say what the picture shows, in sentences."""
    return " ".join(
        (
            _finding(calendar),
            *(f"{_edition_name(spell)}: {_days(spell.days)}, {_how_held(spell)}." for spell in edition_spells(calendar)),
            *(f"{_season_name(spell.season)}: {_days(spell.days)}." for spell in season_spells(calendar)),
            *(
                f"COVID-19 vaccination, {spell.campaign.name}: {_days(spell.days)}; the window that follows closes on "
                f"{short_date(spell.following.closes)}{'' if spell.held else '; the list of that time is not held'}."
                for spell in campaign_spells(calendar)
            ),
            *(f"{capitalised(what)}: {short_date(day)}." for what, day, _ in _ends_of_knowledge(calendar)),
        )
    )


def timeline_table(calendar: am.Calendar = am.ENGLAND, cite: Cite = linked) -> str:
    """Write what the timeline shows in Markdown, with the sources."""
    editions = table(
        ("List", "Applies", "Items", "Held", "Source"),
        (
            (
                _edition_name(spell),
                _days(spell.days),
                _items(spell.edition) if spell.edition else "not known",
                _how_held(spell),
                cite(spell.edition.clause("duty").citation) if spell.edition else _published(spell, cite),
            )
            for spell in edition_spells(calendar)
        ),
    )
    seasons = table(
        ("Season", "Required", "Source"),
        (
            (_season_name(spell.season), _days(spell.days), cite(spell.season.citation))
            for spell in season_spells(calendar)
        ),
    )
    all_campaigns = table(
        ("Campaign", "Care homes from", "Everyone else from", "To", "The window that follows", "Sources"),
        (
            (
                spell.campaign.name,
                short_date(spell.campaign.care_homes_start),
                short_date(spell.campaign.starts),
                short_date(spell.campaign.ends),
                f"closes on {short_date(spell.following.closes)}" + ("" if spell.held else " (list not held)"),
                "; ".join(cite(citation) for citation in spell.campaign.citations) or "given by the caller",
            )
            for spell in campaign_spells(calendar)
        ),
    )
    known = table(
        ("Where knowledge ends", "Day", "Source"),
        (
            (capitalised(what), short_date(day), "given by the caller" if citation is None else cite(citation))
            for what, day, citation in _ends_of_knowledge(calendar)
        ),
    )
    return "\n".join((editions, seasons, all_campaigns, known))


def _finding(calendar: am.Calendar) -> str:
    held, all_campaigns = am.editions(), campaign_spells(calendar)
    seasons = {spell.season.id: spell.season for spell in season_spells(calendar)}.values()
    asked = [
        f"{capitalised(season.subject)} from {day_and_month(season.first)} to {day_and_month(season.last)}"
        for season in seasons
    ]
    return (
        f"{len(held)} editions are held, from {short_date(held[0].applies_from)} on. {'. '.join(asked)}. "
        f"{capitalised(_campaign_subject())} in a campaign, {len(all_campaigns)} so far, and to the end of the "
        "reporting window that follows."
    )


def _campaign_subject() -> str:
    return "COVID-19 vaccination is asked for"


def _heads(pen: Pen, y: float) -> tuple[list[str], float]:
    heads = ((_EDITIONS, "The list", 140), (_SEASONS, "Flu", 70), (_CAMPAIGNS, "COVID-19 campaigns", 156))
    return [pen.text(x, y, words, size=SMALL, bold=True) for x, words, _ in heads], y + 16


def _years(pen: Pen, scale: Scale) -> list[str]:
    shapes: list[str] = []
    for year in range(scale.first.year, scale.last.year + 1):
        y = scale.start(max(dt.date(year, 1, 1), scale.first))
        shapes.append(pen.line(MARGIN, y, _EDITIONS - 6, y, stroke="faint"))
        for x in (_EDITIONS, _SEASONS, _CAMPAIGNS):
            shapes.append(pen.line(x - 4, y, x + _BAR + 4, y, stroke="faint"))
        shapes.append(pen.text(MARGIN, y + 15, str(year), tone="muted", size=SMALL))
    return shapes


def _editions(pen: Pen, scale: Scale, calendar: am.Calendar) -> tuple[list[str], float]:
    surveyed = am.dataset_version().surveyed_on
    shapes: list[str] = []
    labels: list[Label] = []
    for spell in edition_spells(calendar):
        shapes += _edition_bar(pen, scale, spell, surveyed)
        labels.append(Label(scale.start(spell.days.first), _edition_label(spell)))
    words = f"No later list known on {brief(surveyed)}"
    labels.append(Label(scale.start(surveyed), tuple(("warning", line) for line in wrapped(words, 118, SMALL, bold=True))))
    shapes.append(_knowledge(pen, scale, surveyed, _EDITIONS))
    return _labelled(pen, shapes, labels, _EDITIONS)


def _edition_bar(pen: Pen, scale: Scale, spell: EditionSpell, surveyed: dt.date) -> list[str]:
    days = spell.days
    top, bottom = scale.start(days.first), scale.end(days.last)
    if spell.edition is None:
        return [pen.box(_EDITIONS, top + 1, _BAR, bottom - top - 2, stroke="line", dashed=True)]
    filled = min(bottom, scale.end(surveyed)) if days.first <= surveyed else top
    fill = "accent-soft" if spell.edition.reconstruction else "accent"
    bars = [pen.box(_EDITIONS, top + 1, _BAR, filled - top - 2, fill=fill, stroke="accent")]
    if filled < bottom:
        bars.append(pen.box(_EDITIONS, filled + 1, _BAR, bottom - filled - 2, stroke="warning", dashed=True))
    return bars


def _edition_label(spell: EditionSpell) -> tuple[tuple[str, str], ...]:
    if spell.edition is None:
        return (
            ("ink", "List not held"),
            ("muted", "published"),
            *(("muted", _publication(publication)) for publication in spell.publications),
        )
    edition = spell.edition
    homes, care = (len(edition.fields(service)) for service in am.ServiceType)
    return (
        ("ink", f"From {brief(edition.applies_from)}"),
        ("ink", "reconstructed" if edition.reconstruction else "verbatim"),
        ("muted", f"care homes {homes}"),
        ("muted", f"domiciliary {care}"),
    )


def _publication(publication: am.Publication) -> str:
    published = publication.published
    return "day not found" if isinstance(published, am.NotFound) else brief(published.value)


def _seasons(pen: Pen, scale: Scale, calendar: am.Calendar) -> tuple[list[str], float]:
    shapes: list[str] = []
    bottom = scale.top
    for spell in season_spells(calendar):
        top, bottom = scale.start(spell.days.first), scale.end(spell.days.last)
        shapes += [
            pen.box(_SEASONS, top, _BAR, bottom - top, fill="accent-soft", stroke="accent"),
            pen.text(_SEASONS + _LABEL, top + 10, brief(spell.days.first, year=False), tone="muted", size=SMALL),
            pen.text(_SEASONS + _LABEL, bottom - 1, brief(spell.days.last, year=False), tone="muted", size=SMALL),
        ]
    return shapes, bottom


def _campaigns(pen: Pen, scale: Scale, calendar: am.Calendar) -> tuple[list[str], float]:
    shapes: list[str] = []
    labels: list[Label] = []
    for spell in campaign_spells(calendar):
        shapes += _campaign_bar(pen, scale, spell)
        labels.append(Label(scale.start(spell.days.first), _campaign_label(spell)))
    through = calendar.campaigns_known_through
    words = f"Campaigns known through {brief(through)}"
    labels.append(Label(scale.end(through), tuple(("warning", line) for line in wrapped(words, 128, SMALL, bold=True))))
    shapes.append(_knowledge(pen, scale, through, _CAMPAIGNS))
    bottom, top = scale.end(scale.last), scale.end(through)
    shapes.append(pen.box(_CAMPAIGNS, top + 1, _BAR, bottom - top - 2, stroke="warning", dashed=True))
    return _labelled(pen, shapes, labels, _CAMPAIGNS)


def _campaign_bar(pen: Pen, scale: Scale, spell: CampaignSpell) -> list[str]:
    campaign = spell.campaign
    top, bottom = scale.start(campaign.starts), scale.end(campaign.ends)
    early = scale.start(campaign.care_homes_start)
    after = scale.end(spell.following.closes)
    fill, stroke = ("accent", "accent") if spell.held else (None, "line")
    shapes = [
        pen.box(_CAMPAIGNS, bottom, _BAR, after - bottom, fill="accent-soft" if spell.held else None, stroke=stroke, dashed=True),
        pen.box(_CAMPAIGNS, top, _BAR, bottom - top, fill=fill, stroke=stroke),
    ]
    if early < top:
        shapes.append(pen.box(_CAMPAIGNS, early, _BAR / 2, top - early, fill=fill, stroke=stroke))
    return shapes


def _campaign_label(spell: CampaignSpell) -> tuple[tuple[str, str], ...]:
    campaign = spell.campaign
    early = (("muted", f"care homes {brief(campaign.care_homes_start, year=False)}"),)
    return (
        ("ink", capitalised(campaign.name)),
        *(early if campaign.care_homes_start != campaign.starts else ()),
        ("muted", f"{brief(campaign.starts, year=False)} to {brief(campaign.ends, year=False)}"),
        ("muted", f"then to {brief(spell.following.closes, year=False)}"),
    )


def _knowledge(pen: Pen, scale: Scale, day: dt.date, x: float) -> str:
    y = scale.end(day)
    return pen.line(x - 4, y, x + _BAR + 4, y, stroke="warning", thick=2)


def _labelled(pen: Pen, shapes: list[str], labels: Iterable[Label], x: float) -> tuple[list[str], float]:
    """Put labels beside bars, each as near as the one above it lets it."""
    free = 0.0
    for label in sorted(labels, key=lambda label: label.top):
        y = max(label.top, free)
        for n, (tone, words) in enumerate(label.lines):
            bold = n == 0 or tone == "warning"
            shapes.append(pen.text(x + _LABEL, y + 11 + _STEP * n, words, tone=tone, size=SMALL, bold=bold))
        free = y + _STEP * len(label.lines) + _GAP
    return shapes, free


def _foot(pen: Pen, y: float, calendar: am.Calendar) -> tuple[list[str], float]:
    shapes = [pen.line(MARGIN, y, WIDTH - MARGIN, y, stroke="warning", thick=2)]
    through = calendar.holidays_confirmed_through
    words = f"Public holidays announced through {short_date(through)}; closes of later windows are projected."
    lines, y = pen.paragraph(MARGIN, y + 20, words, WIDTH - 2 * MARGIN, tone="warning", size=SMALL, bold=True)
    return [*shapes, *lines], y


def _ends_of_knowledge(calendar: am.Calendar) -> tuple[tuple[str, dt.date, am.Citation | None], ...]:
    shown = (
        ("no later edition known as of", am.dataset_version().surveyed_on, publications.SURVEYED_ON),
        ("campaigns known through", calendar.campaigns_known_through, campaigns.KNOWN_THROUGH),
        ("public holidays announced through", calendar.holidays_confirmed_through, public_holidays.CONFIRMED_THROUGH),
    )
    return tuple((what, day, datum.citation if day == datum.value else None) for what, day, datum in shown)


def _edition_name(spell: EditionSpell) -> str:
    if spell.edition:
        return f"Edition {spell.edition.id}"
    numbers = [str(publication.number) for publication in spell.publications]
    return f"Publications {listed(numbers)}"


def _items(edition: am.Edition) -> str:
    return f"{len(edition.fields('care_home'))} for care homes, {len(edition.fields('domiciliary_care'))} for domiciliary care"


def _how_held(spell: EditionSpell) -> str:
    if spell.edition is None:
        return "not held, because the list was not found in full"
    return "reconstructed" if spell.edition.reconstruction else "verbatim"


def _published(spell: EditionSpell, cite: Cite) -> str:
    return "; ".join(cite(change.citation) for publication in spell.publications for change in publication.changes)


def _season_name(season: am.Season) -> str:
    return capitalised(season.subject)


def _days(days: Spell) -> str:
    return f"{short_date(days.first)} to {short_date(days.last)}"
