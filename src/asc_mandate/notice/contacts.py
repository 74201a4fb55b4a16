"""Who to ask, for what, and when."""

from attrs import frozen

from asc_mandate.notice.edition_2024_04_26 import NOTICE
from asc_mandate.notice.provenance import Citation
from asc_mandate.notice.sources import NHSBSA


@frozen
class Contact:
    """Somebody to ask.

    Attributes:
        name: Who they are.
        subject: What to ask them about.
        telephone: Their number, if there is one.
        open: When they answer it, in UK local time; None without a number.
        email: Their address.
        citation: Where all this was read.
        remark: What to know before using it; empty where there is nothing.
    """

    name: str
    subject: str
    telephone: str | None
    open: str | None
    email: str
    citation: Citation
    remark: str = ""


CONTACTS = (
    Contact(
        name="NECS support centre",
        subject="accounts, completing or updating Capacity Tracker, its reports and analytics",
        telephone="0191 691 3729",
        open="Monday to Friday, 8am to 5pm",
        email="necsu.capacitytracker@nhs.net",
        citation=Citation(NOTICE, "“Support and guidance”"),
    ),
    Contact(
        name="Department of Health and Social Care",
        subject="how to answer a question of Capacity Tracker",
        telephone=None,
        open=None,
        email="capacitytracker-guidance@dhsc.gov.uk",
        citation=Citation(NOTICE, "“Support and guidance”"),
    ),
    Contact(
        name="NHSBSA enforcement",
        subject="notices of intent and penalties",
        telephone="0300 330 2088",
        open="Monday to Friday, 8:30am to 4:30pm",
        email="nhsbsa.adultsocialcareenforcement@nhs.net",
        citation=Citation(NHSBSA, "contact details"),
        remark="another NHSBSA page gives a different email address",
    ),
)
