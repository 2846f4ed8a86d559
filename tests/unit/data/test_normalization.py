"""Normalised images hold the numbers the formula gives, in the wanted layout, whatever the way to them."""

import numpy as np
import pytest
import torch

from cnnstudio.data.normalization import normalize, standardize, to_device, to_unit

MEAN, STD = np.array([0.4, 0.5, 0.6]), np.array([0.2, 0.25, 0.5])


def pixels(channels: int = 3) -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (5, 9, 7, channels), np.uint8)


def expected(values: np.ndarray) -> np.ndarray:
    channels = values.shape[-1]
    return ((values.astype(np.float64) / 255 - MEAN[:channels]) / STD[:channels]).transpose(0, 3, 1, 2)


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("channels_last", [False, True])
def test_each_pixel_is_the_nearest_float_to_the_formula(channels, channels_last):
    values = pixels(channels)
    images = normalize(values, MEAN[:channels], STD[:channels], channels_last=channels_last)
    assert (images.numpy() == expected(values).astype(np.float32)).all()
    layout = torch.channels_last if channels_last else torch.contiguous_format
    assert images.is_contiguous(memory_format=layout)


@pytest.mark.parametrize("channels_last", [False, True])
@pytest.mark.parametrize("given", [torch.channels_last, torch.contiguous_format, None])
def test_changed_images_are_normalised_in_any_layout(given, channels_last):
    images = to_unit(pixels(), "cpu")
    images = images.contiguous(memory_format=given) if given is not None else images[:, :, ::2]
    wanted = (images.double().numpy() - MEAN[:, None, None]) / STD[:, None, None]
    result = standardize(images, MEAN, STD, channels_last=channels_last)
    np.testing.assert_allclose(result.numpy(), wanted, atol=2e-6)
    assert result.is_contiguous(memory_format=torch.channels_last if channels_last else torch.contiguous_format)


def test_no_images_stay_none():
    assert normalize(pixels()[:0], MEAN, STD).shape == (0, 3, 9, 7)


class StandIn:
    """A tensor that notes what is done with it."""

    def __init__(self) -> None:
        self.calls: list[object] = []

    def pin_memory(self) -> "StandIn":
        self.calls.append("pinned")
        return self

    def to(self, device: torch.device, **options: object) -> "StandIn":
        self.calls.append((str(device), options))
        return self


def test_cuda_is_given_page_locked_memory_and_is_not_waited_for():
    cuda, other = StandIn(), StandIn()
    to_device(cuda, torch.device("cuda"))
    to_device(other, torch.device("mps"))
    assert cuda.calls == ["pinned", ("cuda", {"non_blocking": True})]
    assert other.calls == [("mps", {})]
