"""Takes single pictures out of a video file, each when it is wanted."""

import os
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from cnnstudio.errors import InputError
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop

VIDEO_ENDINGS = (".avi", ".mp4", ".m4v", ".mov", ".mkv", ".webm", ".mpg", ".mpeg", ".wmv", ".ogv")
_ASK_S = 0.05
_JUMP_FROM = 60
"""So many frames further on the file is searched instead of read through."""
_LARGEST_FRAME = 2**26
"""Pixels; a header that claims more is damaged."""
_USUAL_RATE = 25.0
_QUIET = "-8"
"""What is wrong with a file is told in the window; the decoder need not print it as well."""


@dataclass(frozen=True, slots=True)
class VideoOpened:
    """What the file says of itself.

    Attributes
    ----------
    frames : how many there are; some files say more than they hold
    rate : frames a second
    """

    frames: int
    rate: float


@dataclass(frozen=True, slots=True, eq=False)
class VideoPicture:
    """One frame.

    Attributes
    ----------
    pixels : (H, W, 3) uint8 RGB
    number : from 0
    """

    pixels: NDArray[np.uint8]
    number: int


@dataclass(frozen=True, slots=True)
class VideoEnded:
    """A frame that was wanted cannot be read; ``frames`` can."""

    frames: int


class FrameWish:
    """Says which frame is wanted; given by one thread, taken by another, and the newest one counts."""

    def __init__(self) -> None:
        self._given = threading.Condition()
        self._number: int | None = None

    def give(self, number: int) -> None:
        """Want frame ``number``, from 0, and no earlier one any more."""
        with self._given:
            self._number = number
            self._given.notify()

    def take(self, seconds: float) -> int | None:
        """Return which frame is wanted, after waiting for that a moment; each wish is taken once."""
        with self._given:
            if self._number is None:
                self._given.wait(seconds)
            number, self._number = self._number, None
            return number


class VideoJob:
    """Yield `VideoOpened`, then a `VideoPicture` for every wish, or `VideoEnded`, until it is stopped.

    Raises
    ------
    InputError
        From `run`: the file is no video that can be read, or it is damaged from its first frame on.
    """

    def __init__(self, path: Path, wish: FrameWish) -> None:
        self._path, self._wish = path, wish

    @property
    def title(self) -> str:
        """What the status line says."""
        return translate("workspace", "Looking at {file}", file=self._path.name)

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Open the file and yield what is wanted; it is closed in any case."""
        frames = Frames(self._path)
        try:
            yield frames.about
            while not should_stop():
                wanted = self._wish.take(_ASK_S)
                if wanted is not None:
                    pixels = frames.read(wanted)
                    yield VideoEnded(frames.readable) if pixels is None else VideoPicture(pixels, wanted)
        finally:
            frames.close()


class Frames:
    """An open video file; raises InputError when it is none.

    Attributes
    ----------
    about : what the file says of itself
    readable : how many frames can really be read, as far as that is known
    """

    def __init__(self, path: Path) -> None:
        self._path, self._next = path, 0
        if not path.is_file():
            raise InputError(translate("workspace", "There is no file {path}.", path=path))
        self._video = _opened(path)
        self.about = self._look()
        self.readable = self.about.frames

    def _look(self) -> VideoOpened:
        import cv2

        get = self._video.get
        frames, rate = get(cv2.CAP_PROP_FRAME_COUNT), get(cv2.CAP_PROP_FPS)
        size = get(cv2.CAP_PROP_FRAME_WIDTH) * get(cv2.CAP_PROP_FRAME_HEIGHT)
        if not self._video.isOpened() or not 1 <= frames < 2**31 or not 1 <= size <= _LARGEST_FRAME:
            self.close()
            raise InputError(translate(
                "workspace", "{path} is damaged, or no video this program can read. Give a video such as MP4, MOV or "
                "AVI, or convert it with another program.", path=self._path))
        return VideoOpened(int(frames), rate if 0.01 < rate <= 1000 else _USUAL_RATE)

    def read(self, number: int) -> NDArray[np.uint8] | None:
        """Return a frame (H, W, 3) RGB; None where the file cannot be read so far: then `readable` is known.

        Raises
        ------
        InputError
            When not even the first frame can be read.
        """
        import cv2

        picture = self._picture(number) if number < self.readable else None
        if picture is not None:
            return np.asarray(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), dtype=np.uint8)
        self.readable = min(self.readable, self._count(number))
        if self.readable == 0:
            raise InputError(translate(
                "workspace", "{path} is damaged: its first picture cannot be read.", path=self._path))
        return None

    def _picture(self, number: int) -> Any:
        """Read on to a near frame, search for a far one; None where there is none."""
        import cv2

        try:
            if not self._next <= number < self._next + _JUMP_FROM:
                self._video.set(cv2.CAP_PROP_POS_FRAMES, number)
                self._next = number
            while self._next <= number:
                if not self._video.grab():
                    return None
                self._next += 1
            return self._video.retrieve()[1]
        except cv2.error:
            return None

    def _count(self, limit: int) -> int:
        """Count the frames that can be read one after the other, up to a limit; the file begins anew then."""
        self._begin_anew()
        count = 0
        while count < limit and self._video.grab():
            count += 1
        self._begin_anew()
        return count

    def _begin_anew(self) -> None:
        """Open the file again: searching backwards from a damaged place finds nothing."""
        self.close()
        self._video, self._next = _opened(self._path), 0

    def close(self) -> None:
        """Close the file."""
        self._video.release()


def _opened(path: Path) -> Any:
    import cv2

    os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", _QUIET)
    # Not any reader there is: some take a picture's name for the first of a series.
    video = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    if video.isOpened():
        return video
    video.release()
    return cv2.VideoCapture(str(path), cv2.CAP_OPENCV_MJPEG)
