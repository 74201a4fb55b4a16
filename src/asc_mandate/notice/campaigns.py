"""The COVID-19 vaccination campaigns in England, with where each day was read."""

import datetime as dt

from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.notice.shapes import AnnouncedCampaign, Campaign
from asc_mandate.notice.sources import REASONING


def _official(title: str, address: str, where: str) -> Citation:
    return Citation(Source(title, address, Grade.OFFICIAL), where)


def _secondary(title: str, address: str, where: str) -> Citation:
    return Citation(Source(title, address, Grade.SECONDARY), where)


CAMPAIGNS = (
    Campaign(
        "autumn 2022",
        care_homes_start=dt.date(2022, 9, 5),
        starts=dt.date(2022, 9, 12),
        ends=dt.date(2023, 2, 12),
        citations=(
            _official(
                "NHS COVID-19 vaccine bookings to open as autumn booster campaign kicks off (6 September 2022)",
                "https://www.wired-gov.net/wg/news.nsf/articles/nhs+covid19+vaccine+bookings+to+open+to+millions+of+people+as+autumn+booster+campaign+kicks+off+06092022131500?open",
                "both first days",
            ),
            _secondary(
                "Pharmacies asked to begin spring COVID booster campaign in April",
                "https://thepharmacist.co.uk/news/pharmacies-asked-to-begin-spring-covid-booster-campaign-in-april",
                "the last day",
            ),
        ),
    ),
    Campaign(
        "spring 2023",
        care_homes_start=dt.date(2023, 4, 3),
        starts=dt.date(2023, 4, 17),
        ends=dt.date(2023, 6, 30),
        citations=(
            _official(
                "Final four weeks to get spring booster (5 June 2023)",
                "https://www.wired-gov.net/wg/news.nsf/articles/final+four+weeks+to+get+spring+booster+with+more+than+half+protected+05062023141500?open",
                "both first days and the last day",
            ),
        ),
    ),
    Campaign(
        "autumn 2023",
        care_homes_start=dt.date(2023, 9, 11),
        starts=dt.date(2023, 9, 18),
        ends=dt.date(2024, 1, 31),
        citations=(
            _official(
                "NHS Greater Manchester, adult COVID-19 and flu vaccination programmes autumn and winter 2023 to 2024",
                "https://hub.gmintegratedcare.org.uk/asc/adult-covid-19-flu-vaccination-programmes-autumn-winter-2023-4/",
                "both first days; staff could book locally from the 11th",
            ),
            _official(
                "Walsall Council, winter vaccination programme gets underway",
                "https://go.walsall.gov.uk/newsroom/winter-vaccination-programme-gets-underway",
                "18 September",
            ),
            _official(
                "NHS North East London, autumn and winter 2023 to 2024 COVID-19 and flu campaign timing",
                "https://primarycare.northeastlondon.icb.nhs.uk/news/autumn-winter-23-24-covid-19-and-flu-campaign-timing",
                "the last day",
            ),
            _official(
                "NHS Suffolk and North East Essex, COVID programme to end after more than three million vaccinations",
                "https://suffolkandnortheastessex.icb.nhs.uk/news/covid-programme-to-end-after-more-than-three-million-vaccinations/",
                "the last day",
            ),
        ),
    ),
    Campaign(
        "spring 2024",
        care_homes_start=dt.date(2024, 4, 15),
        starts=dt.date(2024, 4, 22),
        ends=dt.date(2024, 6, 30),
        citations=(
            _official(
                "NHS booking system to open for spring COVID-19 vaccinations (12 April 2024)",
                "https://www.wired-gov.net/wg/news.nsf/articles/nhs+booking+system+to+open+for+spring+covid19+vaccinations+12042024111500?open",
                "the first day in care homes and the last day",
            ),
            _secondary(
                "Healthwatch Wokingham, spring 2024 COVID vaccination programme launches",
                "https://healthwatchwokingham.co.uk/post/spring-2024-covid-vaccination-programme-launches",
                "22 April, for everyone else",
            ),
        ),
    ),
    Campaign(
        "autumn 2024",
        starts=dt.date(2024, 10, 3),
        ends=dt.date(2025, 1, 31),
        citations=(
            _official(
                "NHS North Central London, flu vaccine",
                "https://gps.northcentrallondon.icb.nhs.uk/immunisations-and-vaccinations/flu-vaccine",
                "the first day, for “all COVID-19 cohorts”",
            ),
            _secondary(
                "Flu and winter 2024-25, quoting the letter of NHS England",
                "https://careprovideralliance.org.uk/flu-and-winter-2024-25",
                "the last day; most vaccinations by 20 December 2024",
            ),
            _secondary(
                "Community Pharmacy West Yorkshire, quoting the letter of NHS England",
                "https://www.cpwy.org/pharmacy-contracts-services/national-enhanced-services/covid-19-vaccination-service/",
                "the last day",
            ),
        ),
    ),
    Campaign(
        "spring 2025",
        starts=dt.date(2025, 4, 1),
        ends=dt.date(2025, 6, 17),
        citations=(
            _official(
                "NHS North East London, spring COVID-19 vaccination programme",
                "https://primarycare.northeastlondon.icb.nhs.uk/news/spring-covid-19-vaccination-programme",
                "the first and the last day",
            ),
        ),
    ),
    Campaign(
        "autumn 2025",
        starts=dt.date(2025, 10, 1),
        ends=dt.date(2026, 1, 31),
        citations=(
            _official(
                "NHS Hertfordshire and West Essex, stay well this winter",
                "https://www.hertsandwestessex.ics.nhs.uk/news/stay-well-this-winter-flu-vaccines-now-available-for-children-and-pregnant-women",
                "the first day",
            ),
            _official(
                "NHS South Yorkshire, COVID-19 and flu vaccines",
                "https://southyorkshire.icb.nhs.uk/your-health/covid-19-flu-vaccines",
                "the last day; most vaccinations by 19 December 2025",
            ),
        ),
    ),
    Campaign(
        "spring 2026",
        starts=dt.date(2026, 4, 13),
        ends=dt.date(2026, 6, 30),
        citations=(
            _official(
                "NHS England, 2026/27 COVID-19 and adult influenza vaccination service specification",
                "https://www.england.nhs.uk/long-read/2026-27-covid-adult-influenza-vaccination-service-specification-community-pharmacy",
                "“begin from 13 April 2026 and end on 30 June 2026”; care homes a priority, not earlier",
            ),
            _secondary(
                "Community Pharmacy England, seasonal vaccination services",
                "https://cpe.org.uk/national-pharmacy-services/advanced-services/seasonal-vaccination-services-covid-19-and-adult-flu",
                "the same days",
            ),
        ),
    ),
)

ANNOUNCED = (
    AnnouncedCampaign(
        "autumn 2026",
        Datum(
            "Offered to people of 75 and over, care home residents of 65 and over and immunosuppressed people, and to "
            "no staff; the days on which it runs were not found.",
            _secondary(
                "UKHSA's business rules v4.0 of 7 August 2026, as quoted in the analytics code of an NHS integrated "
                "care board",
                "https://github.com/ncl-icb-analytics/dbt-ncl-analytics",
                "macros/campaigns/covid_campaign_config.sql",
            ),
        ),
    ),
)
"""Campaigns that are known to come or to run, and whose days were not found."""

OFFICIALLY_KNOWN_THROUGH = Datum(dt.date(2026, 6, 30), CAMPAIGNS[-1].citations[0])
"""The last day through which official sources alone show every campaign: the end of the latest one."""
KNOWN_THROUGH = Datum(
    dt.date(2026, 8, 31),
    Citation(REASONING, "after 30 June 2026, because UKHSA's autumn 2026 period begins on 1 September 2026"),
)
"""The last day through which every campaign is known."""
