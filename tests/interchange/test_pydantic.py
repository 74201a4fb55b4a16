"""A return as a type of pydantic: read and written as a record, with all problems at once."""

import datetime as dt

import jsonschema_rs
import pytest

from asc_mandate.interchange import to_record
from tests.helpers import care_home

pydantic = pytest.importorskip("pydantic")
ReturnRecord = pytest.importorskip("asc_mandate.interchange.pydantic").ReturnRecord
RETURN = care_home(location_id="1-1000210669", saved={"beds": dt.date(2025, 8, 12)})


class Body(pydantic.BaseModel):
    returns: list[ReturnRecord]


def test_a_model_reads_a_record_and_writes_it_again():
    body = Body.model_validate({"returns": [to_record(RETURN), RETURN]})
    assert body.returns == [RETURN, RETURN]
    assert body.model_dump() == {"returns": [to_record(RETURN)] * 2}
    assert Body.model_validate_json(body.model_dump_json()) == body


def test_everything_that_is_wrong_is_told_with_its_place():
    record = {"service": "hotel", "values": {"absence": {"weeks": 1}}, "not_carried": {"saves": ["beds", 3]}, "x": 1}
    with pytest.raises(pydantic.ValidationError) as refusal:
        Body.model_validate({"returns": [to_record(RETURN), record]})
    assert {error["loc"][:2] for error in refusal.value.errors()} == {("returns", 1)}
    assert [(error["loc"][2:], error["msg"]) for error in refusal.value.errors()] == [
        (("service",), "is “hotel”; write one of “care_home” and “domiciliary_care”"),
        (("values", "absence"), "has a key that is “weeks”, which has no place here"),
        (("not_carried", "saves", 1), "is 3; write text"),
        ((), "has a key that is “x”, which has no place here"),
    ]


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_its_schema_shows_what_a_record_holds(mode):
    schema = pydantic.TypeAdapter(ReturnRecord).json_schema(mode=mode)
    assert list(schema["properties"]) == ["service", "values", "location_id", "saved", "not_carried"]
    assert jsonschema_rs.is_valid(schema, to_record(RETURN))
    assert not jsonschema_rs.is_valid(schema, {"service": "hotel", "values": {}})
    (example,) = schema["examples"]
    assert jsonschema_rs.is_valid(schema, example)
    assert Body.model_validate({"returns": [example]}).returns[0].values["service_users"] == 63
