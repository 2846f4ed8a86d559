"""Selecting images with mouse and keys, and deciding about them: each decision is one step that can be undone."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QUndoStack
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import SplitConfig
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.errors import ImageError
from cnnstudio.ui import arranging
from cnnstudio.ui.arranging import Arranger
from cnnstudio.ui.data import contents_loader
from cnnstudio.ui.data.class_chooser import ClassChooser
from cnnstudio.ui.data.contents import LEFT_OUT
from cnnstudio.ui.data.image_actions import IMAGE_ACTIONS
from cnnstudio.ui.data.image_commands import _DOERS, is_truncated
from cnnstudio.ui.data.page import DataPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import encoded, make_folder, quarters

Ctrl, Shift, NoKey = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier,
                      Qt.KeyboardModifier.NoModifier)
Left, Right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    """Twenty cats, of which two show the same, and twelve dogs."""
    root = make_folder(tmp_path_factory.mktemp("decisions") / "pets", {"cat": 19, "dog": 12}, 24)
    shutil.copy(root / "cat" / "cat_0000.png", root / "cat" / "zz copy.png")
    return scan(root)


@dataclass(frozen=True)
class Shared:
    """What takes a while to build, and is put back to its beginning for each test."""

    jobs: JobRunner
    workspace: Workspace
    stack: QUndoStack
    page: DataPage


@pytest.fixture(scope="module")
def shared(qapp: QApplication, folder: ImageFolder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shared]:
    jobs, stack = JobRunner(), QUndoStack()
    workspace = Workspace(tmp_path_factory.mktemp("runs"))
    page = DataPage(workspace, jobs, Arranger(workspace, jobs, stack))
    workspace.open_folder(folder, name="pets")
    yield Shared(jobs, workspace, stack, page)
    page.shut_down()
    jobs.close()    # the page may live on for a while, and follows the language
    assert jobs.stop_all(10_000)
    page.close()


@pytest.fixture
def workspace(shared: Shared) -> Workspace:
    shared.workspace.set_curation(Curation())
    shared.workspace.set_split(SplitConfig())
    return shared.workspace


@pytest.fixture
def stack(shared: Shared) -> QUndoStack:
    shared.stack.clear()
    return shared.stack


@pytest.fixture
def page(qtbot: QtBot, shared: Shared, workspace: Workspace, stack: QUndoStack) -> Iterator[DataPage]:
    page = shared.page
    page.browser._on_side(96)
    page.browser.show_all()
    page.grid.clear_selection()
    page.notice.hide()
    host = QWidget()  # a window of its own for each test: one that was hidden is not made active again
    qtbot.addWidget(host)
    page.setParent(host)
    host.resize(1280, 720)
    page.resize(1280, 720)
    host.show()
    page.show()
    yield page
    page.hide()
    page.setParent(None)
    qtbot.waitUntil(lambda: not shared.jobs.active(with_quiet=True), timeout=10_000)
    page.model.close()


def cell(page: DataPage, place: int) -> QPoint:
    return page.grid.visualRect(page.model.index(place, 0)).center()


def click(qtbot: QtBot, page: DataPage, place: int, keys: Qt.KeyboardModifier = NoKey) -> None:
    qtbot.mouseClick(page.grid.viewport(), Left, keys, cell(page, place))


def chosen(page: DataPage) -> list[int]:
    return page.grid.selection.places.tolist()


def press(qtbot: QtBot, page: DataPage, key: Qt.Key, keys: Qt.KeyboardModifier = NoKey) -> None:
    page.window().activateWindow()
    page.grid.setFocus()
    qtbot.waitUntil(page.grid.hasFocus)
    qtbot.keyClick(page.grid, key, keys)


def label_text(page: DataPage, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None
    return label.text()


def relatives(workspace: Workspace) -> set[str]:
    assert workspace.folder is not None
    return {file.relative for file in workspace.folder.files}


def test_clicks_with_ctrl_and_shift_select_as_in_a_file_manager(qtbot: QtBot, page: DataPage) -> None:
    click(qtbot, page, 2)
    assert chosen(page) == [2]
    click(qtbot, page, 5, Shift)
    assert chosen(page) == [2, 3, 4, 5]
    click(qtbot, page, 3, Ctrl)
    click(qtbot, page, 8, Ctrl)
    assert chosen(page) == [2, 4, 5, 8]
    assert label_text(page, "selected_image") == "4 images selected"
    click(qtbot, page, 1)
    assert chosen(page) == [1]
    qtbot.mouseClick(page.grid.viewport(), Left, pos=QPoint(2, 2))
    assert chosen(page) == [], "a click beside the pictures selects nothing"


def test_a_frame_drawn_with_the_mouse_selects_what_it_touches(qtbot: QtBot, page: DataPage) -> None:
    view, columns = page.grid.viewport(), page.grid.column_count
    start, end = cell(page, 0) - QPoint(60, 60), cell(page, columns + 1)
    qtbot.mousePress(view, Left, pos=QPoint(max(1, start.x()), max(1, start.y())))
    for share in (0.3, 0.6, 1.0):
        qtbot.mouseMove(view, start + (end - start) * share)
    view.grab()
    qtbot.mouseRelease(view, Left, pos=end)
    assert chosen(page) == [0, 1, columns, columns + 1]
    qtbot.mousePress(view, Left, Ctrl, cell(page, 3))
    qtbot.mouseMove(view, cell(page, 4))
    qtbot.mouseRelease(view, Left, Ctrl, cell(page, 4))
    assert chosen(page) == [0, 1, 3, 4, columns, columns + 1], "Ctrl keeps what was selected"


def test_the_keyboard_selects_extends_and_selects_everything(qtbot: QtBot, page: DataPage) -> None:
    click(qtbot, page, 0)
    press(qtbot, page, Qt.Key.Key_Right)
    assert chosen(page) == [1]
    press(qtbot, page, Qt.Key.Key_Right, Shift)
    press(qtbot, page, Qt.Key.Key_Right, Shift)
    assert chosen(page) == [1, 2, 3]
    press(qtbot, page, Qt.Key.Key_Left, Shift)
    assert chosen(page) == [1, 2]
    press(qtbot, page, Qt.Key.Key_Right, Ctrl)
    assert chosen(page) == [1, 2], "with Ctrl only the frame moves"
    press(qtbot, page, Qt.Key.Key_Space)
    assert chosen(page) == [1, 2, 3]
    press(qtbot, page, Qt.Key.Key_A, Ctrl)
    assert len(chosen(page)) == page.shown_count == 32
    press(qtbot, page, Qt.Key.Key_Escape)
    assert chosen(page) == []


def test_delete_leaves_images_out_and_undo_brings_them_back(
        qtbot: QtBot, page: DataPage, workspace: Workspace, stack: QUndoStack) -> None:
    before = relatives(workspace)
    click(qtbot, page, 1)
    click(qtbot, page, 3, Shift)
    press(qtbot, page, Qt.Key.Key_Delete)
    assert before - relatives(workspace) == {f"cat/cat_000{number}.png" for number in (1, 2, 3)}
    assert page.notice.text == "3 images left out"
    assert stack.count() == 1
    assert stack.undoText() == "Leave out 3 images"
    assert chosen(page) == [1], "the next image is selected, so that the key can be pressed again"
    press(qtbot, page, Qt.Key.Key_Delete)
    assert "cat/cat_0004.png" not in relatives(workspace)
    undo = page.notice.findChild(QPushButton, "notice_undo")
    assert undo is not None
    undo.click()
    assert before - relatives(workspace) == {f"cat/cat_000{number}.png" for number in (1, 2, 3)}
    stack.undo()
    assert relatives(workspace) == before
    stack.redo()
    assert len(relatives(workspace)) == 29


def test_images_left_out_are_shown_dimmed_and_can_be_used_again(
        qtbot: QtBot, page: DataPage, workspace: Workspace) -> None:
    click(qtbot, page, 0)
    press(qtbot, page, Qt.Key.Key_Delete)
    page.classes.choose(None, LEFT_OUT)
    assert page.shown_count == 1
    row = page.model.row(0)
    assert (row.is_dim, row.sign) == (True, "exclude")
    page.grid.select_everything()
    bring_back = page.findChild(QToolButton, "details_bring_back")
    assert bring_back is not None
    assert bring_back.isVisible()
    bring_back.click()
    assert page.shown_count == 0
    assert workspace.curation.is_empty
    assert page.notice.text == "1 image brought back"


def test_number_keys_give_a_class_and_the_mark_says_so(qtbot: QtBot, page: DataPage, workspace: Workspace) -> None:
    click(qtbot, page, 0)
    press(qtbot, page, Qt.Key.Key_2)
    assert workspace.curation.of("cat/cat_0000.png").class_name == "dog"
    page.classes.choose(1, None)
    assert page.shown_count == 13
    marked = [page.model.row(place).path.name for place in range(13) if page.model.row(place).sign == "tag"]
    assert marked == ["cat_0000.png"]
    page.grid.show_row(0)
    press(qtbot, page, Qt.Key.Key_1)
    assert workspace.curation.is_empty, "the folder's own class takes the decision back"


def test_a_class_is_found_by_typing_and_a_new_one_is_made(qtbot: QtBot, page: DataPage, workspace: Workspace) -> None:
    click(qtbot, page, 0)
    press(qtbot, page, Qt.Key.Key_C)
    chooser = page.window().findChild(ClassChooser)
    assert chooser is not None
    field = chooser.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "lynx")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.class_names == ("cat", "dog", "lynx")
    output = workspace.graph.output_node
    assert output is not None
    assert output.parameters["classes"] == 3, "the network follows"
    click(qtbot, page, 0)
    page.browser.commands.choose_class()
    chooser = page.window().findChildren(ClassChooser)[-1]
    field = chooser.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "DO")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.curation.of("cat/cat_0001.png").class_name == "dog"


def test_the_menu_moves_images_to_a_split_and_back(qtbot: QtBot, page: DataPage, workspace: Workspace) -> None:
    click(qtbot, page, 4)
    menu = page.browser.commands.actions.menu()
    titles = [action.text() for action in menu.actions() if action.text()]
    assert titles[:2] == ["Leave out", "Bring back"]
    splits = page.browser.commands.actions.split_menu(menu)
    {action.text(): action for action in splits.actions()}["Test"].trigger()
    assert workspace.splits is not None
    assert workspace.folder is not None
    assert [workspace.folder.files[number].relative for number in workspace.splits.test] == ["cat/cat_0004.png"]
    assert "Test (chosen by you)" in label_text(page, "image_facts")
    {action.text(): action for action in splits.actions()}["As given or drawn"].trigger()
    assert workspace.curation.is_empty
    menu.close()


def test_what_leaves_one_class_is_refused_in_words_and_changes_nothing(
        qtbot: QtBot, page: DataPage, workspace: Workspace, stack: QUndoStack) -> None:
    page.classes.choose(1, None)
    page.grid.select_everything()
    with qtbot.waitSignal(page.message_requested) as said:
        press(qtbot, page, Qt.Key.Key_Delete)
    assert "two classes" in said.args[0]
    assert workspace.curation.is_empty
    assert stack.count() == 0


def test_copies_are_one_click_away(qtbot: QtBot, page: DataPage) -> None:
    click(qtbot, page, 0)
    link = page.findChild(QPushButton, "show_copies")
    assert link is not None
    assert link.text() == "1 copy"
    link.click()
    names = {page.model.row(place).path.name for place in range(page.shown_count)}
    assert names == {"cat_0000.png", "zz copy.png"}


def test_paths_go_to_the_clipboard_and_every_action_has_a_doer(qtbot: QtBot, page: DataPage) -> None:
    assert set(_DOERS) == {info.name for info in IMAGE_ACTIONS}
    click(qtbot, page, 0)
    click(qtbot, page, 1, Ctrl)
    press(qtbot, page, Qt.Key.Key_C, Ctrl)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [Path(line).name for line in lines] == ["cat_0000.png", "cat_0001.png"]


def test_a_right_click_keeps_a_selection_it_is_inside_of(qtbot: QtBot, page: DataPage) -> None:
    click(qtbot, page, 0)
    click(qtbot, page, 2, Shift)
    qtbot.mousePress(page.grid.viewport(), Right, pos=cell(page, 1))
    assert chosen(page) == [0, 1, 2]
    qtbot.mousePress(page.grid.viewport(), Right, pos=cell(page, 5))
    assert chosen(page) == [5]


def test_what_is_in_view_and_selected_stays_when_other_images_are_decided_about(
        qtbot: QtBot, page: DataPage) -> None:
    page.resize(1100, 560)
    page.browser._on_side(192)
    bar = page.grid.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    QApplication.processEvents()
    first = page.grid.visible_rows().start
    seen, place = page.model.row(first).path, page.grid.visualRect(page.model.index(first, 0)).top()
    page.grid.selection.set_mask(page.grid._rows.numbers < page.grid.column_count)  # type: ignore[union-attr]
    page.browser.commands.exclude()
    now = next(number for number in range(page.shown_count) if page.model.row(number).path == seen)
    assert page.grid.visualRect(page.model.index(now, 0)).top() == place


def test_large_folders_are_arranged_in_a_thread_and_no_change_is_lost(
        qtbot: QtBot, page: DataPage, workspace: Workspace, stack: QUndoStack,
        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arranging, "AT_ONCE", 5)
    monkeypatch.setattr(contents_loader, "AT_ONCE", 5)
    click(qtbot, page, 0)
    page.browser.commands.exclude()
    page.grid.selection.choose(1)
    page.browser.commands.set_class("dog")
    assert page._arranger.is_busy
    assert workspace.curation.is_empty, "nothing is in force yet"
    qtbot.waitUntil(lambda: stack.count() == 2, timeout=10_000)
    qtbot.waitUntil(lambda: page.shown_count == 31, timeout=10_000)
    assert workspace.curation.of("cat/cat_0000.png").excluded
    assert workspace.curation.of("cat/cat_0001.png").class_name == "dog"
    workspace.set_split(SplitConfig(validation_share=0.4))
    stack.undo()
    stack.undo()
    qtbot.waitUntil(lambda: workspace.curation.is_empty and page.shown_count == 32, timeout=10_000)


def test_the_readable_part_is_offered_for_truncated_files_alone(tmp_path: Path) -> None:
    whole = encoded(Image.fromarray(quarters(200, 300)), "JPEG", quality=95)
    reasons = []
    for name, data in (("cut.jpg", whole[:len(whole) // 2]), ("empty.jpg", b"")):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(ImageError) as refused:
            decode(tmp_path / name)
        reasons.append(refused.value.reason)
    assert [is_truncated(reason) for reason in reasons] == [True, False]
