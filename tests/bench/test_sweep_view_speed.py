"""The plot and the table of 1,000 combinations: processor time of the window's thread for each thing a user does.

Run as ``pytest tests/bench/test_sweep_view_speed.py -m bench -s``.
"""

import time
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from cnnstudio.sweeps.trial_row import TrialRow
from cnnstudio.ui.sweeps.result import SweepResult
from tests.unit.sweeps.plans import plan

AXES = ("learning_rate=0.0001..0.1", "batch_size=8..128", "optimizer=sgd,adam,adamw,rmsprop",
        "weight_decay=0.00001..0.01", "schedule=constant,cosine,step", "momentum=0.1..0.9")
LONGEST_MS = 50


def rows(count: int, seed: int = 0) -> tuple[TrialRow, ...]:
    """Return combinations drawn at random."""
    draw = np.random.default_rng(seed)
    return tuple(TrialRow(number, "finished", {
        "learning_rate": float(10 ** draw.uniform(-4, -1)), "batch_size": int(draw.integers(8, 129)),
        "optimizer": str(draw.choice(["sgd", "adam", "adamw", "rmsprop"])),
        "weight_decay": float(10 ** draw.uniform(-5, -2)), "schedule": str(draw.choice(["constant", "cosine", "step"])),
        "momentum": float(draw.uniform(0.1, 0.9))}, (float(draw.beta(8, 2)),), (f"run {number}",), seconds=30.0)
        for number in range(count))


def middle_ms(step: Callable[[int], object], times: int = 15) -> float:
    """Return the middle processor time of this thread, in milliseconds."""
    taken = []
    for number in range(times):
        begun = time.thread_time()
        step(number)
        taken.append(1000 * (time.thread_time() - begun))
    return sorted(taken)[times // 2]


@pytest.mark.bench
def test_a_thousand_combinations_stay_smooth(qtbot: QtBot) -> None:
    result = SweepResult()
    qtbot.addWidget(result)
    result.resize(1600, 900)
    result.show()
    the_plan, sets = plan(*AXES, method="random", trials=1000), [rows(1000, seed) for seed in range(2)]
    plot = result.plot

    def drag(number: int) -> None:
        plot.brushes.set(0, 0.1, 0.4 + number / 50)
        plot._refresh_kept()
        plot.grab()

    figures = {
        "new results": middle_ms(lambda number: result.show_sweep(the_plan, sets[number % 2]), 9),
        "painting all lines": middle_ms(lambda _: (plot._repaint_lines(), plot.grab())),
        "a step of dragging a range, lines and table": middle_ms(drag),
        "pointing at a line": middle_ms(lambda number: plot.line_at(QPointF(300 + number, 150))),
        "typing a letter of the search": middle_ms(lambda number: result._search.setText("adam "[:number % 5])),
        "sorting": middle_ms(lambda number: result.table.sortByColumn(number % 5, result.table.horizontalHeader(
            ).sortIndicatorOrder())),
        "choosing a line": middle_ms(lambda number: (result._choose(number), plot.grab())),
    }
    for name, figure in figures.items():
        print(f"{name}: {figure:.1f} ms")
    assert max(figures.values()) < LONGEST_MS
