"""The dates that the notice leaves to others: vaccination campaigns in England, and how far its holidays are known."""

from datetime import date

from asc_mandate.notice.drafting import REASONING, official, secondary
from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
from asc_mandate.notice.shapes import AnnouncedCampaign, Campaign

CAMPAIGNS = (
    Campaign("autumn 2022", date(2022, 9, 12), date(2023, 2, 12), care_homes_start=date(2022, 9, 5), citations=(
        official("NHS COVID-19 vaccine bookings to open as autumn booster campaign kicks off (6 September 2022)",
            "both first days",
            "https://www.wired-gov.net/wg/news.nsf/articles/nhs+covid19+vaccine+bookings+to+open+to+millions+of+people+as+autumn+booster+campaign+kicks+off+06092022131500?open"),
        secondary("Pharmacies asked to begin spring COVID booster campaign in April", "the last day",
            "https://thepharmacist.co.uk/news/pharmacies-asked-to-begin-spring-covid-booster-campaign-in-april"),
    )),
    Campaign("spring 2023", date(2023, 4, 17), date(2023, 6, 30), care_homes_start=date(2023, 4, 3), citations=(
        official("Final four weeks to get spring booster (5 June 2023)", "both first days and the last day",
            "https://www.wired-gov.net/wg/news.nsf/articles/final+four+weeks+to+get+spring+booster+with+more+than+half+protected+05062023141500?open"),
    )),
    Campaign("autumn 2023", date(2023, 9, 18), date(2024, 1, 31), care_homes_start=date(2023, 9, 11), citations=(
        official(
            "NHS Greater Manchester, adult COVID-19 and flu vaccination programmes autumn and winter 2023 to 2024",
            "both first days; staff could book locally from the 11th",
            "https://hub.gmintegratedcare.org.uk/asc/adult-covid-19-flu-vaccination-programmes-autumn-winter-2023-4/"),
        official("Walsall Council, winter vaccination programme gets underway", "18 September",
            "https://go.walsall.gov.uk/newsroom/winter-vaccination-programme-gets-underway"),
        official("NHS North East London, autumn and winter 2023 to 2024 COVID-19 and flu campaign timing",
            "the last day",
            "https://primarycare.northeastlondon.icb.nhs.uk/news/autumn-winter-23-24-covid-19-and-flu-campaign-timing"),
        official("NHS Suffolk and North East Essex, COVID programme to end after more than three million vaccinations",
            "the last day",
            "https://suffolkandnortheastessex.icb.nhs.uk/news/covid-programme-to-end-after-more-than-three-million-vaccinations/"),
    )),
    Campaign("spring 2024", date(2024, 4, 22), date(2024, 6, 30), care_homes_start=date(2024, 4, 15), citations=(
        official("NHS booking system to open for spring COVID-19 vaccinations (12 April 2024)",
            "the first day in care homes and the last day",
            "https://www.wired-gov.net/wg/news.nsf/articles/nhs+booking+system+to+open+for+spring+covid19+vaccinations+12042024111500?open"),
        secondary("Healthwatch Wokingham, spring 2024 COVID vaccination programme launches",
            "22 April, for everyone else",
            "https://healthwatchwokingham.co.uk/post/spring-2024-covid-vaccination-programme-launches"),
    )),
    Campaign("autumn 2024", date(2024, 10, 3), date(2025, 1, 31), citations=(
        official("NHS North Central London, flu vaccine", "the first day, for “all COVID-19 cohorts”",
            "https://gps.northcentrallondon.icb.nhs.uk/immunisations-and-vaccinations/flu-vaccine"),
        secondary("Flu and winter 2024-25, quoting the letter of NHS England",
            "the last day; most vaccinations by 20 December 2024",
            "https://careprovideralliance.org.uk/flu-and-winter-2024-25"),
        secondary("Community Pharmacy West Yorkshire, quoting the letter of NHS England", "the last day",
            "https://www.cpwy.org/pharmacy-contracts-services/national-enhanced-services/covid-19-vaccination-service/"),
    )),
    Campaign("spring 2025", date(2025, 4, 1), date(2025, 6, 17), citations=(
        official("NHS North East London, spring COVID-19 vaccination programme", "the first and the last day",
            "https://primarycare.northeastlondon.icb.nhs.uk/news/spring-covid-19-vaccination-programme"),
    )),
    Campaign("autumn 2025", date(2025, 10, 1), date(2026, 1, 31), citations=(
        official("NHS Hertfordshire and West Essex, stay well this winter", "the first day",
            "https://www.hertsandwestessex.ics.nhs.uk/news/stay-well-this-winter-flu-vaccines-now-available-for-children-and-pregnant-women"),
        official("NHS South Yorkshire, COVID-19 and flu vaccines",
            "the last day; most vaccinations by 19 December 2025",
            "https://southyorkshire.icb.nhs.uk/your-health/covid-19-flu-vaccines"),
    )),
    Campaign("spring 2026", date(2026, 4, 13), date(2026, 6, 30), citations=(
        official("NHS England, 2026/27 COVID-19 and adult influenza vaccination service specification",
            "“begin from 13 April 2026 and end on 30 June 2026”; care homes a priority, not earlier",
            "https://www.england.nhs.uk/long-read/2026-27-covid-adult-influenza-vaccination-service-specification-community-pharmacy"),
        secondary("Community Pharmacy England, seasonal vaccination services", "the same days",
            "https://cpe.org.uk/national-pharmacy-services/advanced-services/seasonal-vaccination-services-covid-19-and-adult-flu"),
    )),
)  # fmt: skip
"""Name, first day and last day; where care homes start on a day of their own, that too."""

ANNOUNCED = (
    AnnouncedCampaign("autumn 2026", Datum(
        "Offered to people of 75 and over, care home residents of 65 and over and immunosuppressed people, and to no "
        "staff; the days on which it runs were not found.",
        secondary(
            "UKHSA's business rules v4.0 of 7 August 2026, as quoted in the analytics code of an NHS integrated care "
            "board",
            "macros/campaigns/covid_campaign_config.sql",
            "https://github.com/ncl-icb-analytics/dbt-ncl-analytics"),
    )),
)  # fmt: skip
"""Campaigns that are known to come or to run, and whose days were not found."""

OFFICIALLY_KNOWN_THROUGH = Datum(date(2026, 6, 30), CAMPAIGNS[-1].citations[0])
"""The last day through which official sources alone show every campaign: the end of the latest one."""
KNOWN_THROUGH = Datum(
    date(2026, 8, 31),
    Citation(REASONING, "after 30 June 2026, because UKHSA's autumn 2026 period begins on 1 September 2026"),
)
"""The last day through which every campaign is known."""

# The holidays themselves come from the `holidays` package.
_LIST = Source("Bank holidays in England and Wales, as published on GOV.UK", None, Grade.OFFICIAL)
HOLIDAYS_CONFIRMED_THROUGH = Datum(
    date(2028, 12, 31), Citation(_LIST, "the last year of the list, seen in August 2026")
)
"""The last day through which public holidays are announced; later ones are projected."""
HOLIDAYS_FIRST_YEAR = Datum(2019, Citation(_LIST, "the first year of the list against which the days were checked"))
HOLIDAYS_LAST_YEAR = Datum(
    2100, Citation(REASONING, "the `holidays` package projects no further, and would know of no holiday")
)
HOLIDAYS_BY_COMMON_LAW = Datum(
    ("Good Friday", "Christmas Day"), Citation(REASONING, "public holidays that are no bank holidays by themselves")
)
