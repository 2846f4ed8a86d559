"""Looks at generated code before it is given away: nothing in it may do more than compute, read images and print."""

import ast
import builtins

from cnnstudio.errors import CNNStudioError
from cnnstudio.wording import translate

IMPORTS = frozenset({
    "argparse", "csv", "cv2", "hashlib", "io", "json", "math", "matplotlib", "numpy", "onnxruntime", "pathlib", "PIL",
    "random", "re", "struct", "sys", "time", "torch", "torchvision", "unicodedata"})
"""Top-level modules that generated code may import."""

BUILTINS = frozenset({
    "abs", "all", "any", "ascii", "bool", "bytearray", "bytes", "dict", "enumerate", "filter", "float", "format",
    "frozenset", "int", "isinstance", "iter", "len", "list", "map", "max", "min", "next", "object", "ord", "pow",
    "print", "range", "repr", "reversed", "round", "set", "slice", "sorted", "str", "sum", "super", "tuple", "type",
    "zip", "__name__", "__file__"})
"""Names of Python that it may use, besides exceptions and constants."""

_DUNDERS = frozenset({"__init__", "__name__", "__file__", "__version__"})
_ATTRIBUTES = frozenset({
    "system", "popen", "spawn", "fork", "exec", "unlink", "rmdir", "rmtree", "rename", "symlink_to", "chmod",
    "hub", "jit", "fromfile", "memmap", "loadtxt", "genfromtxt", "modules", "settrace", "setprofile", "_getframe",
    "ctypes", "ctypeslib", "f2py", "distutils", "cpp_extension", "load_library"})
"""Attributes that nothing generated needs, and that could reach outside."""

_NODES = (
    ast.Module, ast.FunctionDef, ast.ClassDef, ast.Return, ast.Assign, ast.AugAssign, ast.AnnAssign, ast.For, ast.While,
    ast.If, ast.With, ast.Raise, ast.Assert, ast.Import, ast.ImportFrom, ast.Expr, ast.Pass, ast.Break, ast.Continue,
    ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Lambda, ast.IfExp, ast.Dict, ast.Set, ast.ListComp, ast.SetComp,
    ast.DictComp, ast.GeneratorExp, ast.Yield, ast.Compare, ast.Call, ast.FormattedValue, ast.JoinedStr, ast.Constant,
    ast.Attribute, ast.Subscript, ast.Starred, ast.Name, ast.List, ast.Tuple, ast.Slice, ast.Try, ast.ExceptHandler,
    ast.arguments, ast.arg, ast.keyword, ast.alias, ast.withitem, ast.comprehension, ast.expr_context, ast.boolop,
    ast.operator, ast.unaryop, ast.cmpop)


class ExportError(CNNStudioError):
    """Something that cannot be given away."""


def check_code(text: str, *, imports: frozenset[str] = IMPORTS) -> None:
    """Raise ExportError when generated code holds a syntax, import, name or attribute that it has no need of.

    It is a second lock, behind identifiers that are made here and names that are written as literals.

    Parameters
    ----------
    text : of a whole Python file, or all code cells of a notebook
    imports : top-level modules it may import
    """
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        raise ExportError(_sentence(f"line {getattr(error, 'lineno', 0)}")) from error
    known = BUILTINS | _constants_and_errors() | _own_names(tree)
    for node in ast.walk(tree):
        if _is_foreign(node, known, imports):
            raise ExportError(_sentence(f"{type(node).__name__} in line {getattr(node, 'lineno', 0)}"))


def _sentence(place: str) -> str:
    return translate("export", "The code was not written, for it would hold something it should not ({place}). Please "
                     "report this as an error of the program, with the network's file.", place=place)


def _is_foreign(node: ast.AST, known: frozenset[str], imports: frozenset[str]) -> bool:
    if not isinstance(node, _NODES):
        return True
    if isinstance(node, ast.Import):
        return any(alias.name.partition(".")[0] not in imports for alias in node.names)
    if isinstance(node, ast.ImportFrom):
        return bool(node.level) or str(node.module).partition(".")[0] not in imports
    if isinstance(node, ast.Attribute):
        return node.attr in _ATTRIBUTES or (node.attr.startswith("__") and node.attr not in _DUNDERS)
    return isinstance(node, ast.Name) and node.id not in known


def _constants_and_errors() -> frozenset[str]:
    return frozenset(name for name, value in vars(builtins).items()
                     if isinstance(value, type) and issubclass(value, Exception))


def _own_names(tree: ast.Module) -> frozenset[str]:
    """Return every name the code binds itself; names of Python that it must not use do not become its own."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
        elif isinstance(node, ast.alias):
            names.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            names.add(node.name)
    return frozenset(names - (set(vars(builtins)) - BUILTINS - {"input"}))
