"""The database of sweeps: how it is opened, what goes wrong with it in a sentence, and its queue of combinations."""

import contextlib
import warnings
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import StorageError
from cnnstudio.sweeps.axes import Combination
from cnnstudio.sweeps.trial_row import ACCURACIES, COMBINATION, PLACE, RUNS, SECONDS, UNFINISHED, place_of
from cnnstudio.wording import translate

if TYPE_CHECKING:
    import optuna

HEARTBEAT_S, _GRACE_S = 30, 180
"""A process that has not been heard of for the second time is taken for dead, and its combination is tried again."""
_PATIENCE_S = 60
"""Wait so long for another process that writes into the same file."""


@contextlib.contextmanager
def open_database(address: str) -> "Iterator[optuna.storages.RDBStorage]":
    """Open the database; what goes wrong with it inside the block is said in a sentence."""
    import optuna

    optuna.logging.set_verbosity(optuna.logging.ERROR)
    # The heartbeat is called experimental, and we let it beat ourselves.
    warnings.filterwarnings("ignore", category=optuna.exceptions.ExperimentalWarning)
    warnings.filterwarnings("ignore", "Heartbeat of storage is supposed", UserWarning)
    waiting = {"connect_args": {"timeout": _PATIENCE_S}} if address.startswith("sqlite:") else {}
    with said_of(address):
        yield optuna.storages.RDBStorage(
            address, engine_kwargs=waiting, heartbeat_interval=HEARTBEAT_S, grace_period=_GRACE_S,
            heartbeat_stale_trial_callback=_after_death)


@contextlib.contextmanager
def said_of(address: str) -> Iterator[None]:
    """Turn what goes wrong with a database inside the block into a sentence."""
    import optuna
    from sqlalchemy.exc import ArgumentError, SQLAlchemyError

    try:
        yield
    except (ArgumentError, ImportError) as error:
        raise StorageError(translate(
            "sweeps", "{address} is no address of a database that can be used here. Write such as "
            "sqlite:////home/me/sweeps.db or postgresql://user@host/name.", address=address)) from error
    except (SQLAlchemyError, optuna.exceptions.StorageInternalError) as error:
        cause = error.__cause__ or error
        reason = str(getattr(cause, "orig", None) or cause).splitlines()[0]
        raise StorageError(translate(
            "sweeps", "The database {address} cannot be used: {reason}.", address=address, reason=reason)) from error


@contextlib.contextmanager
def taken_away() -> Iterator[list[bool]]:
    """Let somebody else have a combination that was taken from this process, say because the computer slept.

    The list is filled in this case.
    """
    import optuna

    gone: list[bool] = []
    try:
        yield gone
    except optuna.exceptions.UpdateFinishedTrialError:
        gone.append(True)


def _after_death(study: "optuna.Study", trial: "optuna.trial.FrozenTrial") -> None:
    """Put the combination of a process that was not heard of any more back into the queue."""
    try_again(study, trial.user_attrs | {PLACE: place_of(trial)})


def try_again(study: "optuna.Study", notes: Mapping[str, Any]) -> None:
    """Put a combination into the queue again, with its place and with what was done of it."""
    kept = {name: notes[name] for name in (COMBINATION, PLACE, ACCURACIES, RUNS, UNFINISHED, SECONDS) if name in notes}
    enqueue(study, notes.get(COMBINATION, {}), {COMBINATION: {}} | kept)


def enqueue(study: "optuna.Study", combination: Combination, notes: Mapping[str, Any]) -> None:
    """Put a combination into the queue; an empty one leaves the choice of values to whoever takes it."""
    study.enqueue_trial(dict(combination), user_attrs=dict(notes))


def tell(study: "optuna.Study", number: int, state: str, value: float | None = None) -> bool:
    """Tell what came of trial ``number``; return whether nobody has told before."""
    import optuna

    try:
        study.tell(number, value, state=optuna.trial.TrialState[state])
    except ValueError:  # it does not run any more
        return False
    return True
