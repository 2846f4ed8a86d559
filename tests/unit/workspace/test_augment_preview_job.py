"""The preview shows what a training is given: the same pixels, the same mixing."""

from pathlib import Path

import numpy as np
import pytest

from cnnstudio.data.batches import Batches
from cnnstudio.data.config import AugmentConfig, PreprocessConfig
from cnnstudio.data.folder.image_folder import ImageFolder, scan
from cnnstudio.data.loading import load
from cnnstudio.data.pixels.source import ArraySource
from cnnstudio.errors import ImageError
from cnnstudio.workspace.augment_preview_job import AugmentPreviewJob, AugmentPreviewReady
from cnnstudio.workspace.augmentations import AUGMENTATIONS
from tests.helpers.images import make_folder

PREPROCESS = PreprocessConfig(height=20, width=24)
MIXED = AUGMENTATIONS["strong"].model_copy(update={"mixup": 0.4, "cutmix": 1.0})


@pytest.fixture
def pair(tmp_path: Path) -> ImageFolder:
    return scan(make_folder(tmp_path, {"cat": 1, "dog": 1}, 24))


def preview(folder: ImageFolder, augment: AugmentConfig, seed: int = 0) -> AugmentPreviewReady:
    job = AugmentPreviewJob(folder.files[0].path, PREPROCESS, augment, seed=seed, folder=folder)
    (event,) = job.run(lambda: False)
    return event


@pytest.mark.parametrize("augment", [AUGMENTATIONS["strong"], MIXED], ids=["strong", "mixed"])
def test_a_version_is_what_a_training_is_given_before_normalisation(pair, augment):
    """The training's batches are normalised with figures of their own; that is reckoned back here."""
    files = pair.files if augment is MIXED else pair.files[:1]
    pixels = np.stack([load(file.path, PREPROCESS).input_pixels for file in files])
    mean, std = np.array((0.4, 0.5, 0.6)), np.array((0.2, 0.25, 0.3))
    training = Batches(ArraySource(pixels, np.array([file.class_index for file in files])), np.arange(len(files)),
                       batch_size=len(files), mean=mean, std=std, shuffle=False, seed=3, augment=augment)
    shown, other = preview(pair, augment, seed=3), preview(pair, augment, seed=4)
    for number in range(8):
        (batch,) = training.epoch(number)
        expected = 255 * (batch.images[0].permute(1, 2, 0).numpy() * std + mean)
        assert np.abs(shown.versions[number] - expected).max() < 0.51
        assert np.abs(other.versions[number] - expected).max() > 5


def test_a_mixed_version_says_its_shares(pair):
    shown = preview(pair, AugmentConfig(cutmix=1.0))
    own, other = (load(file.path, PREPROCESS).input_pixels for file in pair.files)
    assert len(shown.captions) == 8
    for version, caption in zip(shown.versions, shown.captions, strict=True):
        from_other = ((version == other) & (version != own)).any(axis=2).mean()
        share = max(from_other, 1 - from_other)
        first, second = ("dog", "cat") if from_other > 0.5 else ("cat", "dog")
        if caption:
            assert caption == f"{round(100 * share)} % {first} · {100 - round(100 * share)} % {second}"
    assert any(shown.captions)


def test_versions_that_are_not_mixed_have_no_caption(pair):
    assert set(preview(pair, AugmentConfig(rotate_deg=10)).captions) == {""}
    rare = preview(pair, AugmentConfig(mixup=0.4, mixup_p=0.3))
    for version, caption in zip(rare.versions, rare.captions, strict=True):
        assert bool(caption) == bool(np.abs(version.astype(int) - rare.input_pixels).max() > 2)


def test_partners_that_cannot_be_read_are_passed_over(pair):
    pair.files[1].path.write_bytes(b"no image")
    shown = preview(pair, AugmentConfig(mixup=0.4))
    assert (shown.versions == shown.input_pixels).all()
    pair.files[0].path.write_bytes(b"no image")
    with pytest.raises(ImageError):
        preview(pair, AugmentConfig(mixup=0.4))


def test_without_a_folder_nothing_is_mixed(pair):
    job = AugmentPreviewJob(pair.files[0].path, PREPROCESS, AugmentConfig(mixup=0.4))
    (shown,) = job.run(lambda: False)
    assert (shown.versions == shown.input_pixels).all()
