"""Size, scale, colours and legend of a heatmap."""

import subprocess
import sys

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnstudio.errors import InputError
from cnnstudio.explain.heatmap import (
    COLOR_MAPS,
    color_table,
    colorize,
    colorize_signed,
    hatch,
    legend,
    make_heatmap,
    ninths,
    number,
    overlay,
    place_name,
    resize,
)


def noise(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def test_two_cells_become_the_four_pixels_worked_out_by_hand():
    # Cell centres lie at pixel 0.5 and 2.5, so pixels 0 to 3 take 0, 1/4, 3/4 and all of the way from -8 (0) to 4.
    result = make_heatmap([[-8, 4]], 1, 4)
    np.testing.assert_allclose(result.values, [[0, 0.25, 0.75, 1]])
    np.testing.assert_array_equal(result.raw, [[-8, 4]])
    assert result.peak == 4
    assert not result.weak


def test_the_negative_part_is_cut_before_enlarging_and_kept_in_the_raw_map():
    cut_first = make_heatmap([[-8, 4]], 1, 4).values
    cut_last = np.maximum(resize(np.array([[-8, 4]], dtype=np.float32), 1, 4), 0) / 4
    assert np.abs(cut_first - cut_last).max() > 0.2   # the control: the order matters


@settings(max_examples=30, deadline=None)
@given(st.tuples(*[st.integers(1, 9)] * 2), st.tuples(*[st.integers(1, 40)] * 2), st.integers(0, 9))
def test_enlarging_equals_torch_bilinear_without_aligned_corners(small, large, seed):
    values = noise(*small, seed=seed)
    expected = torch.nn.functional.interpolate(torch.from_numpy(values)[None, None], large, mode="bilinear",
                                               align_corners=False)[0, 0].numpy()
    np.testing.assert_allclose(resize(values, *large), expected, rtol=0, atol=1e-5)   # float32, values up to 4


def test_aligned_corners_would_differ():
    values = noise(4, 4)
    other = torch.nn.functional.interpolate(torch.from_numpy(values)[None, None], (16, 16), mode="bilinear",
                                            align_corners=True)[0, 0].numpy()
    assert np.abs(resize(values, 16, 16) - other).max() > 0.05


def test_the_map_is_enlarged_first_and_scaled_last_so_that_it_reaches_one():
    raw = np.zeros((7, 7), dtype=np.float32)
    raw[3, 3] = 0.18
    result = make_heatmap(raw, 224, 224)
    assert result.values.max() == 1
    assert result.peak == pytest.approx(0.18 * (1 - 1 / 64) ** 2)   # the nearest pixels lie 1/64 of a cell off centre


def test_a_map_without_positive_evidence_stays_zero_and_is_weak():
    result = make_heatmap(-np.ones((3, 3)), 6, 6)
    assert not result.values.any()
    assert result.peak == 0
    assert result.weak


def test_mostly_negative_evidence_is_weak():
    assert make_heatmap([[1.0, -10.0]], 2, 2).weak
    assert not make_heatmap([[1.0, -8.0]], 2, 2).weak


def test_evidence_far_below_what_is_typical_is_weak():
    assert make_heatmap([[1.0, 0.0]], 2, 2, typical=11.0).weak
    assert not make_heatmap([[1.0, 0.0]], 2, 2, typical=9.0).weak


@pytest.mark.parametrize("name", COLOR_MAPS)
def test_every_colour_map_grows_evenly_lighter(name):
    table = color_table(name).astype(float)
    lightness = (table / 255) ** 2.2 @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(lightness) >= -0.004).all()
    assert lightness[-1] - lightness[0] > 0.5


def test_an_uneven_colour_map_fails_the_check_of_evenness():
    import cv2
    jet = cv2.applyColorMap(np.arange(256, dtype=np.uint8)[:, None], cv2.COLORMAP_JET)[:, 0, ::-1] / 255
    assert (np.diff(jet ** 2.2 @ [0.2126, 0.7152, 0.0722]) < -0.004).any()


def test_inferno_runs_from_black_to_pale_yellow():
    table = color_table("inferno")
    assert table[0].max() < 10
    assert table[255].tolist() == [252, 255, 164]   # red, green, blue in this order


