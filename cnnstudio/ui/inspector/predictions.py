"""The predictions of a run on a split as rows that can be sorted and filtered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import overload

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


@dataclass(frozen=True, slots=True, eq=False)
class Predictions(Sequence[Prediction]):
    """Rows that are made when they are asked for: 100,000 of them cost no more than their arrays.

    Attributes
    ----------
    paths : N files
    true, predicted : (N,) class numbers
    confidence, loss : (N,)
    places : (n,) which of the N stand in the rows, in their order
    """

    paths: Sequence[Path]
    true: np.ndarray
    predicted: np.ndarray
    confidence: np.ndarray
    loss: np.ndarray
    places: np.ndarray

    def __len__(self) -> int:
        return len(self.places)

    @overload
    def __getitem__(self, row: int) -> Prediction: ...

    @overload
    def __getitem__(self, row: slice) -> "Predictions": ...

    def __getitem__(self, row: "int | slice") -> "Prediction | Predictions":
        if isinstance(row, slice):
            return self.at(self.places[row])
        place = int(self.places[row])
        return Prediction(self.paths[place], int(self.true[place]), int(self.predicted[place]),
                          float(self.confidence[place]), float(self.loss[place]))

    def at(self, places: np.ndarray) -> "Predictions":
        """Return other rows of the same images."""
        return replace(self, places=places)

    @property
    def wrong(self) -> int:
        """How many rows were answered wrongly."""
        return int((self.true[self.places] != self.predicted[self.places]).sum())


def from_arrays(paths: Sequence[Path], labels: np.ndarray, probabilities: np.ndarray,
                losses: np.ndarray) -> Predictions:
    """Return one row an image.

    Parameters
    ----------
    paths : N files
    labels : (N,) true classes
    probabilities : (N, K)
    losses : (N,)
    """
    predicted = probabilities.argmax(axis=1) if len(probabilities) else np.zeros(0, dtype=np.int64)
    places = np.arange(len(predicted))
    return Predictions(paths, labels, predicted, probabilities[places, predicted], losses, places)


NO_PREDICTIONS = from_arrays((), np.zeros(0, np.int64), np.zeros((0, 1)), np.zeros(0))


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


SORT_KEYS: dict[str, Callable[[Predictions], np.ndarray]] = {
    "loss_high": lambda rows: -rows.loss,
    "loss_low": lambda rows: rows.loss,
    "certain_high": lambda rows: -rows.confidence,
    "certain_low": lambda rows: rows.confidence,
}
"""Orders by name; a name that is not here keeps the folder's order."""


def select(rows: Predictions, wanted: ImageFilter, order: str) -> Predictions:
    """Return the rows that pass ``wanted``, in ``order`` (a name in `SORT_KEYS`, else as given)."""
    true, predicted = rows.true[rows.places], rows.predicted[rows.places]
    passing = np.ones(len(rows), dtype=bool)
    if wanted.true_class is not None:
        passing &= true == wanted.true_class
    if wanted.predicted_class is not None:
        passing &= predicted == wanted.predicted_class
    if wanted.outcome != "all":
        passing &= (true == predicted) == (wanted.outcome == "right")
    if wanted.only is not None:
        passing &= np.fromiter((rows.paths[place] in wanted.only for place in rows.places.tolist()), bool, len(rows))
    places = rows.places[passing]
    if order in SORT_KEYS:
        places = places[np.argsort(SORT_KEYS[order](rows)[places], kind="stable")]
    return rows.at(places)
