"""Prints, as JSON, a digest of the answer of every public call: ``python -m tests.purity.answers``.

With the argument ``elsewhere`` the process is first made as different as a process can be.
"""

import decimal
import hashlib
import json
import locale
import random
import sys

from tests.purity.calls import calls
from tests.purity.pictures import as_text


def digests():
    """Name and digest of the answer, for every call."""
    return [[call.name, hashlib.sha256(as_text(call.answer()).encode()).hexdigest()] for call in calls()]


if __name__ == "__main__":
    if sys.argv[1:] == ["elsewhere"]:
        decimal.setcontext(decimal.Context(prec=3, rounding=decimal.ROUND_UP, Emax=9, traps=[decimal.FloatOperation]))
        random.seed(5)
        sys.setrecursionlimit(3000)
        # Whatever locale the environment names; not every machine has it.
        try:
            locale.setlocale(locale.LC_ALL, "")
        except locale.Error as error:
            print(error, file=sys.stderr)  # noqa: T201
    print(json.dumps(digests()))  # noqa: T201
