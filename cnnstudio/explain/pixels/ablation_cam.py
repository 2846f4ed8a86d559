"""Ablation-CAM: each channel of a layer weighs as much as the score falls without it."""

from collections.abc import Callable, Iterator

import torch
from torch import Tensor

from cnnstudio.explain.pixels.input_gradients import to_map
from cnnstudio.explain.pixels.partial import Partial
from cnnstudio.explain.pixels.question import ShouldStop, in_batches, never

Replay = Callable[[Tensor], Tensor]
"""Activations (n, C, h, w) of a layer -> class scores (n, K): the network behind that layer."""
Score = Callable[[Tensor], Tensor]
"""Class scores (n, K) -> the score Y of each row, (n,)."""

_VALUES_AT_ONCE = 2**23
_CHANNELS_AT_ONCE = 256
_NEXT_TO_NOTHING = 1e-12


def ablation_cam(replay: Replay, score: Score, activations: Tensor,
                 should_stop: ShouldStop = never) -> Iterator[Partial]:
    """Set one channel after the other to 0 and add the channels up, weighed by how much the score fell.

    ``sum_k w_k A_k`` with ``w_k = (Y - Y_k) / |Y|`` (Ramaswamy and Desai 2020, equation 3, who divide by Y: with a
    negative score that would turn every sign round, so here a channel without which the score falls always weighs
    more than 0). Only the network behind the layer runs again. Channels come in the order of their size; there is a
    map after each batch.

    Parameters
    ----------
    replay : runs what is behind the layer and leaves the network as found
    score : what of the logits is explained
    activations : A, (1, C, h, w), the layer's own output
    """
    maps = activations[0]
    order = torch.argsort(maps.flatten(1).norm(dim=1), descending=True, stable=True).cpu()
    whole = float(score(replay(activations))[0])
    weights = torch.zeros(len(maps), dtype=torch.float64)
    at_once = max(1, min(_CHANNELS_AT_ONCE, _VALUES_AT_ONCE // maps.numel()))
    for places in in_batches(len(order), at_once, should_stop):
        channels = order[places]
        without = activations.repeat(len(channels), 1, 1, 1)
        without[torch.arange(len(channels)), channels] = 0
        weights[channels] = whole - score(replay(without)).double().cpu()
        scaled = weights / max(abs(whole), _NEXT_TO_NOTHING)
        yield Partial(to_map(torch.einsum("k,khw->hw", scaled.to(maps.device, maps.dtype), maps)),
                      places.stop, len(order))
