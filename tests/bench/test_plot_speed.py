"""Measures the curves of a training of a million batches: `pytest tests/bench/test_plot_speed.py -m bench -s`."""

import resource
import statistics
import time
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.ui.theme import theme
from cnnstudio.ui.training.curves_panel import CurvesPanel

pytestmark = [pytest.mark.bench, pytest.mark.timeout(900)]

BATCHES, PER_EPOCH, FRAMES, NEW = 1_000_000, 5_000, 40, 50
"""Batches in all and an epoch; frames measured, and batches that arrive between two frames."""
LIMIT_MS = 16.0
SIZE_PX = (1200, 800)


def step(number: int, noise: np.ndarray) -> StepEnded:
    loss = 2.0 * np.exp(-number / 3e5) + 0.3 * float(noise[number % len(noise)]) ** 2
    epoch, inside = divmod(number, PER_EPOCH)
    return StepEnded(epoch + 1, inside + 1, PER_EPOCH, float(loss), 1 / (1 + float(loss)), 1e4)


def filled(qtbot: QtBot, batches: int) -> tuple[CurvesPanel, np.ndarray]:
    """Return the panel, shown, after ``batches`` batches and their epochs."""
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    panel.resize(*SIZE_PX)
    panel.begin()
    panel.show()
    noise = np.random.default_rng(0).normal(0, 1, 99_991)
    for number in range(batches):
        panel.add_step(step(number, noise))
        if (number + 1) % PER_EPOCH == 0:
            panel.draw_batches()
            add_epoch(panel, (number + 1) // PER_EPOCH)
    panel.draw_batches()
    QApplication.processEvents()
    return panel, noise


def add_epoch(panel: CurvesPanel, epoch: int) -> None:
    panel.add_epoch(EpochEnded(epoch, 2 / epoch, 0.9, 2.2 / epoch, 0.88, 1e-3, 1e4, 1.0, is_best=True))


def frames(act: Callable[[int], object]) -> list[float]:
    """Return the processor milliseconds of the GUI thread for each action with the painting it leads to."""
    found = []
    for number in range(FRAMES):
        begin = time.thread_time()
        act(number)
        QApplication.processEvents()
        found.append(1000 * (time.thread_time() - begin))
    return found


def test_a_frame_with_a_million_batches(qtbot: QtBot, qapp: QApplication, capsys: pytest.CaptureFixture) -> None:
    theme().install(qapp)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.thread_time()
    panel, noise = filled(qtbot, BATCHES)
    filling = time.thread_time() - begin
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024

    def arrive(number: int) -> None:
        """Draw one of the two plots, as the panel's timer does in turn."""
        for more in range(NEW):
            event = step(BATCHES + NEW * number + more, noise)
            for quantity in ("loss", "accuracy"):
                panel._batches[quantity].add(event.epoch - 1 + event.step / event.steps, getattr(event, quantity))
        panel._draw(("loss", "accuracy")[number % 2])

    def zoom(number: int) -> None:
        width = 200 * 0.8 ** number
        panel.loss.show_stretch(100 - width / 2, 100 + width / 2)

    measured = {f"{NEW} batches arrive": frames(arrive), "an epoch ends": frames(lambda n: add_epoch(panel, 201 + n)),
                "zoom": frames(zoom), "log scale": frames(lambda n: panel.loss.set_log_scale(n % 2 == 0))}
    with capsys.disabled():
        print(f"\n{BATCHES:,} batches, {SIZE_PX[0]} x {SIZE_PX[1]} px: {1e6 * filling / BATCHES:.1f} us a batch "
              f"while it grew, {memory:.0f} MB; GUI thread, processor ms a frame:")
        for title, values in measured.items():
            print(f"  {title:22s} least {min(values):5.1f}   middle {statistics.median(values):5.1f}   "
                  f"most {max(values):5.1f}")
    assert statistics.median(measured[f"{NEW} batches arrive"]) < LIMIT_MS
