"""The Look inside page built piece by piece before anybody has come to it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun

SOME_PIECES = 10


def test_a_page_built_ahead_asks_nothing_of_a_run_before_it_is_first_shown(
        qtbot: QtBot, workspace: Workspace, small_run: SmallRun, jobs: JobRunner) -> None:
    page = InspectorPage(workspace, jobs, in_pieces=True)
    qtbot.addWidget(page)
    pieces = 1
    while page.pieces.build_next():
        pieces += 1
    assert pieces >= SOME_PIECES, "a piece is a short turn of the window's thread"
    workspace.runs.open(RunFolder.load(Path(small_run.path)))
    before = page.selection.run_path
    page.show()
    runs = (before, page.selection.run_path)
    assert runs == (None, Path(small_run.path)), "at once when shown, so that an image can be asked for next"
    qtbot.waitUntil(lambda: page.presenter.newest is not None and not jobs.active(with_quiet=True), timeout=60_000)


def test_a_page_that_is_hidden_half_built_does_not_fail(qtbot: QtBot, workspace: Workspace, jobs: JobRunner) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    page = InspectorPage(workspace, jobs, window, in_pieces=True)
    page.pieces.build_next()
    window.show()
    window.hide()
    page.pieces.build_rest()
    assert page.body.empty.isVisibleTo(page)
