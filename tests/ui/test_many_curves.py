"""The plot of many runs: scales, names apart, hidden runs, reading by pointer and keys, gaps on a logarithmic scale."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from cnnstudio.ui.curve_scale import Scale, scale_of
from cnnstudio.ui.many_curves import COLORS, ManyCurve, ManyCurves, curve_pen, spread_out
from cnnstudio.ui.theme import theme

XS = np.arange(1.0, 6.0)


def curve(owner: int, ys: list[float], **changes: object) -> ManyCurve:
    return ManyCurve(owner, "ABC"[owner], XS, np.array(ys), **changes)  # type: ignore[arg-type]


@pytest.fixture
def plot(qtbot: QtBot) -> ManyCurves:
    result = ManyCurves("many", "Curves")
    qtbot.addWidget(result)
    result.resize(500, 260)
    result.show()
    return result


def has_color(image: QImage, token: str) -> bool:
    wanted = QColor(theme().color(token)).rgb()
    return any(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_ticks_are_round_and_within_the_scale() -> None:
    assert [tick.text for tick in Scale(0.881, 0.952, is_percent=True).ticks()] == ["90 %", "92 %", "94 %"]
    assert [tick.text for tick in Scale(0.5, 5.2).ticks(8, whole=True)] == ["1", "2", "3", "4", "5"]
    assert [tick.text for tick in Scale(0.005, 20, is_log=True).ticks()] == ["0.01", "0.1", "1", "10"]
    assert Scale(0.01, 100, is_log=True).share(1) == pytest.approx(0.5)
    assert Scale(0.01, 100, is_log=True).value(0.5) == pytest.approx(1)


def test_a_scale_shows_all_finite_values_and_nothing_beyond_its_limits() -> None:
    found = scale_of([np.array([0.9, np.nan, 1.0])], limits=(0.0, 1.0))
    assert found.high == 1.0
    assert found.low < 0.9
    assert scale_of([np.array([0.0, -1.0, 2.0])], is_log=True).low == pytest.approx(2 / 1.1)
    assert (scale_of([]).low, scale_of([]).high) == (0.0, 1.0)
    assert scale_of([np.array([3.0])]).low < 3 < scale_of([np.array([3.0])]).high


def test_names_at_the_ends_are_moved_apart_and_stay_within() -> None:
    assert spread_out([10, 11, 50], 10, 0, 100) == [10, 20, 50]
    assert spread_out([88, 95], 10, 0, 100) == [80, 90]
    assert spread_out([-5], 10, 0, 100) == [0]
    assert spread_out([], 10, 0, 100) == []


def test_each_run_has_another_colour_or_dash_than_any_of_the_first_sixteen() -> None:
    looks = {(curve_pen(number).color().rgb(), tuple(curve_pen(number).dashPattern())) for number in range(16)}
    assert len(looks) == 16


def test_hidden_runs_are_not_drawn_and_leave_their_room(plot: ManyCurves) -> None:
    plot.show_curves([curve(0, [1, 2, 3, 4, 5]), curve(1, [10, 20, 30, 40, 50])], "epoch")
    assert has_color(plot.grab().toImage(), COLORS[1])
    plot.set_hidden({1})
    assert [one.owner for one in plot.shown] == [0]
    assert not has_color(plot.grab().toImage(), COLORS[1])
    assert has_color(plot.grab().toImage(), COLORS[0])


def test_pointer_and_keys_read_the_values(qtbot: QtBot, plot: ManyCurves) -> None:
    plot.show_curves([curve(0, [0.5, 0.6, 0.7, 0.8, 0.9], spread=np.full(5, 0.02))], "epoch", is_percent=True)
    assert plot.describe_at(2).splitlines() == ["epoch 2", "A  60.0 % ± 2.0 %"]
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.accessibleDescription() == "epoch 1, A  50.0 % ± 2.0 %"
    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.accessibleDescription() == "epoch 2, A  60.0 % ± 2.0 %"
    qtbot.mouseMove(plot, QPoint(plot.width() - 30, 100))
    qtbot.waitUntil(lambda: plot.accessibleDescription() == "epoch 5, A  90.0 % ± 2.0 %", timeout=5_000)


def test_nothing_and_losses_of_zero_on_a_logarithmic_scale_are_drawn_without_complaint(plot: ManyCurves) -> None:
    plot.show_curves([], "epoch")
    plot.grab()
    assert plot.describe_at(1) == ""
    plot.show_curves([curve(0, [1, 0, float("nan"), 0.1, 0.01]), curve(1, [1] * 5)], "epoch", is_log=True)
    assert has_color(plot.grab().toImage(), COLORS[0])
