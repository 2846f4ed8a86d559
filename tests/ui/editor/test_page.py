"""The page as a whole: empty canvas, presets, search, menu, files, names for screen readers."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from cnnstudio.network.edits import AddNode, ReplaceGraph
from cnnstudio.network.graph import NetworkGraph
from cnnstudio.ui.editor.page import NetworkPage
from tests.ui.editor.hands import key


def settle() -> None:
    QApplication.processEvents()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_empty_canvas_says_what_to_do(page: NetworkPage) -> None:
    assert not page.overlays.empty.isVisible()
    page.session.push(ReplaceGraph(NetworkGraph()))
    settle()
    assert page.overlays.empty.isVisible()
    page.overlays.empty.action_requested.emit()
    assert page.toolbar.popup.isVisible()
    page.toolbar.popup.close()
    page.commands.insert("Input")
    settle()
    assert not page.overlays.empty.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_presets_list_replaces_the_network(page: NetworkPage) -> None:
    page.toolbar.presets.click()
    popup = page.toolbar.popup
    assert popup.isVisible()
    assert not popup.fit.isVisible()        # there are no images to fit to
    popup.grab()
    titles = [popup.list.item(row).text() for row in range(popup.list.count())]
    popup.list.setCurrentRow(titles.index("LeNet-5"))
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert page.workspace.network_name == "lenet5"
    assert page.session.undo_stack.count() == 1


def test_search_goes_from_match_to_match(page: NetworkPage) -> None:
    search = page.toolbar.search
    key(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is search
    search.setText("l")
    visited = []
    for _ in range(4):
        search.returnPressed.emit()
        visited.append(page.session.current)
    assert visited == ["relu_1", "flatten_1", "linear_1", "relu_1"]
    search.setText("zebra")
    search.returnPressed.emit()
    assert page.messages[-1] == ("info", "No layer matches that.")


def test_the_menu_offers_what_fits_the_selection(page: NetworkPage) -> None:
    names = lambda: [action.objectName() for action in page.make_menu().actions() if action.objectName()]  # noqa: E731
    assert "paste" in names()
    page.session.select(["relu_1"])
    assert names() == [
        "rename", "duplicate", "copy", "cut", "fold", "move_up", "move_down", "disconnect", "remove"]
    next(action for action in page.make_menu().actions() if action.objectName() == "remove").trigger()
    assert "relu_1" not in page.session.graph.nodes


def test_file_buttons_ask_for_a_file(page: NetworkPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "net"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    page.toolbar.findChild(QToolButton, "save_network").click()
    assert (tmp_path / "net.json").exists()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "net.json"), ""))
    page.toolbar.findChild(QToolButton, "open_network").click()
    assert page.workspace.network_name == "net"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    page.toolbar.findChild(QToolButton, "open_network").click()
    assert page.session.undo_stack.count() == 1


def test_the_menu_saves_a_picture_of_the_canvas(page: NetworkPage, tmp_path: Path,
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "net"), ""))
    next(action for action in page.make_menu().actions() if action.objectName() == "save_picture").trigger()
    assert (tmp_path / "net.png").read_bytes().startswith(b"\x89PNG")
    assert page.messages[-1] == ("good", "Saved net.png.")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "net.gif"), ""))
    page.toolbar.save_picture()
    assert page.messages[-1][0] == "error"


def test_the_way_to_an_image_leads_to_the_data_page(page: NetworkPage, qtbot) -> None:
    with qtbot.waitSignal(page.navigate_requested) as asked:
        page.panel.overview.findChild(QPushButton, "choose_image").click()
    assert asked.args == ["data"]


def test_everything_that_can_be_used_has_a_name_for_screen_readers(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    settle()
    kinds = (QAbstractItemView, QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit, QPushButton, QToolButton)
    nameless = [widget for kind in kinds for widget in page.findChildren(kind)
                if not widget.isHidden() and not widget.accessibleName() and not _is_part_of_another(widget)]
    assert [f"{type(widget).__name__} {widget.objectName()} in {widget.parent()}" for widget in nameless] == []


def _is_part_of_another(widget) -> bool:
    """Whether Qt itself made the widget: the text part of a spin box, a clear button, a list of a box."""
    return widget.objectName().startswith("qt_") or isinstance(widget.parent(), QAbstractSpinBox | QLineEdit) or any(
        "Private" in parent.metaObject().className() for parent in _parents(widget)) or type(
        widget.parent()).__name__ in ("QTabBar", "QTabWidget")


def _parents(widget):
    while widget is not None:
        yield widget
        widget = widget.parent()


def test_the_page_does_not_import_torch() -> None:
    code = "import sys, cnnstudio.ui.editor.page; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_merge_is_wired_by_keyboard_through_its_from_boxes(page: NetworkPage) -> None:
    graph = page.session.graph
    merge = graph.new_node("Concatenate", 300, 400)
    page.session.push(AddNode(merge))
    page.session.select([merge.id])
    key(page, Qt.Key.Key_Return)
    for port, source in enumerate(("conv2d_1", "relu_1", "relu_1")):
        QApplication.processEvents()
        box = page.panel.findChildren(QComboBox, f"source_{port}")[-1]
        assert box.accessibleName() == f"Input {port + 1}"
        box.setFocus()
        while box.currentData() != source:
            before = box.currentIndex()
            QTest.keyClick(box, Qt.Key.Key_Down)
            assert box.currentIndex() > before, f"{source} is not offered"
    assert graph.predecessors(merge.id) == ["conv2d_1", "relu_1", "relu_1"]
    assert page.session.analysis.shapes[merge.id] == (24, 30, 30)
    QApplication.processEvents()
    assert page.panel.findChildren(QComboBox, "source_3")      # one more is offered
    assert [page.session.undo_stack.text(step) for step in (1, page.session.undo_stack.count() - 1)] == ["Connect"] * 2


def test_every_part_that_takes_the_keyboard_has_a_name_for_screen_readers(page: NetworkPage) -> None:
    page.session.select(["conv2d_1"])
    for shown in (page.outline, page.palette_panel):
        page.side.setCurrentWidget(shown)
        for tab in range(page.tabs.count()):
            page.tabs.setCurrentIndex(tab)
            QApplication.processEvents()
            nameless = [f"{type(widget).__name__} {widget.objectName()} in {widget.parentWidget().objectName()}"
                        for widget in page.findChildren(QWidget)
                        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
                        and widget.focusProxy() is None and not spoken_name(widget)]
            assert not nameless, "\n".join(nameless)


def spoken_name(widget: QWidget) -> str:
    """Give what a screen reader says; fields inside a box are spoken for by the box."""
    interface = QAccessible.queryAccessibleInterface(widget)
    own = interface.text(QAccessible.Text.Name) if interface is not None else ""
    parent = widget.parentWidget()
    inside = isinstance(parent, (QAbstractSpinBox, QComboBox)) and parent.accessibleName()
    return widget.accessibleName() or own or (inside or "")
