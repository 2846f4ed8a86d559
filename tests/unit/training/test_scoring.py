"""Tests of log loss, Brier score and top-k accuracy against scikit-learn and by hand."""

import math

import numpy as np
import pytest
from sklearn import metrics as reference

from cnnstudio.errors import InputError
from cnnstudio.training.scoring import brier_score, log_loss, normalized, top_k_accuracy
from tests.unit.training.answers import made_answers, softmax


@pytest.mark.parametrize("seed", range(12))
def test_the_scores_equal_scikit_learn(seed: int):
    classes = 2 + seed % 6
    labels, logits = made_answers(seed, 150, classes)
    probabilities, every = softmax(logits), list(range(classes))
    assert log_loss(labels, probabilities) == pytest.approx(
        reference.log_loss(labels, probabilities, labels=every), abs=1e-12)
    of_second = probabilities[:, 1] if classes == 2 else probabilities
    assert brier_score(labels, probabilities) == pytest.approx(
        reference.brier_score_loss(labels, of_second, labels=every), abs=1e-12)
    for k in range(1, classes) if classes > 2 else ():
        assert top_k_accuracy(labels, probabilities, k) == pytest.approx(
            reference.top_k_accuracy_score(labels, probabilities, k=k, labels=every), abs=1e-12)


def test_a_sure_mistake_costs_what_scikit_learn_says_and_not_infinity():
    labels, probabilities = np.array([0, 1]), np.array([[0.0, 1.0], [0.0, 1.0]])
    assert log_loss(labels, probabilities) == pytest.approx(
        reference.log_loss(labels, probabilities, labels=[0, 1]), rel=1e-12)
    assert log_loss(labels, probabilities) == pytest.approx(52 * math.log(2) / 2)


def test_a_hand_worked_example():
    labels, probabilities = np.array([0, 2]), np.array([[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]])
    assert log_loss(labels, probabilities) == pytest.approx((math.log(2) + math.log(4)) / 2)
    # (1/2)² + 2 (1/4)² = 3/8 and (1/2)² + (1/4)² + (3/4)² = 7/8
    assert brier_score(labels, probabilities) == pytest.approx((3 / 8 + 7 / 8) / 2)
    assert [top_k_accuracy(labels, probabilities, k) for k in (1, 2, 3)] == [0.5, 0.5, 1.0]  # 1 stands before 2


def test_rows_of_float32_are_made_to_sum_to_one():
    rows = softmax(made_answers(1, 50, 7)[1]).astype(np.float32)
    assert np.abs(rows.astype(np.float64).sum(axis=1) - 1).max() > 1e-9
    assert np.abs(normalized(rows).sum(axis=1) - 1).max() < 1e-15


@pytest.mark.parametrize("rows", [[[np.nan, 1]], [[-0.1, 1.1]], [[0, 0]], [[np.inf, 1]]])
def test_what_is_no_probability_is_refused(rows: list):
    with pytest.raises(InputError, match="not a finite number"):
        normalized(np.array(rows))
