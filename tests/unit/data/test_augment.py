"""Augmentations do what they say, each image in its own way, and nothing else."""

import math

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from cnnstudio.data import augment as augment_module
from cnnstudio.data.augment import augment
from cnnstudio.data.config import AugmentConfig


def generator(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def batch(count: int = 16, channels: int = 3, height: int = 12, width: int = 18) -> torch.Tensor:
    return torch.rand(count, channels, height, width, generator=generator(99))


def spots(count: int, height: int, width: int, row: int, column: int) -> torch.Tensor:
    """Return black images with one bright block of 3 × 3 around (row, column)."""
    images = torch.zeros(count, 1, height, width)
    images[:, :, row - 1:row + 2, column - 1:column + 2] = 1
    return images


def centers(images: torch.Tensor) -> torch.Tensor:
    """Return the centre of mass of each image: (N, 2) row and column."""
    weight = images[:, 0] / images[:, 0].sum(dim=(1, 2), keepdim=True)
    rows, columns = torch.arange(images.shape[2]) + 0.0, torch.arange(images.shape[3]) + 0.0
    return torch.stack(((weight.sum(2) * rows).sum(1), (weight.sum(1) * columns).sum(1)), dim=1)


def close(result: torch.Tensor, expected: torch.Tensor) -> None:
    """Compare without `torch.testing`, which takes three seconds to import."""
    np.testing.assert_allclose(result.numpy(), expected.numpy(), atol=1e-5)


@pytest.fixture
def extreme(monkeypatch):
    """Draw the largest value instead of a random one."""
    monkeypatch.setattr(augment_module, "_around", lambda center, spread, images, _: torch.full(
        (images.shape[0],), float(center + spread)))


def test_nothing_switched_on_returns_the_images_themselves():
    images = batch()
    assert augment(images, AugmentConfig(), generator()) is images


def test_the_given_images_are_not_changed():
    everything = AugmentConfig(flip_horizontal=True, rotate_deg=20, zoom=0.2, shift=0.1, brightness=0.3, contrast=0.3,
                               saturation=0.3, noise=0.1, erase=0.3)
    images = batch()
    before = images.clone()
    augment(images, everything, generator())
    assert torch.equal(images, before)


@pytest.mark.parametrize(("name", "axis"), [("flip_horizontal", 3), ("flip_vertical", 2)])
def test_a_flip_is_exact_and_about_half_of_the_images_have_it(name, axis):
    images = batch(400, 1, 4, 4)
    result = augment(images, AugmentConfig(**{name: True}), generator())
    flipped = (result == images.flip(axis)).all(dim=(1, 2, 3))
    kept = (result == images).all(dim=(1, 2, 3))
    assert (flipped ^ kept).all()
    assert 150 < int(flipped.sum()) < 250


def test_a_quarter_turn_is_exact_on_a_square(extreme):
    images = batch(2, 3, 10, 10)
    result = augment(images, AugmentConfig(rotate_deg=90), generator())
    turned = [torch.rot90(images, turns, (2, 3)) for turns in (1, 3)]
    expected = min(turned, key=lambda one: float((one - result).norm()))
    close(result, expected)


def test_a_rotation_keeps_lengths_on_a_picture_that_is_not_square(extreme):
    """A spot 12 pixels right of the centre lands 12 pixels above or below it."""
    images = spots(1, 41, 61, 20, 42)
    center = centers(augment(images, AugmentConfig(rotate_deg=90), generator()))[0]
    assert center[1] == pytest.approx(30, abs=0.1)
    assert abs(center[0] - 20) == pytest.approx(12, abs=0.1)
    center = centers(augment(images, AugmentConfig(rotate_deg=30), generator()))[0]
    assert math.hypot(center[0] - 20, center[1] - 30) == pytest.approx(12, abs=0.2)


def test_zoom_moves_things_away_from_the_centre_by_its_factor(extreme):
    center = centers(augment(spots(1, 41, 61, 26, 40), AugmentConfig(zoom=0.5), generator()))[0]
    assert center.tolist() == pytest.approx([20 + 6 * 1.5, 30 + 10 * 1.5], abs=0.1)


def test_shift_moves_by_a_share_of_each_side(extreme):
    center = centers(augment(spots(1, 40, 60, 16, 25), AugmentConfig(shift=0.25), generator()))[0]
    assert center.tolist() == pytest.approx([26, 40], abs=0.01)


def test_what_comes_in_over_the_border_is_a_reflection(extreme):
    ramp = torch.linspace(0, 1, 20).expand(1, 1, 20, 20).clone()
    result = augment(ramp, AugmentConfig(shift=0.25), generator())
    close(result[0, 0, 0, :5], ramp[0, 0, 0, :5].flip(0))
    close(result[0, 0, 0, 5:], ramp[0, 0, 0, :15])


def test_brightness_multiplies(extreme):
    images = torch.full((2, 3, 4, 4), 0.4)
    result = augment(images, AugmentConfig(brightness=0.5), generator())
    close(result, torch.full_like(images, 0.6))


def test_contrast_stretches_around_the_mean(extreme):
    images = torch.tensor([0.4, 0.6]).repeat(8).reshape(1, 1, 4, 4)
    expected = torch.tensor([0.35, 0.65]).repeat(8).reshape(1, 1, 4, 4)
    close(augment(images, AugmentConfig(contrast=0.5), generator()), expected)


def test_saturation_stretches_around_grey_and_leaves_grey_alone(extreme):
    images = torch.tensor([0.6, 0.5, 0.5])[None, :, None, None].expand(1, 3, 4, 4)
    grey = 0.299 * 0.6 + 0.701 * 0.5
    result = augment(images, AugmentConfig(saturation=1.0), generator())[0, :, 0, 0]
    assert result.tolist() == pytest.approx([grey + 2 * (0.6 - grey), grey + 2 * (0.5 - grey), grey + 2 * (0.5 - grey)])
    one_channel = torch.full((1, 1, 4, 4), 0.3)
    close(augment(one_channel, AugmentConfig(saturation=1.0), generator()), one_channel)


def test_noise_has_its_deviation():
    images = torch.full((20, 3, 32, 32), 0.5)
    difference = augment(images, AugmentConfig(noise=0.05), generator()) - images
    assert difference.std().item() == pytest.approx(0.05, rel=0.03)
    assert difference.mean().abs() < 0.002


def test_erasing_paints_one_grey_square_inside_each_image():
    images = torch.zeros(50, 3, 20, 30)
    erased = augment(images, AugmentConfig(erase=0.3), generator()) == 0.5
    assert (erased.sum(dim=(1, 2, 3)) == 3 * 6 * 6).all()
    assert (erased.any(dim=2).sum(dim=2) == 6).all()
    assert len({tuple(one.flatten().nonzero()[0].tolist()) for one in erased}) > 20


def test_every_image_has_its_own_values():
    images = batch(1).expand(8, -1, -1, -1).clone()
    for setting in ({"rotate_deg": 30}, {"zoom": 0.3}, {"shift": 0.2}, {"brightness": 0.3}, {"contrast": 0.3},
                    {"saturation": 0.5}, {"noise": 0.1}, {"erase": 0.2}):
        result = augment(images, AugmentConfig(**setting), generator())
        assert len({tuple(one.flatten().tolist()) for one in result}) > 5, setting


def test_the_same_generator_gives_the_same_images_and_the_global_one_is_left_alone():
    everything = AugmentConfig(flip_horizontal=True, rotate_deg=20, noise=0.1, erase=0.3)
    state = torch.get_rng_state()
    first = augment(batch(), everything, generator(5))
    assert torch.equal(first, augment(batch(), everything, generator(5)))
    assert not torch.equal(first, augment(batch(), everything, generator(6)))
    assert torch.equal(torch.get_rng_state(), state)


CONFIGS = st.builds(
    AugmentConfig, flip_horizontal=st.booleans(), flip_vertical=st.booleans(), rotate_deg=st.floats(0, 180),
    zoom=st.floats(0, 0.9), shift=st.floats(0, 0.5), brightness=st.floats(0, 0.9), contrast=st.floats(0, 0.9),
    saturation=st.floats(0, 1), noise=st.floats(0, 0.5), erase=st.floats(0, 0.5))


@settings(max_examples=60, deadline=None)
@given(CONFIGS, st.integers(1, 3), st.sampled_from([1, 3]), st.integers(8, 24), st.integers(8, 24))
def test_any_augmentation_keeps_shape_and_range(config, count, channels, height, width):
    result = augment(batch(count, channels, height, width), config, generator())
    assert result.shape == (count, channels, height, width)
    assert result.dtype == torch.float32
    assert result.min() >= 0
    assert result.max() <= 1
