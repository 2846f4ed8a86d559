"""A mark that lies at another place in each image as something to lay over other images and to fill in."""

import zlib

import numpy as np
import torch

from cnnstudio.explain.audit.anywhere import SIDE, Patch, Places, correlate
from cnnstudio.explain.audit.case import Pixels
from cnnstudio.explain.audit.fine_detail import detail_of, size_at
from cnnstudio.explain.audit.overlay import Mask, Overlay, filled_in, fitted
from cnnstudio.explain.audit.verdict import Treatment

_SEEN_THROUGH = 0.35   # opacity from which a pixel belongs to the mark
_WIDER = 3             # pixels of the fine detail around the patch, for the mark may be larger


class AnywherePatch:
    """A recurring patch at the size of the network's input.

    Parameters
    ----------
    pixels : (N, H, W, C) that were searched
    others : (n,) places of images of other classes among them
    """

    def __init__(self, patch: Patch, pixels: Pixels, others: Places) -> None:
        self._patch = patch
        small = size_at(pixels.shape[1:3], patch.scale)
        self._step = (pixels.shape[1] / small[0], pixels.shape[2] / small[1])
        self._size = (round((SIDE + 2 * _WIDER) * self._step[0]), round((SIDE + 2 * _WIDER) * self._step[1]))
        self.overlay = self._fit(pixels, np.flatnonzero(patch.carriers), others)

    def treatment(self) -> Treatment:
        """Return what to do with it."""
        spoilt = self.overlay.shuffled(0)
        return Treatment(
            lambda pixels: self._anywhere(pixels, self.overlay), lambda pixels: self._anywhere(pixels, spoilt),
            lambda pixels: self._filled(pixels, turned=False), lambda pixels: self._filled(pixels, turned=True))

    def _fit(self, pixels: Pixels, carriers: Places, others: Places) -> Overlay:
        own = self._cut(pixels[carriers], self._patch.corners[carriers])
        rest = others[:len(carriers) * 2]
        random = np.random.default_rng(0).integers(0, np.array(self._patch.corners.max(axis=0)) + 1, (len(rest), 2))
        whole = fitted(own, self._cut(pixels[rest], random), np.ones(self._size, np.bool_))
        mask = whole.opacity > _SEEN_THROUGH
        if mask.mean() < 0.02:
            mask[:] = True
        return Overlay(mask, whole.opacity * mask, whole.paint * mask[:, :, None])

    def _tops(self, corners: Places, shape: tuple[int, ...]) -> Places:
        """Return the upper left corner (n, 2) of the mark's box in the input, kept inside it."""
        tops = np.round((corners - _WIDER) * np.array(self._step)).astype(np.int64)
        return np.asarray(np.clip(tops, 0, np.array(shape[1:3]) - np.array(self._size)), dtype=np.int64)

    def _cut(self, pixels: Pixels, corners: Places) -> Pixels:
        height, width = self._size
        return np.array([image[top:top + height, left:left + width]
                         for image, (top, left) in zip(pixels, self._tops(corners, pixels.shape), strict=True)])

    def _anywhere(self, pixels: Pixels, overlay: Overlay) -> Pixels:
        """Lay a mark over images, at random places; at the same in the same image."""
        height, width = self._size
        result = pixels.copy()
        for image in result:
            generator = np.random.default_rng(zlib.crc32(image.tobytes()))
            top, left = (int(generator.integers(0, length - size + 1))
                         for length, size in zip(image.shape[:2], self._size, strict=True))
            box = image[None, top:top + height, left:left + width]
            box[:] = overlay.put_on(box)
        return result

    def _filled(self, pixels: Pixels, *, turned: bool) -> Pixels:
        """Fill in the mark where it is; ``turned``: at the place opposite instead, as a control."""
        values = torch.from_numpy(detail_of(pixels, self._patch.scale)).permute(0, 3, 1, 2).float()
        _, corners = correlate(values, self._patch.template[None], 1.0)
        tops = self._tops(corners[:, 0].numpy(), pixels.shape)
        return np.concatenate([filled_in(pixels[row:row + 1], self._mask_at(top, pixels.shape, turned=turned))
                               for row, top in enumerate(tops)])

    def _mask_at(self, top: Places, shape: tuple[int, ...], *, turned: bool) -> Mask:
        mask = np.zeros(shape[1:3], np.bool_)
        mask[top[0]:top[0] + self._size[0], top[1]:top[1] + self._size[1]] = self.overlay.mask
        return mask[::-1, ::-1].copy() if turned else mask
