"""Tests of McNemar's test against scipy's binomial test, and of the smallest difference by drawing."""

import numpy as np
import pytest
from scipy import stats

from cnnstudio.errors import InputError
from cnnstudio.training.comparison import exact_p_value, mcnemar, resolution, smallest_difference


@pytest.mark.parametrize(("first", "second"), [
    (0, 0), (1, 0), (0, 5), (0, 6), (7, 2), (10, 10), (11, 10), (30, 12), (400, 380), (1200, 900), (6_000, 5_800)])
def test_the_exact_p_value_equals_scipys_binomial_test(first: int, second: int):
    expected = stats.binomtest(first, first + second).pvalue if first + second else 1.0
    assert exact_p_value(first, second) == pytest.approx(expected, rel=1e-9, abs=1e-12)
    assert exact_p_value(first, second) == exact_p_value(second, first)


def test_a_hand_worked_example():
    # 6 images only the first gets right, none only the second: 2 / 2^6
    truth = np.array([0] * 20)
    found = mcnemar(truth, np.array([0] * 16 + [1] * 4), np.array([0] * 10 + [1] * 10))
    assert (found.both, found.only_first, found.only_second, found.neither) == (10, 6, 0, 4)
    assert found.p_value == 2 / 64
    assert found.is_significant
    assert found.difference == 0.3


def test_equally_good_networks_are_called_different_in_at_most_5_of_100_cases():
    random = np.random.default_rng(0)
    truth, alarms, covered = np.zeros(150, dtype=np.int64), 0, 0
    for _ in range(1000):
        hard = random.random(150) * 0.4  # both err on the same hard images
        one, two = ((random.random(150) < hard).astype(np.int64) for _ in range(2))
        found = mcnemar(truth, one, two)
        alarms += found.is_significant
        covered += found.interval[0] <= 0 <= found.interval[1]
    assert alarms <= 50
    assert covered >= 930


def test_networks_are_compared_on_the_same_images_only():
    with pytest.raises(InputError, match="3 labels, 3 answers of the first and 2"):
        mcnemar(np.zeros(3), np.zeros(3), np.zeros(2))


def test_the_smallest_difference_equals_scipys_exact_sum():
    for n, right in ((1, 1), (2, 1), (12, 12), (40, 22), (120, 108), (120, 0), (300, 270)):
        share = (right + 1.959963984540054**2 / 2) / (n + 1.959963984540054**2)
        chance = stats.binom.pmf(np.arange(n + 1), n, share)
        distance = np.abs(np.arange(n + 1)[:, None] - np.arange(n + 1))
        tails = [float((np.outer(chance, chance) * (distance >= k)).sum()) for k in range(1, n + 1)]
        assert smallest_difference(right, n) == next((k for k, tail in enumerate(tails, 1) if tail <= 0.05), n + 1)


@pytest.mark.parametrize(("images", "accuracy"), [(60, 0.7), (120, 0.9), (400, 0.95), (1000, 0.6)])
def test_chance_alone_makes_such_a_difference_in_at_most_5_of_100_cases_and_a_smaller_one_more_often(
        images: int, accuracy: float):
    random = np.random.default_rng(images)
    one, two = random.binomial(images, accuracy, (2, 40_000))
    needed = np.array([smallest_difference(right, images) for right in range(images + 1)])
    found = np.mean(np.abs(one - two) >= needed[one])
    too_bold = np.mean(np.abs(one - two) >= 0.7 * needed[one])
    assert 0.02 <= found <= 0.05
    assert too_bold > 0.09


def test_a_small_validation_set_is_called_small():
    assert resolution(108, 120).points == pytest.approx(100 * 11 / 120)
    assert resolution(108, 120).is_coarse
    assert not resolution(9000, 10_000).is_coarse
    assert resolution(90_000, 100_000).points == pytest.approx(0.264)
    assert resolution(1, 1).difference == 2
