"""Tests of the live window with a film in place of a camera, which is read by the same code."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from cnnstudio.runs.store import RunFolder
from cnnstudio.ui.elided_button import ElidedButton
from cnnstudio.ui.inspector.live.live_stage import SourceButton
from cnnstudio.ui.inspector.live.live_window import LiveWindow
from cnnstudio.workspace.explanation_job import ExplanationJob
from cnnstudio.workspace.live_job import LiveAnswerJob
from tests.helpers.videos import frame_in, make_video


@pytest.fixture
def live(qtbot, jobs, small_run, tmp_path):
    window = LiveWindow(small_run.path, jobs, source=make_video(tmp_path / "film.avi", 300))
    qtbot.addWidget(window)
    window.show()
    yield window
    window.close()


def test_every_answer_is_of_the_picture_on_show_and_equal_to_look_inside(qtbot, live, small_run):
    live.start()
    qtbot.waitUntil(lambda: live.answer is not None, timeout=20_000)
    live.freeze.setChecked(True)
    answer = live.answer
    ready = list(ExplanationJob(small_run.path, answer.pixels).run(lambda: False))[-1]
    assert answer.probabilities == pytest.approx(ready.explanation.probabilities.tolist())
    best = int(np.argmax(answer.probabilities))
    assert live.bars[0][0].text() == RunFolder.load(small_run.path).record.class_names[best]
    assert live.bars[0][1].text() == f"{100 * max(answer.probabilities):.0f} %"
    assert not live.bars[3][0].isVisible()   # three classes


def test_a_frozen_picture_stays_until_it_goes_on(qtbot, live):
    live.start()
    qtbot.waitUntil(lambda: live.answer is not None, timeout=20_000)
    live.freeze.setChecked(True)
    kept = live.answer
    qtbot.waitUntil(lambda: not live._jobs.is_running("live window"), timeout=10_000)
    assert live.answer is kept
    live.freeze.setChecked(False)
    qtbot.waitUntil(lambda: live.answer is not kept, timeout=20_000)
    assert frame_in(live.answer.pixels) != frame_in(kept.pixels)


def test_a_snapshot_holds_the_picture_and_what_is_shown(qtbot, live, tmp_path):
    live.map.setChecked(True)
    live.start()
    qtbot.waitUntil(lambda: live.answer is not None, timeout=20_000)
    live.freeze.setChecked(True)
    live.save_snapshot(tmp_path / "s.png")
    assert np.array_equal(np.asarray(Image.open(tmp_path / "s.png").convert("RGB")), live.answer.pixels)
    assert np.array_equal(np.asarray(Image.open(tmp_path / "s-shown.png").convert("RGB")), live.answer.shown)
    live.save_snapshot(tmp_path / "gone" / "s.png")
    assert "cannot be written" in live.message.text()


def test_the_heatmap_changes_the_picture_and_nothing_else(small_run):
    pixels = np.random.default_rng(0).integers(0, 256, (48, 64, 3), dtype=np.uint8)
    plain, mapped = (list(LiveAnswerJob(small_run.path, pixels, with_map=with_map).run(lambda: False))[-1]
                     for with_map in (False, True))
    assert np.array_equal(plain.shown, pixels)
    assert not np.array_equal(mapped.shown, pixels)
    assert mapped.probabilities == plain.probabilities


def test_without_a_camera_words_say_so_and_another_source_can_be_chosen(qtbot, jobs, small_run, tmp_path):
    (tmp_path / "film.avi").write_bytes(b"no film")
    window = LiveWindow(small_run.path, jobs, source=tmp_path / "film.avi")
    qtbot.addWidget(window)
    window.show()
    window.start()
    assert not window.stage.again.isVisible()
    qtbot.waitUntil(window.stage.again.isVisible, timeout=20_000)
    assert "no video that can be shown" in window.stage.words.text()
    words = window.stage.words
    assert words.height() >= words.heightForWidth(words.width()), "no line is cut off"
    assert not window.freeze.isEnabled()
    make_video(tmp_path / "film.avi", 300)
    qtbot.mouseClick(window.stage.again, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.answer is not None, timeout=20_000)
    assert window.stage.picture.isVisible()
    assert window.freeze.isEnabled()
    window.freeze.setChecked(True)
    first = window.answer
    window.source.chosen.emit(make_video(tmp_path / "other.avi", 30))
    assert not window.freeze.isChecked()
    qtbot.waitUntil(lambda: window.answer is not first, timeout=20_000)
    qtbot.waitUntil(lambda: window.rate.text() == "The video is at its end.", timeout=20_000)
    assert window.stage.picture.isVisible()
    window.close()


def test_the_source_is_named_and_the_cameras_are_offered(qtbot, tmp_path):
    button = SourceButton(0)
    qtbot.addWidget(button)
    [named] = button.findChildren(ElidedButton)
    actions = button.findChild(QMenu).actions()
    assert [action.text() for action in actions if action.isChecked()] == ["Camera 1"]
    with qtbot.waitSignal(button.chosen) as caught:
        actions[1].trigger()
    assert caught.args == [1]
    assert named.text() == "Camera 2"
    button.show_source(tmp_path / "street.avi")
    assert named.text() == "street.avi"
    assert not [action for action in actions if action.isChecked()]
