"""Live pictures in the layers."""

from pathlib import Path

import numpy as np
from PIL import Image
from PySide6.QtWidgets import QApplication

from cnnstudio.network.edits import MoveNodes, SetParameter
from cnnstudio.ui.editor.page import NetworkPage
from cnnstudio.ui.editor.previews import SLOT, to_picture


def make_image(folder: Path) -> Path:
    path = folder / "ramp.png"
    Image.fromarray(np.tile(np.arange(0, 256, 4, dtype=np.uint8), (64, 1))).save(path)
    return path


def test_a_selected_image_brings_pictures_and_an_edit_renews_them(page: NetworkPage, tmp_path: Path, qtbot) -> None:
    page.workspace.preprocess = page.workspace.preprocess.model_copy(
        update={"height": 32, "width": 32, "color": "grey"})
    page.workspace.select_image(make_image(tmp_path))
    qtbot.waitUntil(lambda: page.scene.nodes["conv2d_1"].has_picture, timeout=30_000)
    assert page.scene.pictures["conv2d_1"].size().toTuple() == (30, 30)
    assert page.scene.nodes["input_1"].has_picture
    assert "random weights" in page.panel.overview._pictures_words.text()
    page.session.push(SetParameter("conv2d_1", "kernel_size", (5, 5)))
    qtbot.waitUntil(lambda: page.scene.pictures["conv2d_1"].size().toTuple() == (28, 28), timeout=30_000)
    page.workspace.select_image(None)
    qtbot.waitUntil(lambda: not page.scene.nodes["conv2d_1"].has_picture, timeout=5_000)


def test_moving_a_layer_asks_for_nothing(page: NetworkPage, tmp_path: Path, monkeypatch) -> None:
    started = []
    monkeypatch.setattr(page.jobs, "start", lambda job, **_: started.append(job))
    page.workspace.select_image(make_image(tmp_path))
    page.previews._ask()
    page.session.push(MoveNodes({"conv2d_1": (300, 300)}))
    QApplication.processEvents()
    page.previews._ask()
    assert len(started) == 1


def test_nothing_is_worked_out_while_the_page_is_hidden(page: NetworkPage, tmp_path: Path) -> None:
    page.hide()
    page.workspace.select_image(make_image(tmp_path))
    assert not page.previews._later.isActive()
    assert not page.jobs.is_running(SLOT)


def test_pixels_become_pictures_of_the_same_values() -> None:
    grey = np.arange(12, dtype=np.uint8).reshape(3, 4)
    picture = to_picture(grey)
    assert (picture.width(), picture.height(), picture.pixelColor(3, 2).red()) == (4, 3, 11)
    color = np.zeros((2, 5, 3), np.uint8)
    color[1, 4] = (10, 20, 30)
    assert to_picture(color).pixelColor(4, 1).getRgb()[:3] == (10, 20, 30)
    assert to_picture(grey[:, :, None]).size() == picture.size()


def test_a_damaged_image_is_a_sentence_beside_the_canvas(page: NetworkPage, tmp_path: Path, qtbot) -> None:
    path = tmp_path / "broken.png"
    path.write_bytes(b"not a picture")
    page.workspace.select_image(path)
    words = page.panel.overview._pictures_words
    qtbot.waitUntil(lambda: "No pictures now" in words.text(), timeout=30_000)
    assert "broken.png" in words.text()
