"""No text of the window goes round the translation: every literal that a widget shows is given to ``tr``."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import cnnstudio

_UI = Path(cnnstudio.__file__).parent / "ui"
_SHOWING = {
    "addAction", "addItem", "addItems", "addMenu", "addTab", "appendPlainText", "getOpenFileName",
    "getSaveFileName", "getExistingDirectory", "insertItem", "insertTab", "setAccessibleDescription",
    "setAccessibleName", "setButtonText", "setDetailedText", "setFormat", "setHeaderLabels",
    "setHorizontalHeaderLabels", "setInformativeText", "setPlaceholderText", "setPlainText", "setPrefix",
    "setSpecialValueText", "setStatusTip", "setSuffix", "setTabText", "setTabToolTip", "setText", "setTitle",
    "setToolTip", "setWhatsThis", "setWindowTitle", "showMessage",
    "ElidedLabel", "QAction", "QCheckBox", "QGroupBox", "QLabel", "QMenu", "QPushButton", "QRadioButton", "QToolButton",
    "described", "label",
}
"""Calls whose text somebody reads or hears; those with a capital are constructors, the last two the program's own."""
_READ = {"described": (2, 3), "addTab": (1, 2), "insertTab": (2, 3), "insertItem": (1, 2), "addAction": (0, 1),
         "addMenu": (0, 1), "getOpenFileName": (1, 3), "getSaveFileName": (1, 3), "getExistingDirectory": (1,)}
"""Which arguments of a call are read, where it is not the first one: others are names for tests, icons or data."""
_NO_WORDS = re.compile(
    r"[\d\W_]*|CNN|Studio|px|MB|GB|kB|ms|min|s|Hz|SHA-256|.*\.(?:html|csv|png|svg|py|json|cnnstudio)|https?:.*"
    r"|[KM]?i?B|f\d+|<[^>]*>|[A-Z]\d?|Ctrl\+.*|Esc|ONNX|PyTorch|JSON")
"""Units, signs, names of formats and of the program."""


def _called(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _bare_in(code: str) -> list[tuple[int, str]]:
    """Return line and text of each literal that a widget is given as it is."""
    return [found for call in ast.walk(ast.parse(code)) if isinstance(call, ast.Call) and _called(call) in _SHOWING
            for value in _read_arguments(call) for found in _literals(value)]


def _read_arguments(call: ast.Call) -> Iterator[ast.expr]:
    yield from (call.args[place] for place in _READ.get(_called(call), (0,)) if place < len(call.args))
    yield from (keyword.value for keyword in call.keywords if keyword.arg in {"text", "title", "tip", "help_text"})


def _literals(node: ast.AST) -> Iterator[tuple[int, str]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if not all(_NO_WORDS.fullmatch(word) for word in node.value.split() or [""]):
            yield node.lineno, node.value
    elif isinstance(node, (ast.JoinedStr, ast.BinOp, ast.IfExp, ast.BoolOp, ast.List, ast.Tuple)):
        children = [node.body, node.orelse] if isinstance(node, ast.IfExp) else ast.iter_child_nodes(node)
        for child in children:
            yield from _literals(child)


def test_no_text_of_the_window_goes_round_the_translation() -> None:
    bare = [f"{file.relative_to(_UI)}:{line}: {text[:60]}" for file in sorted(_UI.rglob("*.py"))
            for line, text in _bare_in(file.read_text(encoding="utf-8"))]
    assert bare == []


@pytest.mark.parametrize("code", [
    'self.name.setText("Open a folder")', 'QLabel("Accuracy", self)', 'button.setToolTip(f"Open {name} again")',
    'self.tabs.addTab(page, "Curves")', 'label("Nothing yet" if empty else self.tr("Ready"))',
    'described(box, "box", "Which class")', 'self.line.setText(self.tr("Loss: ") + "none")'])
def test_a_text_that_goes_round_it_is_noticed(code: str) -> None:
    assert _bare_in(code)


@pytest.mark.parametrize("code", [
    'self.name.setText(self.tr("Open a folder"))', 'QLabel(self)', 'self.size.setSuffix(" MB")',
    'described(box, "box", self.tr("Which class"))', 'self.line.setText(f"{count:,} · {name}")',
    'label(self.tr("Ready"), role="caption", name="ready")', 'box.addItem(self.tr("Hottest"), "hottest")'])
def test_a_translated_text_passes(code: str) -> None:
    assert not _bare_in(code)
