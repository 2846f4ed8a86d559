"""The Step by step tab with a trained run and one of its images."""

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.ui.inspector.steps.tab import StepsTab
from cnnstudio.ui.inspector.tabs import InspectorContext, LookSelection
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun


@pytest.fixture
def context(small_run: SmallRun, jobs: JobRunner) -> InspectorContext:
    """Give what a tab is made with; nothing is looked at yet."""
    return InspectorContext(Workspace(small_run.runs), jobs, LookSelection())


@pytest.fixture
def tab(qtbot: QtBot, context: InspectorContext) -> StepsTab:
    """Give the tab, shown, with nothing to show."""
    tab = StepsTab(context)
    qtbot.addWidget(tab)
    tab.resize(1180, 620)
    tab.show()
    return tab


@pytest.fixture
def walking(qtbot: QtBot, tab: StepsTab, context: InspectorContext, small_run: SmallRun) -> StepsTab:
    """Give the tab with an image's first convolution on show."""
    context.selection.select(run_path=small_run.path, image=small_run.folder.files[0].path)
    qtbot.waitUntil(lambda: tab.session.values is not None)
    return tab
