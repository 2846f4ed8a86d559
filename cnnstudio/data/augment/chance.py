"""Random values for the images of a batch: each image its own, and none but from the batch's generator."""

import numpy as np
import torch
from numpy.typing import NDArray

Values = NDArray[np.float64]
_ROWS = 8
ALL = slice(None)
"""Every image of a batch."""


class Chance:
    """Draws values for ``count`` images; the same state of the generator gives the same values.

    Parameters
    ----------
    generator : on the CPU
    count : images in the batch
    rows : values are drawn for all of them and returned for these, of which there are N

    Attributes
    ----------
    count : N
    """

    def __init__(self, generator: torch.Generator, count: int, rows: slice = ALL) -> None:
        self.generator = generator
        self._all, self._rows = count, rows
        self.count = len(range(count)[rows])
        self._drawn: list[Values] = []

    def share(self) -> Values:
        """Return values evenly from [0, 1): (N,)."""
        if not self._drawn:  # many at once: a call costs more than its numbers
            drawn = torch.rand(_ROWS, self._all, generator=self.generator, dtype=torch.float64).numpy()
            self._drawn = list(drawn[:, self._rows])
        return self._drawn.pop()

    def normal(self, *shape: int) -> NDArray[np.float32]:
        """Return normally distributed values about 0: (N, *shape)."""
        drawn = torch.randn((self._all, *shape), generator=self.generator).numpy()
        return np.asarray(drawn[self._rows], np.float32)

    def chosen(self, probability: float) -> NDArray[np.bool_]:
        """Return which images a change of this probability happens to: (N,)."""
        if 0 < probability < 1:
            return self.share() < probability
        return np.full(self.count, probability >= 1)

    def spread(self, strength: float, probability: float = 1.0) -> Values:
        """Return values evenly between ``-strength`` and ``strength``, and 0 for images that are not chosen: (N,)."""
        values = strength * (2 * self.share() - 1)
        return values if probability >= 1 else values * self.chosen(probability)

    def below(self, limits: NDArray[np.int64] | int) -> NDArray[np.int64]:
        """Return whole numbers evenly from 0 to ``limits - 1``: (N,)."""
        return (self.share() * limits).astype(np.int64)
