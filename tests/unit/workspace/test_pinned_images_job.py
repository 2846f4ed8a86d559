"""Small heatmaps to watch while a network learns."""

from pathlib import Path

import numpy as np
import pytest

from cnnstudio.errors import JobCancelledError
from cnnstudio.workspace.pinned_images_job import PICTURE_PX, PinnedImage, PinnedImagesJob, shrink
from tests.helpers.runs import SmallRun


def pinned(small_run: SmallRun, *indices: int) -> list[PinnedImage]:
    """Return images of the run's folder."""
    files = [small_run.folder.files[index] for index in indices]
    return [PinnedImage(file.path, small_run.folder.class_names[file.class_index]) for file in files]


def test_each_image_gets_its_picture_and_the_probability_of_its_class(small_run: SmallRun) -> None:
    pictures = list(PinnedImagesJob(small_run.path, pinned(small_run, 0, 15)).run(lambda: False))
    assert [picture.position for picture in pictures] == [0, 1]
    assert all(0 <= picture.probability <= 1 for picture in pictures)
    assert all(picture.predicted in small_run.folder.class_names for picture in pictures)
    assert pictures[0].pixels.shape == (24, 24, 3)


def test_without_a_run_the_images_are_shown_as_they_are(small_run: SmallRun) -> None:
    picture = next(PinnedImagesJob(None, pinned(small_run, 0)).run(lambda: False))
    assert picture.probability is None
    assert picture.predicted == ""


def test_an_image_that_is_gone_is_left_out(small_run: SmallRun) -> None:
    images = [PinnedImage(Path("/nowhere/gone.png"), "cat"), *pinned(small_run, 1)]
    assert [picture.position for picture in PinnedImagesJob(small_run.path, images).run(lambda: False)] == [1]


def test_a_run_that_is_gone_gives_no_pictures(small_run: SmallRun, tmp_path: Path) -> None:
    assert list(PinnedImagesJob(tmp_path / "gone", pinned(small_run, 0)).run(lambda: False)) == []


def test_it_stops_between_images(small_run: SmallRun) -> None:
    with pytest.raises(JobCancelledError):
        list(PinnedImagesJob(small_run.path, pinned(small_run, 0)).run(lambda: True))


def test_shrinking_keeps_the_proportions_and_small_images() -> None:
    assert shrink(np.zeros((100, 400, 3), np.uint8), 200).shape == (50, 200, 3)
    assert shrink(np.zeros((1, 4000), np.float32), PICTURE_PX).shape == (1, PICTURE_PX)
    small = np.zeros((10, 10), np.float32)
    assert shrink(small, 200) is small
