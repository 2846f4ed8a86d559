"""Which runs go into a project is chosen one by one, all or none, and the size follows."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cnnstudio.runs.summaries import RunSummary
from cnnstudio.ui.projects.runs_dialog import RunsDialog
from cnnstudio.workspace.project_jobs import RunOffer

SIZES = {"results": 10_000, "weights": 400_000, "everything": 2_000_000}


@pytest.fixture
def dialog(qtbot: QtBot) -> RunsDialog:
    result = RunsDialog([RunOffer(RunSummary(Path(f"/runs/{name}"), name), SIZES) for name in "abc"])
    qtbot.addWidget(result)
    result.show()
    return result


def chosen(dialog: RunsDialog) -> list[str]:
    return [wish.path.name for wish in dialog.wishes()]


def test_one_box_chooses_all_runs_or_none(qtbot: QtBot, dialog: RunsDialog) -> None:
    assert chosen(dialog) == ["a", "b", "c"]
    assert dialog.all.checkState() is Qt.CheckState.Checked
    qtbot.keyClick(dialog.all, Qt.Key.Key_Space)
    assert chosen(dialog) == []
    assert dialog.all.checkState() is Qt.CheckState.Unchecked
    assert "0 kB" in dialog.total.text()
    dialog.list.topLevelItem(1).setCheckState(0, Qt.CheckState.Checked)
    assert chosen(dialog) == ["b"]
    assert dialog.all.checkState() is Qt.CheckState.PartiallyChecked
    qtbot.keyClick(dialog.all, Qt.Key.Key_Space)
    assert chosen(dialog) == ["a", "b", "c"]
    assert "30 kB" in dialog.total.text()


def test_a_single_run_needs_no_box_for_all(qtbot: QtBot) -> None:
    dialog = RunsDialog([RunOffer(RunSummary(Path("/runs/a"), "a"), SIZES)])
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.all.isVisible()
