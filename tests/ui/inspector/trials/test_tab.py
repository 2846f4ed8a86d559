"""The tab in which an image is changed: with a real mouse, by keyboard, beside its controls."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QPushButton, QSlider
from pytestqt.qtbot import QtBot

from cnnstudio.explain.trials.areas import hottest
from cnnstudio.explain.trials.edits import Erase, Paste
from cnnstudio.ui.inspector.tabs import InspectorContext, LookSelection
from cnnstudio.ui.inspector.trials.answer import TrialAnswer
from cnnstudio.ui.inspector.trials.canvas import Tool
from cnnstudio.ui.inspector.trials.tab import TrialTab
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.runs import SmallRun

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(qtbot: QtBot, workspace: Workspace, jobs: JobRunner, small_run: SmallRun) -> TrialTab:
    """Give the tab with the first image and its first answer."""
    selection = LookSelection()
    tab = TrialTab(InspectorContext(workspace, jobs, selection))
    qtbot.addWidget(tab)
    selection.setParent(tab)
    tab.resize(900, 700)
    tab.show()
    selection.select(run_path=small_run.path, image=small_run.folder.files[0].path)
    qtbot.waitUntil(lambda: tab.session.ready is not None)
    return tab


def text(tab: TrialTab, name: str) -> str:
    found = tab.findChild(QLabel, name)
    assert found is not None
    return found.text()


def button(tab: TrialTab, name: str) -> QPushButton:
    found = tab.findChild(QPushButton, name)
    assert found is not None
    return found


def point(tab: TrialTab, x: float, y: float) -> QPoint:
    """Return where a place, in shares of the image, is in the canvas."""
    area = tab.canvas.image_rectangle()
    return QPointF(area.x() + x * area.width(), area.y() + y * area.height()).toPoint()


def drag(tab: TrialTab, *places: tuple[float, float]) -> None:
    QTest.mousePress(tab.canvas, LEFT, pos=point(tab, *places[0]))
    for place in places[1:]:
        QTest.mouseMove(tab.canvas, point(tab, *place))
    QTest.mouseRelease(tab.canvas, LEFT, pos=point(tab, *places[-1]))


def wait_for_changes(qtbot: QtBot, tab: TrialTab, count: int) -> None:
    """Wait until the answer about ``count`` kept changes is on show."""
    qtbot.waitUntil(lambda: max(tab.session.course, default=-1) == count == len(tab.session.stack.done)
                    and not tab._context.jobs.is_running("trial"))


def test_painting_erases_and_the_answer_stands_beside_its_controls(qtbot: QtBot, tab: TrialTab) -> None:
    original = tab.session.original
    assert original is not None
    drag(tab, (0.2, 0.5), (0.5, 0.5), (0.8, 0.5))
    wait_for_changes(qtbot, tab, 1)
    ready = tab.session.ready
    assert ready is not None
    rows = np.flatnonzero((ready.pixels != original).any(axis=(1, 2)))
    assert abs(rows.mean() + 0.5 - original.shape[0] / 2) < 1.5, "the stroke lies in the middle"
    assert ready.changed > 0.05
    watched = int(ready.before.argmax())
    assert text(tab, "trial_title") == ready.class_names[watched]
    assert text(tab, "trial_change") == f"{100 * ready.before[watched]:.1f} % → {100 * ready.after[watched]:.1f} %"
    low, high = 100 * ready.controls[:, watched].min(), 100 * ready.controls[:, watched].max()
    assert f"8 times: {low:.1f} % to {high:.1f} %" in text(tab, "trial_control")
    assert f"{100 * ready.changed:.1f} % of the image" in text(tab, "trial_words")


def test_a_lasso_erases_what_it_holds(qtbot: QtBot, tab: TrialTab) -> None:
    qtbot.mouseClick(button(tab, "tool_lasso"), LEFT)
    assert tab.canvas.tool is Tool.LASSO
    drag(tab, (0.25, 0.25), (0.75, 0.25), (0.75, 0.75), (0.25, 0.75))
    wait_for_changes(qtbot, tab, 1)
    (edit,) = tab.session.stack.done
    assert edit.area.mean() == pytest.approx(0.25, abs=0.08)


def test_changes_are_taken_back_and_made_again_by_buttons(qtbot: QtBot, tab: TrialTab) -> None:
    assert not button(tab, "trial_undo").isEnabled()
    for y in (0.3, 0.7):
        drag(tab, (0.2, y), (0.8, y))
    wait_for_changes(qtbot, tab, 2)
    before = tab.session.stack
    qtbot.mouseClick(button(tab, "trial_undo"), LEFT)
    wait_for_changes(qtbot, tab, 1)
    qtbot.mouseClick(button(tab, "trial_redo"), LEFT)
    wait_for_changes(qtbot, tab, 2)
    assert tab.session.stack.done == before.done
    qtbot.mouseClick(button(tab, "trial_reset"), LEFT)
    wait_for_changes(qtbot, tab, 0)
    assert tab.session.ready is not None
    assert np.array_equal(tab.session.ready.pixels, tab.session.ready.original)
    assert not button(tab, "trial_undo").isEnabled()
    assert button(tab, "trial_redo").isEnabled()


def test_the_slider_erases_the_hottest_part_and_replaces_what_it_erased_before(qtbot: QtBot, tab: TrialTab) -> None:
    slider = tab.findChild(QSlider, "hottest_slider")
    assert slider is not None
    for value in (10, 20):
        slider.setValue(value)
    wait_for_changes(qtbot, tab, 1)
    ready, (edit,) = tab.session.ready, tab.session.stack.done
    assert ready is not None
    assert ready.raw is not None
    assert np.array_equal(edit.area, hottest(ready.raw, 0.2, *ready.original.shape[:2]))
    slider.setValue(0)
    wait_for_changes(qtbot, tab, 0)


def test_another_filling_replaces_the_last_one(qtbot: QtBot, tab: TrialTab) -> None:
    drag(tab, (0.2, 0.5), (0.8, 0.5))
    wait_for_changes(qtbot, tab, 1)
    combo = tab.findChild(QComboBox, "trial_fill")
    assert combo is not None
    combo.setFocus()
    QTest.keyClick(combo, Qt.Key.Key_Down)
    wait_for_changes(qtbot, tab, 1)
    (edit,) = tab.session.stack.done
    assert isinstance(edit, Erase)
    assert edit.fill == "blur"


def test_all_of_it_can_be_done_by_keyboard(qtbot: QtBot, tab: TrialTab) -> None:
    tab.canvas.setFocus()
    for _ in range(3):
        QTest.keyClick(tab.canvas, Qt.Key.Key_Right)
    QTest.keyClick(tab.canvas, Qt.Key.Key_Space)
    wait_for_changes(qtbot, tab, 1)
    area = tab.session.stack.done[0].area
    columns = np.flatnonzero(area.any(axis=0))
    assert columns.mean() + 0.5 == pytest.approx(area.shape[1] / 2 + 3, abs=1)


def test_a_part_is_copied_and_laid_down_in_another_image(
        qtbot: QtBot, tab: TrialTab, small_run: SmallRun) -> None:
    assert not button(tab, "tool_paste").isEnabled()
    drag(tab, (0.3, 0.3), (0.6, 0.3))
    wait_for_changes(qtbot, tab, 1)
    original = tab.session.original
    qtbot.mouseClick(button(tab, "trial_copy"), LEFT)
    tab._context.selection.select(image=small_run.folder.files[-1].path)
    wait_for_changes(qtbot, tab, 0)
    assert not np.array_equal(tab.session.original, original)
    qtbot.mouseClick(button(tab, "tool_paste"), LEFT)
    QTest.mouseClick(tab.canvas, LEFT, pos=point(tab, 0.5, 0.5))
    wait_for_changes(qtbot, tab, 1)
    (edit,) = tab.session.stack.done
    assert isinstance(edit, Paste)
    height, width = edit.shape
    middle = edit.top + edit.patch.mask.shape[0] / 2, edit.left + edit.patch.mask.shape[1] / 2
    assert middle == pytest.approx((height / 2, width / 2), abs=1)


def test_a_part_is_tried_in_many_images_of_other_classes(qtbot: QtBot, tab: TrialTab, small_run: SmallRun) -> None:
    drag(tab, (0.3, 0.3), (0.6, 0.3))
    wait_for_changes(qtbot, tab, 1)
    qtbot.mouseClick(button(tab, "trial_copy"), LEFT)
    qtbot.mouseClick(button(tab, "patch_try"), LEFT)
    view = tab.findChild(QListWidget, "patch_images")
    assert view is not None
    qtbot.waitUntil(lambda: view.count() > 0)
    watched = tab.answer.bars.rows[int(tab.session.ready.before.argmax())].name  # type: ignore[union-attr]
    names = {file.path: small_run.folder.class_names[file.class_index] for file in small_run.folder.files}
    asked = [view.item(row).data(int(Qt.ItemDataRole.UserRole) + 1) for row in range(view.count())]
    assert watched not in {names[path] for path in asked}
    assert "with the same pixels shuffled" in text(tab, "patch_words")


def test_an_image_that_cannot_be_read_is_told_in_a_sentence(qtbot: QtBot, tab: TrialTab, tmp_path: object) -> None:
    tab._context.selection.select(image=tab._context.selection.image.parent / "gone.png")  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: "gone.png" in text(tab, "trial_words"))
    assert tab.session.ready is None
    assert not button(tab, "tool_brush").isEnabled()


@pytest.mark.parametrize(("after", "words"), [
    (0.2, "Much more than in any of 3 controls"), (0.58, "one part in 4 does that by chance"),
    (0.7, "No more than the controls"), (0.99, "speaks against the class")])
def test_what_follows_from_a_change_depends_on_the_controls(qtbot: QtBot, after: float, words: str) -> None:
    answer = TrialAnswer()
    qtbot.addWidget(answer)
    controls = np.array([0.6, 0.8, 0.9])
    assert words in answer.words(0.95, after, controls, 0.1)
    assert f"{abs(100 * (after - 0.95)):.1f} points" in answer.words(0.95, after, controls, 0.1)


def test_a_file_can_follow_an_image_without_one(tab: TrialTab, small_run: SmallRun, qtbot: QtBot) -> None:
    selection, pixels = tab._context.selection, np.full((20, 30, 3), 90, np.uint8)
    selection.select(image=pixels)
    qtbot.waitUntil(lambda: tab.session.ready is not None)
    before = tab.session.ready
    selection.select(image=small_run.folder.files[1].path)
    qtbot.waitUntil(lambda: tab.session.ready not in (None, before))
    assert not np.array_equal(tab.session.ready.original, before.original)
