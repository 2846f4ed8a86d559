"""The tenth of an image that holds most of the evidence, against a search that tries every place."""

import numpy as np
import pytest

from cnnstudio.explain.evidence_place import densest_tenth, evidence_sentence


@pytest.mark.parametrize("seed", range(5))
def test_the_densest_tenth_is_the_one_an_exhaustive_search_finds(seed: int) -> None:
    values = np.random.default_rng(seed).normal(size=(20, 30)).astype(np.float32) ** 3
    positive = np.maximum(values.astype(float), 0)
    best = max(positive[top:top + 6, left:left + 9].sum() for top in range(15) for left in range(22))  # 0.316 of each
    place = densest_tenth(values)
    assert place is not None
    assert place.share == pytest.approx(best / positive.sum(), rel=1e-6)     # float32 values, sums in float64
    assert (place.right - place.left, place.bottom - place.top) == pytest.approx((9 / 30, 6 / 20))


def test_a_single_spot_is_named_and_holds_everything() -> None:
    values = np.zeros((100, 100), np.float32)
    values[80:90, 85:95] = 2
    assert densest_tenth(values).share == pytest.approx(1.0)
    text = evidence_sentence(values, "cat", weak=False)
    assert text == "100 % of the positive evidence for cat lies in the lower right tenth of the image."


def test_even_evidence_is_said_to_be_spread_out() -> None:
    even = np.ones((100, 100), np.float32)
    assert "no tenth of the image holds over 10 %" in evidence_sentence(even, "cat", weak=False)


def test_no_evidence_weak_evidence_and_a_border_are_said() -> None:
    assert densest_tenth(np.full((4, 4), -1, np.float32)) is None
    assert evidence_sentence(np.zeros((4, 4), np.float32), "cat", weak=True).startswith("No evidence")
    spot = np.zeros((10, 10), np.float32)
    spot[0, 0], spot[9, 9] = 1, np.nan
    text = evidence_sentence(spot, "cat rather than dog", weak=True, padding_share=0.25)
    assert text.startswith("Weak evidence: most of what this layer holds speaks against cat rather than dog. 75 %")
    assert text.endswith("25 % of it lies in the border that was added around the image.")
