"""Training, prediction, heatmap, previews, thumbnails and the exported file see the same pixels of every odd file."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn.modules.module import register_module_forward_pre_hook

from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.decoding.decode import decode
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.loading import load
from cnnstudio.export.image_loading import image_loading
from cnnstudio.runs.store import RunFolder
from cnnstudio.torch_network.builder import GraphNetwork
from cnnstudio.training.config import TrainConfig
from cnnstudio.workspace.augment_preview_job import AugmentPreviewJob
from cnnstudio.workspace.explanation_job import ExplanationJob, PredictionsJob
from cnnstudio.workspace.preview_cache import PreviewCache
from tests.helpers.odd_images import SIZES, make_odd_files
from tests.helpers.runs import training_job

PREPROCESS = PreprocessConfig(height=24, width=32, fit="stretch")
TRAIN = TrainConfig(epochs=1, batch_size=16, threads=1, device="cpu", precision="float32")


def never() -> bool:
    return False


@dataclass
class Seen:
    """Batches that networks were given, (N, C, H, W)."""

    batches: list[torch.Tensor]

    @property
    def images(self) -> torch.Tensor:
        return torch.cat(self.batches)


@contextmanager
def watched() -> Iterator[Seen]:
    """Note what goes into every network inside the block."""
    seen = Seen([])

    def note(module: torch.nn.Module, arguments: tuple[torch.Tensor, ...]) -> None:
        if isinstance(module, GraphNetwork):
            seen.batches.append(arguments[0].detach().clone().contiguous())

    handle = register_module_forward_pre_hook(note)
    try:
        yield seen
    finally:
        handle.remove()


@dataclass
class Trained:
    """A folder of the corpus' kept files, a run on it, what its training saw, and what each file must look like."""

    folder: ImageFolder
    run: Path
    seen: Seen
    mean: list[float]
    std: list[float]
    given: torch.Tensor
    cache: Path


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Trained:
    home = tmp_path_factory.mktemp("one decoder")
    kept = [odd.path for odd in make_odd_files(home / "odd", SIZES) if odd.drawn is not None]
    for number, path in enumerate(kept):
        folder = home / "pets" / ("cat", "dog")[number % 2]
        folder.mkdir(parents=True, exist_ok=True)
        os.link(path, folder / f"{number:03} {path.name}")
    folder = scan(home / "pets")
    assert folder.used == len(kept)
    with pytest.MonkeyPatch.context() as patch, watched() as seen:
        patch.setenv("CNNSTUDIO_HOME", str(home / "home"))
        saved = list(training_job(folder, home, train=TRAIN, preprocess=PREPROCESS).run(never))[-1]
    record = RunFolder.load(saved.path).record
    inputs = np.stack([load(file.path, PREPROCESS).input_pixels for file in folder.files])
    given = torch.from_numpy(
        ((inputs / 255 - np.array(record.mean)) / np.array(record.std)).astype(np.float32).transpose(0, 3, 1, 2).copy())
    return Trained(folder, saved.path, seen, list(record.mean), list(record.std), given, home / "cache")


def counted(batches: Sequence[torch.Tensor]) -> Counter[bytes]:
    """Count equal images; batches of one are those with which the program tries out a network."""
    return Counter(image.numpy().tobytes() for batch in batches if len(batch) > 1 for image in batch)


def test_training_sees_each_file_as_it_is_loaded_and_nothing_else(trained):
    assert len(trained.folder.files) > 180
    seen, given = counted(trained.seen.batches), counted([trained.given])
    assert seen.keys() == given.keys()
    assert given - seen == Counter()
    changed = trained.given.clone()
    changed[0, 0, 0, 0] += 1 / 255
    assert seen.keys() != counted([changed]).keys()  # the control: one level in one pixel of one file


def test_prediction_sees_each_file_as_training_did(trained):
    with watched() as seen:
        list(PredictionsJob(trained.run, trained.folder, cache_directory=trained.cache).run(never))
    assert torch.equal(seen.images, trained.given)


def is_of_one_colour(image):
    return torch.equal(image, image[:, :1, :1].expand_as(image))


def test_a_heatmap_is_made_of_what_training_saw_and_lies_over_the_whole_picture(trained):
    """A run is also asked about one grey picture, by which its layers are found."""
    for file, given in zip(trained.folder.files, trained.given, strict=True):
        with watched() as seen:
            ready, = ExplanationJob(trained.run, file.path).run(never)
        looked_at = [image for batch in seen.batches for image in batch
                     if is_of_one_colour(given) or not is_of_one_colour(image)]
        assert looked_at, file.relative
        assert all(torch.equal(image, given) for image in looked_at), file.relative
        np.testing.assert_array_equal(ready.pixels, decode(file.path).pixels)
        assert ready.explanation.heatmap.values.shape == ready.pixels.shape[:2]


def test_previews_show_what_training_saw(trained):
    for file in trained.folder.files[::5]:
        expected = load(file.path, PREPROCESS).input_pixels
        np.testing.assert_array_equal(PreviewCache().image(file.path, PREPROCESS).pixels, expected)
        ready, = AugmentPreviewJob(file.path, PREPROCESS, AugmentConfig(), count=1).run(never)
        np.testing.assert_array_equal(ready.input_pixels, expected)
        np.testing.assert_array_equal(ready.versions[0], expected)


@pytest.mark.filterwarnings("ignore:.*EXIF data:UserWarning")
def test_the_exported_file_loads_what_training_saw(trained):
    namespace = {"torch": torch}
    text = image_loading(PREPROCESS, trained.mean, trained.std, trained.folder.class_names)
    exec(compile(text, "network.py", "exec"), namespace)
    for file, given in zip(trained.folder.files, trained.given, strict=True):
        if not any(word in file.path.name for word in ("float", "whole_numbers", "phone")):
            assert torch.equal(namespace["load_image"](file.path)[0], given), file.relative


def test_a_thumbnail_of_the_pictures_own_size_shows_the_same_pixels(trained):
    from PySide6.QtGui import QImage

    from cnnstudio.ui.images import load_thumbnail

    checked = 0
    for file in trained.folder.files:
        pixels = decode(file.path).pixels
        if max(pixels.shape[:2]) == 32:
            image = load_thumbnail(file.path, 32).convertToFormat(QImage.Format.Format_RGB888)
            rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
            np.testing.assert_array_equal(rows[:, : 3 * image.width()].reshape(pixels.shape), pixels)
            np.testing.assert_array_equal(load(file.path, PREPROCESS).input_pixels, pixels)
            checked += 1
    assert checked > 55
