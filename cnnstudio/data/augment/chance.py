"""Random values for the images of a batch: each image its own, and none but from the batch's generator."""

import numpy as np
import torch
from numpy.typing import NDArray

Values = NDArray[np.float64]
_ROWS = 8


class Chance:
    """Draws values for ``count`` images; the same state of the generator gives the same values.

    Parameters
    ----------
    generator : on the CPU
    count : images in the batch
    """

    def __init__(self, generator: torch.Generator, count: int) -> None:
        self.generator = generator
        self.count = count
        self._drawn: list[Values] = []

    def share(self) -> Values:
        """Return values evenly from [0, 1): (N,)."""
        if not self._drawn:  # many at once: a call costs more than its numbers
            self._drawn = list(torch.rand(_ROWS, self.count, generator=self.generator, dtype=torch.float64).numpy())
        return self._drawn.pop()

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
