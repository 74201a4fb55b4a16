"""Settings of the documentation: ``python -m sphinx -W --keep-going -b html docs docs/_build``."""

import sys
from pathlib import Path

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

_DOCS = Path(__file__).parent
_NO_COLON = "\0"
sys.path.insert(0, str(_DOCS.parent))

from docs.site.docstrings import linked, typed  # noqa: E402
from docs.site.reference import signature  # noqa: E402
from docs.site.write import write  # noqa: E402

from asc_mandate import __version__  # noqa: E402

# Written before Sphinx looks for pages, so that none can be older than the package it describes.
write(_DOCS)

project = "asc_mandate"
author = "The asc_mandate authors"
version = release = __version__
language = "en-GB"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinx_copybutton", "sphinx_design"]
exclude_patterns = ["_build", "site", "examples"]
nitpicky = True
# What other projects document: looking their pages up would take a connection.
nitpick_ignore_regex = [
    ("py:class", r"(collections\.abc|datetime|decimal|hypothesis)\..+|date|datetime|Decimal|Mapping"),
    # What public classes hold, and callers never name.
    ("py:class", r"'partly'|asc_mandate\..*\.(FeesScheme|Rule|T_co)"),
]

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3
myst_heading_slug_func = "docs.site.markdown.slug"
smartquotes = False

autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_typehints_format = "short"
toc_object_entries_show_parents = "hide"
python_use_unqualified_type_names = True
python_display_short_literal_types = True
napoleon_numpy_docstring = False

copybutton_prompt_text = r">>> |\.\.\. "
copybutton_prompt_is_regexp = True

html_theme = "furo"
pygments_dark_style = "a11y-high-contrast-dark"
html_title = "asc_mandate"
html_theme_options = {
    "light_css_variables": {
        "asc-green": "#14532d", "asc-green-ground": "#e9f5ec",
        "asc-blue": "#1e3a8a", "asc-blue-ground": "#eaf0fd",
        "asc-amber": "#6b3a06", "asc-amber-ground": "#fdf1dc",
        "asc-violet": "#581c87", "asc-violet-ground": "#f5ecfb",
        "asc-red": "#7f1d1d", "asc-red-ground": "#fdeaea",
        "asc-grey": "#374151", "asc-grey-ground": "#f1f3f5",
    },
    "dark_css_variables": {
        "asc-green": "#a7e8bd", "asc-green-ground": "#12301d",
        "asc-blue": "#bccffb", "asc-blue-ground": "#1a2748",
        "asc-amber": "#f3cf94", "asc-amber-ground": "#3b2a0c",
        "asc-violet": "#e3c4f8", "asc-violet-ground": "#321d40",
        "asc-red": "#fbbcbc", "asc-red-ground": "#431616",
        "asc-grey": "#d3d8de", "asc-grey-ground": "#2b2f34",
    },
}  # fmt: skip
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_show_sphinx = False


class Picture(SphinxDirective):
    """Puts a picture into the page itself, so that it follows the reader's choice of light or dark."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the picture, or nothing where it was not drawn."""
        path = _DOCS / "pictures" / f"{self.arguments[0]}.svg"
        if not path.exists():
            return []
        self.env.note_dependency(str(path))
        drawing = path.read_text(encoding="utf-8")
        drawing = drawing[drawing.index("<svg") :]
        return [nodes.raw("", f'<figure class="picture">{drawing}</figure>', format="html")]


def _signature(*event):
    """Show what a class is made with as a caller would write it, and nothing where callers never make one."""
    _app, what, _name, obj, _options, given, _returns = event
    return (signature(obj), None) if given and what == "class" else None


def _without_colons(*event):
    """Keep napoleon from taking what stands before a colon for a type, where there is no section to read."""
    _app, what, _name, _obj, _options, lines = event
    if what in {"attribute", "property"}:
        lines[:] = [line.replace(":", _NO_COLON) for line in lines]


def _with_links(*event):
    """Link names and sources, once napoleon has read the sections."""
    lines = event[-1]
    lines[:] = linked(typed("\n".join(lines)).replace(_NO_COLON, ":")).split("\n")


def _without_last_line(_app, doctree):
    """Leave out the empty line at the end of an example, which only those who run it need."""
    for block in doctree.findall(nodes.literal_block):
        text = block.astext()
        if block.rawsource == text and text.endswith("\n"):
            block.rawsource = text.rstrip("\n")
            block.children = []
            block.append(nodes.Text(block.rawsource))


def _for_keyboards_and_readers(_app, _page, _template, context, _doctree):
    """Let the keyboard reach code that scrolls, and name the level of the headings above the contents."""
    for part, found, put in (
        ("body", "<pre>", '<pre tabindex="0">'),
        ("furo_navigation_tree", 'role="heading"', 'role="heading" aria-level="2"'),
    ):
        if part in context:
            context[part] = context[part].replace(found, put)


def setup(app):
    """Add what the pages need beyond the extensions."""
    app.add_directive("picture", Picture)
    app.connect("doctree-read", _without_last_line)
    app.connect("html-page-context", _for_keyboards_and_readers, priority=900)
    app.connect("autodoc-process-signature", _signature)
    app.connect("autodoc-process-docstring", _without_colons, priority=400)
    app.connect("autodoc-process-docstring", _with_links, priority=600)
