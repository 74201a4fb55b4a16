"""A return takes what it is given, as a copy, in London time, and stays as it is."""

import datetime as dt
from collections.abc import Hashable
from inspect import signature

import pytest
from attrs.exceptions import FrozenInstanceError

import asc_mandate as am

DAY = dt.date(2025, 8, 8)
LATE = dt.datetime(2025, 8, 14, 22, 30, tzinfo=dt.UTC)


def test_a_return_is_empty_but_for_what_it_is_given():
    return_ = am.Return("care_home", {})
    assert (return_.service, return_.values, return_.location_id, return_.saved) == (
        am.ServiceType.CARE_HOME,
        {},
        None,
        None,
    )
    assert return_.not_carried == am.NotCarried()
    assert am.NotCarried() == am.NotCarried(fields=(), saves=[], earlier_saves=False)
    assert am.Absence() == am.Absence(hours=None, days=None)
    assert am.Absence(hours=1) != am.Absence(days=1)


def test_a_return_keeps_its_own_copy():
    values, saved = {"beds_occupied": 38, "absence": None}, {"beds": DAY, "workforce": LATE, "visiting": None}
    return_ = am.Return("care_home", values, saved=saved, location_id="1-1000210669")
    values["beds_occupied"] = saved["beds"] = None
    assert return_.values == {"beds_occupied": 38, "absence": None}
    assert return_.saved == {"beds": DAY, "workforce": LATE}
    assert return_.location_id == "1-1000210669"
    assert [str(saved) for saved in return_.saved.values()] == ["2025-08-08", "2025-08-14 23:30:00+01:00"]
    assert am.Return("care_home", {}, saved=LATE).saved == LATE
    assert am.Return("care_home", {}, saved={}).saved == {}


def test_what_could_be_mixed_up_is_named():
    given = [part for kind in (am.Absence, am.NotCarried, am.Return) for part in signature(kind).parameters.values()]
    assert [part.name for part in given if part.kind is not part.KEYWORD_ONLY] == ["service", "values"]


@pytest.mark.parametrize(
    ("thing", "attribute"),
    [
        (am.Return("care_home", {}), "values"),
        (am.Absence(hours=1), "hours"),
        (am.NotCarried(), "saves"),
        (am.ENGLAND, "campaigns"),
        (am.reporting_window(DAY), "closes"),
        (am.checklist("care_home", DAY), "edition"),
    ],
)
def test_nothing_changes_after_the_fact(thing, attribute):
    with pytest.raises(FrozenInstanceError):
        setattr(thing, attribute, None)


def test_what_holds_a_mapping_says_that_it_has_no_hash():
    assert not isinstance(am.Return("care_home", {}), Hashable)
    assert len({am.Absence(hours=1), am.Absence(hours=1), am.NotCarried(), am.ENGLAND, am.reporting_window(DAY)}) == 4


def test_a_source_may_lack_what_any_list_of_any_edition_has():
    lacking = am.NotCarried(
        fields=["service_users", "residents_covid_primary_course"],
        saves=["packages_of_care", "visiting"],
        earlier_saves=True,
    )
    assert lacking.fields == ("service_users", "residents_covid_primary_course")
    assert lacking.saves == ("packages_of_care", "visiting")
    assert lacking.earlier_saves is True
    assert am.Return("care_home", {}, not_carried=lacking).not_carried is lacking


class Silent:
    def __repr__(self):
        raise RuntimeError


def test_a_return_prints_in_one_line_whatever_it_holds():
    return_ = am.Return("care_home", {"beds_occupied": 38, 5: Silent()}, location_id="1-1000210669", saved=DAY)
    assert repr(return_) == "Return(care_home “1-1000210669”, 2 values, saved 2025-08-08)"
    assert repr(am.Return("care_home", {})) == "Return(care_home, 0 values)"
    assert repr(am.Return("care_home", {}, saved={"beds": DAY})) == "Return(care_home, 0 values, saved by section)"


@pytest.mark.parametrize("given", [["b", "a"], ("b", "a")])
def test_options_are_held_as_a_tuple(given):
    assert am.Return("care_home", {"visiting_options": given}).values["visiting_options"] == ("b", "a")


@pytest.mark.parametrize("given", [{"b", "a"}, frozenset({"a", "b"})])
def test_options_without_an_order_are_held_in_one(given):
    assert am.Return("care_home", {"visiting_options": given}).values["visiting_options"] == ("a", "b")


def test_what_pandas_has_for_nothing_is_blank():
    for name in ("NAType", "NaTType"):
        nothing = type(name, (), {})()
        assert am.Return("care_home", {"beds_occupied": nothing}, saved=nothing).values == {"beds_occupied": None}
        assert am.Return("care_home", {}, saved={"beds": nothing}).saved == {}
