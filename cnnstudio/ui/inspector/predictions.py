"""The predictions of a run on a split as rows that can be sorted and filtered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from cnnstudio.ui.image_filter import ImageFilter


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the network says about one image of a split."""

    path: Path
    true_class: int
    predicted_class: int
    confidence: float
    """Probability of the predicted class."""
    loss: float

    @property
    def is_right(self) -> bool:
        """Whether the predicted class is the true one."""
        return self.true_class == self.predicted_class


def from_arrays(paths: Sequence[Path], labels: np.ndarray, probabilities: np.ndarray,
                losses: np.ndarray) -> tuple[Prediction, ...]:
    """Return one row an image.

    Parameters
    ----------
    paths : N files
    labels : (N,) true classes
    probabilities : (N, K)
    losses : (N,)
    """
    predicted = probabilities.argmax(axis=1) if len(probabilities) else np.zeros(0, dtype=np.int64)
    confidences = probabilities[np.arange(len(predicted)), predicted]
    columns = (labels.tolist(), predicted.tolist(), confidences.tolist(), losses.tolist())
    return tuple(map(Prediction, paths, *columns))


def confusion(labels: np.ndarray, probabilities: np.ndarray) -> np.ndarray:
    """Count images by true class (row) and predicted class: (K, K).

    Parameters
    ----------
    labels : (N,) true classes
    probabilities : (N, K)
    """
    classes = probabilities.shape[1]
    cells = labels.astype(np.int64) * classes + probabilities.argmax(axis=1) if len(labels) else labels
    return np.bincount(cells.astype(np.int64), minlength=classes * classes).reshape(classes, classes)


SortKey = Callable[[Prediction], float]
SORT_KEYS: dict[str, SortKey] = {
    "loss_high": lambda row: -row.loss,
    "loss_low": lambda row: row.loss,
    "certain_high": lambda row: -row.confidence,
    "certain_low": lambda row: row.confidence,
}
"""Orders by name; a name that is not here keeps the folder's order."""


def select(rows: Sequence[Prediction], wanted: ImageFilter, order: str) -> list[Prediction]:
    """Return the rows that pass ``wanted``, in ``order`` (a name in `SORT_KEYS`, else as given)."""
    chosen = [row for row in rows if wanted.lets_pass(row.true_class, row.predicted_class)
              and (wanted.only is None or row.path in wanted.only)]
    return sorted(chosen, key=SORT_KEYS[order]) if order in SORT_KEYS else chosen
