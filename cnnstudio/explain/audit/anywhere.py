"""Finds small patterns that recur pixel for pixel, at any place, in many images of one class and in few others."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from cnnstudio.explain.audit.case import Floats, Labels, Pixels
from cnnstudio.explain.audit.exactness import slope_of
from cnnstudio.explain.audit.fine_detail import detail_table

SIDE = 7             # pixels a side of the patches that are compared
_FINEST = 64         # images of more pixels are halved once more, so that a mark fits into a patch
_SHOWN_FROM = 8      # images of the class from which patches are taken
_PATCHES = 24        # of each, those with the most contrast
_FIRST_TRY = 12      # images of the class, and of the others, that sort the patches
_KEPT = 4            # patches that are looked for in all images
_COMPARED = 60       # images of the class in each half
_OTHERS = 100
_FEWEST = 16         # images of a class

_ALIKE = 0.75        # correlation from which two patches are taken for the same; unrelated ones rarely reach it
_RARE = 0.02         # of other images may have a patch as alike
_SHARE = 0.3         # of the held-out images that must have it; drawn and written objects had up to 0.23 in common
_CARRY = 5           # of them at the least
_STRAY = 0.35        # of a patch's own strength may vary along its edges
_AROUND = 2          # pixels around a patch in which it must be the same, too

Places = npt.NDArray[np.int64]
Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A patch that recurs in a class.

    Attributes
    ----------
    template : (C, 7, 7) fine detail, length 1
    scale : of the fine detail, see `detail_table`
    scores : (N,) largest correlation of each image with it
    corners : (N, 2) row and column of the patch's upper left corner there, in pixels of the fine detail
    carriers : (N,) images of the class that have it
    share : of the class's held-out images that have it
    limit : of it
    """

    class_index: int
    template: Tensor
    scale: int
    scores: Floats
    corners: Places
    carriers: npt.NDArray[np.bool_]
    share: float
    limit: float = _SHARE


def find_patches(pixels: Pixels, labels: Labels, classes: int, leave_out: Collection[int], should_stop: Stop,
                 seed: int = 0) -> Iterator[Patch]:
    """Yield a patch of each class that has one.

    The patches of most contrast of a few images are looked for in some images of the class and of the others, by
    normalised cross-correlation; the best are averaged over where they fit and looked for again. What counts is how
    many images that had no part in this have it, beyond the correlation that 98 % of other such images stay below.

    Parameters
    ----------
    pixels, labels : (N, H, W, C) uint8 and (N,)
    leave_out : classes that need not be searched
    should_stop : asked before each class; then nothing more is yielded
    """
    scale = 2 if max(pixels.shape[1:3]) > _FINEST else 1
    values = torch.from_numpy(detail_table(pixels, scale).values).permute(0, 3, 1, 2)
    generator = np.random.default_rng(seed)
    for index in range(classes):
        own = generator.permutation(np.flatnonzero(labels == index))
        others = generator.permutation(np.flatnonzero(labels != index))
        if should_stop() or min(values.shape[2:]) < 2 * SIDE:
            return
        if index not in leave_out and min(len(own), len(others)) >= _FEWEST:
            found = _best(values, own, others)
            patch = found and _everywhere(values, labels == index, index, *found, scale)
            if patch and _is_exact(values, patch):
                yield patch


def _best(values: Tensor, own: Places, others: Places) -> tuple[Tensor, float, float] | None:
    """Return the template with the largest share, that share, and the correlation that counts; None where it is low."""
    search, check = own[::2][:_COMPARED], own[1::2][:_COMPARED]
    floor = float(_contrast(values[others[:100]].float()).mean()) / 2
    best: tuple[Tensor, float, float] | None = None
    for patch in _promising(values, search, others[::2], floor):
        template = _averaged(values, search, patch, floor)
        if template is None:
            continue
        unrelated = _scores(values[others[1::2][:_OTHERS]], template, floor)
        alike = max(_ALIKE, float(np.quantile(unrelated, 1 - _RARE)) + 0.02)
        has_it = _scores(values[check], template, floor) >= alike
        if has_it.sum() >= _CARRY and has_it.mean() > max(_SHARE, best[1] if best else 0.0):
            best = template, float(has_it.mean()), alike
    return best


def _promising(values: Tensor, search: Places, others: Places, floor: float) -> Tensor:
    """Return the patches (k, C, 7, 7) that fit better into some images of the class than into others."""
    patches = torch.cat([_patches(values[row].float()) for row in search[:_SHOWN_FROM]])
    own, _ = correlate(values[search[_SHOWN_FROM:_SHOWN_FROM + _FIRST_TRY]].float(), patches, floor)
    rest, _ = correlate(values[others[:_FIRST_TRY]].float(), patches, floor)
    if not len(own):
        return patches[:0]
    count = min(5, len(own), len(rest))
    gain = own.topk(count, dim=0).values.mean(dim=0) - rest.topk(count, dim=0).values.mean(dim=0)
    return patches[gain.topk(min(_KEPT, len(gain))).indices]


