"""The button with the ways to look at what changes: a video, the camera, a part of the screen."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from cnnstudio.ui.inspector.image_input import VIDEO_FILE_FILTER
from cnnstudio.ui.inspector.live.camera import Camera
from cnnstudio.ui.inspector.live.live_bar import LiveBar
from cnnstudio.ui.inspector.live.screen_region import ScreenRegion, screen_region
from cnnstudio.ui.inspector.live.smoothing import MapSmoother
from cnnstudio.ui.inspector.live.video import Video

if TYPE_CHECKING:
    from cnnstudio.ui.inspector.tabs import LookSelection
    from cnnstudio.ui.workers import JobRunner

_OUT_OF_THE_WAY_MS = 250
"""So long the window needs to vanish from the screen before its picture is taken."""


class LiveSource(QObject):
    """Gives the page pictures; any other choice of an image ends the camera's and the video's."""

    image_taken = Signal(object, str)
    """Pixels (H, W, 3) uint8, and what they are called."""
    hurry_changed = Signal(bool)
    """Whether pictures follow each other as fast as they are looked at."""
    ended = Signal()
    """No more pictures come by themselves; the last one stays."""
    message_requested = Signal(str, str)

    def __init__(self, button: QPushButton, selection: "LookSelection", jobs: "JobRunner", parent: QObject) -> None:
        super().__init__(parent)
        self._button, self._selection = button, selection
        self.camera, self.video = Camera(jobs, self), Video(jobs, self)
        self.bar, self.smoother = LiveBar(), MapSmoother()
        self._newest: np.ndarray | None = None
        self._region: ScreenRegion | None = None
        self._is_hurried = False
        self._camera_action = self._make_menu(button)
        self._connect()

    def _make_menu(self, button: QPushButton) -> QAction:
        menu = QMenu(button)
        video = QAction(self.tr("Video file…"), menu)
        camera = QAction(self.tr("Camera"), menu)
        camera.setCheckable(True)
        screen = QAction(self.tr("Part of the screen…"), menu)
        menu.addActions([video, camera, screen])
        button.setMenu(menu)
        video.triggered.connect(self.ask_for_video)
        camera.triggered.connect(self._on_camera)
        screen.triggered.connect(self.look_at_screen)
        return camera

    def _connect(self) -> None:
        self.camera.picture_taken.connect(self._on_picture)
        self.camera.is_on_changed.connect(self._on_camera_changed)
        self.video.picture_taken.connect(self._on_picture)
        self.video.changed.connect(self._on_video)
        self.video.closed.connect(self._end)
        for source in (self.camera, self.video):
            source.failed.connect(self._on_failed)
        self.bar.play_toggled.connect(self.video.set_playing)
        self.bar.frame_requested.connect(self.video.seek)
        self.bar.smoothing_changed.connect(self._on_smoothing)
        self.bar.close_requested.connect(self.stop)
        self._selection.changed.connect(self._on_selection)

    def looked(self) -> None:
        """Let the next picture come: the answer about the newest one is on show, or there is none."""
        self.camera.go_on()
        self.video.looked()

    def stop(self) -> None:
        """Close the camera and the video."""
        self.camera.stop()
        self.video.close()

    def open_video(self, path: Path) -> None:
        """Show a video, paused at its first frame."""
        self.camera.stop()
        self.smoother.forget()
        self.video.open(path)

    def ask_for_video(self) -> None:
        """Ask for a video file and open it."""
        chosen, _ = QFileDialog.getOpenFileName(
            self._button, self.tr("Video to look at"), "", self.tr("Videos ({patterns});;All files (*)").format(
                patterns=VIDEO_FILE_FILTER))
        if chosen:
            self.open_video(Path(chosen))

    @property
    def name(self) -> str:
        """What the picture on show is called; empty where it is of no video and no camera."""
        if self.video.path is not None:
            return self.tr("{video}, frame {number}").format(video=self.video.path.name,
                                                            number=f"{self.video.number + 1:,}")
        return self.tr("Camera") if self.camera.is_on else ""

    # pictures

    def _on_picture(self, pixels: np.ndarray) -> None:
        self._newest = pixels
        if self.camera.is_on:
            self.bar.show_left_out(self.camera.left_out)
        self.image_taken.emit(pixels, self.name)

    def _tell_hurry(self) -> None:
        is_hurried = self.camera.is_on or self.video.is_playing
        if is_hurried != self._is_hurried:
            self._is_hurried = is_hurried
            self.hurry_changed.emit(is_hurried)

    def _on_video(self) -> None:
        video = self.video
        self._tell_hurry()
        if video.about is not None:
            self.bar.show_frame(video.number, video.frames, video.about.rate)
            self.bar.show_playing(playing=video.is_playing)
            self.bar.show_left_out(video.left_out)

    def _on_camera(self) -> None:
        self.video.close()
        self.smoother.forget()
        self.camera.toggle()

    def _on_camera_changed(self, is_on: bool) -> None:
        self._camera_action.setChecked(is_on)
        self._tell_hurry()
        if is_on:
            self.bar.show_camera(self.tr("Camera"))
            self.bar.show_left_out(0)
        else:
            self._end()

    def _end(self) -> None:
        self._tell_hurry()
        if not self.camera.is_on and not self.video.is_open:
            self.bar.hide()
            self.smoother.forget()
            self.ended.emit()

    def _on_smoothing(self, share: float | None) -> None:
        self.smoother.share = share

    def _on_selection(self) -> None:
        if self._selection.image is not self._newest:
            self.stop()

    def _on_failed(self, message: str) -> None:
        self.message_requested.emit(message, "warning")

    # screen

    def look_at_screen(self) -> None:
        """Let the user draw a rectangle on the screen, with this window out of the way."""
        self.stop()
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
        self.image_taken.emit(pixels, self.tr("Part of the screen"))

    def _come_back(self) -> None:
        window = self._button.window()
        window.show()
        window.activateWindow()
