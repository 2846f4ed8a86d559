"""Projects in the window: saved, opened, recovered, asked for, kept apart."""

import shutil
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio import paths
from cnnstudio.network.document import to_document
from cnnstudio.network.edits import SetParameter
from cnnstudio.project.backups import backups_of
from cnnstudio.project.contents import FolderHint, ProjectContents
from cnnstudio.project.reading import read_project
from cnnstudio.project.recovery import declined, recoverable
from cnnstudio.project.writing import write_project
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.projects.images import COMPARE_SLOT
from cnnstudio.ui.projects.one_window import OneWindow
from cnnstudio.ui.projects.opening import OPEN_SLOT
from cnnstudio.ui.projects.saving import OFFER_SLOT, SAVE_SLOT
from tests.helpers.images import make_folder
from tests.helpers.project_bytes import Parts

WAIT_MS = 20_000


@pytest.fixture
def pets(tmp_path: Path) -> Path:
    return make_folder(tmp_path / "pets", {"cat": 8, "dog": 8}, 24)


def wait_for_images(qtbot: QtBot, window: MainWindow) -> None:
    def is_there() -> bool:
        folder = window.workspace.folder
        return (folder is not None and folder.is_checked and not window.jobs.is_running("scan")
                and not window.projects.changes.is_held)

    qtbot.waitUntil(is_there, timeout=WAIT_MS)
    window.projects.has_unsaved()


def wait_for_jobs(qtbot: QtBot, window: MainWindow) -> None:
    slots = (OPEN_SLOT, OFFER_SLOT, SAVE_SLOT)
    qtbot.waitUntil(lambda: not any(window.jobs.is_running(slot) for slot in slots), timeout=WAIT_MS)


def change(window: MainWindow, channels: int) -> None:
    node = next(node for node in window.workspace.graph.nodes.values() if node.kind == "Conv2d")
    window.workspace.edit_graph(SetParameter(node.id, "out_channels", channels))


