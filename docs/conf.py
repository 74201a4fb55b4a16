"""Settings of the documentation: ``python -m sphinx -W --keep-going -b html docs docs/_build``."""

import re
import sys
from pathlib import Path

_DOCS = Path(__file__).parent
_NO_COLON = "\0"
sys.path.insert(0, str(_DOCS.parent))

from docs.site import runtime  # noqa: E402
from docs.site.write import write  # noqa: E402
from sphinx.domains.python import PyObject  # noqa: E402
from sphinx.util import logging  # noqa: E402

from asc_mandate import __version__  # noqa: E402

# Written before Sphinx looks for pages, so that none can be older than the package it describes.
write()

_CHECK_PAGE = "check-a-return"
_missing = runtime.fetch()

project = "asc_mandate"
author = "The asc_mandate authors"
version = release = __version__
language = "en-GB"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton", "sphinx_design"]
exclude_patterns = ["_build", "site", "examples", "templates", *([f"{_CHECK_PAGE}.md"] if _missing else [])]
nitpicky = True
# What other projects document: looking their pages up would take a connection.
nitpick_ignore_regex = [
    ("py:class", r"(collections\.abc|datetime|decimal|hypothesis|attrs|enum)\..+"),
    # What public names are made of, and callers never name.
    ("py:class", r"asc_mandate\..*\.(T|T_co|Table|Comparison|Saved)|'partly'"),
]

myst_enable_extensions = ["attrs_inline", "colon_fence"]
myst_heading_anchors = 3
smartquotes = False

autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
toc_object_entries_show_parents = "hide"
python_use_unqualified_type_names = True
python_display_short_literal_types = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True

copybutton_prompt_text = r">>> |\.\.\. "
copybutton_prompt_is_regexp = True

html_theme = "furo"
pygments_dark_style = "a11y-high-contrast-dark"
html_title = "asc_mandate"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False


def _hide_colons(*event):
    """Keep napoleon from taking what stands before a colon in a property's docstring for its type."""
    _app, what, _name, _obj, _options, lines = event
    if what in {"attribute", "property"}:
        lines[:] = [line.replace(":", _NO_COLON) for line in lines]


def _show_colons(*event):
    lines = event[-1]
    lines[:] = [line.replace(_NO_COLON, ":") for line in lines]


def _leave_out_defaults(*event):
    """Leave out what attrs calls the defaults of a class, which says nothing to anybody."""
    _app, _what, _name, _obj, _options, signature, returns = event
    return signature and re.sub(r"attr_dict\['\w+'\]\.default", "...", signature), returns


def _finish(_app, _page, _template, context, _doctree):
    """Leave out the empty line at the end of examples, and name the level of the headings above the contents."""
    for part, found, put in (
        ("body", "\n\n</pre>", "\n</pre>"),
        ("furo_navigation_tree", 'role="heading"', 'role="heading" aria-level="2"'),
    ):
        if part in context:
            context[part] = context[part].replace(found, put)


def _leave_out(_app, _page, source):
    """Leave out the lines that lead to the page that is not there."""
    source[0] = "\n".join(line for line in source[0].splitlines() if _CHECK_PAGE not in line)


def setup(app):
    """Add what the pages need beyond the extensions."""
    # The pages are read anew once it is there, or no longer.
    app.add_config_value("left_out", _missing or "", "env")
    if _missing:
        logging.getLogger(__name__).info(f"The page “Check a return” is left out, because {_missing}.")
        app.connect("source-read", _leave_out)
    for field in PyObject.doc_field_types:
        if field.name == "variable":
            field.label = "Attributes"
    app.connect("autodoc-process-docstring", _hide_colons, priority=400)
    app.connect("autodoc-process-docstring", _show_colons, priority=600)
    app.connect("autodoc-process-signature", _leave_out_defaults)
    app.connect("html-page-context", _finish, priority=900)
