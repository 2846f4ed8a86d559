"""Puts an object on the background of another image, softly cut out; what stood there is filled in."""

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Pixels
from cnnstudio.explain.audit.object_mask import GRID, Masks

Floats = npt.NDArray[np.float32]

_EDGE = 0.012   # of the shorter side: how softly an object is cut out, so that its outline is no new feature


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """Images taken apart.

    Attributes
    ----------
    pixels : (n, h, w, C) the images
    objects : (n, GRID, GRID) what is cut out
    holes : (n, GRID, GRID) what is filled in when the object is taken away; not smaller than the object
    """

    pixels: Pixels
    objects: Masks
    holes: Masks

    def scene(self, row: int) -> Pixels:
        """Return the image without its object, (h, w, C)."""
        return filled(self.pixels[row], _enlarged(self.holes[row], self.pixels[row]))

    def swapped(self, row: int, donor: int) -> Pixels:
        """Return the object of image ``row`` on the background of ``donor``, (h, w, C).

        It lies where the donor's own object was, so that it covers what is left of that one, as far as it stays within
        the image.
        """
        height, width = self.pixels.shape[1:3]
        down, right = self._way(row, donor)
        move = np.array([[1, 0, right], [0, 1, down]], np.float32)
        cut = _soft(_enlarged(self.objects[row], self.pixels[row]))
        opacity = cv2.warpAffine(cut, move, (width, height))[:, :, None]
        moved = cv2.warpAffine(self.pixels[row], move, (width, height), borderMode=cv2.BORDER_REPLICATE)
        mixed = opacity * moved.reshape(height, width, -1) + (1 - opacity) * self.scene(donor)
        return np.asarray(np.rint(mixed), np.uint8)

    def _way(self, row: int, donor: int) -> tuple[int, int]:
        """Return how far down and to the right the object goes, in pixels."""
        height, width = self.pixels.shape[1:3]
        return (_step(self.objects[row].any(axis=1), self.holes[donor].any(axis=1), height),
                _step(self.objects[row].any(axis=0), self.holes[donor].any(axis=0), width))


def filled(picture: Pixels, hole: Floats) -> Pixels:
    """Return a picture (h, w, C) with its hole, (h, w) from 0 to 1, filled from what is around it.

    Each level of a pyramid is filled by the mean of what is known there (pull-push, Gortler and others, 1996).
    """
    known = 1 - hole[:, :, None]
    full = picture.reshape(*hole.shape, -1).astype(np.float32)
    return np.asarray(np.clip(np.rint(_pull_push(full * known, known)), 0, 255), np.uint8)


def _pull_push(weighted: Floats, known: Floats) -> Floats:
    """Return colours (h, w, C) of ``weighted`` = colour * ``known``, from coarser levels where that is below 1."""
    height, width = known.shape[:2]
    own = weighted / np.maximum(known, 1e-6)
    if min(height, width) <= 2:
        mean = weighted.sum(axis=(0, 1)) / max(float(known.sum()), 1e-6)
        return np.asarray(known * own + (1 - known) * mean, np.float32)
    coarse = _pull_push(_three(cv2.pyrDown(weighted)), _three(cv2.pyrDown(known)))
    around = _three(cv2.resize(coarse, (width, height), interpolation=cv2.INTER_LINEAR))
    share = np.minimum(known, 1)
    return np.asarray(share * own + (1 - share) * around, np.float32)


def _three(values: npt.NDArray[Any]) -> Floats:
    """Return (h, w, C): OpenCV drops a single channel."""
    return np.asarray(values if values.ndim == 3 else values[:, :, None], np.float32)


def _enlarged(mask: npt.NDArray[np.bool_], picture: Pixels) -> Floats:
    height, width = picture.shape[:2]
    large = cv2.resize(mask.astype(np.float32), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(large >= 0.5, np.float32)


def _soft(mask: Floats) -> Floats:
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), max(0.5, _EDGE * min(mask.shape))), np.float32)


def _step(own: npt.NDArray[np.bool_], target: npt.NDArray[np.bool_], pixels: int) -> int:
    """Return by how many pixels a stretch of cells is moved onto the middle of another without leaving the image."""
    if not own.any() or not target.any():
        return 0
    first, last = np.flatnonzero(own)[[0, -1]]
    wish = np.flatnonzero(target)[[0, -1]].mean() - (first + last) / 2
    return round(float(np.clip(wish, -first, GRID - 1 - last)) * pixels / GRID)
