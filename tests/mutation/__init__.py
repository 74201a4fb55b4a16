"""Mutation testing: small faults are put into the package, and each has to be noticed by a test."""
