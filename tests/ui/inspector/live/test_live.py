"""A camera's pictures come one at a time; a part of the screen is taken to the pixel."""

import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cnnstudio.errors import InputError
from cnnstudio.ui.inspector.live import live_source
from cnnstudio.ui.inspector.live.camera import SLOT, Camera
from cnnstudio.ui.inspector.live.screen_region import ScreenRegion, screen_region
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.ui.workers import JobRunner
from cnnstudio.workspace import camera_job
from cnnstudio.workspace.camera_job import CameraPicture, Wish
from tests.helpers.runs import SmallRun

LEFT = Qt.MouseButton.LeftButton


class FakeCamera:
    """A camera that always has a picture, each of one colour: its number."""

    title = "Camera"
    refuses = False

    def __init__(self, _source: object, wish: Wish) -> None:
        self._wish = wish

    def run(self, should_stop: Callable[[], bool]) -> Iterator[object]:
        if self.refuses:
            raise InputError("No camera answers.")
        number = 0
        while not should_stop():
            number += 1
            if self._wish.take(0.001):
                yield CameraPicture(np.full((4, 5, 3), number % 256, np.uint8), number)


@pytest.fixture
def camera(monkeypatch: pytest.MonkeyPatch, jobs: JobRunner) -> Camera:
    monkeypatch.setattr(camera_job, "CameraJob", FakeCamera)
    return Camera(jobs, jobs)


def test_the_next_picture_is_taken_when_the_last_has_been_looked_at(qtbot: QtBot, camera: Camera) -> None:
    taken: list[np.ndarray] = []
    camera.picture_taken.connect(taken.append)
    camera.toggle()
    assert camera.is_on
    qtbot.waitUntil(lambda: len(taken) == 1)
    turned = threading.Event()
    qtbot.waitUntil(lambda: turned.is_set() or turned.set() is None)  # the event loop turns; no picture comes
    assert len(taken) == 1
    camera.go_on()
    qtbot.waitUntil(lambda: len(taken) == 2)
    camera.toggle()
    assert not camera.is_on
    camera.go_on()
    qtbot.waitUntil(lambda: not camera._jobs.is_running(SLOT))
    assert len(taken) == 2


def test_a_camera_that_does_not_answer_is_off_again_and_says_why(
        qtbot: QtBot, camera: Camera, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeCamera, "refuses", True)
    with qtbot.waitSignal(camera.failed) as failed:
        camera.start()
    assert failed.args == ["No camera answers."]
    assert not camera.is_on


@pytest.fixture
def region(qtbot: QtBot) -> ScreenRegion:
    """Give a screen of 200 x 100 with a red rectangle from (50, 20) to (110, 60)."""
    picture = QPixmap(200, 100)
    picture.fill(QColor(10, 20, 30))
    red = QPixmap(60, 40)
    red.fill(QColor(250, 0, 0))
    painter = QPainter(picture)
    painter.drawPixmap(50, 20, red)
    painter.end()
    result = ScreenRegion(picture, QRect(0, 0, 200, 100))
    result.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(result)
    result.show()
    result.resize(200, 100)
    return result


def test_the_rectangle_that_was_drawn_is_taken_to_the_pixel(qtbot: QtBot, region: ScreenRegion) -> None:
    with qtbot.waitSignal(region.chosen) as chosen:
        QTest.mousePress(region, LEFT, pos=QPoint(109, 59))
        QTest.mouseMove(region, QPoint(70, 30))
        QTest.mouseMove(region, QPoint(50, 20))
        QTest.mouseRelease(region, LEFT, pos=QPoint(50, 20))
    (pixels,) = chosen.args
    assert pixels.shape == (40, 60, 3)
    assert np.all(pixels == (250, 0, 0))
    assert not region.isVisible()


def test_a_click_takes_nothing_and_escape_gives_up(qtbot: QtBot, region: ScreenRegion) -> None:
    taken: list[object] = []
    region.chosen.connect(taken.append)
    QTest.mouseClick(region, LEFT, pos=QPoint(40, 40))
    assert region.isVisible()
    with qtbot.waitSignal(region.given_up):
        QTest.keyClick(region, Qt.Key.Key_Escape)
    assert not taken
    assert not region.isVisible()


def test_the_screen_a_widget_is_on_is_pictured(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    found = screen_region(widget)
    if found is None:
        pytest.skip("this platform gives no picture of its screen")
    qtbot.addWidget(found)
    assert found.geometry() == widget.screen().geometry()


def live_menu(page: InspectorPage) -> dict[str, QAction]:
    return {action.text(): action for action in page.body.choices.live.menu().actions()}


def test_the_page_follows_the_camera_until_another_image_is_chosen(
        qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looking: InspectorPage, small_run: SmallRun) -> None:
    monkeypatch.setattr(camera_job, "CameraJob", FakeCamera)
    seen: list[object] = []
    looking.presenter.session.answered.connect(seen.append)
    camera = live_menu(looking)["Camera"]
    camera.trigger()
    qtbot.waitUntil(lambda: len(seen) >= 3)
    assert isinstance(looking.selection.image, np.ndarray)
    assert camera.isChecked()
    looking.show_image(small_run.folder.files[1].path)
    qtbot.waitUntil(lambda: not camera.isChecked() and not looking.live.camera._jobs.is_running(SLOT))
    assert looking.selection.image == small_run.folder.files[1].path


def test_the_window_makes_way_for_the_screen_and_looks_at_what_was_drawn(
        qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looking: InspectorPage, region: ScreenRegion) -> None:
    monkeypatch.setattr(live_source, "screen_region", lambda _button: region)
    live_menu(looking)["Part of the screen…"].trigger()
    assert not looking.window().isVisible()
    qtbot.waitUntil(lambda: looking.live._region is region)
    with qtbot.waitSignal(looking.live.image_taken):
        QTest.mousePress(region, LEFT, pos=QPoint(50, 20))
        QTest.mouseMove(region, QPoint(109, 59))
        QTest.mouseRelease(region, LEFT, pos=QPoint(109, 59))
    assert looking.window().isVisible()
    assert isinstance(looking.selection.image, np.ndarray)
    assert looking.selection.image.shape == (40, 60, 3)


def test_without_a_picture_of_the_screen_the_window_comes_back_and_says_so(
        qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, looking: InspectorPage) -> None:
    monkeypatch.setattr(live_source, "screen_region", lambda _button: None)
    with qtbot.waitSignal(looking.message_requested) as message:
        live_menu(looking)["Part of the screen…"].trigger()
    assert "no picture of its screen" in message.args[0]
    assert looking.window().isVisible()
