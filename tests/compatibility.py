"""Run the suite on every Python that is here, and with the lowest versions that the package declares.

    python -m tests.compatibility              each case, the whole suite
    python -m tests.compatibility --quick      fewer examples in each property

A Python that is not here is named and left out. Warnings are errors in every case.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
# Left out of the quick runs, because they take long: pages, pictures, oracles and hostile input.
ALIKE = (
    "tests/hostile",
    "tests/oracles",
    "tests/test_documentation.py",
    "tests/test_pictures.py",
    "tests/test_site.py",
)
SHOWN = ("attrs", "cattrs", "holidays", "hypothesis", "pytest")


def interpreter(version):
    """The newest Python of a version that is on the path or among those of pyenv."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    candidates = sorted(
        kept.glob(f"{version}.*/bin/python"), key=lambda path: [*map(int, re.findall(r"\d+", str(path)))]
    )
    found = shutil.which(f"python{version}")
    for candidate in [*reversed(candidates), *([found] if found else [])]:
        asked = [str(candidate), "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        if subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip() == version:
            return str(candidate)
    return None


def lowest_versions():
    """What is declared with a lower bound, at that bound."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    declared = project["dependencies"] + project["optional-dependencies"]["test"]
    return [match[1] + "==" + match[2] for each in declared if (match := re.match(r"([\w.-]+)>=([\w.]+)", each))]


def run(python, pins, quick):
    """Whether the suite passes in an environment of its own, and what to print."""
    with tempfile.TemporaryDirectory() as folder:
        told = {"capture_output": True, "text": True, "cwd": ROOT}
        inside = str(Path(folder) / "bin" / "python")
        pip = [inside, "-m", "pip", "--disable-pip-version-check"]
        for command in ([python, "-m", "venv", folder], [*pip, "install", "--quiet", "-e", ".[test]", *pins]):
            done = subprocess.run(command, check=False, **told)
            if done.returncode:
                return False, done.stdout + done.stderr
        listed = subprocess.run([*pip, "list", "--format=freeze"], check=False, **told).stdout
        versions = ", ".join(line for line in listed.splitlines() if line.partition("==")[0] in SHOWN)
        told["env"] = {**os.environ, "HYPOTHESIS_PROFILE": "mutation" if quick else "suite"}
        left_out = [f"--ignore={path}" for path in ALIKE] if quick else []
        done = subprocess.run([inside, "-m", "pytest", "-q", "-p", "no:cacheprovider", *left_out], check=False, **told)
        last = done.stdout.strip().splitlines()[-1]
        more = done.stdout[-5000:] + done.stderr[-2000:] if done.returncode else ""
        return done.returncode == 0, f"    {versions}\n    {last}\n{more}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer examples, and not what the suite itself ran on")
    quick = parser.parse_args().quick
    here = "{}.{}".format(*sys.version_info)
    cases = []
    for version in PYTHONS:
        python = interpreter(version)
        if python is None:
            print(f"Python {version}: not on this machine, so it was not tried")
            continue
        if not (quick and version == here):
            cases.append((f"Python {version}, newest versions", python, []))
        if version == PYTHONS[0]:
            cases.append((f"Python {version}, lowest versions", python, lowest_versions()))
    passed = True
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(lambda case: run(*case[1:], quick), cases)
        for (name, *_), (good, said) in zip(cases, done, strict=True):
            print(f"{name}: {'passed' if good else 'FAILED'}\n{said}", flush=True)
            passed &= good
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
