"""What builds forms, checks values and writes types elsewhere takes the form's schema as it is."""

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

import jsonschema_rs
import pytest

import asc_mandate as am
from asc_mandate.interchange import json_schema
from asc_mandate.interchange.schema import _FILLED, _MOMENT
from tests.interchange.test_schema import DAYS

CONSUMERS = Path(__file__).parent / "consumers"
ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/how-to/json-schema.md").read_text(encoding="utf-8")
PINS = json.loads((CONSUMERS / "package.json").read_text(encoding="utf-8"))["dependencies"]
ANSWERS = {
    am.Kind.COUNT: 38,
    am.Kind.HOURS: 7.5,
    am.Kind.ABSENCE: {"hours": None, "days": 2},
    am.Kind.YES_NO: False,
    am.Kind.OPTIONS: ["in the garden"],
}
TRIED = [
    "ajv", "@rjsf/core", "@jsonforms/react", "uniforms", "json-schema-to-typescript", "google-re2", "jsonschema-rs",
]  # fmt: skip
FORMS = ["rjsf", "jsonforms", "uniforms"]


def case_of(service, on):
    right = {entry.field.id: ANSWERS[entry.field.kind] for entry in am.checklist(service, on).required}
    first = next(iter(right))
    less = {field: value for field, value in right.items() if field != first}
    wrong = [less, {**right, first: "many"}, {**right, first: None}, {**right, "pets": 3}]
    # No language of types can say these.
    given = [right, *wrong, {**right, first: -1}, {**right, "absence": {}}, {**right, "absence": {"hours": None}}]
    if "visiting_options" in right:
        given.append({**right, "visiting_options": ["\u2003"]})
    return {"schema": json_schema(service, on, of="values"), "right": right, "wrong": wrong, "given": given}


CASES = [case_of(service, on) for service in am.ServiceType for on in DAYS]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        pytest.skip("the consumers of the schema need Node.js and npm")
    place = tmp_path_factory.mktemp("consumers")
    shutil.copytree(CONSUMERS, place, dirs_exist_ok=True)
    install = [npm, "install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]
    install += ["--fetch-retries=0", "--fetch-timeout=30000"]
    ran = subprocess.run(install, cwd=place, capture_output=True, check=False, encoding="utf-8")
    if unreached := re.search(r"npm \S+ code (ENOTFOUND|EAI_AGAIN|ECONN\w+|ETIMEDOUT|ENETUNREACH|E5\d\d)", ran.stderr):
        pytest.skip(f"npm cannot reach its registry ({unreached[1]}), so no consumer of the schema was tried")
    assert ran.returncode == 0, ran.stderr
    return place


@pytest.fixture(scope="module")
def made(installed):
    (code,) = re.findall(r"`forms\.js`:\n\n```js\n(.*?)```", PAGE, re.DOTALL)
    (installed / "forms.mjs").write_text(code, encoding="utf-8")
    (installed / "cases.json").write_text(json.dumps(CASES), encoding="utf-8")
    ran = subprocess.run(["node", "consume.mjs"], cwd=installed, capture_output=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout)


@pytest.mark.slow
@pytest.mark.parametrize("class_", ["ajv2020", "ajv"])
def test_ajv_takes_the_schema_strictly_and_judges_as_other_validators_do(made, class_):
    for case, result in zip(CASES, made, strict=True):
        judged = [jsonschema_rs.is_valid(case["schema"], values) for values in case["given"]]
        assert result[class_] == judged == [True] + [False] * (len(judged) - 1)


@pytest.mark.slow
def test_a_copy_of_a_schema_is_refused_by_the_same_ajv_and_the_page_says_what_to_write(made):
    assert "`ajv.getSchema(schema.$id) ?? ajv.compile(schema)`" in PAGE
    for result in made:
        message, judged = result["twice"]
        assert message.endswith("already exists")
        assert judged is False


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_a_form_shows_every_question_and_an_input_for_each(made, form):
    for case, result in zip(CASES, made, strict=True):
        shown, complaints = html.unescape(result[form]["html"]), result[form]["complaints"]
        assert not re.search("unsupported|no applicable|unknown field", f"{shown}{complaints}", re.IGNORECASE)
        # uniforms hands every keyword to the page's elements, and React says so.
        assert [text for text in complaints if form != "uniforms"] == []
        properties = case["schema"]["properties"]
        assert [about["title"] for about in properties.values() if about["title"] not in shown] == []
        # Options begin with none, and absence has two.
        assert shown.count("<input") >= len(properties) + 1 - ("visiting_options" in properties)


@pytest.mark.slow
def test_types_take_a_right_return_and_refuse_a_wrong_one(made, installed):
    tsc = ["node", "node_modules/typescript/bin/tsc", "--strict", "--noEmit"]
    files = [f"case{number}.ts" for number in range(len(CASES))]
    ran = subprocess.run([*tsc, *files], cwd=installed, capture_output=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stdout


@pytest.mark.slow
def test_re2_reads_the_patterns_as_python_does():
    re2 = pytest.importorskip("re2", reason="google-re2 is not installed")
    filled, moment = re2.compile(_FILLED), re2.compile(_MOMENT["pattern"])
    marks = [chr(code) for code in range(0x11000) if not 0xD800 <= code < 0xE000]
    assert [mark for mark in marks if bool(filled.search(mark)) is not bool(mark.strip())] == []
    for given in ("2025-08-12", "2025-08-12T10:00:00.5+01:00", "yesterday", "2025-08-12T10:00:00"):
        assert bool(moment.search(given)) is bool(re.search(_MOMENT["pattern"], given))


def test_the_page_says_what_was_tried_at_which_version():
    pinned = dict(re.findall(r"^([\w-]+)==([\w.]+)", (ROOT / "requirements/test.txt").read_text("utf-8"), re.MULTILINE))
    told = dict(re.findall(r"^\| `([^`]+)` (\S+)", PAGE, re.MULTILINE))
    assert told == {name: {**PINS, **pinned}[name] for name in TRIED}
