"""Settings of the whole suite."""

import os

from hypothesis import HealthCheck, Phase, settings

# No test asserts how long something takes, so a slow machine must not fail one.
settings.register_profile("suite", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
# Mutation testing needs the same examples in every run, and no more of them than show a fault.
settings.register_profile("mutants", settings.get_profile("suite"), derandomize=True, max_examples=20, database=None)
# WebAssembly is slow, so what another Python does in another way has to show itself in few examples.
_PHASES = [Phase.explicit, Phase.generate]
settings.register_profile("pyodide", settings.get_profile("suite"), max_examples=20, phases=_PHASES, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

collect_ignore = ["benchmarks", "pyodide.py", "typing"]


def pytest_configure(config):
    # Only the whole everyday suite takes every branch, so a part of it is not measured.
    coverage = config.pluginmanager.get_plugin("_cov").options
    if hasattr(config, "workerinput"):
        coverage.no_cov = "cov_master_host" not in config.workerinput
    else:
        chosen = config.option.keyword or config.option.markexpr != "not slow"
        whole = config.args_source is config.ArgsSource.TESTPATHS and not chosen
        coverage.no_cov = coverage.no_cov or not whole
