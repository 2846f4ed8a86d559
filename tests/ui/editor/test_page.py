"""The page as a whole: empty canvas, presets, search, menu, files, names for screen readers."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
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
)

from cnnstudio.network.edits import ReplaceGraph
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
        "rename", "duplicate", "copy", "cut", "move_up", "move_down", "disconnect", "remove"]
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
