"""Live pictures in the layers."""

import itertools
import time
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from cnnstudio.explain.node_pictures import draw_output
from cnnstudio.network.edits import MoveNodes, RemoveNodes, Rename, SetParameter
from cnnstudio.ui.editor.node_item import PICTURE_AREA
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.editor.previews import SLOT
from cnnstudio.ui.workers import TRAIN_SLOT
from cnnstudio.workspace.preview_job import PreviewReady, WeightsUsed
from tests.ui.editor.test_scene import chain_of


def make_image(folder: Path, name: str = "ramp.png") -> Path:
    path = folder / name
    Image.fromarray(np.tile(np.arange(0, 256, 4, dtype=np.uint8), (64, 1))).save(path)
    return path


def ready_for(page: NetworkPage, weights: WeightsUsed | None = None, seed: int = 0) -> PreviewReady:
    rng = np.random.default_rng(seed)
    pictures = {node_id: draw_output(rng.random((16, 32, 32), dtype=np.float32)) for node_id in page.scene.nodes}
    return PreviewReady(pictures, weights or WeightsUsed(random=("conv2d_1",)))


@pytest.fixture
def started(page: NetworkPage, monkeypatch: pytest.MonkeyPatch) -> list:
    """Keep the jobs that would be started, and let nothing ask but the test."""
    jobs: list = []
    page.previews._later.stop()
    monkeypatch.setattr(page.jobs, "start", lambda job, **_: jobs.append(job))
    return jobs


def test_a_selected_image_brings_pictures_and_an_edit_renews_what_follows(
        page: NetworkPage, tmp_path: Path, qtbot) -> None:
    page.workspace.select_image(make_image(tmp_path))
    qtbot.waitUntil(lambda: page.scene.nodes["output_1"].has_picture, timeout=30_000)
    before = dict(page.scene.pictures)
    assert before["conv2d_1"].picture.tiles.shape[0] == 8
    assert page.scene.nodes["input_1"].has_picture
    assert "random weights" in page.panel.overview._pictures_words.text()
    page.session.push(SetParameter("linear_1", "bias", False))
    qtbot.waitUntil(lambda: page.scene.pictures["linear_1"] is not before["linear_1"], timeout=30_000)
    renewed = {node_id for node_id, picture in page.scene.pictures.items() if picture is not before[node_id]}
    assert renewed == {"linear_1", "output_1"}
    page.workspace.select_image(None)
    qtbot.waitUntil(lambda: not page.scene.nodes["conv2d_1"].has_picture, timeout=5_000)


def test_a_layer_that_does_not_fit_leaves_the_pictures_before_it(page: NetworkPage, tmp_path: Path, qtbot) -> None:
    page.session.push(SetParameter("linear_1", "in_features", 5))
    page.workspace.select_image(make_image(tmp_path))
    qtbot.waitUntil(lambda: page.scene.nodes["flatten_1"].has_picture, timeout=30_000)
    assert not page.scene.nodes["linear_1"].has_picture
    assert "2 layers have none" in page.panel.overview._pictures_words.text()


def test_a_removed_layer_that_comes_back_has_its_picture_again(page: NetworkPage, tmp_path: Path, qtbot) -> None:
    page.workspace.select_image(make_image(tmp_path))
    qtbot.waitUntil(lambda: page.scene.nodes["output_1"].has_picture, timeout=30_000)
    page.session.push(RemoveNodes(("linear_1",)))
    page.session.undo_stack.undo()
    assert not page.scene.nodes["linear_1"].has_picture
    qtbot.waitUntil(lambda: page.scene.nodes["linear_1"].has_picture, timeout=30_000)


def test_moving_and_naming_a_layer_asks_for_nothing(page: NetworkPage, tmp_path: Path, started: list) -> None:
    page.workspace.select_image(make_image(tmp_path))
    page.previews._ask()
    page.session.push(MoveNodes({"conv2d_1": (300, 300)}))
    page.session.push(Rename("conv2d_1", "first"))
    QApplication.processEvents()
    page.previews._ask()
    assert len(started) == 1
    page.session.push(SetParameter("conv2d_1", "bias", False))     # control
    page.previews._ask()
    assert len(started) == 2


def test_nothing_is_worked_out_while_the_page_is_hidden(page: NetworkPage, tmp_path: Path) -> None:
    page.hide()
    page.workspace.select_image(make_image(tmp_path))
    assert not page.previews._later.isActive()
    assert not page.jobs.is_running(SLOT)


