"""A dense line as a picture covers what the line covers."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from cnnstudio.ui.dense_line import LineStyle, column_spans, line_picture

RED = QColor("#ff0000")


def covered(image: QImage, row: int, height: int) -> np.ndarray:
    """Return which pixels are not transparent, (height, width)."""
    result = np.zeros((height, image.width()), bool)
    for y in range(image.height()):
        for x in range(image.width()):
            result[row + y, x] = image.pixelColor(x, y).alpha() > 0
    return result


def test_columns_reach_from_the_lowest_to_the_highest_value_and_to_their_neighbours() -> None:
    low, high = column_spans(np.array([0.5, 1.2, 1.8, 2.5]), np.array([1.0, 5.0, 2.0, 2.0]), 4)
    edge = 1.0 + 4.0 * 0.5 / 0.7  # where the line from (0.5, 1) to (1.2, 5) crosses x = 1
    assert low == pytest.approx([1.0, 2.0, 2.0, np.nan], nan_ok=True)
    assert high == pytest.approx([edge, 5.0, 2.0, np.nan], nan_ok=True)


def test_the_picture_is_the_line_that_a_painter_draws_within_a_pixel() -> None:
    random = np.random.default_rng(3)
    xs, ys = np.sort(random.uniform(0, 80, 400)), 30 + np.cumsum(random.normal(0, 1, 400))
    image, row = line_picture(xs, ys, (80, 60), LineStyle(RED, 1.0, is_dashed=False))
    ours = covered(image, row, 60)
    plain = QImage(80, 60, QImage.Format.Format_ARGB32_Premultiplied)
    plain.fill(0)
    painter = QPainter(plain)
    painter.setPen(RED)
    painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)]))
    painter.end()
    theirs = covered(plain, 0, 60)
    for one, other in ((ours, theirs), (theirs, ours)):
        grown = np.zeros_like(other)
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                grown |= np.roll(np.roll(other, dy, 0), dx, 1)
        assert (one & ~grown).sum() <= 0.01 * one.sum()


def test_a_dashed_line_has_gaps_and_a_line_outside_leaves_the_picture_empty() -> None:
    xs = np.linspace(0, 90, 900)
    image, row = line_picture(xs, np.full(900, 5.0), (90, 10), LineStyle(RED, 1.0, is_dashed=True))
    columns = covered(image, row, 10).any(axis=0)
    assert 0.4 < columns.mean() < 0.7
    empty, _ = line_picture(xs, np.full(900, 50.0), (90, 10), LineStyle(RED, 1.0, is_dashed=False))
    assert empty.isNull() or not covered(empty, 0, max(1, empty.height())).any()


def test_values_that_are_no_numbers_are_left_out() -> None:
    low, _ = column_spans(np.array([0.5, 1.5, 2.5]), np.array([1.0, np.nan, 1.0]), 3)
    assert low.tolist() == [1.0, 1.0, 1.0]
    assert np.isnan(column_spans(np.array([0.5]), np.array([np.nan]), 2)[0]).all()
