"""Runs jobs in threads and brings their events home to the GUI thread, newest job first."""

import logging
import time
import traceback
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal

from cnnstudio.errors import CNNStudioError, JobCancelledError
from cnnstudio.ui.in_turns import Call, InTurns
from cnnstudio.ui.job_progress import ProgressReader
from cnnstudio.ui.throttle import Throttle
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import Job, Progress, ShouldStop

_LOG = logging.getLogger(__name__)
STOP_ALL_MS = 5000
TOLD_MS = 60
"""Progress is told at most so often: each progress bar that moves paints at once all that is to be painted."""

OnEvent = Callable[[Any], object]
OnEnd = Callable[[], object]
OnFailed = Callable[[str, str], object]

TRAIN_SLOT = "train"
"""The slot of a training, for pages that do not know each other and ask whether one runs."""


class JobThread(QThread):
    """Runs one job; its signals may only be connected to bound methods of QObjects of the GUI thread."""

    event_arrived = Signal(object)
    succeeded = Signal()
    failed = Signal(str, str)
    """The sentence for the user, and details (a traceback) when it is a fault of the program."""
    cancelled = Signal()

    def __init__(self, job: Job, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = job

    def cancel(self) -> None:
        """Ask the job to stop; it does so at its next look at ``should_stop``."""
        self.requestInterruption()

    def run(self) -> None:
        """Run the job (in the thread)."""
        try:
            for event in self._job.run(self.isInterruptionRequested):
                self.event_arrived.emit(event)
        except JobCancelledError:
            self.cancelled.emit()
        except CNNStudioError as error:
            self.failed.emit(str(error), "")
        except MemoryError:
            _LOG.exception("Job %r ran out of memory", self._job.title)
            self.failed.emit(self.tr("There is not enough memory for this. Smaller images or a smaller batch size "
                                     "need less."), traceback.format_exc())
        except Exception as error:  # noqa: BLE001 - a fault of the program is shown and logged, it ends nothing
            _LOG.exception("Job %r failed", self._job.title)
            text = self.tr("Something unexpected went wrong ({name}). Nothing in your folder was changed; the details "
                           "are in the log.").format(name=f"{type(error).__name__}: {error}"[:200])
            self.failed.emit(text, traceback.format_exc())
        else:
            self.succeeded.emit()


class LazyJob:
    """A job that is made in the worker thread, so that what it imports cannot hold up the window.

    Parameters
    ----------
    title
        For the status line.
    make
        Called in the thread; it may import torch and must touch no widget.
    """

    def __init__(self, title: str, make: Callable[[], Job]) -> None:
        self._title = title
        self._make = make

    @property
    def title(self) -> str:
        """What the status line says."""
        return self._title

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Make the job and run it."""
        yield from self._make().run(should_stop)


@dataclass(frozen=True, slots=True)
class ActiveJob:
    """A job that runs now, for the status line."""

    slot: str
    title: str
    progress: Progress | None
    started_s: float
    """On the clock of `time.monotonic`."""
    is_stopping: bool


@dataclass(slots=True)
class _Order:
    """A job and whom to tell."""

    job: Job
    generation: int
    on_event: OnEvent | None
    on_finished: OnEnd | None
    on_failed: OnFailed | None
    on_cancelled: OnEnd | None
    quiet: bool
    in_turns: bool


class _Slot(QObject):
    """One line of work: at most one job runs, at most the newest one waits."""

    def __init__(self, name: str, runner: "JobRunner") -> None:
        super().__init__(runner)
        self.name = name
        self.runner = runner
        self.generation = 0
        self.running: _Order | None = None
        self.waiting: _Order | None = None
        self.thread_of_job: JobThread | None = None
        self.progress: Progress | None = None
        self.started_s = 0.0
        self.is_stopping = False
        self._reader = ProgressReader()
        self._told = Throttle(TOLD_MS, runner.job_progressed.emit, self)

    def place(self, order: _Order) -> None:
        """Run ``order`` now, or as soon as the older job has stopped."""
        if self.running is None:
            self._begin(order)
        else:
            self.waiting = order
            self.stop()

    def stop(self) -> None:
        """Ask the running job to end."""
        if self.thread_of_job is not None:
            self.is_stopping = True
            self.thread_of_job.cancel()

    def _begin(self, order: _Order) -> None:
        self.running, self.waiting = order, None
        self.progress, self.is_stopping, self.started_s = None, False, time.monotonic()
        self._told.clear()
        self._reader = ProgressReader()
        thread = JobThread(order.job)
        _threads().keep(thread)
        thread.event_arrived.connect(self._on_event)
        thread.succeeded.connect(self._on_succeeded)
        thread.failed.connect(self._on_failed)
        thread.cancelled.connect(self._on_cancelled)
        thread.finished.connect(self._on_finished)
        self.thread_of_job = thread
        thread.start()
        self.runner.job_started.emit(self.name)

    def _is_current(self) -> bool:
        """Whether the running job is the newest that was asked for in this slot."""
        return self.running is not None and self.running.generation == self.generation

    def _on_event(self, event: object) -> None:
        self._tell(partial(self._tell_event, event))

    def _on_succeeded(self) -> None:
        self._tell(self._tell_success)

    def _on_cancelled(self) -> None:
        self._tell(self._tell_cancelled)

    def _on_failed(self, message: str, details: str) -> None:
        self._tell(partial(self._tell_failure, message, details))

    def _on_finished(self) -> None:
        self._tell(self._end)

    def _tell(self, call: Call) -> None:
        """Call now, or when it is its turn: always the same for all that one job says, so that the order stays."""
        if self.running is not None and self.running.in_turns:
            self.runner.turns.later(call)
        else:
            call()

    def _tell_event(self, event: object) -> None:
        progress = self._reader.read(event)
        if progress is not None:
            self.progress = progress
            self._told.push(self.name)
        if self.running is not None and self._is_current():
            _call(self.running.on_event, event)

    def _tell_success(self) -> None:
        if self.running is not None and self._is_current():
            _call(self.running.on_finished)

    def _tell_cancelled(self) -> None:
        if self.running is not None and self._is_current():
            _call(self.running.on_cancelled)

    def _tell_failure(self, message: str, details: str) -> None:
        order = self.running
        if order is None or not self._is_current():
            return
        if order.on_failed is not None:
            _call(order.on_failed, message, details)
        if order.on_failed is None or details:
            self.runner.job_failed.emit(message, details)

    def _end(self) -> None:
        thread, self.thread_of_job, self.running = self.thread_of_job, None, None
        if thread is not None:
            thread.wait()
        self.runner.job_ended.emit(self.name)
        if self.waiting is not None:
            self._begin(self.waiting)


class _Threads(QObject):
    """Owns every thread until it has ended: a window may go before, but destroying a running thread aborts."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: set[JobThread] = set()

    def keep(self, thread: JobThread) -> None:
        """Keep ``thread`` alive until it has ended."""
        self._kept.add(thread)
        thread.finished.connect(self._release)

    def _release(self) -> None:
        # Not deleteLater(): another thread that has just ended may still have signals on the way to its slot, which
        # then holds the last reference.
        for thread in [thread for thread in self._kept if thread.isFinished()]:
            thread.wait()
            self._kept.discard(thread)


@cache
def _threads() -> _Threads:
    return _Threads()


def _call(receiver: Callable[..., object] | None, *arguments: object) -> None:
    """Call ``receiver`` unless it belongs to a widget that is gone."""
    owner = getattr(receiver, "__self__", None)
    if receiver is not None and not (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
        receiver(*arguments)


class JobRunner(QObject):
    """Runs jobs by slot name (``"scan"``, ``"train"``, ``"explain"``, ``"preview"``): the newest of a slot wins.

    A job started in a slot that is busy asks the older one to stop and begins when it has; if several are started
    meanwhile only the newest runs. What an outdated job still says is dropped. All receivers are called in the
    GUI thread.
    """

    job_started = Signal(str)
    job_progressed = Signal(str)
    job_ended = Signal(str)
    job_failed = Signal(str, str)
    """Sentence and details of a failure nobody else shows; the window puts it into its message line."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_closed = False
        self.turns = InTurns(self)
        """Where jobs tell what takes long to show; whoever follows one may put the rest of it there."""
        self._slots: dict[str, _Slot] = {}

    def start(self, job: Job, *, slot: str, on_event: OnEvent | None = None, on_finished: OnEnd | None = None,
              on_failed: OnFailed | None = None, on_cancelled: OnEnd | None = None, quiet: bool = False,
              in_turns: bool = False) -> int:
        """Start ``job`` and return its generation number.

        Parameters
        ----------
        job
            Built from plain values; it does nothing before its thread runs.
        slot
            The line of work the job belongs to.
        on_event
            Called with every event; receivers are bound methods of QObjects of the GUI thread.
        on_finished
            Called after the last event of a job that ended well.
        on_failed
            Called with the sentence and the details. Without it the window's message line shows the failure;
            a fault of the program (with details) is shown there in any case.
        on_cancelled
            Called when the job was stopped by `cancel` and had no result.
        quiet
            Leave the job out of the status line (short previews).
        in_turns
            What it says has the window lay out and show a page: each thing is told in a turn of the event loop of its
            own, a moment later, and not together with what comes at the same time.
        """
        if slot not in self._slots:
            self._slots[slot] = _Slot(slot, self)
        line = self._slots[slot]
        line.generation += 1
        if self._is_closed:
            return line.generation
        line.place(_Order(job, line.generation, on_event, on_finished, on_failed, on_cancelled, quiet,
                          in_turns))
        return line.generation

    def cancel(self, slot: str) -> None:
        """Ask the job of ``slot`` to stop and forget one that waits."""
        line = self._slots.get(slot)
        if line is not None:
            line.waiting = None
            if line.running is not None:
                line.generation = line.running.generation
            line.stop()

    def is_running(self, slot: str) -> bool:
        """Whether a job of ``slot`` runs or waits."""
        line = self._slots.get(slot)
        return line is not None and line.running is not None

    def active(self, *, with_quiet: bool = False) -> tuple[ActiveJob, ...]:
        """Return the jobs that run now, oldest first."""
        lines = [line for line in self._slots.values()
                 if line.running is not None and (with_quiet or not line.running.quiet)]
        return tuple(ActiveJob(line.name, translate("workspace", line.running.job.title), line.progress, line.started_s,
                               line.is_stopping)
                     for line in sorted(lines, key=lambda line: line.started_s) if line.running is not None)

    def has_threads(self) -> bool:
        """Whether any thread still runs."""
        return any(line.thread_of_job is not None and line.thread_of_job.isRunning() for line in self._slots.values())

    def close(self) -> None:
        """Start nothing any more: what asks from now on, such as a timer of a page, is being taken down."""
        self._is_closed = True

    def stop_all(self, timeout_ms: int = STOP_ALL_MS, *, leave: Collection[str] = ()) -> bool:
        """Stop every job and wait for the threads; return whether all ended in time.

        The events a job sends while it stops (a training saves its run) are delivered as usual afterwards.

        Parameters
        ----------
        timeout_ms
            For all together.
        leave
            Slots whose job cannot be interrupted and is not waited for.
        """
        for slot in self._slots:
            self.cancel(slot)
        deadline = QDeadlineTimer(timeout_ms)
        threads = [line.thread_of_job for line in self._slots.values()
                   if line.thread_of_job is not None and line.name not in leave]
        ended = [thread.wait(deadline) for thread in threads]  # a list: every thread is waited for
        return all(ended)
