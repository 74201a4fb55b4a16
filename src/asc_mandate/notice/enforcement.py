"""The figures of enforcement policy: how many missed windows may lead to a notice of intent."""

from asc_mandate.notice.provenance import Citation, Datum, Grade, Source

_TRIGGER = Citation(
    Source(
        "Adult social care enforcement, NHSBSA",
        "https://www.nhsbsa.nhs.uk/adult-social-care-enforcement",
        Grade.OFFICIAL,
    ),
    "missing the deadline in 3 consecutive months, or any 4 months out of 12",
)

MISSED_IN_A_ROW = Datum(3, _TRIGGER)
MISSED_IN_ALL = Datum(4, _TRIGGER)
MONTHS_LOOKED_BACK = Datum(12, _TRIGGER, readings=("twelve-months",))
