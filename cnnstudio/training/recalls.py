"""How many of each class's validation images are right, counted over a pass."""

import torch

from cnnstudio.training.distributed.processes import Processes

MOST_CLASSES = 100
"""Up to so many classes the history keeps the recall of each."""


class ClassTally:
    """Adds up what the batches of a pass counted of each class; nothing is fetched from the device before the end."""

    def __init__(self) -> None:
        self._counts: torch.Tensor | None = None

    def add(self, counts: torch.Tensor | None) -> None:
        """Count one batch: (2, K) images of each class, and those of them that are right."""
        if counts is not None:
            self._counts = counts if self._counts is None else self._counts + counts

    def share(self, processes: Processes) -> None:
        """Add up what several processes counted, each its rows of the same images."""
        if self._counts is not None:
            self._counts = processes.total(self._counts)

    @property
    def recalls(self) -> tuple[float | None, ...]:
        """Share right of each class, None for one without images; nothing with more than `MOST_CLASSES` classes."""
        if self._counts is None or self._counts.shape[1] > MOST_CLASSES:
            return ()
        return tuple(right / images if images else None for images, right in self._counts.T.tolist())
