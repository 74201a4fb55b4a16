"""From a file of 40 locations and 12 months to outcomes, ledgers and who is at risk.

Run it from anywhere: python check_a_group.py [FILE]. The file is Capacity Tracker's extract of non-residential
services, with the month of each row in a column of its own; group.csv beside this program is made up.
"""

import csv
import datetime as dt
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import asc_mandate as am
from asc_mandate.interchange import capacity_tracker

TODAY = dt.date(2026, 9, 1)
MARKS = {am.Outcome.MET: "●", am.Outcome.NOT_MET: "✗", am.Outcome.NOT_DUE: "-", None: "?"}


def reports_of(file: Path) -> Iterator[am.Report]:
    """Judge every row for the window of its month."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: row["month"])
    for month, of_month in groupby(rows, key=lambda row: row["month"]):
        read = capacity_tracker.returns_from_extract(of_month)
        for number, problems in read.refused:
            print(f"{month}, row {number} was refused: {problems[0]}")
        window = am.reporting_window(dt.date.fromisoformat(f"{month}-01"))
        batch = am.validate_all(read.returns, on=TODAY, window=window)
        shown = ", ".join(f"{outcome.value} {count}" for outcome, count in batch.outcomes.items())
        print(f"{window.label}: {shown}; {sum(not report.breaches for report in batch)} show no breach")
        yield from batch


def main(file: Path) -> None:
    """Print the outcomes of each month, a strip of months for each location, and who is at risk."""
    # The extract lacks the vaccination items, so no month of the flu season can be called met by it alone. This group
    # decides to count as met what shows no breach, and each assessment says so.
    ledgers = am.Ledger.by_location(reports_of(file), undetermined=am.Outcome.MET)
    windows = am.reporting_windows(dt.date(2025, 9, 1), dt.date(2026, 8, 1))
    print(f"\n{'':14}{windows[0].label} to {windows[-1].label}")
    for location_id, ledger in sorted(ledgers.items(), key=str):
        strip = " ".join(MARKS[ledger.outcome(window.year, window.month)] for window in windows)
        assessment = am.assess_penalty(ledger, am.Provider(public_body=False), TODAY)
        missed = len(assessment.trigger.missed)
        note = f"  missed {missed}" if missed else ""
        if assessment.trigger.met_by:
            note += ": the policy's trigger is met"
        elif assessment.at_risk:
            note += f": at risk in {assessment.at_risk.label}"
        print(f"{location_id:14}{strip}{note}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("group.csv"))
