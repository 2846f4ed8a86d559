"""Curves in the theme's colours."""

import numpy as np
import pyqtgraph as pg
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from cnnstudio.ui.plot_parts import LOOKS
from cnnstudio.ui.plots import CurvePlot
from cnnstudio.ui.theme import theme


@pytest.fixture
def plot(qtbot: QtBot) -> CurvePlot:
    result = CurvePlot("Loss")
    qtbot.addWidget(result)
    result.resize(400, 240)
    result.show()
    return result


def test_a_curve_is_drawn_replaced_and_taken_away(plot: CurvePlot) -> None:
    plot.set_curve("train", [1, 2], [2.0, 1.0])
    plot.set_curve("train", [1, 2, 3], [2.0, 1.0, 0.5])
    assert plot.curve_names == ("train",)
    assert plot.values("train")[1].tolist() == [2.0, 1.0, 0.5]
    plot.remove_curve("train")
    plot.remove_curve("never there")
    assert plot.curve_names == ()


def test_curves_show_as_pixels_in_their_colours_in_both_schemes(qtbot: QtBot, plot: CurvePlot) -> None:
    for scheme in ("light", "dark"):
        theme().set_scheme(scheme)
        plot.set_curve("train", [0, 10], [1.0, 1.0])
        plot.set_curve("validation", [0, 10], [2.0, 2.0], dashed=True)
        image = plot.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        pixels = np.frombuffer(image.constBits(), np.uint32) & 0xFFFFFF
        seen = {f"#{pixel:06x}" for pixel in np.unique(pixels)}
        assert theme().tokens.train_curve.lower() in seen
        assert theme().tokens.val_curve.lower() in seen
    theme().set_scheme("light")


def test_the_crosshair_reads_the_nearest_point_of_every_curve_but_faint_ones(plot: CurvePlot) -> None:
    plot.set_curve("train", [1, 2, 3], [3.0, 2.0, 1.0])
    plot.set_curve("validation", [1, 2, 3], [3.5, 2.5, 1.25], dashed=True)
    plot.set_curve("yesterday", [1, 2, 3], [9.0, 9.0, 9.0], faint=True)
    assert plot.describe_at(2.9) == "epoch 3:  train 1   validation 1.25"


def test_shares_are_read_in_percent(qtbot: QtBot) -> None:
    plot = CurvePlot("Accuracy", percent=True)
    qtbot.addWidget(plot)
    plot.set_curve("train", [1], [0.875])
    assert plot.describe_at(0) == "epoch 1:  train 87.5 %"


def test_without_curves_the_crosshair_says_nothing(plot: CurvePlot) -> None:
    assert plot.describe_at(1) == ""


def test_the_log_button_and_the_method_are_one_switch(qtbot: QtBot, plot: CurvePlot) -> None:
    plot.set_curve("train", [1, 2, 3], [100.0, 1.0, 0.01])
    button = plot.findChild(QToolButton, "log_scale")
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert plot.is_log_scale
    plot.set_log_scale(False)
    assert not button.isChecked()
    plot.grab()


def test_another_scale_keeps_the_stretch_that_is_shown(plot: CurvePlot) -> None:
    plot.set_curve("train", np.arange(100), np.arange(1.0, 101.0))
    plot.show_stretch(20, 30)
    plot.set_log_scale(True)
    plot.append("train", 100, 101.0)
    assert plot.is_zoomed
    assert plot.drawn("train")[0].tolist() == list(range(19, 32))


def test_gaps_and_empty_curves_do_no_harm(plot: CurvePlot) -> None:
    plot.set_curve("train", [], [])
    plot.set_curve("validation", [1, 2, 3], [1.0, float("nan"), 2.0], dashed=True)
    plot.set_log_scale(True)
    plot.grab()
    plot.clear()
    assert plot.curve_names == ()


def long_curve(count: int = 30_000) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(1)
    return np.arange(count) / 1000, random.normal(1.0, 0.1, count)


