"""The Code tab: current while it is seen, its lines and the canvas share one selection, and it can be saved."""

import ast
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.export.pytorch_source import source
from cnnstudio.network.block_edits import Fold, SetRepeat
from cnnstudio.network.edits import RemoveNodes, SetParameter
from cnnstudio.ui.editor.page import NetworkPage


@pytest.fixture
def code(page: NetworkPage, qtbot: QtBot) -> NetworkPage:
    """Show the code."""
    page.tabs.setCurrentWidget(page.code)
    qtbot.waitUntil(lambda: page.code.text.toPlainText() != "")
    return page


def marked(page: NetworkPage) -> list[str]:
    """Return the marked lines."""
    return [mark.cursor.block().text().strip() for mark in page.code.text.extraSelections()]


def click(page: NetworkPage, part: str) -> None:
    """Click into the first line with ``part``."""
    text = page.code.text
    number = next(n for n, line in enumerate(text.toPlainText().splitlines()) if part in line)
    cursor = QTextCursor(text.document().findBlockByNumber(number))
    text.setTextCursor(cursor)
    text.ensureCursorVisible()
    place = text.cursorRect(cursor).center() + QPoint(60, 0)
    QTest.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_it_is_the_exported_file_after_every_change(code: NetworkPage, qtbot: QtBot) -> None:
    edits = (SetParameter("conv2d_1", "out_channels", 21), Fold(["conv2d_1", "relu_1"], "Stage"),
             SetRepeat("block_1", 3), SetParameter("conv2d_1", "bias", False), SetRepeat("block_1", 1),
             RemoveNodes(("relu_1",)))
    for edit in edits:
        assert code.session.push(edit)
        qtbot.waitUntil(lambda: code.code.text.toPlainText() == source(code.session.graph), timeout=3000)
    while code.session.undo_stack.canUndo():
        code.session.undo_stack.undo()
        qtbot.waitUntil(lambda: code.code.text.toPlainText() == source(code.session.graph), timeout=3000)


def test_a_selected_layer_is_marked_in_both_of_its_lines(code: NetworkPage) -> None:
    code.session.select(["conv2d_1"])
    assert marked(code) == ["self.conv2d_1 = nn.Conv2d(1, 8, kernel_size=3)",
                            "x = self.conv2d_1(images)  # (N, 8, 30, 30)"]
    code.session.select([])
    assert marked(code) == []


def test_a_selected_block_is_marked_as_class_and_where_it_stands(code: NetworkPage, qtbot: QtBot) -> None:
    code.session.push(Fold(["conv2d_1", "relu_1"], "Stage"))
    qtbot.waitUntil(lambda: "class Stage" in code.code.text.toPlainText())
    code.session.select(["block_1"])
    assert marked(code) == ["# The block 'Stage'", "class Stage(nn.Module):", "self.stage_1 = Stage()",
                            "x = self.stage_1(images)  # (N, 8, 30, 30)"]


def test_a_click_on_a_line_selects_its_layer_or_block(code: NetworkPage, qtbot: QtBot) -> None:
    click(code, "self.linear_1(x)")
    assert code.session.selected == ("linear_1",)
    click(code, "import torch")
    assert code.session.selected == ("linear_1",)
    code.session.push(Fold(["conv2d_1", "relu_1"], "Stage"))
    qtbot.waitUntil(lambda: "class Stage" in code.code.text.toPlainText())
    click(code, "self.stage_1 = ")
    assert code.session.selected_blocks == ("block_1",)
    click(code, "self.relu_1 = ")
    assert code.session.selected == ("relu_1",)


def test_a_selection_out_of_sight_is_scrolled_to_and_one_in_sight_is_not(code: NetworkPage) -> None:
    bar = code.code.text.verticalScrollBar()
    assert bar.value() == 0
    code.session.select(["linear_1"])
    place = bar.value()
    assert place > 0
    code.session.select(["flatten_1"])
    assert bar.value() == place


def test_it_is_saved_as_a_python_file(code: NetworkPage, tmp_path: Path) -> None:
    code.code.save_to(tmp_path / "network.py")
    text = (tmp_path / "network.py").read_text(encoding="ascii")
    assert text == source(code.session.graph)
    ast.parse(text)
    assert code.messages[-1] == ("good", "The code is saved in network.py.")


def test_a_file_that_cannot_be_written_is_told(code: NetworkPage, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code.code.save_to(tmp_path / "file" / "network.py")
    assert code.messages[-1][0] == "error"


def test_a_network_with_errors_has_nothing_to_copy_or_save(code: NetworkPage, qtbot: QtBot) -> None:
    code.session.push(RemoveNodes(("flatten_1",)))
    qtbot.waitUntil(lambda: code.code.text.toPlainText() == "")
    for name in ("copy_code", "save_code"):
        assert not code.code.findChild(QPushButton, name).isEnabled()
    code.session.select(["conv2d_1"])
    assert marked(code) == []
