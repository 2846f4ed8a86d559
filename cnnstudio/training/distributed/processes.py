"""What the processes that train one network together have to agree on; for a process alone that is nothing."""

import contextlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor, nn

_Batch = TypeVar("_Batch")


@dataclass(frozen=True, slots=True)
class Turn:
    """Which images of a part of a batch one process computes."""

    rows: slice
    """Their places in the whole batch."""
    kept: slice
    """Their places among the images of the batch that this process has."""


class Processes:
    """The usual case: one process does everything, and each of these methods returns at once.

    Every batch of the training is shared out: process r of P has its images r, r + P, r + 2P ..., so that each part
    of a batch is shared out evenly, too. All processes run the very same steps of the same training and differ in
    nothing but the images they compute, so each of them knows the weights, the optimiser and the place.

    Attributes
    ----------
    rank : number of this process, from 0
    count : how many there are
    local_rank, local_count : the same among those on this machine
    """

    rank: int = 0
    count: int = 1
    local_rank: int = 0
    local_count: int = 1

    @property
    def is_alone(self) -> bool:
        """Whether nobody else takes part."""
        return self.count == 1

    @property
    def leads(self) -> bool:
        """Whether this process is the one that keeps the run and prints."""
        return self.rank == 0

    @property
    def rows(self) -> slice:
        """The places in each batch whose images this process has."""
        return slice(None)

    def begin(self, part: slice) -> Turn:
        """Begin to compute a part of a batch; it is the present one until the next call."""
        return Turn(part, part)

    def every(self, stride: int, seen: int, values: "Tensor") -> "tuple[Tensor, int]":
        """Return the values (n, ...) of every ``stride``-th image of all, and how many images were seen by now.

        Parameters
        ----------
        seen : images of all processes before the present part of a batch
        values : (n, ...) of this process's images in that part
        """
        return values[-seen % stride::stride], seen + len(values)

    def add_up(self, parameters: "Sequence[nn.Parameter]", counted: "list[Tensor]") -> "list[Tensor]":  # noqa: ARG002
        """Put the sum over all processes into every gradient, and return that of single values."""
        return counted

    def total(self, values: "Tensor") -> "Tensor":
        """Return the sum over all processes."""
        return values

    def totals(self, values: Sequence[float]) -> list[float]:
        """Return the sum of each of some numbers over all processes."""
        return list(values)

    def follow(self, should_stop: Callable[[], bool]) -> Callable[[], bool]:
        """Return what says the same in all processes: that somebody wants an end. All have to ask equally often."""
        return should_stop

    def batches(self, batches: Iterator[_Batch]) -> Iterator[_Batch]:
        """Pass batches on; when the images of one process are away, that is raised in all."""
        return batches

    def joined(self, module: "nn.Module") -> contextlib.AbstractContextManager[None]:  # noqa: ARG002
        """Let layers that look at a whole batch do so, over all processes, inside the block."""
        return contextlib.nullcontext()

    def one_by_one(self, should_stop: Callable[[], bool]) -> contextlib.AbstractContextManager[None]:  # noqa: ARG002
        """Let the first process on each machine run the block before the others do."""
        return contextlib.nullcontext()

    def texts(self, text: str) -> list[str]:
        """Return what each process says, in their order."""
        return [text]

    def spread(self, module: "nn.Module", *, is_ready: bool) -> bool:
        """Give all processes the first one's weights, if that is ready; return whether it is."""
        del module
        return is_ready

    def gathered(self, columns: "Sequence[NDArray[Any]]") -> "list[NDArray[Any]]":
        """Return each column (n, ...) with the rows of all processes, one process after the other."""
        return list(columns)


ALONE = Processes()
"""What a training has unless it is told otherwise."""
