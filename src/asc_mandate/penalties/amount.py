"""What a penalty would be: the fee for the provider's registration with CQC."""

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Context, Decimal

from attrs import field, frozen

from asc_mandate._coerce import iterate, to_count, to_date, to_location_id
from asc_mandate._format import clean, format_date, one_line, plural
from asc_mandate.errors import InvalidArgument, NotEstablished, NotInForce
from asc_mandate.notice import enforcement, fees
from asc_mandate.notice.provenance import Citation, FeesScheme, Grade, weakest
from asc_mandate.notice.shapes import ServiceType, to_service

HOSPICE = "hospice"
"""A kind of location whose fee was not found; it is no type of service of the notice."""

# Its own, so that the caller's precision and traps change nothing.
_EXACT = Context(prec=50, rounding=ROUND_HALF_UP)


def _to_service(given: ServiceType | str) -> ServiceType | str:
    return HOSPICE if given == HOSPICE else to_service(given)


def _to_size(given: int) -> int:
    return to_count(given, "size", range(10**9), "a whole number: the places of a care home, or the service users")


@frozen(repr=False)
class Location:
    """One registered location, for the amount of a penalty.

    Attributes:
        service: The type of service; or "hospice", whose fee was not found.
        size: For a care home the places on the registration, at least one; for domiciliary care the service users.
        location_id: The CQC location id, if given.
    """

    service: ServiceType | str = field(converter=_to_service)
    size: int = field(converter=_to_size)
    location_id: str | None = field(default=None, kw_only=True, converter=to_location_id)

    def __attrs_post_init__(self) -> None:
        if self.service is ServiceType.CARE_HOME and self.size == 0:
            raise InvalidArgument("size is 0; a care home's registration has at least one place.")

    def __repr__(self) -> str:
        return one_line(self, self.service, str(self.size), clean(self.location_id or ""))


def to_locations(given: Iterable[Location]) -> tuple[Location, ...]:
    """Return locations as a tuple; anything else is refused."""
    return tuple(iterate(given, Location, "locations"))


@frozen(repr=False)
class LocationFee:
    """The fee for one location, in pounds, and what it rests on."""

    location: Location
    amount: Decimal
    citations: tuple[Citation, ...]

    def __repr__(self) -> str:
        return one_line(self, f"£{self.amount:,}", repr(self.location))


@frozen(repr=False)
class Fee:
    """The fee for a provider's registration in pounds, which is the amount of a penalty: the sum over locations.

    ``grade`` is the weakest that it rests on, ``citations`` what it rests on beside the locations' own fees.
    """

    amount: Decimal
    scheme: str
    breakdown: tuple[LocationFee, ...]
    grade: Grade
    citations: tuple[Citation, ...]

    def __str__(self) -> str:
        return f"£{self.amount:,} for {plural(len(self.breakdown), 'location')} ({self.scheme}; {self.grade})"

    def __repr__(self) -> str:
        return one_line(self, str(self))


def penalty_amount(locations: Iterable[Location], imposed_on: dt.date) -> Fee:
    """Return what a penalty imposed on a day in London would be, in pounds.

    ``locations`` are all that the provider's registration covers on the anniversary date of its fee. Raises
    NotEstablished where the facts do not say: for domiciliary care before 1 April 2024, and for hospices; NotInForce
    before 1 December 2022. Source: the draft regulations, regulation 3: the fee under the scheme that is current when
    the penalty is imposed; CQC's fees scheme, read at second hand.

    >>> fee = penalty_amount([Location("care_home", 42), Location("domiciliary_care", 63)], dt.date(2026, 9, 1))
    >>> print(fee)
    £10,193 for 2 locations (Fees scheme 2019/20; inferred)
    """
    day, first = to_date(imposed_on, "imposed_on"), enforcement.REGULATIONS_IN_FORCE_FROM.value
    if day < first:
        raise NotInForce(
            f"No penalty could be imposed on {format_date(day)}, before the regulations came into force on "
            f"{format_date(first)}."
        )
    given = to_locations(locations)
    if not given:
        raise InvalidArgument("locations is empty; pass the locations that the registration covers.")
    scheme = next(scheme for scheme in reversed(fees.SCHEMES) if scheme.in_force_from.value <= day)
    breakdown = tuple(_location_fee(location, day, scheme) for location in given)
    citations = (
        enforcement.AMOUNT,
        fees.LOCATIONS,
        *((fees.SUM,) if len(given) > 1 else ()),
        *((fees.VALID_UNTIL_CHANGED, fees.STILL_CURRENT) if day > scheme.known_through.value else ()),
    )
    every = (*citations, *(citation for fee in breakdown for citation in fee.citations))
    amount = Decimal(sum(int(fee.amount) for fee in breakdown))
    return Fee(amount, scheme.name, breakdown, weakest(*(citation.source.grade for citation in every)), citations)


def _location_fee(location: Location, day: dt.date, scheme: FeesScheme) -> LocationFee:
    if location.service == HOSPICE:
        raise NotEstablished("No source gives the fee for a hospice.")
    if location.service is ServiceType.CARE_HOME:
        bands, above = scheme.care_home_bands, scheme.care_home_above_bands
        within = ((pounds, bands.citation) for most, pounds in bands.value if location.size <= most)
        pounds, citation = next(within, (above.value, above.citation))
        return LocationFee(location, Decimal(pounds), (citation,))
    first = scheme.community_known_from.value
    if day < first:
        raise NotEstablished(
            f"The fee for domiciliary care is not established for {format_date(day)}: it is known from "
            f"{format_date(first)}, and may have differed before."
        )
    base, each, ceiling = scheme.community_base, scheme.community_each, scheme.community_ceiling
    amount = _EXACT.to_integral_value(_EXACT.fma(Decimal(each.value), location.size, base.value))
    if amount >= ceiling.value:
        return LocationFee(location, Decimal(ceiling.value), (ceiling.citation,))
    return LocationFee(location, amount, (base.citation, each.citation, fees.ROUNDING))
