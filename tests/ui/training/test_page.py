"""The Train page: when it may start, what it shows while a training runs, and what comes after."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.errors import TrainingError
from cnnstudio.network.edits import SetParameter
from cnnstudio.network.presets import preset
from cnnstudio.training.config import TrainConfig
from cnnstudio.training.events import TrainingStarted
from cnnstudio.ui.image_filter import ImageFilter, filter_requests
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.readiness import describe_subject
from cnnstudio.ui.training.session import SessionState
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import training_job
from tests.helpers.stub_jobs import EventsJob, TrainingStub, evaluation

LONG_MS = 60_000


def button(page: TrainPage, name: str) -> QPushButton:
    """Return a button by its object name."""
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def text(page: TrainPage, name: str) -> str:
    """Return a label's text by its object name."""
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text()


def run_stub(qtbot: QtBot, page: TrainPage, job: TrainingStub | EventsJob) -> None:
    """Run ``job`` to its end as the page's training."""
    page.session.start(job)
    qtbot.waitUntil(lambda: not page.session.state.is_busy, timeout=LONG_MS)


def test_start_is_disabled_with_a_reason_without_images(page: TrainPage, qtbot: QtBot) -> None:
    assert not button(page, "start_training").isEnabled()
    assert "no images yet" in text(page, "start_reason")
    with qtbot.waitSignal(page.navigate_requested) as signal:
        qtbot.mouseClick(button(page, "mend_button"), Qt.MouseButton.LeftButton)
    assert signal.args == ["welcome"]


def test_start_is_enabled_once_a_folder_fits(page: TrainPage, workspace: Workspace, pets: ImageFolder,
                                             qtbot: QtBot) -> None:
    workspace.open_folder(pets)
    qtbot.waitUntil(lambda: button(page, "start_training").isEnabled())
    assert not page.findChild(QLabel, "start_reason").isVisible()
    assert ("Training", "16 images") in describe_subject(workspace).rows
    shown = [label.text() for label in page.recipe.findChildren(QLabel)]
    assert "16 images" in shown
    assert "4 images" in shown


def test_the_name_of_another_network_is_shown_at_once(page: TrainPage, workspace: Workspace, qtbot: QtBot) -> None:
    workspace.set_network_name("efficientnet-lite0")
    qtbot.waitUntil(lambda: "efficientnet-lite0" in [label.text() for label in page.recipe.findChildren(QLabel)])


def test_a_network_with_errors_disables_start_and_leads_to_the_network_page(
        page: TrainPage, workspace: Workspace, pets: ImageFolder, qtbot: QtBot) -> None:
    workspace.open_folder(pets)
    first = next(node for node in workspace.graph.nodes.values() if node.kind == "Conv2d")
    SetParameter(first.id, "kernel_size", (99, 99)).apply(workspace.graph)
    qtbot.waitUntil(lambda: not button(page, "start_training").isEnabled())
    assert "network is not ready" in text(page, "start_reason")
    with qtbot.waitSignal(page.navigate_requested) as signal:
        qtbot.mouseClick(button(page, "mend_button"), Qt.MouseButton.LeftButton)
    assert signal.args == ["network"]


def test_another_number_of_classes_disables_start(page: TrainPage, workspace: Workspace, pets: ImageFolder,
                                                  qtbot: QtBot) -> None:
    workspace.open_folder(pets)
    workspace.replace_graph(preset("small", input_shape=workspace.preprocess.shape, classes=7), "seven")
    qtbot.waitUntil(lambda: not button(page, "start_training").isEnabled())
    assert "7 classes" in text(page, "start_reason")
    assert "folder has 2" in text(page, "start_reason")
    page.start_training()
    assert page.session.state is SessionState.IDLE


def test_a_changed_field_of_the_recipe_reaches_the_workspace(page: TrainPage, workspace: Workspace) -> None:
    page.recipe.form.field("epochs").setValue(3)
    assert workspace.train_config.epochs == 3


def test_the_recipe_follows_the_workspace(page: TrainPage, workspace: Workspace) -> None:
    workspace.set_train_config(TrainConfig(epochs=77, optimizer="sgd"))
    assert page.recipe.form.field("epochs").value() == 77
    assert not page.recipe.form.field("momentum").isHidden()
    workspace.set_train_config(TrainConfig(optimizer="adam"))
    assert page.recipe.form.field("momentum").isHidden()


