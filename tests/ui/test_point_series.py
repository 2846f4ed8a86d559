"""Long rows of points: what is drawn of them is what all of them would draw."""

import itertools

import numpy as np
import pytest

from cnnstudio.ui.point_series import PointSeries, Smoothing

COLUMNS = 100


def noisy(count: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(seed)
    return np.arange(count, dtype=float), np.exp(-np.arange(count) / count) + random.normal(0, 0.1, count)


def column_extremes(xs: np.ndarray, ys: np.ndarray, low: float, high: float) -> tuple[np.ndarray, np.ndarray]:
    """Return the lowest and highest y of each of `COLUMNS` equal stretches, worked out one by one."""
    edges = np.linspace(low, high, COLUMNS + 1)
    inside = [ys[(xs >= a) & (xs < b)] for a, b in itertools.pairwise(edges)]
    return np.array([part.min() for part in inside]), np.array([part.max() for part in inside])


@pytest.mark.parametrize("chunk", [1, 7, 999, 20_000])
def test_every_lowest_and_highest_value_is_drawn_however_the_points_arrived(chunk: int) -> None:
    xs, ys = noisy(20_000)
    series = PointSeries()
    for start in range(0, len(xs), chunk) if chunk > 1 else range(2000):
        series.append(xs[start:start + chunk], ys[start:start + chunk])
    xs, ys = xs[:len(series)], ys[:len(series)]
    low, high = 0.0, float(len(xs))
    drawn_xs, drawn_ys = series.between(low, high, COLUMNS)
    assert len(drawn_xs) <= 4 * COLUMNS + 8
    assert set(zip(drawn_xs, drawn_ys, strict=True)) <= set(zip(xs, ys, strict=True))
    assert (np.diff(drawn_xs) >= 0).all()
    assert (drawn_xs[0], drawn_xs[-1]) == (xs[0], xs[-1])
    assert (drawn_ys.min(), drawn_ys.max()) == (ys.min(), ys.max())


def test_no_group_is_wider_than_a_column() -> None:
    xs, ys = noisy(50_000)
    drawn = PointSeries(xs, ys).between(0, 50_000, COLUMNS)[0]
    groups = np.bincount((drawn // (50_000 / COLUMNS)).astype(int), minlength=COLUMNS)
    assert groups.min() >= 2


def test_a_single_spike_among_many_points_is_drawn_and_a_plain_sample_would_lose_it() -> None:
    xs, ys = noisy(30_000)
    ys[12_345] = 50.0
    assert 50.0 in PointSeries(xs, ys).between(0, 30_000, COLUMNS)[1]
    assert 50.0 not in ys[::30_000 // (4 * COLUMNS)]


def test_zooming_in_shows_the_points_themselves_and_a_neighbour_at_each_side() -> None:
    xs, ys = noisy(20_000)
    drawn_xs, drawn_ys = PointSeries(xs, ys).between(5000.5, 5010.5, COLUMNS)
    assert drawn_xs.tolist() == list(range(5000, 5012))
    assert drawn_ys.tolist() == ys[5000:5012].tolist()


def test_a_stretch_within_is_drawn_as_its_own_points_would_be() -> None:
    xs, ys = noisy(40_000)
    drawn_xs, drawn_ys = PointSeries(xs, ys).between(1000, 31_000, COLUMNS)
    inside = (drawn_xs >= 1000) & (drawn_xs <= 31_000)
    low, high = column_extremes(xs, ys, 1000, 31_000)
    assert drawn_ys[inside].min() == pytest.approx(low.min())
    assert drawn_ys[inside].max() == pytest.approx(high.max())
    assert drawn_xs[0] == 999


def test_values_that_are_no_numbers_hide_nothing() -> None:
    xs, ys = noisy(5000)
    ys[100:140], ys[120] = np.nan, 9.0
    assert 9.0 in PointSeries(xs, ys).between(0, 5000, 50)[1]


def test_a_curve_that_turns_back_is_drawn_whole() -> None:
    series = PointSeries([0, 1, 1, 0.5], [0, 0, 1, 1])
    assert not series.is_rising
    assert series.between(0.9, 1.0, 10)[0].tolist() == [0, 1, 1, 0.5]
    assert series.nearest(0.6) == 3


@pytest.mark.parametrize(("x", "place"), [(-5, 0), (0.4, 0), (0.6, 1), (1.5, 1), (99, 2)])
def test_the_nearest_point_is_found(x: float, place: int) -> None:
    assert PointSeries([0, 1, 2], [5, 6, 7]).nearest(x) == place


def test_smoothing_is_a_weighted_mean_of_all_values_so_far() -> None:
    values = np.array([4.0, 2.0, 6.0, 1.0])
    keep = 1 - 1 / 5
    expected = [np.average(values[:n], weights=keep ** np.arange(n - 1, -1, -1)) for n in range(1, 5)]
    smoothing = Smoothing(5)
    found = np.concatenate([smoothing.add(values[:3]), smoothing.add(values[3:])])
    assert found == pytest.approx(np.array(expected))
