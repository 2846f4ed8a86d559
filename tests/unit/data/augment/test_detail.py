"""Blur, noise and erased squares are as strong and as frequent as they are said to be."""

import numpy as np
import pytest
import torch

from cnnstudio.data.augment.changes import augment
from cnnstudio.data.augment.detail import blur_images, blur_pixels
from cnnstudio.data.config import AugmentConfig
from tests.helpers.augment import close, generator, photos, tensor


def test_blur_is_torchvision_s():
    from torchvision.transforms.v2 import functional

    pixels = photos(3)
    sigma = np.array([0.5, 1.0, 2.0])
    blurred = blur_images(tensor(pixels), sigma)
    for index, one in enumerate(sigma):
        expected = functional.gaussian_blur(tensor(pixels[index:index + 1]), [13, 13], [float(one)] * 2)
        close(blurred[index:index + 1], expected)
        close(tensor(blur_pixels(pixels, sigma)[index:index + 1]), expected, atol=1.0 / 255)


def test_blur_leaves_images_alone_that_are_not_chosen():
    pixels = photos(3)
    sigma = np.array([0.0, 2.0, 0.0])
    kept = blur_pixels(pixels, sigma)
    assert np.array_equal(kept[[0, 2]], pixels[[0, 2]])
    assert not np.array_equal(kept[1], pixels[1])
    close(blur_images(tensor(pixels), sigma)[[0, 2]], tensor(pixels)[[0, 2]])


@pytest.mark.parametrize("channels", [1, 3])
def test_a_blur_wider_than_a_small_image_stays_within_it(channels):
    pixels = photos(2, channels, 8, 9)
    assert blur_pixels(pixels, np.array([5.0, 0.1])).shape == pixels.shape
    difference = tensor(blur_pixels(pixels, np.array([5.0, 3.0]))) - blur_images(tensor(pixels), np.array([5.0, 3.0]))
    assert difference.abs().max() < 1.5 / 255


def test_noise_has_its_deviation_and_no_mean():
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


def test_erased_squares_lie_everywhere_alike():
    """Every pixel of a row as often as a square of 5 at one of 16 places covers it."""
    erased = augment(torch.zeros(4000, 1, 20, 20), AugmentConfig(erase=0.25), generator()) == 0.5
    share = erased.any(dim=2).float().mean(dim=(0, 1)).numpy()
    expected = np.convolve(np.ones(16), np.ones(5)) / 16
    np.testing.assert_allclose(share, expected, atol=0.03)
