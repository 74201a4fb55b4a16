"""Records: what goes in and comes out as JSON, without loss.

Each function is one half of a pair. What ``…_to_record`` returns holds only what ``json.dumps`` writes, and
``…_from_record`` makes the same object of it again; only options that were a tuple or a set come back as a list.
Reading is strict: it changes no value into another kind of value, and refuses a key that has no place. Days are
written like ``"2025-08-14"``, moments with their offset, like ``"2025-08-14T23:30:00+01:00"``, and read as London's.
What a later release adds has a default, so that the records of earlier ones can still be read.
"""

from collections.abc import Mapping

from asc_mandate.calendar import Calendar
from asc_mandate.checklists import Checklist
from asc_mandate.dataset import DatasetVersion
from asc_mandate.errors import InvalidArgument
from asc_mandate.interchange.converter import from_record, to_record
from asc_mandate.interchange.values import Json
from asc_mandate.notice.model import Edition
from asc_mandate.penalties.assessment import PenaltyAssessment
from asc_mandate.penalties.ledger import Ledger
from asc_mandate.plain import is_a
from asc_mandate.returns import Return
from asc_mandate.validation.report import Report
from asc_mandate.words import type_name


def return_to_record(return_: Return) -> Json:
    """What a return is as a record, with the keys service, values, location_id, saved and not_carried.

    An absence is written ``{"hours": 12, "days": null}``, a ``Decimal`` ``{"decimal": "37.50"}``. Raises
    InvalidArgument for anything but a Return, and InvalidRecord where a value is nothing that JSON can hold; it names
    every such value. Source: none; the shape is this library's own.

    >>> import datetime as dt
    >>> from asc_mandate import Absence
    >>> record = return_to_record(Return("care_home", {"absence": Absence(hours=12)}, saved=dt.date(2025, 8, 14)))
    >>> record["values"], record["saved"]
    ({'absence': {'hours': 12, 'days': None}}, '2025-08-14')
    """
    return _written(return_, Return)


def return_from_record(record: Mapping[str, object]) -> Return:
    """Which return a record holds.

    ``service`` and ``values`` are needed; ``location_id``, ``saved`` and ``not_carried`` may be left out. Values are
    taken as they come, so that ``validate`` can say what is wrong with them: ``"3"``, ``2.7`` and ``true`` are never
    made counts. Raises InvalidRecord, with all problems and their paths, for a record of any other shape.

    >>> return_from_record({"service": "care_home", "values": {"beds_occupied": "38"}}).values["beds_occupied"]
    '38'
    >>> from asc_mandate import InvalidRecord
    >>> try:
    ...     return_from_record({"service": "hotel", "values": {}, "saved": "14/08/2025", "beds": 3})
    ... except InvalidRecord as refusal:
    ...     print(refusal)
    service is “hotel”; write one of “care_home” and “domiciliary_care”
    saved is “14/08/2025”; write a day like “2026-11-14”, or a moment with its offset like “2026-11-14T16:30:00+00:00”
    The record has a key that is “beds”, which has no place here
    """
    return from_record(Return, record)


def report_to_record(report: Report) -> Json:
    """What a report is as a record: the return, every finding with its message and clause, and all it was judged by.

    It is whole, so that it can be defended years later: some 35 KB, three quarters of it the checklist with the
    notice's wording. Raises as ``return_to_record`` does.

    >>> import datetime as dt
    >>> from asc_mandate import validate
    >>> record = report_to_record(validate(Return("domiciliary_care", {"service_users": -1}), on=dt.date(2025, 8, 12)))
    >>> record["outcome"], record["findings"][0]["code"], record["findings"][0]["severity"]
    ('open', 'negative', 'breach')
    >>> print(record["findings"][0]["message"][-34:])
    ” is -1. It cannot be less than 0.
    """
    return _written(report, Report)


def report_from_record(record: Mapping[str, object]) -> Report:
    """Which report a record holds.

    Raises InvalidRecord, with all problems and their paths, for a record that is not whole. Nothing is judged
    again; messages are made anew, of the sentence and the context.

    >>> import datetime as dt
    >>> from asc_mandate import validate
    >>> report = validate(Return("domiciliary_care", {}), on=dt.date(2025, 8, 12))
    >>> report_from_record(report_to_record(report)) == report
    True
    """
    return from_record(Report, record)


def checklist_to_record(checklist: Checklist) -> Json:
    """What a checklist is as a record: every question with its wording, kind, status, reason and clause.

    The edition is written as its id. Raises InvalidArgument for anything but a Checklist.

    >>> import datetime as dt
    >>> from asc_mandate import checklist
    >>> first = checklist_to_record(checklist("care_home", dt.date(2025, 8, 12)))["requirements"][0]
    >>> first["field"]["id"], first["field"]["kind"], first["status"]
    ('beds_maximum_capacity', 'count', 'required')
    """
    return _written(checklist, Checklist)


