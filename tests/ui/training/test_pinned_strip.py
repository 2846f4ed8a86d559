"""Pinned images: heatmaps of a training's epochs, and going back through them."""

import itertools
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication, QLabel, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.training.heatmap_history import MOST, HeatmapHistory
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.workspace import watched_training
from cnnstudio.workspace.pinned_images_job import PinnedPicture
from cnnstudio.workspace.watched_training import HeatmapsReady
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import training_job


def heatmaps(page: TrainPage, epoch: int, *, left_out: int = 0) -> HeatmapsReady:
    images = tuple(page.pinned.images)
    pictures = tuple(PinnedPicture(place, np.full((8, 8, 3), epoch, np.uint8), 0.5, "cat")
                     for place in range(len(images)))
    return HeatmapsReady(epoch, pictures, images, left_out)


def text(page: TrainPage, name: str) -> str:
    return page.findChild(QLabel, name).text()


def test_epochs_are_shown_as_they_come_and_can_be_gone_back_through(
        page: TrainPage, workspace: Workspace, pets: ImageFolder) -> None:
    workspace.open_folder(pets)
    slider = page.findChild(QSlider, "pinned_epoch")
    page.pinned.begin()
    for epoch in (1, 2, 3):
        page.pinned.show_heatmaps(heatmaps(page, epoch))
    assert text(page, "pinned_heading") == "After epoch 3"
    slider.setValue(0)
    assert text(page, "pinned_heading") == "After epoch 1"
    page.pinned.show_heatmaps(heatmaps(page, 4))
    assert text(page, "pinned_heading") == "After epoch 1"  # who looks back is not torn away
    assert slider.maximum() == 3


def test_epochs_that_are_left_out_are_said(page: TrainPage, workspace: Workspace, pets: ImageFolder) -> None:
    workspace.open_folder(pets)
    page.pinned.begin()
    page.pinned.show_heatmaps(heatmaps(page, 5, left_out=4))
    assert text(page, "pinned_caption") == "Every 5 epochs or so: more often would take over 3 % of the time."


def test_heatmaps_of_images_that_are_not_pinned_any_more_are_dropped(
        page: TrainPage, workspace: Workspace, pets: ImageFolder) -> None:
    workspace.open_folder(pets)
    page.pinned.begin()
    late = heatmaps(page, 1)
    page.pinned.pin_others()
    page.pinned.show_heatmaps(late)
    assert text(page, "pinned_heading") != "After epoch 1"
    assert page.session.pinned.images == tuple(page.pinned.images)


def test_a_real_training_draws_its_own_heatmaps(
        page: TrainPage, workspace: Workspace, pets: ImageFolder, qtbot: QtBot, tmp_path: Path,
        monkeypatch: object) -> None:
    monkeypatch.setattr(watched_training, "MOST_SHARE", 1e9)
    workspace.open_folder(pets)
    told = []
    page.session.heatmaps_ready.connect(told.append)
    job = training_job(pets, tmp_path, train=TrainConfig(epochs=2, batch_size=8, threads=1, device="cpu"))
    page.session.start(job, job.control)
    qtbot.waitUntil(lambda: not page.session.state.is_busy, timeout=60_000)
    assert [event.epoch for event in told] == [1, 2]
    qtbot.waitUntil(lambda: text(page, "pinned_heading") == "Kept weights")


def test_all_tiles_fit_into_a_narrow_strip(page: TrainPage, workspace: Workspace, pets: ImageFolder) -> None:
    workspace.open_folder(pets)
    for width in (1280, 1920):
        page.resize(width, 800)
        QApplication.processEvents()
        tiles = [tile for tile in page.pinned.findChildren(QToolButton) if tile.isVisible()]
        ends = [(tile.x(), tile.x() + tile.width()) for tile in tiles]
        assert len(tiles) == 4
        assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(ends))
        assert ends[-1][1] <= page.pinned.width()


def test_the_strip_is_away_while_there_are_no_images(page: TrainPage) -> None:
    assert not page.pinned.isVisible()


def test_many_epochs_are_thinned_out_evenly_and_the_newest_stays() -> None:
    history = HeatmapHistory()
    for epoch in range(1, 1001):
        history.add(epoch, ())
    epochs = [history.at(place)[0] for place in range(len(history))]
    assert len(epochs) <= MOST + 1
    assert (epochs[0], epochs[-1]) == (1, 1000)
    assert len(set(np.diff(epochs[:-1]).tolist())) == 1
