"""What docs/security.md says: each promise has its tests, and what is kept is listed."""

import re
from pathlib import Path

import pytest

import asc_mandate as am
from tests.purity.calls import calls, public_names
from tests.purity.watch import caches

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
# The list under the heading, an item for each promise.
PROMISES = [
    " ".join(item.split()) for item in PAGE.partition("## Promises\n\n- ")[2].partition("\n\n")[0].split("\n- ")
]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise[:60])
def test_each_promise_is_kept_by_tests_that_exist(promise):
    kept_by = promise.partition(". Kept by ")[2]
    files = re.findall(r"\[(test_\w+\.py)\]\(\.\./tests/(\w+/)?\1\)((?:[,\s]*`test_\w+`)+)", kept_by)
    assert files
    named = [(folder + file, test) for file, folder, tests in files for test in re.findall(r"`(test_\w+)`", tests)]
    assert len(named) == kept_by.count("`test_")
    for path, test in named:
        assert f"\ndef {test}(" in (ROOT / "tests" / path).read_text(encoding="utf-8"), (path, test)


def test_promises_are_read_as_one_list():
    assert len(PROMISES) > 10
    assert PAGE.partition("## Promises")[2].partition("###")[0].count("Kept by") == len(PROMISES)


def test_every_cache_is_listed_with_its_limit():
    # Opens every room.
    assert list(public_names())
    listed = dict(re.findall(r"^\| `([\w.]+)` \| (\d+) \|$", PAGE, re.MULTILINE))
    sizes = {name.removeprefix("asc_mandate."): str(kept.cache_info().maxsize) for name, kept in caches().items()}
    assert listed == sizes


def test_what_a_caller_passes_cannot_write_a_line_of_its_own():
    refused = judged = 0
    for call in calls():
        answer = call.answer()
        if isinstance(answer, am.MandateError):
            refused += 1
            lines = str(answer).split("\n")
            assert len(lines) == (len(answer.problems) if isinstance(answer, am.InvalidRecord) else 1), call
            assert all(line.isprintable() and "y" * 61 not in line for line in lines), call
        elif isinstance(answer, am.Report):
            judged += 1
            messages = [finding.message for finding in answer.findings]
            assert all(message.isprintable() and "y" * 61 not in message for message in messages), call
            assert all(line.isprintable() and "y" * 61 not in line for line in str(answer).split("\n")), call
    assert refused > 300
    assert judged > 100
