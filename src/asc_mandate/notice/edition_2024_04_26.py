"""The edition of 26 April 2024, verbatim and in the notice's order.

Item wording and clauses are quoted from the notice: Crown copyright, Open Government Licence v3.0.
"""

import datetime as dt

from asc_mandate.notice.drafting import NOTICE as PUBLICATION
from asc_mandate.notice.drafting import absence, count, hours, list_of, options, yes_no
from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.notice.shapes import Clause, DuringCampaign, Edition, Footnote, Season, WindowDays

NOTICE = Source(f"{PUBLICATION.title}, updated 26 April 2024", PUBLICATION.address, Grade.OFFICIAL)

_OPENING = "opening paragraphs"
_LIST = "“Information required under section 277A from 15 July 2023”"


def _clause(id: str, where: str, wording: str, *readings: str) -> Clause:
    return Clause(id, wording, Citation(NOTICE, where), readings)


CLAUSES = (
    _clause("duty", f"{_OPENING}, “From 31 July 2022”",
        "From 31 July 2022 and until further notice, the Capacity Tracker (CT) must be completed each month, with the "
        "information listed below."),
    _clause("saving", f"{_OPENING}, “Information is to be provided via the CT platform”",
        "Information is to be provided via the CT platform. You must do this by either updating each required field "
        "individually, or by using the bulk update functionality. If there are no changes to be made, you must save "
        "the page so that it is marked in the system as having been updated (which can be done using option in email "
        "reminder)."),
    _clause("reporting-window", f"{_OPENING}, “designated 7-day reporting window”",
        "Information must be updated within a designated 7-day reporting window. This window will open at the start of "
        "the 8th day of each month and run until the end of the 14th day of each month, or the next working day where "
        "the 14th day falls on a weekend or public holiday.", "public-holiday"),
    _clause("care-home-list", f"{_LIST}, “For care home provider locations”",
        "For care home provider locations, the mandatory information is:"),
    _clause("domiciliary-care-list", f"{_LIST}, “For domiciliary care settings”",
        "For domiciliary care settings, the mandatory information is:", "extra-care-and-supported-living"),
    _clause("seasonal-booster", "“COVID-19 vaccination question definitions”",
        "A seasonal booster is defined as any booster delivered as part of an ongoing campaign. If there is not an "
        "ongoing campaign running, there will be no data item for seasonal boosters.", "no-ongoing-campaign"),
    _clause("notice-period", "“Future changes to the data set”",
        "As DHSC’s data needs evolve, we aim to give at least 3 months’ notice before making the new data need a legal "
        "requirement, as far as possible."),
    _clause("failure", "“Failure to comply”",
        "Failure to provide the information in accordance with the requirements will amount to a breach of the duty "
        "under section 277A to provide the information."),
    _clause("support", "“Failure to comply”, “you will be offered support and advice”",
        "You will be contacted if you have not provided or updated the information required above on the CT by the "
        "deadline and, as having the most up-to-date data is most important, you will be offered support and advice on "
        "completing the next return."),
    _clause("contact", "“Failure to comply”, “Contact will normally be established”",
        "Contact will normally be established via a combination of emails, telephone calls by North of England Care "
        "System Support (NECS) and/or our delivery partner NHSBSA, to your named contact for CT and/or your registered "
        "manager and nominated individuals from the CQC Registry."),
)  # fmt: skip

OTHER_DATA = tuple(
    Datum(wording, Citation(NOTICE, "“Other data items in CT”"))
    for wording in (
        "confirmed and suspected COVID-19 cases in staff and residents",
        "vaccination updates",
        "daily bed vacancy updates",
        "workforce data",
    )
)

ANY_PERIOD = Footnote(
    1,
    "Time period optional to suit working practice, such as, could cover last complete pay period using payroll data "
    "in recognition that pay periods will differ between or even within providers (some staff will be paid weekly and "
    "others fortnightly or monthly) and no one pay period option will be meaningful to all.",
    Citation(NOTICE, "footnote 1"),
)
AGREED_PACKAGES = Footnote(
    2,
    "These questions refer to previously agreed packages that have been returned or ended after service provision "
    "started.",
    Citation(NOTICE, "footnote 2"),
)

CAMPAIGN = DuringCampaign(
    "COVID-19 vaccination",
    "during a campaign and up to the mandation week following the end of a campaign",
    Citation(NOTICE, f"{_LIST}, “COVID-19 vaccination”"),
    readings=(
        "campaign-starts-in-window", "campaign-ends-in-window", "between-campaign-and-window", "no-ongoing-campaign",
        "campaign-start-by-setting",
    ),
)  # fmt: skip
_FLU = Citation(NOTICE, f"{_LIST}, “flu vaccination”")
FLU_SEASON = Season("Flu vaccination", "seasonal: 1 September to 31 March", first=(9, 1), last=(3, 31), citation=_FLU)

