"""The parts of the Train page by themselves."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel
from pytestqt.qtbot import QtBot

from cnnstudio.data.folder.image_folder import ImageFolder
from cnnstudio.training.events import EpochEnded, StepEnded
from cnnstudio.training.metrics import from_confusion
from cnnstudio.ui.language import language
from cnnstudio.ui.training.accuracy_bar import percent
from cnnstudio.ui.training.class_table import ClassTable
from cnnstudio.ui.training.curves_panel import CurvesPanel
from cnnstudio.ui.training.durations import duration_text, time_left
from cnnstudio.ui.training.pinning import choose_pinned
from cnnstudio.ui.training.results_view import ResultsView
from cnnstudio.ui.training.side_by_side import SideBySide
from cnnstudio.workspace.list_runs_job import RunCurves
from cnnstudio.workspace.workspace import Workspace


@pytest.mark.parametrize(("seconds", "text"), [
    (0.4, "0 s"), (59.4, "59 s"), (59.6, "1 min 0 s"), (130, "2 min 10 s"), (3900, "1 h 5 min")])
def test_durations_are_told_in_two_units(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_time_left_is_judged_from_the_pace() -> None:
    assert time_left(0.25, 10.0) == pytest.approx(30.0)
    assert time_left(1.0, 10.0) == pytest.approx(0.0)
    assert time_left(0.0, 10.0) is None


def test_the_crosshair_says_which_batch_it_reads(qtbot: QtBot) -> None:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    for epoch in (1, 2):
        for step in (1, 2, 3, 4):
            panel.add_step(StepEnded(epoch, step, 4, 10 * epoch + step, step / 4, 100.0))
        panel.add_epoch(EpochEnded(epoch, 5 * epoch, 0.5, 6 * epoch, 0.75, 0.1, 100.0, 1.0, is_best=True))
    panel.draw_batches()
    assert panel.loss.describe_at(1.76).startswith("epoch 2, batch 3 of 4:  batch 23   smoothed ")
    assert panel.loss.describe_at(1.76).endswith("training 10   validation 12")
    assert "validation 75.0 %" in panel.accuracy.accessibleDescription()


def test_curves_go_on_under_other_names_when_the_language_changes_meanwhile(
        qtbot: QtBot, english: None, tmp_path: Path) -> None:
    panel = CurvesPanel()
    qtbot.addWidget(panel)
    earlier = (EpochEnded(1, 1.0, 0.5, 2.0, 0.5, 0.1, 100.0, 1.0, is_best=True),)
    panel.show_earlier([RunCurves(tmp_path / "first", "first", earlier)])

    def learn(epoch: int) -> None:
        panel.add_step(StepEnded(epoch, 1, 1, 10 * epoch, 0.5, 100.0))
        panel.add_epoch(EpochEnded(epoch, 5 * epoch, 0.5, 6 * epoch, 0.75, 0.1, 100.0, 1.0, is_best=True))

    learn(1)
    language().set_language("da")
    learn(2)    # before all that is on show has followed
    language().finish()
    learn(3)
    panel.draw_batches()
    assert panel.loss.describe_at(3).endswith("træning 15   validering 18")
    assert list(panel.loss.values("træning")[0]) == [1, 2, 3]
    assert panel.earlier_shown == ("first træning", "first validering")
    assert {"batch", "udglattet"} <= set(panel.loss.curve_names)
    shown = {words.text() for words in panel.loss.findChildren(QLabel)}
    assert {"træning", "validering"} <= shown
    assert not {"training", "validation"} & shown
    panel.show_earlier([])
    assert not [name for name in panel.loss.curve_names if name.startswith("first")]


def test_percent_has_one_decimal() -> None:
    assert percent(0.9352) == "93.5 %"


def test_pinned_images_take_the_classes_in_turn(tmp_path: object, pets: ImageFolder) -> None:
    workspace = Workspace()
    workspace.open_folder(pets)
    first, second = choose_pinned(workspace, 0), choose_pinned(workspace, 1)
    assert [image.class_name for image in first] == ["cat", "dog", "cat", "dog"]
    assert len({image.path for image in first}) == 4  # four validation images in all
    assert [image.path for image in second] == [*(image.path for image in first[2:]), *(i.path for i in first[:2])]


def test_nothing_is_pinned_without_images() -> None:
    assert choose_pinned(Workspace(), 0) == ()


def test_scores_without_meaning_are_a_dash_and_sort_first(qtbot: QtBot) -> None:
    table = ClassTable()
    qtbot.addWidget(table)
    table.show_scores(from_confusion(np.array([[4, 1, 0], [0, 5, 0], [0, 0, 0]]), ("ant", "bee", "cow")).per_class)
    cells = [[table.model().index(row, column).data() for column in range(5)] for row in range(3)]
    assert cells[0] == ["ant", "1.000", "0.800", "0.889", "5"]
    assert cells[2][2:] == ["–", "–", "0"]
    table.sortByColumn(3, Qt.SortOrder.AscendingOrder)
    assert [table.model().index(row, 0).data() for row in range(3)] == ["cow", "ant", "bee"]


def test_results_are_resized_without_a_word_while_their_window_is_collected(qtbot: QtBot) -> None:
    results = ResultsView()
    qtbot.addWidget(results)
    results.resize(900, 700)
    results.show()
    pair = results.findChild(SideBySide)
    tables = results.findChild(QBoxLayout, "side_by_side_row")
    assert pair is not None
    assert tables is not None
    assert tables.direction() == QBoxLayout.Direction.LeftToRight
    vars(pair).clear()  # as the collector does, before Qt's half is gone
    vars(results).clear()
    results.resize(500, 700)
    assert tables.direction() == QBoxLayout.Direction.TopToBottom
