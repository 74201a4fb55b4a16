"""The wheel and the sdist: what is in them, what they say of themselves, and that anybody can make the same bytes.

They are built from two copies of this checkout, which differ in all that should make no difference.
"""

import email
import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

import asc_mandate as am

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parent.parent
NAME = f"asc_mandate-{am.__version__}"
SHIPPED = ["src", "tests", "docs", "requirements", "noxfile.py", "pyproject.toml"]
SHIPPED += ["CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md"]
RUBBISH = [
    ".coverage", ".hypothesis/x", ".venv/x.py", "build/x.py", "dist/x.whl", "src/asc_mandate/__pycache__/x.pyc",
    "src/asc_mandate.egg-info/PKG-INFO", "tests/.pytest_cache/x", "tests/__pycache__/x.pyc", "docs/.ruff_cache/x",
]  # fmt: skip


def required(module):
    if find_spec(module) is None:
        pytest.skip(f"{module} is not installed; run `nox -s package`")


@pytest.fixture(scope="session")
def kept():
    """The files that are kept in version control, or are about to be."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("this is no checkout, so it cannot be told which files belong into the package")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    names = listed.stdout.decode().split("\0")
    return [name for name in names if name and (ROOT / name).exists()]


def built(copy, kept, *, modified, mask, environment, what):
    """Build in a copy of the checkout with its own place, times, permissions and environment."""
    for name in kept:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, copy / name)
        (copy / name).chmod(0o666 & ~mask)
        os.utime(copy / name, (modified, modified))
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", "dist", *what],
        cwd=copy,
        check=True,
        capture_output=True,
        env={**os.environ, **environment},
        umask=mask,
    )
    return {path.name: path.read_bytes() for path in (copy / "dist").glob("asc_mandate*")}


@pytest.fixture(scope="session")
def first(kept, tmp_path_factory):
    """The sdist, and the wheel that is made of it, as a release is built."""
    required("build")
    copy = tmp_path_factory.mktemp("first")
    return built(copy, kept, modified=10**9, mask=0o022, environment={"TZ": "UTC", "PYTHONHASHSEED": "1"}, what=[])


@pytest.fixture(scope="session")
def second(kept, tmp_path_factory):
    """Both made of the checkout itself, with the rubbish that work leaves in one."""
    required("build")
    copy = tmp_path_factory.mktemp("second") / "deeper down"
    for name in RUBBISH:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("rubbish", encoding="utf-8")
    environment = {"TZ": "Asia/Kathmandu", "PYTHONHASHSEED": "2", "LC_ALL": "C"}
    what = ["--sdist", "--wheel"]
    return built(copy, kept, modified=1_700_000_000, mask=0o077, environment=environment, what=what)


@pytest.fixture(scope="session")
def wheel(first, tmp_path_factory):
    path = tmp_path_factory.mktemp("wheel") / f"{NAME}-py3-none-any.whl"
    path.write_bytes(first[path.name])
    return path


@pytest.fixture(scope="session")
def sdist(first, tmp_path_factory):
    path = tmp_path_factory.mktemp("sdist") / f"{NAME}.tar.gz"
    path.write_bytes(first[path.name])
    return path


@pytest.fixture(scope="session")
def metadata(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return email.message_from_bytes(archive.read(f"{NAME}.dist-info/METADATA"))


def test_the_wheel_holds_the_package_and_nothing_else(wheel, kept):
    modules = {name.removeprefix("src/"): name for name in kept if name.startswith("src/")}
    assert {Path(name).suffix for name in modules} == {".py", ".typed"}
    with zipfile.ZipFile(wheel) as archive:
        information = {f"{NAME}.dist-info/{name}" for name in ("METADATA", "RECORD", "WHEEL", "licenses/LICENSE")}
        assert sorted(archive.namelist()) == sorted({*modules, *information})
        assert "asc_mandate/py.typed" in modules
        for name, source in modules.items():
            assert archive.read(name) == (ROOT / source).read_bytes(), name
        assert archive.read(f"{NAME}.dist-info/licenses/LICENSE") == (ROOT / "LICENSE").read_bytes()


def test_the_sdist_holds_the_source_the_tests_and_the_pages_and_nothing_else(sdist, kept):
    # What is ignored in a checkout is ignored when a wheel is made of the sdist, so that list goes with it.
    belong = [name for name in kept if name.split("/")[0] in {*SHIPPED, ".gitignore"}]
    with tarfile.open(sdist) as archive:
        assert sorted(archive.getnames()) == sorted(f"{NAME}/{name}" for name in [*belong, "PKG-INFO"])
        for name in belong:
            assert archive.extractfile(f"{NAME}/{name}").read() == (ROOT / name).read_bytes(), name


def test_two_builds_give_the_same_bytes_and_the_sdist_gives_the_same_wheel(first, second):
    assert sorted(first) == sorted([f"{NAME}-py3-none-any.whl", f"{NAME}.tar.gz"])
    assert {name: second[name] == content for name, content in first.items()} == dict.fromkeys(first, True)


def test_the_metadata_say_what_an_inventory_of_software_needs(metadata):
    assert metadata["Name"] == "asc-mandate"
    assert metadata["Version"] == am.__version__
    assert metadata["Author"] == "The asc_mandate authors"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata["License-Expression"] == "MIT AND OGL-UK-3.0"
    assert metadata.get_all("License-File") == ["LICENSE"]
    assert metadata["Description-Content-Type"] == "text/markdown"
    assert metadata.get_payload(decode=True).decode() == (ROOT / "README.md").read_text(encoding="utf-8")
    needed = [line for line in metadata.get_all("Requires-Dist") if "extra ==" not in line]
    assert [line.split(">")[0].split(";")[0] for line in needed] == ["attrs", "cattrs", "holidays", "tzdata"]
    versions = {f"Programming Language :: Python :: 3.{minor}" for minor in (11, 12, 13, 14)}
    assert {line for line in metadata.get_all("Classifier") if ":: Python :: 3." in line} == versions


def test_an_index_would_take_both(wheel, sdist):
    required("twine")
    checked = subprocess.run(
        [sys.executable, "-m", "twine", "--no-color", "check", "--strict", wheel, sdist],
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count("PASSED") == 2


def test_a_bill_of_materials_names_licence_and_origin(wheel, tmp_path):
    required("cyclonedx_py")
    venv.create(tmp_path / "venv", with_pip=False)
    python = tmp_path / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    install = ["install", "--quiet", "--no-index", "--no-deps", "--find-links", str(wheel.parent), "asc-mandate"]
    subprocess.run([sys.executable, "-m", "pip", "--python", python, *install], check=True)
    listed = subprocess.run(
        [sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible", python],
        check=True,
        capture_output=True,
    )
    (component,) = (one for one in json.loads(listed.stdout)["components"] if one["name"] == "asc-mandate")
    assert component["purl"] == f"pkg:pypi/asc-mandate@{am.__version__}"
    assert component["licenses"] == [{"acknowledgement": "declared", "expression": "MIT AND OGL-UK-3.0"}]
