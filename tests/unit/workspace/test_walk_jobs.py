"""Recording an image for the step by step view, and looking for the images that excite a layer."""

from pathlib import Path

import numpy as np
import pytest

from cnnstudio.errors import ImageError, JobCancelledError, RunError
from cnnstudio.runs.store import RunFolder
from cnnstudio.workspace.image_choice import choose_images
from cnnstudio.workspace.jobs import Progress
from cnnstudio.workspace.loaded_run import IMAGENET_RUN, loaded_run
from cnnstudio.workspace.top_images_job import CropsJob, CropsReady, TopImagesJob, TopImagesReady, spread
from cnnstudio.workspace.walk_job import WalkJob, WalkReady
from tests.helpers.runs import SmallRun


def test_a_walk_records_every_layer_of_the_image(small_run: SmallRun) -> None:
    import torch

    (ready,) = list(WalkJob(small_run.path, small_run.folder.files[0].path).run(lambda: False))
    assert isinstance(ready, WalkReady)
    with loaded_run(small_run.path) as run, torch.no_grad():
        logits = run.network(run.explainer.tensor(ready.input_pixels))[0]
    recording = ready.recording
    np.testing.assert_allclose(recording.values[recording.layers[-2].id], logits.numpy(), atol=1e-5)
    np.testing.assert_allclose(recording.values[recording.layers[-1].id], torch.softmax(logits, 0).numpy(), atol=1e-6)
    assert recording.class_names == small_run.folder.class_names
    assert all(recording.layer(layer.id) is not None for layer in recording.layers)


def test_a_walk_of_a_damaged_image_names_it(small_run: SmallRun, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.png"
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(ImageError, match=r"damaged\.png"):
        list(WalkJob(small_run.path, damaged).run(lambda: False))


def test_a_walk_that_is_stopped_records_nothing(small_run: SmallRun) -> None:
    with pytest.raises(JobCancelledError):
        list(WalkJob(small_run.path, np.zeros((20, 20, 3), np.uint8)).run(lambda: True))


def job(small_run: SmallRun, layer: str = "relu_2", **settings: int) -> TopImagesJob:
    return TopImagesJob(small_run.path, small_run.folder, layer, small_run.cache, **settings)


def test_the_strongest_validation_images_of_a_layer_are_found(small_run: SmallRun) -> None:
    import torch

    *progress, ready = list(job(small_run, limit=100).run(lambda: False))
    assert isinstance(ready, TopImagesReady)
    assert all(isinstance(event, Progress) for event in progress)
    run = RunFolder.load(small_run.path)
    indices = choose_images(small_run.folder, run, "validation").indices
    paths = [small_run.folder.files[index].path for index in indices]
    greatest = []
    with loaded_run(small_run.path) as loaded, torch.no_grad():
        from cnnstudio.data.loading import load

        for path in paths:
            pixels = load(path, loaded.record.preprocess).input_pixels
            greatest.append(loaded.network.values_of("relu_2", loaded.explainer.tensor(pixels))[0].amax((1, 2)).numpy())
    values = np.stack(greatest)
    assert (ready.split, ready.available, ready.found.count) == ("validation", len(paths), len(paths))
    for channel in range(values.shape[1]):
        best = ready.found.images[channel, 0]
        # Batches and single images round differently in the last digits.
        assert ready.found.values[channel, 0] == pytest.approx(values[:, channel].max(), rel=1e-5)
        assert values[paths.index(ready.paths[best]), channel] == pytest.approx(values[:, channel].max(), rel=1e-5)


def test_what_was_found_is_kept_until_something_changes(small_run: SmallRun) -> None:
    first = list(job(small_run, limit=4).run(lambda: False))[-1]
    again = list(job(small_run, limit=4).run(lambda: False))
    assert again[-1] is first
    assert len(again) == 2
    assert list(job(small_run, layer="relu_1", limit=4).run(lambda: False))[-1] is not first


def test_the_images_of_a_channel_are_read_as_the_network_is_given_them(small_run: SmallRun) -> None:
    from cnnstudio.data.loading import load

    ready = list(job(small_run).run(lambda: False))[-1]
    with loaded_run(small_run.path) as run:
        preprocess = run.record.preprocess
    (crops,) = list(CropsJob(ready, (2,), preprocess).run(lambda: False))
    assert isinstance(crops, CropsReady)
    numbers = ready.found.images[2]
    assert len(crops.pictures) == np.count_nonzero(numbers >= 0)
    np.testing.assert_array_equal(crops.pictures[0], load(ready.paths[numbers[0]], preprocess).input_pixels)


def test_looking_for_images_can_be_stopped_and_says_what_it_cannot_do(small_run: SmallRun) -> None:
    with pytest.raises(JobCancelledError):
        list(job(small_run, limit=3).run(lambda: True))
    with pytest.raises(RunError, match="no feature maps called nothing"):
        list(job(small_run, layer="nothing").run(lambda: False))
    with pytest.raises(RunError, match="no validation images"):
        list(TopImagesJob(IMAGENET_RUN, small_run.folder, "backbone_1", small_run.cache).run(lambda: False))


def test_of_many_images_some_are_taken_evenly() -> None:
    chosen = spread(np.arange(1000), 11)
    assert list(np.diff(chosen)) == pytest.approx([99.9] * 10, abs=1)
    assert (chosen[0], chosen[-1]) == (0, 999)
    assert len(spread(np.arange(5), 11)) == 5
