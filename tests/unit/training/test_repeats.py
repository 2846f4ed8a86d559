"""Tests of mean, spread and difference of repeated trainings, against scipy and a table."""

import math
import statistics

import numpy as np
import pytest
from scipy import stats

from cnnstudio.errors import InputError
from cnnstudio.training.repeats import spread, t_quantile, two_sided, welch

FIVE = (0.91, 0.94, 0.92, 0.95, 0.93)
SEVEN = (0.88, 0.93, 0.90, 0.89, 0.91, 0.87, 0.92)


@pytest.mark.parametrize(("freedom", "table"), [(1, 12.706), (2, 4.303), (4, 2.776), (9, 2.262), (30, 2.042)])
def test_quantiles_are_those_of_a_printed_table(freedom, table):
    assert t_quantile(freedom) == pytest.approx(table, abs=5e-4)


@pytest.mark.parametrize("freedom", [1, 2, 2.3, 4, 9, 29.7, 1e4])
def test_quantiles_and_tails_are_those_of_scipy(freedom):
    assert t_quantile(freedom) == pytest.approx(stats.t.ppf(0.975, freedom), rel=1e-10)
    assert t_quantile(freedom, 0.01) == pytest.approx(stats.t.ppf(0.995, freedom), rel=1e-10)
    for t in (0.0, 1e-3, 0.5, -1.0, 2.0, 12.0, 60.0):
        assert two_sided(t, freedom) == pytest.approx(2 * stats.t.sf(abs(t), freedom), rel=1e-9)


def test_mean_deviation_and_interval_are_those_of_numpy_and_scipy():
    found = spread(FIVE)
    values = np.array(FIVE)
    assert (found.count, found.mean) == (5, pytest.approx(values.mean()))
    assert found.deviation == pytest.approx(values.std(ddof=1))
    assert found.interval == pytest.approx(stats.t.interval(0.95, 4, values.mean(), stats.sem(values)))
    assert found.interval[0] > statistics.fmean(FIVE) - 3 * found.deviation


def test_an_interval_keeps_within_what_an_accuracy_can_be_and_one_training_has_none():
    assert spread((0.9, 1.0)).interval == (pytest.approx(max(0, 0.95 - 12.7062 * 0.05), abs=1e-4), 1.0)
    assert spread((0.9,)).deviation is spread((0.9,)).interval is None
    with pytest.raises(InputError, match="no accuracy"):
        spread(())


def test_welchs_test_is_that_of_scipy():
    found, expected = welch(FIVE, SEVEN), stats.ttest_ind(FIVE, SEVEN, equal_var=False)
    assert found.p_value == pytest.approx(expected.pvalue, rel=1e-10)
    assert found.freedom == pytest.approx(expected.df, rel=1e-12)
    assert found.interval == pytest.approx(tuple(expected.confidence_interval(0.95)), rel=1e-9)
    assert found.is_significant
    equal = stats.ttest_ind(FIVE, SEVEN)
    assert found.p_value != pytest.approx(equal.pvalue, rel=1e-3), "the test for equal deviations is another one"


def test_sets_without_spread_differ_surely_or_not_at_all():
    assert welch((0.9, 0.9), (0.8, 0.8)).p_value == 0.0
    same = welch((0.9, 0.9), (0.9, 0.9, 0.9))
    assert (same.p_value, same.is_significant, same.freedom) == (1.0, False, math.inf)
    with pytest.raises(InputError, match="Two trainings"):
        welch((0.9,), (0.8, 0.7))


def test_equal_sets_are_called_different_in_five_of_a_hundred_cases():
    draws = np.random.default_rng(7).normal(0.9, 0.02, (120, 10))
    hits = sum(welch(row[:4].tolist(), row[4:].tolist()).is_significant for row in draws)
    assert 1 <= hits <= 15, "the share of false alarms is not near 5 %"
