"""What is kept for the next call stays small, however many calls there are."""

from tests.helpers import caches

MOST = 1024


def test_no_cache_grows_without_end():
    sizes = {name: cached.cache_parameters()["maxsize"] for name, cached in caches()}
    assert "asc_mandate.windows.window_of" in sizes
    assert {name: size for name, size in sizes.items() if size is None or not 0 < size <= MOST} == {}