def test_the_live_curve_gets_all_epochs(page: TrainPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.curves.begin()
    run_stub(qtbot, page, TrainingStub(tmp_path / "none", epochs=7, steps=40))
    xs, ys = page.curves.loss.values("validation")
    assert list(xs) == [1, 2, 3, 4, 5, 6, 7]
    assert ys[0] == pytest.approx(1.2)
    assert len(page.session.steps) == 280
    steps, losses = page.curves.loss.values("batch")
    assert len(steps) == 280
    assert steps[-1] == pytest.approx(7.0)
    assert losses.tolist() == page.session.steps.column("loss").tolist()


def test_the_figures_and_the_verdict_follow_the_training(page: TrainPage, qtbot: QtBot, tmp_path: Path) -> None:
    run_stub(qtbot, page, TrainingStub(tmp_path / "none", epochs=4))
    assert page.progress.figures.text("best") == "4"
    assert page.progress.figures.text("accuracy") == "85.0 %"
    assert page.progress.verdict.text
    assert text(page, "step_label") == "Ended after 4 epochs."


def test_the_device_is_told_with_the_precision_and_why(page: TrainPage) -> None:
    page.progress.show_started(TrainingStarted("cpu", 2, 3, 10, 100, 20, "bfloat16", "it was measured to be faster"))
    assert page.progress.figures.text("device") == "CPU, 2 threads, bfloat16"
    tool_tip = page.progress.figures.findChild(QLabel, "figure_device").toolTip()
    assert tool_tip == "Bfloat16: it was measured to be faster."
    page.progress.show_started(TrainingStarted("cpu", 1, 3, 10, 100, 20, "float32", "the recipe says float32"))
    assert page.progress.figures.text("device") == "CPU, 1 thread, float32"


def test_stop_ends_within_a_batch_and_says_so_meanwhile(page: TrainPage, qtbot: QtBot, tmp_path: Path) -> None:
    turns = threading.Semaphore(2)
    stub = TrainingStub(tmp_path / "none", epochs=50, turns=turns)
    page.session.start(stub)
    qtbot.waitUntil(lambda: len(page.session.steps) == 2)
    qtbot.mouseClick(button(page, "stop_training"), Qt.MouseButton.LeftButton)
    assert text(page, "training_state") == "Stopping…"
    assert not button(page, "stop_training").isEnabled()
    turns.release(50)
    qtbot.waitUntil(lambda: page.session.state is SessionState.STOPPED, timeout=LONG_MS)
    assert stub.steps_done == 3
    assert page.session.run_path == tmp_path / "none"


def test_stopping_while_images_are_prepared_leaves_no_run(page: TrainPage, qtbot: QtBot) -> None:
    page.session.start(EventsJob([], gate=threading.Event()))
    assert text(page, "training_state") == "Preparing"
    page.stop_training()
    qtbot.waitUntil(lambda: page.session.state is SessionState.IDLE, timeout=LONG_MS)
    assert page.session.run_path is None


def test_the_recipe_is_locked_while_a_training_runs(page: TrainPage, qtbot: QtBot, tmp_path: Path) -> None:
    turns = threading.Semaphore(1)
    page.session.start(TrainingStub(tmp_path / "none", epochs=1, steps=2, turns=turns))
    qtbot.waitUntil(lambda: len(page.session.steps) == 1)
    assert page.recipe.form.is_locked
    turns.release(5)
    qtbot.waitUntil(lambda: page.session.state is SessionState.FINISHED, timeout=LONG_MS)
    assert not page.recipe.form.is_locked


def test_a_failure_is_a_sentence_in_the_page(page: TrainPage, qtbot: QtBot) -> None:
    sentence = "The loss is not a number in epoch 2, step 7. Try a learning rate of 0.0001."
    run_stub(qtbot, page, EventsJob([], error=TrainingError(sentence)))
    assert page.session.state is SessionState.FAILED
    assert text(page, "training_error") == sentence
    assert page.findChild(QLabel, "training_error").isVisible()


def test_results_open_when_they_arrive(page: TrainPage, qtbot: QtBot, tmp_path: Path) -> None:
    run_stub(qtbot, page, TrainingStub(tmp_path / "none", evaluation=evaluation()))
    tabs = page.findChild(QTabWidget, "train_tabs")
    assert tabs.currentWidget() is page.results
    assert text(page, "accuracy_label").startswith("85.0 %")
    assert "guessing the most frequent class would score 50.0 %" in text(page, "interval_label")


def test_a_confusion_cell_asks_for_its_images(page: TrainPage, workspace: Workspace, qtbot: QtBot) -> None:
    page.results.show_evaluation(evaluation())
    with qtbot.waitSignal(page.navigate_requested) as signal:
        page.results.cell_chosen.emit(0, 1)
    assert signal.args == ["look"]
    assert filter_requests(workspace).take() == ImageFilter(0, 1)
    assert filter_requests(workspace).take() is None


def test_a_real_training_can_be_stopped_and_keeps_its_run(page: TrainPage, workspace: Workspace, pets: ImageFolder,
                                                          qtbot: QtBot, tmp_path: Path) -> None:
    workspace.open_folder(pets)
    job = training_job(pets, tmp_path, train=TrainConfig(epochs=10_000, batch_size=8, threads=1, device="cpu"))
    page.session.start(job)
    qtbot.waitUntil(lambda: len(page.session.epochs) >= 2, timeout=LONG_MS)
    with qtbot.waitSignal(page.run_finished, timeout=LONG_MS) as signal:
        page.stop_training()
    run = signal.args[0]
    assert page.session.state is SessionState.STOPPED
    assert run.record.status == "stopped"
    assert len(run.record.history) == len(page.session.epochs) == page.curves.epochs_shown
    assert workspace.runs.current is run


def test_earlier_runs_on_the_same_images_stand_faintly_behind(page: TrainPage, workspace: Workspace,
                                                             pets: ImageFolder, qtbot: QtBot, tmp_path: Path) -> None:
    list(training_job(pets, tmp_path, train=TrainConfig(epochs=1, threads=1, device="cpu")).run(lambda: False))
    workspace.open_folder(pets)
    qtbot.waitUntil(lambda: len(page.curves.earlier_shown) == 2, timeout=LONG_MS)
    xs, _ = page.curves.loss.values(page.curves.earlier_shown[0])
    assert list(xs) == [1]
