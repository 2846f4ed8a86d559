"""Gradients at the pixels against differences, libraries and sums worked out by hand."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.errors import JobCancelledError, NetworkError
from cnnstudio.explain.pixels.input_gradients import gradient_size, gradients_times_input, smooth_grad
from cnnstudio.explain.pixels.question import Question
from cnnstudio.explain.target import ExactTarget
from tests.unit.explain.networks import Residual, image, plain, relative_error, seeded
from tests.unit.explain.pixels.networks import ask, smooth

LIBRARY_BAR = 5e-6   # both calculate in float32


def linear(weights: torch.Tensor) -> nn.Sequential:
    """Build classes 0 and 1, whose scores are the weighed sum of the pixels and a constant."""
    network = nn.Sequential(nn.Flatten(), nn.Linear(weights[0].numel(), 2))
    with torch.no_grad():
        network[1].weight.copy_(weights.flatten(1))
        network[1].bias.copy_(torch.tensor([3.0, -1.0]))
    return network


def test_of_a_linear_network_the_map_is_the_weights_times_the_pixels():
    weights = torch.tensor([[[[1.0, 2], [3, 4]], [[5, 6], [7, 8]]], [[[0.0, 1], [0, 0]], [[0, 0], [0, -2]]]])
    pixels = torch.tensor([[[[1.0, -1], [2, 0]], [[3, 1], [1, -1]]]])
    found = gradients_times_input(ask(linear(weights), pixels, 0))
    np.testing.assert_array_equal(found.raw, [[1 + 15, -2 + 6], [6 + 7, 0 - 8]])
    assert linear(weights)(pixels)[0, 0].item() == found.raw.sum() + 3
    contrast = Question(linear(weights), pixels, ExactTarget("contrast", 0, 1))
    np.testing.assert_array_equal(gradients_times_input(contrast).raw, [[16, 4 - (-1)], [13, -8 - 2]])
    size = gradient_size(ask(linear(weights), pixels, 1))
    np.testing.assert_array_equal(size.raw, [[0, 1], [0, 2]])


@pytest.mark.parametrize("make", [plain, Residual])
def test_gradients_times_input_and_their_size_equal_captum(make):
    from captum.attr import InputXGradient, Saliency

    network, pixels = seeded(3, make).eval(), image()
    product = InputXGradient(network).attribute(pixels.clone().requires_grad_(), 2)[0].sum(dim=0)
    size = Saliency(network).attribute(pixels.clone().requires_grad_(), 2)[0].amax(dim=0)
    assert relative_error(gradients_times_input(ask(network, pixels, 2)).raw, product.detach().numpy()) <= LIBRARY_BAR
    assert relative_error(gradient_size(ask(network, pixels, 2)).raw, size.numpy()) <= LIBRARY_BAR


def test_each_gradient_of_a_batch_is_that_of_its_image_alone():
    network = seeded(3, plain)
    pixels = torch.cat([image(seed=seed) for seed in range(3)])
    together = ask(network).gradients(pixels)[1]
    for alone, other in zip(pixels, together, strict=True):
        assert relative_error(ask(network).gradients(alone[None])[1][0].numpy(), other.numpy()) <= LIBRARY_BAR


def test_smooth_grad_is_the_mean_gradient_over_the_seeded_noise():
    network, pixels = seeded(3, smooth), image(seed=4)
    maps = list(smooth_grad(ask(network, pixels), images=5, seed=7))
    draws, total = torch.Generator().manual_seed(7), torch.zeros(3, 16, 16, dtype=torch.float64)
    double = seeded(3, smooth).double()
    for _ in range(5):
        noisy = (pixels + 0.15 * (pixels.max() - pixels.min()) * torch.randn(1, 3, 16, 16, generator=draws)).double()
        noisy.requires_grad_()
        total += torch.autograd.grad(double(noisy)[0, 1], noisy)[0][0]
    truth = (total / 5).sum(dim=0).numpy()
    assert relative_error(maps[-1].raw, truth) <= 1e-5   # float32 against float64
    assert maps[-1].is_whole
    unlike = list(smooth_grad(ask(network, pixels), images=5, seed=8))[-1].raw
    assert relative_error(unlike, truth) > 1e-3


def test_smooth_grad_gets_better_with_each_batch_and_does_not_depend_on_their_size(monkeypatch):
    network, pixels = seeded(3, plain), image(seed=4)
    far = list(smooth_grad(ask(network, pixels), images=200, seed=3))[-1].raw
    monkeypatch.setattr(Question, "recorded_at_once", 4)
    maps = list(smooth_grad(ask(network, pixels), images=64))
    assert [(part.done, part.total) for part in maps] == [(done, 64) for done in range(4, 65, 4)]
    assert relative_error(maps[-1].raw, far) < 0.5 * relative_error(maps[0].raw, far)
    monkeypatch.setattr(Question, "recorded_at_once", 5)
    assert relative_error(list(smooth_grad(ask(network, pixels), images=64))[-1].raw, maps[-1].raw) <= LIBRARY_BAR


def test_a_network_that_mixes_the_images_of_a_batch_is_given_one_at_a_time():
    network = seeded(3, plain)
    assert ask(network).images_at_once > 1
    network[3].running_mean = network[3].running_var = None
    assert ask(network).images_at_once == ask(network).recorded_at_once == 1


def test_a_photo_comes_in_small_batches():
    network = nn.Sequential(nn.Flatten(), nn.LazyLinear(2))
    assert ask(network, torch.zeros(1, 3, 224, 224)).images_at_once == 8
    assert ask(network, torch.zeros(1, 3, 224, 224)).recorded_at_once == 4
    assert ask(network, torch.zeros(1, 3, 2000, 2000)).recorded_at_once == 1


def test_stopping_ends_before_the_next_batch():
    asked = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 2

    maps = smooth_grad(ask(seeded(3, plain)), stop, images=1000)
    next(maps), next(maps)
    with pytest.raises(JobCancelledError):
        next(maps)


class Cut(nn.Module):
    """A network that hides its gradients."""

    def __init__(self) -> None:
        super().__init__()
        self.inner = plain()

    def forward(self, images):
        with torch.no_grad():
            return self.inner(images)


def test_a_network_that_cuts_its_gradients_off_is_told_to_be_occluded():
    with pytest.raises(NetworkError, match="choose Occlusion"):
        gradients_times_input(ask(seeded(1, Cut)))
