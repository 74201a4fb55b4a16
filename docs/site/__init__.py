"""The generator of the documentation: templates in ``docs/templates``, filled with the package's own data."""
