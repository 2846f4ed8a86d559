"""Erased and pasted pixels are those that were marked, and no others; controls have the same size elsewhere."""

import numpy as np
import pytest

from cnnstudio.errors import InputError
from cnnstudio.explain.trials.areas import elsewhere, hottest, lasso, stroke
from cnnstudio.explain.trials.edits import EditStack, Erase, Paste, cut
from cnnstudio.explain.trials.fills import FILLS, erased

RNG = np.random.default_rng(5)
PIXELS = RNG.integers(0, 256, (20, 24, 3), dtype=np.uint8)
MASK = np.zeros((20, 24), np.bool_)
MASK[4:9, 6:15] = True


@pytest.mark.parametrize("fill", [info.name for info in FILLS])
@pytest.mark.parametrize("channels", [1, 3])
def test_only_the_marked_pixels_are_erased(fill: str, channels: int) -> None:
    pixels = PIXELS[..., :channels]
    found = erased(pixels, MASK, fill)
    assert found.dtype == np.uint8
    assert found.shape == pixels.shape
    assert np.array_equal(found[~MASK], pixels[~MASK])
    assert not np.array_equal(found[MASK], pixels[MASK])


@pytest.mark.parametrize("fill", [info.name for info in FILLS])
def test_all_of_an_image_can_be_erased_and_nothing_of_it(fill: str) -> None:
    assert erased(PIXELS, np.ones_like(MASK), fill).shape == PIXELS.shape
    assert np.array_equal(erased(PIXELS, np.zeros_like(MASK), fill), PIXELS)


def test_what_lies_around_fills_with_its_own_colour() -> None:
    pixels = np.full((30, 30, 3), 40, np.uint8)
    pixels[:, 15:] = 200
    mask = np.zeros((30, 30), np.bool_)
    mask[10:14, 3:7] = mask[10:14, 23:27] = True
    pixels[mask] = 255
    for fill, error in (("mean", 0), ("inpaint", 4)):  # Telea's method rounds at every step inwards
        found = erased(pixels, mask, fill).astype(int)
        assert np.abs(found[10:14, 3:7] - 40).max() <= error
        assert np.abs(found[10:14, 23:27] - 200).max() <= error


def test_shuffled_pixels_are_the_same_ones() -> None:
    found = erased(PIXELS, MASK, "noise", seed=1)
    assert sorted(map(tuple, found[MASK])) == sorted(map(tuple, PIXELS[MASK]))
    assert np.array_equal(found, erased(PIXELS, MASK, "noise", seed=1))
    assert not np.array_equal(found, erased(PIXELS, MASK, "noise", seed=2))


def test_an_unknown_fill_and_a_mask_of_another_size_are_refused() -> None:
    with pytest.raises(InputError, match="mean, blur, inpaint, noise"):
        erased(PIXELS, MASK, "glitter")
    with pytest.raises(InputError, match="does not fit"):
        erased(PIXELS, MASK[:5], "mean")


def test_the_hottest_pixels_are_those_with_the_largest_values() -> None:
    """A map as large as the image is not interpolated: the third largest share is read off a sort."""
    raw = RNG.normal(size=(10, 10)).astype(np.float32)
    found = hottest(raw, 0.2, 10, 10)
    assert found.sum() == 20
    assert set(np.flatnonzero(found)) == set(np.argsort(-raw.ravel())[:20])


def test_what_does_not_speak_for_the_class_is_never_hot() -> None:
    raw = np.full((10, 10), -1.0)
    raw[2, 3:6] = 1
    assert hottest(raw, 0.5, 10, 10).sum() == 3
    assert not hottest(-np.ones((4, 4)), 0.5, 10, 10).any()


def test_a_brush_marks_what_lies_within_its_radius() -> None:
    """Pixel centres are at halves; compared with the distance to the line from (5, 10) to (20, 10)."""
    found = stroke([(5, 10), (20, 10)], 6, 20, 30)
    y, x = np.mgrid[0:20, 0:30] + 0.5
    distance = np.hypot(x - np.clip(x, 5, 20), y - 10)
    assert np.array_equal(found, distance <= 3)
    assert stroke([(5.2, 5.7)], 0.1, 20, 30).nonzero() == (5, 5)
    assert not stroke([(-50, -50), (-50, 90)], 6, 20, 30).any()
    assert not stroke([], 6, 20, 30).any()


def test_a_lasso_marks_what_it_holds() -> None:
    found = lasso([(2, 2), (12, 2), (12, 8), (2, 8)], 20, 30)
    inner = np.zeros_like(found)
    inner[3:7, 3:11] = True
    assert np.all(found[inner])
    assert found.sum() <= 11 * 7
    assert not lasso([(1, 1), (5, 5)], 20, 30).any()


def test_controls_have_the_same_size_and_lie_elsewhere() -> None:
    found = elsewhere(MASK, 8, seed=3)
    assert found.shape == (8, 20, 24)
    assert np.all(found.sum(axis=(1, 2)) == MASK.sum())
    assert not np.any(found & MASK), "45 of 480 pixels leave room enough beside them"
    assert np.array_equal(found, elsewhere(MASK, 8, seed=3))
    assert elsewhere(np.ones_like(MASK), 2).all()


def test_a_patch_is_pasted_where_it_is_put_and_cut_off_at_the_edge() -> None:
    patch = cut(PIXELS, MASK, "a.png")
    assert (patch.top, patch.left, patch.pixels.shape) == (4, 6, (5, 9, 3))
    blank = np.zeros_like(PIXELS)
    inside = Paste(patch, 10, 2, (20, 24))
    assert np.array_equal(inside.apply(blank)[10:15, 2:11], PIXELS[4:9, 6:15])
    assert inside.area.sum() == 45
    over = Paste(patch, -2, 20, (20, 24))
    assert np.array_equal(over.apply(blank)[0:3, 20:24], PIXELS[6:9, 6:10])
    assert over.area.sum() == 12
    assert not Paste(patch, 50, 50, (20, 24)).area.any()
    assert np.array_equal(blank, np.zeros_like(PIXELS)), "the image itself is left alone"


def test_a_placebo_has_the_same_pixels_in_another_order() -> None:
    patch = cut(PIXELS, MASK)
    placebo = patch.shuffled(1)
    assert sorted(map(tuple, placebo.pixels[placebo.mask])) == sorted(map(tuple, patch.pixels[patch.mask]))
    assert not np.array_equal(placebo.pixels, patch.pixels)


def test_nothing_marked_cannot_be_cut_out() -> None:
    with pytest.raises(InputError, match="mark the part"):
        cut(PIXELS, np.zeros_like(MASK))


def test_changes_are_made_in_order_taken_back_and_made_again() -> None:
    first, second = Erase(MASK), Paste(cut(PIXELS, MASK), 5, 7, (20, 24))
    stack = EditStack().with_edit(first).with_edit(second)
    assert np.array_equal(stack.apply(PIXELS), second.apply(first.apply(PIXELS)))
    assert np.array_equal(stack.undo().apply(PIXELS), first.apply(PIXELS))
    assert np.array_equal(stack.undo().undo().undo().apply(PIXELS), PIXELS)
    assert np.array_equal(stack.undo().undo().redo().redo().apply(PIXELS), stack.apply(PIXELS))
    assert not stack.undo().with_edit(first).undone, "a new change forgets what was taken back"
    assert np.array_equal(stack.area(20, 24), MASK | second.area)
