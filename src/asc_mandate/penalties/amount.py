"""What a penalty would be: the fee for the provider's registration with CQC."""

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from attrs import field, frozen

from asc_mandate.errors import InvalidArgument, NotEstablished, NotInForce
from asc_mandate.moments import as_day
from asc_mandate.notice import enforcement, fees
from asc_mandate.notice.fees import FeesScheme
from asc_mandate.notice.model import ServiceType, service_type
from asc_mandate.notice.provenance import Citation, Grade, weakest
from asc_mandate.plain import is_a, iterator_of, text_of
from asc_mandate.returns import checked_location_id
from asc_mandate.words import date, short_date, type_name

HOSPICE = "hospice"
"""A kind of location whose fee was not found; it is no type of service of the notice."""

# Its own, so that the caller's precision and traps change nothing.
_EXACT = Context(prec=50, rounding=ROUND_HALF_UP)


def _service(given: ServiceType | str) -> ServiceType | str:
    return HOSPICE if text_of(given) == HOSPICE else service_type(given)


def _size(given: int) -> int:
    if not is_a(given, int) or is_a(given, bool) or int.__int__(given) < 0 or int.__int__(given) >= 10**9:
        raise InvalidArgument("size is no whole number from 0; pass the places of a care home, or the service users.")
    return int.__int__(given)


@frozen
class Location:
    """One registered location, for the amount of a penalty.

    Raises InvalidArgument for an unknown service, a size that is no whole number, and a care home without a place.

    >>> Location("care_home", 42, location_id="1-1000210669").size
    42

    Attributes:
        service: The type of service; or "hospice", whose fee was not found.
        size: For a care home the places on the registration; for domiciliary care the service users.
        location_id: The CQC location id, if given.
    """

    service: ServiceType | str = field(converter=_service)
    size: int = field(converter=_size)
    location_id: str | None = field(default=None, kw_only=True, converter=checked_location_id)

    def __attrs_post_init__(self) -> None:
        if self.service is ServiceType.CARE_HOME and self.size == 0:
            raise InvalidArgument("size is 0; a care home's registration has at least one place.")


@frozen
class LocationFee:
    """The fee for one location.

    Attributes:
        location: The location.
        amount: The fee in pounds.
        citations: What it rests on.
    """

    location: Location
    amount: Decimal
    citations: tuple[Citation, ...]


@frozen
class Fee:
    """The fee for a provider's registration, which is the amount of a penalty.

    Attributes:
        amount: The fee in pounds: the sum over locations.
        scheme: The fees scheme.
        breakdown: The fee for each location.
        grade: The weakest grade that it rests on.
        citations: What it rests on beside the locations' own fees.
    """

    amount: Decimal
    scheme: str
    breakdown: tuple[LocationFee, ...]
    grade: Grade
    citations: tuple[Citation, ...]


def penalty_amount(locations: Iterable[Location], imposed_on: dt.date) -> Fee:
    """What a penalty imposed on this day in London would be, in pounds, for a provider with these locations.

    Raises NotEstablished where the facts do not say: for domiciliary care before 1 April 2024, and for hospices;
    NotInForce before 1 December 2022; InvalidArgument for anything but one or more locations and a day. Source: the
    draft regulations, regulation 3: the fee under the scheme that is current when the penalty is imposed; CQC's fees
    scheme, read at second hand.

    >>> fee = penalty_amount([Location("care_home", 42), Location("domiciliary_care", 63)], dt.date(2026, 9, 1))
    >>> fee.amount, fee.grade.value
    (Decimal('10193'), 'inferred')
    """
    day = as_day(imposed_on, "imposed_on")
    if day < enforcement.IN_FORCE_FROM.value:
        raise NotInForce(
            f"No penalty could be imposed on {date(day)}: the regulations are in force from "
            f"{short_date(enforcement.IN_FORCE_FROM.value)}."
        )
    given = checked_locations(locations)
    if not given:
        raise InvalidArgument("locations is empty; pass the locations that the registration covers.")
    scheme = _scheme_on(day)
    breakdown = tuple(_location_fee(location, day, scheme) for location in given)
    citations = (
        enforcement.AMOUNT,
        *((fees.SUM,) if len(given) > 1 else ()),
        *((fees.STILL_CURRENT,) if day > scheme.known_through.value else ()),
    )
    every = (*citations, *(citation for fee in breakdown for citation in fee.citations))
    return Fee(
        amount=_EXACT.create_decimal(sum(int(fee.amount) for fee in breakdown)),
        scheme=scheme.name,
        breakdown=breakdown,
        grade=weakest(*(citation.source.grade for citation in every)),
        citations=citations,
    )


def checked_locations(locations: Iterable[Location]) -> tuple[Location, ...]:
    """Return locations as a tuple; raise InvalidArgument for anything else."""
    items = iterator_of(locations)
    if items is None:
        raise InvalidArgument(f"locations is {type_name(locations)}; pass a list of Location objects.")
    return tuple(map(_checked_location, items))


def _checked_location(given: object) -> Location:
    if not is_a(given, Location):
        raise InvalidArgument(f"locations include {type_name(given)}; pass asc_mandate.Location objects.")
    return given


def _scheme_on(day: dt.date) -> FeesScheme:
    return next(scheme for scheme in reversed(fees.SCHEMES) if scheme.in_force_from.value <= day)


def _location_fee(location: Location, day: dt.date, scheme: FeesScheme) -> LocationFee:
    if location.service == HOSPICE:
        raise NotEstablished("The fee for a hospice was not found.")
    if location.service is ServiceType.CARE_HOME:
        return _care_home_fee(location, scheme)
    first = scheme.community_known_from.value
    if day < first:
        raise NotEstablished(
            f"The fee for domiciliary care is not established for {short_date(day)}: it is known from "
            f"{short_date(first)}, and may have differed before."
        )
    return _community_fee(location, scheme)


def _care_home_fee(location: Location, scheme: FeesScheme) -> LocationFee:
    for most, pounds in scheme.care_home_bands.value:
        if location.size <= most:
            return LocationFee(location, Decimal(pounds), (scheme.care_home_bands.citation,))
    above = scheme.care_home_above_bands
    return LocationFee(location, Decimal(above.value), (above.citation,))


def _community_fee(location: Location, scheme: FeesScheme) -> LocationFee:
    base, each, ceiling = scheme.community_base, scheme.community_each, scheme.community_ceiling
    users = _EXACT.multiply(Decimal(each.value), Decimal(location.size))
    pounds = _EXACT.to_integral_value(_EXACT.add(Decimal(base.value), users))
    if pounds >= ceiling.value:
        return LocationFee(location, Decimal(ceiling.value), (ceiling.citation,))
    return LocationFee(location, pounds, (base.citation, each.citation, fees.ROUNDING))
