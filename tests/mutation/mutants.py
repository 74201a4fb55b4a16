"""The mutants of a module: mutmut's operators at every place, inside of functions and outside of them."""

import ast
from collections import Counter
from pathlib import Path

import libcst as cst
from attrs import frozen
from libcst.metadata import ByteSpanPositionProvider, MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "asc_mandate"

# What only type checkers read.
UNREAD_CALLS = {"cast", "TypeVar"}


@frozen
class Mutant:
    """One fault: what stands in the place of what, and where."""

    path: str
    """Path from the package's folder."""
    number: int
    """One of several mutants of the same line with the same text."""
    line: int
    function: tuple[str, int] | None
    """Name and first line of the outermost function whose body holds the fault; None for what runs on import."""
    operator: str
    start: int
    """Of the replaced bytes."""
    end: int
    replacement: str

    @property
    def source(self) -> bytes:
        return (SOURCE / self.path).read_bytes()

    @property
    def text(self) -> bytes:
        """The module with the fault."""
        return self.source[: self.start] + self.replacement.encode() + self.source[self.end :]

    @property
    def module(self) -> str:
        parts = ["asc_mandate", *Path(self.path).with_suffix("").parts]
        return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)

    @property
    def change(self) -> tuple[str, str]:
        """The lines before and after, without their margins."""
        first = self.source.rfind(b"\n", 0, self.start) + 1
        last = self.source.find(b"\n", self.end)
        before = self.source[first:last].decode()
        after = (self.source[first : self.start] + self.replacement.encode() + self.source[self.end : last]).decode()
        return " ".join(before.split()), " ".join(after.split())

    @property
    def name(self) -> str:
        """The same in every run, as long as the line stays as it is."""
        before, after = self.change
        return f"{self.path}: {before} -> {after} #{self.number}"


def is_call(node, names):
    return isinstance(node, cst.Call) and isinstance(node.func, cst.Name) and node.func.value in names


class Finder(cst.CSTVisitor):
    """Every replacement that the operators propose."""

    METADATA_DEPENDENCIES = (ByteSpanPositionProvider, PositionProvider)

    def __init__(self, module):
        self.module = module
        self.functions = []
        self.in_body = 0
        self.found = []

    def on_visit(self, node):
        if isinstance(node, cst.Annotation | cst.Import | cst.ImportFrom):
            return False
        if is_call(node, UNREAD_CALLS) or (isinstance(node, cst.Assign) and is_call(node.value, {"TypeVar"})):
            return False
        if isinstance(node, cst.If) and isinstance(node.test, cst.Name) and node.test.value == "TYPE_CHECKING":
            return False
        if isinstance(node, cst.FunctionDef):
            self.functions.append(node)
        if self.functions and node is self.functions[0].body:
            self.in_body += 1
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                for mutated in operator(node):
                    self._note(operator.__name__.removeprefix("operator_"), node, mutated)
        return True

    def on_leave(self, node):
        if self.functions and node is self.functions[0].body:
            self.in_body -= 1
        if isinstance(node, cst.FunctionDef):
            self.functions.pop()

    def _note(self, operator, node, mutated):
        span = self.get_metadata(ByteSpanPositionProvider, node)
        function = None
        if self.in_body:
            outermost = self.functions[0]
            first = outermost.decorators[0] if outermost.decorators else outermost
            function = (outermost.name.value, self.get_metadata(PositionProvider, first).start.line)
        line = self.get_metadata(PositionProvider, node).start.line
        text = self.module.code_for_node(mutated)
        self.found.append((span.start, span.start + span.length, text, operator, line, function))


def mutants_of(path):
    """All mutants of one module that compile to something else than the module itself."""
    source = (SOURCE / path).read_bytes()
    wrapper = MetadataWrapper(cst.parse_module(source))
    finder = Finder(wrapper.module)
    wrapper.visit(finder)
    same = ast.dump(ast.parse(source))
    numbers = Counter()
    seen = set()
    mutants = []
    for start, end, replacement, operator, line, function in finder.found:
        text = source[:start] + replacement.encode() + source[end:]
        try:
            tree = ast.dump(ast.parse(text))
            compile(text, path, "exec")
        except SyntaxError:
            continue
        if tree == same or tree in seen:
            continue
        seen.add(tree)
        mutant = Mutant(str(path), 0, line, function, operator, start, end, replacement)
        numbers[mutant.change] += 1
        mutants.append(Mutant(str(path), numbers[mutant.change], line, function, operator, start, end, replacement))
    return mutants


def paths():
    """Every module of the package."""
    return [str(path.relative_to(SOURCE)) for path in sorted(SOURCE.rglob("*.py"))]
