"""A digest of data that is the same on every platform, in every process and under every version of Python."""

import datetime as dt
import hashlib
import json

from attrs import AttrsInstance, fields


def digest_of(*data: object) -> str:
    """Return the SHA-256 of data in a canonical form, in hexadecimal.

    The data are what the notice is made of: attrs classes, dates, and what JSON knows. A class
    counts with its name, because the same content under another name means something else.
    """
    canonical = json.dumps(data, default=_plain, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _plain(value: AttrsInstance | dt.date) -> object:
    if isinstance(value, dt.date):
        return {"date": value.isoformat()}
    return {type(value).__name__: {field.name: getattr(value, field.name) for field in fields(type(value))}}
