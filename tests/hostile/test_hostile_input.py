"""Whatever a caller passes, only documented errors come out, answers are plain, and input is never changed."""

import datetime as dt
import inspect
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate import interchange, testing
from asc_mandate.interchange import capacity_tracker
from tests.helpers import QUIET_DAY
from tests.hostile.parts import PARTS
from tests.hostile.proof import examine, glance, is_refusal
from tests.hostile.raised import MAKERS
from tests.hostile.targets import TARGETS


def check_of(target):
    """A test of one target, which Hypothesis runs."""

    @given(st.tuples(*(argument.drawn for argument in target.arguments)), st.integers(0, len(MAKERS) - 1))
    @settings(max_examples=10)
    def check(recipes, error):
        examine(target, recipes, error)

    return check


CHECKS = {target.name: check_of(target) for target in TARGETS}


def test_every_target_has_a_name_of_its_own():
    assert len(CHECKS) == len(TARGETS)


@pytest.mark.parametrize("name", CHECKS)
def test_whatever_is_passed_only_documented_errors_come_out(name):
    CHECKS[name]()


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_every_odd_value_in_every_place_beside_sound_ones(target):
    sound = [argument.sound for argument in target.arguments]
    assert not is_refusal(examine(target, sound))
    # Each value raises another error in every place, because there are too many to raise all of them everywhere.
    errors = itertools.count()
    for place, argument in enumerate(target.arguments):
        for recipe in itertools.chain.from_iterable(PARTS.values()) if argument.anything else ():
            glance(target, [*sound[:place], recipe, *sound[place + 1 :]], next(errors))


def test_odd_values_of_numpy_are_among_those_that_are_passed():
    pytest.importorskip("numpy", reason="the values of numpy are left out, because it is not installed")
    assert {type(recipe.make()).__module__ for recipe in PARTS["numpy"]} >= {"numpy", "numpy.ma.core"}


ROOMS = (am, interchange, testing)
# What no caller makes: answers, errors, and the data of this package.
MADE_HERE = {
    *("BatchReport", "Checklist", "Finding", "Report", "Requirement", "ReportingWindow", "NonWorkingDay"),
    *("PenaltyAssessment", "EligibilityTest", "Trigger", "Deadline", "Fee", "LocationFee"),
    *("EditionDiff", "ListDiff", "PlacedField", "Change", "Dataset", "DatasetVersion", "Defect", "Problem"),
    *("Edition", "Section", "Field", "Clause", "Footnote", "Season", "DuringCampaign", "Contact", "Datum", "NotFound"),
    *("NoticePeriod", "Publication", "Reading"),
    *("MandateError", "InvalidArgument", "InvalidRecord", "NotInForce", "EditionNotHeld", "UnknownEdition"),
    *("UnknownField", "DutyNotMet", "NotEstablished"),
    *("Answer", "Conclusion", "Grade", "Kind", "Method", "NoticeKind", "Outcome", "ServiceType", "Severity", "Stage"),
    *("Status", "Judged"),
}


def takes_values(function):
    return bool(set(inspect.signature(function).parameters) - {"self", "cls"})


def public_callables():
    for name, thing in [(name, getattr(room, name)) for room in ROOMS for name in room.__all__]:
        if inspect.isclass(thing):
            methods = [(method, getattr(thing, method)) for method in vars(thing) if not method.startswith("_")]
            yield from (f"{name}.{method}" for method, it in methods if inspect.isroutine(it) and takes_values(it))
        if inspect.isclass(thing) or (inspect.isfunction(thing) and takes_values(thing)):
            yield name
    yield from ("return_from_api", "return_from_extract")


def test_everything_public_that_takes_values_is_called():
    called = {name for target in TARGETS for name in target.covers}
    assert set(public_callables()) == called | MADE_HERE
    assert called.isdisjoint(MADE_HERE)


class Stop(BaseException):
    """No error, but a wish to stop, such as KeyboardInterrupt."""


def stop(*_, **__):
    raise Stop


STOPPING = {
    "mapping": lambda: am.Return(
        "care_home", type("Stops", (dict,), {"keys": stop, "__iter__": stop})(beds_occupied=1)
    ),
    "ledger": lambda: am.Ledger(type("Stops", (dict,), {"keys": stop, "__iter__": stop})()),
    "zone": lambda: am.reporting_window(
        dt.datetime(2025, 8, 12, tzinfo=type("Stops", (dt.tzinfo,), {"utcoffset": stop})())
    ),
    "iterator": lambda: am.validate_all(type("Stops", (), {"__iter__": stop})(), QUIET_DAY),
    "class": lambda: am.Return("care_home", type("Stops", (type,), {"__hash__": stop})("Any", (), {})()),
    "value": lambda: repr(am.Return("care_home", {"beds_occupied": type("Stops", (), {"__repr__": stop})()})),
    "record": lambda: interchange.return_from_record(type("Stops", (dict,), {"items": stop})()),
    "row": lambda: capacity_tracker.return_from_extract(type("Stops", (dict,), {"items": stop})()),
    "cell": lambda: capacity_tracker.return_from_extract({"usedbeds": type("bool_", (), {"__bool__": stop})()}),
    "save": lambda: capacity_tracker.return_from_api(
        {"vacanciesLastUpdated": type("Stops", (dt.date,), {"year": property(stop)})(2025, 8, 8)}
    ),
    "vacancies": lambda: capacity_tracker.return_from_api({"vacancies": type("ndarray", (), {"__iter__": stop})()}),
}


@pytest.mark.parametrize("place", STOPPING)
def test_a_wish_to_stop_goes_through(place):
    with pytest.raises(Stop):
        STOPPING[place]()
