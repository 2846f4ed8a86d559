"""The system's wish that the program ends reaches the window, which then saves what is trained."""

import os
import signal
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cnnstudio.ui.main_window import MainWindow
from cnnstudio.ui.polite_end import PoliteEnd
from cnnstudio.ui.workers import TRAIN_SLOT
from tests.helpers.stub_jobs import TrainingStub


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals of Unix")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_signal_is_heard_in_the_event_loop_and_the_old_handlers_come_back(qtbot: QtBot, name: str) -> None:
    number = getattr(signal, name)
    started_with = signal.signal(number, signal.SIG_DFL)  # a shell may have told the tests to ignore it
    before = signal.getsignal(number)
    ending = PoliteEnd()
    ending.listen()
    try:
        with qtbot.waitSignal(ending.wanted):
            os.kill(os.getpid(), number)
    finally:
        ending.stop_listening()
        after = signal.signal(number, started_with)
    assert after == before


def test_a_training_ends_after_its_batch_when_the_system_wants_the_program_to_end(
        qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    stub, turns = TrainingStub(tmp_path / "none", epochs=50, turns=(semaphore := threading.Semaphore(1))), []
    window.jobs.start(stub, slot=TRAIN_SLOT, on_event=turns.append)
    qtbot.waitUntil(lambda: stub.steps_done == 1)
    window.closing.end_politely()
    assert window.isVisible()  # until the run is saved
    semaphore.release(50)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert stub.steps_done <= 3
    assert turns[-1].status == "stopped"
