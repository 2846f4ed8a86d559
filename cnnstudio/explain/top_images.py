"""Which images excite each channel of a layer most, and where, for all channels in one pass. Free of torch."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

KEPT = 9


@dataclass(frozen=True, slots=True, eq=False)
class TopImages:
    """The strongest answers of C channels.

    Attributes
    ----------
    values : (C, k) the largest value of a channel's map, the strongest image first; −inf where there are fewer images
    images : (C, k) numbers of the images; −1 where there are fewer
    rows, columns : (C, k) where in the map that value is
    sizes : (C,) the largest size of any value of the channel in any image
    count : how many images were looked at
    """

    values: Floats
    images: Numbers
    rows: Numbers
    columns: Numbers
    sizes: Floats
    count: int

    @property
    def dead(self) -> Numbers:
        """The channels that are 0 everywhere in every image."""
        return np.flatnonzero(self.sizes == 0).astype(np.int64)


class TopKeeper:
    """Keeps the best ``kept`` images of each channel while batches come in; equal values keep the earlier image."""

    def __init__(self, channels: int, kept: int = KEPT) -> None:
        self._kept = kept
        self._values = np.full((channels, kept), -np.inf, np.float32)
        self._images = np.full((channels, kept), -1, np.int64)
        self._places = np.zeros((channels, kept), np.int64)
        self._sizes = np.zeros(channels, np.float32)
        self._width, self._count = 1, 0

    def add(self, values: Floats, places: Numbers, sizes: Floats, images: Numbers, width: int) -> None:
        """Take a batch of n images.

        Parameters
        ----------
        values, places : (n, C) the largest value of each map and where it is, counted in reading order
        sizes : (n, C) the largest size of a value of each map
        images : (n,) their numbers
        width : columns of a map
        """
        self._width, self._count = width, self._count + len(images)
        self._sizes = np.maximum(self._sizes, sizes.max(axis=0))
        all_values = np.concatenate([self._values, values.T], axis=1)
        all_images = np.concatenate([self._images, np.broadcast_to(images, values.T.shape)], axis=1)
        all_places = np.concatenate([self._places, places.T], axis=1)
        order = np.argsort(-all_values, axis=1, kind="stable")[:, :self._kept]
        self._values, self._images, self._places = (
            np.take_along_axis(part, order, axis=1) for part in (all_values, all_images, all_places))

    def found(self) -> TopImages:
        """Return what was found so far."""
        rows, columns = np.divmod(self._places, self._width)
        return TopImages(self._values, self._images, rows, columns, self._sizes, self._count)
