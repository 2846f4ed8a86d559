"""Tests of the first settings for a folder."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from cnnstudio.data.config import PreprocessConfig
from cnnstudio.data.folder.image_folder import scan
from cnnstudio.network.presets import preset
from cnnstudio.network.shapes import analyse
from cnnstudio.workspace.suggestion import suggest_network, suggest_preprocess, suggest_recipe
from tests.helpers.images import make_folder


def grey_folder(root: Path, size: int) -> Path:
    for name in ("a", "b"):
        (root / name).mkdir(parents=True)
        for number in range(4):
            pixels = np.random.default_rng([number, ord(name)]).integers(0, 255, (size, size), dtype=np.uint8)
            Image.fromarray(pixels).save(root / name / f"{number}.png")
    return root


@pytest.mark.parametrize(("size", "expected"), [(12, 16), (28, 28), (32, 32), (40, 32), (50, 48), (64, 64), (200, 64)])
def test_small_images_keep_their_size_and_large_ones_get_a_quick_one(tmp_path, size, expected):
    config = suggest_preprocess(scan(make_folder(tmp_path, {"cat": 2, "dog": 2}, size)))
    assert (config.height, config.width, config.color) == (expected, expected, "rgb")


def test_grey_images_give_a_grey_input(tmp_path):
    config = suggest_preprocess(scan(grey_folder(tmp_path, 28)))
    assert config.shape == (1, 28, 28)


def test_one_image_in_colour_keeps_the_colours(tmp_path):
    root = grey_folder(tmp_path, 28)
    make_folder(root, {"b": 1}, 28)
    assert suggest_preprocess(scan(root)).color == "rgb"


def test_an_image_that_has_vanished_since_the_scan_is_left_out(tmp_path):
    folder = scan(make_folder(tmp_path, {"cat": 3, "dog": 3}, 32))
    folder.files[0].path.unlink()
    assert suggest_preprocess(folder).height == 32


def test_the_network_follows_the_size():
    assert suggest_network(PreprocessConfig(height=28, width=28)) == "tutorial"
    assert suggest_network(PreprocessConfig(height=64, width=64)) == "small"


@pytest.mark.parametrize("size", [16, 17, 18, 19, 28, 36, 37, 48, 64])
def test_the_network_fits_every_size_that_is_suggested(size):
    shape = PreprocessConfig(height=size, width=size)
    graph = preset(suggest_network(shape), input_shape=shape.shape, classes=2)
    assert analyse(graph).is_trainable


def test_few_images_get_more_epochs_and_smaller_batches(tmp_path):
    recipe = suggest_recipe(scan(make_folder(tmp_path, {"cat": 3, "dog": 3}, 32)))
    assert (recipe.epochs, recipe.batch_size) == (30, 16)
