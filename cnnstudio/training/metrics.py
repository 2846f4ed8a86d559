"""How good answers are: accuracy with its interval, precision, recall, F1, averages and the confusion matrix."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.errors import InputError
from cnnstudio.wording import translate

Z_95 = 1.959963984540054
"""The 97.5 % point of the standard normal distribution."""


@dataclass(frozen=True, slots=True)
class ClassScore:
    """How well one class is recognised; shares from 0 to 1."""

    name: str
    precision: float
    """Share right among the images predicted as this class; 0 when no image is (see `note`)."""
    recall: float | None
    """Share found among the images of this class; None when there is no such image."""
    f1: float | None
    """Harmonic mean of both, 2 TP / (2 TP + FP + FN); None when the class is neither there nor predicted."""
    support: int
    """Images of this class."""
    predicted: int
    """Images predicted as this class."""

    @property
    def note(self) -> str:
        """What a reader of the numbers must know, or nothing."""
        if not self.support:
            return translate("training", "no image of this class")
        return "" if self.predicted else translate("training", "never predicted")


@dataclass(frozen=True, slots=True, eq=False)
class Evaluation:
    """All measures of one set of predictions."""

    images: int
    accuracy: float
    """Share right, 0 to 1."""
    interval: tuple[float, float]
    """Wilson's 95 % interval of the accuracy."""
    baseline: float
    """Accuracy of always answering the most frequent class."""
    per_class: tuple[ClassScore, ...]
    macro_f1: float
    """Mean F1 of the classes that are there or predicted."""
    confusion: NDArray[np.int64]
    """(K, K) counts; row: true class, column: predicted class."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Evaluation) and to_document(self) == to_document(other)

    def __hash__(self) -> int:
        return hash((self.images, self.accuracy, self.macro_f1))

    @property
    def macro_precision(self) -> float:
        """Mean precision of the classes that are there or predicted."""
        return _mean([score.precision for score in self._counted])

    @property
    def macro_recall(self) -> float:
        """Mean recall of the classes that are there or predicted; 0 where no image is."""
        return _mean([score.recall or 0.0 for score in self._counted])

    @property
    def weighted_precision(self) -> float:
        """Mean precision, each class by the number of its images."""
        return self._weighted([score.precision for score in self.per_class])

    @property
    def weighted_recall(self) -> float:
        """Mean recall, each class by the number of its images: the same as the accuracy."""
        return self.accuracy

    @property
    def weighted_f1(self) -> float:
        """Mean F1, each class by the number of its images."""
        return self._weighted([score.f1 or 0.0 for score in self.per_class])

    @property
    def balanced_accuracy(self) -> float:
        """Mean recall of the classes that are there: every class counts alike, however few its images."""
        return _mean([score.recall for score in self.per_class if score.recall is not None])

    @property
    def _counted(self) -> list[ClassScore]:
        return [score for score in self.per_class if score.f1 is not None]

    def _weighted(self, values: Sequence[float]) -> float:
        pairs = zip(values, self.per_class, strict=True)
        return math.fsum(value * score.support for value, score in pairs) / self.images

    @property
    def better_than_guessing(self) -> bool:
        """Whether the whole interval lies above the baseline."""
        return self.interval[0] > self.baseline


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def confusion_matrix(labels: NDArray[Any], predicted: NDArray[Any], classes: int) -> NDArray[np.int64]:
    """Count how often each true class is predicted as each class.

    Parameters
    ----------
    labels, predicted : (N,) class indices from 0 to classes - 1
    classes : K

    Returns
    -------
    ndarray
        (K, K) int64; row: true class, column: predicted class.

    Raises
    ------
    InputError
        When an index is out of range or the lengths differ.
    """
    truth, answers = np.asarray(labels, dtype=np.int64), np.asarray(predicted, dtype=np.int64)
    if truth.shape != answers.shape or truth.ndim != 1:
        raise InputError(translate(
            "training", "There are {size} labels but {answers_size} predictions.", size=truth.size,
            answers_size=answers.size))
    if _lies_outside(truth, classes):
        raise InputError(translate("training", "A label lies outside the {classes} classes: {min} to {max}.",
                                   classes=classes, min=truth.min(), max=truth.max()))
    if _lies_outside(answers, classes):
        raise InputError(translate("training", "A prediction lies outside the {classes} classes: {min} to {max}.",
                                   classes=classes, min=answers.min(), max=answers.max()))
    return np.bincount(truth * classes + answers, minlength=classes * classes).reshape(classes, classes)


def _lies_outside(values: NDArray[np.int64], classes: int) -> bool:
    return bool(values.size and not 0 <= int(values.min()) <= int(values.max()) < classes)


def wilson_interval(right: int, n: int) -> tuple[float, float]:
    """Return the 95 % score interval of a share (Wilson, 1927; recommended by Newcombe, 1998).

    Parameters
    ----------
    right : images right, 0 to n
    n : images; for 0 nothing is known and the interval is (0, 1)
    """
    if n == 0:
        return (0.0, 1.0)
    share, z2 = right / n, Z_95 * Z_95
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    low = 0.0 if right == 0 else max(0.0, middle - half)
    high = 1.0 if right == n else min(1.0, middle + half)
    return (low, high)


def evaluate(labels: NDArray[Any], probabilities: NDArray[Any], class_names: Sequence[str]) -> Evaluation:
    """Measure predictions against the truth; the highest probability is the answer, the first of equal ones.

    Parameters
    ----------
    labels : (N,) true class indices
    probabilities : (N, K), any scores that grow with confidence
    class_names : K names

    Raises
    ------
    InputError
        When there is no image, the shapes do not fit, or a probability is not a finite number.
    """
    scores = np.asarray(probabilities)
    if scores.ndim != 2 or scores.shape[1] != len(class_names):
        raise InputError(translate(
            "training", "There are {count} classes, but the probabilities have the shape {shape}.",
            count=len(class_names), shape=scores.shape))
    if len(scores) == 0:
        raise InputError(translate("training", "There are no images to evaluate."))
    if not np.isfinite(scores).all():
        raise InputError(translate(
            "training", "A probability is not a finite number: the network's weights are damaged or have diverged."))
    return from_confusion(confusion_matrix(labels, scores.argmax(axis=1), len(class_names)), class_names)


def from_confusion(confusion: NDArray[np.int64], class_names: Sequence[str]) -> Evaluation:
    """Derive every measure from the (K, K) confusion matrix of at least one image."""
    images, right = int(confusion.sum()), int(confusion.trace())
    scores = tuple(_class_score(name, confusion, index) for index, name in enumerate(class_names))
    counted = [score.f1 for score in scores if score.f1 is not None]
    return Evaluation(
        images, right / images, wilson_interval(right, images), int(confusion.sum(axis=1).max()) / images,
        scores, float(np.mean(counted)), confusion)


def _class_score(name: str, confusion: NDArray[np.int64], index: int) -> ClassScore:
    right, support, predicted = (
        int(confusion[index, index]), int(confusion[index].sum()), int(confusion[:, index].sum()))
    return ClassScore(
        name, right / predicted if predicted else 0.0, right / support if support else None,
        2 * right / (support + predicted) if support + predicted else None, support, predicted)


def averages(evaluation: Evaluation) -> dict[str, float]:
    """Return the averages over the classes by name, without ``macro_f1``."""
    names = ("macro_precision", "macro_recall", "weighted_precision", "weighted_recall", "weighted_f1",
             "balanced_accuracy")
    return {name: getattr(evaluation, name) for name in names}


def to_document(evaluation: Evaluation) -> dict[str, Any]:
    """Return the evaluation as JSON values; None stands where there is no number."""
    return {
        "images": evaluation.images, "accuracy": evaluation.accuracy, "interval": list(evaluation.interval),
        "baseline": evaluation.baseline, "macro_f1": evaluation.macro_f1,
        **averages(evaluation),
        "per_class": [{"name": score.name, "precision": score.precision, "recall": score.recall, "f1": score.f1,
                       "support": score.support, "predicted": score.predicted, "note": score.note}
                      for score in evaluation.per_class],
        "confusion": evaluation.confusion.tolist()}


def from_document(document: Mapping[str, Any]) -> Evaluation:
    """Read what `to_document` wrote: the measures follow from the confusion matrix and the class names.

    Raises
    ------
    InputError
        When the matrix is not square, is empty, holds no counts, or does not fit the names.
    """
    try:
        names = [str(score["name"]) for score in document["per_class"]]
        confusion = np.array(document["confusion"], dtype=np.int64)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise InputError(translate("training", "The evaluation cannot be read: {reason}.", reason=error)) from error
    if confusion.shape != (len(names), len(names)) or confusion.sum() == 0 or confusion.min() < 0:
        raise InputError(translate(
            "training", "The evaluation cannot be read: the confusion matrix does not fit the classes."))
    return from_confusion(confusion, names)