def test_pictures_wait_for_a_training_but_a_newly_chosen_image_is_drawn(
        page: NetworkPage, tmp_path: Path, started: list, monkeypatch: pytest.MonkeyPatch) -> None:
    page.workspace.select_image(make_image(tmp_path))
    page.previews._ask()
    monkeypatch.setattr(page.jobs, "is_running", lambda slot: slot == TRAIN_SLOT)
    page.session.push(SetParameter("conv2d_1", "bias", False))
    page.previews._ask()
    assert len(started) == 1
    assert "wait until the training has ended" in page.panel.overview._pictures_words.text()
    page.workspace.select_image(make_image(tmp_path, "other.png"))
    page.previews._ask()
    assert len(started) == 2
    page.session.push(SetParameter("conv2d_1", "bias", True))
    page.previews._ask()
    assert len(started) == 2
    monkeypatch.setattr(page.jobs, "is_running", lambda slot: False)
    page.jobs.job_ended.emit(TRAIN_SLOT)
    assert page.previews._later.isActive()
    page.previews._ask()
    assert len(started) == 3


@pytest.mark.parametrize(("weights", "words"), [
    (WeightsUsed(random=("conv2d_1",)), "with random weights: the network is not trained yet"),
    (WeightsUsed(trained=("conv2d_1", "linear_1")), "with the trained weights of the open run."),
    (WeightsUsed(trained=("conv2d_1",), random=("linear_1",), random_from=("flatten_1",)),
     "trained weights of the open run up to conv2d_1, and random ones from flatten_1 on"),
    (WeightsUsed(random=("conv2d_1",), too_large=("linear_1",)), "linear_1 on: it is too large for a picture"),
])
def test_the_page_says_which_weights_made_the_pictures(
        page: NetworkPage, tmp_path: Path, started: list, weights: WeightsUsed, words: str) -> None:
    page.workspace.select_image(make_image(tmp_path))
    page.previews._on_event(ready_for(page, weights))
    assert words in page.panel.overview._pictures_words.text()


def test_pictures_that_come_in_parts_leave_the_others_until_the_end(page: NetworkPage, started: list) -> None:
    whole = ready_for(page)
    page.previews._on_event(whole)
    part = PreviewReady({"conv2d_1": whole.pictures["relu_1"]}, whole.weights, is_complete=False)
    page.previews._on_event(part)
    assert page.scene.pictures["conv2d_1"].picture is whole.pictures["relu_1"]
    assert page.scene.nodes["linear_1"].has_picture
    page.previews._on_event(PreviewReady(part.pictures, whole.weights))
    assert not page.scene.nodes["linear_1"].has_picture


def test_the_tip_over_the_picture_tells_of_it(page: NetworkPage, started: list, qtbot) -> None:
    page.previews._on_event(ready_for(page))
    item = page.scene.nodes["conv2d_1"]
    page.view.centerOn(item)
    steps = itertools.cycle((QPoint(0, 0), QPoint(1, 0)))

    def told(point: QPointF, words: str) -> bool:
        """Point at it again, for the canvas may have moved below the pointer while the page was laid out.

        The event goes to the canvas itself: by way of the screen a window of another test could take it.
        """
        viewport = page.view.viewport()
        at = page.view.mapFromScene(item.pos() + point) + next(steps)
        QApplication.sendEvent(viewport, QMouseEvent(
            QEvent.Type.MouseMove, QPointF(at), QPointF(viewport.mapToGlobal(at)), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier))
        return words in item.toolTip()

    for point, words in ((PICTURE_AREA.center(), "16 channels"), (QPointF(100, 20), item.face.message)):
        qtbot.waitUntil(partial(told, point, words))


def test_a_damaged_image_is_a_sentence_beside_the_canvas(page: NetworkPage, tmp_path: Path, qtbot) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"not a picture")
    page.workspace.select_image(path)
    words = page.panel.overview._pictures_words
    qtbot.waitUntil(lambda: "No pictures now" in words.text(), timeout=30_000)
    assert "broken.png" in words.text()


def test_two_hundred_new_pictures_hold_the_window_up_for_a_moment_only(page: NetworkPage) -> None:
    """CPU seconds, generous: a tenth of a second is said to be felt; a tenth of this is normal."""
    page.workspace.replace_graph(chain_of(200), "two hundred")
    QApplication.processEvents()
    page.previews._on_event(ready_for(page))
    fresh = ready_for(page, seed=1)
    start = time.process_time()
    page.previews._on_event(fresh)
    assert time.process_time() - start < 0.1
