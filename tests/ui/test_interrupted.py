"""The window offers interrupted trainings, and goes on with the one the user wants."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.runs.store import RunFolder
from cnnstudio.runs.training_lock import training_lock
from cnnstudio.ui.interrupted import InterruptedOffer
from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.message_area import MessageArea
from cnnstudio.ui.training.going_on import GoingOn
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.training_events import RunResumed
from tests.helpers.runs import SmallRun


@pytest.fixture
def interrupted(small_run: SmallRun, tmp_path: Path) -> Path:
    """Make a run look as if its program had been killed after its last save; return its folder."""
    run = RunFolder.load(Path(shutil.copytree(small_run.path, tmp_path / "runs" / small_run.path.name)))
    run.finish(run.record.model_copy(update={
        "status": "unfinished", "train": run.record.train.model_copy(update={"epochs": 4})}))
    run.annotate(name="pets")
    return run.path


@pytest.fixture
def messages(qtbot: QtBot) -> MessageArea:
    area = MessageArea()
    qtbot.addWidget(area)
    return area


def offered(qtbot: QtBot, jobs: JobRunner, messages: MessageArea, runs: Path) -> InterruptedOffer:
    offer = InterruptedOffer(jobs, messages, lambda: runs, messages)
    offer.look()
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=10_000)
    return offer


def button(messages: MessageArea, title: str) -> QPushButton:
    return next(one for one in messages.findChildren(QPushButton) if one.text() == title)


def test_an_interrupted_training_is_offered_with_its_epoch(qtbot, jobs, messages, interrupted):
    offer = offered(qtbot, jobs, messages, interrupted.parent)
    line, = messages.lines
    assert line.text == "The training of pets was interrupted in epoch 4 of 4."
    with qtbot.waitSignal(offer.resume_requested) as wish:
        button(messages, "Go on").click()
    assert wish.args[0].path == interrupted


def test_an_offer_that_is_declined_is_not_made_again(qtbot, jobs, messages, interrupted):
    offered(qtbot, jobs, messages, interrupted.parent)
    button(messages, "Not now").click()
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=10_000)
    assert RunFolder.load(interrupted).record.status == "stopped"
    assert not messages.lines
    offered(qtbot, jobs, messages, interrupted.parent)
    assert not messages.lines


def test_further_interrupted_trainings_are_counted(qtbot, jobs, messages, interrupted):
    shutil.copytree(interrupted, interrupted.with_name("another"))
    offered(qtbot, jobs, messages, interrupted.parent)
    assert messages.lines[0].text.endswith("was interrupted in epoch 4 of 4. So was 1 other.")
    assert button(messages, "Show all runs")


def test_a_training_that_runs_elsewhere_is_not_offered(qtbot, jobs, messages, interrupted):
    with training_lock(interrupted):
        offered(qtbot, jobs, messages, interrupted.parent)
    assert not messages.lines


def test_going_on_opens_the_images_first_and_shows_what_is_trained(
        qtbot: QtBot, window: MainWindow, small_run: SmallRun, monkeypatch: pytest.MonkeyPatch) -> None:
    record = RunFolder.load(small_run.path).record
    resumed: list[tuple[Path, int]] = []
    monkeypatch.setattr(GoingOn, "resume", lambda _self, path, more_epochs: resumed.append((path, more_epochs)))
    window.resuming.resume(small_run.path, Path(record.folder), 2)
    assert not resumed
    qtbot.waitUntil(lambda: bool(resumed), timeout=60_000)
    assert resumed == [(small_run.path, 2)]
    assert window.pages.current_name == "train"
    assert window.workspace.folder is not None
    assert window.workspace.folder.root == small_run.folder.root
    window.page("train").session.resumed.emit(RunResumed(small_run.path, record, (), 0, ()))
    assert (window.workspace.network_name, window.workspace.train_config) == (record.network_name, record.train)


@pytest.mark.parametrize(("left", "texts"), [
    ("", []), ("another", []),
    ("this", ["The training of pets was stopped in epoch 4 of 4 when the window was closed."])])
def test_a_run_that_was_stopped_by_closing_the_window_is_offered_and_any_other_stopped_one_is_not(
        qtbot, jobs, messages, interrupted, left, texts):
    run = RunFolder.load(interrupted)
    run.finish(run.record.model_copy(update={"status": "stopped"}))
    path = {"": None, "another": interrupted.with_name("another"), "this": interrupted}[left]
    InterruptedOffer(jobs, messages, lambda: interrupted.parent, messages, left=lambda: path).look()
    qtbot.waitUntil(lambda: not jobs.active(with_quiet=True), timeout=10_000)
    qtbot.waitUntil(lambda: [line.text for line in messages.lines] == texts)
