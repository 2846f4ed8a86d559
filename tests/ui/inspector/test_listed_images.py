"""The grid of the list's images: the first ones in their order, or the weakest of all that are known."""

from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from cnnstudio.ui.inspector.listed_images import SHOWN, ListedImages
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.workspace.loaded_run import loaded_run
from tests.helpers.runs import SmallRun
from tests.ui.inspector.test_arrangements import arrange, drawn

IMAGES = tuple(Path(f"{number}.png") for number in range(300))


def known_images(sums: np.ndarray) -> ListedImages:
    """Give a list of which the first images are known."""
    listed = ListedImages()
    listed.images, listed.question = IMAGES, "why cat"
    for path, positive in zip(IMAGES, sums.tolist(), strict=False):
        listed.note("why cat", path, positive)
    return listed


def test_the_weakest_of_all_that_are_known_come_first() -> None:
    sums = np.random.default_rng(3).random(200)
    listed = known_images(sums)
    assert listed.names() == IMAGES[:SHOWN]
    listed.ranks = True
    assert list(listed.names()) == [IMAGES[place] for place in np.argsort(sums, kind="stable")[:SHOWN]]
    assert "of 200 images looked at among the first 300" in listed.words()
    assert list(listed.unmade(listed.names())) == list(IMAGES[200:])
    assert list(listed.unmade(()))[:SHOWN] == list(listed.names())


def test_another_question_knows_nothing_of_the_first_ones_answers() -> None:
    listed = known_images(np.ones(5))
    listed.question, listed.ranks = "why dog", True
    assert listed.names() == []
    assert len(listed.unmade(())) == len(IMAGES)


def test_the_grid_ends_in_the_order_of_the_evidence(looking: InspectorPage, small_run: SmallRun, qtbot: QtBot) -> None:
    paths = [row.path for row in looking.body.images.shown]
    with loaded_run(small_run.path) as run:
        sums = [float(np.maximum(run.explainer.explain(file_pixels(path)).heatmap.raw, 0).sum()) for path in paths]
    arrange(looking, "images")
    qtbot.waitUntil(lambda: drawn(looking) == paths, timeout=60_000)
    qtbot.mouseClick(looking.findChild(QCheckBox, "weakest_first"), Qt.MouseButton.LeftButton)
    weakest = [paths[place] for place in np.argsort(sums, kind="stable")]
    qtbot.waitUntil(lambda: drawn(looking) == weakest, timeout=60_000)
    view = looking.presenter.arrangements.several.view
    assert view.note.startswith(f"The weakest evidence first, of {len(paths)} images")
    qtbot.mouseClick(looking.findChild(QCheckBox, "weakest_first"), Qt.MouseButton.LeftButton)
    assert [tile.key for tile in view.tiles.tiles.tiles] == paths


def file_pixels(path: Path) -> np.ndarray:
    """Return what Pillow reads: (H, W, 3) uint8."""
    from PIL import Image

    return np.asarray(Image.open(path).convert("RGB"))
