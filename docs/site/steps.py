"""Assessments that show every test and every step: each is made when the page is written."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from attrs import Factory, frozen

import asc_mandate as am
from asc_mandate.penalties import EligibilityTest, PenaltyNotice

ON = dt.date(2026, 9, 20)
LAST_MONTHS = am.reporting_windows(dt.date(2025, 10, 1), dt.date(2026, 9, 1))
_OUTCOMES = {"+": am.Outcome.MET, "x": am.Outcome.NOT_MET, "-": am.Outcome.NOT_DUE}
_OFFER = {"support_offered": dt.date(2026, 8, 20)}
_INTENT = PenaltyNotice("notice_of_intent", dt.date(2026, 9, 9), "posted")
_FINAL = PenaltyNotice("final_notice", dt.date(2026, 11, 2), "posted")
_WITHDRAWAL = PenaltyNotice("withdrawal", dt.date(2026, 9, 18), "electronic")


@frozen
class Case:
    """A location as it stands on 20 September 2026, unless said otherwise.

    Attributes:
        given: What is the case, in words.
        months: The twelve latest windows: + met, x missed, - no duty, ? not known.
        public_body: Whether the provider is a public body.
        more: What else the assessment is given.
        on: The day of the assessment.
        until: The last day of the registration, if there is one.
    """

    given: str
    months: str = "++++++++xxx+"
    public_body: Any = False
    more: Mapping[str, Any] = Factory(dict[str, Any])
    on: dt.date = ON
    until: dt.date | None = None

    def assessment(self) -> am.PenaltyAssessment:
        """Return what the case comes to."""
        outcomes = {
            (window.year, window.month): _OUTCOMES[mark]
            for window, mark in zip(LAST_MONTHS, self.months, strict=True)
            if mark in _OUTCOMES
        }
        ledger = am.Ledger(outcomes, duty_until=self.until)
        return am.assess_penalty(ledger, am.Provider(public_body=self.public_body), self.on, **self.more)


CASES = (
    Case("No window was missed.", "++++++++++++", more={**_OFFER, "reasonable_excuse": False}),
    Case("A public body missed three windows.", public_body=True, more=_OFFER),
    Case("There was a reasonable excuse for three missed windows.", more={**_OFFER, "reasonable_excuse": True}),
    Case("One window was missed.", "+++++++++++x", more=_OFFER),
    Case("The two latest windows were missed.", "++++++++++xx", more=_OFFER),
    Case("Three windows were missed, and support was not offered.", more={"support_offered": False}),
    Case("Three windows were missed, and nothing else is known.", public_body=None),
    Case("Nothing is known of the latest windows.", "????????????", more=_OFFER),
    Case("What came of two windows is not known.", "+++++++x?x?+", more=_OFFER),
    Case("Three windows were missed.", more=_OFFER),
    Case("Three windows were missed, and support was offered before.", more={"support_offered": dt.date(2026, 5, 20)}),
    Case("The same, for a provider with some public functions.", public_body="partly", more=_OFFER),
    Case("Three windows were missed, and there was no excuse.", more={**_OFFER, "reasonable_excuse": False}),
    Case("The location had no duty in twelve months.", "------------", more=_OFFER),
    Case("Information was false or misleading.", "++++++++++++", more={"false_or_misleading": True}),
    Case(
        "It was so to a material extent, and there was no excuse.",
        "++++++++++++",
        more={"false_or_misleading": "material", "reasonable_excuse": False},
    ),
    Case("A missed location has closed since.", "++++++++xxx-", more=_OFFER, until=dt.date(2026, 8, 31)),
    Case("A notice of intent was posted.", more={**_OFFER, "notices": [_INTENT]}, on=dt.date(2026, 9, 10)),
    Case("Its days for representations run.", more={**_OFFER, "notices": [_INTENT]}),
    Case("They are over.", more={**_OFFER, "notices": [_INTENT]}, on=dt.date(2026, 10, 5)),
    Case("A final notice was posted.", more={**_OFFER, "notices": [_INTENT, _FINAL]}, on=dt.date(2026, 11, 3)),
    Case("It was given.", more={**_OFFER, "notices": [_INTENT, _FINAL]}, on=dt.date(2026, 11, 9)),
    Case(
        "A withdrawal of the notice of intent was sent.",
        more={**_OFFER, "notices": [_INTENT, _WITHDRAWAL]},
    ),
    Case(
        "The notice of intent was withdrawn.",
        more={**_OFFER, "notices": [_INTENT, _WITHDRAWAL]},
        on=dt.date(2026, 9, 23),
    ),
)
"""In the order in which things get worse, then the notices in their order."""

BEFORE = Case("Nothing is known, and the regulations are not in force.", "????????????", on=dt.date(2022, 11, 30))
"""Shown among the tests alone."""


def tests() -> dict[str, list[EligibilityTest]]:
    """Return each test with one of its kind for every answer that the cases have, by what is said."""
    found: dict[str, dict[str, EligibilityTest]] = {}
    for case in (*CASES, BEFORE):
        for test in case.assessment().tests:
            found.setdefault(test.id, {}).setdefault(test.answer, test)
    given = {id: list(answers.values()) for id, answers in found.items()}
    return dict(sorted(given.items(), key=lambda pair: not pair[1][0].statutory))
