"""The button with the ways to look at what is there just now: the camera, a part of the screen."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton

from cnnstudio.ui.inspector.live.camera import Camera
from cnnstudio.ui.inspector.live.screen_region import ScreenRegion, screen_region

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.tabs import LookSelection
    from cnnstudio.ui.workers import JobRunner

_OUT_OF_THE_WAY_MS = 250
"""So long the window needs to vanish from the screen before its picture is taken."""


class LiveSource(QObject):
    """Gives the page pictures; any other choice of an image ends the camera's."""

    image_taken = Signal(object)
    """Pixels (H, W, 3) uint8."""
    message_requested = Signal(str, str)

    def __init__(self, button: QPushButton, selection: "LookSelection", jobs: "JobRunner", parent: QObject) -> None:
        super().__init__(parent)
        self._button, self._selection = button, selection
        self.camera = Camera(jobs, self)
        self._newest: np.ndarray | None = None
        self._region: ScreenRegion | None = None
        menu = QMenu(button)
        self._camera_action = QAction(self.tr("Camera"), menu)
        self._camera_action.setCheckable(True)
        self._screen_action = QAction(self.tr("Part of the screen…"), menu)
        menu.addActions([self._camera_action, self._screen_action])
        button.setMenu(menu)
        self._camera_action.triggered.connect(self.camera.toggle)
        self._screen_action.triggered.connect(self.look_at_screen)
        self.camera.picture_taken.connect(self._on_picture)
        self.camera.is_on_changed.connect(self._camera_action.setChecked)
        self.camera.failed.connect(self._on_failed)
        selection.changed.connect(self._on_selection)

    def looked(self) -> None:
        """Let the next picture come: the answer about the newest one is on show, or there is none."""
        self.camera.go_on()

    def stop(self) -> None:
        """Close the camera."""
        self.camera.stop()

    def _on_picture(self, pixels: np.ndarray) -> None:
        self._newest = pixels
        self.image_taken.emit(pixels)

    def _on_selection(self) -> None:
        if self._selection.image is not self._newest:
            self.camera.stop()

    def _on_failed(self, message: str) -> None:
        self.message_requested.emit(message, "warning")

    def look_at_screen(self) -> None:
        """Let the user draw a rectangle on the screen, with this window out of the way."""
        self.camera.stop()
        self._button.window().hide()
        QTimer.singleShot(_OUT_OF_THE_WAY_MS, self._show_region)

    def _show_region(self) -> None:
        self._region = screen_region(self._button)
        if self._region is None:
            self._come_back()
            self.message_requested.emit(self.tr("The system gives no picture of its screen. Take a screenshot with its "
                                                "own tool and paste it here."), "warning")
            return
        self._region.chosen.connect(self._on_region)
        self._region.given_up.connect(self._come_back)
        self._region.show()
        self._region.activateWindow()

    def _on_region(self, pixels: np.ndarray) -> None:
        self._come_back()
        self.image_taken.emit(pixels)

    def _come_back(self) -> None:
        window = self._button.window()
        window.show()
        window.activateWindow()
