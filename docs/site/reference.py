"""The pages of the reference: every public name, in the groups in which it is used, described by its own docstring."""

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from enum import Enum
from itertools import pairwise
from types import ModuleType

from attrs import frozen

import asc_mandate as am
from asc_mandate import interchange, testing

from .docstrings import linked
from .markdown import page, table


@frozen
class Group:
    """One page of the reference.

    Attributes:
        title: Its heading.
        words: What it is about.
        module: Where its names are imported from.
        names: The names, in the order of the page.
    """

    title: str
    words: str
    module: ModuleType
    names: tuple[str, ...]


def _names(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GROUPS: Mapping[str, Group] = {
    "when": Group(
        "When: windows and the calendar",
        "When must a return be made? All times are in Europe/London.",
        am,
        _names(
            "reporting_window upcoming_window reporting_windows ReportingWindow NonWorkingDay ENGLAND Calendar Campaign"
        ),
    ),
    "what": Group(
        "What: the checklist",
        "What must a return contain on this day, and why or why not?",
        am,
        _names(
            "checklist Checklist Requirement Status ServiceType Field Kind Section Season DuringCampaign Footnote "
            "Clause"
        ),
    ),
    "does-it": Group(
        "Does it: validation",
        "Does this return meet the duty? Bad values never raise: they become findings.",
        am,
        _names("Return Absence NotCarried validate validate_all Report BatchReport Finding Outcome Severity"),
    ),
    "what-follows": Group(
        "What follows: penalties",
        "What can follow if it does not? Never that a penalty will be imposed. Not legal advice.",
        am,
        _names(
            "assess_penalty PenaltyAssessment Conclusion EligibilityTest Answer Trigger Ledger Provider Location "
            "Notice NoticeKind Method Stage Deadline penalty_amount Fee LocationFee contacts Contact"
        ),
    ),
    "editions": Group(
        "The notice: editions and readings",
        "What the notice says, which edition applies when, and what was decided where it is silent.",
        am,
        _names(
            "editions edition edition_on Edition diff EditionDiff ListDiff PlacedField Change history Publication "
            "NoticePeriod readings Reading"
        ),
    ),
    "dataset": Group(
        "The dataset",
        "Which data judged, where each datum comes from, and whether the data are sound.",
        am,
        _names(
            "dataset_version DatasetVersion __version__ check_dataset Dataset Defect Grade Source Citation Datum "
            "NotFound"
        ),
    ),
    "errors": Group(
        "Errors",
        "Bad arguments always raise, from one root, with a sentence that says what to pass.",
        am,
        _names(
            "MandateError InvalidArgument NotInForce EditionNotHeld UnknownEdition UnknownField NotEstablished "
            "DutyNotMet InvalidRecord Problem"
        ),
    ),
    "records": Group(
        "Records: in and out",
        "Importing `asc_mandate.interchange` loads cattrs; importing `asc_mandate` does not.",
        interchange,
        _names(
            "return_from_record return_to_record report_from_record report_to_record checklist_from_record "
            "checklist_to_record edition_from_record edition_to_record ledger_from_record ledger_to_record "
            "assessment_from_record assessment_to_record dataset_version_from_record dataset_version_to_record "
            "calendar_from_record calendar_to_record json_schema finding_rows FINDING_COLUMNS capacity_tracker"
        ),
    ),
    "testing": Group(
        "Testing",
        "Hypothesis strategies, to test your own code with. Install the extra `testing`.",
        testing,
        _names("met_returns returns_with_defect Judged DEFECTS windows moments_at_edges ledgers"),
    ),
}
"""File name to what is on the page. Every public name is in exactly one of them."""

_CONSTRUCTED = frozenset(_names("Absence Calendar Campaign Ledger Location NotCarried Notice Provider Return Judged"))
"""The classes that callers make objects of; what the others are made with concerns nobody."""
_LONGEST_DEFAULT = 20
_CAPACITY_TRACKER = ("return_from_api", "return_from_extract")


def reference_pages() -> dict[str, str]:
    """Return the pages of the reference, by their names."""
    return {"index.md": _contents(), **{f"{name}.md": _page(group) for name, group in GROUPS.items()}}


def _contents() -> str:
    return page(
        "# Reference",
        "Everything that can be imported, with what it means, its units, what it raises, an example and its source. "
        "What is not here may change without notice.",
        "Every `on` is a {py:class}`datetime.date`, or a {py:class}`datetime.datetime` with a time zone, which is "
        "converted to Europe/London. Bad data never raise: they become findings. Bad arguments always raise.",
        "```{picture} flow\n```",
        *(block for name, group in GROUPS.items() for block in _summary(name, group)),
        "```{toctree}\n:hidden:\n\n" + "\n".join(GROUPS) + "\n```",
    )


def _summary(name: str, group: Group) -> Iterator[str]:
    yield f"## [{group.title}]({name}.md)"
    rows = [(f"{{py:obj}}`{each} <{_full(group, each)}>`", _first_sentence(group, each)) for each in group.names]
    yield table(("Name", "Meaning"), rows, classes=("stack", "names"))


def _page(group: Group) -> str:
    entries = "\n\n".join(_entry(group, name) for name in group.names)
    return page(f"# {group.title}", group.words, f"```{{eval-rst}}\n{entries}\n```")


def signature(made: type) -> str:
    """Write what an object of a class is made with; nothing where callers never make one."""
    return _SIGNATURES.get(made, "")


def _signature(made: type) -> str:
    given = inspect.signature(made)
    bare = [_bare(parameter) for parameter in given.parameters.values()]
    return str(given.replace(parameters=bare, return_annotation=inspect.Signature.empty)).replace("Ellipsis", "...")


def _bare(parameter: inspect.Parameter) -> inspect.Parameter:
    # Types are said of each attribute, and a long default says nothing to anybody.
    long = parameter.default is not parameter.empty and len(repr(parameter.default)) > _LONGEST_DEFAULT
    return parameter.replace(annotation=parameter.empty, default=... if long else parameter.default)


# Read before autodoc looks at them, because it puts the text of a default in the place of the default.
_SIGNATURES = {
    getattr(group.module, name): _signature(getattr(group.module, name))
    for group in GROUPS.values()
    for name in group.names
    if name in _CONSTRUCTED
}


def _full(group: Group, name: str) -> str:
    return f"{group.module.__name__}.{name}"


def _entry(group: Group, name: str) -> str:
    full, found = _full(group, name), getattr(group.module, name)
    if isinstance(found, type):
        options = ["   :members:", *(["   :undoc-members:"] if issubclass(found, Enum) else [])]
        directive = "autoexception" if issubclass(found, BaseException) else "autoclass"
        return "\n".join([f".. {directive}:: {full}", *options])
    if isinstance(found, ModuleType):
        functions = [f".. autofunction:: {full}.{function}" for function in _CAPACITY_TRACKER]
        return "\n\n".join([f".. automodule:: {full}", *functions])
    if callable(found):
        return f".. autofunction:: {full}"
    words = linked(_said_of(group.module, name)).replace("\n", "\n   ")
    return f".. py:data:: {name}\n   :module: {group.module.__name__}\n   :type: {_type(found)}\n\n   {words}"


def _type(found: object) -> str:
    name = type(found).__name__
    return f"asc_mandate.{name}" if name in am.__all__ else name


def _first_sentence(group: Group, name: str) -> str:
    found = getattr(group.module, name)
    documented = isinstance(found, type | ModuleType) or callable(found)
    words = inspect.getdoc(found) if documented else _said_of(group.module, name)
    first = " ".join((words or "").partition("\n\n")[0].split())
    return first.replace("``", "`")


def _said_of(module: ModuleType, name: str) -> str:
    """Find what is said of a constant: the text after it, in the module that defines it."""
    for file in [each for key, each in sorted(sys.modules.items()) if key.startswith(module.__name__)]:
        if vars(file).get(name) is not getattr(module, name):
            continue
        lines = ast.parse(inspect.getsource(file)).body
        for line, following in pairwise(lines):
            match line, following:
                case (
                    (ast.Assign(targets=[ast.Name(id=found)]) | ast.AnnAssign(target=ast.Name(id=found))),
                    ast.Expr(value=ast.Constant(value=str(text))),
                ) if found == name:
                    return text
                case _:
                    pass
    raise LookupError(f"Nothing is said of {module.__name__}.{name}.")
