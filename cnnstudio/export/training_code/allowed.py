"""Checks written code before it leaves the program: only known imports, nothing that runs text."""

import ast

from cnnstudio.errors import RunError
from cnnstudio.wording import translate

IMPORTS = frozenset({"argparse", "cv2", "hashlib", "io", "json", "math", "matplotlib", "numpy", "pathlib", "PIL", "re",
                     "torch", "torchvision"})
_FORBIDDEN_NAMES = frozenset({
    "__builtins__", "__import__", "breakpoint", "compile", "delattr", "eval", "exec", "getattr", "globals", "input",
    "locals", "open", "setattr", "vars"})
_ALLOWED_DUNDERS = frozenset({"__file__", "__init__", "__name__"})
_FORBIDDEN_ATTRIBUTES = frozenset({"hub", "load", "popen", "system", "jit", "ops", "utils_cpp"})
_FORBIDDEN_NODES = (ast.AsyncFunctionDef, ast.Await, ast.Delete, ast.Global, ast.NamedExpr, ast.Nonlocal)


def check_code(text: str) -> None:
    """Raise unless a program does nothing but what a training needs.

    The names of classes and files are literals in it, so that no name can become code; this looks once more.

    Raises
    ------
    RunError
        Naming the line.
    """
    try:
        tree = ast.parse(text)
    except SyntaxError as error:
        raise _refusal(error.lineno or 0) from error
    for node in ast.walk(tree):
        if not _is_allowed(node):
            raise _refusal(getattr(node, "lineno", 0))


def _refusal(line: int) -> RunError:
    return RunError(translate(
        "export", "The code that was written is not what was meant (line {line}), so it was not saved. Please report "
        "this with the run.", line=line))


def _is_allowed(node: ast.AST) -> bool:
    match node:
        case ast.Import():
            return all(alias.name.split(".")[0] in IMPORTS for alias in node.names)
        case ast.ImportFrom():
            return node.level == 0 and (node.module or "").split(".")[0] in IMPORTS
        case ast.Name():
            return node.id not in _FORBIDDEN_NAMES and _is_plain(node.id)
        case ast.Attribute():
            return node.attr not in _FORBIDDEN_ATTRIBUTES and _is_plain(node.attr)
        case _:
            return not isinstance(node, _FORBIDDEN_NODES)


def _is_plain(name: str) -> bool:
    return not name.startswith("__") or name in _ALLOWED_DUNDERS
