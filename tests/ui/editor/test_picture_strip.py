"""How a node's picture is painted, and what its tool tip says."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from cnnstudio.explain.node_pictures import draw_image, draw_output
from cnnstudio.ui.editor.node_item import PICTURE_AREA
from cnnstudio.ui.editor.picture_strip import PictureStrip, bar_boxes
from cnnstudio.ui.editor.style import canvas_style
from cnnstudio.ui.theme import theme

AREA = QRectF(0, 0, 182, 44)
CLEAR = QColor(1, 2, 3)


def painted(strip: PictureStrip) -> QImage:
    image = QImage(182, 44, QImage.Format.Format_RGB32)
    image.fill(CLEAR)
    painter = QPainter(image)
    strip.paint(painter, AREA, canvas_style())
    painter.end()
    return image


def test_the_longest_bars_reach_the_edges_and_the_zero_line_lies_between() -> None:
    boxes = bar_boxes(AREA, np.array([3, 0, -1], np.float32))
    (up, is_up), (down, is_down) = boxes
    assert (is_up, is_down) == (True, False)
    assert (up.top(), up.bottom()) == (0, 33)        # 3 of 3 + 1 parts of 44
    assert (down.top(), down.bottom()) == (33, 44)
    assert down.left() > up.right() + up.width()     # the bar of the 0 between them has its room


@pytest.mark.parametrize("number", [2, 10, 64])
def test_bars_stay_inside_and_apart(number: int) -> None:
    boxes = [box for box, _ in bar_boxes(AREA, np.linspace(-1, 2, number, dtype=np.float32) + 0.01)]
    assert all(AREA.adjusted(-0.01, -0.8, 0.01, 0.8).contains(box) for box in boxes)
    assert not any(one.intersects(other) for one, other in itertools.pairwise(boxes))


def test_positive_values_stand_on_the_foot_when_there_are_no_others() -> None:
    boxes = bar_boxes(AREA, np.array([1, 2], np.float32))
    assert [(box.top(), box.bottom()) for box, _ in boxes] == [(22, 44), (0, 44)]
    assert bar_boxes(AREA, np.zeros(3, np.float32)) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_bars_have_the_colours_of_the_theme(themed, scheme: str) -> None:
    theme().set_scheme(scheme)
    image = painted(PictureStrip(draw_output(np.array([1, -1], np.float32))))
    assert image.pixelColor(5, 5) == theme().color("accent")
    assert image.pixelColor(25, 40) == theme().color("quiet")
    assert image.pixelColor(100, 40) == CLEAR


def test_tiles_stand_side_by_side_with_the_ground_between_them(themed) -> None:
    maps = np.stack([np.full((4, 4), value, np.float32) for value in (0, 1, 2)])
    image = painted(PictureStrip(draw_output(maps)))     # three tiles of 44, 1 apart
    assert [image.pixelColor(x, 20).red() for x in (20, 65, 110)] == [0, 128, 255]
    assert image.pixelColor(44, 20) == CLEAR
    assert image.pixelColor(150, 20) == CLEAR


def test_the_room_for_the_picture_is_half_of_its_pixels(themed) -> None:
    mosaic = PictureStrip(draw_output(np.ones((16, 8, 8), np.float32))).mosaic()
    assert mosaic.width() <= 2 * PICTURE_AREA.width()
    assert mosaic.height() <= 2 * PICTURE_AREA.height()


def test_the_tip_tells_the_figures_and_the_weights() -> None:
    activation = np.zeros((64, 4, 4), np.float32)
    activation[0] = -0.5
    activation[1] = 2
    words = PictureStrip(draw_output(activation), "Random weights").tip
    assert "first 16 of 64 channels" in words
    assert "Mean 0.0234, from −0.5 to 2" in words
    assert "96.9 % of the values are 0" in words
    assert "62 of 64 channels are 0 everywhere" in words
    assert words.endswith("Random weights")


def test_the_tip_of_a_vector_and_of_the_image() -> None:
    assert "130 values; a bar is the one farthest from 0 of 3 neighbours" in PictureStrip(
        draw_output(np.ones(130, np.float32))).tip
    assert PictureStrip(draw_output(np.ones(5, np.float32))).tip.startswith("5 values\n")
    assert "red, green and blue" in PictureStrip(draw_image(np.zeros((8, 8, 3), np.uint8))).tip
    assert "no finite numbers" in PictureStrip(draw_output(np.array([1, np.nan], np.float32))).tip
