"""How long things take, beside other libraries that do the same checks: ``python -m tests.benchmarks``."""