HOURS_AND_ABSENCE = (
    hours("hours_paid",
        "how many hours you have paid direct employees to work in the last month or 4 weeks, including any overtime",
        ANY_PERIOD),
    hours("hours_overtime", "how many hours of overtime you have paid for in the last month or 4 weeks", ANY_PERIOD),
    hours("hours_agency",
        "how many hours of agency staff time you have paid for in the last month or 4 weeks", ANY_PERIOD),
    absence("absence", "how many days or hours of absence you have recorded in the last month or 4 weeks", ANY_PERIOD),
)  # fmt: skip
"""In both lists, in the same words."""

_care_home = list_of(NOTICE, "For care home provider locations")
_domiciliary_care = list_of(NOTICE, "For domiciliary care settings")

CARE_HOME = (
    _care_home("beds", "Beds", "care home bed vacancies",
        count("beds_maximum_capacity", "maximum capacity"),
        count("beds_occupied", "occupied or used"),
        count("beds_vacant_reserved", "(vacant) reserved"),
        count("beds_vacant_accepting_admissions", "(vacant) accepting admissions"),
    ),
    _care_home("workforce", "Workforce", "workforce resourcing including absences",
        count("nurses_employed", "total headcount of directly employed registered nurses"),
        count("care_workers_employed", "total headcount of directly employed care providing staff"),
        count("non_care_workers_employed", "total headcount of directly employed non-care providing staff"),
        count("agency_nurses_employed", "total headcount of agency or bank registered nurses"),
        count("agency_care_workers_employed", "total headcount of agency or bank care providing staff"),
        count("agency_non_care_workers_employed", "total headcount of agency or bank non-care providing staff"),
        count("nurses_absent_covid", "number of directly employed registered nurses absent, COVID-19 related"),
        count("care_workers_absent_covid", "number of directly employed care providing staff absent, COVID-19 related"),
        count("non_care_workers_absent_covid",
            "number of directly employed non-care providing staff absent, COVID-19 related"),
        count("nurses_absent_other", "number of directly employed registered nurses absent, not COVID-19 related"),
        count("care_workers_absent_other",
            "number of directly employed care providing staff absent, not COVID-19 related"),
        count("non_care_workers_absent_other",
            "number of directly employed non-care providing staff absent, not COVID-19 related"),
        *HOURS_AND_ABSENCE,
    ),
    _care_home("covid_vaccination", "COVID-19 vaccination", "COVID-19 vaccination",
        count("employed_staff_seasonal_booster",
            "number of directly employed staff known to have received a seasonal booster"),
        count("agency_staff_seasonal_booster",
            "number of agency or bank staff known to have received a seasonal booster"),
        count("residents_seasonal_booster", "number of residents known to have received a seasonal booster"),
        condition=CAMPAIGN),
    _care_home("flu_vaccination", "Flu vaccination", "flu vaccination",
        count("employed_staff_flu_vaccination",
            "number of directly employed staff known to have received this season’s flu vaccination"),
        count("agency_staff_flu_vaccination",
            "number of agency or bank staff known to have received this season’s flu vaccination"),
        count("residents_flu_vaccination", "number of residents known to have received this season’s flu vaccination"),
        condition=FLU_SEASON),
    _care_home("visiting", "Visiting", "visiting",
        yes_no("residents_able_to_visit",
            "if residents have been able to take part in visits in and/or out of the care home"),
        options("visiting_options", "the visiting options currently being supported"),
    ),
)  # fmt: skip
DOMICILIARY_CARE = (
    _domiciliary_care("service_users", "Service users", None,
        count("service_users", "how many service users are currently registered and receiving care from your agency"),
    ),
    _domiciliary_care("workforce", "Workforce", None,
        count("staff_face_to_face",
            "number of staff in the organisation that have face-to-face contact with the people being supported"),
        count("staff_absent_covid", "number of staff delivering care that are not working because of COVID-19"),
        *HOURS_AND_ABSENCE,
        first_bullet=2),
    _domiciliary_care("covid_vaccination", "COVID-19 vaccination", "COVID-19 vaccination",
        count("staff_seasonal_booster", "number of staff known to have received a seasonal booster"),
        condition=CAMPAIGN),
    _domiciliary_care("flu_vaccination", "Flu vaccination", "flu vaccination",
        count("staff_flu_vaccination", "number of staff known to have received this season’s flu vaccination"),
        condition=FLU_SEASON),
    _domiciliary_care("packages_of_care", "Packages of care", "packages of care",
        count("nhs_la_packages_returned",
            "in the last 28 days, how many current NHS and local authority funded service users’ care packages you "
            "have had to return",
            AGREED_PACKAGES),
        count("self_funded_packages_ended",
            "in the last 28 days, how many current self-funded service users’ care packages you have had to end",
            AGREED_PACKAGES),
    ),
)  # fmt: skip

EDITION = Edition(
    id="2024-04-26",
    applies_from=dt.date(2024, 4, 26),
    source=NOTICE,
    reconstruction=None,
    window=WindowDays(8, 14, Citation(NOTICE, f"{_OPENING}, “designated 7-day reporting window”"), ("public-holiday",)),
    clauses=CLAUSES,
    other_data=OTHER_DATA,
    care_home=CARE_HOME,
    domiciliary_care=DOMICILIARY_CARE,
)
