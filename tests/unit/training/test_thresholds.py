"""Tests of answering only where the network is sure enough, by counting."""

import numpy as np
import pytest

from cnnstudio.training.metrics import wilson_interval
from cnnstudio.training.thresholds import answer_curve


@pytest.mark.parametrize("seed", range(5))
def test_every_threshold_equals_counting_image_by_image(seed: int):
    random = np.random.default_rng(seed)
    sure, right = np.round(random.random(80), 2), random.random(80) < 0.7
    curve = answer_curve(sure, right)
    for threshold in [*np.linspace(0, 1, 41), *sure[:10], 1.5]:
        answered = [hit for p, hit in zip(sure, right, strict=True) if p >= threshold]
        found = curve.at(float(threshold))
        assert (found.images, found.answered, found.right) == (80, len(answered), sum(answered))
        assert found.share == len(answered) / 80
        assert found.accuracy == (sum(answered) / len(answered) if answered else None)
        assert found.interval == wilson_interval(found.right, found.answered)


def test_the_lowest_threshold_for_an_accuracy_answers_the_most_images():
    curve = answer_curve(np.array([0.9, 0.8, 0.7, 0.6, 0.5]), np.array([True, True, False, True, True]))
    best = curve.lowest_for(0.8)
    assert best is not None
    assert (best.threshold, best.answered, best.right) == (0.5, 5, 4)
    strict = curve.lowest_for(1.0)
    assert strict is not None
    assert (strict.threshold, strict.answered) == (0.8, 2)
    assert answer_curve(np.array([0.9]), np.array([False])).lowest_for(0.5) is None


def test_the_drawn_curve_ends_with_all_images_and_the_plain_accuracy():
    random = np.random.default_rng(1)
    right = random.random(50) < 0.6
    shares, accuracies = answer_curve(random.random(50), right).drawn()
    assert (shares[-1], accuracies[-1]) == (1.0, right.mean())
    assert (np.diff(shares) > 0).all()
