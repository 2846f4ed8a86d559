"""Frames of a video come as they are wished for; what is no video, or is cut off, is told in a sentence."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from cnnstudio.errors import InputError
from cnnstudio.workspace.video_job import FrameWish, VideoEnded, VideoJob, VideoOpened, VideoPicture
from tests.helpers.videos import frame_in, make_video


def asked(path: Path, numbers: Sequence[int]) -> list[object]:
    """Return what a job answers to one wish after the other."""
    wish, events, left = FrameWish(), list[object](), list(numbers)
    for event in VideoJob(path, wish).run(lambda: not left and len(events) > len(numbers)):
        events.append(event)
        if left:
            wish.give(left.pop(0))
    return events


def test_every_frame_that_is_wished_for_is_the_right_one_forwards_backwards_and_far_away(tmp_path: Path) -> None:
    path = make_video(tmp_path / "vidéo.avi", 31)
    numbers = [0, 1, 2, 9, 30, 3, 3, 29]
    opened, *pictures = asked(path, numbers)
    assert opened == VideoOpened(31, 25.0)
    found = []
    for picture in pictures:
        assert isinstance(picture, VideoPicture)
        assert picture.pixels.shape == (48, 64, 3)
        assert frame_in(picture.pixels) == picture.number
        found.append(picture.number)
    assert found == numbers


def test_a_far_frame_is_searched_for(tmp_path: Path) -> None:
    path = make_video(tmp_path / "long.avi", 200, height=16, width=16)
    _, picture, earlier = asked(path, [180, 5])
    assert isinstance(picture, VideoPicture)
    assert isinstance(earlier, VideoPicture)
    assert frame_in(earlier.pixels) == 5


def test_only_the_newest_wish_counts() -> None:
    wish = FrameWish()
    wish.give(3)
    wish.give(7)
    assert wish.take(0) == 7
    assert wish.take(0) is None


def test_a_video_that_was_cut_off_says_how_far_it_can_be_read_and_shows_that(tmp_path: Path) -> None:
    path = make_video(tmp_path / "cut.avi", 30)
    data = path.read_bytes()
    path.write_bytes(data[:len(data) * 2 // 3])
    opened, ended = asked(path, [29])
    assert opened == VideoOpened(30, 25.0)
    assert isinstance(ended, VideoEnded)
    assert 10 <= ended.frames <= 20    # about two thirds of 30, less the header's share
    *_, last = asked(path, [29, ended.frames - 1])
    assert isinstance(last, VideoPicture)
    assert frame_in(last.pixels) == ended.frames - 1


@pytest.mark.parametrize("content", [b"", b"no video at all", bytes(range(256)) * 40])
def test_what_is_no_video_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "image_01.avi"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"image_01\.avi is damaged, or no video"):
        asked(path, [0])


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        asked(tmp_path / "gone.mp4", [0])
