"""Jobs for tests of the window: they yield given events, and wait at gates so that no test has to sleep."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from cnnstudio.errors import JobCancelledError
from cnnstudio.training.events import EpochEnded, StepEnded, TrainingFinished, TrainingStarted
from cnnstudio.training.metrics import Evaluation, from_confusion
from cnnstudio.workspace.training_job import EvaluationReady, RunCreated, RunSaved

GATE_S = 10.0


class EventsJob:
    """Yields ``events``; with a ``gate`` only after it is opened."""

    title = "Events"

    def __init__(self, events: Sequence[object], *, gate: threading.Event | None = None,
                 error: Exception | None = None) -> None:
        self._events, self._gate, self._error = events, gate, error

    def run(self, should_stop: Callable[[], bool]) -> Iterator[object]:
        """Wait for the gate, then yield, then raise."""
        while self._gate is not None and not self._gate.wait(0.01):
            if should_stop():
                raise JobCancelledError(self.title)
        yield from self._events
        if self._error is not None:
            raise self._error


def epoch_event(epoch: int, *, best: bool = True) -> EpochEnded:
    """Return an epoch of a training that goes well."""
    return EpochEnded(epoch, 1 / epoch, 1 - 0.5 / epoch, 1.2 / epoch, 1 - 0.6 / epoch, 1e-3, 1000.0, 0.5, best)


class TrainingStub:
    """A training of ``epochs`` epochs with ``steps`` steps each, without torch.

    Each step waits for a turn of ``turns`` (a semaphore) when one is given; a stop ends it after the step, as the
    real job does, and the run is kept.
    """

    title = "Training a stub"

    def __init__(self, run_path: Path, *, epochs: int = 3, steps: int = 4, evaluation: Evaluation | None = None,
                 turns: threading.Semaphore | None = None) -> None:
        self._path, self._epochs, self._steps = run_path, epochs, steps
        self._turns, self._evaluation = turns, evaluation
        self.steps_done = 0

    def run(self, should_stop: Callable[[], bool]) -> Iterator[object]:
        """Yield what a training yields."""
        yield RunCreated(self._path)
        yield TrainingStarted("cpu", 1, self._epochs, self._steps, 40, 10)
        ended, stopped = 0, False
        for epoch in range(1, self._epochs + 1):
            for step in range(1, self._steps + 1):
                if self._turns is not None:
                    self._turns.acquire(timeout=GATE_S)
                self.steps_done += 1
                yield StepEnded(epoch, step, self._steps, 1 / (epoch + step), 0.5, 900.0)
                stopped = should_stop()
                if stopped:
                    break
            if stopped:
                break
            ended = epoch
            yield epoch_event(epoch)
        status = "stopped" if stopped else "finished"
        yield TrainingFinished(status, ended, ended, 1.5, f"Ended after {ended} epochs.")
        if self._evaluation is not None:
            yield EvaluationReady(self._evaluation)
        yield RunSaved(self._path, status, ended)


def evaluation(rows: Sequence[Sequence[int]] = ((8, 2), (1, 9)), names: Sequence[str] = ("cat", "dog")) -> Evaluation:
    """Return the evaluation of a confusion matrix, rows true."""
    import numpy as np

    return from_confusion(np.array(rows, dtype=np.int64), names)
