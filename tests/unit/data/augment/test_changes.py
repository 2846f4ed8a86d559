"""Augmentations do what they say, each image in its own way, and nothing else."""

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnstudio.data.augment.changes import augment, augment_pixels
from cnnstudio.data.config import AUGMENTATION_NAMES, AugmentConfig
from tests.helpers.augment import EVERYTHING, batch, close, generator, photos, strengths, tensor

MIXING = ("mixup", "cutmix")
CHANGES = [name for name in AUGMENTATION_NAMES if name not in MIXING]


def test_nothing_switched_on_returns_the_images_themselves():
    images = batch()
    assert augment(images, AugmentConfig(rotate_deg=30, rotate_deg_p=0), generator()) is images
    pixels = photos()
    close(augment_pixels(pixels, AugmentConfig(), generator()), tensor(pixels), atol=1e-7)


def test_what_is_given_is_not_changed():
    images, pixels = batch(), photos()
    before = images.clone(), pixels.copy()
    augment(images, EVERYTHING, generator())
    augment_pixels(pixels, EVERYTHING, generator())
    assert torch.equal(images, before[0])
    assert np.array_equal(pixels, before[1])


@pytest.mark.parametrize("name", CHANGES)
def test_each_change_changes_images_and_each_image_in_its_own_way(name):
    pixels = np.repeat(photos(1), 12, axis=0)
    config = AugmentConfig(**strengths(name), **{f"{name}_p": 0.999})
    result = augment_pixels(pixels, config, generator())
    different = {tuple(one.flatten().tolist()) for one in result}
    assert len(different) > (0 if name in ("flip_horizontal", "flip_vertical", "grey") else 8)
    assert (result - tensor(pixels)).abs().max() > 0.1


@pytest.mark.parametrize("name", CHANGES)
def test_the_probability_is_the_share_of_the_images_that_are_changed(name):
    pixels = np.repeat(photos(1, height=10, width=14), 400, axis=0)
    config = AugmentConfig(**strengths(name), **{f"{name}_p": 0.25})
    result = augment_pixels(pixels, config, generator())
    changed = ((result - tensor(pixels)).abs() > 1e-4).flatten(1).any(dim=1).float().mean()
    assert 0.18 < changed < 0.32


@pytest.mark.parametrize("name", CHANGES)
def test_images_as_bytes_and_as_floats_are_changed_alike(name):
    """The bytes are rounded once by a movement and up to one and a half steps by a blur, and by nothing else."""
    pixels = photos(24)
    config = AugmentConfig(**strengths(name))
    difference = 255 * (augment_pixels(pixels, config, generator()) - augment(tensor(pixels), config, generator()))
    moved = name in ("rotate_deg", "crop", "zoom", "shift", "shear_deg")
    assert difference.abs().max() < (1.0 if name == "blur" else 0.51 if moved else 0.001)


def test_everything_at_once_is_alike_for_bytes_and_floats():
    pixels = photos(24)
    difference = augment_pixels(pixels, EVERYTHING, generator()) - augment(tensor(pixels), EVERYTHING, generator())
    assert 255 * difference.abs().max() < 4
    other = augment_pixels(pixels, EVERYTHING, generator(1)) - augment(tensor(pixels), EVERYTHING, generator())
    assert 255 * other.abs().max() > 100


@pytest.mark.parametrize("channels", [1, 3])
def test_the_order_in_memory_does_not_change_the_values(channels):
    pixels = photos(channels=channels)
    rows = augment_pixels(pixels, EVERYTHING, generator())
    last = augment_pixels(pixels, EVERYTHING, generator(), memory_format=torch.channels_last)
    np.testing.assert_allclose(last.numpy(), rows.numpy(), atol=1e-6)
    assert rows.is_contiguous()
    assert last.is_contiguous(memory_format=torch.channels_last)


def test_the_same_generator_gives_the_same_images_and_the_global_one_is_left_alone():
    state, numpy_state = torch.get_rng_state(), np.random.get_state()[1].copy()
    first = augment_pixels(photos(), EVERYTHING, generator(5))
    assert torch.equal(first, augment_pixels(photos(), EVERYTHING, generator(5)))
    assert not torch.equal(first, augment_pixels(photos(), EVERYTHING, generator(6)))
    assert torch.equal(torch.get_rng_state(), state)
    assert np.array_equal(np.random.get_state()[1], numpy_state)


def test_what_an_image_becomes_does_not_depend_on_the_others():
    """The values are drawn before the pixels are looked at."""
    first, second = photos(8, seed=1), photos(8, seed=2)
    second[3] = first[3]
    one, other = (augment_pixels(pixels, EVERYTHING, generator()) for pixels in (first, second))
    assert torch.equal(one[3], other[3])


def test_settings_from_before_there_were_probabilities_mean_what_they_meant():
    config = AugmentConfig.model_validate({"flip_horizontal": True, "rotate_deg": 15.0, "brightness": 0.2})
    assert (config.flip_horizontal_p, config.rotate_deg_p, config.brightness_p) == (0.5, 1, 1)
    assert not any(config.is_on(name) for name in CHANGES if name not in config.model_fields_set)


CONFIGS = st.builds(
    AugmentConfig, flip_horizontal=st.booleans(), flip_vertical=st.booleans(), rotate_deg=st.floats(0, 180),
    crop=st.floats(0, 0.95), zoom=st.floats(0, 0.9), shift=st.floats(0, 0.5), shear_deg=st.floats(0, 60),
    brightness=st.floats(0, 0.9), contrast=st.floats(0, 0.9), saturation=st.floats(0, 1), hue=st.floats(0, 0.5),
    grey=st.booleans(), blur=st.floats(0, 5), noise=st.floats(0, 0.5), erase=st.floats(0, 0.5),
    crop_p=st.floats(0, 1), noise_p=st.floats(0, 1))


@settings(max_examples=30, deadline=None)
@given(CONFIGS, st.integers(1, 3), st.sampled_from([1, 3]), st.integers(8, 24), st.integers(8, 24))
def test_any_augmentation_keeps_shape_and_range(config, count, channels, height, width):
    pixels = photos(count, channels, height, width)
    for result in (augment_pixels(pixels, config, generator()), augment(tensor(pixels), config, generator())):
        assert result.shape == (count, channels, height, width)
        assert result.dtype == torch.float32
        assert result.min() >= 0
        assert result.max() <= 1
