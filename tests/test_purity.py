"""No public call touches anything but its arguments: no files, no network, no clock, no environment, no state.

What a call does is watched in a process of its own, by every audit event and every call of a built-in function that
asks something of the world. ``tests/purity`` holds the calls, and a call is needed for every public name.
"""

import ast
import base64
import datetime as dt
import json
import os
import pickle
import re
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.metadata import version
from pathlib import Path

import pytest

import asc_mandate as am
from asc_mandate.dataset import shipped
from tests.purity import answers
from tests.purity.calls import calls, public_names
from tests.purity.pictures import as_text, picture
from tests.purity.temptations import TEMPTATIONS
from tests.purity.watch import caches, forget

ROOT = Path(__file__).parent.parent
PACKAGE = Path(am.__file__).parent
THREADS = 16
# What the holidays package does the first time that a process asks about a year: it looks whether the file with the
# names is there, which it has read by then.
OF_HOLIDAYS = {"holidays: posix.stat", "holidays: nt.stat", "holidays: posix._path_splitroot_ex"}
# Before release 0.104 it also asked the environment for a language, though it is told which to use.
if tuple(map(int, version("holidays").split(".")[:2])) < (0, 104):
    OF_HOLIDAYS.add("holidays: os.…")


def ran(*arguments, environment=None, at=ROOT):
    """What another process prints, as JSON."""
    program = subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        check=True,
        cwd=at,
        env={**os.environ, "PYTHONPATH": str(ROOT), **(environment or {})},
    )
    return json.loads(program.stdout)


@cache
def watched():
    return ran("-m", "tests.purity.watch")


@cache
def tempted():
    return ran("-m", "tests.purity.watch", "temptations")


@cache
def digests():
    return answers.digests()


def test_every_public_name_is_called():
    assert {call.name for call in calls()} == set(public_names())
    assert {"validate", "Calendar.with_campaigns", "Report.breaches", "interchange.report_to_record"} < set(
        public_names()
    )


def test_a_call_that_was_made_before_touches_nothing():
    assert watched()["calls"] == len(calls()) > 1000
    assert watched()["warm"] == {}


def test_a_call_of_which_nothing_is_remembered_touches_nothing_but_compiles_a_look():
    assert set(watched()["cold"]) - OF_HOLIDAYS == {"compile", "exec"}
    assert set(watched()["cold"]["compile"]) == {"validate", "validate_all"}


def test_what_is_compiled_names_only_fields_of_the_notice():
    fields = {
        field.id for edition in shipped().editions for service in am.ServiceType for field in edition.fields(service)
    }
    words = {"Absence", "Decimal", "Exception", "all", "answers", "bool", "candidates", "fields", "float", "found"}
    words |= {"get", "id", "inf", "int", "is_spotless", "key", "left_out", "len", "list", "most", "nan", "one"}
    words |= {"rules", "str", "sum", "tuple", "type", "unusual", "values"}
    assert watched()["compiled"]
    for source in watched()["compiled"]:
        nodes = list(ast.walk(ast.parse(source)))
        assert not [node for node in nodes if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr)]
        assert {node.value for node in nodes if isinstance(node, ast.Constant) and type(node.value) is str} <= fields
        names = {node.id for node in nodes if isinstance(node, ast.Name)}
        assert {name for name in names if not re.fullmatch(r"v\d*", name)} <= words
        attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
        assert attributes <= {"add", "append", "days", "get", "hours", "is_finite", "strip"}


@pytest.mark.parametrize("function", TEMPTATIONS, ids=lambda function: function.__name__)
def test_the_watch_notices(function):
    assert tempted()[function.__name__]


def test_the_watch_notices_nothing_where_there_is_nothing():
    assert tempted()["no_temptation"] == []


# What the watch cannot see is a built-in function that another built-in function calls, so the clock and its like are
# kept out of the source altogether.
MODULES = {
    "bisect", "calendar", "collections", "datetime", "decimal", "difflib", "enum", "fractions", "functools", "hashlib",
    "importlib", "itertools", "json", "math", "numbers", "re", "string", "textwrap", "types", "typing", "zoneinfo",
}  # fmt: skip
LIBRARIES = {"attrs", "cattrs", "holidays", "hypothesis"}
BUILT_IN = {"__import__", "breakpoint", "compile", "eval", "input", "open", "print"}
NEVER = {
    "environ", "fromtimestamp", "getcontext", "getenv", "localcontext", "now", "setcontext", "today",
    "utcfromtimestamp", "utcnow",
}  # fmt: skip


