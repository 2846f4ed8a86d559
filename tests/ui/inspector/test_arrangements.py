"""Two maps side by side, and many, made by a really trained run."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.explain.explanation import METHODS
from cnnstudio.explain.target import Target
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.workspace.look_job import LookQuestion
from cnnstudio.workspace.several_job import SeveralJob, SeveralTile
from tests.helpers.runs import SmallRun

LONG_MS = 60_000


def arrange(page: InspectorPage, name: str) -> None:
    """Choose an arrangement."""
    box = page.findChild(QComboBox, "arrangement_choice")
    box.setCurrentIndex(box.findData(name))
    box.activated.emit(box.currentIndex())


def drawn(page: InspectorPage) -> list[object]:
    """Return the keys of the tiles that have a picture."""
    tiles = page.presenter.arrangements.several.view.tiles.tiles.tiles
    return [tile.key for tile in tiles if tile.pixmap is not None]


@pytest.mark.parametrize("kind", ["methods", "layers", "classes", "epochs", "images"])
def test_every_arrangement_fills_its_grid(looking: InspectorPage, kind: str, qtbot: QtBot) -> None:
    layers = looking.body.layers.slider.layers
    wanted = {"methods": [info.name for info in METHODS], "layers": [layer.id for layer in layers],
              "classes": [0, 1, 2], "epochs": [0, 1, 2, 3],
              "images": [row.path for row in looking.body.images.shown]}[kind]
    arrange(looking, kind)
    qtbot.waitUntil(lambda: set(drawn(looking)) == set(wanted), timeout=LONG_MS)
    several = looking.presenter.arrangements.several
    assert several.view.isVisible()
    assert several.view.has_one_scale == (kind in ("classes", "epochs", "images"))
    arrange(looking, "single")
    assert looking.body.pane.view.isVisible()


def test_a_click_on_a_tile_chooses_what_it_shows(looking: InspectorPage, qtbot: QtBot) -> None:
    arrange(looking, "methods")
    qtbot.waitUntil(lambda: "layercam" in drawn(looking), timeout=LONG_MS)
    looking.presenter.arrangements.several.view.tiles.tile_chosen.emit("layercam")
    qtbot.waitUntil(lambda: looking.presenter.newest.map.key.method == "layercam", timeout=LONG_MS)
    assert looking.body.pane.view.isVisible()
    assert looking.findChild(QComboBox, "method_choice").currentData() == "layercam"


def test_methods_that_prove_nothing_carry_a_badge(looking: InspectorPage) -> None:
    arrange(looking, "methods")
    badges = {tile.key: tile.badge for tile in looking.presenter.arrangements.several.view.tiles.tiles.tiles}
    assert badges["eigencam"] == "class-agnostic"
    assert badges["guided-backpropagation"] == "fails sanity check"
    assert badges["grad-cam"] == ""


def test_the_maps_of_classes_are_those_of_each_class_alone(small_run: SmallRun) -> None:
    question = LookQuestion(small_run.path, small_run.folder.files[0].path)
    tiles = list(SeveralJob("classes", question).run(lambda: False))
    from cnnstudio.workspace.loaded_run import loaded_run
    for tile in tiles:
        assert isinstance(tile, SeveralTile)
        with loaded_run(small_run.path) as run:
            alone = run.explainer.explain(tile.image.pixels, tile.name).heatmap.raw
        np.testing.assert_allclose(tile.map.raw, alone, atol=1e-5 * np.abs(alone).max())    # float32
    shares = [float(tile.title.removesuffix(" %")) for tile in tiles]
    assert shares == sorted(shares, reverse=True)


def test_side_by_side_keeps_one_image_while_another_is_chosen(looking: InspectorPage, qtbot: QtBot) -> None:
    compare = looking.presenter.arrangements.compare
    kept = looking.presenter.newest.image.image
    arrange(looking, "compare")
    qtbot.waitUntil(lambda: compare.newest is not None, timeout=LONG_MS)
    looking.body.images.step(1)
    other = looking.body.images.shown[1].path
    qtbot.waitUntil(lambda: looking.presenter.newest.image.image == other, timeout=LONG_MS)
    assert compare.newest.image.image == kept
    looking.body.pane.view.zoom_by(2.0)
    assert compare.side.canvas.view.zoom == 2.0
    qtbot.mouseClick(looking.findChild(QCheckBox, "compare_follows"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: compare.newest.image.image == other, timeout=LONG_MS)
    looking.findChild(QCheckBox, "compare_difference").click()
    qtbot.waitUntil(lambda: "Red: more at the left" in compare.side.texts[1], timeout=LONG_MS)
    looking.body.pane.view.pointed.emit(QPointF(0.1, 0.1))
    shares = [float(laid.raw[0, 0]) / float(np.abs(laid.raw).max()) for laid in (
        looking.body.pane.canvas.laid, compare.side.canvas.laid)]
    assert compare.side.values.replace("−", "-").startswith(
        f"Left {shares[0]:+.2f}, here {shares[1]:+.2f}, difference ")
    looking.body.pane.view.pointed.emit(None)
    assert compare.side.values == ""
    arrange(looking, "single")
    assert compare.side.isHidden()


def test_a_contrast_is_shown_in_both_signs_and_a_class_as_before(looking: InspectorPage) -> None:
    session, menu = looking.presenter.session, looking.body.pane.bar.menu
    session.look_for(Target("contrast", 0, 1))
    assert menu.style_shown.sign == "both"
    session.look_for_class(0)
    assert menu.style_shown.sign == "positive"


def test_what_is_known_is_shown_without_waiting(looking: InspectorPage) -> None:
    session = looking.presenter.session
    session.look_with("hirescam")
    assert looking.presenter.newest.map.key.method == "hirescam"
    session.look_for_class((looking.presenter.newest.map.key.target.index + 1) % 3)
    session.look_with("grad-cam")
    assert looking.presenter.newest.map.key.method == "grad-cam"


def test_a_cell_of_the_matrix_lists_its_images(looking: InspectorPage) -> None:
    row = looking.body.images.shown[0]
    button = looking.findChild(QPushButton, "confusion_button")
    assert button.isEnabled()
    button.matrix.cell_chosen.emit(row.true_class, row.predicted_class)
    shown = looking.body.images.shown
    assert shown
    assert {(one.true_class, one.predicted_class) for one in shown} == {(row.true_class, row.predicted_class)}
    assert looking.body.controls.arrangement == "images"    # their maps, together


def test_a_slow_method_ends_whole_and_is_not_asked_twice(looking: InspectorPage, qtbot: QtBot) -> None:
    session, jobs = looking.presenter.session, looking.presenter.session._jobs
    seen: list[tuple[int, int]] = []
    session.answered.connect(lambda look: seen.append((look.map.done, look.map.total)))
    session.look_with("occlusion")
    qtbot.waitUntil(lambda: bool(seen) and seen[-1][0] == seen[-1][1] and not looking.body.pane.is_open
                    and not jobs.is_running("explain"), timeout=LONG_MS)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    session.look_with("grad-cam")
    qtbot.waitUntil(lambda: not jobs.is_running("explain"), timeout=LONG_MS)
    session.look_with("occlusion")
    assert looking.presenter.newest.map.key.method == "occlusion"
    assert not jobs.is_running("explain")
    assert looking.body.pane.status == ""


def test_an_image_from_elsewhere_takes_the_place_of_the_lists_maps(looking: InspectorPage, qtbot: QtBot) -> None:
    pixels = np.full((40, 60, 3), 128, np.uint8)
    arrange(looking, "images")
    looking.presenter.look_at_pixels(pixels)
    qtbot.waitUntil(lambda: looking.presenter.newest.image.image is pixels,
                    timeout=LONG_MS)
    assert looking.body.controls.arrangement == "single"
    assert looking.body.pane.view.isVisible()
    arrange(looking, "methods")
    looking.presenter.look_at_pixels(pixels.copy())
    assert looking.body.controls.arrangement == "methods"


def test_pictures_that_grew_on_a_hidden_tab_have_their_room_when_it_is_shown(looking: InspectorPage,
                                                                            qtbot: QtBot) -> None:
    strip, row = looking.body.layers, looking.body.images.shown[0]
    looking.presenter.look_at_pixels(np.full((30, 60, 3), 128, np.uint8))
    qtbot.waitUntil(lambda: strip.tiles.delegate.height_px < strip.tiles.delegate.side_px, timeout=LONG_MS)
    low = strip.tiles.height()
    looking.body.tabs.show_tab("trials")
    looking.presenter.look_at_file(row.path)
    qtbot.waitUntil(lambda: strip.tiles.maximumHeight() > low, timeout=LONG_MS)
    looking.body.tabs.show_tab("heatmap")
    assert strip.tiles.height() > low
    assert strip.tiles.geometry().bottom() < strip.height()
