"""What one location says for one month."""

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import cast

from attrs import field, frozen

from asc_mandate._coerce import (
    FrozenDict,
    is_blank,
    to_choice,
    to_instance,
    to_location_id,
    to_mapping,
    to_moment,
    to_python,
)
from asc_mandate._format import OneLine, clean, closest, describe, did_you_mean, one_line, plural, quote
from asc_mandate.errors import InvalidArgument
from asc_mandate.notice.index import ever_asked, sections_of
from asc_mandate.notice.shapes import ServiceType, to_service

Saved = dt.date | Mapping[str, dt.date | None] | None


def _to_amount(given: float | Decimal | None) -> float | Decimal | None:
    # What is no number is kept as it is, for ``validate`` to find.
    return cast("float | Decimal | None", to_python(given))


def _shown(amount: object) -> str:
    is_short = amount is None or (isinstance(amount, (int, float)) and abs(amount) < 10**9)
    return str(amount) if is_short else describe(amount)


@frozen(repr=False)
class Absence:
    """Recorded absence, in hours, in days, or in both; without either it is blank.

    Source: the notice, “how many days or hours of absence you have recorded”.

    >>> Absence(hours=37.5)
    Absence(hours=37.5, days=None)

    Attributes:
        hours: Hours of absence, or None.
        days: Days of absence, or None.
    """

    hours: float | Decimal | None = field(default=None, kw_only=True, converter=_to_amount)
    days: float | Decimal | None = field(default=None, kw_only=True, converter=_to_amount)

    def __repr__(self) -> str:
        return one_line(self, f"hours={_shown(self.hours)}", f"days={_shown(self.days)}")


def _to_ids(given: Iterable[str]) -> tuple[str, ...]:
    if not isinstance(given, (list, tuple)) or not all(isinstance(id, str) for id in given):
        raise InvalidArgument("NotCarried takes lists of field ids and of section ids.")
    return tuple(dict.fromkeys(given))


def _to_texts(given: Mapping[str, str]) -> Mapping[str, str]:
    texts = to_mapping(given, "unreadable_saves", "a mapping of section id to text")
    if not all(isinstance(part, str) for item in texts.items() for part in item):
        raise InvalidArgument("unreadable_saves holds what is not text; pass a mapping of section id to text.")
    return FrozenDict({section: clean(text) for section, text in texts.items()})


def _to_bool(given: bool) -> bool:
    return to_choice(given, (True, False), "earlier_saves")


@frozen(repr=False)
class NotCarried(OneLine):
    """What the source of a return has no place for, so that nothing follows from its absence.

    An extract may lack items, or say of one section alone when it was saved, or say so in words that no reader takes
    for a date, and know only the last of several saves. Raises InvalidArgument for anything but ids that some list
    has, texts, and a bool.

    >>> NotCarried(fields=["visiting_options"]).fields
    ('visiting_options',)

    Attributes:
        fields: The ids of the fields that the source lacks.
        saves: The ids of the sections of which it does not say when they were saved.
        unreadable_saves: Section id to what the source gives in place of a save that can be read, shortened.
        earlier_saves: Whether it lacks all saves but the last one.
    """

    fields: tuple[str, ...] = field(default=(), kw_only=True, converter=_to_ids)
    saves: tuple[str, ...] = field(default=(), kw_only=True, converter=_to_ids)
    unreadable_saves: Mapping[str, str] = field(
        default=FrozenDict[str, str](), kw_only=True, converter=_to_texts, hash=False
    )
    earlier_saves: bool = field(default=False, kw_only=True, converter=_to_bool)

    def __attrs_post_init__(self) -> None:
        _require_known(self.fields, "field", {id for service in ServiceType for id in ever_asked(service)})
        sections = {id for service in ServiceType for id in sections_of(service)}
        _require_known((*self.saves, *self.unreadable_saves), "section", sections)


def _require_known(ids: tuple[str, ...], what: str, known: set[str]) -> None:
    for id in ids:
        if id not in known:
            raise InvalidArgument(
                f"No list has a {what} {quote(id)}, so no source can lack it.{did_you_mean(closest(id, sorted(known)))}"
            )


EVERYTHING_CARRIED = NotCarried()


def _to_values(given: Mapping[str, object]) -> Mapping[str, object]:
    values = to_mapping(given, "values")
    return FrozenDict(zip(values, map(to_python, values.values()), strict=True))


def _to_saved(given: Saved) -> Saved:
    if is_blank(given):
        return None
    if not isinstance(given, Mapping):
        return to_moment(given, "saved")
    saves: dict[str, dt.date] = {}
    for section, moment in given.items():
        if not isinstance(section, str):
            raise InvalidArgument("saved has a key that is not text; pass section ids.")
        if not is_blank(moment):
            saves[str.__str__(section)] = to_moment(moment, f"The save of {quote(section)}")
    return FrozenDict(saves)


def _to_not_carried(given: NotCarried) -> NotCarried:
    return to_instance(given, NotCarried, "not_carried")


@frozen(unsafe_hash=False, repr=False)
class Return:
    """What one location says for one month.

    Values are taken as they come: what is wrong with them is for ``validate`` to say. Scalars of numpy and pandas are
    held as the Python values they stand for, lists of options as tuples. Raises InvalidArgument for an unknown
    service, values that are no mapping, a location id that is not text, and saves that are neither dates nor aware
    datetimes.

    >>> saved = {"beds": dt.date(2025, 8, 8), "workforce": dt.datetime(2025, 8, 14, 22, 30, tzinfo=dt.UTC)}
    >>> return_ = Return("care_home", {"beds_occupied": 38, "beds_vacant_reserved": None}, saved=saved)
    >>> return_
    Return(care_home, 2 values, saved by section)
    >>> print(return_.saved["workforce"])
    2025-08-14 23:30:00+01:00

    Attributes:
        service: The type of service.
        values: Field id to value, copied. A count is an int; hours are an int, a float or a Decimal; absence is an
            ``Absence``; yes or no is a bool; options are a list, tuple, set or frozenset of text. None is blank.
        location_id: The CQC location id, if given.
        saved: When it was saved, in London: None for the day of the check; one date or moment for all sections; or
            a mapping of section id to date or moment, in which a section left out, or given as None, was not saved.
        not_carried: What the source of the return has no place for; nothing, unless given.
    """

    service: ServiceType = field(converter=to_service)
    values: Mapping[str, object] = field(converter=_to_values)
    location_id: str | None = field(default=None, kw_only=True, converter=to_location_id)
    saved: Saved = field(default=None, kw_only=True, converter=_to_saved)
    not_carried: NotCarried = field(default=EVERYTHING_CARRIED, kw_only=True, converter=_to_not_carried)

    def __repr__(self) -> str:
        location = f" {quote(self.location_id)}" if self.location_id else ""
        if isinstance(self.saved, dt.date):
            saved = f"saved {self.saved:%Y-%m-%d}"
        else:
            saved = "" if self.saved is None else "saved by section"
        return one_line(self, f"{self.service}{location}", plural(len(self.values), "value"), saved)
