"""The release of this package, read by the build and stamped on every result."""

__version__ = "0.1.0"
"""The release of this package, as text such as "0.1.0"."""
