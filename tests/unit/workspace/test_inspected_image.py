"""What is kept of the images looked at last, and when it is made anew."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnstudio.errors import InputError, JobCancelledError
from cnnstudio.explain.target import Target
from cnnstudio.workspace.compared_look_job import number_of
from cnnstudio.workspace.image_at_epochs import ImageAtEpochs
from cnnstudio.workspace.inspected_image import inspected_image
from cnnstudio.workspace.look_job import LookQuestion, map_answer
from cnnstudio.workspace.several_job import SeveralJob
from tests.helpers.images import class_picture
from tests.helpers.runs import SmallRun


def lend(run: SmallRun, image: Path) -> object:
    """Return what is kept of an image."""
    with inspected_image(run.path, image) as seen:
        return seen


def test_an_image_is_kept_until_two_others_were_looked_at(small_run: SmallRun) -> None:
    one, two, three = (file.path for file in small_run.folder.files[:3])
    first = lend(small_run, one)
    lend(small_run, two)
    assert lend(small_run, one) is first
    lend(small_run, two)
    lend(small_run, three)
    assert lend(small_run, one) is not first


def test_a_file_that_was_changed_is_read_again(small_run: SmallRun, tmp_path: Path) -> None:
    path = tmp_path / "photo.png"
    Image.fromarray(class_picture("cat", 1, 40)).save(path)
    first = lend(small_run, path)
    Image.fromarray(class_picture("dog", 2, 44)).save(path)
    os.utime(path, ns=(1, 1))
    again = lend(small_run, path)
    assert again is not first
    assert again.answer.pixels.shape == (44, 44, 3)


def test_the_last_weights_answer_as_the_run_saved_them(small_run: SmallRun) -> None:
    from cnnstudio.explain.explainer import Explainer
    from cnnstudio.runs.store import RunFolder

    run, image = RunFolder.load(small_run.path), small_run.folder.files[0].path
    record = run.record
    epochs = ImageAtEpochs(small_run.path, image)
    seen, epoch = epochs.at(epochs.last), epochs.last
    logits, pixels = seen.answer.logits, seen.answer.pixels
    alone = Explainer(run.load_module("last"), record.preprocess, record.mean, record.std, record.class_names)
    np.testing.assert_allclose(logits, alone.inspect(pixels).logits, rtol=1e-5, atol=1e-5)    # float32
    assert epoch == record.history[-1].epoch


def test_one_damaged_image_of_many_gets_a_tile_that_says_so(small_run: SmallRun, tmp_path: Path) -> None:
    damaged, sound = tmp_path / "damaged.png", small_run.folder.files[0].path
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n")
    tiles = list(SeveralJob("images", LookQuestion(small_run.path, sound), (damaged, sound)).run(lambda: False))
    assert [tile.name for tile in tiles] == [damaged, sound]
    assert tiles[0].map is None
    assert "damaged.png" in tiles[0].problem
    assert tiles[1].map is not None


def test_a_class_the_other_run_does_not_know_is_named() -> None:
    assert number_of("cat", ("ant", "cat")) == 1
    with pytest.raises(InputError, match='knows no class "cow"'):
        number_of("cow", ("ant", "cat"))


@pytest.mark.parametrize("method", ["grad-cam", "eigencam"])
def test_the_maps_of_many_images_are_those_of_each_alone(small_run: SmallRun, method: str) -> None:
    paths = [file.path for file in small_run.folder.files[:9]]
    tiles = list(SeveralJob("images", LookQuestion(small_run.path, paths[0], method=method), paths).run(lambda: False))
    assert [tile.name for tile in tiles] == paths
    for path, tile in zip(paths, tiles, strict=True):
        with inspected_image(small_run.path, path, keep=False) as seen:
            alone = map_answer(seen, seen.answer.key(Target(), "auto", method))
        np.testing.assert_allclose(tile.map.raw, alone.raw, rtol=0, atol=5e-6 * np.abs(alone.raw).max())   # float32
        assert (tile.map.key, tile.map.evidence, tile.map.note) == (alone.key, alone.evidence, alone.note)
        assert tile.image.predicted == seen.answer.predicted


def test_a_stop_is_noticed_before_the_next_few_images(small_run: SmallRun) -> None:
    paths, came = [file.path for file in small_run.folder.files[:9]], list[object]()
    with pytest.raises(JobCancelledError):
        came += SeveralJob("images", LookQuestion(small_run.path, paths[0]), paths).run(lambda: True)
    assert len(came) == 1
