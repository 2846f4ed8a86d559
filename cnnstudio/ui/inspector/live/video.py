"""Plays a video file as fast as its pictures can be looked at: those that come meanwhile are left out and counted."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

if TYPE_CHECKING:
    from cnnstudio.ui.workers import JobRunner
    from cnnstudio.workspace.video_job import FrameWish, VideoOpened

VIDEO_SLOT = "video"


class Video(QObject):
    """Closed until `open`; then paused at its first frame.

    Attributes
    ----------
    number, left_out : the frame on show, from 0, and how many were left out while it played
    """

    picture_taken = Signal(object)
    """Pixels (H, W, 3) uint8."""
    changed = Signal()
    """Anything there is to be shown about it."""
    failed = Signal(str)
    closed = Signal()

    def __init__(self, jobs: "JobRunner", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.path: Path | None = None
        self.about: VideoOpened | None = None
        self.number, self.left_out, self.is_playing = 0, 0, False
        self._frames = 0
        self._wish: FrameWish | None = None
        self._is_looking = False
        self._clock, self._from = QElapsedTimer(), 0
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self._take_next)

    @property
    def is_open(self) -> bool:
        """Whether there is a video."""
        return self._wish is not None

    @property
    def frames(self) -> int:
        """How many frames can be shown."""
        return self._frames

    def open(self, path: Path) -> None:
        """Show the first frame of a file."""
        from cnnstudio.workspace.video_job import FrameWish, VideoJob

        self.close()
        self.path, self._wish = path, FrameWish()
        self._jobs.start(VideoJob(path, self._wish), slot=VIDEO_SLOT, on_event=self._on_event,
                         on_failed=self._on_failed, quiet=True)

    def close(self) -> None:
        """End it; the last picture stays."""
        if self.is_open:
            self._jobs.cancel(VIDEO_SLOT)
            self._forget()
            self.closed.emit()

    def _forget(self) -> None:
        self._due.stop()
        self._wish = self.about = self.path = None
        self.number, self.left_out, self.is_playing, self._is_looking, self._frames = 0, 0, False, False, 0

    # playing

    def set_playing(self, playing: bool) -> None:
        """Play from the frame on show, at the end from the beginning; or pause."""
        if self.about is None or playing == self.is_playing:
            return
        self.is_playing = playing
        if playing:
            at = 0 if self.number >= self._frames - 1 else self.number
            self._clock.start()
            self._from = at
            if at != self.number:
                self._want(at)
            elif not self._is_looking:
                self._take_next()
        else:
            self._due.stop()
        self.changed.emit()

    def seek(self, number: int) -> None:
        """Show a frame; playing goes on from there."""
        if self.about is not None and number != self.number:
            self._clock.start()
            self._from = number
            self._want(number)

    def looked(self) -> None:
        """Go on: the answer about the newest picture is on show, or there is none."""
        if self._is_looking:
            self._is_looking = False
            if self.is_playing:
                self._take_next()

    def _take_next(self) -> None:
        """Take the frame that is due by the clock, or wait for it."""
        if self.about is None or not self.is_playing or self._is_looking:
            return
        due = self._from + int(self._clock.elapsed() / 1000 * self.about.rate)
        if due <= self.number:
            self._due.start(max(1, round(1000 * (self.number + 1 - self._from) / self.about.rate
                                         - self._clock.elapsed())))
            return
        number = min(due, self._frames - 1)
        if number <= self.number:
            self.set_playing(False)
            return
        self.left_out += number - self.number - 1
        self._want(number)

    def _want(self, number: int) -> None:
        self._due.stop()
        self.number = number
        if self._wish is not None:
            self._is_looking = True
            self._wish.give(number)
        self.changed.emit()

    # answers

    def _on_event(self, event: object) -> None:
        from cnnstudio.workspace.video_job import VideoEnded, VideoOpened, VideoPicture

        if not self.is_open:
            return
        if isinstance(event, VideoOpened):
            self.about, self._frames = event, event.frames
            self._want(0)
        elif isinstance(event, VideoPicture) and event.number == self.number:
            self.picture_taken.emit(event.pixels)
        elif isinstance(event, VideoEnded):
            self._end_early(event.frames)

    def _end_early(self, frames: int) -> None:
        """Take the frames that can be read for all there are."""
        self._frames = max(1, frames)
        self.is_playing = False
        self.failed.emit(self.tr("{name} is damaged: only its first {frames} frames can be read.").format(
            name=self.path.name if self.path is not None else "", frames=f"{self._frames:,}"))
        self._want(self._frames - 1)

    def _on_failed(self, message: str, _details: str) -> None:
        self._forget()
        self.failed.emit(message)
        self.closed.emit()
