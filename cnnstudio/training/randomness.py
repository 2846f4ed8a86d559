"""A private stream of random numbers for the training steps, apart from torch's global one."""

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence

import torch

GLOBAL_RANDOMNESS_LOCK = threading.RLock()
"""Held while torch's global random state belongs to a training step; take it to draw from the global state."""


@contextlib.contextmanager
def global_randomness_kept(devices: Sequence[torch.device] = ()) -> Iterator[None]:
    """Draw from torch's global state inside the block, apart from any training step, and put it back after it.

    The CPU's state is kept, and that of each CUDA device in ``devices``.

    ``torch.random.fork_rng`` alone would, during a training step in another thread, disturb the step's numbers.
    """
    with GLOBAL_RANDOMNESS_LOCK, torch.random.fork_rng(devices=devices):
        yield


class PrivateRandomness:
    """Random state that is in force only inside ``with randomness.active():``.

    Dropout draws from torch's global generator and takes no other. So the global state is exchanged for the
    private one around each step and put back after it (4 µs): whatever else draws random numbers in this process
    between the steps neither changes the training nor is changed by it.
    """

    def __init__(self, device: torch.device, seed: int) -> None:
        self._ways = _ways(device)
        devices = {torch.device("cpu"): None, device: None}
        self._states = [torch.Generator(place).manual_seed(seed).get_state() for place in devices]

    @property
    def states(self) -> list[torch.Tensor]:
        """The private state of each generator (CPU first): 1-d uint8 tensors."""
        return list(self._states)

    @states.setter
    def states(self, states: list[torch.Tensor]) -> None:
        self._states = list(states)

    @contextlib.contextmanager
    def active(self) -> Iterator[None]:
        """Put the private state in force; when the block raises, the private state stays as it was before."""
        with GLOBAL_RANDOMNESS_LOCK:
            outside = [read() for read, _ in self._ways]
            self._write(self._states)
            try:
                yield
                self._states = [read() for read, _ in self._ways]
            finally:
                self._write(outside)

    def _write(self, states: list[torch.Tensor]) -> None:
        for (_, write), state in zip(self._ways, states, strict=True):
            write(state)


_Way = tuple[Callable[[], torch.Tensor], Callable[[torch.Tensor], None]]


def _ways(device: torch.device) -> list[_Way]:
    """Return how to read and write the global state of each generator a step on ``device`` may draw from."""
    ways: list[_Way] = [(torch.get_rng_state, torch.set_rng_state)]
    if device.type == "cuda":
        ways.append((lambda: torch.cuda.get_rng_state(device), lambda state: torch.cuda.set_rng_state(state, device)))
    elif device.type == "mps":
        ways.append((torch.mps.get_rng_state, torch.mps.set_rng_state))
    return ways
