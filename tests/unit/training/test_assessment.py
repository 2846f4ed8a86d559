"""Tests of all figures of one set of predictions, together."""

import json

import numpy as np
import pytest
from sklearn import metrics as reference

from cnnstudio.errors import InputError, JobCancelledError
from cnnstudio.training.assessment import assess, to_fields
from tests.unit.training.answers import made_answers, softmax


def test_the_figures_of_float32_probabilities_equal_scikit_learn():
    labels, logits = made_answers(4, 200, 7)
    kept = softmax(logits).astype(np.float32)
    found = assess(labels, kept, [f"class {n}" for n in range(7)])
    rows = kept.astype(np.float64)
    rows /= rows.sum(axis=1, keepdims=True)
    assert found.log_loss == pytest.approx(reference.log_loss(labels, rows), abs=1e-12)
    assert found.auc == pytest.approx(reference.roc_auc_score(labels, rows, multi_class="ovr"), abs=1e-12)
    assert found.average_precision == pytest.approx(
        reference.average_precision_score(np.eye(7)[labels], rows), abs=1e-12)
    assert found.brier == pytest.approx(reference.brier_score_loss(labels, rows), abs=1e-12)
    assert found.top_k == {k: pytest.approx(reference.top_k_accuracy_score(labels, rows, k=k), abs=1e-12)
                           for k in (3, 5)}
    assert found.reliability.images.sum() == found.answers.images == found.evaluation.images == 200
    assert found.temperature is not None
    assert 0.8 < found.temperature.value < 1.25


def test_of_two_classes_the_second_is_looked_for():
    labels, logits = made_answers(1, 90, 2)
    rows = softmax(logits)
    found = assess(labels, rows, ["cat", "dog"])
    assert found.auc == pytest.approx(reference.roc_auc_score(labels, rows[:, 1]), abs=1e-12)
    assert found.average_precision == pytest.approx(reference.average_precision_score(labels, rows[:, 1]), abs=1e-12)
    assert found.top_k == {}
    fields = to_fields(found)
    xs, ys = fields["ranking"]["dog"]["roc"]
    assert (xs[0], ys[0], xs[-1], ys[-1]) == (0, 0, 1, 1)
    assert np.sum(np.diff(xs) * (np.array(ys[1:]) + ys[:-1])) / 2 == pytest.approx(found.auc)


@pytest.mark.parametrize(("count", "classes"), [(1, 2), (3, 4), (40, 3)])
def test_the_fields_are_strict_json_however_few_the_images(count: int, classes: int):
    labels, logits = made_answers(2, count, classes)
    fields = json.loads(json.dumps(to_fields(assess(labels, softmax(logits), list("abcd")[:classes])),
                                   allow_nan=False))
    assert fields["smallest_difference"]["is_coarse"]
    assert fields["thresholds"][0]["answered_share"] == 1
    assert (fields["temperature"] is None) == (count < 10)
    assert sum(one["images"] for one in fields["calibration"]["bins"]) == count


def test_classes_without_images_are_left_out_of_the_means():
    found = assess(np.array([0, 1, 0]), np.array([[0.8, 0.1, 0.1], [0.2, 0.6, 0.2], [0.5, 0.3, 0.2]]), list("abc"))
    assert found.rankings[2] is None
    assert found.auc == 1.0
    alone = assess(np.array([0]), np.array([[0.8, 0.2]]), ["a", "b"])
    assert alone.auc is None
    assert to_fields(alone)["ranking"] == {"a": None, "b": None}


def test_it_can_be_stopped():
    def stop() -> None:
        raise JobCancelledError("enough")

    with pytest.raises(JobCancelledError):
        assess(np.array([0, 1]), np.eye(2), ["a", "b"], stop)


def test_damaged_probabilities_are_refused():
    with pytest.raises(InputError, match="not a finite number"):
        assess(np.array([0]), np.array([[np.nan, 1.0]]), ["a", "b"])
