"""A sweep's memory: which combinations are tried, by whom, and what came of them; in a database, by Optuna.

Several processes, and with a database that is shared several machines, may work on one sweep: each asks for the next
combination and tells what came of it. All combinations are put into the queue when the sweep is made, so that each is
tried once, however many processes ask.
"""

import contextlib
import statistics
import time
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from pydantic import ValidationError

from cnnstudio.errors import InputError, StorageError
from cnnstudio.sweeps.axes import Axis, Combination, Value, combinations
from cnnstudio.sweeps.plan import SweepPlan

if TYPE_CHECKING:
    import optuna

TrialState = Literal["waiting", "running", "finished", "pruned", "failed"]

_PLAN, _COMBINATION, _RUNS, _ACCURACIES, _MESSAGE = "plan", "combination", "runs", "accuracies", "message"
_HEARTBEAT_S, _GRACE_S = 30, 180
"""A process that has not been heard of for the second time is taken for dead, and its combination is tried again."""
_PATIENCE_S = 60
"""Wait so long for another process that writes into the same file."""
_JUDGED_AFTER_TRIALS, _JUDGED_AFTER_EPOCHS = 5, 3
"""No combination is given up before so many others have ended, and before this epoch."""
_STATES: dict[str, TrialState] = {
    "WAITING": "waiting", "RUNNING": "running", "COMPLETE": "finished", "PRUNED": "pruned", "FAIL": "failed"}


@dataclass(frozen=True, slots=True)
class TrialRow:
    """One combination and what came of it.

    Attributes
    ----------
    accuracies : best validation accuracy, 0 to 1, of each of its trainings that ended
    runs : names of the runs' folders
    message : why it failed or was given up
    """

    number: int
    state: TrialState
    combination: Combination
    accuracies: tuple[float, ...] = ()
    runs: tuple[str, ...] = ()
    message: str = ""

    @property
    def mean(self) -> float | None:
        """Mean accuracy over the seeds; None before the first training has ended."""
        return statistics.fmean(self.accuracies) if self.accuracies else None

    @property
    def deviation(self) -> float | None:
        """Sample standard deviation over the seeds; None for fewer than two."""
        return statistics.stdev(self.accuracies) if len(self.accuracies) > 1 else None


class Trial:
    """A combination this process is to try."""

    def __init__(self, study: "optuna.Study", storage: "optuna.storages.RDBStorage", trial: "optuna.Trial",
                 plan: SweepPlan) -> None:
        self._study, self._storage, self._trial = study, storage, trial
        self._next_beat_s = 0.0
        self.number: int = trial.number
        study.sampler = _sampler(plan, trial.number)
        self.combination: Combination = {
            axis.field: _suggested(trial, axis, exactly=plan.method == "grid") for axis in plan.axes}
        trial.set_user_attr(_COMBINATION, self.combination)
        self.beat()

    def beat(self) -> None:
        """Show that this process lives; cheap enough to be called after every batch."""
        if time.monotonic() >= self._next_beat_s:
            self._next_beat_s = time.monotonic() + _HEARTBEAT_S
            with _said_of(self._storage.url):
                self._storage.record_heartbeat(self._trial._trial_id)  # noqa: SLF001 - as Optuna's own loop does

    def report(self, epoch: int, accuracy: float) -> bool:
        """Tell the validation accuracy after an epoch; return whether it is better to give this combination up."""
        with _said_of(self._storage.url):
            self._trial.report(accuracy, epoch)
            return bool(self._trial.should_prune())

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
        """Leave the combination to others: the process was asked to stop before it was done."""
        with _said_of(self._storage.url):
            _enqueue(self._study, self.combination)
        self._end("FAIL", (), (), "")

    def _end(self, state: str, accuracies: Sequence[float], runs: Sequence[str], message: str) -> None:
        import optuna

        with _said_of(self._storage.url):
            for name, value in ((_ACCURACIES, list(accuracies)), (_RUNS, list(runs)), (_MESSAGE, message)):
                self._trial.set_user_attr(name, value)
            mean = statistics.fmean(accuracies) if state == "COMPLETE" else None
            self._study.tell(self._trial, mean, state=optuna.trial.TrialState[state])


