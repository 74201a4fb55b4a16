"""What a penalty would be. Every band and every size is in tests/oracles/test_fees_by_table.py."""

import datetime as dt
import decimal

import pytest
from attrs import evolve

import asc_mandate as am
from asc_mandate.notice import Datum, fees
from asc_mandate.penalties import PenaltyNotice
from tests.penalties.marks import FINAL, INTENT, ON, TRIGGERED, assess, refusal

HOME, AGENCY = am.Location("care_home", 42, location_id="1-1000210669"), am.Location("domiciliary_care", 63)


def test_locations_are_summed_with_a_breakdown():
    fee = am.penalty_amount(iter([HOME, AGENCY]), ON)
    assert [(part.location, part.amount) for part in fee.breakdown] == [(HOME, 6533), (AGENCY, 3660)]
    assert (fee.amount, fee.scheme, fee.grade) == (10_193, "Fees scheme 2019/20", am.Grade.INFERRED)
    two_homes = am.penalty_amount([HOME] * 2, ON)
    assert (two_homes.amount, two_homes.grade) == (13_066, am.Grade.INFERRED)
    assert am.penalty_amount([HOME], ON).grade is am.Grade.SECONDARY


def test_the_fee_for_domiciliary_care_shows_the_arithmetic_behind_239_pounds_for_each_location():
    (part,) = am.penalty_amount([AGENCY], ON).breakdown
    base = next(citation for citation in part.citations if "once per location" in citation.where)
    assert "1 location with 15 users pays 926, 3 locations with 195 users pay 9,643" in base.where
    assert base.source.grade is am.Grade.INFERRED
    largest = am.penalty_amount([am.Location("domiciliary_care", 1_700)], ON)
    assert (largest.amount, largest.grade) == (92_558, am.Grade.SECONDARY)


def test_half_a_pound_is_rounded_up_whatever_the_decimal_context_of_the_caller():
    # 239 + 54.305 x 300 is 16,530.50.
    with decimal.localcontext(decimal.Context(prec=1, traps=[decimal.Inexact])):
        assert am.penalty_amount([am.Location("domiciliary_care", 300)], ON).amount == 16_531


def test_after_the_last_report_the_scheme_is_taken_to_be_current_still():
    assert am.penalty_amount([HOME], dt.date(2026, 9, 30)).grade is am.Grade.SECONDARY
    later = am.penalty_amount([HOME], dt.date(2026, 10, 1))
    assert (later.amount, later.grade) == (6533, am.Grade.INFERRED)
    assert [citation.where for citation in later.citations] == [
        "regulation 3: the fee payable to CQC under the scheme that is current when the penalty is imposed",
        "“Your annual fees cover all your locations that are registered on your anniversary date”",
        "the scheme “remain[s] valid until further notice”",
        "the scheme is taken to be current still; later changes are not known",
    ]


def test_a_new_fees_scheme_gives_the_amount_from_its_first_day(monkeypatch):
    (old,) = fees.SCHEMES
    starts = dt.date(2027, 4, 1)
    days = {name: Datum(starts, getattr(old, name).citation) for name in ("in_force_from", "known_through")}
    monkeypatch.setattr(fees, "SCHEMES", (old, evolve(old, name="A made-up scheme", **days)))
    names = [am.penalty_amount([HOME], day).scheme for day in (dt.date(2027, 3, 31), starts)]
    assert names == ["Fees scheme 2019/20", "A made-up scheme"]


@pytest.mark.parametrize(
    ("locations", "on", "error", "message"),
    [
        (
            [AGENCY],
            dt.date(2024, 3, 31),
            am.NotEstablished,
            "The fee for domiciliary care is not established for 31 March 2024: it is known from 1 April 2024, and may "
            "have differed before.",
        ),
        ([am.Location("hospice", 5)], ON, am.NotEstablished, "No source gives the fee for a hospice."),
        (
            [HOME],
            dt.date(2022, 11, 30),
            am.NotInForce,
            "No penalty could be imposed on 30 November 2022, before the regulations came into force on 1 December "
            "2022.",
        ),
        ([], ON, am.InvalidArgument, "locations is empty; pass the locations that the registration covers."),
        ([5], ON, am.InvalidArgument, "locations[0] is a value of type int; pass an asc_mandate.Location."),
    ],
)
def test_amounts_that_cannot_be_told_are_refused(locations, on, error, message):
    assert refusal(lambda: am.penalty_amount(locations, on)) == (error, message)


@pytest.mark.parametrize("size", [-1, 1.5, "5", None, True, 10**9, 10**10_000], ids=range(7))
def test_sizes_are_whole_numbers(size):
    with pytest.raises(
        am.InvalidArgument, match="pass a whole number: the places of a care home, or the service users"
    ):
        am.Location("care_home", size)


def test_a_care_home_has_a_place_and_no_location_is_a_hotel():
    assert am.Location("care_home", 10**9 - 1).size == 999_999_999
    assert am.penalty_amount([am.Location("care_home", 91)], ON).amount == 15_710
    with pytest.raises(am.InvalidArgument, match=r"^size is 0; a care home's registration has at least one place\.$"):
        am.Location("care_home", 0)
    with pytest.raises(am.InvalidArgument, match="service is “hotel”"):
        am.Location("hotel", 5)


def test_an_assessment_tells_the_amount_on_the_day_of_the_final_notice():
    home, agency, hospice = (
        am.Provider(public_body=False, locations=[place]) for place in (HOME, AGENCY, am.Location("hospice", 5))
    )
    late = {"on": dt.date(2026, 10, 20)}
    assert assess(TRIGGERED, home).amount.amount == 6533
    assert assess(TRIGGERED, home, **late).amount.grade is am.Grade.INFERRED
    assert assess(TRIGGERED, home, **late, notices=[INTENT, FINAL]).amount.grade is am.Grade.SECONDARY
    withdrawn = [INTENT, FINAL, PenaltyNotice("withdrawal", dt.date(2026, 9, 25), "delivered")]
    assert assess(TRIGGERED, home, **late, notices=withdrawn).amount.grade is am.Grade.INFERRED
    old = [
        PenaltyNotice("notice_of_intent", dt.date(2024, 2, 1), "posted"),
        PenaltyNotice("final_notice", dt.date(2024, 3, 31), "posted"),
    ]
    assert isinstance(assess(TRIGGERED, agency, notices=old).amount, am.NotFound)
    newer = [*old, PenaltyNotice("notice_of_intent", dt.date(2026, 9, 10), "posted")]
    assert assess(TRIGGERED, agency, notices=newer).amount.amount == 3660
    assert assess(TRIGGERED).amount == am.NotFound("no locations were given")
    assert str(assess(TRIGGERED, hospice).amount) == "not found (no source gives the fee for a hospice)"


def test_fees_and_locations_show_what_matters_in_a_line():
    fee = am.penalty_amount([HOME, AGENCY], ON)
    assert str(fee) == "£10,193 for 2 locations (Fees scheme 2019/20; inferred)"
    assert repr(fee) == f"Fee({fee})"
    assert repr(fee.breakdown[0]) == "LocationFee(£6,533, Location(care_home, 42, 1-1000210669))"
    assert repr(AGENCY) == "Location(domiciliary_care, 63)"
    huge = am.Location("domiciliary_care", 999_999_999, location_id="9" * 500)
    assert max(len(repr(huge)), len(repr(am.penalty_amount([huge], ON).breakdown[0]))) <= 120
