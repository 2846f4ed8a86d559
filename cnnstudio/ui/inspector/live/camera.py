"""Looks through a camera: each picture is taken when the answer about the last one is on show."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.camera_job import Wish

SLOT = "camera"


class Camera(QObject):
    """Off until `start`; pictures that come faster than they are looked at are dropped."""

    picture_taken = Signal(object)
    """Pixels (H, W, 3) uint8."""
    is_on_changed = Signal(bool)
    failed = Signal(str)
    ended = Signal()
    """A film is at its end."""

    def __init__(self, jobs: "JobRunner", parent: QObject | None = None, *, source: int | Path = 0) -> None:
        super().__init__(parent)
        self._jobs, self._source = jobs, source
        self._wish: Wish | None = None
        self._looked_at = 0
        self.left_out = 0
        """Pictures that came while another one was looked at."""

    @property
    def is_on(self) -> bool:
        """Whether pictures are taken."""
        return self._wish is not None

    def toggle(self) -> None:
        """Start or stop."""
        if self.is_on:
            self.stop()
        else:
            self.start()

    def start(self) -> None:
        """Open the camera and take the first picture."""
        from cnnstudio.workspace.camera_job import CameraJob, Wish

        self._wish, self._looked_at, self.left_out = Wish(), 0, 0
        self._jobs.start(CameraJob(self._source, self._wish), slot=SLOT, on_event=self._on_event,
                         on_failed=self._on_failed, on_finished=self._on_last, on_cancelled=self._on_ended, quiet=True)
        self.is_on_changed.emit(True)

    def look_at(self, source: int | Path) -> None:
        """Close what is open and open another camera or film."""
        self.stop()
        self._source = source
        self.start()

    def stop(self) -> None:
        """Close the camera; the last picture stays."""
        if self.is_on:
            self._jobs.cancel(SLOT)
            self._on_ended()

    def go_on(self) -> None:
        """Take the next picture: the last one has been looked at."""
        if self._wish is not None:
            self._wish.give()

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.camera_job import CameraPicture

        if isinstance(event, CameraPicture) and self.is_on:
            self._looked_at += 1
            self.left_out = event.number - self._looked_at
            self.picture_taken.emit(event.pixels)

    def _on_failed(self, message: str, _details: str) -> None:
        self._on_ended()
        self.failed.emit(message)

    def _on_last(self) -> None:
        self._on_ended()
        self.ended.emit()

    def _on_ended(self) -> None:
        if self._wish is not None:
            self._wish = None
            self.is_on_changed.emit(False)
