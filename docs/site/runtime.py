"""Fetches what the page "Check a return" runs on: Pyodide by npm, and the packages as they are installed here."""

import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path

import asc_mandate

PYODIDE = "314.0.7"
RUNTIME = Path(__file__).parent.parent / "_static" / "runtime"
PYTHON = Path(__file__).with_name("python.mjs")
_PACKAGES = ("attrs", "cattrs", "holidays", "python-dateutil", "six", "typing-extensions", "tzdata")
_FETCHED = ("pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json", "packages.zip")
"""What the page counts while it loads."""
_COMPILE = """
import compileall, py_compile
compileall.compile_dir(".", quiet=1, legacy=True, invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH)
"""


def fetch(into: Path = RUNTIME) -> str | None:
    """Put what the page runs on into a directory; return why not, as the end of a sentence, where that cannot be."""
    return fetch_pyodide(into) or _pack(into)


def fetch_pyodide(into: Path = RUNTIME) -> str | None:
    """Put Pyodide into a directory, unless it is there; return why not where that cannot be."""
    package, npm = into / "package.json", shutil.which("npm")
    if package.exists() and json.loads(package.read_text(encoding="utf-8"))["version"] == PYODIDE:
        return None
    if not npm:
        return "npm is not installed"
    with tempfile.TemporaryDirectory() as place:
        pack = [npm, "pack", f"pyodide@{PYODIDE}", "--fetch-retries=0", "--fetch-timeout=60000"]
        if subprocess.run(pack, cwd=place, capture_output=True, check=False).returncode:  # noqa: S603 - nothing of others
            return f"npm could not fetch pyodide {PYODIDE}"
        with tarfile.open(next(Path(place).glob("*.tgz"))) as archive:
            archive.extractall(place, filter="data")
        into.mkdir(parents=True, exist_ok=True)
        # The one that tells the version comes last, so that what was left half done is done again.
        for name in ("pyodide.mjs", "pyodide.asm.mjs", *_FETCHED[:3], "package.json"):
            shutil.copyfile(Path(place, "package", name), into / name)
    return None


def _pack(into: Path) -> str | None:
    """Put the packages and the program of the page into one archive, compiled, so that no reader waits for that."""
    held, list_ = dict(_contents()), into / "files.json"
    digest = hashlib.sha256(
        b"".join(f"{name}\0".encode() + path.read_bytes() for name, path in held.items())
    ).hexdigest()
    if list_.exists() and json.loads(list_.read_text(encoding="utf-8"))["made_of"] == digest:
        return None
    node = shutil.which("node")
    if not node:
        return "Node.js is not installed"
    with tempfile.TemporaryDirectory() as place:
        for name, path in held.items():
            Path(place, name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, Path(place, name))
        subprocess.run([node, PYTHON, into, _COMPILE], cwd=place, check=True)  # noqa: S603 - nothing of others
        for source in Path(place).rglob("*.py"):
            source.unlink()
        shutil.make_archive(str(into / "packages"), "zip", place)
    sizes = {name: (into / name).stat().st_size for name in _FETCHED}
    list_.write_text(json.dumps({"made_of": digest, "sizes": sizes}), encoding="utf-8")
    return None


def _contents() -> Iterator[tuple[str, Path]]:
    yield "check.py", Path(__file__).with_name("check.py")
    package = Path(asc_mandate.__file__).parent
    for path in sorted(package.rglob("*.py")):
        yield path.relative_to(package.parent).as_posix(), path
    for name in _PACKAGES:
        for file in files(name) or ():
            # The names of other countries' holidays are half of all files.
            if file.parts[0] != ".." and (file.suffix not in {".mo", ".pyc"} or file.name == "GB.mo"):
                yield file.as_posix(), Path(str(file.locate()))
