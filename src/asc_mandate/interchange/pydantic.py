"""A type for pydantic's models and FastAPI's bodies. It needs pydantic 2, which is not among the dependencies."""

import re
from typing import Annotated, Any

from pydantic import PlainSerializer, PlainValidator, WithJsonSchema  # type: ignore[import-not-found, unused-ignore]
from pydantic_core import (  # type: ignore[import-not-found, unused-ignore]
    InitErrorDetails,
    PydanticCustomError,
    ValidationError,
)

from asc_mandate.errors import InvalidRecord
from asc_mandate.interchange.records import from_record, to_record
from asc_mandate.interchange.schema import RECORD
from asc_mandate.returns import Return

# Without one, Swagger makes up texts that fit the patterns.
_EXAMPLE = {"service": "domiciliary_care", "values": {"service_users": 63, "absence": {"hours": 35}}}


def _read(given: Any) -> Return:
    if isinstance(given, Return):
        return given
    try:
        return from_record(Return, given)
    except InvalidRecord as refusal:
        details = [
            InitErrorDetails(
                type=PydanticCustomError("invalid_record", "{problem}", {"problem": problem.message}),
                loc=tuple(int(part) if part.isdecimal() else part for part in re.findall(r"[^.\[\]]+", problem.path)),
                input=None,
            )
            for problem in refusal.problems
        ]
        raise ValidationError.from_exception_data("Return", details) from None


ReturnRecord = Annotated[
    Return,
    PlainValidator(_read),
    PlainSerializer(to_record),
    WithJsonSchema({**RECORD, "examples": [_EXAMPLE]}),
]
"""A Return that pydantic reads from its record and writes as one; in FastAPI ``Annotated[ReturnRecord, Body()]``."""
