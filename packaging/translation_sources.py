"""Collects every text that the program's source marks for translation, with the context it is looked up by."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_TRANSLATING = {"QCoreApplication.translate", "QT_TRANSLATE_NOOP", "translate"}
_GLUE = {"str"}


@dataclass(frozen=True, slots=True, order=True)
class SourceText:
    """A text to translate: the context it is looked up by, the English words, and the files it stands in."""

    context: str
    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A call whose text cannot be known from the source."""

    where: str
    line: int
    code: str


@dataclass(frozen=True, slots=True)
class _Marker:
    """A function of the program that hands its first argument to Qt's translation."""

    context: str
    has_context_argument: bool = False


@dataclass(slots=True)
class Source:
    """One file: its tree, its constants and the functions in it that mark texts."""

    path: Path
    module: str
    tree: ast.Module
    constants: dict[str, str] = field(default_factory=dict)
    markers: dict[str, _Marker] = field(default_factory=dict)


def read_sources(package: Path) -> dict[str, Source]:
    """Return the files of ``package`` by the names of their modules, with what marks texts in each."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        module = ".".join(path.relative_to(package.parent).with_suffix("").parts)
        found[module] = source_of(path.read_text(encoding="utf-8"), module, path)
    for source in found.values():
        _take_imported(source, found)
    return found


def source_of(code: str, module: str, path: Path | None = None) -> Source:
    """Return one file's ``code`` as a source; what it imports from others is not followed."""
    source = Source(path or Path(f"{module}.py"), module, ast.parse(code))
    for node in source.tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            text = literal(node.value, source)
            if text is not None:
                source.constants[node.targets[0].id] = text
    for node in source.tree.body:
        if isinstance(node, ast.FunctionDef):
            marker = _marker_of(node, source)
            if marker is not None:
                source.markers[node.name] = marker
    return source


def _marker_of(function: ast.FunctionDef, source: Source) -> _Marker | None:
    """Return what a function such as ``def _tr(text): return QCoreApplication.translate("Name", text)`` marks."""
    arguments = [argument.arg for argument in function.args.args]
    last = function.body[-1]
    call = _inside(last.value) if isinstance(last, ast.Return) else None
    if not arguments or call is None or ast.unparse(call.func) not in _TRANSLATING or len(call.args) < 2:
        return None
    context, text = call.args[:2]
    if ast.unparse(text) != arguments[0]:
        return None
    if isinstance(context, ast.Name) and context.id in arguments:
        default = literal(function.args.defaults[-1], source) if function.args.defaults else None
        return _Marker(default or "", has_context_argument=True)
    name = literal(context, source)
    return _Marker(name) if name is not None else None


def _inside(node: ast.expr | None) -> ast.Call | None:
    """Return the call in ``str(call)``, or the call itself."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) in _GLUE and node.args:
        return _inside(node.args[0])
    return node if isinstance(node, ast.Call) else None


def _take_imported(source: Source, all_sources: dict[str, Source]) -> None:
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ImportFrom) and node.module in all_sources:
            origin = all_sources[node.module]
            for name in node.names:
                own = name.asname or name.name
                if name.name in origin.markers:
                    source.markers.setdefault(own, origin.markers[name.name])
                if name.name in origin.constants:
                    source.constants.setdefault(own, origin.constants[name.name])


def literal(node: ast.expr, source: Source) -> str | None:
    """Return the text of a literal or of a constant of the file, or None."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = literal(node.left, source), literal(node.right, source)
        return parts[0] + parts[1] if parts[0] is not None and parts[1] is not None else None
    if isinstance(node, ast.Call) and node.args:
        return literal(node.args[-1], source) if ast.unparse(node.func) in {*_TRANSLATING, *source.markers} else None
    return source.constants.get(node.id) if isinstance(node, ast.Name) else None


def _choices(node: ast.expr, source: Source) -> list[str] | None:
    """Return the texts ``node`` may be: one, or those of ``a if condition else b``."""
    if isinstance(node, ast.IfExp):
        one, other = _choices(node.body, source), _choices(node.orelse, source)
        return one + other if one is not None and other is not None else None
    text = literal(node, source)
    return None if text is None else [text]


def texts_of(source: Source) -> Iterator[SourceText | Unreadable]:
    """Yield each marked text of a file, and each call that hands on a text it does not spell out."""
    collector = _Collector(source)
    collector.visit(source.tree)
    yield from collector.found


class _Collector(ast.NodeVisitor):
    """Walks a file and remembers which class it is in."""

    def __init__(self, source: Source) -> None:
        self.found: list[SourceText | Unreadable] = []
        self._source = source
        self._classes: list[str] = []
        self._functions: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._functions.append(node.name)
        if self._classes or node.name not in self._source.markers:  # a marker's own call names no text
            self.generic_visit(node)
        self._functions.pop()

    def visit_Call(self, node: ast.Call) -> None:
        marked = self._marked(node)
        if marked is not None:
            self._take(node, *marked)
        self.generic_visit(node)

    def _marked(self, node: ast.Call) -> tuple[str | None, ast.expr] | None:
        """Return context and text of a call that translates."""
        name, arguments = ast.unparse(node.func), node.args
        if not arguments:
            return None
        if name.endswith(".tr") and isinstance(node.func, ast.Attribute):
            return (self._classes[-1] if self._classes else self._source.module.split(".")[-1]), arguments[0]
        if name in _TRANSLATING and len(arguments) > 1:
            return literal(arguments[0], self._source), arguments[1]
        if name in self._source.markers:
            marker = self._source.markers[name]
            own = marker.has_context_argument and len(arguments) > 1
            return (literal(arguments[1], self._source) if own else marker.context), arguments[0]
        return None

    def _take(self, node: ast.Call, context: str | None, text: ast.expr) -> None:
        texts = _choices(text, self._source)
        if context is None or texts is None:
            self.found.append(Unreadable(self._source.module, node.lineno, ast.unparse(node)))
        else:
            self.found += [SourceText(context, one, self._source.module) for one in texts if one.strip()]
