"""The window as a whole: pages, opening, dropping, training, closing."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnstudio.network.edits import RemoveNodes, SetParameter
from cnnstudio.ui.actions import ACTIONS, PAGES
from cnnstudio.ui.log_viewer.dialog import LogDialog
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.settings import Settings
from cnnstudio.ui.theme import theme
from cnnstudio.ui.welcome import SampleCard, WelcomePage
from cnnstudio.ui.window_place import place_window
from cnnstudio.ui.workers import TRAIN_SLOT
from tests.helpers.images import make_folder
from tests.helpers.stub_jobs import TrainingStub

NAMES = [info.name for info in PAGES]


def open_pets(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    window.open_folder(make_folder(folder / "pets", {"cat": 8, "dog": 8}, 24))
    wait_until_checked(qtbot, window)


def wait_until_checked(qtbot: QtBot, window: MainWindow) -> None:
    def is_checked() -> bool:
        folder = window.workspace.folder
        return folder is not None and folder.is_checked and not window.jobs.is_running("scan")

    qtbot.waitUntil(is_checked, timeout=10_000)


def child(window: MainWindow, kind: type[QWidget], name: str) -> QWidget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def test_pages_stand_in_the_order_of_the_work_and_open_by_click_and_key(qtbot: QtBot, window: MainWindow) -> None:
    assert NAMES == ["data", "network", "train", "look", "runs"]
    buttons = [child(window, QToolButton, f"page_{name}") for name in NAMES]
    assert [button.y() for button in buttons] == sorted(button.y() for button in buttons)
    for number, (name, button) in enumerate(zip(NAMES, buttons, strict=True), 1):
        assert isinstance(button, QToolButton)
        assert button.shortcut() == QKeySequence(f"Ctrl+{number}")
        assert button.accessibleName()
        assert button.toolTip()
        assert window.pages.built(name) is None, "a page is built when it is first shown"
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert window.pages.current_name == name
        assert [other.isChecked() for other in buttons] == [other is button for other in buttons]  # type: ignore[attr-defined]


def test_shortcuts_are_given_only_once() -> None:
    keys = [key for info in ACTIONS for key in info.shortcuts] + [info.shortcut for info in PAGES]
    assert len(keys) == len(set(keys))


def test_every_interactive_widget_of_shell_data_and_runs_has_a_name_to_be_read(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_pets(qtbot, window, tmp_path)
    for name in ("data", "runs"):
        window.show_page(name)
    parts = (window.rail, window.header, window.status, window.welcome, window.page("data"), window.page("runs"))
    nameless = [
        f"{type(widget).__name__} {widget.objectName()} in {type(part).__name__}"
        for part in parts for kind in (QPushButton, QToolButton) for widget in part.findChildren(kind)
        if not (widget.accessibleName() or widget.text() or isinstance(widget.parent(), QLineEdit))]
    assert nameless == []


def test_one_click_on_a_sample_leads_to_a_network_ready_to_train(qtbot: QtBot, window: MainWindow) -> None:
    card = next(card for card in window.welcome.findChildren(SampleCard) if card.sample_name == "photos")
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert not card.isEnabled(), "one click is enough"
    qtbot.waitUntil(lambda: window.pages.current_name == "network", timeout=30_000)
    workspace = window.workspace
    assert workspace.class_names == ("animal", "building", "tool")
    output = workspace.graph.output_node
    assert output is not None
    assert output.parameters["classes"] == 3
    assert child(window, QPushButton, "train_button").isEnabled()
    assert window.windowTitle().startswith("photos")
    assert window.settings.recent_folders == (), "samples are not folders of the user's"
    qtbot.waitUntil(card.isEnabled)


def test_an_own_folder_opens_on_the_data_page_and_is_remembered(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_pets(qtbot, window, tmp_path)
    assert window.pages.current_name == "data"
    assert window.settings.recent_folders == (tmp_path / "pets",)
    window.show_page("welcome")
    recent = child(window, QToolButton, "recent_pets")
    with qtbot.waitSignal(window.welcome.folder_requested) as wanted:
        recent.click()  # type: ignore[attr-defined]
    assert wanted.args == [tmp_path / "pets"]
    qtbot.waitUntil(lambda: not window.jobs.is_running("scan"), timeout=10_000)


@pytest.mark.parametrize("width", [760, 1500])
def test_recent_folders_have_all_the_room_of_their_column(qtbot: QtBot, width: int) -> None:
    page, folder = WelcomePage(), Path("/home/teacher/" + "autumn term/" * 5 + "class 9b/photographs of leaves")
    qtbot.addWidget(page)
    page.set_recent([folder])
    page.resize(width, 900)
    page.show()
    recent = page.findChild(QToolButton, f"recent_{folder.name}")
    assert recent is not None
    assert page.horizontalScrollBar().maximum() == 0, "a long path makes the page no wider"
    used = recent.fontMetrics().horizontalAdvance(recent.text()) + recent.iconSize().width()
    assert used <= recent.width()
    if width > 1000:
        assert recent.text() == f" {folder.name}   {folder.parent}"
    else:
        assert "…" in recent.text()
        assert used > recent.width() - 60


def test_a_folder_that_cannot_be_used_is_said_in_a_line_and_changes_nothing(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    open_pets(qtbot, window, tmp_path)
    before = window.workspace.folder
    window.open_folder(tmp_path / "no such folder")
    qtbot.waitUntil(lambda: any("no such folder" in line.text for line in window.messages.lines), timeout=10_000)
    assert [line.severity for line in window.messages.lines if "no such folder" in line.text] == ["error"]
    assert window.workspace.folder is before


def test_files_left_out_are_counted_in_a_message(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    folder = make_folder(tmp_path / "pets", {"cat": 4, "dog": 4}, 24)
    (folder / "cat" / "broken.png").write_bytes(b"")
    window.open_folder(folder)
    qtbot.waitUntil(lambda: bool(window.messages.lines), timeout=10_000)
    line = window.messages.lines[0]
    assert line.severity == "warning"
    assert "8 images in 2 classes" in line.text
    assert "1 file could not be used" in line.text


def drop(window: MainWindow, path: Path) -> bool:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPointF(400, 300).toPoint(), action, data, button, keys)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), action, data, button, keys))
    return enter.isAccepted()


def test_a_folder_dropped_on_the_window_is_opened(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert drop(window, make_folder(tmp_path / "pets", {"cat": 3, "dog": 3}, 24))
    wait_until_checked(qtbot, window)
    assert window.pages.current_name == "data"


def test_what_is_no_local_file_is_not_taken(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    assert not drop(window, tmp_path / "gone")


def test_the_folder_dialog_opens_what_was_chosen(
        qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = make_folder(tmp_path / "pets", {"cat": 3, "dog": 3}, 24)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    qtbot.mouseClick(child(window, QPushButton, "welcome_open_folder"), Qt.MouseButton.LeftButton)
    wait_until_checked(qtbot, window)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    window.browse()
    assert not window.jobs.is_running("scan")


def test_scanning_leaves_the_window_alive(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    """How long the turns are is measured by `tests.bench.opening_speed`, not here, where the machine may be busy."""
    folder = make_folder(tmp_path / "pets", {"cat": 120, "dog": 120}, 96)
    beats: list[None] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(None))
    scanned: list[int] = []
    window.flow.opener.scanned.connect(lambda _: scanned.append(len(beats)))
    timer.start(1)
    window.open_folder(folder)
    qtbot.waitUntil(lambda: bool(scanned), timeout=20_000)
    timer.stop()
    assert scanned[0] > 1


def test_undo_works_across_pages_and_a_new_network_starts_afresh(qtbot: QtBot, window: MainWindow) -> None:
    workspace = window.workspace
    node = next(node.id for node in workspace.graph.nodes.values() if node.kind == "Conv2d")
    before = workspace.graph.nodes[node].parameters["out_channels"]
    workspace.edit_graph(SetParameter(node, "out_channels", 7))
    undo = next(action for action in window.header.findChildren(QAction) if action.objectName() == "undo")
    assert undo.isEnabled()
    undo.trigger()
    assert workspace.graph.nodes[node].parameters["out_channels"] == before
    workspace.replace_graph(workspace.graph.copy(), "copy")
    assert window.undo_stack.count() == 0


def test_light_and_dark_are_changed_by_a_button_and_remembered(qtbot: QtBot, window: MainWindow) -> None:
    button = child(window, QToolButton, "scheme_button")
    assert not theme().is_dark
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert theme().is_dark
    assert window.settings.scheme == "dark"
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not theme().is_dark


def test_train_says_why_it_cannot_start_yet(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    button = child(window, QPushButton, "train_button")
    assert not button.isEnabled()
    assert "image folder" in button.toolTip()
    open_pets(qtbot, window, tmp_path)
    assert button.isEnabled()
    window.engine.is_loading, window.engine.text = True, "Loading engine…"
    window.engine.changed.emit()
    assert not button.isEnabled()
    assert button.toolTip() == window.status.device_text == "Loading engine…"


def test_the_engine_is_loaded_in_a_thread_and_told(qtbot: QtBot, window: MainWindow) -> None:
    window.engine.load()
    assert window.status.device_text == "Loading engine…"
    qtbot.waitUntil(lambda: not window.engine.is_loading, timeout=60_000)
    assert window.status.device_text.startswith("Engine ready: ")


def test_closing_while_training_asks_stops_and_keeps_the_run(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    turns = threading.Semaphore(2)
    job, saved = TrainingStub(tmp_path, epochs=50, turns=turns), []
    window.jobs.start(job, slot=TRAIN_SLOT, on_event=saved.append)
    train = child(window, QPushButton, "train_button")
    qtbot.waitUntil(lambda: job.steps_done >= 2)
    assert train.text() == "Stop"  # type: ignore[attr-defined]
    assert not window.close()
    assert window.isVisible()
    question = window.messages.lines[0]
    buttons = {button.text(): button for button in question.findChildren(QPushButton)}
    buttons["Stop, keep the run and close"].click()
    turns.release(10)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=10_000)
    assert type(saved[-1]).__name__ == "RunSaved"


def test_going_on_training_leaves_the_window_open(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    turns = threading.Semaphore(1)
    window.jobs.start(TrainingStub(tmp_path, epochs=1, steps=2, turns=turns), slot=TRAIN_SLOT)
    assert not window.close()
    buttons = {button.text(): button for button in window.messages.lines[0].findChildren(QPushButton)}
    buttons["Go on training"].click()
    assert window.messages.lines == ()
    turns.release(10)
    qtbot.waitUntil(lambda: not window.jobs.is_running(TRAIN_SLOT))
    assert window.isVisible()


def test_place_and_size_come_back(qtbot: QtBot, window: MainWindow, own_folders: Path) -> None:
    window.resize(760, 690)  # fits the small screen that tests have
    window.close()
    again = MainWindow(settings=Settings(own_folders / "settings.ini"))
    qtbot.addWidget(again)
    place_window(again, again.settings.geometry)
    assert (again.width(), again.height()) == (760, 690)


def test_the_menu_shows_licences_and_the_log(qtbot: QtBot, window: MainWindow) -> None:
    window.show_log()
    log = window.findChild(QDialog, "log_dialog")
    assert isinstance(log, LogDialog)
    qtbot.waitUntil(lambda: "nothing unexpected" in log.said.text())
    log.reject()
    window.show_about()
    dialog = window.findChild(QDialog, "about")
    assert dialog is not None
    text = dialog.findChild(QPlainTextEdit)
    assert text is not None
    assert "LGPL" in text.toPlainText()
    assert "commons.wikimedia.org" in text.toPlainText(), "the photographers are named"
    dialog.close()


def _in_menu(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        if action.menu() is not None:
            yield from _in_menu(action.menu())
        elif action.objectName():
            yield action.objectName().removeprefix("action_")


def test_the_menu_has_every_command_once_and_one_column_on_a_small_screen(window: MainWindow) -> None:
    button = window.header.findChild(QToolButton, "menu_button")
    assert button is not None
    menu = button.menu()
    listed = list(_in_menu(menu))
    assert len(set(listed)) == len(listed)
    assert set(listed) >= {info.name for info in ACTIONS} - {"undo", "redo"}
    assert menu.sizeHint().height() * 1.25 < 800, "the whole is higher than a screen of 1280 x 800 at 125 %"
    rows = [row for row in menu.actions() if not row.isSeparator()]
    a_row = menu.actionGeometry(rows[0]).height()
    assert (len(listed) + 4) * a_row * 1.25 > 800, "all in one would be"


def test_undo_and_redo_say_what_they_would_take_back(window: MainWindow) -> None:
    undo, redo = (next(action for action in window.header.findChildren(QAction) if action.objectName() == name)
                  for name in ("undo", "redo"))
    assert (undo.text(), redo.text()) == ("Undo", "Redo")
    graph = window.workspace.graph
    layer = next(node for node in graph.nodes.values() if node.kind == "Conv2d")
    window.workspace.edit_graph(SetParameter(layer.id, "kernel_size", 5))
    assert (undo.text(), redo.text()) == ("Undo set kernel size", "Redo")
    assert undo.toolTip() == "Undo set kernel size (Ctrl+Z)"
    window.workspace.edit_graph(RemoveNodes([layer.id]))
    window.undo_stack.undo()
    assert (undo.text(), redo.text()) == ("Undo set kernel size", "Redo remove layer")
    assert redo.toolTip() == "Redo remove layer (Ctrl+Shift+Z)"
    window.undo_stack.clear()
    assert (undo.text(), redo.text()) == ("Undo", "Redo")