class Sweep:
    """A sweep in its database."""

    def __init__(self, study: "optuna.Study", storage: "optuna.storages.RDBStorage", plan: SweepPlan) -> None:
        self._study, self._storage, self.plan = study, storage, plan
        self._address: str = storage.url

    @classmethod
    def create(cls, address: str, plan: SweepPlan) -> "Sweep":
        """Make a new sweep, all of whose combinations wait in the queue.

        Parameters
        ----------
        address : of the database, such as `address_in` returns

        Raises
        ------
        InputError
            When the database holds a sweep of this name already.
        StorageError
            When the database cannot be written or reached.
        """
        import optuna

        with _database(address) as storage:
            try:
                study = optuna.create_study(storage=storage, study_name=plan.name, direction="maximize")
            except optuna.exceptions.DuplicatedStudyError:
                raise InputError(f"There is a sweep called {plan.name!r} already. Choose another name, or take part in "
                                 "it with 'cnnstudio worker'.") from None
            study.set_user_attr(_PLAN, plan.model_dump(mode="json"))
            for combination in combinations(plan.axes) if plan.method == "grid" else [{}] * plan.trials:
                _enqueue(study, combination)
        return cls.open(address, plan.name)

    @classmethod
    def open(cls, address: str, name: str) -> "Sweep":
        """Take part in a sweep.

        Raises
        ------
        InputError
            When there is none of this name, or it cannot be read.
        StorageError
            When the database cannot be reached.
        """
        import optuna

        with _database(address) as storage:
            names = optuna.get_all_study_names(storage)
            if name not in names:
                raise InputError(f"There is no sweep {name!r} in {address}. Sweeps there: "
                                 f"{', '.join(names) or 'none yet'}.")
            study = optuna.load_study(storage=storage, study_name=name)
            try:
                plan = SweepPlan.model_validate(study.user_attrs[_PLAN])
            except (KeyError, ValidationError) as error:
                raise InputError(f"The sweep {name!r} cannot be read. It was made by another program, or by a newer "
                                 "version of CNN Studio.") from error
        study.pruner = _pruner(plan)
        return cls(study, storage, plan)

    def next_trial(self) -> Trial | None:
        """Return the next combination that nobody has taken; None when there is none left."""
        import optuna

        with _said_of(self._address):
            optuna.storages.fail_stale_trials(self._study)
            if not self._study.get_trials(deepcopy=False, states=(optuna.trial.TrialState.WAITING,)):
                return None
            trial = self._study.ask()
            if _COMBINATION not in trial.user_attrs:  # another process was faster, and Optuna made up a new trial
                self._study.tell(trial, state=optuna.trial.TrialState.FAIL)
                return None
            return Trial(self._study, self._storage, trial, self.plan)

    def row(self, number: int) -> TrialRow:
        """Return one combination with what came of it."""
        with _said_of(self._address):
            return _row(self._study.get_trials(deepcopy=False)[number])

    def rows(self) -> tuple[TrialRow, ...]:
        """Return every combination with what came of it, in the order they were put into the queue.

        Combinations that wait for a choice of values have none yet. Attempts that were broken off are left out: their
        combination is in the queue again.
        """
        with _said_of(self._address):
            rows = [_row(trial) for trial in self._study.get_trials(deepcopy=False)]
        return tuple(row for row in rows if row.state != "failed" or row.message)


def address_in(directory: Path) -> str:
    """Return the address of the database for sweeps in a folder."""
    return f"sqlite:///{(directory / 'sweeps.db').absolute()}"


def sweep_names(address: str) -> tuple[str, ...]:
    """Return the names of the sweeps in a database, the oldest first. Raises StorageError as `Sweep.open`."""
    import optuna

    with _database(address) as storage:
        return tuple(optuna.get_all_study_names(storage))


@contextlib.contextmanager
def _database(address: str) -> "Iterator[optuna.storages.RDBStorage]":
    """Open the database; what goes wrong with it inside the block is said in a sentence."""
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    # The heartbeat is called experimental, and we let it beat ourselves.
    warnings.filterwarnings("ignore", category=optuna.exceptions.ExperimentalWarning)
    warnings.filterwarnings("ignore", "Heartbeat of storage is supposed", UserWarning)
    waiting = {"connect_args": {"timeout": _PATIENCE_S}} if address.startswith("sqlite:") else {}
    with _said_of(address):
        yield optuna.storages.RDBStorage(
            address, engine_kwargs=waiting, heartbeat_interval=_HEARTBEAT_S, grace_period=_GRACE_S,
            heartbeat_stale_trial_callback=_try_again)


@contextlib.contextmanager
def _said_of(address: str) -> Iterator[None]:
    """Turn what goes wrong with a database inside the block into a sentence."""
    import optuna
    from sqlalchemy.exc import ArgumentError, SQLAlchemyError

    try:
        yield
    except (ArgumentError, ImportError) as error:
        raise StorageError(f"{address} is no address of a database that can be used here. Write such as "
                           "sqlite:////home/me/sweeps.db or postgresql://user@host/name.") from error
    except (SQLAlchemyError, optuna.exceptions.StorageInternalError) as error:
        cause = error.__cause__ or error
        reason = str(getattr(cause, "orig", None) or cause).splitlines()[0]
        raise StorageError(f"The database {address} cannot be used: {reason}.") from error


def _try_again(study: "optuna.Study", trial: "optuna.trial.FrozenTrial") -> None:
    """Put the combination of a process that died back into the queue."""
    _enqueue(study, trial.user_attrs.get(_COMBINATION, {}))


def _enqueue(study: "optuna.Study", combination: Combination) -> None:
    study.enqueue_trial(dict(combination), user_attrs={_COMBINATION: dict(combination)})


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


def _pruner(plan: SweepPlan) -> "optuna.pruners.BasePruner":
    import optuna

    if not plan.prunes:
        return optuna.pruners.NopPruner()
    return optuna.pruners.MedianPruner(n_startup_trials=_JUDGED_AFTER_TRIALS, n_warmup_steps=_JUDGED_AFTER_EPOCHS)


def _row(trial: "optuna.trial.FrozenTrial") -> TrialRow:
    notes: dict[str, Any] = trial.user_attrs
    return TrialRow(trial.number, _STATES[trial.state.name], dict(notes.get(_COMBINATION, {})),
                    tuple(notes.get(_ACCURACIES, ())), tuple(notes.get(_RUNS, ())), notes.get(_MESSAGE, ""))
