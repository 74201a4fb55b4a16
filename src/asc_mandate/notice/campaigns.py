"""The COVID-19 vaccination campaigns in England, with where each date was read."""

import datetime as dt

from asc_mandate.notice.campaign import Campaign
from asc_mandate.notice.provenance import Citation, Datum, Grade, Source
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
                "both starting days",
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
                "both starting days and the last day",
            ),
        ),
    ),
    Campaign(
        "autumn 2023",
        care_homes_start=dt.date(2023, 9, 11),
        starts=dt.date(2023, 9, 18),
        ends=dt.date(2024, 1, 31),
        citations=(
            _secondary(
                "NHS winter flu and COVID-19 vaccine programmes start early",
                "https://www.pmlive.com/pharma_news/nhs_winter_flu_and_covid-19_vaccine_programmes_start_early_1499501",
                "both starting days; for everyone but care homes, the day on which bookings opened",
            ),
            _secondary(
                "Free seasonal COVID-19 vaccination: the last date is 31 January 2024",
                "https://worcsalliance.org/news/free-seasonal-covid-19-vaccination-the-last-date-you-will-be-able-to-get-your-vaccine-is-31-january-2024/",
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
            _secondary(
                "C-19 vaccinations: preparing for a successful spring 2024 vaccination campaign",
                "https://cpe.org.uk/our-news/c-19-vacs-preparing-for-a-successful-spring-2024-vaccination-campaign/",
                "both starting days and the last day",
            ),
        ),
    ),
    Campaign(
        "autumn 2024",
        starts=dt.date(2024, 10, 3),
        ends=dt.date(2025, 1, 31),
        citations=(
            _secondary(
                "Flu and winter 2024-25, quoting the letter of NHS England",
                "https://careprovideralliance.org.uk/flu-and-winter-2024-25",
                "the first and the last day; most vaccinations by 20 December 2024",
            ),
        ),
    ),
    Campaign(
        "spring 2025",
        starts=dt.date(2025, 4, 1),
        ends=dt.date(2025, 6, 17),
        citations=(
            _official(
                "Spring COVID-19 vaccination programme",
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
            _secondary(
                "Flu and COVID season 2025 to 2026",
                "https://www.forumfamilypractice.co.uk/news/flu-and-covid-season-2025-to-2026",
                "the first and the last day; most vaccinations by 19 December 2025",
            ),
        ),
    ),
)

KNOWN_THROUGH = Datum(
    dt.date(2026, 3, 31),
    Citation(
        REASONING,
        "every campaign to the end of winter 2025 to 2026 was found; for spring 2026 only “mid April” was found, and "
        "for autumn 2026 nothing",
    ),
)
