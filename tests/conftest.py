"""Settings of the whole suite."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# No test asserts how long something takes, so a slow machine must not fail one.
settings.register_profile("suite", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
# Mutation testing needs the same examples in every run, and no more of them than show a fault.
settings.register_profile("mutants", settings.get_profile("suite"), derandomize=True, max_examples=20, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

collect_ignore = ["benchmarks", "typing"]
HOSTILE = Path(__file__).parent / "hostile"


def pytest_configure(config):
    # Only the whole everyday suite takes every branch, so the coverage of a part of it is not judged.
    chosen = config.option.keyword or config.option.markexpr != "not slow"
    if chosen or config.args_source is not config.ArgsSource.TESTPATHS:
        options = config.pluginmanager.get_plugin("_cov").options
        options.cov_report, options.cov_fail_under = {}, None


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(HOSTILE):
            item.add_marker(pytest.mark.slow)
