"""Finds small patterns that recur pixel for pixel, at any place, in many images of one class and in few others."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional

from cnnstudio.explain.audit.case import Floats, Labels, Pixels
from cnnstudio.explain.audit.exactness import slope_of
from cnnstudio.explain.audit.fine_detail import detail_of
from cnnstudio.explain.pixels.question import ShouldStop, stop_if_wanted

SIDE = 7             # pixels a side of the patches that are compared
_FINEST = 64         # images of more pixels are halved once more, so that a mark fits into a patch
_PATCHES = 16        # of each image, of each kind: of the most contrast, of the most beside what surrounds them
_AROUND_IT = 15      # pixels a side of what surrounds a patch
_KEPT = 10           # patches that are looked for in all images; strokes that a class shares may come before a mark
_SAME = 0.9          # correlation of patches that are hardly ever alike by chance
_PIECE = 16          # images that are searched before it is asked whether to stop
_COMPARED = 60       # images of the class in each half
_OTHERS = 100
_FEWEST = 16         # images of a class

_ALIKE = 0.75        # correlation from which two patches are taken for the same; unrelated ones rarely reach it
_RARE = 0.02         # of other images may have a patch as alike
_SHARE = 0.3         # of the held-out images that must have it; drawn and written objects had up to 0.23 in common
_CARRY = 5           # of them at the least
_STRAY = 0.35        # of a patch's own strength may vary along its edges; strokes, which at most 60 % shared, from 0.55
_COMMON, _STRAY_IN_COMMON = 0.65, 0.5   # of one that more images share: on busy ground what shines through varies, too
_AROUND = 2          # pixels around a patch in which it must be the same, too

Places = npt.NDArray[np.int64]


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


def find_patches(pixels: Pixels, labels: Labels, classes: int, leave_out: Collection[int], should_stop: ShouldStop,
                 seed: int = 0) -> Iterator[Patch]:
    """Yield a patch of each class that has one.

    The patches that stand out in half of the class's images are compared with each other and with those of other
    images; which have most like them in the class and fewest elsewhere are averaged over where they fit, by normalised
    cross-correlation, and looked for again. What counts is how many images that had no part in this have it, beyond
    the correlation that 98 % of other such images stay below.

    Parameters
    ----------
    pixels, labels : (N, H, W, C) uint8 and (N,)
    leave_out : classes that need not be searched
    should_stop : asked every few images

    Raises
    ------
    JobCancelledError
        When ``should_stop`` says so.
    """
    scale = 2 if max(pixels.shape[1:3]) > _FINEST else 1
    values = torch.from_numpy(detail_of(pixels, scale, should_stop)).permute(0, 3, 1, 2)
    generator = np.random.default_rng(seed)
    known: dict[int, Tensor] = {}
    for index in range(classes):
        own = generator.permutation(np.flatnonzero(labels == index))
        others = generator.permutation(np.flatnonzero(labels != index))
        if min(values.shape[2:]) < _AROUND_IT:
            return
        if index not in leave_out and min(len(own), len(others)) >= _FEWEST:
            found = _best(values, own, others, known, should_stop)
            patch = found and _everywhere(values, labels == index, index, *found, scale, should_stop)
            if patch and _is_exact(values, patch):
                yield patch


def _best(values: Tensor, own: Places, others: Places, known: dict[int, Tensor],
          should_stop: ShouldStop) -> tuple[Tensor, float, float] | None:
    """Return the template with the largest share, that share, and the correlation that counts; None where it is low."""
    search, check = own[::2][:_COMPARED], own[1::2][:_COMPARED]
    floor = float(_contrast(values[others[:100]].float()).mean()) / 2
    best: tuple[Tensor, float, float] | None = None
    for patch in _promising(values, search, others[::2][:_OTHERS], known, should_stop):
        template = _averaged(values, search, patch, floor, should_stop)
        if template is None:
            continue
        unrelated = _scores(values[others[1::2][:_OTHERS]], template, floor, should_stop)
        alike = max(_ALIKE, float(np.quantile(unrelated, 1 - _RARE)) + 0.02)
        has_it = _scores(values[check], template, floor, should_stop) >= alike
        if has_it.sum() >= _CARRY and has_it.mean() > max(_SHARE, best[1] if best else 0.0):
            best = template, float(has_it.mean()), alike
    return best


def _promising(values: Tensor, search: Places, others: Places, known: dict[int, Tensor],
               should_stop: ShouldStop) -> Tensor:
    """Return the patches (k, C, 7, 7) that most images of the class have one like, and fewest others."""
    patches, own = _standing_out(values, search, known, should_stop)
    elsewhere, rest = _standing_out(values, others, known, should_stop)
    if not len(patches):
        return patches
    flat = patches.flatten(1)
    gain = (_share_alike(flat, flat, own, len(search), should_stop)
            - _share_alike(flat, elsewhere.flatten(1), rest, len(others), should_stop))
    return patches[_different(flat, gain)]


def _different(flat: Tensor, gain: Tensor) -> list[int]:
    """Return the places of the patches of most gain, none like one before it."""
    kept: list[int] = []
    for place in gain.argsort(descending=True)[:20 * _KEPT].tolist():
        if len(kept) < _KEPT and all(float(flat[place] @ flat[other]) < _ALIKE for other in kept):
            kept.append(place)
    return kept


def _standing_out(values: Tensor, places: Places, known: dict[int, Tensor],
                  should_stop: ShouldStop) -> tuple[Tensor, Tensor]:
    """Return the patches of images, (m, C, 7, 7), and of which image each is, (m,); ``known`` keeps each image's."""
    parts = []
    for row in places.tolist():
        stop_if_wanted(should_stop)
        if row not in known:
            known[row] = _patches(values[row].float())
        parts.append(known[row])
    counts = torch.tensor([len(part) for part in parts])
    return torch.cat(parts), torch.arange(len(parts)).repeat_interleave(counts)