def _patches(image: Tensor) -> Tensor:
    """Return the patches of most contrast of an image (C, h, w), none beside another, each of length 1."""
    contrast = _contrast(image[None])
    is_peak = contrast >= functional.max_pool2d(contrast, 3, 1, 1)
    ranked = torch.where(is_peak, contrast, torch.zeros_like(contrast)).flatten().topk(min(_PATCHES, contrast.numel()))
    width = contrast.shape[3]
    corners = [(int(at) // width, int(at) % width) for at, value in zip(ranked.indices, ranked.values, strict=True)
               if value > 0]
    return torch.stack([_unit(_cut(image, corner)) for corner in corners]) if corners else image.new_zeros(
        (0, len(image), SIDE, SIDE))


def _averaged(values: Tensor, search: Places, patch: Tensor, floor: float) -> Tensor | None:
    """Return a patch averaged over where it fits, three times over; None where it fits in fewer than 3 images."""
    images = values[search].float()
    for turn in range(3):
        scores, corners = correlate(images, patch[None], floor)
        scores, corners = scores[:, 0], corners[:, 0]
        least = max(0.6, float(scores.median())) if turn == 0 else 0.7
        fits = torch.nonzero(scores >= least)[:, 0]
        if len(fits) < 3:
            return None
        patch = _unit(torch.stack([_unit(_cut(images[row], (int(corners[row, 0]), int(corners[row, 1]))))
                                   for row in fits]).mean(dim=0))
    return patch


def correlate(images: Tensor, patches: Tensor, floor: float) -> tuple[Tensor, Tensor]:
    """Return the largest correlation of each image with each patch, and where.

    Parameters
    ----------
    images : (n, C, h, w) fine detail, whose mean is 0 nearly everywhere
    patches : (m, C, 7, 7), each of length 1
    floor : least squared length of what a patch is compared with, so that noise on even ground fits nothing

    Returns
    -------
    scores : (n, m) in [-1, 1]
    corners : (n, m, 2), row and column
    """
    products = functional.conv2d(images, patches) / _contrast(images).clamp(min=floor).sqrt()
    scores, at = products.flatten(2).max(dim=2)
    return scores, torch.stack([at // products.shape[3], at % products.shape[3]], dim=2)


def _scores(values: Tensor, template: Tensor, floor: float) -> Floats:
    return correlate(values.float(), template[None], floor)[0][:, 0].numpy()


def _contrast(images: Tensor) -> Tensor:
    """Return the squared length of every patch, (n, 1, h - 6, w - 6)."""
    return functional.avg_pool2d((images ** 2).sum(dim=1, keepdim=True), SIDE, stride=1) * SIDE ** 2


def _cut(image: Tensor, corner: tuple[int, int]) -> Tensor:
    return image[:, corner[0]:corner[0] + SIDE, corner[1]:corner[1] + SIDE]


def _unit(patch: Tensor) -> Tensor:
    length: Tensor = patch.norm()
    return patch / length.clamp(min=1e-6)


def _everywhere(values: Tensor, own: npt.NDArray[np.bool_], index: int, template: Tensor, share: float, alike: float,
                scale: int) -> Patch:
    floor = float(_contrast(values[:100].float()).mean()) / 2
    pieces = torch.tensor_split(values, max(1, len(values) // 64))
    parts = [correlate(piece.float(), template[None], floor) for piece in pieces]
    scores = torch.cat([part[0] for part in parts])[:, 0].numpy()
    corners = torch.cat([part[1] for part in parts])[:, 0].numpy()
    return Patch(index, template, scale, scores, corners, own & (scores >= alike), share)


def _is_exact(values: Tensor, patch: Patch) -> bool:
    """Say whether those that carry the patch differ little along its edges: marks 0.1 to 0.3, strokes from 0.5."""
    side = SIDE + 2 * _AROUND
    padded = functional.pad(values[patch.carriers].float(), (_AROUND,) * 4)
    cut = np.array([image[:, row:row + side, column:column + side].permute(1, 2, 0).numpy()
                    for image, (row, column) in zip(padded, patch.corners[patch.carriers], strict=True)])
    pattern = np.ascontiguousarray(cut.mean(axis=0))
    amounts = np.tensordot(cut, pattern, axes=3) / max(float((pattern ** 2).sum()), 1e-9)
    varying = ((cut - amounts[:, None, None, None] * pattern) ** 2).mean(axis=0).sum(axis=2)
    slope = slope_of(pattern)
    return bool((slope * varying).sum() <= _STRAY * (slope * (pattern ** 2).sum(axis=2)).sum())
