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
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
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
    """Whether the suite passes in an environment of its own; prints what is in there."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([python, "-m", "venv", folder], check=True)
        inside = str(Path(folder) / "bin" / "python")
        install = [inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*install, "-e", f"{ROOT}[test]", *pins], check=True)
        listed = subprocess.run(
            [inside, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True, check=True
        ).stdout
        print("   ", ", ".join(line for line in listed.splitlines() if line.partition("==")[0] in SHOWN), flush=True)
        environment = {**os.environ, "HYPOTHESIS_PROFILE": "mutation" if quick else "suite"}
        command = [inside, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        print("   ", done.stdout.strip().splitlines()[-1], flush=True)
        if done.returncode:
            print(done.stdout[-5000:], done.stderr[-2000:], flush=True)
        return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="fewer examples in each property")
    quick = parser.parse_args().quick
    here = "{}.{}".format(*sys.version_info)
    passed = True
    for version in PYTHONS:
        python = interpreter(version)
        if python is None:
            print(f"Python {version}: not on this machine, so it was not tried")
            continue
        print(f"Python {version}, newest versions", flush=True)
        if version == here and quick:
            print("    left out: the suite itself ran so")
        else:
            passed &= run(python, [], quick)
        if version == PYTHONS[0]:
            print(f"Python {version}, lowest versions", flush=True)
            passed &= run(python, lowest_versions(), quick)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
