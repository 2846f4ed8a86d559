"""Integrated gradients against captum, against the integral known by hand, and their completeness."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.pixels.input_gradients import to_map
from cnnstudio.explain.pixels.integrated_gradients import empty_image, integrated_gradients
from cnnstudio.explain.pixels.question import Question
from cnnstudio.explain.pixels.settings import BASELINES
from cnnstudio.explain.target import ExactTarget
from tests.unit.explain.networks import Residual, image, plain, relative_error, seeded
from tests.unit.explain.pixels.networks import MEAN, STD, ask, filler, smooth


class Square(nn.Module):
    """Class 0 has the sum of the squares of the pixels as its score, class 1 has 0."""

    def forward(self, images):
        score = images.square().flatten(1).sum(dim=1)
        return torch.stack((score, torch.zeros_like(score)), dim=1)


def test_of_a_sum_of_squares_each_pixel_has_its_own_square():
    # d(x^2)/dx = 2x; on the way from x0 the mean is x + x0, so a pixel is given (x - x0)(x + x0) = x^2 - x0^2.
    pixels = image(1, 3, 4)
    empty = torch.full_like(pixels, 0.5)
    found, = integrated_gradients(ask(Square(), pixels, 0), empty)
    np.testing.assert_allclose(found.raw, (pixels.square() - 0.25)[0, 0].numpy(), rtol=1e-5, atol=1e-6)
    assert found.gap < 1e-6
    assert found.is_whole


def captum_map(network: nn.Module, pixels: torch.Tensor, empty: torch.Tensor, steps: int) -> np.ndarray:
    from captum.attr import IntegratedGradients

    network.eval()
    theirs = IntegratedGradients(network).attribute(pixels, empty, 2, n_steps=steps, method="riemann_middle")
    return to_map(theirs[0].sum(dim=0))


@pytest.mark.parametrize("make", [plain, Residual, smooth])
def test_each_map_on_the_way_equals_captum_at_as_many_steps(make):
    network, pixels = seeded(3, make), image()
    empty = empty_image(filler(pixels), "mean")
    found = list(integrated_gradients(ask(network, pixels, 2), empty, most_steps=54, gap_wanted=0.0))
    for part, steps in zip(found, (6, 18, 54), strict=True):
        assert relative_error(part.raw, captum_map(network, pixels, empty, steps)) <= 1e-5   # float32 sums
    assert [part.is_whole for part in found] == [False, False, True]


def test_of_a_smooth_network_the_map_is_the_integral():
    from captum.attr import IntegratedGradients

    network, pixels = seeded(3, smooth).double().eval(), image().double()
    empty = empty_image(filler(pixels), "blur")
    found = list(integrated_gradients(ask(network, pixels, 2), empty, gap_wanted=1e-9, most_steps=162))[-1]
    theirs = IntegratedGradients(network).attribute(pixels, empty, 2, n_steps=60, method="gausslegendre")
    # 162 steps of the midpoint rule; 60 Gauss-Legendre points are exact to 1e-9 here
    assert relative_error(found.raw, theirs[0].sum(dim=0).numpy()) <= 1e-4


@pytest.mark.parametrize("baseline", BASELINES)
def test_the_map_adds_up_to_the_difference_from_the_empty_image(baseline):
    network, pixels = seeded(4, Residual).eval(), image()
    empty = empty_image(filler(pixels), baseline)
    maps = list(integrated_gradients(Question(network, pixels, ExactTarget("contrast", 1, 3)), empty))
    with torch.no_grad():
        (at_empty, _), (at_image, _) = ((row[1] - row[3], 0) for row in network(torch.cat((empty, pixels))))
    difference = (at_image - at_empty).item()
    last = maps[-1]
    assert last.gap <= 0.01
    assert abs(float(last.raw.astype(np.float64).sum()) - difference) <= 0.0101 * abs(difference)
    assert all(part.gap > 0.01 for part in maps[:-1])   # the control: it did not stop too early or too late
    assert "adds up to the difference" in last.notes[0]


def test_a_gap_that_stays_is_told():
    network, pixels = seeded(4, Residual), image()
    found = list(integrated_gradients(ask(network, pixels), empty_image(filler(pixels), "black"), gap_wanted=1e-9,
                                      most_steps=18))
    assert len(found) == 2
    assert found[-1].is_whole
    assert "mind small details" in found[-1].notes[0]


def test_the_empty_images_are_what_they_are_called():
    pixels = image(3, 20, 24)
    mean = empty_image(filler(pixels), "mean")
    assert torch.equal(mean, pixels.mean(dim=(2, 3), keepdim=True).expand_as(pixels))
    black = empty_image(filler(pixels), "black")[0].permute(1, 2, 0).numpy() * STD + MEAN
    np.testing.assert_allclose(black, 0, atol=1e-7)   # float32
    blur = empty_image(filler(pixels), "blur")
    assert blur.var() < 0.2 * pixels.var()
    steady = torch.full_like(pixels, 0.7)
    np.testing.assert_allclose(empty_image(filler(steady), "blur").numpy(), 0.7, rtol=1e-5)


def test_stopping_ends_before_the_next_batch():
    network, pixels = seeded(4, Residual), image()
    with pytest.raises(JobCancelledError):
        list(integrated_gradients(ask(network, pixels), torch.zeros_like(pixels), lambda: True))
