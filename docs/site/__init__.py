"""Generators of what the documentation shows of the data: plain Python, without Sphinx."""
