"""What a run's best weights answered for every validation image, kept so that all figures follow from it later."""

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.errors import RunError
from cnnstudio.wording import translate

VALUE_LIMIT = 50_000_000
"""Predictions of more probabilities than this (200 MB) are not kept."""

_HEADER_LIMIT_BYTES = 10_000
_TYPES: Mapping[str, Any] = {"labels": np.int64, "probabilities": np.float32, "indices": np.int64}
_SUM_TOLERANCE = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class RunPredictions:
    """Answers for N images and K classes.

    Attributes
    ----------
    labels : (N,) int64, true class indices
    probabilities : (N, K) float32, each row sums to 1
    indices : (N,) int64, rows of the run's images (`RunImages`)
    epoch : whose weights answered, from 1
    """

    labels: NDArray[np.int64]
    probabilities: NDArray[np.float32]
    indices: NDArray[np.int64]
    epoch: int

    def __len__(self) -> int:
        return len(self.labels)

    @property
    def is_kept(self) -> bool:
        """Whether a run keeps as many as these."""
        return self.probabilities.size <= VALUE_LIMIT


def predictions_to_bytes(predictions: RunPredictions) -> bytes:
    """Return a safetensors file with a tensor a column and the epoch in its metadata."""
    from safetensors.numpy import save

    columns = {name: np.ascontiguousarray(getattr(predictions, name), dtype=kind) for name, kind in _TYPES.items()}
    return bytes(save(columns, {"epoch": str(predictions.epoch)}))


def read_predictions(data: bytes, name: str, classes: int) -> RunPredictions:
    """Read what `predictions_to_bytes` wrote.

    Parameters
    ----------
    name : of the file, for the message
    classes : K of the run

    Raises
    ------
    RunError
        Beginning with ``name`` and saying what cannot be used.
    """
    import safetensors
    from safetensors.numpy import load

    try:
        epoch = _epoch(data)
        columns = load(data)
        found = RunPredictions(columns["labels"], columns["probabilities"], columns["indices"], epoch)
        return _checked(found, classes)
    except (safetensors.SafetensorError, ValueError, KeyError, TypeError, struct.error) as error:
        raise RunError(translate(
            "runs", "{name} cannot be used: it does not hold a run's predictions ({reason}). Evaluate the run again.",
            name=name, reason=error)) from error


def _epoch(data: bytes) -> int:
    (length,) = struct.unpack("<Q", data[:8])
    if length > _HEADER_LIMIT_BYTES:
        raise ValueError("its header is too large")
    return int(json.loads(data[8:8 + length])["__metadata__"]["epoch"])


def _checked(found: RunPredictions, classes: int) -> RunPredictions:
    """Return ``found``; ValueError when a figure worked out from it would be nonsense."""
    count = len(found.labels)
    if any(getattr(found, name).dtype != kind for name, kind in _TYPES.items()):
        raise ValueError("a column has another type of number")
    if not count or found.probabilities.shape != (count, classes) or found.indices.shape != (count,):
        raise ValueError(f"its shapes do not fit {classes} classes")
    if not 0 <= int(found.labels.min()) <= int(found.labels.max()) < classes or int(found.indices.min()) < 0:
        raise ValueError("a class or an image has a number out of range")
    sums = found.probabilities.sum(axis=1, dtype=np.float64)
    if not float(found.probabilities.min()) >= 0 or not float(np.abs(sums - 1).max()) < _SUM_TOLERANCE:
        raise ValueError("the probabilities of an image do not sum to 1")
    return found