def test_an_unknown_colour_map_is_refused_with_the_known_ones():
    with pytest.raises(InputError, match='no colour map "rainbow"; choose inferno, viridis, cividis'):
        color_table("rainbow")


def test_colours_are_looked_up_pixel_by_pixel():
    values = np.array([[0, 0.5, 1], [np.nan, 2, -1]], dtype=np.float32)
    table = color_table("viridis")
    np.testing.assert_array_equal(colorize(values, "viridis"), table[[[0, 128, 255], [0, 255, 0]]])


def test_signed_colours_are_blue_white_red():
    blue, white, red = colorize_signed(np.array([[-1, 0, 1]], dtype=np.float32))[0].astype(int)
    assert blue[2] > 2 * blue[0]
    assert white.min() > 230
    assert red[0] > 4 * red[2]


def test_no_opacity_shows_the_image_and_full_opacity_the_colours():
    pixels = np.random.default_rng(0).integers(0, 256, (5, 7, 3), dtype=np.uint8)
    values = noise(5, 7).clip(0, 1)
    np.testing.assert_array_equal(overlay(pixels, values, opacity=0), pixels)
    np.testing.assert_array_equal(overlay(pixels, values, opacity=1), colorize(values))


def test_half_opacity_is_the_mean_of_image_and_colours():
    pixels = np.full((2, 2, 3), 200, dtype=np.uint8)
    values = np.zeros((2, 2), dtype=np.float32)
    expected = (200 + color_table("cividis")[0].astype(float)) / 2
    assert np.abs(overlay(pixels, values, color_map="cividis")[0, 0] - expected).max() <= 0.5


def test_what_the_network_never_saw_is_hatched():
    pixels = np.full((48, 48, 3), 120, dtype=np.uint8)
    values = np.ones((48, 48), dtype=np.float32)
    values[:, :24] = np.nan
    result = overlay(pixels, values)
    np.testing.assert_array_equal(result[:, :24], hatch(pixels)[:, :24])
    assert len(np.unique(result[:, :24])) == 2           # lines and ground
    assert (result[:, 24:] == result[0, 24]).all()


def test_an_image_and_a_map_of_different_size_are_refused():
    with pytest.raises(ValueError, match="do not fit"):
        overlay(np.zeros((4, 4, 3), dtype=np.uint8), np.zeros((4, 5), dtype=np.float32))


@pytest.mark.parametrize("color_map", COLOR_MAPS)
def test_the_legend_shows_the_colours_in_order(color_map):
    picture = legend(color_map, 0.25, width=300)
    row = picture[30, 14:286]
    np.testing.assert_array_equal(row[0], color_table(color_map)[0])
    np.testing.assert_array_equal(row[-1], color_table(color_map)[255])


def test_the_legend_writes_the_number_of_the_peak():
    assert (legend(peak=0.25) != legend(peak=0.75)).any()
    assert legend(weak=True, hatched=True).shape[0] == legend().shape[0] + 36


@pytest.mark.parametrize(("value", "text"), [(0, "0"), (0.03124, "0.0312"), (12.34, "12.3"), (4.1e-5, "4.1e-05")])
def test_numbers_keep_three_digits(value, text):
    assert number(value) == text


def test_the_shares_of_the_ninths_are_counted_by_hand():
    values = np.zeros((6, 9), dtype=np.float32)
    values[0, 0] = 0.5          # upper left
    values[5, 8] = 0.25         # lower right
    values[2, 3] = 0.25         # central
    values[3, 3] = np.nan
    np.testing.assert_allclose(ninths(values), [[0.5, 0, 0], [0, 0.25, 0], [0, 0, 0.25]])


def test_no_evidence_has_no_share_anywhere():
    assert not ninths(np.zeros((2, 2), dtype=np.float32)).any()


def test_places_have_plain_names():
    assert [place_name(*place) for place in ((0, 0), (1, 1), (1, 2), (2, 1))] == [
        "upper left", "central", "middle right", "lower middle"]


def test_heatmaps_can_be_painted_without_torch():
    code = "import sys, cnnstudio.explain.heatmap, cnnstudio.explain.explanation; sys.exit('torch' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
