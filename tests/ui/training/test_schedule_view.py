"""The schedule is drawn and said before the start, for the images and the recipe there are."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.schedule_view import ScheduleView, steps_per_epoch
from cnnstudio.workspace.workspace import Workspace


@pytest.fixture
def view(qtbot: QtBot) -> ScheduleView:
    view = ScheduleView()
    qtbot.addWidget(view)
    view.resize(280, 160)
    view.show()
    return view


def drawn(view: ScheduleView) -> tuple[np.ndarray, np.ndarray]:
    (line,) = view.canvas.lines
    return line.xs, line.ys


def test_steps_are_drawn_where_the_rate_falls(view: ScheduleView) -> None:
    view.show_recipe(TrainConfig(epochs=10, schedule="step", step_epochs=4, fall_factor=0.5, learning_rate=0.1), 320)
    xs, ys = drawn(view)
    by_hand = 0.1 * 0.5 ** np.minimum(np.floor(xs / 4 + 1e-9), 2)
    assert np.allclose(ys, by_hand, rtol=1e-12)
    assert xs[-1] == 10
    assert view.words == "Starts at 0.1 and falls to 0.025."


@pytest.mark.parametrize(("settings", "words"), [
    ({}, "0.001 from the first update to the last."),
    ({"warm_up_epochs": 2.0}, "Rises from 4.76e-05 to 0.001 in 2 epochs."),
    ({"schedule": "cosine"}, "Starts at 0.001 and falls to 2.47e-07."),
    ({"schedule": "plateau"}, "0.001 from the first update to the last. Drawn as if every epoch were better")])
def test_the_sentence_says_what_the_curve_shows(view: ScheduleView, settings: dict[str, object], words: str) -> None:
    view.show_recipe(TrainConfig(**settings), 320)  # type: ignore[arg-type]
    assert view.words.startswith(words)
    assert view.canvas.accessibleDescription() == view.words


def test_one_cycle_rises_and_falls(view: ScheduleView) -> None:
    view.show_recipe(TrainConfig(schedule="one_cycle"), 320)
    xs, ys = drawn(view)
    assert xs[np.argmax(ys)] == pytest.approx(3, abs=0.2)
    assert "then falls to 4e-09" in view.words


@pytest.mark.parametrize(("images", "batch", "steps"), [(64, 32, 2), (65, 32, 2), (66, 32, 3), (1, 32, 1), (5, 8, 1)])
def test_an_epoch_has_the_steps_that_batches_give_it(images: int, batch: int, steps: int) -> None:
    from cnnstudio.data.batches import Batches
    from cnnstudio.data.pixels.source import ArraySource

    pixels = ArraySource(np.zeros((images, 2, 2, 1), np.uint8), np.zeros(images, np.int64))
    batches = Batches(pixels, np.arange(images), batch_size=batch, mean=(0.5,), std=(1.0,), shuffle=False, seed=0)
    assert steps_per_epoch(images, batch) == len(batches) == steps


def test_the_page_draws_the_schedule_of_its_recipe(
        page: TrainPage, workspace: Workspace, pets: ImageFolder) -> None:
    view = page.findChild(ScheduleView)
    assert view is not None
    workspace.open_folder(pets)
    workspace.set_train_config(TrainConfig(epochs=4, schedule="cosine", batch_size=4))
    xs, ys = drawn(view)
    assert len(xs) == 4 * steps_per_epoch(16, 4) + 1
    assert xs[-1] == 4
    assert ys[0] == 1e-3
