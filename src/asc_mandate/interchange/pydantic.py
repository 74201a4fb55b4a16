"""A type for pydantic's models and FastAPI's bodies. It needs pydantic 2, which is not among the dependencies."""

import re
from copy import deepcopy
from typing import Annotated, Any

import pydantic_core as core  # type: ignore[import-not-found, unused-ignore]

from asc_mandate.errors import InvalidRecord
from asc_mandate.interchange.records import from_record, to_record
from asc_mandate.interchange.schema import RECORD
from asc_mandate.returns import Return

# Without one, Swagger makes up texts that fit the patterns.
_EXAMPLE = {"service": "domiciliary_care", "values": {"service_users": 63, "absence": {"hours": 35}}}


class _Record:
    """What pydantic asks of a type: how it is read, written and described."""

    @staticmethod
    def __get_pydantic_core_schema__(*_: object) -> Any:
        write = core.core_schema.plain_serializer_function_ser_schema(to_record)
        return core.core_schema.no_info_plain_validator_function(_read, serialization=write)

    @staticmethod
    def __get_pydantic_json_schema__(*_: object) -> Any:
        return {**deepcopy(RECORD), "examples": [deepcopy(_EXAMPLE)]}


def _read(given: Any) -> Return:
    if isinstance(given, Return):
        return given
    try:
        return from_record(Return, given)
    except InvalidRecord as refusal:
        details = [
            core.InitErrorDetails(
                type=core.PydanticCustomError("invalid_record", "{problem}", {"problem": problem.message}),
                loc=tuple(int(part) if part.isdecimal() else part for part in re.findall(r"[^.\[\]]+", problem.path)),
                input=None,
            )
            for problem in refusal.problems
        ]
        raise core.ValidationError.from_exception_data("Return", details) from None


ReturnRecord = Annotated[Return, _Record]
"""A Return that pydantic reads from its record and writes as one; in FastAPI ``Annotated[ReturnRecord, Body()]``."""
