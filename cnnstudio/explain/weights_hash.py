"""A fingerprint of a network's weights, so that an explanation says which network it is of."""

import hashlib

import torch
from torch import Tensor, nn


def weights_sha256(network: nn.Module) -> str:
    """Return the SHA-256 of the names, number formats, shapes and values of all weights and buffers, as hex digits."""
    digest = hashlib.sha256()
    for name, value in network.state_dict().items():
        digest.update(f"{name} {value.dtype} {tuple(value.shape)};".encode())
        digest.update(value.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().data)
    return digest.hexdigest()


class WeightsHash:
    """The hash of one network, worked out again only when its weights were changed."""

    def __init__(self, network: nn.Module) -> None:
        self._network = network
        self._state: tuple[tuple[int, int], ...] = ()
        self._value = ""

    def value(self) -> str:
        """Return the hash of the weights as they are now."""
        state = tuple((id(value), _version(value)) for value in (*self._network.parameters(), *self._network.buffers()))
        if not self._value or state != self._state:
            self._value, self._state = weights_sha256(self._network), state
        return self._value


def _version(value: Tensor) -> int:
    """Return how often a tensor was changed in place; one made in inference mode does not count, and never changes."""
    return 0 if value.is_inference() else value._version  # noqa: SLF001 - torch has no other way to ask
