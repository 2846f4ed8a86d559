"""The plot and the table of a sweep: what is drawn and written, ranges by mouse and keys, choice, copy."""

import statistics
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from cnnstudio.sweeps.study import Sweep
from cnnstudio.ui.sweeps.result import SweepResult
from tests.ui.sweeps.made_sweeps import accuracies, finish_next, make_sweep

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def sweep(tmp_path_factory: pytest.TempPathFactory) -> Sweep:
    """Twelve combinations with two seeds each, of which ten are finished and one is given up."""
    made = make_sweep(tmp_path_factory.mktemp("sweep"), accuracies(10), seeds=2)
    trial = made.next_trial()
    assert trial is not None
    trial.give_up([0.4], ["given up"], "Given up: most others were better by then.")
    return made


@pytest.fixture
def result(qtbot: QtBot, sweep: Sweep) -> SweepResult:
    widget = SweepResult()
    qtbot.addWidget(widget)
    widget.resize(1000, 640)
    widget.show()
    widget.show_sweep(sweep.plan, sweep.rows())
    return widget


def cell(result: SweepResult, row: int, name: str) -> str:
    column = next(place for place, column in enumerate(result.model.columns) if column.name == name)
    return str(result.model.index(row, column).data())


def numbers(result: SweepResult) -> list[int]:
    return [row.number for row in result.model.shown]


def at(result: SweepResult, axis: int, place: float) -> QPoint:
    return result.plot.geometry_now.point(axis, place).toPoint()


def drag(qtbot: QtBot, result: SweepResult, axis: int, begin: float, end: float) -> None:
    plot = result.plot
    qtbot.mousePress(plot, LEFT, pos=at(result, axis, begin))
    for share in (0.3, 0.7, 1.0):
        qtbot.mouseMove(plot, at(result, axis, begin + share * (end - begin)))
    qtbot.mouseRelease(plot, LEFT, pos=at(result, axis, end))


def test_every_figure_of_the_table_is_that_of_the_database(result: SweepResult, sweep: Sweep) -> None:
    rows = {row.number: row for row in sweep.rows()}
    assert len(result.model.shown) == 12
    means = [statistics.fmean(rows[number].accuracies) for number in numbers(result)[:11]]
    assert means == sorted(means, reverse=True)
    for place, number in enumerate(numbers(result)):
        row = rows[number]
        values = np.array(row.accuracies)
        wanted = "" if not len(values) else f"{100 * values.mean():.1f} %" if len(values) == 1 else (
            f"{100 * values.mean():.1f} ± {100 * values.std(ddof=1):.1f} %")
        assert cell(result, place, "accuracy") == wanted
        assert float(cell(result, place, "learning_rate")) == pytest.approx(row.combination["learning_rate"], rel=1e-3)
        assert cell(result, place, "runs") == ", ".join(row.runs)
        assert cell(result, place, "trainings") == str(len(row.accuracies))
    assert cell(result, 10, "state") == "given up"
    assert (cell(result, 11, "state"), cell(result, 11, "accuracy")) == ("waiting", "")


def test_the_points_that_are_drawn_are_those_of_the_figures(result: SweepResult, sweep: Sweep) -> None:
    axes, rows = result.plot._axes, sweep.rows()
    assert [axis.title for axis in axes] == ["Learning rate", "Optimiser", "Validation accuracy"]
    rates = np.array([row.combination["learning_rate"] for row in rows], dtype=np.float64)
    assert np.allclose(axes[0].places, np.log10(rates / 1e-4) / 3)
    ended = [row for row in rows if row.accuracies]
    scale = axes[2].scale
    means = [np.mean(row.accuracies) for row in ended]
    assert np.allclose([scale.value(place) for place in axes[2].places[:11]], means)
    assert np.isnan(axes[2].places[11])


def test_dragging_along_an_axis_filters_lines_and_table(qtbot: QtBot, result: SweepResult, sweep: Sweep) -> None:
    drag(qtbot, result, 2, 1.02, 0.5)
    scale = result.plot._axes[2].scale
    wanted = {row.number for row in sweep.rows() if row.mean is not None and row.mean >= scale.value(0.5) - 0.004}
    assert set(numbers(result)) == wanted
    assert 0 < len(wanted) < 11
    drag(qtbot, result, 0, 0.5, 1.0)
    assert set(numbers(result)) == {
        row.number for row in sweep.rows() if row.number in wanted and row.combination["learning_rate"] > 0.005}
    assert np.count_nonzero(result.plot.kept) == len(numbers(result))
    count = result.findChild(QLabel, "sweep_count")
    assert count is not None
    assert count.text() == f"{len(numbers(result))} of 12 combinations"
    qtbot.mouseClick(result.plot, LEFT, pos=at(result, 0, 0.1))  # beside the range: all of this axis again
    assert set(numbers(result)) == wanted
    show_all = result.findChild(QPushButton, "sweep_all")
    assert show_all is not None
    qtbot.mouseClick(show_all, LEFT)
    assert len(numbers(result)) == 12


