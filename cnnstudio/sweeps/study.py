"""A sweep's memory: which combinations are tried, by whom, and what came of them; in a database, by Optuna.

Several processes, and with a database that is shared several machines, may work on one sweep: each asks for the next
combination and tells what came of it. All combinations are put into the queue when the sweep is made, so that each is
tried once, however many processes ask.
"""

import platform
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import ValidationError

from cnnstudio.errors import InputError, JobCancelledError
from cnnstudio.sweeps.axes import combinations
from cnnstudio.sweeps.database import enqueue, open_database, said_of, tell, try_again
from cnnstudio.sweeps.plan import SweepPlan
from cnnstudio.sweeps.trial import Trial
from cnnstudio.sweeps.trial_row import COMBINATION, HOST, UNFINISHED, TrialRow, read_row
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import optuna

_PLAN = "plan"
_JUDGED_AFTER_TRIALS, _JUDGED_AFTER_EPOCHS = 5, 3
"""No combination is given up before so many others have ended, and before this epoch."""


class Sweep:
    """A sweep in its database."""

    def __init__(self, study: "optuna.Study", storage: "optuna.storages.RDBStorage", plan: SweepPlan) -> None:
        self._study, self._storage, self.plan = study, storage, plan
        self._address: str = storage.url

    @classmethod
    def create(cls, address: str, plan: SweepPlan, *, on_progress: Callable[[int, int], object] | None = None,
               should_stop: Callable[[], bool] | None = None) -> "Sweep":
        """Make a new sweep, all of whose combinations wait in the queue.

        Parameters
        ----------
        address : of the database, such as `address_in` returns
        on_progress : called with the combinations put into the queue so far and with how many there will be
        should_stop : asked after each; when it says so, there is no sweep

        Raises
        ------
        InputError
            When the database holds a sweep of this name already.
        StorageError
            When the database cannot be written or reached.
        JobCancelledError
            When ``should_stop`` said so.
        """
        import optuna

        with open_database(address) as storage:
            try:
                study = optuna.create_study(storage=storage, study_name=plan.name, direction="maximize")
            except optuna.exceptions.DuplicatedStudyError:
                raise InputError(translate(
                    "sweeps", "There is a sweep called {plan!r} already. Choose another name, or take part in it with "
                    "'cnnstudio worker'.", plan=plan.name)) from None
            study.set_user_attr(_PLAN, plan.model_dump(mode="json"))
            queue = combinations(plan.axes) if plan.method == "grid" else iter([{}] * plan.trials)
            for done, combination in enumerate(queue):
                if should_stop is not None and should_stop():
                    optuna.delete_study(study_name=plan.name, storage=storage)
                    raise JobCancelledError(translate("sweeps", "Stopped."))
                enqueue(study, combination, {COMBINATION: dict(combination)})
                if on_progress is not None:
                    on_progress(done + 1, plan.trial_count)
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

        with open_database(address) as storage:
            names = optuna.get_all_study_names(storage)
            if name not in names:
                raise InputError(translate(
                    "sweeps", "There is no sweep {name!r} in {address}. Sweeps there: {names}.", name=name,
                    address=address, names=", ".join(names) or translate("sweeps", "none yet")))
            study = optuna.load_study(storage=storage, study_name=name)
            try:
                plan = SweepPlan.model_validate(study.user_attrs[_PLAN])
            except (KeyError, ValidationError) as error:
                raise InputError(translate(
                    "sweeps", "The sweep {name!r} cannot be read. It was made by another program, or by a newer "
                    "version of CNN Studio.", name=name)) from error
        study.pruner = _pruner(plan)
        return cls(study, storage, plan)

    def next_trial(self) -> Trial | None:
        """Return the next combination that nobody has taken; None when there is none left."""
        import optuna

        with said_of(self._address):
            optuna.storages.fail_stale_trials(self._study)
            if not self._study.get_trials(deepcopy=False, states=(optuna.trial.TrialState.WAITING,)):
                return None
            trial = self._study.ask()
            if COMBINATION not in trial.user_attrs:  # another process was faster, and Optuna made up a new trial
                self._study.tell(trial, state=optuna.trial.TrialState.FAIL)
                return None
            return Trial(self._study, self._storage, trial, self.plan)

    def take_back(self, is_left: Callable[[str], bool]) -> int:
        """Put combinations of this machine's processes that died into the queue again; return how many.

        Parameters
        ----------
        is_left : whether nobody trains the run in a folder of this name any more
        """
        import optuna

        states, count = (optuna.trial.TrialState.RUNNING,), 0
        with said_of(self._address):
            for trial in self._study.get_trials(deepcopy=False, states=states):
                notes = trial.user_attrs
                is_ours = notes.get(UNFINISHED) and notes.get(HOST) == platform.node()
                if is_ours and is_left(notes[UNFINISHED]) and tell(self._study, trial.number, "FAIL"):
                    try_again(self._study, notes)
                    count += 1
        return count

    def row(self, number: int) -> TrialRow:
        """Return one combination with what came of it."""
        return next(row for row in self.rows() if row.number == number)

    def rows(self) -> tuple[TrialRow, ...]:
        """Return every combination with what came of it, in the order they were put into the queue.

        Combinations that wait for a choice of values have none yet. Attempts that were broken off are left out: their
        combination is in the queue again.
        """
        with said_of(self._address):
            rows = [read_row(trial) for trial in self._study.get_trials(deepcopy=False)]
        kept = (row for row in rows if row.state != "failed" or row.message)
        return tuple(sorted(kept, key=lambda row: row.number))


def address_in(directory: Path) -> str:
    """Return the address of the database for sweeps in a folder."""
    return f"sqlite:///{(directory / 'sweeps.db').absolute()}"


def sweep_names(address: str) -> tuple[str, ...]:
    """Return the names of the sweeps in a database, the oldest first. Raises StorageError as `Sweep.open`."""
    import optuna

    with open_database(address) as storage:
        return tuple(optuna.get_all_study_names(storage))


def _pruner(plan: SweepPlan) -> "optuna.pruners.BasePruner":
    import optuna

    if not plan.prunes:
        return optuna.pruners.NopPruner()
    return optuna.pruners.MedianPruner(n_startup_trials=_JUDGED_AFTER_TRIALS, n_warmup_steps=_JUDGED_AFTER_EPOCHS)
