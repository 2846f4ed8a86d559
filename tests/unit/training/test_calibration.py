"""Tests of calibration errors against an image-by-image computation, and of what chance makes by drawing."""

import math

import numpy as np
import pytest

from cnnstudio.training.calibration import adaptive_reliability, error_by_chance, reliability
from tests.unit.training.answers import made_answers, softmax


def sure_and_right(seed: int, count: int, sharpness: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    labels, logits = made_answers(seed, count, 3, sharpness=sharpness)
    probabilities = softmax(logits)
    return probabilities.max(axis=1), probabilities.argmax(axis=1) == labels


def counted(sure: np.ndarray, right: np.ndarray, bins: int) -> float:
    """Work out the calibration error image by image, as the paper writes it."""
    total = 0.0
    for number in range(1, bins + 1):
        inside = [(p, hit) for p, hit in zip(sure, right, strict=True) if math.ceil(p * bins) == number]
        if inside:
            accuracy = sum(hit for _, hit in inside) / len(inside)
            confidence = math.fsum(p for p, _ in inside) / len(inside)
            total += len(inside) / len(sure) * abs(accuracy - confidence)
    return total


@pytest.mark.parametrize("seed", range(8))
def test_the_expected_error_equals_the_papers_formula(seed: int):
    sure, right = sure_and_right(seed, 200, 2.0)
    found = reliability(sure, right)
    assert found.images.sum() == 200
    assert found.error == pytest.approx(counted(sure, right, 15), abs=1e-12)
    assert found.overconfidence == pytest.approx(sure.mean() - right.mean(), abs=1e-12)


def test_a_hand_worked_example():
    found = reliability(np.array([0.9, 0.9, 0.6, 1.0]), np.array([True, False, True, True]), bins=2)
    assert found.images.tolist() == [0, 4]
    assert found.error == pytest.approx(abs(3 / 4 - 3.4 / 4))
    edges = reliability(np.array([0.5, 0.500001]), np.array([True, True]), bins=2)
    assert edges.images.tolist() == [1, 1]  # a bin holds its upper edge


@pytest.mark.parametrize("seed", range(8))
def test_the_adaptive_error_equals_sorted_slices_of_equal_size(seed: int):
    sure, right = sure_and_right(seed, 300, 2.0)
    order = np.argsort(sure)
    slices = np.array_split(order, 15)
    expected = sum(len(part) / 300 * abs(right[part].mean() - sure[part].mean()) for part in slices)
    found = adaptive_reliability(sure, right)
    assert found.images.tolist() == [20] * 15
    assert found.error == pytest.approx(expected, abs=1e-12)


def test_equal_confidences_are_never_divided():
    found = adaptive_reliability(np.array([0.5] * 9 + [0.9]), np.array([True, False] * 5))
    assert found.images.tolist() == [9, 1]


def test_a_calibrated_network_stays_below_what_chance_makes_in_95_of_100_cases_and_another_does_not():
    limits = [error_by_chance(sure_and_right(seed, 150)[0], draws=100, seed=seed) for seed in range(60)]
    errors = [reliability(*sure_and_right(seed, 150)).error for seed in range(60)]
    overconfident = [reliability(*sure_and_right(seed, 150, 3.0)).error for seed in range(60)]
    assert np.mean(np.array(errors) <= limits) >= 0.87  # 95 % of 60, less three standard deviations
    assert np.mean(np.array(overconfident) <= limits) < 0.05


def test_the_short_cut_for_full_bins_agrees_with_drawing_every_answer():
    sure = sure_and_right(5, 3000)[0]
    random = np.random.default_rng(1)
    drawn = [reliability(sure, random.random(len(sure)) < sure).error for _ in range(300)]
    assert error_by_chance(sure) == pytest.approx(np.quantile(drawn, 0.95), rel=0.12)
