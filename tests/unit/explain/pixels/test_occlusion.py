"""Occlusion against captum, against one patch after the other, and the order in which it gets better."""

import numpy as np
import pytest
import torch
from torch import nn

from cnnstudio.errors import JobCancelledError
from cnnstudio.explain.pixels.occlusion import occlusion
from cnnstudio.explain.pixels.question import Question
from cnnstudio.explain.pixels.settings import FILLS, PixelSettings
from tests.unit.explain.networks import image, plain, relative_error, seeded
from tests.unit.explain.pixels.networks import MEAN, STD, ask, filler

LIBRARY_BAR = 5e-6


def last(network: nn.Module, pixels: torch.Tensor, settings: PixelSettings, target: int = 2) -> np.ndarray:
    return list(occlusion(ask(network, pixels, target), filler(pixels), settings=settings))[-1].raw


@pytest.mark.parametrize(("patch", "stride"), [(4, 4), (4, 2), (5, 3), (7, 1), (16, 16)])
def test_the_map_equals_captum_also_where_squares_reach_over_the_border(patch, stride):
    from captum.attr import Occlusion

    network, pixels = seeded(2, plain).eval(), image()
    black = torch.as_tensor(-MEAN / STD, dtype=torch.float32)[None, :, None, None].expand_as(pixels)
    theirs = Occlusion(network).attribute(pixels, (3, patch, patch), (3, stride, stride), black, target=2)
    found = last(network, pixels, PixelSettings(patch, stride, "black"))
    assert relative_error(found, theirs[0, 0].numpy()) <= LIBRARY_BAR


class Sum(nn.Module):
    """The score of class 0 is the sum of a grey image."""

    def forward(self, images):
        score = images.flatten(1).sum(dim=1)
        return torch.stack((score, -score), dim=1)


def test_of_a_sum_each_square_falls_by_what_it_held_above_the_mean():
    pixels = torch.zeros(1, 1, 8, 8)
    pixels[..., 2:4, 4:6] = 16.0   # the mean of all is 1
    found = last(Sum(), pixels, PixelSettings(2, 2, "mean"), target=0)
    expected = np.full((8, 8), -4.0)
    expected[2:4, 4:6] = 4 * 16 - 4
    np.testing.assert_allclose(found, expected, rtol=1e-5)


@pytest.mark.parametrize("fill", FILLS)
def test_each_filling_hides_the_square_alone_and_leaves_the_image_alone(fill):
    pixels = image(3, 24, 20)
    before = pixels.clone()
    boxes = [(0, 0, 6, 6), (18, 12, 24, 20)]
    hidden = filler(pixels).hidden(boxes, fill, 3.0)
    assert torch.equal(pixels, before)
    for row, (top, left, bottom, right) in zip(hidden, boxes, strict=True):
        outside = torch.ones(24, 20, dtype=torch.bool)
        outside[top:bottom, left:right] = False
        assert torch.equal(row[:, outside], pixels[0][:, outside])
        assert not torch.isclose(row[:, ~outside], pixels[0][:, ~outside]).any(dim=0).all()


def test_inpainting_continues_the_surroundings():
    ramp = torch.linspace(0.2, 0.8, 20).expand(3, 20, 20)
    pixels = (ramp - torch.as_tensor(MEAN[:, None, None])) / torch.as_tensor(STD[:, None, None])
    spot = pixels.float()[None].clone()
    spot[..., 8:12, 8:12] = 3.0
    filled = filler(spot).hidden([(8, 8, 12, 12)], "inpaint", 1.0)[0].permute(1, 2, 0).numpy() * STD + MEAN
    # Within the rim's range; the mean colour of the whole, with its spot, would lie outside.
    assert filled[8:12, 8:12].min() > 0.2 + 7 * 0.6 / 19 - 0.02
    assert filled[8:12, 8:12].max() < 0.2 + 12 * 0.6 / 19 + 0.02


def test_a_coarse_map_comes_first_and_leaves_nothing_in_the_last_one(monkeypatch):
    monkeypatch.setattr(Question, "images_at_once", 16)
    network, pixels = seeded(2, plain), image(3, 32, 32)
    network[8] = nn.Linear(12 * 16 * 16, 5)
    maps = list(occlusion(ask(network, pixels), filler(pixels)))
    blocks = maps[0].raw.reshape(4, 8, 4, 8)
    assert (blocks == blocks[:, :1, :, :1]).all()
    assert (maps[0].done, maps[0].total) == (16, 16 + 15 * 15)
    assert [part.done for part in maps] == [*range(16, 241, 16), 241]
    assert maps[-1].is_whole
    # squares that do not overlap, 8 x 8 of them, come before the others: the fifth batch completes them
    cells = maps[4].raw.reshape(8, 4, 8, 4)
    assert (cells == cells[:, :1, :, :1]).all()
    distances = [np.abs(part.raw - maps[-1].raw).mean() for part in (maps[0], maps[4], maps[10])]
    assert distances == sorted(distances, reverse=True)
    assert relative_error(maps[-1].raw, last(network, pixels, PixelSettings(4, 2), 1)) <= LIBRARY_BAR


def test_an_image_of_a_few_pixels_has_no_coarse_stage():
    network = nn.Sequential(nn.Flatten(), nn.Linear(12, 3))
    maps = list(occlusion(ask(network, image(3, 2, 2)), filler(image(3, 2, 2))))
    assert maps[-1].total == 4
    assert maps[-1].raw.shape == (2, 2)


def test_black_is_said_to_invent_edges():
    network, pixels = seeded(2, plain), image()
    maps = occlusion(ask(network, pixels), filler(pixels), settings=PixelSettings(8, 8, "black"))
    assert "invents edges" in list(maps)[-1].notes[0]
    assert list(occlusion(ask(network, pixels), filler(pixels), settings=PixelSettings(8, 8)))[-1].notes == ()


def test_stopping_ends_before_the_next_batch(monkeypatch):
    monkeypatch.setattr(Question, "images_at_once", 16)
    asked = []
    maps = occlusion(ask(seeded(2, plain), image()), filler(image()), lambda: len(asked) > 0)
    next(maps)
    asked.append(1)
    with pytest.raises(JobCancelledError):
        next(maps)