def checklist_from_record(record: Mapping[str, object]) -> Checklist:
    """Which checklist a record holds.

    Raises InvalidRecord, with all problems and their paths, for a record that is not whole. The edition must
    be one that this release holds.

    >>> import datetime as dt
    >>> from asc_mandate import checklist
    >>> july = checklist("care_home", dt.date(2025, 7, 8))
    >>> checklist_from_record(checklist_to_record(july)) == july
    True
    """
    return from_record(Checklist, record)


def edition_to_record(edition: Edition) -> Json:
    """What an edition of the notice is as a record: its clauses, and both its lists.

    Raises InvalidArgument for anything but an Edition.

    >>> from asc_mandate import edition
    >>> edition_to_record(edition("2024-04-26"))["care_home"][0]["name"]
    'Beds'
    """
    return _written(edition, Edition)


def edition_from_record(record: Mapping[str, object]) -> Edition:
    """Which edition a record holds.

    Raises InvalidRecord, with all problems and their paths, for a record that is not whole.

    >>> from asc_mandate import edition
    >>> edition_from_record(edition_to_record(edition("2023-07-15"))).id
    '2023-07-15'
    """
    return from_record(Edition, record)


def ledger_to_record(ledger: Ledger) -> Json:
    """What a ledger is as a record: month to outcome.

    Raises InvalidArgument for anything but a Ledger.

    >>> ledger_to_record(Ledger({(2026, 8): "met", (2026, 9): "not_met"}))
    {'outcomes': {'2026-08': 'met', '2026-09': 'not_met'}}
    """
    return _written(ledger, Ledger)


def ledger_from_record(record: Mapping[str, object]) -> Ledger:
    """Which ledger a record holds.

    Raises InvalidRecord, with all problems and their paths, for a record that is not whole.

    >>> ledger_from_record({"outcomes": {"2026-08": "met"}}).outcome(2026, 8).value
    'met'
    """
    return from_record(Ledger, record)


def assessment_to_record(assessment: PenaltyAssessment) -> Json:
    """What an assessment is as a record: the conclusion, the tests with their answers and clauses, and what is due.

    What was not found is written ``{"not_found": "what is known of it all the same"}``. Raises InvalidArgument for
    anything but a PenaltyAssessment.

    >>> import datetime as dt
    >>> from asc_mandate import Provider, assess_penalty
    >>> assessment = assess_penalty(Ledger({(2026, 8): "met"}), Provider(public_body=True), dt.date(2026, 9, 1))
    >>> record = assessment_to_record(assessment)
    >>> record["conclusion"], record["amount"]
    ('not_eligible', {'not_found': 'no locations were given'})
    """
    return _written(assessment, PenaltyAssessment)


def assessment_from_record(record: Mapping[str, object]) -> PenaltyAssessment:
    """Which assessment a record holds.

    Raises InvalidRecord, with all problems and their paths, for a record that is not whole. Nothing is assessed
    again.

    >>> import datetime as dt
    >>> from asc_mandate import Provider, assess_penalty
    >>> assessment = assess_penalty(Ledger({}), Provider(), dt.date(2026, 9, 1))
    >>> assessment_from_record(assessment_to_record(assessment)) == assessment
    True
    """
    return from_record(PenaltyAssessment, record)


def dataset_version_to_record(version: DatasetVersion) -> Json:
    """What a dataset version is as a record: five values to store beside a result.

    Raises InvalidArgument for anything but a DatasetVersion.

    >>> import datetime as dt
    >>> from asc_mandate import dataset_version
    >>> dataset_version_to_record(dataset_version(dt.date(2026, 7, 8)))["edition"]
    '2024-04-26'
    """
    return _written(version, DatasetVersion)


def dataset_version_from_record(record: Mapping[str, object]) -> DatasetVersion:
    """Which dataset version a record holds.

    Raises InvalidRecord, with all problems and their paths, for a record that is not whole.

    >>> from asc_mandate import dataset_version
    >>> dataset_version_from_record(dataset_version_to_record(dataset_version())) == dataset_version()
    True
    """
    return from_record(DatasetVersion, record)


def calendar_to_record(calendar: Calendar) -> Json:
    """What a calendar is as a record: the campaigns, the amended public holidays, and how far both are known.

    Raises InvalidArgument for anything but a Calendar.

    >>> from asc_mandate import ENGLAND
    >>> calendar_to_record(ENGLAND)["campaigns_known_through"]
    '2026-03-31'
    """
    return _written(calendar, Calendar)


def calendar_from_record(record: Mapping[str, object]) -> Calendar:
    """Which calendar a record holds.

    Raises InvalidRecord, with all problems and their paths, for a record that is not whole.

    >>> from asc_mandate import ENGLAND
    >>> calendar_from_record(calendar_to_record(ENGLAND)) == ENGLAND
    True
    """
    return from_record(Calendar, record)


def _written(given: object, kind: type[object]) -> Json:
    if not is_a(given, kind):
        raise InvalidArgument(f"This is {type_name(given)}; pass an asc_mandate.{kind.__name__}.")
    return to_record(given)
