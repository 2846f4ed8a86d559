"""Scales, colours and cut-outs, against plain arithmetic."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from cnnstudio.explain.channel_figures import channel_figures
from cnnstudio.ui.inspector.grid_painter import cell_texts
from cnnstudio.ui.inspector.maps.top_images_card import cut, side_for
from cnnstudio.ui.inspector.value_scale import ValueScale, number_text, scale_of, symmetric
from cnnstudio.ui.theme import theme


def test_values_without_a_negative_one_are_grey_and_signed_ones_have_zero_in_the_middle(qapp):
    grey = scale_of(np.array([0.0, 4.0]))
    assert (grey.low, grey.high, grey.is_signed) == (0, 4, False)
    assert grey.color(4) == QColor(255, 255, 255)
    assert grey.color(0) == QColor(0, 0, 0)
    signed = scale_of(np.array([-1.0, 3.0, np.nan, np.inf]))
    assert (signed.low, signed.high) == (-3, 3)
    assert signed.color(0).name() == theme().color("surface").name()
    assert signed.color(3).red() > signed.color(3).blue()
    assert signed.color(-3).blue() > signed.color(-3).red()
    assert symmetric(grey).low == -4


def test_an_image_of_values_has_the_scales_colours_and_nothing_where_there_is_no_value(qapp):
    scale = ValueScale(0, 10, is_signed=False)
    image = scale.image(np.array([[0.0, 10.0], [5.0, np.nan]]))
    assert image.pixelColor(0, 0) == QColor(0, 0, 0)
    assert image.pixelColor(1, 0) == QColor(255, 255, 255)
    assert abs(image.pixelColor(0, 1).red() - 127.5) < 2  # one of 254 steps
    assert image.pixelColor(1, 1).alpha() == 0


def test_a_map_of_one_value_is_drawn_without_a_division_by_nothing(qapp):
    assert scale_of(np.zeros((3, 3))).image(np.zeros((3, 3))).pixelColor(1, 1) == QColor(0, 0, 0)
    assert scale_of(np.zeros((0,))).high == 0


def test_numbers_are_short_and_have_a_real_minus(qapp):
    assert [number_text(value) for value in (-0.12345, 0.0, -0.0, 1234.5)] == ["−0.123", "0", "0", "1.23e+03"]


@pytest.mark.parametrize(("area", "expected"), [
    (((10, 12), (10, 12)), (0, 0, 24, 24)), (((0, 0), (63, 63)), (0, 40, 24, 64)),
    (((20, 39), (20, 39)), (10, 10, 50, 50)), (((0, 63), (0, 63)), (0, 0, 64, 64))])
def test_a_cut_out_lies_about_its_area_and_inside_the_image(area, expected):
    top, left, bottom, right = cut(area, 64, 64)
    assert (top, left, bottom, right) == expected
    assert top <= area[0][0] <= area[0][1] < bottom
    assert left <= area[1][0] <= area[1][1] < right


def test_channel_figures_are_those_of_numpy():
    activation = np.random.default_rng(2).normal(size=(5, 4, 3)).astype(np.float32)
    activation[3] = 0
    activation[1, 0, 0] = 0
    figures = channel_figures(activation)
    for channel, values in enumerate(activation):
        assert figures.strengths[channel] == pytest.approx(np.abs(values).mean(), rel=1e-6)
        assert (figures.least[channel], figures.greatest[channel]) == (values.min(), values.max())
        assert figures.zero_shares[channel] == pytest.approx((values == 0).mean())
    assert list(figures.dead) == [3]
    assert figures.by_strength[-1] == 3


@pytest.mark.parametrize(("width", "height"), [(350, 190), (560, 480), (300, 900), (1000, 100), (90, 90)])
def test_nine_pictures_fit_their_place_or_are_as_small_as_they_may_be(width, height):
    side = side_for(width, height)
    columns = max(1, width // (side + 14))
    assert side == 56 or -(-9 // columns) * (side + 30) <= height
    assert 56 <= side <= 160


@pytest.mark.parametrize(("values", "expected"), [
    ([0.984, -0.036, 0.0, 0.002], ["0.98", "−0.04", "0", "~0"]), ([3.14, -0.04], ["3.1", "~0"]),
    ([255.0, 12.4], ["255", "12"]), ([0.041, -0.0052], ["0.041", "−0.005"]), ([3e-7, 0], ["3e−07", "0"]),
    ([123456.0, 5.0], ["1.2e+05", "5"])])
def test_numbers_in_cells_have_as_many_decimals_as_the_largest_needs(values, expected):
    texts = cell_texts(np.array([*values, np.nan]))
    assert [texts[value] for value in values] == expected
