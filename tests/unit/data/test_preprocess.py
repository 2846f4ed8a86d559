"""Pictures become input pixels without distortion, and maps come back to where they belong."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.preprocess import Placement, map_back, place, to_input_pixels

FITS = ("stretch", "crop", "pad")


def config(height: int, width: int, fit: str = "crop", color: str = "rgb") -> PreprocessConfig:
    return PreprocessConfig(height=height, width=width, fit=fit, color=color)


def gradient(height: int, width: int) -> np.ndarray:
    """Return a picture whose red is its row and whose green is its column, from 0 to 250."""
    rows, columns = np.linspace(0, 250, height)[:, None], np.linspace(0, 250, width)[None, :]
    channels = [rows + 0 * columns, columns + 0 * rows, 0 * rows + 0 * columns + 99]
    return np.rint(np.stack(channels, axis=2)).astype(np.uint8)


def test_the_rectangles_of_the_three_fits_by_hand():
    assert place(100, 200, config(50, 50, "stretch")) == Placement(100, 200, 0, 0, 100, 200)
    assert place(100, 200, config(50, 50, "crop")) == Placement(100, 200, 0, 50, 100, 100)
    assert place(100, 200, config(50, 50, "pad")) == Placement(100, 200, -48.0, 0, 200.0, 200.0)


def test_a_picture_of_the_inputs_size_is_passed_on_unchanged():
    pixels = gradient(32, 48)
    for fit in FITS:
        np.testing.assert_array_equal(to_input_pixels(pixels, config(32, 48, fit)), pixels)


def test_making_a_picture_smaller_averages_areas():
    pixels = np.zeros((16, 16, 3), np.uint8)
    pixels[::2, ::2] = 200  # every block of 2 × 2 holds one bright pixel
    assert (to_input_pixels(pixels, config(8, 8)) == 50).all()


def test_a_side_that_grows_does_not_keep_the_other_from_being_averaged():
    pixels = np.zeros((8, 64, 3), np.uint8)
    pixels[:, ::2] = 200
    assert (to_input_pixels(pixels, config(16, 32, "stretch")) == 100).all()


def test_cropping_keeps_the_middle_in_its_proportions():
    pixels = np.zeros((40, 80, 3), np.uint8)
    pixels[:, 20:60] = 255
    assert (to_input_pixels(pixels, config(10, 10)) == 255).all()


def test_padding_surrounds_the_whole_picture_with_its_mean_colour():
    pixels = np.zeros((20, 40, 3), np.uint8)
    pixels[:, :20] = (100, 200, 0)
    result = to_input_pixels(pixels, config(20, 20, "pad"))
    assert (result[:5] == (50, 100, 0)).all()
    assert (result[15:] == (50, 100, 0)).all()
    assert (result[5:15, :10] == (100, 200, 0)).all()
    assert (result[5:15, 10:] == 0).all()


def test_grey_is_one_channel_of_the_usual_weights():
    pixels = np.full((8, 8, 3), (255, 0, 0), np.uint8)
    result = to_input_pixels(pixels, config(8, 8, color="grey"))
    assert result.shape == (8, 8, 1)
    assert (result == round(0.299 * 255)).all()


def test_the_map_of_a_cropped_input_is_unknown_outside_the_crop():
    back = map_back(np.ones((5, 5)), place(10, 30, config(50, 50)))
    assert back.shape == (10, 30)
    assert back.dtype == np.float32
    assert np.isnan(back[:, :10]).all()
    assert (back[:, 10:20] == 1).all()
    assert np.isnan(back[:, 20:]).all()


def test_enlarging_a_map_by_hand():
    """Two cells over four pixels: centres at 1 and 3, so pixels at 0.5, 1.5, 2.5, 3.5 are 0, 1/4, 3/4 and 1."""
    back = map_back(np.array([[0.0, 1.0]]), Placement(1, 4, 0, 0, 1, 4))
    np.testing.assert_allclose(back, [[0, 0.25, 0.75, 1]])


def test_enlarging_equals_bilinear_interpolation_of_torch():
    import torch

    values = np.random.default_rng(1).normal(size=(7, 5)).astype(np.float32)
    expected = torch.nn.functional.interpolate(
        torch.from_numpy(values)[None, None], size=(61, 47), mode="bilinear", align_corners=False)[0, 0].numpy()
    np.testing.assert_allclose(map_back(values, Placement(61, 47, 0, 0, 61, 47)), expected, atol=1e-5)


@pytest.mark.parametrize("fit", FITS)
@pytest.mark.parametrize("size", [(60, 90), (31, 17), (200, 50), (300, 500)])
def test_a_picture_comes_back_to_where_it_was(fit, size):
    """What the input shows at a place is what the picture shows there, wherever the network saw it."""
    pixels = gradient(*size)
    settings = config(48, 40, fit)
    values = to_input_pixels(pixels, settings)
    where = place(*size, settings)
    for channel in (0, 1):
        back = map_back(values[..., channel], where)
        seen = ~np.isnan(back)
        assert seen.mean() > (0.99 if fit != "crop" else 0.2)
        inside = np.zeros_like(seen)
        inside[size[0] // 10:-(size[0] // 10), size[1] // 10:-(size[1] // 10)] = True
        difference = np.abs(back - pixels[..., channel])[seen & inside]
        assert np.median(difference) < 2.5
        assert difference.max() < 12


def test_the_control_a_map_laid_over_the_whole_picture_is_wrong_for_a_crop():
    pixels = gradient(60, 180)
    settings = config(48, 48)
    values = to_input_pixels(pixels, settings)[..., 1]
    wrong = map_back(values, place(60, 180, config(48, 48, "stretch")))
    assert np.abs(wrong - pixels[..., 1]).max() > 50


@given(st.integers(8, 400), st.integers(8, 400), st.integers(8, 128), st.integers(8, 128), st.sampled_from(FITS),
       st.sampled_from(["rgb", "grey"]))
def test_any_picture_gives_the_inputs_shape_and_a_map_of_its_own_size(height, width, h, w, fit, color):
    settings = config(h, w, fit, color)
    values = to_input_pixels(np.full((height, width, 3), 77, np.uint8), settings)
    assert values.shape == (h, w, settings.channels)
    assert values.dtype == np.uint8
    assert (values == 77).all()
    back = map_back(values[..., 0], place(height, width, settings))
    assert back.shape == (height, width)
    seen = back[~np.isnan(back)]
    assert seen.size
    assert (np.abs(seen - 77) < 1e-3).all()
    if fit != "crop":
        assert seen.size == back.size
