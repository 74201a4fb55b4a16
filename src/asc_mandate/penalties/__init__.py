"""What can follow from missed windows: where a provider stands, and what a penalty would be."""

from asc_mandate.penalties.amount import Fee, Location, LocationFee, penalty_amount
from asc_mandate.penalties.assessment import PenaltyAssessment, Provider, assess_penalty
from asc_mandate.penalties.eligibility import Conclusion, EligibilityTest
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.penalties.notices import Deadline, Method, NoticeKind, PenaltyNotice, Stage
from asc_mandate.penalties.trigger import EligibilityAnswer, Trigger

__all__ = [
    "Conclusion", "Deadline", "EligibilityAnswer", "EligibilityTest", "Fee", "Ledger", "Location", "LocationFee",
    "Method", "NoticeKind", "PenaltyAssessment", "PenaltyNotice", "Provider", "Stage", "Trigger", "assess_penalty",
    "penalty_amount",
]  # fmt: skip
