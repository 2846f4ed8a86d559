"""Colours change as torchvision and the standard library change them."""

import colorsys

import numpy as np
import pytest
import torch

from cnnstudio.data.augment.chance import Chance
from cnnstudio.data.augment.changes import augment, augment_pixels
from cnnstudio.data.augment.colors import draw_tint, tint
from cnnstudio.data.config import AugmentConfig
from tests.helpers.augment import batch, close, generator, photos, tensor


@pytest.fixture
def extreme(monkeypatch):
    """Draw the largest value instead of a random one."""
    monkeypatch.setattr(Chance, "share", lambda self: np.ones(self.count))


def functional():
    from torchvision.transforms.v2 import functional

    return functional


def mild(images: torch.Tensor) -> torch.Tensor:
    """Return images so far from black, white and full colours that nothing is cut."""
    return 0.4 + 0.2 * images


def test_brightness_multiplies(extreme):
    images = batch()
    close(augment(images, AugmentConfig(brightness=0.5), generator()), functional().adjust_brightness(images, 1.5))


def test_contrast_is_torchvision_s_where_there_is_one_channel(extreme):
    images = batch(channels=1)
    close(augment(images, AugmentConfig(contrast=0.5), generator()), functional().adjust_contrast(images, 1.5))


def test_contrast_stretches_around_the_mean(extreme):
    images = torch.tensor([0.4, 0.6]).repeat(8).reshape(1, 1, 4, 4)
    expected = torch.tensor([0.35, 0.65]).repeat(8).reshape(1, 1, 4, 4)
    close(augment(images, AugmentConfig(contrast=0.5), generator()), expected)


def test_brightness_comes_before_contrast(extreme):
    images = mild(batch())
    result = augment(images, AugmentConfig(brightness=0.2, contrast=0.5), generator())
    lighter = 1.2 * images
    mean = lighter.mean(dim=(1, 2, 3), keepdim=True)
    close(result, mean + 1.5 * (lighter - mean))


def test_saturation_is_torchvision_s(extreme):
    """Whose luma weights have one digit more."""
    images = batch()
    close(augment(images, AugmentConfig(saturation=0.7), generator()), functional().adjust_saturation(images, 1.7),
          atol=3e-4)


def test_saturation_leaves_grey_alone(extreme):
    one_channel = torch.full((1, 1, 4, 4), 0.3)
    close(augment(one_channel, AugmentConfig(saturation=1.0), generator()), one_channel)
    close(augment(one_channel.expand(1, 3, 4, 4), AugmentConfig(saturation=1.0), generator()),
          one_channel.expand(1, 3, 4, 4))


def test_grey_is_torchvision_s():
    images = batch()
    close(augment(images, AugmentConfig(grey=True, grey_p=1), generator()),
          functional().rgb_to_grayscale(images, num_output_channels=3), atol=3e-4)


@pytest.mark.parametrize("hue", [0.1, 0.25, 0.5])
def test_hue_turns_the_plane_of_the_standard_library_s_yiq(extreme, hue):
    images = mild(batch(2, 3, 6, 7))
    result = augment(images, AugmentConfig(hue=hue), generator())
    for before, after in zip(images.permute(0, 2, 3, 1).reshape(-1, 3), result.permute(0, 2, 3, 1).reshape(-1, 3),
                             strict=True):
        luma, first, second = colorsys.rgb_to_yiq(*before.tolist())
        turned = complex(first, second) * np.exp(-2j * np.pi * hue)
        expected = colorsys.yiq_to_rgb(luma, turned.real, turned.imag)
        assert after.tolist() == pytest.approx(expected, abs=0.012)  # it rounds the standard's numbers to two digits


def test_hue_keeps_the_luma_and_goes_the_way_of_torchvision_s(extreme):
    images = mild(batch(4, 3, 8, 8))
    weights = torch.tensor((0.299, 0.587, 0.114))[:, None, None]
    result = augment(images, AugmentConfig(hue=0.08), generator())
    close((weights * result).sum(1), (weights * images).sum(1))
    same, opposite = ((functional().adjust_hue(images, turn) - result).abs().mean() for turn in (0.08, -0.08))
    assert same < opposite / 2


def test_a_whole_turn_in_two_halves_gives_the_colours_back(extreme):
    images = mild(batch())
    half = augment(images, AugmentConfig(hue=0.5), generator())
    close(augment(half, AugmentConfig(hue=0.5), generator()), images, atol=1e-5)
    assert (half - images).abs().max() > 0.05


def test_colors_of_bytes_are_those_of_floats_to_the_last_digits():
    pixels = photos(16)
    config = AugmentConfig(brightness=0.3, contrast=0.4, saturation=0.5, hue=0.1, grey=True)
    close(augment_pixels(pixels, config, generator()), augment(tensor(pixels), config, generator()), atol=2e-6)


def test_grey_images_of_one_channel_have_no_colours_to_change():
    chance = Chance(generator(), 4)
    assert draw_tint(AugmentConfig(saturation=0.5, hue=0.2, grey=True), chance, 1) is None
    drawn = draw_tint(AugmentConfig(saturation=0.5, brightness=0.2), chance, 1)
    assert drawn.colors is None
    assert tint(batch(4, 1), drawn, np.full(4, 0.5)).shape == (4, 1, 12, 18)
