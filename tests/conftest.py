"""Settings of the whole suite."""

from hypothesis import HealthCheck, settings

# A slow machine is no wrong answer: no test of this suite asserts how long something takes.
settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")

# Run by their own command, with libraries that the tests do not need.
collect_ignore = ["benchmarks"]
