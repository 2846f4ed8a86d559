"""Takes pictures from a camera or a film, one when the last has been looked at."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cnnstudio.errors import InputError
from cnnstudio.wording import translate
from cnnstudio.workspace.jobs import ShouldStop

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ASK_S = 0.05


@dataclass(frozen=True, slots=True, eq=False)
class CameraPicture:
    """One picture.

    Attributes
    ----------
    pixels : (H, W, 3) uint8 RGB
    number : from 1; numbers are left out where pictures came faster than they were looked at
    """

    pixels: "NDArray[np.uint8]"
    number: int


class Wish:
    """Says that the next picture is wanted; given on by one thread, taken by another."""

    def __init__(self) -> None:
        self._event = threading.Event()
        self._event.set()

    def give(self) -> None:
        """Want the next picture."""
        self._event.set()

    def take(self, seconds: float) -> bool:
        """Return whether a picture is wanted, after waiting for that a moment; asks for one picture only."""
        wanted = self._event.wait(seconds)
        if wanted:    # one that was given since the waiting ended must not be lost
            self._event.clear()
        return wanted


class CameraJob:
    """Yield `CameraPicture` ... until it is stopped or the film ends.

    Parameters
    ----------
    source : number of a camera, 0 for the first, or a film
    wish : a picture is taken when it is given; what comes meanwhile is dropped, so that the picture is of now

    Raises
    ------
    InputError
        From `run`: no camera answers, or it ends.
    """

    title = "Looking through the camera"

    def __init__(self, source: int | Path, wish: Wish) -> None:
        self._source, self._wish = source, wish

    def run(self, should_stop: ShouldStop) -> Iterator[object]:
        """Yield the pictures; the camera is given back in any case."""
        import cv2

        camera = cv2.VideoCapture(self._source if isinstance(self._source, int) else str(self._source))
        try:
            if not camera.isOpened():
                raise InputError(self._refusal())
            yield from self._pictures(camera, should_stop)
        finally:
            camera.release()

    def _pictures(self, camera: Any, should_stop: ShouldStop) -> Iterator[object]:
        import cv2

        number = 0
        while not should_stop():
            # The picture is fetched in any case: a camera hands out the oldest one it has kept.
            if not camera.grab():
                if number and isinstance(self._source, Path):
                    return
                raise InputError(self._refusal())
            number += 1
            if self._wish.take(0 if isinstance(self._source, int) else _ASK_S):
                found, picture = camera.retrieve()
                if not found:
                    raise InputError(self._refusal())
                yield CameraPicture(cv2.cvtColor(picture, cv2.COLOR_BGR2RGB), number)

    def _refusal(self) -> str:
        if isinstance(self._source, Path):
            return translate(
                "workspace", "{source} is no video that can be shown. Give one such as AVI or MP4.",
                source=self._source)
        return translate(
            "workspace", "No camera answers (number {source}). Connect one, close other programs that use it, and "
            "allow this program to use it in the settings of the system.", source=self._source + 1)
