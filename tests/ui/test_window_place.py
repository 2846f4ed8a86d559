"""The size the window opens with: as it was left, filling a screen that is too small, and never larger than it."""

import pytest
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QWidget

from cnnstudio.ui.window_place import place_window

LAPTOP = QSize(1280, 800)
BEAMER_ON_LAPTOP = QSize(853, 533)
DESK = QSize(2560, 1440)


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(640, 400)
    window.resize(1280, 800)
    return window


def is_filling(window: QWidget) -> bool:
    return bool(window.windowState() & Qt.WindowState.WindowMaximized)


def test_at_the_first_start_a_large_screen_shows_the_usual_size(window):
    place_window(window, QByteArray(), DESK)
    assert window.size() == QSize(1280, 800)
    assert not is_filling(window)


@pytest.mark.parametrize("screen", [LAPTOP, BEAMER_ON_LAPTOP])
def test_a_screen_without_room_for_the_frame_is_filled(window, screen):
    place_window(window, QByteArray(), screen)
    assert is_filling(window)
    assert window.width() < screen.width()  # also once it no longer fills it
    assert window.height() < screen.height()


def test_a_screen_smaller_than_the_smallest_size_is_not_left(window):
    place_window(window, QByteArray(), QSize(426, 266))
    assert window.minimumWidth() < 426
    assert window.minimumHeight() < 266


def test_a_window_left_small_opens_small(window, qtbot):
    left = QWidget()
    qtbot.addWidget(left)
    left.resize(700, 500)
    place_window(window, left.saveGeometry(), DESK)
    assert window.size() == QSize(700, 500)
    assert not is_filling(window)


def test_a_window_left_filling_the_screen_fills_it(window, qtbot):
    left = QWidget()
    qtbot.addWidget(left)
    left.setWindowState(Qt.WindowState.WindowMaximized)
    place_window(window, left.saveGeometry(), DESK)
    assert is_filling(window)
