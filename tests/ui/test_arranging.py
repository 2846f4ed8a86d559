"""Decisions made in the window are on disk soon, and when they are not, that is said."""

from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnstudio import paths
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.ui import arranging
from cnnstudio.ui.arranging import Arranger, Change
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.curation_store import finish_saving, load_curation
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder


def leave_out(curation: Curation) -> Curation:
    return curation.with_change(["cat/cat_0000.png"], excluded=True)


def test_a_change_is_on_disk_and_so_is_its_undoing(qtbot: QtBot, tmp_path: Path) -> None:
    arranger, workspace = opened(tmp_path)
    arranger.change(Change("Leave out 1 image", "1 image left out", leave_out))
    root = workspace.folder.root
    assert load_curation(root).counts == {"excluded": 1}
    arranger.tell_saving_problem()
    arranger.stack.undo()
    assert load_curation(root).is_empty


def test_decisions_that_cannot_be_saved_are_told_and_stay_in_force(qtbot: QtBot, tmp_path: Path) -> None:
    arranger, workspace = opened(tmp_path)
    finish_saving()
    paths.decisions_dir().rename(tmp_path / "elsewhere")
    paths.decisions_dir().write_text("a file where the folder should be")
    told: list[str] = []
    arranger.failed.connect(told.append)
    arranger.change(Change("Leave out 1 image", "1 image left out", leave_out))
    finish_saving()
    arranger.tell_saving_problem()
    assert len(told) == 1
    assert str(paths.decisions_dir()) in told[0]
    assert workspace.folder.used == 11
    paths.decisions_dir().unlink()
    arranger.change(Change("Keep both", "kept", lambda curation: curation.with_kept("owl")))
    finish_saving()
    arranger.tell_saving_problem()
    assert len(told) == 1
    assert load_curation(workspace.folder.root).counts == {"excluded": 1, "kept_classes": 1}


@pytest.mark.parametrize("is_undone", [False, True])
def test_decisions_still_being_worked_out_are_saved_when_the_window_closes(
        qtbot: QtBot, tmp_path: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch, is_undone: bool) -> None:
    monkeypatch.setattr(arranging, "AT_ONCE", 5)
    root = make_folder(tmp_path / "pets", {"cat": 6, "dog": 6}, 24)
    window.workspace.open_folder(scan(root))
    arranger = window.page("data")._arranger
    arranger.change(Change("Leave out 1 image", "1 image left out", leave_out))
    if is_undone:
        qtbot.waitUntil(lambda: window.undo_stack.count() == 1 and not arranger.is_busy, timeout=10_000)
        window.undo_stack.undo()
    else:
        arranger.change(Change("Keep both", "kept", lambda curation: curation.with_kept("owl")))
    assert arranger.is_busy
    finish_saving()
    before = load_curation(root).counts
    window.closing.is_agreed = True  # whether it asks depends on when it last looked for what no project file holds
    assert window.close()
    after = load_curation(root).counts
    qtbot.waitUntil(lambda: not arranger.is_busy, timeout=10_000)
    assert load_curation(root).counts == after, "what an overtaken job still says changes nothing"
    assert (before, after) == (({"excluded": 1}, {}) if is_undone else ({}, {"excluded": 1, "kept_classes": 1}))


def test_a_change_whose_job_is_cancelled_before_it_begins_still_comes_into_force(
        qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    arranger, workspace = opened(tmp_path)
    monkeypatch.setattr(arranging, "AT_ONCE", 5)
    arranger.change(Change("Leave out 1 image", "1 image left out", leave_out))
    arranger.change(Change("Keep both", "kept", lambda curation: curation.with_kept("owl")))
    arranger._jobs.cancel(arranging.ARRANGE_SLOT)
    qtbot.waitUntil(lambda: arranger.stack.count() == 2 and not arranger.is_busy, timeout=10_000)
    assert workspace.curation.counts == {"excluded": 1, "kept_classes": 1}
    assert [arranger.stack.text(number) for number in range(2)] == ["Leave out 1 image", "Keep both"]


def test_a_decision_that_cannot_come_into_force_is_not_saved_when_the_window_closes(
        tmp_path: Path, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arranging, "AT_ONCE", 3)
    root = make_folder(tmp_path / "pets", {"cat": 2, "dog": 2}, 24)
    window.workspace.open_folder(scan(root))
    cats = [f"cat/cat_{number:04}.png" for number in range(2)]
    arranger = window.page("data")._arranger
    arranger.change(Change("Leave out 2 images", "left out", lambda one: one.with_change(cats, excluded=True)))
    assert arranger.is_busy
    assert window.close()
    assert load_curation(root).counts == {}


def opened(home: Path) -> tuple[Arranger, Workspace]:
    workspace = Workspace(home / "runs")
    workspace.open_folder(scan(make_folder(home / "pets", {"cat": 6, "dog": 6}, 24)))
    return Arranger(workspace, JobRunner(), QUndoStack()), workspace
