"""Pause, go on, more epochs and the way out of a failure, as the page shows and does them."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.errors import TrainingError
from cnnstudio.training.control import TrainingControl
from cnnstudio.training.events import (
    StepEnded,
    TrainingContinued,
    TrainingFinished,
    TrainingNotice,
    TrainingPaused,
    TrainingStarted,
)
from cnnstudio.ui.training.controls import TrainingControls
from cnnstudio.ui.training.page import TrainPage
from cnnstudio.ui.training.session import SessionState
from cnnstudio.workspace import resume_job
from cnnstudio.workspace.training_events import RemedyFound, RunCreated, RunSaved
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.stub_jobs import GATE_S, EventsJob, TrainingStub

GONE = "The folder /photos cannot be reached."
STARTED = TrainingStarted("cpu", 1, 4, 2, 20, 5)


class Waiting:
    """A training that pauses for a reason, until its control goes on or it is stopped."""

    title = "Training a stub"

    def __init__(self, path: Path, control: TrainingControl, reason: str) -> None:
        self._path, self._control, self._reason = path, control, reason

    def run(self, should_stop: Callable[[], bool]) -> Iterator[object]:
        """Yield what such a training yields."""
        yield RunCreated(self._path)
        yield STARTED
        yield StepEnded(1, 1, 2, 0.5, 0.5, 100.0)
        yield TrainingPaused(1, 1, self._reason)
        is_asked = False
        while not should_stop() and not is_asked:
            is_asked = self._control.wait_for_wish(0.01)
        if is_asked:
            yield TrainingContinued(1, 1)
        yield TrainingFinished("stopped" if should_stop() else "finished", 1, 1, 1.0, "Ended.")
        yield RunSaved(self._path, "stopped" if should_stop() else "finished", 1)


def visible(page: TrainPage) -> set[str]:
    return {button.objectName() for button in page.progress.controls.findChildren(QPushButton)
            if button.isVisible() and button.isEnabled()}


def text(page: TrainPage, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert found is not None
    return found.text() if found.isVisible() else ""


def click(qtbot: QtBot, page: TrainPage, name: str) -> None:
    found = page.findChild(QPushButton, name)
    assert found is not None
    qtbot.waitUntil(lambda: found.isVisible() and found.isEnabled())
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("state", "buttons"), [
    (SessionState.IDLE, {"start_training"}), (SessionState.PREPARING, {"stop_training"}),
    (SessionState.TRAINING, {"pause_training", "stop_training", "more_epochs"}),
    (SessionState.PAUSED, {"go_on_training", "stop_training", "more_epochs"}), (SessionState.STOPPING, set()),
    (SessionState.SAVING, set()), (SessionState.FINISHED, {"start_training", "more_epochs"}),
    (SessionState.STOPPED, {"go_on_training", "start_training"}),
    (SessionState.FAILED, {"go_on_training", "start_training"})])
def test_each_state_offers_what_can_be_done_in_it(qtbot: QtBot, state: SessionState, buttons: set[str]) -> None:
    controls = TrainingControls()
    qtbot.addWidget(controls)
    controls.show()
    controls.show_run(has_run=True)
    controls.show_state(state, is_blocked=False)
    shown = {button.objectName(): button for button in controls.findChildren(QPushButton) if button.isVisible()}
    several = {"try_settings"} if "start_training" in buttons else set()
    assert {name for name, button in shown.items() if button.isEnabled()} == buttons | several
    assert all(button.accessibleName() for button in shown.values())
    assert sum(bool(button.property("primary")) for button in shown.values()) <= 1


def test_a_training_that_failed_before_it_had_a_run_cannot_go_on(page: TrainPage) -> None:
    page.session.state_changed.emit(SessionState.FAILED)
    assert page.findChild(QPushButton, "go_on_training").isHidden()
    page.session.run_path = Path("run")
    page.session.state_changed.emit(SessionState.FAILED)
    assert not page.findChild(QPushButton, "go_on_training").isHidden()


def test_a_training_that_waits_for_its_folder_says_so_until_it_goes_on(
        page: TrainPage, qtbot: QtBot, tmp_path: Path) -> None:
    said, withdrawn = [], []
    page.message_requested.connect(lambda message, severity: said.append((message, severity)))
    page.message_withdrawn.connect(withdrawn.append)
    control = TrainingControl()
    page.session.start(Waiting(tmp_path / "none", control, GONE), control)
    qtbot.waitUntil(lambda: page.session.state is SessionState.PAUSED)
    assert text(page, "training_state") == "Paused"
    assert text(page, "step_label") == "Paused in epoch 1, after step 1. All of it is kept."
    assert text(page, "pause_reason").startswith(GONE)
    assert said == [(f"The training waits. {GONE}", "warning")]
    elapsed = page.session.elapsed_s
    assert page.session.elapsed_s == elapsed  # the time of waiting does not count
    click(qtbot, page, "go_on_training")
    qtbot.waitUntil(lambda: page.session.state is SessionState.FINISHED)
    assert withdrawn == [said[0][0]]
    assert said[1][1] == "good"
    assert text(page, "pause_reason") == ""


def test_a_training_that_waits_can_be_stopped_and_then_gone_on_with(
        page: TrainPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    control = TrainingControl()
    page.session.start(Waiting(tmp_path / "run", control, ""), control)
    qtbot.waitUntil(lambda: page.session.state is SessionState.PAUSED)
    click(qtbot, page, "stop_training")
    qtbot.waitUntil(lambda: page.session.state is SessionState.STOPPED)
    asked: list[tuple[Path, int]] = []

    def resumed(path: Path, _cache: Path, *, more_epochs: int, control: TrainingControl) -> TrainingStub:
        asked.append((path, more_epochs))
        return TrainingStub(path, epochs=1)

    monkeypatch.setattr(resume_job, "ResumeJob", resumed)
    click(qtbot, page, "go_on_training")
    qtbot.waitUntil(lambda: page.session.state is SessionState.FINISHED)
    click(qtbot, page, "more_epochs")
    qtbot.waitUntil(lambda: len(asked) == 2 and page.session.state is SessionState.FINISHED)
    assert asked == [(tmp_path / "run", 0), (tmp_path / "run", 5)]


def test_pausing_and_more_epochs_reach_the_running_training(page: TrainPage, qtbot: QtBot, tmp_path: Path) -> None:
    control, turns = TrainingControl(), threading.Semaphore(1)
    page.session.start(TrainingStub(tmp_path / "none", epochs=2, steps=2, turns=turns), control)
    qtbot.waitUntil(lambda: len(page.session.steps) == 1)
    click(qtbot, page, "pause_training")
    assert control.is_paused
    click(qtbot, page, "more_epochs")
    assert control.more_epochs == 5
    assert page.session.epochs_planned == 7
    page.session.go_on()
    assert not control.is_paused
    turns.release(10)
    qtbot.waitUntil(lambda: not page.session.state.is_busy, timeout=round(1000 * GATE_S))


def test_the_time_left_follows_the_pace_of_this_part_of_the_training(page: TrainPage) -> None:
    """Taken up after 6 of 10 epochs: half an epoch in 3 s leaves three and a half, 21 s."""
    session, now = page.session, [100.0]
    session._clock = going_on_clock(now)
    session._on_started(TrainingStarted("cpu", 1, 10, 4, 20, 5))
    for step in (1, 2):
        now[0] += 1.5
        session._on_step(StepEnded(7, step, 4, 0.5, 0.5, 10.0))
    assert session.time_left_s == pytest.approx(21.0)
    session._on_paused(TrainingPaused(7, 2))
    now[0] += 3600
    session._on_continued(TrainingContinued(7, 2))
    assert session.time_left_s == pytest.approx(21.0)


def going_on_clock(now: list[float]) -> object:
    from cnnstudio.training.clocks import Stopwatch

    return Stopwatch(clock=lambda: now[0])


def test_a_failure_offers_to_start_again_with_what_would_mend_it(
        page: TrainPage, workspace: Workspace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[float] = []
    monkeypatch.setattr(page.going_on, "_start", lambda: started.append(workspace.train_config.learning_rate))
    sentence = "Epoch 1, step 1: the loss is not a finite number any more."
    page.session.start(EventsJob([STARTED, RemedyFound(sentence, ("cat/1.png",), {"learning_rate": 1e-4})],
                                 error=TrainingError(sentence)))
    qtbot.waitUntil(lambda: page.session.state is SessionState.FAILED)
    assert text(page, "training_error") == sentence
    remedy = page.findChild(QPushButton, "remedy_training")
    assert remedy.text() == "Start again with 0.0001"
    assert "learning rate 0.0001" in remedy.toolTip()
    remedy.setEnabled(True)  # there are no images in this test, which blocks every start
    click(qtbot, page, "remedy_training")
    assert started == [1e-4]


def test_a_notice_of_the_engine_is_shown_as_a_message(page: TrainPage, qtbot: QtBot) -> None:
    said = []
    page.message_requested.connect(lambda message, severity: said.append((message, severity)))
    page.session.start(EventsJob([STARTED, TrainingNotice("Half as many at a time.")]))
    qtbot.waitUntil(lambda: said == [("Half as many at a time.", "info")])
