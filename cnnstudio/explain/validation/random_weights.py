"""Takes away what a network has learned, layer by layer from the head down, to see whether its maps notice."""

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from cnnstudio.explain.pass_hooks import Hook, hooked, undisturbed

STAGES = 8
"""The cascade has at most this many steps."""


@dataclass(frozen=True, slots=True)
class RandomStage:
    """A network whose last layers know nothing.

    Attributes
    ----------
    layers : how many layers with weights are random, counted from the head
    total : how many there are
    network : the same object in every stage; use it before the next one is asked for
    """

    layers: int
    total: int
    network: nn.Module


def cascade(network: nn.Module, image: Tensor, *, seed: int = 0, stages: int = STAGES) -> Iterator[RandomStage]:
    """Yield copies of a network with more and more random layers, the head first, in the end all (Adebayo et al. 2018).

    A weight tensor is replaced by normal numbers of its own deviation around 0, a vector (bias, normalisation) by such
    around its own mean, so that sizes stay as they were. A normalisation over batches then takes the statistics of
    the image at hand, as its running ones belong to weights that are gone. The network itself is left as found.

    Parameters
    ----------
    image : (1, C, H, W), normalised: the layers are ordered as they run for it
    stages : how many; each has about as many more layers than the one before
    """
    bare = copy.deepcopy(network)
    order = _groups(bare, image)
    generator = torch.Generator().manual_seed(seed)
    done = 0
    for layers in _counts(len(order), stages):
        while done < layers:
            done += 1
            for part, values in order[-done]:
                _forget(part, values, generator)
        yield RandomStage(layers, len(order), bare)


def randomised(network: nn.Module, image: Tensor, seed: int) -> nn.Module:
    """Return a copy of a network in which every layer is random; see `cascade`."""
    return next(cascade(network, image, seed=seed, stages=1)).network


def _counts(total: int, stages: int) -> list[int]:
    """Return how many layers are random in each stage, 1 to ``total`` in even steps; ``total`` alone for one stage."""
    wanted = min(stages, total)
    if wanted < 2:
        return [total] if total else []
    return [1 + round(step * (total - 1) / (wanted - 1)) for step in range(wanted)]


_Group = list[tuple[nn.Module, int]]


def _groups(network: nn.Module, image: Tensor) -> list[_Group]:
    """Return the parts with weights in the order they first run, each with its values a channel.

    What only scales (a normalisation, the slope of an activation) belongs to the layer it follows.
    """
    seen: dict[nn.Module, int] = {}

    def note(part: nn.Module) -> Hook:
        def hook(_module: nn.Module, _inputs: Any, output: Any) -> None:
            seen.setdefault(part, output[0, 0].numel() if isinstance(output, Tensor) and output.ndim > 1 else 1)
        return hook

    parts = [part for part in network.modules() if next(part.parameters(recurse=False), None) is not None]
    with undisturbed(network, image) as look, torch.no_grad(), hooked({part: note(part) for part in parts}):
        look()
    groups: list[_Group] = []
    for part, values in seen.items():
        if groups and all(parameter.ndim < 2 for parameter in part.parameters(recurse=False)):
            groups[-1].append((part, values))
        else:
            groups.append([(part, values)])
    return groups


def _forget(part: nn.Module, values: int, generator: torch.Generator) -> None:
    for parameter in part.parameters(recurse=False):
        old = parameter.detach()
        drawn = torch.randn(old.shape, generator=generator).to(old.device, old.dtype)
        middle = old.mean() if old.ndim < 2 else 0.0
        parameter.data = drawn * old.std(unbiased=False) + middle
    if isinstance(part, nn.modules.batchnorm._BatchNorm) and values > 1:  # noqa: SLF001 - torch names no other base
        part.track_running_stats = False
        part.running_mean = part.running_var = None
