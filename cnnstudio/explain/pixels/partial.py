"""A map that is still getting better; free of torch."""

from dataclasses import dataclass

from cnnstudio.explain.heatmap import Floats


@dataclass(frozen=True, slots=True, eq=False)
class Partial:
    """The map after a part of the work; the last one of a method has ``done == total``."""

    raw: Floats
    """(h, w) float32, signed: over the network's input, or in the cells of the layer for a method of a layer."""
    done: int
    total: int
    """Pieces of work, for a bar of progress."""
    notes: tuple[str, ...] = ()
    """Sentences the user should see beside the map."""
    gap: float | None = None
    """Completeness gap of integrated gradients, a share of the difference that is explained; None of other methods."""

    @property
    def is_whole(self) -> bool:
        """Whether this is the last and best one."""
        return self.done == self.total
