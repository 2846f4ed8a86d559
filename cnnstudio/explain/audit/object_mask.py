"""Estimates which part of an image is the object: what is unlike the image's own rim in colour and structure."""

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from cnnstudio.errors import NetworkError
from cnnstudio.explain.audit.case import AuditCase, Pixels
from cnnstudio.explain.pass_hooks import hooked
from cnnstudio.explain.target_layer import find_layer, spatial_layers
from cnnstudio.training.modes import evaluation_mode

GRID = 28
"""Cells a side of scores and masks."""

Scores = npt.NDArray[np.float32]
Masks = npt.NDArray[np.bool_]

_LEAST_SIDE = 7      # of the layer whose values are compared: coarser ones do not show where anything is
_MOST_SIDE = 14      # finer ones are averaged
_BATCH = 32
_DIRECTIONS = 32     # principal directions of a layer's values that are compared
_NEAREST = 4
_COLOUR_WEIGHT = 2   # against 1 of the layer: measured on known boxes, with a pretrained and with a small network
_COLOURS = 6
_SMOOTH = 1.6        # cells of the grid


@dataclass(frozen=True, slots=True)
class ObjectShares:
    """How much of an image is taken for the object: ``core`` when it is cut out, ``hole`` when it is taken away."""

    core: float = 0.22
    hole: float = 0.32


def object_scores(case: AuditCase, places: npt.NDArray[np.int64]) -> Scores:
    """Return (n, GRID, GRID): the share of an image's cells that look less like an object than this one, 0 to 1.

    Two measures are put together by rank: how far a cell's colour (Lab) is from the colours of the image's rim, and
    how unlike the values of a layer are to those on the rim (1 - cosine of the nearest). The network's evidence is not
    used: in a network that cheats it lies on the background.

    Parameters
    ----------
    places : (n,) places in ``case.pixels``
    """
    pixels = case.pixels[places]
    total = _COLOUR_WEIGHT * _ranks(np.array([colour_distance(picture) for picture in pixels]))
    values = _layer_values(case, pixels)
    if values is not None:
        total = total + _ranks(_on_grid(_rim_distance(values)))
    return _ranks(np.array([cv2.GaussianBlur(one, (0, 0), _SMOOTH) for one in np.asarray(total, np.float32)]))


def estimated_masks(scores: Scores, share: float) -> Masks:
    """Return (n, GRID, GRID): of the ``share`` of an image's cells that look most like an object the largest part."""
    return np.array([_largest(one > 1 - share) for one in scores], bool)


def box_masks(boxes: npt.NDArray[np.float32], margin: float = 0.0) -> Masks:
    """Return (n, GRID, GRID): the cells whose middle is in the box (n, 4), made ``margin`` of the image wider."""
    middles = (np.arange(GRID) + 0.5) / GRID
    inside_x = (middles >= boxes[:, :1] - margin) & (middles < boxes[:, 2:3] + margin)
    inside_y = (middles >= boxes[:, 1:2] - margin) & (middles < boxes[:, 3:] + margin)
    return np.asarray(inside_y[:, :, None] & inside_x[:, None, :])


def colour_distance(picture: Pixels) -> Scores:
    """Return (GRID, GRID): how far each cell's colour is from the nearest of six of the rim, in units of Lab."""
    small = cv2.resize(picture, (GRID * 2, GRID * 2), interpolation=cv2.INTER_AREA)
    colour = small if small.ndim == 3 else np.repeat(small[:, :, None], 3, axis=2)
    lab = cv2.GaussianBlur(cv2.cvtColor(np.float32(1 / 255) * colour, cv2.COLOR_RGB2LAB), (0, 0), 1.0)
    centres = _centres(lab[_rim(GRID * 2)][::3].astype(np.float64))   # the rim is blurred: neighbours say the same
    squared = np.full(lab.shape[:2], np.inf, np.float32)
    for centre in centres.astype(np.float32):    # one by one takes less than half of the time of all at once
        away = lab - centre
        np.minimum(squared, np.einsum("ijk,ijk->ij", away, away), out=squared)
    return np.asarray(cv2.resize(np.sqrt(squared), (GRID, GRID), interpolation=cv2.INTER_AREA), np.float32)


