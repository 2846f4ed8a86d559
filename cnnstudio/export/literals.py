"""Tells the literals in a line of code from the rest, so that lines that differ in numbers only can share a text."""

import ast
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

POSITIONS: Mapping[str, tuple[str, ...]] = {
    "nn.Conv2d": ("in_channels", "out_channels"),
    "nn.ConvTranspose2d": ("in_channels", "out_channels"),
    "nn.Linear": ("in_features", "out_features"),
    "nn.BatchNorm1d": ("num_features",),
    "nn.BatchNorm2d": ("num_features",),
    "nn.GroupNorm": ("num_groups", "num_channels"),
    "nn.LayerNorm": ("normalized_shape",),
    "nn.PReLU": ("num_parameters",),
    "nn.ZeroPad2d": ("padding",),
    "FixedKernel": ("kernel",),
    "SqueezeExcitation": ("channels", "few"),
}
"""Callable -> the names of its arguments that are written by position."""

DEFAULTS: Mapping[str, Mapping[str, str]] = {
    "nn.Conv2d": {"stride": "1", "padding": "0", "dilation": "1", "groups": "1", "bias": "True"},
    "nn.ConvTranspose2d": {
        "stride": "1", "padding": "0", "output_padding": "0", "groups": "1", "bias": "True", "dilation": "1"},
    "nn.Linear": {"bias": "True"},
    "nn.BatchNorm1d": {"eps": "1e-05", "momentum": "0.1"},
    "nn.BatchNorm2d": {"eps": "1e-05", "momentum": "0.1"},
    "nn.LayerNorm": {"eps": "1e-05", "elementwise_affine": "True"},
    "nn.GroupNorm": {"eps": "1e-05"},
    "nn.MaxPool2d": {"padding": "0", "ceil_mode": "False"},
    "nn.AvgPool2d": {"padding": "0", "ceil_mode": "False"},
}
"""Callable -> the keyword arguments that are not written when they have this value, in the order they are written."""

_HOLE = re.compile(r"hole_\d+_")
_LEFT_OUT = "\0"
_WITHOUT = re.compile(r"(, )?\w+=\0(?(1)|(?:, )?)")


@dataclass(frozen=True, slots=True)
class Literal:
    """One value in the text.

    Attributes
    ----------
    role : the argument it is, such as ``"in_channels"``; ``"value"`` when it is none with a name
    text : Python source of the value
    is_left_out : it is a default the text does not mention
    """

    role: str
    text: str
    is_left_out: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A text around literals: ``pieces[0] literals[0] pieces[1] ...``, with one more piece than literals."""

    pieces: tuple[str, ...]
    literals: tuple[Literal, ...] = ()

    def filled(self, texts: tuple[str, ...]) -> str:
        """Return the text with ``texts`` for the literals; those that are `LEFT_OUT` go with their keyword."""
        text = self.pieces[0] + "".join(
            value + piece for value, piece in zip(texts, self.pieces[1:], strict=True))
        return _WITHOUT.sub("", text) if _LEFT_OUT in text else text


LEFT_OUT = _LEFT_OUT
"""Given to `Pattern.filled` for an argument that need not be written."""


def joined(*parts: str | Literal) -> Pattern:
    """Return the pattern made of texts and literals in a row."""
    pieces, literals = [""], []
    for part in parts:
        if isinstance(part, str):
            pieces[-1] += part
        else:
            literals.append(part)
            pieces.append("")
    return Pattern(tuple(pieces), tuple(literals))


@lru_cache(maxsize=8192)
def pattern(text: str) -> Pattern:
    """Return an expression's text apart from its literals; defaults its calls leave out are literals too."""
    if not text:
        return Pattern(("",))
    finder = _Finder()
    tree = finder.visit(ast.parse(text, mode="eval").body)
    return Pattern(tuple(_HOLE.split(ast.unparse(tree))), tuple(finder.found))


class _Finder(ast.NodeTransformer):
    """Puts a name in the place of each literal and keeps what was there."""

    def __init__(self) -> None:
        self.found: list[Literal] = []
        self._role = "value"

    def visit(self, node: ast.AST) -> Any:
        """Replace a literal as a whole, and look inside everything else."""
        if isinstance(node, ast.expr) and _is_literal(node):
            return self._hole(Literal(self._role, ast.unparse(node)))
        return super().visit(node)

    def visit_Call(self, node: ast.Call) -> ast.Call:
        """Give each argument its role and write the defaults out."""
        name = ast.unparse(node.func)
        roles = POSITIONS.get(name, ())
        if not isinstance(node.func, ast.Name):
            node.func = self._inside(node.func, "value")
        node.args = [
            self._inside(argument, roles[index] if index < len(roles) else "value")
            for index, argument in enumerate(node.args)]
        given = {word.arg: word.value for word in node.keywords}
        defaults = DEFAULTS.get(name, {})
        node.keywords = [
            ast.keyword(role, self._inside(given[role], str(role)) if role in given
                        else self._hole(Literal(str(role), defaults[str(role)], is_left_out=True)))
            for role in [*(role for role in given if role not in defaults), *defaults]]
        return node

    def visit_Slice(self, node: ast.Slice) -> ast.Slice:
        """Tell the start of a slice from its stop."""
        if node.lower is not None:
            node.lower = self._inside(node.lower, "start")
        if node.upper is not None:
            node.upper = self._inside(node.upper, "stop")
        return node

    def _inside(self, node: ast.expr, role: str) -> ast.expr:
        before, self._role = self._role, role
        changed: ast.expr = self.visit(node)
        self._role = before
        return changed

    def _hole(self, literal: Literal) -> ast.Name:
        self.found.append(literal)
        return ast.Name(f"hole_{len(self.found) - 1}_", ast.Load())


def _is_literal(node: ast.expr) -> bool:
    """Return whether an expression is made of constants only; `None` in a subscript is an axis, no value."""
    if isinstance(node, ast.Constant):
        return node.value is not None
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.operand, ast.Constant)
    return isinstance(node, (ast.Tuple, ast.List)) and bool(node.elts) and all(map(_is_literal, node.elts))
