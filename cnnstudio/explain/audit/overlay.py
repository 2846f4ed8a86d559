"""A mark as something that can be laid over other images, taken off again, and spoilt as a control."""

from dataclasses import dataclass, replace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from cnnstudio.explain.audit.case import Floats, Pixels
from cnnstudio.explain.pixels.question import ShouldStop, never, stop_if_wanted
from cnnstudio.explain.target import Region

Mask = npt.NDArray[np.bool_]

_GREY = 128
_FINE_PX = 3.0     # deviation of the blur that is taken off to leave fine detail
_MOST = 0.95       # opaque; what is below cannot be seen any more
_BLOCK = 4         # pixels a side of the pieces an even mark is broken into


@dataclass(frozen=True, slots=True, eq=False)
class Overlay:
    """A mark: x becomes x * (1 - opacity) + paint inside the mask.

    Attributes
    ----------
    mask : (h, w)
    opacity : (h, w) in [0, 0.95], 0 outside
    paint : (h, w, C), 0 outside
    """

    mask: Mask
    opacity: Floats
    paint: Floats

    def put_on(self, pixels: Pixels) -> Pixels:
        """Return images (n, h, w, C) with the mark."""
        return _bytes(pixels * (1 - self.opacity[:, :, None]) + self.paint)

    def taken_off(self, pixels: Pixels) -> Pixels:
        """Return images (n, h, w, C) without the mark: a tint is undone, what covers a part is filled in."""
        if self.mask.all():
            return _bytes((pixels - self.paint) / (1 - self.opacity[:, :, None]))
        return filled_in(pixels, self.mask)

    def likeness(self, pixels: Pixels, should_stop: ShouldStop = never) -> Floats:
        """Return how much the fine detail of images (n, h, w, C) in the mask is the mark's, (n,) from -1 to 1.

        The correlation of what is left of both when a blur is taken off, so that neither the brightness of the ground
        nor its strength counts.

        Raises
        ------
        JobCancelledError
            When ``should_stop``, asked before each image, says so.
        """
        pattern = _fine(self.put_on(np.full((1, *self.paint.shape), _GREY, np.uint8)), self.mask)[0]
        length = float(np.sqrt((pattern ** 2).sum())) + 1e-6
        nothing = float(np.sqrt(self.mask.sum() * pattern.shape[2]))   # a grey level a value: rounding, no detail
        found = []
        for image in pixels:
            stop_if_wanted(should_stop)
            part = _fine(image[None], self.mask)[0]
            found.append(float((part * pattern).sum()) / (max(float(np.sqrt((part ** 2).sum())), nothing) * length))
        return np.asarray(found, dtype=np.float32)

    def shuffled(self, seed: int) -> "Overlay":
        """Return a control with the same values and without the structure.

        Its pixels in another order; of an even mark, which that would not change, its pieces scattered over the whole
        picture; of a tint its colours exchanged (a grey one made dark instead of bright).
        """
        generator = np.random.default_rng(seed)
        if self.mask.all():
            return self._in_other_colours()
        return self._scattered(generator) if self._is_even() else self._mixed(generator)

    def elsewhere(self) -> "Overlay":
        """Return the mark's mask turned by half a turn, as a control of what filling in does."""
        return replace(self, mask=self.mask[::-1, ::-1])

    @property
    def region(self) -> Region:
        """The box around it, as shares of the picture."""
        return region_of(self.mask)

    @property
    def is_frame(self) -> bool:
        """Whether it surrounds the picture."""
        left, top, right, bottom = self.region
        wide = right - left > 0.85 and bottom - top > 0.85
        return wide and self.mask.mean() < 0.6 and not self.mask[len(self.mask) // 2, self.mask.shape[1] // 2]

    def _is_even(self) -> bool:
        paint = self.paint[self.mask]
        return bool(paint.std(axis=0).mean() < 0.25 * np.abs(paint).mean())

    def _mixed(self, generator: np.random.Generator) -> "Overlay":
        order = generator.permutation(int(self.mask.sum()))
        opacity, paint = self.opacity.copy(), self.paint.copy()
        opacity[self.mask] = self.opacity[self.mask][order]
        paint[self.mask] = self.paint[self.mask][order]
        return replace(self, opacity=opacity, paint=paint)

    def _scattered(self, generator: np.random.Generator) -> "Overlay":
        order = generator.permutation((self.mask.shape[0] // _BLOCK) * (self.mask.shape[1] // _BLOCK))
        return Overlay(_in_pieces(self.mask, order), _in_pieces(self.opacity, order), _in_pieces(self.paint, order))

    def _in_other_colours(self) -> "Overlay":
        if self.paint.shape[2] > 1:
            return replace(self, paint=np.roll(self.paint, 1, axis=2))
        return replace(self, paint=255 * self.opacity[:, :, None] - self.paint)


def fitted(with_it: Pixels, without_it: Pixels, mask: Mask) -> Overlay:
    """Estimate a mark from images that have it and images that do not, (n, h, w, C), at a mask (h, w).

    Under x (1 - opacity) + paint the deviation of the pixels shrinks by 1 - opacity and their mean follows.
    """
    top, bottom, left, right = _bounds(mask)
    own = with_it[:, top:bottom, left:right].astype(np.float32)
    others = without_it[:, top:bottom, left:right].astype(np.float32)
    ratio = (own.std(axis=0).mean(axis=2) + 1e-3) / (others.std(axis=0).mean(axis=2) + 1e-3)
    certain = others.std(axis=0).mean(axis=2) > 2.0   # where nothing ever changes, nothing can be seen through the mark
    inside = np.where(certain, np.clip(1 - cv2.blur(np.ascontiguousarray(ratio), (3, 3)), 0, _MOST), 0)
    opacity = np.zeros(mask.shape, np.float32)
    paint = np.zeros((*mask.shape, own.shape[3]), np.float32)
    opacity[top:bottom, left:right] = inside
    paint[top:bottom, left:right] = own.mean(axis=0) - (1 - inside[:, :, None]) * others.mean(axis=0)
    return Overlay(mask, opacity * mask, paint * mask[:, :, None])


def region_of(mask: Mask) -> Region:
    """Return the box around a mask (h, w), as shares of it."""
    height, width = mask.shape
    top, bottom, left, right = _bounds(mask)
    return (left / width, top / height, right / width, bottom / height)


def _fine(pixels: Pixels, mask: Mask) -> Floats:
    """Return the fine detail of images (n, h, w, C) in a mask, 0 outside."""
    values = pixels.astype(np.float32)
    blurred = np.stack([cv2.GaussianBlur(image, (0, 0), _FINE_PX).reshape(image.shape) for image in values])
    return np.asarray((values - blurred) * mask[:, :, None], dtype=np.float32)


def filled_in(pixels: Pixels, mask: Mask) -> Pixels:
    """Return images with a mask filled in from around it (Telea, 2004)."""
    holes = mask.astype(np.uint8)
    filled = [cv2.inpaint(np.ascontiguousarray(image), holes, 3, cv2.INPAINT_TELEA) for image in pixels]
    return np.asarray(filled, dtype=np.uint8).reshape(pixels.shape)


def _in_pieces(values: npt.NDArray[Any], order: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    """Return (h, w, ...) with its squares in another order; what is left over at the right and below stays."""
    rows, columns = (size // _BLOCK for size in values.shape[:2])
    height, width, rest = rows * _BLOCK, columns * _BLOCK, values.shape[2:]
    squares = values[:height, :width].reshape(rows, _BLOCK, columns, _BLOCK, *rest).swapaxes(1, 2)
    moved = squares.reshape(rows * columns, _BLOCK, _BLOCK, *rest)[order]
    result = values.copy()
    result[:height, :width] = moved.reshape(squares.shape).swapaxes(1, 2).reshape(height, width, *rest)
    return result


def _bounds(mask: Mask) -> tuple[int, int, int, int]:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    return int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1


def _bytes(values: npt.NDArray[np.floating]) -> Pixels:
    return np.asarray(np.clip(np.round(values), 0, 255), dtype=np.uint8)
