"""A combination that this process tries: its values, the news it tells the others, and its end."""

import contextlib
import platform
import statistics
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from cnnstudio.errors import StorageError
from cnnstudio.sweeps.axes import Axis, Combination, Value
from cnnstudio.sweeps.database import HEARTBEAT_S, said_of, taken_away, tell, try_again
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.trial_row import (
    ACCURACIES,
    COMBINATION,
    HOST,
    MESSAGE,
    PLACE,
    RUNS,
    SECONDS,
    UNFINISHED,
    Progress,
    place_of,
    read_progress,
)

if TYPE_CHECKING:
    import optuna


class Trial:
    """A combination this process is to try.

    Attributes
    ----------
    number : of the combination, from 0
    progress : what earlier processes did of it; `note` keeps what is done now
    """

    def __init__(self, study: "optuna.Study", storage: "optuna.storages.RDBStorage", trial: "optuna.Trial",
                 plan: SweepPlan) -> None:
        self._study, self._storage, self._trial = study, storage, trial
        self._began_s = time.monotonic()
        self.number = place_of(trial)
        self.progress: Progress = read_progress(trial.user_attrs)
        study.sampler = _sampler(plan, self.number)
        self.combination: Combination = {
            axis.field: _suggested(trial, axis, exactly=plan.method == "grid") for axis in plan.axes}
        self._set({COMBINATION: self.combination, PLACE: self.number, HOST: platform.node()})
        self._beat()

    @contextlib.contextmanager
    def alive(self) -> Iterator[None]:
        """Show to the others that this process lives, whatever it does inside the block: a pause may be long."""
        is_over = threading.Event()
        thread = threading.Thread(target=self._beat_until, args=(is_over,), name="cnnstudio heartbeat")
        thread.start()
        try:
            yield
        finally:
            is_over.set()
            thread.join()

    def _beat_until(self, is_over: threading.Event) -> None:
        while not is_over.wait(HEARTBEAT_S):
            with contextlib.suppress(StorageError):  # whoever works will meet it, too, and say so
                self._beat()

    def _beat(self) -> None:
        with said_of(self._storage.url):
            self._storage.record_heartbeat(self._trial._trial_id)  # noqa: SLF001 - as Optuna's own loop does

    def report(self, epoch: int, accuracy: float) -> bool:
        """Tell the validation accuracy after an epoch; return whether it is better to give this combination up."""
        found: list[bool] = []
        with said_of(self._storage.url), taken_away():
            self._trial.report(accuracy, epoch)
            found.append(self._trial.should_prune())
        return not found or found[0]  # for this process there is no hope either when somebody else has taken it

    def note(self) -> bool:
        """Keep the progress, so that whoever takes the combination up after this process goes on from there.

        Return whether this process still has it.
        """
        done = self.progress
        return self._set({ACCURACIES: done.accuracies, RUNS: done.runs, UNFINISHED: done.unfinished,
                   SECONDS: self._seconds})

    def finish(self, accuracies: Sequence[float], runs: Sequence[str]) -> None:
        """Tell the best validation accuracy of each training, and the names of the runs' folders."""
        self._end("COMPLETE", accuracies, runs, "")

    def give_up(self, accuracies: Sequence[float], runs: Sequence[str], message: str) -> None:
        """Tell that the combination did worse than most others; the trainings so far are kept."""
        self._end("PRUNED", accuracies, runs, message)

    def fail(self, runs: Sequence[str], message: str) -> None:
        """Tell that the combination cannot be trained, and why."""
        self._end("FAIL", (), runs, message)

    def put_back(self) -> None:
        """Leave the combination, as far as it is, to others: the process was asked to stop before it was done."""
        if self.note():
            with said_of(self._storage.url):
                notes = self._trial.user_attrs
                if tell(self._study, self._trial.number, "FAIL"):
                    try_again(self._study, notes)

    @property
    def _seconds(self) -> float:
        return self.progress.seconds + time.monotonic() - self._began_s

    def _set(self, notes: Mapping[str, Any]) -> bool:
        with said_of(self._storage.url), taken_away() as gone:
            for name, value in notes.items():
                self._trial.set_user_attr(name, value)
        return not gone

    def _end(self, state: str, accuracies: Sequence[float], runs: Sequence[str], message: str) -> None:
        self._set({ACCURACIES: list(accuracies), RUNS: list(runs), MESSAGE: message, UNFINISHED: "",
                   SECONDS: self._seconds})
        mean = statistics.fmean(accuracies) if state == "COMPLETE" else None
        with said_of(self._storage.url):
            tell(self._study, self._trial.number, state, mean)


def _suggested(trial: "optuna.Trial", axis: Axis, *, exactly: bool) -> Value:
    if exactly or axis.choices:
        chosen: Any = trial.suggest_categorical(axis.field, axis.values())
        return cast("Value", chosen)
    if axis.is_whole:
        return int(trial.suggest_int(axis.field, round(axis.low), round(axis.high), log=axis.is_log))
    return float(trial.suggest_float(axis.field, axis.low, axis.high, log=axis.is_log))


def _sampler(plan: SweepPlan, number: int) -> "optuna.samplers.BaseSampler":
    """Return what chooses the values of trial ``number``: the same ones, whichever process tries it."""
    import optuna

    seed = plan.train.seed + 1_000_003 * number
    if plan.method == "bayes":
        return optuna.samplers.TPESampler(seed=seed, multivariate=False)
    return optuna.samplers.RandomSampler(seed=seed)
