"""Who to ask, for what, and when."""

from asc_mandate.notice.provenance import Citation, Contact
from asc_mandate.notice.sources import NHSBSA, NOTICE

_SUPPORT = Citation(NOTICE, "“Support and guidance”")

CONTACTS = (
    Contact(
        name="NECS support centre",
        subject="accounts, completing or updating Capacity Tracker, its reports and analytics",
        telephone="0191 691 3729",
        open="Monday to Friday, 8am to 5pm",
        email="necsu.capacitytracker@nhs.net",
        citation=_SUPPORT,
    ),
    Contact(
        name="Department of Health and Social Care",
        subject="how to answer a question of Capacity Tracker",
        telephone=None,
        open=None,
        email="capacitytracker-guidance@dhsc.gov.uk",
        citation=_SUPPORT,
    ),
    Contact(
        name="NHSBSA enforcement",
        subject="notices of intent and penalties",
        telephone="0300 330 2088",
        open="Monday to Friday, 8:30am to 4:30pm",
        email="nhsbsa.adultsocialcareenforcement@nhs.net",
        citation=Citation(NHSBSA, "contact details"),
        remark="another NHSBSA page gives enforcement@nhsbsa.nhs.uk",
    ),
)
