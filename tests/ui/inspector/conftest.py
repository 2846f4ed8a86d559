"""A trained run, a job runner that is stopped at the end, and the Look inside page."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun


@pytest.fixture
def workspace(small_run: SmallRun) -> Workspace:
    """Give a workspace with the images the run was trained on, and no run open yet."""
    workspace = Workspace(small_run.runs)
    workspace.open_folder(small_run.folder)
    return workspace


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, jobs: JobRunner) -> InspectorPage:
    """Give the page, shown, without a run."""
    page = InspectorPage(workspace, jobs)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    return page


@pytest.fixture
def looking(qtbot: QtBot, page: InspectorPage, workspace: Workspace, small_run: SmallRun,
            jobs: JobRunner) -> InspectorPage:
    """Give the page with the run open and its first answer on show."""
    workspace.runs.open(RunFolder.load(Path(small_run.path)))
    qtbot.waitUntil(lambda: bool(page.body.images.shown) and page.presenter.newest is not None
                    and not page.body.pane.is_open and not jobs.is_running("explain"), timeout=60_000)
    return page
