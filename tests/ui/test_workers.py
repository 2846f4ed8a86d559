"""Jobs in threads: what arrives where, in which order, and what is dropped."""

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from cnnstudio.errors import InputError, JobCancelledError
from cnnstudio.training.events import StepEnded, TrainingStarted
from cnnstudio.ui.job_progress import ProgressReader
from cnnstudio.ui.throttle import Throttle
from cnnstudio.ui.workers import JobRunner, JobThread, LazyJob
from cnnstudio.workspace.jobs import Progress
from tests.helpers.stub_jobs import EventsJob, epoch_event


class Receiver(QObject):
    """Keeps what it is told, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.events: list[object] = []
        self.threads: list[object] = []
        self.ends: list[str] = []
        self.failures: list[tuple[str, str]] = []

    def on_event(self, event: object) -> None:
        self.threads.append(QThread.currentThread())
        self.events.append(event)

    def on_finished(self) -> None:
        self.ends.append("finished")

    def on_cancelled(self) -> None:
        self.ends.append("cancelled")

    def on_failed(self, message: str, details: str) -> None:
        self.failures.append((message, details))


class EndlessJob:
    """Counts until it is told to stop."""

    title = "Counting"

    def run(self, should_stop: Callable[[], bool]) -> Iterator[object]:
        number = 0
        while not should_stop():
            number += 1
            yield Progress(number, 0, "counting")
            threading.Event().wait(0.002)
        raise JobCancelledError(self.title)


class DeafJob:
    """Hears no wish to stop before its gate opens; its last event comes after that."""

    title = "Importing"

    def __init__(self, gate: threading.Event) -> None:
        self.gate = gate

    def run(self, should_stop: Callable[[], bool]) -> Iterator[object]:
        self.gate.wait(10)
        yield "late"


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    result = JobRunner()
    yield result
    assert result.stop_all(10_000)
    qtbot.waitUntil(lambda: not result.has_threads(), timeout=10_000)


def start(runner: JobRunner, job: object, receiver: Receiver, slot: str = "test") -> int:
    return runner.start(job, slot=slot, on_event=receiver.on_event, on_finished=receiver.on_finished,
                        on_failed=receiver.on_failed, on_cancelled=receiver.on_cancelled)


def test_events_arrive_in_order_in_the_gui_thread_before_the_end(qtbot: QtBot, runner: JobRunner) -> None:
    receiver = Receiver()
    start(runner, EventsJob(range(100)), receiver)
    qtbot.waitUntil(lambda: receiver.ends == ["finished"])
    assert receiver.events == list(range(100))
    assert {id(thread) for thread in receiver.threads} == {id(QThread.currentThread())}


def test_an_error_for_the_user_arrives_as_its_sentence_without_details(qtbot: QtBot, runner: JobRunner) -> None:
    receiver = Receiver()
    start(runner, EventsJob([1], error=InputError("No such folder: x. Choose another.")), receiver)
    qtbot.waitUntil(lambda: bool(receiver.failures))
    assert receiver.failures == [("No such folder: x. Choose another.", "")]
    assert receiver.ends == []


def test_a_fault_of_the_program_brings_its_traceback_and_is_shown_by_the_window_too(
        qtbot: QtBot, runner: JobRunner, caplog: pytest.LogCaptureFixture) -> None:
    receiver = Receiver()
    with qtbot.waitSignal(runner.job_failed) as shown:
        start(runner, EventsJob([], error=ZeroDivisionError("division by zero")), receiver)
    message, details = receiver.failures[0]
    assert "unexpected" in message
    assert "ZeroDivisionError: division by zero" in message
    assert "Traceback" in details
    assert shown.args == [message, details]
    assert "ZeroDivisionError" in caplog.text


def test_a_failure_nobody_takes_is_shown_by_the_window(qtbot: QtBot, runner: JobRunner) -> None:
    with qtbot.waitSignal(runner.job_failed) as shown:
        runner.start(EventsJob([], error=InputError("Sentence.")), slot="test")
    assert shown.args == ["Sentence.", ""]


def test_a_cancelled_job_ends_as_cancelled(qtbot: QtBot, runner: JobRunner) -> None:
    receiver = Receiver()
    start(runner, EndlessJob(), receiver)
    qtbot.waitUntil(lambda: len(receiver.events) >= 3)
    runner.cancel("test")
    qtbot.waitUntil(lambda: receiver.ends == ["cancelled"])
    assert not runner.is_running("test") or runner.active()[0].is_stopping


def test_the_newest_job_of_a_slot_wins_and_late_events_of_older_ones_are_dropped(
        qtbot: QtBot, runner: JobRunner) -> None:
    gate = threading.Event()
    old, skipped, newest = Receiver(), Receiver(), Receiver()
    generations = [start(runner, DeafJob(gate), old), start(runner, EventsJob(["skipped"]), skipped),
                   start(runner, EventsJob(["newest"]), newest)]
    gate.set()
    qtbot.waitUntil(lambda: newest.ends == ["finished"])
    assert newest.events == ["newest"]
    assert old.events == skipped.events == []
    assert old.ends == skipped.ends == []
    assert generations == [1, 2, 3]


def test_slots_do_not_disturb_one_another(qtbot: QtBot, runner: JobRunner) -> None:
    endless, short = Receiver(), Receiver()
    start(runner, EndlessJob(), endless, "one")
    start(runner, EventsJob(["x"]), short, "other")
    qtbot.waitUntil(lambda: short.ends == ["finished"])
    assert runner.is_running("one")


def test_what_a_training_sends_after_a_stop_still_arrives(qtbot: QtBot, runner: JobRunner) -> None:
    gate, receiver = threading.Event(), Receiver()
    start(runner, DeafJob(gate), receiver)
    runner.cancel("test")
    gate.set()
    qtbot.waitUntil(lambda: receiver.ends == ["finished"])
    assert receiver.events == ["late"]


def test_a_receiver_that_is_gone_is_not_called(qtbot: QtBot, runner: JobRunner) -> None:
    import shiboken6

    gate, receiver = threading.Event(), Receiver()
    start(runner, DeafJob(gate), receiver)
    shiboken6.delete(receiver)
    gate.set()
    qtbot.waitUntil(lambda: not runner.is_running("test"))


def test_a_lazy_job_is_made_in_the_worker_thread(qtbot: QtBot, runner: JobRunner) -> None:
    made_in: list[int] = []
    receiver = Receiver()

    def make() -> EventsJob:
        made_in.append(threading.get_ident())
        return EventsJob(["made"])

    start(runner, LazyJob("Later", make), receiver)
    qtbot.waitUntil(lambda: receiver.ends == ["finished"])
    assert receiver.events == ["made"]
    assert made_in[0] != threading.get_ident()


def test_active_tells_title_and_progress_but_not_quiet_jobs(qtbot: QtBot, runner: JobRunner) -> None:
    runner.start(EndlessJob(), slot="seen")
    runner.start(EndlessJob(), slot="quiet", quiet=True)
    qtbot.waitUntil(lambda: runner.active()[0].progress is not None)
    assert [(job.slot, job.title) for job in runner.active()] == [("seen", "Counting")]
    assert {job.slot for job in runner.active(with_quiet=True)} == {"seen", "quiet"}


def test_stop_all_waits_for_every_thread_but_those_left_out(qtbot: QtBot) -> None:
    runner, gate = JobRunner(), threading.Event()
    runner.start(EndlessJob(), slot="a")
    runner.start(DeafJob(gate), slot="engine")
    assert runner.stop_all(10_000, leave={"engine"})
    assert runner.has_threads()
    assert not runner.stop_all(1)
    gate.set()
    assert runner.stop_all(10_000)
    qtbot.waitUntil(lambda: not runner.is_running("engine"))


def test_a_window_that_goes_while_a_job_runs_takes_no_thread_with_it(qtbot: QtBot) -> None:
    import shiboken6

    gate, receiver, runner = threading.Event(), Receiver(), JobRunner()
    start(runner, DeafJob(gate), receiver)
    thread = runner._slots["test"].thread_of_job
    assert thread is not None
    shiboken6.delete(runner)
    assert thread.isRunning()
    with qtbot.waitSignal(thread.finished):
        gate.set()
    assert receiver.events == []


def test_a_job_thread_works_alone(qtbot: QtBot) -> None:
    parent, receiver = QObject(), Receiver()
    thread = JobThread(EventsJob([1, 2]), parent)
    thread.event_arrived.connect(receiver.on_event)
    with qtbot.waitSignals([thread.succeeded, thread.finished]):
        thread.start()
    assert receiver.events == [1, 2]
    thread.wait()


def test_progress_of_a_training_counts_steps_over_all_epochs() -> None:
    reader = ProgressReader()
    assert reader.read(TrainingStarted("cpu", 1, 3, 10, 100, 20)) == Progress(0, 30, "epoch 1 of 3")
    assert reader.read(StepEnded(2, 5, 10, 0.5, 0.5, 100)) == Progress(15, 30, "epoch 2 of 3")
    assert reader.read(epoch_event(3)) == Progress(3, 3, "epoch 3 of 3")
    assert reader.read(Progress(1, 2, "x")) == Progress(1, 2, "x")
    assert reader.read("something else") is None


def test_throttle_passes_the_first_at_once_and_of_a_burst_only_the_newest(qtbot: QtBot) -> None:
    got: list[int] = []
    throttle = Throttle(20, got.append)
    for number in range(100):
        throttle.push(number)
    assert got == [0]
    qtbot.waitUntil(lambda: got == [0, 99])


def test_a_cleared_throttle_forgets_and_a_flushed_one_passes_on(qtbot: QtBot) -> None:
    got: list[int] = []
    throttle = Throttle(10_000, got.append)
    throttle.push(1)
    throttle.push(2)
    throttle.flush()
    assert got == [1, 2]
    throttle.push(3)
    throttle.clear()
    throttle.flush()
    assert got == [1, 2]


def test_a_runner_that_is_closed_starts_nothing_any_more(runner: JobRunner, qtbot: QtBot) -> None:
    receiver = Receiver()
    start(runner, EventsJob(["one"]), receiver)
    qtbot.waitUntil(lambda: receiver.ends == ["finished"])
    runner.close()
    start(runner, EventsJob(["two"]), receiver)
    assert not runner.has_threads()
    assert receiver.events == ["one"]