def save_as(qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.projects.save_as()
    wait_for_jobs(qtbot, window)


def press(window: MainWindow, title: str) -> None:
    buttons = [button for line in window.messages.lines for button in line.findChildren(QPushButton)]
    next(button for button in buttons if button.text() == title).click()


def texts(window: MainWindow) -> str:
    return "\n".join(line.text for line in window.messages.lines)


def test_a_project_that_is_saved_and_opened_again_is_the_same(
        qtbot: QtBot, window: MainWindow, pets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_folder(pets)
    wait_for_images(qtbot, window)
    assert not window.projects.is_unsaved, "a folder that was merely opened is nothing to save"
    change(window, 21)
    assert window.projects.has_unsaved()
    assert window.windowTitle().startswith("pets*")
    window.undo_stack.undo()
    assert not window.projects.has_unsaved(), "what is undone needs no saving"
    window.undo_stack.redo()
    window.projects.changes.base = replace(window.projects.changes.base, notes="two lines\nof notes")
    window.workspace.set_train_config(window.workspace.train_config.model_copy(update={"epochs": 7}))
    saved = to_document(window.workspace.graph)

    target = tmp_path / "My pets.cnnstudio"
    save_as(qtbot, window, target, monkeypatch)
    assert window.projects.path == target
    assert not window.projects.has_unsaved()
    assert window.windowTitle() == "My pets – CNN Studio"
    contents = read_project(target)
    assert contents.graph == saved
    assert contents.folder is not None
    assert contents.folder.relative == "pets"
    assert contents.folder.images == 16

    window.projects.new()
    assert window.workspace.folder is None
    assert to_document(window.workspace.graph) != saved
    window.projects.open(target)
    wait_for_jobs(qtbot, window)
    wait_for_images(qtbot, window)
    assert to_document(window.workspace.graph) == saved
    assert window.workspace.train_config.epochs == 7
    assert window.projects.changes.base.notes == "two lines\nof notes"
    assert not window.projects.has_unsaved()

    change(window, 23)
    window.projects.save()
    wait_for_jobs(qtbot, window)
    assert [read_project(one.path).graph for one in backups_of(target)] == [saved], "the file as it was is kept"
    assert read_project(target).graph == to_document(window.workspace.graph) != saved


def test_opening_a_project_is_no_step_that_could_be_undone(
        qtbot: QtBot, window: MainWindow, pets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_folder(pets)
    wait_for_images(qtbot, window)
    size = window.workspace.preprocess.model_copy(update={"height": 48, "width": 48})    # not what is suggested
    window.workspace.set_preprocess(size)
    change(window, 21)
    save_as(qtbot, window, tmp_path / "large.cnnstudio", monkeypatch)
    window.projects.new()
    window.projects.open(tmp_path / "large.cnnstudio")
    wait_for_jobs(qtbot, window)
    wait_for_images(qtbot, window)
    assert window.workspace.preprocess == size
    assert not window.undo_stack.canUndo()


def opened(qtbot: QtBot, window: MainWindow, wish: Callable[[], None]) -> None:
    """Do what opens a project that has images, and wait until they are told of."""
    with qtbot.waitSignal(window.flow.scanned, timeout=WAIT_MS):
        wish()
    wait_for_images(qtbot, window)


def test_a_backup_that_was_brought_back_is_told_beside_its_images(
        qtbot: QtBot, window: MainWindow, pets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_folder(pets)
    wait_for_images(qtbot, window)
    target = tmp_path / "pets.cnnstudio"
    save_as(qtbot, window, target, monkeypatch)
    saved = to_document(window.workspace.graph)
    change(window, 23)
    window.projects.save()
    wait_for_jobs(qtbot, window)
    (backup,) = backups_of(target)

    window.show_message("of what was open", "warning")
    opened(qtbot, window, lambda: window.projects.opening.restore_backup(backup.path))
    assert to_document(window.workspace.graph) == saved
    assert "The backup is open" in texts(window)
    assert "16 images in 2 classes are open" in texts(window)
    assert "of what was open" not in texts(window)

    opened(qtbot, window, lambda: window.projects.open(target))
    assert "The backup is open" not in texts(window), "it is no backup that is opened now"


def test_what_is_said_of_a_project_stays_when_its_images_come_and_goes_with_the_next_images(
        qtbot: QtBot, window: MainWindow, pets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_folder(pets)
    wait_for_images(qtbot, window)
    target, other = tmp_path / "pets.cnnstudio", OneWindow()
    save_as(qtbot, window, target, monkeypatch)
    window.projects.new()
    assert other.take(target)
    opened(qtbot, window, lambda: window.projects.open(target))
    assert "pets.cnnstudio is open in another window" in texts(window)
    opened(qtbot, window, lambda: window.open_sample("digits"))
    other.release()
    assert "images in 10 classes are open" in texts(window)
    assert "another window" not in texts(window)


def test_images_that_have_changed_are_told_and_unchanged_ones_are_not(
        qtbot: QtBot, window: MainWindow, pets: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.open_folder(pets)
    wait_for_images(qtbot, window)
    target = tmp_path / "pets.cnnstudio"
    save_as(qtbot, window, target, monkeypatch)

    def told_on_opening() -> str:
        window.projects.new()
        window.messages.clear()
        with qtbot.waitSignal(window.jobs.job_ended, timeout=WAIT_MS,
                              check_params_cb=lambda slot: slot == COMPARE_SLOT):
            window.projects.open(target)
        return texts(window)

    assert "have changed" not in told_on_opening()
    one = min(pets.glob("cat/*"))
    Image.new("RGB", (24, 24), "orange").save(one)
    assert "names or pixels of some are others" in told_on_opening()
    one.unlink()
    assert "16 were used, now 15 are" in told_on_opening()


def test_a_project_with_layers_of_a_newer_version_can_be_looked_at(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    parts = Parts.sound()
    graph = parts.json("graph.json")
    graph["nodes"][1]["kind"] = "QuantumConv2d"
    target = tmp_path / "newer.cnnstudio"
    target.write_bytes(parts.put("graph.json", graph).to_bytes())

    window.projects.open(target)
    wait_for_jobs(qtbot, window)

    assert "QuantumConv2d" in texts(window)
    assert "of a newer version" in window.projects.opening.why_read_only
    assert not window.workspace.graph.nodes


def test_what_a_window_that_died_had_not_saved_comes_back(qtbot: QtBot, window: MainWindow, pets: Path) -> None:
    window.open_folder(pets)
    wait_for_images(qtbot, window)
    change(window, 19)
    assert window.projects.has_unsaved()
    window.projects.changes.journal.finish()
    edited = to_document(window.workspace.graph)
    assert not recoverable(), "a window that lives is not recovered from"
    left = paths.journal_dir() / uuid.uuid4().hex  # as a killed process leaves it: without a lock
    shutil.copytree(window.projects.changes.journal.folder, left)

    window.projects.opening.begin_new()
    window.projects.recoveries._has_looked = False  # as in the window that starts next
    window.projects.recoveries.look()
    qtbot.waitUntil(lambda: "can be brought back" in texts(window), timeout=WAIT_MS)
    press(window, "Recover")
    wait_for_jobs(qtbot, window)
    wait_for_images(qtbot, window)
    assert to_document(window.workspace.graph) == edited
    assert window.projects.is_unsaved, "it is in no file yet"
    assert not left.exists()
    assert len(declined()) == 1, "it stays for a week"


def test_a_project_from_elsewhere_asks_before_it_looks_anywhere(
        qtbot: QtBot, window: MainWindow, pets: Path, tmp_path: Path) -> None:
    path = tmp_path / "shared.cnnstudio"
    graph = to_document(window.workspace.graph)
    write_project(path, ProjectContents(name="shared", folder=FolderHint("pets", str(pets), "", 16), graph=graph))
    window.projects.open(path)
    wait_for_jobs(qtbot, window)
    assert window.workspace.folder is None
    assert "comes from elsewhere" in texts(window)
    press(window, "Look there")
    wait_for_images(qtbot, window)
    assert window.workspace.folder is not None
    assert window.workspace.folder.root == pets

    network = tmp_path / "network.cnnstudio"
    write_project(network, ProjectContents(name="n", folder=FolderHint("", r"\\host\share"), graph=graph))
    window.projects.opening.open(network)
    wait_for_jobs(qtbot, window)
    assert r"\\host\share" in texts(window)
    titles = [button.text() for line in window.messages.lines for button in line.findChildren(QPushButton)]
    assert "Locate folder…" in titles
    assert "Look there" not in titles, "nobody looks at a network path"


def test_closing_and_leaving_ask_where_something_is_not_saved(
        qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.projects.new()
    change(window, 17)
    assert not window.close()
    assert "not saved" in texts(window)
    press(window, "Cancel")
    assert window.isVisible()
    target = tmp_path / "kept.cnnstudio"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    assert not window.close()
    press(window, "Save and close")
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=WAIT_MS)
    assert read_project(target).graph == to_document(window.workspace.graph)


def test_a_save_that_fails_says_so_and_loses_nothing(
        qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window.projects.new()
    change(window, 17)
    (tmp_path / "gone").write_text("a file where a folder was")
    save_as(qtbot, window, tmp_path / "gone" / "project.cnnstudio", monkeypatch)
    assert [line.severity for line in window.messages.lines] == ["error"]
    assert "project.cnnstudio" in texts(window)
    assert window.projects.has_unsaved()
    assert window.projects.path is None
    save_as(qtbot, window, tmp_path / "project.cnnstudio", monkeypatch)
    assert not window.projects.has_unsaved()


def test_a_file_that_is_no_project_and_one_open_elsewhere_are_told_in_a_line(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    broken = tmp_path / "broken.cnnstudio"
    broken.write_bytes(b"PK\x03\x04 nothing")
    window.projects.open(broken)
    wait_for_jobs(qtbot, window)
    assert "broken.cnnstudio" in texts(window)
    path, other = tmp_path / "two.cnnstudio", OneWindow()
    write_project(path, ProjectContents(name="two", graph=to_document(window.workspace.graph)))
    assert other.take(path)
    window.projects.open(path)
    wait_for_jobs(qtbot, window)
    assert "another window" in texts(window)
    assert window.projects.opening.why_read_only
    other.release()
    window.projects.opening.open(path)
    wait_for_jobs(qtbot, window)
    assert not window.projects.opening.why_read_only
