"""Repeating a training from the Train page: the choice, the place, the result, and going on with what is missing."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import PreprocessConfig, SplitConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.network.presets import preset
from cnnstudio.runs.group_results import GroupSummary, gather
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.training.config import TrainConfig
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.repeat_card import RepeatWish
from cnnstudio.ui.training.session import SessionState
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.repeat_events import MemberStarted
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun

PATIENCE_MS = 60_000


@pytest.fixture
def ready(qtbot: QtBot, page: TrainPage, workspace: Workspace, pets: ImageFolder,
          jobs: JobRunner) -> Iterator[TrainPage]:
    """Give the page with images, a small network and a short recipe; what follows a training may end."""
    workspace.open_folder(pets)
    workspace.set_preprocess(PreprocessConfig(height=16, width=16, color="grey"))
    workspace.replace_graph(preset("small", input_shape=(1, 16, 16), classes=2), "small")
    workspace.set_train_config(TrainConfig(epochs=1, batch_size=8, threads=1, device="cpu"))
    yield page
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=PATIENCE_MS)


def group_of(workspace: Workspace) -> GroupSummary:
    row, = gather(workspace.runs.directory, list_runs(workspace.runs.directory))
    assert isinstance(row, GroupSummary)
    return row


def words(page: TrainPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text()


def test_a_repetition_shows_its_place_its_result_and_all_curves(qtbot: QtBot, ready: TrainPage) -> None:
    card = ready.repeating.card
    assert "can be luck" in words(ready, "repeat_help")
    card.set_wish(RepeatWish("seeds", 3))
    assert "Takes 3 times as long" in words(ready, "repeat_help")
    places: list[str] = []
    ready.session.told.connect(
        lambda event: places.append(words(ready, "repeat_where")) if isinstance(event, MemberStarted) else None)
    ready.start_training()
    qtbot.waitUntil(lambda: words(ready, "repeat_where").startswith("3 seeds are trained"), timeout=PATIENCE_MS)
    assert places == [f"Training {number} of 3: seed {number - 1}" for number in (1, 2, 3)]
    assert ready.session.state is SessionState.FINISHED
    group = group_of(ready._workspace)
    assert group.spread is not None
    assert group.spread.deviation is not None
    expected = f"{100 * group.spread.mean:.1f} % ± {100 * group.spread.deviation:.1f} %"
    assert words(ready, "repeat_result") == expected
    qtbot.waitUntil(lambda: ready._group_view is not None and ready._tabs.currentWidget() is ready._group_view,
                    timeout=PATIENCE_MS)
    assert ready._group_view is not None
    assert words(ready, "group_accuracy") == expected
    curves = ready._group_view.curves.plot.shown
    assert [curve.is_faint for curve in curves] == [True, True, True, False]
    more = ready.findChild(QPushButton, "more_epochs")
    assert more is not None
    assert more.isHidden(), "members of a group have the same recipe"


def test_a_stopped_repetition_is_completed_by_its_button(qtbot: QtBot, ready: TrainPage) -> None:
    workspace = ready._workspace
    workspace.set_train_config(workspace.train_config.model_copy(update={"epochs": 200}))
    ready.repeating.card.set_wish(RepeatWish("seeds", 3))
    ready.start_training()
    qtbot.waitUntil(lambda: bool(ready.session.epochs), timeout=PATIENCE_MS)
    ready.stop_training()
    qtbot.waitUntil(lambda: "0 of 3 seeds are trained" in words(ready, "repeat_where"), timeout=PATIENCE_MS)
    assert ready.session.state is SessionState.STOPPED
    go_on = ready.findChild(QPushButton, "repeat_go_on")
    assert go_on is not None
    assert (go_on.isHidden(), go_on.text()) == (False, "Train the 3 missing")
    go_on.click()
    qtbot.waitUntil(lambda: ready.session.state is SessionState.TRAINING, timeout=PATIENCE_MS)
    assert words(ready, "repeat_where") == "Training 1 of 3: seed 0"
    ready.stop_training()
    qtbot.waitUntil(lambda: ready.session.state is SessionState.STOPPED, timeout=PATIENCE_MS)
    assert len(group_of(workspace).members) == 1, "the interrupted run went on; no second one was made"


def test_all_folds_are_those_of_the_split(ready: TrainPage) -> None:
    choice = ready.findChild(QComboBox, "repeat_choice")
    assert choice is not None
    assert choice.itemText(choice.count() - 1) == "All 5 folds"
    ready._workspace.set_split(SplitConfig(folds=4))
    assert choice.itemText(choice.count() - 1) == "All 4 folds"
    choice.setCurrentIndex(choice.count() - 1)
    assert ready.repeating.wish == RepeatWish("folds", 4)


def test_a_single_training_leaves_the_card_alone(qtbot: QtBot, ready: TrainPage) -> None:
    ready.start_training()
    qtbot.waitUntil(lambda: ready.session.state is SessionState.FINISHED, timeout=PATIENCE_MS)
    bar = ready.findChild(QProgressBar, "repeat_progress")
    assert bar is not None
    assert bar.isHidden()
    assert list_runs(ready._workspace.runs.directory)[0].group is None


def test_the_layers_of_a_run_that_is_opened_are_shown_and_those_of_a_training_left_alone(
        qtbot: QtBot, ready: TrainPage, small_run: SmallRun) -> None:
    run = RunFolder.load(small_run.path)
    ready._workspace.runs.open(run)
    assert ready.layers.model.epochs == len([row for row in run.record.history if row.layers]) == 3
    assert [layer.name for layer in ready.layers.model.layers] == [
        layer.name for layer in run.record.history[-1].layers]
    ready.start_training()
    qtbot.waitUntil(lambda: ready.session.state is SessionState.FINISHED, timeout=PATIENCE_MS)
    assert ready.layers.model.epochs == 1


def test_a_validation_figure_is_said_to_flatter(qtbot: QtBot, ready: TrainPage, small_run: SmallRun) -> None:
    ready._workspace.runs.open(RunFolder.load(small_run.path))
    qtbot.waitUntil(lambda: "validation accuracy" in words(ready, "accuracy_label"), timeout=PATIENCE_MS)
    assert "chosen on these same images" in words(ready, "flattering_line")
