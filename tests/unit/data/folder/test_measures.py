"""The figures of single pictures, compared with numpy's own over the whole picture."""

import cv2
import numpy as np
import pytest

from cnnstudio.data.folder.measures import NO_OUTLINE, measure, outlines


def noise(height: int, width: int) -> np.ndarray:
    return np.random.default_rng(height * width).integers(0, 256, (height, width, 3), dtype=np.uint8)


def luma_of(pixels: np.ndarray) -> np.ndarray:
    """Return ITU-R BT.601 luma, rounded as 8-bit pictures are."""
    return np.rint(pixels @ np.array([0.299, 0.587, 0.114]))


@pytest.mark.parametrize("size", [(32, 32), (97, 128), (8, 300)])
def test_brightness_contrast_and_sharpness_are_those_numpy_works_out(size):
    pixels = noise(*size)
    luma, found = luma_of(pixels), measure(pixels)
    around = np.pad(luma, 1, mode="reflect")
    edges = around[:-2, 1:-1] + around[2:, 1:-1] + around[1:-1, :-2] + around[1:-1, 2:] - 4 * luma
    assert found.brightness == pytest.approx(luma.mean() / 255, abs=1e-3)
    assert found.contrast == pytest.approx(luma.std() / 255, abs=1e-3)
    assert found.sharpness == pytest.approx(edges.var(), rel=1e-2)


def test_a_large_picture_is_measured_at_a_fixed_size():
    pixels = np.kron(noise(128, 140), np.ones((3, 3, 1), np.uint8))
    small, large = measure(pixels[::3, ::3]), measure(pixels)
    assert large.sharpness == pytest.approx(small.sharpness, rel=0.02)
    assert large.contrast == pytest.approx(small.contrast, rel=0.02)


def test_one_coloured_pixel_in_a_large_grey_picture_is_noticed():
    grey = np.repeat(noise(400, 300)[..., :1], 3, axis=2)
    assert measure(grey).is_grey
    grey[399, 299, 1] = 255 - grey[399, 299, 1]
    assert not measure(grey).is_grey


def test_an_outline_hardly_changes_with_size_and_light_but_does_with_the_picture():
    coarse = cv2.resize(noise(6, 6), (240, 180), interpolation=cv2.INTER_CUBIC)
    half, darker = cv2.resize(coarse, (120, 90), interpolation=cv2.INTER_AREA), coarse // 2
    other = cv2.resize(noise(6, 7), (240, 180), interpolation=cv2.INTER_CUBIC)
    first, *rest = outlines([measure(np.ascontiguousarray(one)).outline for one in (coarse, half, darker, other)])
    assert [float(first @ one) > 0.99 for one in rest] == [True, True, False]


def test_a_picture_of_one_luma_has_the_outline_of_its_colours_and_a_flat_one_none():
    colored = np.full((64, 64, 3), (100, 100, 100), np.uint8)
    colored[:32] = (200, 49, 100)  # the same luma
    assert measure(colored).outline != NO_OUTLINE
    assert measure(np.full((64, 64, 3), 80, np.uint8)).outline == NO_OUTLINE
