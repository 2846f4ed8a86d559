"""All figures of one set of predictions, worked out at once and without torch."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.training.calibration import Reliability, adaptive_reliability, error_by_chance, reliability
from cnnstudio.training.comparison import Resolution, resolution
from cnnstudio.training.curves import Ranking, rankings, thinned
from cnnstudio.training.metrics import Evaluation, averages, evaluate
from cnnstudio.training.scoring import brier_score, log_loss, normalized, top_k_accuracy
from cnnstudio.training.temperature import Temperature, fit_and_judge
from cnnstudio.training.thresholds import AnswerCurve, answer_curve

TOP_K = (3, 5)
"""Looked at where there are more classes than that."""

_LISTED_THRESHOLDS = (*(step / 20 for step in range(20)), 0.99)
_CURVE_POINTS = 200


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """How good N predictions over K classes are.

    Attributes
    ----------
    labels : (N,) true class indices
    probabilities : (N, K) float64, each row sums to 1
    evaluation : what follows from the answers alone
    top_k : k -> share of images whose class is among the k most probable
    log_loss, brier : see `cnnstudio.training.scoring`
    rankings : curves of each class against the rest; None for a class without images
    reliability, adaptive : in bins of equal width, and of equal numbers of images
    error_by_chance : calibration error that a perfect network stays below in 95 % of the cases
    temperature : None with too few images
    scaled : reliability after temperature scaling, out of sample; None likewise
    scaled_by_chance : `error_by_chance` of that; None likewise
    answers : answered share against accuracy
    resolution : which differences these images can tell
    """

    labels: NDArray[np.int64]
    probabilities: NDArray[np.float64]
    evaluation: Evaluation
    top_k: Mapping[int, float]
    log_loss: float
    brier: float
    rankings: tuple[Ranking | None, ...]
    reliability: Reliability
    adaptive: Reliability
    error_by_chance: float
    temperature: Temperature | None
    scaled: Reliability | None
    scaled_by_chance: float | None
    answers: AnswerCurve
    resolution: Resolution

    @property
    def class_names(self) -> tuple[str, ...]:
        """The K names."""
        return tuple(score.name for score in self.evaluation.per_class)

    @property
    def auc(self) -> float | None:
        """Area under the ROC curve: of the second of two classes, else the mean over the classes that are there."""
        return _mean([ranking.auc for ranking in self._ranked])

    @property
    def average_precision(self) -> float | None:
        """Area under the precision-recall curve, of the same classes as `auc`."""
        return _mean([ranking.average_precision for ranking in self._ranked])

    @property
    def _ranked(self) -> list[Ranking]:
        counted = self.rankings[1:] if len(self.rankings) == 2 else self.rankings
        return [ranking for ranking in counted if ranking is not None]


def _mean(values: Sequence[float]) -> float | None:
    return math.fsum(values) / len(values) if values else None


def assess(labels: NDArray[Any], probabilities: NDArray[Any], class_names: Sequence[str],
           stop: Callable[[], None] = lambda: None) -> Assessment:
    """Work out every figure.

    Parameters
    ----------
    labels : (N,) true class indices
    probabilities : (N, K), each row sums to 1, as good as float32 can
    class_names : K names
    stop : called now and then; may raise

    Raises
    ------
    InputError
        When there is no image, the shapes do not fit, or a probability is not a finite number.
    """
    evaluation = evaluate(labels, probabilities, class_names)
    truth, values = np.asarray(labels, dtype=np.int64), normalized(probabilities)
    sure, right = _answers(truth, values)
    stop()
    temperature = fit_and_judge(truth, values)
    scaled = None if temperature is None else _answers(truth, temperature.probabilities)
    stop()
    return Assessment(
        truth, values, evaluation, {k: top_k_accuracy(truth, values, k) for k in TOP_K if k < values.shape[1]},
        log_loss(truth, values), brier_score(truth, values), rankings(truth, values, stop), reliability(sure, right),
        adaptive_reliability(sure, right), error_by_chance(sure), temperature,
        None if scaled is None else reliability(*scaled), None if scaled is None else error_by_chance(scaled[0]),
        answer_curve(sure, right), resolution(int(evaluation.confusion.trace()), evaluation.images))


def _answers(labels: NDArray[np.int64],
             probabilities: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return how sure each answer is, and whether it is right."""
    return probabilities.max(axis=1), probabilities.argmax(axis=1) == labels


def to_fields(found: Assessment) -> dict[str, Any]:
    """Return every figure as JSON values; None stands where there is no number."""
    return {
        **averages(found.evaluation), "top_k": {str(k): share for k, share in found.top_k.items()},
        "log_loss": found.log_loss, "brier": found.brier, "auc": found.auc,
        "average_precision": found.average_precision, "ranking": _ranking(found), "calibration": _calibration(found),
        "temperature": _temperature(found), "thresholds": _thresholds(found.answers),
        "smallest_difference": {"images": found.resolution.difference, "points": found.resolution.points,
                                "is_coarse": found.resolution.is_coarse}}


def _ranking(found: Assessment) -> dict[str, Any]:
    """Return the areas of each class, and the points of the curves where there are two."""
    result: dict[str, Any] = {
        name: None if one is None else {"auc": one.auc, "average_precision": one.average_precision}
        for name, one in zip(found.class_names, found.rankings, strict=True)}
    second = found.rankings[1] if len(result) == 2 else None
    if second is not None:
        for name, points in (("roc", second.roc), ("precision_recall", second.precision_recall)):
            xs, ys = thinned(*points, _CURVE_POINTS)
            result[found.class_names[1]][name] = [xs.tolist(), ys.tolist()]
    return result


def _calibration(found: Assessment) -> dict[str, Any]:
    bins = found.reliability
    return {
        "expected_error": bins.error, "adaptive_error": found.adaptive.error, "error_by_chance": found.error_by_chance,
        "overconfidence": bins.overconfidence,
        "bins": [{"low": low, "high": high, "images": images, "confidence": confidence, "accuracy": accuracy}
                 for low, high, images, confidence, accuracy in zip(
                     bins.low.tolist(), bins.high.tolist(), bins.images.tolist(), bins.confidence.tolist(),
                     bins.accuracy.tolist(), strict=True) if images]}


def _temperature(found: Assessment) -> dict[str, Any] | None:
    temperature, after = found.temperature, found.scaled
    if temperature is None or after is None:
        return None
    return {"value": temperature.value, "is_at_limit": temperature.is_at_limit,
            "expected_error_before": found.reliability.error, "expected_error_after": after.error,
            "error_by_chance_after": found.scaled_by_chance,
            "log_loss_before": temperature.log_loss_before, "log_loss_after": temperature.log_loss_after}


def _thresholds(answers: AnswerCurve) -> list[dict[str, Any]]:
    found = [answers.at(threshold) for threshold in _LISTED_THRESHOLDS]
    return [{"threshold": one.threshold, "answered": one.answered, "answered_share": one.share,
             "accuracy": one.accuracy, "interval": list(one.interval)} for one in found]
