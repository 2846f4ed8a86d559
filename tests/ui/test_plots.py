"""Curves in the theme's colours."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

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
        image = plot.grab().toImage()
        seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
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


def test_gaps_and_empty_curves_do_no_harm(plot: CurvePlot) -> None:
    plot.set_curve("train", [], [])
    plot.set_curve("validation", [1, 2, 3], [1.0, float("nan"), 2.0], dashed=True)
    plot.set_log_scale(True)
    plot.grab()
    plot.clear()
    assert plot.curve_names == ()
