"""Likeness of maps, against scipy and a slow way to the same numbers."""

import numpy as np
import pytest
from scipy import stats

from cnnstudio.explain.validation.agreement import pearson, spearman, structural_similarity


@pytest.mark.parametrize("seed", range(4))
def test_rank_and_linear_correlation_are_scipys_also_with_equal_values(seed):
    random = np.random.default_rng(seed)
    first = random.integers(0, 12, size=(7, 9)) / 5
    second = first + random.normal(size=(7, 9)).round(1) * seed
    assert spearman(first, second) == pytest.approx(stats.spearmanr(first.ravel(), second.ravel()).statistic)
    assert pearson(first, second) == pytest.approx(stats.pearsonr(first.ravel(), second.ravel()).statistic)


def test_an_even_map_is_like_nothing():
    assert spearman(np.ones((3, 3)), np.arange(9).reshape(3, 3)) == 0
    assert pearson(np.arange(9), np.zeros(9)) == 0


def test_structural_similarity_is_the_formula_window_by_window():
    random = np.random.default_rng(0)
    one = random.random((14, 13))
    other = np.clip(one + random.normal(0, 0.2, one.shape), 0, 1)
    window = np.exp(-(np.arange(-5, 6) ** 2) / (2 * 1.5**2))
    window = np.outer(window, window) / window.sum() ** 2
    padded = [np.pad(values, 5, mode="symmetric") for values in (one, other)]
    found = []
    for row in range(14):
        for column in range(13):
            a, b = (values[row:row + 11, column:column + 11] for values in padded)
            mean_a, mean_b = (window * a).sum(), (window * b).sum()
            var_a, var_b = (window * a * a).sum() - mean_a**2, (window * b * b).sum() - mean_b**2
            shared = (window * a * b).sum() - mean_a * mean_b
            found.append((2 * mean_a * mean_b + 1e-4) * (2 * shared + 9e-4)
                         / ((mean_a**2 + mean_b**2 + 1e-4) * (var_a + var_b + 9e-4)))
    assert structural_similarity(one, other) == pytest.approx(np.mean(found), abs=1e-9)
    assert structural_similarity(one, one) == pytest.approx(1)
    assert structural_similarity(one, random.random(one.shape)) < structural_similarity(one, other)
