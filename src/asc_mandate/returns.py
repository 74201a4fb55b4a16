"""What one location says for one month."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import cast

from attrs import field, frozen

from asc_mandate.errors import InvalidArgument
from asc_mandate.moments import as_moment
from asc_mandate.notice.index import ever_asked, ever_saved
from asc_mandate.notice.model import ServiceType, service_type
from asc_mandate.plain import FrozenDict, is_a, is_mapping, repr_of, text_of
from asc_mandate.words import nearest, quoted, type_name

Saved = dt.date | Mapping[str, dt.date | None] | None


@frozen
class Absence:
    """Recorded absence, in hours, in days, or in both; without either it is blank.

    Source: the notice, “how many days or hours of absence you have recorded”.

    >>> Absence(hours=37.5)
    Absence(hours=37.5, days=None)

    Attributes:
        hours: Hours of absence, or None.
        days: Days of absence, or None.
    """

    hours: int | float | Decimal | None = field(default=None, kw_only=True, repr=repr_of)
    days: int | float | Decimal | None = field(default=None, kw_only=True, repr=repr_of)


def _ids(given: Iterable[str]) -> tuple[str, ...]:
    # By identity, because a type of a caller's own make can lie about what it equals, or cannot be looked up.
    kind: object = type(given)
    ids = [text_of(id) for id in given] if kind is list or kind is tuple else [None]
    if None in ids:
        raise InvalidArgument("NotCarried takes lists of field ids and of section ids.")
    return tuple(id for id in ids if id is not None)


def _yes_no(given: bool) -> bool:
    if not is_a(given, bool):
        raise InvalidArgument(f"earlier_saves is {type_name(given)}; pass True or False.")
    return given


def _require_known(ids: tuple[str, ...], what: str, ever: Callable[[ServiceType], Iterable[str]]) -> None:
    for id in ids:
        known = {known for service in ServiceType for known in ever(service)}
        if id not in known:
            close = nearest(id, sorted(known))
            hint = f" Is {close} meant?" if close else ""
            raise InvalidArgument(f"No list has a {what} {quoted(id)}, so no source can lack it.{hint}")


@frozen
class NotCarried:
    """What the source of a return has no place for, so that nothing follows from its absence.

    An extract may lack items, say of one section alone when it was saved, and know only the last of several saves.
    Raises InvalidArgument for anything but lists of ids that some list has, and a bool.

    >>> NotCarried(fields=["visiting_options"]).fields
    ('visiting_options',)

    Attributes:
        fields: The ids of the fields that the source lacks.
        saves: The ids of the sections of which it does not say when they were saved.
        earlier_saves: Whether it lacks all saves but the last one.
    """

    fields: tuple[str, ...] = field(default=(), kw_only=True, converter=_ids)
    saves: tuple[str, ...] = field(default=(), kw_only=True, converter=_ids)
    earlier_saves: bool = field(default=False, kw_only=True, converter=_yes_no)

    def __attrs_post_init__(self) -> None:
        _require_known(self.fields, "field", ever_asked)
        _require_known(self.saves, "section", ever_saved)


EVERYTHING_CARRIED = NotCarried()


def _values(given: Mapping[str, object]) -> Mapping[str, object]:
    return _copied(given, "values")


def _shown(values: Mapping[str, object]) -> str:
    return f"{{{', '.join(f'{repr_of(key)}: {repr_of(value)}' for key, value in values.items())}}}"


def checked_location_id(given: str | None) -> str | None:
    """Return a location id as plain text, or None; raise InvalidArgument for anything else."""
    text = text_of(given)
    if text is None and given is not None:
        raise InvalidArgument(f"location_id is {type_name(given)}; pass text such as '1-1000210669', or None.")
    return text


def _saved(given: Saved) -> Saved:
    if given is None:
        return None
    if not is_mapping(given):
        return as_moment(given, "saved")
    saves: dict[str, dt.date] = {}
    for section, moment in _copied(given, "saved").items():
        id = text_of(section)
        if id is None:
            raise InvalidArgument(f"saved has a key which is {type_name(section)}; pass section ids.")
        if moment is not None:
            saves[id] = as_moment(moment, f"The save of {quoted(id)}")
    return FrozenDict(saves)


def _not_carried(given: NotCarried) -> NotCarried:
    if not is_a(given, NotCarried):
        raise InvalidArgument(f"not_carried is {type_name(given)}; pass an asc_mandate.NotCarried.")
    return given


def _copied(given: object, name: str) -> Mapping[str, object]:
    if not is_mapping(given):
        raise InvalidArgument(f"{name} is {type_name(given)}; pass a mapping.")
    # A mapping of the caller's own making can raise anything while it is read.
    try:
        return FrozenDict(cast("Mapping[str, object]", given))
    except Exception:  # noqa: BLE001
        raise InvalidArgument(f"{name} could not be read; pass a plain dict.") from None


@frozen(unsafe_hash=False)
class Return:
    """What one location says for one month.

    Values are taken as they come: what is wrong with them is for ``validate`` to say. Raises InvalidArgument for an
    unknown service, values that are no mapping, a location id that is not text, and saves that are neither dates nor
    aware datetimes.

    >>> saved = {"beds": dt.date(2025, 8, 8), "workforce": dt.datetime(2025, 8, 14, 22, 30, tzinfo=dt.UTC)}
    >>> return_ = Return("care_home", {"beds_occupied": 38, "beds_vacant_reserved": None}, saved=saved)
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

    service: ServiceType = field(converter=service_type)
    values: Mapping[str, object] = field(converter=_values, repr=_shown)
    location_id: str | None = field(default=None, kw_only=True, converter=checked_location_id)
    saved: Saved = field(default=None, kw_only=True, converter=_saved)
    not_carried: NotCarried = field(default=EVERYTHING_CARRIED, kw_only=True, converter=_not_carried)
