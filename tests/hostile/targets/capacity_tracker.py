"""What Capacity Tracker hands out."""

from hypothesis import strategies as st

import asc_mandate as am
from asc_mandate.interchange import capacity_tracker, names
from tests.helpers import QUIET_DAY
from tests.hostile.everything import everything, keys, moments, numbers, texts
from tests.hostile.recipes import dict_of, list_of, named, put, ready, recipes
from tests.hostile.targets.shapes import Argument, anything, target
from tests.hostile.targets.sound import field_id, plain_dict, service

_cells = st.one_of(
    recipes(st.integers(0, 2000).map(str) | st.sampled_from(["", "1,623", "12.0", "45330.5", None])),
    numbers(), texts(), moments(), everything(),
)  # fmt: skip
cell = Argument(_cells, ready("12")[0])
_columns = {
    column
    for table in (names.EXTRACT_CARE_HOME, names.EXTRACT_NON_RESIDENTIAL)
    for columns in table.values()
    for column in columns
}.union(names.EXTRACT_LAST_SAVED_CARE_HOME, names.EXTRACT_LAST_SAVED_NON_RESIDENTIAL, [names.LOCATION_ID])
_column = recipes(st.sampled_from(sorted(_columns)) | st.sampled_from(sorted(_columns)).map(str.title))


_row = Argument.of(named(row=lambda: {"usedbeds": "3"}), dict_of(_column | keys(), _cells, max_size=8))


@target("return_from_extract", _row, Argument.of([None], service.drawn))
def return_from_extract(row, service):
    return capacity_tracker.return_from_extract(row, service=service)


@target("return_from_extract", field_id, cell, cell, cell, cell)
def cells_of_an_extract(column, saved, count, hours, location_id):
    row = {"usedbeds": count, "hourspaid": hours, "hoursabsence": "3", "daysabsence": hours, "cqcid": location_id}
    in_utc, in_london = (
        capacity_tracker.return_from_extract({**put(row, column, "12"), last_saved: saved})
        for last_saved in names.EXTRACT_LAST_SAVED_CARE_HOME
    )
    return in_utc, am.validate(in_london, QUIET_DAY)


_workforce = recipes(st.sampled_from([name for columns in names.API_WORKFORCE.values() for name in columns]))
_visits = recipes(st.sampled_from(names.API_VISITS["residents_able_to_visit"]))
_beds = recipes(st.sampled_from(sorted(names.API_VACANCIES.values())))


@target(
    "return_from_api",
    Argument.of(named(none=list), list_of(dict_of(_beds | keys(), _cells))),
    Argument.of(named(nothing=dict), dict_of(_workforce | keys(), _cells)),
    Argument.of(named(nothing=dict), dict_of(_visits | keys(), _cells)),
    Argument.of(["2025-08-12T09:30:00Z"], _cells),
    Argument.of(named(nothing=dict), dict_of(keys(), _cells, max_size=1)),
)
def return_from_api(vacancies, workforce, support, saved, more):
    item = {"vacancies": vacancies, "workforce": workforce, "ascSupport": support, "vacanciesLastUpdated": saved}
    return capacity_tracker.return_from_api({"cqcId": "1-1000210669", **item, **plain_dict(more)})


@target("return_from_api", anything(dict))
def return_from_api_of_anything(item):
    return capacity_tracker.return_from_api(item)


@target("return_from_api", cell, cell, cell, cell)
def cells_of_the_api(beds, kind_of_bed, hours, visits):
    item = {
        "vacancies": [{"total": 3, "used": beds}, {"total": beds, "used": 3}],
        "workforce": {"nursesEmployed": beds, "hoursPaid": hours, "daysAbsence": hours},
        "ascSupport": {"isVisitorsInsideCareHome": visits, "isVisitsOffCareHomePremises": False},
    }
    return_ = capacity_tracker.return_from_api(item)
    return capacity_tracker.return_from_api({"vacancies": [kind_of_bed]}), am.validate(return_, QUIET_DAY)
