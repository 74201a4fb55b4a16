"""The mutants that no test can notice, each with the reason."""

import json
from pathlib import Path

LISTS = Path(__file__).with_name("survivors")


def reasons():
    """The reason why a mutant answers as the package does, by the mutant's name."""
    return {
        name: group["reason"]
        for path in sorted(LISTS.glob("*.json"))
        for group in json.loads(path.read_text(encoding="utf-8"))
        for name in group["mutants"]
    }
