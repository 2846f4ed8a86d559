"""Pictures of a camera come one at a time, in the right colours; a missing camera is told in a sentence."""

import threading
from pathlib import Path

import cv2
import numpy as np
import pytest

from cnnstudio.errors import InputError
from cnnstudio.workspace.camera_job import CameraJob, CameraPicture, Wish

RED_TO_BLUE = [(250 - 25 * number, 20, 25 * number) for number in range(10)]


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """Write ten pictures of one colour each."""
    path = tmp_path / "film.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10, (64, 48))
    if not writer.isOpened():
        pytest.skip("this OpenCV writes no films")
    for red, green, blue in RED_TO_BLUE:
        writer.write(np.full((48, 64, 3), (blue, green, red), np.uint8))
    writer.release()
    return path


def test_every_wish_gets_one_picture_in_its_colours(film: Path) -> None:
    wish = Wish()
    pictures = []
    for picture in CameraJob(film, wish).run(lambda: False):
        assert isinstance(picture, CameraPicture)
        assert picture.pixels.shape == (48, 64, 3)
        assert picture.pixels.dtype == np.uint8
        pictures.append(picture)
        wish.give()
    assert [picture.number for picture in pictures] == list(range(1, 11))
    for picture in pictures:
        expected = RED_TO_BLUE[picture.number - 1]
        # JPEG's colours are off by a few; red and blue exchanged would be off by up to 250.
        assert picture.pixels.mean(axis=(0, 1)) == pytest.approx(expected, abs=12)


def test_pictures_nobody_wished_for_are_dropped(film: Path) -> None:
    wish = Wish()
    numbers = [picture.number for picture in CameraJob(film, wish).run(lambda: False)]  # type: ignore[attr-defined]
    assert numbers == [1], "the wish was given once, by its maker"


def test_a_stop_ends_it_and_gives_the_camera_back(film: Path) -> None:
    wish, seen = Wish(), []
    for picture in CameraJob(film, wish).run(lambda: len(seen) == 3):
        seen.append(picture)
        wish.give()
    assert len(seen) == 3


def test_a_missing_camera_and_a_film_that_is_none_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "broken.avi"
    broken.write_bytes(b"no film")
    with pytest.raises(InputError, match=r"broken\.avi is no video"):
        list(CameraJob(broken, Wish()).run(lambda: False))

    class Nothing:
        def __init__(self, _source: int) -> None:
            self.released = False

        def isOpened(self) -> bool:
            return False

        def release(self) -> None:
            self.released = True

    monkeypatch.setattr(cv2, "VideoCapture", Nothing)
    with pytest.raises(InputError, match=r"No camera answers \(number 1\)"):
        list(CameraJob(0, Wish()).run(lambda: False))


def test_a_wish_given_just_when_the_waiting_ends_is_not_lost() -> None:
    class Late(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            found = self.is_set()
            self.set()    # another thread wishes between the end of the waiting and what follows
            return found

    wish = Wish()
    wish._event = Late()
    assert not wish.take(0)
    assert wish._event.is_set()
    assert wish.take(0)
