"""Tests of how a map came about over the epochs, against scipy and numbers worked out by hand."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from cnnstudio.data.preprocess import Placement
from cnnstudio.explain.epoch_curve import (
    EpochPoint,
    Region,
    alike_sentence,
    began_sentence,
    epoch_point,
    hottest_region,
    share_in,
)

WHOLE = Placement(100, 100, 0.0, 0.0, 100.0, 100.0)
CORNER = Region(0.0, 0.0, 0.5, 0.5, "the corner")


def test_likeness_is_scipys_rank_correlation_also_with_equal_values():
    random = np.random.default_rng(3)
    one, other = (random.integers(-4, 5, (7, 7)).astype(np.float32) for _ in range(2))
    point = epoch_point(2, one, other, WHOLE, None)
    assert point.likeness == pytest.approx(spearmanr(one.ravel(), other.ravel()).statistic, abs=1e-12)
    assert epoch_point(2, one, one, WHOLE, None).likeness == pytest.approx(1.0)


def test_the_share_is_that_of_the_positive_evidence_between_the_cells():
    raw = np.array([[3.0, -5.0], [0.0, 1.0]], dtype=np.float32)
    # By torch's rule for bilinear resizing, on twice as fine a grid as the code's own.
    import torch
    from torch.nn.functional import interpolate

    fine = interpolate(torch.tensor(np.maximum(raw, 0))[None, None], size=(448, 448), mode="bilinear",
                       align_corners=False)[0, 0].numpy().astype(np.float64)
    expected = fine[:224, :224].sum() / fine.sum()
    assert share_in(raw, WHOLE, CORNER) == pytest.approx(expected, abs=2e-4)    # the grids differ
    assert share_in(-np.abs(raw), WHOLE, CORNER) is None


def test_a_region_lies_where_it_was_drawn_in_a_cropped_and_in_a_padded_image():
    even = np.ones((7, 7), dtype=np.float32)
    cropped = Placement(100, 200, 0.0, 50.0, 100.0, 100.0)    # the middle half of a wide picture
    left_half = Region(0.0, 0.0, 0.5, 1.0)
    assert share_in(even, cropped, left_half) == pytest.approx(0.5, abs=1e-6)
    assert share_in(even, cropped, Region(0.0, 0.0, 0.25, 1.0)) == pytest.approx(0.0, abs=1e-6)
    padded = Placement(100, 50, 0.0, -25.0, 100.0, 100.0)    # a border at both sides
    assert share_in(even, padded, Region(0.0, 0.0, 1.0, 1.0)) == pytest.approx(0.5, abs=1e-6)


def test_the_hottest_region_holds_the_peak_and_is_named_after_its_place():
    raw = np.zeros((7, 7), dtype=np.float32)
    raw[0, 6] = 1.0
    region = hottest_region(raw, WHOLE)
    assert region.name == "the upper right tenth of the image"
    assert region.left < 6.5 / 7 < region.right
    assert region.top < 0.5 / 7 < region.bottom
    assert region.area == pytest.approx(0.1, abs=0.01)    # whole pixels of 100
    assert hottest_region(-raw, WHOLE) is None


def points(*shares: float | None, epochs=None) -> list[EpochPoint]:
    numbers = epochs or range(len(shares))
    return [EpochPoint(epoch, 0.1 * place, share) for place, (epoch, share) in enumerate(
        zip(numbers, shares, strict=True))]


@pytest.mark.parametrize(("curve", "words"), [
    (points(0.02, 0.3, 0.6, 0.9), "Since epoch 2 more than half of the positive evidence for cat lies in the corner: "
                                  "2 % before training, 90 % at last."),
    (points(0.02, 0.7, 0.4, 0.6), "Since epoch 3 more than half"),
    (points(0.02, 0.3, 0.6, epochs=(0, 4, 8)), "Since epoch 8 (not yet after epoch 4, the one kept before) more than"),
    (points(0.6, 0.7), "From the first epoch kept (before training) on, more than half"),
    (points(0.02, 0.45, 0.3), "After the last epoch 30 % of the positive evidence for cat lies in the corner; 2 % "
                              "before training; the most was 45 % after epoch 1."),
    (points(0.02, 0.3), "After the last epoch 30 % of the positive evidence for cat lies in the corner; 2 % before "
                        "training."),
    (points(None, 0.3, 0.8), "Since epoch 2 more than half of the positive evidence for cat lies in the corner: none "
                             "before training, 80 % at last."),
    (points(0.3, None), "nothing at this layer speaks for cat")])
def test_the_sentence_says_since_when(curve, words):
    assert words in began_sentence(curve, CORNER, "cat")


def test_half_is_not_more_than_half():
    assert began_sentence(points(0.5, 0.5), CORNER, "cat").startswith("After the last epoch 50 %")


def test_a_map_that_changes_to_the_end_is_called_so():
    first, second, last = (EpochPoint(epoch, likeness, 0.2) for epoch, likeness in ((0, 0.9), (1, 0.2), (2, 1.0)))
    assert "still changing its mind" in alike_sentence([first, second, last])
    assert "from the start (rank correlation 0.90)" in alike_sentence([first, last])
    assert alike_sentence([last]) == ""
