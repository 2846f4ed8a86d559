"""Where a training is: the epochs done, the step in the present one, what it measured and the time it took."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from cnnstudio.training.clocks import Stopwatch
from cnnstudio.training.distributed.processes import Processes
from cnnstudio.training.events import EpochEnded
from cnnstudio.training.step import BatchResult

__all__ = ["Place", "Stopwatch", "Sums"]


@dataclass(slots=True)
class Sums:
    """Loss and hits over the batches of one pass."""

    loss_sum: float = 0.0
    right: int = 0
    images: int = 0

    def add(self, result: BatchResult) -> None:
        """Count one batch."""
        self.loss_sum += result.loss * result.images
        self.right += result.right
        self.images += result.images

    def share(self, processes: Processes) -> None:
        """Add up what several processes measured, each its rows of the same images."""
        if not processes.is_alone:
            self.loss_sum, right = processes.totals((self.loss_sum, self.right))
            self.right = round(right)

    @property
    def loss(self) -> float:
        """Mean loss an image."""
        return self.loss_sum / self.images

    @property
    def accuracy(self) -> float:
        """Share right, 0 to 1."""
        return self.right / self.images


@dataclass(slots=True)
class Place:
    """A training's place, which moves with every step.

    Attributes
    ----------
    rows : of the epochs done
    step : updates done in the present epoch
    sums : of the present epoch's training batches
    whole, epoch_time : of all of the training and of the present epoch, pauses left out
    patience_from : epoch from which early stopping counts, when a training goes on that had come to its end
    """

    rows: list[EpochEnded] = field(default_factory=list)
    step: int = 0
    sums: Sums = field(default_factory=Sums)
    whole: Stopwatch = field(default_factory=Stopwatch)
    epoch_time: Stopwatch = field(default_factory=Stopwatch)
    patience_from: int = 0

    @property
    def epoch(self) -> int:
        """The present epoch, from 1."""
        return len(self.rows) + 1

    @property
    def val_losses(self) -> list[float]:
        """Of the epochs done."""
        return [row.val_loss for row in self.rows]

    def begin_epoch(self) -> None:
        """Go to the beginning of the next epoch."""
        self.step, self.sums, self.epoch_time = 0, Sums(), Stopwatch()

    def go(self) -> None:
        """Let the time count."""
        self.whole.go()
        self.epoch_time.go()

    def halt(self) -> None:
        """Let the time stand still."""
        self.whole.halt()
        self.epoch_time.halt()

    def state(self) -> dict[str, Any]:
        """Return numbers to restore the place from; of the rows only how many there are."""
        return {"epochs": len(self.rows), "step": self.step, "sums": asdict(self.sums), "seconds": self.whole.seconds,
                "epoch_seconds": self.epoch_time.seconds, "patience_from": self.patience_from}

    @classmethod
    def of(cls, state: Mapping[str, Any], rows: Sequence[EpochEnded]) -> "Place":
        """Return the place `state` was taken of; ``rows`` has at least that many epochs."""
        return cls(list(rows[:state["epochs"]]), state["step"], Sums(**state["sums"]), Stopwatch(state["seconds"]),
                   Stopwatch(state["epoch_seconds"]), state["patience_from"])
