"""The README's examples open no file but modules and time zones, no connection and no process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# In a process of its own, because an audit hook cannot be taken away again.
PROGRAM = """
import code, doctest, re, sys, zoneinfo
from pathlib import Path

import asc_mandate

text = Path("README.md").read_text(encoding="utf-8")
blocks = "".join(re.findall(r"^```python\\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
examples = [compile(one.source, "README.md", "single") for one in doctest.DocTestParser().get_examples(blocks)]
assert len(examples) > 15
MAY_BE_READ = (sys.prefix, sys.base_prefix, *zoneinfo.TZPATH, str(Path(asc_mandate.__file__).parent))
NEVER = (
    "os.chmod", "os.exec", "os.fork", "os.link", "os.mkdir", "os.posix_spawn", "os.putenv", "os.remove", "os.rename",
    "os.rmdir", "os.symlink", "os.system", "os.truncate", "os.unsetenv", "shutil.", "socket.", "subprocess.", "urllib.",
)

def watch(event, arguments):
    is_open = event == "open" and not (str(arguments[0]).startswith(MAY_BE_READ) and arguments[1] in ("r", "rb"))
    if is_open or event.startswith(NEVER):
        raise SystemExit(f"{event}: {arguments}")

sys.addaudithook(watch)
interpreter = code.InteractiveInterpreter()
for example in examples:
    interpreter.runcode(example)
TEMPTATION
"""


def ran(temptation="", **environment):
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", PROGRAM.replace("TEMPTATION", temptation)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )


def test_examples_touch_nothing_and_print_the_same_anywhere():
    here, there = ran(), ran(TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    assert (here.returncode, here.stderr) == (0, "")
    assert here.stdout == there.stdout != ""


@pytest.mark.parametrize(
    ("temptation", "event"),
    [("open('README.md')", "open"), ("import socket; socket.socket()", "socket"), ("Path('x').mkdir()", "os.mkdir")],
)
def test_the_watch_notices(temptation, event):
    assert ran(temptation).stderr.startswith(event)
