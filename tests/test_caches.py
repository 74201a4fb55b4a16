"""What is kept for the next call stays small, however many calls there are."""

import importlib
import pkgutil

import asc_mandate as am

MOST = 1024


def caches():
    """Every cached function of the package, by its name."""
    for module in pkgutil.walk_packages(am.__path__, "asc_mandate."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if hasattr(value, "cache_parameters") and value.__module__ == module.name:
                yield f"{module.name}.{name}", value


def test_no_cache_grows_without_end():
    sizes = {name: cached.cache_parameters()["maxsize"] for name, cached in caches()}
    assert "asc_mandate.windows.window_of" in sizes
    assert {name: size for name, size in sizes.items() if size is None or not 0 < size <= MOST} == {}
