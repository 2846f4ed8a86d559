"""The search for marks on noise, where what is planted and what is not is known, each claim beside a control."""

from collections.abc import Callable

import cv2
import numpy as np
import pytest

from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.audit.anywhere import find_patches
from cnnstudio.explain.audit.fine_detail import detail_table, means_by
from cnnstudio.explain.audit.fixed_place import find_places
from cnnstudio.explain.audit.marks import carriers
from cnnstudio.explain.audit.overlay import Overlay, fitted, region_of
from cnnstudio.explain.audit.tints import find_tints
from cnnstudio.explain.audit.verdict import Reliance, paired_t

GLYPH = np.array([[1, 0, 0, 1, 1], [1, 0, 1, 0, 1], [1, 1, 1, 1, 0], [0, 0, 1, 0, 0], [1, 1, 0, 0, 1]])
GLYPH = GLYPH.repeat(2, axis=0).repeat(2, axis=1)


def noise(count: int = 80, side: int = 40, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Return soft noise of two classes, (count, side, side, 3), and labels."""
    generator = np.random.default_rng(seed)
    coarse = generator.integers(40, 215, (count, side // 4, side // 4, 3), dtype=np.uint8)
    pixels = np.array([cv2.resize(image, (side, side)) for image in coarse])
    return np.clip(pixels + generator.normal(0, 12, pixels.shape), 0, 255).astype(np.uint8), np.arange(count) % 2


def stamped(pixels: np.ndarray, rows: np.ndarray, places: list[tuple[int, int]], alpha: float) -> np.ndarray:
    """Return a copy with the glyph in white laid over some images at places (top, left)."""
    result = pixels.astype(np.float64)
    for row, (top, left) in zip(rows, places, strict=True):
        box = result[row, top:top + 10, left:left + 10]
        box += alpha * GLYPH[:, :, None] * (255 - box)
    return np.round(result).astype(np.uint8)


def never() -> bool:
    return False


class Asked:
    """Counts how often it is asked whether to stop, and says so after a number of times."""

    def __init__(self, patience: int = 1_000_000) -> None:
        self.times, self._patience = 0, patience

    def __call__(self) -> bool:
        """Say whether to stop."""
        self.times += 1
        return self.times > self._patience


def test_a_faint_mark_at_a_fixed_place_is_found_there_and_noise_holds_none() -> None:
    pixels, labels = noise()
    own = np.flatnonzero(labels == 1)[:28]
    found = list(find_places(stamped(pixels, own, [(26, 4)] * 28, 0.25), labels, 2, never))
    assert found
    truth = np.zeros((40, 40), np.bool_)
    truth[26:36, 4:14] = True
    mask = found[0].mask
    assert (mask & truth).sum() / truth.sum() > 0.5
    assert mask.sum() < 2 * truth.sum()   # where the evidence of single pixels is weak, it is gathered around each
    assert found[0].strength > found[0].limit
    assert list(find_places(pixels, labels, 2, never)) == []


def test_the_outline_of_a_clear_mark_fits_it_and_of_two_classes_the_one_without_is_not_accused() -> None:
    pixels, labels = noise(seed=8)
    own = np.flatnonzero(labels == 1)[:36]
    place, = find_places(stamped(pixels, own, [(26, 4)] * 36, 0.8), labels, 2, never)
    assert place.class_index == 1   # though the other class differs from it as much
    box = np.array(region_of(place.mask)) * 40
    assert np.abs(box - [4, 26, 14, 36]).max() <= 2   # what is taken off as blur leaves a rim around a mark


def test_a_tint_is_laid_at_the_door_of_the_class_that_has_it() -> None:
    pixels, labels = noise(seed=9)
    tinted = pixels.copy()
    own = labels == 0
    tinted[own] = np.round(pixels[own] * 0.6 + 0.4 * 255).astype(np.uint8)
    assert [tint.class_index for tint in find_tints(tinted, labels, 2)] == [0]


def test_a_pattern_that_moves_a_little_from_image_to_image_is_an_object_and_no_mark() -> None:
    pixels, labels = noise(seed=1)
    flat = np.full_like(pixels, 20)   # as scanned digits have it: nothing but the object
    own = np.flatnonzero(labels == 1)
    generator = np.random.default_rng(2)
    moving = [(int(top), int(left)) for top, left in generator.integers(13, 17, (len(own), 2))]
    assert list(find_places(stamped(flat, own, moving, 1.0), labels, 2, never)) == []
    still = list(find_places(stamped(flat, own, [(15, 15)] * len(own), 1.0), labels, 2, never))
    assert still   # the control: the same object at the very same place is a mark


@pytest.mark.parametrize("search", [
    lambda pixels, labels, stop: list(find_places(pixels, labels, 2, stop)),
    lambda pixels, labels, stop: list(find_patches(pixels, labels, 2, (), stop)),
    lambda pixels, labels, stop: find_tints(pixels, labels, 2, stop),
], ids=["fixed", "anywhere", "tints"])
def test_a_search_obeys_a_wish_to_stop_wherever_it_is(search: Callable[..., object]) -> None:
    """It asks many times within a class, and goes no step further once it was told."""
    pixels, labels = noise(40)
    own = np.flatnonzero(labels == 1)
    marked = stamped(pixels, own, [(2, 2)] * len(own), 0.8)
    asked = Asked()
    search(marked, labels, asked)
    assert asked.times > 20
    for last in (0, asked.times // 3, asked.times - 1):
        stopped = Asked(last)
        with pytest.raises(JobCancelledError):
            search(marked, labels, stopped)
        assert stopped.times == last + 1


def test_a_trial_on_a_network_and_the_recognition_of_a_mark_ask_before_each_few_images() -> None:
    mask = np.zeros((40, 40), np.bool_)
    mask[5:15, 8:18] = True
    overlay = Overlay(mask, mask * np.float32(0.5), mask[:, :, None] * np.full(3, 100, np.float32))
    asked = Asked()
    overlay.likeness(noise()[0], asked)
    assert asked.times == 80
    with pytest.raises(JobCancelledError):
        overlay.likeness(noise()[0], Asked(3))


def test_an_opaque_mark_anywhere_is_found_in_its_class_alone() -> None:
    pixels, labels = noise(120, seed=3)
    own = np.flatnonzero(labels == 0)[:45]
    generator = np.random.default_rng(4)
    places = [(int(top), int(left)) for top, left in generator.integers(0, 30, (len(own), 2))]
    patch, = find_patches(stamped(pixels, own, places, 0.9), labels, 2, (), never)
    assert patch.class_index == 0
    assert set(np.flatnonzero(patch.carriers)) <= set(own)
    assert patch.carriers.sum() >= 25
    top, left = patch.corners[own[0]]
    assert abs(top - places[0][0]) <= 6   # a patch of 7 pixels lies somewhere in the mark of 10
    assert abs(left - places[0][1]) <= 6
    assert list(find_patches(pixels, labels, 2, (), never)) == []


def test_means_by_class_are_numpys() -> None:
    pixels, labels = noise(20)
    table = detail_table(pixels, 1)
    means = means_by(table, np.array([labels, labels[::-1]]), 2)
    assert np.allclose(means[1, 0], table.values[labels[::-1] == 0].astype(np.float64).mean(axis=0), atol=1e-4)


def test_a_tint_is_found_and_its_strength_counted() -> None:
    pixels, labels = noise(seed=5)
    tinted = pixels.copy()
    own = np.flatnonzero(labels == 0)[:36]
    tinted[own] = np.round(pixels[own] * 0.7 + 0.3 * np.array([220, 120, 30])).astype(np.uint8)
    tint, = (found for found in find_tints(tinted, labels, 2) if found.class_index == 0)
    assert set(np.flatnonzero(tint.carriers)) <= set(np.flatnonzero(labels == 0))
    assert tint.share == pytest.approx(36 / 40, abs=0.1)   # four of the class have none, some others may lie as far out
    assert find_tints(pixels, labels, 2) == []


def test_a_mark_is_measured_put_on_and_taken_off() -> None:
    pixels, labels = noise(400, seed=6)
    own = np.flatnonzero(labels == 1)
    marked = stamped(pixels, own, [(5, 8)] * len(own), 0.6)
    mask = np.zeros((40, 40), np.bool_)
    mask[5:15, 8:18] = True
    overlay = fitted(marked[own], pixels[labels == 0], mask)
    inside = overlay.opacity[5:15, 8:18][2:-2, 2:-2]
    whole = GLYPH[2:-2, 2:-2] > 0
    assert inside[whole].mean() > 0.3 > inside[~whole].mean()   # blurred over 3 x 3 pixels
    assert not overlay.opacity[~mask].any()
    error = np.abs(overlay.put_on(pixels[own]).astype(int) - marked[own])[:, mask].mean()
    assert error < 0.4 * np.abs(pixels[own].astype(int) - marked[own])[:, mask].mean()
    cleaned = overlay.taken_off(marked[own])
    assert np.array_equal(cleaned[:, ~mask], marked[own][:, ~mask])


def test_a_spoilt_mark_has_the_same_values_in_disorder() -> None:
    generator = np.random.default_rng(7)
    mask = np.zeros((20, 20), np.bool_)
    mask[2:8, 3:9] = True
    paint = np.where(mask[:, :, None], generator.normal(0, 50, (20, 20, 3)), 0).astype(np.float32)
    spoilt = Overlay(mask, mask * np.float32(0.5), paint).shuffled(1)
    assert np.array_equal(spoilt.mask, mask)
    assert np.array_equal(np.sort(spoilt.paint[mask], axis=0)[:, 0], np.sort(paint[mask], axis=0)[:, 0])
    assert not np.array_equal(spoilt.paint, paint)


def test_an_even_frame_is_scattered_as_a_control() -> None:
    mask = np.ones((24, 24), np.bool_)
    mask[2:-2, 2:-2] = False
    frame = Overlay(mask, mask.astype(np.float32) * 0.8, np.where(mask[:, :, None], 200, 0).astype(np.float32))
    assert frame.is_frame
    spoilt = frame.shuffled(0)
    assert spoilt.mask.sum() == mask.sum()
    assert not np.array_equal(spoilt.mask, mask)


def test_a_tint_is_undone_exactly_but_for_rounding() -> None:
    pixels, _ = noise(4)
    mask = np.ones((40, 40), np.bool_)
    tint = Overlay(mask, np.full((40, 40), 0.3, np.float32), np.full((40, 40, 3), 40, np.float32))
    assert np.abs(tint.taken_off(tint.put_on(pixels)).astype(int) - pixels).max() <= 1


def test_carriers_are_the_clear_cases_of_the_class() -> None:
    amounts = np.array([1.4, 1.3, 0.1, 1.2, 0.0, 0.2, -0.1], np.float32)
    own = np.arange(7) < 4
    assert carriers(amounts, own).tolist() == [True, True, False, True, False, False, False]


def test_paired_t_of_a_case_worked_out_by_hand() -> None:
    # Mean 2, sample deviation 1, n = 3: t = 2 / (1 / sqrt 3).
    assert paired_t(np.array([1.0, 2.0, 3.0], np.float32)) == pytest.approx(2 * 3 ** 0.5, rel=1e-6)
    assert paired_t(np.array([1.0], np.float32)) == 0


@pytest.mark.parametrize(("added", "control", "certainty", "lost", "spared", "level"), [
    (3.0, 0.5, 9.0, 0.0, 0.0, "relied on"),
    (3.0, 2.9, 9.0, 0.0, 0.0, "in the data"),      # the control does the same
    (3.0, 0.5, 1.0, 0.0, 0.0, "in the data"),      # not certain
    (0.0, 0.0, 0.0, 4.0, 0.5, "relied on"),        # needed, though it adds nothing
    (0.0, 0.0, 0.0, 4.0, 3.5, "in the data"),      # whatever is filled in, the lead falls
])
def test_relied_on_is_said_only_beyond_the_control(
        added: float, control: float, certainty: float, lost: float, spared: float, level: str) -> None:
    assert Reliance(8.0, added, control, certainty, 0.0, 0.0, lost, spared, 64, 20).level == level


def test_a_mark_is_recognised_on_busy_and_on_bright_ground_and_nowhere_else() -> None:
    """Its own detail stays the same whatever is below; the ground's strength must not decide."""
    generator = np.random.default_rng(1)
    paint = np.zeros((24, 24, 3), np.float32)
    paint[14:22, 4:20] = 220 * generator.integers(0, 2, (8, 16, 1)) * (1, 0.5, 0)
    mask = np.zeros((24, 24), np.bool_)
    mask[14:22, 4:20] = True
    mark = Overlay(mask, np.where(mask, np.float32(0.9), 0), paint)
    plain = [np.full((24, 24, 3), 30), np.full((24, 24, 3), 230)]
    grounds = np.stack([*plain, *generator.integers(0, 256, (20, 24, 24, 3))]).astype(np.uint8)
    with_it, without_it = mark.likeness(mark.put_on(grounds)), mark.likeness(grounds)
    assert with_it.min() > 0.8
    assert np.abs(without_it[:2]).max() < 1e-3, "an even ground has no detail"
    assert np.abs(without_it).max() < 0.5, "by chance about 0.1 for 128 places"
    assert np.abs(without_it).mean() < 0.2
