"""Before anything is trained, an image is named and explained by ImageNet's network."""

import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.paths import resource
from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun


@pytest.fixture
def bear(tmp_path: Path) -> Path:
    """Give a photograph of a polar bear."""
    with zipfile.ZipFile(resource("samples/photos.zip")) as archive:
        return Path(archive.extract("animal/polar_bear.jpg", tmp_path))


def test_the_selected_image_is_named_and_explained(
        qtbot: QtBot, page: InspectorPage, workspace: Workspace, bear: Path) -> None:
    look = page.first_look
    assert look.start.isVisible()
    workspace.select_image(bear)
    look.start.click()
    assert not page.body.isVisible()
    qtbot.waitUntil(lambda: bool(look.bars.rows) and look.pane.view.has_heatmap, timeout=60_000)
    assert (look.bars.rows[0].name, len(look.bars.rows)) == ("polar bear", 1000)
    assert look.bars.rows[0].probability > 0.9
    assert look.pane.view.isVisible()


def test_a_file_that_is_no_image_is_told_in_a_sentence(
        qtbot: QtBot, page: InspectorPage, workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    page.first_look.look_at(tmp_path / "broken.jpg")
    qtbot.waitUntil(page.first_look.pane.error.isVisible, timeout=60_000)


def test_an_opened_run_takes_its_place(page: InspectorPage, workspace: Workspace, small_run: SmallRun) -> None:
    assert page.first_look.start.isVisible()
    workspace.runs.open(RunFolder.load(Path(small_run.path)))
    assert not page.first_look.start.isVisible()
    assert not page.first_look.isVisible()
    assert page.body.isVisible()
