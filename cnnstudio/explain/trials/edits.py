"""Changes to the image a network is given, one after another, each of which can be taken back. Free of torch."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from cnnstudio.errors import InputError
from cnnstudio.explain.trials.fills import FILLS, erased
from cnnstudio.wording import translate

Pixels = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Erase:
    """Fill an area.

    Attributes
    ----------
    mask : (h, w)
    fill : a name of `FILLS`
    seed : of the fills that draw
    """

    mask: Mask
    fill: str = FILLS[0].name
    seed: int = 0

    def apply(self, pixels: Pixels) -> Pixels:
        """Return the changed image."""
        return erased(pixels, self.mask, self.fill, self.seed)

    @property
    def area(self) -> Mask:
        """(h, w), what is changed."""
        return self.mask


@dataclass(frozen=True, slots=True, eq=False)
class Patch:
    """A part of an image, cut out.

    Attributes
    ----------
    pixels : (h, w, C) uint8, of the smallest rectangle around it
    mask : (h, w), which of them belong to it
    top, left : where it was
    source : name of the image, for showing
    """

    pixels: Pixels
    mask: Mask
    top: int
    left: int
    source: str = ""

    def shuffled(self, seed: int = 0) -> "Patch":
        """Return the same pixels in a random order: a placebo that has the colours and no shape."""
        values = self.pixels[self.mask]
        mixed = self.pixels.copy()
        mixed[self.mask] = values[np.random.default_rng(seed).permutation(len(values))]
        return Patch(mixed, self.mask, self.top, self.left, self.source)


def cut(pixels: Pixels, mask: Mask, source: str = "") -> Patch:
    """Cut an area out of an image.

    Raises
    ------
    InputError
        When the area is empty.
    """
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        raise InputError(translate(
            "explain", "Nothing is marked; mark the part to copy with the brush or the lasso first."))
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    place = np.s_[top:bottom, left:right]
    return Patch(pixels[place].copy(), mask[place].copy(), int(top), int(left), source)


@dataclass(frozen=True, slots=True, eq=False)
class Paste:
    """Lay a patch over the image; what reaches over an edge is left out."""

    patch: Patch
    top: int
    left: int
    shape: tuple[int, int]
    """(h, w) of the image."""

    def apply(self, pixels: Pixels) -> Pixels:
        """Return the changed image."""
        result = pixels.copy()
        here, there = self._overlap()
        area = self.patch.mask[there]
        result[here][area] = self.patch.pixels[there][area]
        return result

    @property
    def area(self) -> Mask:
        """(h, w), what is changed."""
        mask = np.zeros(self.shape, np.bool_)
        here, there = self._overlap()
        mask[here] = self.patch.mask[there]
        return mask

    def _overlap(self) -> tuple[tuple[slice, slice], tuple[slice, slice]]:
        """Return which pixels of the image and which of the patch lie over each other."""
        pairs = [_shared(start, length, side) for start, length, side in
                 zip((self.top, self.left), self.patch.mask.shape, self.shape, strict=True)]
        return (pairs[0][0], pairs[1][0]), (pairs[0][1], pairs[1][1])


def _shared(start: int, length: int, side: int) -> tuple[slice, slice]:
    first, last = max(0, start), max(0, min(side, start + length))
    first = min(first, last)
    return slice(first, last), slice(first - start, last - start)


Edit = Erase | Paste


@dataclass(frozen=True, slots=True, eq=False)
class EditStack:
    """The changes made so far and those taken back."""

    done: tuple[Edit, ...] = ()
    undone: tuple[Edit, ...] = field(default=())

    def with_edit(self, edit: Edit) -> "EditStack":
        """Return the stack with one more change; what was taken back is forgotten."""
        return EditStack((*self.done, edit))

    def undo(self) -> "EditStack":
        """Take the last change back."""
        return EditStack(self.done[:-1], (self.done[-1], *self.undone)) if self.done else self

    def redo(self) -> "EditStack":
        """Make the last change that was taken back again."""
        return EditStack((*self.done, self.undone[0]), self.undone[1:]) if self.undone else self

    def apply(self, pixels: Pixels) -> Pixels:
        """Return the image (h, w, C) uint8 with all changes."""
        for edit in self.done:
            pixels = edit.apply(pixels)
        return pixels

    def area(self, height: int, width: int) -> Mask:
        """Return (height, width): every pixel that was changed."""
        mask = np.zeros((height, width), np.bool_)
        for edit in self.done:
            mask |= edit.area
        return mask