def test_a_category_is_kept_by_dragging_over_it(qtbot: QtBot, result: SweepResult) -> None:
    drag(qtbot, result, 1, 0.36, 0.64)
    assert {row.combination["optimizer"] for row in result.model.shown} == {"adam"}


def test_a_line_is_named_when_pointed_at_and_chosen_by_a_click(qtbot: QtBot, result: SweepResult) -> None:
    best = result.model.shown[0]
    axes, place = result.plot._axes, [row.number for row in result._plotted].index(best.number)
    share = 0.5 * (axes[1].places[place] + axes[2].places[place])
    one, other = at(result, 1, share), at(result, 2, share)
    middle = QPoint((one.x() + other.x()) // 2, one.y())
    qtbot.mouseMove(result.plot, middle)
    assert result.plot.hovered == place
    assert f"Combination {best.number + 1}" in result.plot.toolTip()
    with qtbot.waitSignal(result.plot.chosen):
        qtbot.mouseClick(result.plot, LEFT, pos=middle)
    assert [row.number for row in result.table.selected()] == [best.number]
    words = result.findChild(QLabel, "chosen_words")
    assert words is not None
    assert f"No. {best.number + 1}: Learning rate" in words.text()


def test_a_row_of_the_table_is_chosen_in_the_plot_too(qtbot: QtBot, result: SweepResult) -> None:
    box = result.table.visualRect(result.model.index(2, 1))
    qtbot.mouseClick(result.table.viewport(), LEFT, pos=box.center())
    assert result.chosen is result.model.shown[2]
    assert result._plotted[result.plot.current] is result.chosen
    with qtbot.waitSignal(result.settings_requested) as asked:
        result.chosen_line.findChild(QPushButton, "sweep_use").click()  # type: ignore[union-attr]
    assert asked.args == [result.chosen]


def test_the_plot_can_be_worked_by_keys_alone(qtbot: QtBot, result: SweepResult) -> None:
    plot = result.plot
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Left)  # from the first axis to the accuracy's
    assert plot.axis == 2
    for _ in range(8):
        qtbot.keyClick(plot, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert plot.brushes.ranges[2] == pytest.approx((0.4, 1.0))
    assert len(numbers(result)) < 11
    qtbot.keyClick(plot, Qt.Key.Key_Down)  # the best first
    assert result.chosen is result.model.shown[0]
    qtbot.keyClick(plot, Qt.Key.Key_Down)
    assert result.chosen is result.model.shown[1]
    assert "Learning rate" in plot.accessibleDescription()
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert len(numbers(result)) == 12


def test_words_filter_table_and_plot_and_every_column_sorts(result: SweepResult) -> None:
    search = result.findChild(QLineEdit, "sweep_search")
    assert search is not None
    search.setText("adamw finished")
    assert {row.combination["optimizer"] for row in result.model.shown} == {"adamw"}
    assert np.count_nonzero(result.plot._shown) == len(result.model.shown)
    search.clear()
    for place, column in enumerate(result.model.columns):
        for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            result.table.sortByColumn(place, order)
            values = [column.sort(row) for row in result.model.shown]
            full = [value for value in values if value is not None]
            assert full == sorted(full, reverse=order == Qt.SortOrder.DescendingOrder), column.name
            assert values[len(full):] == [None] * (len(values) - len(full)), column.name


def test_the_table_is_copied_with_tabs_and_selected_rows_alone(qtbot: QtBot, result: SweepResult) -> None:
    copy = result.findChild(QPushButton, "sweep_copy_table")
    assert copy is not None
    with qtbot.waitSignal(result.copied) as told:
        copy.click()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert told.args == [12]
    assert lines[0].split("\t")[:3] == ["No.", "Learning rate", "Optimiser"]
    assert [line.split("\t")[3] for line in lines[1:]] == [cell(result, row, "accuracy") for row in range(12)]


def test_new_results_keep_ranges_choice_and_order(qtbot: QtBot, result: SweepResult, tmp_path: Path) -> None:
    other = make_sweep(tmp_path, accuracies(4))
    result.show_sweep(other.plan, other.rows())
    assert not result.plot.brushes.ranges
    drag(qtbot, result, 0, -0.05, 0.7)
    result._choose(numbers(result)[0])
    chosen, ranges = result.chosen, dict(result.plot.brushes.ranges)
    assert chosen is not None
    finish_next(other, 0.99)
    result.show_sweep(other.plan, other.rows())
    assert result.plot.brushes.ranges == ranges
    assert result.chosen is not None
    assert result.chosen.number == chosen.number
    assert [row.number for row in result.table.selected()] == [chosen.number]


def test_the_luck_of_the_best_is_warned_of(result: SweepResult) -> None:
    luck = result.findChild(QLabel, "sweep_luck")
    assert luck is not None
    assert "partly the luckiest" in luck.text()
    result.grab()
