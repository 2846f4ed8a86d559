"""Mixup and cutmix: training images that are two images at once, and labels that are shared between both."""

from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from cnnstudio.data.config import AugmentConfig


class Mixed(NamedTuple):
    """Images, and what they show."""

    images: Tensor
    """(N, C, H, W) float32 in [0, 1]."""
    labels: Tensor
    """(N,) int64: of what each image shows most."""
    other_labels: Tensor | None
    """(N,) int64: of the rest of it; None when nothing is mixed."""
    share: Tensor | None
    """(N,) float32 in [0.5, 1], how much of each image belongs to ``labels``; None when nothing is mixed."""


def mix(images: Tensor, labels: Tensor, config: AugmentConfig, generator: torch.Generator) -> Mixed:
    """Mix each image with another of the batch, as ``config`` says; with both ways on, one is drawn for the batch.

    Mixup (Zhang et al. 2018, arXiv:1710.09412) adds them up, ``λ·image + (1 - λ)·partner``; cutmix (Yun et al. 2019,
    arXiv:1905.04899) pastes a rectangle of the partner, ``1 - λ`` of the area large and cut off at the border. λ comes
    from Beta(α, α), for each image its own, and the labels are shared as the image is. Partners form one ring
    through the batch, so that no image is mixed with itself unless it is alone.

    Parameters
    ----------
    images : (N, C, H, W) float32 in [0, 1], on any device
    labels : (N,) int64, on the same device or on another one
    generator : on the CPU; the only source of chance

    Returns
    -------
    Mixed
        With ``images`` and ``labels`` themselves and None twice when both ways are off. Otherwise an image that was
        left as it is has the share 1.
    """
    ways = [name for name in ("mixup", "cutmix") if config.is_on(name)]
    if not ways:
        return Mixed(images, labels, None, None)
    way = ways[int(torch.randint(len(ways), (), generator=generator))]
    chance = np.random.default_rng(int(torch.randint(2**62, (), generator=generator)))
    partner = torch.from_numpy(_ring(len(images), chance))
    kept = _kept(len(images), getattr(config, way), getattr(config, way + "_p"), chance)
    if way == "mixup":
        return _mixup(images, labels, partner, kept)
    return _cutmix(images, labels, partner, kept, chance)


def _ring(count: int, chance: np.random.Generator) -> NDArray[np.int64]:
    """Return a partner for each image, none of them itself when there are two or more."""
    order = chance.permutation(count)
    partner = np.empty(count, np.int64)
    partner[order] = np.roll(order, -1)
    return partner


def _kept(count: int, alpha: float, probability: float, chance: np.random.Generator) -> NDArray[np.float64]:
    """Return λ of each image (N,): from Beta(α, α), and 1 for those that are not chosen."""
    shares = chance.beta(alpha, alpha, count)
    return np.where(chance.random(count) < probability, shares, 1.0)


def _mixup(images: Tensor, labels: Tensor, partner: Tensor, kept: NDArray[np.float64]) -> Mixed:
    """Add up. Beta(α, α) is symmetric, so that the larger share may always be the image's own."""
    share = torch.from_numpy(np.maximum(kept, 1 - kept).astype(np.float32))
    others = images[partner.to(images.device)]
    mixed = torch.lerp(others, images, share.to(images.device)[:, None, None, None])
    return Mixed(mixed, labels, labels[partner.to(labels.device)], share.to(labels.device))


def _cutmix(images: Tensor, labels: Tensor, partner: Tensor, kept: NDArray[np.float64],
            chance: np.random.Generator) -> Mixed:
    """Paste; an image that shows more of its partner than of itself counts as the partner's class."""
    inside, area = _rectangles(kept, images.shape[2], images.shape[3], chance)
    others = images[partner.to(images.device)]
    mixed = torch.where(torch.from_numpy(inside)[:, None].to(images.device), others, images)
    own = torch.from_numpy((1 - area).astype(np.float32)).to(labels.device)
    theirs = labels[partner.to(labels.device)]
    is_own = own >= 0.5
    return Mixed(mixed, torch.where(is_own, labels, theirs), torch.where(is_own, theirs, labels),
                 torch.maximum(own, 1 - own))


def _rectangles(kept: NDArray[np.float64], height: int, width: int,
                chance: np.random.Generator) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Return masks (N, H, W) of rectangles about random centres, and the share of the area each one covers (N,)."""
    side = np.sqrt(1 - kept)
    rows, tall = _stretch(side, height, chance)
    columns, wide = _stretch(side, width, chance)
    return rows[:, :, None] & columns[:, None, :], tall * wide / (height * width)


def _stretch(share: NDArray[np.float64], size: int,
             chance: np.random.Generator) -> tuple[NDArray[np.bool_], NDArray[np.int64]]:
    """Return which of ``size`` places lie in a stretch of this share about a random centre, and how many do."""
    center, half = chance.integers(0, size, len(share)), (share * size).astype(np.int64) / 2
    begin, end = np.ceil(center - half), np.ceil(center + half)
    inside = (np.arange(size) >= begin[:, None]) & (np.arange(size) < end[:, None])
    return inside, inside.sum(axis=1)
