"""A video is played, sought and dropped on the page; maps are smoothed over time only when that is wanted."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from cnnstudio.data.preprocess import Placement
from cnnstudio.explain.target import Target
from cnnstudio.ui.inspector.live.smoothing import MapSmoother
from cnnstudio.ui.inspector.page import InspectorPage
from cnnstudio.workspace.look_answer import ImageAnswer, MapAnswer, MapKey
from tests.helpers.videos import frame_in, make_video

LONG_MS = 60_000


def drop(page: InspectorPage, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    page.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                              Qt.KeyboardModifier.NoModifier))


@pytest.fixture
def watching(looking: InspectorPage, tmp_path: Path, qtbot: QtBot) -> InspectorPage:
    """Give the page with a video of 25 frames, at its first one."""
    drop(looking, make_video(tmp_path / "birds.avi", 25))
    wait_for(looking, qtbot, 0)
    return looking


def wait_for(page: InspectorPage, qtbot: QtBot, number: int) -> None:
    """Wait until frame ``number`` has its answer on show."""
    def is_there() -> bool:
        newest = page.presenter.newest
        return newest is not None and isinstance(newest.image.image, np.ndarray) and (
            frame_in(newest.image.image) == number) and page.live.video.number == number

    qtbot.waitUntil(is_there, timeout=LONG_MS)


def test_a_dropped_video_waits_at_its_first_frame(watching: InspectorPage) -> None:
    bar = watching.live.bar
    assert bar.isVisible()
    assert bar.texts == ("Frame 1 / 25, 0:00.0", "")
    assert bar.play.accessibleName() == "Play"
    assert not bar.smooth.isChecked()
    assert watching.presenter.name_of_pixels == "birds.avi, frame 1"
    subject = watching._on_show()
    assert subject is not None
    assert subject.this_image().name == "birds.avi, frame 1"
    assert isinstance(subject.this_image().pixels, np.ndarray)


def test_playing_ends_at_the_last_frame_and_counts_what_was_left_out(watching: InspectorPage, qtbot: QtBot) -> None:
    seen = [0]
    watching.live.image_taken.connect(lambda pixels, _name: seen.append(frame_in(pixels)))
    watching.live.bar.play.click()
    assert watching.live.bar.play.accessibleName() == "Pause"
    wait_for(watching, qtbot, 24)
    qtbot.waitUntil(lambda: not watching.live.video.is_playing, timeout=LONG_MS)
    assert seen == sorted(set(seen))
    assert watching.live.video.left_out == 25 - len(seen)
    assert watching.live.bar.texts[1] == (f"{25 - len(seen)} not shown" if len(seen) < 25 else "")


def test_the_image_from_before_the_video_can_be_chosen_again(watching: InspectorPage, qtbot: QtBot) -> None:
    before = watching._workspace.selected_image
    watching.body.images.image_chosen.emit(before)
    qtbot.waitUntil(lambda: watching.presenter.newest is not None
                    and watching.presenter.newest.image.image is before, timeout=LONG_MS)
    assert watching.live.bar.isHidden()


def test_a_file_that_is_no_video_gives_a_sentence_and_the_image_stays(looking: InspectorPage, tmp_path: Path,
                                                                    qtbot: QtBot) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video")
    before = looking.selection.image
    with qtbot.waitSignal(looking.message_requested, timeout=LONG_MS) as message:
        drop(looking, broken)
    assert "broken.mp4 is damaged, or no video" in message.args[0]
    assert looking.selection.image is before
    assert looking.live.bar.isHidden()


def answer(value: float, target: int = 0) -> tuple[ImageAnswer, MapAnswer]:
    image = ImageAnswer(Path("run"), np.zeros((2, 2, 3), np.uint8), np.zeros((2, 2, 3), np.uint8), 2, 2,
                        Placement(2, 2, 0, 0, 2, 2), ("a", "b"), np.zeros(2, np.float32), np.zeros(2, np.float32), (),
                        "conv", {})
    raw = np.full((1, 1), value, np.float32)
    return image, MapAnswer(MapKey(Target(index=target), "conv", "grad-cam"), raw, value, weak=False, evidence="")


def test_smoothing_is_off_until_it_gets_a_share() -> None:
    smoother = MapSmoother()
    one, other = answer(1.0), answer(3.0)
    assert smoother.smoothed(*one) is one[1]
    assert smoother.smoothed(*other) is other[1]


def test_a_smoothed_map_is_the_mean_worked_out_by_hand_and_never_over_two_questions() -> None:
    smoother = MapSmoother()
    smoother.share = 0.75
    assert smoother.smoothed(*answer(8.0)).raw == 8.0
    second = answer(0.0)
    assert smoother.smoothed(*second).raw == 6.0           # 0.75 · 8 + 0.25 · 0
    assert smoother.smoothed(*second).raw == 6.0           # asked again of the same picture
    assert smoother.smoothed(*answer(2.0)).raw == 5.0      # 0.75 · 6 + 0.25 · 2
    assert smoother.smoothed(*answer(1.0, target=1)).raw == 1.0


def test_the_slider_shows_any_frame_and_smoothing_shows_its_number(watching: InspectorPage, qtbot: QtBot) -> None:
    bar = watching.live.bar
    bar.smooth.click()
    assert bar.share.isVisible()
    assert watching.live.smoother.share == bar.share.value() == 0.5
    bar.slider.setValue(17)
    wait_for(watching, qtbot, 17)
    assert bar.texts[0] == "Frame 18 / 25, 0:00.7"
    bar.slider.setValue(4)
    wait_for(watching, qtbot, 4)
    bar.smooth.click()
    assert watching.live.smoother.share is None
