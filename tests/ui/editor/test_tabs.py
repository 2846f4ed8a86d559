"""Layer table, code and problems below the canvas."""

import ast

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from cnnstudio.network.edits import Disconnect, RemoveNodes, SetParameter
from cnnstudio.network.graph import Edge
from cnnstudio.ui.editor.analysis_table import COLUMNS
from cnnstudio.ui.editor.page import NetworkPage


def settle() -> None:
    QApplication.processEvents()


def cells(page: NetworkPage, row: int) -> list[str]:
    model = page.table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_the_table_has_a_row_a_layer_and_totals(page: NetworkPage) -> None:
    assert page.table.model().rowCount() == 7
    assert [column.title for column in COLUMNS] == [
        "Layer", "Kind", "Settings", "Output shape", "Weights", "Multiply-adds", "Memory out",
        "Kept to learn", "Receptive field"]
    row = cells(page, 1)
    assert (row[0], row[1], *row[3:]) == (
        "conv2d_1", "Convolution", "8 × 30 × 30", "80", "64,800", "922 kB", "0", "3 × 3 px")
    assert cells(page, 6)[0] == "6 layers"
    assert cells(page, 6)[4:6] == ["72,090", "136,800"]


def test_the_table_follows_changes(page: NetworkPage) -> None:
    page.session.push(SetParameter("conv2d_1", "out_channels", 4))
    settle()
    assert cells(page, 1)[4] == "40"
    page.session.push(RemoveNodes(("relu_1",)))
    settle()
    assert page.table.model().rowCount() == 6


def test_a_hidden_table_catches_up_when_shown(page: NetworkPage) -> None:
    page.tabs.setCurrentWidget(page.code)
    page.session.push(SetParameter("conv2d_1", "out_channels", 4))
    settle()
    assert cells(page, 1)[4] == "80"
    page.tabs.setCurrentWidget(page.table)
    assert cells(page, 1)[4] == "40"


def test_table_and_canvas_share_one_selection(page: NetworkPage) -> None:
    page.table.selectRow(2)
    assert page.session.selected == ("relu_1",)
    assert page.scene.nodes["relu_1"].isSelected()
    page.session.select(["linear_1", "flatten_1"])
    rows = sorted(index.row() for index in page.table.selectionModel().selectedRows())
    assert rows == [3, 4]
    flags = QItemSelectionModel.SelectionFlag
    page.table.selectionModel().select(page.table.model().index(6, 0), flags.ClearAndSelect | flags.Rows)
    assert page.session.selected == ()      # the totals are no layer


def test_the_table_obeys_the_canvas_keys(page: NetworkPage) -> None:
    page.table.selectRow(2)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert Edge("conv2d_1", "flatten_1") in page.session.graph.edges


def test_the_code_is_made_when_looked_at_and_stays_current(page: NetworkPage) -> None:
    assert page.code.text.toPlainText() == ""
    page.tabs.setCurrentWidget(page.code)
    first = page.code.text.toPlainText()
    ast.parse(first)
    assert "nn.Conv2d" in first
    page.session.push(SetParameter("conv2d_1", "out_channels", 21))
    settle()
    assert page.code.text.toPlainText() != first
    assert "21" in page.code.text.toPlainText()
    page.code.findChild(QPushButton, "copy_code").click()
    assert QGuiApplication.clipboard().text() == page.code.text.toPlainText()
    assert page.messages[-1][0] == "good"


def test_without_a_valid_network_the_code_tab_says_why(page: NetworkPage) -> None:
    page.tabs.setCurrentWidget(page.code)
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    settle()
    assert page.code.text.toPlainText() == ""
    assert not page.code.findChild(QPushButton, "copy_code").isEnabled()


def test_problems_are_counted_in_the_title_and_mended_by_a_button(page: NetworkPage) -> None:
    place = page.tabs.indexOf(page.problems)
    assert page.tabs.tabText(place) == "Problems"
    assert not page.overlays.problems.isVisible()
    page.session.push(SetParameter("linear_1", "in_features", 1024))
    settle()
    assert page.tabs.tabText(place) == "Problems (1)"
    assert page.overlays.problems.isVisible()
    assert page.overlays.problems.words.text() == "The network cannot be trained yet: 1 problem"
    page.overlays.problems.findChild(QPushButton, "show_problems").click()
    assert page.tabs.currentWidget() is page.problems
    page.problems.findChild(QToolButton, "show_layer").click()
    assert page.session.selected == ("linear_1",)
    page.problems.findChild(QPushButton, "mend_button").click()
    settle()
    assert page.tabs.tabText(place) == "Problems"
    assert page.session.analysis.is_trainable


def test_an_unconnected_layer_is_a_problem_with_its_name(page: NetworkPage) -> None:
    page.session.push(Disconnect(Edge("relu_1", "flatten_1")))
    settle()
    assert any("flatten_1" in problem.message for problem in page.session.analysis.problems)


def test_a_narrow_table_leaves_out_what_the_canvas_shows_and_clips_nothing(page: NetworkPage) -> None:
    settle()
    around = page.width() - page.table.viewport().width()
    widths = page.table._widths
    needed = sum(widths) - widths[2]     # without the settings
    for width, hidden in (
            (needed + 300, set()), (needed + 20, {"Settings"}), (needed - 20, {"Settings", "Memory out"})):
        page.resize(width + around, 900)
        settle()
        shown = {column.title for number, column in enumerate(COLUMNS) if not page.table.isColumnHidden(number)}
        assert shown == {column.title for column in COLUMNS} - hidden
        assert page.table.horizontalScrollBar().maximum() == 0


def test_a_column_left_out_for_a_wider_one_comes_back_where_it_has_room(page: NetworkPage) -> None:
    settle()
    around = page.width() - page.table.viewport().width()
    page.table._widths = [120, 160, 100, 110, 90, 130, 90, 260, 120]
    page.resize(120 + 110 + 90 + 130 + 120 + 165 + around, 900)    # room for Kind once Kept to learn has gone
    settle()
    assert [number for number in range(len(COLUMNS)) if page.table.isColumnHidden(number)] == [2, 6, 7]
