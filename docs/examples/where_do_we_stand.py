"""Show where a provider with six locations stands after eighteen months, on one screen."""

import datetime as dt

import asc_mandate as am
from asc_mandate.penalties import Conclusion, PenaltyNotice

TODAY = dt.date(2026, 9, 20)
FIRST = dt.date(2025, 4, 1)
MARKS = {am.Outcome.MET: "+", am.Outcome.NOT_MET: "x", am.Outcome.NOT_DUE: "-", None: "?"}
OUTCOMES = {mark: outcome for outcome, mark in MARKS.items() if outcome}

# Eighteen months to September 2026, oldest first: met +, missed x, no duty -, not known ?.
LOCATIONS = [
    (am.Location("care_home", 42, location_id="1-1000210669"), "++++++++++++++++++"),
    (am.Location("care_home", 18, location_id="1-1000210670"), "++++++++++++++++xx"),
    (am.Location("care_home", 64, location_id="1-1000210671"), "+++++++++++++++xxx"),
    (am.Location("domiciliary_care", 63, location_id="1-1000210672"), "++x++x++++x++x++x+"),
    (am.Location("domiciliary_care", 120, location_id="1-1000210673"), "--------++++++x?xx"),
    (am.Location("care_home", 25, location_id="1-1000210674"), "+++++++++++xxx++++"),
]
NOTICES = {"1-1000210674": [PenaltyNotice("notice_of_intent", dt.date(2026, 9, 9), "posted")]}


def ledger(location: am.Location, marks: str) -> am.Ledger:
    """Read a row of marks, one for each month from the first."""
    windows = am.reporting_windows(FIRST, TODAY)
    return am.Ledger(
        {
            (window.year, window.month): OUTCOMES[mark]
            for window, mark in zip(windows, marks, strict=True)
            if mark in OUTCOMES
        },
        location_id=location.location_id,
    )


def next_deadline(assessment: am.PenaltyAssessment) -> str:
    """Say what is due next: after a notice its deadline, otherwise the window that must not be lost."""
    for deadline in assessment.deadlines:
        if isinstance(deadline.by, dt.date):
            return f"{deadline.what} by {deadline.by}"
    window = assessment.at_risk or am.upcoming_window(TODAY)
    risk = " (at risk)" if assessment.at_risk else ""
    return f"return by {window.closes}{risk}"


def main() -> None:
    """Print the table, and what to do about each location that is not in the clear."""
    print(f"Where we stand on {TODAY}: + met, x missed, - no duty, ? not known\n")
    print(f"{'location':<14}{'last 12':<14}{'trigger':<9}{'conclusion':<17}next deadline")
    steps: list[str] = []
    for location, marks in LOCATIONS:
        provider = am.Provider(public_body=False, locations=[location])
        held = ledger(location, marks)
        assessment = am.assess_penalty(
            held,
            provider,
            TODAY,
            support_offered=dt.date(2026, 8, 20),
            notices=NOTICES.get(location.location_id or "", ()),
        )
        row = "".join(MARKS[held.outcome(window.year, window.month)] for window in assessment.trigger.windows)
        print(
            f"{location.location_id or '':<14}{row:<14}{assessment.trigger.answer:<9}{assessment.conclusion:<17}"
            f"{next_deadline(assessment)}"
        )
        if assessment.conclusion is not Conclusion.NOT_ELIGIBLE:
            steps.append(f"{location.location_id}: {assessment.next_step}")
    print()
    print("\n".join(steps))
    fee = am.penalty_amount([location for location, _ in LOCATIONS], TODAY)
    print(f"\nThe fee for all six, on which an amount would rest: £{fee.amount:,} ({fee.scheme}; {fee.grade}).")
    print("Not legal advice.")


if __name__ == "__main__":
    main()