@pytest.mark.parametrize(
    "path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix().removesuffix(".py")
)
def test_the_source_has_no_name_for_the_clock_the_environment_or_a_file(path):
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    imported = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module for node in nodes if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= MODULES | LIBRARIES | {"asc_mandate"}
    names = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    assert not names & BUILT_IN
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    attributes |= {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert not attributes & NEVER
    assert not [node for node in nodes if isinstance(node, ast.Global)]
    assert "exec" not in names or path.name == "spotless.py"
    assert "import_module" not in attributes or path == PACKAGE / "__init__.py"


def test_no_call_changes_what_it_is_given():
    for call in calls():
        before = picture([call.arguments, dict(call.options)])
        call.answer()
        assert picture([call.arguments, dict(call.options)]) == before, call


def test_caches_are_bounded():
    # Opens every room.
    assert list(public_names())
    sizes = {name: kept.cache_info().maxsize for name, kept in caches().items()}
    assert "asc_mandate.windows.window_of" in sizes
    assert None not in sizes.values(), sizes


# The same answer, whoever asks


@cache
def some_calls():
    """A call for each kind of answer of each public name."""
    return {(call.name, type(call.answer())): call for call in calls()}.values()


@pytest.fixture
def many_threads():
    """Threads that take turns as often as they can."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    with ThreadPoolExecutor(THREADS) as threads:
        yield threads
    sys.setswitchinterval(interval)


@pytest.mark.parametrize("how", ["cold", "warm"])
def test_threads_that_ask_at_once_are_answered_alike(how, many_threads):
    start = threading.Barrier(THREADS)

    def answered(call):
        start.wait()
        return call.answer()

    for call in some_calls():
        expected = as_text(call.answer())
        if how == "cold":
            forget()
        # Answers that are one object are looked at once.
        told = {id(answer): answer for answer in many_threads.map(answered, [call] * THREADS)}
        assert {as_text(answer) for answer in told.values()} == {expected}, call.name


FIRST_USE = """
import json, sys, threading
sys.setswitchinterval(1e-6)
start, printed = threading.Barrier(16), []
def ask(number):
    start.wait()
    import datetime as dt
    import asc_mandate as am
    from asc_mandate import interchange
    if number % 2:
        interchange.json_schema("care_home", dt.date(2025, 8, 12))
    report = am.validate(am.Return("care_home", {"beds_ocupied": 3}), dt.datetime(2025, 8, 12, tzinfo=dt.UTC))
    am.assess_penalty(am.Ledger.from_reports([report]), am.Provider(), dt.date(2026, 2, 1))
    record = interchange.report_to_record(report)
    assert interchange.report_from_record(record) == report
    printed.append(json.dumps(record, sort_keys=True))
threads = [threading.Thread(target=ask, args=[number]) for number in range(16)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(json.dumps(printed))
"""


def test_threads_that_use_the_package_for_the_first_time_at_once_are_answered_alike():
    printed = ran("-c", FIRST_USE)
    assert len(printed) == THREADS
    assert len(set(printed)) == 1


@pytest.mark.parametrize(
    ("environment", "arguments"),
    [
        ({"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": ""}, ()),
        ({"PYTHONHASHSEED": "1", "TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONUTF8": "0"}, ("-O",)),
        ({"PYTHONHASHSEED": "2", "PYTHONOPTIMIZE": "2", "LC_ALL": "de_DE.UTF-8"}, ("-X", "dev")),
    ],
    ids=["far east and Turkish", "optimised and ASCII", "developing and German"],
)
def test_another_process_answers_alike(environment, arguments, tmp_path):
    told = ran(*arguments, "-m", "tests.purity.answers", "elsewhere", environment=environment, at=tmp_path)
    assert told == digests()


PICKLED = """
import base64, json, pickle, datetime as dt
import asc_mandate as am
campaign = am.Campaign("autumn 2026", starts=dt.date(2026, 10, 1), ends=dt.date(2027, 1, 31))
calendar = am.ENGLAND.with_campaigns(campaign, known_through=dt.date(2027, 3, 31))
report = am.validate(am.Return("care_home", {}), dt.date(2026, 11, 12), calendar=calendar)
print(json.dumps([hash(calendar), base64.b64encode(pickle.dumps(report)).decode()]))
"""


def test_a_report_from_another_process_is_equal_here_and_so_are_hashes():
    (one, pickled), (other, _) = (ran("-c", PICKLED, environment={"PYTHONHASHSEED": seed}) for seed in "12")
    assert one != other
    report = pickle.loads(base64.b64decode(pickled))
    again = am.validate(report.return_, report.on, calendar=report.calendar)
    assert again == report
    made_here = am.Calendar(campaigns=report.calendar.campaigns, campaigns_known_through=dt.date(2027, 3, 31))
    assert {report.calendar: 1}[made_here] == 1
