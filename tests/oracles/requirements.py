"""The table of what is required, requirements.csv, by day.

It begins with the first edition that is held, on 15 July 2023, and ends on 26 November 2026, the day up to which later
editions were looked for.
"""

import csv
import datetime as dt
from pathlib import Path

from tests.oracles.walk import days

FIRST, LAST = dt.date(2023, 7, 15), dt.date(2026, 11, 26)
REQUIRED, NOT_REQUIRED, NOT_KNOWN, NOT_LISTED = "required", "not required", "cannot be known", "not on the list"
CARE_HOME, DOMICILIARY = SERVICES = ("care_home", "domiciliary_care")


def by_day():
    """Service to day to field to section and answer, in the order of the rows."""
    answers = {service: {day: {} for day in days(FIRST, LAST)} for service in SERVICES}
    with (Path(__file__).parent / "requirements.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for day in days(dt.date.fromisoformat(row["from"]), dt.date.fromisoformat(row["to"])):
                for field in row["fields"].split():
                    assert field not in answers[row["service"]][day], (row, day)
                    answers[row["service"]][day][field] = row["section"], row["answer"]
    return answers


TABLE = by_day()


def with_answer(service, day, *answers):
    return [field for field, (_, answer) in TABLE[service][day].items() if answer in answers]
