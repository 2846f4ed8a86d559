"""The curves of runs as arrays, and the mean curve of trainings that belong together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cnnstudio.training.events import EpochEnded

Floats = NDArray[np.float64]
FIGURES = ("train_loss", "val_loss", "train_accuracy", "val_accuracy")


@dataclass(frozen=True, slots=True, eq=False)
class RunCurve:
    """One training, epoch by epoch; all arrays (N,)."""

    epochs: Floats
    seconds: Floats
    """Of training, at the end of each epoch."""
    values: Mapping[str, Floats]
    """By the names of `FIGURES`."""


@dataclass(frozen=True, slots=True, eq=False)
class MeanCurve:
    """Several trainings, as far as all of them go; all arrays (N,)."""

    epochs: Floats
    seconds: Floats
    """The mean of all, at the end of each epoch."""
    values: Mapping[str, Floats]
    """The means, by the names of `FIGURES`."""
    deviations: Mapping[str, Floats]
    """Sample standard deviations (divisor count - 1); 0 where there is one training only."""


def curve_of(history: Sequence[EpochEnded]) -> RunCurve:
    """Return the curve of a training."""
    return RunCurve(np.array([row.epoch for row in history], np.float64),
                    np.cumsum([row.seconds for row in history], dtype=np.float64),
                    {name: np.array([getattr(row, name) for row in history], np.float64) for name in FIGURES})


def mean_curve(curves: Sequence[RunCurve]) -> MeanCurve:
    """Return the mean of at least one curve, as far as all of those with an epoch go."""
    begun = [curve for curve in curves if len(curve.epochs)] or list(curves[:1])
    length = min(len(curve.epochs) for curve in begun)
    values = {name: np.array([curve.values[name][:length] for curve in begun]) for name in FIGURES}
    return MeanCurve(
        begun[0].epochs[:length], np.mean([curve.seconds[:length] for curve in begun], axis=0),
        {name: rows.mean(axis=0) for name, rows in values.items()},
        {name: rows.std(axis=0, ddof=1) if len(begun) > 1 else np.zeros(length) for name, rows in values.items()})
