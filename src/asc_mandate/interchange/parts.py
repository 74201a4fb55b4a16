"""Reading and writing the parts of a record whose type in Python does not tell their shape in JSON."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Any, TypeVar, cast

from asc_mandate.checklists import Checklist
from asc_mandate.errors import MandateError
from asc_mandate.interchange.problems import each, path_of, refusal, seen, under
from asc_mandate.interchange.values import Json, read_value, written_text, written_value
from asc_mandate.moments import as_moment
from asc_mandate.notice.index import edition
from asc_mandate.notice.model import Edition
from asc_mandate.penalties.amount import Location
from asc_mandate.penalties.assessment import PenaltyAssessment
from asc_mandate.penalties.ledger import Ledger, Month
from asc_mandate.plain import is_mapping, member_of, text_of
from asc_mandate.returns import Return, Saved
from asc_mandate.validation.findings import Finding, Outcome
from asc_mandate.validation.report import Report
from asc_mandate.words import listed, quoted

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_POUNDS = re.compile(r"\d{1,20}(\.\d{1,20})?", re.ASCII)


def exactly(kind: type[T], name: str) -> Callable[[object], T]:
    """Return a reader that takes one type of JSON and nothing like it."""

    def read(given: object) -> T:
        if type(given) is kind:
            return given
        raise refusal(f"is {seen(given)}; write {name}")

    return read


_exactly_text = exactly(str, "text")


def read_text(given: object) -> str:
    """Read text."""
    return written_text(_exactly_text(given))


def read_object(given: object) -> Mapping[object, object]:
    """Read an object of any keys."""
    if is_mapping(given):
        return given
    raise refusal(f"is {seen(given)}; write an object")


def read_member(given: object, kind: type[E]) -> E:
    """Read the value of an enum's member."""
    member = member_of(kind, given)
    if member is None:
        raise refusal(f"is {seen(given)}; write one of {listed([quoted(member) for member in kind])}")
    return member


def read_day(given: object) -> dt.date:
    """Read a day."""
    if type(given) is dt.date:
        return given
    text = text_of(given)
    if text is None or not _DAY.fullmatch(text):
        raise refusal(f"is {seen(given)}; write a day like “2026-11-14”")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise refusal(f"is {quoted(text)}, a day that no calendar has") from None


def read_moment(given: object) -> dt.date:
    """Read a day, or a moment with its offset, which is brought to London."""
    text = text_of(given)
    if not isinstance(given, dt.datetime) and (text is None or _DAY.fullmatch(text)):
        return read_day(given)
    try:
        return as_moment(given if text is None else dt.datetime.fromisoformat(text))
    except (ValueError, MandateError):
        raise refusal(
            f"is {seen(given)}; write a day like “2026-11-14”, or a moment with its offset like "
            "“2026-11-14T16:30:00+00:00”"
        ) from None


def read_pounds(given: object) -> Decimal:
    """Read an amount of money."""
    text = text_of(given)
    if text is None or not _POUNDS.fullmatch(text):
        raise refusal(f"is {seen(given)}; write an amount as text, like “1350.00”")
    return Decimal(text)


def _read_saved(given: object) -> Saved:
    if given is None:
        return None
    if not is_mapping(given):
        return read_moment(given)
    return _by_key(given, lambda _, moment: None if moment is None else read_moment(moment))


def _write_saved(saved: Saved) -> object:
    if isinstance(saved, Mapping):
        return {section: moment and moment.isoformat() for section, moment in saved.items()}
    return saved and saved.isoformat()


def _read_values(given: object) -> Mapping[str, object]:
    return _by_key(read_object(given), lambda field, value: read_value(value, field))


def _write_values(values: Mapping[object, object]) -> Json:
    return under("values", _write_each, values)


def _write_each(values: Mapping[object, object]) -> Json:
    return _by_key(values, lambda field, value: written_value(value, field))


def _read_context(given: object) -> Mapping[str, object]:
    return {name: _in_context(value) for name, value in _read_values(given).items()}


def _in_context(value: object) -> object:
    if isinstance(value, dt.datetime):
        return as_moment(value)
    return tuple(cast("list[object]", value)) if isinstance(value, list) else value


def _read_outcomes(given: object) -> Mapping[Month, Outcome]:
    return dict(_by_key(read_object(given), _read_outcome).values())


def _write_outcomes(outcomes: Mapping[Month, Outcome]) -> Json:
    return {f"{year:04}-{month:02}": outcome.value for (year, month), outcome in outcomes.items()}


def _read_outcome(key: str, given: object) -> tuple[Month, Outcome]:
    outcome = read_member(given, Outcome)
    found = _MONTH.fullmatch(key)
    if found:
        month = int(found[1]), int(found[2])
        try:
            Ledger({month: outcome})
        except MandateError as unknown:
            raise refusal(f"is not allowed: {unknown}") from None
        return month, outcome
    raise refusal("is no month; write one like “2026-08”")


def _read_edition(given: object) -> Edition:
    try:
        return edition(read_text(given))
    except MandateError as unknown:
        raise refusal(f"is not held: {unknown}") from None


def _by_key(given: Mapping[object, object], change: Callable[[str, object], T]) -> dict[str, T]:
    def changed(key: object, value: object) -> tuple[str, T]:
        name = text_of(key)
        if name is None:
            raise refusal(f"has a key that is {seen(key)}; write keys as text")
        written_text(name)
        return name, change(name, value)

    pairs = each(given.items(), changed, path_of)
    if len({name for name, _ in pairs}) < len(pairs):
        raise refusal("has a key twice")
    return dict(pairs)


def _write_moment(moment: dt.date) -> str:
    return moment.isoformat()


def _write_edition(edition: Edition) -> str:
    return edition.id


SPECIAL: Mapping[tuple[type, str], tuple[Callable[[object], object], Callable[[Any], object]]] = {
    (Return, "values"): (_read_values, _write_values),
    (Return, "saved"): (_read_saved, _write_saved),
    (Finding, "context"): (_read_context, _write_each),
    (Report, "on"): (read_moment, _write_moment),
    (PenaltyAssessment, "on"): (read_moment, _write_moment),
    (Ledger, "outcomes"): (_read_outcomes, _write_outcomes),
    (Checklist, "edition"): (_read_edition, _write_edition),
    (Location, "service"): (read_text, str),
}
"""How to read and to write single attributes."""
