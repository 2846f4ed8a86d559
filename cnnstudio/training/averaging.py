"""A running mean of a network's weights, which is steadier than the weights themselves."""

import contextlib
from collections.abc import Iterator
from typing import Any

import torch
from torch import Tensor, nn


class WeightAverage:
    """The exponential mean of weights over the updates so far (Polyak and Juditsky, 1992; as torch's EMA averaging).

    After n updates it is ``sum_i decay^(n - i) weights_i / sum_i decay^(n - i)``: the random weights before the first
    update have no part in it, so that it is of use from the first epoch on. Running means of batch normalisation are
    averaged in the same way; whole numbers and what cannot change are the module's own.

    Parameters
    ----------
    module : whose weights and buffers are followed; on its device already
    decay : how much an update counts of the one after it, 0 to 1
    """

    def __init__(self, module: nn.Module, decay: float) -> None:
        self.module, self.decay, self.updates = module, decay, 0
        kept = module.state_dict().keys()
        tensors = [*module.named_parameters(), *module.named_buffers()]
        self._followed = [tensor for name, tensor in tensors if name in kept and tensor.is_floating_point()]
        self._means = [tensor.detach().clone() for tensor in self._followed]

    def update(self) -> None:
        """Take in the weights after one more update."""
        self.updates += 1
        share = (1 - self.decay) / (1 - self.decay ** self.updates)
        with torch.no_grad():
            torch._foreach_lerp_(self._means, self._followed, share)

    @contextlib.contextmanager
    def in_force(self) -> Iterator[None]:
        """Let the module have the averaged weights inside the block, and its own after it."""
        self._exchange()
        try:
            yield
        finally:
            self._exchange()

    def weights(self) -> dict[str, Tensor]:
        """Return the module's ``state_dict`` with the averages in it; they are the live ones, not copies."""
        with self.in_force():
            return dict(self.module.state_dict())

    def state(self) -> dict[str, Any]:
        """Return what brings the average back; the tensors are the live ones."""
        return {"updates": self.updates, "means": list(self._means)}

    def restore(self, state: dict[str, Any]) -> None:
        """Continue from a `state`."""
        self.updates = state["updates"]
        for mean, kept in zip(self._means, state["means"], strict=True):
            mean.copy_(kept)

    def _exchange(self) -> None:
        for tensor, mean in zip(self._followed, self._means, strict=True):
            tensor.data, mean.data = mean.data, tensor.data
