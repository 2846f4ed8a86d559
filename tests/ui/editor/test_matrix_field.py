"""A kernel is chosen from known ones or typed number by number, and a burst of changes is one undo step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnnstudio.network.edits import AddNode
from cnnstudio.network.kinds.fixed_kernel import KERNEL_PRESETS
from cnnstudio.ui.editor.matrix_field import MatrixField
from cnnstudio.ui.editor.page import NetworkPage

SOBEL_X = ((-1.0, 0.0, 1.0), (-2.0, 0.0, 2.0), (-1.0, 0.0, 1.0))


@pytest.fixture
def kernel(page: NetworkPage):
    """Return a fixed kernel's node, selected, and its field."""
    node = page.session.graph.new_node("FixedKernel", 400, 0)
    page.session.push(AddNode(node))
    page.session.undo_stack.clear()
    page.session.select([node.id])
    QApplication.processEvents()
    field = page.panel.layer.form.fields["kernel"]
    assert isinstance(field, MatrixField)
    return page.session.graph.nodes[node.id], field


def numbers(node):
    return node.parameters["kernel"]


def shown(field):
    return [[cell.value() for cell in row if cell.isVisibleTo(field)] for row in field.cells
            if row[0].isVisibleTo(field)]


def test_a_known_kernel_is_shown_by_its_name(kernel):
    _node, field = kernel
    assert field.presets.currentText() == "Upright edges (Sobel x)"
    assert shown(field) == [list(row) for row in SOBEL_X]


@pytest.mark.parametrize(("index", "preset"), list(enumerate(KERNEL_PRESETS)))
def test_choosing_a_known_kernel_sets_all_numbers_in_one_step(page, kernel, index, preset):
    node, field = kernel
    field.presets.setCurrentIndex(index)
    assert numbers(node) == preset[1]
    assert field.sides.currentData() == len(preset[1])
    assert shown(field) == [list(row) for row in preset[1]]
    assert page.session.undo_stack.count() == (0 if preset[1] == SOBEL_X else 1)


def test_typing_numbers_makes_it_an_own_kernel_and_one_undo_step(page, kernel):
    node, field = kernel
    for column, text in enumerate(("4", "-2.5", "1e-3")):
        cell = field.cells[0][column]
        cell.setFocus()
        cell.selectAll()
        QTest.keyClicks(cell, text)
        QTest.keyClick(cell, Qt.Key.Key_Return)
    assert numbers(node) == ((4.0, -2.5, 0.001), *SOBEL_X[1:])
    assert field.presets.currentText() == "Own numbers"
    assert page.session.undo_stack.count() == 1
    assert page.session.undo_stack.undoText() == "Set kernel"
    page.session.undo_stack.undo()
    QApplication.processEvents()
    assert numbers(node) == SOBEL_X
    assert field.presets.currentText() == "Upright edges (Sobel x)"
    assert page.session.undo_stack.count() == 1


def test_typing_back_a_known_kernel_shows_its_name_again(kernel):
    _node, field = kernel
    field.cells[1][1].setValue(1)
    assert field.presets.currentText() == "Own numbers"
    field.cells[1][1].setValue(0)
    assert field.presets.currentText() == "Upright edges (Sobel x)"


def test_a_larger_kernel_keeps_its_middle_and_a_smaller_one_too(kernel):
    node, field = kernel
    field.sides.setCurrentIndex(field.sides.findData(5))
    zeros = (0.0,) * 5
    assert numbers(node) == (zeros, *((0.0, *row, 0.0) for row in SOBEL_X), zeros)
    field.sides.setCurrentIndex(field.sides.findData(3))
    assert numbers(node) == SOBEL_X


def test_tab_goes_through_the_numbers_row_by_row(page, kernel):
    _node, field = kernel
    page.window().show()
    field.cells[0][0].setFocus()
    visited = []
    for _ in range(9):
        visited.append(QApplication.focusWidget().accessibleName())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert visited == [f"Kernel row {row} column {column}" for row in (1, 2, 3) for column in (1, 2, 3)]


def test_the_up_key_steps_by_one(kernel):
    node, field = kernel
    cell = field.cells[2][2]
    cell.setFocus()
    QTest.keyClick(cell, Qt.Key.Key_Up)
    assert numbers(node)[2] == (-1.0, 0.0, 2.0)


def test_numbers_have_room_to_be_read(page, kernel):
    _node, field = kernel
    field.sides.setCurrentIndex(field.sides.findData(5))
    page.resize(1200, 900)
    page.show()
    QApplication.processEvents()
    for cell in (cell for row in field.cells for cell in row):
        needed = cell.fontMetrics().horizontalAdvance("-0.25")
        assert cell.lineEdit().contentsRect().width() >= needed
        assert cell.lineEdit().geometry().left() >= 0
        assert cell.lineEdit().geometry().right() <= cell.width()


def test_every_number_has_a_name_of_its_own(kernel):
    _node, field = kernel
    names = [widget.accessibleName() for widget in field.widgets()]
    assert len(set(names)) == len(names) == 27