def test_of_a_long_curve_what_can_be_seen_is_drawn_and_zooming_shows_the_points(plot: CurvePlot) -> None:
    xs, ys = long_curve()
    plot.set_curve("batch", xs, ys, look="raw")
    drawn_xs, drawn_ys = plot.drawn("batch")
    assert len(drawn_xs) < 2500
    assert (drawn_ys.min(), drawn_ys.max()) == (ys.min(), ys.max())
    plot.show_stretch(10.0005, 10.0205)
    assert plot.is_zoomed
    assert plot.drawn("batch")[0].tolist() == xs[10_000:10_022].tolist()
    plot.reset_view()
    assert len(plot.drawn("batch")[0]) == len(drawn_xs)


def test_points_are_added_to_a_curve(plot: CurvePlot) -> None:
    plot.set_curve("train", (), ())
    plot.append("train", 1, 5.0)
    plot.append("train", [2, 3], [4.0, 3.0])
    assert plot.values("train")[1].tolist() == [5.0, 4.0, 3.0]
    assert plot.drawn("train")[0].tolist() == [1, 2, 3]


def test_linked_plots_show_the_same_stretch(qtbot: QtBot, plot: CurvePlot) -> None:
    other = CurvePlot("Accuracy", percent=True)
    qtbot.addWidget(other)
    other.resize(400, 240)
    other.show()
    other.link_x(plot)
    xs, ys = long_curve()
    other.set_curve("batch", xs, ys, look="raw")
    plot.show_stretch(5.0, 5.01)
    assert 10 <= len(other.drawn("batch")[0]) < 30
    plot.reset_view()


def test_training_and_validation_differ_by_line_and_mark_too() -> None:
    train, validation = LOOKS["train"], LOOKS["validation"]
    assert (train.is_dashed, train.mark) != (validation.is_dashed, validation.mark)
    assert train.is_dashed != validation.is_dashed
    assert train.mark != validation.mark


def test_the_arrow_keys_move_the_crosshair_from_point_to_point(qtbot: QtBot, plot: CurvePlot) -> None:
    plot.set_curve("train", [1, 2, 3], [3.0, 2.0, 1.0])
    readout = plot.findChild(QLabel, "plot_readout")
    for key, text in ((Qt.Key.Key_Right, "epoch 3\ntrain 1"), (Qt.Key.Key_Left, "epoch 2\ntrain 2"),
                      (Qt.Key.Key_PageUp, "epoch 1\ntrain 3"), (Qt.Key.Key_Left, "epoch 1\ntrain 3")):
        qtbot.keyClick(plot, key)
        assert readout.text() == text
    assert plot.accessibleDescription() == "epoch 1:  train 3"
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert not readout.isVisible()


@pytest.mark.parametrize("side", ["left", "bottom"])
def test_an_axis_paints_nothing_outside_of_what_it_has_repainted(plot: CurvePlot, side: str) -> None:
    """What lies outside its own rectangle stays on the screen when the ticks move."""
    plot.set_curve("train", [1, 2], [0.0, 1.0])
    plot.findChild(pg.PlotWidget).setYRange(0, 1, padding=0)  # a tick at the very end
    axis = next(item for item in plot.findChild(pg.PlotWidget).items()
                if isinstance(item, pg.AxisItem) and item.orientation == side and item.isVisible())
    image = QImage(600, 500, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.translate(100, 100)
    axis.paint(painter, None, None)
    painter.end()
    drawn = np.frombuffer(image.constBits(), np.uint32).reshape(500, 600) >> 24
    assert np.count_nonzero(drawn) > 100
    rectangle = axis.boundingRect().translated(100, 100).toAlignedRect().adjusted(-1, -1, 1, 1)
    drawn = drawn.copy()
    drawn[rectangle.top():rectangle.bottom() + 1, rectangle.left():rectangle.right() + 1] = 0
    assert np.count_nonzero(drawn) == 0


def test_a_logarithmic_horizontal_axis_is_zoomed_and_read_in_its_own_numbers(qtbot: QtBot) -> None:
    plot = CurvePlot("Loss", x_title="rate", x_log=True)
    qtbot.addWidget(plot)
    plot.resize(400, 240)
    plot.show()
    rates = np.logspace(-6, 0, 20_000)
    plot.set_curve("loss", rates, rates)
    plot.show_stretch(0.001, 0.00101)
    drawn = plot.drawn("loss")[0]
    assert drawn[1:-1] == pytest.approx(rates[(rates >= 0.001) & (rates <= 0.00101)])
    assert plot.describe_at(1.0) == "rate 1:  loss 1"
