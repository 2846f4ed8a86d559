"""Tests of ROC and precision-recall curves against scikit-learn, by counting pairs and by hand."""

import numpy as np
import pytest
from sklearn import metrics as reference

from cnnstudio.errors import InputError
from cnnstudio.training.curves import DRAWN_POINTS, one_against_rest, ranking_curves, rankings, thinned
from tests.unit.training.answers import made_answers, softmax


def with_ties(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """Return truth and scores, many of them equal."""
    random = np.random.default_rng(seed)
    truth = random.random(random.integers(5, 200)) < 0.4
    truth[:2] = (True, False)
    return truth, np.round(truth * 0.3 + random.random(len(truth)), int(random.integers(1, 4)))


@pytest.mark.parametrize("seed", range(20))
def test_points_and_areas_equal_scikit_learn(seed: int):
    truth, scores = with_ties(seed)
    curves = ranking_curves(truth, scores)
    false_alarms, hits, thresholds = reference.roc_curve(truth, scores, drop_intermediate=False)
    assert np.allclose(curves.roc(), (false_alarms, hits), rtol=0, atol=1e-12)
    assert np.array_equal(curves.thresholds, thresholds[1:])
    precision, recall, _ = reference.precision_recall_curve(truth, scores)
    assert np.allclose(curves.precision[::-1], precision[:-1], rtol=0, atol=1e-12)
    assert np.allclose(curves.hits[::-1], recall[:-1], rtol=0, atol=1e-12)
    assert curves.auc == pytest.approx(reference.roc_auc_score(truth, scores), abs=1e-12)
    assert curves.average_precision == pytest.approx(reference.average_precision_score(truth, scores), abs=1e-12)


def test_the_area_is_the_share_of_pairs_in_the_right_order():
    truth, scores = with_ties(3)
    pairs = scores[truth][:, None] - scores[~truth][None]
    assert ranking_curves(truth, scores).auc == pytest.approx(((pairs > 0) + 0.5 * (pairs == 0)).mean(), abs=1e-12)


@pytest.mark.parametrize("seed", range(5))
def test_areas_of_many_classes_equal_scikit_learn(seed: int):
    labels, logits = made_answers(seed, 120, 4)
    probabilities = softmax(logits)
    found = [one for one in rankings(labels, probabilities) if one is not None]
    pairs = np.array([(one.auc, one.average_precision) for one in found])
    assert len(pairs) == 4
    assert pairs[:, 0].mean() == pytest.approx(
        reference.roc_auc_score(labels, probabilities, multi_class="ovr", average="macro"), abs=1e-12)
    assert pairs[:, 1].mean() == pytest.approx(
        reference.average_precision_score(np.eye(4)[labels], probabilities, average="macro"), abs=1e-12)


def test_a_class_without_images_has_no_curve():
    assert rankings(np.array([0, 0, 1]), np.full((3, 3), 1 / 3))[2] is None
    assert one_against_rest(np.array([0, 0]), np.full((2, 2), 0.5), 0) is None
    with pytest.raises(InputError, match="images of others"):
        ranking_curves(np.array([True, True]), np.array([0.1, 0.2]))


def test_a_thinned_curve_keeps_its_ends_and_its_steep_parts():
    xs = np.append(np.zeros(500), np.linspace(0, 1, 500))
    ys = np.append(np.linspace(0, 1, 500), np.ones(500))
    few_x, few_y = thinned(xs, ys, 50)
    assert len(few_x) <= 50
    assert (few_x[0], few_y[0], few_x[-1], few_y[-1]) == (0, 0, 1, 1)
    assert np.abs(np.diff(few_x) + np.diff(few_y)).max() < 0.06
    assert thinned(xs, ys, 5000)[0] is xs


def test_of_many_points_few_are_kept_and_the_area_is_exact():
    labels, logits = made_answers(7, 3000, 2)
    rows = softmax(logits)
    kept = rankings(labels, rows)[1]
    assert kept is not None
    assert max(len(kept.roc[0]), len(kept.precision_recall[0])) <= DRAWN_POINTS
    assert kept.auc == pytest.approx(reference.roc_auc_score(labels, rows[:, 1]), abs=1e-12)