def _share_alike(flat: Tensor, others: Tensor, of: Tensor, images: int, should_stop: ShouldStop) -> Tensor:
    """Return the share (m,) of images one of whose patches is like each of m, mean of two limits; ``of``: whose."""
    parts = []
    for piece in torch.split(flat, 256):
        stop_if_wanted(should_stop)
        alike = piece @ others.T
        counts = [torch.zeros(len(piece), images).index_add_(1, of, (alike >= least).float())
                  for least in (_ALIKE, _SAME)]
        parts.append(torch.stack([(count > 0).float().mean(dim=1) for count in counts]).mean(dim=0))
    return torch.cat(parts)


def _patches(image: Tensor) -> Tensor:
    """Return the patches of an image (C, h, w) that stand out, none beside another, each of length 1.

    By their contrast, and by it beside what surrounds them: a faint mark stands out on even ground alone.
    """
    contrast = _contrast(image[None])
    margin = (_AROUND_IT - SIDE) // 2
    wide = functional.avg_pool2d(functional.pad(contrast, (margin,) * 4, mode="replicate"), 2 * margin + 1, stride=1)
    is_peak = contrast >= functional.max_pool2d(contrast, 3, 1, 1)
    places: set[int] = set()
    for values in (contrast, contrast / (wide + contrast.mean() / 10)):
        ranked = torch.where(is_peak, values, torch.zeros_like(values)).flatten()
        best = ranked.topk(min(_PATCHES, ranked.numel()))
        places.update(best.indices[best.values > 0].tolist())
    at = torch.tensor(sorted(places), dtype=torch.int64)
    windows = image.unfold(1, SIDE, 1).unfold(2, SIDE, 1)   # (C, h - 6, w - 6, 7, 7), a view
    cut = windows[:, at // contrast.shape[3], at % contrast.shape[3]].permute(1, 0, 2, 3)
    lengths: Tensor = cut.flatten(1).norm(dim=1).clamp(min=1e-6)
    return cut / lengths[:, None, None, None]


def _averaged(values: Tensor, search: Places, patch: Tensor, floor: float,
              should_stop: ShouldStop) -> Tensor | None:
    """Return a patch averaged over where it fits, three times over; None where it fits in fewer than 3 images."""
    images = values[search].float()
    for turn in range(3):
        scores, corners = _found(images, patch, floor, should_stop)
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


def _scores(values: Tensor, template: Tensor, floor: float, should_stop: ShouldStop) -> Floats:
    return _found(values, template, floor, should_stop)[0].numpy()


def _found(values: Tensor, template: Tensor, floor: float, should_stop: ShouldStop) -> tuple[Tensor, Tensor]:
    """Return scores (n,) and corners (n, 2) of one template, asking every few images whether to stop."""
    parts = []
    for piece in torch.split(values, _PIECE):
        stop_if_wanted(should_stop)
        scores, corners = correlate(piece.float(), template[None], floor)
        parts.append((scores[:, 0], corners[:, 0]))
    return torch.cat([part[0] for part in parts]), torch.cat([part[1] for part in parts])


def _contrast(images: Tensor) -> Tensor:
    """Return the squared length of every patch, (n, 1, h - 6, w - 6)."""
    rim = SIDE // 2
    squares = (images ** 2).sum(dim=1).numpy()
    sums = [cv2.boxFilter(square, -1, (SIDE, SIDE), normalize=False)[rim:-rim, rim:-rim] for square in squares]
    return torch.from_numpy(np.stack(sums)[:, None].clip(min=0))


def _cut(image: Tensor, corner: tuple[int, int]) -> Tensor:
    return image[:, corner[0]:corner[0] + SIDE, corner[1]:corner[1] + SIDE]


def _unit(patch: Tensor) -> Tensor:
    length: Tensor = patch.norm()
    return patch / length.clamp(min=1e-6)


def _everywhere(values: Tensor, own: npt.NDArray[np.bool_], index: int, template: Tensor, share: float, alike: float,
                scale: int, should_stop: ShouldStop) -> Patch:
    floor = float(_contrast(values[:100].float()).mean()) / 2
    found, corners = _found(values, template, floor, should_stop)
    scores = found.numpy()
    return Patch(index, template, scale, scores, corners.numpy(), own & (scores >= alike), share)


def _is_exact(values: Tensor, patch: Patch) -> bool:
    """Say whether those that carry the patch differ little along its edges: marks 0.1 to 0.45, strokes from 0.5."""
    side = SIDE + 2 * _AROUND
    padded = functional.pad(values[patch.carriers].float(), (_AROUND,) * 4)
    cut = np.array([image[:, row:row + side, column:column + side].permute(1, 2, 0).numpy()
                    for image, (row, column) in zip(padded, patch.corners[patch.carriers], strict=True)])
    pattern = np.ascontiguousarray(cut.mean(axis=0))
    amounts = np.tensordot(cut, pattern, axes=3) / max(float((pattern ** 2).sum()), 1e-9)
    varying = ((cut - amounts[:, None, None, None] * pattern) ** 2).mean(axis=0).sum(axis=2)
    slope = slope_of(pattern)
    stray = _STRAY_IN_COMMON if patch.share >= _COMMON else _STRAY
    return bool((slope * varying).sum() <= stray * (slope * (pattern ** 2).sum(axis=2)).sum())
