"""Mosaics, bars and the figures under them."""

import math

import numpy as np
import pytest

from cnnstudio.explain.node_pictures import (
    BARS_SHOWN,
    CHANNELS_SHOWN,
    GAP_PX,
    PICTURE_HEIGHT_PX,
    PICTURE_WIDTH_PX,
    arrangement,
    bars,
    draw_image,
    draw_output,
    measure,
)


def extent(count: int, columns: int, size: tuple[int, int]) -> tuple[int, int]:
    rows = math.ceil(count / columns)
    return rows * size[0] + (rows - 1) * GAP_PX, columns * size[1] + (columns - 1) * GAP_PX


@pytest.mark.parametrize(("height", "width"), [(32, 32), (7, 7), (20, 60), (60, 20), (1, 500), (500, 1)])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 6, 7, 8, 13, 16])
def test_any_number_of_tiles_of_any_form_fits_the_room_in_a_node(count: int, height: int, width: int):
    columns, size = arrangement(count, height, width)
    tall, wide = extent(count, columns, size)
    assert tall <= PICTURE_HEIGHT_PX
    assert wide <= PICTURE_WIDTH_PX


def test_square_tiles_are_as_large_as_they_can_be():
    assert arrangement(1, 32, 32) == (1, (88, 88))
    assert arrangement(3, 32, 32) == (3, (88, 88))
    assert arrangement(4, 32, 32) == (4, (88, 88))      # 4 · 88 + 3 · 2 = 358 of 364
    assert arrangement(6, 32, 32) == (6, (59, 59))      # in one row; two rows have 43
    assert arrangement(16, 32, 32) == (8, (43, 43))     # two rows of 8: 8 · 43 + 7 · 2 = 358


def test_the_first_channels_are_drawn_on_one_scale_so_that_a_dead_one_looks_dead():
    activation = np.zeros((20, 10, 10), dtype=np.float32)
    activation[0] = np.linspace(0, 10, 100).reshape(10, 10)
    activation[1] = activation[0] / 2
    picture = draw_output(activation)
    assert picture.tiles.shape == (CHANNELS_SHOWN, 43, 43)
    assert picture.tiles[0].max() == 255
    assert 120 < picture.tiles[1].max() < 140
    assert not picture.tiles[2:].any()
    assert picture.darkest == 0
    assert 9 < picture.brightest <= 10      # half a percent is left out at the top
    own_scale = draw_output(activation[1:2])      # control: alone, the weaker channel has the whole scale
    assert own_scale.tiles.max() == 255


def test_the_values_of_a_tile_are_the_means_of_the_areas_it_is_made_of():
    activation = np.arange(176 * 176, dtype=np.float32).reshape(1, 176, 176)      # twice the tile's 88 pixels
    picture = draw_output(activation)
    means = activation[0].reshape(88, 2, 88, 2).mean(axis=(1, 3))
    span = picture.brightest - picture.darkest
    expected = np.rint((means.clip(picture.darkest, picture.brightest) - picture.darkest) * 255 / span)
    assert np.abs(picture.tiles[0] - expected).max() <= 1


def test_a_single_value_far_out_does_not_darken_the_rest():
    activation = np.random.default_rng(0).random((16, 43, 43), dtype=np.float32)
    activation[0, 0, 0] = 1e6
    picture = draw_output(activation)
    assert picture.brightest <= 1
    assert picture.tiles.mean() > 100


def test_small_maps_become_hard_pixels():
    picture = draw_output(np.array([[[0, 1], [2, 3]]], dtype=np.float32))
    assert picture.tiles.shape == (1, 88, 88)
    assert [picture.tiles[0, y, x] for y, x in ((0, 0), (43, 43), (0, 44), (44, 0), (87, 87))] == [0, 0, 85, 170, 255]


def test_maps_of_one_value_are_black_and_nan_does_not_spoil_a_picture():
    assert not draw_output(np.full((3, 4, 4), 7, dtype=np.float32)).tiles.any()
    assert not draw_output(np.full((1, 2, 2), np.nan, dtype=np.float32)).tiles.any()
    picture = draw_output(np.array([[[np.nan, 1], [2, np.inf]]], dtype=np.float32))
    assert sorted(set(picture.tiles.ravel().tolist())) == [0, 255]
    assert (picture.figures.not_finite, picture.figures.least, picture.figures.greatest) == (2, 1, 2)


def test_a_vector_becomes_bars_with_their_signs():
    vector = np.array([1, -2, 0, 3], dtype=np.float32)
    picture = draw_output(vector)
    np.testing.assert_array_equal(picture.bars, vector)
    assert len(picture.tiles) == 0
    np.testing.assert_array_equal(draw_output(vector.reshape(4, 1, 1)).bars, vector)


def test_of_neighbours_that_share_a_bar_the_one_farthest_from_zero_counts():
    vector = np.arange(130, dtype=np.float32) - 65      # 3 values a bar
    found = bars(vector)
    expected = [max(vector[start:start + 3], key=abs) for start in range(0, 130, 3)]
    np.testing.assert_array_equal(found, expected)
    assert len(found) <= BARS_SHOWN
    assert len(bars(np.ones(64, dtype=np.float32))) == 64
    assert len(bars(np.ones(100_000, dtype=np.float32))) <= BARS_SHOWN


def test_the_figures_are_those_of_all_values():
    activation = np.array([[[0, 0], [0, 0]], [[1, -3], [0, 2]]], dtype=np.float32)
    figures = measure(activation)
    assert (figures.channels, figures.mean, figures.least, figures.greatest) == (2, 0, -3, 2)
    assert (figures.zero_share, figures.zero_channels, figures.not_finite) == (5 / 8, 1, 0)
    with_holes = measure(np.array([np.inf, -np.inf, np.nan, 4], dtype=np.float32))
    assert (with_holes.mean, with_holes.not_finite) == (4, 3)


def test_a_colour_image_is_shown_in_colour_with_its_channels_beside_it():
    pixels = np.zeros((8, 8, 3), dtype=np.uint8)
    pixels[...] = (200, 100, 50)
    tiles = draw_image(pixels).tiles
    assert [tile[0, 0].tolist() for tile in tiles] == [[200, 100, 50], [200] * 3, [100] * 3, [50] * 3]


def test_a_grey_image_is_one_tile_with_its_own_values():
    pixels = np.arange(64, dtype=np.uint8).reshape(8, 8, 1)
    tiles = draw_image(pixels).tiles
    assert tiles.shape == (1, 88, 88)
    np.testing.assert_array_equal(tiles[0, ::11, ::11], pixels[..., 0])
