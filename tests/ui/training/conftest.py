"""A workspace with images, a job runner that is stopped at the end, and the Train page."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import make_folder


@pytest.fixture(scope="session")
def pets(tmp_path_factory: pytest.TempPathFactory) -> ImageFolder:
    """Two classes of ten small images."""
    return scan(make_folder(tmp_path_factory.mktemp("train_page") / "pets", {"cat": 10, "dog": 10}, 24))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """Give an empty workspace."""
    return Workspace(tmp_path / "runs")


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace, jobs: JobRunner) -> TrainPage:
    """Give the page, shown, without images."""
    page = TrainPage(workspace, jobs)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    return page
