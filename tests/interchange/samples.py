"""A row of each kind and an entry of the API, all made up; each would be met in August 2025 but for what it lacks."""

HOME = {
    "cqcid": "1-1000210669", "maxcapacity": "42", "usedbeds": "38", "declaredvacancies": "3", "nursesemployed": "9",
    "careworkersemployed": "41", "noncareworkersemployed": "17", "agencynursesemployed": "2",
    "agencycareworkersemployed": "5", "agencynoncareworkersemployed": "0", "nursesabsentcovid": "0",
    "careworkersabsentcovid": "1", "noncareworkersabsentcovid": "0", "nursesabsentgeneral": "1",
    "careworkersabsentgeneral": "3", "noncareworkersabsentgeneral": "0", "hourspaid": "8,610.5",
    "hoursovertime": "214", "hoursagency": "396", "hoursabsence": "187.5", "daysabsence": "0",
    "lastupdatedutc": "45881.5", "lastupdatedbst": "45881.541666667",
}  # fmt: skip
AGENCY = {
    "cqcid": "1-1000210670", "serviceusercount": "63", "cqccareworkersemployed": "28", "cqccareworkersabsent": "0",
    "hourspaiddomcare": "2900", "hoursovertimedomcare": "120", "hoursagencydomcare": "0", "hoursabsencedomcare": "0",
    "daysabsencedomcare": "6", "usersnhsla": "0", "usersselffunded": "1", "cqcsurveylastupdatedutc": "45880.625",
    "cqcsurveylastupdatedbst": "45880.666667",
}  # fmt: skip
ENTRY = {
    "cqcId": "1-1000210669",
    "isCareHome": True,
    "vacanciesLastUpdated": "2025-08-12T09:30:00Z",
    "vacancies": [
        {"bedType": "nursing", "total": 30, "used": 28, "reserved": 0, "spare": 2},
        {"bedType": "residential", "total": 12, "used": 10, "reserved": 1, "spare": 1},
    ],
    "workforce": {
        "nursesEmployed": 9, "careWorkersEmployed": 41, "nonCareWorkersEmployed": 17, "agencyNursesEmployed": 2,
        "agencyCareWorkersEmployed": 5, "agencyNonCareWorkersEmployed": 0, "nursesAbsentCovid": 0,
        "careWorkersAbsentCovid": 1, "nonCareWorkersAbsentCovid": 0, "nursesAbsent": 1, "careWorkersAbsent": 3,
        "nonCareWorkersAbsent": 0, "hoursPaid": 8610.5, "hoursOvertime": 214, "hoursAgency": 396,
        "hoursAbsence": 187.5, "daysAbsence": 0,
    },
    "ascSupport": {"isVisitorsInsideCareHome": True, "isVisitsOffCareHomePremises": False},
}  # fmt: skip
