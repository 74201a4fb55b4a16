"""Returns that are judged together: each by itself, duplicates found, and what all of them lack told once."""

import datetime as dt

import pytest
from attrs import evolve

import asc_mandate as am

from .helpers import MET, OPEN, QUERY, QUIET_DAY, care_home, codes, domiciliary, only


def test_a_batch_is_each_return_by_itself_in_order():
    returns = [care_home(), domiciliary(), care_home(beds_occupied=None)]
    batch = am.validate_all(iter(returns), on=QUIET_DAY)
    assert list(batch) == list(batch.reports) == [am.validate(return_, on=QUIET_DAY) for return_ in returns]
    assert len(batch) == 3
    assert batch.on == QUIET_DAY
    assert batch.outcomes == {MET: 2, OPEN: 1}
    assert list(am.validate_all(returns[::-1], on=QUIET_DAY).outcomes) == [MET, OPEN]
    assert not batch.compliant
    assert [(report, finding.code) for report, finding in batch.findings] == [(batch.reports[2], "missing")]


def test_an_empty_batch_has_nothing_wrong():
    batch = am.validate_all([], on=QUIET_DAY)
    assert batch.compliant
    assert batch.outcomes == {}
    assert str(batch) == "0 returns checked on Tuesday 12 August 2025."


@pytest.mark.parametrize(
    ("on", "error"),
    [
        (dt.date(2022, 7, 31), am.NotInForce),
        (dt.date(2022, 8, 10), am.EditionNotHeld),
        (dt.date(2023, 7, 20), am.EditionNotHeld),
    ],
)
def test_an_empty_batch_is_refused_where_a_return_is(on, error):
    with pytest.raises(error):
        am.validate_all([], on=on)
    with pytest.raises(error):
        am.validate(care_home(), on=on)


def test_a_batch_is_refused_by_the_calendar_given():
    """A holiday moves the close of July 2023 past the 15th, from which day an edition is held."""
    on = dt.date(2023, 7, 20)
    rolled = am.ENGLAND.with_public_holiday(dt.date(2023, 7, 14), "Jubilee")
    with pytest.raises(am.EditionNotHeld):
        am.validate_all([], on=on)
    assert len(am.validate_all([], on=on, calendar=rolled)) == 0
    assert am.validate_all([care_home()], on=on, calendar=rolled).reports[0].edition.id == "2023-07-15"


def test_duplicates_of_a_location_are_found_on_each_of_them():
    ids = ["1-1000210669", "1-1000210669 ", "1-1000210670", None, None, "", " "]
    returns = [domiciliary(location_id=ids[0]), *(care_home(location_id=id) for id in ids)]
    batch = am.validate_all(returns, on=QUIET_DAY)
    assert ["location-duplicated" in codes(report) for report in batch] == [False, True, True, *[False] * 5]
    for report, id in zip(batch.reports[1:3], ids[:2], strict=True):
        finding = only(report, "location-duplicated")
        assert finding.severity is QUERY
        assert finding.message == (
            f"“{id}” stands 2 times among the returns checked together for the same kind of service. Keep the one that "
            "Capacity Tracker holds."
        )
    assert batch.compliant
    assert str(batch.reports[-1]).startswith("Care home: return for")


def test_batch_report_counts_outcomes_and_shows_what_was_found():
    returns = [care_home(location_id="1-1000210669"), domiciliary(absence=None), domiciliary()]
    batch = am.validate_all(returns, on=QUIET_DAY)
    assert str(batch) == "\n\n".join(
        ["3 returns checked on Tuesday 12 August 2025: met 2, open 1.", str(batch.reports[1])]
    )
    assert str(am.validate_all(returns[:1], on=QUIET_DAY)) == "1 return checked on Tuesday 12 August 2025: met 1."


def test_batch_report_counts_each_outcome_in_words():
    saved = dt.date(2030, 5, 13)
    returns = [domiciliary(saved), domiciliary(saved, absence=None), domiciliary(saved, staff_seasonal_booster=1)]
    assert str(am.validate_all(returns, on=dt.date(2030, 5, 20))).startswith(
        "3 returns checked on Monday 20 May 2030: met 1, not met 1, undetermined 1.\n"
    )


def test_a_batch_tells_once_what_none_of_it_could_be_judged_on():
    lacking = am.NotCarried(fields=["self_funded_packages_ended"])
    returns = [
        evolve(domiciliary(service_users=number, self_funded_packages_ended=None), not_carried=lacking)
        for number in (-1, -2, 63)
    ]
    batch = am.validate_all([*returns, care_home()], on=QUIET_DAY)
    (gap,) = batch.gaps
    assert (gap.service, gap.code, gap.fields, gap.count) == ("domiciliary_care", "not-carried", lacking.fields, 3)
    assert str(batch).count("has no place for") == 1
    assert "Domiciliary care, 3 returns: Packages of care: where this return was read from" in str(batch)
    assert str(batch).count("cannot be less than 0") == str(batch).count("return for August 2025") == 2
    twice = am.NotCarried(fields=["self_funded_packages_ended"] * 2)
    assert am.validate_all([evolve(returns[0], not_carried=twice), domiciliary()], on=QUIET_DAY).gaps == ()
    assert am.validate_all([*returns, domiciliary()], on=QUIET_DAY).gaps == ()


def test_a_long_batch_prints_its_first_reports_and_how_many_more_there_are():
    whole = am.validate_all([domiciliary(absence=None)] * 20, on=QUIET_DAY)
    assert "more return" not in str(whole) + whole._repr_html_()
    batch = am.validate_all([domiciliary(absence=None)] * 21, on=QUIET_DAY)
    assert str(batch).endswith("\n\nAnd 1 more return with findings.")
    batch = am.validate_all([domiciliary(absence=None)] * 23, on=QUIET_DAY)
    assert str(batch).endswith("\n\nAnd 3 more returns with findings.")
    assert str(batch).count("return for August 2025") == 20
