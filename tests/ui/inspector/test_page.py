"""The Look inside page: asking for images, classes and layers, and showing only the newest answer."""

import threading
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QListView,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cnnstudio.explain.target import Target
from cnnstudio.ui.image_filter import ImageFilter, filter_requests
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.workspace import look_job
from cnnstudio.workspace.look_answer import MapAnswer
from cnnstudio.workspace.workspace import Workspace
from tests.helpers.images import class_picture
from tests.helpers.runs import SmallRun
from tests.helpers.stub_jobs import EventsJob

LONG_MS = 60_000


def shown_path(page: InspectorPage) -> Path | None:
    """Return the image whose answer is on show."""
    look = page.presenter.newest
    return look.image.image if look is not None and isinstance(look.image.image, Path) else None


def shown_map(page: InspectorPage) -> MapAnswer:
    """Return the map on show."""
    assert page.presenter.newest is not None
    return page.presenter.newest.map


def other_image(page: InspectorPage) -> Path:
    """Return a listed image that is not on show."""
    return next(row.path for row in page.body.images.shown if row.path != shown_path(page))


def drop(page: InspectorPage, data: QMimeData) -> QDropEvent:
    """Drag ``data`` over the page and let it fall."""
    actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 400), actions, data, button, keys)
    QApplication.sendEvent(page, enter)
    event = QDropEvent(QPointF(600, 400), actions, data, button, keys)
    event.ignore()
    if enter.isAccepted():
        QApplication.sendEvent(page, event)
    return event


