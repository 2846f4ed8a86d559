"""Decisions made in the window are on disk soon, and when they are not, that is said."""

from pathlib import Path

from PySide6.QtGui import QUndoStack
from pytestqt.qtbot import QtBot

from cnnstudio import paths
from cnnstudio.data.curation.decisions import Curation
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.ui.arranging import Arranger, Change
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


def opened(home: Path) -> tuple[Arranger, Workspace]:
    workspace = Workspace(home / "runs")
    workspace.open_folder(scan(make_folder(home / "pets", {"cat": 6, "dog": 6}, 24)))
    return Arranger(workspace, JobRunner(), QUndoStack()), workspace
