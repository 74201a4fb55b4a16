"""What many targets are given: arguments that are mostly sound."""

import datetime as dt

from hypothesis import strategies as st

import asc_mandate as am
from tests.helpers import CARE_HOME, DOMICILIARY, QUIET_DAY
from tests.hostile.everything import everything, keys, moments, mostly, numbers, texts
from tests.hostile.parts import FIELDS
from tests.hostile.recipes import absences_of, dict_of, dict_updated, list_of, named, ready, recipes
from tests.hostile.targets.shapes import Argument


def amended():
    return am.ENGLAND.with_campaigns(
        am.Campaign("spring 2026", dt.date(2026, 4, 13), dt.date(2026, 6, 30)), known_through=dt.date(2026, 8, 31)
    ).with_public_holiday(dt.date(2026, 2, 16), "A day of celebration")


in_force = recipes(
    st.dates(dt.date(2023, 8, 1), dt.date(2026, 12, 31))
    | st.datetimes(dt.datetime(2023, 8, 2), dt.datetime(2026, 12, 31), timezones=st.just(dt.UTC))
)
day = Argument.of([QUIET_DAY], in_force, in_force, moments())
service = Argument.of(["care_home", *am.ServiceType])
calendar = Argument.of(named(england=lambda: am.ENGLAND, amended=amended))
field_id = Argument.of(["beds_occupied"], recipes(st.sampled_from(FIELDS)), texts())
yes_no = Argument.of([True, False])
perhaps = Argument.of([None, True, False])
answers = st.one_of(numbers(), texts(), absences_of(numbers()), list_of(texts()), everything(), everything())
answer = Argument(answers, ready(3)[0])
sound_values = named(care_home=lambda: dict(CARE_HOME), domiciliary=lambda: dict(DOMICILIARY), nothing=dict)
values = Argument.of(sound_values, dict_updated(st.sampled_from(sound_values), dict_of(keys(), answers)))
section_ids = recipes(st.sampled_from(["beds", "workforce", "covid_vaccination", "flu_vaccination", "service_users"]))
saved = Argument.of([None], in_force, moments(), dict_of(section_ids | keys(), mostly(in_force, moments())))
location_id = Argument.of([None, "1-1000210669"], texts())
ids = Argument.of([(), ("beds_occupied",)], list_of(section_ids | recipes(st.sampled_from(FIELDS)) | texts()))


def plain_dict(given):
    """A dict to put into another one: what is given, if it is one, or one that holds it."""
    return given if type(given) is dict else {"more": given}
