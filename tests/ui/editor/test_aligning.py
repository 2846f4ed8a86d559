"""Aligning and spreading the selected layers, by key, menu and button."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import key

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
THREE = ("conv2d_1", "relu_1", "flatten_1")
"""Put to (0, 144), (100, 300) and (40, 600); each 208 x 72."""


@pytest.fixture(autouse=True)
def scattered(page: NetworkPage) -> None:
    page.session.graph.move("relu_1", 100, 300)
    page.session.graph.move("flatten_1", 40, 600)
    page.session.select(THREE)
    QApplication.processEvents()


def places(page: NetworkPage) -> list[tuple[float, float]]:
    nodes = page.session.graph.nodes
    return [(nodes[node_id].x, nodes[node_id].y) for node_id in THREE]


@pytest.mark.parametrize(("code", "label", "expected"), [
    (Qt.Key.Key_Left, "Align left", [(0, 144), (0, 300), (0, 600)]),
    (Qt.Key.Key_Right, "Align right", [(100, 144), (100, 300), (100, 600)]),
    (Qt.Key.Key_E, "Align centres", [(50, 144), (50, 300), (50, 600)]),
    (Qt.Key.Key_Up, "Align top", [(0, 144), (100, 144), (40, 144)]),
    (Qt.Key.Key_Down, "Align bottom", [(0, 600), (100, 600), (40, 600)]),
    (Qt.Key.Key_M, "Align middles", [(0, 372), (100, 372), (40, 372)]),
    (Qt.Key.Key_V, "Distribute vertically", [(0, 144), (100, 372), (40, 600)]),
    (Qt.Key.Key_H, "Distribute horizontally", [(0, 144), (100, 300), (50, 600)]),
])
def test_each_key_is_one_named_step(page: NetworkPage, code: Qt.Key, label: str, expected: list[object]) -> None:
    before = places(page)
    key(page, code, CTRL_SHIFT)
    assert places(page) == expected
    assert page.session.undo_stack.count() == 1
    assert page.session.undo_stack.undoText() == label
    key(page, code, CTRL_SHIFT)
    assert page.session.undo_stack.count() == 1     # nothing left to do is no step
    page.session.undo_stack.undo()
    assert places(page) == before


def test_too_few_layers_are_a_sentence(page: NetworkPage) -> None:
    page.session.select(["relu_1"])
    key(page, Qt.Key.Key_Left, CTRL_SHIFT)
    page.session.select(["relu_1", "flatten_1"])
    key(page, Qt.Key.Key_V, CTRL_SHIFT)
    assert [severity for severity, _text in page.messages] == ["info", "info"]
    assert page.session.undo_stack.count() == 0


def test_the_button_opens_a_menu_of_what_can_be_done(page: NetworkPage) -> None:
    button = page.toolbar.align
    page.session.select(["relu_1"])
    assert not button.isEnabled()
    page.session.select(["relu_1", "flatten_1"])
    assert button.isEnabled()
    button.menu().aboutToShow.emit()
    actions = {action.objectName(): action for action in button.menu().actions() if action.objectName()}
    assert [name for name, action in actions.items() if not action.isEnabled()] == [
        "distribute_across", "distribute_down"]
    actions["align_left"].trigger()
    assert places(page)[1:] == [(40, 300), (40, 600)]


def test_the_context_menu_of_several_layers_aligns_them(page: NetworkPage) -> None:
    menu = page.make_menu()
    submenu = next(action.menu() for action in menu.actions() if action.menu() is not None)
    next(action for action in submenu.actions() if action.objectName() == "align_right").trigger()
    assert places(page)[0] == (100, 144)
    menu.deleteLater()
    page.session.select(["relu_1"])
    assert not [action for action in page.make_menu().actions() if action.menu() is not None]


def test_the_keys_work_in_the_layer_table_too(page: NetworkPage) -> None:
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Left, CTRL_SHIFT)
    assert [x for x, _y in places(page)] == [0, 0, 0]
