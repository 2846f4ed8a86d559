"""A sweep on the Train page: followed like a training, stopped, gone on with, and what its card says."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.network.presets import preset
from cnnstudio.runs.store import RunFolder, list_runs
from cnnstudio.sweeps.axes import parse_axis
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.study import Sweep, address_in
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import StepEnded, TrainingStarted
from cnnstudio.ui.job_progress import ProgressReader
from cnnstudio.ui.sweep_wishes import sweep_wishes
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.session import SessionState
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.sweep_events import SeedStarted
from cnnstudio.workspace.sweep_plan_job import SweepPlanJob, SweepPlanned, SweepWish, sweep_subject
from cnnstudio.workspace.workspace import Workspace

PATIENCE_MS = 120_000
TRAIN = TrainConfig(epochs=2, batch_size=8, threads=1, device="cpu", precision="float32")


@pytest.fixture
def plan(workspace: Workspace, pets: ImageFolder) -> SweepPlan:
    """Two optimisers on small images, as the dialog makes it."""
    workspace.open_folder(pets, preprocess=PreprocessConfig(height=16, width=16))
    workspace.replace_graph(preset("lenet5", input_shape=(3, 16, 16), classes=2), "lenet5")
    workspace.set_train_config(TRAIN)
    wish = SweepWish("two", (parse_axis("optimizer=sgd,adam"),))
    made: Any = list(SweepPlanJob(sweep_subject(workspace), wish).run(lambda: False))[-1]
    assert isinstance(made, SweepPlanned)
    return made.plan


def text(page: TrainPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text()


def rows(directory: Path) -> list[tuple[str, int]]:
    return [(row.state, len(row.accuracies)) for row in Sweep.open(address_in(directory), "two").rows()]


def test_a_sweep_is_followed_stopped_and_gone_on_with(
        qtbot: QtBot, page: TrainPage, workspace: Workspace, plan: SweepPlan) -> None:
    runs = workspace.runs.directory
    page.sweeping.begin(plan)
    qtbot.waitUntil(lambda: page.curves.epochs_shown >= 1, timeout=PATIENCE_MS)
    page.stop_training()
    qtbot.waitUntil(lambda: page.session.state is SessionState.IDLE, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "Stopped" in text(page, "sweep_where"), timeout=PATIENCE_MS)
    assert "waiting" in dict(rows(runs))
    go_on = page.findChild(QPushButton, "sweep_go_on")
    assert go_on is not None
    assert go_on.isVisible()
    with qtbot.waitSignal(sweep_wishes(workspace).go_on_requested) as asked:
        go_on.click()
    page.sweeping.go_on(asked.args[0])
    qtbot.waitUntil(lambda: text(page, "sweep_where") == "All 2 combinations are done.", timeout=PATIENCE_MS)
    assert rows(runs) == 2 * [("finished", 1)]
    best = max(row.mean or 0 for row in Sweep.open(address_in(runs), "two").rows())
    assert f"Best so far: {100 * best:.1f} %" in text(page, "sweep_best")
    found = list_runs(runs)
    assert len(found) == 2  # the one that was stopped went on
    groups = [RunFolder.load(summary.path).record.group for summary in found]
    assert {(group.key, group.kind) for group in groups if group is not None} == {(plan.key, "sweep")}
    assert page.session.state is SessionState.FINISHED
    assert not page.findChild(QPushButton, "more_epochs").isVisible()  # type: ignore[union-attr]


def test_nothing_is_asked_while_something_stands_in_the_way(page: TrainPage) -> None:
    page.sweeping.ask()
    assert page.sweeping.dialog is None
    button = page.findChild(QPushButton, "try_settings")
    assert button is not None
    assert not button.isEnabled()


def test_the_status_line_tells_of_all_trainings() -> None:
    reader = ProgressReader()
    reader.read(SeedStarted(2, 12, 1, 2))
    reader.read(TrainingStarted("cpu", 1, 10, 5, 40, 10))
    told = reader.read(StepEnded(4, 3, 5, 1.0, 0.5, 900.0))
    before = (2 * 2 + 0) * 50
    assert told == Progress(before + 3 * 5 + 3, 12 * 2 * 50, "combination 3 of 12, epoch 4 of 10")
    alone = ProgressReader()
    alone.read(TrainingStarted("cpu", 1, 10, 5, 40, 10))
    assert alone.read(StepEnded(4, 3, 5, 1.0, 0.5, 900.0)) == Progress(18, 50, "epoch 4 of 10")
