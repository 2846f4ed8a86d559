"""Deletion and insertion, with a made network whose answer is known: the brightness of a place."""

import numpy as np
import pytest

from cnnstudio.explain.validation.deletion import COVER_FILLS, DeletionCurves, deletion_curves, hottest_first

PIXELS = np.zeros((28, 28, 3), np.uint8)
PIXELS[4:8, 8:12] = 255
"""One bright square: of 7 × 7 cells that of row 1, column 2, number 9."""


def brightness(pixels):
    return (pixels[:, 4:8, 8:12].mean(axis=(1, 2, 3)) / 255).astype(np.float32)


def curves(raw, **settings):
    *done, found = deletion_curves(brightness, PIXELS, raw, cells=7, steps=7, **settings)
    assert done == list(range(1, len(done) + 1))
    return found


RIGHT = np.zeros((7, 7), np.float32)
RIGHT[1, 2] = 1


def test_a_right_map_takes_the_answer_away_at_once_and_brings_it_back_at_once():
    found = curves(RIGHT, fill="mean", orders=9)
    assert found.shares == pytest.approx(np.arange(8) / 7)
    assert found.deletion[0] == 1
    assert found.deletion[1:] == pytest.approx(7 * [round(PIXELS.mean()) / 255])
    assert found.insertion[0] == pytest.approx(round(PIXELS.mean()) / 255)
    assert found.insertion[1:] == pytest.approx(7 * [1.0])
    later = (found.random_deletion[:, 1] == 1).sum()   # those that do not happen to begin with the square
    assert later >= 7
    assert found.deletion_rank == later
    assert found.insertion_rank == 9


def test_a_wrong_map_is_no_better_than_random_orders():
    found = curves(-RIGHT, fill="mean", orders=9)
    assert (found.deletion_rank, found.insertion_rank) == (0, 0)


def test_random_orders_lose_the_answer_when_they_reach_the_square():
    """Averaged over many orders the probability falls along a straight line from 1 to the filling."""
    found = curves(RIGHT, fill="mean", orders=400)
    low = round(PIXELS.mean()) / 255
    line = 1 - (1 - low) * np.arange(8) / 7
    # 400 draws of a yes or no: deviation of the mean at most 0.5 / 20 = 0.025, times four
    assert np.abs(found.random_deletion.mean(axis=0) - line).max() < 0.1
    assert (found.random_insertion == found.random_deletion[:, ::-1]).all()


@pytest.mark.parametrize("fill", COVER_FILLS)
def test_every_filling_hides_the_square(fill):
    found = curves(RIGHT, fill=fill, orders=1)
    assert found.deletion[1] < 0.6
    assert found.deletion[0] == 1


def test_areas_are_those_under_straight_lines():
    made = DeletionCurves(np.array([0, 0.5, 1], np.float32), np.array([1, 0.2, 0], np.float32),
                          np.array([0, 0.5, 1], np.float32), np.array([[1, 0.5, 0], [1, 0.1, 0]], np.float32),
                          np.array([[0, 0.5, 1], [0, 0.9, 1]], np.float32))
    assert made.area(made.deletion) == pytest.approx(0.35)
    assert made.area(made.random_insertion) == pytest.approx([0.5, 0.7])
    assert (made.deletion_rank, made.insertion_rank) == (1, 0)


def test_cells_are_ordered_by_the_mean_of_the_map_in_them():
    raw = np.random.default_rng(0).normal(size=(4, 4)).astype(np.float32)
    assert hottest_first(raw, 4, 4).tolist() == np.argsort(-raw.ravel(), kind="stable").tolist()
    fine = np.random.default_rng(1).normal(size=(6, 8)).astype(np.float32)
    means = fine.reshape(2, 3, 4, 2).mean(axis=(1, 3)).ravel()
    assert hottest_first(fine, 2, 4).tolist() == np.argsort(-means).tolist()


def test_an_image_smaller_than_the_grid_is_covered_pixel_by_pixel():
    small = PIXELS[4:8, 8:13]
    *_, found = deletion_curves(lambda batch: batch.mean(axis=(1, 2, 3)).astype(np.float32) / 255, small,
                                np.eye(4, 5, dtype=np.float32), orders=2, fill="mean")
    assert len(found.shares) == 15
    assert found.deletion[-1] == pytest.approx(round(small.mean()) / 255)
