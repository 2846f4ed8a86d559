"""Tests of predicting a folder in the window: the real job, its table, and 100,000 rows."""

import time

import numpy as np
import pytest
from PySide6.QtCore import Qt

from cnnstudio.ui.predicting.answer_model import CLASS, PROBABILITY, AnswerModel
from cnnstudio.ui.predicting.dialog import PredictDialog
from cnnstudio.workspace.prediction_tables import PredictedTable
from tests.helpers.predictions import make_pictures


@pytest.fixture
def dialog(qtbot, jobs, small_run):
    result = PredictDialog(small_run.path, jobs)
    qtbot.addWidget(result)
    result.show()
    return result


def table_of(count):
    rng = np.random.default_rng(1)
    sure = rng.random(count, dtype=np.float32)
    classes = rng.integers(0, 3, count).astype(np.int32)
    return PredictedTable(tuple(f"img{n}.png" for n in range(count)), classes, sure, sure / 2, 1 - sure, {})


def test_a_folder_is_predicted_and_the_chosen_row_shows_its_picture(qtbot, dialog, tmp_path):
    folder = make_pictures(tmp_path / "new", 5)
    (folder / "img00002.png").write_bytes(b"\x89PNG\r\n\x1a\n broken")
    dialog.folder.setText(str(folder))
    dialog.out.setText(str(tmp_path / "out"))
    dialog.start()
    qtbot.waitUntil(lambda: dialog.model.rowCount() == 5, timeout=20_000)
    assert (tmp_path / "out/predictions.csv").is_file()
    assert "Cannot be read: 1" in dialog.summary.text()
    assert dialog.model.index(2, CLASS).data()          # why it was refused
    dialog.table.selectRow(0)
    qtbot.waitUntil(lambda: not dialog.picture.pixmap().isNull(), timeout=10_000)
    with qtbot.waitSignal(dialog.look_requested) as asked:
        qtbot.mouseClick(dialog.findChild(object, "predict_look"), Qt.MouseButton.LeftButton)
    assert asked.args == [folder / "img00000.png"]


def test_a_folder_that_cannot_be_predicted_is_told_in_a_sentence(qtbot, dialog, tmp_path):
    dialog.folder.setText(str(tmp_path / "gone"))
    dialog.out.setText(str(tmp_path / "out"))
    dialog.start()
    error = dialog.findChild(object, "predict_error")
    qtbot.waitUntil(lambda: "is not a folder" in error.text(), timeout=20_000)


def test_sorting_follows_the_numbers():
    model = AnswerModel()
    table = table_of(1000)
    model.set_table(table, ("a", "b", "c"))
    model.sort(PROBABILITY, Qt.SortOrder.AscendingOrder)
    assert [model.row_at(row) for row in range(1000)] == np.argsort(table.probability, kind="stable").tolist()
    model.sort(PROBABILITY, Qt.SortOrder.DescendingOrder)
    assert model.row_at(0) == int(table.probability.argmax())


def test_100_000_rows_are_sorted_within_the_time_of_a_frame_or_three():
    model = AnswerModel()
    model.set_table(table_of(100_000), ("a", "b", "c"))
    times = []
    for column in (PROBABILITY, CLASS, PROBABILITY):
        start = time.thread_time()
        model.sort(column, Qt.SortOrder.DescendingOrder)
        times.append(time.thread_time() - start)
    assert min(times) < 0.05
