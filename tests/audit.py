"""Look for known vulnerabilities: ``python tests/audit.py PYTHON``, of what is installed beside the package there.

It ends with 0 where every distribution was looked up and none is known to be vulnerable, with 1 where one is, with 2
where the search itself failed, and with 75 where something could not be looked up, which it names: that is no answer.
Needs the extra package.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# Tools of the environment itself, which the package does not bring.
NOT_BROUGHT = {"asc-mandate", "pip", "setuptools"}
SERVICES = ("pypi", "osv")
OF_THE_NETWORK = ("ConnectionError", "ConnectTimeout", "ReadTimeout", "ServiceError", "Max retries exceeded")
CLEAN, VULNERABLE, FAILED, NOT_CHECKED = 0, 1, 2, 75


def main(python):
    """Ask one service after the other, until one has answered for everything."""
    brought = installed(python)
    for service in SERVICES:
        code, lines = verdict(brought, *asked(service, brought))
        print(f"{service}: ", "; ".join(lines), sep="")
        if code != NOT_CHECKED:
            return code
    return NOT_CHECKED


def installed(python):
    """Name and version of every distribution that is installed for a Python, but for the package and its tools."""
    listed = subprocess.run([python, "-m", "pip", "list", "--format", "json"], capture_output=True, check=True).stdout
    versions = {normal(one["name"]): one["version"] for one in json.loads(listed)}
    return {name: version for name, version in versions.items() if name not in NOT_BROUGHT}


def normal(name):
    """The one spelling of a distribution's name."""
    return re.sub("[-_.]+", "-", name).lower()


def asked(service, brought):
    """What pip-audit writes, and what it says where it fails."""
    with tempfile.TemporaryDirectory() as directory:
        pinned, written = Path(directory, "pinned.txt"), Path(directory, "written.json")
        pinned.write_text("".join(f"{name}=={version}\n" for name, version in brought.items()), encoding="utf-8")
        exactly = ["--requirement", str(pinned), "--no-deps", "--disable-pip", "--vulnerability-service", service]
        shown = ["--format", "json", "--output", str(written), "--progress-spinner", "off", "--timeout", "15"]
        ran = subprocess.run(
            [sys.executable, "-m", "pip_audit", *exactly, *shown], capture_output=True, text=True, check=False
        )
        return written.read_text(encoding="utf-8") if written.exists() else "", ran.stderr


def verdict(brought, written, said):
    """What that comes to, as the code to end with and the lines to show."""
    if not written:
        last = said.strip().splitlines()[-1:] or ["nothing was said"]
        if any(sign in said for sign in OF_THE_NETWORK):
            return NOT_CHECKED, ["NOT REACHED", *last]
        return FAILED, ["FAILED", *last]
    answers = {normal(one["name"]): one for one in json.loads(written)["dependencies"]}
    known = [f"{name} {fault['id']}" for name, one in answers.items() for fault in one.get("vulns", [])]
    if known:
        return VULNERABLE, ["VULNERABLE", *known]
    looked_up = sorted(name for name, one in answers.items() if "vulns" in one)
    missing = sorted(set(brought).difference(looked_up))
    if missing:
        return NOT_CHECKED, [f"NOT CHECKED, not found there: {', '.join(missing)}"]
    return CLEAN, [f"no known vulnerability in {len(looked_up)} distributions: {', '.join(looked_up)}"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
