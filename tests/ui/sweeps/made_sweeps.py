"""Sweeps in a database whose accuracies are made up, so that nothing has to be trained."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from cnnstudio.sweeps.study import Sweep, address_in
from tests.unit.sweeps.plans import plan

AXES = ("learning_rate=0.0001..0.1/4", "optimizer=sgd,adam,adamw")


def make_sweep(directory: Path, accuracies: Sequence[float], *axes: str, **changes: object) -> Sweep:
    """Make a sweep and finish as many of its combinations as there are accuracies; the rest waits."""
    directory.mkdir(exist_ok=True)
    sweep = Sweep.create(address_in(directory), plan(*(axes or AXES), **changes))
    for accuracy in accuracies:
        finish_next(sweep, accuracy)
    return sweep


def finish_next(sweep: Sweep, accuracy: float) -> None:
    """Finish the next combination; with several seeds they differ by a hundredth."""
    trial = sweep.next_trial()
    assert trial is not None
    seeds = range(sweep.plan.seeds)
    trial.finish([accuracy + seed / 100 for seed in seeds], [f"run {trial.number} {seed}" for seed in seeds])


def accuracies(count: int, seed: int = 0) -> list[float]:
    """Return different accuracies between 0.5 and 0.95."""
    return np.random.default_rng(seed).permutation(np.linspace(0.5, 0.95, count)).round(4).tolist()
