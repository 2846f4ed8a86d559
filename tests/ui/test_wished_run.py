"""A command of the menu is about the run that is selected, else about the one that is looked at."""

from pytestqt.qtbot import QtBot

from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.wished_run import wished_run
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun


def test_the_selected_run_goes_before_the_one_looked_at(qtbot: QtBot, small_run: SmallRun) -> None:
    window = MainWindow(Workspace(small_run.runs))
    qtbot.addWidget(window)
    window.show()
    assert wished_run(window) is None
    table = window.page("runs").runs.table
    window.pages.show_page("runs")
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    assert wished_run(window) is None
    table.select_path(small_run.path)
    assert wished_run(window) == small_run.path
    window.pages.show_page("data")
    assert wished_run(window) is None
    window.workspace.runs.open(RunFolder.load(small_run.path))
    assert wished_run(window) == small_run.path
    window.close()
