"""Before anything is trained, an image is named and explained by ImageNet's network, with the tools of a run."""

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


def test_the_selected_image_is_named_and_explained_with_the_tools_of_a_run(
        qtbot: QtBot, page: InspectorPage, workspace: Workspace, bear: Path) -> None:
    body = page.body
    assert page.first_look.start.isVisible()
    workspace.select_image(bear)
    page.first_look.start.click()
    qtbot.waitUntil(lambda: bool(body.bars.rows) and body.pane.view.has_heatmap, timeout=60_000)
    assert not body.empty.isVisible()
    assert (body.bars.rows[0].name, len(body.bars.rows)) == ("polar bear", 1000)
    assert body.bars.rows[0].probability > 0.9
    assert body.pane.view.isVisible()
    assert "Nothing was trained here" in body.published.text
    assert not body.images.isVisible()
    assert not body.tabs.bar.isTabVisible(body.tabs.names.index("audit"))
    other = body.layers.slider.layers[0].id
    page.selection.select_node(other)
    qtbot.waitUntil(lambda: page.presenter.newest.map.key.layer == other, timeout=60_000)
    body.tabs.show_tab("maps")
    qtbot.waitUntil(lambda: body.tabs.widget("maps").shown is not None, timeout=60_000)
    assert not body.images.isVisible()


def test_a_file_that_is_no_image_is_told_in_a_sentence(
        qtbot: QtBot, page: InspectorPage, workspace: Workspace, tmp_path: Path) -> None:
    (tmp_path / "broken.jpg").write_bytes(b"no picture")
    page.first_look.look_at(tmp_path / "broken.jpg")
    qtbot.waitUntil(page.body.pane.error.isVisible, timeout=60_000)
    assert "broken.jpg" in page.body.pane.error.text


def test_an_opened_run_takes_its_place(qtbot: QtBot, page: InspectorPage, workspace: Workspace, bear: Path,
                                       small_run: SmallRun) -> None:
    page.first_look.look_at(bear)
    qtbot.waitUntil(page.body.published.isVisible, timeout=60_000)
    workspace.runs.open(RunFolder.load(Path(small_run.path)))
    assert not page.first_look.start.isVisible()
    assert not page.body.published.isVisible()
    assert page.body.images.isVisible()
    assert page.body.tabs.bar.isTabVisible(page.body.tabs.names.index("audit"))