def files(*paths: Path) -> QMimeData:
    """Return what a file manager drags."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


@pytest.fixture
def own_image(tmp_path: Path) -> Path:
    """Write an image that is in no folder."""
    path = tmp_path / "own photo.png"
    Image.fromarray(class_picture("cat", 99, 40)).save(path)
    return path


def test_without_a_run_the_page_leads_to_training(page: InspectorPage, qtbot: QtBot) -> None:
    assert page.body.empty.isVisible()
    assert any(label.text() == "Train a network first" for label in page.body.empty.findChildren(QLabel))
    with qtbot.waitSignal(page.navigate_requested) as signal:
        qtbot.mouseClick(page.findChild(QPushButton, "no_run_button"), Qt.MouseButton.LeftButton)
    assert signal.args == ["train"]


def test_a_run_of_an_earlier_session_can_be_chosen(page: InspectorPage, workspace: Workspace, small_run: SmallRun,
                                                   qtbot: QtBot) -> None:
    combo = page.findChild(QComboBox, "run_choice")
    qtbot.waitUntil(lambda: combo.count() == 1, timeout=LONG_MS)
    assert combo.isVisible()
    with qtbot.waitSignal(workspace_opened(workspace, page), timeout=LONG_MS):
        combo.activated.emit(0)
    assert workspace.runs.current is not None
    assert workspace.runs.current.path == small_run.path


def workspace_opened(workspace: Workspace, page: InspectorPage) -> object:
    """Return a Qt signal that is sent when a run is opened."""
    return page.presenter.session.asked


def test_a_run_shows_its_validation_images_with_an_answer(looking: InspectorPage) -> None:
    assert len(looking.body.images.shown) == 6
    losses = [row.loss for row in looking.body.images.shown]
    assert losses == sorted(losses, reverse=True)
    assert looking.body.pane.view.has_heatmap
    assert len(looking.body.bars.rows) == 3
    assert sum(row.is_true for row in looking.body.bars.rows) == 1


def test_clicking_a_class_bar_asks_for_that_class(looking: InspectorPage, qtbot: QtBot) -> None:
    wanted = (shown_map(looking).key.target.index + 1) % 3
    place = looking.body.bars.visualRect(looking.body.bars.model().index(wanted, 0)).center()
    with qtbot.waitSignal(looking.presenter.session.answered, timeout=LONG_MS):
        qtbot.mouseClick(looking.body.bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert shown_map(looking).key.target == Target(index=wanted)
    assert looking.findChild(QComboBox, "target_class").currentData() == wanted
    assert [row.is_target for row in looking.body.bars.rows].index(True) == wanted


def test_moving_the_slider_takes_another_layer(looking: InspectorPage, qtbot: QtBot) -> None:
    first = looking.body.layers.slider.layers[0]
    with qtbot.waitSignal(looking.presenter.session.answered, timeout=LONG_MS):
        looking.findChild(QSlider, "layer_slider").setValue(0)
    assert shown_map(looking).key.layer == first.id
    assert shown_map(looking).raw.shape == first.shape[1:]
    assert looking.body.layers.tiles.tiles.chosen == first.id


def test_the_automatic_layer_is_marked_on_the_slider(looking: InspectorPage) -> None:
    layers = looking.body.layers.slider
    assert layers.choice == "auto"
    assert layers.layers[looking.findChild(QSlider, "layer_slider").value()].id == shown_map(looking).key.layer


def test_a_stale_explanation_is_dropped(looking: InspectorPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    gate, made = threading.Event(), []
    real = look_job.LookJob
    first = shown_path(looking)

    def make(question: look_job.LookQuestion, *, ahead: bool) -> EventsJob:
        events = list(real(question, ahead=False).run(lambda: False))
        made.append(question.image)
        return _Deaf(events, gate=gate if len(made) == 1 else None)

    monkeypatch.setattr(look_job, "LookJob", make)
    rows = [row.path for row in looking.body.images.shown if row.path != first]
    answers = []
    looking.presenter.session.answered.connect(lambda look: answers.append(look.image.image))
    looking.show_image(rows[0])
    looking.show_image(rows[1])
    assert shown_path(looking) == first
    gate.set()
    qtbot.waitUntil(lambda: shown_path(looking) == rows[1] and not looking.body.pane.is_open, timeout=LONG_MS)
    assert made == rows[:2]
    assert answers == [rows[1]]


class _Deaf(EventsJob):
    """Answers late even after it was asked to stop, as a network in the middle of a pass does."""

    def run(self, should_stop: object) -> object:
        return super().run(lambda: False)


def test_space_shows_the_original(looking: InspectorPage, qtbot: QtBot) -> None:
    view = looking.body.pane.view
    for widget in (view, looking.findChild(QListView, "image_list"), looking.findChild(QSlider, "opacity_slider")):
        widget.setFocus()
        qtbot.keyPress(widget, Qt.Key.Key_Space)
        assert view.is_original_shown
        qtbot.keyRelease(widget, Qt.Key.Key_Space)
        assert not view.is_original_shown


def test_the_button_shows_the_original_while_it_is_held(looking: InspectorPage, qtbot: QtBot) -> None:
    held = looking.findChild(QPushButton, "show_original")
    qtbot.mousePress(held, Qt.MouseButton.LeftButton)
    assert looking.body.pane.view.is_original_shown
    qtbot.mouseRelease(held, Qt.MouseButton.LeftButton)
    assert not looking.body.pane.view.is_original_shown


def test_arrow_keys_go_through_the_images(looking: InspectorPage, workspace: Workspace, qtbot: QtBot) -> None:
    listed = looking.findChild(QListView, "image_list")
    looking.body.images.choose_first()
    with qtbot.waitSignal(looking.presenter.session.answered, timeout=LONG_MS):
        qtbot.keyClick(listed, Qt.Key.Key_Down)
    assert workspace.selected_image == looking.body.images.shown[1].path
    qtbot.keyClick(looking.body.pane.view, Qt.Key.Key_Left)
    assert workspace.selected_image == looking.body.images.shown[0].path


def test_dropping_a_file_explains_it(looking: InspectorPage, own_image: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(looking.presenter.session.answered, timeout=LONG_MS):
        assert drop(looking, files(own_image)).isAccepted()
    assert shown_path(looking) == own_image
    assert "own photo.png, 40 × 40 px" in looking.findChild(QLabel, "image_title").text()
    assert not any(row.is_true for row in looking.body.bars.rows)


def test_a_dropped_folder_is_left_to_the_window(looking: InspectorPage, tmp_path: Path) -> None:
    assert not drop(looking, files(tmp_path)).isAccepted()


def test_an_image_on_the_clipboard_is_explained(looking: InspectorPage, qtbot: QtBot) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(200, 30, 30))
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(looking.presenter.session.answered, timeout=LONG_MS):
        looking.findChild(QPushButton, "paste_image").click()
    assert shown_path(looking) is None
    assert looking.presenter.newest.image.pixels.shape == (20, 30, 3)
    assert looking.findChild(QLabel, "image_title").text() == "Pasted image, 30 × 20 px"


def test_an_empty_clipboard_is_said_in_a_line(looking: InspectorPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("no image")
    with qtbot.waitSignal(looking.message_requested) as signal:
        looking.paste()
    assert "no image on the clipboard" in signal.args[0]


def test_a_damaged_file_gives_a_sentence_in_the_page(looking: InspectorPage, tmp_path: Path, qtbot: QtBot) -> None:
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n and then nothing")
    looking.show_image(damaged)
    qtbot.waitUntil(lambda: "damaged.png" in looking.body.pane.error.text, timeout=LONG_MS)
    assert looking.findChild(QLabel, "look_error").isVisible()
    assert not looking.body.pane.view.has_heatmap
    assert looking.body.bars.rows == []
    looking.show_image(other_image(looking))
    qtbot.waitUntil(lambda: looking.body.pane.view.has_heatmap, timeout=LONG_MS)
    assert looking.body.pane.error.text == ""


def test_the_filter_of_another_page_is_taken_over(looking: InspectorPage, workspace: Workspace) -> None:
    target = looking.body.images.shown[-1]
    filter_requests(workspace).request(ImageFilter(target.true_class, target.predicted_class))
    shown = looking.body.images.shown
    assert shown
    assert all((row.true_class, row.predicted_class) == (target.true_class, target.predicted_class) for row in shown)
    assert workspace.selected_image == shown[0].path


def test_a_filter_asked_for_before_the_page_is_built_waits(page: InspectorPage, workspace: Workspace,
                                                          small_run: SmallRun, qtbot: QtBot) -> None:
    from cnnstudio.runs.store import RunFolder

    filter_requests(workspace).request(ImageFilter(true_class=2))
    workspace.runs.open(RunFolder.load(small_run.path))
    qtbot.waitUntil(lambda: bool(page.body.images.shown), timeout=LONG_MS)
    assert {row.true_class for row in page.body.images.shown} == {2}
    assert workspace.selected_image == page.body.images.shown[0].path


def test_all_images_are_listed_on_request(looking: InspectorPage, qtbot: QtBot) -> None:
    split = looking.findChild(QComboBox, "filter_split")
    split.setCurrentIndex(split.findData("all"))
    split.activated.emit(split.currentIndex())
    qtbot.waitUntil(lambda: len(looking.body.images.shown) == 30, timeout=LONG_MS)


def test_a_split_that_is_empty_is_said_over_the_list(looking: InspectorPage, qtbot: QtBot) -> None:
    split = looking.findChild(QComboBox, "filter_split")
    split.setCurrentIndex(split.findData("test"))
    split.activated.emit(split.currentIndex())
    qtbot.waitUntil(lambda: "no test images" in looking.body.list_error.text, timeout=LONG_MS)


def test_the_scale_shows_the_raw_peak(looking: InspectorPage) -> None:
    assert looking.body.pane.bar.legend.texts == ("0", "", f"peak {shown_map(looking).raw.max():.3g}")


def test_everything_interactive_has_a_name_for_screen_readers(looking: InspectorPage) -> None:
    kinds = (QPushButton, QSlider, QComboBox, QListView, QCheckBox, QDoubleSpinBox)
    for kind in kinds:
        for widget in looking.findChildren(kind):
            if widget.objectName().startswith("qt_") or _belongs_to_combo(widget):
                continue
            assert widget.objectName(), widget
            assert widget.accessibleName(), widget.objectName()
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()


def _belongs_to_combo(widget: QWidget) -> bool:
    parent = widget.parent()
    while parent is not None:
        if isinstance(parent, QComboBox):
            return True
        parent = parent.parent()
    return False
