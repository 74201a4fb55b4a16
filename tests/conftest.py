"""Settings of the whole suite."""

import os

from hypothesis import HealthCheck, Phase, settings

# A slow machine is no wrong answer: no test of this suite asserts how long something takes.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
# A fault is noticed or not: a smaller example of it is not needed, and every run has to be the same.
settings.register_profile(
    "mutation",
    settings.get_profile("suite"),
    derandomize=True,
    max_examples=40,
    database=None,
    phases=[Phase.explicit, Phase.generate],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

# Run by their own commands, with libraries that the tests do not need; what is in typing is for type checkers to read.
collect_ignore = ["benchmarks", "compatibility.py", "hostile/fuzz.py", "mutation", "typing"]