def _centres(colours: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return k-means centres of (n, 3), started from the colours farthest from each other."""
    centres = colours[:1]
    while len(centres) < _COLOURS:
        distance = np.linalg.norm(colours[:, None] - centres, axis=2).min(axis=1)
        centres = np.vstack([centres, colours[distance.argmax()]])
    for _ in range(5):
        nearest = np.linalg.norm(colours[:, None] - centres, axis=2).argmin(axis=1)
        for index in np.unique(nearest):
            centres[index] = colours[nearest == index].mean(axis=0)
    return centres


def _rim(side: int, height: int = 0) -> Masks:
    """Return (height or side, side): the outermost cells, a fourteenth of the side wide."""
    rim = np.ones((height or side, side), bool)
    wide = max(1, side // 14)
    rim[wide:-wide, wide:-wide] = False
    return rim


class _ReachedError(Exception):
    """Ends a pass at the layer that was asked for."""


def _layer_values(case: AuditCase, pixels: Pixels) -> npt.NDArray[np.float32] | None:
    """Return unit vectors (n, h, w, D) of the last layer that is fine enough; None without one."""
    layer = _layer(case)
    if layer is None:
        return None
    kept: list[Tensor] = []

    def keep(_layer: nn.Module, _inputs: object, output: Tensor) -> None:
        sides = min(output.shape[2], _MOST_SIDE), min(output.shape[3], _MOST_SIDE)
        kept.append(functional.adaptive_avg_pool2d(output.float(), sides).cpu())
        raise _ReachedError

    with evaluation_mode(case.network), torch.no_grad(), hooked({layer: keep}):
        for start in range(0, len(pixels), _BATCH):
            try:
                case.network(case.images(pixels[start:start + _BATCH]))
            except _ReachedError:
                continue
    return _directions(torch.cat(kept).permute(0, 2, 3, 1).numpy())


def _layer(case: AuditCase) -> nn.Module | None:
    grey = np.full((1, *case.pixels.shape[1:]), 128, np.uint8)
    try:
        layers = spatial_layers(case.network, case.images(grey))
    except NetworkError:
        return None
    fine = [layer for layer in layers if min(layer.shape[1:]) >= _LEAST_SIDE]
    return find_layer(case.network, fine[-1].id) if fine else None


def _directions(values: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return values (n, h, w, C) as unit vectors along the directions in which they vary most, (n, h, w, D)."""
    flat = values.reshape(-1, values.shape[3]).astype(np.float64)
    flat = (flat - flat.mean(axis=0)) / (flat.std(axis=0) + 1e-6)
    _, vectors = np.linalg.eigh(flat.T @ flat)
    reduced = flat @ vectors[:, ::-1][:, :_DIRECTIONS]
    unit = reduced / np.maximum(np.linalg.norm(reduced, axis=1, keepdims=True), 1e-9)
    return np.asarray(unit.reshape(*values.shape[:3], -1), np.float32)


def _rim_distance(values: npt.NDArray[np.float32]) -> Scores:
    """Return (n, h, w): 1 - cosine to the nearest cells on the image's rim, a rim cell itself left out."""
    count, height, width, _ = values.shape
    rim = np.flatnonzero(_rim(width, height))
    flat = values.reshape(count, height * width, -1)
    likeness = flat @ flat[:, rim].transpose(0, 2, 1)
    likeness[:, rim, np.arange(len(rim))] = -1
    nearest = min(_NEAREST, len(rim))
    nearness = np.partition(likeness, -nearest, axis=2)[:, :, -nearest:].mean(axis=2)
    return np.asarray(1 - nearness.reshape(count, height, width), np.float32)


def _on_grid(measure: Scores) -> Scores:
    if measure.shape[1:] == (GRID, GRID):
        return measure
    return np.array([cv2.resize(one, (GRID, GRID), interpolation=cv2.INTER_LINEAR) for one in measure], np.float32)


def _ranks(measure: Scores) -> Scores:
    """Return each image's values as ranks from 0 to 1."""
    flat = measure.reshape(len(measure), -1)
    ranks = flat.argsort(axis=1, kind="stable").argsort(axis=1, kind="stable")
    return np.asarray(ranks.reshape(measure.shape) / max(flat.shape[1] - 1, 1), np.float32)


def _largest(mask: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Keep the largest connected part."""
    count, parts, figures, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    if count < 3:
        return mask
    return np.asarray(parts == 1 + figures[1:, cv2.CC_STAT_AREA].argmax())
