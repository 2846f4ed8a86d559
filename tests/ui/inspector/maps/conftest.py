"""The Feature maps tab with a trained run, its images, and one of them looked at."""

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.inspector.maps.tab import MapsTab
from cnnstudio.ui.inspector.tabs import InspectorContext, LookSelection
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun


@pytest.fixture
def context(small_run: SmallRun, jobs: JobRunner) -> InspectorContext:
    """Give what a tab is made with: the run and its folder are open."""
    workspace = Workspace(small_run.runs)
    workspace.open_folder(small_run.folder)
    workspace.runs.open(RunFolder.load(small_run.path))
    return InspectorContext(workspace, jobs, LookSelection())


@pytest.fixture
def tab(qtbot: QtBot, context: InspectorContext) -> MapsTab:
    """Give the tab, shown, with nothing to show."""
    tab = MapsTab(context)
    qtbot.addWidget(tab)
    tab.resize(1180, 620)
    tab.show()
    return tab


@pytest.fixture
def looking(qtbot: QtBot, tab: MapsTab, context: InspectorContext, small_run: SmallRun) -> MapsTab:
    """Give the tab with the channels of the first convolution on show."""
    context.selection.select(run_path=small_run.path, image=small_run.folder.files[0].path)
    qtbot.waitUntil(lambda: tab.shown is not None)
    return tab
